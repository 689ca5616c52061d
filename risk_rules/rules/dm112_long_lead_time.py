"""DM112: a part of which the stated lead time is long, and the stock does not last as long."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import Tier
from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support

MESSAGE = Text(
    "{part} heeft een opgegeven levertijd van {weeks} weken; de voorraad dekt {cover}.",
    "{part} has a stated lead time of {weeks} weeks; stock covers {cover}.",
)
NOT_KNOWN = Text("een onbekend aantal weken", "an unknown number of weeks")
COVERED = Text("{weeks} weken", "{weeks} weeks")


def check(case: Case) -> Iterator[Finding]:
    """Every component with a lead time from the threshold on that its stock is not known to bridge."""
    lead_times = {node_id(Kind.COMPONENT, each.id): each.lead_time_weeks for each in case.facts.bom.components}
    for part in case.parts:
        weeks, outage = lead_times.get(part.id), case.facts.outages.get(part.id)
        if weeks is None or weeks < case.number("weeks"):
            continue
        cover = outage.cover if outage is not None else None
        if cover is not None and cover.low >= weeks:
            continue
        settled = cover is not None and cover.high is not None
        said = COVERED.format(weeks=f"{cover.low:.0f}") if settled and cover is not None else NOT_KNOWN
        yield case.finding(
            part.id,
            MESSAGE.format(part=part.label, weeks=f"{weeks:.0f}", cover=said),
            case.graded(part),
            Support(Tier.DECLARED, part.cells),
            lead_time_weeks=float(weeks),
            cover_weeks=cover.low if settled and cover is not None else None,
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM112",
    title=Text("Lange levertijd", "Long lead time"),
    what=Text(
        "Een benodigd component waarvan de stuklijst een levertijd opgeeft die ten minste zo lang is als de drempel, "
        "en waarvan niet bekend is dat de voorraad haar overbrugt. Bij een gangbare componentklasse is de bevinding "
        "laag.",
        "A required component for which the bill of materials states a lead time at least as long as the threshold, "
        "and of which the stock is not known to bridge it. For a commodity component class the finding is low.",
    ),
    why=Text(
        "Bij verlies op het slagveld bepaalt het onderdeel met de langste levertijd hoe snel er een nieuw "
        "systeem staat.",
        "When systems are lost in the field, the part with the longest lead time decides how soon there is a new one.",
    ),
    action=Text(
        "Bestel vooruit of leg voorraad aan; spreek levering met voorrang af.",
        "Order ahead or build stock; agree on delivery with priority.",
    ),
    reference=Text(
        "Kamerbrief productie- en leveringszekerheid 2024; Kamerbrief APOS 2026: voortzettingsvermogen.",
        "Kamerbrief productie- en leveringszekerheid 2024; Kamerbrief APOS 2026: staying power.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(Param("weeks", 16, Text("Vanaf zoveel weken een bevinding.", "A finding from so many weeks on.")),),
    uses=("commodity",),
    fires={"motor": ["Acme@DE"], "$components": {"motor": {"lead_time_weeks": 20}}},
    silent={"motor": ["Acme@DE"], "box": ["Acme@DE"], "$components": {"motor": {"lead_time_weeks": 15}}},
)

"""DM202: the ultimate parent of a maker is in another country than the maker's seat."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import cells_of, country_names, references, stepped, support

KNOWN = Text(
    "{maker} is gevestigd in {seat}, maar de uiteindelijke eigenaar {parent} in {owner} "
    "({count:onderdeel|onderdelen}).",
    "{maker} is seated in {seat}, but its ultimate parent {parent} in {owner} ({count:part|parts}).",
)
ASSUMED = Text(
    "{maker} is gevestigd in {seat}, maar de uiteindelijke eigenaar {parent} vermoedelijk in {owner} "
    "({count:onderdeel|onderdelen}).",
    "{maker} is seated in {seat}, but its ultimate parent {parent} presumably in {owner} ({count:part|parts}).",
)
"""A name that is not known is left out of the sentence as the word below."""

UNNAMED = Text("(niet met naam bekend)", "(not known by name)")


def check(case: Case) -> Iterator[Finding]:
    """Every maker whose seat is inside a group of trust while its owner is outside; lower where that is assumed."""
    group = case.group().members
    for supplier, used in case.companies:
        seat, owner = supplier.seat, supplier.ownership
        if seat.value not in group or owner.value is None or owner.value in group:
            continue
        known = seat.known and owner.known
        concern = owner.value in case.policy.concern
        yield case.finding(
            node_id(Kind.SUPPLIER, supplier.name),
            (KNOWN if known else ASSUMED).format(
                maker=supplier.name,
                seat=country_names([str(seat.value)]),
                parent=supplier.parent.value or UNNAMED,
                owner=country_names([owner.value]),
                count=len(used),
            ),
            stepped(case.grade, concern - (not known)),
            support((seat, owner), cells_of(used)),
            seat=seat.value,
            ownership=owner.value,
            parent=supplier.parent.value,
            components=tuple(part.id for part in used),
            references=references((seat, owner)),
        )


RULE: Rule[Case] = Rule(
    id="DM202",
    title=Text("Eigenaar in een ander land dan de vestiging", "Owner in another country than the seat"),
    what=Text(
        "Een fabrikant die gevestigd is in een land van de groep (standaard de EU, de EER-landen en Oekraïne), maar "
        "waarvan de uiteindelijke eigenaar daarbuiten gevestigd is. In een zorgland: een graad hoger. Berust het op "
        "een aanname: een graad lager.",
        "A manufacturer that is seated in a country of the group (by default the EU, the EEA States and Ukraine), "
        "while its ultimate parent is seated outside it. In a country of concern: one grade higher. Resting on an "
        "assumption: one grade lower.",
    ),
    why=Text(
        "Zo'n fabrikant telt op papier als Europees, maar over levering, techniek en voortbestaan wordt elders "
        "beslist.",
        "On paper such a manufacturer counts as European, but delivery, technology and continuity are decided "
        "elsewhere.",
    ),
    action=Text(
        "Ga na welk recht en welk bestuur gelden en maak zo nodig aanvullende afspraken over leveringszekerheid. Voor "
        "SAFE en EDIP telt zeggenschap van buiten apart mee.",
        "Establish which law and which management apply, and agree extra terms on security of supply where needed. "
        "For SAFE and EDIP control from outside is weighed separately.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: veiligheidsbelangen en aanvullende afspraken. Verordening (EU) 2025/1106 (SAFE), art. "
        "16(3) en 16(5)-(7); Verordening (EU) 2025/2643 (EDIP), art. 9(5) en (6).",
        "Kamerbrief APOS 2026: security interests and extra terms. Regulation (EU) 2025/1106 (SAFE), Art. 16(3) and "
        "16(5)-(7); Regulation (EU) 2025/2643 (EDIP), Art. 9(5) and (6).",
    ),
    layer=Layer.CONTROL,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "group",
            "EU+EEA+UA",
            Text("Landengroep waarbinnen eigenaar en vestiging horen te liggen.", "Group that should hold both."),
        ),
    ),
    uses=("concern",),
    laws=("safe-16-3", "safe-16-5", "edip-9-5"),
    fires={
        "motor": ["Acme@DE"],
        "$suppliers": {"Acme": {"seat": "DE", "parent": "Holding", "ownership": "CN"}},
    },
    silent={
        "motor": ["Acme@DE", "Volt@US"],
        "$suppliers": {
            "Acme": {"seat": "DE", "parent": "Holding", "ownership": "SE"},
            "Volt": {"seat": "US", "parent": "Other", "ownership": "US"},
        },
    },
)

"""DM306: who decides on the design, as the EDIP regulation asks of every product."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.design import WHAT, design_findings

LAW = Text("EDIP, art. 10(5)", "EDIP, Art. 10(5)")


def check(case: Case) -> Iterator[Finding]:
    """One finding about the system unless design authority is shown."""
    yield from design_findings(case, LAW)


RULE: Rule[Case] = Rule(
    id="DM306",
    title=Text("Zeggenschap over het ontwerp volgens EDIP", "Design authority under EDIP"),
    what=Text(
        "{what} EDIP vraagt dit van elk product, ook van kleine drones; Oekraïne geldt hier als derde land.",
        "{what} EDIP asks this of every product, of small drones too; Ukraine is a third country here.",
    ).format(what=WHAT.format(group=Text("de EU en de EER-landen", "the EU and the EEA States"))),
    why=Text(
        "Zonder deze zeggenschap komt het product niet voor steun uit EDIP in aanmerking; en wie het ontwerp niet mag "
        "wijzigen, kan een weggevallen onderdeel niet vervangen als het voortzettingsvermogen daarom vraagt.",
        "Without this authority the product cannot be supported through EDIP; and whoever may not change the design "
        "cannot replace a part that fell away when staying power calls for it.",
    ),
    action=Text(
        "Leg bij de start van de samenwerking vast wie het ontwerp mag wijzigen en onderdelen mag vervangen; geef de "
        "uitkomst op in de tabel [system].",
        "Settle at the start of the cooperation who may change the design and replace parts; state the outcome in the "
        "table [system].",
    ),
    reference=Text(
        "Verordening (EU) 2025/2643 (EDIP), art. 10(5) en art. 8. Kamerbrief APOS 2026: aanvullende afspraken bij de "
        "start van een samenwerking.",
        "Regulation (EU) 2025/2643 (EDIP), Art. 10(5) and Art. 8. Kamerbrief APOS 2026: extra terms at the start of a "
        "cooperation.",
    ),
    layer=Layer.CONTROL,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "group",
            "EU+EEA",
            Text("Landengroep die niet als derde land geldt.", "Countries that are no third country."),
        ),
    ),
    uses=("system",),
    laws=("edip-10-5", "edip-8"),
    fires={"motor": ["Acme@DE"]},
    silent={"motor": ["Acme@DE"], "$system": {"design_country": "NO", "design_restrictions": []}},
)

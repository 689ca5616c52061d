"""DM305: who decides on the design of a system in category two of the SAFE regulation."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.design import WHAT, design_findings
from risk_rules.safe_category import category

LAW = Text("SAFE, art. 16(11)", "SAFE, Art. 16(11)")


def check(case: Case) -> Iterator[Finding]:
    """One finding about the system unless design authority is shown, or it certainly is in category one."""
    found = category(case.profile, case.policy)
    if found.number != 1:
        yield from design_findings(case, LAW, found.ask)


RULE: Rule[Case] = Rule(
    id="DM305",
    title=Text("Zeggenschap over het ontwerp volgens SAFE", "Design authority under SAFE"),
    what=Text(
        "{what} SAFE vraagt dit alleen in categorie twee (DM304): zeker in categorie één zwijgt de regel; is de "
        "categorie niet te beslissen, dan blijft de vraag staan, een graad lager. Welke landen hier derde landen zijn "
        "zegt art. 16(11) niet apart; zoals in art. 16(3) gelden de EU, de EER-landen en Oekraïne niet als zodanig, en "
        "dat is onze lezing.",
        "{what} SAFE asks this in category two only (DM304): certainly in category one the rule is silent; when the "
        "category cannot be decided the question stands, one grade lower. Which countries are third countries here "
        "Art. 16(11) does not say apart; as in Art. 16(3) the EU, the EEA States and Ukraine are not, and that is our "
        "reading.",
    ).format(
        what=WHAT.format(group=Text("de EU, de EER-landen en Oekraïne", "the EU, the EEA States and Ukraine")),
    ),
    why=Text(
        "Wie het ontwerp niet zelf mag wijzigen, kan een onderdeel dat wegvalt of onder een exportverbod komt niet "
        "vervangen. Dan beslist een ander land hoelang het systeem inzetbaar blijft.",
        "Whoever may not change the design cannot replace a part that falls away or comes under an export ban. Then "
        "another country decides how long the system stays in use.",
    ),
    action=Text(
        "Leg bij de start van de samenwerking vast wie het ontwerp mag wijzigen en onderdelen mag vervangen; vraag "
        "naar licenties en exportvoorwaarden van derde landen; geef de uitkomst op in de tabel [system].",
        "Settle at the start of the cooperation who may change the design and replace parts; ask for licences and "
        "export conditions of third countries; state the outcome in the table [system].",
    ),
    reference=Text(
        "Verordening (EU) 2025/1106 (SAFE), art. 16(11) en art. 1. Kamerbrief APOS 2026: aanvullende afspraken bij de "
        "start van een samenwerking.",
        "Regulation (EU) 2025/1106 (SAFE), Art. 16(11) and Art. 1. Kamerbrief APOS 2026: extra terms at the start of a "
        "cooperation.",
    ),
    layer=Layer.CONTROL,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "group",
            "EU+EEA+UA",
            Text("Landengroep die niet als derde land geldt.", "Countries that are no third country."),
        ),
    ),
    uses=("system",),
    laws=("safe-16-11", "safe-1"),
    fires={"motor": ["Acme@DE"]},
    silent={
        "motor": ["Acme@DE"],
        "$system": {"kind": "sea surface", "design_country": "NL", "design_restrictions": []},
    },
)

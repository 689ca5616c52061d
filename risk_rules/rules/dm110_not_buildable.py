"""DM110: the system cannot be built from a group of countries alone."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.answers import Verdict
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from depmap.network.groups import buildable_from
from risk_rules.case import Case
from risk_rules.looking import Support, stepped, weakest

NO = Text(
    "Het systeem kan niet worden gebouwd uit ‘{group}’ alleen: {count:onderdeel komt|onderdelen komen} elders "
    "vandaan. Met bedrijven "
    "uit deze groep alleen: {control}.",
    "The system cannot be built from “{group}” alone: {count:part comes|parts come} from elsewhere. With companies "
    "of this group "
    "alone: {control}.",
)
OPEN = Text(
    "Of het systeem uit ‘{group}’ alleen kan worden gebouwd, is niet te beslissen: van {count:onderdeel|onderdelen} "
    "is de "
    "herkomst onbekend. Met bedrijven uit deze groep alleen: {control}.",
    "Whether the system can be built from “{group}” alone cannot be decided: the origin of {count:part|parts} is "
    "unknown. "
    "With companies of this group alone: {control}.",
)
CONTROL = Text(
    "Het systeem kan uit ‘{group}’ alleen worden gebouwd, maar met bedrijven uit deze groep alleen: {control} "
    "({count:onderdeel|onderdelen}).",
    "The system can be built from “{group}” alone, but with companies of this group alone: {control} "
    "({count:part|parts}).",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding about the system when either answer is no plain yes; one grade lower when neither is a plain no."""
    group, graph = case.group(), case.facts.graph
    supply, owned = (
        buildable_from(graph, {group.id: group.members}, layer)[0] for layer in (Layer.SUPPLY, Layer.CONTROL)
    )
    if supply.verdict is owned.verdict is Verdict.YES:
        return
    decided = supply if supply.verdict is not Verdict.YES else owned
    message = {Verdict.NO: NO, Verdict.CANNOT_DECIDE: OPEN, Verdict.YES: CONTROL}[supply.verdict]
    by_place = decided is supply
    facts = (
        fact
        for part in case.parts
        if part.id in decided.deciding
        for source in part.sources
        for fact in ((source.manufacture,) if by_place else case.control(source))
    )
    refused = Verdict.NO in (supply.verdict, owned.verdict)
    yield case.finding(
        graph.top,
        message.format(group=group.name, count=len(decided.deciding), control=owned.verdict.text),
        stepped(case.grade, 0 if refused else -1),
        Support(weakest(facts) if refused else Tier.UNKNOWN, case.cells(decided.deciding)),
        group=group.id,
        supply=supply.verdict.value,
        control=owned.verdict.value,
        components=decided.deciding,
    )


RULE: Rule[Case] = Rule(
    id="DM110",
    title=Text("Niet te bouwen uit de groep", "Not buildable from the group"),
    what=Text(
        "Het systeem als geheel kan niet worden gebouwd als alleen de landen van de groep leveren (standaard de EU, de "
        "EER-landen en Oekraïne), of dat is niet te beslissen; daarnaast of het kan met bedrijven uit die landen "
        "alleen. Is geen van beide antwoorden zeker nee: een graad lager.",
        "The system as a whole cannot be built when only the countries of the group deliver (by default the EU, the "
        "EEA States and Ukraine), or that cannot be decided; beside it whether it can be with companies of these "
        "countries alone. When neither answer is certainly no: one grade lower.",
    ),
    why=Text(
        "Sluiten bondgenoten zich af of sluit de zee zich, dan moet Europa het zelf kunnen. Wat dan niet te maken is, "
        "begrenst hoelang de krijgsmacht het volhoudt.",
        "When others close themselves off, or the sea is closed, Europe must be able to do it alone. What cannot be "
        "made then limits how long the armed forces hold out.",
    ),
    action=Text(
        "Begin bij de genoemde onderdelen: Europese tweede bronnen; en start een parallel traject voor een systeem met "
        "hetzelfde effect waar dat niet kan.",
        "Begin with the parts named: European second sources; and start a parallel track for a system with the same "
        "effect where that cannot be had.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: ontwikkelingstrajecten met Nederlandse en Europese producenten. Groep: Verordening (EU) "
        "2025/1106 (SAFE), art. 16(10).",
        "Kamerbrief APOS 2026: development tracks with Dutch and European producers. Group: Regulation (EU) 2025/1106 "
        "(SAFE), Art. 16(10).",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=check,
    params=(
        Param(
            "group",
            "EU+EEA+UA",
            Text(
                "Landengroep waaruit het systeem te bouwen moet zijn.",
                "Country group from which the system must be buildable.",
            ),
        ),
    ),
    laws=("safe-16-10",),
    fires={"motor": ["Acme@DE"], "camera": ["Volt@JP"]},
    silent={
        "motor": ["Acme@DE", "Volt@CN"],
        "$suppliers": {
            "Acme": {"seat": "DE", "parent": "Acme", "ownership": "DE"},
            "Volt": {"seat": "CN", "parent": "Volt", "ownership": "CN"},
        },
    },
)

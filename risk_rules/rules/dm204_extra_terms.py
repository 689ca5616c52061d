"""DM204: a part with one maker, and that one is controlled from outside the alliance: extra terms are needed."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, makers, references, stepped, support, unknown_among

KNOWN = Text(
    "{part} komt alleen van {maker}, waarover de zeggenschap buiten ‘{group}’ ligt: {countries}. Aanvullende afspraken "
    "nodig.",
    "{part} comes from {maker} alone, control over which lies outside “{group}”: {countries}. Extra terms are needed.",
)
ASSUMED = Text(
    "{part} komt alleen van {maker}, waarover de zeggenschap vermoedelijk buiten ‘{group}’ ligt: {countries}. Ga dit "
    "na.",
    "{part} comes from {maker} alone, control over which presumably lies outside “{group}”: {countries}. Establish it.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part whose only known maker is seated in, or owned from, a country outside the group."""
    group = case.group()
    for part in case.parts:
        names = makers(part)
        if len(names) != 1 or unknown_among(source.manufacturer for source in part.sources):
            continue
        facts = case.control(part.sources[0])
        outside = [fact for fact in facts if fact.value is not None and fact.value not in group.members]
        if not outside:
            continue
        known = any(fact.known for fact in outside)
        countries = tuple(sorted({str(fact.value) for fact in outside if fact.known or not known}))
        yield case.finding(
            part.id,
            (KNOWN if known else ASSUMED).format(
                part=part.label, maker=names[0], group=group.name, countries=country_names(countries)
            ),
            stepped(case.graded(part), 0 if known else -1),
            support(outside, part.cells),
            group=group.id,
            manufacturer=names[0],
            countries=countries,
            references=references(outside),
        )


RULE: Rule[Case] = Rule(
    id="DM204",
    title=Text("Aanvullende afspraken nodig", "Extra terms needed"),
    what=Text(
        "Een benodigd onderdeel met één fabrikant, waarvan de vestiging of de uiteindelijke eigenaar buiten het "
        "bondgenootschap ligt (standaard de NAVO). Berust dat op een aanname: een graad lager; bij een gangbare "
        "componentklasse is de bevinding laag.",
        "A required part with one manufacturer, whose seat or ultimate parent is outside the alliance (by default "
        "NATO). Resting on an assumption: one grade lower; for a commodity component class the finding is low.",
    ),
    why=Text(
        "Er is geen ander om op terug te vallen, en wie erover beslist is geen bondgenoot. Zonder afspraken vooraf "
        "hangt de levering in een crisis af van diens goede wil.",
        "There is nobody else to fall back on, and whoever decides is no ally. Without terms agreed beforehand, "
        "delivery in a crisis depends on their good will.",
    ),
    action=Text(
        "Maak aanvullende afspraken over productie- en leveringszekerheid bij de start van de samenwerking, leg "
        "voorraad aan, of kwalificeer een bron bij een bondgenoot.",
        "Agree extra terms on security of production and supply at the start of the cooperation, build stock, or "
        "qualify a source from an ally.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: aanvullende afspraken om de productie- en leveringszekerheid al bij de start van een "
        "samenwerking te waarborgen.",
        "Kamerbrief APOS 2026: extra terms to secure production and supply from the start of a cooperation.",
    ),
    layer=Layer.CONTROL,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "group",
            "NATO",
            Text("Landengroep die als bondgenoten geldt.", "Country group that counts as allies."),
        ),
    ),
    uses=("commodity",),
    fires={
        "motor": ["Acme@DE"],
        "$suppliers": {"Acme": {"seat": "DE", "parent": "Holding", "ownership": "JP"}},
    },
    silent={
        "motor": ["Acme@CN"],
        "camera": ["Volt@JP", "Acme@DE"],
        "$suppliers": {
            "Acme": {"seat": "DE", "parent": "Holding", "ownership": "US"},
            "Volt": {"seat": "JP", "parent": "Other", "ownership": "JP"},
        },
    },
)

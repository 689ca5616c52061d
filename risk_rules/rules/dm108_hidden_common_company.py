"""DM108: sources with different makers behind which one company stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from depmap.core.evidence import Fact
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.model import Source, Supplier
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Part, listing, makers, references, stepped, support

KNOWN = Text(
    "De bronnen van {part} ({makers}) lijken onafhankelijk, maar achter alle staat {company}.",
    "The sources of {part} ({makers}) look independent, but behind all of them stands {company}.",
)
ASSUMED = Text(
    "De bronnen van {part} ({makers}) lijken onafhankelijk, maar achter alle staat vermoedelijk {company}.",
    "The sources of {part} ({makers}) look independent, but behind all of them presumably stands {company}.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with two or more makers of which each is, or belongs to, one and the same company."""
    for part in case.parts:
        behind = _behind(part, case.suppliers)
        for company in sorted(behind):
            facts = behind[company]
            known = all(fact.known for fact in facts)
            yield case.finding(
                part.id,
                (KNOWN if known else ASSUMED).format(part=part.label, makers=listing(makers(part)), company=company),
                stepped(case.graded(part), 0 if known else -1),
                support(facts, part.cells),
                company=company,
                manufacturers=makers(part),
                references=references(facts),
            )


def _behind(part: Part, suppliers: Mapping[str, Supplier]) -> dict[str, list[Fact]]:
    """Companies that every source of a part with several makers leads to, each with what says so."""
    if len(makers(part)) < 2:
        return {}
    each = [_companies(source, suppliers) for source in part.sources]
    common = set(each[0]).intersection(*each[1:])
    return {company: [fact for found in each for fact in found[company]] for company in common}


def _companies(source: Source, suppliers: Mapping[str, Supplier]) -> dict[str, list[Fact]]:
    """The maker of a source and its ultimate parent, by name, each with the facts that lead to it."""
    maker = source.manufacturer
    if not maker.known or maker.value is None:
        return {}
    found = {maker.value: [maker]}
    parent = suppliers[maker.value].parent if maker.value in suppliers else None
    if parent is not None and parent.value is not None:
        found.setdefault(parent.value, [maker, parent])
    return found


RULE: Rule[Case] = Rule(
    id="DM108",
    title=Text("Eén bedrijf achter meer bronnen", "One company behind several sources"),
    what=Text(
        "Een benodigd onderdeel met twee of meer fabrikanten die allemaal hetzelfde bedrijf zijn of er dezelfde "
        "uiteindelijke eigenaar mee hebben. Berust een eigenaar op een aanname: een graad lager; bij een gangbare "
        "componentklasse is de bevinding laag.",
        "A required part with two or more manufacturers that all are, or ultimately belong to, the same company. When "
        "a parent rests on an assumption: one grade lower; for a commodity component class the finding is low.",
    ),
    why=Text(
        "Een tweede bron telt alleen als zij blijft leveren wanneer de eerste wegvalt. Staat er één bedrijf achter "
        "beide, dan vallen zij samen weg, en is de zekerheid schijn.",
        "A second source only counts when it keeps delivering after the first falls away. With one company behind "
        "both they fall away together, and the security is an appearance.",
    ),
    action=Text(
        "Kwalificeer een bron van een bedrijf dat hier los van staat, of behandel het onderdeel als een met één bron.",
        "Qualify a source from a company that is independent of it, or treat the part as one with a single source.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’. Feiten: lijst van fabrikanten (afgeleid of "
        "aangenomen).",
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’. Facts: list of manufacturers (inferred or assumed).",
    ),
    layer=Layer.CONTROL,
    grade=Grade.HIGH,
    check=check,
    uses=("commodity",),
    fires={
        "motor": ["Acme@DE", "Volt@NL"],
        "radio": ["Volt@NL", "Holding@SE"],
        "$suppliers": {"Acme": {"parent": "Holding"}, "Volt": {"parent": "Holding"}},
    },
    silent={
        "motor": ["Acme@DE", "Beta@NL"],
        "radio": ["Acme@DE", "Volt@NL", "Beta"],
        "$suppliers": {"Acme": {"parent": "Holding"}, "Volt": {"parent": "Holding"}, "Beta": {"parent": "Other"}},
    },
)

"""DM115: only one source of it seems to exist in the world: a line says so, or our list knows no other maker."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.alternatives import makers_of
from depmap.core.evidence import Tier
from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Part, Support, makers, stepped, unknown_among
from risk_rules.sole_source import says_sole_source

STATED = Text(
    "Van {part} bestaat volgens de stuklijst maar één bron ter wereld: ‘{said}’.",
    "Of {part} only one source exists in the world according to the bill of materials: “{said}”.",
)
TORN = Text(
    "Van {part} bestaat volgens de stuklijst maar één bron (‘{said}’), maar zij noemt meer fabrikanten: ga dit na.",
    "Of {part} only one source exists according to the bill of materials (“{said}”), yet it names several "
    "manufacturers: establish it.",
)
LISTED = Text(
    "{maker} is de enige in onze lijst die maakt wat {part} is; of er een ander bestaat, is niet bekend.",
    "{maker} is the only one in our list that makes what {part} is; whether another exists is not known.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part of which a line says so; lower where lines contradict it, lowest where only our list suggests it."""
    said = {node_id(Kind.COMPONENT, each.id): says_sole_source(each) for each in case.facts.bom.components}
    from_list = case.flag("from_list")
    for part in case.parts:
        words, known = said.get(part.id, ""), makers(part)
        if not words and not (from_list and _alone_in_list(part)):
            continue
        stated = bool(words) and len(known) < 2
        yield case.finding(
            part.id,
            (STATED if stated else TORN if words else LISTED).format(part=part.label, said=words, maker="".join(known)),
            stepped(case.graded(part), 0 if stated else -1 if words else -2),
            Support(Tier.DECLARED if words else Tier.INFERRED, part.cells),
            said=words or None,
            manufacturers=known,
            component_class=part.component_class,
        )


def _alone_in_list(part: Part) -> bool:
    """Whether the list knows one maker of its class, and that one is all who make it according to the lines."""
    listed = tuple(maker.name for maker in makers_of(part.component_class))
    return len(listed) == 1 and makers(part) == listed and not unknown_among(each.manufacturer for each in part.sources)


RULE: Rule[Case] = Rule(
    id="DM115",
    title=Text("Enige bron ter wereld", "Sole source in the world"),
    what=Text(
        "Een benodigd onderdeel waarvan een regel van de stuklijst zegt dat er maar één bron bestaat, in de "
        "opmerkingen, de levenscyclus, de categorie of de omschrijving (‘enige leverancier’, ‘sole source’). Dat is "
        "meer dan één goedgekeurde bron nu (DM101). Noemt de stuklijst toch meer fabrikanten: een graad lager. Kent "
        "onze lijst van een componentklasse één maker, en is dat de enige fabrikant van het onderdeel, dan is dat "
        "afgeleid en twee graden lager: de lijst is niet volledig, dus zeker is het niet. Zegt niemand er iets over, "
        "dan zwijgt de regel, en is het onderdeel daarmee niet veilig. Bij een gangbare componentklasse is de "
        "bevinding laag.",
        "A required part of which a line of the bill of materials says that only one source exists, in the notes, the "
        "life cycle, the category or the description (“sole source”, “enige leverancier”). That is more than one "
        "approved source today (DM101). When the bill of materials names several manufacturers all the same: one grade "
        "lower. When our list knows one maker of a component class, and that is the part's only manufacturer, this is "
        "inferred and two grades lower: the list is not complete, so it is not certain. When nobody says anything the "
        "rule is silent, which does not make the part safe. For a commodity component class the finding is low.",
    ),
    why=Text(
        "Een tweede bron is hier niet te kopen: valt deze ene weg, dan staat herstel stil tot er een nieuw ontwerp of "
        "een nieuwe maker is, met gevolgen voor het voortzettingsvermogen.",
        "A second source cannot be bought here: if this one falls away, repair stops until there is a new design or a "
        "new maker, which affects staying power.",
    ),
    action=Text(
        "Laat de leverancier aantonen dat er geen ander is; leg voorraad aan en maak aanvullende afspraken; bezie of "
        "het onderdeel met de markt en kennisinstellingen kan worden ontwikkeld of uit het ontwerp kan.",
        "Have the supplier show that there is no other; build stock and agree extra terms; consider developing the "
        "part with the market and knowledge institutes, or designing it out.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: kritieke afhankelijkheden op specifieke componenten. Feiten: de stuklijst; lijst van "
        "fabrikanten.",
        "Kamerbrief APOS 2026: critical dependencies on specific components. Facts: the bill of materials; list of "
        "manufacturers.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=check,
    params=(
        Param(
            "from_list",
            True,
            Text(
                "Of ook geldt dat onze lijst maar één maker van de klasse kent.",
                "Whether our list knowing only one maker of the class counts too.",
            ),
        ),
    ),
    uses=("commodity",),
    fires={"sensor": ["Acme@DE"], "$components": {"sensor": {"notes": ("Sole source",)}}},
    silent={"sensor": ["Acme@DE"], "$components": {"sensor": {"notes": ("Single source, no substitute",)}}},
)

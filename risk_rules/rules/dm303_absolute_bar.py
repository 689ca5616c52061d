"""DM303: components from countries of concern, whatever their share: the absolute bar of SAFE and EDIP."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import cells_of, country_names, exposure, places, stepped, support

CERTAIN = Text(
    "{count:onderdeel komt|onderdelen komen} uit een zorgland ({countries}); schaadt dat de belangen van de Unie, "
    "dan laten SAFE en "
    "EDIP er geen enkel onderdeel uit toe.",
    "{count:part comes|parts come} from a country of concern ({countries}); if that contravenes the interests of the "
    "Union, SAFE "
    "and EDIP allow no part from it.",
)
POSSIBLE = Text(
    "{count:onderdeel komt|onderdelen komen} mogelijk uit een zorgland ({countries}); schaadt dat de belangen van de "
    "Unie, dan laten "
    "SAFE en EDIP er geen enkel onderdeel uit toe.",
    "{count:part possibly comes|parts possibly come} from a country of concern ({countries}); if that contravenes "
    "the interests of the "
    "Union, SAFE and EDIP allow no part from it.",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding about the system that names every part with a source there; lower where all of it is assumed."""
    seen = {part: exposure([(fact,) for fact in places(part)], case.policy.concern) for part in case.parts}
    known = {part: each for part, each in seen.items() if each.touched}
    listed = known or {part: each for part, each in seen.items() if each.named}
    if not listed:
        return
    facts = [fact for each in listed.values() for fact in each.named]
    countries = tuple(sorted({str(fact.value) for fact in facts}))
    yield case.finding(
        case.facts.graph.top,
        (CERTAIN if known else POSSIBLE).format(count=len(listed), countries=country_names(countries)),
        stepped(case.grade, 0 if known else -1),
        support(facts, cells_of(listed)),
        countries=countries,
        components=tuple(sorted(part.id for part in listed)),
    )


RULE: Rule[Case] = Rule(
    id="DM303",
    title=Text("Onderdelen uit een zorgland bij SAFE of EDIP", "Parts from a country of concern under SAFE or EDIP"),
    what=Text(
        "Het systeem bevat onderdelen met een bron in een zorgland. SAFE en EDIP sluiten componenten uit van landen "
        "die de veiligheids- en defensiebelangen van de Unie en de lidstaten schaden, ongeacht het percentage. Welke "
        "landen dat zijn zegt de verordening niet: hier gelden de zorglanden van het beleid. Alleen aangenomen: een "
        "graad lager.",
        "The system holds parts with a source in a country of concern. SAFE and EDIP bar components from countries "
        "that contravene the security and defence interests of the Union and its Member States, whatever the "
        "percentage. Which countries these are the regulation does not say: here they are the policy's countries of "
        "concern. Only assumed: one grade lower.",
    ),
    why=Text(
        "Zo'n onderdeel kan het systeem uitsluiten van deze aanschaf, hoe Europees de rest ook is; en het is een plek "
        "waar een tegenstander de levering kan stoppen.",
        "Such a part can bar the system from this acquisition, however European the rest is; and it is a place where "
        "an adversary can stop delivery.",
    ),
    action=Text(
        "Vervang deze onderdelen, of toon een andere herkomst aan met een bewijsstuk.",
        "Replace these parts, or show another origin with a document.",
    ),
    reference=Text(
        "Verordening (EU) 2025/1106 (SAFE), art. 16(10), tweede zin; Verordening (EU) 2025/2643 (EDIP), art. 10(3). "
        "Kamerbrief APOS 2026: ongewenste afhankelijkheden terugdringen.",
        "Regulation (EU) 2025/1106 (SAFE), Art. 16(10), second sentence; Regulation (EU) 2025/2643 (EDIP), Art. 10(3). "
        "Kamerbrief APOS 2026: push back unwanted dependencies.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=check,
    uses=("concern",),
    laws=("safe-16-10", "edip-10-3"),
    fires={"motor": ["Acme@CN", "Volt@DE"], "radio": ["Volt@DE"]},
    silent={"motor": ["Acme@TW"], "radio": ["Volt"]},
)

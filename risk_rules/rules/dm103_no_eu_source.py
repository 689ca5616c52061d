"""DM103: no source is known to be made in the EU, the EEA or Ukraine."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import countries, country_names, places, support, unknown_among

OUTSIDE = Text(
    "Geen bron van {part} ligt in de groep ‘{group}’; land van productie: {countries}.",
    "No source of {part} is in the group “{group}”; country of manufacture: {countries}.",
)
PARTLY = Text(
    "Van {part} is geen bron bekend in de groep ‘{group}’; bekend is alleen: {countries}.",
    "No source of {part} is known in the group “{group}”; known is only: {countries}.",
)
NOWHERE = Text(
    "Van {part} is geen bron bekend in de groep ‘{group}’; het land van productie is onbekend.",
    "No source of {part} is known in the group “{group}”; the country of manufacture is unknown.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part without a source known to be made in the group; one grade lower when an unknown one may be."""
    group = case.group()
    for part in case.parts:
        known = countries(part)
        if not group.members.isdisjoint(known):
            continue
        facts = places(part)
        unplaced = unknown_among(facts)
        message = (PARTLY if known else NOWHERE) if unplaced else OUTSIDE
        yield case.finding(
            part.id,
            message.format(part=part.label, group=group.name, countries=country_names(known)),
            case.graded(part, -1 if unplaced else 0),
            support(facts, part.cells),
            group=group.id,
            countries=known,
            unknown_origins=unplaced,
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM103",
    title=Text("Geen Europese bron", "No European source"),
    what=Text(
        "Een benodigd onderdeel waarvan van geen enkele bron bekend is dat zij produceert in de groep (standaard de "
        "EU, de EER-landen en Oekraïne). Kan een bron met onbekende herkomst daar wel liggen, dan is de bevinding een "
        "graad lager en het bewijs ‘onbekend’; bij een gangbare componentklasse is zij laag.",
        "A required part of which no source is known to manufacture in the group (by default the EU, the EEA States "
        "and Ukraine). When a source of unknown origin may lie there, the finding is one grade lower and its evidence "
        "‘unknown’; for a commodity component class it is low.",
    ),
    why=Text(
        "Voor dit onderdeel is de krijgsmacht afhankelijk van landen buiten Europa. In een crisis beslissen zij of er "
        "geleverd wordt, en dus hoelang het systeem inzetbaar blijft.",
        "For this part the armed forces depend on countries outside Europe. In a crisis those decide whether it is "
        "delivered, and so how long the system stays in use.",
    ),
    action=Text(
        "Zoek een Nederlandse of Europese bron; bezie of het onderdeel met de markt en kennisinstellingen kan worden "
        "ontwikkeld tot een toonaangevend Nederlands of Europees product; start zo nodig een parallel "
        "ontwikkelingstraject.",
        "Find a Dutch or European source; consider developing the part with the market and knowledge institutes into "
        "a leading Dutch or European product; start a parallel development track where needed.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’; STRAIIK-D 2025, bijlage 1: de productie van "
        "verschillende kritieke hoofdcomponenten vindt nu nog primair buiten de EU plaats. Groep: Verordening (EU) "
        "2025/1106 (SAFE), art. 16(10).",
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’; STRAIIK-D 2025, bijlage 1: several critical main "
        "components are still primarily made outside the EU. Group: Regulation (EU) 2025/1106 (SAFE), Art. 16(10).",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "group",
            "EU+EEA+UA",
            Text("Landengroep die als Europees geldt.", "Country group that counts as European."),
        ),
    ),
    uses=("commodity",),
    laws=("safe-16-10",),
    fires={"camera": ["Acme@US", "Volt@JP"], "gimbal": ["Acme@US", "Volt"], "lens": ["Volt"]},
    silent={"camera": ["Acme@US", "Volt@NO"], "gimbal": ["Acme", "Volt@UA"]},
)

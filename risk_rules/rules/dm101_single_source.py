"""DM101: no second manufacturer is known."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import makers, manufacturers, support, unknown_among

ONE = Text("Voor {part} is alleen {maker} als fabrikant bekend.", "Of {part}, only {maker} is known as a manufacturer.")
NONE = Text(
    "Voor {part} is geen fabrikant bekend, en dus ook geen tweede.",
    "No manufacturer of {part} is known, so no second one either.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with fewer than two known manufacturers; one grade lower when none is known."""
    for part in case.parts:
        known = makers(part)
        if len(known) > 1:
            continue
        facts = manufacturers(part)
        yield case.finding(
            part.id,
            (ONE if known else NONE).format(part=part.label, maker="".join(known)),
            case.graded(part, 0 if known else -1),
            support(facts, part.cells),
            manufacturers=known,
            unknown_manufacturers=unknown_among(facts),
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM101",
    title=Text("Enkele bron", "Single source"),
    what=Text(
        "Een benodigd onderdeel waarvan minder dan twee fabrikanten bekend zijn. Meer onderdeelnummers of "
        "distributeurs van dezelfde fabrikant tellen als één. Is geen enkele fabrikant bekend, dan is de bevinding "
        "een graad lager; bij een gangbare componentklasse (tabel commodity) is zij laag.",
        "A required part of which fewer than two manufacturers are known. Several part numbers or distributors of the "
        "same manufacturer count as one. When no manufacturer is known at all, the finding is one grade lower; for a "
        "commodity component class (table commodity) it is low.",
    ),
    why=Text(
        "Valt deze fabrikant weg, dan kan het systeem niet meer worden gemaakt of hersteld totdat een andere bron is "
        "gevonden en gekwalificeerd. Dat raakt het voortzettingsvermogen van de krijgsmacht rechtstreeks.",
        "If this manufacturer falls away, the system can no longer be made or repaired until another source has been "
        "found and qualified. That directly affects the staying power of the armed forces.",
    ),
    action=Text(
        "Kwalificeer een tweede bron, bij voorkeur Nederlands of Europees; leg voorraad aan voor de tijd die dat "
        "kost; maak aanvullende afspraken over leveringszekerheid; bezie of het onderdeel met de markt en "
        "kennisinstellingen kan worden ontwikkeld.",
        "Qualify a second source, preferably Dutch or European; keep stock for as long as that takes; agree extra "
        "terms on security of supply; consider developing the part with the market and knowledge institutes.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’: componenten van kritiek belang voor het "
        "voortzettingsvermogen.",
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’: components that are critical to staying power.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=check,
    uses=("commodity",),
    fires={"motor": ["Acme@DE"], "radio": ["Volt@NL", "Volt@DE"]},
    silent={"motor": ["Acme@DE", "Volt@NL"]},
)

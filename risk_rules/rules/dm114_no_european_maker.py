"""DM114: a component of a class of which the list of manufacturers knows no European maker."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.alternatives import makers_in, makers_of
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support

MESSAGE = Text(
    "{part} is van een klasse waarvan in ‘{group}’ geen fabrikant bekend is ({count} elders).",
    "{part} is of a class of which no maker is known in “{group}” ({count} elsewhere).",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part whose class has makers in the list, of which none is seated in the group and owned from within."""
    group = case.group()
    for part in case.parts:
        known = makers_of(part.component_class)
        if len(known) < case.number("makers") or makers_in(part.component_class, group.members):
            continue
        if any(
            source.manufacture.value in group.members for source in part.sources if source.manufacture.known
        ):  # somebody makes it there after all
            continue
        yield case.finding(
            part.id,
            MESSAGE.format(part=part.label, group=group.name, count=len(known)),
            case.graded(part),
            Support(Tier.ASSUMED, part.cells),
            group=group.id,
            component_class=part.component_class,
            makers_elsewhere=tuple(maker.name for maker in known),
        )


RULE: Rule[Case] = Rule(
    id="DM114",
    title=Text("Geen Europese fabrikant bekend", "No European maker known"),
    what=Text(
        "Een benodigd onderdeel van een componentklasse waarvan de lijst van fabrikanten wel makers kent, maar geen "
        "enkele die gevestigd is in de groep (standaard de EU, de EER-landen en Oekraïne) en niet van daarbuiten wordt "
        "bestuurd. De lijst is niet volledig: van een klasse met weinig makers in de lijst zegt de regel niets. Bij "
        "een gangbare componentklasse is de bevinding laag.",
        "A required part of a component class of which the list of manufacturers knows makers, but none that is seated "
        "in the group (by default the EU, the EEA States and Ukraine) and not owned from outside it. The list is not "
        "complete: of a class with few makers in the list the rule says nothing. For a commodity component class the "
        "finding is low.",
    ),
    why=Text(
        "Zonder Europese maker is een tweede bron hier niet te kopen; zij moet worden ontwikkeld.",
        "Without a European maker a second source cannot be bought here; it must be developed.",
    ),
    action=Text(
        "Bezie of dit onderdeel met de markt en kennisinstellingen kan worden ontwikkeld tot een toonaangevend "
        "Nederlands of Europees product; meld makers die de lijst niet kent.",
        "Consider developing this part with the market and knowledge institutes into a leading Dutch or European "
        "product; report makers that the list does not know.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: componenten ontwikkelen met de markt en kennisinstellingen. Feiten: lijst van "
        "fabrikanten.",
        "Kamerbrief APOS 2026: develop components with the market and knowledge institutes. Facts: list of "
        "manufacturers.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param("group", "EU+EEA+UA", Text("Landengroep die als Europees geldt.", "Countries that count as European.")),
        Param(
            "makers",
            4,
            Text(
                "De lijst moet zoveel makers van de klasse kennen.", "The list must know so many makers of the class."
            ),
        ),
    ),
    uses=("commodity",),
    fires={"chip": ["Acme@US"], "$components": {"chip": {"component_class": "fpga"}}},
    silent={
        "chip": ["Acme@DE"],
        "motor": ["Acme@CN"],
        "box": ["Acme@CN"],
        "$components": {"chip": {"component_class": "fpga"}, "motor": {"component_class": "bldc-motor"}},
    },
)

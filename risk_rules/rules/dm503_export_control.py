"""DM503: a material in use whose export a country controls."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.clock import today
from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.material_facts import ExportMeasure
from depmap.core.material_lists import export_measures, listings
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.holding import holders
from risk_rules.looking import country_names, listing, stepped

MESSAGE = Text(
    "{material} valt onder exportcontrole van {country}: {measures}; {held}.",
    "{material} is under export control by {country}: {measures}; {held}.",
)
STATUS = {
    "in force": Text("{name} (van kracht sinds {since})", "{name} (in force since {since})"),
    "open": Text(
        "{name} (opgeschort tot {until}; of dat is verlengd, moet worden nagegaan)",
        "{name} (suspended until {until}; whether that was prolonged must be checked)",
    ),
    "suspended": Text("{name} (opgeschort tot {until})", "{name} (suspended until {until})"),
}


def check(case: Case) -> Iterator[Finding]:
    """Every material in use with measures that are not superseded, once per country; lower when only possible."""
    day, names = today(), listings()
    for material, held in holders(case.facts.graph).items():
        name = material.partition(":")[2]
        touching = [each for each in export_measures() if name in each.materials and each.status != "superseded"]
        for country in sorted({each.country for each in touching}):
            measures = [each for each in touching if each.country == country]
            counts = any(each.status_on(day) in ("in force", "open") for each in measures)
            title = names[name].material.name if name in names else Text(name, name)
            yield case.finding(
                material if len({each.country for each in touching}) == 1 else _share(case, name, country, material),
                MESSAGE.format(
                    material=Text(title.nl[:1].upper() + title.nl[1:], title.en[:1].upper() + title.en[1:]),
                    country=country_names([country]),
                    measures=listing(_said(each, each.status_on(day)) for each in measures),
                    held=held.told,
                ),
                stepped(case.grade, -(not held.certain) - (not counts)),
                held.support,
                country=country,
                measures=tuple(each.name for each in measures),
                status=tuple(each.status_on(day) for each in measures),
                status_date=tuple(each.status_date for each in measures),
                components=held.certain,
                possible=held.possible,
            )


def _said(measure: ExportMeasure, status: str) -> Text:
    return STATUS[status].format(name=measure.title, since=measure.since, until=measure.until)


def _share(case: Case, name: str, country: str, otherwise: str) -> str:
    """The node of this country's share, where there is one: two countries are two findings."""
    nodes = (node_id(Kind.SHARE, f"{name}/{stage}/{country}") for stage in ("processing", "extraction"))
    return next((each for each in nodes if each in case.facts.graph.nodes), otherwise)


RULE: Rule[Case] = Rule(
    id="DM503",
    title=Text("Grondstof onder exportcontrole", "Material under export control"),
    what=Text(
        "Een grondstof in gebruik waarvan een land de uitvoer aan een vergunning bindt of verbiedt. Een maatregel die "
        "is opgeschort staat erbij; is de datum van de opschorting voorbij, dan is de stand open en telt hij mee. "
        "Bevat geen component de grondstof zeker, of is alles opgeschort: een graad lager.",
        "A material in use whose export a country makes subject to a licence, or bans. A measure that is suspended is "
        "named; when the date of the suspension has passed its status is open, and it counts. When no component holds "
        "the material for certain, or all is suspended: one grade lower.",
    ),
    why=Text(
        "Het land heeft het middel al in de hand om de levering te stoppen, en heeft het eerder gebruikt of ermee "
        "gedreigd.",
        "The country already has the means in hand to stop delivery, and has used it or threatened to before.",
    ),
    action=Text(
        "Ga de stand van de maatregel na; leg voorraad aan; vraag fabrikanten naar grondstof van elders.",
        "Check the status of the measure; build stock; ask makers for material from elsewhere.",
    ),
    reference=Text(
        "Lijst van exportcontroles, met bron en datum per maatregel. Kamerbrief APOS 2026: samenwerking binnen de "
        "Nationale Grondstoffenstrategie.",
        "List of export controls, with source and date per measure. Kamerbrief APOS 2026: cooperation within the "
        "Nationale Grondstoffenstrategie.",
    ),
    layer=Layer.MATERIAL,
    grade=Grade.MEDIUM,
    check=check,
    fires={"motor": ["Acme@DE"], "$components": {"motor": {"component_class": "bldc-motor"}}},
    silent={"motor": ["Acme@DE"]},
)

"""DM104: a source produces in a country of concern."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, exposure, places, stepped, support

SOLE = Text(
    "{part} wordt alleen in een zorgland gemaakt ({countries}).",
    "{part} is made in a country of concern only ({countries}).",
)
OPEN = Text(
    "{part} wordt in een zorgland gemaakt ({countries}); een bron elders is niet bekend.",
    "{part} is made in a country of concern ({countries}); no source elsewhere is known.",
)
ALSO = Text(
    "{part} wordt ook in een zorgland gemaakt ({countries}); er is een bron elders.",
    "{part} is also made in a country of concern ({countries}); there is a source elsewhere.",
)
ASSUMED = Text(
    "{part} wordt vermoedelijk in een zorgland gemaakt ({countries}); bewijs ontbreekt.",
    "{part} is presumably made in a country of concern ({countries}); there is no evidence.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with a source in a country of concern, graded by what is known of sources elsewhere."""
    for part in case.parts:
        seen = exposure([(fact,) for fact in places(part)], case.policy.concern)
        if not seen.named:
            continue
        message = ASSUMED if not seen.touched else ALSO if seen.elsewhere else OPEN if seen.unclear else SOLE
        yield case.finding(
            part.id,
            message.format(part=part.label, countries=country_names(seen.countries)),
            stepped(case.grade, seen.steps),
            support(seen.named, part.cells),
            countries=seen.countries,
            sources_of_concern=seen.touched,
            sources_elsewhere=seen.elsewhere,
            sources_unclear=seen.unclear,
        )


RULE: Rule[Case] = Rule(
    id="DM104",
    title=Text("Gemaakt in een zorgland", "Made in a country of concern"),
    what=Text(
        "Een benodigd onderdeel waarvan een bron produceert in een zorgland. Alle bronnen daar: een graad hoger dan "
        "ingesteld. Van de andere bronnen is de herkomst onbekend: de ingestelde graad. Een bron elders bekend: een "
        "graad lager. Berust de herkomst alleen op een aanname: nog een graad lager.",
        "A required part of which a source manufactures in a country of concern. All sources there: one grade above "
        "the one set. Origin of the other sources unknown: the grade set. A source elsewhere known: one grade lower. "
        "When the origin rests on an assumption only: one grade lower still.",
    ),
    why=Text(
        "Een zorgland kan de levering stoppen op het moment dat de krijgsmacht het onderdeel het hardst nodig heeft, "
        "of het onderdeel misbruiken. Dat raakt de veiligheidsbelangen van de Nederlandse staat.",
        "A country of concern can stop delivery at the moment when the armed forces need the part most, or misuse the "
        "part. That touches the security interests of the Dutch state.",
    ),
    action=Text(
        "Vervang de bron door een Nederlandse of Europese; leg tot die tijd voorraad aan; start waar het systeem "
        "ervan afhangt een parallel ontwikkelingstraject. Controleer of SAFE- of EDIP-financiering dit onderdeel "
        "uitsluit.",
        "Replace the source by a Dutch or European one; keep stock until then; start a parallel development track "
        "where the system depends on it. Check whether SAFE or EDIP funding excludes this part.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: veiligheidsbelangen wegen bij verwerving. Kamerbrief productie- en leveringszekerheid "
        "2024: herkomst weegt mee bij aanbesteding. Landen: lijst van landengroepen, groep concern, met bron per "
        "land.",
        "Kamerbrief APOS 2026: security interests weigh in acquisition. Kamerbrief productie- en leveringszekerheid "
        "2024: origin weighs in tenders. Countries: list of country groups, group concern, with a source per country.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=check,
    uses=("concern",),
    fires={"motor": ["Acme@CN"], "radio": ["Acme@CN", "Volt@NL"], "camera": ["Acme@RU", "Volt"], "esc": ["Acme@CN?"]},
    silent={"motor": ["Acme@TW", "Volt@NL"], "radio": ["Volt"]},
)

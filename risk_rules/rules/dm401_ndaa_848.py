"""DM401: a part that United States law calls critical to an unmanned aircraft, made or controlled in China."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, exposure, stepped, support

KNOWN = Text(
    "{part} valt onder sectie 848 van de Amerikaanse NDAA: een bron is gemaakt in, of gevestigd in, {countries}.",
    "{part} falls under section 848 of the United States NDAA: a source is made in, or seated in, {countries}.",
)
ASSUMED = Text(
    "{part} valt vermoedelijk onder sectie 848 van de Amerikaanse NDAA: een bron is waarschijnlijk gemaakt in, of "
    "gevestigd in, {countries}.",
    "{part} presumably falls under section 848 of the United States NDAA: a source is probably made in, or seated in, "
    "{countries}.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part of a class in the law with a source made in, or a maker seated in, a country it covers."""
    covered, classes = frozenset(case.words("covered_countries")), case.words("classes")
    for part in case.parts:
        if part.component_class not in classes:
            continue
        seen = exposure([(source.manufacture, *case.control(source)[:1]) for source in part.sources], covered)
        if not seen.named:
            continue
        yield case.finding(
            part.id,
            (KNOWN if seen.touched else ASSUMED).format(part=part.label, countries=country_names(seen.countries)),
            stepped(case.grade, 0 if seen.touched else -1),
            support(seen.named, part.cells),
            countries=seen.countries,
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM401",
    title=Text("Amerikaanse wet: sectie 848 NDAA", "United States law: NDAA section 848"),
    what=Text(
        "Ter informatie: een onderdeel dat de Amerikaanse wet noemt (vluchtregelaar, radio en gegevensverbinding, "
        "camera, gimbal), gemaakt in China of door een daar gevestigde fabrikant. Motoren, regelaars, accu's en frames "
        "noemt deze wet niet. Voor grondstation en software is een stuklijst niet genoeg.",
        "For information: a part that United States law names (flight controller, radio and data transmission, camera, "
        "gimbal), made in China or by a manufacturer domiciled there. Motors, speed controllers, batteries and frames "
        "are not named in this law. For ground station and software a bill of materials is not enough.",
    ),
    why=Text(
        "Nederlandse aanschaf is er niet aan gebonden, maar het Amerikaanse ministerie koopt zo'n systeem niet. Wie "
        "samen met de Verenigde Staten wil optreden of leveren, krijgt ermee te maken.",
        "Dutch acquisition is not bound by it, but the United States department does not buy such a system. Whoever "
        "wants to operate or deliver together with the United States meets it.",
    ),
    action=Text(
        "Weeg dit mee waar met de Verenigde Staten wordt samengewerkt; kies daar een bron buiten China.",
        "Weigh this where there is cooperation with the United States; choose a source outside China there.",
    ),
    reference=Text(
        "NDAA FY2020, sec. 848 (20 december 2019), zoals aangehaald door de Defense Innovation Unit. Kamerbrief APOS "
        "2026: soms afhankelijk van anderen.",
        "NDAA FY2020, sec. 848 (20 December 2019), as quoted by the Defense Innovation Unit. Kamerbrief APOS 2026: "
        "sometimes dependent on others.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.LOW,
    check=check,
    params=(
        Param(
            "covered_countries",
            ("CN",),
            Text("Landen waarop de wet van toepassing is.", "Countries that the law covers."),
        ),
        Param(
            "classes",
            (
                "camera",
                "cooled-camera",
                "flight-controller",
                "gimbal",
                "low-light-sensor",
                "radio-link",
                "thermal-camera",
            ),
            Text("Componentklassen die de wet noemt.", "Component classes that the law names."),
        ),
    ),
    laws=("ndaa-2020-848",),
    fires={"fc": ["Acme@CN"], "$components": {"fc": {"component_class": "flight-controller"}}},
    silent={
        "fc": ["Acme@DE"],
        "motor": ["Acme@CN"],
        "$components": {"fc": {"component_class": "flight-controller"}, "motor": {"component_class": "bldc-motor"}},
    },
)

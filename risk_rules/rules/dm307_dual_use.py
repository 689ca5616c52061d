"""DM307: whether the system is an unmanned aircraft of the European list of dual-use items."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.profile import ASK, asking
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.dual_use import Limits, dual_use
from risk_rules.looking import Support

LISTED = Text(
    "Het systeem is een product voor tweeërlei gebruik: {entries} van bijlage I bij Verordening (EU) 2021/821.",
    "The system is a dual-use item: {entries} of Annex I to Regulation (EU) 2021/821.",
)
OPEN = Text(
    "Of het systeem onder {entries} van bijlage I bij Verordening (EU) 2021/821 valt, is niet te beslissen. "
    "{questions}",
    "Whether the system falls under {entries} of Annex I to Regulation (EU) 2021/821 cannot be decided. {questions}",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding about the system: the entry that it falls under, else those of which that is open."""
    limits = Limits(
        minutes=case.number("minutes"),
        minutes_in_gusts=case.number("minutes_in_gusts"),
        gusts_kmh=case.amount("gusts_kmh"),
        range_km=case.number("range_km"),
    )
    found = dual_use(case.profile, limits)
    entries = found.listed or found.open
    if not entries:
        return
    yield case.finding(
        case.facts.graph.top,
        (LISTED if found.listed else OPEN).format(
            entries=Text(" of ".join(entries), " or ".join(entries)), questions=asking(found.ask)
        ),
        case.grade,
        Support(Tier.DECLARED if found.listed else Tier.UNKNOWN, ()),
        entries=entries,
        verdict="yes" if found.listed else "cannot decide",
        **{ASK: found.ask},
    )


RULE: Rule[Case] = Rule(
    id="DM307",
    title=Text("Luchtvaartuig voor tweeërlei gebruik", "Dual-use aircraft"),
    what=Text(
        "Ter informatie: of het systeem een onbemand luchtvaartuig is van bijlage I bij de verordening voor tweeërlei "
        "gebruik, uit wat de tabel [system] van het beleid opgeeft. 9A012.a: ontworpen voor bestuurde vlucht buiten "
        "het zicht van de bediener, met een vliegduur vanaf een uur, of vanaf een half uur als het bij windstoten "
        "vanaf 46,3 km/u kan starten en stabiel vliegen. 9A112.a: andere, met een bereik vanaf 300 km. De regel zwijgt "
        "alleen als is opgegeven dat het aan geen van beide voldoet. Over andere posten (aerosolen, motoren, sensoren, "
        "onderwatervaartuigen) en over militaire goederen zegt hij niets.",
        "For information: whether the system is an unmanned aircraft of Annex I to the dual-use regulation, from what "
        "the table [system] of the policy states. 9A012.a: designed for controlled flight out of the sight of its "
        "operator, with an endurance from one hour, or from half an hour when it can take off and fly stably in gusts "
        "from 46.3 km/h. 9A112.a: others, with a range from 300 km. The rule is silent only when it is stated that it "
        "meets neither. It says nothing about other entries (aerosols, engines, sensors, underwater vehicles) or about "
        "military goods.",
    ),
    why=Text(
        "Voor uitvoer van zo'n systeem, en van techniek ervoor, kan een vergunning nodig zijn. Dat raakt samenwerking "
        "met landen buiten de Unie, ook bij onderhoud en levering in een crisis, en zo het voortzettingsvermogen.",
        "Exporting such a system, and technology for it, may need an authorisation. That affects cooperation with "
        "countries outside the Union, in maintenance and delivery in a crisis too, and so staying power.",
    ),
    action=Text(
        "Geef de gevraagde kenmerken op in de tabel [system]; ga met de maker na welke vergunningen nodig zijn.",
        "State the characteristics asked for in the table [system]; establish with the maker which authorisations are "
        "needed.",
    ),
    reference=Text(
        "Verordening (EU) 2021/821, bijlage I, 9A012.a en 9A112.a (stand 21 september 2026). Kamerbrief productie- en "
        "leveringszekerheid 2024.",
        "Regulation (EU) 2021/821, Annex I, 9A012.a and 9A112.a (as of 21 September 2026). Kamerbrief productie- en "
        "leveringszekerheid 2024.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.LOW,
    check=check,
    params=(
        Param("minutes", 60, Text("Vliegduur vanaf waar 9A012.a altijd geldt.", "Endurance from which 9A012.a holds.")),
        Param(
            "minutes_in_gusts",
            30,
            Text(
                "Vliegduur vanaf waar 9A012.a geldt voor wat windstoten doorstaat.",
                "Endurance from which 9A012.a holds for what withstands gusts.",
            ),
        ),
        Param("gusts_kmh", 46.3, Text("Vanaf deze windstoten, in km/u.", "From these gusts on, in km/h.")),
        Param("range_km", 300, Text("Bereik vanaf waar 9A112.a geldt.", "Range from which 9A112.a holds.")),
    ),
    uses=("system",),
    laws=("dual-9a012-a", "dual-9a112"),
    fires={"motor": ["Acme@DE"]},
    silent={
        "motor": ["Acme@DE"],
        "$system": {"kind": "air", "beyond_sight": True, "endurance_h": 0.4, "range_km": 12},
    },
)

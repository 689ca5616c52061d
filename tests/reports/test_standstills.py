"""Standstill in the reports: what leaves it open, what to ask, and that the workbook, the page and the JSON say it."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Loss, Missing, Outage, Standstill, Verdict, Weeks
from depmap.core.graph import Layer
from depmap.core.judgement import Analysis
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language, same
from depmap.network import Network
from depmap.network.standstill import outages
from reports.columns.listing import COLUMNS
from reports.page import systems as page
from reports.page.standstill import scenarios
from reports.programs.narrowing import Ask, narrowing
from reports.tables.standstill import asks, low_by, table
from reports.words.rows import component_list
from reports.words.weeks import lasting
from reports.writers import critical_components, findings_json, risk_map
from tests.reports.analyses import analysed, analysis, drone, findings_of

WEEKS = {"motor": 26.0, "chip": 39.0, "screw": 2.0}
CHINA = Loss("CN", same("China"), ("country:CN",))

Parts = Mapping[str, Mapping[str, object]]


def lost(sources: Mapping[str, list[str]], fields: Parts) -> tuple[Mapping[str, Outage], Standstill]:
    """What the loss of China does to a drone of these parts."""
    bom = sketch("drone", {**sources, "$components": fields})
    times = outages(bom, WEEKS, systems_per_week=1.0)
    (found,) = Network.of(bom).standstills(times, [CHINA], [Layer.SUPPLY])
    return times, found


def of(name: str, stock: int | None = None) -> dict[str, object]:
    return {"component_class": name, "stock": None if stock is None else Decimal(stock)}


def test_the_low_end_is_named_and_what_cannot_move_it_is_not_asked() -> None:
    times, found = lost(
        {"motor": ["A@CN"], "chip": ["B@CN"], "screw": ["C@CN"], "odd": ["D@CN"], "radio": ["E"]},
        {"motor": of("motor", 6), "chip": of("chip"), "screw": of("screw"), "odd": {}, "radio": of("motor", 0)},
    )
    why = narrowing(times, found)
    assert (found.weeks, found.stops) == (Weeks(20, None), Verdict.YES)
    assert (why.low_by, why.unclassed, why.known) == (("component:motor",), ("component:odd",), 39)
    assert why.asks == (
        Ask("class", ("component:odd",)),
        Ask("stock", ("component:chip", "component:odd")),
        Ask("lost", ("component:radio",)),
    )


def test_while_it_is_open_whether_it_stops_that_is_asked_first() -> None:
    times, found = lost({"motor": ["A"], "odd": ["B"]}, {"motor": of("motor", 30), "odd": {}})
    why = narrowing(times, found)
    assert found.stops is Verdict.CANNOT_DECIDE
    assert why.low_by == ()
    assert why.asks[0] == Ask("lost", ("component:odd", "component:motor"))
    assert [each.what for each in why.asks] == ["lost", "class", "stock"]


def test_what_certainly_holds_out_asks_nothing() -> None:
    times, found = lost({"motor": ["A@NL"], "odd": ["B@DE"]}, {"motor": of("motor"), "odd": {}})
    assert found.stops is Verdict.NO
    assert narrowing(times, found).asks == ()


part = st.tuples(
    st.sampled_from(["A@CN", "A@NL", "A"]),
    st.sampled_from(["motor", "chip", "screw", None]),
    st.sampled_from([None, 0, 1, 10, 100]),
)


@given(st.dictionaries(st.sampled_from("abcdef"), part, min_size=1))
@settings(max_examples=150, deadline=None)
def test_answers_that_are_not_asked_for_change_no_end(parts: dict[str, tuple[str, str | None, int | None]]) -> None:
    """Whatever the stock, the class or the country of a component that nothing is asked of: the weeks stay the same."""
    sources = {name: [source] for name, (source, _, _) in parts.items()}
    fields = {name: {**of("", stock), "component_class": kind} for name, (_, kind, stock) in parts.items()}
    times, found = lost(sources, fields)
    why = narrowing(times, found)
    if found.weeks.low > 0:
        assert why.low_by
        assert {times[name].standstill.low for name in why.low_by} == {found.weeks.low}
    assert bool(why.unclassed) == (found.weeks.high is None)
    asked = {name for each in why.asks for name in each.components}
    for name, (source, kind, stock) in parts.items():
        if f"component:{name}" in asked:
            continue
        answered = {
            **fields,
            name: {"component_class": kind or "chip", "stock": Decimal(0 if stock is None else stock)},
        }
        places = ["A@CN", "A@NL"] if source == "A" else [source]
        for place in places:
            assert lost({**sources, name: [place]}, answered)[1].weeks == found.weeks


def test_the_largest_of_what_is_asked_first_can_become_the_low_end() -> None:
    sources = {"motor": ["A@CN"], "chip": ["B@CN"], "screw": ["C@CN"]}
    times, found = lost(sources, {name: of(name) for name in sources})
    (stock,) = narrowing(times, found).asks
    assert stock.components == ("component:chip", "component:motor", "component:screw")
    _, answered = lost(sources, {**{name: of(name) for name in sources}, "chip": of("chip", 0)})
    assert answered.weeks == Weeks(39, 39)


# In words.


@pytest.mark.parametrize(
    ("weeks", "unclassed", "known", "nl", "en"),
    [
        (Weeks(0, 26), 0, 26.0, "hoogstens 26 weken", "up to 26 weeks"),
        (
            Weeks(0, None),
            13,
            39.0,
            "onbekend door 13 onderdelen zonder klasse; de overige hoogstens 39 weken",
            "unknown because of 13 parts without a class; the others up to 39 weeks",
        ),
        (
            Weeks(39, None),
            1,
            39.0,
            "minstens 39 weken; hoeveel meer is onbekend door 1 onderdeel zonder klasse",
            "at least 39 weeks; how many more is unknown because of 1 part without a class",
        ),
        (Weeks(0, None), 0, None, "onbekend", "unknown"),
    ],
)
def test_an_open_end_says_why(weeks: Weeks, unclassed: int, known: float | None, nl: str, en: str) -> None:
    assert (lasting(weeks, unclassed, known).nl, lasting(weeks, unclassed, known).en) == (nl, en)


def small(language: Language = "nl") -> Analysis:
    """A system of which China stops a motor with stock, a part without a class, and perhaps a radio."""
    bom = sketch(
        "drone",
        {
            "motor": ["T-Motor@CN"],
            "odd": ["B@CN"],
            "radio": ["E"],
            "$components": {
                "motor": {"component_class": "bldc-motor", "stock": Decimal(3)},
                "radio": {"component_class": "esc"},
            },
        },
    )
    return analysis(bom, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_a_row_for_every_scenario_and_layer(language: Language) -> None:
    made = small(language)
    (system,) = made.systems
    content = critical_components.render(made)
    sheet = openpyxl.load_workbook(io.BytesIO(content))[{"nl": "Stilstand", "en": "Standstill"}[language]]
    head, *rows = sheet.iter_rows(values_only=True)
    assert len(rows) == len(system.standstills) == 6
    china = dict(zip(head, next(row for row in rows if row[1] == "CN"), strict=True))
    shown = list(china.values())
    assert shown[4:7] == [{"nl": "ja", "en": "yes"}[language], 20, {"nl": "onbekend", "en": "unknown"}[language]]
    assert shown[7:13] == [20, 1, 0, 6, 2, 1]
    assert shown[13] == {"nl": "motor: 20 weken", "en": "motor: 20 weeks"}[language]
    assert (
        str(shown[14]).split("\n")
        == {
            "nl": ["de klasse van odd", "de voorraad van odd", "of ze wegvallen: radio: hoogstens 20 weken"],
            "en": ["the class of odd", "the stock of odd", "whether they are lost: radio: up to 20 weeks"],
        }[language][:2]
    )
    assert sheet.freeze_panes == "E2"


def test_a_scenario_that_does_nothing_says_so() -> None:
    bom = sketch("drone", {"motor": ["A@NL"]})
    made = analysis(bom)
    (antarctica,) = (row for row in table(made).rows if row[1:4:2] == ("AQ", "levering"))
    assert antarctica[4:11] == ("nee", 0, 0, None, 0, "valt niet stil", "valt niet stil")
    assert antarctica[13:] == (None, None)


def test_the_list_has_the_weeks_of_every_component() -> None:
    (system,) = small().systems
    rows = {row.component.id: row for row in component_list(replace(system, findings=findings_of(system.bom))).listed}
    values = {column.key: column.value for column in COLUMNS}

    def shown(name: str) -> list[object]:
        keys = ("cover", "recovery", "standstill_low", "standstill_high", "standstill_needs")
        return [values[key](rows[name], "nl") for key in keys]

    assert shown("motor") == [6, 26, 20, 20, "niets"]
    assert shown("odd") == ["onbekend", "onbekend", 0, "onbekend", "componentklasse onbekend\nvoorraad niet opgegeven"]
    assert shown("radio") == ["onbekend", 20, 0, 20, "voorraad niet opgegeven"]
    assert (
        values["lost_in"](rows["motor"], "nl") == "China valt weg (levering)\nT-Motor valt weg (levering, zeggenschap)"
    )
    assert values["lost_in"](rows["radio"], "nl") == "geen enkel scenario"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_every_scenario_once(language: Language) -> None:
    made = drone(language)
    (system,) = made.systems
    rows = scenarios(system, language)
    told = [(id_, row["layer"]) for row in rows for _, id_ in row["losses"]]  # type: ignore[attr-defined]
    assert sorted(told) == sorted((each.loss.id, each.layers[0].text[language]) for each in system.standstills)
    assert [row["place"] for row in rows] == list(range(len(rows)))
    text = risk_map.render(made).decode("utf-8")
    for row in rows:
        assert str(row["weeks"]) in text
    stopping = [row["verdict_place"] for row in rows]
    assert stopping == sorted(stopping), "what certainly stops stands first"  # type: ignore[type-var]


def test_the_same_outcome_is_told_once() -> None:
    bom = sketch("drone", {"motor": ["A@NL"]})
    rows = scenarios(analysed(bom), "nl")
    told = [(row["layer"], row["verdict"], len(row["losses"])) for row in rows]  # type: ignore[arg-type]
    assert told == [("zeggenschap", "niet te beslissen", 2), ("levering", "nee", 3), ("zeggenschap", "nee", 1)]


def test_findings_json_says_why_an_end_is_open() -> None:
    (system,) = small().systems
    content = json.loads(findings_json.render(small()))
    china = next(each for each in content["standstill"] if (each["loss"], each["layer"]) == ("CN", "supply"))
    assert (china["low_by"], china["without_class"], china["known_high"]) == (["component:motor"], 1, 20)
    assert china["ask"][0] == {"what": "class", "count": 1, "first": ["component:odd"]}
    assert {each["what"] for each in content["standstill"] for each in each["ask"]} <= {"lost", *Missing}
    why = narrowing(system.outages, system.standstills[0])
    assert low_by(system, why, "en") == "motor: 20 weeks"
    assert asks(system, why, "en")[0] == "the class of odd"


@pytest.mark.parametrize(
    ("made_in", "nl", "en"),
    [
        (
            "CN",
            "In het zwaarste scenario (‘China valt weg’) valt het systeem zeker stil; hoelang: 20 weken.",
            "In the worst scenario (“China is lost”) the system certainly stops; for how long: 20 weeks.",
        ),
        (
            "NL",
            "Van geen enkel scenario staat vast dat het de levering stillegt.",
            "No scenario is certain to stop the supply.",
        ),
    ],
)
def test_the_overview_tells_the_worst_scenario(made_in: str, nl: str, en: str) -> None:
    fields = {"component_class": "bldc-motor", "stock": Decimal(3)}
    bom = sketch("drone", {"motor": [f"A@{made_in}"], "$components": {"motor": fields}})
    for language, sentence in zip(LANGUAGES, (nl, en), strict=True):
        made = analysis(bom, language=language)
        assert sentence in page.systems(made)[0].sentences

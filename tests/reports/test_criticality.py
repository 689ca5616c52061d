"""The list of critical components: one order in every output, and what it says of each component."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from depmap.app.summary import NAMED, summary
from depmap.core.answers import Verdict
from depmap.core.criticality import Band
from depmap.core.judgement import Analysis
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language
from reports.columns.listing import in_order
from reports.words import criticality as words
from reports.words.rows import CommodityGroup, ComponentRow, component_list
from reports.writers import critical_components, findings_json, risk_map
from tests.reports.analyses import analysis, drone


@pytest.fixture(scope="module")
def made() -> Analysis:
    return drone("en")


def in_page(made: Analysis) -> list[str]:
    return re.findall(r'data-row="component:([^"]+)"', risk_map.render(made).decode("utf-8"))


def in_workbook(made: Analysis) -> list[str]:
    from io import BytesIO

    book = openpyxl.load_workbook(BytesIO(critical_components.render(made)))
    keys = [column.key for column in in_order(several=False)]
    rows: list[tuple[Any, ...]] = [
        row for name in ("Critical components", "Commodities") for row in book[name].iter_rows(2, values_only=True)
    ]
    alone = [row for row in rows if "×" not in str(row[keys.index("component")])]
    return [str(row[keys.index("component")]) for row in sorted(alone, key=lambda row: row[keys.index("rank")])]


def in_json(made: Analysis) -> list[str]:
    items = json.loads(findings_json.render(made))["components"]
    ranked = [item for item in items if item["rank"] is not None]
    return [item["component"] for item in sorted(ranked, key=lambda item: item["rank"])]


@pytest.mark.parametrize("output", [in_page, in_workbook, in_json])
def test_every_output_has_the_same_order(made: Analysis, output: object) -> None:
    wanted = [row.component.id for row in component_list(made.systems[0]).listed]
    assert output(made) == wanted  # type: ignore[operator]


def test_the_summary_begins_with_the_head_of_the_list(made: Analysis) -> None:
    parts = [row.component for row in component_list(made.systems[0]).listed[:NAMED]]
    first = [f"{part.description} ({part.id})" for part in parts]
    assert f"Look first at: {'; '.join(first)}" in summary(made, "en")


def test_the_order_is_by_part_and_by_standstill(made: Analysis) -> None:
    rows = component_list(made.systems[0]).listed
    bands = [row.criticality.band for row in rows]
    assert bands == sorted(bands)
    assert set(bands) >= {Band.CERTAIN, Band.OPEN, Band.COMMODITY}
    for band in (Band.CERTAIN, Band.OPEN):
        orders = [row.criticality.order for row in rows if row.criticality.band is band]
        assert orders == sorted(orders)
    assert not all(row.grade == max(each.grade for each in rows) for row in rows[:10]), "the grade does not order it"


def test_commodities_of_a_class_stand_together_in_one_entry() -> None:
    found = component_list(drone().systems[0])
    classes = [entry.component_class for entry in found.entries if isinstance(entry, CommodityGroup)]
    assert len(classes) == len(set(classes)) > 1
    flat = [row for entry in found.entries for row in (entry.rows if isinstance(entry, CommodityGroup) else (entry,))]
    assert flat == list(found.listed)
    for group in found.groups:
        assert group.worst.criticality.order == min(row.criticality.order for row in group.rows)


def test_what_may_stop_the_system_is_listed_also_when_no_rule_names_it() -> None:
    (system,) = analysis(sketch("kite", {"bow": ["Acme@CN"], "tail": [""]})).systems
    silent = component_list(replace(system, findings=()))
    assert [row.component.id for row in silent.listed] == ["bow", "tail"]
    assert silent.others == ()


def rows(parts: dict[str, object]) -> dict[str, ComponentRow]:
    found = component_list(analysis(sketch("kite", parts)).systems[0])
    return {row.component.id: row for row in (*found.listed, *found.others)}


MAKERS = {
    "Acme": {"seat": "CN", "parent": "Group", "ownership": "CN"},
    "Volt": {"seat": "DE", "parent": "Volt AG", "ownership": "DE"},
    "Aile": {"seat": "FR", "parent": "Aile SA", "ownership": "FR"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_source_abroad_in_words(language: Language) -> None:
    fields = {"bow": {"component_class": "bldc-motor"}}
    row = rows({"hull": {"bow": ["Acme@CN"]}, "$suppliers": MAKERS, "$components": fields})["bow"]
    wanted = {
        "nl": (
            "Zonder Acme is er geen bron meer. Vervanging: specifiek, hersteltijd 26 weken (aangenomen).",
            "fabrikant Acme → dit component → hull",
            ("fabrikant Acme (levering)", "land China (levering, zeggenschap)", "eigenaar Group (zeggenschap)"),
            (
                "hoogstens 26 weken",
                "zeker bij verlies van: elk van de vier",
                "vraag na: voorraad",
            ),
        ),
        "en": (
            "Without Acme no source is left. Replacement: specific, recovery 26 weeks (assumed).",
            "manufacturer Acme → this component → hull",
            ("manufacturer Acme (supply)", "country China (supply, control)", "owner Group (control)"),
            (
                "up to 26 weeks",
                "certainly when lost: any of the four",
                "ask for: stock",
            ),
        ),
    }[language]
    told = words.why(row, language), words.through(row, language), words.who(row, language)
    assert (*told, words.how_long(row, language)) == wanted
    assert words.evidence(row).value == "declared"


def test_sources_with_nothing_in_common_survive_in_words() -> None:
    row = rows({"bow": ["Aile@FR", "Volt@DE"], "$suppliers": MAKERS})["bow"]
    assert row.criticality.stops is Verdict.NO
    assert words.why(row, "en") == "A source is left under all four losses."
    assert (words.through(row, "en"), words.who(row, "en")) == (None, ())
    assert words.how_long(row, "en") == ("0 weeks",)
    both = rows({"bow": ["Acme@CN", "Volt@CN"], "$suppliers": MAKERS})["bow"]
    assert words.how_long(both, "en")[1] == (
        "certainly when lost: country of manufacture, all outside the EU, the EEA and Ukraine"
    )


def test_what_is_unknown_is_said_and_asked() -> None:
    row = rows({"bow": ["", "Volt@DE"], "$suppliers": MAKERS})["bow"]
    assert words.why(row, "en").startswith("Whether a source is left under every loss cannot be said; unknown: manufac")
    assert words.who(row, "en") == ("cannot be said; unknown: manufacturer, country of manufacture",)
    assert words.asks(row, "en")[:3] == ("manufacturer", "country of manufacture", "component class")
    assert words.chain(row, "en")[0] == "unknown manufacturer"
    assert words.evidence(row).value == "unknown"


def test_what_only_a_list_assumes_is_named_as_possible() -> None:
    row = rows({"bow": ["Volt@CN?"], "$suppliers": MAKERS})["bow"]
    assert "possibly, assumed: country China (supply)" in words.who(row, "en")


def test_all_countries_outside_are_named_when_no_single_one_does_it() -> None:
    row = rows({"bow": ["Acme@CN", "Volt@US"], "$suppliers": MAKERS})["bow"]
    assert words.who(row, "en") == ("all countries outside the EU, the EEA and Ukraine (supply)",)
    assert words.why(row, "en").startswith("Without the countries outside the EU, the EEA and Ukraine no")

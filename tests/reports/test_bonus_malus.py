"""Bonus-malus in the reports: the statement of the command, marked as an example, system beside system."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from depmap.core.judgement import Analysis
from depmap.core.text import Language
from reports.interface import render
from reports.programs.bonus_malus import basis, meaning, statements, told
from tests.reports.analyses import analysis, drone_bom
from tests.support import packed_data

EXAMPLE = {"nl": "Voorbeeld: deze punten zijn van depmap", "en": "Example: these points are depmap's"}
each_language = pytest.mark.parametrize("language", ["nl", "en"])


def one(language: Language = "en") -> Analysis:
    return analysis(drone_bom(), language=language)


def two() -> Analysis:
    """The same drone twice; the second has nothing that costs points."""
    both = analysis(drone_bom("A"), drone_bom("B"), language="en")
    second = both.systems[1]
    assert second.statement is not None
    free = tuple(replace(entry, weight=0) for entry in second.statement.entries)
    return replace(both, systems=(both.systems[0], replace(second, statement=replace(second.statement, entries=free))))


def own(found: Analysis) -> Analysis:
    """With points from a policy of one's own."""
    systems = tuple(
        replace(each, statement=None if each.statement is None else replace(each.statement, is_example=False))
        for each in found.systems
    )
    return replace(found, systems=systems, run=replace(found.run, policy="inkoop.toml"))


def book(found: Analysis) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(found, "critical-components")))


def paged(found: Analysis) -> str:
    """The page as its reader has it: all but the overview of a long one is packed."""
    page = render(found, "risk-map").decode()
    return page + str(packed_data(page).get("body", ""))


def section(found: Analysis, identity: str = "s1-bonus") -> str:
    page = paged(found)
    start = page.index(f'id="{identity}"')
    return page[start : page.index("</section>", start)]


@each_language
def test_the_sheet_adds_up_and_says_that_it_is_an_example(language: Language) -> None:
    found = one(language)
    (statement,) = statements(found)
    sheet = book(found)[{"nl": "Bonus-malus (voorbeeld)", "en": "Bonus-malus (example)"}[language]]
    rows = [
        dict(zip([cell.value for cell in sheet[1]], row, strict=True)) for row in sheet.iter_rows(2, values_only=True)
    ]
    kind, low, what = ("Soort", "Punten, minstens", "Wat") if language == "nl" else ("Kind", "Points, at least", "What")
    total, *rest = rows
    assert str(total[what]).startswith(EXAMPLE[language])
    lines = [row for row in rest if row[kind] in ("bonus", "malus")]
    assert sum(row[low] for row in lines) == pytest.approx(total[low], abs=0.05)
    assert total[low] == pytest.approx(statement.points[0], abs=0.01)
    facts = rest[len(lines) :]
    assert [row[low] for row in facts] == [pytest.approx(gain.points, abs=0.01) for gain in statement.gains]
    assert len(facts) == 3


def test_an_interval_is_explained_in_words() -> None:
    (found,) = statements(one())
    none = replace(found, entries=tuple(replace(entry, share=(0.0, 1.0)) for entry in found.entries))
    exact = replace(found, entries=tuple(replace(entry, share=(0.5, 0.5)) for entry in found.entries))
    assert meaning(exact) is None
    words = meaning(none)
    assert words is not None
    assert words.nl.startswith("Niets bewezen: ")
    proven = replace(none, entries=(replace(none.entries[0], share=(0.5, 0.5)), *none.entries[1:]))
    assert meaning(proven) != words


def test_a_cell_of_the_sheet_names_parts_and_cells() -> None:
    (statement,) = statements(one())
    sheet = book(one())["Bonus-malus (example)"]
    entry = next(each for each in statement.entries if each.parts)
    (row,) = [row for row in sheet.iter_rows(2, values_only=True) if row[2] == entry.measure.title.en and row[4]]
    first = entry.parts[0]
    assert str(row[9]).startswith(first.label)
    assert len(str(row[9]).splitlines()) == min(len(entry.parts), 13)


@each_language
def test_the_page_says_that_it_is_an_example(language: Language) -> None:
    found = one(language)
    (statement,) = statements(found)
    text = section(found)
    assert EXAMPLE[language].replace("'", "&#39;") in text
    assert f"({'voorbeeld' if language == 'nl' else 'example'})" in text
    assert told(statement.points, language) in text
    assert text.count('<tr role="row">') == 1 + len(statement.entries)
    assert re.findall(r"<strong>(\+[\d.,]+)</strong>", text) == [
        f"+{gain.points:.1f}".replace(".", "," if language == "nl" else ".") for gain in statement.gains
    ]


def test_points_of_ones_own_are_no_example() -> None:
    found = own(one())
    assert "xample" not in section(found)
    assert "Points by inkoop.toml." in section(found)
    assert "Bonus-malus" in book(found).sheetnames
    assert basis(statements(found), "inkoop.toml").nl == "Punten volgens inkoop.toml."
    (item,) = json.loads(render(found, "findings"))["bonus_malus"]
    assert item["example_points"] is False


def test_systems_stand_side_by_side() -> None:
    found = two()
    sheet = book(found)["Bonus-malus side by side"]
    heads, total, *rows = sheet.iter_rows(values_only=True)
    assert heads[2:] == (
        "1. A: points, at least",
        "1. A: points, at most",
        "2. B: points, at least",
        "2. B: points, at most",
    )
    first, second = statements(found)
    assert total[2:] == pytest.approx((*first.points, *second.points), abs=0.01)
    assert total[4:] == (0, 0)
    assert len(rows) == len(first.entries)
    text = section(found, "compared")
    assert told(first.points, "en") in text
    assert text.index(">A<") < text.index(">B<")
    assert 'href="#compared"' in paged(found)


def test_one_system_is_compared_with_nothing() -> None:
    assert "Bonus-malus side by side" not in book(one()).sheetnames
    assert 'id="compared"' not in paged(one())


def test_without_a_statement_nothing_is_said() -> None:
    found = one()
    silent = replace(found, systems=(replace(found.systems[0], statement=None),))
    assert "s1-bonus" not in render(silent, "risk-map").decode()
    assert json.loads(render(silent, "findings"))["bonus_malus"] == []


def test_numbers() -> None:
    assert told((-40.0, -4.25), "nl") == "-40,0 tot -4,2"
    assert told((-0.01, 0.0), "en") == "0.0"

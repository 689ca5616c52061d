"""What changed, on the page: in both languages, escaped, and only when something was compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from depmap.core.comparison import Cause, Change, Comparison, Direction, Matter, Side
from depmap.core.text import LANGUAGES, Language, Text, same
from reports.page.compare import ROWS, counted, section
from reports.writers.risk_map import render
from tests.reports.analyses import drone, drone_bom
from tests.support import packed_data

HOSTILE = "<img src=x onerror=alert(1)>\u202e"


def change(direction: Direction, number: int = 0, cause: Cause = Cause.SYSTEM) -> Change:
    system = drone_bom().system
    name = same(f"{HOSTILE}{number}")
    words = Text("niet te beslissen", "cannot decide"), Text("nee", "no")
    return Change(direction, Matter.GROUP, system, "NL", name, "supply", *words, "cannot decide", "no", cause)


def compared(*changes: Change, system: str | None = None) -> Comparison:
    side = Side("old.json", "2026-11-21", "0.1.0", "default", ("Kite",))
    pair = ("Kite", drone_bom().system if system is None else system)
    return Comparison(side, side, (same("Another list <b>"),), (pair,), changes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_what_changed_worst_first_and_what_else_differs_before(language: Language) -> None:
    told = drone(language)
    changes = (change(Direction.WORSE), change(Direction.UNKNOWN, cause=Cause.BASIS))
    page = render(replace(told, comparison=compared(*changes))).decode()
    both = page + "".join(str(packed_data(page, each).get("body", "")) for each in LANGUAGES)
    assert 'id="s1-changes"' in both
    places = [both.index(text) for text in ("Another list &lt;b&gt;", 's1-changes-worse"', 's1-changes-unknown"')]
    assert places == sorted(places)
    assert Cause.BASIS.text[language] in both
    assert "<img src=x" not in both
    assert "&lt;U+202E&gt;" in both


def test_there_is_no_such_part_without_a_comparison_or_for_a_system_that_was_not_compared() -> None:
    told = drone("en")
    assert section(told, drone_bom().system) is None
    assert section(replace(told, comparison=compared(system="other")), drone_bom().system) is None
    assert b"s1-changes" not in render(told)


def test_many_changes_are_cut_short_and_it_says_so() -> None:
    changes = [change(Direction.BETTER, number) for number in range(ROWS + 1)]
    found = section(replace(drone("en"), comparison=compared(*changes)), drone_bom().system)
    assert found is not None
    parts: Any = found["parts"]
    assert [(len(part["rows"]), part["count"], part["more"]) for part in parts] == [(ROWS, ROWS + 1, True)]


def test_nothing_changed_is_said() -> None:
    assert counted([]).en == "Nothing changed."
    assert counted([change(Direction.BETTER)]).nl.startswith("0 slechter, 1 beter")

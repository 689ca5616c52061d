"""What follows from an analysis is worked out once, and goes with it."""

from __future__ import annotations

from dataclasses import replace

from depmap.core.judgement import SystemAnalysis
from depmap.core.once import once
from depmap.core.sketch import sketch
from reports.words.rows import component_list
from tests.reports.analyses import analysis


def test_once_for_each_value() -> None:
    asked: list[str] = []

    @once
    def lines(system: SystemAnalysis) -> int:
        asked.append(system.bom.system)
        return system.counts.lines

    (system,) = analysis(sketch("kite", {"line": ["Acme@CN"]})).systems
    assert lines(system) == lines(system) == system.counts.lines
    other = replace(system, counts=replace(system.counts, lines=7))
    assert lines(other) == 7, "a changed copy starts with nothing"
    assert asked == ["kite", "kite"]


def test_the_list_is_the_same_for_all_who_ask() -> None:
    (system,) = analysis(sketch("kite", {"line": ["Acme@CN"]})).systems
    assert component_list(system) is component_list(system)
    assert system == replace(system), "what was worked out is no part of the value"

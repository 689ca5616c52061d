"""The written answers still speak about the tables: simple counts are counted again, and the verdicts nest."""

from __future__ import annotations

import csv
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ANSWERS: dict[str, Any] = tomllib.loads((ROOT / "tests/examples/answers.toml").read_text(encoding="utf-8"))

WIDENING = (
    ("NL", "NL+neighbours", "EU", "EU+EEA+UA", "without China"),
    ("NL", "NL+neighbours", "NATO", "without China"),
)
"""Groups of which each holds all countries of the one before: what stops in the wider stops in the narrower."""


def rows_of(system: str) -> list[dict[str, str]]:
    name = Path(ANSWERS[system]["file"]).stem
    with (ROOT / "examples" / "source" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["row"] in ("part", "alt")]


def assemblies(rows: list[dict[str, str]]) -> set[str]:
    """A part is an assembly when the next row that starts a part lies one level deeper."""
    parts = [row for row in rows if row["row"] == "part"]
    return {above["part"] for above, below in pairwise(parts) if int(below["level"]) > int(above["level"])}


@pytest.mark.parametrize("system", ANSWERS)
def test_the_counts_of_lines_are_those_of_the_table(system: str) -> None:
    rows, answer = rows_of(system), ANSWERS[system]
    tops = assemblies(rows)
    leaves = [row for row in rows if row["part"] not in tops]
    fitted = [row for row in leaves if row["populate"] != "no"]
    counted = {
        "lines": len(rows),
        "alternate_rows": sum(row["row"] == "alt" for row in rows),
        "assemblies": sum(row["part"] in tops for row in rows),
        "dnp_lines": len(leaves) - len(fitted),
        "components": len({row["part"] for row in fitted}),
        "origin_proven_lines": sum(bool(row["proof"]) for row in fitted),
        "origin_declared_lines": sum(bool(row["country"]) and not row["proof"] for row in fitted),
        "origin_unknown_lines": sum(not row["country"] for row in fitted),
    }
    assert counted == {key: answer[key] for key in counted}


@pytest.mark.parametrize("system", ANSWERS)
def test_the_deciding_components_are_in_the_table(system: str) -> None:
    parts = {row["part"] for row in rows_of(system)}
    for group in ANSWERS[system]["groups"].values():
        assert set(group["deciding"]) <= parts
        assert bool(group["deciding"]) == (group["verdict"] != "yes")


@pytest.mark.parametrize("system", ANSWERS)
def test_what_stops_in_the_wider_group_stops_in_the_narrower(system: str) -> None:
    groups = ANSWERS[system]["groups"]
    certain = {name: set(group["deciding"]) if group["verdict"] == "no" else set() for name, group in groups.items()}
    for chain in WIDENING:
        for narrow, wide in pairwise(chain):
            assert certain[wide] <= certain[narrow]


def test_every_verdict_occurs() -> None:
    verdicts = {group["verdict"] for answer in ANSWERS.values() for group in answer["groups"].values()}
    assert verdicts == {"yes", "no", "cannot decide"}

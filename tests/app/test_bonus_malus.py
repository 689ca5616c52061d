"""``depmap bonus-malus`` on the examples: lines that add up, in both languages, side by side."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from depmap.app.cli import cli
from tests.support import ROOT

AIR, GROUND = (str(ROOT / "examples" / name) for name in ("verkenner-quadcopter.xlsx", "ground-vehicle.xlsx"))


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["bonus-malus", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_the_lines_add_up_and_name_their_cells() -> None:
    answer = json.loads(run(AIR, "--format", "json"))
    assert answer["example_points"] is True
    (system,) = answer["systems"]
    for end in ("low", "high"):
        assert sum(line["points"][end] for line in system["lines"]) == pytest.approx(system["points"][end], abs=0.05)
    proven = next(line for line in system["lines"] if line["measure"] == "origin_proven_value")
    assert proven["parts"]
    assert all(part["cells"] for line in system["lines"] for part in line["parts"])
    assert len(system["would_raise_it_most"]) == 3


def test_several_are_set_side_by_side_in_either_language() -> None:
    english, dutch = run(AIR, GROUND, "--lang", "en"), run(AIR, GROUND, "--lang", "nl")
    assert "Side by side:" in english
    assert "Naast elkaar:" in dutch
    assert "Example: these points are depmap's" in english
    assert "Voorbeeld: deze punten zijn van depmap" in dutch
    assert "Side by side:" not in run(AIR, "--lang", "en")

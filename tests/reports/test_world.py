"""The world map: whose outlines it draws, and that what it shows of a country is what the analysis says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from depmap.core.answers import Verdict
from depmap.core.graph import Kind, Layer
from depmap.core.reference import country_codes
from depmap.core.sketch import sketch
from reports.page.outlines import HEIGHT, WIDTH, land_without_code, outlines
from reports.page.world import ASSEMBLIES, section
from tests.reports.analyses import analysed, drone
from tools.world import Sheet

Ring = list[tuple[int, int]]

PLACES = {
    "Simferopol": (34.1, 44.95, "UA"),
    "Kyiv": (30.5, 50.45, "UA"),
    "Moscow": (37.6, 55.75, "RU"),
    "Anadyr, beyond the 180th meridian": (-175.0, 66.5, "RU"),
    "Laayoune": (-12.5, 25.5, "EH"),
    "Taichung": (121.0, 24.0, "TW"),
    "Utrecht": (5.4, 52.1, "NL"),
    "Pristina": (20.9, 42.6, "XK"),
}


def rings(path: str) -> list[Ring]:
    """An outline as points again."""
    found = []
    for piece in path.split("z")[:-1]:
        numbers = [int(number) for number in re.findall(r"-?\d+", piece)]
        x = y = 0
        ring: Ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(ring)
    return found


def holds(ring: Ring, x: float, y: float) -> bool:
    """Whether a point lies inside: how often a ray from it crosses the ring."""
    inside = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


@pytest.mark.parametrize("name", PLACES)
def test_a_place_lies_in_the_country_that_the_dutch_government_says(name: str) -> None:
    longitude, latitude, code = PLACES[name]
    x, y = Sheet().place((longitude, latitude))
    assert [each for each, outline in outlines().items() if any(holds(r, x, y) for r in rings(outline.path))] == [code]


def test_every_country_that_matters_has_a_place_on_the_map() -> None:
    assert outlines().keys() <= country_codes()
    assert {"NL", "SG", "HK", "MT", "LI", "TW", "XK", "CN", "US"} <= outlines().keys()
    assert len(outlines()) > 230
    for outline in (*outlines().values(), *land_without_code()):
        assert 0 <= outline.x <= WIDTH
        assert 0 <= outline.y <= HEIGHT
        assert re.fullmatch(r"(M\d+ \d+l[\d -]+z)*", outline.path)


def test_nothing_of_the_drawing_crosses_it_from_edge_to_edge() -> None:
    """A ring that goes through the 180th meridian is cut there."""
    for outline in outlines().values():
        for ring in rings(outline.path):
            steps = [abs(a[0] - b[0]) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
            assert max(steps) < WIDTH / 4


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return section(drone().systems[0], "en")


def test_countries_are_those_whose_loss_stops_something(found: dict[str, Any]) -> None:
    system = drone().systems[0]
    told = {row["node"]: row["layers"] for row in found["rows"]}
    for each in system.importance:
        if not each.node.startswith(f"{Kind.COUNTRY}:"):
            continue
        if each.stops is Verdict.NO:
            assert each.node not in told or told[each.node][each.layer.value]["key"] == "good"
            continue
        effect = told[each.node][each.layer.value]
        low, high = each.lines.low, each.lines.high
        assert effect["lines"] == (str(low) if low == high else f"{low} to {high}")
        assert effect["key"] == {Verdict.YES: "bad", Verdict.CANNOT_DECIDE: "open"}[each.stops]
        assert effect["open"]["lines"] == (low < high)
    points = {each.node for each in system.single_points if each.node.startswith("country:")}
    assert points <= told.keys()


def test_the_heaviest_country_comes_first_and_none_twice(found: dict[str, Any]) -> None:
    lines = [[effect["lines"] or "0" for effect in row["layers"].values()] for row in found["rows"]]
    weights = [max(int(each.split()[0]) for each in told) for told in lines]
    assert weights == sorted(weights, reverse=True)
    assert sorted(row["node"] for row in found["rows"]) == sorted(each["node"] for each in found["countries"])
    assert len(found["rows"]) == len({row["node"] for row in found["rows"]})
    drawn = {each["path"] for each in found["countries"]}
    assert not drawn & {path for path in found["other"] if path}


def test_arcs_lead_to_the_assemblies_that_stop() -> None:
    bom = sketch("s", {"a": {"x": ["M@CN"], "y": ["N@CN"]}, "b": {"x": ["M@CN"]}, "z": ["O@DE"]})
    found: Any = section(analysed(bom), "en")
    names = [each["name"] for each in found["assemblies"]]
    arcs = {(node, names[number]): count for node, number, count in found["arcs"][Layer.SUPPLY.value]}
    assert arcs == {("country:CN", "a"): 2, ("country:CN", "b"): 1, ("country:DE", "s"): 1}


def test_assemblies_that_have_no_place_share_the_last() -> None:
    bom = sketch("s", {f"a{n:02}": {f"x{n}": ["M@CN"]} for n in range(40)})
    found: Any = section(analysed(bom), "en")
    assert len(found["assemblies"]) == ASSEMBLIES
    assert sum(count for _, _, count in found["arcs"]["supply"]) == 40
    assert found["arcs"]["supply"][-1] == ("country:CN", ASSEMBLIES - 1, 40 - (ASSEMBLIES - 1))


def test_what_may_be_more_is_marked_and_shown_as_at_least() -> None:
    bom = sketch("s", {"x": ["M@CN"], "y": [""]})
    found: Any = section(analysed(bom), "en")
    (china,) = (row for row in found["rows"] if row["node"] == "country:CN")
    assert china["layers"]["supply"]["open"]["weeks"]
    assert china["layers"]["supply"]["value"] == "without a price"
    assert (china["layers"]["supply"]["lines"], china["layers"]["supply"]["share"]) == ("1 to 2", "50% to 100%")
    assert found["unknown"].startswith("For 1 line (50%) the country of manufacture is unknown")


def test_a_country_that_may_stop_what_is_unknown_never_reads_as_nothing() -> None:
    bom = sketch("s", {"x": ["M@CN", "N@DE"], "y": [""]})
    found: Any = section(analysed(bom), "en")
    supply = {row["node"]: row["layers"]["supply"] for row in found["rows"]}
    assert {node: (each["key"], each["lines"], each["value"]) for node, each in supply.items()} == {
        "country:CN": ("open", "0 to 1", "unknown"),
        "country:DE": ("open", "0 to 1", "unknown"),
    }
    assert all(each["open"]["lines"] and each["open"]["value"] for each in supply.values())


def test_where_all_is_known_nothing_is_said_of_the_unknown() -> None:
    found: Any = section(analysed(sketch("s", {"x": ["M@CN"]})), "en")
    assert found["unknown"] == ""
    assert found["rows"][0]["layers"]["supply"]["lines"] == "1"


def test_without_anything_known_there_is_no_map() -> None:
    found: Any = section(analysed(sketch("s", {"x": [""]})), "en")
    assert found["rows"] == []
    assert "unknown" in found["words"]["none"], "an empty map must not look safe"

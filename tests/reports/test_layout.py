"""Where nodes stand: nothing on top of anything else, and the columns from left to right."""

from __future__ import annotations

from itertools import pairwise

import pytest

from depmap.core.graph import Kind, Layer
from depmap.core.model import Bom
from depmap.core.sketch import sketch
from reports.layout import ROW
from reports.picture import VIEWS, Picture, picture
from reports.rows import component_list
from tests.reports.analyses import analysed, drone_bom, findings_of


def drawn(bom: Bom, layer: Layer) -> Picture:
    system = analysed(bom, findings_of(bom))
    return picture(system, component_list(system), layer)


CASES = {
    "drone": drone_bom(),
    "one part": sketch("one", {"part": ["Acme@NL"]}),
    "deep": sketch("deep", {"a": {"b": {"c": {"d": {"part": ["Acme@NL"]}}}}}),
    "flat": sketch("flat", {f"p{n}": [f"M{n % 70}@NL"] for n in range(120)}),
    "empty assembly": sketch("odd", {"a": {}, "p": [""]}),
}


@pytest.mark.parametrize("layer", VIEWS)
@pytest.mark.parametrize("name", sorted(set(CASES) - {"empty assembly"}))
def test_marks_keep_apart(name: str, layer: Layer) -> None:
    nodes = [each for each in drawn(CASES[name], layer).layout.nodes.values() if each.kind is not Kind.SYSTEM]
    for number, one in enumerate(nodes):
        for other in nodes[number + 1 :]:
            near = max(abs(one.x - other.x), abs(one.y - other.y))
            assert near >= min(ROW / 2, one.size), (one, other)


@pytest.mark.parametrize("layer", VIEWS)
@pytest.mark.parametrize("name", sorted(CASES))
def test_columns_follow_each_other_and_hold_their_nodes(name: str, layer: Layer) -> None:
    layout = drawn(CASES[name], layer).layout
    for (_, _, right), (_, left, _) in pairwise(layout.columns):
        assert right < left
    edges = {kind: (left, right) for kind, left, right in layout.columns}
    for node in layout.nodes.values():
        if node.kind in edges:
            left, right = edges[node.kind]
            assert left <= node.x <= right


def test_every_line_ends_at_nodes_that_are_drawn() -> None:
    for layer in VIEWS:
        view = drawn(CASES["drone"], layer)
        assert {name for line in view.lines for name in (line.owner, line.node)} <= view.layout.nodes.keys()


def test_a_source_becomes_a_line_from_its_component_through_its_maker_to_its_country() -> None:
    lines = {
        (line.owner, line.node): line.components
        for line in drawn(sketch("s", {"m": ["Acme@CN", "@DE"]}), Layer.SUPPLY).lines
    }
    assert lines == {
        ("component:m", "supplier:Acme"): ("component:m",),
        ("component:m", "unknown:manufacturer"): ("component:m",),
        ("supplier:Acme", "country:CN"): ("component:m",),
        ("system:s", "component:m"): ("component:m",),
        ("unknown:manufacturer", "country:DE"): ("component:m",),
    }


def test_the_layer_of_control_shows_who_commands_the_makers() -> None:
    bom = sketch("s", {"m": ["Acme@CN"], "$suppliers": {"Acme": {"seat": "NL", "parent": "Group", "ownership": "US"}}})
    lines = {(line.owner, line.node) for line in drawn(bom, Layer.CONTROL).lines}
    assert ("supplier:Acme", "country:NL") in lines
    assert ("supplier:Acme", "parent:Group") in lines
    assert ("parent:Group", "country:US") in lines
    assert ("supplier:Acme", "country:CN") not in lines


def test_the_same_network_always_gives_the_same_picture() -> None:
    assert drawn(drone_bom(), Layer.SUPPLY) == drawn(drone_bom(), Layer.SUPPLY)

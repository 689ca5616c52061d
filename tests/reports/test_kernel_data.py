"""What the page is given to evaluate: the whole network, nothing but plain data, the same every time, and small."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from itertools import accumulate
from typing import Any

import pytest

import risk_rules
from depmap.app.losses import lost_nodes
from depmap.core.answers import Loss
from depmap.core.graph import AtLeast, Graph, Kind, Layer, Need, Node, Share, graph
from depmap.core.material_lists import material_world
from depmap.core.reference import country_codes
from depmap.core.sketch import sketch
from depmap.core.text import same
from depmap.network import Network
from depmap.network.build import build
from depmap.network.standstill import outages
from reports.page.whatif.kernel_data import data, network
from reports.page.whatif.words import shipped, words
from reports.words import names
from tests.reports.analyses import WEEKS, drone, hostile_bom

POLICY = risk_rules.load_policy(None)
GROUPS = tuple(POLICY.groups.values())
MOST_OF_500_LINES = 200_000
"""Bytes of JSON for a system of 500 lines: a fifteenth of what the page may weigh."""


def spread(runs: list[Any]) -> list[Any]:
    return [value for value, count in runs for _ in range(count)]


def ids(given: dict[str, Any]) -> list[str]:
    """The names again, as the page makes them: with beginnings counted in halves of UTF-16."""
    found: list[str] = []
    for head, tail in zip(given["heads"], given["tails"], strict=True):
        before = found[-1].encode("utf-16-le")[: 2 * head].decode("utf-16-le") if found else ""
        found.append(before + tail)
    return found


@pytest.fixture(scope="module")
def made() -> Graph:
    return drone().systems[0].graph


def test_every_node_and_need_is_there(made: Graph) -> None:
    given: dict[str, Any] = json.loads(json.dumps(network(made, {})))
    nodes = [*made.nodes.values()]
    known = ids(given)
    assert known == [node.id for node in nodes]
    assert known[given["top"]] == made.top
    assert spread(given["kinds"]) == [node.kind for node in nodes]
    offsets = [0, *accumulate(given["counts"])]
    layers = list(Layer)
    for number, (node, gate) in enumerate(zip(nodes, spread(given["gates"]), strict=True)):
        assert gate == type(node.gate).__name__.lower()
        some = range(offsets[number], offsets[number + 1])
        needs = [(known[given["needs"][i]], layers[int(given["layers"][i])]) for i in some]
        assert needs == [(need.node, need.layer) for need in node.needs]


def test_names_of_every_alphabet_survive() -> None:
    called = ["", "a", "é", "e\u0301", *("\N{ROCKET}" + each for each in ("", "a", "b")), "\N{HELICOPTER}"]
    made = graph("top", [Node(f"supplier:{each}", Kind.SUPPLIER, each) for each in called])
    assert ids(network(made, {})) == list(made.nodes)


def test_hostile_names_are_what_the_page_calls_them_and_what_toml_calls_them() -> None:
    made = build(hostile_bom())
    given: dict[str, Any] = json.loads(json.dumps(network(made, {})))
    assert ids(given) == [names.key(name) for name in made.nodes]
    other = {str(number): name for number, name in enumerate(made.nodes) if names.key(name) != name}
    assert given["written"].keys() == other.keys()
    assert {name for number, name in other.items() if given["written"][number] is None} == {
        name for name in made.nodes if "\ud800" in name
    }
    assert all(text.isprintable() for text in given["written"].values() if text is not None)


def test_shares_are_whole_numbers_that_decide_the_same() -> None:
    chance = random.Random(20_261_122)
    for _ in range(200):
        shares = [chance.choice([0.1, 0.2, 0.7, 1 / 3, 0.000001, chance.random()]) for _ in range(4)]
        tolerates = chance.choice([0.0, 0.3, sum(shares[:2]), chance.random()])
        needs = tuple(Need(f"leaf:{number}", weight=share) for number, share in enumerate(shares))
        given: dict[str, Any] = network(graph("top", [Node("top", Kind.SYSTEM, "top", Share(tolerates), needs)]), {})
        for lost in range(16):
            exact = sum(Fraction(str(share)) for number, share in enumerate(shares) if lost >> number & 1)
            whole = sum(weight for number, weight in enumerate(given["weights"]) if lost >> number & 1)
            assert (exact > Fraction(str(tolerates))) == (whole >= given["thresholds"][0])


def test_a_gate_of_so_many_is_its_number() -> None:
    needs = tuple(Need(f"leaf:{number}") for number in range(3))
    given: dict[str, Any] = network(graph("top", [Node("top", Kind.SYSTEM, "top", AtLeast(2), needs)]), {})
    assert spread(given["gates"])[given["top"]] == 2


def test_every_component_has_its_times() -> None:
    system = drone().systems[0]
    given: dict[str, Any] = json.loads(json.dumps(network(system.graph, system.outages)))
    table = given["outages"]
    components = system.graph.of_kind(Kind.COMPONENT)
    for node, number in zip(components, table["of"], strict=True):
        each, row = system.outages[node.id], table["times"][number]
        weeks = [bound for part in (each.recovery, each.cover, each.standstill) for bound in (part.low, part.high)]
        assert row[:6] == weeks
        assert [table["missing"][reason] for reason in row[6]] == list(each.missing)
    assert -1 in network(system.graph, {})["outages"]["of"]  # type: ignore[index]


def test_the_same_analysis_gives_the_same_text() -> None:
    first, second = (json.dumps(data(drone().systems[0], GROUPS)) for _ in range(2))
    assert first == second


def test_a_system_of_500_lines_is_small() -> None:
    parts: dict[str, object] = {
        f"Samenstelling {start}": {
            f"COMP-{number:04}": [f"Fabrikant {number % 61}@{'CN' if number % 3 else 'DE'}", f"Maker {number % 37}", ""]
            for number in range(start, start + 20)
        }
        for start in range(0, 500, 20)
    }
    parts["$components"] = {
        f"COMP-{number:04}": {"component_class": ("bldc-motor", "mosfet", "processor")[number % 3]}
        for number in range(500)
    }
    bom = sketch("Groot systeem", parts)
    found = network(Network.of(bom, material_world()).graph, outages(bom, WEEKS, 0.5))
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    assert len(found["counts"]) > 5_000  # type: ignore[arg-type]
    assert len(text.encode()) < MOST_OF_500_LINES


@pytest.mark.parametrize(
    ("lose", "only", "said"),
    [
        (["country:TW", "supplier:Acme"], None, (["country:TW", "supplier:Acme"], None)),
        ([], "EU", ([], "EU")),
        ([], "without-CN", (None, None)),
        (["supplier:Acme"], "NATO", (["supplier:Acme"], "NATO")),
        (["material:gallium@CN"], None, (["material:gallium@CN"], None)),
        (["material:gallium", "share:neodymium/processing/CN"], None, (None, None)),
    ],
)
def test_a_loss_in_words_is_the_same_loss(
    lose: list[str], only: str | None, said: tuple[list[str] | None, str | None]
) -> None:
    loss = Loss("x", same("x"), lost_nodes(lose, only, POLICY))
    (found,) = shipped([loss, loss], GROUPS)
    assert (found["lose"], found["only"]) == said or said[0] is None
    assert lost_nodes(found["lose"], found["only"], POLICY) == loss.nodes  # type: ignore[arg-type]


def test_the_words_are_those_of_the_lists_and_of_the_policy() -> None:
    found: dict[str, Any] = json.loads(json.dumps(words(GROUPS)))
    assert found["countries"].keys() == country_codes()
    assert {name: set(each["members"].split()) for name, each in found["groups"].items()} == {
        group.id: group.members for group in GROUPS
    }
    world = material_world()
    for name, each in found["materials"].items():
        assert {step: set(codes.split()) for step, codes in each["stages"].items()} == {
            stage.name: stage.shares.keys() for stage in world.stages.get(name, ())
        }
    assert found["materials"].keys() == world.materials.keys()

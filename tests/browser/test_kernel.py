"""The evaluation in the page against the one in Python: the same losses, the same answers, to the last chain."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from depmap.app.losses import losses, lost_nodes
from depmap.app.whatif import Case
from depmap.core.answers import Loss, Outage, Weeks
from depmap.core.graph import AtLeast, Graph, Kind, Layer, Need, Node, Role, graph, node_id
from depmap.core.material_lists import material_world
from depmap.core.sketch import sketch
from depmap.core.text import same
from depmap.network import LAYERS, Network
from depmap.network.build import unknown_of
from depmap.network.consequences import consequences
from depmap.network.paths import witness
from depmap.network.scenarios import evaluate_losses, is_asked_of, named
from depmap.network.standstill import standstills
from reports.page.whatif.kernel_data import network
from reports.page.whatif.words import shipped, words
from reports.programs.narrowing import narrowing
from reports.words import names
from tests.browser.kernel_rig import EXAMPLE, GROUPS, POLICY, Run, by_chance, kernel_page, read, written
from tests.browser.rig import Open
from tests.network.random_networks import random_network

LAYER_SETS = [*((layer,) for layer in LAYERS), LAYERS]
PER_SYSTEM = 170
"""Losses by chance in each example, in each set of layers."""

CLICK = 50
"""Milliseconds that a click may take at 1,000 lines, with every chain: many times what it does take."""

ANSWERS = """([data, words, scenarios, asked]) => {
  const kernel = whatifKernel(data), speak = whatifWords(kernel, words, scenarios);
  const ids = [...new Set(data.kinds.map(([kind]) => kind))].flatMap(kernel.ids);
  return asked.map(([scenario, layers, chains]) => {
    const nodes = Array.isArray(scenario) ? scenario : speak.nodes(scenario);
    const { state, chain, lost, ...told } = kernel.evaluate(nodes, layers);
    const components = [lost("component", true), lost("component", false)];
    const chained = Object.fromEntries(chains.map(id => [id, chain(id)]));
    const states = ids.map(id => state(id)[0] ?? "-").join("");
    return { nodes, ...told, components, states, chains: chained };
  });
}"""


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with kernel_page(browser, tmp_path_factory.mktemp("kernel")) as called:
        yield called


@pytest.fixture(scope="module", params=EXAMPLE)
def case(request: pytest.FixtureRequest) -> Case:
    return read(request.param)


@pytest.fixture(scope="module")
def spoken() -> dict[str, object]:
    return words(GROUPS)


def weeks(found: Weeks | None) -> dict[str, float | None] | None:
    return None if found is None else {"low": found.low, "high": found.high}


def python_says(
    network_: Graph, times: Mapping[str, Outage], asked: Sequence[Loss], layers: Sequence[Layer]
) -> list[dict[str, object]]:
    compiled, bits = evaluate_losses(network_, [loss.nodes for loss in asked], layers)
    kinds = list(dict.fromkeys(node.kind for node in network_.nodes.values()))
    places = [compiled.index[node.id] for kind in kinds for node in network_.of_kind(kind)]
    components = [(names.key(node.id), compiled.index[node.id]) for node in network_.of_kind(Kind.COMPONENT)]
    found: list[dict[str, object]] = []
    for number, each in enumerate(standstills(network_, times, asked, layers)):
        states = [word >> 2 * number & 3 for word in bits]
        why = narrowing(times, each)
        found.append(
            {
                "stops": str(each.stops),
                "weeks": weeks(each.weeks),
                "survives": weeks(each.time_to_survive),
                "lowBy": [names.key(name) for name in why.low_by],
                "unclassed": [names.key(name) for name in why.unclassed],
                "known": why.known,
                "certain": [names.key(name) for name in each.certain],
                "possible": [names.key(name) for name in each.possible],
                "components": [[name for name, place in components if states[place] == bit] for bit in (3, 2)],
                "states": "".join("-?pc"[states[place]] for place in places),
            }
        )
    return found


def loss_of(nodes: Sequence[str], number: int = 0) -> Loss:
    return Loss(str(number), same(str(number)), tuple(nodes))


def test_losses_by_chance_in_the_examples(case: Case, run: Run, spoken: dict[str, object]) -> None:
    scenarios = by_chance(case, PER_SYSTEM)
    asked = [loss_of(lost_nodes(*each, POLICY), number) for number, each in enumerate(scenarios)]
    data = network(case.place.graph, case.times)
    for layers in LAYER_SETS:
        question = [[{"lose": lose, "only": only}, layers, []] for lose, only in scenarios]
        found = run(ANSWERS, [data, spoken, [], question])
        told = python_says(case.place.graph, case.times, asked, layers)
        verdicts = {each["stops"] for each in found}
        assert {"yes", "cannot decide"} <= verdicts, "chance has to find losses that stop it and losses that may"
        for loss, here, there in zip(asked, found, told, strict=True):
            del here["chains"]
            assert here.pop("nodes") == list(loss.nodes)
            assert here == there, (layers, loss.nodes)


def test_every_chain_is_the_same(case: Case, run: Run, spoken: dict[str, object]) -> None:
    data = network(case.place.graph, case.times)
    question, told = [], []
    for number, (lose, only) in enumerate(by_chance(case, 24)):
        layers = LAYER_SETS[number % len(LAYER_SETS)]
        stops = consequences(case.place.graph, lost_nodes(lose, only, POLICY), layers).stops
        question.append([{"lose": lose, "only": only}, layers, [each.node for each in stops]])
        told.append({each.node: list(each.chain.nodes) for each in stops})
    assert max(map(len, told)) > 10
    assert [each["chains"] for each in run(ANSWERS, [data, spoken, [], question])] == told


def test_the_shipped_scenarios(case: Case, run: Run, spoken: dict[str, object]) -> None:
    asked = losses(POLICY, case.place)
    scenarios = shipped(asked, GROUPS)
    assert [each["id"] for each in scenarios] == [loss.id for loss in asked]
    data = network(case.place.graph, case.times)
    for layer in LAYERS:
        found = run(ANSWERS, [data, spoken, scenarios, [[each, [layer], []] for each in scenarios]])
        for loss, here, there in zip(
            asked, found, python_says(case.place.graph, case.times, asked, (layer,)), strict=True
        ):
            assert here.pop("nodes") == list(loss.nodes)
            assert {**here, "chains": {}} == {**there, "chains": {}}


def test_what_is_named_and_what_means_something(case: Case, run: Run, spoken: dict[str, object]) -> None:
    ids = [*(node.id for node in case.place.graph.nodes.values()), "country:AQ", "supplier:nobody"]
    some = [["country:CN"], ["material:gallium"], ["material:gallium", "supplier:nobody"], ["parent:nobody"], []]
    here = run(
        """([data, ids, some, layers]) => {
          const { isNamed, means } = whatifKernel(data);
          return layers.map(on => [ids.filter(id => isNamed(id, [on])), some.map(each => means(each, on))]);
        }""",
        [network(case.place.graph, case.times), ids, some, LAYERS],
    )
    for layer, (names_, means) in zip(LAYERS, here, strict=True):
        assert sorted(names_) == list(named(case.place.graph, ids, [layer]))
        assert means == [is_asked_of(each, layer) for each in some]


def test_the_times_of_every_component(case: Case, run: Run) -> None:
    components = [node.id for node in case.place.graph.of_kind(Kind.COMPONENT)]
    told = run(
        "([data, ids]) => ids.map(whatifKernel(data).outage)", [network(case.place.graph, case.times), components]
    )
    for name, here in zip(components, told, strict=True):
        each = case.times[name]
        assert [here[part] for part in ("recovery", "cover", "standstill")] == [
            weeks(part) for part in (each.recovery, each.cover, each.standstill)
        ]
        assert here["missing"] == list(each.missing)


def test_a_click_takes_no_time_at_a_thousand_lines(run: Run) -> None:
    parts: dict[str, object] = {
        f"assembly {start}": {
            f"part {number}": [f"Maker {number % 97}@CN", f"Maker {number % 89}"] for number in range(start, start + 10)
        }
        for start in range(0, 1_000, 10)
    }
    made = Network.of(sketch("system", parts), material_world()).graph
    some = [[f"supplier:Maker {number}", "country:CN"] for number in range(20)]
    work = """([data, some, layers]) => {
      const kernel = whatifKernel(data);
      return some.map(nodes => {
        const before = performance.now(), found = kernel.evaluate(nodes, layers);
        found.certain.concat(found.possible).map(found.chain);
        return performance.now() - before;
      });
    }"""
    times = sorted(run(work, [network(made, {}), some, LAYERS]))
    assert times[len(times) // 2] < CLICK


def layered(seed: int) -> Graph:
    """A network by chance with needs in every layer, needed twice in places, with kinds that answers tell apart."""
    chance = random.Random(seed)
    made = random_network(seed)
    inner = [Kind.NODE, Kind.COMPONENT, Kind.ASSEMBLY, Kind.SOURCE]
    kinds = {name: chance.choice(inner) if name.startswith("gate:") else Kind.SUPPLIER for name in made.nodes}
    called = {name: node_id(kind, name.partition(":")[2]) for name, kind in kinds.items()}
    unknowns = [unknown_of(Role.MANUFACTURE), unknown_of(Role.MATERIAL)]
    nodes = [Node(name, Kind.UNKNOWN, name) for name in unknowns]
    for name, node in made.nodes.items():
        free = not isinstance(node.gate, AtLeast)
        needs = [
            replace(need, node=called[need.node], layer=chance.choice(list(Layer)) if free else need.layer)
            for need in node.needs
        ]
        if free and needs:
            twice = chance.choice(needs)
            other = Layer.SUPPLY if twice.layer is Layer.STRUCTURE else Layer.STRUCTURE
            needs.append(replace(twice, layer=other, weight=chance.choice([0.25, 1.0])))
            if chance.random() < 0.4:
                needs.append(Need(chance.choice(unknowns), layer=chance.choice(LAYERS), weight=0.125))
        nodes.append(replace(node, id=called[name], kind=kinds[name], needs=tuple(needs)))
    return graph(called[made.top], nodes)


def open_outages(network_: Graph, seed: int) -> dict[str, Outage]:
    """Times by chance, some of them without a bound, for most of the components."""
    chance = random.Random(seed)

    def interval() -> Weeks:
        low = chance.choice([0.0, 0.1, 1 / 3, 8.0])
        return Weeks(low, chance.choice([None, low, low + chance.random()]))

    components = [node.id for node in network_.of_kind(Kind.COMPONENT)]
    times = [(name, interval(), interval(), interval()) for name in components if chance.random() < 0.8]
    return {each[0]: Outage(*each, ()) for each in times}


def top_chain(network_: Graph, nodes: Sequence[str], layers: Sequence[Layer]) -> list[str] | None:
    """The chain to the top, when it certainly stops."""
    compiled, bits = evaluate_losses(network_, [nodes], layers)
    found = witness(network_, compiled, bits, [name for name in nodes if name in compiled.index])
    return None if found is None else list(found.nodes)


def test_networks_by_chance_with_every_gate(run: Run, spoken: dict[str, object]) -> None:
    gates = set()
    for seed in range(60):
        made = layered(seed)
        gates |= {type(node.gate).__name__ for node in made.nodes.values() if node.needs}
        times = open_outages(made, seed)
        chance = random.Random(seed)
        others = [name for name in made.nodes if name != made.top]
        some = [[name for name in others if chance.random() < 0.2] for _ in range(12)]
        some.append(["country:AQ", "supplier:nobody", "assembly:nothing", *some[0]])
        data = network(made, times)
        for layers in LAYER_SETS:
            found = run(ANSWERS, [data, spoken, [], [[nodes, layers, [made.top]] for nodes in some]])
            told = python_says(made, times, [loss_of(nodes) for nodes in some], layers)
            for nodes, here, there in zip(some, found, told, strict=True):
                chain = here["chains"][made.top] if there["stops"] == "yes" else None
                assert chain == top_chain(made, nodes, layers), (seed, layers, nodes)
                assert {**here, "chains": 0, "nodes": 0} == {**there, "chains": 0, "nodes": 0}, (seed, layers, nodes)
    assert gates == {"All", "Any", "AtLeast", "Share"}


def test_the_page_stays_quiet_under_its_policy(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(tmp_path))
    assert opened.page.evaluate("typeof whatifKernel + typeof whatifWords") == "functionfunction"
    assert (opened.requests, opened.console, opened.errors) == ([], [], [])

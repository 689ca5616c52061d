"""What stops under a loss and through which chain: on cases worked by hand, and against the definition."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.graph import Graph, Kind, Layer
from depmap.core.sketch import sketch
from depmap.network import Network
from depmap.network.consequences import Consequences, consequences
from depmap.network.settling import Settling

SUPPLY = (Layer.SUPPLY,)


def asked(parts: dict[str, object], *lost: str, layers: tuple[Layer, ...] = SUPPLY) -> Consequences:
    return consequences(Network.of(sketch("drone", parts)).graph, lost, layers)


def cells(found: Consequences) -> list[str]:
    return [str(cell) for question in found.ask.clear for cell in question.cells]


def test_everything_that_stops_has_a_chain_through_it_to_the_system() -> None:
    found = asked({"tail": {"servo": ["A@CN"], "fin": ["B@NL"]}, "radio": ["C"]}, "country:CN")
    assert [(each.node, each.certain) for each in found.stops] == [
        ("system:drone", True),
        ("assembly:tail", True),
        ("component:servo", True),
        ("component:radio", False),
    ]
    chains = {each.node: each.chain.nodes for each in found.stops}
    assert chains["component:servo"] == ("country:CN", "component:servo", "assembly:tail", "system:drone")
    assert chains["assembly:tail"] == chains["component:servo"]
    assert chains["component:radio"] == ("unknown:manufacture", "component:radio", "system:drone")
    assert cells(found) == ["Sheet1!A5"]


def test_what_is_asked_is_what_could_settle_it_and_nothing_else() -> None:
    parts: dict[str, object] = {"motor": ["A@NL", "B"], "radio": ["C"], "frame": ["@DE"]}
    assert cells(asked(parts, "country:CN")) == ["Sheet1!A3"]
    assert cells(asked(parts, "supplier:A")) == ["Sheet1!A4"]
    assert cells(asked(parts, "component:motor")) == []


def test_control_goes_through_the_owner() -> None:
    owners = {"A": {"seat": "NL", "parent": "Group", "ownership": "CN"}}
    found = asked({"motor": ["A@NL"], "$suppliers": owners}, "country:CN", layers=(Layer.CONTROL,))
    chain = next(each.chain.nodes for each in found.stops if each.node == "component:motor")
    assert chain == ("country:CN", "parent:Group", "supplier:A", "component:motor", "system:drone")
    assert asked({"motor": ["A@NL"], "$suppliers": owners}, "country:CN").stops == ()


def test_nothing_stops_when_nothing_rests_on_it() -> None:
    assert asked({"motor": ["A@CN", "B@NL"]}, "country:CN") == Consequences((), Settling((), (), True))
    assert asked({"motor": ["A@CN"]}, "supplier:Z").stops == ()


PARTS = st.dictionaries(
    st.sampled_from(["motor", "radio", "frame", "chip"]),
    st.lists(st.sampled_from(["A@DE", "A@CN", "B@DE", "B", "C", "@CN", ""]), min_size=1, max_size=3, unique=True),
    min_size=1,
)
NODES = ["country:CN", "country:DE", "country:AQ", "supplier:A", "supplier:B", "component:motor"]


@settings(max_examples=150)
@given(PARTS, st.lists(st.sampled_from(NODES), min_size=1, max_size=3, unique=True))
def test_what_stops_is_what_the_kernel_says_and_every_chain_is_one_of_needs(
    parts: dict[str, list[str]], lost: list[str]
) -> None:
    nested: dict[str, object] = {"tail": {name: parts[name] for name in parts if name < "g"}}
    network = Network.of(sketch("drone", nested | {name: parts[name] for name in parts if name >= "g"}))
    found = consequences(network.graph, lost, SUPPLY)
    outcome = network.lose(lost, SUPPLY)
    for certain, names in ((True, outcome.lost), (False, outcome.maybe_lost)):
        wanted = {name for name in names if name.partition(":")[0] in {"system", "assembly", "component"}}
        assert {each.node for each in found.stops if each.certain is certain} == wanted
    everything = {*outcome.lost, *outcome.maybe_lost}
    for each in found.stops:
        assert each.node in each.chain.nodes
        assert each.chain.nodes[-1] == "system:drone"
        start = each.chain.nodes[0]
        assert start in lost if each.certain else start.startswith("unknown:")
        assert everything.issuperset(each.chain.nodes)
        for lower, upper in pairwise(each.chain.nodes):
            assert lower in below(network.graph, upper)


def below(graph: Graph, owner: str) -> set[str]:
    """What a node needs, through joints and through unknowns."""
    found: set[str] = set()
    waiting = [need.node for need in graph.nodes[owner].needs]
    while waiting:
        name = waiting.pop()
        found.add(name)
        if graph.nodes[name].kind in (Kind.SOURCE, Kind.NODE, Kind.UNKNOWN):
            waiting += [need.node for need in graph.nodes[name].needs]
    return found

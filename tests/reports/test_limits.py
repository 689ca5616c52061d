"""On which countries a row of the page depends."""

from __future__ import annotations

from depmap.core.graph import Graph, Kind, Layer, Need, Node, graph
from reports.page.limits import Countries


def small() -> Graph:
    """A component with a maker, its seat and its owner's country, and a material of a fourth country."""

    def node(name: str, kind: Kind, *needs: tuple[str, Layer]) -> Node:
        return Node(name, kind, name, needs=tuple(Need(needed, layer=layer) for needed, layer in needs))

    return graph(
        "system:s",
        [
            node("system:s", Kind.SYSTEM, ("component:c", Layer.STRUCTURE), ("component:d", Layer.STRUCTURE)),
            node("component:c", Kind.COMPONENT, ("source:c/m", Layer.STRUCTURE), ("material:x", Layer.MATERIAL)),
            node("component:d", Kind.COMPONENT),
            node("source:c/m", Kind.SOURCE, ("supplier:m", Layer.SUPPLY), ("country:JP", Layer.SUPPLY)),
            node("supplier:m", Kind.SUPPLIER, ("country:DE", Layer.CONTROL), ("parent:p", Layer.CONTROL)),
            node("parent:p", Kind.PARENT, ("country:US", Layer.CONTROL)),
            node("material:x", Kind.MATERIAL, ("country:CN", Layer.MATERIAL)),
            *(node(f"country:{code}", Kind.COUNTRY) for code in ("CN", "DE", "JP", "US")),
        ],
    )


def test_a_component_depends_on_where_it_is_made_and_on_who_makes_it_not_on_what_it_is_made_of() -> None:
    countries = Countries(small())
    assert countries.of("component:c") == "country:DE country:JP country:US"
    assert countries.of("component:d") == ""
    assert countries.of("supplier:m") == "country:DE country:US"
    assert countries.of("material:x") == "country:CN"
    assert countries.of("country:JP") == "country:JP"


def test_several_nodes_depend_on_what_any_of_them_depends_on() -> None:
    countries = Countries(small())
    assert countries.of("material:x", "country:JP", "component:d", "nobody") == "country:CN country:JP"


def test_nodes_that_need_each_other_make_it_run_in_no_circles() -> None:
    circle = [Node(f"supplier:{a}", Kind.SUPPLIER, a, needs=(Need(f"supplier:{b}"),)) for a, b in ("ab", "ba")]
    assert Countries(graph("supplier:a", circle)).of("supplier:a") == ""

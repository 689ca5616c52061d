"""``depmap cut-sets``: which nodes together stop a system, for a bill of materials or any network file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from depmap.app.layers import NAMES, layers_of
from depmap.app.settings import Beside, Settings, beside_options, shared_options
from depmap.core.text import Text, visible

if TYPE_CHECKING:
    from depmap.core.answers import CutSets
    from depmap.core.graph import Graph
    from depmap.network.cut_sets import Question

KINDS = ("supplier", "parent", "country", "material", "stage", "component", "assembly", "source")
"""What ``--kind`` may say."""


@click.command("cut-sets", short_help="Expert: which nodes together stop it, exactly.")
@click.argument("network", type=click.Path(path_type=Path), metavar="NETWORK|BOM")
@click.option("--max-order", type=click.IntRange(1, 100), default=2, show_default=True, help="Most nodes in a set.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=1000,
    show_default=True,
    help="Most sets listed; counts are never capped.",
)
@click.option(
    "--layer",
    "layer_names",
    multiple=True,
    default=["supply"],
    show_default=True,
    type=click.Choice(NAMES),
    help="Of a BOM: the layer of dependence (repeatable).",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    help="Of a BOM: what can fall away (repeatable). [default: supplier, parent, country, material, stage]",
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@beside_options
@shared_options
def COMMAND(  # noqa: N802, PLR0913 - one parameter per option is how click hands them over
    settings: Settings,
    beside: Beside,
    network: Path,
    max_order: int,
    limit: int,
    layer_names: tuple[str, ...],
    kinds: tuple[str, ...],
    shape: str,
) -> None:
    """Count and list the minimal cut sets: sets of nodes whose loss stops the system, while no part of them does.

    NETWORK is depmap's network file (JSON), an Open-PSA model, or a bill of materials. In a network file every node
    without needs can fall away. Unknowns are taken as harmless: what a bill of materials leaves open may add sets.
    """
    from depmap.app.network_files import read_network
    from depmap.core.graph import Kind
    from depmap.network.cut_sets import Question, cut_sets

    graph = read_network(network)
    if graph is not None:
        question = Question((), max_order, None, limit)
    else:
        from depmap.app.pipeline import network_of, read_one

        graph = network_of(read_one(network, settings, beside), settings).graph
        default = (Kind.SUPPLIER, Kind.PARENT, Kind.COUNTRY, Kind.MATERIAL, Kind.STAGE)
        chosen = tuple(Kind(kind) for kind in kinds) or default
        question = Question(layers_of(layer_names), max_order, chosen, limit)
    found = cut_sets(graph, question)
    if shape == "json":
        settings.console.show(json.dumps(as_json(graph, question, found), ensure_ascii=False, indent=1))
    else:
        for line in _described(found, _unknowns(graph, question)):
            settings.console.show(line[settings.language])


def as_json(graph: Graph, question: Question, found: CutSets) -> dict[str, object]:
    """What ``--format json`` prints; the first four keys are a contract."""
    return {
        "top": graph.top,
        "max_order": question.max_order,
        "counts": {str(order): count for order, count in enumerate(found.counts, 1)},
        "cut_sets": [list(each.nodes) for each in found.sets],
        "complete": found.is_complete,
        "layers": list(question.layers),
        "witnesses": [[list(chain) for chain in each.witnesses] for each in found.sets],
        "holding": {name: list(counts) for name, counts in found.holding.items()},
        "unknowns": _unknowns(graph, question),
    }


def _unknowns(graph: Graph, question: Question) -> int:
    """How many facts a bill of materials leaves open in these layers and in the structure; each was taken as harmless
    and may hide further sets.
    """
    from depmap.core.graph import Kind, Layer

    layers = (*question.layers, Layer.STRUCTURE)
    return sum(any(need.layer in layers for need in node.needs) for node in graph.of_kind(Kind.UNKNOWN))


def _described(found: CutSets, unknowns: int) -> Iterable[Text]:
    for order, count in enumerate(found.counts, 1):
        yield Text(f"orde {order}: {count}", f"order {order}: {count}")
    for each in found.sets:
        yield Text(*[visible(" + ".join(each.nodes))] * 2)
        for chain in each.witnesses:
            way = visible(" > ".join(chain))
            yield Text(f"    {way}", f"    {way}")
    if not found.is_complete:
        left = sum(found.counts) - len(found.sets)
        yield Text(f"en nog {left}; --limit toont er meer", f"and {left} more; --limit shows more of them")
    if unknowns:
        yield Text(
            f"{unknowns} onbekende gegevens zijn als onschuldig geteld; wat zij verbergen kan meer combinaties geven",
            f"{unknowns} unknown facts were taken as harmless; what they hide may add sets",
        )

"""``depmap why``: the routes by which a system needs a node, with the cells and lists behind every step."""

from __future__ import annotations

import json
from pathlib import Path

import click

from depmap.app.settings import Beside, Settings, beside_options, shared_options


@click.command("why", short_help="Why a supplier, country or part matters: every route, with its cells.")
@click.argument("bom", type=click.Path(path_type=Path))
@click.argument("node")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Most routes shown.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@beside_options
@shared_options
def COMMAND(  # noqa: N802, PLR0913 - one parameter per option is how click hands them over
    settings: Settings, beside: Beside, bom: Path, node: str, limit: int, shape: str
) -> None:
    """Show the routes by which the system of BOM needs NODE, each with its evidence, and whether it is a single point.

    A NODE is kind:name, such as supplier:Acme, country:China, parent:..., component:..., assembly:...,
    material:gallium or stage:gallium/processing.
    """
    from depmap.app import pipeline
    from depmap.app.node_words import find_node
    from depmap.app.why import as_json, described, why

    system = pipeline.read_one(bom, settings, beside)
    graph = pipeline.network_of(system, settings).graph
    answer = why(graph, find_node(system, graph, node))
    if shape == "json":
        settings.console.show(json.dumps(as_json(answer, limit), ensure_ascii=False, indent=1))
    else:
        for line in described(answer, limit, settings.language):
            settings.console.show(line)

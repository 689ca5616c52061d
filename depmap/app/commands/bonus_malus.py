"""``depmap bonus-malus``: points for what bills of materials show of origin and security of supply."""

from __future__ import annotations

import json
from pathlib import Path

import click

from depmap.app.settings import Beside, Settings, beside_options, shared_options


@click.command("bonus-malus", short_help="Points for shown origin and security of supply, line by line.")
@click.argument("boms", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BOM...")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@beside_options
@shared_options
def COMMAND(  # noqa: N802 - one parameter per option is how click hands them over
    settings: Settings, beside: Beside, boms: tuple[Path, ...], shape: str
) -> None:
    """State the bonus and malus of every BOM, from evidence alone, and what would raise it most.

    Every line says what is measured, by which share, through which parts and cells. What is not known makes points an
    interval. Several BOMs, such as those of bidders, are set side by side. The points are in the policy; those of the
    default policy are an example.
    """
    import risk_rules
    from depmap.app import bonus_malus, pipeline

    policy = risk_rules.load_policy(settings.policy)
    found = bonus_malus.statements(pipeline.read_all(boms, settings, beside), policy)
    if shape == "json":
        settings.console.show(json.dumps(bonus_malus.as_json(found, policy), ensure_ascii=False, indent=1))
    else:
        for line in bonus_malus.described(found, policy, settings.language):
            settings.console.show(line)

"""``depmap exposure``: what the loss of a supplier costs when several products share its capacity."""

from __future__ import annotations

import json
from pathlib import Path

import click

from depmap.app.settings import Settings, shared_options


@click.command("exposure", short_help="Expert: risk exposure and time to survive when products share capacity.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.toml")
@click.option("--lose", multiple=True, metavar="SUPPLIER", help="Lost together, beside the others (repeatable).")
@click.option(
    "--recovery",
    type=click.FloatRange(0, 1e6),
    metavar="PERIODS",
    help="All that is lost comes back after so many periods, whatever the file says.",
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@shared_options
def COMMAND(  # noqa: N802 - one parameter per option is how click hands them over
    settings: Settings, file: Path, lose: tuple[str, ...], recovery: float | None, shape: str
) -> None:
    """Compare losses by the value that the best response to each cannot save, and by how long everything holds out.

    FILE says which products are asked for, with their stock and the value lost with each unit that is not delivered,
    and which suppliers make them with what capacity. Asked are the loss of every supplier alone, the losses that the
    file names, and that of --lose.
    """
    from depmap.app import exposure

    found = exposure.read_exposures(file, lose, recovery)
    if shape == "json":
        settings.console.show(json.dumps(exposure.as_json(found), ensure_ascii=False, indent=1))
    else:
        for line in exposure.described(found, settings.language):
            settings.console.show(line)

"""``depmap compare``: what changed between two analyses."""

from __future__ import annotations

import json
from pathlib import Path

import click

from depmap.app.settings import Beside, Settings, beside_options, shared_options
from depmap.core.errors import Exit

GATES = ("none", "worse", "unknown")
"""What ``--fail-on`` may say."""


@click.command("compare", short_help="What changed between two analyses: worse, better, known, unknown.")
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@click.option(
    "--fail-on",
    type=click.Choice(GATES),
    default="none",
    help="Exit 1 when something became worse; with 'unknown' also when something became unknown.",
)
@beside_options
@shared_options
def COMMAND(  # noqa: N802, PLR0913 - one parameter per option is how click hands them over
    settings: Settings, beside: Beside, old: Path, new: Path, shape: str, fail_on: str
) -> int:
    """Compare two analyses of a system, and say first what else differs between them.

    OLD and NEW are each a findings.json that 'depmap analyze' wrote, or a bill of materials, which is analysed on the
    spot with the policy, lists and files beside of this command. What is no longer known never counts as better.
    """
    from depmap.app.comparison import as_json, compare
    from depmap.app.comparison_file import read_side
    from depmap.app.comparison_text import described
    from depmap.core.comparison import Direction
    from depmap.core.errors import UsageError
    from depmap.core.text import Text

    if beside.save_mapping is not None:
        raise UsageError(
            Text("'depmap compare' schrijft geen indelingsbestand.", "'depmap compare' writes no mapping file."),
            Text("Gebruik --save-mapping bij 'depmap check'.", "Use --save-mapping with 'depmap check'."),
        )
    found = compare(read_side(old, settings, beside), read_side(new, settings, beside))
    if shape == "json":
        settings.console.show(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        for line in described(found, settings.language):
            settings.console.show(line)
    gate = {"none": (), "worse": (Direction.WORSE,), "unknown": (Direction.WORSE, Direction.UNKNOWN)}[fail_on]
    return Exit.GATE if found.count(gate) else Exit.DONE

"""``depmap template``: the workbook that suppliers fill in."""

from __future__ import annotations

from pathlib import Path

import click

from depmap.app import outputs
from depmap.app.settings import Settings, shared_options
from depmap.core.text import Text


@click.command("template", short_help="An empty workbook for suppliers to fill in.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.xlsx")
@click.option("--force", is_flag=True, help="Replace the file when it exists.")
@shared_options
def COMMAND(settings: Settings, file: Path, force: bool) -> None:  # noqa: N802
    """Write an empty workbook that suppliers fill in, in the language of --lang.

    Sheets for the bill of materials and the suppliers, with an explanation, an example and drop-downs.
    """
    from bom.template.workbook import template

    outputs.check_workbook(file, force)
    outputs.write(file, template(settings.language))
    settings.console.say(Text(f"Geschreven: {file}", f"Written: {file}"))

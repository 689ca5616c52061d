"""``depmap template``: the workbook that suppliers fill in."""

from __future__ import annotations

import os
from pathlib import Path

import click

from depmap.app.settings import Settings, shared_options
from depmap.core.errors import OutputError, UsageError
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

    if file.suffix.lower() != ".xlsx":
        raise UsageError(
            Text(f"{file.name}: het sjabloon is een xlsx-werkmap.", f"{file.name}: the template is an xlsx workbook."),
            Text("Kies een naam die eindigt op .xlsx.", "Choose a name that ends in .xlsx."),
        )
    if os.path.lexists(file) and not force:
        raise OutputError(
            Text(f"{file} bestaat al en is niet veranderd.", f"{file} exists already and was not changed."),
            Text(
                "Kies een andere naam, of vervang het met --force.", "Choose another name, or replace it with --force."
            ),
        )
    _write(file, template(settings.language))
    settings.console.say(Text(f"Geschreven: {file}", f"Written: {file}"))


def _write(path: Path, data: bytes) -> None:
    """The whole file or nothing.

    Raises:
        OutputError: it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        message = Text(
            f"{path} kan niet worden geschreven: {error.strerror}.", f"{path} cannot be written: {error.strerror}."
        )
        raise OutputError(message) from error

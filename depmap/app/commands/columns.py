"""``depmap columns``: the field table, with every header that is understood."""

from __future__ import annotations

import click

from depmap.app.settings import Settings, shared_options


@click.command("columns", short_help="The columns that depmap understands, and their names.")
@shared_options
def COMMAND(settings: Settings) -> None:  # noqa: N802
    """List the fields of a bill of materials and the header names by which they are recognised."""
    from bom.fields import FIELDS

    for field in FIELDS:
        names = ", ".join(dict.fromkeys(field.synonyms))
        settings.console.show(f"{field.key}: {field.title[settings.language]}\n    {names}")

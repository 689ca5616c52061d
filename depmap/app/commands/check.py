"""``depmap check``: what was read from a bill of materials, how, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from depmap.app import outputs
from depmap.app.questions import asked
from depmap.app.settings import Beside, Settings, beside_options, shared_options
from depmap.core.errors import Exit, InputError
from depmap.core.text import Text

if TYPE_CHECKING:
    from bom.reading import Reading, Table
    from depmap.core.issues import Issue

QUESTION = "DI030"
"""The code of a question, which is asked before everything else."""

FIRST_CELLS = 3
"""Of many problems of one kind, how many are shown in full before they are counted."""


@click.command("check", short_help="Reading only: tables, columns and why, lines, problems.")
@click.argument("bom", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE.xlsx",
    help="Write a copy of what was read, with comments at the cells.",
)
@click.option("--force", is_flag=True, help="Replace FILE.xlsx when it exists.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@click.option("--cells", is_flag=True, help="With json: also what every mapped cell was read as.")
@beside_options
@shared_options
def COMMAND(  # noqa: N802, PLR0913 - one parameter per option is how click hands them over
    settings: Settings, beside: Beside, bom: Path, out: Path | None, force: bool, shape: str, cells: bool
) -> int:
    """Show how a bill of materials was understood, without analysing it.

    Exits with 2 when the file is no bill of materials; with --out its copy is written all the same.
    """
    import bom as reader
    from bom.check_json import as_check_json, refused_json
    from depmap.app.mapping import save_mapping

    if out is not None:
        outputs.check_workbook(out, force, (bom, beside.suppliers, *beside.catalogues))
    enrichment = reader.read_enrichment(beside.suppliers, beside.catalogues, beside.mapping)
    try:
        raw = reader.read_raw(bom)
    except InputError as error:
        if shape == "json":
            settings.console.show(json.dumps(refused_json(bom.name, str(error)), ensure_ascii=False, indent=1))
        raise
    reading = reader.understand(raw, enrichment.mapping)
    if beside.save_mapping is not None:
        save_mapping(beside.save_mapping, [reading], settings.console)
    reading = replace(reading, issues=reader.all_issues(reading, enrichment))
    if shape == "json":
        settings.console.show(json.dumps(as_check_json(reading, cells), ensure_ascii=False, indent=1))
    else:
        for line in _described(reading):
            settings.console.show(line[settings.language])
    if out is not None:
        outputs.write(out, reader.marked_copy(raw, reading, settings.language))
        settings.console.say(Text(f"Geschreven: {out}", f"Written: {out}"))
    return Exit.DONE if reading.is_bom else Exit.MISUSE


def _described(reading: Reading) -> Iterable[Text]:
    from bom.reading import TableRole
    from bom.tables.lines_by_column import not_placed

    if reading.refusal is not None:
        yield Text(f"{reading.file}: {reading.refusal.nl}", f"{reading.file}: {reading.refusal.en}")
    yield from asked(reading.questions)
    for table in reading.tables:
        yield from _table(reading, table)
    counted = [table for table in reading.tables if table.role is TableRole.PARTS]
    lines, left_out = sum(len(table.lines) for table in counted), sum(map(not_placed, counted))
    yield Text(
        "{lines:regel|regels}, waarvan {left_out} niet te plaatsen.",
        "{lines:line|lines}, of which {left_out} not to be placed.",
    ).format(lines=lines, left_out=left_out)
    if possible := reading.lines_in_question:
        yield Text(
            "Telt dit mee? Dat is de vraag bij {lines:regel|regels}; zonder antwoord geldt: mogelijk nodig.",
            "Does it count? That is asked of {lines:line|lines}; without an answer it is possibly needed.",
        ).format(lines=possible)
    yield from _problems(tuple(issue for issue in reading.issues if issue.code != QUESTION))


def _table(reading: Reading, table: Table) -> Iterable[Text]:
    where = table.sheet or reading.file
    row = table.header_row if table.header_row is not None else "-"
    yield Text(
        f"{where}, kop in rij {row}: {len(table.lines)} regels. {table.role_reason.nl}",
        f"{where}, header in row {row}: {len(table.lines)} lines. {table.role_reason.en}",
    )
    for column in table.columns:
        header = " ".join(column.header.split()) or "-"
        target = column.field or "-"
        yield Text(
            f"  {column.column:>3}  {header[:32]:<32}  {target:<22}  {column.reason.nl}",
            f"  {column.column:>3}  {header[:32]:<32}  {target:<22}  {column.reason.en}",
        )
    for number, reason in table.left_out:
        yield Text(f"  rij {number} telt niet mee: {reason.nl}", f"  row {number} left out: {reason.en}")


def _problems(issues: tuple[Issue, ...]) -> Iterable[Text]:
    """Every problem; many of one kind become the first few and a count."""
    by_code: dict[str, list[Issue]] = {}
    for issue in issues:
        by_code.setdefault(issue.code, []).append(issue)
    for code, group in by_code.items():
        for issue in group[:FIRST_CELLS]:
            yield Text(f"[{code}] {issue.render('nl')}", f"[{code}] {issue.render('en')}")
        if len(group) > FIRST_CELLS:
            cells = ", ".join(str(issue.cell) for issue in group[FIRST_CELLS : FIRST_CELLS + 20] if issue.cell)
            more = len(group) - FIRST_CELLS
            yield Text(
                f"[{code}] en nog {more} van deze soort: {cells}", f"[{code}] and {more} more of this kind: {cells}"
            )

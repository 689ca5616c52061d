"""The codebook: what every column of every sheet means, and how the file joins with data of others."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.material_lists import export_measures
from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.raw_materials import words
from reports.raw_materials.columns import COLUMNS, OF_MATERIALS, OF_SHARES
from reports.raw_materials.columns.column import NONE, Column
from reports.raw_materials.of_system import SYSTEM
from reports.raw_materials.overview import OVERVIEW
from reports.tables.shared import Heading, Table
from reports.words import names


def codebook(language: Language) -> Table:
    """What every column means, in both languages, and how the file joins with data of others."""
    heads = (("Blad", 18), ("Kolom", 24), ("Betekenis", 56), ("Meaning", 56), ("Eenheid", 26), ("Bron", 40))
    rows: list[tuple[Value, ...]] = [
        (name[language], topic, text.nl, text.en, None, None) for name, topic, text in _notes()
    ]
    every = ((_sheets(column), column.title, column.meaning, column.unit, column.source) for column in COLUMNS)
    short = (
        (name, column.title, column.meaning, NONE, column.source)
        for name, sheet in ((words.TITLES["overview"], OVERVIEW), (words.SYSTEM_SHEETS, SYSTEM))
        for column in sheet
    )
    rows.extend(
        (name[language], title, meaning.nl, meaning.en, unit[language], source[language])
        for name, title, meaning, unit, source in (*every, *short)
    )
    headings = tuple(Heading(title, width) for title, width in heads)
    return Table("codebook", words.TITLES["codebook"][language], headings, tuple(rows))


def _sheets(column: Column) -> Text:
    """Where a column stands in the workbook; the CSV has them all."""
    found = [
        words.TITLES[name]
        for name, columns in (("materials", OF_MATERIALS), ("shares", OF_SHARES))
        if column in columns
    ]
    return Text(", ".join(each.nl for each in found), ", ".join(each.en for each in found))


def _notes() -> Iterable[tuple[Text, str, Text]]:
    """What is to be known before the columns."""
    known = sorted({each.country for each in export_measures()})
    countries = Text(*(", ".join(names.country(code, each) for code in known) for each in ("nl", "en")))
    for title, text in words.NOTES.items():
        yield words.WHOLE_FILE, title, text.format(countries=countries)

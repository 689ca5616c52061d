"""Writes a mapping file: how workbooks were read, in TOML that a person can correct with a plain editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bom.fields import BY_KEY, base
from bom.pins.entries import column_entry, quoted, role_entry
from bom.pins.held import storable
from bom.pins.model import LARGEST, NO_HEADER_ROW, SCHEMA
from bom.reading import ColumnReading, Reading, Table
from depmap.core.errors import MappingError
from depmap.core.text import Language, Text, visible

_WIDEST = 90
"""Characters of a column's entry up to which the comments behind the entries of a table stand below each other."""

_HOW_TO = Text(
    """\
Indelingsbestand van depmap: hoe stuklijsten zijn gelezen. Verander wat niet klopt, en lees opnieuw met
  depmap check STUKLIJST --mapping DIT_BESTAND        (analyze kent --mapping ook)

field         wat de kolom betekent; 'depmap columns' noemt alle velden. "-" betekent: niet lezen.
              Een tweede fabrikant of leverancier heet manufacturer_2, supplier_2, enzovoort.
column        de letters van de kolom, en
header        de kop erboven. Beide moeten kloppen. In een nieuwe versie van de stuklijst mag de kolom verschoven
              zijn: dan wijst de kop hem aan. Wie een van beide weglaat, wijst de kolom met de andere aan.
or            wat het ook kan betekenen: hier kon depmap niet kiezen. Zet bij field wat klopt en haal or weg; zo lang or
              er staat, blijft de vraag.
decimal_mark  "," of ".": het decimaalteken van deze kolom, waar getallen als 1.234 twee dingen kunnen betekenen.
header_row    het rijnummer van de kop, of 0 zonder kop. Verandert u dit, haal dan ook de kolommen weg die er niet
              meer staan; wat hier niet staat, zoekt depmap zelf.
role          "parts" (telt mee), "restates" (herhaalt een andere tabel) of "not_a_parts_table" (geen onderdelen);
role_or       is hetzelfde als or, voor role.

Wat achter een # staat, is uitleg: waarom depmap het zo las.""",
    """\
Mapping file of depmap: how bills of materials were read. Change what is wrong, and read again with
  depmap check BOM --mapping THIS_FILE        (analyze knows --mapping too)

field         what the column means; 'depmap columns' lists all fields. "-" means: do not read it.
              A second manufacturer or supplier is called manufacturer_2, supplier_2, and so on.
column        the letters of the column, and
header        the header above it. Both must be right. In a new version of the bill of materials the column may have
              moved: the header tells which one it is then. Leave one of the two out, and the other tells.
or            what it could mean as well: here depmap could not choose. Write at field what is right and take or
              away; as long as or is there, the question stays.
decimal_mark  "," or ".": the decimal mark of this column, where numbers such as 1.234 can mean two things.
header_row    the row number of the header, or 0 without one. If you change it, take out the columns that are not
              there any more; what is not listed here depmap finds out by itself.
role          "parts" (counts), "restates" (repeats another table) or "not_a_parts_table";
role_or       is to role what or is to field.

What stands behind a # is explanation: why depmap read it so.""",
)


def mapping_text(readings: Sequence[Reading], language: Language) -> str:
    """The mapping file of these readings: read by it, the same workbooks are read the same.

    Args:
        readings: what was understood of each workbook.
        language: of the comments.

    Raises:
        MappingError: it would be larger than a mapping file may be.
    """
    lines = [*map(_comment, _HOW_TO[language].split("\n")), f"schema = {SCHEMA}"]
    for reading in readings:
        lines += ["", *_file(reading, language)]
    text = "\n".join(lines) + "\n"
    if len(text.encode("utf-8")) > LARGEST:
        raise MappingError(_TOO_LARGE.format(most=LARGEST // 1_000_000))
    return text


def _file(reading: Reading, language: Language) -> Iterable[str]:
    yield "[[files]]"
    yield f"name = {quoted(reading.file)}"
    yield f"sha256 = {quoted(reading.sha256)}"
    if not reading.tables:
        yield _comment((reading.refusal or _NO_TABLES)[language])
        yield from (_comment(line) for line in _EXAMPLE[language].split("\n"))
    for table in reading.tables:
        yield ""
        yield from _table(table, language)


def _table(table: Table, language: Language) -> Iterable[str]:
    yield "[[files.tables]]"
    if table.sheet:
        yield f"sheet = {quoted(table.sheet)}"
    yield f"header_row = {table.header_row or NO_HEADER_ROW}"
    yield f"{role_entry(table.role.value)}  {_comment(table.role_reason[language])}"
    if table.role_instead is not None:
        yield f"role_or = {quoted(table.role_instead.value)}  {_comment(_COUNTS[language])}"
    yield "columns = ["
    entries = [column_entry(column, column.field, instead=column.instead) for column in table.columns]
    width = min(_WIDEST, max(map(len, entries), default=0))
    for column, entry in zip(table.columns, entries, strict=True):
        yield f"  {entry.ljust(width)}  {_comment(_question(column, language) + column.reason[language])}"
    yield "]"


def _question(column: ColumnReading, language: Language) -> str:
    """What is asked about a column, in few words; nothing when it is clear."""
    if not column.instead:
        return ""
    fields = [field for field in (column.field, *column.instead) if field]
    names = [BY_KEY[base(field)].title[language] for field in fields]
    return _OPEN.format(names=f" {_OR[language]} ".join(names))[language]


def _comment(text: str) -> str:
    """One line of explanation: whatever a workbook says in it, it cannot end the line."""
    return f"# {visible(storable(text), keep='')}".rstrip()


_OR = Text("of", "or")
_OPEN = Text("VRAAG: {names}? ", "QUESTION: {names}? ")
_COUNTS = Text("VRAAG: telt deze tabel mee?", "QUESTION: does this table count?")
_NO_TABLES = Text("geen tabel gevonden", "no table was found")
_EXAMPLE = Text(
    """\
Is dit toch een stuklijst? Haal dan de # weg en vul in waar de kop staat:
[[files.tables]]
sheet = "Blad1"
header_row = 3
role = "parts"
columns = [
  { column = "A", field = "part_number" },
  { column = "B", field = "quantity" },
]""",
    """\
Is this a bill of materials after all? Then take the # away and fill in where the header stands:
[[files.tables]]
sheet = "Sheet1"
header_row = 3
role = "parts"
columns = [
  { column = "A", field = "part_number" },
  { column = "B", field = "quantity" },
]""",
)
_TOO_LARGE = Text(
    "De indeling is te groot om te bewaren: meer dan {most} MB.",
    "The mapping is too large to be saved: more than {most} MB.",
)

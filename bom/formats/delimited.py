"""Text with a delimiter: csv, tsv, semicolons, and tables drawn with ``|``."""

from __future__ import annotations

from bom.formats._interface import Content, Format, Source
from bom.formats._layout import delimiter, stated_delimiter
from bom.formats._records import records
from bom.formats._text import decode
from bom.raw import Sheet
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_SHOWN = 20
_QUOTE = Text(
    "een aanhalingsteken staat alleen; het is als gewoon teken gelezen.",
    "a quotation mark stands alone; it was read as an ordinary character.",
)
_QUOTE_HINT = Text("Controleer of de velden van deze regel kloppen.", "Check whether the fields of this row are right.")


def recognises(source: Source) -> bool:
    """Whether it is text that is not something else, such as a web page."""
    return decode(source.head) is not None


def rows(source: Source) -> Content:
    """One sheet without a name; every value stays text. The line ``sep=;`` is no row, as in spreadsheets."""
    decoded = decode(source.data)
    if decoded is None:
        return Content(())
    lines = decoded.lines
    stated = stated_delimiter(lines)
    text = decoded.text.split("\n", 1)[-1] if stated else decoded.text
    mark = stated or delimiter(lines) or ","
    read = records(text, mark)
    strip = mark == "|"
    cells = tuple(tuple((field.strip() if strip else field) or None for field in row) for row in read.rows)
    issues = [
        Issue("DI004", Severity.WARNING, _QUOTE, CellRef(source.name, "", row + 1, "A"), _QUOTE_HINT)
        for row in read.suspects[:_SHOWN]
    ]
    return Content((Sheet("", cells),), (*decoded.issues, *issues))


FORMAT = Format(
    id="text",
    title=Text("tekst met scheidingstekens (.csv)", "delimited text (.csv)"),
    suffixes=(".csv", ".tsv", ".txt", ".tab"),
    recognises=recognises,
    rows=rows,
)

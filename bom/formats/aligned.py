"""Text that blanks or tabs align into columns, as design programs print part lists."""

from __future__ import annotations

from bom.formats._aligned import aligned_rows, aligned_tables
from bom.formats._drawn import drawn_tables
from bom.formats._interface import Content, Format, Source
from bom.formats._prose import is_prose
from bom.formats._text import decode, text_sheet
from depmap.core.text import Text


def recognises(source: Source) -> bool:
    """Whether it is text in columns of blanks, and no list in words."""
    decoded = decode(source.head)
    if decoded is None or drawn_tables(decoded.lines):
        return False
    return bool(aligned_tables(decoded.lines)) and not is_prose(decoded.lines)


def rows(source: Source) -> Content:
    """One sheet without a name; a row is a line, a column what the words of the header above head."""
    decoded = decode(source.data)
    lines = decoded.lines if decoded else []
    return Content((text_sheet(aligned_rows(lines)),), decoded.issues if decoded else ())


FORMAT = Format(
    id="aligned",
    title=Text("tekst in kolommen van spaties (.txt)", "text in columns of blanks (.txt)"),
    suffixes=(".txt", ".lst", ".csv"),
    recognises=recognises,
    rows=rows,
)

"""Lists of parts in XML by no standard: elements that repeat, wherever they stand; rows as in `json_lists` beside."""

from __future__ import annotations

from bom.formats._document import read_document
from bom.formats._interface import Content, Format, Source
from bom.formats._kinds import kind_of
from bom.formats._lists import REMARKS
from depmap.core.text import same


def recognises(source: Source) -> bool:
    """Whether it begins like XML."""
    kind = kind_of(source)
    return kind is not None and kind.detail == "xml"


def rows(source: Source) -> Content:
    """One sheet for each list of elements; they are listed in a child process."""
    return read_document(source, "bom.sandbox.xml_lists", REMARKS)


FORMAT = Format(
    id="xml",
    title=same("XML (.xml)"),
    suffixes=(".xml",),
    recognises=recognises,
    rows=rows,
    kinds=("xml",),
    is_general=True,
)

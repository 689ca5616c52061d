"""Lists of parts in JSON by no standard: objects in arrays, or by name, wherever they stand.

Rows as in `bom.formats.cyclonedx_json`; a sheet is named by where its list stands.
"""

from __future__ import annotations

from dataclasses import replace

from bom.formats._document import read_document
from bom.formats._interface import Content, Format, Source
from bom.formats._kinds import kind_of
from bom.formats._lists import REMARKS
from bom.formats._text import decode
from bom.sandbox.limits import Refused
from depmap.core.text import same


def recognises(source: Source) -> bool:
    """Whether it begins like JSON."""
    kind = kind_of(source)
    return kind is not None and kind.detail == "json"


def rows(source: Source) -> Content:
    """One sheet for each list of objects; they are listed in a child process."""
    decoded = decode(source.data)
    if decoded is None:
        raise Refused("malformed", "JSON")
    content = read_document(replace(source, data=decoded.text.encode("utf-8")), "bom.sandbox.json_lists", REMARKS)
    return replace(content, issues=decoded.issues + content.issues)


FORMAT = Format(
    id="json",
    title=same("JSON (.json)"),
    suffixes=(".json", ".jsonl", ".ndjson"),
    recognises=recognises,
    rows=rows,
    kinds=("json",),
    is_general=True,
)

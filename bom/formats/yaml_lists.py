"""Lists of parts in plain YAML; rows as in `json_lists` beside."""

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
    """Whether it looks like YAML."""
    kind = kind_of(source)
    return kind is not None and kind.detail == "yaml"


def rows(source: Source) -> Content:
    """One sheet for each list; they are listed in a child process."""
    decoded = decode(source.data)
    if decoded is None:
        raise Refused("malformed", "YAML")
    content = read_document(replace(source, data=decoded.text.encode("utf-8")), "bom.sandbox.yaml_lists", REMARKS)
    return replace(content, issues=decoded.issues + content.issues)


FORMAT = Format(
    id="yaml",
    title=same("YAML (.yaml)"),
    suffixes=(".yaml", ".yml"),
    recognises=recognises,
    rows=rows,
    kinds=("yaml",),
)

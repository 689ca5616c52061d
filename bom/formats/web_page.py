"""Web pages with tables: reports of design programs, and files that are called ``.xls`` and are none."""

from __future__ import annotations

import re
from dataclasses import replace

from bom.formats._document import read_document
from bom.formats._interface import Content, Format, Source
from bom.formats._kinds import kind_of
from bom.formats._text import Decoded, decode
from bom.sandbox.limits import Refused
from depmap.core.text import Text

_CHARSET = re.compile(
    rb"""charset\s*=\s*["']?\s*((?:iso-8859-|windows-|cp|koi8-|euc-)\w{1,5}|latin-?1|big5|gb\w{1,6}|shift_jis)\b""",
    re.IGNORECASE,
)
_WESTERN = frozenset({"iso-8859-1", "latin1", "latin-1"})
"""What browsers read as Windows-1252."""


def recognises(source: Source) -> bool:
    """Whether it begins like a web page."""
    kind = kind_of(source)
    return kind is not None and kind.detail == "html"


def rows(source: Source) -> Content:
    """A sheet for each table; the page is taken apart in a child process."""
    decoded = _as_it_says(source) or decode(source.data)
    if decoded is None:
        raise Refused("malformed", "HTML")
    content = read_document(replace(source, data=decoded.text.encode("utf-8")), "bom.sandbox.web_page", {})
    return replace(content, issues=decoded.issues + content.issues)


def _as_it_says(source: Source) -> Decoded | None:
    """The page in the old encoding that it names; None when it names none, or is not in that one."""
    found = _CHARSET.search(source.data[:4096])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    try:
        return Decoded(source.data.decode("cp1252" if name in _WESTERN else name).replace("\0", ""))
    except (LookupError, ValueError):
        return None


FORMAT = Format(
    id="html",
    title=Text("een webpagina (.html)", "a web page (.html)"),
    suffixes=(".html", ".htm"),
    recognises=recognises,
    rows=rows,
    kinds=("html",),
)

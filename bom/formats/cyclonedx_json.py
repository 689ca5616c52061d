"""CycloneDX hardware bills of materials as JSON, version 1.4 to 1.7.

A file of items has no cells: row 1 holds the names of what is said, row n + 1 the n-th item, in the order of the
document.
"""

from __future__ import annotations

import re

from bom.formats._cyclonedx import REMARKS
from bom.formats._document import read_document
from bom.formats._interface import Content, Format, Source
from depmap.core.text import same

_SAYS_SO = re.compile(rb'"bomFormat"\s*:\s*"CycloneDX"')


def recognises(source: Source) -> bool:
    """Whether it is a JSON object that calls itself CycloneDX, wherever it does."""
    start = source.data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and bool(_SAYS_SO.search(source.data))


def rows(source: Source) -> Content:
    """One sheet without a name; the components are listed in a child process."""
    return read_document(source, "bom.sandbox.cyclonedx_json", REMARKS)


FORMAT = Format(
    id="cyclonedx-json",
    title=same("CycloneDX (.json)"),
    suffixes=(".json",),
    recognises=recognises,
    rows=rows,
    kinds=("json",),
)

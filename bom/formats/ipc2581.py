"""The bills of materials in an IPC-2581 file of a circuit board; rows as in `bom.formats.cyclonedx_json`."""

from __future__ import annotations

from bom.formats._document import Remark, read_document, root_of
from bom.formats._interface import Content, Format, Source
from depmap.core.issues import Severity
from depmap.core.text import Text, same

_REMARKS = {
    "left_out": Remark(
        "DI008",
        Severity.NOTE,
        Text("overgeslagen omdat het documenten zijn: {count}.", "left out as documents: {count}."),
    )
}


def recognises(source: Source) -> bool:
    """Whether the root element says so."""
    return root_of(source).name == "IPC-2581"


def rows(source: Source) -> Content:
    """One sheet for each bill of materials, named by its assembly; the items are listed in a child process."""
    return read_document(source, "bom.sandbox.ipc2581", _REMARKS)


FORMAT = Format(
    id="ipc-2581",
    title=same("IPC-2581 (.xml)"),
    suffixes=(".xml", ".cvg"),
    recognises=recognises,
    rows=rows,
    kinds=("xml",),
)

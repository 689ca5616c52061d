"""The netlist of KiCad in XML, which holds its parts list; rows as in `bom.formats.cyclonedx_json`."""

from __future__ import annotations

from bom.formats._document import Remark, read_document, root_of
from bom.formats._interface import Content, Format, Source
from depmap.core.issues import Severity
from depmap.core.text import Text, same

_REMARKS = {
    "left_out": Remark(
        "DI008",
        Severity.NOTE,
        Text(
            "overgeslagen omdat de ontwerper ze buiten de stuklijst houdt: {count}.",
            "left out because the designer keeps them out of the bill of materials: {count}.",
        ),
    )
}


def recognises(source: Source) -> bool:
    """Whether the root element is an export with a design or components in it."""
    root = root_of(source)
    inside = root.after.lstrip()
    return root.name == "export" and "version" in root.attributes and inside.startswith(("<design", "<components"))


def rows(source: Source) -> Content:
    """One sheet without a name, a row for each symbol of the schematic; they are listed in a child process."""
    return read_document(source, "bom.sandbox.kicad", _REMARKS)


FORMAT = Format(
    id="kicad-xml", title=same("KiCad (.xml)"), suffixes=(".xml",), recognises=recognises, rows=rows, kinds=("xml",)
)

"""CycloneDX hardware bills of materials as XML, version 1.4 to 1.7; rows as in `bom.formats.cyclonedx_json`."""

from __future__ import annotations

from bom.formats._cyclonedx import REMARKS
from bom.formats._document import read_document, root_of
from bom.formats._interface import Content, Format, Source
from bom.sandbox.cyclonedx_xml import NAMESPACE
from depmap.core.text import same


def recognises(source: Source) -> bool:
    """Whether the root element is a bill of materials in a namespace of CycloneDX."""
    root = root_of(source)
    return root.name == "bom" and root.namespace.startswith(NAMESPACE)


def rows(source: Source) -> Content:
    """One sheet without a name; the components are listed in a child process."""
    return read_document(source, "bom.sandbox.cyclonedx_xml", REMARKS)


FORMAT = Format(
    id="cyclonedx-xml",
    title=same("CycloneDX (.xml)"),
    suffixes=(".xml",),
    recognises=recognises,
    rows=rows,
    kinds=("xml",),
)

"""Material declarations by IPC-1752A: what a supplier states to be in its products; rows as in `cyclonedx_json` beside.

Mostly given beside a bill of materials (`bom.companies.catalogue`). That a substance is not stated is never evidence
that it is not there.
"""

from __future__ import annotations

from bom.formats._document import Remark, read_document, root_of
from bom.formats._interface import Content, Format, Source
from bom.sandbox.ipc1752a import FAMILY
from depmap.core.issues import Severity
from depmap.core.text import Text, same

_REMARKS = {
    "below": Remark(
        "DI027",
        Severity.NOTE,
        Text(
            "stofgroepen waarvan de leverancier opgeeft dat ze niet boven de drempel zitten: {count}. Niet gelezen: "
            "wat onder een drempel zit, kan er nog steeds in zitten.",
            "substance categories that the supplier states not to be above their threshold: {count}. Not read: what "
            "is below a threshold may still be in it.",
        ),
    ),
    "no_content": Remark(
        "DI028",
        Severity.NOTE,
        Text(
            "producten zonder opgave van materialen: {count}. Dat is geen bewijs dat er niets in zit.",
            "products without a statement of materials: {count}. That is no evidence that nothing is in them.",
        ),
        Text(
            "Vraag om een volledige verklaring (klasse D, homogene materialen).",
            "Ask for a full declaration (class D, homogeneous materials).",
        ),
    ),
    "amount": Remark(
        "DI029",
        Severity.NOTE,
        Text(
            "hoeveelheden die 0 zijn of een onbekende eenheid hebben: {count}. Gelezen als onbekend.",
            "amounts that are 0 or have an unknown unit: {count}. Read as unknown.",
        ),
    ),
}


def recognises(source: Source) -> bool:
    """Whether the root element is a declaration in a namespace of IPC-175x, be it one that is refused afterwards."""
    root = root_of(source)
    return root.name == "MainDeclaration" and FAMILY in root.namespace


def rows(source: Source) -> Content:
    """One sheet without a name, a row for each product number; they are listed in a child process."""
    return read_document(source, "bom.sandbox.ipc1752a", _REMARKS)


FORMAT = Format(
    id="ipc-1752a", title=same("IPC-1752A (.xml)"), suffixes=(".xml",), recognises=recognises, rows=rows, kinds=("xml",)
)

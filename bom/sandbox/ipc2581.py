"""In the child: the bills of materials of an IPC-2581 file, with the approved manufacturers of each item.

Sources: ``qa/data/pcbnew/ipc2581/IPC-2581C.xsd`` (the schema of revision C) and
``pcbnew/pcb_io/ipc2581/pcb_io_ipc2581.cpp``, which writes the same elements in revision B, of
github.com/KiCad/kicad-source-mirror. ``Measured`` and ``Ranged`` characteristics, ``SpecRef`` and everything outside
``Bom``, ``Avl`` and ``LogisticHeader`` are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from bom.sandbox.limits import MAX_NOTES, MAX_SHEETS, Refused
from bom.sandbox.listing import lines, table
from bom.sandbox.markup import Element, tree

KIND = "IPC-2581"
"""What messages call it."""

_SKIPPED = frozenset("Content Ecad HistoryRecord Firmware Tuning SpecRef".split())
_COLUMNS = (
    "line number",
    "internal part number",
    "description",
    "quantity",
    "reference designators",
    "DNP",
    "category",
)
_DOCUMENT = "DOCUMENT"
_FALSE = ("false", "0")
_TRUE = ("true", "1")


def read(data: bytes) -> dict[str, object]:
    """One sheet for each ``Bom``, named by its assembly, with a row for each item that is no document.

    Raises:
        Refused: no well-formed XML, with a document type, or without items.
    """
    root, _ = tree(data, KIND, _SKIPPED)
    if root.name != KIND:
        raise Refused("kind", "xml")
    boms = [(bom, list(bom.all("BomItem"))) for bom in root.all("Bom")]
    if len(boms) > MAX_SHEETS:
        raise Refused("sheets", f"{len(boms)}")
    approved = _approved(root)
    sheets: list[dict[str, object]] = []
    names: dict[str, int] = {}
    notes: list[list[object]] = []
    for bom, items in boms:
        parts = [item for item in items if item.get("category") != _DOCUMENT]
        notes += [["left_out", ""]] * (len(items) - len(parts))
        if parts:
            name = next((each.get("assembly") for each in bom.all("BomHeader")), "") or bom.get("name")
            names[name] = names.get(name, 0) + 1
            unique = name if names[name] == 1 else f"{name} ({names[name]})"
            sheets.append(table(unique, [_item(part, approved) for part in parts], _COLUMNS))
    if not sheets:
        raise Refused("no_parts", KIND)
    return {"sheets": sheets, "notes": notes[:MAX_NOTES]}


def _approved(root: Element) -> dict[str, list[tuple[str, str]]]:
    """For each design number the approved makers and their part numbers, the chosen one first, then by rank."""
    names = {each.get("id"): each.get("name") or each.get("id") for each in root.all("LogisticHeader", "Enterprise")}
    approved: dict[str, list[tuple[str, str]]] = {}
    for item in root.all("Avl", "AvlItem"):
        choices = sorted(item.all("AvlVmpn"), key=lambda each: (each.get("chosen") not in _TRUE, _rank(each)))
        makers = approved.setdefault(item.get("OEMDesignNumber"), [])
        for choice in choices:
            number = next((each.get("name") for each in choice.all("AvlMpn")), "")
            maker = next((each.get("enterpriseRef") for each in choice.all("AvlVendor")), "")
            makers.append((names.get(maker, maker), number))
    return approved


def _rank(choice: Element) -> int:
    """The stated order of a choice; without one, behind those that have it."""
    rank = next((each.get("rank") for each in choice.all("AvlMpn")), "")
    return int(rank) if rank.isdecimal() and len(rank) < 10 else 10**10


def _item(part: Element, approved: dict[str, list[tuple[str, str]]]) -> dict[str, str]:
    """What an item says of itself, by column; what its own characteristics are called is up to its maker."""
    number = part.get("OEMDesignNumberRef")
    places = list(part.all("RefDes"))
    absent = [each.get("name") for each in places if each.get("populate") in _FALSE]
    item = {
        "line number": lines(each.get("number") for each in part.all("FindDes")),
        "internal part number": part.get("internalPartNumber") or number,
        "description": part.get("description"),
        "quantity": part.get("quantity"),
        "reference designators": ", ".join(each.get("name") for each in places),
        "DNP": "DNP" if places and len(absent) == len(places) else "",
        "category": part.get("category").lower(),
    }
    if absent and not item["DNP"]:
        item["notes"] = f"not populated: {', '.join(absent)}"
    for at, (maker, mpn) in enumerate(approved.get(number, ()), start=1):
        item |= {f"manufacturer {at}": maker, f"manufacturer part number {at}": mpn}
    said = {column: [text] for column, text in item.items()}
    for name, value in _characteristics(part):
        said.setdefault(name, []).append(value)
    return {column: lines(texts) for column, texts in said.items() if column}


def _characteristics(part: Element) -> Iterator[tuple[str, str]]:
    """Name and value of the characteristics in words."""
    for kind in ("Textual", "Enumerated"):
        for each in part.all("Characteristics", kind):
            name = f"{kind.lower()}Characteristic"
            yield each.get(f"{name}Name"), each.get(f"{name}Value")

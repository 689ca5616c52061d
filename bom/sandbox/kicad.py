"""In the child: the components of a KiCad netlist in XML, which is also what KiCad gives to its BOM scripts.

Source: ``eeschema/netlist_exporters/netlist_exporter_xml.cpp`` of github.com/KiCad/kicad-source-mirror, which writes
``export`` version E. Version D, of KiCad 5 and before, has the same elements (a test file of KiCost made like one of
Eeschema 5.1.9), but no mark for what is not placed.
"""

from __future__ import annotations

from bom.sandbox.limits import MAX_NOTES, Refused
from bom.sandbox.listing import clean, lines, table
from bom.sandbox.markup import Element, tree

KIND = "KiCad"
"""What messages call it."""

_SKIPPED = frozenset("libparts libraries nets groups variants units jumper_pin_groups component_classes".split())
_COLUMNS = ("reference designators", "value", "footprint", "description", "datasheet", "DNP")
_OWN = frozenset({"reference", "value", "footprint", "datasheet", "description"})
_BLANK = "~"


def read(data: bytes) -> dict[str, object]:
    """One sheet with a row for each component; the fields that the designer added are columns by their own names.

    What the designer excluded from the bill of materials (test points, logos) is only noted.

    Raises:
        Refused: no well-formed XML, with a document type, or without components.
    """
    root, _ = tree(data, KIND, _SKIPPED)
    if root.name != "export":
        raise Refused("kind", "xml")
    components = list(root.all("components", "comp"))
    kept = [component for component in components if "exclude_from_bom" not in _properties(component)]
    if not kept:
        raise Refused("no_parts", KIND)
    notes: list[list[object]] = [["left_out", ""]] * (len(components) - len(kept))
    return {"sheets": [table("", [_item(component) for component in kept], _COLUMNS)], "notes": notes[:MAX_NOTES]}


def _item(component: Element) -> dict[str, str]:
    """What a component says of itself, by column. A tilde is how KiCad writes nothing."""
    library = next((each.get("description") for each in component.all("libsource")), "")
    item = {
        "reference designators": component.get("ref"),
        "value": component.said("value"),
        "footprint": component.said("footprint"),
        "description": component.said("description") or library,
        "datasheet": component.said("datasheet"),
        "DNP": "DNP" if "dnp" in _properties(component) else "",
    }
    for each in component.all("fields", "field"):
        name = clean(each.get("name"))
        column = name.lower() if name.lower() in _OWN else name
        if column == "reference" or item.get(column):
            continue
        item[column] = each.text
    return {column: "" if text.strip() == _BLANK else lines([text]) for column, text in item.items() if column}


def _properties(component: Element) -> frozenset[str]:
    return frozenset(each.get("name") for each in component.all("property"))

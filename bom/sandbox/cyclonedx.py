"""In the child: the components of a CycloneDX bill of materials, version 1.4 to 1.7, whatever it was written in.

Sources: the schemas ``bom-1.4.xsd``, ``bom-1.6.xsd``, ``bom-1.7.schema.json`` of github.com/CycloneDX/specification,
and ``cdx/device.md`` of github.com/CycloneDX/cyclonedx-property-taxonomy. By their words the *manufacturer* created the
component; the *supplier* "may often be the manufacturer, but may also be a distributor or repackager"; nested
components are assemblies, "not a dependency tree"; ``cdx:device:quantity`` is "the total number of the specified
component".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bom.sandbox.limits import MAX_NOTES, Refused
from bom.sandbox.listing import clean, lines, table

KIND = "CycloneDX"
"""What messages call it."""

VERSIONS = ("1.4", "1.5", "1.6", "1.7")
"""The versions whose schemas were read."""

_HARDWARE = "device"
_RUNS_ON_IT = frozenset({"firmware", "device-driver", "operating-system"})
_DEPTH = 50
_STRUCTURE = ("level", "parent")
_COLUMNS = (
    "level",
    "internal part number",
    "description",
    "manufacturer",
    "mpn",
    "supplier",
    "category",
    "quantity",
    "country of origin",
    "reference link",
)
_DEVICE = {
    "cdx:device:quantity": "quantity",
    "cdx:device:function": "category",
    "cdx:device:sku": "own code",
}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

Component = Mapping[str, object]
"""A component as the JSON form writes it."""


def read_document(document: Component) -> dict[str, object]:
    """The table of its components, the one that the document describes first, with notes on what was left out.

    Raises:
        Refused: another version, no component, no hardware, or a value of a kind that the schema does not know.
    """
    version = _text(document, "specVersion")
    if version not in VERSIONS:
        raise Refused("version", f"{KIND} {version or '?'}"[:40])
    notes: list[list[object]] = []
    described = _described(_record(document, "metadata"))
    own = _text(described, "bom-ref")
    listed = [*_walk(described, 1, own, notes), *_walk(document, 1, own, notes)]
    if not listed and not notes:
        raise Refused("no_parts", KIND)
    if all(_text(part, "type") != _HARDWARE for _, part in listed):
        raise Refused("software", KIND)
    notes += [["dependency", ""]] * _dependencies(document, [part for _, part in listed])
    if described:
        listed.insert(0, (0, described))
    items = [_item(part) for _, part in listed]
    if len({level for level, _ in listed}) > 1:
        items = [item | {"level": str(level)} for item, (level, _) in zip(items, listed, strict=True)]
    notes += [["supplier_only", ""] for item in items if item["supplier"] and not item["manufacturer"]]
    notes += [["assembly_repeats", ""] for item in _holding(items) if item.get("quantity", "") not in ("", "1")]
    return {"sheets": [table("", items, _COLUMNS)], "notes": notes[:MAX_NOTES]}


def _described(metadata: Component) -> dict[str, object]:
    """The component that the document describes; who made and supplied it may stand beside it."""
    described = dict(_record(metadata, "component"))
    if described:
        described.setdefault("manufacturer", metadata.get("manufacture"))
        described.setdefault("supplier", metadata.get("supplier"))
    return described


def _walk(holder: Component, level: int, own: str, notes: list[list[object]]) -> Iterator[tuple[int, Component]]:
    """The components in a holder and those nested in them, each with its level; software is only noted.

    What the document describes (``own``) is not its own part, although some programs list it again.
    """
    if level > _DEPTH:
        raise Refused("malformed", KIND)
    for component in _records(holder, "components"):
        kind = _text(component, "type")
        if own and _text(component, "bom-ref") == own:
            yield from _walk(component, level, own, notes)
        elif kind == _HARDWARE or kind in _RUNS_ON_IT:
            yield level, component
            yield from _walk(component, level + 1, own, notes)
        else:
            notes.append(["left_out", ""])
            yield from _walk(component, level, own, notes)


def _dependencies(document: Component, listed: list[Component]) -> int:
    """On how many listed components another one is said to depend.

    They are no structure: a part on which another depends is not inside it, and taking the other for an assembly would
    hide that nobody says who makes it. The system needs every listed component anyway.
    """
    known = {_text(component, "bom-ref") for component in listed} - {""}
    found: set[str] = set()
    for dependency in _records(document, "dependencies"):
        upper, lower = _text(dependency, "ref"), dependency.get("dependsOn") or []
        if not isinstance(lower, list):
            raise Refused("malformed", KIND)
        found |= {each for each in map(_plain, lower) if upper in known and each != upper}
    return len(found & known)


def _holding(items: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The items with others below them."""
    for item, following in pairwise(items):
        if int(following.get("level", 0)) > int(item.get("level", 0)):
            yield item


def _item(component: Component) -> dict[str, str]:
    """What a component says of itself, by column."""
    kind = _text(component, "type")
    item = {
        "internal part number": _text(component, "name"),
        "description": _text(component, "description"),
        "manufacturer": _text(_record(component, "manufacturer"), "name"),
        "supplier": _text(_record(component, "supplier"), "name"),
        "category": "" if kind == _HARDWARE else kind,
        "reference link": lines(_text(each, "url") for each in _records(component, "externalReferences")),
        "version": _text(component, "version") or _text(component, "versionRange"),
        "scope": _text(component, "scope"),
        "is external": _text(component, "isExternal"),
    }
    values: dict[str, list[str]] = {}
    for each in _records(component, "properties"):
        values.setdefault(_column(_text(each, "name")), []).append(_text(each, "value"))
    return item | {column: lines([item.get(column, ""), *texts]) for column, texts in values.items()}


def _column(name: str) -> str:
    """The column of a property: of the official ones what they mean, else the last part of the name.

    >>> _column("cdx:device:quantity"), _column("acme:hbom:countryOfOrigin"), _column("acme:level")
    ('quantity', 'country of origin', 'property level')
    """
    if name.startswith("cdx:"):
        return _DEVICE.get(name, name)
    column = _HUMP.sub(" ", name.rsplit(":", 1)[-1]).replace("_", " ").lower()
    return f"property {column}" if column in _STRUCTURE else column


def _text(record: Component, name: str) -> str:
    """A plain value as text; empty when it is not there."""
    return _plain(record.get(name))


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return clean(value)
    raise Refused("malformed", KIND)


def _record(record: Component, name: str) -> Component:
    """An object; empty when it is not there."""
    value = record.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise Refused("malformed", KIND)
    return value


def _records(record: Component, name: str) -> list[Component]:
    """A list of objects; empty when it is not there."""
    value = record.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise Refused("malformed", KIND)
    return value

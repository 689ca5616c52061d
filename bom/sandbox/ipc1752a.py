"""In the child: the products of a material declaration by IPC-1752A and what each is stated to hold.

The schema itself (IPC-1752A, "IPC-175x Schema Version 2.0", namespace ``http://webstds.ipc.org/175x/2.0``) could not
be had. What is read here is what four public sources that write or read such files say, all read on 2026-11-22: a
parser of class D that follows "IPC 1752A Amendment 3 Schema.xsd" element by element; a converter of full material
declarations, ``ipc1752_to_yaml`` (``SubProduct``; amounts on the element or below it); a writer of class C, "ChemSherpa
Converter" (``BusinessInfo``, ``Response``, ``SupplyCompany``, the attributes of ``Product`` and ``ProductID``,
``Threshold``); and the pages on IPC XML files of docs.bomcheck.com and assistant.bomcheck.net (several ``ProductID`` in
a ``Product``, 0 for an amount that nobody filled in, amounts in ``massPercent``). Of IPC-1752B only the namespace was
found, of the XML of IPC-1754 nothing: both are refused. Queries (class A and B), exemptions, contacts and signatures
are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from bom.sandbox.limits import MAX_NOTES, MAX_ROWS, MAX_TEXT, Refused
from bom.sandbox.listing import clean, lines, table
from bom.sandbox.markup import Element, tree

KIND = "IPC-1752A"
"""What messages call it."""

FAMILY = "://webstds.ipc.org/175x/"
"""What the namespaces of all declarations of this family have in common."""

NAMESPACE = f"http{FAMILY}2.0"
"""The only one that is read."""

_SKIPPED = frozenset({"Contact", "Authorizer"})
_COLUMNS = (
    "level",
    "mpn",
    "internal part number",
    "description",
    "manufacturer",
    "quantity",
    "unit",
    "mass (g)",
    "material",
    "declared on",
    "version",
    "manufacturing site",
)
_GRAMS = {"mg": Decimal("0.001"), "g": Decimal(1), "kg": Decimal(1000)}
_PERCENT = {"masspercent": Decimal(1), "ppm": Decimal("0.0001")}

_AMOUNT_AT_END = re.compile(r",\s*(?=[\d.,]+\s*(?:mg|g|kg|%)$)", re.IGNORECASE)
_MOST_TEXT = 10 * MAX_TEXT
"""Characters about materials in a file: what sub-products hold is repeated for every number of their product."""

Note = list[object]


def read(data: bytes) -> dict[str, object]:
    """One sheet with a row for each product number, with those of its sub-products below it.

    Raises:
        Refused: no well-formed XML, with a document type, another standard of this family, or without products.
    """
    root, space = tree(data, KIND, _SKIPPED)
    if root.name != "MainDeclaration" or FAMILY not in space:
        raise Refused("kind", "xml")
    if space != NAMESPACE:
        raise Refused("schema", space.rsplit("/175x/", 1)[-1][:40])
    notes: list[Note] = []
    answer = next(root.all("BusinessInfo", "Response"), Element("", {}))
    company = clean(next((each.get("name") for each in answer.all("SupplyCompany")), ""))
    by = {"declared on": clean(answer.get("date"))}
    listed: list[tuple[int, dict[str, str]]] = []
    size = 0
    for item in (item for product in root.all("Product") for item in _items(product, notes)):
        listed.append(item)
        size += len(item[1]["material"])
        if len(listed) >= MAX_ROWS:
            raise Refused("rows")
        if size > _MOST_TEXT:
            raise Refused("materials", f"{size // 1_000_000}")
    if not listed:
        raise Refused("no_parts", KIND)
    nested = any(level > 1 for level, _ in listed)
    items = [
        # Who answers for a product did not necessarily make what is in it.
        item | by | ({"level": str(level)} if nested else {}) | ({"manufacturer": company} if level == 1 else {})
        for level, item in listed
    ]
    return {"sheets": [table("", items, _COLUMNS)], "notes": notes[:MAX_NOTES]}


def _items(product: Element, notes: list[Note]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a product: for each of its numbers one, with what is in it below."""
    held = _material(product, notes)
    below = [item for each in product.all("SubProduct") for item in _below(each, 2, notes)]
    if not (held or below):
        notes.append(["no_content", ""])
    for number in product.all("ProductID"):
        yield 1, _item(product, [number], held, notes)
        yield from below


def _below(product: Element, level: int, notes: list[Note]) -> Iterator[tuple[int, dict[str, str]]]:
    """The row of a sub-product, all its numbers in one cell, and the rows of what is in it."""
    yield level, _item(product, list(product.all("ProductID")), _material(product, notes), notes)
    for each in product.all("SubProduct"):
        yield from _below(each, level + 1, notes)


def _item(product: Element, numbers: Sequence[Element], held: str, notes: list[Note]) -> dict[str, str]:
    """What a product says of itself, by column."""

    def said(name: str) -> str:
        return lines(number.get(name) for number in numbers)

    grams = _grams(numbers[0], notes) if numbers else None
    return {
        "mpn": said("itemNumber"),
        "internal part number": said("requesterItemNumber"),
        "description": said("itemName") or said("requesterItemName"),
        "quantity": clean(product.get("numberOfInstances")),
        "unit": clean(product.get("unitType")).lower(),
        "mass (g)": f"{grams.normalize():f}" if grams else "",
        "material": held,
        "version": said("version"),
        "manufacturing site": said("manufacturingSite"),
    }


def _material(product: Element, notes: list[Note]) -> str:
    """The statements on the content of a product, in one cell."""
    text = "\n".join(_statements(product, notes))
    if len(text) > MAX_TEXT:
        raise Refused("text")
    return text


def _statements(product: Element, notes: list[Note]) -> Iterator[str]:
    """What is stated of the content of a product itself, a line each, as `bom.cells.materials` reads it back."""
    for material in _within(product, "HomogeneousMaterial", ("SubProduct",)):
        name = _name(material)
        yield _statement(name, material, notes)
        for substance in _within(material, "Substance", ()):
            yield _statement(f"{_name(substance)} (in {name})", substance, notes)
    for category in _within(product, "SubstanceCategory", ("SubProduct", "HomogeneousMaterial")):
        threshold = next(category.all("Threshold"), None)
        substances = list(category.all("Substance"))
        if threshold is not None and threshold.get("overThreshold").lower() in ("false", "0"):
            notes.append(["below", ""])
        else:
            for each in substances or [category]:
                yield _statement(_name(each), each, notes)


def _within(element: Element, name: str, not_in: Sequence[str]) -> Iterator[Element]:
    """The elements of a name at any depth, in document order; not inside elements of the other names."""
    for child in element.children:
        if child.name == name:
            yield child
        elif child.name not in not_in:
            yield from _within(child, name, not_in)


def _name(element: Element) -> str:
    """Its name on one line. A semicolon between synonyms would separate materials, a comma before an amount add one."""
    name = " ".join(clean(element.get("name")).replace(";", " /").split())
    return _AMOUNT_AT_END.sub(" ", name) or "?"


def _statement(name: str, element: Element, notes: list[Note]) -> str:
    """A material or substance with its CAS number, mass and share, as far as they are stated."""
    parts = [name]
    cas = next((each.get("identity") for each in element.all("SubstanceID") if each.get("authority") == "CAS"), "")
    if cas:
        parts.append(f"CAS {' '.join(clean(cas).split())}")
    grams = _grams(element, notes)
    if grams:
        parts.append(f"{grams.normalize():f} g")
    percent = _percent(element)
    if percent:
        parts.append(f"{percent.normalize():f} %")
    return ", ".join(parts)


def _grams(element: Element, notes: list[Note]) -> Decimal | None:
    """Its mass; 0 is how programs write that nobody filled it in."""
    value, unit = _amount(element)
    if unit in _PERCENT or not (value or unit):
        return None
    number = _number(value)
    if number is None or unit not in _GRAMS:
        notes.append(["amount", ""])
        return None
    return number * _GRAMS[unit]


def _percent(element: Element) -> Decimal | None:
    """Its share of the mass of what it is in."""
    value, unit = _amount(element)
    if unit in _PERCENT:
        number = _number(value)
        return None if number is None else number * _PERCENT[unit]
    return next((_number(each.get("value")) for each in element.all("Concentration")), None)


def _amount(element: Element) -> tuple[str, str]:
    """Value and unit, which some write on the element itself."""
    amount = next(element.all("Amount"), element)
    return amount.get("value"), amount.get("UOM").lower()


def _number(text: str) -> Decimal | None:
    """A number above 0, and no larger than anything weighs."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and Decimal("1e-15") < number < Decimal("1e15") else None

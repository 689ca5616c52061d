"""In the child: lists of parts in XML that follows no standard."""

from __future__ import annotations

from collections.abc import Iterator

from bom.sandbox.markup import Element, tree
from bom.sandbox.record_lists import read_lists
from bom.sandbox.records import TEXT, last_word, names_parts, words

KIND = "XML"
"""What messages call it."""


def read(data: bytes) -> dict[str, object]:
    """See `bom.sandbox.record_lists`: attributes and elements are fields, and elements that repeat are a list.

    Raises:
        Refused: no well-formed XML, with a document type, nested too deeply, or without a list.
    """
    root, _ = tree(data, KIND)
    return read_lists(_fields(root, frozenset(_repeated(root))), KIND)


def _repeated(element: Element) -> Iterator[str]:
    """Names of elements that stand more than once in one place: one alone is a list there too."""
    seen: set[str] = set()
    for child in element.children:
        if child.name in seen:
            yield child.name
        seen.add(child.name)
        yield from _repeated(child)


def _data(element: Element, repeated: frozenset[str]) -> object:
    """What an element holds: its text, its list, or fields."""
    if not element.children and not element.attributes:
        return element.text.strip()
    if _is_list(element):
        return [_data(child, repeated) for child in element.children]
    fields = _fields(element, repeated)
    alone = next(iter(fields.values()))
    return alone if len(fields) == 1 and isinstance(alone, list) else fields


def _is_list(element: Element) -> bool:
    """Whether an element holds nothing but parts, maybe of several names: an assembly and screws, or a single part."""
    name = words(element.name)[-1:]
    if element.attributes or element.text.strip() or not names_parts(element.name) or name == [last_word(element.name)]:
        return False
    said = [{*child.attributes, *(inner.name for inner in child.children)} for child in element.children]
    return len(frozenset.intersection(*map(frozenset, said))) > 1


def _fields(element: Element, repeated: frozenset[str]) -> dict[str, object]:
    """Its attributes and elements under their names, and its text."""
    found: dict[str, object] = dict(element.attributes)
    for child in element.children:
        name = child.name if child.name not in element.attributes else f"{child.name} (element)"
        if child.name not in repeated:
            found[name] = _data(child, repeated)
        elif isinstance(listed := found.setdefault(name, []), list):
            listed.append(_data(child, repeated))
    if text := element.text.strip():
        found[TEXT] = text
    return found

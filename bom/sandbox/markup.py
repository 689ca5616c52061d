"""In the child: an XML document as a tree of the elements that matter, by expat and without a document type."""

from __future__ import annotations

from collections.abc import Iterator

from bom.sandbox.limits import Refused

_DEPTH = 100


class Element:
    """One element."""

    __slots__ = ("attributes", "children", "name", "pieces")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        """Keep the name without its namespace and the attributes; children and text follow."""
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """Its own text, without that of its children."""
        return "".join(self.pieces)

    def all(self, *path: str) -> Iterator[Element]:
        """The elements at a path of names below this one, in document order."""
        name, *rest = path
        for child in self.children:
            if child.name == name:
                if rest:
                    yield from child.all(*rest)
                else:
                    yield child

    def said(self, *path: str) -> str:
        """The text of the first element at a path; empty when there is none."""
        return next((found.text.strip() for found in self.all(*path)), "")

    def get(self, name: str) -> str:
        """An attribute; empty when it is not there."""
        return self.attributes.get(name, "").strip()


def tree(data: bytes, kind: str, skipped: frozenset[str] = frozenset()) -> tuple[Element, str]:
    """The root of the document, and its namespace.

    Elements of another namespace than that of the root are extensions and left out, as is what ``skipped`` names.

    Args:
        data: the file.
        kind: what it claims to be, for the message.
        skipped: names of elements whose content does not matter.

    Raises:
        Refused: no well-formed XML, nested too deeply, or with a document type, which bombs need.
    """
    from xml.parsers import expat

    builder = _Builder(kind, skipped)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused("malformed", kind) from error
    return builder.root, builder.space


class _Builder:
    """The open elements, the innermost last."""

    def __init__(self, kind: str, skipped: frozenset[str]) -> None:
        self.root = Element("", {})
        self._kind = kind
        self._skipped = skipped
        self.space = ""
        self._open: list[Element] = []
        self._skip = 0

    def doctype(self, *_: object) -> None:
        """No program that writes parts lists writes a document type."""
        raise Refused("doctype", self._kind)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if len(self._open) + self._skip >= _DEPTH:
            raise Refused("malformed", self._kind)
        space, _, local = name.rpartition(" ")
        if not self._open:
            self.space = space
            self.root = Element(local, attributes)
            self._open.append(self.root)
        elif self._skip or space != self.space or local in self._skipped:
            self._skip += 1
        else:
            element = Element(local, attributes)
            self._open[-1].children.append(element)
            self._open.append(element)

    def end(self, _: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        else:
            self._open.pop()

    def characters(self, text: str) -> None:
        """Text belongs to the innermost element."""
        if not self._skip and self._open:
            self._open[-1].pieces.append(text)

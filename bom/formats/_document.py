"""What the formats of listed items share: how such a file begins, the child that reads it, its remarks as issues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bom.formats._interface import Content, Source
from bom.formats._text import decode
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_PROLOG = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
_TAG = re.compile(r"<(?:([\w.-]+):)?([\w.-]+)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")


@dataclass(frozen=True, slots=True)
class Root:
    """The root element of an XML document, as far as a look at its beginning tells."""

    name: str
    """Without its prefix; empty when there is none."""

    attributes: Mapping[str, str]
    """As written, entities unresolved."""

    namespace: str
    """Empty when it has none."""

    after: str
    """What follows it in the first bytes of the file."""


@dataclass(frozen=True, slots=True)
class Remark:
    """How something that the child noticed is told."""

    code: str
    """Code of the issue."""

    severity: Severity
    """How much it weighs."""

    message: Text
    """With ``{count}``: how often it was noticed."""

    hint: Text | None = None
    """What would be right."""


def root_of(source: Source) -> Root:
    """The root element; what stands before it (declaration, comments, a document type) is passed over."""
    decoded = decode(source.head)
    text = decoded.text.lstrip() if decoded else ""
    while opening := next((pair for pair in _PROLOG if text.startswith(pair[0])), None):
        _, found, text = text.partition(opening[1])
        text = text.lstrip() if found else ""
    tag = _TAG.match(text)
    if tag is None:
        return Root("", {}, "", "")
    attributes = {name: double or single for name, double, single in _ATTRIBUTE.findall(tag[3])}
    space = attributes.get(f"xmlns:{tag[1]}" if tag[1] else "xmlns", "")
    return Root(tag[2], attributes, space, text[tag.end() :])


def read_document(source: Source, reader: str, remarks: Mapping[str, Remark]) -> Content:
    """The items as the child's ``reader`` lists them, with an issue for each kind of remark.

    Raises:
        Refused: see `bom.sandbox.parent.read_in_child`.
    """
    from bom.sandbox.parent import read_in_child

    answer = read_in_child(source.data, reader)
    issues = []
    for note, remark in remarks.items():
        count = sum(each.code == note for each in answer.notes)
        if count:
            issues.append(Issue(remark.code, remark.severity, remark.message.format(count=count), hint=remark.hint))
    return Content(answer.sheets, tuple(issues))

"""In the child: what calamine does not tell about Open XML workbooks, looked up in the XML itself.

Nothing here builds a tree: regular expressions over the bytes of a sheet cost a tenth of parsing it. A short one first
looks whether there is anything to find for a long one, in half the time that ``in`` takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bom.sandbox.container import Member
from bom.sandbox.details import digits, pad
from bom.sandbox.limits import MAX_NOTES, Refused

_PROLOG_BYTES = 4096
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)(?:\s[^>]*)?>(?!</)")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]+)(\d+)["'](?:[^>]*[^>/])?>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<""",
    re.S,
)
_BLANK_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]+)(\d+)["'][^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_ANY_ERROR, _ANY_HIDDEN = re.compile(rb't="e"'), re.compile(rb"hidden=")
_ANY_FORMULA, _ANY_PREFIXED_FORMULA = re.compile(rb"<f[\s>/]"), re.compile(rb":f")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s(?=[^>]*\bhidden=["'](?:1|true)["'])[^>]*\br=["'](\d+)["']""")
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.S)
_CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_BLANK_VALUE = re.compile(rb"<v(?:\s[^<>]*)?>\s*</v>|<is>\s*(?:<t\b[^<>]*/>|<t\b[^<>]*>\s*</t>)?\s*</is>")
_EMPTY_STRING = re.compile(rb"<si\s*/>|<si>\s*(?:<t\b[^<>]*/>|<t\b[^<>]*>\s*</t>|<r\b|</si>)")
_FORMATTED = re.compile(rb"""<(?:\w+:)?c\s(?=[^<>]*\bs=["'](\d+)["'])[^<>]*\br=["']([A-Z]+)(\d+)["']""")
_CALCULATED_TEXT = re.compile(rb"""\bt=["']str["']""")


def refuse_doctypes(parts: dict[str, Member], data: bytes) -> None:
    """Refuse a workbook with a part that declares a document type: no spreadsheet program writes one, bombs need one.

    Raises:
        Refused: a part with a document type, or one whose beginning is no XML.
    """
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and not _has_root(part.read(data, _PROLOG_BYTES), name):
            _has_root(part.read(data), name)


def _has_root(head: bytes, name: str) -> bool:
    """Parse up to the root element, in whatever encoding the part has; False when it does not come so soon."""
    from xml.parsers import expat

    class Seen(Exception):
        pass

    def root(_name: str, _attributes: object) -> None:
        raise Seen

    def doctype(*_: object) -> None:
        raise Refused("doctype", name)

    parser = expat.ParserCreate()
    parser.StartElementHandler = root
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(head, False)
    except Seen:
        return True
    except expat.ExpatError as error:
        raise Refused("damaged", name) from error
    return False


def mend(sheets: list[dict[str, object]], parts: dict[str, Member], data: bytes) -> list[list[object]]:
    """Put error values and leading zeros back into the rows; name formulas without a value and hidden rows with cells.

    Returns:
        notes ``["no_value", sheet, row, column]`` and ``["hidden_row", sheet, row]``, counted from 0, and
        ``["lost_cells", sheet]`` where the file holds more values than the rows.

    Raises:
        Refused: a sheet has cells in the file and none in the rows.
    """
    notes: list[list[object]] = []
    paths = dict(_worksheets(parts, data))
    widths = _widths(parts["xl/styles.xml"].read(data)) if "xl/styles.xml" in parts else {}
    strings = parts["xl/sharedStrings.xml"].read(data) if "xl/sharedStrings.xml" in parts else b""
    full = not _EMPTY_STRING.search(strings)
    for sheet in sheets:
        part = parts.get(paths.get(sheet["name"], ""))  # type: ignore[call-overload]
        if part is None:
            continue
        xml = part.read(data)
        rows: list[list[object]] = sheet["rows"]  # type: ignore[assignment]
        if not any(rows) and (_VALUE.search(xml) or xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml[:64]):
            raise Refused("unread_sheet", str(sheet["name"]))
        for found in _ERROR.finditer(xml) if _ANY_ERROR.search(xml) else ():
            _put(rows, int(found[2]) - 1, _index(found[1]), found[3].decode("utf-8", "replace"))
        if full and _holds_more(xml, sum(len(row) - row.count("") for row in rows)):
            notes.append(["lost_cells", sheet["name"]])
        for row, column, width in _padded(xml, widths):
            pad(rows, row, column, width)
        notes += (["no_value", sheet["name"], row, column] for row, column in _blank_formulas(xml))
        notes += (["hidden_row", sheet["name"], row] for row in _hidden_rows(xml) if row < len(rows) and any(rows[row]))
        del notes[MAX_NOTES:]
    return notes


def _holds_more(xml: bytes, cells: int) -> bool:
    """Whether more cells hold a value than that; not seen where elements have prefixes. Blank values do not count."""
    values = xml.count(b"</v>") + xml.count(b"</is>")
    return values > cells and values - len(_BLANK_VALUE.findall(xml)) > cells


def _hidden_rows(xml: bytes) -> Iterator[int]:
    """Rows that the sheet does not show, by hand or by a filter."""
    if _ANY_HIDDEN.search(xml):
        for found in _HIDDEN_ROW.finditer(xml):
            yield int(found[1]) - 1


def _blank_formulas(xml: bytes) -> Iterator[tuple[int, int]]:
    """Cells with a formula that nobody calculated; one that came to an empty text says so (``t="str"``)."""
    if not _ANY_FORMULA.search(xml) and not _ANY_PREFIXED_FORMULA.search(xml):
        return
    for found in _BLANK_FORMULA.finditer(xml):
        if not _CALCULATED_TEXT.search(found[0].split(b">", 1)[0]):
            yield int(found[2]) - 1, _index(found[1])


def _widths(styles: bytes) -> dict[bytes, int]:
    """Index of a cell format -> how many digits it fills up with zeros, where it does."""
    codes = {}
    for found in _NUMBER_FORMAT.finditer(styles):
        attributes = _attributes(found[1])
        codes[attributes.get("numFmtId", "")] = digits(attributes.get("formatCode", ""))
    formats = _CELL_FORMATS.search(styles) if any(codes.values()) else None
    stated = _CELL_FORMAT.findall(formats[0]) if formats else []
    widths = (codes.get(_attributes(each).get("numFmtId", ""), 0) for each in stated)
    return {str(index).encode(): width for index, width in enumerate(widths) if width}


def _padded(xml: bytes, widths: dict[bytes, int]) -> Iterator[tuple[int, int, int]]:
    """Cells whose format fills them up with zeros, and to how many digits."""
    if widths:
        for found in _FORMATTED.finditer(xml):
            if found[1] in widths:
                yield int(found[3]) - 1, _index(found[2]), widths[found[1]]


def _put(rows: list[list[object]], row: int, column: int, value: str) -> None:
    """Set a cell that may lie outside the rows so far."""
    while len(rows) <= row:
        rows.append([])
    cells = rows[row]
    cells += [""] * (column + 1 - len(cells))
    cells[column] = value


def _index(letters: bytes) -> int:
    """Column counted from 0."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _worksheets(parts: dict[str, Member], data: bytes) -> Iterator[tuple[str, str]]:
    """Name and part of every sheet, as the workbook relates them."""
    workbook, relations = parts.get("xl/workbook.xml"), parts.get("xl/_rels/workbook.xml.rels")
    if workbook is None or relations is None:
        return
    related = targets(relations.read(data))
    for found in _SHEET.finditer(workbook.read(data)):
        attributes = _attributes(found[1])
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        yield attributes.get("name", ""), related.get(relation, "")


def targets(relations: bytes) -> dict[str, str]:
    """Id of a relation of the workbook -> name of the part that it leads to."""
    found = (_attributes(each[1]) for each in _RELATION.finditer(relations))
    targets = ((attributes.get("Id", ""), attributes.get("Target", "")) for attributes in found)
    return {key: name.lstrip("/") if name.startswith("/") else f"xl/{name}" for key, name in targets}


def _attributes(text: bytes) -> dict[str, str]:
    """Attributes of a start tag, with the five entities of XML resolved."""
    found = {}
    for key, double, single in _ATTRIBUTE.findall(text):
        value = (double or single).decode("utf-8", "replace")
        for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
            value = value.replace(entity, character)
        found[key.decode()] = value
    return found

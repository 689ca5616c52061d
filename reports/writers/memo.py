"""``memo.docx``: one or two pages for the file, to be changed by whoever sends it."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports import memo
from reports.interface import Report

FONT = "Verdana"
_WIDTHS_CM = {3: (9.0, 3.8, 3.8), 5: (1.0, 4.4, 3.4, 4.3, 3.5)}
"""Widths of the columns of a table, by how many there are."""

_STYLES = (("Normal", 9), ("No Spacing", 9), ("Title", 20), ("Heading 1", 12), ("Heading 2", 10))
"""The styles in use, with the height of their letters in points."""

_MADE = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""What stands for the moment of writing, so that the same analysis gives the same bytes."""


def render(analysis: Analysis) -> bytes:
    """The memo, in the language of the run; the same analysis gives the same bytes."""
    language = analysis.run.language
    words = {key: text[language] for key, text in memo.WORDS.items()}
    document = _document(language, words["title"])
    document.add_heading(words["title"], 0)
    for title, text in memo.heading(analysis):
        line = document.add_paragraph(style="No Spacing")
        line.add_run(f"{title}: ").bold = True
        line.add_run(text)
    found = memo.parts(analysis)
    for part in found:
        _part(document, part, words, named=len(found) > 1)
    document.add_heading(words["basis"], 2 if len(found) > 1 else 1)
    document.add_paragraph(memo.made_from(analysis))
    return _settled(document)


def _part(document: Any, part: memo.Part, words: dict[str, str], *, named: bool) -> None:
    level = 1
    if named:
        document.add_heading(part.name, 1)
        level = 2
    document.add_heading(words["in_short"], level)
    for sentence in part.told:
        document.add_paragraph(sentence, style="List Bullet")
    for table in (part.critical, part.verdicts):
        if table is not None:
            document.add_heading(table.title, level)
            _table(document, table)
    document.add_heading(words["asked"], level)
    document.add_paragraph(words["ask_intro"] if part.asked else words["nothing_missing"])
    for text in part.asked:
        document.add_paragraph(text, style="List Bullet")
    if part.steps:
        document.add_heading(words["steps"], level)
        for text in part.steps:
            document.add_paragraph(text, style="List Number")


def _table(document: Any, table: memo.Table) -> None:
    """A table whose head repeats on a next page and whose rows stay whole."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    made = document.add_table(rows=1 + len(table.rows), cols=len(table.heads), style="Table Grid")
    made.autofit = False
    widths = [Cm(width) for width in _WIDTHS_CM[len(table.heads)]]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(made.rows, (table.heads, *table.rows), strict=True):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if texts is table.heads:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(8)
            run.bold = texts is table.heads
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _document(language: Language, title: str) -> Any:
    """An empty A4 page in the font and language of the memo."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in _STYLES:
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0x17, 0x21, 0x2C)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
        style.paragraph_format.space_after = Pt(3)
    spoken = document.styles["Normal"].element.get_or_add_rPr()
    mark = spoken.makeelement(qn("w:lang"), {qn("w:val"): {"nl": "nl-NL", "en": "en-GB"}[language]})
    spoken.append(mark)
    about = document.core_properties
    about.title, about.author, about.comments, about.last_modified_by = title, "depmap", "", "depmap"
    about.created = about.modified = _MADE.replace(tzinfo=None)
    return document


def _settled(document: Any) -> bytes:
    """The file, with the same moment on every part of it."""
    written, settled = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return settled.getvalue()


REPORT = Report("memo", "memo.docx", Text("Memo voor het dossier", "Memo for the file"), render)

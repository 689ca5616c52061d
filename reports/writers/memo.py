"""``memo.docx``: one or two pages for the file, to be changed by whoever sends it."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable
from typing import Any

from depmap.core.judgement import Analysis
from depmap.core.text import Text
from reports import memo
from reports.interface import Report

FONT = "Verdana"
_WIDTHS_CM = {3: (9.0, 3.8, 3.8), 5: (1.0, 4.4, 3.4, 4.3, 3.5)}
"""Widths of the columns of a table, by how many there are."""

_STYLES = (("Normal", 9), ("No Spacing", 9), ("Title", 20), ("Heading 1", 12), ("Heading 2", 10), ("Footer", 8))
"""The styles in use, with the height of their letters in points."""

_HEAD = "E3E9EF"
"""The ground of the head of a table."""

_MADE = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""What stands for the moment of writing, so that the same analysis gives the same bytes."""


def render(analysis: Analysis) -> bytes:
    """The memo, in the language of the run; the same analysis gives the same bytes."""
    language = analysis.run.language
    words = {key: text[language] for key, text in memo.WORDS.items()}
    document = _document(analysis, words)
    document.add_heading(words["title"], 0)
    for title, text in memo.heading(analysis):
        line = document.add_paragraph(style="No Spacing")
        line.add_run(f"{title}: ").bold = True
        line.add_run(text)
    said = memo.content(analysis)
    document.add_heading(words["in_short"], 1)
    for name, sentences in said.told:
        if name:
            document.add_heading(name, 2)
        _list(document, sentences, "List Bullet")
    for table in (said.critical, said.verdicts):
        if table is not None:
            document.add_heading(table.title, 1)
            _table(document, table)
    document.add_heading(words["asked"], 1)
    intro = document.add_paragraph(words["ask_intro"] if said.asked else words["nothing_missing"])
    intro.paragraph_format.keep_with_next = bool(said.asked)
    _list(document, said.asked, "List Bullet")
    if said.steps:
        document.add_heading(words["steps"], 1)
        _list(document, said.steps, "List Number")
    document.add_heading(words["basis"], 1)
    document.add_paragraph(memo.made_from(analysis))
    return _settled(document)


def _list(document: Any, texts: Iterable[str], style: str) -> None:
    for text in texts:
        document.add_paragraph(text, style=style)


def _table(document: Any, table: memo.Table) -> None:
    """A table whose head repeats on a next page and whose rows stay whole."""
    from docx.shared import Cm, Pt

    made = document.add_table(rows=1 + len(table.rows), cols=len(table.heads), style="Table Grid")
    made.autofit = False
    _described(made, table.title)
    widths = [Cm(width) for width in _WIDTHS_CM[len(table.heads)]]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(made.rows, (table.heads, *table.rows), strict=True):
        properties = row._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit"))
        if texts is table.heads:
            properties.append(_element("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(8)
            if texts is table.heads:
                run.bold = True
                cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=_HEAD))
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _described(made: Any, title: str) -> None:
    """Room around the words of a table, and what it shows, for who cannot see it."""
    from docx.oxml.ns import qn

    properties = made._tbl.tblPr
    room = _element("w:tblCellMar")
    for side, width in (("top", "30"), ("left", "80"), ("bottom", "30"), ("right", "80")):
        room.append(_element(f"w:{side}", w=width, type="dxa"))
    properties.find(qn("w:tblLook")).addprevious(room)
    properties.append(_element("w:tblCaption", val=title))


def _document(analysis: Analysis, words: dict[str, str]) -> Any:
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
    language = {"nl": "nl-NL", "en": "en-GB"}[analysis.run.language]
    document.styles["Normal"].element.get_or_add_rPr().append(_element("w:lang", val=language))
    about, subject = document.core_properties, memo.subject(analysis)
    about.title, about.author, about.comments, about.last_modified_by = subject, "depmap", "", "depmap"
    about.language = language
    about.created = about.modified = _MADE.replace(tzinfo=None)
    _footer(section.footer.paragraphs[0], memo.short(subject, memo.NAME), words)
    return document


def _footer(line: Any, subject: str, words: dict[str, str]) -> None:
    """What it is about, and which page of how many: pages get apart on a desk."""
    line.style = "Footer"
    line.add_run(f"{subject}, {words['page']} ")
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            line.add_run(f" {words['of']} ")
        line._p.append(_element("w:fldSimple", instr=field))


def _element(name: str, **values: str) -> Any:
    """A piece of a document with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _settled(document: Any) -> bytes:
    """The file, with the same moment on every part of it."""
    written, settled = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return settled.getvalue()


REPORT = Report("memo", "memo.docx", Text("Memo voor het dossier", "Memo for the file"), render)

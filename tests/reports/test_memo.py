"""The memo: complete, in both languages, at most two pages' worth, and text where names are hostile."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from depmap.core.judgement import Analysis
from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language, Text
from reports import memo
from reports.words import summary
from reports.words.rows import CommodityGroup, component_list
from reports.writers.memo import render
from tests.reports.analyses import HOSTILE, analysed, analysis, drone, drone_bom, hostile


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> str:
    document = opened(content)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_the_top_of_the_list_the_verdicts_the_unknowns_and_what_to_ask(language: Language) -> None:
    found = drone(language)
    told = texts(render(found))
    for key in ("in_short", "critical", "verdicts", "asked", "steps", "basis"):
        assert memo.WORDS[key][language] in told
    parts = component_list(found.systems[0])
    first = [row for row in parts.entries if not isinstance(row, CommodityGroup)][: memo.ROWS]
    assert len(first) == memo.ROWS
    for row in first:
        assert row.component.id in told
    said = memo.content(found)
    assert said.asked
    assert said.verdicts
    ((name, sentences),) = said.told
    assert not name
    assert all(sentence in told for sentence in (*sentences, *said.steps, *said.asked))
    assert found.run.version in told


def test_what_has_no_cell_is_asked_for_all_the_same() -> None:
    system = analysed(sketch("s", {"x": [""]}))
    assert summary.unknowns(system)
    said = memo.content(Analysis(drone("en").run, (system,), (), {}))
    assert len(said.asked) == min(memo.ASKED, len(summary.unknowns(system)))
    assert any("is missing" in step for step in said.steps)


def endless(name: str) -> Bom:
    """A bill of materials in which every text is as long as texts get."""
    told = drone_bom(f"{name} {'systeem ' * 80}")
    components = (
        replace(each, description=f"{each.description} {'lange omschrijving ' * 40}", part_number="X" * 200)
        for each in told.components
    )
    return replace(told, file="y" * 200, components=tuple(components))


@pytest.mark.parametrize("systems", [1, 3, 9])
def test_it_is_two_pages_whatever_it_tells_of(systems: int) -> None:
    """Two pages of this layout hold about 7,000 letters; measured with LibreOffice."""
    found = analysis(*(endless(f"Systeem {number}") for number in range(systems)))
    found = replace(found, groups={each: Text("groep " * 40, "group " * 40) for each in found.groups})
    document = opened(render(found))
    assert len(texts(render(found))) < 7_000
    assert all(len(table.rows) <= 1 + max(memo.ROWS, memo.GROUPS + 1) for table in document.tables)
    assert max(len(each.text) for each in document.paragraphs) < 500
    assert ("nog 6 systemen" in texts(render(found))) == (systems == 9)


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert render(drone()) == render(drone())


def test_names_are_text_whatever_they_hold() -> None:
    content = render(hostile())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        links = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]
    assert not [each for each in links if 'TargetMode="External"' in each]
    assert "w:fldSimple" not in "".join(
        part.xml for part in opened(content).element.body.iter() if hasattr(part, "xml")
    )
    assert any(name.strip() in texts(content) for name in HOSTILE if name.isprintable() and name.strip())


def test_several_systems_stand_behind_each_other() -> None:
    content = render(analysis(drone_bom("Een"), drone_bom("Twee")))
    heads = [each.text for each in opened(content).paragraphs if each.style.name == "Heading 2"]
    assert heads == ["Een", "Twee"]
    rows = [row.cells[1].text for row in opened(content).tables[0].rows][1:]
    assert len(rows) == memo.ROWS
    assert {row.rpartition("; ")[2] for row in rows} == {"Een", "Twee"}


@pytest.mark.parametrize(("language", "code", "of"), [("nl", "nl-NL", "van"), ("en", "en-GB", "of")])
def test_every_page_is_numbered_and_the_language_is_said(language: Language, code: str, of: str) -> None:
    found = drone(language)
    document = opened(render(found))
    assert document.styles["Normal"].element.xpath("./w:rPr/w:lang/@w:val") == [code]
    assert document.core_properties.language == code
    assert document.core_properties.title == memo.subject(found)
    assert document.core_properties.author == document.core_properties.last_modified_by == "depmap"
    (foot,) = document.sections[0].footer.paragraphs
    assert foot._p.xpath("./w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert f" {of} " in foot.text


def test_what_belongs_together_stays_together_and_tables_say_what_they_show() -> None:
    found = drone()
    document = opened(render(found))
    (intro,) = [each for each in document.paragraphs if each.text == memo.WORDS["ask_intro"].nl]
    assert intro.paragraph_format.keep_with_next
    said = memo.content(found)
    captions = [table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val") for table in document.tables]
    assert captions == [[each.title] for each in (said.critical, said.verdicts) if each]


def test_the_heads_of_tables_repeat_and_rows_stay_whole() -> None:
    for table in opened(render(drone())).tables:
        first, *others = table.rows
        assert first._tr.xpath("./w:trPr/w:tblHeader")
        assert not [row for row in others if row._tr.xpath("./w:trPr/w:tblHeader")]
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)

"""The memo: complete, in both languages, at most two pages' worth, and text where names are hostile."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest

from depmap.core.judgement import Analysis
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language
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
    (part,) = memo.parts(found)
    assert part.asked
    assert all(sentence in told for sentence in (*part.told, *part.steps, *part.asked))
    assert found.run.version in told


def test_what_has_no_cell_is_asked_for_all_the_same() -> None:
    system = analysed(sketch("s", {"x": [""]}))
    assert summary.unknowns(system)
    (part,) = memo.parts(Analysis(drone("en").run, (system,), (), {}))
    assert len(part.asked) == min(memo.ASKED, len(summary.unknowns(system)))
    assert any("is missing" in step for step in part.steps)


def test_it_is_short() -> None:
    assert len(texts(render(drone()))) < 6500, "two pages in nine points"


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
    heads = [each.text for each in opened(content).paragraphs if each.style.name == "Heading 1"]
    assert heads == ["Een", "Twee"]


def test_the_heads_of_tables_repeat_and_rows_stay_whole() -> None:
    for table in opened(render(drone())).tables:
        first, *others = table.rows
        assert first._tr.xpath("./w:trPr/w:tblHeader")
        assert not [row for row in others if row._tr.xpath("./w:trPr/w:tblHeader")]
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)

"""The workbook, read back by another library."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook as Book

from depmap.core.criticality import Band
from depmap.core.judgement import Analysis, Grade
from depmap.core.sketch import sketch
from depmap.core.spreadsheets import LONGEST
from depmap.core.text import Language, Text
from reports.columns.listing import COLUMNS, FROZEN, in_order
from reports.words import names
from reports.words.rows import component_list
from reports.writers.critical_components import render
from tests.reports.analyses import HOSTILE, RULES, analysed, analysis, drone, drone_bom, hostile

SHEETS = {
    "nl": [
        "Samenvatting",
        "Kritieke componenten",
        "Handelsgoed",
        "Houdt stand",
        "Stilstand",
        "Bevindingen",
        "Knelpunten",
        "Uitvalcombinaties",
        "Grondstoffen",
        "Belang per knoop",
        "Landen en leveranciers",
        "Bonus-malus (voorbeeld)",
        "Invoerproblemen",
        "Uitleg",
        "Verantwoording",
    ],
    "en": [
        "Summary",
        "Critical components",
        "Commodities",
        "Survives",
        "Standstill",
        "Findings",
        "Single points of failure",
        "Cut sets",
        "Materials",
        "Importance",
        "Countries and suppliers",
        "Bonus-malus (example)",
        "Input problems",
        "Explanation",
        "How this was made",
    ],
}


def read(content: bytes) -> Book:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(book: Book, sheet: str) -> list[tuple[Any, ...]]:
    return list(book[sheet].iter_rows(values_only=True))


@pytest.fixture(scope="module")
def book() -> Book:
    return read(render(drone()))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sheets_in_their_order_and_language(language: Language) -> None:
    found = read(render(drone(language)))
    assert found.sheetnames == SHEETS[language]
    names = [table for sheet in found for table in sheet.tables]
    first = {"nl": ["Samenvatting", "KritiekeComponenten"], "en": ["Summary", "CriticalComponents"]}[language]
    assert names[:2] == first
    assert len(set(names)) == len(found.sheetnames)


def column(name: str, several: bool = False) -> int:
    return [each.key for each in in_order(several)].index(name)


def test_the_list_holds_every_component_that_may_stop_the_system_longest_first(book: Book) -> None:
    listed = component_list(drone().systems[0])
    head, *rows = cells(book, "Kritieke componenten")
    _, *commodities = cells(book, "Handelsgoed")
    assert list(head) == [each.title.nl for each in in_order(several=False)]
    alone = [row for row in rows if row[column("band")] != Band.COMMODITY.text.nl]
    names = [row[column("component")] for row in (*alone, *commodities)]
    in_list = [row.component.id for row in listed.listed]
    assert sorted(names) == sorted(in_list)
    assert {finding.subject.partition(":")[2] for finding in drone().systems[0].findings} <= set(names)
    ranks = [row[column("rank")] for row in (*alone, *commodities)]
    assert [names[ranks.index(place)] for place in range(1, len(ranks) + 1)] == in_list
    assert [row[column("rank")] for row in rows] == sorted(row[column("rank")] for row in rows)
    assert {row[column("decision")] for row in rows} == {None}


def test_a_class_of_commodities_is_one_row_that_leads_to_its_components(book: Book) -> None:
    groups = component_list(drone().systems[0]).groups
    assert groups
    sheet, target = book["Kritieke componenten"], book["Handelsgoed"]
    rows = [row for row in sheet.iter_rows(min_row=2) if row[column("band")].value == Band.COMMODITY.text.nl]
    for group, row in zip(groups, rows, strict=True):
        assert row[column("component")].value == f"{len(group.rows)} × {names.class_text(group.component_class).nl}"
        assert row[column("lines")].value == sum(each.component.lines for each in group.rows)
        link = row[column("component")].hyperlink
        assert link is not None
        assert (link.target, link.id) == (None, None)
        name, _, cell = str(link.location).partition("!")
        assert name == "'Handelsgoed'"
        first = target[cell].row
        there = [target.cell(first + place, column("component") + 1).value for place in range(len(group.rows))]
        assert there == [each.component.id for each in group.rows]


def test_a_reader_sees_what_to_decide_on_and_unfolds_what_it_rests_on() -> None:
    with zipfile.ZipFile(io.BytesIO(render(drone()))) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode("utf-8")
    found = re.findall(r'<col min="(\d+)" max="(\d+)" ([^>]*)/>', sheet)
    folded: set[int] = set()
    for first, last, said in found:
        if 'hidden="1"' in said and 'outlineLevel="1"' in said:
            folded.update(range(int(first), int(last) + 1))
    assert folded == {number for number, each in enumerate(in_order(several=False), 1) if each.detail}
    assert max(folded) == len(COLUMNS)
    assert min(folded) == len(COLUMNS) - len(folded) + 1, "the details stand at the right"


def test_components_that_survive_without_findings_are_not_hidden(book: Book) -> None:
    head, *rest = cells(book, "Houdt stand")
    _, *listed = cells(book, "Kritieke componenten")
    _, *commodities = cells(book, "Handelsgoed")
    place = head.index("Component")
    assert "Graad" not in head
    alone = [row for row in listed if row[column("band")] != Band.COMMODITY.text.nl]
    assert len(rest) + len(alone) + len(commodities) == len(drone_bom().components)
    assert not {row[place] for row in rest} & {row[column("component")] for row in (*alone, *commodities)}


def test_every_finding_is_there_also_the_accepted_one(book: Book) -> None:
    _, *rows = cells(book, "Bevindingen")
    findings = drone().systems[0].findings
    assert [row[-1] for row in rows] == [finding.fingerprint for finding in findings]
    assert sum(1 for row in rows if row[-2]) == 1


def test_an_accepted_finding_does_not_grade_but_still_shows() -> None:
    base = drone()
    system = base.systems[0]
    subject = system.findings[0].subject
    accepted = tuple(
        replace(each, accepted="voorraad (tot 2027-01-01)") if each.subject == subject else each
        for each in system.findings
    )
    row = next(row for row in component_list(replace(system, findings=accepted)).listed if row.node == subject)
    assert row.grade is Grade.NONE
    content = render(replace(base, systems=(replace(system, findings=accepted),)))
    head, *rows = cells(read(content), "Kritieke componenten")
    listed = next(each for each in rows if each[column("component")] == subject.partition(":")[2])
    assert "geaccepteerd: voorraad" in str(listed[head.index("Bevindingen")])


def test_numbers_are_numbers_and_unknown_is_empty(book: Book) -> None:
    head, *rows = cells(book, "Kritieke componenten")
    for title in ("Regels", "Aantal", "Levertijd (weken)", "Voorraad", "Waarde"):
        values = {type(row[head.index(title)]) for row in rows}
        assert values <= {int, float, type(None)}
    assert None in {row[head.index("Levertijd (weken)")] for row in rows}


def test_frozen_header_filter_print_and_choices(book: Book) -> None:
    sheet = book["Kritieke componenten"]
    assert sheet.freeze_panes == "D2"
    assert sheet.tables["KritiekeComponenten"].autoFilter is not None
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$C")
    assert sheet.page_setup.fitToWidth == 2
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"accepteren,handelen,uitzoeken"'
    rules = [rule.operator or rule.type for each in sheet.conditional_formatting for rule in each.rules]
    # the lines of the table, the grades, and what is decided
    assert rules == ["notContainsErrors", *["beginsWith"] * 4, *["equal"] * 3]


def test_every_sheet_is_explained_and_every_link_within_the_workbook_lands(book: Book) -> None:
    explained = {row[1]: row[2] for row in cells(book, "Uitleg") if row[0] == "Blad"}
    assert list(explained) == book.sheetnames
    assert all(explained.values())
    linked: list[Any] = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    links = [(cell.parent.title, cell.hyperlink.location) for cell in linked]
    assert {title for title, _ in links} >= {"Samenvatting", "Kritieke componenten", "Bevindingen", "Uitleg"}
    for _, link in links:
        title, _, cell = link.rpartition("!")
        assert book[title.strip("'")][cell].value is not None


def test_the_name_of_the_only_system_stands_once_and_not_in_every_row(book: Book) -> None:
    (name,) = {row[0] for row in cells(book, "Bevindingen")[1:]}
    assert cells(book, "Samenvatting")[1][1:] == ("Systeem", None, name)
    for sheet in ("Samenvatting", "Bevindingen", "Knelpunten"):
        assert book[sheet].column_dimensions["A"].hidden
    two = read(render(analysis(drone_bom("Een"), drone_bom("Twee"))))
    assert cells(two, "Samenvatting")[1][3] == "Een, Twee"
    assert not any(two[sheet].column_dimensions["A"].hidden for sheet in ("Samenvatting", "Bevindingen"))


def test_on_paper_letters_stay_large_enough_to_read(book: Book) -> None:
    """A4 holds about 150 characters across: at 260 they are half as high as on the screen, five points."""
    for sheet in book:
        shown: list[Any] = [each for each in sheet.column_dimensions.values() if not each.hidden and each.width]
        across = sum((each.max - each.min + 1) * each.width for each in shown if each.max < 1000)
        pages = sheet.page_setup.fitToWidth or 1
        assert across / pages < 290, sheet.title
        assert pages == 1 or sheet.print_title_cols is not None


@pytest.mark.parametrize("make", [drone, hostile])
def test_no_formula_no_link_no_macro(make: object) -> None:
    content = render(make())  # type: ignore[operator]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    for name, text in parts.items():
        assert "vba" not in name
        assert "externalLink" not in name
        if name.startswith("xl/worksheets/sheet"):
            without_rules = re.sub(r"<(conditionalFormatting|dataValidations).*?</\1>", "", text, flags=re.DOTALL)
            assert "<f>" not in without_rules
            links = re.findall("<hyperlink [^>]*>", text)
            assert all("location=" in link and "r:id" not in link for link in links)


def test_hostile_names_are_text_and_nothing_invisible_is_left() -> None:
    found = read(render(hostile()))
    values = [value for sheet in found for row in sheet.iter_rows() for value in row]
    assert {cell.data_type for cell in values if isinstance(cell.value, str)} <= {"s", "inlineStr"}
    texts = "\n".join(str(cell.value) for cell in values)
    for name in (*HOSTILE[:9], "escape <U+001B>[31m", "left <U+202E> right", "half \ufffd a pair", "'apostrophe"):
        assert name in texts
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ud800-\udfff]", texts)


def test_a_text_that_does_not_fit_is_cut_and_the_reader_is_told() -> None:
    bom = drone_bom()
    long = replace(bom.components[0], description="x" * (LONGEST + 5))
    bom = replace(bom, components=(long, *bom.components[1:]))
    found = read(render(analysis(bom)))
    longest = max((str(cell.value) for sheet in found for row in sheet.iter_rows() for cell in row), key=len)
    assert len(longest) == LONGEST
    assert longest.endswith("[ingekort]")
    assert "Ingekorte teksten" in {row[0] for row in cells(found, "Verantwoording")}


def test_nothing_found_still_gives_a_workbook() -> None:
    bom = sketch("leeg", {})
    empty = Analysis(drone().run, (analysed(bom),), RULES, {})
    assert cells(read(render(empty)), "Kritieke componenten")[1][0] == "Geen"


def test_two_systems_stand_in_one_list() -> None:
    two = analysis(drone_bom("Een"), drone_bom("Twee"))
    head, *rows = cells(read(render(two)), "Kritieke componenten")
    assert {row[head.index("Systeem")] for row in rows} == {"Een", "Twee"}
    assert head.index("Systeem") == FROZEN


def test_the_rules_and_columns_are_explained(book: Book) -> None:
    names = {row[1] for row in cells(book, "Uitleg")}
    assert {column.title.nl for column in COLUMNS} <= names
    assert {f"{rule.id} {rule.title.nl}" for rule in RULES} <= names


def test_every_text_is_there_in_both_languages() -> None:
    for column in COLUMNS:
        for text in (column.title, column.meaning):
            assert isinstance(text, Text)
            assert text.nl
            assert text.en

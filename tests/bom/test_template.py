"""The template is what depmap reads best: filled in it gives every value back and no issue, in both languages."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bom
from bom.columns.candidates import SYNONYM
from bom.columns.headers import match
from bom.fields import base
from bom.raw import RawFile, Sheet, Value, letters
from bom.tables.understand import understand
from bom.template.columns import PARTS, SUPPLIERS, TemplateColumn, choices
from bom.template.sheets import HEADER_ROWS, MARKS, TITLES
from bom.template.text import LABELS
from bom.template.workbook import template
from depmap.core.countries import recognise_country
from depmap.core.errors import InputError
from depmap.core.evidence import Tier
from depmap.core.reference import load
from depmap.core.text import LANGUAGES, Language, Text
from tests.support import Run

both = pytest.mark.parametrize("language", LANGUAGES)
Filled = Mapping[str, str | int | float | Text]

NL, DE = Text("Nederland", "Netherlands"), Text("Duitsland", "Germany")
PIECES, YES, NO = Text("stuks", "pcs"), Text("ja", "yes"), Text("nee", "no")

LINES: tuple[Filled, ...] = (
    {"level": 1, "part_number": "A-1", "description": "Arm", "quantity": 4, "unit": PIECES, "populate": YES},
    {
        "level": 2, "part_number": "1-2", "description": "Motor", "quantity": 1, "unit": PIECES,
        "manufacturer": "Acme Motors", "mpn": "10E10", "country_of_origin": DE,
        "origin_evidence": "CoO-2026-114.pdf, 2026-03-02", "manufacturer_2": "Volt Motors", "mpn_2": "VM-200",
        "country_of_origin_2": NL, "origin_evidence_2": "Leveranciersverklaring 170, 2026-03-09",
        "unit_price": 12.5, "currency": "EUR", "lead_time": 6, "stock": 20, "material": "NdFeB", "populate": YES,
        "notes": "per 100",
    },
    {
        "level": 2, "part_number": "0042", "description": "Draad", "quantity": 1.8, "unit": "m",
        "manufacturer": "ACME", "mpn": "W-1", "unit_price": 2, "currency": "EUR",
    },
    {"level": 1, "part_number": "B-9", "description": "Reserve", "quantity": 2, "populate": NO},
)  # fmt: skip

COMPANIES: tuple[Filled, ...] = (
    {
        "name": "Acme Motors", "aliases": "ACME; Acme Motoren BV", "role": Text("fabrikant", "manufacturer"),
        "seat": DE, "parent": "Acme Holding", "parent_country": NL, "plants": Text("Duitsland; NL", "Germany; NL"),
        "evidence": "KvK-uittreksel, 2026-03-02",
    },
    {"name": "Volt Motors", "role": Text("fabrikant", "manufacturer"), "seat": NL},
)  # fmt: skip


def filled(folder: Path, language: Language, lines: Iterable[Filled], companies: Iterable[Filled] = ()) -> Path:
    """The template with these cells filled in, as a person would with a spreadsheet."""
    book = openpyxl.load_workbook(io.BytesIO(template(language)))
    for key, columns, rows in (("bom", PARTS, lines), ("suppliers", SUPPLIERS, companies)):
        sheet = book[TITLES[key][language]]
        places = [column.key for column in columns]
        for number, row in enumerate(rows, HEADER_ROWS + 1):
            for field, value in row.items():
                written = value[language] if isinstance(value, Text) else value
                sheet.cell(number, places.index(field) + 1, written)
    path = folder / "ingevuld.xlsx"
    book.save(path)
    return path


def expected(column: TemplateColumn, value: object, language: Language) -> object:
    """What a filled-in cell must be read as."""
    if column.number:
        return Decimal(str(value))
    return value[language] if isinstance(value, Text) else str(value)


@both
def test_filled_in_it_reads_back_without_one_issue(tmp_path: Path, language: Language) -> None:
    workbook = bom.read(filled(tmp_path, language, LINES, COMPANIES))
    assert [issue.render("nl") for issue in workbook.bom.issues] == []
    (table,) = workbook.reading.tables
    assert [column.field for column in table.columns] == [column.key for column in PARTS]
    for line, row in zip(table.lines, LINES, strict=True):
        wanted = {column.key: expected(column, row[column.key], language) for column in PARTS if column.key in row}
        assert {key: value for key, value in line.values.items() if value is not None} == wanted
    assert [line.dnp for line in table.lines] == [False, False, False, True]


WORDS = st.from_regex(r"[A-Za-zÀ-ž]{2,9}( [A-Za-zÀ-ž0-9]{1,9}){0,3}", fullmatch=True)
NUMBERS = st.from_regex(r"[A-Z]{1,3}-?[0-9]{2,5}[A-Z]?", fullmatch=True)
MAKERS = st.sampled_from(["Acme Motors", "Volt BV", "Murata", "Würth Elektronik", "大疆"])
KINDS = {
    "mpn": NUMBERS,
    "part_number": NUMBERS,
    "manufacturer": MAKERS,
    "currency": st.just("EUR"),
    "level": st.just(1),
}


def words(column: TemplateColumn, language: Language) -> st.SearchStrategy[object]:
    """What somebody may fill in."""
    if column.number:
        return st.integers(1, 10_000)
    if column.choices:
        return st.sampled_from(choices(language)[column.choices])
    return KINDS.get(base(column.key), WORDS)


@both
def test_whatever_words_are_filled_in_come_back(language: Language) -> None:
    needed = {"part_number", "description", "quantity"}
    line = st.tuples(
        *(words(each, language) if each.key in needed else st.none() | words(each, language) for each in PARTS)
    )

    @settings(max_examples=60)
    @given(st.lists(line, min_size=1, max_size=4))
    def comes_back(rows: list[tuple[Value, ...]]) -> None:
        titles = tuple(column.title[language] for column in PARTS)
        head = ((MARKS["bom"][language],), (LABELS["system"][language],), titles)
        (table,) = understand(RawFile("t.xlsx", "0" * 64, "xlsx", (Sheet("S", (*head, *rows)),))).tables
        assert len(table.lines) == len(rows), table.left_out
        for read, row in zip(table.lines, rows, strict=True):
            for column, value in zip(PARTS, row, strict=True):
                wanted = None if value is None else Decimal(str(value)) if column.number else str(value)
                assert read.values.get(column.key) == wanted

    comes_back()


@both
def test_what_is_filled_in_becomes_the_system(tmp_path: Path, language: Language) -> None:
    found = bom.read(filled(tmp_path, language, LINES, COMPANIES)).bom
    assert [assembly.name for assembly in found.assemblies] == ["Arm"]
    motor, wire = sorted(found.components, key=lambda each: each.description, reverse=True)
    origins = [(source.manufacturer.value, source.manufacture.value) for source in motor.sources]
    assert origins == [("Acme Motors", "DE"), ("Volt Motors", "NL")]
    assert {source.manufacture.tier for source in motor.sources} == {Tier.PROVEN}
    amounts = (motor.quantity, motor.cost, motor.stock, motor.lead_time_weeks)
    assert amounts == (Decimal(4), Decimal(50), Decimal(20), Decimal(6))
    assert wire.sources[0].manufacturer.value == "Acme Motors", "an alias of the supplier sheet"
    acme, volt = found.suppliers
    assert (acme.seat.value, acme.parent.value, acme.ownership.value) == ("DE", "Acme Holding", "NL")
    assert acme.seat.tier is Tier.PROVEN
    assert (volt.seat.value, volt.seat.tier, volt.parent.value) == ("NL", Tier.DECLARED, None)
    assert acme.seat.reference.endswith(f"(ingevuld.xlsx {TITLES['suppliers'][language]}!D4)")


@both
def test_the_name_of_the_system_may_be_filled_in(tmp_path: Path, language: Language) -> None:
    path = filled(tmp_path, language, LINES)
    book = openpyxl.load_workbook(path)
    book[TITLES["bom"][language]]["B2"] = "Verkenner VK-4"
    book.save(path)
    assert bom.read(path).bom.system == "Verkenner VK-4"


@both
def test_the_examples_of_the_explanation_can_be_filled_in(tmp_path: Path, language: Language) -> None:
    numbers = {"quantity": 4, "unit_price": 12.5, "lead_time": 6, "stock": 20, "level": 1}
    line = {column.key: numbers.get(column.key, column.example) for column in PARTS}
    company = {column.key: column.example for column in SUPPLIERS}
    workbook = bom.read(filled(tmp_path, language, [line], [company]))
    assert [issue.render("nl") for issue in workbook.bom.issues] == []
    assert {source.manufacture.tier for part in workbook.bom.components for source in part.sources} == {Tier.PROVEN}


@both
def test_empty_it_is_refused_with_a_friendly_sentence_also_with_suppliers(tmp_path: Path, language: Language) -> None:
    (tmp_path / "leeg.xlsx").write_bytes(template(language))
    for path in (tmp_path / "leeg.xlsx", filled(tmp_path, language, [], COMPANIES)):
        with pytest.raises(InputError) as refused:
            bom.read(path)
        assert "nog niet ingevuld" in refused.value.message.nl
        assert "not filled in yet" in refused.value.message.en


@both
def test_the_sheets_may_be_renamed_and_others_added(tmp_path: Path, language: Language) -> None:
    path = filled(tmp_path, language, LINES, COMPANIES)
    book = openpyxl.load_workbook(path)
    for number, name in enumerate(book.sheetnames):
        book[name].title = f"Blad{number}"
    book.create_sheet("Kladje")["A1"] = "bellen met Acme"
    book.save(path)
    found = bom.read(path)
    assert found.bom.issues == ()
    assert len(found.bom.suppliers) == 2


def test_a_fault_on_the_supplier_sheet_is_refused_with_its_cell(tmp_path: Path) -> None:
    wrong = [{"name": "Acme Motors", "seat": "Atlantis"}]
    with pytest.raises(InputError, match=r"ingevuld\.xlsx, Suppliers!D4: .*Atlantis"):
        bom.read(filled(tmp_path, "en", LINES, wrong))


def test_as_a_supplier_file_only_its_supplier_sheet_is_read(tmp_path: Path) -> None:
    stated = bom.read_enrichment(filled(tmp_path, "nl", LINES, COMPANIES)).suppliers
    assert stated is not None
    assert [company.name for company in stated.rows] == ["Acme Motors", "Volt Motors"]


def test_the_file_of_the_analyst_goes_before_the_sheet_of_the_bidder(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("Name;Country\nAcme Motors;China\n", encoding="utf-8")
    path = filled(tmp_path, "nl", LINES, COMPANIES)
    found = bom.read(path, bom.read_enrichment(tmp_path / "own.csv")).bom
    acme = found.supplier("Acme Motors")
    assert (acme.seat.value, acme.parent.value) == ("CN", "Acme Holding")
    assert [issue.code for issue in found.issues] == ["DI371"]


@both
@pytest.mark.parametrize("column", PARTS, ids=lambda column: column.key)
def test_every_title_has_one_meaning(column: TemplateColumn, language: Language) -> None:
    (only,) = match(column.title[language])
    assert column.key in (only.field, f"{only.field}_2")
    assert only.score >= SYNONYM


@both
def test_every_country_to_choose_is_read_as_that_country(language: Language) -> None:
    codes = [recognise_country(name, codes=True).code for name in choices(language)["countries"]]
    assert sorted(map(str, codes)) == sorted(row["iso2"] for row in load("countries").rows)


@both
def test_it_helps_whoever_fills_it_in(language: Language) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(language)))
    assert book.sheetnames == [title[language] for title in TITLES.values()]
    for key, columns in (("bom", PARTS), ("suppliers", SUPPLIERS)):
        sheet = book[TITLES[key][language]]
        assert str(sheet.freeze_panes).endswith("4")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$3:$3"
        limits = {
            str(rule.sqref).rstrip("0123456789").split("4:")[0]: rule for rule in sheet.data_validations.dataValidation
        }
        for number, column in enumerate(columns):
            letter = letters(number)
            comment = sheet[f"{letter}{HEADER_ROWS}"].comment
            assert column.what[language] in comment.text
            assert column.example[language] in comment.text
            rule = limits.get(letter)
            assert (rule is not None) == bool(column.choices or column.number or column.key == "level")
            if column.choices:
                assert listed(book, rule.formula1) == choices(language)[column.choices]  # type: ignore[union-attr]
            if not column.number and column.key != "level":
                assert sheet.column_dimensions[letter].number_format == "@"


def listed(book: openpyxl.Workbook, formula: str) -> tuple[object, ...]:
    """The cells that a drop-down points at."""
    sheet, _, cells = formula.replace("$", "").partition("!")
    return tuple(row[0].value for row in book[sheet.strip("'")][cells])


@both
def test_the_explanation_names_every_column(language: Language) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(template(language)))[TITLES["explanation"][language]]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    for column in (*PARTS, *SUPPLIERS):
        assert (column.title[language], column.what[language], column.example[language]) in [row[:3] for row in rows]


@both
def test_the_same_bytes_whenever_it_is_made(language: Language) -> None:
    made = template(language)
    assert made == template(language)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stamps = {
            stamp for name in packed.namelist() for stamp in re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", packed.read(name))
        }
    assert stamps == {b"2026-01-01T00:00:00Z"}
    assert template("nl") != template("en")


# --- the command ------------------------------------------------------------------------------------------------------


@both
def test_the_command_writes_it_and_never_over_another_file(run_depmap: Run, tmp_path: Path, language: Language) -> None:
    assert run_depmap("template", "leeg.xlsx", "--lang", language).returncode == 0
    assert (tmp_path / "leeg.xlsx").read_bytes() == template(language)
    assert [path.name for path in tmp_path.iterdir()] == ["leeg.xlsx"]
    (tmp_path / "leeg.xlsx").write_bytes(b"mine")
    refused = run_depmap("template", "leeg.xlsx", "--lang", language)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "leeg.xlsx").read_bytes() == b"mine"
    assert run_depmap("template", "leeg.xlsx", "--force").returncode == 0
    assert (tmp_path / "leeg.xlsx").read_bytes() == template("en")


@pytest.mark.parametrize("name", ["leeg.csv", "geen/map/leeg.xlsx"])
def test_what_cannot_be_written_is_one_sentence(run_depmap: Run, tmp_path: Path, name: str) -> None:
    refused = run_depmap("template", name)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert [*tmp_path.iterdir()] == []


def test_check_says_that_nothing_is_filled_in(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg.xlsx").write_bytes(template("nl"))
    checked = run_depmap("check", "leeg.xlsx", "--lang", "nl")
    assert checked.returncode == 2
    assert "nog niet ingevuld" in checked.stdout

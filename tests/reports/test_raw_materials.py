"""The raw-material hand-off: every share as the lists have it, every material that is needed, and the unknown named."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from bom.formats import open_file
from depmap.core.evidence import Fact, Tier
from depmap.core.graph import Kind, Role
from depmap.core.judgement import Analysis
from depmap.core.material_lists import STAGES, export_measures, listings, supplies
from depmap.core.model import Bom, StatedMaterial
from depmap.core.sketch import sketch
from depmap.core.text import Language
from reports.interface import render
from reports.programs.materials import material_rows
from reports.raw_materials import csv_text
from reports.raw_materials.article_24_words import ASKED
from reports.raw_materials.columns import COLUMNS, OF_MATERIALS, OF_SHARES
from reports.raw_materials.hand_off import Row, hand_off
from reports.raw_materials.of_system import SYSTEM
from reports.raw_materials.overview import OVERVIEW
from tests.reports.analyses import analysis, drone, hostile

FIELDS = {
    "engine": {"component_class": "bldc-motor", "lines": 2},
    "magnet": {
        "component_class": None,
        "materials": (StatedMaterial(Fact("Gallium", Tier.DECLARED)), StatedMaterial(Fact("Tin", Tier.ASSUMED))),
    },
}
PARTS = {"engine": ["A@DE", "B@CN"], "magnet": ["C@NL"], "wing": ["D@NL"], "$components": FIELDS}
BOM = sketch("kite", PARTS)
LANGUAGES: tuple[Language, ...] = ("nl", "en")


def table(found: Analysis) -> list[dict[str, str]]:
    """The rows of the CSV."""
    return list(csv.DictReader(io.StringIO(render(found, "raw-materials-csv").decode("utf-8-sig"), newline="")))


def sheets(found: Analysis) -> dict[str, list[dict[str, object]]]:
    """The sheets of the workbook by title, their rows by heading."""
    book = openpyxl.load_workbook(io.BytesIO(render(found, "raw-materials")))
    told: dict[str, list[dict[str, object]]] = {}
    for sheet in book:
        head, *rows = sheet.iter_rows(values_only=True)
        told[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return told


@pytest.fixture(scope="module")
def kite() -> Analysis:
    return analysis(BOM)


def test_every_share_is_the_one_of_the_lists(kite: Analysis) -> None:
    rows = table(kite)
    needed = {row["Grondstof-id"] for row in rows}
    said = {row["Sleutel"]: float(row["Aandeel %"]) for row in rows if row["Land ISO"]}
    listed = {
        f"{name}/{stage}/{scope}/{each.dataset}/{country}": share
        for (name, stage, scope), some in supplies().items()
        for each in some
        for country, share in each.shares.items()
        if name in needed
    }
    assert said == listed
    assert len(listed) > 100


def test_keys_are_unique_for_every_material_there_is() -> None:
    everything = tuple(StatedMaterial(Fact(each.material.name.en, Tier.DECLARED)) for each in listings().values())
    bom = sketch("all", {"brick": ["A@DE"], "$components": {"brick": {"materials": everything}}})
    keys = [row["Sleutel"] for row in table(analysis(bom))]
    assert len(keys) == len(set(keys))
    assert {key.partition("/")[0] for key in keys} == set(listings())


def test_two_counts_of_one_dataset_keep_apart(monkeypatch: pytest.MonkeyPatch, kite: Analysis) -> None:
    known = dict(supplies())
    place = ("gallium", "processing", "world")
    known[place] = (*known[place], replace(known[place][1], commodity="scrap"))
    monkeypatch.setattr("reports.raw_materials.hand_off.supplies", lambda: known)
    keys = [row.key for row in hand_off(replace(kite)).rows]  # a copy, from which nothing was worked out yet
    assert len(keys) == len(set(keys))
    assert "gallium/processing/world/WMD 2026 (scrap)/CN" in keys


def test_the_parts_of_a_dataset_make_a_whole_with_the_unknown(kite: Analysis) -> None:
    sums: dict[tuple[str, str, str, str], float] = {}
    rows: tuple[Row, ...] = hand_off(kite).rows
    for row in rows:
        if row.share is not None:
            key = (row.demand.listing.material.id, row.stage, row.scope, row.dataset)
            sums[key] = sums.get(key, 0.0) + row.share
    assert sums
    assert {key: value for key, value in sums.items() if value < 99.9} == {}


def test_both_stages_of_every_material_are_there_also_where_nobody_knows(kite: Analysis) -> None:
    rows = table(kite)
    stages = {(row["Grondstof-id"], row["Sleutel"].split("/")[1]) for row in rows}
    assert stages == {(name, stage) for name in {row["Grondstof-id"] for row in rows} for stage in STAGES}
    (nobody,) = [row for row in rows if row["Sleutel"] == "gallium/extraction/world/unknown/unknown"]
    assert (nobody["Land"], nobody["Aandeel %"], nobody["Bewijs aandeel"]) == ("geen aandelen bekend", "", "onbekend")
    assert nobody["Exportcontrole"] == "onbekend"


def test_who_needs_it_is_what_the_network_says(kite: Analysis) -> None:
    system = kite.systems[0]
    expected = {row.node.partition(":")[2]: (len(row.holding), len(row.possibly)) for row in material_rows(system)}
    found = {
        row["Grondstof-id"]: (int(row["Componenten zeker"]), int(row["Componenten mogelijk"])) for row in table(kite)
    }
    assert found == expected
    assert (found["gallium"], found["tin"][1] > 0, found["neodymium"]) == ((1, 0), True, (1, 0))


def test_what_is_stated_and_what_is_inferred_is_told_apart(kite: Analysis) -> None:
    rows = {row["Grondstof-id"]: row for row in table(kite)}
    assert (rows["gallium"]["Bewijs gebruik"], rows["gallium"]["Welke zeker"]) == ("opgegeven", "magnet")
    assert (rows["neodymium"]["Bewijs gebruik"], rows["neodymium"]["Regels zeker"]) == ("afgeleid", "2")
    assert rows["neodymium"]["Belang"] == "kern"
    assert rows["tin"]["Bewijs gebruik"] == "aangenomen"
    told = sheets(kite)["1 kite"]
    uses = {(row["Component"], row["Grondstof-id"]): row for row in told}
    assert uses["magnet", "tin"]["Zekerheid"] == "mogelijk"
    assert uses["engine", "neodymium"]["Strategische kwaliteit"] == "ja"


def test_what_nobody_knows_is_counted_and_named_on_top(kite: Analysis) -> None:
    told = sheets(kite)
    (counted,) = [row for row in told["Samenvatting"] if row["Onderwerp"] == "Niet bekend wat erin zit"]
    assert counted["Uitkomst"] == "1 van 3 componenten"
    first = told["Overzicht"][0]
    assert first["Grondstof"] == "niet bekend wat erin zit"
    assert (first["Systemen"], first["Componenten mogelijk"], first["Toelichting"]) == (1, 1, "kite: wing")
    (silent,) = [row for row in told["1 kite"] if row["Component"] == "wing"]
    assert (silent["Grondstof"], silent["Zekerheid"]) == ("niet bekend wat erin zit", "onbekend")


def test_the_first_sheet_counts_what_the_others_have(kite: Analysis) -> None:
    told = sheets(kite)
    said = {str(row["Onderwerp"]): (str(row["Uitkomst"]), str(row["Toelichting"])) for row in told["Samenvatting"]}
    overview = told["Overzicht"][1:]
    certain = {str(row["Grondstof"]) for row in overview if row["Componenten zeker"]}
    assert said["Grondstoffen in de systemen"][0] == f"{len(certain)} zeker, {len(overview) - len(certain)} mogelijk"
    for topic, column in (("Strategisch voor de EU (bijlage I)", "Strategisch"), ("Op de NAVO-lijst", "NAVO-lijst")):
        listed = [row for row in overview if row[column] != "nee"]
        both = [sum(bool(row["Componenten zeker"]) is surely for row in listed) for surely in (True, False)]
        assert said[topic][0] == f"{both[0]} zeker, {both[1]} mogelijk"
        assert all(str(row["Grondstof"]) in said[topic][1] for row in listed)
    stopping = {str(row["Grondstof"]) for row in overview if row["Legt stil"] == "ja"}
    assert set(said["Leggen een systeem zeker stil"][1].split(", ")) == stopping
    assert "gallium: verwerking, wereldaanbod: China" in said["Meer dan 65% uit één land buiten de EU"][1]
    assert "gallium" in said["Exportcontrole van kracht"][1]
    assert "opgegeven 1" in said["Bewijs dat het erin zit"][0]


def test_an_open_control_says_why_it_is_open() -> None:
    bom = sketch("kite", {"cell": ["A@DE"], "$components": {"cell": {"materials": FIELDS_LITHIUM}}})

    def said(day: str) -> dict[str, str]:
        found = analysis(bom)
        told = sheets(replace(found, run=replace(found.run, date=day)))["Samenvatting"]
        return {str(row["Onderwerp"]): str(row["Toelichting"]) for row in told}

    assert said("2030-01-01")["Exportcontrole open: na te gaan"].startswith("China: lithium\nMOFCOM/GACC 58/2025: ")
    goods = said("2030-01-01")["Maatregelen op goederen"]
    assert "MOFCOM 55, 56, 61 en 62/2025 (open: na te gaan): " in goods
    assert "unmanned systems 2023" not in goods


def test_what_stops_and_what_is_strategic_comes_first(kite: Analysis) -> None:
    rows = sheets(kite)["Overzicht"][1:]
    ranks = [(row["Legt stil"] != "ja", row["Strategisch"] == "nee", row["Kritiek"] == "nee") for row in rows]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_material_the_file_says_so(language: Language) -> None:
    bom = sketch("kite", {"tail": ["A@CN"], "nose": [""]})
    found = analysis(bom, language=language)
    told = sheets(found)
    opening, overview, *_ = told.values()
    act = told[{"nl": "CRM-verordening art. 24", "en": "CRM Act Art. 24"}[language]]
    start = {"nl": "Van geen enkele grondstof is bekend", "en": "No material is known"}[language]
    assert str(overview[1]["Grondstof"]).startswith(start)
    assert [outcome for _, outcome, _ in map(dict.values, opening) if str(outcome).startswith(start)]
    assert "geen teken" in str(overview[1]["Toelichting"]) or "no sign" in str(overview[1]["Toelichting"])
    refused = {"nl": "Niet te beantwoorden", "en": "Cannot be answered"}[language]
    assert sum(str(list(row.values())[2]).startswith(refused) for row in act) == 8
    assert table(found) == []


def test_control_of_exports_stands_as_on_the_day() -> None:
    """What was suspended until a day that has passed is open; before that day it is suspended."""
    measure = next(each for each in export_measures() if each.until and "lithium" in each.materials)
    bom = sketch("kite", {"cell": ["A@DE"], "$components": {"cell": {"component_class": "battery-pack"}}})
    bom = replace(bom, components=tuple(replace(each, materials=FIELDS_LITHIUM) for each in bom.components))

    def status(day: str) -> set[str]:
        found = analysis(bom)
        rows = table(replace(found, run=replace(found.run, date=day)))
        return {row["Exportcontrole"] for row in rows if (row["Grondstof-id"], row["Land ISO"]) == ("lithium", "CN")}

    assert status("2030-01-01") == {"open: na te gaan"}
    if measure.status == "suspended":
        assert status("2026-01-01") == {f"opgeschort tot {measure.until}"}
    others = {row["Exportcontrole"] for row in table(analysis(bom)) if row["Land ISO"] == "AU"}
    assert others == {"geen bekend"}


FIELDS_LITHIUM = (StatedMaterial(Fact("lithium", Tier.DECLARED)),)


def test_a_material_of_two_systems_is_one_row_that_names_both() -> None:
    found = analysis(sketch("one", PARTS), sketch("two", PARTS))
    rows = [row for row in table(found) if row["Sleutel"] == "gallium/processing/world/EC 2023/CN"]
    assert [(row["Systemen"], row["Welke zeker"]) for row in rows] == [("one; two", "one: magnet; two: magnet")]
    assert [name for name in sheets(found) if name[0].isdigit()] == ["1 one", "2 two"]


PAYLOADS = ("=1+1", "+1", "-cmd", "@SUM(A1)", "  =1", "\uff1d1", "\t=1", "\r=1", 'x"\n=1', "safe\r=cmd|' /C calc'!A0")


def payloads() -> Bom:
    """Parts and a system with names that a spreadsheet would take for formulas."""
    fields = {f"p{at}": {"component_class": "bldc-motor"} for at in range(len(PAYLOADS))}
    bom = sketch(PAYLOADS[0], {**{name: ["A@DE"] for name in fields}, "$components": fields})
    named = {f"p{at}": text for at, text in enumerate(PAYLOADS)}
    children = tuple(replace(each, id=named[each.id]) for each in bom.children)
    components = tuple(replace(each, id=named[each.id], description=named[each.id]) for each in bom.components)
    return replace(bom, children=children, components=components)


def test_no_name_of_a_part_becomes_a_formula() -> None:
    found = analysis(payloads())
    content = render(found, "raw-materials-csv").decode("utf-8-sig")
    lines = content.removesuffix("\r\n").split("\r\n")
    rows = table(found)
    assert len(lines) == len(rows) + 1
    assert all(line.startswith('"') and line.endswith('"') for line in lines)
    assert not set("\r\n\t") & set("".join(lines))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))]
    assert rows[0]["Systemen"] == "'=1+1"
    assert content[:2].upper() != "ID"


@pytest.mark.parametrize("text", PAYLOADS[:-2])
def test_what_a_formula_begins_with_stands_behind_an_apostrophe(text: str) -> None:
    assert csv_text.inert(text).startswith("'")


@pytest.mark.parametrize("text", ["lithium", "a=b", "'quoted", "Ω", "", "2016-2020"])
def test_a_plain_text_stays_what_it_is(text: str) -> None:
    assert csv_text.inert(text) == text


def test_a_csv_that_excel_would_take_for_sylk_is_refused() -> None:
    with pytest.raises(ValueError, match="must not begin"):
        csv_text.written(["ID", "b"], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_columns_are_dutch_in_every_language(language: Language) -> None:
    found = drone(language)
    head = render(found, "raw-materials-csv").decode("utf-8-sig").partition("\r\n")[0]
    assert head == ",".join(f'"{each.title}"' for each in COLUMNS)
    told = sheets(found)
    names = list(told)
    assert len(names) == 4 + 1 + 3
    assert [list(told[name][0]) for name in names[1:5]] == [
        [each.title for each in columns] for columns in (OVERVIEW, OF_MATERIALS, OF_SHARES, SYSTEM)
    ]


def test_the_codebook_explains_every_column_in_both_languages(kite: Analysis) -> None:
    rows = sheets(kite)["Codeboek"]
    told = {str(row["Kolom"]) for row in rows if row["Betekenis"] and row["Meaning"]}
    assert {each.title for each in COLUMNS} | {each.title for each in (*OVERVIEW, *SYSTEM)} <= told
    assert "aangenomen" in next(str(row["Betekenis"]) for row in rows if row["Kolom"] == "Handelingslijn NGS")
    assert all(row["Eenheid"] and row["Bron"] for row in rows if row["Blad"] != "hele bestand")


def test_the_sheets_hold_together_what_the_csv_repeats(kite: Analysis) -> None:
    assert set(OF_SHARES) | set(OF_MATERIALS) == set(COLUMNS)
    told = sheets(kite)
    flat = table(kite)
    assert [row["Sleutel"] for row in told["Aandelen per land"]] == [row["Sleutel"] for row in flat]
    assert {row["Grondstof-id"] for row in told["Grondstoffen"]} == {row["Grondstof-id"] for row in flat}


def test_the_reader_chooses_from_the_lists_and_prints_on_paper(kite: Analysis) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(kite, "raw-materials")))
    sheet = book["Grondstoffen"]
    choices = [each.formula1.strip('"').split(",") for each in sheet.data_validations.dataValidation]
    assert [len(each) for each in choices] == [6, 5]
    assert book["Aandelen per land"].freeze_panes == "C2"
    for each in book:
        (filtered,) = each.tables.values()
        assert filtered.autoFilter is not None
        assert (each.page_setup.orientation, each.page_setup.paperSize, each.print_title_rows) == (
            "landscape",
            9,
            "$1:$1",
        )


def test_article_24_is_answered_as_far_as_the_analysis_can(kite: Analysis) -> None:
    rows = sheets(kite)["CRM-verordening art. 24"]
    answers = {
        each.key: str(row["Antwoord, voor zover de analyse het geeft"]) for each, row in zip(ASKED, rows, strict=True)
    }
    assert "gallium" in answers["used"].splitlines()[0]
    assert "gallium: China 93,8% (EC 2023), 98,7% (WMD 2026)" in answers["processed"]
    assert "gallium: China: van kracht" in answers["controls"]
    assert "gallium: verwerking, wereldaanbod: China" in answers["concentration"]
    assert "gallium: componenten die stilvallen 1; " in answers["vulnerable"]
    assert all(row["Wat ontbreekt"] and row["Woorden van de verordening"] for row in rows)
    assert "De tekst is niet gelezen." not in {row["Woorden van de verordening"] for row in rows}
    assert "Van 1 van 3 componenten" in str(rows[1]["Wat ontbreekt"])


def test_hostile_names_open_and_are_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(hostile(), "raw-materials")))
    values = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in values} <= {"s", "inlineStr"}
    assert len(set(map(str.lower, book.sheetnames))) == len(book.sheetnames)


def test_a_system_of_any_name_gets_a_sheet(tmp_path_factory: pytest.TempPathFactory) -> None:
    names = ("a" * 60, "[x]:*?/\\'", "\U0001f600", "History", "A" * 60)
    path = tmp_path_factory.mktemp("names") / "raw.xlsx"
    path.write_bytes(render(analysis(*(sketch(name, PARTS) for name in names)), "raw-materials"))
    found = [sheet.name for sheet in open_file(path).sheets if sheet.name[0].isdigit()]
    assert [name.partition(" ")[0] for name in found] == ["1", "2", "3", "4", "5"]


def test_a_large_system_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch, kite: Analysis) -> None:
    monkeypatch.setattr("reports.raw_materials.of_system.MOST", 3)
    (uses,) = hand_off(kite).systems
    *rows, last = sheets(kite)["1 kite"]
    assert [row["Zekerheid"] for row in rows] == ["zeker", "zeker", "zeker", "onbekend"]
    assert last["Component"] == f"nog {len(uses.found) - 3} rijen staan hier niet; findings.json heeft ze alle"


def test_a_cell_names_so_many_components_and_counts_the_rest() -> None:
    fields = {f"p{at:03}": {"component_class": "bldc-motor"} for at in range(205)}
    found = table(analysis(sketch("swarm", {**{name: ["A@DE"] for name in fields}, "$components": fields})))
    (cell,) = {row["Welke zeker"] for row in found if row["Grondstof-id"] == "neodymium"}
    assert cell.startswith("p000, p001, ")
    assert cell.endswith("p199 en nog 5")


def test_a_whole_that_is_bought_is_of_unknown_content(kite: Analysis) -> None:
    graph = kite.systems[0].graph
    owners = [each.id for each in graph.of_kind(Kind.COMPONENT) if any(need.role is Role.SOURCE for need in each.needs)]
    (off,) = hand_off(kite).systems
    assert sorted({use.owner for use in off.found} | set(off.silent)) == sorted(owners)

"""What a component catalogue adds to a bill of materials."""

from __future__ import annotations

from pathlib import Path

import pytest

import bom
from depmap.core.errors import InputError
from depmap.core.evidence import Fact, Tier
from depmap.core.model import Bom

HEADER = "id,brand,model,technology,country_of_manufacture,country_designed,confidence_tier,source_url"
PARTS = "Item;Qty;Manufacturer;MPN;Country of origin\n1;4;ACME  Motors;m-1;\n2;1;Volt Inc;R-2;Germany\n"
URL = "https://acme.example/m-1.pdf"


def read(folder: Path, *rows: str, header: str = HEADER, parts: str = PARTS, suppliers: str = "") -> Bom:
    (folder / "parts.csv").write_text(parts, encoding="utf-8")
    (folder / "cat.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    who = None
    if suppliers:
        who = folder / "who.csv"
        who.write_text(suppliers, encoding="utf-8")
    return bom.read(folder / "parts.csv", bom.read_enrichment(who, [folder / "cat.csv"])).bom


def origin(read_bom: Bom, number: str = "m-1") -> Fact:
    (source,) = [each for part in read_bom.components for each in part.sources if each.part_number == number]
    return source.manufacture


def codes(read_bom: Bom) -> list[str]:
    return [issue.code for issue in read_bom.issues if issue.code.startswith("DI37")]


def test_maker_and_number_together_find_the_country_and_its_reference(tmp_path: Path) -> None:
    found = read(tmp_path, f"x,Acme-Motors,M-1,BLDC,DEU,CHN,Tier 2 Triangulated,{URL}")
    fact = origin(found)
    assert (fact.value, fact.tier) == ("DE", Tier.INFERRED)
    assert fact.reference == f"cat.csv E2 (Tier 2 Triangulated; {URL})"
    assert str(fact.cells[0]) == "E2"
    assert codes(found) == []


@pytest.mark.parametrize(
    ("evidence", "source"),
    [
        ("Tier 3 Inferred", URL),
        ("unverified", URL),
        ("niet geverifieerd", URL),
        ("distributor_catalog", URL),
        ("", URL),
        ("Tier 1 Verified", ""),
    ],
)
def test_a_row_that_doubts_itself_or_has_no_source_is_a_hint(tmp_path: Path, evidence: str, source: str) -> None:
    fact = origin(read(tmp_path, f"x,Acme Motors,M-1,BLDC,DEU,CHN,{evidence},{source}"))
    assert (fact.value, fact.tier) == ("DE", Tier.ASSUMED)


def test_without_a_column_for_evidence_the_source_is_enough(tmp_path: Path) -> None:
    found = read(tmp_path, f"Acme Motors;M-1;Duitsland;{URL}", header="Fabrikant;Model;Land van productie;Bron")
    assert origin(found).tier is Tier.INFERRED


@pytest.mark.parametrize(
    "row",
    ["x,Acme,M-1,,DEU,,ok,u", "x,Acme Motors,M1,,DEU,,ok,u", "x,Acme Motors,M-1,,,DEU,ok,u", "x,Volt,M-1,,DEU,,,u"],
)
def test_likeness_is_not_enough_and_a_country_of_design_is_none(tmp_path: Path, row: str) -> None:
    fact = origin(read(tmp_path, row, "x,Beta,B-1,,NLD,,ok,u"))
    assert (fact.value, fact.tier) == (None, Tier.UNKNOWN)


def test_the_bill_of_materials_counts_and_the_difference_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, "x,Volt Inc.,R-2,,CHN,,Tier 0 Anchor,u")
    assert (origin(found, "R-2").value, origin(found, "R-2").tier) == ("DE", Tier.DECLARED)
    assert codes(found) == ["DI373"]
    (issue,) = [issue for issue in found.issues if issue.code == "DI373"]
    assert {"Duitsland", "China"} <= {word.strip("(.;") for word in issue.message.nl.split()}
    assert str(issue.cell) == "E3"
    assert codes(read(tmp_path, "x,Volt Inc.,R-2,,DEU,,Tier 0 Anchor,u")) == []


def test_rows_that_contradict_each_other_decide_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, f"x,Acme Motors,M-1,,DEU,,ok,{URL}", f"y,Acme Motors,M-1,,CHN,,ok,{URL}")
    assert (origin(found).value, origin(found).tier) == (None, Tier.UNKNOWN)
    assert codes(found) == ["DI374"]


def test_of_rows_that_agree_the_better_one_counts(tmp_path: Path) -> None:
    found = read(tmp_path, f"x,Acme Motors,M-1,,DEU,,inferred,{URL}", f"y,Acme Motors,M-1,,DEU,,ok,{URL}")
    assert origin(found).tier is Tier.INFERRED


def test_a_distributor_in_the_catalogue_is_no_maker(tmp_path: Path) -> None:
    parts = PARTS.replace("ACME  Motors", "Farnell")
    assert origin(read(tmp_path, f"x,Farnell,M-1,,DEU,,ok,{URL}", parts=parts)).value is None
    shop = "Name;Role\nAcme Motors;distributor\n"
    assert origin(read(tmp_path, f"x,Acme Motors,M-1,,DEU,,ok,{URL}", suppliers=shop)).value is None


def test_an_alias_of_the_supplier_file_finds_the_part(tmp_path: Path) -> None:
    who = "Name;Other names\nAcme Holding;Acme Motors; \n"
    found = read(tmp_path, f"x,Acme Holding,M-1,,DEU,,ok,{URL}", suppliers=who)
    assert origin(found).value == "DE"


@pytest.mark.parametrize(
    ("row", "cell"),
    [("x,Acme,M-1,,Atlantis,,ok,u", "E2"), ("x,,M-1,,DEU,,ok,u", "B2"), ("x,Acme,,,DEU,,ok,u", "C2")],
)
def test_what_is_wrong_is_refused_with_its_cell(tmp_path: Path, row: str, cell: str) -> None:
    with pytest.raises(InputError) as refused:
        read(tmp_path, row)
    assert f"cat.csv, {cell}: " in refused.value.render("nl")


def test_a_bill_of_materials_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="below the columns Manufacturer, Model, Country of manufacture"):
        read(tmp_path, "1,4", header="Item,Qty")

"""What a supplier file adds to a bill of materials, and what it can never do."""

from __future__ import annotations

from pathlib import Path

import pytest

import bom
from depmap.core.errors import InputError
from depmap.core.evidence import Fact, Tier
from depmap.core.model import Bom, Supplier

HEADER = "Naam;Andere namen;Rol;Land van vestiging;Uiteindelijke eigenaar;Land van de eigenaar;Landen van de fabrieken"
PARTS = "Item;Qty;Manufacturer;MPN\n1;4;ACME;M-1\n2;1;T-Motor;R-2\n3;1;Onderdelenhuis;X-1\n4;1;Farnell;Y-1\n"


def read(folder: Path, *rows: str, header: str = f"{HEADER};Bewijs", parts: str = PARTS) -> Bom:
    (folder / "parts.csv").write_text(parts, encoding="utf-8")
    beside = folder / "who.csv"
    beside.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return bom.read(folder / "parts.csv", bom.read_enrichment(beside)).bom


def value(fact: Fact) -> tuple[str | None, Tier]:
    return fact.value, fact.tier


def codes(read_bom: Bom) -> list[str]:
    return [issue.code for issue in read_bom.issues if issue.code.startswith("DI37")]


def supplier(read_bom: Bom, name: str) -> Supplier:
    (found,) = [each for each in read_bom.suppliers if each.name == name]
    return found


def test_a_described_company_is_recognised_by_its_alias_and_brings_what_the_row_declares(tmp_path: Path) -> None:
    found = read(tmp_path, "Acme Motoren BV;ACME; fabrikant ;Nederland;Volt Holding;DE;;")
    acme = supplier(found, "Acme Motoren BV")
    assert acme.recognised
    assert acme.spellings == ("ACME",)
    assert value(acme.seat) == ("NL", Tier.DECLARED)
    assert value(acme.parent) == ("Volt Holding", Tier.DECLARED)
    assert value(acme.ownership) == ("DE", Tier.DECLARED)
    assert acme.seat.reference == "who.csv D2"
    assert codes(found) == []


@pytest.mark.parametrize(
    ("evidence", "tier"),
    [("KvK-uittreksel 2026-03-02.pdf", Tier.PROVEN), ("ja", Tier.DECLARED), ("https://acme.example/", Tier.DECLARED)],
)
def test_a_document_proves_and_anything_else_declares(tmp_path: Path, evidence: str, tier: Tier) -> None:
    acme = supplier(read(tmp_path, f"Acme;;;NL;;;;{evidence}"), "Acme")
    assert acme.seat.tier is tier
    assert (evidence in acme.seat.reference) == (tier is Tier.PROVEN)
    assert "who.csv D2" in acme.seat.reference


def test_a_document_and_its_date_may_stand_in_two_columns(tmp_path: Path) -> None:
    found = read(tmp_path, "Acme;NL;Verklaring;2026-03-02", header="Name;HQ country;Document;Date")
    assert supplier(found, "Acme").seat.tier is Tier.PROVEN


def test_one_country_of_plants_is_a_hint_about_a_part_and_never_knowledge(tmp_path: Path) -> None:
    (component, *_) = read(tmp_path, "Acme;;;NL;;;NL;CoO-1.pdf").components
    assert value(component.sources[0].manufacture) == ("NL", Tier.ASSUMED)
    (component, *_) = read(tmp_path, "Acme;;;NL;;;NL, Duitsland;CoO-1.pdf").components
    assert value(component.sources[0].manufacture) == (None, Tier.UNKNOWN)


@pytest.mark.parametrize(
    ("row", "name", "listed_as_maker"),
    [("Onderdelenhuis;;distributeur", "Onderdelenhuis", False), ("T-Motor;;distributor", "T-Motor", True)],
)
def test_a_distributor_is_never_the_manufacturer_and_no_evidence_of_origin(
    tmp_path: Path, row: str, name: str, listed_as_maker: bool
) -> None:
    found = read(tmp_path, f"{row};;;;NL;CoO-2.pdf")
    assert name not in {each.name for each in found.suppliers}
    (source,) = [each for part in found.components for each in part.sources if each.typed_as_manufacturer == name]
    assert value(source.manufacturer) == value(source.manufacture) == (None, Tier.UNKNOWN)
    assert codes(found) == (["DI372"] if listed_as_maker else [])


def test_no_file_makes_a_manufacturer_of_a_listed_distributor(tmp_path: Path) -> None:
    found = read(tmp_path, "Farnell;;fabrikant;;;;NL;CoO-3.pdf")
    assert "Farnell" not in {each.name for each in found.suppliers}
    assert codes(found) == ["DI372"]


def test_the_file_counts_before_the_list_and_every_contradiction_is_said(tmp_path: Path) -> None:
    before = supplier(read(tmp_path, "Acme;;;NL;;;;"), "T-Motor")
    assert before.seat.value == "CN"
    found = read(tmp_path, "T-Motor;;;Nederland;Nieuwe Eigenaar;NL;;")
    motor = supplier(found, "T-Motor")
    assert [value(motor.seat), value(motor.parent)] == [("NL", Tier.DECLARED), ("Nieuwe Eigenaar", Tier.DECLARED)]
    assert codes(found) == ["DI371", "DI371", "DI371"]
    (seat, *_) = [issue for issue in found.issues if issue.code == "DI371"]
    assert "China" in seat.message.nl
    assert str(seat.cell) == "D2"
    assert motor.note == before.note
    assert motor.note.nl
    agreed = read(tmp_path, "T-Motor;;;China;;;;")
    assert codes(agreed) == []


def test_contradictions_about_companies_that_supply_nothing_are_not_said(tmp_path: Path) -> None:
    assert codes(read(tmp_path, "DJI;;;NL;;;;")) == []


def test_an_owner_named_otherwise_does_not_keep_the_country_of_the_listed_owner(tmp_path: Path) -> None:
    motor = supplier(read(tmp_path, "T-Motor;;;;Nieuwe Eigenaar;;;"), "T-Motor")
    assert value(motor.ownership) == (None, Tier.UNKNOWN)


def test_an_owner_in_the_words_of_the_list_is_the_owner_that_others_share(tmp_path: Path) -> None:
    found = read(tmp_path, "Acme;;;NL;Jiangxi Xintuo Enterprise;NL;;")
    acme, motor = supplier(found, "Acme"), supplier(found, "T-Motor")
    assert acme.parent.value == motor.parent.value
    assert value(acme.ownership) == value(motor.ownership) == (None, Tier.UNKNOWN), "one owner in two countries"
    silent = supplier(read(tmp_path, "Acme;;;NL;Jiangxi Xintuo Enterprise;;;"), "Acme")
    assert value(silent.ownership) == ("CN", Tier.INFERRED)


def test_legal_forms_do_not_matter_unless_they_tell_two_companies_apart(tmp_path: Path) -> None:
    assert supplier(read(tmp_path, "Acme GmbH;;;DE;;;;"), "Acme GmbH").seat.value == "DE"
    found = read(tmp_path, "Acme GmbH;;;DE;;;;", "Acme Inc;;;US;;;;")
    assert value(supplier(found, "ACME").seat) == (None, Tier.UNKNOWN)


@pytest.mark.parametrize(
    ("rows", "cell", "allowed"),
    [
        (["Acme;;;Atlantis;;;;"], "D2", "ISO"),
        (["Acme;;;Congo;;;;"], "D2", "ISO"),
        (["Acme;;;;Volt;Atlantis;;"], "F2", "ISO"),
        (["Acme;;;;;NL;;"], "E2", "parent"),
        (["Acme;;;NL;;;NL, Atlantis;"], "G2", "ISO"),
        (["Acme;;groothandel in moeren;NL;;;;"], "C2", "distributor"),
        ([";;fabrikant;NL;;;;"], "A2", "company"),
        (["China;;;CN;;;;"], "A2", "company"),
        (["Acme;diversen;;NL;;;;"], "B2", "company"),
        (["Acme;;;NL;;;;", "ACME;;;DE;;;;"], "A3", "one row"),
        (["Acme;Volt;;NL;;;;", "Volt;;;DE;;;;"], "A3", "one row"),
        (["Acme;DJI;T-Motor;NL;;;;"], "C2", "distributor"),
        (["Acme;DJI; ;NL;;;;", "T-Motor;SZ DJI;;NL;;;;"], "A3", "own"),
        (["Acme;;;NL;Volt;NL;;", "Beta;;;NL;Volt;DE;;"], "F3", "one country"),
    ],
)
def test_what_is_wrong_is_refused_with_its_cell_and_what_is_allowed(
    tmp_path: Path, rows: list[str], cell: str, allowed: str
) -> None:
    with pytest.raises(InputError) as refused:
        read(tmp_path, *rows)
    for language in ("nl", "en"):
        assert f"who.csv, {cell}: " in refused.value.render(language)
    assert allowed in refused.value.message.en


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read(tmp_path, "Acme;;koper;Atlantis;;;;", *(f"Bedrijf {number};;;Atlantis;;;;" for number in range(12)))
    assert len(refused.value.message.en.splitlines()) == 11
    assert refused.value.message.nl.endswith("en nog 4 fouten")


def test_a_file_without_such_a_table_is_refused_with_the_columns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"below the columns Name; the first row is 'Kleur \| Maat'"):
        read(tmp_path, "rood;3", header="Kleur;Maat")


def test_a_second_alphabet_in_a_name_is_refused_and_never_recognised(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(tmp_path, "Аcme;;;NL;;;;")
    found = read(tmp_path, "Acme;;;NL;;;;", parts=PARTS.replace("ACME", "Аcme"))
    assert value(supplier(found, "Аcme").seat) == (None, Tier.UNKNOWN)


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    plain = read(tmp_path, "Niemand;;;NL;;;;")
    assert plain == bom.read(tmp_path / "parts.csv").bom

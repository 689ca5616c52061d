"""What columns mean: by title, by content where titles lie, numbered from left to right, each with a reason."""

from __future__ import annotations

from tests.bom.grids import columns, fields, read


def test_dutch_columns_of_a_ministry() -> None:
    header = (
        "Niveau | Artikelnummer | Omschrijving | Aantal | Eenheid | Fabrikant | Fabrikant 2 | Leverancier | Bestelcode"
        " | Stuksprijs | Land van herkomst | Land van herkomst 2 | Bewijs van herkomst"
    )
    text = (
        f"{header}\n1 | A-1 | Romp van koolstof | 1 | st | Airbus | Fokker | Conrad | 123-456 | 12 | NL | DE | CvO 12"
    )
    assert fields(read(text).tables[0]) == {
        "Niveau": "level",
        "Artikelnummer": "part_number",
        "Omschrijving": "description",
        "Aantal": "quantity",
        "Eenheid": "unit",
        "Fabrikant": "manufacturer",
        "Fabrikant 2": "manufacturer_2",
        "Leverancier": "supplier",
        "Bestelcode": "supplier_part_number",
        "Stuksprijs": "unit_price",
        "Land van herkomst": "country_of_origin",
        "Land van herkomst 2": "country_of_origin_2",
        "Bewijs van herkomst": "origin_evidence",
    }


def test_names_of_a_drawing_program_are_not_needed() -> None:
    found = columns("Ref | LibPart | Value | Qty\nC1 | Device:C | 1uF | 1\nC2 | Device:C | 2uF | 1")
    assert found[1].field is None
    assert "tekenprogramma" in found[1].reason.nl


def test_a_title_that_the_cells_contradict_is_not_believed() -> None:
    found = columns(
        "Omschrijving | Aantal | Prijs\n"
        "Motor van staal | veel | 12\n"
        "Plaat van staal | weinig | 9\n"
        "Bout van staal | genoeg | 1"
    )
    assert found[1].field is None
    assert "passen daar niet bij" in found[1].reason.nl


def test_every_column_has_a_reason_in_both_languages() -> None:
    for each in columns(
        "Pos | Onzin | Aantal | Device | | Omschrijving | Qty\n1 | a | 2 | C | x | Motor van staal | 3"
    ):
        assert each.reason.nl
        assert each.reason.en

"""From a file to a system, and one clear sentence for a file that describes none."""

from __future__ import annotations

from pathlib import Path

import pytest

import bom
from depmap.core.errors import InputError


def test_a_file_becomes_a_reading_and_a_system(tmp_path: Path) -> None:
    path = tmp_path / "kite.csv"
    path.write_text(
        "Niveau;Artikelnummer;Omschrijving;Aantal;Fabrikant;Land van herkomst;Stukprijs (EUR)\n"
        "1;K-1;Vleugel;2;;;\n"
        "2;K-2;Ligger;4;Zorblatt B.V.;Nederland;1,50\n"
        "1;K-3;Staart;1;Farnell;;2,25\n",
        encoding="utf-8",
    )
    workbook = bom.read(path)
    assert len(workbook.reading.parts) == workbook.bom.lines == 3
    assert (workbook.bom.system, workbook.bom.currency) == ("kite", "EUR")
    spar, tail = workbook.bom.components
    assert (spar.id, str(spar.quantity), str(spar.cost)) == ("K-2", "8", "12")
    assert (spar.sources[0].manufacturer.value, spar.sources[0].manufacture.value) == ("Zorblatt B.V.", "NL")
    assert tail.sources[0].typed_as_manufacturer == "Farnell"
    assert "DI341" in {issue.code for issue in bom.all_issues(workbook.reading)}
    assert bom.all_issues(workbook.reading) == workbook.bom.issues


def test_a_file_without_parts_is_refused_with_its_name_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Geachte heer;mevrouw\nHierbij;niets\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        bom.read(path)
    assert caught.value.message.nl.startswith("letter.csv: ")
    assert caught.value.hint is not None
    reading = bom.understand_file(path)
    assert not reading.is_bom
    assert bom.all_issues(reading) == reading.issues

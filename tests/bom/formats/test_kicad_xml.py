"""The parts list in a KiCad netlist: a row for each symbol, the designer's own fields as columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bom.formats import open_file
from bom.raw import RawFile
from depmap.core.errors import InputError
from tests.support import Run

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DESIGN = "<design><source>board.kicad_sch</source><tool>Eeschema 9.0</tool></design>"
PROCESSOR = """<comp ref="U1"><value>PX-1</value><footprint>Package_QFP:LQFP-64</footprint><datasheet>~</datasheet>
<description>Processor</description><fields><field name="Footprint">Package_QFP:LQFP-64</field>
<field name="Datasheet"/><field name="Description">Processor</field><field name="Manufacturer">Chip Works</field>
<field name="MPN">PX-1-A</field><field name="Country of Origin">France</field></fields>
<libsource lib="MCU" part="PX" description="a processor"/><property name="Manufacturer" value="Chip Works"/>
<sheetpath names="/" tstamps="/"/><units><unit name="A"><pins><pin num="1"/></pins></unit></units></comp>"""
RESISTOR = """<comp ref="R{}"><value>10k</value><footprint>R_0402</footprint><fields/>
<libsource lib="Device" part="R" description="Resistor"/>{}</comp>"""
COLUMNS = (
    "reference designators",
    "value",
    "footprint",
    "description",
    "DNP",
    "Manufacturer",
    "MPN",
    "Country of Origin",
)


def export(*components: str, version: str = "E", design: str = DESIGN) -> str:
    inside = "".join(components)
    nets = '<nets><net code="1" name="GND"><node ref="R1" pin="1"/></net></nets>'
    return f'{HEAD}<export version="{version}">{design}<components>{inside}</components>{nets}</export>'


def opened(folder: Path, text: str) -> RawFile:
    path = folder / "board.xml"
    path.write_text(text, encoding="utf-8")
    return open_file(path)


@pytest.mark.parametrize(("version", "design"), [("D", DESIGN), ("E", DESIGN), ("E", ""), ("E", "<design/>")])
def test_a_row_for_each_symbol(tmp_path: Path, version: str, design: str) -> None:
    resistors = [RESISTOR.format(1, ""), RESISTOR.format(2, '<property name="dnp"/>')]
    file = opened(tmp_path, export(PROCESSOR, *resistors, version=version, design=design))
    assert file.format == "kicad-xml"
    assert file.sheets[0].rows == (
        COLUMNS,
        ("U1", "PX-1", "Package_QFP:LQFP-64", "Processor", None, "Chip Works", "PX-1-A", "France"),
        ("R1", "10k", "R_0402", "Resistor"),
        ("R2", "10k", "R_0402", "Resistor", "DNP"),
    )
    assert file.issues == ()


def test_what_the_designer_excludes_is_counted_and_said(tmp_path: Path) -> None:
    points = [RESISTOR.format(number, '<property name="exclude_from_bom"/>') for number in (7, 8)]
    file = opened(tmp_path, export(PROCESSOR, *points))
    assert len(file.sheets[0].rows) == 2
    assert [(issue.code, "2" in issue.message.en) for issue in file.issues] == [("DI008", True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (export(), "without parts"),
        (export(RESISTOR.format(7, '<property name="exclude_from_bom"/>')), "without parts"),
        (export(PROCESSOR)[:-30], "no valid file of KiCad"),
        (export(PROCESSOR).replace("<export", '<!DOCTYPE export SYSTEM "x"><export'), "DOCTYPE"),
        (export("<comp>" * 500), "no valid file of KiCad"),
        (f'{HEAD}<export version="E"><customers/></export>', "XML data"),
        (f"{HEAD}<export><components/></export>", "XML data"),
        (f'{HEAD}<exports version="E"><components/></exports>', "XML data"),
    ],
)
def test_what_is_no_parts_list_ends_as_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        opened(tmp_path, text)
    assert words in caught.value.message.en
    assert "\n" not in caught.value.message.nl


def test_it_is_understood_column_by_column(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "board.xml").write_text(export(PROCESSOR, RESISTOR.format(1, "")), encoding="utf-8")
    done = run_depmap("check", "board.xml", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "2 lines" in done.stdout
    for column, field in (("MPN", "mpn"), ("Manufacturer", "manufacturer"), ("Country of Origin", "country_of_origin")):
        (line,) = [line for line in done.stdout.splitlines() if f"  {column}  " in line]
        assert f"  {field}  " in line

"""JSON without a standard: parts are found wherever they stand, read field by field, or refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bom as reader
from bom.formats import open_file
from bom.raw import RawFile
from bom.reading import Reading
from bom.sandbox import json_lists
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError

PART = {"part_number": "PN-1", "description": "Bracket, folded", "manufacturer": "Murata", "quantity": 4}
OTHER = {"part_number": "PN-2", "description": "Nut with flange", "manufacturer": "TDK", "quantity": 8}
MOTOR = {"item": "Motor", "qty": 4, "unit_price": 12.5}
WHEEL = {"item": "Wheel", "qty": 4, "unit_price": 2.5}
CELLS = {"item": "Battery", "qty": 2, "unit_price": 50}


def opened(folder: Path, data: object, name: str = "bom.json") -> RawFile:
    path = folder / name
    text = data if isinstance(data, str | bytes) else json.dumps(data)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return open_file(path)


def understood(folder: Path, data: object, name: str = "bom.json") -> Reading:
    return reader.understand(opened(folder, data, name))


def sheets_in(data: object) -> list[dict[str, Any]]:
    """What the child says of it."""
    sheets: Any = json_lists.read(json.dumps(data).encode())["sheets"]
    return list(sheets)


def fields(reading: Reading, table: int = 0) -> dict[str, str]:
    """Header -> field of the columns that mean something."""
    return {column.header: column.field for column in reading.tables[table].columns if column.field}


def values(reading: Reading, field: str) -> list[object]:
    return [line.values.get(field) for _, line in reading.parts]


@pytest.mark.parametrize(
    ("data", "sheet"),
    [
        ([PART, OTHER], ""),
        ({"name": "Scout", "parts": [PART, OTHER]}, "parts"),
        ({"meta": {"version": 2}, "bom": {"items": [PART, OTHER]}}, "bom.items"),
        ({"a": [{"b": 1}], "whatever": {"deeper": {"still": [PART, OTHER]}}}, "whatever.deeper.still"),
        ({"columns": list(PART), "data": [list(PART.values()), list(OTHER.values())]}, ""),
        ([list(PART), list(PART.values()), list(OTHER.values())], ""),
        ({key: [PART[key], OTHER[key]] for key in PART}, ""),
        ("\n".join(json.dumps(part) for part in (PART, OTHER)) + "\n", ""),
    ],
)
def test_a_list_is_found_wherever_it_stands(tmp_path: Path, data: object, sheet: str) -> None:
    reading = understood(tmp_path, data)
    assert [table.sheet for table in reading.tables] == [sheet]
    assert set(fields(reading)) == set(PART)
    assert values(reading, "quantity") == [4, 8]
    assert values(reading, "manufacturer") == ["Murata", "TDK"]
    assert reading.parts[1][1].cells["quantity"].row == 3


def test_the_names_of_objects_are_a_field(tmp_path: Path) -> None:
    parts = {f"R{n}": {"value": "10k", "footprint": "0402", "mpn": f"RC0402-{n}07"} for n in range(1, 5)}
    reading = understood(tmp_path, parts)
    assert fields(reading)["key: reference designators"] == "designators"
    assert values(reading, "designators") == [("R1",), ("R2",), ("R3",), ("R4",)]
    coded = {f"GRM15{n}C5": {"qty": n, "manufacturer": "Murata", "price": 0.1} for n in range(1, 5)}
    assert values(understood(tmp_path, {"components": coded}), "part_number") == [f"GRM15{n}C5" for n in range(1, 5)]
    named = {"left arm": {"qty": 1, "price": 3.5}, "right arm": {"qty": 1, "price": 3.5}}
    assert values(understood(tmp_path, named), "description") == ["left arm", "right arm"]


def test_children_are_levels(tmp_path: Path) -> None:
    arm = {"name": "Arm", "part_number": "F-2", "quantity": 4}
    frame = {"name": "Frame", "part_number": "F-1", "quantity": 1, "children": [arm]}
    drone = {"name": "Drone", "part_number": "D-1", "quantity": 1, "children": [frame, arm | {"part_number": "B-1"}]}
    reading = understood(tmp_path, drone)
    assert values(reading, "part_number") == ["D-1", "F-1", "F-2", "B-1"]
    assert values(reading, "level") == ["1", "2", "3", "2"] or values(reading, "level") == [1, 2, 3, 2]
    assert understood(tmp_path, [frame]).tables[0].lines[1].values["part_number"] == "F-2"


def test_what_is_counted_is_an_assembly_and_not_only_a_name(tmp_path: Path) -> None:
    """The two Arms are lost if their number is taken for a remark about them."""
    arm = {"assembly": "Arm", "quantity": 2, "parts": [{"name": "Tube", "qty": 1}, {"name": "Screw", "qty": 4}]}
    body = {"assembly": "Body", "quantity": 1, "parts": [{"name": "Plate", "qty": 3}]}
    book = reader.read(_saved(tmp_path, {"assemblies": [arm, body]}))
    assert {each.description: each.quantity for each in book.bom.components} == {"Tube": 2, "Screw": 8, "Plate": 3}


def _saved(folder: Path, data: object) -> Path:
    path = folder / "bom.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_groups_say_what_they_say_of_each_of_their_parts(tmp_path: Path) -> None:
    rover = {"subsystems": [{"name": "Drive", "parts": [MOTOR, WHEEL]}, {"name": "Power", "parts": [CELLS]}]}
    header, *rows = opened(tmp_path, rover).sheets[0].rows
    assert header == ("item", "qty", "unit_price", "subsystem")
    assert [row[3] for row in rows] == ["Drive", "Drive", "Power"]
    boards = [{"board": "Main", "revision": "A", "bom": [MOTOR]}, {"board": "Top", "revision": "B", "bom": [WHEEL]}]
    header, *rows = opened(tmp_path, boards).sheets[0].rows
    assert header == ("item", "qty", "unit_price", "board", "group revision")
    assert [row[3:] for row in rows] == [("Main", "A"), ("Top", "B")]


def test_lists_beside_each_other_are_sheets(tmp_path: Path) -> None:
    reading = understood(tmp_path, {"electronics": [MOTOR, CELLS], "mechanics": [WHEEL, WHEEL | {"item": "Axle"}]})
    assert [(table.sheet, len(table.lines)) for table in reading.tables] == [("electronics", 2), ("mechanics", 2)]


def test_objects_and_lists_inside_a_part_are_columns(tmp_path: Path) -> None:
    chip = {
        "designators": ["U1", "U2"],
        "qty": 2,
        "manufacturer": {"name": "STMicroelectronics", "url": "https://st.example/"},
        "mpn": "STM32F405RGT6",
        "suppliers": [
            {"name": "Digi-Key", "sku": "497-11767-ND"},
            {"name": "Mouser", "sku": "511-STM32F405RGT6"},
        ],
        "alternatives": [],
        "properties": [{"name": "Country of origin", "value": "France"}],
    }
    gyro = {"designators": ["U3"], "qty": 1, "manufacturer": {"name": "TDK"}, "mpn": "MPU-6000", "suppliers": None}
    reading = understood(tmp_path, {"components": [chip, gyro]})
    assert fields(reading) == {
        "designators": "designators",
        "qty": "quantity",
        "manufacturer name": "manufacturer",
        "manufacturer url": "url",
        "mpn": "mpn",
        "supplier name": "supplier",
        "supplier sku": "supplier_part_number",
        "supplier name 2": "supplier_2",
        "supplier sku 2": "supplier_part_number_2",
        "Country of origin": "country_of_origin",
    }
    assert values(reading, "designators") == [("U1", "U2"), ("U3",)]
    assert values(reading, "manufacturer") == ["STMicroelectronics", "TDK"]


def test_alternatives_are_further_sources(tmp_path: Path) -> None:
    other = [{"manufacturer": "Samsung Electro-Mechanics", "mpn": "CL05B104"}, {"manufacturer": "Yageo", "mpn": "CC04"}]
    part = {"designators": "C1", "quantity": 1, "manufacturer": "Murata", "mpn": "GRM155", "alternatives": other}
    reading = understood(tmp_path, [part, part | {"designators": "C2", "alternatives": []}])
    assert [reading.parts[0][1].values[f"mpn{n}"] for n in ("", "_2", "_3")] == ["GRM155", "CL05B104", "CC04"]


def test_prices_per_quantity_are_no_quantity_and_said(tmp_path: Path) -> None:
    reading = understood(tmp_path, [PART | {"price_breaks": [{"qty": 100, "price": 1.5}]}, OTHER])
    assert values(reading, "quantity") == [4, 8]
    assert [issue.code for issue in reading.issues].count("DI050") == 1


def test_numbers_are_numbers_and_nothing_is_rounded(tmp_path: Path) -> None:
    text = (
        '[{"mpn": 12345678901234567890, "qty": 2, "price": 1.234, "weight": NaN},'
        ' {"mpn": "00123", "qty": 3, "price": 1e400}]'
    )
    file = opened(tmp_path, text)
    assert list(file.sheets[0].rows)[1:] == [("12345678901234567890", 2, 1.234, "#NUM!"), ("00123", 3, "#NUM!")]
    assert [(issue.code, str(issue.cell)) for issue in file.issues if issue.cell] == [
        ("DI023", "D2"),
        ("DI023", "C3"),
    ]


def test_western_letters_are_read_and_said(tmp_path: Path) -> None:
    data = json.dumps([PART | {"description": "Gehäuse für Antrieb"}, OTHER], ensure_ascii=False).encode("cp1252")
    file = opened(tmp_path, data)
    assert file.sheets[0].rows[1][1] == "Gehäuse für Antrieb"
    assert "DI002" in [issue.code for issue in file.issues]
    for encoding in ("utf-8-sig", "utf-16"):
        assert opened(tmp_path, json.dumps([PART, OTHER]).encode(encoding)).sheets[0].rows[1][3] == 4


NO_PARTS: dict[str, object] = {
    "package.json": {
        "name": "x",
        "version": "1.0.0",
        "dependencies": {"react": "^18"},
        "contributors": [{"name": "A", "email": "a@b.example"}, {"name": "B", "email": "b@b.example"}],
    },
    "package-lock.json": {
        "dependencies": {f"base64-js{n}": {"version": "1", "resolved": "https://r.example"} for n in range(3)}
    },
    "tsconfig.json": {"compilerOptions": {"target": "es2020"}, "include": ["src"], "exclude": ["lib"]},
    "map.geojson": {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Point", "coordinates": [5, 52]}}
            for name in ("Utrecht", "Delft")
        ],
    },
    "settings.json": {"editor.fontSize": 12, "editor.rulers": [80, 120], "profiles": {"bash": {"path": "/bin/bash"}}},
    "options.json": {f"opt{n}.x": {"type": "number", "default": n, "description": "How many"} for n in range(4)},
    "openapi.json": {
        "openapi": "3.0.0",
        "paths": {
            "/pets": {
                "parameters": [
                    {"name": name, "in": "query", "description": "How many items", "required": False}
                    for name in ("limit", "offset")
                ]
            }
        },
    },
    "board.kicad_pro": {
        "net_settings": {"classes": [{"name": name, "clearance": 0.2, "priority": 1} for name in ("Default", "Power")]},
        "schematic": {
            "bom_settings": {"fields_ordered": [{"label": "Qty", "name": "${QUANTITY}", "show": True}] * 2},
        },
    },
    "places.json": [{"ref": f"R{n}", "x": 1.5, "y": n, "rotation": 90, "side": "top"} for n in range(1, 5)],
    "users.json": [{"id": n, "name": f"U{n}", "email": "u@x.example"} for n in range(1, 5)],
}


@pytest.mark.parametrize("name", NO_PARTS)
def test_other_json_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    try:
        said = understood(tmp_path, NO_PARTS[name], name).refusal
    except InputError as error:
        said = error.message
    assert said is not None
    assert "no bill of materials" in said.en or "no list of items with fields" in said.en


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{}", "no list of items with fields"),
        ('{"host": "localhost", "port": 8080}', "no list of items with fields"),
        ('[{"qty": 1, "qty": 2}]', "names the field 'qty' twice in one object"),
        ('[{"qty": 1,\n"name": "x"},\n{"qty": 1,', "no valid JSON: it goes wrong in line 3"),
        ('{"a": 1}\n{"b": ', "goes wrong in line 2"),
        ('[{"children":' * 100_000, "nested too deeply"),
        ('{"a":' * 600 + "1" + "}" * 600, "nested too deeply"),
        ('[{"a":1,"children":' * 200 + "[]" + "}]" * 200, "nested too deeply"),
        ('{"spdxVersion": "SPDX-2.3", "packages": [{"name": "glibc", "qty": 1}]}', "software only"),
        ('{"a": [' + "[{}, 3], " * 10 + "7]}", "no list of items with fields"),
    ],
)
def test_nonsense_is_one_sentence(tmp_path: Path, data: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        opened(tmp_path, data)
    assert words in caught.value.message.en
    assert caught.value.message.nl != caught.value.message.en


def test_half_a_pair_of_surrogates_is_replaced(tmp_path: Path) -> None:
    text = '[{"na\\ud800me": "a\\udfffb", "qty": 1}, {"qty": 2}]'
    assert list(opened(tmp_path, text).sheets[0].rows)[:2] == [("na?me", "qty"), ("a?b", 1)]
    with pytest.raises(InputError, match="twice in one object"):
        opened(tmp_path, '{"\\ud800": 1, "\\ud800": 2}')


def test_more_lists_than_a_workbook_has_sheets_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too many sheets"):
        opened(tmp_path, {f"list{n}": [{"a": 1, "b": 2}] for n in range(2_001)})


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=30,
)


@given(ANYTHING)
def test_anything_is_read_whole_or_refused(data: Any) -> None:
    """Every list is a table whose columns have names of their own, and nothing at all ends in an error."""
    try:
        sheets = sheets_in(data)
    except Refused as refused:
        assert refused.code == "no_list"
        return
    assert len({sheet["name"] for sheet in sheets}) == len(sheets)
    for sheet in sheets:
        titles, *rows = sheet["rows"]
        assert not any(isinstance(cell, list | dict) for row in rows for cell in row)
        if sheet["listed"]:
            assert len({*titles}) == len(titles) > 1
            assert {len(row) for row in rows} == {len(titles)}


@given(st.lists(st.fixed_dictionaries({"qty": st.integers(0, 99), "b": st.just("x")}), min_size=1, max_size=9))
def test_flat_parts_are_kept_one_by_one(parts: list[dict[str, Any]]) -> None:
    (sheet,) = sheets_in({"list": parts})
    place = sheet["rows"][0].index("qty")
    assert [row[place] for row in sheet["rows"][1:]] == [part["qty"] for part in parts]

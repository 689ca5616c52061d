"""CycloneDX as JSON: who made, who supplied, what stands under what, and one sentence about everything else."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bom as reader
from bom.formats import open_file
from bom.raw import RawFile, Value
from bom.sandbox.cyclonedx import VERSIONS
from bom.sandbox.cyclonedx_json import read
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError
from depmap.core.evidence import Tier
from tests.bom.formats.documents import as_json, beside, device, document, scout
from tests.support import Run


def opened(folder: Path, data: bytes | Mapping[str, Any], name: str = "bom.cdx.json") -> RawFile:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else as_json(data))
    return open_file(path)


def items(file: RawFile) -> list[dict[Value, Value]]:
    """The rows by their headers, without what is not said."""
    header, *rows = file.sheets[0].rows
    return [{key: value for key, value in zip(header, row, strict=False) if value is not None} for row in rows]


def remarks(file: RawFile) -> list[str]:
    return [issue.code for issue in file.issues]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_read_item_by_item(tmp_path: Path, version: str) -> None:
    file = opened(tmp_path, scout(version))
    makers = version >= "1.6"
    motor: dict[Value, Value] = {
        "level": "1",
        "internal part number": "MN-3110",
        "description": "Brushless motor",
        "supplier": "Parts Shop",
        "category": "motor",
        "quantity": "4",
        "country of origin": "Germany",
        "reference link": "https://motor.example/mn",
        "version": "rev-B",
    }
    processor: dict[Value, Value] = {
        "level": "2",
        "internal part number": "PX-1",
        "mpn": "PX-1-A",
        "country of origin": "France",
    }
    assert file.format == "cyclonedx-json"
    assert items(file) == [
        {"level": "0", "internal part number": "Scout"},
        motor | ({"manufacturer": "Motor Works"} if makers else {}),
        {"level": "1", "internal part number": "Autopilot"},
        processor | ({"manufacturer": "Chip Works"} if makers else {}),
        {"level": "2", "internal part number": "Loader", "category": "firmware"},
    ]
    assert remarks(file) == (["DI008"] if makers else ["DI008", "DI009"])


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_said_about_a_component_is_no_component(tmp_path: Path, version: str) -> None:
    bom = scout(version)
    plain = opened(tmp_path, bom)
    beside(bom)
    assert opened(tmp_path, bom).sheets == plain.sheets


def test_what_stands_twice_is_two_lines_in_its_order(tmp_path: Path) -> None:
    twice = [{"type": "device", "name": name} for name in ("Screw", "Bolt", "Screw")]
    assert [each["internal part number"] for each in items(opened(tmp_path, document(*twice)))] == [
        "Screw",
        "Bolt",
        "Screw",
    ]


def test_a_material_in_a_property_is_a_stated_material(tmp_path: Path) -> None:
    motor = device("M-1", maker="Acme", properties={"acme:material": "NdFeB, 12 g", "mpn": "M-1"})
    opened(tmp_path, document(motor, device("Frame")))
    (magnet,) = next(each.materials for each in reader.read(tmp_path / "bom.cdx.json").bom.components if each.materials)
    assert (magnet.name.value, magnet.name.tier, magnet.low) == ("NdFeB", Tier.DECLARED, Decimal(12))


def test_a_supplier_never_becomes_the_manufacturer(tmp_path: Path) -> None:
    file = opened(tmp_path, document(device("A", supplier="Samtec"), device("B", maker="Molex", supplier="Mouser")))
    assert [item.get("manufacturer") for item in items(file)] == [None, "Molex"]
    assert [str(issue.message["en"]).split(".")[0] for issue in file.issues] == [
        "components with a supplier and without a manufacturer: 1"
    ]


def test_who_made_the_described_system_may_stand_beside_it(tmp_path: Path) -> None:
    metadata = {"component": device("Scout"), "manufacture": {"name": "Acme"}, "supplier": {"name": "Shop"}}
    (first, _) = items(opened(tmp_path, document(device("A"), version="1.4", metadata=metadata)))
    assert (first["manufacturer"], first["supplier"]) == ("Acme", "Shop")


def test_the_system_listed_again_among_its_parts_is_one_line(tmp_path: Path) -> None:
    again = device("Scout", device("B"), ref="s")
    bom = document(device("A"), again, metadata={"component": device("Scout", ref="s")})
    found = [(item["level"], item["internal part number"]) for item in items(opened(tmp_path, bom))]
    assert found == [("0", "Scout"), ("1", "A"), ("1", "B")]


def test_what_depends_on_a_part_does_not_hold_it_and_this_is_said(tmp_path: Path) -> None:
    edges = [
        {"ref": "s", "dependsOn": ["a", "b"]},
        {"ref": "a", "dependsOn": ["c", "x"]},
        {"ref": "b", "dependsOn": ["c"]},
    ]
    parts = [device(name, ref=name.lower()) for name in "ABC"]
    metadata = {"component": device("Scout", ref="s")}
    file = opened(tmp_path, document(*parts, metadata=metadata, dependencies=edges))
    assert [item["level"] for item in items(file)] == ["0", "1", "1", "1"]
    assert [(issue.code, ": 1. " in issue.message.en) for issue in file.issues] == [("DI020", True)]
    assert remarks(opened(tmp_path, document(*parts, metadata=metadata, dependencies=edges[:1]))) == []


def test_a_property_cannot_pose_as_the_structure(tmp_path: Path) -> None:
    bom = document(device("A", device("B", properties={"x:level": "0", "parent": "Z"})))
    assert items(opened(tmp_path, bom))[1] == {
        "level": "2",
        "internal part number": "B",
        "property level": "0",
        "property parent": "Z",
    }


def test_more_than_one_of_an_assembly_makes_a_total_doubtful(tmp_path: Path) -> None:
    inside = device("Screw", properties={"cdx:device:quantity": "8"})
    assert remarks(opened(tmp_path, document(device("Arm", inside, properties={"cdx:device:quantity": "1"})))) == []
    several = opened(tmp_path, document(device("Arm", inside, properties={"cdx:device:quantity": "4"})))
    assert remarks(several) == ["DI021"]
    assert items(several)[1]["quantity"] == "8"


def test_a_property_said_twice_is_not_decided(tmp_path: Path) -> None:
    twice = [{"name": "cdx:device:quantity", "value": value} for value in ("2", "2", "999")]
    assert items(opened(tmp_path, document(device("A") | {"properties": twice})))[0]["quantity"] == "2\n999"


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    text = as_json(document(device("A"))).replace(b'"A"}', b'1E10, "version": 10.0}')
    assert items(opened(tmp_path, text))[0] == {"internal part number": "1E10", "version": "10.0"}


HOSTILE: dict[str, tuple[bytes, str]] = {
    "deep lists": (b'{"bomFormat": "CycloneDX", "components": ' + b"[" * 200_000, "no valid file"),
    "nested 60 deep": (
        b'{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": ['
        + b'{"type": "device", "name": "x", "components": [' * 60
        + b"]}" * 60
        + b"]}",
        "no valid file",
    ),
    "cut": (as_json(scout("1.6"))[:-20], "no valid file"),
    "a name twice": (as_json(document(device("A"))).replace(b'"A"', b'"A", "name": "B"', 2), "no valid file"),
    "text for a list": (as_json({**document(), "components": "none"}), "no valid file"),
    "numbers for components": (as_json({**document(), "components": [1, 2]}), "no valid file"),
    "a list for a name": (as_json(document(device("A") | {"name": ["A"]})), "no valid file"),
    "text for a manufacturer": (as_json(document(device("A") | {"manufacturer": "Acme"})), "no valid file"),
    "text for properties": (as_json(document(device("A") | {"properties": {"mpn": "1"}})), "no valid file"),
    "text for dependencies": (as_json(document(device("A"), dependencies=[{"ref": "A", "dependsOn": 5}])), "no valid"),
    "not UTF-8": (as_json(document(device("A"))).replace(b'"A"', b'"\xff"'), "no valid file"),
    "no components": (as_json(document()), "without parts"),
    "software": (as_json(document(device("left-pad", type="library"))), "software only"),
    "firmware alone": (as_json(document(device("boot", type="firmware"))), "software only"),
    "older": (as_json(document(device("A"), version="1.3")), "follows CycloneDX 1.3"),
    "newer": (as_json(document(device("A"), version="2.0")), "follows CycloneDX 2.0"),
    "no version": (b'{"bomFormat": "CycloneDX", "components": []}', "follows CycloneDX ?"),
    "inside something else": (b'{"sbom": {"bomFormat": "CycloneDX"}}', "JSON data"),
    "other JSON": (b'{"format": "CycloneDX"}', "JSON data"),
    "a list": (b'[{"bomFormat": "CycloneDX"}]', "JSON data"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_bill_of_materials_ends_as_one_sentence(tmp_path: Path, name: str) -> None:
    data, words = HOSTILE[name]
    with pytest.raises(InputError) as caught:
        opened(tmp_path, data)
    assert words in caught.value.message.en
    assert "\n" not in caught.value.message.nl
    assert caught.value.hint is not None


def test_huge_numbers_and_odd_characters_are_only_text(tmp_path: Path) -> None:
    digits = "9" * 5000
    bom = as_json(document(device("A", properties={"cdx:device:quantity": "@"}))).replace(b'"@"', digits.encode())
    assert items(opened(tmp_path, bom))[0]["quantity"] == digits
    half = as_json(document(device("A"))).replace(b'"name": "A"', b'"name": "\\ud800\\u0000 x"')
    assert items(opened(tmp_path, half))[0]["internal part number"] == "? x"


def test_one_property_said_very_often_costs_no_more_than_its_length() -> None:
    many = [{"name": "note", "value": str(number)} for number in range(100_000)]
    data = as_json(document(device("A") | {"properties": many}))
    start = time.process_time()
    read(data)
    assert time.process_time() - start < 10


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    "type name bom-ref components manufacturer supplier properties value metadata component"
                    " dependencies ref dependsOn externalReferences url version".split()
                ),
                inner | st.just("device"),
                max_size=6,
            )
        ),
        max_leaves=25,
    )
)
def test_whatever_stands_in_it_it_is_read_or_refused(content: object) -> None:
    bom = document(device("A")) | (content if isinstance(content, dict) else {"components": content})
    try:
        answer = read(json.dumps(bom).encode())
    except Refused as refused:
        assert refused.code in {"malformed", "no_parts", "software", "version"}
    else:
        assert answer["sheets"]


def test_from_the_file_to_the_answers(run_depmap: Run, tmp_path: Path) -> None:
    parts = [
        device("Motor", maker="Motor Works", properties={"mpn": "M-1", "country_of_origin": "Germany"}),
        device("Radio", maker="Wave Works", properties={"mpn": "W-7", "country_of_origin": "China"}),
    ]
    bom = document(*parts, metadata={"component": device("Scout")})
    (tmp_path / "scout.json").write_bytes(as_json(bom))
    checked = run_depmap("check", "scout.json", "--lang", "en", "--format", "json")
    assert checked.returncode == 0, checked.stderr
    (table,) = json.loads(checked.stdout)["tables"]
    assert list(table["columns"].values()) == ["level", "part_number", "manufacturer", "mpn", "country_of_origin"]
    assert table["lines"] == 3
    done = run_depmap("analyze", "scout.json", "--lang", "en", "--format", "json")
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    (system,) = answers["systems"]
    assert (system["system"], system["components"], system["suppliers"], system["countries"]) == ("Scout", 2, 2, 2)
    (concern,) = [finding for finding in answers["findings"] if finding["rule"] == "DM104"]
    assert (concern["subject"], concern["evidence"], concern["cells"]) == ("component:Radio", "declared", ["E4"])

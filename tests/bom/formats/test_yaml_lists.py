"""YAML: the plain part is read like JSON; the rest is refused with its line, never read as something else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bom as reader
from bom.formats import open_file
from bom.raw import RawFile
from bom.sandbox import yaml_lists
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError

PLAIN = """---
# The rover
name: Rover
parts:
  - name: Motor   # brushless
    qty: 4
    manufacturer: "T-Motor: the maker"
    designators: [M1, M2, 'M3', M4]
    suppliers:
    - name: RS
      sku: 123-4567
    - name: Mouser
  - name: Frame, folded
    qty: 1
    manufacturer: ~
    notes: |
      two lines
      of text
"""


def opened(folder: Path, text: str, name: str = "bom.yaml") -> RawFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return open_file(path)


def test_plain_yaml_is_read_like_json(tmp_path: Path) -> None:
    file = opened(tmp_path, PLAIN)
    assert (file.format, file.issues) == ("yaml", ())
    (sheet,) = file.sheets
    assert sheet.name == "parts"
    titles = ("name", "qty", "manufacturer", "designators", "supplier name", "supplier sku", "supplier name 2", "notes")
    assert list(sheet.rows) == [
        titles,
        ("Motor", "4", "T-Motor: the maker", "M1\nM2\nM3\nM4", "RS", "123-4567", "Mouser"),
        ("Frame, folded", "1", None, None, None, None, None, "two lines\nof text"),
    ]
    assert [len(table.lines) for table in reader.understand(file).tables] == [2]


def test_parts_by_name_and_parts_in_parts(tmp_path: Path) -> None:
    text = "motor:\n  qty: 4\n  price: 12.50\nesc:\n  qty: 4\n  price: 9\n"
    assert opened(tmp_path, text).sheets[0].rows[1] == ("motor", "4", "12.50")
    text = "- name: Arm\n  qty: 2\n  parts:\n    - name: Tube\n      qty: 1\n    - name: Screw\n      qty: 4\n"
    assert [row[2] for row in opened(tmp_path, text).sheets[0].rows[1:]] == [1, 2, 2]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("    qty: &four 4", 3),
        ("    qty: *four", 3),
        ("    qty: !!python/object:os.system 4", 3),
        ("    qty: {a: 1}", 3),
        ("    qty: [1, [2]]", 3),
        ('    qty: "a\\u0041"', 3),
        ("    ? qty", 3),
        ("   qty: 4", 3),
        ("  qty: 4\n---\n- name: x", 3),
    ],
)
def test_what_goes_beyond_is_refused_with_its_line(line: str, number: int) -> None:
    text = f"parts:\n  - name: Motor\n{line}\n  - name: Frame\n    qty: 1\n"
    with pytest.raises(Refused) as caught:
        yaml_lists.read(text.encode())
    assert (caught.value.code, caught.value.detail) == ("yaml", str(number))


def test_other_refusals(tmp_path: Path) -> None:
    deep = "".join(f"{' ' * n}- a{n}:\n" for n in range(0, 200, 2))
    for text, code in ((deep, "nested"), ("a: 1\na: 2\n", "twice"), ("a: 1\nb: 2\n", "no_list"), ("# x\n", "no_list")):
        with pytest.raises(Refused) as caught:
            yaml_lists.read(text.encode())
        assert caught.value.code == code
    with pytest.raises(InputError, match="goes in line 3 beyond the plain part"):
        opened(tmp_path, "- name: a\n  qty: 1\n- name: *b\n  qty: 2\n")


@pytest.mark.parametrize(
    "line", ["a" + " " * 900_000, "a: [" + "b" + " " * 900_000 + "c]", "a: [" + "b," * 400_000 + "]"]
)
def test_no_line_makes_the_search_run_in_circles(line: str) -> None:
    start = time.process_time()
    with pytest.raises(Refused):
        yaml_lists.read(line.encode())
    assert time.process_time() - start < 5


def test_settings_and_lists_in_words_are_no_parts(tmp_path: Path) -> None:
    compose = "services:\n  web:\n    image: nginx\n    ports: [80]\n  db:\n    image: postgres\n    ports: [5432]\n"
    assert reader.understand(opened(tmp_path, compose)).refusal is not None
    assert opened(tmp_path, "BOM\n- Motors: 4x 2207\n- Frame: 1x carbon\n- ESC: 4x 40 A\n", "bom.txt").format == "text"


@given(st.text(alphabet="ab:-[], \n'\"#", max_size=60))
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        answer = yaml_lists.read(text.encode())
    except Refused as refused:
        assert refused.code in {"yaml", "no_list", "nested", "twice"}
        return
    assert answer["sheets"]

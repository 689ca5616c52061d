"""Material declarations by IPC-1752A: products, what is stated to be in them, and what is not read."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bom.cells.materials import read_materials
from bom.formats import open_file
from bom.formats._refusals import refusal
from bom.raw import RawFile
from bom.sandbox import ipc1752a
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError
from tests.bom.formats.declarations import (
    LEAD,
    amount,
    category,
    declaration,
    full,
    listed,
    material,
    motor,
    number,
    product,
    substance,
)
from tests.support import Run


def opened(folder: Path, text: str) -> RawFile:
    path = folder / "decl.xml"
    path.write_text(text, encoding="utf-8")
    return open_file(path)


def said(file: RawFile) -> list[dict[str, object]]:
    header, *rows = file.sheets[0].rows
    items = [dict(zip(header, row, strict=False)) for row in rows]
    return [{str(key): value for key, value in item.items() if value is not None} for item in items]


def notes(file: RawFile) -> list[tuple[str, str]]:
    return [(issue.code, issue.message.en) for issue in file.issues]


def test_products_with_what_is_stated_to_be_in_them(tmp_path: Path) -> None:
    file = opened(tmp_path, motor())
    assert file.format == "ipc-1752a"
    wire = "Winding wire, 20 g\nCopper (in Winding wire), CAS 7440-50-8, 99.9 %"
    common = {"declared on": "2026-03-02", "unit": "each", "quantity": "1"}
    acme = common | {"level": "1", "manufacturer": "Acme Motors", "material": wire}
    magnet = common | {
        "level": "2",
        "mpn": "MG-7",
        "description": "Magnet",
        "quantity": "14",
        "mass (g)": "0.9",
        "material": "NdFeB (N52), 0.9 g\n"
        "Neodymium (in NdFeB (N52)), CAS 7440-00-8, 0.261 g, 29 %\n"
        "Dysprosium (in NdFeB (N52)), CAS 7429-91-6, 2 %\n"
        "Boron / amorphous, glassy (in NdFeB (N52)), CAS 7440-42-8",
    }
    short = {"mass (g)": "85.5", "version": "B", "manufacturing site": "Eindhoven"}
    assert said(file) == [
        acme | short | {"mpn": "M-1", "description": "Brushless motor"},
        magnet,
        acme | {"mpn": "M-1-L", "description": "Brushless motor, long leads", "internal part number": "10-442"},
        magnet,
    ]
    assert notes(file) == [("DI029", "amounts that are 0 or have an unknown unit: 2. Read as unknown.")]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda text: (
            re.sub(r"<(/?)(\w)", r"<\1d:\2", text)
            .replace("<?d:xml", "<?xml")
            .replace(' xmlns="', ' xmlns:d="')
            .encode()
        ),
        lambda text: text.replace("<Product ", '<x:Product xmlns:x="urn:x"/><!-- a --><Product ').encode(),
        lambda text: (
            re.sub(r'<Amount value="261" UOM="mg"/>', "", text)
            .replace('<Substance name="Neodymium">', '<Substance name="Neodymium" value="261" UOM="mg">')
            .encode()
        ),
    ],
    ids=["utf-16", "prefix", "extension", "amount on the element"],
)
def test_the_same_content_written_otherwise(tmp_path: Path, change: Callable[[str], bytes]) -> None:
    plain = opened(tmp_path, motor())
    path = tmp_path / "other.xml"
    path.write_bytes(change(motor()))
    assert path.read_bytes() != motor().encode()
    assert open_file(path).sheets == plain.sheets


def test_who_answers_for_a_product_is_not_said_to_make_what_is_in_it(tmp_path: Path) -> None:
    makers = [row.get("manufacturer") for row in said(opened(tmp_path, motor()))]
    assert makers == ["Acme Motors", None, "Acme Motors", None]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    cell = said(opened(tmp_path, motor()))[1]["material"]
    found = [(each.name, each.cas, each.within, each.grams and str(each.grams)) for each in read_materials(str(cell))]
    assert found == [
        ("NdFeB (N52)", None, None, "0.9"),
        ("Neodymium", "7440-00-8", "NdFeB (N52)", "0.261"),
        ("Dysprosium", "7429-91-6", "NdFeB (N52)", "0.018"),
        ("Boron / amorphous, glassy", "7440-42-8", "NdFeB (N52)", None),
    ]


NAMES = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="<>&\"'()"), max_size=30
)


@given(NAMES, NAMES, st.decimals("0.001", 10**6, places=3), st.sampled_from(["", "7440-50-8", "80-05-7"]))
@example("Tin, 99.3 %", "Solder, 3 g", Decimal("0.5"), "")
@example("CAS", "in", Decimal(1), "7440-50-8")
def test_any_name_comes_back_with_its_amount(name: str, around: str, grams: Decimal, cas: str) -> None:
    inner = substance(name, cas, amount(f"{grams * 1000:f}", "mg"))
    text = declaration(product(number("C-1", "Part"), inside=full(material(around, amount("9999999", "g"), inner))))
    sheets: Any = ipc1752a.read(text.encode())["sheets"]
    header, row = sheets[0]["rows"]
    outer, found = read_materials(dict(zip(header, row, strict=True))["material"])
    assert (found.grams, found.cas, outer.grams) == (grams, cas or None, Decimal(9999999))
    assert found.within == outer.name
    for read, written in ((outer.name, around), (found.name, name)):
        bare = ["".join(character for character in text if character not in ";,/ \u00a0") for text in (read, written)]
        assert "".join(bare[0].split()) == ("".join(bare[1].split()) or ("" if written.strip() else "?"))


def test_below_a_threshold_is_no_statement_of_absence(tmp_path: Path) -> None:
    lists = listed(category(LEAD, "true", amount("120", "ppm")), category("Cadmium", "false"), category("PBB", "false"))
    file = opened(tmp_path, declaration(product(number("C-1", "Chip"), inside=lists)))
    assert said(file)[0]["material"] == f"{LEAD}, 0.012 %"
    assert notes(file)[0][0] == "DI027"
    assert "above their threshold: 2" in notes(file)[0][1]
    only = opened(tmp_path, declaration(product(number("C-1", "Chip"), inside=listed(category("PBB", "false")))))
    assert "material" not in said(only)[0]
    assert [code for code, _ in notes(only)] == ["DI027", "DI028"]


def test_substances_of_a_category_stand_for_it(tmp_path: Path) -> None:
    oxide = substance("Lead monoxide", "1317-36-8", amount("3", "mg"))
    lists = listed(category(LEAD, "true", oxide))
    file = opened(tmp_path, declaration(product(number("C-1", "Chip"), inside=lists)))
    assert said(file)[0]["material"] == "Lead monoxide, CAS 1317-36-8, 0.003 g"


@pytest.mark.parametrize("value", ["0", "-3", "NaN", "Infinity", "1e400", "1e16", "1,5", "twelve", ""])
def test_an_amount_that_is_none_is_unknown(tmp_path: Path, value: str) -> None:
    inside = full(material("Steel", amount(value, "g")))
    file = opened(tmp_path, declaration(product(number("C-1", "Bolt"), inside=inside)))
    assert said(file)[0]["material"] == "Steel"
    assert [code for code, _ in notes(file)] == ["DI029"]


def test_an_amount_in_another_unit_is_unknown(tmp_path: Path) -> None:
    inside = full(material("Steel", amount("3", "lb")))
    assert said(opened(tmp_path, declaration(product(number("C-1", "Bolt"), inside=inside))))[0]["material"] == "Steel"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (declaration(), "without parts"),
        (declaration(product(inside=full(material("Steel", "")))), "without parts"),
        (motor()[:-20], "no valid file of IPC-1752A"),
        (motor().replace("<MainD", '<!DOCTYPE x SYSTEM "x"><MainD', 1), "DOCTYPE"),
        (declaration("<SubProduct>" * 500), "no valid file of IPC-1752A"),
        (motor().replace("175x/2.0", "175x/1752B/1752B"), "schema 1752B/1752B, which is not read"),
    ],
)
def test_what_is_no_declaration_ends_as_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        opened(tmp_path, text)
    assert words in caught.value.message.en
    assert "\n" not in caught.value.message.nl


def test_a_declaration_of_another_name_space_is_only_some_xml(tmp_path: Path) -> None:
    text = motor().replace("http://webstds.ipc.org/175x/2.0", "http://other.example/2.0")
    assert opened(tmp_path, text).format == "xml"


def test_numbers_times_sub_products_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    magnet = product(number("MG", "Magnet"), inside=full(material("NdFeB", "")), element="SubProduct")
    text = declaration(product(*[number(f"M-{at}", "") for at in range(50)], inside=magnet * 50)).encode()
    monkeypatch.setattr(ipc1752a, "MAX_ROWS", 2000)
    with pytest.raises(Refused, match="rows"):
        ipc1752a.read(text)
    monkeypatch.setattr(ipc1752a, "MAX_ROWS", 10_000)
    monkeypatch.setattr(ipc1752a, "_MOST_TEXT", 10_000)
    with pytest.raises(Refused) as caught:
        ipc1752a.read(text)
    assert "names too many materials" in refusal("decl.xml", caught.value).message.en


def test_one_product_with_too_long_a_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipc1752a, "MAX_TEXT", 100)
    with pytest.raises(Refused, match="text"):
        ipc1752a.read(declaration(product(number("M", ""), inside=full(*[material("Steel", "")] * 50))).encode())


def test_another_schema_of_the_family_says_what_to_ask_for(run_depmap: Run, tmp_path: Path) -> None:
    text = motor().replace("http://webstds.ipc.org/175x/2.0", "https://webstds.ipc.org/175x/1752B/1752B")
    (tmp_path / "decl.xml").write_text(text, encoding="utf-8")
    done = run_depmap("check", "decl.xml", "--lang", "nl")
    assert done.returncode == 2
    assert "IPC-1752B en IPC-1754" in done.stderr
    assert "Vraag de leverancier om IPC-1752A, klasse D" in done.stderr


def test_it_is_shown_column_by_column(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "decl.xml").write_text(motor(), encoding="utf-8")
    done = run_depmap("check", "decl.xml", "--lang", "en")
    assert done.returncode == 0, done.stderr
    for field in ("level", "mpn", "manufacturer", "description", "mass", "material"):
        assert f"  {field}  " in done.stdout
    (site,) = [line.split() for line in done.stdout.splitlines() if "manufacturing site" in line]
    assert site[3] == "-", "a site is no country of manufacture and no link"

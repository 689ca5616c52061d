"""A user's own lists: what extending and replacing do, for how long, and what is refused with file and line."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from depmap.core import reference_own
from depmap.core.countries import group_members, recognise_country
from depmap.core.errors import ReferenceListError
from depmap.core.material_lists import listings, material_world
from depmap.core.reference import OWN, list_ids, lists, load
from depmap.core.reference_own import own_lists, read_own
from tests.support import ROOT

ABOUT = """\
# id = "{id}"
# mode = "{mode}"
# title = {{nl = "Eigen lijst", en = "Own list"}}
# publisher = "Ministry"
# url = "https://example.org"
# published = "2026-11"
# retrieved = "2026-11-22"
# licence = "internal"
# note = "n"
"""
ALIASES = "alias,kind,iso2,source,confidence\nLage Landen,alias,NL,own list,verified\n"
MATERIALS = """\
id,name_nl,name_nl_confidence,name_en,source,confidence
unobtainium,onvindbarium,assumed,unobtainium,own,assumed
"""
SHARES = """\
material,stage,scope,dataset,years,shares,source,confidence
unobtainium,extraction,world,EC 2023,2026,CN 60;RU 40,own,assumed
"""


Write = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path) -> Write:
    """Writes an own list and gives its path."""

    def write(list_id: str, rows: str, mode: str = "extend", file: str = "own.csv") -> Path:
        path = tmp_path / file
        path.write_text(ABOUT.format(id=list_id, mode=mode) + rows, encoding="utf-8")
        return path

    return write


class TestEffect:
    def test_rows_are_added_for_as_long_as_it_lasts(self, own: Write) -> None:
        path = own("country_aliases", ALIASES)
        assert recognise_country("Lage Landen").code is None
        with own_lists([path]):
            assert recognise_country("Lage Landen").code == "NL"
            assert recognise_country("Holland").code == "NL", "what was there stays"
        assert recognise_country("Lage Landen").code is None
        assert OWN.get() == ()

    def test_a_row_with_the_same_key_takes_its_place(self, own: Write) -> None:
        before = [row["alias"] for row in load("country_aliases").rows]
        path = own("country_aliases", ALIASES.replace("Lage Landen,alias,NL", "Holland,none,"))
        with own_lists([path]):
            after = [row["alias"] for row in load("country_aliases").rows]
            assert recognise_country("Holland").code is None
        assert after == before

    def test_a_list_is_replaced_as_a_whole(self, own: Write) -> None:
        rows = "group,title_nl,title_en,effect,member,source,confidence\nNL,Nederland,Netherlands,in,NL,own,verified\n"
        with own_lists([own("country_groups", rows, "replace")]):
            assert group_members("NL") == {"NL"}
            with pytest.raises(KeyError):
                group_members("EU")
        assert len(group_members("EU")) == 27

    def test_columns_that_may_be_empty_can_be_left_out(self, own: Write) -> None:
        found = read_own(own("country_aliases", ALIASES))
        (row,) = found.content.rows
        assert row == {
            "alias": "Lage Landen",
            "kind": "alias",
            "iso2": "NL",
            "note_nl": "",
            "note_en": "",
            "source": "own list",
            "confidence": "verified",
        }
        assert list(row) == list(load("country_aliases").info.columns)

    def test_a_later_file_may_point_at_an_earlier_one(self, own: Write) -> None:
        first = own("materials", MATERIALS, file="m.csv")
        second = own("material_shares", SHARES, file="s.csv")
        with own_lists([first, second]):
            (stage,) = material_world().stages["unobtainium"]
            assert stage.shares == {"CN": 0.6, "RU": 0.4}
        assert "unobtainium" not in listings()
        with pytest.raises(ReferenceListError), own_lists([second, first]):
            pass

    def test_provenance_names_the_file_and_its_sum(self, own: Write) -> None:
        path = own("country_aliases", ALIASES)
        total = hashlib.sha256(path.read_bytes()).hexdigest()
        with own_lists([path]):
            found = {info.id: info for info in lists()}
            assert load("country_aliases").info.reference.endswith(" + own.csv")
        assert set(found) == {*list_ids(), f"country_aliases: own.csv sha256:{total}"}
        assert found[f"country_aliases: own.csv sha256:{total}"].rows == 1
        assert "eigen lijst own.csv" in found[f"country_aliases: own.csv sha256:{total}"].title.nl

    def test_a_replaced_list_is_not_named_as_used(self, own: Write) -> None:
        with own_lists([own("country_aliases", ALIASES, "replace")]):
            assert "country_aliases" not in {info.id for info in lists()}
            assert load("country_aliases").info.rows == 1

    def test_after_a_fault_all_is_as_before(self, own: Write) -> None:
        path = own("country_aliases", ALIASES)
        with pytest.raises(RuntimeError), own_lists([path]):
            raise RuntimeError
        assert recognise_country("Lage Landen").code is None

    def test_no_file_changes_nothing(self) -> None:
        before = load("countries")
        with own_lists([]):
            assert load("countries") is before


LINES = ABOUT.format(id="country_aliases", mode="extend") + ALIASES

WRONG = {
    "an unknown list": (LINES.replace('"country_aliases"', '"towns"'), 1, "towns", "country_aliases"),
    "no mode": (LINES.replace('# mode = "extend"\n', ""), 1, "mode = None", "mode: str"),
    "an unknown mode": (LINES.replace('"extend"', '"add"'), 1, "mode = 'add'", "extend | replace"),
    "no licence": (LINES.replace('# licence = "internal"\n', ""), 1, "licence = None", "licence: str"),
    "an unknown part": (LINES.replace("# note", '# colour = "red"\n# note'), 1, "colour", "mode"),
    "another key": (LINES.replace("# note", '# key = ["iso2"]\n# note'), 1, "key = ['iso2']", "['alias']"),
    "an unknown column": (LINES.replace("alias,kind,", "alias,kind,colour,"), 10, "colour", "note_nl"),
    "a needed column that is missing": (LINES.replace("source,", ""), 10, "no columns: source", "source"),
    "an unknown choice": (LINES.replace(",alias,", ",nick,"), 11, "kind = 'nick'", "alias | usual"),
    "an unknown country": (LINES.replace(",NL,", ",UK,"), 11, "iso2 = 'UK'", "ISO 3166"),
    "a missing source": (LINES.replace("own list", ""), 11, "source = ''", "text"),
    "the same row twice": (LINES + "Lage Landen,alias,BE,own,verified\n", 12, "line 11", "one row per alias"),
    "too few cells": (LINES + "Lage Landen\n", 12, "1 cells", "5 cells"),
    "an open quotation mark": (LINES + '"Lage', 12, "end of data", "RFC 4180"),
    "no text": ("", 1, "id", "id: str"),
}


@pytest.mark.parametrize("case", sorted(WRONG))
def test_half_an_own_list_is_refused_with_file_and_line(case: str, tmp_path: Path) -> None:
    text, line, found, allowed = WRONG[case]
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceListError) as caught:
        read_own(path)
    message = caught.value.render("en")
    assert message.startswith(f"mine.csv, line {line}: "), message
    assert found in message
    assert allowed in message.partition("Allowed is: ")[2]
    assert caught.value.render("nl").startswith(f"mine.csv, regel {line}: ")


def test_a_refused_list_leaves_no_trace(own: Write) -> None:
    good, bad = own("country_aliases", ALIASES), own("countries", "iso2\nNL\n", file="bad.csv")
    with pytest.raises(ReferenceListError, match=r"bad\.csv, line 10"), own_lists([good, bad]):
        pytest.fail("it must not start")
    assert OWN.get() == ()
    assert recognise_country("Lage Landen").code is None


def test_a_fact_needs_its_confidence(own: Write) -> None:
    rows = "name,category,kind,seat,source,confidence\nZwaluw,motor,maker,NL,own,verified\n"
    with (
        pytest.raises(ReferenceListError, match="no columns: seat_confidence"),
        own_lists([own("manufacturers", rows)]),
    ):
        pass


def test_what_lists_point_at_cannot_be_taken_away(own: Write) -> None:
    path = own("materials", MATERIALS, "replace")
    with pytest.raises(ReferenceListError) as caught, own_lists([path]):
        pass
    assert caught.value.render("en").startswith("class_materials.csv, line ")
    assert "one of materials" in caught.value.render("en")


@pytest.mark.parametrize("content", [b"\xff\xfe# id", b'# id = "\xe9"'], ids=["UTF-16", "Latin-1"])
def test_another_encoding_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(content)
    with pytest.raises(ReferenceListError, match=r"mine.csv, line 1: not valid: byte \d+"):
        read_own(path)


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_files_from_spreadsheets_are_read(line_end: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    lines = LINES.replace("own list", '"own\nlist"')
    path.write_bytes(b"\xef\xbb\xbf" + lines.replace("\n", line_end).encode())
    (row,) = read_own(path).content.rows
    assert (row["source"], row["confidence"]) == ("own\nlist", "verified")


def test_what_is_no_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "none.csv", tmp_path, Path("/dev/zero")):
        with pytest.raises(ReferenceListError, match="cannot be read"):
            read_own(path)
    large = tmp_path / "large.csv"
    large.write_text(LINES, encoding="utf-8")
    monkeypatch.setattr(reference_own, "LARGEST", 100)
    with pytest.raises(ReferenceListError, match="too large"):
        read_own(large)


def test_no_module_reads_a_list_when_it_is_imported() -> None:
    """What a module made of lists at import would be made of the wrong ones."""
    script = """
import importlib, pkgutil
from depmap.core import reference
for name in ("bom", "depmap", "reports", "risk_rules"):
    for module in pkgutil.walk_packages(importlib.import_module(name).__path__, name + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
print(reference.shipped.cache_info().currsize)
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "0"

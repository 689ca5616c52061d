"""--redact: two bills of materials that differ in names alone give the same reports, whatever the names are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

import reports
from depmap.app import pipeline
from depmap.app.comparison import with_changes
from depmap.app.comparison_file import read_findings
from depmap.app.pipeline import NOTHING_BESIDE
from depmap.app.redact import redacting
from depmap.core.names import fold
from tests.app.test_redact import SETTINGS, analysed, outputs
from tests.support import EXAMPLES

PLAIN = {
    "system": "Zzsys",
    "frame": "Grob",
    "m1": "Qzzw",
    "m2": "Vblorp",
    "m3": "Xuvvle",
    "m4": "Tnurb",
    "d1": "Jomp",
    "d2": "Klonter",
    "p1": "vv-1",
    "p2": "vv-2",
    "p3": "vv-3",
    "p4": "vv-4",
    "n1": "mm-1",
    "n2": "mm-2",
    "doc": "letter.pdf",
    "note": "zorp",
}
"""Names that say nothing, in the order of the alphabet."""

HOSTILE: Mapping[str, Mapping[str, str]] = {
    "words of the reports and codes": {
        "m1": "A",
        "m2": "Component",
        "m3": "S001",
        "m4": "Straße '\"<b>",
        "p1": "C003",
        "p2": "DM101",
        "p3": "=x",
        "frame": "A009",
        "system": "EU",
        "note": "high",
    },
    "the other way round": {
        "m1": "Zz",
        "m4": "Aa",
        "p1": "0012",
        "p2": "z9",
        "p4": "1E10",
        "n1": "y",
        "n2": "-1",
        "d1": "Yy",
        "d2": "Cc",
        "frame": "motor",
    },
}

FORM = """\
System;{system};;;;;;;;;;
Level;Part number;Description;Qty;Manufacturer;MPN;Country of origin;Evidence;Supplier;Lifecycle;Notes;Category
1;{frame};Assembly;1;;;;;;;;
2;{p1};Brushless motor 900 KV;4;{m1};{n1};Germany;"{doc}, 2026-03-02";{d1};Active;{note};motor
2;{p2};Microcontroller 32 bit;1;{m2};{n2};France;;{d2};;;microcontroller
1;{p3};Radio module 2.4 GHz;1;{m3};{n1};;;{d1};;;radio
1;{p4};Camera module;1;{m4};{n2};Japan;;;;;camera
"""


def coded(folder: Path, names: Mapping[str, str]) -> dict[str, str]:
    """All that is written of a bill of materials with these names."""
    folder.mkdir()
    path = folder / f"{fold(names['m1']) or 'x'}.csv"
    quoted = {key: value.replace('"', '""') for key, value in names.items()}
    text = FORM.format(**quoted).replace(quoted["m4"], f'"{quoted["m4"]}"')
    path.write_text(text, encoding="utf-8")
    with analysed(path) as analysis:
        return outputs(analysis, folder)


def test_names_make_no_difference(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("depmap.app.redact._salt", lambda _: "")  # of the file, and so of its names
    plain = coded(tmp_path / "plain", PLAIN)
    for number, names in enumerate(HOSTILE.values()):
        found = coded(tmp_path / str(number), {**PLAIN, **names})
        assert found.keys() == plain.keys()
        assert [name for name in plain if found[name] != plain[name]] == []


def test_the_codes_of_other_makers_do_not_tell_which_are_missing(tmp_path: Path) -> None:
    """Were they given in an order that anybody can make, the first code out of place would name a maker."""

    def order(maker: str) -> list[str]:
        path = tmp_path / "kite.csv"
        path.write_text(f"Part number;Qty;Manufacturer\nA1;1;{maker}\n", encoding="utf-8")
        with redacting(None, tmp_path / "out", NOTHING_BESIDE) as redaction:
            pipeline.analyze([path], SETTINGS, NOTHING_BESIDE, redaction)
        return [name for name in redaction.codes.known("M") if name not in ("DJI", "T-Motor")]

    one, again, other = order("DJI"), order("DJI"), order("T-Motor")
    assert one == again
    assert sorted(one) == sorted(other)
    assert sum(before != after for before, after in zip(one, other, strict=True)) > len(one) * 0.9


def test_the_earlier_file_may_be_called_after_what_is_hidden(tmp_path: Path) -> None:
    path = EXAMPLES / "surface-vessel.csv"
    earlier = tmp_path / "Nighthawk-findings.json"
    with analysed(path) as analysis:
        earlier.write_bytes(reports.render(analysis, "findings"))
        found = outputs(with_changes(analysis, read_findings(earlier)), tmp_path)
    assert json.loads(earlier.read_bytes())["run"]["redacted"] is True
    assert not [name for name, text in found.items() if "nighthawk" in text]

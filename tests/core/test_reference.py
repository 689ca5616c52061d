"""The reference lists are read, checked and refused as their description promises."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest

from depmap.core.errors import ReferenceListError
from depmap.core.evidence import Tier
from depmap.core.reference import ListInfo, items, list_ids, lists, load, parse, tier

DESCRIPTION = """\
# id = "planets"
# title = {nl = "Planeten", en = "Planets"}
# publisher = "p"
# url = "https://example.org"
# published = "2026-01"
# retrieved = "2026-02-03"
# licence = "free"
# note = "n"
# key = ["name"]
#
# [columns]
# name = "text"
# seat = "countries?"
# seat_confidence = "confidence?"
# moons = "number?"
# source = "text"
# confidence = "confidence"
"""
HEADER = "name,seat,seat_confidence,moons,source,confidence\n"
GOOD = DESCRIPTION + HEADER + 'Mars,NL;BE,verified,2,"a, b",verified\nVenus,,,,c,assumed\n'


def test_a_list_is_read() -> None:
    found = parse(GOOD, "planets.csv")
    assert found.info.id == "planets"
    assert found.info.title.nl == "Planeten"
    assert found.info.key == ("name",)
    assert found.info.rows == 2
    assert found.info.reference == "planets 2026-01"
    assert list(found.info.columns) == ["name", "seat", "seat_confidence", "moons", "source", "confidence"]
    assert found.rows[0]["source"] == "a, b"
    assert found.rows[1]["seat"] == ""


ROW = "Mars,NL,verified,2,s,verified\n"

WRONG = {
    "a column too many in the header": (GOOD.replace(HEADER, HEADER.replace("moons", "moons,rings")), 18, "rings"),
    "a column missing in the header": (GOOD.replace("moons,source", "source"), 18, "moons"),
    "columns in another order": (GOOD.replace("name,seat,", "seat,name,"), 18, "seat"),
    "a cell too few": (DESCRIPTION + HEADER + "Mars,NL,verified,2,s\n", 19, "5 cells"),
    "no source": (DESCRIPTION + HEADER + "Mars,NL,verified,2,,verified\n", 19, "source"),
    "no confidence": (DESCRIPTION + HEADER + "Mars,NL,verified,2,s,\n", 19, "confidence"),
    "an unknown confidence": (DESCRIPTION + HEADER + "Mars,NL,verified,2,s,sure\n", 19, "sure"),
    "a fact without its confidence": (DESCRIPTION + HEADER + "Mars,NL,,2,s,verified\n", 19, "seat_confidence"),
    "a confidence without its fact": (DESCRIPTION + HEADER + "Mars,,verified,2,s,verified\n", 19, "seat_confidence"),
    "a bad country code": (DESCRIPTION + HEADER + "Mars,UK,verified,2,s,verified\n", 19, "'UK'"),
    "one bad country code of two": (DESCRIPTION + HEADER + "Mars,NL;XX,verified,2,s,verified\n", 19, "XX"),
    "the same code twice": (DESCRIPTION + HEADER + "Mars,NL;NL,verified,2,s,verified\n", 19, "NL;NL"),
    "no number": (DESCRIPTION + HEADER + "Mars,NL,verified,two,s,verified\n", 19, "two"),
    "a space around a name": (DESCRIPTION + HEADER + "Mars ,NL,verified,2,s,verified\n", 19, "'Mars '"),
    "an empty key": (DESCRIPTION + HEADER + ",NL,verified,2,s,verified\n", 19, "name"),
    "the same key twice": (DESCRIPTION + HEADER + ROW + "Pan,,,,s,assumed\n" + ROW, 21, "line 19"),
    "a fault after a cell of two lines": (
        DESCRIPTION + HEADER + 'Mars,,,,"s\nt",assumed\nPan,,,x,s,assumed\n',
        21,
        "'x'",
    ),
    "an open quotation mark": (DESCRIPTION + HEADER + 'Mars,"NL\n', 19, "end of data"),
    "an unknown part of the description": (GOOD.replace("# note", '# colour = "red"\n# note'), 1, "colour"),
    "a missing part of the description": (GOOD.replace('# licence = "free"\n', ""), 1, "licence"),
    "a title in one language": (GOOD.replace('nl = "Planeten", ', ""), 1, "title"),
    "an id that is not the file's": (GOOD.replace('id = "planets"', 'id = "moons"'), 1, "moons"),
    "a key that is no column": (GOOD.replace('["name"]', '["nome"]'), 1, "nome"),
    "an unknown kind of column": (GOOD.replace('"number?"', '"float"'), 1, "float"),
    "a kind that points at no list": (GOOD.replace('"number?"', '"one of moons?"'), 0, "moons"),
    "no declared source": (GOOD.replace('# source = "text"\n', ""), 1, "source"),
    "an optional confidence": (
        GOOD.replace('# confidence = "confidence"', '# confidence = "confidence?"'),
        1,
        "confidence",
    ),
    "no columns": (GOOD[: GOOD.index("# [columns]")] + HEADER, 1, "columns"),
    "a description that is no TOML": (GOOD.replace('# note = "n"', "# note is n"), 1, "Expected"),
    "a description that is nested too deeply": ("# id = " + "[" * 5000 + "]" * 5000 + "\n" + GOOD, 1, "recursion"),
    "a hidden character": (DESCRIPTION + HEADER + "Ma\0rs,,,,s,assumed\n", 19, "Ma"),
    "a turned direction": (DESCRIPTION + HEADER + "Ma\u202ers,,,,s,assumed\n", 19, "Ma"),
    "nothing at all": ("", 1, "columns"),
}


@pytest.mark.parametrize("case", sorted(WRONG))
def test_half_a_list_is_refused_with_file_and_line(case: str) -> None:
    text, line, found = WRONG[case]
    with pytest.raises(ReferenceListError) as caught:
        parse(text, "planets.csv")
    message = caught.value.render("en")
    assert message.startswith(f"planets.csv, line {line}: " if line else "There is no reference list")
    assert found in message
    assert ("Allowed is: " if line else "Known are: ") in message
    assert caught.value.render("nl").startswith(
        f"planets.csv, regel {line}: " if line else "Er is geen referentielijst"
    )


KINDS = {
    "decimal": (("0", "3", "0.85", "102.5"), ("-1", ".5", "1.", "1,5", "1e3", "nan", "٣")),
    "date": (("2026", "2026-11", "2026-11-22"), ("26", "2026-13", "2026-11-31", "2026-1-2", "20261122", "2026-11-")),
    "weights": (("CN 1.1", "CN 1.1;RU 200"), ("CN", "CN1.1", "CN 1.1;CN 2", "XX 1", "CN  1", "CN 1;")),
    "shares": (("CN 68.3;AU 9.9", "CN 60;AU 41.9"), ("CN 60;AU 42.1", "AU 1;AU 2", "UK 3", "CN x")),
    "few | many of them": (("few", "many of them"), ("many", "few | many of them", "few;few")),
    "one of countries": (("NL",), ("UK", "NL;BE", "nl")),
    "some of countries": (("NL", "NL;BE"), ("UK", "NL;UK", "NL;NL", "NL; BE")),
    "one of manufacturers": (("4D Systems", "ABLIC"), ("4D", "4D Systems;ABLIC")),
}


@pytest.mark.parametrize(("kind", "cell"), [(kind, cell) for kind, (good, _) in KINDS.items() for cell in good])
def test_a_cell_of_its_kind_is_read(kind: str, cell: str) -> None:
    text = GOOD.replace('# moons = "number?"', f'# moons = "{kind}?"').replace(",2,", f",{cell},")
    assert parse(text, "planets.csv").rows[0]["moons"] == cell


@pytest.mark.parametrize(("kind", "cell"), [(kind, cell) for kind, (_, bad) in KINDS.items() for cell in bad])
def test_a_cell_that_is_not_of_its_kind_is_refused(kind: str, cell: str) -> None:
    text = GOOD.replace('# moons = "number?"', f'# moons = "{kind}?"').replace(",2,", f',"{cell}",')
    with pytest.raises(ReferenceListError) as caught:
        parse(text, "planets.csv")
    assert caught.value.render("en").startswith("planets.csv, line 19: not valid: moons = ")


def test_an_unknown_list_names_the_known_ones() -> None:
    with pytest.raises(ReferenceListError) as caught:
        load("nonsense")
    assert "countries" in caught.value.render("nl")


def test_the_lists_that_come_along_are_complete_and_sorted() -> None:
    found = lists()
    assert [info.id for info in found] == sorted(list_ids())
    assert {"component_classes", "countries", "country_aliases", "country_groups", "manufacturers"} <= set(list_ids())
    for info in found:
        assert info.rows == len(load(info.id).rows) > 0


@pytest.mark.parametrize("info", lists(), ids=lambda info: info.id)
def test_a_list_says_where_it_comes_from(info: ListInfo) -> None:
    for field in dataclasses.fields(info):
        assert getattr(info, field.name), field.name
    assert info.title.nl != info.title.en
    assert info.url.startswith("https://")
    assert re.fullmatch(r"\d{4}-\d\d(-\d\d)?", info.published)
    assert datetime.date.fromisoformat(info.retrieved) <= datetime.date(2100, 1, 1)


@pytest.mark.parametrize("list_id", list_ids())
def test_general_knowledge_is_never_more_than_assumed(list_id: str) -> None:
    for row in load(list_id).rows:
        if row["source"].startswith(("general knowledge", "engineering knowledge")):
            for column, word in row.items():
                assert word in ("", "assumed") or not column.endswith("confidence"), row


def test_confidence_becomes_evidence() -> None:
    assert tier("verified") is tier("secondary") is Tier.INFERRED
    assert tier("assumed") is Tier.ASSUMED
    assert tier("") is Tier.UNKNOWN


def test_items() -> None:
    assert items("") == ()
    assert items("a;b") == ("a", "b")


def test_a_list_is_read_once() -> None:
    assert load("countries") is load("countries")


class TestComponentClasses:
    def test_there_are_52_with_known_standstill(self) -> None:
        rows = load("component_classes").rows
        assert len(rows) == 52
        assert {row["standstill"] for row in rows} == {"commodity", "adaptable", "specific"}
        assert all(re.fullmatch(r"[a-z][a-z-]*[a-z]", row["id"]) for row in rows)
        assert all(re.fullmatch(r"(\d{6})?", row["hs6"]) for row in rows)

    def test_what_the_market_replaces_is_back_sooner_than_what_must_be_redesigned(self) -> None:
        weeks: dict[str, list[int]] = {}
        for row in load("component_classes").rows:
            weeks.setdefault(row["standstill"], []).append(int(row["weeks"]))
        assert max(weeks["commodity"]) < max(weeks["adaptable"]) < max(weeks["specific"])
        assert max(weeks["commodity"]) <= min(weeks["adaptable"]) <= min(weeks["specific"])

    def test_requalification_is_assumed_everywhere(self) -> None:
        assert {row["confidence"] for row in load("component_classes").rows} == {"assumed"}

    def test_conventional_designators(self) -> None:
        prefixes = {row["id"]: items(row["prefixes"]) for row in load("component_classes").rows}
        assert "R" in prefixes["resistor"]
        assert "C" in prefixes["ceramic-capacitor"]
        assert "U" in prefixes["processor"]
        assert not prefixes["propeller"]

"""Text files: encodings, delimiters, quotation marks, columns of blanks. Values stay as they are written."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bom.formats import open_file
from bom.formats._layout import best_delimiter
from bom.formats._records import records
from bom.raw import RawFile, Value

Rows = Sequence[tuple[Value, ...]]


def read(folder: Path, data: bytes | str, name: str = "bom.csv") -> RawFile:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return open_file(path)


def rows(folder: Path, data: bytes | str) -> Rows:
    file = read(folder, data)
    assert [sheet.name for sheet in file.sheets] == [""]
    return file.sheets[0].rows


def codes(file: RawFile) -> list[str]:
    return [issue.code for issue in file.issues]


def test_values_stay_text(tmp_path: Path) -> None:
    assert rows(tmp_path, "mpn,land,n\n00123,NA,1E10\n4.50,NULL,nan\n") == (
        ("mpn", "land", "n"),
        ("00123", "NA", "1E10"),
        ("4.50", "NULL", "nan"),
    )


PLAIN = "Part;Omschrijving\nP-1;geïsoleerd\n"


@pytest.mark.parametrize(
    ("data", "issues"),
    [
        (PLAIN.encode("utf-8"), []),
        (PLAIN.encode("utf-8-sig"), []),
        (PLAIN.encode("utf-16"), []),
        (PLAIN.encode("utf-16-le"), []),
        (PLAIN.encode("utf-16-be"), []),
        (PLAIN.encode("utf-32"), []),
        (PLAIN.encode("cp1252"), ["DI002"]),
        (PLAIN.replace("P-1", "P\0-1").encode(), ["DI003"]),
        (PLAIN.encode() + b"\x1a", []),
        (PLAIN.replace("\n", "\r\n").encode(), []),
        (PLAIN.replace("\n", "\r").encode(), []),
    ],
)
def test_encodings_and_line_ends(tmp_path: Path, data: bytes, issues: list[str]) -> None:
    file = read(tmp_path, data)
    assert file.sheets[0].rows == (("Part", "Omschrijving"), ("P-1", "geïsoleerd"))
    assert codes(file) == issues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2\n2,5;3\n", ";"),
        ("a\tb, c\tx\n1\t2\t3, 4\n", "\t"),
        ("ref;value;x;y\nC1, C2;1;2\nC3;4\n", ";"),
        ("Bill of materials\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ('"C1,C2,C3";4\n"C4,C5";2\n"C6,C7,C8";1\n', ";"),
        # Nothing but fields in quotation marks: blanks are what is left between them.
        ('"Ref"\t"Aantal"\n"C1,C2"\t"2"\n""\t""\n"R1"\t"1"\n', "\t"),
        ('"Ref"\t"Tekst"\n"C1,C2"\t"twee\nregels, met; tekens"\n"R1"\t""\n', "\t"),
        ("naam\nmotor\n", None),
    ],
)
def test_delimiter_by_counting(text: str, expected: str | None) -> None:
    found = best_delimiter(text.splitlines())
    assert (found.character if found else None) == expected


def test_sep_line_is_believed_and_is_no_row(tmp_path: Path) -> None:
    assert rows(tmp_path, "sep=|\r\na|b,c\r\n1|2,3\r\n") == (("a", "b,c"), ("1", "2,3"))
    assert rows(tmp_path, "sep=;\ra;b\r1;2\r") == (("a", "b"), ("1", "2"))


def test_rows_are_records_and_blank_lines_count(tmp_path: Path) -> None:
    text = 'a,b\n\n"twee\nregels",2\n,\n3,\n\n'
    assert rows(tmp_path, text) == (("a", "b"), (), ("twee\nregels", "2"), (), ("3",))


def test_blank_before_a_quoted_field(tmp_path: Path) -> None:
    assert rows(tmp_path, 'n, ref\n1, "C1, C2"\n2, "C3"\n') == (("n", "ref"), ("1", "C1, C2"), ("2", "C3"))


@pytest.mark.parametrize(
    ("text", "expected", "suspect"),
    [
        # An unclosed mark takes no row with it.
        ('a,b\n1,"open\n2,x\n3,y\n', (("a", "b"), ("1", '"open'), ("2", "x"), ("3", "y")), [2]),
        ('a,b\n1,"open\n2,x\n"3","y"\n', (("a", "b"), ("1", '"open'), ("2", "x"), ("3", "y")), [2]),
        # Inches in a quoted field.
        ('a,b,c\n1,"1/4" hose",3\n4,5,6\n', (("a", "b", "c"), ("1", '1/4" hose', "3"), ("4", "5", "6")), [2]),
        # Text behind a closed field, then a field over two lines.
        ('a,b\n"x"y,2\n"p\nq",3\n', (("a", "b"), ('"x"y', "2"), ("p\nq", "3")), [2]),
        # Well-formed quotation marks are no issue.
        ('a,b\n"say ""hi""",2\n', (("a", "b"), ('say "hi"', "2")), []),
        ('a,b\n2.5" display,1\n', (("a", "b"), ('2.5" display', "1")), []),
    ],
)
def test_quotation_marks_swallow_nothing(tmp_path: Path, text: str, expected: Rows, suspect: list[int]) -> None:
    file = read(tmp_path, text)
    assert file.sheets[0].rows == expected
    assert [issue.cell.row for issue in file.issues if issue.cell and issue.code == "DI004"] == suspect


def test_an_unclosed_mark_far_from_the_next_one(tmp_path: Path) -> None:
    text = 'a,b\n1,"open\n' + "2,x\n" * 60 + '3,closed"\n'
    file = read(tmp_path, text)
    assert len(file.sheets[0].rows) == 63
    assert codes(file) == ["DI004"]


def test_a_very_long_field_is_kept(tmp_path: Path) -> None:
    text = 'a,b\n1,"' + "x" * 200_000 + '"\n2,y\n'
    found = rows(tmp_path, text)
    assert [len(str(found[1][1])), found[2]] == [200_000, ("2", "y")]


def test_lone_marks_cost_no_more_than_their_length(tmp_path: Path) -> None:
    start = time.process_time()
    read(tmp_path, "a,b\n" + "1," + '"x" ' * 100_000 + "\n" + 'x,"open\n' * 20_000)
    assert time.process_time() - start < 5


FIELD = st.text(st.characters(codec="utf-8", exclude_characters="\r\0", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(st.lists(st.lists(FIELD, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(",;\t|"))
@example([['"', "\n"], ["a", 'b"c']], ",")
def test_what_is_quoted_properly_comes_back(table: list[list[str]], delimiter: str) -> None:
    lines = [delimiter.join('"' + field.replace('"', '""') + '"' for field in row) for row in table]
    found = records("\n".join(lines).split("\n"), delimiter)
    assert found.rows == table
    assert found.suspects == ()


@given(st.lists(st.text(alphabet='ab",\n ', max_size=12), min_size=1, max_size=12))
def test_no_text_loses_a_letter(lines: list[str]) -> None:
    flat = "\n".join(lines)
    found = records(flat.split("\n"), ",")
    kept = "".join(field for row in found.rows for field in row)
    assert [c for c in kept if c in "ab"] == [c for c in flat if c in "ab"]


def test_the_rule_of_a_drawn_table_is_a_blank_row(tmp_path: Path) -> None:
    bare = "part | qty | ref\n---- | --- | ---\nR 1k | 2   | R1, R2\n"
    closed = "| part | qty | ref |\n|------|-----|-----|\n| R 1k | 2 | R1, R2 |\n"
    assert rows(tmp_path, bare) == (("part", "qty", "ref"), (), ("R 1k", "2", "R1, R2"))
    assert rows(tmp_path, closed)[2] == ("R 1k", "2", "R1, R2")


ALIGNED = """Partlist exported from board.sch at 21-11-2026

Qty Value          Device         Package Parts          Description

1                  PINHD-1X6      1X06    JP20           PIN HEADER
12  100n           C-EUC0402      C0402   C1, C2, C3     CAPACITOR, European symbol
2   10k            R-EU_R0402     R0402   R1, R2         RESISTOR, European symbol
"""


def test_columns_of_blanks_follow_the_header(tmp_path: Path) -> None:
    file = read(tmp_path, ALIGNED, "bom.txt")
    assert file.format == "aligned"
    found = file.sheets[0].rows
    assert found[0] == ("Partlist exported from board.sch at 21-11-2026",)
    assert found[2] == ("Qty", "Value", "Device", "Package", "Parts", "Description")
    assert found[4] == ("1", None, "PINHD-1X6", "1X06", "JP20", "PIN HEADER")
    assert found[5] == ("12", "100n", "C-EUC0402", "C0402", "C1, C2, C3", "CAPACITOR, European symbol")


def test_one_word_too_long_spoils_no_column(tmp_path: Path) -> None:
    rows = [f"R{number:<4} 10k  0402" for number in range(60)] + ["R99   10k-5% 0603"]
    file = read(tmp_path, "\n".join(["Part  Val  Package", *rows]), "bom.txt")
    assert file.sheets[0].rows[0] == ("Part", "Val", "Package")
    assert file.sheets[0].rows[-1] == ("R99", "10k-5%", "0603")


def test_tabs_that_only_align(tmp_path: Path) -> None:
    text = "Part\t\tValue\tPackage\nC1\t\t100n\t0402\nCONNECTOR1\tUSB\tUSB-C\nR100\t\t10k\t0603\n"
    file = read(tmp_path, text, "bom.txt")
    assert file.sheets[0].rows[1:3] == (("C1", "100n", "0402"), ("CONNECTOR1", "USB", "USB-C"))


def test_two_columns_that_tabs_align_are_two_whatever_the_run(tmp_path: Path) -> None:
    text = (
        "Parts of the converter\n\nComponents, passive\t\t\tQuantity\n---------------------------------------\n"
        "Resistor, 1/4W, 10k\t\t\t3\nElectrolytic capacitor, 4,7uF\t\t2\nCeramic capacitor, 33pF \t\t1\n"
        "Drivers SN75112\t   \t\t\t1\nTeensy 4.0\t\t\t\t4\n"
    )
    found = read(tmp_path, text, "bom.txt").sheets[0].rows
    assert found[2] == ("Components, passive", "Quantity")
    assert [row[1] for row in found[4:]] == ["3", "2", "1", "1", "4"]


def test_words_too_long_for_tabs_push_no_other_row(tmp_path: Path) -> None:
    rows = [f"Capacitor {number}nF\tshop\t1/10\t\t0.{number}" for number in range(20, 40)]
    rows += ["Connector of an odd kind shop\t2/5\t\t0.70", "Crystal\t\t!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"]
    found = read(tmp_path, "\n".join(["Part\t\tShop\tCount\t\tPrice", *rows]), "bom.txt").sheets[0].rows
    assert found[1] == ("Capacitor 20nF", "shop", "1/10", "0.20")
    assert found[-1][:2] == ("Crystal", "!" * 36), "no title over all columns, for a tab stands in it"


def test_a_remark_on_few_lines_is_a_third_column_between_tabs(tmp_path: Path) -> None:
    lines = [
        "R1\t\t\t4k7",
        "R2,R7\t\t330",
        "R4\t\t\t120",
        "R5,R6\t\t33  (20mA)",
        "R8\t\t\t1k\toptional",
        "C1\t\t\t100nF",
    ]
    lines += ["C4-C7\t\t100nF", "C10\t\t\t10n\toptional", "Q1\t\t\t16MHz", "\t\t\tNUP2105\t\tprotection"]
    found = read(tmp_path, "\n".join(lines), "bom.txt").sheets[0].rows
    assert found[4] == ("R8", "1k", "optional")
    assert found[:2] == (("R1", "4k7"), ("R2,R7", "330"))
    assert found[-1] == (None, "NUP2105", "protection")


def test_empty_fields_between_tabs_stay_fields(tmp_path: Path) -> None:
    found = rows(tmp_path, "part\tqty\tnote\tshop\nmotor\t2\t\tAcme\nframe\t1\t\tAcme\nbelt\t\tlong\tAcme\n")
    assert found[1:3] == (("motor", "2", None, "Acme"), ("frame", "1", None, "Acme"))


def test_prose_is_one_column_without_invented_fields(tmp_path: Path) -> None:
    found = rows(tmp_path, "Dit is een brief\nzonder enige tabel\nmet vriendelijke groet\n")
    assert found == (("Dit is een brief",), ("zonder enige tabel",), ("met vriendelijke groet",))


BOARDS = """Board A

Qty  Reference      Value        Manufacturer
1    U1             STM32F405    ST
2    C1, C2         100nF        Murata
4    R1-R4          10k          Yageo

Board B of two

Item   Part number        Description                      Quantity
1      GRM155R71C104KA    Capacitor ceramic 100nF 16V      2
2      RC0402FR-0710K     Resistor thick film 10k 1%       4
3      STM32F405RGT6      Microcontroller                  1
"""


def test_two_aligned_tables_have_gutters_of_their_own(tmp_path: Path) -> None:
    file = read(tmp_path, BOARDS, "bom.txt")
    assert file.format == "aligned"
    found = file.sheets[0].rows
    assert found[2] == ("Qty", "Reference", "Value", "Manufacturer")
    assert found[4] == ("2", "C1, C2", "100nF", "Murata")
    assert found[7] == ("Board B of two",)
    assert found[9] == ("Item", "Part number", "Description", "Quantity")
    assert found[11] == ("2", "RC0402FR-0710K", "Resistor thick film 10k 1%", "4")


def test_the_same_titles_with_other_gutters_too(tmp_path: Path) -> None:
    wider = BOARDS.split("\n\nBoard B")[0].replace("  Reference", "        Reference").replace("  U1", "        U1")
    wider = wider.replace("  C1,", "        C1,").replace("  R1-", "        R1-").replace("Board A", "Board B")
    found = read(tmp_path, BOARDS.split("\nBoard B")[0] + "\n" + wider + "\n", "bom.txt").sheets[0].rows
    assert found[3] == found[10] == ("1", "U1", "STM32F405", "ST")


def test_a_header_on_every_page_is_one_table(tmp_path: Path) -> None:
    page = BOARDS.split("\nBoard B")[0]
    found = read(tmp_path, page + page, "bom.txt").sheets[0].rows
    assert found[2] == found[8] == ("Qty", "Reference", "Value", "Manufacturer")


def test_fields_over_several_lines_are_counted_as_one(tmp_path: Path) -> None:
    text = '// exported\nRef\tQty\tNotes\nR1\t1\t"thick film,\n5 %,\n0402"\nC1\t1\t"ceramic"\nU1\t1\t"the ""brain"""\n'
    file = read(tmp_path, text, "bom.tsv")
    assert file.format == "text"
    assert file.sheets[0].rows[2:] == (
        ("R1", "1", "thick film,\n5 %,\n0402"),
        ("C1", "1", "ceramic"),
        ("U1", "1", 'the "brain"'),
    )

"""The table of contents that lie, or that a program changed: what must be said, and how many lines are read."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from tests.bom.formats import records
from tests.bom.formats.records import Formula
from tests.hostile import making as hostile
from tests.hostile.containers import READ, Case
from tests.hostile.making import HEADER, ROWS, csv, with_value

_TREE = ("Part Number", "Parent", "Qty", "Manufacturer", "Country of Origin")
_LEVELS = ("Level", "Part Number", "Qty", "Manufacturer", "Country of Origin")


def _sheet(column: str, *values: object) -> bytes:
    """The plain workbook with these values in one column, as a spreadsheet stores them."""
    return hostile.saved(
        lambda book, sheet: [
            sheet.write(at + 1, HEADER.index(column), value, book.add_format({"num_format": "yyyy-mm-dd"}))
            if isinstance(value, datetime.date)
            else sheet.write(at + 1, HEADER.index(column), value)
            for at, value in enumerate(values)
        ]
    )


def _formulas(_book: object, sheet: Worksheet) -> None:
    for at in range(1, 9):
        sheet.write_formula(at, 1, "=2+2", value="")


def _external(_book: object, sheet: Worksheet) -> None:
    sheet.write_formula(1, 1, "='[http://192.0.2.1/x.xlsx]S'!A1", value=4)
    sheet.write_formula(2, 1, "=cmd|'/C calc'!A0", value=4)


def _hidden_rows(_book: object, sheet: Worksheet) -> None:
    sheet.set_row(3, None, None, {"hidden": True})


def _merged(_book: object, sheet: Worksheet) -> None:
    sheet.merge_range("C2:C9", "Maker 1")


def _binary(kind: str, *changes: tuple[int, str, records.Cell], **said: Any) -> bytes:
    """The plain list as .xls or .xlsb with other cells: row from 1 on, column by its title, and what stands there."""
    rows: list[list[records.Cell]] = [list(HEADER)]
    rows += ([int(row[0]), int(row[1]), *row[2:]] for row in ROWS)
    for row, title, cell in changes:
        rows[row][HEADER.index(title)] = cell
    write = records.xls if kind == "xls" else records.xlsb
    return write(records.Page(rows, **said), records.Page([["spare"]], "Spare", state=said.get("state", 0)))


def _of_binary(kind: str) -> tuple[Case, ...]:
    """What .xls and .xlsb say only in their records."""
    error, due = (2, "Qty", "#REF!"), Formula(0.0, due=True)
    return (
        Case(f"errors.{kind}", lambda: _binary(kind, error, (3, "Manufacturer", Formula("#N/A"))), "DI023"),
        Case(f"formulas.{kind}", lambda: _binary(kind, (1, "Qty", Formula(2.0)), (2, "Qty", due)), "DI007"),
        Case(f"empty-formulas.{kind}", lambda: _binary(kind, *((at, "Qty", Formula()) for at in range(1, 9))), "DI007"),
        Case(f"hidden-rows.{kind}", lambda: _binary(kind, hidden=(3, 4)), "DI024"),
        Case(f"hidden-sheet.{kind}", lambda: _binary(kind, state=2), "DI005"),
        Case(f"merged-maker.{kind}", lambda: _binary(kind, merges=((1, 2, 8, 2),)), READ),
        Case(f"zeros.{kind}", lambda: _binary(kind, (1, "MPN", 123), padded=(3,)), READ),
        Case(f"long-number.{kind}", lambda: _binary(kind, (1, "MPN", 123456789012345678.0)), "DI013"),
    )


def _tree(*rows: Sequence[object]) -> bytes:
    return csv(rows, _TREE)


def _chain(levels: int, quantity: int = 1) -> bytes:
    rows = [(f"P-{at}", f"P-{at - 1}" if at else "", quantity, "Maker", "Germany") for at in range(levels)]
    return _tree(*rows)


def _nested(levels: int) -> bytes:
    return csv([(at, f"P-{at}", 1, "Maker", "Germany") for at in range(levels)], _LEVELS)


def _doubling(levels: int, width: int = 2) -> bytes:
    """Every part stands ``width`` times in the one above it: ``width ** levels`` paths."""
    rows: list[Sequence[object]] = [("P-0", "", 1, "Maker", "Germany")]
    rows += [(f"P-{at}", f"P-{at - 1}", 1, "Maker", "Germany") for at in range(1, levels) for _ in range(width)]
    return _tree(*rows)


def _wide(children: int) -> bytes:
    return _tree(
        ("TOP", "", 1, "", ""), *((f"C-{at}", "TOP", 1, f"Maker {at % 40}", "Germany") for at in range(children))
    )


def _ragged() -> bytes:
    lines = csv().decode().splitlines()
    return "\n".join([lines[0], lines[1] + ";;;;;", lines[2].rsplit(";", 2)[0], *lines[3:]]).encode()


def _quoted(text: str) -> bytes:
    lines = csv().decode().splitlines()
    return "\n".join([*lines[:3], lines[3].replace("Maker 3", text), *lines[4:]]).encode()


def _designators() -> bytes:
    """Few words that stand for eighteen million places."""
    places = ",".join(f"R{at}-R{at + 900}" for at in range(20_000))
    return csv([(*row, f'"{places}"') for row in ROWS], (*HEADER, "Designators"))


_TEXT = csv().decode()
_DATE = datetime.date(2023, 3, 2)

CONTENTS: tuple[Case, ...] = (
    # What a spreadsheet did.
    Case("formulas.xlsx", lambda: hostile.saved(_formulas), "DI007"),
    Case("external.xlsx", lambda: hostile.saved(_external), READ),
    *(
        Case(f"error-{at}.xlsx", lambda word=word: hostile.in_cell("B3", f'<c r="B3" t="e"><v>{word}</v></c>'), "DI023")  # type: ignore[misc]
        for at, word in enumerate(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
    ),
    Case("error-maker.xlsx", lambda: hostile.in_cell("C3", '<c r="C3" t="e"><v>#REF!</v></c>'), "DI023"),
    Case("hidden-sheet.xlsx", lambda: hostile.saved(lambda book, sheet: _hide(book)), "DI005", lines=None),
    Case(
        "very-hidden-sheet.xlsx", lambda: hostile.saved(lambda book, sheet: _hide(book, very=True)), "DI005", lines=None
    ),
    Case("hidden-rows.xlsx", lambda: hostile.saved(_hidden_rows), "DI024"),
    Case("merged-maker.xlsx", lambda: hostile.saved(_merged), READ),
    Case("date-numbers.xlsx", lambda: _sheet("MPN", _DATE, _DATE), "DI012"),
    Case("date-quantity.xlsx", lambda: _sheet("Qty", _DATE), "DI010"),
    Case("long-number.xlsx", lambda: _sheet("MPN", 123456789012345678, 4700), "DI013"),
    *_of_binary("xls"),
    *_of_binary("xlsb"),
    Case("float-number.xlsx", lambda: _sheet("MPN", 1e10, 4700.0), READ),
    Case("exponent.csv", lambda: with_value("MPN", "1.23E+17"), "DI013"),
    # What people write.
    Case(
        "names-of-nothing.csv",
        lambda: with_value("MPN", "00123", "1E10", "NULL", "None", "nan", "NA", "inf", "TRUE"),
        READ,
    ),
    Case("namibia.csv", lambda: with_value("Country of Origin", "NA", "NA", "NA", "NA", "NA", "NA", "NA", "NA"), READ),
    Case("negative.csv", lambda: with_value("Qty", "-3", "−5"), "DI326"),
    Case("zero.csv", lambda: with_value("Qty", "0"), "DI325"),
    *(
        Case(f"quantity-{at}.csv", lambda word=word: with_value("Qty", word), "DI010")  # type: ignore[misc]
        for at, word in enumerate(("inf", "-Infinity", "1e308", "9e99", "9" * 5_000, "1_000", "0x10", "½", "四"))
    ),
    Case("no-quantity.csv", lambda: with_value("Qty", "NaN", "-", "n/a", ""), READ),
    Case("ambiguous.csv", lambda: with_value("Qty", "1.234"), "DI011"),
    Case("grouped.csv", lambda: with_value("Qty", "1.234,56", "10 pcs"), READ),
    Case("lead-time.csv", lambda: csv([(*row, "9" * 60 + " weeks") for row in ROWS], (*HEADER, "Lead time")), "DI010"),
    Case("price.csv", lambda: csv([(*row, "99999999999999") for row in ROWS], (*HEADER, "Unit price")), READ),
    Case("twice-the-header.csv", lambda: csv([(*row, "Other") for row in ROWS], (*HEADER, "Manufacturer")), "DI342"),
    # What hangs under what.
    Case(
        "cycle.csv",
        lambda: _tree(("A", "C", 1, "M", "NL"), ("B", "A", 1, "M", "NL"), ("C", "B", 1, "M", "NL")),
        "DI305",
        lines=3,
    ),
    Case(
        "own-parent.csv",
        lambda: _tree(("A", "A", 1, "M", "NL"), ("B", "A", 1, "M", "NL"), ("C", "B", 1, "M", "NL")),
        "DI305",
        lines=3,
    ),
    Case(
        "orphan.csv",
        lambda: _tree(("A", "", 1, "M", "NL"), ("B", "A", 1, "M", "NL"), ("C", "GHOST", 1, "M", "NL")),
        "DI303",
        lines=3,
    ),
    Case(
        "odd-levels.csv",
        lambda: csv([(1, "A", 1, "M", "NL"), (4, "B", 1, "M", "NL"), ("x", "C", 1, "M", "NL")], _LEVELS),
        "DI302",
        lines=3,
    ),
    Case("no-names.csv", lambda: with_value("MPN", "TBD", "", "?", "-", "TBD"), READ),
    Case("long-chain.csv", lambda: _chain(3_000), READ, lines=3_000),
    Case("growing-chain.csv", lambda: _chain(200, 4), READ, lines=200),
    Case("deep-levels.csv", lambda: _nested(3_000), READ, lines=3_000),
    Case("doubling.csv", lambda: _doubling(61), READ, lines=121),
    Case("fourfold.csv", lambda: _doubling(26, 4), READ, lines=101),
    Case("wide.csv", lambda: _wide(3_000), READ, lines=3_001),
    Case(
        "three-suppliers.csv",
        lambda: csv(
            [
                (1, 4, f"Supplier {name}", "M-1", land)
                for name, land in (("One", "France"), ("Two", "China"), ("Three", "Japan"))
            ]
        ),
        READ,
        lines=3,
    ),
    # What looks like something else.
    Case(
        "homoglyphs.csv",
        lambda: with_value(
            "Country of Origin", "Сhina", "Ch\u200bina", "\u202eanihC", "ＣＨＩＮＡ", "CHINA ", "P.R. China"
        ),
        "DI345",
    ),
    Case(
        "makers-in-disguise.csv",
        lambda: with_value("Manufacturer", "Асme", "Ac\u200bme", "\u202eemcA", "Acme\u2028", "\ufeffAcme"),
        READ,
    ),
    Case("controls.csv", lambda: with_value("Manufacturer", "Ac\x1b[31mme", "\x07", "\x9b31m", "a\x7fb"), READ),
    Case("half-a-pair.xlsx", lambda: hostile.in_cell("C3", '<c r="C3" t="str"><v>_xD800_</v></c>'), READ),
    Case("written-controls.xlsx", lambda: hostile.in_cell("C3", '<c r="C3" t="str"><v>_x001B_[31m</v></c>'), READ),
    Case("long-text.csv", lambda: with_value("Manufacturer", "M" * 200_000), READ),
    Case("longest-text.csv", lambda: with_value("Manufacturer", "M" * 3_000_000), "more than 1000000 characters"),
    # Text files that are only large.
    Case("rows.csv", lambda: b"a\n" * 15_000_000, "more than 1048576 rows"),
    Case("cells.csv", lambda: (b"a" + b"," * 300 + b"\n") * 100_000, "too many cells"),
    Case("commas.csv", lambda: b"," * 30_000_000 + b"a", "more than 1000000 characters"),
    Case("tabs.txt", lambda: csv() + b"\t" * 20_000_000 + b"x", "more than 1000000 characters"),
    Case("lone-quotes.csv", lambda: csv() + b'9;"a\n' * 2_000, "DI004", lines=None),
    Case(
        "long-range.csv",
        lambda: csv([(*row, f"R{'1' * 5_000}-R{'2' * 5_000}") for row in ROWS], (*HEADER, "Designators")),
        "DI016",
    ),
    Case("designators.csv", _designators, "DI016"),
    # Text files.
    Case("utf-16.csv", lambda: _TEXT.encode("utf-16"), READ),
    Case("bare-utf-16.csv", lambda: _TEXT.encode("utf-16-be"), READ),
    Case("western.csv", lambda: _TEXT.replace("Maker", "Fabriké").encode("cp1252"), "DI002"),
    Case("cyrillic.csv", lambda: _TEXT.replace("Maker", "Завод").encode("cp1251"), "DI002"),
    Case("chinese.csv", lambda: _TEXT.replace("Maker", "深圳市厂家").encode("gbk"), "DI002"),
    Case("taiwanese.csv", lambda: _TEXT.replace("Maker", "股份有限公司").encode("big5"), "DI002"),
    Case("japanese.csv", lambda: _TEXT.replace("Maker", "株式会社メーカー").encode("cp932"), "DI002"),
    Case("chinese-utf-16.csv", lambda: _TEXT.replace("Maker", "深圳市厂家").encode("utf-16-le"), READ),
    Case("cut.csv", lambda: _TEXT.replace("Maker", "Größe").encode()[:-1] + b"\xc3", "DI002"),
    Case("invalid.csv", lambda: _TEXT.encode().replace(b"Maker", b"M\xff\xc0\x80ker"), "DI002"),
    Case("surrogate.csv", lambda: with_value("Manufacturer", "M\ud800"), "DI002"),
    Case("nul.csv", lambda: with_value("Manufacturer", "M\0M"), "DI003"),
    Case("ragged.csv", _ragged, READ),
    Case("mixed-ends.csv", lambda: _TEXT.replace("\n", "\r\n", 2).replace("Germany\n", "Germany\r", 2).encode(), READ),
    Case("sep.csv", lambda: b"sep=;\n" + csv(), READ),
    Case("sylk.csv", lambda: csv(header=("ID", *HEADER[1:])), READ),
    Case("open-quote.csv", lambda: _quoted('"Maker 3'), "DI004"),
    Case("inner-quote.csv", lambda: _quoted('"3" Maker"'), "DI004"),
    Case("good-quote.csv", lambda: _quoted('"Maker; ""3"""'), READ),
    Case("return-and-formula.csv", lambda: with_value("Manufacturer", "\"safe\r=cmd|' /C calc'!A0\""), READ),
    Case(
        "wide-header.csv",
        lambda: csv([(*row, *"x" * 2_000) for row in ROWS], (*HEADER, *(f"c{at}" for at in range(2_000)))),
        "no bill of materials",
    ),
)


def _hide(book: object, very: bool = False) -> None:
    sheet = book.add_worksheet("Spare")  # type: ignore[attr-defined]
    for at, row in enumerate((HEADER, *ROWS[:3])):
        sheet.write_row(at, 0, row)
    sheet.very_hidden() if very else sheet.hide()

"""Writes the three example bills of materials from the plain tables in `source/`.

The tables are the source of truth, because a difference in them can be read. The workbooks are what an analyst
would receive: each in another layout, as different organisations would send it. All three systems, their
integrators and their prices are fictional; see README.md.

    python examples/build.py [FOLDER]      writes the three files into FOLDER (default: this folder)
"""

from __future__ import annotations

import csv
import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).resolve().parent

Cell = str | float

# A fixed document time, so that the same tables always give the same bytes.
DOCUMENT_TIME = datetime.datetime(2026, 4, 1, 9, 0, 0, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a source table."""

    kind: str
    """`part`, `alt` (a further source of the part in the row above), `section` or `subtotal`."""
    text: dict[str, str]
    """All columns of the row as text; empty text where the table has nothing."""

    @property
    def level(self) -> int:
        """The depth in the tree, 1 for a main assembly; 0 for rows that state no part."""
        return int(self.text["level"] or 0)

    @property
    def states_a_part(self) -> bool:
        """Whether the row is a line of the bill of materials."""
        return self.kind in ("part", "alt")

    def number(self, column: str) -> Cell:
        """The column as a number, or empty text where the table has nothing."""
        return float(self.text[column]) if self.text[column] else ""


def read_table(name: str) -> list[Row]:
    """The rows of `source/<name>.csv` in order."""
    with (HERE / "source" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Row(record["row"], record) for record in csv.DictReader(file)]


def with_paths(rows: Sequence[Row]) -> Iterator[tuple[Row, tuple[int, ...]]]:
    """Each row with its position in the tree, such as (1, 2, 3) for item 1.2.3; a further source keeps the item."""
    path: tuple[int, ...] = ()
    for row in rows:
        if row.kind == "part":
            last = path[row.level - 1] if len(path) >= row.level else 0
            path = (*path[: row.level - 1], last + 1)
        yield row, path


def with_parents(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Each row with the part number of its parent; empty for the system itself."""
    open_parts: list[str] = []
    for row in rows:
        del open_parts[row.level :]
        yield row, open_parts[-1] if open_parts else ""
        open_parts.append(row.text["part"])


def subtotals(rows: Sequence[Row]) -> Iterator[float]:
    """The value of each section: price times quantity times the quantities of all assemblies above, first sources."""
    total = 0.0
    multipliers: list[float] = []
    for row in rows:
        if row.kind == "subtotal":
            yield round(total, 2)
            total = 0.0
        elif row.kind == "part":
            del multipliers[row.level - 1 :]
            times = float(row.text["quantity"]) * (multipliers[-1] if multipliers else 1.0)
            multipliers.append(times)
            if row.text["populate"] != "no":
                total += times * float(row.text["unit_price"] or 0)


# --- the quadcopter: Dutch, a level column, section and subtotal rows -------------------------------------------------

QUADCOPTER_COLUMNS: tuple[tuple[str, str, int], ...] = (
    ("Niveau", "level", 8),
    ("Artikelnummer", "part", 14),
    ("Omschrijving", "description", 44),
    ("Aantal", "quantity", 8),
    ("Eenheid", "unit", 8),
    ("Fabrikant", "maker", 30),
    ("Artikelnummer fabrikant", "mpn", 26),
    ("Fabrikant 2", "maker_2", 24),
    ("Artikelnummer fabrikant 2", "mpn_2", 26),
    ("Leverancier", "supplier", 14),
    ("Bestelcode", "order_code", 26),
    ("Stuksprijs", "unit_price", 11),
    ("Voorraad", "stock", 10),
    ("Levertijd (weken)", "lead_weeks", 10),
    ("Land van herkomst", "country", 20),
    ("Land van herkomst 2", "country_2", 20),
    ("Bewijs van herkomst", "proof", 38),
    ("Plaatsen", "populate", 14),
)

QUADCOPTER_TITLE: tuple[tuple[str, str], ...] = (
    ("Stuklijst", ""),
    ("Systeem", "Verkenner VK-4, verkenningsquadcopter"),
    ("Integrator", "Verzonnen Luchtsystemen B.V. (fictief)"),
    ("Revisie", "C"),
    ("Datum", "2026-03-27"),
    ("Valuta", "EUR, exclusief btw"),
)


@dataclass(frozen=True, slots=True)
class Styles:
    """The cell formats that the two workbooks share."""

    title: Format
    """The name of the document."""
    bold: Format
    """Assemblies, section rows and the labels of the title block."""
    header: Format
    """The header of the table."""
    money: Format
    """Prices, two to three decimals."""


def styles_of(book: Workbook) -> Styles:
    """The formats of an ordinary office workbook."""
    return Styles(
        title=book.add_format({"bold": True, "font_size": 14}),
        bold=book.add_format({"bold": True}),
        header=book.add_format({"bold": True, "bg_color": "#D9E1F2", "bottom": 1, "text_wrap": True, "valign": "top"}),
        money=book.add_format({"num_format": "#,##0.00#"}),
    )


def new_workbook(path: Path, title: str, author: str) -> Workbook:
    """A workbook that holds nothing but what this script decides."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"title": title, "author": author, "created": DOCUMENT_TIME})
    return book


def write_title(sheet: Worksheet, lines: Sequence[tuple[str, str]], styles: Styles) -> None:
    """The title block: the name of the document, then a label and a value a row."""
    sheet.write_string(0, 0, lines[0][0], styles.title)
    for index, (label, value) in enumerate(lines[1:], start=1):
        sheet.write_string(index, 0, label, styles.bold)
        sheet.write_string(index, 2, value)


def write_header(sheet: Worksheet, at: int, columns: Sequence[tuple[str, str, int]], styles: Styles) -> None:
    """The header row, with the column widths and the panes fixed below it."""
    for index, (header, _, width) in enumerate(columns):
        sheet.set_column(index, index, width)
        sheet.write_string(at, index, header, styles.header)
    sheet.freeze_panes(at + 1, 3)


def write_cell(sheet: Worksheet, place: tuple[int, int], value: Cell, style: Format | None) -> None:
    """A number as a number, a text as a text, nothing for an empty text."""
    if isinstance(value, float):
        sheet.write_number(*place, value, style)
    elif value:
        sheet.write_string(*place, value, style)


NUMBERS = ("level", "quantity", "unit_price", "stock", "lead_weeks")


def build_quadcopter(path: Path) -> None:
    """`verkenner-quadcopter.xlsx`: header in row 8, levels 1 to 4, "niet plaatsen" where a line is not fitted."""
    rows = read_table("verkenner-quadcopter")
    sums = subtotals(rows)
    with new_workbook(path, "Stuklijst Verkenner VK-4", "Verzonnen Luchtsystemen B.V.") as book:
        styles = styles_of(book)
        sheet = book.add_worksheet("Stuklijst")
        write_title(sheet, QUADCOPTER_TITLE, styles)
        write_header(sheet, 7, QUADCOPTER_COLUMNS, styles)
        for at, row in enumerate(rows, start=8):
            if not row.states_a_part:
                sheet.write_string(at, 2, row.text["description"], styles.bold)
                if row.kind == "subtotal":
                    sheet.write_number(at, 11, next(sums), styles.money)
                continue
            for index, (_, column, _) in enumerate(QUADCOPTER_COLUMNS):
                value: Cell = row.number(column) if column in NUMBERS else row.text[column]
                if column == "populate":
                    value = "niet plaatsen" if value == "no" else ""
                write_cell(sheet, (at, index), value, quadcopter_style(row, column, styles))
        legend = book.add_worksheet("Toelichting")
        legend.set_column(0, 0, 100)
        for at, line in enumerate(QUADCOPTER_LEGEND):
            legend.write_string(at, 0, line)


def quadcopter_style(row: Row, column: str, styles: Styles) -> Format | None:
    """Prices as money, assemblies (rows without a price) in bold."""
    if column == "unit_price":
        return styles.money
    return None if row.text["unit_price"] else styles.bold


QUADCOPTER_LEGEND = (
    "Aantal geldt per bovenliggende samenstelling.",
    "Land van herkomst hoort bij Fabrikant; Land van herkomst 2 hoort bij Fabrikant 2.",
    "Een herhaald artikelnummer onder dezelfde samenstelling is een alternatieve bron.",
    "Bewijs van herkomst: certificaat van oorsprong (CvO) of leveranciersverklaring, met datum.",
)


# --- the ground vehicle: English, dotted item numbers -----------------------------------------------------------------

VEHICLE_COLUMNS: tuple[tuple[str, str, int], ...] = (
    ("Item", "item", 9),
    ("Part Number", "part", 13),
    ("Description", "description", 42),
    ("Qty", "quantity", 7),
    ("Unit", "unit", 6),
    ("Manufacturer", "maker", 30),
    ("MPN", "mpn", 26),
    ("Manufacturer 2", "maker_2", 24),
    ("MPN 2", "mpn_2", 26),
    ("Supplier", "supplier", 12),
    ("Supplier Part Number", "order_code", 26),
    ("Unit Price", "unit_price", 11),
    ("Currency", "currency", 9),
    ("Country of Origin", "country", 18),
    ("Country of Origin 2", "country_2", 18),
    ("Lead time (weeks)", "lead_weeks", 10),
    ("Stock", "stock", 8),
    ("Fitted", "populate", 8),
)

VEHICLE_TITLE: tuple[tuple[str, str], ...] = (
    ("BILL OF MATERIALS", ""),
    ("System", "Muildier G1 unmanned ground vehicle (fictional), Verzonnen Voertuigbouw B.V."),
    ("Revision", "2.1, released 2026-03-20"),
)

VEHICLE_REVISIONS: tuple[tuple[str, str, str], ...] = (
    ("Revision", "Date", "Change"),
    ("1.0", "2025-06-02", "First issue"),
    ("2.0", "2026-01-16", "Second source for cells and traction motor"),
    ("2.1", "2026-03-20", "Cellular module no longer fitted"),
)


def build_vehicle(path: Path) -> None:
    """`ground-vehicle.xlsx`: header in row 5, items such as 1.2.3, a second sheet that is no parts list."""
    with new_workbook(path, "Muildier G1 bill of materials", "Verzonnen Voertuigbouw B.V.") as book:
        styles = styles_of(book)
        sheet = book.add_worksheet("BOM")
        write_title(sheet, VEHICLE_TITLE, styles)
        write_header(sheet, 4, VEHICLE_COLUMNS, styles)
        for at, (row, position) in enumerate(with_paths(read_table("ground-vehicle")), start=5):
            is_assembly = not row.text["unit_price"]
            more = {
                "item": ".".join(map(str, position)),
                "currency": "" if is_assembly else "EUR",
                "populate": "DNP" if row.text["populate"] == "no" else "Yes",
            }
            for index, (_, column, _) in enumerate(VEHICLE_COLUMNS):
                value: Cell = row.number(column) if column in NUMBERS else more.get(column) or row.text.get(column, "")
                style = styles.money if column == "unit_price" else styles.bold if is_assembly else None
                write_cell(sheet, (at, index), value, style)
        history = book.add_worksheet("Revisions")
        history.set_column(2, 2, 48)
        for at, line in enumerate(VEHICLE_REVISIONS):
            for index, text in enumerate(line):
                history.write_string(at, index, text, styles.bold if at == 0 else None)


# --- the vessel: a text export with a parent column -------------------------------------------------------------------

VESSEL_COLUMNS: tuple[tuple[str, str], ...] = (
    ("Artikelnr", "part"),
    ("Parent", "parent"),
    ("Omschrijving", "description"),
    ("Aantal", "quantity"),
    ("Eenheid", "unit"),
    ("Fabrikant", "maker"),
    ("MPN", "mpn"),
    ("Fabrikant 2", "maker_2"),
    ("MPN 2", "mpn_2"),
    ("Leverancier", "supplier"),
    ("Bestelcode", "order_code"),
    ("Prijs per stuk", "unit_price"),
    ("Valuta", "currency"),
    ("Voorraad", "stock"),
    ("Levertijd (wk)", "lead_weeks"),
    ("Land van herkomst", "country"),
    ("Land van herkomst 2", "country_2"),
    ("Bewijs van herkomst", "proof"),
    ("Plaatsen", "populate"),
)


def build_vessel(path: Path) -> None:
    """`surface-vessel.csv`: semicolons, decimal commas, UTF-8 with a byte order mark, Windows line ends."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([header for header, _ in VESSEL_COLUMNS])
        for row, parent in with_parents(read_table("surface-vessel")):
            more = {
                "parent": parent,
                "currency": "EUR" if row.text["unit_price"] else "",
                "quantity": row.text["quantity"].replace(".", ","),
                "unit_price": row.text["unit_price"].replace(".", ","),
                "populate": "nee" if row.text["populate"] == "no" else "ja",
            }
            writer.writerow([more.get(column, row.text.get(column, "")) for _, column in VESSEL_COLUMNS])


EXAMPLES: tuple[tuple[str, Callable[[Path], None]], ...] = (
    ("verkenner-quadcopter.xlsx", build_quadcopter),
    ("ground-vehicle.xlsx", build_vehicle),
    ("surface-vessel.csv", build_vessel),
)


def build_all(folder: Path) -> list[Path]:
    """Writes the three examples into the folder and returns their paths, in a fixed order."""
    paths = []
    for name, build in EXAMPLES:
        build(folder / name)
        paths.append(folder / name)
    return paths


if __name__ == "__main__":
    build_all(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)

"""What ``depmap check`` costs as lists of parts grow, next to bare calamine on the same workbook: time and memory.

Two shapes: the flat list of `benchmarks.bench_reading`, and a product of assemblies within assemblies. Time per line
that stays the same from row to row is growth in proportion. ``BENCH_LINES="200000 1000000"`` adds sizes; a million
lines take minutes and 3 GB.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from benchmarks.bench_reading import BARE, COUNTRIES, KINDS, MAKERS, SEED, cost, workbook
from benchmarks.measure import compiled

LINES = (1_000, 10_000, 50_000)
HEADER = ("Level", "Part number", "Description", "Qty", "Manufacturer", "MPN", "Unit price (EUR)", "Country of Origin")
DEPTHS = (1, 2, 3, 3, 4, 4, 5, 5, 5, 6)
ASSEMBLIES = 0.12
"""Share of the lines that may have lines below them."""

CHECK = """
import sys
from depmap.app.cli import main
sys.exit(main(["check", sys.argv[1]]))
"""


def product(path: Path, lines: int) -> None:
    """A product in which an eighth of the lines are assemblies, five levels deep; parts recur five times."""
    dice = random.Random(SEED)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("BOM")
    sheet.write_row(0, 0, HEADER)
    parts, deepest = max(lines // 5, 100), 0
    for line in range(1, lines + 1):
        level = min(deepest, dice.choice(DEPTHS)) if line > 1 else 0
        part, quantity = dice.randrange(parts), dice.choice((1, 1, 2, 4))
        if line == 1 or dice.random() < ASSEMBLIES:
            deepest = level + 1
            sheet.write_row(line, 0, (level, f"ASM-{line:07d}", f"Assembly {line}", quantity))
            continue
        deepest = max(level, 1)
        maker = f"{MAKERS[part % len(MAKERS)]} {part % 30}" if part % 3 else MAKERS[part % len(MAKERS)]
        said = (f"PRT-{part:07d}", f"{KINDS[part % len(KINDS)]} {part % 997}", quantity, maker, f"M{part:07d}-X")
        price = round(0.01 + part % 1000 / 7, 4)
        sheet.write_row(line, 0, (level, *said, price, COUNTRIES[part % len(COUNTRIES)]))
    book.close()


SHAPES: dict[str, Callable[[Path, int], None]] = {"list": workbook, "product": product}


def main() -> None:
    """Print the table."""
    compiled()
    wanted = [int(number) for number in re.findall(r"\d+", os.environ.get("BENCH_LINES", ""))]
    print("| lines | shape | calamine alone | depmap check | ratio | per line | largest process |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for lines in (*LINES, *wanted):
            repetitions = 3 if lines <= 100_000 else 1
            for shape, write in SHAPES.items():
                path = Path(folder) / f"{shape}{lines}.xlsx"
                write(path, lines)
                bare, check = (cost([code, str(path)], repetitions) for code in (BARE, CHECK))
                times = f"{bare.seconds:.2f} s | {check.seconds:.2f} s | {check.seconds / bare.seconds:.1f}"
                per_line = f"{check.seconds / lines * 1e6:.0f} µs"
                print(f"| {lines:,} | {shape} | {times} | {per_line} | {check.megabytes:.0f} MB |", flush=True)
                path.unlink()


if __name__ == "__main__":
    main()

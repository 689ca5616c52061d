"""What reading a list of parts costs, next to bare calamine on the same workbook: processor time and memory.

``BENCH_LINES=1000000`` adds a list of a million lines to those of 1,000 and 50,000; that takes minutes and 3 GB.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from benchmarks.measure import PYTHON, ROOT, compiled

SEED = 20_261_122
LINES = (1_000, 50_000)
HEADER = ("Item", "Qty", "Designators", "Description", "Value", "Manufacturer", "MPN", "Supplier")
PRICED = (*HEADER, "Unit price (EUR)", "Country of Origin")
KINDS = ("Resistor", "Capacitor", "Connector", "Motor controller", "Sensor module", "Cable assembly", "Screw M3")
SHOPS = ("Mouser", "DigiKey", "Farnell", "TME")
COUNTRIES = ("China", "Germany", "Taiwan", "USA", "Japan", "Netherlands", "France", "South Korea")
MAKERS = ("Texas Instruments", "Murata", "Würth Elektronik", "STMicroelectronics", "Yageo", "Bosch", "Molex")
WIDER = {"DEPMAP_MAX_UNPACKED_BYTES": "1000000000", "DEPMAP_MEMORY_BYTES": "4000000000"}
"""The limits that a million lines need; docs/limits.md names them."""

BARE = """
import sys, python_calamine
python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python(skip_empty_area=False)
"""
READ = """
import sys, pathlib, bom
reading = bom.understand_file(pathlib.Path(sys.argv[1]))
sys.exit(len(reading.tables[0].lines) != int(sys.argv[2]))
"""
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    seconds: float
    """Processor seconds, child processes included."""

    megabytes: float
    """Memory of its largest process at its peak."""


def workbook(path: Path, lines: int) -> None:
    """A list of parts: lines and designators all differ, a fifth as many parts, few makers, prices and countries."""
    dice = random.Random(SEED)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("BOM")
    sheet.write_row(0, 0, PRICED)
    parts = max(lines // 5, 100)
    for line in range(1, lines + 1):
        part, quantity = dice.randrange(parts), dice.choice((1, 1, 2, 2, 4, 8, 10))
        kind = KINDS[part % len(KINDS)]
        places = ", ".join(f"{kind[0]}{10 * line + place}" for place in range(min(quantity, 4)))
        maker = f"{MAKERS[part % len(MAKERS)]} {part % 30}" if part % 3 else MAKERS[part % len(MAKERS)]
        number = f"{kind[:2].upper()}{part:06d}-{part % 7}X"
        words = (places, f"{kind} {part % 997} type {part % 13}", f"{part % 91}k", maker, number, dice.choice(SHOPS))
        price = round(0.01 + part % 1000 / 7, 4)
        sheet.write_row(line, 0, (line, quantity, *words, price, COUNTRIES[part % len(COUNTRIES)]))
    book.close()


def cost(command: Sequence[str], repetitions: int) -> Cost:
    """The least that a command took.

    Raises:
        subprocess.CalledProcessError: it did not end well, so its cost says nothing.
    """
    env = {**os.environ, **WIDER, "PYTHONUTF8": "1"}
    costs = []
    for _ in range(repetitions):
        measured = [PYTHON, "-c", MEASURED, PYTHON, "-c", *command]
        done = subprocess.run(measured, cwd=ROOT, env=env, check=True, capture_output=True, text=True, encoding="utf-8")
        seconds, memory = map(float, done.stdout.split()[-2:])
        costs.append(Cost(seconds, memory / 1e6))
    return min(costs, key=lambda each: each.seconds)


def main() -> None:
    """Print the table."""
    compiled()
    wanted = [int(number) for number in re.findall(r"\d+", os.environ.get("BENCH_LINES", ""))]
    print("| lines | calamine alone | depmap | ratio | calamine alone | depmap |")
    print("|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for lines in (*LINES, *wanted):
            path = Path(folder) / f"{lines}.xlsx"
            workbook(path, lines)
            repetitions = 5 if lines <= 100_000 else 1
            bare, read = (cost([code, str(path), str(lines)], repetitions) for code in (BARE, READ))
            times = f"{bare.seconds:.2f} s | {read.seconds:.2f} s | {read.seconds / bare.seconds:.1f}"
            print(f"| {lines:,} | {times} | {bare.megabytes:.0f} MB | {read.megabytes:.0f} MB |")
            path.unlink()


if __name__ == "__main__":
    main()

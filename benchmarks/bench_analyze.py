"""What a whole analysis with all its reports costs, per example system, and which heavy libraries it loads."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import BASELINE, PYTHON, ROOT, compare, table

HEAVY = ("IPython", "babel", "jinja2", "networkx", "numpy", "openpyxl", "pandas", "pyvis", "scipy", "xlsxwriter")


def analysis(workbook: Path, out: Path) -> Sequence[str]:
    """The command that analyses one workbook with all its reports; it does not look for decisions in the last ones."""
    return (PYTHON, "-m", "depmap", "analyze", str(workbook), "--force", "--out", str(out / workbook.stem))


def heavy_libraries(command: Sequence[str]) -> list[str]:
    """The heavy libraries that the command's own process imports."""
    timed = [command[0], "-X", "importtime", *command[1:]]
    result = subprocess.run(timed, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    seen = set(re.findall(r"\|\s+([A-Za-z_]\w*)$", result.stderr, re.MULTILINE))
    return [name for name in HEAVY if name in seen]


def main() -> None:
    """Print the tables."""
    workbooks = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".xlsx", ".csv"})
    with tempfile.TemporaryDirectory() as folder:
        commands = {f"depmap analyze {path.name}": analysis(path, Path(folder)) for path in workbooks}
        print(
            table("analysis, all reports", compare({"python -c 'import click'": BASELINE, **commands}, repetitions=5))
        )
        print("\n| analysis | heavy libraries loaded |\n|---|---|")
        for name, command in commands.items():
            print(f"| `{name}` | {', '.join(heavy_libraries(command)) or 'none'} |")


if __name__ == "__main__":
    main()

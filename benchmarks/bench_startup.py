"""What it costs to ask depmap anything at all, against the bare command line library."""

from __future__ import annotations

from benchmarks.measure import BASELINE, PYTHON, compare, table

COMMANDS = {
    "python -c 'import click'": BASELINE,
    "depmap --help": (PYTHON, "-m", "depmap", "--help"),
    "depmap --version": (PYTHON, "-m", "depmap", "--version"),
    "depmap analyze --help": (PYTHON, "-m", "depmap", "analyze", "--help"),
}


def main() -> None:
    """Print the table."""
    print(table("start-up", compare(COMMANDS, repetitions=9)))


if __name__ == "__main__":
    main()

"""The page on how often depmap is right: what the repository can show is computed, the rest stands with its date."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bom.classes.classify import classify
from bom.columns.headers import match
from bom.companies.suppliers import recognise
from depmap.core.countries import recognise_country
from tools.measured import BEFORE, HOW, LIMITS, MEASURED

CORPORA = Path(__file__).resolve().parent.parent / "tests" / "corpora"

KNOWN = """\
Every time `make docs` runs, this section is computed anew from `tests/corpora`, and the tests fail below what the
first column asks. These sets were there while depmap was made, so they show that nothing was lost, not what to
expect of a file that it has never seen. The 680 lines are the distinct lines of twelve public bills of materials,
with the class that a person gives them; unknown counts as wrong only where a person is sure."""


@dataclass(slots=True)
class Tally:
    """How often a class was given and needed."""

    given: int = 0
    """Lines that got it."""

    right: int = 0
    """Of these, lines of which it is a right answer."""

    clear: int = 0
    """Lines of which it is the first right answer, and unknown is none."""

    found: int = 0
    """Of these, lines that got a right answer."""


def accuracy_page() -> str:
    """What can be computed here, then what was measured on files that are not here, when and how."""
    tallies = _tallies()
    parts = ["# How often depmap is right", BEFORE, MEASURED, "## What the repository can show", KNOWN, _corpora()]
    parts += ["Classes, on the 680 lines:", _classes(tallies), "## How it was measured", HOW, "## Limits", LIMITS]
    return "\n\n".join(parts) + "\n"


def _corpora() -> str:
    """A line a corpus: how many cases, how many are answered as a person would."""
    total = _sum(_tallies().values())
    headers = [bool(found := match(title)) and found[0].field == field for title, field in _headers()]
    makers = [_as_labelled(row) for row in _rows("suppliers")]
    countries = [_country(row) for row in _rows("countries")]
    lines = ["| asked at least | what | cases | right |", "|---:|---|---:|---:|"]
    given, clear = _part(total.right, total.given), _part(total.found, total.clear)
    lines.append(f"| 95% | classes that are given, of the labelled lines | {total.given} | {given} |")
    lines.append(f"| 80% | lines of which the class is clear, found | {total.clear} | {clear} |")
    for title, answers in (
        ("titles of columns that mean one field", headers),
        ("hard names of makers: who it is, or that nobody knows", makers),
        ("hard names of countries, and words that are none", countries),
    ):
        lines.append(f"| 100% | {title} | {len(answers)} | {_part(sum(answers), len(answers))} |")
    return "\n".join(lines)


def _classes(tallies: dict[str, Tally]) -> str:
    lines = ["| class | given | of these right | clear | of these found |", "|---|---:|---:|---:|---:|"]
    for name in sorted(tallies):
        each = tallies[name]
        lines.append(
            f"| {name} | {each.given} | {_part(each.right, each.given)} | {each.clear}"
            f" | {_part(each.found, each.clear)} |"
        )
    return "\n".join(lines)


def _tallies() -> dict[str, Tally]:
    """Every class that was given or needed."""
    tallies: dict[str, Tally] = {}
    for row in _rows("labelled_lines"):
        numbers = row["mpn"].split(";") if row["mpn"] else []
        found = classify(row["description"], row["designators"].split(), row["category"], numbers)
        right = row["class"].split("|")
        if found is not None:
            given = tallies.setdefault(found.name, Tally())
            given.given += 1
            given.right += found.name in right
        if "" not in right:
            needed = tallies.setdefault(right[0], Tally())
            needed.clear += 1
            needed.found += found is not None and found.name in right
    return tallies


def _sum(tallies: Iterable[Tally]) -> Tally:
    counts: Counter[str] = Counter()
    for each in tallies:
        counts.update(given=each.given, right=each.right, clear=each.clear, found=each.found)
    return Tally(**counts)


def _headers() -> list[tuple[str, str]]:
    rows = (row for row in _rows("headers") if row["field"] and not row["title"].startswith("# "))
    return [(row["title"], row["field"]) for row in rows]


def _as_labelled(row: dict[str, str]) -> bool:
    found = recognise(row["text"])
    return (found.status, found.name, ";".join(found.possible)) == (row["status"], row["name"], row["possible"])


def _country(row: dict[str, str]) -> bool:
    found = recognise_country(row["text"], codes=row["codes"] == "yes")
    return ((found.code or ""), ";".join(found.options)) == (row["code"], row["options"])


def _rows(name: str) -> list[dict[str, str]]:
    with (CORPORA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _part(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"

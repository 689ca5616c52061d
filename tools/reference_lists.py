"""The page that lists what depmap knows beforehand: every reference list, whence it comes, what its cells may hold."""

from __future__ import annotations

from collections import Counter

from depmap.core.reference import ReferenceList, list_ids, shipped
from depmap.core.reference_kinds import CONFIDENCE

INTRODUCTION = """\
What depmap knows beforehand stands in lists, one CSV file each in `depmap/core/reference_lists/`. Every row names its
source and its confidence: *verified* was read in the source itself, *secondary* in a third party's copy or report,
*assumed* is general knowledge that nobody checked, and proves nothing about a product. A column `x_confidence` speaks
about column `x` alone. `python -m tools.assumed` prints every fact that is assumed.

`--reference FILE` extends or replaces a list with one of your own (see the [guide](guide.md)). A kind of cell that ends
in `?` may be empty, and its column may be left out; `word | other word` is a choice; `one of LIST` and `some of LIST`
are what identifies a row of another list."""


def reference_lists_page() -> str:
    """Every list with its description, its columns and how many of its facts are verified, secondary or assumed."""
    found = [shipped(list_id) for list_id in list_ids()]
    header = ["| list | rows | verified | secondary | assumed | state |", "|---|---|---|---|---|---|"]
    table = "\n".join([*header, *(_line(each) for each in found)])
    parts = ["# The reference lists", INTRODUCTION, "Facts by confidence:", table, *(_section(each) for each in found)]
    return "\n\n".join(parts) + "\n"


def _line(found: ReferenceList) -> str:
    """One line of the table: every confidence of every row is a fact."""
    columns = [name for name, kind in found.info.columns.items() if kind.removesuffix("?") == "confidence"]
    counts = Counter(row[name] for row in found.rows for name in columns)
    words = " | ".join(str(counts[word]) for word in CONFIDENCE)
    return f"| [{found.info.id}](#{found.info.id}) | {found.info.rows} | {words} | {found.info.published} |"


def _section(found: ReferenceList) -> str:
    info = found.info
    lines = [
        f"## {info.id}",
        f"{info.title.en} ({info.title.nl}). {info.publisher}, <{info.url}>, state {info.published}, taken over"
        f" {info.retrieved}. Rows are identified by {', '.join(f'`{name}`' for name in info.key)}.",
        info.note,
        f"Licence: {info.licence}",
        "\n".join(f"- `{name}`: {kind}" for name, kind in info.columns.items()),
    ]
    return "\n\n".join(lines)

"""The page that lists every fact of the reference lists that is only assumed, in a compact form."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.names import fold
from depmap.core.reference import ReferenceList, list_ids, shipped
from tools.assumed import assumed

INTRODUCTION = """\
What depmap knows beforehand stands in the [reference lists](reference-lists.md). Every row there names its source,
every fact its confidence, every list the date of its state and the date on which it was taken over. This page holds
every fact that is *assumed*: general knowledge that nobody looked up, or a source that does not settle it. Such a
fact proves nothing about a product and never makes an answer *yes*; the reports mark what rests on it. Correct it
with a list of your own (`--reference FILE`) or, about a company, with a supplier file.

A heading names a list, and what of its rows is assumed: one column, or the whole row. In front of each colon stands
the value, or what the rows have in common; behind it the rows. `python -m tools.assumed` prints the same as CSV, with
the source of every fact."""

IN_COMMON = {
    "class_materials": "component_class",
    "component_classes": "weeks",
    "country_aliases": "iso2",
    "export_controls": "status",
    "maker_words": "class",
    "manufacturers": "kind",
    "part_families": "class",
    "supplier_words": "kind",
}
"""By which column the rows of a list are brought together where the whole row is assumed."""


def facts_page() -> str:
    """Every assumed fact, by list, column and value."""
    total = sum(1 for _ in assumed())
    sections = [section for list_id in list_ids() for section in _sections(shipped(list_id))]
    return "\n\n".join(["# What is assumed", INTRODUCTION, f"{total:,} facts are assumed.", *sections]) + "\n"


def _sections(found: ReferenceList) -> list[str]:
    columns = [name for name, kind in found.info.columns.items() if kind.removesuffix("?") == "confidence"]
    return [section for column in columns if (section := _section(found, column))]


def _section(found: ReferenceList, confidence: str) -> str:
    """The rows of which this confidence is *assumed*; nothing when there are none."""
    column = confidence.removesuffix("confidence").removesuffix("_") or IN_COMMON.get(found.info.id, "")
    rows = [row for row in found.rows if row[confidence] == "assumed"]
    if not rows:
        return ""
    by_value: dict[str, list[str]] = {}
    for row in rows:
        by_value.setdefault(row[column] if column else "", []).append(_name(found, row, column))
    what = "the whole row" if confidence == "confidence" else column
    lines = [f"- {value or 'none'}: {_joined(by_value[value])}" for value in sorted(by_value, key=_in_order)]
    return "\n\n".join([f"## {found.info.id}: {what} ({len(rows):,})", "\n".join(lines)])


def _name(found: ReferenceList, row: Mapping[str, str], column: str) -> str:
    """What identifies a row, without the column that it is brought together by."""
    return " / ".join(row[key] for key in found.info.key if key != column)


def _joined(names: list[str]) -> str:
    return "; ".join(
        name.replace("|", "\\|").replace("<", "&lt;") for name in sorted(names, key=lambda name: (fold(name), name))
    )


def _in_order(value: str) -> tuple[float, str, str]:
    """Numbers by size, then words."""
    return (float(value), "", "") if value.isdigit() else (float("inf"), fold(value), value)

"""A component, or all commodities of a class, as a row of the page."""

from __future__ import annotations

from depmap.core.decisions import Decision
from depmap.core.evidence import Tier
from depmap.core.text import Language
from reports.columns.listing import COLUMNS, decided
from reports.page.sifting import said
from reports.page.words import WORDS
from reports.words import criticality as critical
from reports.words import names, remedies, summary
from reports.words import statements as say
from reports.words.format import number, visible
from reports.words.rows import CommodityGroup, ComponentRow
from reports.words.weeks import duration

NAMED = 200
"""Components of a group that are named; the workbook has them all."""

_SHOWN = frozenset(
    "rank component description band worst_low worst_high why through who how_long alternatives measures tier cells "
    "grade decision remark fingerprint system reasons standstill_low standstill_high".split()
)
"""The columns of the workbook that the page tells in its own way."""


def entry(each: ComponentRow | CommodityGroup, place: int, language: Language) -> dict[str, object]:
    """A row of the list; ``place`` is its place in the order of the list."""
    row = {"place": place, "is_group": isinstance(each, CommodityGroup), **_measured(each, language)}
    return row | (_group(each, language) if isinstance(each, CommodityGroup) else _component(each, language))


def _measured(each: ComponentRow | CommodityGroup, language: Language) -> dict[str, object]:
    """What a component and a group have in common; a group is as grave and lasts as long as its worst."""
    rows = each.rows if isinstance(each, CommodityGroup) else (each,)
    grade = max(row.grade for row in rows)
    band, tier = rows[0].criticality.band, max((critical.evidence(row) for row in rows), key=list(Tier).index)
    return {
        "rank": rows[0].rank,
        "last": rows[-1].rank,
        "grade": grade.key,
        "grade_number": int(grade),
        "grade_word": grade.text[language],
        "grade_mark": grade.mark,
        "band": band.key,
        "band_word": band.text[language],
        "standstill": duration(rows[0].criticality.weeks)[language],
        "measures": [measure[language] for measure in remedies.measures_for(rows)],
        "tier": tier.text[language],
        "tier_key": tier.value,
        "decided": told(each.decision, language),
    }


def told(decision: Decision | None, language: Language) -> str:
    """A decision and its remark in one text; empty when there is none."""
    if decision is None:
        return ""
    return "\n".join(part for part in (decided(decision, language), decision.remark) if part)


def _component(row: ComponentRow, language: Language) -> dict[str, object]:
    """What the page shows of one component; ``fields`` are the columns that have no place of their own."""
    return {
        "node": names.key(row.node),
        "made_in": " ".join(names.key(each) for each in row.made_in),
        "sift": said(row),
        "id": visible(row.component.id),
        "name": visible(row.component.description or row.component.id),
        "why": critical.why(row, language),
        "chain": critical.chain(row, language),
        "who": critical.who(row, language),
        "losses": critical.how_long(row, language)[1:],
        "alternatives": remedies.alternatives(row, language).split("\n"),
        "headline": remedies.headline(row, language),
        "cells": summary.cells(row.cells, language, 4) or "–",
        "reasons": say.reasons(row, language),
        "fields": _fields(row, language),
    }


def _group(group: CommodityGroup, language: Language) -> dict[str, object]:
    parts = [
        {
            "node": names.key(row.node),
            "made_in": " ".join(names.key(each) for each in row.made_in),
            "sift": said(row),
            "decided": told(row.decision, language),
            "id": visible(row.component.id),
            "name": visible(row.component.description or row.component.id),
            "standstill": duration(row.criticality.weeks)[language],
            "who": "; ".join(critical.who(row, language)),
            "reasons": say.reasons(row, language),
        }
        for row in group.rows
    ]
    return {
        "subject": names.key(group.subject),
        "name": critical.group_name(group, language),
        "why": critical.group_why(group, language),
        "losses": (),
        "lines": WORDS["in_lines"].format(lines=group.lines)[language],
        "parts": parts[:NAMED],
        "more": max(0, len(parts) - NAMED),
    }


def _fields(row: ComponentRow, language: Language) -> list[tuple[str, list[str]]]:
    fields = []
    for column in COLUMNS:
        if column.key not in _SHOWN:
            value = column.value(row, language)
            plain = number(value, language) if isinstance(value, (int, float)) else value
            fields.append((column.title[language], (plain or WORDS["not_stated"][language]).split("\n")))
    return fields

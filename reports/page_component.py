"""A component as a row of the page."""

from __future__ import annotations

from depmap.core.answers import Missing, Weeks
from depmap.core.text import Language, Text
from reports import names
from reports import statements as say
from reports.columns import COLUMNS
from reports.format import number, visible
from reports.rows import ComponentRow
from reports.weeks import duration
from reports.words import WORDS


def component(row: ComponentRow, place: int, language: Language) -> dict[str, object]:
    """What the page shows of a component; ``fields`` are the columns of the workbook that have no column here.

    Args:
        row: the component.
        place: its place among the listed ones by length of standstill, the longest first.
        language: of the page.
    """
    shown = {
        "rank",
        "grade",
        "system",
        "component",
        "description",
        "reasons",
        "decision",
        "remark",
        "sources",
        "manufacture",
        "standstill_class",
        "standstill_low",
        "standstill_high",
    }
    fields = []
    for column in COLUMNS:
        if column.key in shown:
            continue
        value = column.value(row, language)
        text = number(value, language) if isinstance(value, (int, float)) else value or WORDS["not_stated"][language]
        fields.append((column.title[language], text.split("\n")))
    return {
        "rank": row.rank,
        "node": names.key(row.node),
        "grade": row.grade.key,
        "grade_number": int(row.grade),
        "grade_word": row.grade.text[language],
        "grade_mark": row.grade.mark,
        "id": visible(row.component.id),
        "name": visible(row.component.description or row.component.id),
        "reasons": say.reasons(row, language),
        "sources": _sources(row, language),
        "standstill": duration(row.outage.standstill if row.outage else Weeks(0.0, None))[language],
        "standstill_class": _class(row)[language],
        "standstill_place": place,
        "fields": fields,
    }


def _class(row: ComponentRow) -> Text:
    known = row.component.component_class
    return Missing.CLASS.text if known is None else names.standstill_text(known)


def _sources(row: ComponentRow, language: Language) -> list[dict[str, str]]:
    """Maker and country of manufacture of each source, each with its evidence."""
    return [
        {
            "maker": say.stated(each.source.manufacturer, language, of_country=False)
            if each.source.manufacturer.known
            else WORDS["maker_unknown"][language],
            "country": say.stated(each.source.manufacture, language)
            if each.source.manufacture.value
            else WORDS["country_unknown"][language],
            "tier": each.source.manufacture.tier.text[language],
            "tier_key": each.source.manufacture.tier.value,
        }
        for each in row.sources
    ]

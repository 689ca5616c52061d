"""What people decided in earlier runs, for programs and as a table of what found no component."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.decisions import Choice, Decision, fingerprint
from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.columns.listing import COLUMNS, decided
from reports.page.component import NAMED
from reports.page.systems import ROWS, System
from reports.tables.shared import Table, table
from reports.words.format import visible
from reports.words.names import class_text, key
from reports.words.rows import CommodityGroup, ComponentRow

APART = Text("Besluiten zonder component", "Decisions without a component")
"""The name of what is kept of components that are gone."""

CHOICES = Text(
    ",".join(choice.text.nl for choice in Choice),
    ",".join(choice.text.en for choice in Choice),
)
"""What a reader may decide, separated by commas."""


def items(analysis: Analysis) -> list[dict[str, object]]:
    """Every decision, those whose component is gone last; ``present`` says which is which."""
    held = sorted(analysis.decisions.held.values(), key=_place)
    return [
        *(item(each) | {"present": True} for each in held),
        *(item(each) | {"present": False} for each in analysis.decisions.apart),
    ]


def item(decision: Decision) -> dict[str, object]:
    """One decision, as ``findings.json`` and ``decisions.json`` have it."""
    return {
        "system": decision.system or None,
        "component": decision.component,
        "class": decision.component_class,
        "decision": decision.choice,
        "remark": decision.remark or None,
        "fingerprint": decision.fingerprint,
    }


def _place(decision: Decision) -> tuple[str, bool, str, str]:
    is_class = decision.component is None
    return decision.system, is_class, decision.component or decision.component_class or "", decision.fingerprint


def apart(analysis: Analysis) -> Table:
    """The decisions whose component is gone, with headings by which a later run reads them again."""
    language = analysis.run.language
    titles = {column.key: column.title for column in COLUMNS}
    heads = (
        (titles["system"], 24),
        (titles["component"], 24),
        (titles["decision"], 14, "entry"),
        (titles["remark"], 48, "entry"),
        (titles["fingerprint"], 19),
        (Text("Gelezen uit", "Read from"), 44),
    )
    rows = (
        (
            visible(each.system) or None,
            about(each, language),
            decided(each, language),
            each.remark or None,
            each.fingerprint,
            visible(each.origin),
        )
        for each in analysis.decisions.apart
    )
    return table("apart", APART, heads, rows, language)


def about(decision: Decision, language: Language) -> str | None:
    """The component or the class that a decision is about, in words."""
    if decision.component_class:
        return class_text(decision.component_class)[language]
    return visible(decision.component or "") or None


def for_page(systems: Iterable[System], analysis: Analysis) -> dict[str, object]:
    """What the page needs to take decisions: whom its rows are about, and what is decided."""
    return {
        "choices": [choice.value for choice in Choice],
        "kept": items(analysis),
        "systems": [{"system": system.name, "rows": _rows(system)} for system in systems],
    }


def _rows(system: System) -> dict[str, list[str]]:
    """Fingerprint and id of what can be decided on, by the name that the page has for its row."""
    name = system.system.bom.system
    found: dict[str, list[str]] = {}
    for entry in system.parts.entries[:ROWS]:
        rows: tuple[ComponentRow, ...]
        if isinstance(entry, CommodityGroup):
            found[key(entry.subject)] = [fingerprint(name, entry.subject), visible(entry.component_class)]
            rows = entry.rows[:NAMED]
        else:
            rows = (entry,)
        found.update({key(row.node): [fingerprint(name, row.node), visible(row.component.id)] for row in rows})
    return found

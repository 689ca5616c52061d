"""What could be done about a component: known makers of its class by region, and the measures of the ministry's letter.

The measures follow from what the rules found, one to one; they are candidates, not advice.
"""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.alternatives import Maker, makers_in, makers_of
from depmap.core.countries import group_members
from depmap.core.text import Language, Text
from reports import names
from reports.format import visible
from reports.rows import ComponentRow

NAMED = 4
"""How many makers of a region are named."""

EUROPE = "EU+EEA+UA"
"""The group that counts as European."""

_REGIONS = (
    ("NL", Text("Nederland", "Netherlands")),
    ("NL+neighbours", Text("buurlanden", "neighbours")),
    (EUROPE, Text("Europa", "Europe")),
    ("NATO", Text("bondgenoten", "allies")),
)
"""From near to far: a maker is named where it comes first."""

_NONE = Text("in Europa geen bekend", "in Europe none known")
_NOT_LISTED = Text("niet in de lijst van fabrikanten", "not in the list of manufacturers")
_MORE = Text("en {count} andere", "and {count} others")

_MEASURES = (
    (("DM101", "DM102", "DM107", "DM108", "DM109"), Text("tweede bron", "second source")),
    (("DM107", "DM111", "DM112", "DM113", "DM503"), Text("voorraad", "stock")),
    (("DM104", "DM201", "DM202", "DM204"), Text("aanvullende afspraken", "extra terms")),
    (
        ("DM103", "DM114"),
        Text("ontwikkelen met markt en kennisinstellingen", "develop with market and knowledge institutes"),
    ),
    (("DM104", "DM110"), Text("parallel traject", "parallel track")),
    (("DM105", "DM106", "DM601", "DM602", "DM603"), Text("herkomst aantonen", "show the origin")),
)
"""Rules, and the measure of the letter that answers them."""


def alternatives(row: ComponentRow, language: Language) -> str | None:
    """Other makers of the same class by region, from near to far; None for an unknown class."""
    component_class = row.component.component_class
    if component_class is None:
        return None
    if not makers_of(component_class):
        return _NOT_LISTED[language]
    own = {str(source.source.manufacturer.value) for source in row.sources}
    parts: list[str] = []
    named = set(own)
    for group, title in _REGIONS:
        found = [maker for maker in makers_in(component_class, group_members(group)) if maker.name not in named]
        named.update(maker.name for maker in found)
        if found:
            parts.append(f"{title[language]}: {_listed(found, language)}")
    if not makers_in(component_class, group_members(EUROPE)):
        parts.insert(0, _NONE[language])
    return "; ".join(parts) or None


def _listed(makers: list[Maker], language: Language) -> str:
    shown = [f"{visible(maker.name)} ({names.country(maker.seat, language)})" for maker in makers[:NAMED]]
    if len(makers) > NAMED:
        shown.append(_MORE.format(count=len(makers) - NAMED)[language])
    return ", ".join(shown)


def measures(row: ComponentRow, language: Language) -> str | None:
    """Candidate measures in the words of the letter, for the findings that nobody accepted; None without any."""
    found = {finding.rule for finding in row.findings if not finding.accepted}
    return ", ".join(_said(found, language)) or None


def _said(found: set[str], language: Language) -> Iterable[str]:
    return (measure[language] for rules, measure in _MEASURES if found.intersection(rules))

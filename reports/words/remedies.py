"""What could be done about a component: known makers of its class by region, and the measures of the ministry's letter.

The measures follow from what the rules found, one to one; they are candidates, not advice.
"""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.alternatives import Maker, makers_in, makers_of
from depmap.core.answers import Verdict
from depmap.core.countries import group_members
from depmap.core.text import Language, Text
from reports.words import names
from reports.words.format import visible
from reports.words.rows import ComponentRow

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
"""From near to far: a maker is named in the first region that holds both its seat and its owner.

As in the layer of control, the owner counts beside the seat: a maker in the Netherlands that is owned from France is
European, not Dutch.
"""

_NONE = Text("geen Europese fabrikant bekend", "no European manufacturer known")
_NO_CLASS = Text("niet te zeggen: componentklasse onbekend", "cannot be said: component class unknown")
_ONLY_OWN = Text("geen andere bekend dan de eigen bron", "none known but its own source")
_OTHERS = Text(
    "andere fabrikanten van deze klasse (geen bewezen vervanger): {makers}",
    "other makers of this class (not proven replacements): {makers}",
)
_NOT_LISTED = Text("geen fabrikant van deze klasse bekend", "no manufacturer of this class known")
_OWNED = Text("{seat}, eigenaar in {owner}", "{seat}, owner in {owner}")
_MORE = Text("en {count:ander|andere}", "and {count:other|others}")

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

_WITHOUT_RULE = {Verdict.YES: "DM101", Verdict.CANNOT_DECIDE: "DM105"}
"""The rule whose measure fits a component that no rule names: it has no source left, or that is not known."""


def alternatives(row: ComponentRow, language: Language) -> str:
    """Other makers of the same class, a line for each region from near to far; what is not known is said."""
    component_class = row.component.component_class
    if component_class is None:
        return _NO_CLASS[language]
    if not makers_of(component_class):
        return _NOT_LISTED[language]
    parts = [f"{title[language]}: {_listed(found, language)}" for _, title, found in _nearest(row)]
    if not makers_in(component_class, group_members(EUROPE)):
        parts.insert(0, _NONE[language])
    return "\n".join(parts) or _ONLY_OWN[language]


def headline(row: ComponentRow, language: Language) -> str:
    """The same in a line: how many in each region, or what is not known."""
    if not makers_of(row.component.component_class):
        return alternatives(row, language)
    counts = ", ".join(f"{title[language]} {len(found)}" for _, title, found in _nearest(row))
    if not makers_in(row.component.component_class, group_members(EUROPE)):
        return f"{_NONE[language]}; {counts}" if counts else _NONE[language]
    return _OTHERS.format(makers=counts)[language] if counts else _ONLY_OWN[language]


def by_region(row: ComponentRow) -> dict[str, list[str]] | None:
    """The same for programs: group of countries -> names; None where the list of manufacturers does not have the class.

    A maker is named in the nearest group only; a group that is empty has none that another one does not name.
    """
    if not makers_of(row.component.component_class):
        return None
    return {group: [maker.name for maker in found] for group, _, found in _nearest(row, empty=True)}


def _nearest(row: ComponentRow, empty: bool = False) -> Iterable[tuple[str, Text, list[Maker]]]:
    """Each region, from near to far, with the other makers that no nearer one has."""
    named = {str(source.source.manufacturer.value) for source in row.sources}
    for group, title in _REGIONS:
        makers = makers_in(row.component.component_class, group_members(group))
        found = [maker for maker in makers if maker.name not in named]
        named.update(maker.name for maker in found)
        if found or empty:
            yield group, title, found


def _listed(makers: list[Maker], language: Language) -> str:
    shown = [f"{visible(maker.name)} ({_where(maker, language)})" for maker in makers[:NAMED]]
    if len(makers) > NAMED:
        shown.append(_MORE.format(count=len(makers) - NAMED)[language])
    return ", ".join(shown)


def _where(maker: Maker, language: Language) -> str:
    """Where it is seated; and its owner's country where that is another, since it decides which region names it."""
    seat = names.country(maker.seat, language)
    if maker.owner in ("", maker.seat):
        return seat
    return _OWNED.format(seat=seat, owner=names.country(maker.owner, language))[language]


def measures(row: ComponentRow, language: Language) -> str | None:
    """Candidate measures in the words of the letter; None without any."""
    return "\n".join(measure[language] for measure in measures_for([row])) or None


def measures_for(rows: Iterable[ComponentRow]) -> list[Text]:
    """The measures for the findings that nobody accepted; where no rule found anything, for what the losses do."""
    rules: set[str] = set()
    for row in rows:
        rules.update(finding.rule for finding in row.findings if not finding.accepted)
        if not row.findings and not row.criticality.survives:
            rules.add(_WITHOUT_RULE[row.criticality.stops])
    return [measure for answers, measure in _MEASURES if rules.intersection(answers)]

"""What the reports say about components, in words: grades, facts with their evidence, reasons, sources, verdicts."""

from __future__ import annotations

from depmap.core.answers import Verdict
from depmap.core.evidence import Fact, Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Grade
from depmap.core.text import Language, Text
from reports.words import names
from reports.words.format import visible
from reports.words.rows import ComponentRow


def graded(grade: Grade, language: Language) -> str:
    """The grade as a word and a mark: ``hoog ●●●○``."""
    return f"{grade.text[language]} {grade.mark}"


def stated(fact: Fact, language: Language, of_country: bool = True) -> str:
    """A fact in words; what is only assumed stays unknown, with the assumption beside it."""
    value = fact.value
    if value is not None:
        value = names.country(value, language) if of_country else visible(value)
    if fact.known and value is not None:
        return value
    none = Tier.UNKNOWN.text[language]
    if value is None:
        return none
    return f"{none} ({ {'nl': 'aangenomen', 'en': 'assumed'}[language] }: {value})"


def evidenced(fact: Fact, language: Language, of_country: bool = True) -> str:
    """A fact in words with its evidence behind it, unless the words say that already."""
    words = stated(fact, language, of_country)
    return f"{words} ({fact.tier.text[language]})" if fact.known else words


def reasons(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The messages of the findings, each with its rule and, when accepted, the acceptance."""
    accepted = {"nl": "geaccepteerd", "en": "accepted"}[language]
    return tuple(
        f"{finding.rule} {finding.grade.text[language]}: {visible(finding.message[language])}"
        + (f" [{accepted}: {visible(finding.accepted)}]" if finding.accepted else "")
        for finding in row.findings
    )


def sources(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The manufacturers with their part numbers, and who sells them."""
    sold_by = {"nl": "via", "en": "through"}[language]
    found = []
    for each in row.sources:
        text = stated(each.source.manufacturer, language, of_country=False)
        if each.source.part_number:
            text += f", {visible(each.source.part_number)}"
        if each.source.typed_as_manufacturer:
            text += f" ({_TYPED[language]} {visible(each.source.typed_as_manufacturer)})"
        if each.source.distributors:
            text += f" ({sold_by} {', '.join(visible(name) for name in each.source.distributors)})"
        found.append(text)
    return _numbered(found)


def countries(row: ComponentRow, field: str, language: Language) -> tuple[str, ...]:
    """One of the facts of each source, numbered like the sources; one line where all agree."""
    found = [stated(dict(each.fields)[field], language, of_country=field != "parent") for each in row.sources]
    return _numbered(found) if len(set(found)) > 1 else tuple(found[:1])


def owners(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The ultimate parent of each maker, with the country of that parent."""
    found = []
    for each in row.sources:
        facts = dict(each.fields)
        parent = stated(facts["parent"], language, of_country=False)
        place = stated(facts["ownership"], language)
        found.append(parent if not (facts["parent"].known or facts["ownership"].known) else f"{parent}, {place}")
    return _numbered(found) if len(set(found)) > 1 else tuple(found[:1])


def evidence(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The weakest evidence of each field over all sources."""
    order = list(Tier)
    weakest: dict[str, Tier] = {}
    for each in row.sources:
        for field, fact in each.fields:
            weakest[field] = max(weakest.get(field, Tier.PROVEN), fact.tier, key=order.index)
    return tuple(f"{FIELDS[field][language]}: {tier.text[language]}" for field, tier in weakest.items())


def verdicts(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The groups of countries from which this component keeps the system from being built, by layer and verdict."""
    groups: dict[tuple[Layer, Verdict], list[str]] = {}
    for each in row.verdicts:
        groups.setdefault((each.layer, each.verdict), []).append(each.group)
    return tuple(
        f"{layer.text[language]}, {verdict.text[language]}: {', '.join(names)}"
        for (layer, verdict), names in groups.items()
    )


_TYPED = Text("de stuklijst noemt alleen de distributeur", "the bill of materials names only the distributor")

FIELDS = {
    "manufacturer": Text("fabrikant", "manufacturer"),
    "manufacture": Text("productie", "manufacture"),
    "seat": Text("vestiging", "seat"),
    "parent": Text("eigenaar", "owner"),
    "ownership": Text("land van eigendom", "country of ownership"),
}
"""The facts of a source, in a word or two."""


def _numbered(lines: list[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {line}" for number, line in enumerate(lines, 1)) if len(lines) > 1 else tuple(lines)


def listed(items: list[str], language: Language, limit: int = 6) -> str:
    """A few items by name and the rest as a number."""
    more = len(items) - limit
    tail = {"nl": f" en nog {more}", "en": f" and {more} more"}[language] if more > 0 else ""
    return ", ".join(items[:limit]) + tail

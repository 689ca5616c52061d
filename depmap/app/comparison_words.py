"""What is compared, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depmap.core.answers import Verdict, Weeks
from depmap.core.countries import country_name, groups
from depmap.core.evidence import Tier
from depmap.core.graph import Kind, Role
from depmap.core.judgement import Grade
from depmap.core.material_words import KINDS as OF_MATERIALS
from depmap.core.shares import Outcome
from depmap.core.text import LANGUAGES, Text, same
from reports.words import names
from reports.words import weeks as in_weeks
from reports.words.format import number
from risk_rules import all_rules

ABSENT = Text("niet aanwezig", "not there")
PRESENT = Text("aanwezig", "there")
SUM = Text("samen", "together")
ORDERS = Text("per orde", "by order")

COUNTS: Mapping[str, Text] = {
    "unknown_origin_lines": Text("regels zonder land van productie", "lines without a country of manufacture"),
    "unknown_manufacturer_lines": Text("regels zonder fabrikant", "lines without a manufacturer"),
    "lines_in_question": Text(
        "regels waarvan onbekend is of zij meetellen", "lines of which it is open whether they count"
    ),
    "questions": Text("vragen over de werkmap zonder antwoord", "questions about the workbook without an answer"),
}
"""What is counted as not known, by its key in ``findings.json``."""

_FIELDS: Mapping[str, Text] = {
    "supplier": Role.MANUFACTURER.text,
    "manufacture": Role.MANUFACTURE.text,
    "seat": Role.SEAT.text,
    "parent": Role.PARENT.text,
    "ownership": Role.OWNERSHIP.text,
    "class": Text("componentklasse", "component class"),
}
_COUNTRIES = ("manufacture", "seat", "ownership")
_STOPS = {
    Verdict.YES: Text("ja", "yes"),
    Verdict.NO: Text("stopt niet", "does not stop"),
    Verdict.CANNOT_DECIDE: Text("misschien", "perhaps"),
}


def called(node: str, descriptions: Mapping[str, str]) -> Text:
    """What people call a node, as far as its id and the descriptions of components by their id tell."""
    kind, _, name = node.partition(":")
    if kind == Kind.COUNTRY:
        return country(name)
    if kind in OF_MATERIALS:
        return names.of_materials(node)
    if kind == Kind.UNKNOWN:
        role = name.partition("/")[0]
        return _UNKNOWN.format(what=Role(role).text if role in tuple(Role) else same(role))
    description = descriptions.get(name, "").split("\n")[0] if kind == Kind.COMPONENT else ""
    return same(f"{description} ({name})" if description and description != name else name)


def country(code: str) -> Text:
    """The name of a country."""
    return Text(country_name(code, "nl"), country_name(code, "en"))


def group(identity: str) -> Text:
    """The name of a group of countries; of one that a policy made, its id."""
    return groups().get(identity, same(identity))


def law(test: str) -> Text:
    """The law of a content test: ``SAFE`` of ``SAFE-16(10)``."""
    return same(test.partition("-")[0])


def content(verdict: str, ends: tuple[float, float]) -> Text:
    """The outcome of a content test with the share that comes from outside, to a tenth of a percent."""
    told = {
        language: " - ".join(dict.fromkeys(f"{number(100 * end, language, 1)}%" for end in ends))
        for language in LANGUAGES
    }
    outcome = Outcome(verdict).text
    return Text(f"{outcome.nl} ({told['nl']})", f"{outcome.en} ({told['en']})")


def standstill(stops: Verdict, lasting: Weeks) -> Text:
    """Whether it stops, and how long."""
    if stops is Verdict.NO:
        return _STOPS[stops]
    words = weeks(lasting)
    return words if stops is Verdict.YES else Text(f"{_STOPS[stops].nl}: {words.nl}", f"{_STOPS[stops].en}: {words.en}")


def weeks(lasting: Weeks) -> Text:
    """A number of weeks."""
    return in_weeks.duration(lasting)


def points(low: float, high: float) -> Text:
    """Points of the bonus-malus statement."""
    if low == high:
        return Text(number(low, "nl", 1), number(low, "en", 1))
    return Text(
        f"{number(low, 'nl', 1)} tot {number(high, 'nl', 1)}", f"{number(low, 'en', 1)} to {number(high, 'en', 1)}"
    )


def point(certain: bool) -> Text:
    """Whether the loss of one node certainly stops the system."""
    return Text("stopt het systeem", "stops the system") if certain else Text("misschien", "perhaps")


def orders(ends: Sequence[tuple[str, int, int]]) -> Text:
    """How many sets there are of every order, at least and at most: ``1: 54 to 55; 2: 38``."""
    return Text(
        "; ".join(f"{order}: {low}" + (f" tot {high}" if high > low else "") for order, low, high in ends),
        "; ".join(f"{order}: {low}" + (f" to {high}" if high > low else "") for order, low, high in ends),
    )


def titles() -> Mapping[str, Text]:
    """The names of the rules by their id."""
    return {rule.id: rule.title for rule in all_rules()}


def finding(rule: str, known: Mapping[str, Text]) -> Text:
    """The rule of a finding; of one that is no more, its id."""
    return Text(f"{rule} {known[rule].nl}", f"{rule} {known[rule].en}") if rule in known else same(rule)


def graded(grade: Grade, message: Text, accepted: bool) -> Text:
    """A finding in words."""
    word = Text("{grade}, geaccepteerd: {message}", "{grade}, accepted: {message}") if accepted else _GRADED
    return word.format(grade=grade.text, message=message)


def of(name: Text, field: str) -> Text:
    """One fact of something: ``Motor (M-1), country of manufacture``."""
    return Text("{name}, {field}", "{name}, {field}").format(name=name, field=_FIELDS[field])


def kind(component_class: str | None) -> Text:
    """A component class."""
    return names.class_text(component_class)


def fact(field: str, told: Iterable[tuple[str, str]]) -> Text:
    """What is known of it, source by source, and how well."""
    words = [_value(field, value, tier) for value, tier in told]
    return Text("; ".join(each.nl for each in words), "; ".join(each.en for each in words))


def plain(value: int) -> Text:
    """A count."""
    return Text(number(value, "nl"), number(value, "en"))


def _value(field: str, value: str, tier: str) -> Text:
    how = Tier(tier).text if tier in tuple(Tier) else same(tier)
    if not value:
        return how
    called_so = country(value) if field in _COUNTRIES else same(value)
    return Text("{value} ({how})", "{value} ({how})").format(value=called_so, how=how)


_UNKNOWN = Text("onbekend: {what}", "unknown: {what}")
_GRADED = Text("{grade}: {message}", "{grade}: {message}")

"""What a policy file says about standstill: how long recovery takes, how many are made a week, the named losses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from depmap.core.graph import Kind
from depmap.core.material_words import KINDS as OF_MATERIALS
from depmap.core.material_words import is_of_materials
from depmap.core.reference import load
from depmap.core.text import Text, same
from depmap.core.toml_table import Table, choices
from risk_rules.policy import Group, Scenario
from risk_rules.policy_countries import check_country
from risk_rules.policy_materials import check_word, export_control

KINDS = (Kind.SUPPLIER, Kind.PARENT, Kind.COUNTRY, Kind.COMPONENT, Kind.ASSEMBLY, *OF_MATERIALS)
"""What can be lost by name."""

SLOWEST, FASTEST = 0.001, 1_000_000.0
"""Systems a week; what lies outside is a slip of the pen."""

LONGEST = 1_000.0
"""Weeks of recovery; what is longer is a slip of the pen."""


def typical_weeks() -> Mapping[str, float]:
    """Component class -> weeks until another one is qualified, as the reference list assumes it."""
    return {row["id"]: float(row["weeks"]) for row in load("component_classes").rows}


def standstill(
    table: Table, weeks: Mapping[str, float], systems_per_week: float | None
) -> tuple[Mapping[str, float], float | None]:
    """The recovery of every class and the systems a week, with what the table ``[standstill]`` changes.

    Raises:
        PolicyError: an unknown class, or a number that cannot be one.
    """
    table.only(("systems_per_week", "weeks"))
    if "systems_per_week" in table.content:
        systems_per_week = _number(table, "systems_per_week", SLOWEST, FASTEST)
    given = table.table("weeks")
    for name in given.content:
        if name not in weeks:
            raise given.wrong(name, _NO_CLASS.format(name=name), choices(name, weeks))
    return {**weeks, **{name: _number(given, name, 0, LONGEST) for name in given.content}}, systems_per_week


def scenarios(
    entries: Iterable[Table], groups: Mapping[str, Group], before: tuple[Scenario, ...]
) -> tuple[Scenario, ...]:
    """The named losses, those of the file behind those there were; one with a known name takes its place.

    Raises:
        PolicyError: an entry without a name or a loss, or with a node, country or group that cannot be.
    """
    found = {each.name: each for each in before}
    named: set[str] = set()
    for entry in entries:
        each = _scenario(entry, groups)
        if each.name in named:
            raise entry.wrong("name", _NAMED_TWICE.format(name=each.name))
        named.add(each.name)
        found[each.name] = each
    return tuple(found.values())


def _scenario(entry: Table, groups: Mapping[str, Group]) -> Scenario:
    entry.only(("name", "nl", "en", *_LOSSES, "materials"))
    entry.needs("name")
    name = entry.word("name")
    said = [key for key in _LOSSES if key in entry.content]
    if not said or (len(said) > 1 and said != ["lose", "only"]):
        raise entry.wrong("name", _ONE_LOSS.format(name=name), _WHICH_LOSS)
    title = same(name)
    country, materials = export_control(entry)
    words = {language: entry.word(language) for language in ("nl", "en") if language in entry.content}
    return Scenario(
        name=name,
        title=Text(words.get("nl", title.nl), words.get("en", title.en)),
        lose=_lost(entry, groups),
        only=_group(entry, "only", groups),
        each=_group(entry, "each", groups),
        largest=_largest(entry),
        export_control=country,
        materials=materials,
    )


def _lost(entry: Table, groups: Mapping[str, Group]) -> tuple[str, ...]:
    if "lose" not in entry.content:
        return ()
    nodes = entry.words("lose")
    if not nodes:
        raise entry.mistyped("lose", Text("minstens een knoop", "at least one node"))
    for node in nodes:
        kind, _, name = node.partition(":")
        if not name or kind not in (*KINDS, "group"):
            raise entry.wrong("lose", _NO_NODE.format(node=node), _NODE)
        if kind == Kind.COUNTRY:
            check_country(entry, "lose", name)
        if is_of_materials(node):
            check_word(entry, "lose", node)
        if kind == "group" and name not in groups:
            raise entry.wrong("lose", _NO_GROUP.format(name=name), choices(name, groups))
    return nodes


def _group(entry: Table, key: str, groups: Mapping[str, Group]) -> str | None:
    if key not in entry.content:
        return None
    name = entry.word(key).removeprefix("group:")
    if name not in groups:
        raise entry.wrong(key, _NO_GROUP.format(name=name), choices(name, groups))
    return name


def _largest(entry: Table) -> bool:
    if "largest" in entry.content and entry.word("largest") != Kind.SUPPLIER:
        raise entry.mistyped("largest", same('"supplier"'))
    return "largest" in entry.content


def _number(table: Table, key: str, low: float, high: float) -> float:
    value = table.content[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise table.mistyped(key, _BETWEEN.format(low=f"{low:g}", high=f"{high:.0f}"))
    return float(value)


_LOSSES = ("lose", "only", "each", "largest", "export_control")

_NO_CLASS = Text("er is geen componentklasse ‘{name}’.", "there is no component class “{name}”.")
_NO_GROUP = Text("er is geen landengroep ‘{name}’.", "there is no country group “{name}”.")
_BETWEEN = Text("een getal van {low} tot en met {high}", "a number from {low} to {high}")
_NO_NODE = Text("‘{node}’ kan niet wegvallen.", "“{node}” cannot be lost.")
_NODE = Text(
    f"Schrijf soort en naam, zoals country:CN; soorten: {', '.join(KINDS)}, group.",
    f"Write kind and name, such as country:CN; kinds: {', '.join(KINDS)}, group.",
)
_NAMED_TWICE = Text("er zijn twee scenario's ‘{name}’.", "there are two scenarios “{name}”.")
_ONE_LOSS = Text("scenario ‘{name}’ zegt niet wat er wegvalt.", "scenario “{name}” does not say what is lost.")
_WHICH_LOSS = Text(
    "Geef ‘lose’ of ‘only’ of beide, of een van ‘each’, ‘largest’ en ‘export_control’ alleen.",
    "Give “lose” or “only” or both, or one of “each”, “largest” and “export_control” alone.",
)

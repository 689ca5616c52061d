"""What a comparison sets side by side: one item for every question that a ``findings.json`` answers of a system."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from depmap.app import comparison_words as say
from depmap.app.comparison_file import FIELDS, Findings
from depmap.core.answers import Verdict, Weeks
from depmap.core.comparison import BAD, GOOD, OPEN, Bounds, Matter
from depmap.core.evidence import Tier
from depmap.core.graph import Kind, node_id
from depmap.core.judgement import Grade
from depmap.core.text import Text

Key = tuple[Matter, str, str]
"""What is asked, of whom, and in which layer or of which of its facts: the same in both analyses."""

OF_SUPPLIER = ("seat", "parent", "ownership")
"""The facts of a source that are those of its maker, and told once for all its parts."""

_VERDICTS: Mapping[str, Bounds] = {Verdict.YES: GOOD, Verdict.NO: BAD, Verdict.CANNOT_DECIDE: OPEN}
_OUTCOMES: Mapping[str, Bounds] = {"pass": GOOD, "fail": BAD, "cannot decide": OPEN}
_GRADES = {grade.key: grade for grade in Grade}
_TIERS = [str(tier) for tier in Tier]


@dataclass(frozen=True, slots=True)
class Item:
    """One answer of one analysis."""

    name: Text
    """What it is about, for people."""

    text: Text
    """The answer in words."""

    value: object
    """The answer as a plain value."""

    bounds: tuple[Bounds, ...] = ()
    """How bad it is, the weightiest first: the first that differs tells what a change means. Empty for plain facts."""

    unknown: int = 0
    """For a plain fact how little is known of it: more is less."""

    parts: frozenset[str] | None = None
    """Ids of the components on which it rests, when what becomes unknown of them could make it look better; None: its
    bounds have that in them already."""

    listed: bool = False
    """Whether it rests on lists alone, not on the bill of materials."""


def items(found: Findings, system: str) -> dict[Key, Item]:
    """Everything that is compared of one system."""
    return dict(_items(found, system))


def of_system(found: Findings, key: str, system: str) -> list[Any]:
    """The items of one list of the file that are about a system."""
    return [each for each in found.content[key] if each["system"] == system]


def _items(found: Findings, system: str) -> Iterator[tuple[Key, Item]]:
    components = of_system(found, "components", system)
    names = {each["component"]: each["description"] or "" for each in components}
    yield from _answers(found, system)
    yield from _points(found, system, names)
    yield from _findings(found, system, components)
    (figures,) = of_system(found, "systems", system)
    for key, name in say.COUNTS.items():
        if isinstance(count := figures.get(key), int):
            yield (Matter.COUNT, key, ""), Item(name, say.plain(count), count, unknown=count)
    for each in components:
        yield from _component(each)
    yield from _suppliers(components)


def _answers(found: Findings, system: str) -> Iterator[tuple[Key, Item]]:
    """Groups, content, standstill, cut sets and points: their bounds hold whatever the unknowns are."""
    for each in of_system(found, "groups", system):
        verdict = Verdict(each["verdict"])
        item = Item(say.group(each["group"]), verdict.text, verdict.value, (_VERDICTS[verdict],))
        yield (Matter.GROUP, each["group"], each["layer"]), item
    for each in of_system(found, "shares", system):
        if each["verdict"] in _OUTCOMES and None not in (each["low"], each["high"]):
            ends = (round(each["low"], 3), round(each["high"], 3))
            value = {"verdict": each["verdict"], "low": ends[0], "high": ends[1]}
            item = Item(say.law(each["test"]), say.content(each["verdict"], ends), value)
            yield (Matter.CONTENT, each["test"], ""), _with(item, (_OUTCOMES[each["verdict"]], ends))
    for each in of_system(found, "standstill", system):
        weeks = _weeks(each["weeks"])
        value = {"stops": each["stops"], "weeks": each["weeks"]}
        item = Item(_wordings(each["name"]), say.standstill(Verdict(each["stops"]), weeks), value)
        stops = {Verdict.YES: BAD, Verdict.NO: GOOD}.get(each["stops"], OPEN)
        yield (Matter.STANDSTILL, each["loss"], each["layer"]), _with(item, (stops, _bounds(weeks)))
    for each in of_system(found, "bonus_malus", system):
        low, high = each["points"]["low"], each["points"]["high"]
        yield (Matter.POINTS, "", ""), Item(say.SUM, say.points(low, high), each["points"], ((-high, -low),))


def _points(found: Findings, system: str, names: Mapping[str, str]) -> Iterator[tuple[Key, Item]]:
    """Single points, and how many sets there are of every order: with all unknowns harmless, and as lists assume."""
    for each in of_system(found, "single_points", system):
        certain: bool = each["certain"]
        parts = frozenset(name.partition(":")[2] for name in each["components"])
        value = "certain" if certain else "possible"
        item = Item(
            say.called(each["node"], names), say.point(certain), value, (BAD if certain else OPEN,), parts=parts
        )
        yield (Matter.SINGLE_POINT, each["node"], each["layer"]), item
    counted: dict[str, dict[bool, dict[str, int]]] = {}
    for each in of_system(found, "cut_set_counts", system):
        counted.setdefault(each["layer"], {})[each["certain"]] = each["counts"]
    for layer, counts in counted.items():
        sure, possible = counts.get(True, {}), counts.get(False, counts.get(True, {}))
        orders = sorted({*sure, *possible}, key=lambda order: (len(order), order))
        both = [(order, sure.get(order, 0), possible.get(order, 0)) for order in orders]
        ends = [(order, min(first, second), max(first, second)) for order, first, second in both]
        told = {order: {"low": low, "high": high} for order, low, high in ends}
        item = Item(say.ORDERS, say.orders(ends), told, parts=frozenset(names))
        yield (Matter.CUT_SETS, "", layer), _with(item, tuple((low, high) for _, low, high in ends))


def _findings(found: Findings, system: str, components: Iterable[Any]) -> Iterator[tuple[Key, Item]]:
    """Findings by rule and subject, as their fingerprint has it; the system itself is the same under another name."""
    listed, titles = list(components), say.titles()
    worst: dict[Key, Item] = {}
    for each in of_system(found, "findings", system):
        subject = Kind.SYSTEM.value if each["subject"] == node_id(Kind.SYSTEM, system) else each["subject"]
        grade = _GRADES.get(each["grade"], Grade.NONE)
        certain = each["evidence"] != Tier.UNKNOWN
        bounds = (float(grade) if certain else 0.0, float(grade))
        value = {"grade": each["grade"], "evidence": each["evidence"], "accepted": each["accepted"]}
        item = Item(
            say.finding(each["rule"], titles),
            say.graded(grade, _wordings(each["message"]), bool(each["accepted"])),
            value,
            (bounds,),
            parts=_parts_of(subject, listed),
        )
        key = (Matter.FINDING, f"{each['rule']} {subject}", each["layer"])
        if key not in worst or worst[key].bounds < item.bounds:
            worst[key] = item
    yield from worst.items()


def _parts_of(subject: str, components: Iterable[Any]) -> frozenset[str]:
    """The components on which a finding about this node rests; all of them when its kind does not tell."""
    kind, _, name = subject.partition(":")
    if kind == Kind.COMPONENT:
        return frozenset((name,))
    fields = {
        Kind.SUPPLIER: ("supplier",),
        Kind.PARENT: ("parent",),
        Kind.COUNTRY: ("manufacture", "seat", "ownership"),
    }.get(kind)  # type: ignore[call-overload]
    return frozenset(
        each["component"]
        for each in components
        if fields is None or any(source[field] == name for source in each["sources"] for field in fields)
    )


def _component(each: Any) -> Iterator[tuple[Key, Item]]:
    """That it is there, what is stated of it, and how long it may be missing."""
    node = node_id(Kind.COMPONENT, each["component"])
    name = say.called(node, {each["component"]: each["description"] or ""})
    yield (Matter.COMPONENT, node, ""), Item(name, say.PRESENT, "present")
    for field in ("supplier", "manufacture"):
        yield (Matter.COMPONENT, node, field), _fact(name, field, each["sources"])
    kind = each["class"]
    yield (Matter.COMPONENT, node, "class"), Item(say.of(name, "class"), say.kind(kind), kind, unknown=kind is None)
    weeks = _weeks(each["worst_weeks"])
    item = Item(name, say.weeks(weeks), each["worst_weeks"], (_bounds(weeks),))
    yield (Matter.CRITICAL, node, ""), item


def _suppliers(components: Iterable[Any]) -> Iterator[tuple[Key, Item]]:
    """Seat, parent and ownership of every maker that is known, once."""
    seen: dict[str, Any] = {}
    for each in components:
        for source in each["sources"]:
            if source["supplier"] is not None:
                seen.setdefault(source["supplier"], source)
    for supplier, source in seen.items():
        node = node_id(Kind.SUPPLIER, supplier)
        for field in OF_SUPPLIER:
            yield (Matter.SUPPLIER, node, field), _fact(say.called(node, {}), field, [source])


def _fact(name: Text, field: str, sources: Iterable[Any]) -> Item:
    """One fact of all sources of a part: as well known as of the source of which it is known least."""
    told = sorted({(source[field] or "", source["evidence"][field]) for source in sources})
    tiers = [_TIERS.index(tier) if tier in _TIERS else len(_TIERS) for _, tier in told]
    return Item(
        say.of(name, field),
        say.fact(field, told),
        [{"value": value or None, "evidence": tier} for value, tier in told],
        unknown=max(tiers, default=len(_TIERS)),
        listed=all(tier >= _TIERS.index(Tier.INFERRED) for tier in tiers),
    )


def unknowns(component: Any) -> int:
    """How many facts of a component nobody knows: of its sources, and its class."""
    known = sum(source[field] is not None for source in component["sources"] for field in FIELDS)
    return len(FIELDS) * max(1, len(component["sources"])) - known + (component["class"] is None)


def is_learned(before: Any, after: Any) -> bool:
    """Whether more facts of a component are known, while those that were known are what they were."""
    sources = before["sources"], after["sources"]
    kept = len(sources[0]) == len(sources[1]) and all(
        old[field] in (None, new[field]) for old, new in zip(*sources, strict=False) for field in FIELDS
    )
    return kept and before["class"] in (None, after["class"]) and unknowns(after) < unknowns(before)


def stated(component: Any) -> object:
    """What is stated of a component and not taken from a list: equal when the bill of materials says the same."""
    sources = [
        [source.get("part_number"), source.get("distributors")]
        + [source[field] for field in FIELDS if source["evidence"][field] in (Tier.PROVEN, Tier.DECLARED)]
        for source in component["sources"]
    ]
    keys = ("component", "description", "lines", "quantity", "cost", "stock", "lead_time_weeks")
    return [*(component.get(key) for key in keys), sources]


def _wordings(value: Any) -> Text:
    return Text(value["nl"], value["en"])


def _weeks(value: Any) -> Weeks:
    return Weeks(value["low"], value["high"])


def _bounds(weeks: Weeks) -> Bounds:
    return (weeks.low, math.inf if weeks.high is None else weeks.high)


def _with(item: Item, bounds: tuple[Bounds, ...]) -> Item:
    return Item(item.name, item.text, item.value, bounds, item.unknown, item.parts, item.listed)

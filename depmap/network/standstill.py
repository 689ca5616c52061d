"""Cover, recovery, standstill: how long a system stands still under a loss, and from when.

Definition. Component c has a stock of *s* pieces, one system needs *q* of them, *r* systems are made a week. Its cover
is *S = s / (q r)* weeks of production; its recovery *R* is the number of weeks until another source delivers it. Under
a loss L its standstill is 0 when a source of c survives L, and otherwise max(0, R - S). The standstill of the system is
the largest of its components; its time to survive is the smallest *S* of those that stop with R > S.

Claim. This largest is not only a convention: it is the production lost. Let P(t) be the weeks of production up to time
t, with P' at most 1; every component that stops allows P(t) <= S while t < R. Whoever produces whenever he can has then
lost exactly max(0, R - S), over the components that stop, at any time after the last recovery. *At least:* P at time R
is at most S. *At most:* production halts at some t only because a component has P = S, and until its R, so that R - S
is lost in all at the end of that halt; the last halt is the longest of these sums. Stock of one component is not used
up while another one is missing.

Claim. With unknowns everything is an interval, whose ends are reached: R and S lie anywhere in theirs, independently,
and which components stop lies between *certainly* (unknowns harmless) and *possibly* (unknowns bad), as the one kernel
says (`depmap.network.scenarios`); so the low end is the largest low over those that certainly stop, the high end the
largest high over those that certainly or possibly do. A high end of None is not bounded, because something is unknown.

Complexity: linear in the components, and one evaluation with two scenarios per loss.

Running example. Two motors per drone, two drones a week; 8 motors in stock last two weeks, another maker takes 26:

>>> from decimal import Decimal
>>> from depmap.core.sketch import sketch
>>> from depmap.core.text import same
>>> from depmap.network.build import build
>>> drone = sketch("drone", {"motor": ["Acme@CN"], "radio": ["Volt@DE"], "$components": {
...     "motor": {"component_class": "bldc-motor", "stock": Decimal(8), "quantity": Decimal(2)}}})
>>> times = outages(drone, {"bldc-motor": 26.0}, systems_per_week=2.0)
>>> loss = Loss("CN", same("China"), ("country:CN",))
>>> (answer,) = standstills(build(drone), times, [loss], [Layer.SUPPLY])
>>> answer.stops.value, answer.weeks, answer.time_to_survive
('yes', Weeks(low=24.0, high=24.0), Weeks(low=2.0, high=2.0))

Reference: the words time to survive and time to recover are those of D. Simchi-Levi et al., Identifying risks and
mitigating disruptions in the automotive supply chain, Interfaces 45 (2015). There plants share capacity; here every
component is needed.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from depmap.core.answers import Loss, Missing, Outage, Standstill, Verdict, Weeks
from depmap.core.graph import Graph, Kind, Layer, node_id
from depmap.core.model import Bom, Component
from depmap.network.kernel import Compiled, scenarios_of
from depmap.network.scenarios import CERTAIN, POSSIBLE, evaluate_losses

NONE = Weeks(0.0, 0.0)
"""No time at all."""

OPEN = Weeks(0.0, None)
"""Nothing is known about it."""


BLOCK = 4096
"""Losses evaluated at once."""


def outages(bom: Bom, weeks: Mapping[str, float], systems_per_week: float | None) -> Mapping[str, Outage]:
    """For every component, and every assembly with a maker of its own, how long it is missing once it is lost.

    Args:
        bom: the system.
        weeks: component class -> weeks until another source delivers: assumed values.
        systems_per_week: how many systems are made or kept going a week; None when not stated.

    Returns:
        Node id -> times, sorted by id.
    """
    found = [outage(component, weeks, systems_per_week) for component in bom.components]
    found += [_of_assembly(node_id(Kind.ASSEMBLY, each.id)) for each in bom.assemblies if each.sources]
    return {each.component: each for each in sorted(found, key=lambda each: each.component)}


def outage(component: Component, weeks: Mapping[str, float], systems_per_week: float | None) -> Outage:
    """The times of one component; see `outages`."""
    typical = weeks.get(component.component_class or "")
    recovery = OPEN if typical is None else Weeks(typical, typical)
    cover = _cover(component, systems_per_week)
    missing = [] if typical is not None else [Missing.CLASS]
    if cover.high is None:
        missing += _not_stated(component, systems_per_week)
    return Outage(node_id(Kind.COMPONENT, component.id), recovery, cover, _minus(recovery, cover), tuple(missing))


def standstills(
    graph: Graph, times: Mapping[str, Outage], losses: Sequence[Loss], layers: Collection[Layer]
) -> tuple[Standstill, ...]:
    """For every loss: whether the system stops, for how long, and from when.

    Args:
        graph: the network.
        times: what `outages` gives.
        losses: the scenarios, in the order wanted.
        layers: the layers of dependence that count.
    """
    compiled, words = evaluate_losses(graph, [loss.nodes for loss in losses], layers)
    missing = _what_can_be_missing(graph, compiled)
    certainly_not = _certainly_not(graph)
    found = []
    for number, loss in enumerate(losses):
        bits = [word >> 2 * number & (CERTAIN | POSSIBLE) for word in words]
        stops = _stops(bits[compiled.index[graph.top]], certainly_not)
        known = [name for name in loss.nodes if name in compiled.index]
        sure, maybe = ((), ()) if stops is Verdict.NO else _missing(missing, bits, known)
        found.append(_standstill(loss, layers, stops, (_times(times, sure), _times(times, maybe))))
    return tuple(found)


def weeks_of_each(
    graph: Graph, times: Mapping[str, Outage], nodes: Sequence[str], layers: Collection[Layer]
) -> Mapping[str, tuple[Verdict, Weeks]]:
    """For every node, lost alone: whether the system stops and for how long, as `standstills` says it.

    Complexity: evaluations with two scenarios per node, and one step for each pair of a node and a length of time that
    is the longest so far; components that stop with many nodes are not walked through for each.
    """
    found: dict[str, tuple[Verdict, Weeks]] = {}
    for start in range(0, len(nodes), BLOCK):
        found |= _block(graph, times, nodes[start : start + BLOCK], layers)
    return found


def _block(
    graph: Graph, times: Mapping[str, Outage], nodes: Sequence[str], layers: Collection[Layer]
) -> dict[str, tuple[Verdict, Weeks]]:
    compiled, words = evaluate_losses(graph, [(name,) for name in nodes], layers)
    candidates = _what_can_be_missing(graph, compiled)
    waits = [times.get(name) or _of_assembly(name) for name, _ in candidates]
    every = sum(CERTAIN << 2 * number for number in range(len(nodes)))
    sure = [words[position] & every for _, position in candidates]
    maybe = [(words[position] | words[position] >> 1) & every for _, position in candidates]
    lows = _longest([(wait.standstill.low, word) for wait, word in zip(waits, sure, strict=True)])
    opened = [math.inf if wait.standstill.high is None else wait.standstill.high for wait in waits]
    highs = _longest(list(zip(opened, maybe, strict=True)))
    top, certainly_not = words[compiled.index[graph.top]], _certainly_not(graph)
    found = {}
    for number, name in enumerate(nodes):
        stops = _stops(top >> 2 * number & (CERTAIN | POSSIBLE), certainly_not)
        high = highs.get(2 * number, math.inf)
        weeks = Weeks(lows.get(2 * number, 0.0), None if high == math.inf else high)
        found[name] = (stops, NONE if stops is Verdict.NO else weeks)
    return found


def _longest(times: Iterable[tuple[float, int]]) -> dict[int, float]:
    """Scenario -> the longest of the times whose word has its bit."""
    found: dict[int, float] = {}
    done = 0
    for weeks, word in sorted(times, reverse=True):
        if new := word & ~done:
            found |= dict.fromkeys(scenarios_of(new), weeks)
            done |= new
    return found


def _stops(bits: int, certainly_not: Verdict) -> Verdict:
    if bits & CERTAIN:
        return Verdict.YES
    return Verdict.CANNOT_DECIDE if bits & POSSIBLE else certainly_not


def _certainly_not(graph: Graph) -> Verdict:
    """What it means that a system does not stop: where there is nothing to obtain, nothing is known."""
    return Verdict.NO if graph.of_kind(Kind.SOURCE) else Verdict.CANNOT_DECIDE


def _what_can_be_missing(graph: Graph, compiled: Compiled) -> list[tuple[str, int]]:
    """Node to name, and the position whose loss makes it missing: components, and assemblies by their own makers."""
    found = []
    for position, name in enumerate(compiled.ids):
        kind = graph.nodes[name].kind
        if kind is Kind.COMPONENT:
            found.append((name, position))
        elif kind is Kind.NODE:
            found += [(compiled.ids[owner], position) for owner in compiled.owners[position]]
    return found


def _missing(
    candidates: Iterable[tuple[str, int]], bits: Sequence[int], lost: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """The components that certainly stop, and those that possibly do."""
    sure = {name for name, position in candidates if bits[position] & CERTAIN}
    sure.update(name for name in lost if name.startswith(f"{Kind.ASSEMBLY}:"))
    maybe = {name for name, position in candidates if bits[position] == POSSIBLE} - sure
    return tuple(sorted(sure)), tuple(sorted(maybe))


def _times(times: Mapping[str, Outage], names: Iterable[str]) -> tuple[Outage, ...]:
    return tuple(times.get(name) or _of_assembly(name) for name in names)


def _standstill(
    loss: Loss, layers: Collection[Layer], stops: Verdict, missing: tuple[tuple[Outage, ...], tuple[Outage, ...]]
) -> Standstill:
    sure, maybe = missing
    highs = [each.standstill.high for each in (*sure, *maybe)]
    low = max((each.standstill.low for each in sure), default=0.0)
    bounded = [high for high in highs if high is not None]
    high = None if len(bounded) < len(highs) else max(bounded, default=0.0)
    if stops is not Verdict.NO and not highs:
        high = None
    return Standstill(
        loss=loss,
        layers=tuple(layers),
        stops=stops,
        weeks=Weeks(low, high),
        time_to_survive=None if high == 0 else _time_to_survive(sure, maybe),
        certain=tuple(each.component for each in sure),
        possible=tuple(each.component for each in maybe),
    )


def _time_to_survive(sure: Iterable[Outage], maybe: Iterable[Outage]) -> Weeks:
    """From the shortest cover of what may be missing to the shortest of what certainly is, longer than the cover."""
    sure = tuple(sure)
    low = min((each.cover.low for each in (*sure, *maybe) if each.standstill.high != 0), default=0.0)
    highs = [each.cover.high for each in sure if each.standstill.low > 0 and each.cover.high is not None]
    return Weeks(low, min(highs, default=None))


def _cover(component: Component, systems_per_week: float | None) -> Weeks:
    """How long the stock lasts; no stock lasts no time, whatever the need."""
    if component.stock is None:
        return OPEN
    if component.stock <= 0:
        return NONE
    if not component.quantity or component.quantity < 0 or not systems_per_week:
        return OPEN
    weeks = float(component.stock / (component.quantity * Decimal(str(systems_per_week))))
    return Weeks(weeks, weeks)


def _not_stated(component: Component, systems_per_week: float | None) -> Iterable[Missing]:
    if component.stock is None:
        yield Missing.STOCK
    if not component.quantity or component.quantity < 0:
        yield Missing.QUANTITY
    if not systems_per_week:
        yield Missing.RATE


def _minus(recovery: Weeks, cover: Weeks) -> Weeks:
    """The interval of max(0, recovery - cover)."""
    low = 0.0 if cover.high is None else max(0.0, recovery.low - cover.high)
    return Weeks(low, None if recovery.high is None else max(0.0, recovery.high - cover.low))


def _of_assembly(name: str) -> Outage:
    """A whole assembly: no class says how long another maker takes."""
    return Outage(name, OPEN, OPEN, OPEN, (Missing.CLASS, Missing.STOCK))

"""Where every part stands: what is shown of it, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from depmap.core.answers import Verdict
from depmap.core.clock import today
from depmap.core.evidence import Tier
from depmap.core.graph import Kind, node_id
from depmap.core.model import Source, Supplier
from risk_rules.case import Facts
from risk_rules.dates import date_in, months_since
from risk_rules.looking import Part, control, makers, manufacturers, parts, places, unknown_among
from risk_rules.policy import Policy

EVIDENCE, ALLIANCE = "DM601", "DM204"
"""The rules whose settings say how old evidence may be, and which countries are allies."""


Stand = tuple[Decimal | bool | Verdict | None, ...]
"""What counts of a part, in the order of the fields."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is shown of one part."""

    part: Part
    """The part."""

    cost: Decimal | None
    """What all of it in one system costs; None without a price."""

    weighty: bool
    """Whether it counts where parts are counted: commodities do not."""

    valued: bool
    """Whether it counts where value is: components do, assemblies that are bought whole are in their lines."""

    proven: Verdict
    """Whether a document that is recent enough shows where every source makes it."""

    known: Verdict
    """Whether the country of manufacture of every source is known at all."""

    second: Verdict
    """Whether companies that are independent of each other make it."""

    stocked: Verdict
    """Whether stock lasts until another source delivers."""

    concern: Verdict
    """Whether all of it comes from, or is controlled from, a country of concern."""

    outside: Verdict
    """Whether its only maker is controlled from outside the alliance."""

    @property
    def stand(self) -> Stand:
        """All but the part itself: parts with the same count the same."""
        answers = (self.proven, self.known, self.second, self.stocked, self.concern, self.outside)
        return self.cost, self.weighty, self.valued, *answers


def standings(facts: Facts, policy: Policy) -> tuple[Standing, ...]:
    """Every part of the system."""
    suppliers = {supplier.name: supplier for supplier in facts.bom.suppliers}
    cost = {node_id(Kind.COMPONENT, each.id): each.cost for each in facts.bom.components}
    return tuple(
        Standing(
            part=part,
            cost=cost.get(part.id),
            weighty=part.component_class not in policy.commodity,
            valued=part.id in cost,
            proven=_sure(_is_proven(part, policy)),
            known=_sure(unknown_among(places(part)) == 0),
            second=_second(part, suppliers),
            stocked=_stocked(facts, part),
            concern=_concern(part, suppliers, policy.concern),
            outside=_outside(part, suppliers, policy),
        )
        for part in parts(facts.bom)
    )


def _sure(answer: bool) -> Verdict:
    return Verdict.YES if answer else Verdict.NO


def _is_proven(part: Part, policy: Policy) -> bool:
    """A document without a date, or an old one, shows nothing of today."""
    now, months = today(), policy.rules[EVIDENCE].params["months"]
    for fact in places(part):
        day = date_in(fact.reference) if fact.tier is Tier.PROVEN else None
        if day is None or not isinstance(months, int) or months_since(day, now) > months:
            return False
    return True


def _second(part: Part, suppliers: Mapping[str, Supplier]) -> Verdict:
    """Yes with two makers of different known parents; open with two makers of which that is not known."""
    names = makers(part)
    if len(names) < 2:
        return Verdict.CANNOT_DECIDE if unknown_among(manufacturers(part)) else Verdict.NO
    found = [suppliers.get(name, Supplier(name)).parent for name in names]
    if len({fact.value or name for fact, name in zip(found, names, strict=True)}) < 2:
        return Verdict.NO
    sure = {fact.value for fact in found if fact.known}
    return Verdict.YES if len(sure) > 1 else Verdict.CANNOT_DECIDE


def _stocked(facts: Facts, part: Part) -> Verdict:
    outage = facts.outages.get(part.id)
    if outage is None or (outage.standstill.low == 0 and outage.standstill.high != 0):
        return Verdict.CANNOT_DECIDE
    return _sure(outage.standstill.high == 0)


def _concern(part: Part, suppliers: Mapping[str, Supplier], countries: frozenset[str]) -> Verdict:
    """No as soon as one source is known to be made, and controlled, elsewhere."""
    answers = [_source_in(source, suppliers, countries) for source in part.sources]
    if Verdict.NO in answers:
        return Verdict.NO
    return Verdict.YES if answers and set(answers) == {Verdict.YES} else Verdict.CANNOT_DECIDE


def _source_in(source: Source, suppliers: Mapping[str, Supplier], countries: frozenset[str]) -> Verdict:
    facts = (source.manufacture, *control(source, suppliers))
    if any(fact.known and fact.value in countries for fact in facts):
        return Verdict.YES
    return Verdict.NO if all(fact.known for fact in facts) else Verdict.CANNOT_DECIDE


def _outside(part: Part, suppliers: Mapping[str, Supplier], policy: Policy) -> Verdict:
    names, allies = makers(part), policy.groups[str(policy.rules[ALLIANCE].params["group"])].members
    if len(names) > 1:
        return Verdict.NO
    facts = [fact for source in part.sources for fact in control(source, suppliers)]
    if names and any(fact.known and fact.value not in allies for fact in facts):
        return Verdict.YES if not unknown_among(manufacturers(part)) else Verdict.CANNOT_DECIDE
    return Verdict.NO if facts and all(fact.known for fact in facts) else Verdict.CANNOT_DECIDE

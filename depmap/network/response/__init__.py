"""Risk exposure and time to survive: the best response to a loss, when several products share what is left.

Definition. Product *j* is asked for *d_j* times a period, *s_j* of it are in stock, and each one that is not delivered
loses the value *f_j*. Supplier *i* makes *c_i* units a period, shared as one likes among its products: the *links*
(i, j). A disruption takes some links away, each for a number of periods. Its *exposure* is the least value lost until
the last is back, over everything that those who are left can make instead; the *risk exposure index* is the exposure
divided by the largest of those that are compared; the *time to survive* is the longest time for which every product can
be delivered in full while nothing comes back. Amounts are units of product, times are periods.

Claim. Both are linear programmes. Cut the time of the disruption where something comes back. Within such a phase any
way to produce and deliver may be replaced by its average: capacities are kept, the stocks at both ends are the same,
and between them the stock, now on a straight line from one to the other, is never negative. So the exposure is

    minimise the sum of f_j l_jp,
    subject to s_j(p-1) + sum_i y_ijp + l_jp - s_jp = d_j T_p and sum_j y_ijp <= c_i T_p,

with T_p the length of phase p, y what is made, l what is not delivered and s >= 0 the stock at its end. The time to
survive *t* has one phase; divided by t it is linear in w = 1/t and in what is made a period, z = y/t:

    minimise w, subject to sum_i z_ij + s_j w >= d_j and sum_j z_ij <= c_i.

w = 0 means that it lasts for ever; no solution, that it lasts no time at all.

Claim (a check by hand). The products that have a price in the second programme, the *bottleneck*, explain it: summed
over them and over all suppliers that are left to any of them, t = s / (d - c). No set of products gives less: what it
lacks d t - c t is at most its stock s. (The maximum flow is the minimum cut; D. Gale, A theorem on flows in networks,
Pacific Journal of Mathematics 7 (1957).)

Claim. Where every supplier makes one product, every product has one supplier and none makes too little, the time to
survive is the shortest cover S of what is lost, and a product is missing for max(0, R - S) periods: the standstill of
`depmap.network.standstill`.

Complexity: two linear programmes per disruption, with phases x (links + products) columns.

Running example. Acme makes two drones with one workforce, Volt one of them:

>>> carrier, scout = Product("carrier", demand=10, stock=5, value=7), Product("scout", demand=10, stock=5, value=3)
>>> acme = Supplier("Acme", capacity=12, recovery=2, makes=("carrier", "scout"))
>>> market = Market((carrier, scout), (acme, Supplier("Volt", capacity=10, recovery=4, makes=("scout",))))
>>> answers = [respond(market, each) for each in market.alone()]
>>> [(each.disruption.name, each.exposure, each.time_to_survive, each.bottleneck) for each in answers]
[('Acme', 105.0, 0.5, ('carrier',)), ('Volt', 66.0, 1.25, ('carrier', 'scout'))]
>>> [round(index, 3) for index in risk_exposure_index(answers)]
[1.0, 0.629]

Reference: D. Simchi-Levi et al., Identifying risks and mitigating disruptions in the automotive supply chain,
Interfaces 45 (2015). The tests repeat a published example, case 3 of the course on supply-chain analytics of HEC
Montréal (acedesci/scanalytics_cases at 660aa30), in which all that is lost comes back at the same time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from depmap.network.response.linear import Programme
from depmap.network.response.market import Disruption, Link, Market, Product, Supplier

__all__ = ["Disruption", "Link", "Market", "Product", "Response", "Supplier", "respond", "risk_exposure_index"]

FOR_EVER = 1e8
"""More than so many times the longest cover is for ever: the solver cannot tell them apart."""

DIGITS = 9
"""Significant digits of an answer."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a disruption does when all who are left do their best."""

    disruption: Disruption
    """What is lost."""

    exposure: float
    """The least value lost."""

    lost: Mapping[str, float]
    """Product -> units not delivered, in one best response; there may be others."""

    made: Mapping[Link, float]
    """Link -> units made in that response, for those that make any."""

    time_to_survive: float | None
    """Periods for which every product can be delivered in full while nothing comes back; None is for ever."""

    bottleneck: tuple[str, ...]
    """Products that cannot all be delivered any longer than that, sorted; none when it is for ever."""

    @property
    def short(self) -> float:
        """For how many of the periods counted not everything can be delivered."""
        return 0.0 if self.time_to_survive is None else max(0.0, self.disruption.periods - self.time_to_survive)


def respond(market: Market, disruption: Disruption) -> Response:
    """The best response to a disruption; what it names and the market does not have, changes nothing."""
    lost, made = _least_loss(market, disruption)
    time, bottleneck = _survival(market, disruption)
    value = {product.name: product.value for product in market.products}
    exposure = _told(sum(value[name] * units for name, units in lost.items()))
    return Response(disruption, exposure, lost, made, time, bottleneck)


def risk_exposure_index(responses: Sequence[Response]) -> tuple[float, ...]:
    """Of each the exposure over the largest of them: from 0 to 1, and 0 for all when nothing is lost."""
    largest = max((each.exposure for each in responses), default=0.0)
    return tuple(each.exposure / largest if largest > 0 else 0.0 for each in responses)


def _least_loss(market: Market, disruption: Disruption) -> tuple[dict[str, float], dict[Link, float]]:
    """Units lost by product and made by link; the unit of the programme is the largest need."""
    unit = max((each.demand for each in market.products), default=0.0) * disruption.periods
    if unit <= 0:
        return {each.name: 0.0 for each in market.products}, {}
    scaled = market.scaled(unit, value=max(each.value for each in market.products) or 1.0)
    programme = Programme()
    lost: dict[str, list[int]] = {each.name: [] for each in market.products}
    made: dict[Link, list[int]] = {}
    left: dict[str, int] = {}
    for start, length in disruption.phases:
        gone = [link for link, until in disruption.until.items() if until > start]
        links = {link: programme.column() for link in market.links(gone)}
        makers = _makers(scaled, links)
        for each in scaled.products:
            need = each.demand * length
            short, rest = programme.column(each.value, need), programme.column()
            before = {left[each.name]: 1.0} if each.name in left else {}
            given = 0.0 if before else min(each.stock, each.demand * disruption.periods)
            terms = {**before, **makers[each.name], short: 1.0, rest: -1.0}
            programme.row(terms, low=need - given, high=need - given)
            lost[each.name].append(short)
            left[each.name] = rest
        _within_capacity(programme, scaled, links, length)
        for link, column in links.items():
            made.setdefault(link, []).append(column)
    solution = programme.solve()
    if solution is None:
        raise ArithmeticError("linear programme: delivering nothing is always possible")

    def units(columns: Iterable[int]) -> float:
        return _told(sum(solution.values[column] for column in columns) * unit, unit)

    totals = {link: units(columns) for link, columns in made.items()}
    return {name: units(columns) for name, columns in lost.items()}, {
        link: each for link, each in totals.items() if each
    }


def _survival(market: Market, disruption: Disruption) -> tuple[float | None, tuple[str, ...]]:
    """Time to survive and its bottleneck; the unit of time is the longest cover."""
    if not market.products:
        return None, ()
    cover = max(each.stock / each.demand for each in market.products) or 1.0
    scaled = market.scaled(max(each.demand for each in market.products) * cover, cover)
    links = scaled.links(disruption.until)
    found = _paced(scaled, links, [(1.0, {each.name: each.stock for each in scaled.products})])
    if found is None:  # something without a stock runs short at once: what must be added there to deliver all?
        added = [(float(each.stock == 0), {each.name: 1.0}) for each in scaled.products]
        _, bottleneck = _paced(scaled, links, added) or (0.0, ())
        return 0.0, bottleneck
    pace, bottleneck = found
    return (None, ()) if pace * FOR_EVER <= 1 else (_told(cover / pace), bottleneck)


def _paced(
    market: Market, links: Iterable[Link], extra: Iterable[tuple[float, Mapping[str, float]]]
) -> tuple[float, tuple[str, ...]] | None:
    """The least cost of delivering everything at a steady pace, and the products that have a price; None if impossible.

    Args:
        market: who makes what.
        links: those that are left.
        extra: what else can be used, each with its cost and the units that it adds to products.
    """
    programme = Programme()
    bought = [(programme.column(cost), cost, adds) for cost, adds in extra]
    made = {link: programme.column() for link in links}
    makers = _makers(market, made)
    rows = {}
    for each in market.products:
        terms = {column: adds[each.name] for column, _, adds in bought if adds.get(each.name)}
        rows[each.name] = programme.row({**terms, **makers[each.name]}, low=each.demand)
    _within_capacity(programme, market, made, 1.0)
    solution = programme.solve()
    if solution is None:
        return None
    cost = sum(cost * solution.values[column] for column, cost, _ in bought)
    return cost, tuple(sorted(name for name, row in rows.items() if solution.prices[row] > _NO_PRICE))


def _makers(market: Market, links: Mapping[Link, int]) -> dict[str, dict[int, float]]:
    """For every product the columns that make it."""
    found: dict[str, dict[int, float]] = {each.name: {} for each in market.products}
    for (_, product), column in links.items():
        found[product][column] = 1.0
    return found


def _within_capacity(programme: Programme, market: Market, links: Mapping[Link, int], periods: float) -> None:
    for supplier in market.suppliers:
        terms = {links[link]: 1.0 for link in supplier.links if link in links}
        if terms:
            programme.row(terms, high=supplier.capacity * periods)


def _told(number: float, beside: float = 0.0) -> float:
    """The number without the noise of the solver; what is nothing beside another is nothing."""
    return 0.0 if number <= beside * 10**-DIGITS else float(f"{number:.{DIGITS}g}")


_NO_PRICE = 1e-7
"""A price that is noise: with the units chosen here real ones are about one."""

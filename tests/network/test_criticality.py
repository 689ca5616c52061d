"""What four named losses do to a component: by hand, against the definition in plain words, and as properties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Missing, Verdict, Weeks
from depmap.core.criticality import Band, Criticality, NamedLoss
from depmap.core.graph import Layer
from depmap.core.model import Bom, Component, Source, Supplier
from depmap.core.sketch import sketch
from depmap.network.build import build
from depmap.network.criticality import Asked, criticalities
from depmap.network.cut_sets import with_unknowns_lost
from depmap.network.scenarios import CERTAIN, evaluate_losses
from depmap.network.standstill import outages

INSIDE = frozenset({"NL", "DE"})
WEEKS = {"radio": 39.0, "connector": 10.0, "resistor": 4.0}
KNOWN = {"seat": "NL", "parent": "Group", "ownership": "NL"}
YES, OPEN, NO = Verdict.YES, Verdict.CANNOT_DECIDE, Verdict.NO


def asked(bom: Bom, **other: object) -> Mapping[str, Criticality]:
    commodities = frozenset(f"component:{each.id}" for each in bom.components if each.component_class == "resistor")
    return criticalities(
        Asked(build(bom), outages(bom, WEEKS, 1.0), INSIDE, commodities, **other)  # type: ignore[arg-type]
    )


def one(sources: list[str], makers: Mapping[str, object] | None = None, **fields: object) -> Criticality:
    part = {"component_class": "radio", "stock": Decimal(0), **fields}
    known = {name: KNOWN for text in sources if (name := text.partition("@")[0])}
    bom = sketch("drone", {"board": {"part": sources}, "$components": {"part": part}, "$suppliers": makers or known})
    return asked(bom)["component:part"]


def verdicts(found: Criticality) -> list[Verdict]:
    return [threat.stops for threat in found.threats]


# By hand.


def test_one_source_falls_away_with_all_it_rests_on_abroad() -> None:
    found = one(["Acme@CN"], {"Acme": {"seat": "CN", "parent": "Group", "ownership": "CN"}})
    assert verdicts(found) == [YES] * 4
    assert [threat.causes for threat in found.threats] == [
        ("supplier:Acme",),
        ("country:CN",),
        ("country:CN", "parent:Group"),
        (),
    ]
    assert found.threats[-1].layers == (Layer.SUPPLY, Layer.CONTROL)
    assert (found.weeks, found.band) == (Weeks(39, 39), Band.CERTAIN)
    assert found.chain == ("supplier:Acme", "component:part", "assembly:board", "system:drone")
    assert found.cells
    assert (found.unknown, found.missing) == ((), ())
    assert [threat.loss for threat in found.worst] == list(NamedLoss)


def test_a_second_source_outside_the_loss_leaves_nothing_missing() -> None:
    makers = {"Acme": {"seat": "CN", "parent": "P", "ownership": "CN"}, "Volt": {**KNOWN}}
    found = one(["Acme@CN", "Volt@DE"], makers)
    assert verdicts(found) == [NO] * 4
    assert all(threat.weeks == Weeks(0, 0) for threat in found.threats)
    assert (found.weeks, found.band, found.chain, found.worst) == (Weeks(0, 0), Band.SURVIVES, (), ())


def test_two_makers_that_share_a_country_a_parent_or_the_outside() -> None:
    makers = {name: {"seat": "NL", "parent": "P", "ownership": "DE"} for name in ("Acme", "Volt")}
    found = one(["Acme@CN", "Volt@CN"], makers)
    assert verdicts(found) == [NO, YES, YES, YES]
    assert found.threats[2].causes == ("country:DE", "country:NL", "parent:P")
    assert found.chain[0] == "country:CN"
    assert found.threats[3].layers == (Layer.SUPPLY,)
    apart = {"Acme": KNOWN, "Volt": {"seat": "US", "parent": "Other", "ownership": "US"}}
    found = one(["Acme@CN", "Volt@DE"], apart)
    assert verdicts(found) == [NO, NO, NO, YES], "its plant outside for one, its owner for the other: only both layers"
    assert found.threats[3].layers == (Layer.SUPPLY, Layer.CONTROL)
    assert found.chain[0] in ("country:CN", "country:US")


def test_what_is_unknown_is_possible_and_is_asked() -> None:
    found = one([""])
    assert verdicts(found) == [OPEN] * 4
    assert (found.weeks, found.band) == (Weeks(0, 39), Band.OPEN)
    assert [name.partition("/")[0] for name in found.unknown] == ["unknown:manufacturer", "unknown:manufacture"]
    assert found.chain[1:] == ("component:part", "assembly:board", "system:drone")
    found = one(["Acme", "Volt@DE"])
    assert verdicts(found) == [NO, OPEN, YES, NO]
    found = one(["Acme", "Volt@DE"], {"Acme": KNOWN, "Volt": {**KNOWN, "seat": "DE", "parent": "V", "ownership": "DE"}})
    assert verdicts(found) == [NO, OPEN, NO, NO], "wherever the first is made, the second is left but for its country"
    assert found.unknown == ("unknown:manufacture/source:component:part/1",)


def test_what_a_list_assumes_is_told_apart() -> None:
    found = one(["Acme@CN?"])
    made = found.threats[1]
    assert (made.stops, made.causes, made.assumed) == (OPEN, (), ("country:CN",))


def test_how_long_can_be_what_is_not_known() -> None:
    found = one(["Acme@CN"], stock=None)
    assert (found.stops, found.weeks, found.band, found.missing) == (YES, Weeks(0, 39), Band.OPEN, (Missing.STOCK,))
    found = one(["Acme@CN"], component_class=None)
    assert (found.weeks, found.band, found.missing) == (Weeks(0, None), Band.OPEN, (Missing.CLASS,))
    found = one(["Acme@CN"], stock=Decimal(1000))
    assert (found.stops, found.band) == (YES, Band.SURVIVES), "the stock lasts until there is another"


def test_a_commodity_is_told_with_its_class() -> None:
    assert one(["Acme@CN"], component_class="resistor").band is Band.COMMODITY


def test_the_order_is_by_standstill_and_the_unclassified_counts_as_long_as_is_said() -> None:
    parts = {"radio": ["A@CN"], "far": ["A@CN"], "plug": ["B@CN"], "odd": ["C@CN"], "ohm": ["D@CN"], "no": ["E@NL"]}
    fields = {
        "radio": {"component_class": "radio", "stock": Decimal(0)},
        "far": {"component_class": "radio"},
        "plug": {"component_class": "connector"},
        "ohm": {"component_class": "resistor", "stock": Decimal(0)},
        "no": {"component_class": "radio", "stock": Decimal(1000)},
    }
    bom = sketch("drone", {**parts, "$components": fields})

    def placed(**other: object) -> list[str]:
        found = asked(bom, **other)
        return [name.partition(":")[2] for name in sorted(found, key=lambda name: found[name].order)]

    assert placed() == ["radio", "odd", "far", "plug", "ohm", "no"]
    assert placed(open_counts=20.0) == ["radio", "far", "odd", "plug", "ohm", "no"]
    assert placed(open_counts=10.0) == ["radio", "far", "odd", "plug", "ohm", "no"]


# Against the definition, and as properties.

COUNTRIES = st.sampled_from(["CN", "US", "NL", "DE", ""])
SOURCES = st.lists(st.tuples(st.sampled_from(["A", "B", "C", ""]), COUNTRIES), min_size=1, max_size=3, unique=True)
CONTROL = st.fixed_dictionaries({"seat": COUNTRIES, "parent": st.sampled_from(["P", "Q", ""])})
MAKERS = st.fixed_dictionaries({"A": CONTROL, "B": CONTROL, "C": CONTROL})
OWNERS = st.fixed_dictionaries({"P": COUNTRIES, "Q": COUNTRIES})
CLASSES = st.sampled_from(["radio", "connector", "resistor", None])
STOCKS = st.sampled_from([None, Decimal(0), Decimal(5), Decimal(1000)])


@st.composite
def boms(draw: st.DrawFn) -> Bom:
    """One component of up to three sources, with what is known of three makers and two parents."""
    owners = draw(OWNERS)
    makers = {name: {**known, "ownership": owners.get(known["parent"], "")} for name, known in draw(MAKERS).items()}
    sources = [f"{maker}@{country}" if country else maker for maker, country in draw(SOURCES)]
    part = {"component_class": draw(CLASSES), "stock": draw(STOCKS)}
    return sketch("drone", {"part": sources, "$components": {"part": part}, "$suppliers": makers})


def in_plain_words(bom: Bom, unknown_is_lost: bool) -> dict[NamedLoss, bool]:
    """Whether some loss of each name leaves no source, with every unknown another one or just the one that is lost."""
    (part,) = bom.components

    def hit(value: str | None, lost: frozenset[str]) -> bool:
        return unknown_is_lost if value is None else value in lost

    def controlled(source: Source, lost: frozenset[str]) -> bool:
        if source.manufacturer.value is None:
            return unknown_is_lost
        maker = bom.supplier(source.manufacturer.value)
        owner = [maker.parent.value, maker.ownership.value] if maker.parent.value else [None]
        return any(hit(value, lost) for value in (maker.seat.value, *owner))

    def some(tells: Callable[[Source, frozenset[str]], bool], *names: str) -> bool:
        return any(all(tells(source, frozenset({name})) for source in part.sources) for name in names)

    def outside(source: Source) -> bool:
        abroad = frozenset({"CN", "US"})
        return hit(source.manufacture.value, abroad) or controlled(source, abroad)

    return {
        NamedLoss.MANUFACTURER: some(lambda source, lost: hit(source.manufacturer.value, lost), "A", "B", "C", "?"),
        NamedLoss.MANUFACTURE: some(
            lambda source, lost: hit(source.manufacture.value, lost), "CN", "US", "NL", "DE", "?"
        ),
        NamedLoss.CONTROL: some(controlled, "CN", "US", "NL", "DE", "P", "Q", "?"),
        NamedLoss.OUTSIDE: all(outside(source) for source in part.sources),
    }


@settings(max_examples=300, deadline=None)
@given(boms())
def test_it_is_what_the_definition_says(bom: Bom) -> None:
    found = asked(bom)["component:part"]
    sure, maybe = in_plain_words(bom, unknown_is_lost=False), in_plain_words(bom, unknown_is_lost=True)
    for threat in found.threats:
        wanted = YES if sure[threat.loss] else OPEN if maybe[threat.loss] else NO
        assert threat.stops is wanted, threat
        assert (threat.weeks.high == 0) >= (wanted is NO)
    assert (found.chain != ()) == (found.stops is not NO)
    if found.chain:
        assert found.chain[-2:] == ("component:part", "system:drone")
    assert (found.unknown != ()) == (found.stops is OPEN)


def changed(bom: Bom, part: Component, *suppliers: Supplier) -> Criticality:
    changed = replace(bom, components=(part,), suppliers=(*bom.suppliers, *suppliers))
    return asked(changed)["component:part"]


@settings(max_examples=200, deadline=None)
@given(boms(), st.sampled_from(["FR", "NL", "CN"]))
def test_another_independent_source_never_raises_the_place(bom: Bom, country: str) -> None:
    (part,) = bom.components
    other = sketch("x", {"x": [f"New@{country}"], "$suppliers": {"New": {**KNOWN, "parent": "New Group"}}})
    after = changed(bom, replace(part, sources=(*part.sources, *other.components[0].sources)), *other.suppliers)
    assert asked(bom)["component:part"].order <= after.order


@settings(max_examples=200, deadline=None)
@given(boms(), st.integers(0, 2), st.sampled_from(["manufacturer", "manufacture", "class", "stock"]))
def test_what_becomes_unknown_never_sinks_to_what_survives(bom: Bom, place: int, fact: str) -> None:
    (part,) = bom.components
    number = place % len(part.sources)
    source = part.sources[number]
    nobody = sketch("x", {"x": [""]}).components[0].sources[0]
    if fact == "class":
        less = replace(part, component_class=None)
    elif fact == "stock":
        less = replace(part, stock=None)
    else:
        hidden = replace(source, **{fact: getattr(nobody, fact)})
        less = replace(part, sources=(*part.sources[:number], hidden, *part.sources[number + 1 :]))
    before, after = asked(bom)["component:part"], changed(bom, less)
    assert after.stops is not NO or before.stops is NO
    assert (after.weeks.high is None) or before.weeks.high is None or after.weeks.high >= before.weeks.high
    if before.band is not Band.SURVIVES:
        assert after.band is not Band.SURVIVES


NAMED = (
    (Layer.SUPPLY, ("supplier",)),
    (Layer.SUPPLY, ("country",)),
    (Layer.CONTROL, ("parent", "country")),
)


@settings(max_examples=200, deadline=None)
@given(boms())
def test_the_kernel_says_the_same_of_every_loss(bom: Bom) -> None:
    graph, found = build(bom), asked(bom)["component:part"]
    for (layer, kinds), threat in zip(NAMED, found.threats, strict=False):
        names = [name for name in graph.nodes if name.partition(":")[0] in kinds]
        names += [f"{kind}:" for kind in kinds]
        for certain, sets in ((True, threat.causes), (False, (*threat.causes, *threat.assumed))):
            asked_of = graph if certain else with_unknowns_lost(graph)
            compiled, words = evaluate_losses(asked_of, [(name,) for name in names], (layer,))
            word = words[compiled.index["component:part"]]
            assert {name for place, name in enumerate(names) if word >> 2 * place & CERTAIN} == set(sets)
            if certain and not sets:
                assert (threat.stops is OPEN) == (word != 0)


def test_a_parent_and_its_countries_are_told_together_however_many_there_are() -> None:
    many = {f"p{number}": [f"M{number}@CN"] for number in range(3000)}
    makers = {f"M{number}": {"seat": "US", "parent": f"P{number}", "ownership": "DE"} for number in range(3000)}
    found = asked(sketch("drone", {**many, "$suppliers": makers}))
    assert found["component:p2999"].threats[2].causes == ("country:DE", "country:US", "parent:P2999")

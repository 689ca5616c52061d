"""The material layer: by hand, against the definition tried in full, and that what is not known never looks safe."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Loss, Verdict
from depmap.core.evidence import CellRef, Fact, Tier, unknown
from depmap.core.graph import Graph, Kind, Layer, Role
from depmap.core.materials import NO_MATERIALS, ClassMaterial, Material, MaterialWorld, Stage
from depmap.core.model import Bom, StatedMaterial
from depmap.core.sketch import sketch
from depmap.core.text import Text, same
from depmap.network.build import build
from depmap.network.consequences import consequences
from depmap.network.cut_sets import Question, cut_sets
from depmap.network.groups import buildable_from
from depmap.network.routes import routes
from depmap.network.scenarios import lose
from depmap.network.settling import settling
from depmap.network.single_points import single_points
from depmap.network.standstill import outages, standstills

MATERIAL = Layer.MATERIAL
MATERIALS = (MATERIAL,)


def world(
    holds: dict[str, dict[str, str]], shares: dict[str, dict[str, float]], tolerates: float = 0.5
) -> MaterialWorld:
    """``holds``: class -> material -> importance, ``?`` behind it when only assumed; ``shares``: stage -> shares."""
    ids = sorted({stage.partition("/")[0] for stage in shares} | {name for each in holds.values() for name in each})
    stages: dict[str, tuple[Stage, ...]] = {}
    for name, parts in shares.items():
        material, _, step = name.partition("/")
        ordered = dict(sorted(parts.items(), key=lambda item: -item[1]))
        stages[material] = (*stages.get(material, ()), Stage(material, step, ordered, Tier.INFERRED, "study 2023"))
    by_class = {
        name: tuple(
            ClassMaterial(
                each, same("magnet"), word.rstrip("?"), Tier.ASSUMED if "?" in word else Tier.INFERRED, "list"
            )
            for each, word in held.items()
        )
        for name, held in holds.items()
    }
    return MaterialWorld({each: Material(each, same(each)) for each in ids}, by_class, stages, {}, tolerates)


def drone(parts: dict[str, list[str]], **classes: str) -> Bom:
    fields = {name: {"component_class": component_class} for name, component_class in classes.items()}
    return sketch("drone", {**parts, "$components": fields})


MAGNETS = world(
    {"motor": {"neodymium": "core", "dysprosium": "common", "cobalt": "core?"}},
    {
        "neodymium/extraction": {"CN": 0.6, "AU": 0.2, "US": 0.15},
        "neodymium/processing": {"CN": 0.9, "MY": 0.08},
        "dysprosium/processing": {"CN": 0.98},
        "cobalt/extraction": {"CD": 0.4, "ID": 0.2, "RU": 0.1},
    },
)
PLANE = build(drone({"engine": ["A@DE"], "radio": ["B@NL"]}, engine="motor"), MAGNETS)


def points(graph: Graph, certain: bool) -> list[str]:
    return [each.node for each in single_points(graph, MATERIAL) if each.certain is certain]


def test_what_a_class_certainly_holds_is_needed_and_its_stages_with_it() -> None:
    assert points(PLANE, certain=True) == [
        "country:CN",
        "material:neodymium",
        "stage:neodymium/extraction",
        "stage:neodymium/processing",
    ]
    china = next(each for each in single_points(PLANE, MATERIAL) if each.node == "country:CN")
    stage, material = china.witness[1:3]
    assert (china.witness[0], stage.partition("/")[0], material) == (
        "country:CN",
        "stage:neodymium",
        "material:neodymium",
    )
    assert china.components == ("component:engine",)


def test_what_a_list_only_assumes_is_a_possible_single_point_told_through_the_material() -> None:
    found = {each.node: each for each in single_points(PLANE, MATERIAL) if not each.certain}
    assert set(found) == {
        "material:cobalt",
        "material:dysprosium",
        "stage:cobalt/extraction",
        "stage:dysprosium/processing",
        "unknown:material",
        "unknown:share",
    } - {"unknown:share"}
    assert found["stage:cobalt/extraction"].witness == (
        "stage:cobalt/extraction",
        "material:cobalt",
        "component:engine",
        "system:drone",
    )
    assert found["unknown:material"].components == ("component:engine", "component:radio")


def test_a_country_that_stops_an_assumed_material_alone_is_a_possible_single_point() -> None:
    alone = world({"motor": {"cobalt": "common"}}, {"cobalt/extraction": {"CD": 0.7, "ID": 0.3}})
    (point,) = [
        each
        for each in single_points(build(drone({"engine": ["A@DE"]}, engine="motor"), alone), MATERIAL)
        if each.node == "country:CD"
    ]
    assert not point.certain
    assert point.witness == (
        "country:CD",
        "stage:cobalt/extraction",
        "material:cobalt",
        "component:engine",
        "system:drone",
    )


def test_what_is_published_under_no_country_leaves_a_stage_open() -> None:
    """Congo and Indonesia have 0.6 together; Congo alone 0.4, and with the 0.3 of nobody more than half."""
    graph = build(drone({"engine": ["A@DE"]}, engine="motor"), replace_core(MAGNETS, "cobalt"))
    assert "stage:cobalt/extraction" in lose(graph, ["country:CD"], MATERIALS).maybe_lost
    assert "stage:cobalt/extraction" in lose(graph, ["country:CD", "country:ID"], MATERIALS).lost
    assert "stage:neodymium/processing" not in (outcome := lose(graph, ["country:MY"], MATERIALS)).maybe_lost
    assert "stage:neodymium/processing" not in outcome.lost


def replace_core(known: MaterialWorld, material: str) -> MaterialWorld:
    """The same world in which the motors certainly hold this material."""
    held = tuple(
        replace(each, importance="core", tier=Tier.INFERRED) if each.material == material else each
        for each in known.by_class["motor"]
    )
    return replace(known, by_class={"motor": held})


def test_an_export_control_takes_the_share_and_leaves_the_country() -> None:
    control = ["share:neodymium/processing/CN", "share:neodymium/extraction/CN"]
    outcome = lose(PLANE, control, MATERIALS)
    assert "component:engine" in outcome.lost
    assert "country:CN" not in outcome.lost
    assert "component:radio" in outcome.maybe_lost  # nobody says what is in it
    assert lose(PLANE, control, (Layer.SUPPLY, Layer.CONTROL)).lost == tuple(sorted(control))
    stop = next(each for each in consequences(PLANE, control, MATERIALS).stops if each.node == "component:engine")
    assert stop.chain.nodes[1:3] == ("stage:" + stop.chain.nodes[0][6:-3], "material:neodymium")


def test_a_control_leaves_open_only_the_rest_of_its_own_stage() -> None:
    graph = build(drone({"engine": ["A@DE"]}, engine="motor"), replace_core(MAGNETS, "cobalt"))
    outcome = lose(graph, ["share:neodymium/processing/MY"], MATERIALS)
    assert "unknown:share/stage:neodymium/processing" in outcome.maybe_lost
    assert "unknown:share/stage:cobalt/extraction" not in outcome.maybe_lost


def test_a_material_of_which_no_stage_is_known_is_not_safe() -> None:
    graph = build(drone({"engine": ["A@DE"]}, engine="motor"), world({"motor": {"cobalt": "core"}}, {}))
    assert "material:cobalt" in lose(graph, ["country:CD"], MATERIALS).maybe_lost


# What is stated of the component.

CELL = CellRef("bom.xlsx", "Sheet1", 2, "F")


def stated(name: str, tier: Tier = Tier.DECLARED, maker: str | None = None) -> tuple[StatedMaterial, ...]:
    return (StatedMaterial(Fact(name, tier, (CELL,)), maker=maker),)


@pytest.mark.parametrize(
    ("statements", "needed", "hinted"),
    [
        (stated("Dysprosium"), {"A", "B"}, set()),
        (stated("dysprosium ", Tier.INFERRED), {"A", "B"}, set()),
        (stated("dysprosium", Tier.ASSUMED), set(), {"A", "B"}),
        (stated("dysprosium", maker="A"), {"A"}, set()),
        (stated("dysprosium alloy"), set(), set()),
    ],
)
def test_what_is_stated_is_needed_by_the_sources_it_is_said_of(
    statements: tuple[StatedMaterial, ...], needed: set[str], hinted: set[str]
) -> None:
    bom = sketch("drone", {"shaft": ["A@DE", "B@DE"], "$components": {"shaft": {"materials": statements}}})
    graph = build(bom, MAGNETS)
    sources = {node.label: node for node in graph.of_kind(Kind.SOURCE)}
    holding = {label for label, node in sources.items() if "material:dysprosium" in [each.node for each in node.needs]}
    unknowns = {label: graph.nodes[f"unknown:material/{node.id}"] for label, node in sources.items()}
    assert holding == needed
    assert {label for label, node in unknowns.items() if node.hints} == hinted
    for label in holding:
        (need,) = [each for each in sources[label].needs if each.node == "material:dysprosium"]
        assert (need.role, need.layer, need.cells) == (Role.MATERIAL, MATERIAL, (CELL,))


def test_a_declaration_of_one_makers_part_is_only_a_hint_where_the_maker_is_unknown() -> None:
    fields = {"shaft": {"materials": stated("dysprosium", maker="A")}}
    graph = build(sketch("drone", {"shaft": ["@DE"], "$components": fields}), MAGNETS)
    assert graph.nodes["unknown:material/source:component:shaft/1"].hints == ("material:dysprosium",)
    assert points(graph, certain=True) == []


def test_the_better_evidence_of_two_stands() -> None:
    fields = {"engine": {"component_class": "motor", "materials": stated("Neodymium")}}
    graph = build(sketch("drone", {"engine": ["A@DE"], "$components": fields}), MAGNETS)
    (need,) = [each for each in graph.nodes["source:component:engine/1"].needs if each.node == "material:neodymium"]
    assert (need.tier, need.cells) == (Tier.DECLARED, (CELL,))


def test_a_name_that_two_materials_share_means_neither() -> None:
    twice = {each: Material(each, Text(nl=each, en="earth")) for each in ("neodymium", "dysprosium")}
    fields = {"shaft": {"materials": stated("earth")}}
    graph = build(sketch("drone", {"shaft": ["A@DE"], "$components": fields}), replace(MAGNETS, materials=twice))
    assert graph.of_kind(Kind.MATERIAL) == ()


# The questions.


def test_the_way_from_a_country_names_the_stage_and_the_material_with_their_evidence() -> None:
    (first, *_) = [each for each in routes(PLANE, "country:CN") if each.layer is MATERIAL]
    assert first.stops is Verdict.YES
    assert first.nodes[-3:] == ("material:neodymium", "component:engine", "system:drone")
    country, stage, material = first.steps[:3]
    assert [each.role for each in (country, stage, material)] == [Role.SHARE, Role.STAGE, Role.MATERIAL]
    assert {each.tier for each in (country, stage, material)} == {Tier.INFERRED}
    assert (country.reference, material.reference) == ("study 2023", "list")


def test_an_assumed_material_is_a_step_that_proves_nothing() -> None:
    (route,) = [each for each in routes(PLANE, "material:cobalt") if each.layer is MATERIAL]
    assert (route.stops, route.steps[0].tier) == (Verdict.CANNOT_DECIDE, Tier.ASSUMED)


def test_the_standstill_under_a_control_is_that_of_the_components_that_hold_it() -> None:
    bom = drone({"engine": ["A@DE"], "radio": ["B@NL"]}, engine="motor")
    times = outages(bom, {"motor": 30.0}, None)
    loss = Loss("control", same("control"), ("share:neodymium/processing/CN",))
    (answer,) = standstills(PLANE, times, [loss], MATERIALS)
    assert (answer.stops, answer.certain, answer.possible) == (
        Verdict.YES,
        ("component:engine",),
        ("component:radio",),
    )
    assert (answer.weeks.low, answer.weeks.high) == (0.0, None)
    ask = settling(PLANE, loss.nodes, MATERIALS)
    assert [each.unknown for each in ask.clear] == ["unknown:material/source:component:radio/1"]
    assert [str(cell) for each in ask.clear for cell in each.cells] == ["Sheet1!A3"]


def test_the_other_layers_know_nothing_of_materials() -> None:
    bom = drone({"engine": ["A@DE"], "radio": ["B@NL"]}, engine="motor")
    for layer in (Layer.SUPPLY, Layer.CONTROL):
        assert single_points(PLANE, layer) == single_points(build(bom), layer)
        groups = {"EU": {"DE", "NL"}}
        assert buildable_from(PLANE, groups, layer) == buildable_from(build(bom), groups, layer)


# Against the definition, tried in full.

COUNTRIES = ("CN", "RU", "DE", "CD")
STAGES = ("a/extraction", "a/processing", "b/extraction", "c/processing")
SHARES = st.dictionaries(st.sampled_from(COUNTRIES), st.integers(0, 5).map(lambda tenths: tenths / 10), max_size=4).map(
    lambda parts: {code: share for code, share in parts.items() if share}
)
HOLDS = st.dictionaries(
    st.sampled_from(["x", "y"]),
    st.dictionaries(st.sampled_from("abc"), st.sampled_from(["core", "common", "optional", "core?", "common?"])),
)
WORLDS = st.builds(
    lambda holds, shares, tolerates: world(holds, shares, tolerates / 10),
    HOLDS,
    st.dictionaries(st.sampled_from(STAGES), SHARES.filter(lambda parts: sum(parts.values()) <= 1.0001)),
    st.integers(0, 9),
)
SYSTEMS = st.dictionaries(
    st.sampled_from(["engine", "radio", "frame"]),
    st.tuples(
        st.sampled_from([None, "x", "y"]),
        st.lists(st.sampled_from(["A@DE", "B@NL", "@DE"]), min_size=1, max_size=2, unique=True),
        st.sampled_from([None, "a", "c"]),
        st.sampled_from([None, "A"]),
    ),
    min_size=1,
)
System = dict[str, tuple[str | None, list[str], str | None, str | None]]


def bom_of(system: System) -> Bom:
    fields = {
        name: {"component_class": component_class, "materials": stated(material, maker=maker) if material else ()}
        for name, (component_class, _, material, maker) in system.items()
    }
    return sketch("drone", {**{name: each[1] for name, each in system.items()}, "$components": fields})


def stops_by_hand(known: MaterialWorld, system: System, lost: frozenset[str], assumed: bool) -> bool:
    """Whether the drone stops when these are lost, read off the definition; with ``assumed`` the lists are right."""

    def stage_lost(stage: Stage) -> bool:
        gone = sum(
            round(10 * share) for code, share in stage.shares.items() if f"country:{code}" in lost
        )  # in tenths, so that sums are exact
        return f"stage:{stage.id}" in lost or gone > round(10 * known.tolerates)

    def material_lost(material: str) -> bool:
        return f"material:{material}" in lost or any(map(stage_lost, known.stages.get(material, ())))

    def source_lost(source: str, component_class: str | None, material: str | None, maker: str | None) -> bool:
        listed = known.by_class.get(component_class or "", ())
        held = {each.material for each in listed if assumed or each.is_certain}
        here = source.partition("@")[0]
        if material in known.materials and (maker in (None, here) or (assumed and not here)):
            held.add(str(material))
        return any(map(material_lost, held))

    return any(
        all(source_lost(source, component_class, material, maker) for source in sources)
        for component_class, sources, material, maker in system.values()
    )


def candidates(graph: Graph) -> list[str]:
    return [node.id for node in graph.of_kind(Kind.COUNTRY, Kind.MATERIAL, Kind.STAGE)]


@settings(max_examples=300, deadline=None)
@given(WORLDS, SYSTEMS)
def test_single_points_are_those_of_the_definition(known: MaterialWorld, system: System) -> None:
    graph = build(bom_of(system), known)
    found = {each.node: each.certain for each in single_points(graph, MATERIAL) if not each.node.startswith("unknown")}
    sure = {name for name in candidates(graph) if stops_by_hand(known, system, frozenset([name]), assumed=False)}
    maybe = {name for name in candidates(graph) if stops_by_hand(known, system, frozenset([name]), assumed=True)}
    assert {name for name, certain in found.items() if certain} == sure
    assert set(found) == sure | maybe


@settings(max_examples=200, deadline=None)
@given(WORLDS, SYSTEMS, st.booleans())
def test_pairs_are_those_of_the_definition(known: MaterialWorld, system: System, assumed: bool) -> None:
    graph = build(bom_of(system), known)
    kinds = (Kind.COUNTRY, Kind.MATERIAL, Kind.STAGE)
    found = cut_sets(graph, Question(MATERIALS, 2, kinds, None, certain=not assumed))
    subsets = [frozenset(each) for size in (1, 2) for each in combinations(candidates(graph), size)]
    stopping = {each for each in subsets if stops_by_hand(known, system, each, assumed)}
    minimal = {each for each in stopping if not any(each - {name} in stopping for name in each)}
    assert {frozenset(each.nodes) for each in found.sets} == minimal


# What is not known never looks safe.


@settings(max_examples=200, deadline=None)
@given(WORLDS, SYSTEMS, st.sets(st.sampled_from([*COUNTRIES, "NL"])))
def test_no_group_of_countries_is_ever_a_yes(known: MaterialWorld, system: System, group: set[str]) -> None:
    bom = bom_of(system)
    for each in (known, NO_MATERIALS):
        (answer,) = buildable_from(build(bom, each), {"group": group}, MATERIAL)
        assert answer.verdict is not Verdict.YES
    assert answer.verdict is Verdict.CANNOT_DECIDE  # without a world nothing is known, so nothing is certain


def poorer(known: MaterialWorld, held: int, share: int) -> MaterialWorld:
    """The world with one certainty less: a material that is only common, and a share that nobody is named for."""
    by_class = {name: tuple(each) for name, each in known.by_class.items()}
    for name, each in by_class.items():
        if each:
            place = held % len(each)
            by_class[name] = (*each[:place], replace(each[place], importance="common"), *each[place + 1 :])
    stages = {
        material: tuple(
            replace(
                each,
                shares={code: part for place, (code, part) in enumerate(each.shares.items()) if place != share},
            )
            for each in found
        )
        for material, found in known.stages.items()
    }
    return replace(known, by_class=by_class, stages=stages)


LOST = st.sets(
    st.sampled_from([*(f"country:{code}" for code in COUNTRIES), "material:a", "stage:a/processing"]), min_size=1
)


@settings(max_examples=300, deadline=None)
@given(WORLDS, SYSTEMS, LOST, st.integers(0, 2), st.integers(0, 2))
def test_knowing_less_only_widens_an_answer(
    known: MaterialWorld, system: System, lost: set[str], held: int, share: int
) -> None:
    bom = bom_of(system)
    names = [f"component:{name}" for name in system] + ["system:drone"]
    more = lose(build(bom, known), lost, MATERIALS)
    less = lose(build(bom, poorer(known, held, share)), lost, MATERIALS)
    for name in names:
        assert name in more.lost or name not in less.lost
        assert name not in more.lost + more.maybe_lost or name in less.lost + less.maybe_lost


@settings(max_examples=100, deadline=None)
@given(WORLDS, SYSTEMS, st.sets(st.sampled_from(COUNTRIES)), st.integers(0, 2), st.integers(0, 2))
def test_knowing_less_never_turns_an_open_verdict_into_a_yes_or_a_no(
    known: MaterialWorld, system: System, group: set[str], held: int, share: int
) -> None:
    bom = bom_of(system)
    (more,) = buildable_from(build(bom, known), {"group": group}, MATERIAL)
    (less,) = buildable_from(build(bom, poorer(known, held, share)), {"group": group}, MATERIAL)
    assert less.verdict in (Verdict.CANNOT_DECIDE, more.verdict)


def test_a_world_of_nothing_leaves_every_source_open() -> None:
    graph = build(drone({"engine": ["A@DE", "B@NL"]}))
    open_ones = [node.id for node in graph.of_kind(Kind.UNKNOWN) if node.id.startswith("unknown:material/")]
    assert open_ones == ["unknown:material/source:component:engine/1", "unknown:material/source:component:engine/2"]
    assert unknown().cells == ()

"""What the network shows: the lines of each layer, the groups, and what stands alone when there is too much."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from depmap.core.graph import Layer
from depmap.core.material_lists import material_world
from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.network import Network
from reports.page.network.drawing import network_data
from reports.page.network.picture import NOWHERE, SHARE, VIEWS, Picture, is_drawn, picture
from reports.page.systems import systems
from reports.words.rows import component_list
from tests.reports.analyses import analysed, analysis, drone, drone_bom, findings_of, large_bom


def drawn(bom: Bom, layer: Layer) -> Picture:
    system = analysed(bom, findings_of(bom))
    return picture(system, component_list(system), layer)


def data(bom: Bom) -> Any:
    return network_data(systems(analysis(bom))[0])


def test_a_source_becomes_a_line_from_its_component_through_its_maker_to_its_country() -> None:
    view = drawn(sketch("s", {"m": ["Acme@CN", "@DE"]}), Layer.SUPPLY)
    assert view.lines == (("system:s", "component:m"),)
    assert view.chains == {
        "component:m": (
            (NOWHERE, "supplier:Acme"),
            (NOWHERE, "unknown:manufacturer"),
            ("supplier:Acme", "country:CN"),
            ("unknown:manufacturer", "country:DE"),
        )
    }


def test_the_layer_of_control_shows_who_commands_the_makers() -> None:
    bom = sketch("s", {"m": ["Acme@CN"], "$suppliers": {"Acme": {"seat": "NL", "parent": "Group", "ownership": "US"}}})
    view = drawn(bom, Layer.CONTROL)
    assert view.chains == {"component:m": ((NOWHERE, "supplier:Acme"),)}
    assert view.below == (
        ("parent:Group", "country:US"),
        ("supplier:Acme", "country:NL"),
        ("supplier:Acme", "parent:Group"),
    )


def test_the_layer_of_materials_goes_by_stages_to_the_countries_with_a_large_share() -> None:
    view = drawn(drone_bom(), Layer.MATERIAL)
    held = {name for chain in view.chains.values() for _, name in chain}
    assert held
    assert all(name.startswith("material:") for name in held)
    stages = {name for owner, name in view.below if owner in held and name.startswith("stage:")}
    assert stages
    world = material_world()
    for stage in stages:
        name = stage.partition(":")[2]
        known = next(each for each in world.stages[name.rpartition("/")[0]] if each.id == name)
        large = {f"country:{code}" for code, share in known.shares.items() if share >= SHARE}
        assert {name for owner, name in view.below if owner == stage} == large


def test_what_has_no_place_in_a_picture_is_not_drawn() -> None:
    graph = Network.of(drone_bom(), material_world()).graph
    for layer in VIEWS:
        parties = drawn(drone_bom(), layer).parties
        assert all(is_drawn(name, layer) for name in parties)
        assert parties - graph.nodes.keys() <= {name for name in parties if name.startswith("unknown:")}
    assert not is_drawn("share:neodymium/extraction/CN", Layer.MATERIAL)
    assert not is_drawn("country:CN", Layer.STRUCTURE)


@pytest.mark.parametrize("layer", VIEWS)
def test_every_line_ends_at_nodes_that_have_facts(layer: Layer) -> None:
    view = drawn(drone_bom(), layer)
    ends = {name for pair in (*view.lines, *view.below, *(p for c in view.chains.values() for p in c)) for name in pair}
    assert ends - {NOWHERE} <= view.parties | view.alone | {name for pair in view.lines for name in pair}


@pytest.mark.parametrize("by", ["assembly", "supplier", "country"])
@pytest.mark.parametrize(
    "bom", [drone_bom(), large_bom(), sketch("kaal", {"a": [""], "leeg": {}})], ids=lambda bom: bom.system
)
def test_every_component_is_in_one_group_of_each_kind(bom: Bom, by: str) -> None:
    found = data(bom)
    inside = Counter(number for _, _, numbers in found["groups"][by] for number in numbers)
    assert inside == Counter(range(len(bom.components)))
    for place, (_, parent, _) in enumerate(found["groups"][by]):
        assert parent < place, "a group comes after the one that it is part of"


def test_groups_are_named_after_what_the_first_source_says() -> None:
    found = data(sketch("s", {"a": ["Acme@CN", "Volt@DE"], "b": ["Acme@DE"], "c": [""], "d": {"e": ["Volt@CN"]}}))
    ids = found["components"]["ids"]
    told = {
        by: {head: {ids[number] for number in numbers} for head, _, numbers in groups}
        for by, groups in found["groups"].items()
    }
    assert told["supplier"] == {
        "supplier:Acme": {"component:a", "component:b"},
        "supplier:Volt": {"component:e"},
        "unknown:manufacturer": {"component:c"},
    }
    assert told["country"] == {
        "country:CN": {"component:a", "component:e"},
        "country:DE": {"component:b"},
        "unknown:manufacture": {"component:c"},
    }
    assert told["assembly"] == {
        "system:s": {"component:a", "component:b", "component:c"},
        "assembly:d": {"component:e"},
    }
    assert list(told["country"])[-1] == "unknown:manufacture"


def test_patterns_and_numbers_give_back_the_chains() -> None:
    bom = large_bom()
    found = data(bom)
    for view, layer in zip(found["views"], VIEWS, strict=True):
        chains = drawn(bom, layer).chains
        names = [*view["names"], NOWHERE]
        for identity, pattern in zip(found["components"]["ids"], view["of"], strict=True):
            told = {(names[owner], names[name]) for owner, name in view["patterns"][pattern]}
            assert told == set(chains[identity])


def test_too_many_components_stand_alone_only_as_far_as_they_matter() -> None:
    found = data(large_bom())
    alone = [
        ids for ids, one in zip(found["components"]["ids"], found["components"]["alone"], strict=True) if one == "1"
    ]
    assert 0 < len(alone) <= 300
    assert found["views"][0]["hidden"] == 900 - len(alone)
    assert {node["id"] for node in found["views"][0]["nodes"] if node["id"].startswith("component:")} == set(alone)
    small = data(drone_bom())
    assert set(small["components"]["alone"]) == {"1"}
    assert small["views"][0]["hidden"] == 0


def test_single_points_keep_their_border_when_they_are_not_drawn_yet() -> None:
    system = systems(drone())[0]
    views: Any = network_data(system)["views"]
    for view, layer in zip(views, VIEWS, strict=True):
        told = {node["id"]: node["borderWidth"] for node in view["nodes"]} | view["borders"]
        for point in system.system.single_points:
            if point.layer is layer:
                assert told[point.node] == (3 if point.certain else 2)


def test_the_same_network_always_gives_the_same_data() -> None:
    assert data(drone_bom()) == data(drone_bom())

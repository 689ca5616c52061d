"""What the script draws the network from, in every language: marks, lines, groups, and what stands in closed ones.

Nothing here is a place or a word: the script works out where things stand, `reports.page.network.map_data` says what
they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from depmap.core.graph import Graph, Kind, Role, node_id
from depmap.core.judgement import Grade
from reports.page.network import picture
from reports.page.network.picture import LIMIT, Picture
from reports.page.systems import System
from reports.words import names
from reports.words.format import visible

Group = tuple[str, int, list[int]]
"""The node at its head, the group that it is part of by its place (-1: the system), and its components by number."""


def network_data(system: System) -> dict[str, object]:
    """One system, ready for JSON.

    Returns:
        ``top`` the system; ``room`` what is drawn at most (see `_room`); ``components`` with ``ids``, ``labels``,
        ``grades`` (a digit each) and ``alone`` (1: stands alone when the page opens), in one order by which everything
        else counts them; ``groups`` by assembly, supplier and country, each a list of `Group`; ``views`` one per layer,
        with ``nodes`` and ``edges`` of pyvis, ``names`` of what components hang on, ``patterns`` of lines between these
        (-1: the component), ``of`` the pattern of each component, ``below`` the lines further down, ``borders`` of the
        single points that are no node yet, and ``hidden``, how many components are in closed groups at first.
    """
    rows = sorted((*system.parts.listed, *system.parts.others), key=lambda row: (-row.grade, row.node))
    grades = {row.node: row.grade for row in rows}
    pictures = picture.pictures(system.system)
    return {
        "top": names.key(system.system.graph.top),
        "room": _room(len(pictures[0].alone) == len(rows)),
        "components": {
            "ids": [names.key(row.node) for row in rows],
            "labels": [visible(row.component.description or row.component.id) for row in rows],
            "grades": "".join(str(int(row.grade)) for row in rows),
            "alone": "".join("1" if row.node in pictures[0].alone else "0" for row in rows),
        },
        "groups": _groups(system.system.graph, list(grades)),
        "views": [_view(each, system, grades) for each in pictures],
    }


STEP, MOST = 200, 1_500
"""Components of a group that open at once, and those that stand alone at most: drawn in a fifth of a second."""


def _room(whole: bool) -> dict[str, int]:
    """How many groups, and how many of one ``kind`` of name, are drawn at first; more when the picture is ``whole``.

    ``fits`` is the number of components and groups of which no group is closed; ``step`` and ``most`` are as above.
    """
    groups, kind = (LIMIT, 200) if whole else (36, 70)
    return {"groups": groups, "kind": kind, "fits": LIMIT, "step": STEP, "most": MOST}


def _view(view: Picture, system: System, grades: dict[str, Grade]) -> dict[str, object]:
    nodes, edges = picture.build(view, system.system, grades)
    parties = sorted(view.parties)
    place = {picture.NOWHERE: -1} | {name: number for number, name in enumerate(parties)}
    patterns: dict[tuple[picture.Pair, ...], int] = {}
    of = [patterns.setdefault(view.chains[name], len(patterns)) for name in grades]
    have = {node["id"] for node in nodes}
    borders = picture.borders(system.system, view.layer)
    return {
        "layer": view.layer.value,
        "nodes": nodes,
        "edges": edges,
        "names": [names.key(name) for name in parties],
        "patterns": [[(place[owner], place[name]) for owner, name in chain] for chain in patterns],
        "of": of,
        "below": [(place[owner], place[name]) for owner, name in view.below],
        "borders": {names.key(name): width for name, width in borders.items() if names.key(name) not in have},
        "hidden": len(grades) - len(view.alone),
    }


def _groups(graph: Graph, components: Sequence[str]) -> dict[str, list[Group]]:
    number = {name: place for place, name in enumerate(components)}
    return {
        "assembly": _by_assembly(graph, number),
        "supplier": _by_source(graph, number, Role.MANUFACTURER),
        "country": _by_source(graph, number, Role.MANUFACTURE),
    }


def _by_assembly(graph: Graph, number: dict[str, int]) -> list[Group]:
    """In the order of the workbook, depth first; a component that several assemblies need stands with the first."""
    found: list[Group] = []
    seen: set[str] = set()
    waiting = [(graph.top, -1)]
    while waiting:
        name, parent = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        below = [need.node for need in graph.nodes[name].needs if need.role is Role.CHILD]
        own = [each for each in below if each in number and each not in seen]
        seen.update(own)
        at = -1
        if own or name != graph.top:
            at = len(found)
            found.append((names.key(name), parent, sorted(number[each] for each in own)))
        inner = parent if name == graph.top else at
        waiting.extend((each, inner) for each in reversed(below) if graph.nodes[each].kind is Kind.ASSEMBLY)
    return found


def _by_source(graph: Graph, number: dict[str, int], role: Role) -> list[Group]:
    """By the maker or the country of the first source, the largest first and what is unknown last."""
    found: dict[str, list[int]] = defaultdict(list)
    for name, place in number.items():
        sources = [need.node for need in graph.nodes[name].needs if need.role is Role.SOURCE]
        needs = [need for source in sources[:1] for need in graph.nodes[source].needs if need.role is role]
        found[picture.end(graph, needs[0]) if needs else node_id(Kind.UNKNOWN, role)].append(place)
    ordered = sorted(found, key=lambda name: (name.startswith(f"{Kind.UNKNOWN}:"), -len(found[name]), name))
    return [(names.key(name), -1, found[name]) for name in ordered]

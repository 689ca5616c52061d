"""Assemblies that are listed more than once: described again, or only referred to."""

from __future__ import annotations

from bom.assembly.structure_problems import ASSEMBLIES_DIFFER
from bom.assembly.tree import NOWHERE, SEPARATE, Key, Place, Tree


def join_repeats(tree: Tree) -> None:
    """Equal assemblies become one place; a line that only names a listed assembly needs that place.

    Two places are equal when their parts have the same key and their children are equal, quantities included. Contents
    are compared from below upwards by what they were found equal to, so that no content is looked at twice: the time is
    linear in the number of lines, up to sorting.
    """
    first: dict[object, Place] = {}
    for place in _upwards(tree):
        key = tree.keys[place.rows[0]]
        if key[0] == SEPARATE:
            continue
        kept = first.setdefault((key, _contents(tree, place)), place)
        if kept is not place:
            _echo(tree, place, kept)
    known: dict[Key, list[Place]] = {}
    for place in tree.places:
        if place.rows and place.children and tree.keys[place.rows[0]][0] != SEPARATE:
            known.setdefault(tree.keys[place.rows[0]], []).append(place)
    for places in known.values():
        if len(places) > 1:
            cells = [tree.rows[place.rows[0]].cell for place in places]
            tree.issues.append(ASSEMBLIES_DIFFER.at(cells[1], cells, name=places[0].name))
    for row in tree.rows:
        if tree.declares[row.index] is None and tree.keys[row.index] in known:
            tree.declare(known[tree.keys[row.index]][0], (row.index,))


def _upwards(tree: Tree) -> list[Place]:
    """The places that lines declare, each after all places below it; what lies on a cycle is left out."""
    waiting = {place.index: _below(tree, place) for place in tree.places if place.rows}
    ready = [tree.places[index] for index, count in waiting.items() if not count]
    for place in ready:
        for index in place.rows:
            owner = tree.owner[index]
            if owner in waiting:
                waiting[owner] -= 1
                if not waiting[owner]:
                    ready.append(tree.places[owner])
    return ready


def _below(tree: Tree, place: Place) -> int:
    return sum(1 for index in place.children if tree.declares[index] is not None)


def _contents(tree: Tree, place: Place) -> tuple[str, ...]:
    """The children of a place, in a form that is equal when they are."""
    return tuple(sorted(_child(tree, index) for index in place.children))


def _child(tree: Tree, index: int) -> str:
    """What a line asks for, in a form that is equal when it asks for the same."""
    line = tree.rows[index].line
    what: object = tree.declares[index]
    return repr((tree.keys[index] if what is None else what, line.values.get("quantity"), line.dnp))


def _echo(tree: Tree, place: Place, kept: Place) -> None:
    """``place`` says the same as ``kept``: its lines are kept as cells and need nothing by themselves."""
    for index in place.children:
        tree.owner[index] = NOWHERE
    kept.echoes += [place.children, *place.echoes]
    for index in place.rows:
        tree.declares[index] = kept.index
    kept.rows += place.rows
    place.rows, place.children, place.echoes = (), [], []

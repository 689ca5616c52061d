"""No assembly contains itself: the closing step of every cycle is cut, and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bom.assembly.structure_problems import CYCLE
from bom.assembly.tree import NOWHERE, TOP, Place, Tree

Step = tuple[int | None, Place]
"""One step down: the line that makes it (none for a place without lines) and the place below."""


def break_cycles(tree: Tree) -> None:
    """Cut each step that closes a cycle; a place that nothing else needs then stands directly under the system.

    A place that is left without children is none any more: its lines ask for a component, of which nothing is known,
    where an assembly without needs would look safe.

    Depth first over the places with a stack of our own (depth is not limited), first from the top, then from whatever
    the top does not reach. Linear in lines and places.
    """
    lines, loose = tree.at_top()
    steps = _steps(tree)
    starts = [place for index in lines if (place := tree.place_of(index))] + loose + tree.places
    done: set[int] = set()
    for start in starts:
        if start.index not in done:
            _walk(tree, steps, start, done)
    for place in tree.places:
        if place.rows and all(tree.owner[index] == NOWHERE for index in place.rows):
            tree.owner[place.rows[0]] = TOP
        place.children = [index for index in place.children if tree.owner[index] == place.index]
    holding = {place.owner for place in tree.places if not place.rows}
    for place in tree.places:
        if not place.children and place.index not in holding:
            tree.undeclare(place)


def _steps(tree: Tree) -> dict[int, list[Step]]:
    """The steps down from each place."""
    steps: dict[int, list[Step]] = {place.index: [] for place in tree.places}
    for index, owner in enumerate(tree.owner):
        place = tree.place_of(index)
        if owner >= 0 and place is not None:
            steps[owner].append((index, place))
    for place in tree.places:
        if not place.rows and place.owner >= 0:
            steps[place.owner].append((None, place))
    return steps


def _walk(tree: Tree, steps: Mapping[int, Sequence[Step]], start: Place, done: set[int]) -> None:
    path = [start]
    on_path = {start.index: 0}
    left = [iter(steps[start.index])]
    while path:
        step = next(left[-1], None)
        if step is None:
            done.add(path[-1].index)
            del on_path[path.pop().index]
            left.pop()
            continue
        index, place = step
        if place.index in on_path:
            _cut(tree, index, path[on_path[place.index] :])
        elif place.index not in done:
            on_path[place.index] = len(path)
            path.append(place)
            left.append(iter(steps[place.index]))


def _cut(tree: Tree, index: int | None, cycle: Sequence[Place]) -> None:
    """The last place of the cycle no longer leads back to the first."""
    if index is None:
        cycle[0].owner = TOP
    else:
        tree.owner[index] = NOWHERE
    names = [place.name for place in cycle]
    if len(names) > _SHOWN:
        names = [*names[: _SHOWN - 1], "...", names[-1]]
    cell = None if index is None else tree.rows[index].cell
    tree.issues.append(CYCLE.at(cell, cycle=" > ".join([*names, cycle[0].name])))


_SHOWN = 12
"""How many assemblies of a cycle a message names."""

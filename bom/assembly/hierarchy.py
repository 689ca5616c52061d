"""Which line stands under which, over the whole file: levels, parents, sheets, one root, no cycles.

The result is a set of *places*. A place is something that has children: a part that lines stand under, a parent that
has no line of its own, or a sheet. A line that declares a place needs it; one that declares none asks for a component.
Everything here is iterative and linear in the number of lines, up to sorting.
"""

from __future__ import annotations

from collections.abc import Sequence

from bom.assembly.cycles import break_cycles
from bom.assembly.outline import Outline, by_indent, by_item_number, by_level
from bom.assembly.repeats import join_repeats
from bom.assembly.rows import Row, same
from bom.assembly.structure_problems import (
    LEVEL_OR_PARENT,
    PARENT_GROUPS,
    PARENT_UNKNOWN,
    ROOT_IS_SYSTEM,
    SHEETS_ARE_ASSEMBLIES,
)
from bom.assembly.tree import NOWHERE, TOP, Key, Place, Tree
from depmap.core.issues import Issue

_NAMES_OF_PARENTS = ("part_number", "line_id", "mpn", "description")
_AGREES = 0.9
"""Levels and parents both given: from which share of agreeing lines on the levels are followed."""


def hierarchy(rows: Sequence[Row], keys: Sequence[Key]) -> Tree:
    """The tree of these lines.

    Args:
        rows: all part lines of the file, in its order.
        keys: for each line what identifies its part; lines with equal keys are the same part.
    """
    tree = Tree(rows, keys)
    tables: dict[int, list[int]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row.index)
    by_parent: list[int] = []
    for members in tables.values():
        outline = _outline([rows[index] for index in members], tree.issues)
        if outline is None:
            by_parent += [index for index in members if rows[index].text("parent")]
        else:
            _hang(tree, members, outline)
    _hang_by_parent(tree, by_parent)
    join_repeats(tree)
    _sheets(tree)
    break_cycles(tree)
    _root(tree)
    _say_orphans(tree)
    return tree


def _outline(rows: Sequence[Row], issues: list[Issue]) -> Outline | None:
    """By level unless a parent column contradicts it; by number or indentation when there is neither."""
    outline = by_level(rows)
    has_parents = any(row.text("parent") for row in rows)
    if outline is None:
        outline = None if has_parents else by_item_number(rows) or by_indent(rows)
    elif has_parents:
        wrong = _contradictions(rows, outline)
        if len(wrong) > (1 - _AGREES) * len(rows):
            issues.append(LEVEL_OR_PARENT.at(wrong[0].at("parent"), [row.at("parent") for row in wrong]))
            return None
    if outline is not None:
        issues.extend(outline.issues)
    return outline


def _contradictions(rows: Sequence[Row], outline: Outline) -> list[Row]:
    """Lines whose parent is another line than the one that their level puts them under."""
    known = {same(row.text(key)) for row in rows for key in _NAMES_OF_PARENTS} - {""}
    wrong = []
    for row, above in zip(rows, outline.above, strict=True):
        parent = same(row.text("parent"))
        if parent not in known:
            continue
        if above is None or all(same(rows[above].text(key)) != parent for key in _NAMES_OF_PARENTS):
            wrong.append(row)
    return wrong


def _hang(tree: Tree, members: Sequence[int], outline: Outline) -> None:
    """Each line that has lines below it declares a place of its own."""
    for index, above in zip(members, outline.above, strict=True):
        if above is not None:
            owner = members[above]
            tree.put(index, tree.place_of(owner) or tree.new_place(tree.rows[owner].name, (owner,)))


def _hang_by_parent(tree: Tree, members: Sequence[int]) -> None:
    """Each line under the place of the part that its parent column names; a name without a line becomes a place."""
    if not members:
        return
    column = _parent_column(tree, members)
    lines: dict[str, list[int]] = {}
    for row in tree.rows:
        name = same(row.text(column))
        if name:
            lines.setdefault(name, []).append(row.index)
    below: dict[str, list[int]] = {}
    for index in members:
        below.setdefault(same(tree.rows[index].text("parent")), []).append(index)
    for name, children in below.items():
        declaring = lines.get(name, [])
        place = next((place for index in declaring if (place := tree.place_of(index))), None)
        if place is None:
            named = tree.rows[declaring[0]].name if declaring else tree.rows[children[0]].text("parent")
            place = tree.new_place(named, named_by=() if declaring else children)
        tree.declare(place, declaring)
        for index in children:
            tree.put(index, place)


def _parent_column(tree: Tree, members: Sequence[int]) -> str:
    """The column by which parents are named: the one in which most of the names are found."""
    wanted = {same(tree.rows[index].text("parent")) for index in members}
    found = {key: len(wanted & {same(row.text(key)) for row in tree.rows}) for key in _NAMES_OF_PARENTS}
    return max(_NAMES_OF_PARENTS, key=lambda key: found[key])


def _sheets(tree: Tree) -> None:
    """Several sheets: each holds one assembly, that of the line which bears its name, or else one of its own."""
    sheets = list(dict.fromkeys(row.sheet for row in tree.rows))
    if len(sheets) < 2:
        return
    named = _by_name(tree)
    lines: dict[str, list[int]] = {}
    loose: dict[str, list[Place]] = {}
    top, without = tree.at_top()
    for index in top:
        lines.setdefault(tree.rows[index].sheet, []).append(index)
    for other in without:
        loose.setdefault(tree.rows[other.children[0]].sheet, []).append(other)
    own = []
    for sheet in sheets:
        bearing = [index for index in named.get(same(sheet), ()) if tree.rows[index].sheet != sheet]
        place = next((place for index in bearing if (place := tree.place_of(index))), None)
        if place is None:
            place = tree.new_place(sheet)
        tree.declare(place, bearing)
        if not bearing:
            own.append(sheet)
        for index in lines.get(sheet, ()):
            tree.put(index, place)
        for other in loose.get(sheet, ()):
            other.owner = place.index
    if len(own) > 1:
        tree.issues.append(SHEETS_ARE_ASSEMBLIES.at(None, count=len(own), names=", ".join(own)))


def _by_name(tree: Tree) -> dict[str, list[int]]:
    """The lines by part number and by description."""
    named: dict[str, list[int]] = {}
    for row in tree.rows:
        for name in sorted({same(row.text("part_number")), same(row.text("description"))} - {""}):
            named.setdefault(name, []).append(row.index)
    return named


def _root(tree: Tree) -> None:
    """When one line or one parent stands above all others, it is the system itself."""
    lines, loose = tree.at_top()
    tops = [tree.place_of(index) for index in lines] + loose
    place = tops[0] if len(tops) == 1 else None
    if (
        place is None
        or len(place.rows) > 1
        or any(tree.rows[index].dnp or tree.rows[index].is_moved for index in place.rows)
    ):
        return
    if place.rows:
        tree.root = place.rows[0]
        tree.owner[place.rows[0]] = NOWHERE
    if place.rows or place.named_by:
        cell = tree.rows[(place.rows or place.named_by)[0]].cell
        tree.issues.append(ROOT_IS_SYSTEM.at(cell, name=place.name))
    for index in place.children:
        tree.owner[index] = TOP
    for other in tree.places:
        if not other.rows and other.owner == place.index:
            other.owner = TOP
    place.rows, place.children, place.named_by = (), [], ()


def _say_orphans(tree: Tree) -> None:
    """A parent without a line is a group when no parent has one; beside others that have one it looks like an error."""
    groups = [place for place in tree.places if place.named_by]
    usual = any(row.text("parent") and not _named(tree, row) for row in tree.rows)
    for place in groups:
        rows = [tree.rows[index] for index in place.named_by]
        problem = PARENT_UNKNOWN if usual else PARENT_GROUPS
        cells = [row.at("parent") for row in rows]
        tree.issues.append(problem.at(cells[0], cells, parent=place.name, count=len(rows)))


def _named(tree: Tree, row: Row) -> bool:
    """Whether the line's parent is a place without a line."""
    owner = tree.owner[row.index]
    return owner < 0 or not tree.places[owner].rows

"""What each assembly needs: lines of one part under one parent become one need, alternates another source of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bom.assembly.rows import Row, same
from bom.assembly.structure_problems import ALTERNATE, ALTERNATE_QUANTITIES, QUANTITY_NEGATIVE, QUANTITY_ZERO
from bom.assembly.sums import multiplied, plus
from bom.assembly.tree import TOP, Key, Tree
from depmap.core.issues import Issue
from depmap.core.model import Source


@dataclass(frozen=True, slots=True)
class Use:
    """One need of one parent: a part, and how many of it."""

    owner: int
    """The place that needs it, or `TOP`."""

    place: int | None
    """The place that is needed; None for a component."""

    key: Key
    """What identifies the needed part."""

    quantity: Decimal | None
    """How many one parent needs; None when not stated."""

    rows: tuple[int, ...] = ()
    """The lines that ask for it; none for a place without a line."""

    alternates: tuple[int, ...] = ()
    """Lines that only add another source."""

    echoes: tuple[int, ...] = ()
    """Lines that ask for the same once more, where the parent is listed again."""

    @property
    def lines(self) -> tuple[int, ...]:
        """All its lines."""
        return (*self.rows, *self.alternates, *self.echoes)


@dataclass(slots=True)
class UseReader:
    """Reads what is needed, place by place."""

    tree: Tree
    """Who stands where."""

    sources: Sequence[tuple[Source, ...]]
    """The sources of each line."""

    issues: list[Issue] = field(default_factory=list)
    """What was doubtful."""

    amounts: tuple[Decimal | None, ...] = field(init=False)
    """How many each line asks for; None when not stated."""

    not_needed: frozenset[int] = field(init=False)
    """Lines that are not to be placed, or ask for none."""

    def __post_init__(self) -> None:
        """Read the amount of every line."""
        self.amounts = tuple(self._amount(row) for row in self.tree.rows)
        self.not_needed = frozenset(row.index for row in self.tree.rows if row.dnp or self.amounts[row.index] == 0)
        none = [row.at("quantity") for row in self.tree.rows if row.number("quantity") == 0]
        if none:
            self.issues.append(QUANTITY_ZERO.at(none[0], none, count=len(none)))

    def read(self) -> list[Use]:
        """Every need, the system's first, then place by place."""
        below: dict[int, list[int]] = {TOP: [], **{place.index: [] for place in self.tree.places}}
        for index, owner in enumerate(self.tree.owner):
            if owner in below:
                below[owner].append(index)
        uses: list[Use] = []
        for owner, lines in below.items():
            batch = self._uses(owner, lines, speak=True)
            for again in self.tree.places[owner].echoes if owner != TOP else ():
                said = {(use.key, use.place): use.lines for use in self._uses(owner, again, speak=False)}
                batch = [replace(use, echoes=use.echoes + said.get((use.key, use.place), ())) for use in batch]
            uses += batch
        for place in self.tree.places:
            if not place.rows and place.children:
                uses.append(Use(place.owner, place.index, ("place", str(place.index)), Decimal(1)))
        return uses

    def _amount(self, row: Row) -> Decimal | None:
        """Quantity times multiplier; without a quantity the number of designators, which stands for it.

        What rests on an open question is not stated, and nothing stands for it.
        """
        quantity = row.number("quantity")
        if row.hides_amount:
            return quantity if quantity == 0 else None
        if quantity is None:
            quantity = Decimal(len(row.many("designators"))) or None
        if quantity is None:
            return None
        if quantity < 0:
            self.issues.append(QUANTITY_NEGATIVE.at(row.at("quantity"), name=row.name, value=quantity))
            return None
        multiplier = row.number("multiplier")
        return quantity if multiplier is None else multiplied(quantity, multiplier)

    def _uses(self, owner: int, lines: Iterable[int], *, speak: bool) -> list[Use]:
        """The needs that these lines under one parent state."""
        lines = [index for index in lines if index not in self.not_needed]
        leads = self._leads(lines)
        groups: dict[tuple[Key, int | None], list[int]] = {}
        for index in lines:
            lead = leads.get(index, index)
            place = self.tree.declares[lead]
            key = self.tree.keys[lead] if place is None else self.tree.keys[self.tree.places[place].rows[0]]
            groups.setdefault((key, place), []).append(index)
        uses = []
        for (key, place), members in groups.items():
            asking, alternates, quantity = self._asked([index for index in members if index not in leads], speak=speak)
            added = [*alternates, *(index for index in members if index in leads)]
            uses.append(Use(owner, place, key, quantity, tuple(asking), tuple(added)))
            if speak and added:
                cells = [self.tree.rows[index].cell for index in sorted(members)]
                name = self.tree.rows[asking[0]].name
                self.issues.append(ALTERNATE.at(cells[-1], cells, name=name))
        return uses

    def _leads(self, lines: Sequence[int]) -> dict[int, int]:
        """Lines that state no need of their own but another source, each with the line that they belong to.

        Such a line repeats an item number without a quantity, or stands directly below and holds nothing but a maker.
        """
        numbered: dict[tuple[int, str], int] = {}
        for index in lines:
            row = self.tree.rows[index]
            if row.text("line_id") and self.amounts[index] is not None:
                numbered.setdefault((row.table, same(row.text("line_id"))), index)
        leads: dict[int, int] = {}
        previous = None
        for index in lines:
            row = self.tree.rows[index]
            silent = self.amounts[index] is None and self.tree.declares[index] is None and not row.hides_amount
            if silent and (row.text("manufacturer") or row.text("mpn")):
                lead = numbered.get((row.table, same(row.text("line_id"))))
                if lead is None and previous is not None and self._continues(row, self.tree.rows[previous]):
                    above = leads.get(previous, previous)
                    lead = above if _says_what(self.tree.rows[above]) else None
                if lead is not None:
                    leads[index] = lead
            previous = index
        return leads

    def _continues(self, row: Row, above: Row) -> bool:
        return row.table == above.table and row.line.row == above.line.row + 1 and not _says_what(row)

    def _asked(self, lines: Sequence[int], *, speak: bool) -> tuple[list[int], list[int], Decimal | None]:
        """Of lines with the same part: those that ask, those that only name another maker, and how many are needed.

        Lines of other makers repeat the need, unless each has designators of its own: then all of them are placed.
        """
        by_maker = self._by_maker(lines)
        blank = by_maker.pop("", [])
        if len(by_maker) < 2 or self._placed_apart(lines):
            return list(lines), [], self._sum(lines)
        sums = {name: self._sum(members) for name, members in by_maker.items()}
        main = min(by_maker, key=lambda name: (-(sums[name] or Decimal(-1)), len(by_maker[name]), name))
        rest = [index for name, members in by_maker.items() if name != main for index in members]
        row = self.tree.rows[min(lines)]
        if speak and len({total for total in sums.values() if total is not None}) > 1:
            cells = [self.tree.rows[index].at("quantity") for index in lines]
            self.issues.append(ALTERNATE_QUANTITIES.at(row.at("quantity"), cells, name=row.name))
        asking = sorted([*by_maker[main], *blank])
        if sums[main] is None:
            return asking, rest, None
        return asking, rest, self._sum(asking)

    def _by_maker(self, lines: Sequence[int]) -> dict[str, list[int]]:
        """The lines by maker; lines that share one maker belong together, lines without one stand under ``""``."""
        group: dict[str, str] = {}
        members: dict[str, list[int]] = {}
        for index in lines:
            names = makers(self.sources[index])
            known = sorted({group[name] for name in names if name in group})
            label = known[0] if known else min(names, default="")
            for other in known[1:]:
                members[label] += members.pop(other)
                group.update({name: label for name, kept in group.items() if kept == other})
            group.update(dict.fromkeys(names, label))
            members.setdefault(label, []).append(index)
        return members

    def _placed_apart(self, lines: Sequence[int]) -> bool:
        """Whether every line has designators, none of them twice."""
        designators = [self.tree.rows[index].many("designators") for index in lines]
        return all(designators) and sum(map(len, designators)) == len({name for some in designators for name in some})

    def _sum(self, lines: Sequence[int]) -> Decimal | None:
        total: Decimal | None = Decimal(0)
        for index in lines:
            total = plus(total, self.amounts[index])
        return total


def _says_what(row: Row) -> bool:
    """Whether a line says what it asks for, beside who makes it."""
    keys = ("line_id", "part_number", "description", "value", "designators", "quantity")
    return any(row.text(key) for key in keys)


def makers(sources: Iterable[Source]) -> frozenset[str]:
    """The manufacturers that sources name, a distributor that is typed as one included."""
    names = (source.manufacturer.value or source.typed_as_manufacturer for source in sources)
    return frozenset(name for name in names if name)

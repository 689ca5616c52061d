"""One component from all lines that ask for the same part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from bom.assembly.costs import Prices, cost
from bom.assembly.identity import form
from bom.assembly.materials import MaterialReader
from bom.assembly.rows import Row, same
from bom.assembly.structure_problems import DESCRIPTIONS_DIFFER, MAKERS_DIFFER
from bom.assembly.sums import multiplied, plus, tidy
from bom.assembly.tree import PART, SEPARATE, Key
from bom.assembly.unions import union
from bom.assembly.uses import Use, makers
from bom.assembly.value_problems import STOCK_DIFFERS
from bom.classes.classify import classify
from depmap.core.issues import Issue
from depmap.core.model import SILENT, Component, Source
from depmap.core.text import Text

Thing = TypeVar("Thing", bound=Hashable)

_ALIKE = {
    "description": Text("omschrijving", "description"),
    "value": Text("waarde", "value"),
    "footprint": Text("behuizing", "footprint"),
}
"""What lines of one part have in common, unless they are different parts after all."""

_SHOWN = 4
"""How many different descriptions a message quotes."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that components are made from."""

    rows: Sequence[Row]
    """All part lines."""

    sources: Sequence[tuple[Source, ...]]
    """The sources of each line."""

    amounts: Sequence[Decimal | None]
    """How many each line asks for."""

    times: Mapping[int, Decimal | None]
    """How often the system contains each place."""

    prices: Prices
    """What the lines cost."""

    contents: MaterialReader
    """What is stated to be in the parts."""

    issues: list[Issue]
    """Receives what is doubtful."""

    def components(self, by_key: Mapping[Key, Sequence[Use]]) -> dict[Key, Component]:
        """The component of each key, from all its uses."""
        names = component_ids({key: self._rows(uses) for key, uses in by_key.items()})
        return {key: self._component(names[key], key, uses) for key, uses in by_key.items()}

    def _component(self, name: str, key: Key, uses: Sequence[Use]) -> Component:
        rows = self._rows(uses)
        if key[0] != SEPARATE:
            self._compare(name, key, uses)
        designators = sorted({text for row in rows for text in row.many("designators")}, key=_natural)
        category = common(row.text("category") for row in rows)
        description = common(row.text("description") for row in rows) or common(row.text("value") for row in rows)
        quantity: Decimal | None = Decimal(0)
        for use in uses:
            quantity = plus(quantity, multiplied(use.quantity, self.times[use.owner]))
        sources = union((self.sources[row.index] for row in rows), name, self.issues)
        numbers = [source.part_number for source in sources if source.part_number]
        footprint = common(row.text("footprint") for row in rows)
        kind, value = (common(row.text(field) for row in rows) for field in ("part_number", "value"))
        numbers += [kind] * (" " in kind) + [value] * (value not in ("", description))
        found = classify(self._what(kind, description), designators, category, numbers, footprint)
        return Component(
            id=name,
            description=description,
            part_number=kind or None,
            sources=sources,
            category=category or None,
            component_class=found.name if found is not None else None,
            class_reason=found.reason if found is not None else SILENT,
            lines=sum(len(use.rows) + len(use.echoes) for use in uses),
            quantity=tidy(quantity),
            cost=tidy(cost(uses, self.prices, self.amounts, self.times)),
            stock=self._stock(name, rows),
            lead_time_weeks=_longest(rows),
            lifecycle=common(row.text("lifecycle") for row in rows) or None,
            notes=tuple(dict.fromkeys(note for row in rows if (note := row.text("notes")))),
            designators=tuple(designators),
            materials=self.contents.materials(rows),
            grams=self.contents.grams(rows),
            cells=tuple(row.cell for row in rows),
        )

    @staticmethod
    def _what(kind: str, description: str) -> str:
        """What is said of a part, behind the name of its kind where a part number is one."""
        words = re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", kind)
        return f"{kind}, {description}" if words and same(kind) not in same(description) else description

    def _rows(self, uses: Iterable[Use]) -> list[Row]:
        return [self.rows[index] for index in sorted({index for use in uses for index in use.lines})]

    def _stock(self, name: str, rows: Sequence[Row]) -> Decimal | None:
        """Stock belongs to a part number, not to a line: stated twice it is the same stock, not twice as much."""
        if any("stock" in row.open for row in rows):
            return None
        stated = [(stock, row) for row in rows if (stock := row.number("stock")) is not None]
        values = sorted({stock for stock, _ in stated})
        if len(values) > 1:
            cells = [row.at("stock") for _, row in stated]
            shown = ", ".join(format(value, "f") for value in values)
            self.issues.append(STOCK_DIFFERS.at(cells[0], cells, name=name, values=shown))
        return values[0] if values else None

    def _compare(self, name: str, key: Key, uses: Sequence[Use]) -> None:
        """Lines of one part that contradict each other."""
        by_makers: dict[frozenset[str], Row] = {}
        for use in uses:
            joined = [use.lines] if use.alternates else [(index,) for index in use.lines]
            for lines in joined:
                found = frozenset().union(*(makers(self.sources[index]) for index in lines))
                if found:
                    by_makers.setdefault(found, self.rows[lines[0]])
        if len(by_makers) > 1:
            cells = [row.at("manufacturer") for row in by_makers.values()]
            self.issues.append(MAKERS_DIFFER.at(cells[1], cells, name=name))
        if key[0] != PART:
            return
        asking = [self.rows[index] for use in uses for index in (*use.rows, *use.echoes)]
        for field, title in _ALIKE.items():
            if len({text for row in asking if (text := row.text(field))}) < 2:
                continue
            texts = {form(field, row): row for row in reversed(asking) if row.text(field)}
            if len(texts) > 1:
                rows = sorted(texts.values(), key=lambda row: row.index)
                shown = "; ".join(repr(row.text(field)) for row in rows[:_SHOWN])
                cells = [row.at(field) for row in rows]
                self.issues.append(DESCRIPTIONS_DIFFER.at(cells[1], cells, name=name, field=title, values=shown))


def component_ids(by_key: Mapping[Key, Sequence[Row]]) -> dict[Key, str]:
    """A readable name for each part, unique in the file, that does not depend on the order of its lines.

    The part number; else the manufacturer's number; else the description. Where two parts share it, what tells them
    apart stands behind it in brackets, and at last a number.
    """
    named = {key: _first_word(rows) for key, rows in by_key.items()}
    shared = Counter(named.values())
    for key, rows in by_key.items():
        if shared[named[key]] > 1:
            beside = ", ".join(text for text in _told_apart(key, rows) if text and text != named[key])
            named[key] = f"{named[key]} ({beside})" if beside else named[key]
    left = Counter(named.values())
    detail = {key: _everything(rows) if left[named[key]] > 1 else "" for key, rows in by_key.items()}
    ordered = sorted(by_key, key=lambda key: (named[key], detail[key], key))
    return told_apart((key, named[key]) for key in ordered)


def told_apart(names: Iterable[tuple[Thing, str]]) -> dict[Thing, str]:
    """Each thing with its name, the later ones of equal names with a number behind it."""
    pairs = list(names)
    taken = {name for _, name in pairs}
    used: Counter[str] = Counter()
    found: dict[Thing, str] = {}
    for thing, name in pairs:
        used[name] += 1
        own = name if used[name] == 1 else f"{name} #{used[name]}"
        while used[name] > 1 and own in taken:
            used[name] += 1
            own = f"{name} #{used[name]}"
        taken.add(own)
        found[thing] = own
    return found


def common(texts: Iterable[str]) -> str:
    """The commonest text that says something, the alphabetically first of equals."""
    said = [text for text in texts if text]
    if len(set(said)) < 2:
        return said[0] if said else ""
    counts = Counter(said)
    return min(counts, key=lambda text: (-counts[text], text))


def _longest(rows: Sequence[Row]) -> Decimal | None:
    """The longest stated lead time, in weeks; None as long as one rests on an open question."""
    if any("lead_time" in row.open for row in rows):
        return None
    return max((weeks for row in rows if (weeks := row.number("lead_time")) is not None), default=None)


def _first_word(rows: Sequence[Row]) -> str:
    for key in ("part_number", "mpn", "description", "value", "designators", "supplier_part_number", "category"):
        text = common(next(filter(None, row.stacked(key)), "") for row in rows)
        if text:
            return text
    return str(rows[0].cell)


def _told_apart(key: Key, rows: Sequence[Row]) -> list[str]:
    """What stands beside the name when it is not unique."""
    if key[0] != SEPARATE:
        return list(key[2:])
    row = rows[0]
    return [*(row.text(field) for field in ("value", "footprint", "manufacturer")), *row.many("designators")[:1]]


def _everything(rows: Sequence[Row]) -> str:
    return repr(sorted(sorted((key, str(value)) for key, value in row.line.values.items()) for row in rows))


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """C2 before C10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,9})", text))

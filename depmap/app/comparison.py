"""Sets two analyses side by side: what became worse, better, known and unknown, and what else differs between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from depmap.app import comparison_words as say
from depmap.app.comparison_file import Findings, as_findings
from depmap.app.comparison_items import Item, Key, is_learned, items, of_system, stated, unknowns
from depmap.app.comparison_notes import basis, notes
from depmap.core.comparison import GOOD, Cause, Change, Comparison, Direction, Matter, Side, direction
from depmap.core.errors import UsageError
from depmap.core.judgement import Analysis
from depmap.core.text import Text, same

APPEAR = (Matter.SINGLE_POINT, Matter.FINDING)
"""What is good when it is not there."""


def compare(old: Findings, new: Findings) -> Comparison:
    """What changed from ``old`` to ``new``.

    Raises:
        UsageError: they have no system in common, or the names of one are replaced by codes and those of the other not.
    """
    if bool(old.content["run"].get("redacted")) != bool(new.content["run"].get("redacted")):
        raise UsageError(_ONE_REDACTED, _BOTH)
    pairs = _pairs(old, new)
    differs = basis(old, new)
    only_one = 0
    changes: list[Change] = []
    for before, after in pairs:
        pair = _Pair(old, new, before, after)
        changes.extend(pair.changes(bool(differs)))
        only_one += pair.only_one
    order = list(Direction), list(Matter)
    changes.sort(key=lambda each: (order[0].index(each.direction), order[1].index(each.matter)))
    return Comparison(_side(old), _side(new), notes(old, new, pairs, differs, only_one), pairs, tuple(changes))


def with_changes(analysis: Analysis, earlier: Findings | None) -> Analysis:
    """The analysis with what changed since an earlier one; as it is when there is none.

    Raises:
        UsageError: see `compare`.
    """
    return analysis if earlier is None else replace(analysis, comparison=compare(earlier, as_findings(analysis)))


def _side(found: Findings) -> Side:
    run = found.content["run"]
    names = tuple(each["system"] for each in found.content["systems"])
    # Where codes stand for names, the file that was given may be called after what they hide.
    file = ", ".join(each["name"] for each in run["inputs"]) if run.get("redacted") else found.file
    return Side(file, run["date"], run["version"], run["policy"]["name"], names)


def _pairs(old: Findings, new: Findings) -> tuple[tuple[str, str], ...]:
    """The systems of one name; two analyses of one system each are compared whatever its name."""
    before, after = _side(old).systems, _side(new).systems
    if len(before) == len(after) == 1:
        return ((before[0], after[0]),)
    found = tuple((name, name) for name in after if name in before)
    if not found:
        raise UsageError(_NOTHING_SHARED, _SYSTEMS.format(old="; ".join(before), new="; ".join(after)))
    return found


class _Pair:
    """One system in both analyses."""

    def __init__(self, old: Findings, new: Findings, before: str, after: str) -> None:
        self._name = after
        self._items = items(old, before), items(new, after)
        self._parts = tuple(
            {each["component"]: each for each in of_system(found, "components", name)}
            for found, name in ((old, before), (new, after))
        )
        old_parts, new_parts = self._parts
        self._unchanged = {
            name for name in old_parts if name in new_parts and stated(old_parts[name]) == stated(new_parts[name])
        }
        self._same_file = _sha256(old, before) == _sha256(new, after)
        self.only_one = 0

    def changes(self, basis_differs: bool) -> Iterable[Change]:
        """Everything that differs, by key."""
        same = self._same_file or self._says_the_same()
        cause = Cause.BASIS if same else Cause.EITHER if basis_differs else Cause.SYSTEM
        doubtful = self._doubtful()
        old, new = self._items
        for key in sorted({*old, *new}):
            before, after = old.get(key), new.get(key)
            if before is None or after is None:
                if not self._counts_alone(key):
                    continue
            elif before.value == after.value:
                continue
            found = _direction(before, after)
            if found is Direction.BETTER and before is not None and before.parts and before.parts & doubtful:
                found = Direction.UNKNOWN
            elif found is Direction.WORSE and after is not None and self._only_learned(after.parts):
                found = Direction.KNOWN
            elsewhere = basis_differs and self._is_from_elsewhere(key, before, after)
            yield _change(self._name, key, (before, after), (found, Cause.BASIS if elsewhere else cause))

    def _is_from_elsewhere(self, key: Key, before: Item | None, after: Item | None) -> bool:
        """Whether the bill of materials cannot be why: a fact from lists alone, or a part of which it says the same."""
        if all(item is None or item.listed for item in (before, after)):
            return True
        name = key[1].partition(":")[2]
        return key[0] in (Matter.COMPONENT, Matter.CRITICAL) and name in self._unchanged

    def _counts_alone(self, key: Key) -> bool:
        """Whether it says something that only one of the two has this; questions that only one asks are counted."""
        matter, _, fact = key
        if matter in APPEAR or (matter is Matter.COMPONENT and not fact):
            return True
        if matter in (Matter.GROUP, Matter.CONTENT, Matter.STANDSTILL, Matter.CUT_SETS, Matter.POINTS):
            self.only_one += 1
        return False

    def _doubtful(self) -> frozenset[str]:
        """The components of the older analysis of which less is known now, so that what rests on them can look better.

        One that is gone counts as such when one that came has something unknown: it may be the same part.
        """
        old, new = self._parts
        less = {name for name in old if name in new and unknowns(new[name]) > unknowns(old[name])}
        if any(unknowns(new[name]) for name in new if name not in old):
            less |= {name for name in old if name not in new}
        return frozenset(less)

    def _only_learned(self, parts: frozenset[str] | None) -> bool:
        """Whether of all these components that differ only more is known now, so that what rests on them was there."""
        old, new = self._parts
        touched = [name for name in parts or () if name not in self._unchanged]
        return bool(touched) and all(name in old and is_learned(old[name], new[name]) for name in touched)

    def _says_the_same(self) -> bool:
        """Whether both bills of materials state the same of the same components."""
        old, new = self._parts
        return old.keys() == new.keys() == self._unchanged


def _change(system: str, key: Key, sides: tuple[Item | None, Item | None], meaning: tuple[Direction, Cause]) -> Change:
    matter, subject, layer = key
    before, after = sides
    return Change(
        direction=meaning[0],
        matter=matter,
        system=system,
        subject=subject,
        name=after.name if after else before.name if before else same(subject),
        layer=layer or None,
        before=before.text if before else say.ABSENT,
        after=after.text if after else say.ABSENT,
        old=before.value if before else None,
        new=after.value if after else None,
        cause=meaning[1],
    )


def _direction(before: Item | None, after: Item | None) -> Direction:
    """What it means that the answer is another one. What is not there is good; only `APPEAR` comes without."""
    ends = [each.bounds if each else () for each in (before, after)]
    for old, new in itertools.zip_longest(*ends, fillvalue=GOOD):
        found = direction(old, new)
        if found is not None:
            return found
    if before is None or after is None or before.unknown == after.unknown:
        return Direction.OTHER
    return Direction.UNKNOWN if after.unknown > before.unknown else Direction.KNOWN


def _sha256(found: Findings, system: str) -> Any:
    """Of the file of a system: the inputs stand in the order of the systems."""
    names = [each["system"] for each in found.content["systems"]]
    return found.content["run"]["inputs"][names.index(system)]["sha256"] or object()


def as_json(found: Comparison) -> Mapping[str, object]:
    """What ``--format json`` prints; keys are English and never translated."""
    return {
        "schema": 1,
        "old": _side_json(found.old),
        "new": _side_json(found.new),
        "notes": [{"nl": each.nl, "en": each.en} for each in found.notes],
        "systems": [{"old": before, "new": after} for before, after in found.pairs],
        "counts": {each.value: found.count((each,)) for each in Direction},
        "changes": [_change_json(each) for each in found.changes],
    }


def _side_json(side: Side) -> Mapping[str, object]:
    return {
        "file": side.file,
        "date": side.date,
        "version": side.version,
        "policy": side.policy,
        "systems": list(side.systems),
    }


def _change_json(change: Change) -> Mapping[str, object]:
    return {
        "direction": change.direction,
        "matter": change.matter,
        "system": change.system,
        "subject": change.subject,
        "layer": change.layer,
        "old": change.old,
        "new": change.new,
        "cause": change.cause,
        "name": _both(change.name),
        "before": _both(change.before),
        "after": _both(change.after),
    }


def _both(text: Text) -> Mapping[str, str]:
    return {"nl": text.nl, "en": text.en}


_ONE_REDACTED = Text(
    "Van een van beide zijn de namen vervangen door codes, van de andere niet: zij zijn niet te vergelijken.",
    "In one of the two the names are replaced by codes and in the other they are not: they cannot be compared.",
)
_BOTH = Text(
    "Vergelijk twee gewone analyses, of twee die met --redact en hetzelfde sleutelbestand zijn gemaakt.",
    "Compare two ordinary analyses, or two that were made with --redact and the same key file.",
)
_NOTHING_SHARED = Text("De twee analyses hebben geen systeem gemeen.", "The two analyses have no system in common.")
_SYSTEMS = Text("Oud: {old}. Nieuw: {new}.", "Old: {old}. New: {new}.")

"""What must be said before two analyses are compared: whatever differs between them beside the bills of materials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from depmap.app.comparison_file import Findings
from depmap.core.text import Text
from reports.words.format import date

BESIDE = "sha256:"
"""What stands in the id of a file that a user gave: a supplier file, a catalogue, a mapping, an own list."""


def basis(old: Findings, new: Findings) -> tuple[Text, ...]:
    """What answers rest on beside the bill of materials, as far as it differs: version, policy, lists, files beside."""
    return tuple(_basis(old.content["run"], new.content["run"]))


def notes(
    old: Findings, new: Findings, pairs: Sequence[tuple[str, str]], differs: Sequence[Text], only_one: int
) -> tuple[Text, ...]:
    """All that is said first.

    Args:
        old: the older analysis.
        new: the newer.
        pairs: the systems that are compared.
        differs: what `basis` gave.
        only_one: how many questions only one of the two asks.
    """
    return tuple(_notes(old, new, pairs, differs, only_one))


def _notes(
    old: Findings, new: Findings, pairs: Sequence[tuple[str, str]], differs: Sequence[Text], only_one: int
) -> Iterable[Text]:
    for before, after in pairs:
        if before != after:
            yield _OTHER_SYSTEM.format(old=before, new=after)
    for found, side in ((old, 0), (new, 1)):
        left = [each["system"] for each in found.content["systems"] if each["system"] not in {p[side] for p in pairs}]
        if left:
            yield _ONLY_IN[side].format(names="; ".join(left))
    yield from differs
    if differs:
        yield _NOT_THE_CHAIN
    if only_one:
        yield _ONLY_ONE.format(count=only_one)
    if new.content["run"]["date"] < old.content["run"]["date"]:
        yield _BACKWARDS


def _basis(old: dict[str, object], new: dict[str, object]) -> Iterable[Text]:
    if old["version"] != new["version"]:
        yield _VERSION.format(old=old["version"], new=new["version"])
    before, after = old["policy"], new["policy"]
    if isinstance(before, dict) and isinstance(after, dict) and before["sha256"] != after["sha256"]:
        yield _POLICY.format(old=before["name"], new=after["name"])
    lists = [_lists(run) for run in (old, new)]
    for name in sorted({*lists[0], *lists[1]}):
        dates = [each.get(name) for each in lists]
        if dates[0] != dates[1]:
            told = [_state(each) for each in dates]
            words = _FILE if BESIDE in name else _LIST
            yield words.format(name=name.partition(f" {BESIDE}")[0], old=told[0], new=told[1])


def _lists(run: dict[str, object]) -> dict[str, tuple[object, object]]:
    found = run["lists"]
    return {each["id"]: (each.get("date"), each.get("rows")) for each in found} if isinstance(found, list) else {}


def _state(found: tuple[object, object] | None) -> Text:
    if found is None:
        return Text("niet gebruikt", "not used")
    published, rows = found
    size = Text("{rows:rij|rijen}", "{rows:row|rows}").format(rows=rows)
    if not published:
        return size
    nl, en = date(str(published), "nl"), date(str(published), "en")
    return Text(f"{nl}, {size.nl}", f"{en}, {size.en}")


_OTHER_SYSTEM = Text(
    "Andere systemen: ‘{old}’ tegenover ‘{new}’. Zij zijn vergeleken alsof het een systeem is.",
    "Different systems: “{old}” and “{new}”. They are compared as if they were one system.",
)
_ONLY_IN = (
    Text("Alleen in de oude analyse: {names}.", "Only in the old analysis: {names}."),
    Text("Alleen in de nieuwe analyse: {names}.", "Only in the new analysis: {names}."),
)
_VERSION = Text("Andere versie van depmap: {old}, nu {new}.", "Another version of depmap: {old}, now {new}.")
_POLICY = Text("Ander beleid: {old}, nu {new}.", "Another policy: {old}, now {new}.")
_LIST = Text("Andere referentielijst {name}: {old}, nu {new}.", "Another reference list {name}: {old}, now {new}.")
_FILE = Text("Ander bestand ernaast, {name}: {old}, nu {new}.", "Another file beside, {name}: {old}, now {new}.")
_NOT_THE_CHAIN = Text(
    "Wat daardoor anders is, is geen verandering van de leveringsketen; bij elke verandering staat waar zij van kan "
    "komen.",
    "What is different because of that is no change of the supply chain; with every change stands what it can come "
    "from.",
)
_ONLY_ONE = Text(
    "{count:vraag is|vragen zijn} maar in een van beide gesteld en niet vergeleken.",
    "{count:question is|questions are} asked in only one of the two and not compared.",
)
_BACKWARDS = Text(
    "De ‘nieuwe’ analyse is ouder dan de ‘oude’: staan zij in de goede volgorde?",
    "The “new” analysis is older than the “old” one: are they in the right order?",
)

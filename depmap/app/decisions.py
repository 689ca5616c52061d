"""What people decided is not lost: neither by writing a new list over theirs, nor by analysing again.

A decision finds its component by the fingerprint of system and component (`depmap.core.decisions`), and where a file
has none, by their names as reports write them. One system in the files and one in the run are the same system whatever
their names, as `depmap compare` takes them. Of two files that say different things of one component the later holds.
What finds nothing is kept apart: it is in every report, and is read again from there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bom.formats import open_file
from bom.raw import Sheet, letters
from depmap.app.console import Console
from depmap.app.previous import Stated, wrong
from depmap.app.previous_list import decisions_of, header_of
from depmap.core.decisions import (
    Decision,
    Decisions,
    fingerprint,
    subject_of_class,
    subject_of_component,
)
from depmap.core.errors import InputError, OutputError
from depmap.core.issues import Issue, Severity
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import LANGUAGES, Text, same
from reports.raw_materials.columns import OF_MATERIALS
from reports.words.criticality import group_name
from reports.words.format import visible as shown
from reports.words.rows import component_list

OF_MATERIAL: Sequence[Text] = tuple(same(each.title) for each in OF_MATERIALS if each.kind == "entry")
"""The headings under which a reader writes in the list of raw materials."""

NAMED = 3
"""How many components an issue names."""

Key = tuple[str, str]
"""A system and a component or class in it, each by its name or id."""


def keep_decisions(folder: Path, carried: Sequence[Stated] | None = None) -> None:
    """Refuse to write over a list in which somebody has decided what the new list would not hold.

    Args:
        folder: where the reports go.
        carried: what earlier files decided and the new list will hold; None when no earlier file is given.

    Raises:
        OutputError: there is such a list in ``folder``; the message names the first cell.
        InputError: a decision in that list cannot be understood, and decisions are to be carried over.
    """
    path = folder / "critical-components.xlsx"
    for sheet in _sheets(path):
        header = header_of(sheet)
        if header is None:
            continue
        first, places = header
        entries = [places[key] for key in ("decision", "remark") if key in places]
        cell = _first_filled(sheet, first, entries)
        if cell and carried is None:
            raise _refusal(path, f"{sheet.name}!{cell}", _CARRY_OVER)
    if carried is not None and path.is_file():
        for each in decisions_of(open_file(path)) or ():
            if each not in carried:
                raise _refusal(path, each.origin.partition(", ")[2], _ALSO)
    path = folder / "raw-materials.xlsx"
    for sheet in _sheets(path):
        titles = {text[language] for text in OF_MATERIAL for language in LANGUAGES}
        places_of = [place for place, title in enumerate(sheet.rows[0] if sheet.rows else ()) if title in titles]
        cell = _first_filled(sheet, 0, places_of if len(places_of) == len(OF_MATERIAL) else ())
        if cell:
            raise _refusal(path, f"{sheet.name}!{cell}", _ELSEWHERE)


def with_decisions(analysis: Analysis, stated: Sequence[Stated] | None) -> Analysis:
    """The same analysis with what earlier files decided; None when there are none.

    Raises:
        InputError: a row of a list bears the fingerprint of another component: it was sorted without its neighbours.
    """
    if stated is None:
        return analysis
    known = _Known(analysis)
    renamed = _renamed(analysis, stated)
    held: dict[str, Decision] = {}
    apart: dict[str, Decision] = {}
    replaced: list[Decision] = []
    for each in stated:
        place = known.place(each, renamed)
        decision = _apart(each) if place is None else _held(each, *place)
        side = apart if place is None else held
        before = side.get(decision.fingerprint)
        if before is not None and before != decision:
            replaced.append(before)
        side[decision.fingerprint] = decision
    lost = tuple(apart.values())
    issues = tuple(_issues(lost, replaced, renamed))
    return replace(analysis, decisions=Decisions(MappingProxyType(held), lost, issues))


def tell(analysis: Analysis, console: Console) -> None:
    """Say how many decisions were carried over, and what a reader must know of it."""
    console.say(_CARRIED.format(count=len(analysis.decisions.held)))
    for issue in analysis.decisions.issues:
        console.say(Text(f"  {issue.render('nl')}", f"  {issue.render('en')}"))


def _held(each: Stated, system: str, subject: str) -> Decision:
    kind, _, name = subject.partition(":")
    component, component_class = (None, name) if kind == "class" else (name, None)
    found = fingerprint(system, subject)
    return Decision(system, component, component_class, each.choice, each.remark, found, each.origin)


def _apart(each: Stated) -> Decision:
    subject = subject_of_class(each.component_class) if each.component_class else subject_of_component(each.component)
    return Decision(
        each.system,
        each.component or None,
        each.component_class or None,
        each.choice,
        each.remark,
        each.fingerprint or fingerprint(each.system, subject),
        each.origin,
    )


class _Known:
    """The components and classes of a run, by their fingerprints and by the names that reports write."""

    def __init__(self, analysis: Analysis) -> None:
        self._by_print: dict[str, Key] = {}
        self._by_name: dict[Key, Key] = {}
        self._names = [shown(system.bom.system) for system in analysis.systems]
        for told, system in zip(self._names, analysis.systems, strict=True):
            name = system.bom.system
            for subject, also in _subjects(system):
                self._by_print[fingerprint(name, subject)] = (name, subject)
                for each in (subject, *also):
                    self._by_name.setdefault((told, each), (name, subject))

    def place(self, each: Stated, renamed: Mapping[str, str]) -> Key | None:
        """The system and the subject that it is about; None when it is none of this run."""
        found = self._by_print.get(each.fingerprint)
        if found is not None:
            self._check(each, found)
            return found
        system = shown(each.system)
        if not system and len(self._names) == 1:
            system = self._names[0]
        name = subject_of_class(each.component_class) if each.component_class else shown(each.component)
        return self._by_name.get((renamed.get(system, system), name))

    def _check(self, each: Stated, found: Key) -> None:
        kind, _, name = found[1].partition(":")
        if kind == "component" and each.component and shown(each.component) != shown(name):
            raise wrong(each.origin, each.component, _MIXED.format(component=same(shown(name))))


def _subjects(system: SystemAnalysis) -> list[tuple[str, tuple[str, ...]]]:
    """What can be decided on in a system, each with the names that a report writes for it."""
    found: list[tuple[str, tuple[str, ...]]] = [
        (subject_of_component(each.id), (shown(each.id),)) for each in system.bom.components
    ]
    found.extend(
        (subject_of_class(group.component_class), tuple(group_name(group, language) for language in LANGUAGES))
        for group in component_list(system).groups
    )
    return found


def _renamed(analysis: Analysis, stated: Sequence[Stated]) -> Mapping[str, str]:
    """The one system of the files under the one name of the run, where those differ."""
    old = {shown(each.system) for each in stated if each.system}
    new = [shown(system.bom.system) for system in analysis.systems]
    return {name: new[0] for name in old if name != new[0]} if len(old) == len(new) == 1 else {}


def _issues(apart: Sequence[Decision], replaced: Sequence[Decision], renamed: Mapping[str, str]) -> list[Issue]:
    found = []
    for old, new in renamed.items():
        message = _RENAMED.format(old=same(old), new=same(new))
        found.append(Issue("DI911", Severity.NOTE, message, hint=_RENAMED_HINT))
    if apart:
        message = _APART.format(count=len(apart), named=_named(apart))
        found.append(Issue("DI912", Severity.WARNING, message, hint=_APART_HINT))
    if replaced:
        message = _REPLACED.format(count=len(replaced), named=_named(replaced))
        found.append(Issue("DI913", Severity.NOTE, message, hint=_REPLACED_HINT))
    return found


def _named(decisions: Sequence[Decision]) -> Text:
    names = [f"{shown(each.component or each.component_class or '')} ({each.origin})" for each in decisions[:NAMED]]
    return same("; ".join(names) + ("; …" if len(decisions) > NAMED else ""))


def _sheets(path: Path) -> tuple[Sheet, ...]:
    if not path.is_file():
        return ()
    try:
        return open_file(path).sheets
    except InputError:
        return ()  # not a list that anybody can have filled in


def _first_filled(sheet: Sheet, header: int, places: Sequence[int]) -> str:
    """The first cell below the headings that is the reader's to fill in, or an empty string."""
    for number in range(header + 1, len(sheet.rows)):
        row = sheet.rows[number]
        for place in places:
            if place < len(row) and row[place] not in (None, ""):
                return f"{letters(place)}{number + 1}"
    return ""


def _refusal(path: Path, cell: str, hint: Text) -> OutputError:
    return OutputError(_FILLED.format(path=same(str(path)), cell=same(cell)), hint)


_CARRIED = Text("Overgenomen besluiten: {count}", "Decisions carried over: {count}")
_FILLED = Text(
    "{path}, {cell}: hier staan al besluiten of toelichtingen in.",
    "{path}, {cell}: this list already holds decisions or remarks.",
)
_CARRY_OVER = Text(
    "Neem ze over met --previous en dit bestand, kies met --out een andere map, of geef --force om het te vervangen.",
    "Carry them over with --previous and this file, choose another folder with --out, or give --force to replace it.",
)
_ALSO = Text(
    "Dit besluit staat niet in wat --previous meegeeft: geef ook dit bestand, als eerste, of kies een andere map.",
    "What --previous gives does not hold this decision: give this file too, as the first, or choose another folder.",
)
_ELSEWHERE = Text(
    "Kies met --out een andere map, of geef --force om het bestand te vervangen.",
    "Choose another folder with --out, or give --force to replace the file.",
)
_MIXED = Text(
    "Het kenmerk in deze rij is van {component}: sorteer altijd alle kolommen samen.",
    "The fingerprint in this row is of {component}: always sort all columns together.",
)
_RENAMED = Text(
    "De besluiten over '{old}' zijn gelezen als besluiten over '{new}'.",
    "The decisions on '{old}' were read as decisions on '{new}'.",
)
_RENAMED_HINT = Text("Kijk na of dit hetzelfde systeem is.", "Check that this is the same system.")
_APART = Text(
    "{count:besluit hoort|besluiten horen} bij een component dat er niet meer is: {named}.",
    "{count:decision belongs|decisions belong} to a component that is gone: {named}.",
)
_APART_HINT = Text(
    "Ze zijn bewaard als 'Besluiten zonder component'; schrap ze daar als ze niet meer gelden.",
    "They are kept as 'Decisions without a component'; strike them there when they no longer hold.",
)
_REPLACED = Text(
    "{count:besluit of toelichting is|besluiten of toelichtingen zijn} vervangen door die van een later genoemd "
    "bestand: {named}.",
    "{count:decision or remark was|decisions or remarks were} replaced by those of a file named later: {named}.",
)
_REPLACED_HINT = Text("Noem het bestand dat moet gelden als laatste.", "Name the file that must hold as the last one.")

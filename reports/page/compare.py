"""What changed since an earlier analysis, for the page: what else differs first, then worse, better, known, unknown."""

from __future__ import annotations

from collections.abc import Sequence

from depmap.core.comparison import Change, Comparison, Direction
from depmap.core.graph import Layer
from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.words.format import date, visible

ROWS = 200
"""Changes of one direction on the page; ``depmap compare`` has them all."""

OPEN = (Direction.WORSE, Direction.BETTER)
"""What stands open when the page is opened; the rest opens on a click."""

WORDS = {
    "title": Text("Wat er is veranderd", "What changed"),
    "what": Text("Wat", "What"),
    "layer": Text("Laag", "Layer"),
    "before": Text("Was", "Was"),
    "after": Text("Is nu", "Is now"),
    "cause": Text("Komt door", "Comes from"),
    "caption": Text("{title}: {shown} van {count}", "{title}: {shown} of {count}"),
    "more": Text("depmap compare toont ze alle.", "depmap compare shows them all."),
    "first": Text("Wat verder verschilt", "What else differs"),
}
"""The words of the section."""

_HEAD = Text("Van {old} ({then}) naar {new} ({now})", "From {old} ({then}) to {new} ({now})")
_NOTHING = Text("Er is niets veranderd.", "Nothing changed.")
_COUNTED = Text(
    "{worse} slechter, {better} beter, {known} bekend geworden, {unknown} onbekend geworden, {other} anders.",
    "{worse} worse, {better} better, {known} became known, {unknown} became unknown, {other} different.",
)


def headline(found: Comparison) -> Text:
    """Which two analyses are compared."""
    old, new = found.old, found.new
    return _HEAD.format(
        old=old.file,
        then=Text(date(old.date, "nl"), date(old.date, "en")),
        new=new.file,
        now=Text(date(new.date, "nl"), date(new.date, "en")),
    )


def counted(changes: Sequence[Change]) -> Text:
    """How many changes there are of each direction, in a sentence."""
    if not changes:
        return _NOTHING
    found = [change.direction for change in changes]
    return _COUNTED.format(**{each.value: found.count(each) for each in Direction})


def section(analysis: Analysis, system: str) -> dict[str, object] | None:
    """Everything that the page says about what changed in a system; None when nothing was compared with it."""
    found, language = analysis.comparison, analysis.run.language
    if found is None or system not in {after for _, after in found.pairs}:
        return None
    changes = [each for each in found.changes if each.system == system]
    return {
        "words": {key: text[language] for key, text in WORDS.items()},
        "head": visible(headline(found)[language]),
        "notes": [visible(note[language]) for note in found.notes],
        "counted": counted(changes)[language],
        "parts": [_part(found.of(system, each), each, language) for each in Direction if found.of(system, each)],
    }


def _part(changes: Sequence[Change], direction: Direction, language: Language) -> dict[str, object]:
    title = direction.text[language]
    shown = min(len(changes), ROWS)
    return {
        "key": direction.value,
        "title": title,
        "count": len(changes),
        "open": direction in OPEN,
        "caption": WORDS["caption"].format(title=title, shown=shown, count=len(changes))[language],
        "more": len(changes) > ROWS,
        "rows": [_row(change, language) for change in changes[:ROWS]],
    }


def _row(change: Change, language: Language) -> dict[str, str]:
    layer = Layer(change.layer).text[language] if change.layer in tuple(Layer) else ""
    return {
        "what": change.matter.text[language],
        "name": visible(change.name[language]),
        "layer": layer,
        "before": visible(change.before[language]),
        "after": visible(change.after[language]),
        "cause": change.cause.text[language],
    }

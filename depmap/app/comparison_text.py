"""What changed, in words: first what else differs, then what became worse, better, known and unknown."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.comparison import Cause, Change, Comparison, Direction
from depmap.core.graph import Layer
from depmap.core.text import Language, Text, same
from reports.page.compare import counted, headline
from reports.words.format import visible

SHOWN = 30
"""How many changes of one direction are shown of a system before the rest is counted."""


def described(found: Comparison, language: Language) -> Iterable[str]:
    """The lines of the answer."""
    yield visible(headline(found)[language])
    for note in found.notes:
        yield f"! {visible(note[language])}"
    yield counted(found.changes)[language]
    for _, system in found.pairs:
        if len(found.pairs) > 1:
            yield ""
            yield f"== {visible(system)}"
        for direction in Direction:
            yield from _section(found.of(system, direction), direction, language)


def sentence(change: Change) -> Text:
    """One change: ``Can be built from NATO (supply): yes -> no``."""
    layer = Layer(change.layer).text if change.layer in tuple(Layer) else None
    words = _IN_LAYER if layer is not None else _PLAIN
    return words.format(
        matter=change.matter.text,
        name=change.name,
        layer=layer or same(""),
        before=change.before,
        after=change.after,
    )


def _section(changes: tuple[Change, ...], direction: Direction, language: Language) -> Iterable[str]:
    if not changes:
        return
    yield ""
    yield f"{direction.text[language]} ({len(changes)})"
    for change in changes[:SHOWN]:
        cause = "" if change.cause is Cause.SYSTEM else f"  [{change.cause.text[language]}]"
        yield f"  {visible(sentence(change)[language])}{cause}"
    if len(changes) > SHOWN:
        yield "  " + _MORE.format(count=len(changes) - SHOWN)[language]


_IN_LAYER = Text("{matter} {name} ({layer}): {before} -> {after}", "{matter} {name} ({layer}): {before} -> {after}")
_PLAIN = Text("{matter} {name}: {before} -> {after}", "{matter} {name}: {before} -> {after}")
_MORE = Text("en nog {count}; --format json geeft ze alle", "and {count} more; --format json has them all")

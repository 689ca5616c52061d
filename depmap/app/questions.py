"""What only the analyst can settle, as ``depmap check`` asks it: the question and the lines that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from depmap.core.text import Text, same

if TYPE_CHECKING:
    from bom.reading import Question


def asked(questions: Sequence[Question]) -> Iterable[Text]:
    """The lines of the section with questions; none without questions."""
    if not questions:
        return
    yield Text(
        f"Vragen: {len(questions)}. Niets in het bestand beslist dit. Kies een antwoord en zet de regels ervan in een "
        "indelingsbestand: --save-mapping schrijft er een, --mapping leest het.",
        f"Questions: {len(questions)}. Nothing in the file settles them. Choose an answer and put its lines into a "
        "mapping file: --save-mapping writes one, --mapping reads it.",
    )
    for number, question in enumerate(questions, 1):
        where = f"{number}. {question.cell.file}, {question.cell}: "
        yield Text(where + question.text.nl, where + question.text.en)
        yield Text(f"   Nu gelezen als: {question.in_effect.nl}.", f"   Read for now as: {question.in_effect.en}.")
        yield Text(f"   {question.until.nl}", f"   {question.until.en}")
        for answer in question.answers:
            yield Text(f"   - {answer.text.nl}:", f"   - {answer.text.en}:")
            yield from (same(f"       {line}") for line in answer.lines)
    yield same("")

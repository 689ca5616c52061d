"""A question asked of all rows at once is answered as if each cell were asked; what is asked first never decides it."""

from __future__ import annotations

import re

import pytest

from bom.grid import Grid
from bom.tables import row_words, total_rows
from bom.tables.lanes import has_any, lane, lane_among, rows_of


@pytest.mark.parametrize("different", [3, 255, 256, 257, 70_000])
def test_many_values_and_few_give_the_same_rows(different: int) -> None:
    cells = [f"w{row % different}" for row in range(2 * different)]
    column = Grid.of([cell] for cell in cells).columns[0]
    wanted = {"w0", f"w{different - 1}"}
    rows = [row for row, cell in enumerate(cells) if cell in wanted]
    assert rows_of(lane(column, wanted.__contains__), len(cells)) == rows
    assert rows_of(lane_among(column, wanted), len(cells)) == rows
    assert rows_of(lane(column, lambda _: True), len(cells)) == list(range(len(cells)))


def test_a_column_of_blanks_has_nothing() -> None:
    blank, filled = Grid.of([(" ", None), ("\t", 0)]).columns
    assert (has_any(blank), has_any(filled)) == (False, True)


def words(pattern: re.Pattern[str]) -> list[str]:
    """The words that a pattern is made of, those with a choice inside left out."""
    pieces = re.split(r"\(\?:|[()|]", pattern.pattern)
    return [word for word in pieces if re.fullmatch(r"[^\W\d_][\w -]*", word) and pattern.match(word)]


def test_no_word_for_a_total_is_passed_over_before_it_is_looked_up() -> None:
    labels = words(total_rows._LABEL)
    assert len(labels) > 60 and {"tax", "btw", "合计", "税"} <= set(labels)
    assert [word for word in labels if not total_rows.is_label(f" {word.upper()} ")] == []
    starts = words(total_rows._STARTS)
    assert len(starts) > 40
    assert [word for word in starts if not total_rows.says_nothing(f" {word}: 12")] == []


def test_no_word_of_a_signature_is_passed_over_before_it_is_looked_up() -> None:
    signed = [
        f"{word}{end}" for word in re.split(r"[()|?:]", row_words._SIGNED.pattern) for end in (":", " by X", "：")
    ]
    matched = [text for text in signed if row_words._SIGNED.fullmatch(text)]
    assert len(matched) > 80
    assert [text for text in matched if not row_words.is_signature(text)] == []

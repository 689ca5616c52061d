"""Whether a row is the header of a parts table, by its titles and by what stands below it. See `bom.tables.search`."""

from __future__ import annotations

from collections.abc import Sequence

from bom.columns.candidates import Candidate
from bom.columns.content import classes, shown
from bom.columns.headers import is_distributor_title, match
from bom.columns.titles import is_dimension_title, is_meaningless, plain
from bom.raw import Sheet, Value
from bom.tables.other_lists import other_list

_LONGEST = 80
_TITLES, _TITLED = 3, 2
_BREAKS = 3

CLEAR = 4.0
"""The score from which a title counts as one."""

_IDENTITY = frozenset({"part_number", "mpn", "supplier_part_number", "description", "designators", "value"})
_AMOUNT = frozenset(
    {"quantity", "designators", "mpn", "supplier_part_number", "unit_price", "manufacturer", "part_number", "level"}
)
_COUNTED = frozenset({"quantity", "designators", "level", "parent"})

_LIBRARY = frozenset({"library", "libraries", "bibliotheek", "bibliothek"})
"""Where a drawing program has a part from; beside a value and a package only its lists of parts say so."""

Cells = Sequence[Value]


def header_score(cells: Cells, sheet: Sheet, row: int, left: int) -> float | None:
    """How surely a row is a header; None when it is none."""
    texts = [(column, value.strip()) for column, value in enumerate(cells) if isinstance(value, str) and value.strip()]
    others = sum(1 for _, value in without_breaks(filled(cells)) if not isinstance(value, str))
    if (
        not 2 <= len(texts) <= 300
        or others > max(1, len(texts) // 4)
        or any("url" in classes(text) for _, text in texts if "/" in text)
    ):
        return None
    titles = [text for _, text in texts]
    best = clear_fields(titles)
    known = sum(bool(_matched(text)) or is_meaningless(text) or is_dimension_title(text) for text in titles)
    if len(best) == 1 and "quantity" in best and len(texts) == 2 and _counts_things(texts, sheet, (row, left)):
        return best["quantity"]
    if len(best) >= 2 and known * 2 < len(texts) and _COUNTED & best.keys():
        # Without a count, numbers under unknown words are what a product can do: a table of cars, not of parts.
        known += _above_numbers(texts, sheet, (row, left))
    if len(best) < 2 or known * 2 < len(texts) or sum("number" in classes(text) for _, text in texts) > len(texts) // 4:
        return None
    if other_list(best, titles) or not _states_parts(best, texts, sheet, (row, left)):
        return None
    return sum(best.values()) - 2.0 * others


def clear_fields(titles: Sequence[str]) -> dict[str, float]:
    """What the clear ones of some titles mean, each with its score."""
    best: dict[str, float] = {}
    for text in titles:
        found = _matched(text)
        if found and found[0].score >= CLEAR and not is_distributor_title(text):
            best[found[0].field] = max(best.get(found[0].field, 0.0), found[0].score)
    return best


def _matched(text: str) -> tuple[Candidate, ...]:
    """What a title may mean; nothing when it is too long for one."""
    return match(text) if len(text) <= _LONGEST else ()


def _counts_things(texts: list[tuple[int, str]], sheet: Sheet, at: tuple[int, int]) -> bool:
    """Whether below two titles, one of them a quantity, words stand beside numbers: the shortest list there is."""
    row, left = at
    below = [
        [shown(cells[left + c]) if left + c < len(cells) else "" for c, _ in texts]
        for cells in sheet.rows[row + 1 : row + 12]
    ]
    pairs = [pair for pair in below if all(pair)]
    first = match(texts[0][1])
    counted = 0 if first and first[0].field == "quantity" else 1
    good = [
        pair for pair in pairs if "integer" in classes(pair[counted]) and "number" not in classes(pair[1 - counted])
    ]
    return len(pairs) > 2 and len(good) >= 0.8 * len(pairs)


def _above_numbers(texts: list[tuple[int, str]], sheet: Sheet, at: tuple[int, int]) -> int:
    """How many unknown words stand above numbers: whatever they mean, they are titles."""
    row, left = at
    unknown = [
        left + column
        for column, text in texts
        if not (match(text) or is_meaningless(text) or "number" in classes(text))
    ]
    return _numbers_below(sheet, row, unknown)


def _states_parts(best: dict[str, float], texts: list[tuple[int, str]], sheet: Sheet, at: tuple[int, int]) -> bool:
    """Whether titles make a list of parts: something that identifies one, and more than a name for it."""
    if _IDENTITY & best.keys() and _AMOUNT & best.keys() and len(best) >= 2:
        return True
    if "quantity" in best and len(texts) >= 3:
        return True
    if best.keys() >= {"value", "footprint"} and any(plain(text) in _LIBRARY for _, text in texts):
        return True
    row, left = at
    for column, text in texts:
        if any(candidate.field == "designators" for candidate in match(text)):
            below = [cells[left + column] for cells in sheet.rows[row + 1 : row + 12] if left + column < len(cells)]
            seen = [value.strip() for value in below if isinstance(value, str) and value.strip()]
            if seen and 2 * sum("designators" in classes(text) for text in seen) > len(seen):
                return True
    return False


def unknown_header(sheet: Sheet) -> int | None:
    """The row of titles of something else: words alone, the first of a sheet, two of them titles or above numbers.

    Without this such a row would be read as the first part of a list without a header.
    """
    for row, cells in enumerate(sheet.rows):
        seen = filled(cells)
        if len(seen) < _TITLES:
            continue
        if any(not isinstance(value, str) or "number" in classes(value.strip()) for _, value in seen):
            return None
        titled = len(clear_fields([str(value).strip() for _, value in seen])) >= _TITLED
        return row if titled or _numbers_below(sheet, row, [column for column, _ in seen]) >= _TITLED else None
    return None


def _numbers_below(sheet: Sheet, row: int, columns: Sequence[int]) -> int:
    """In how many of some columns at least three cells stand below a row, all of them numbers."""
    found = 0
    for column in columns:
        below = [shown(cells[column]) for cells in sheet.rows[row + 1 : row + 12] if column < len(cells)]
        stated = [cell for cell in below if cell]
        found += len(stated) > 2 and all("number" in classes(cell) for cell in stated)
    return found


def is_plain_header(cells: Cells) -> bool:
    """Whether a row below the first header leaves no doubt: hardly a number in it, and mostly clear titles."""
    texts = [value.strip() for value in cells if isinstance(value, str) and value.strip()]
    clear = sum(
        1 for text in texts if (found := match(text)) and found[0].score >= CLEAR and not is_distributor_title(text)
    )
    numbers = sum(1 for value in cells if isinstance(value, (int, float))) + sum(
        "number" in classes(text) for text in texts
    )
    return numbers <= len(texts) // 8 and 2 * (clear + sum(map(is_meaningless, texts))) >= len(texts)


def filled(cells: Cells) -> list[tuple[int, Value]]:
    """The cells of a row with something in them, each with its position."""
    return [
        (column, value)
        for column, value in enumerate(cells)
        if value is not None and not (isinstance(value, str) and not value.strip())
    ]


def without_breaks(row: Sequence[tuple[int, Value]]) -> list[tuple[int, Value]]:
    """The cells but for the numbers of pieces that a shop has prices for: from 1 up, side by side; and those again."""
    breaks: set[float] = set()
    run: list[tuple[int, float]] = []
    for column, value in row:
        number = float(value) if isinstance(value, (int, float)) else 0.0
        if run and run[-1][0] == column - 1 and number > run[-1][1]:
            run.append((column, number))
        else:
            run = [(column, number)] if number == 1.0 else []
        if len(run) >= _BREAKS:
            breaks.update(number for _, number in run)
    return [(column, value) for column, value in row if isinstance(value, str) or value not in breaks]


def text_of(value: Value) -> str:
    """A cell as plain text for comparing; empty for an empty one."""
    return plain(value) if isinstance(value, str) else "" if value is None else str(value)

"""Whether a row is the header of a parts table, by its titles and by what stands below it. See `bom.tables.search`."""

from __future__ import annotations

from collections.abc import Sequence

from bom.columns.content import classes, shown
from bom.columns.headers import is_distributor_title, match
from bom.columns.titles import (
    is_date_title,
    is_dimension_title,
    is_ledger_title,
    is_meaningless,
    is_placement_title,
    plain,
)
from bom.raw import Sheet, Value

CLEAR = 4.0
"""The score from which a title counts as one."""

_IDENTITY = frozenset({"part_number", "mpn", "supplier_part_number", "description", "designators", "value"})
_AMOUNT = frozenset(
    {"quantity", "designators", "mpn", "supplier_part_number", "unit_price", "manufacturer", "part_number", "level"}
)
_NUMBERED = frozenset({"designators", "mpn", "supplier_part_number", "part_number", "manufacturer"})
_BOUGHT = frozenset({"quantity", "mpn", "supplier_part_number", "manufacturer", "unit_price"})
_PRICED = frozenset({"unit_price", "total_price", "stock"})
_COUNTED = frozenset({"quantity", "designators", "level", "parent"})

_LIBRARY = frozenset({"library", "libraries", "bibliotheek", "bibliothek"})
"""Where a drawing program has a part from; beside a value and a package only its lists of parts say so."""

Cells = Sequence[Value]


def header_score(cells: Cells, sheet: Sheet, row: int, left: int) -> float | None:
    """How surely a row is a header; None when it is none."""
    texts = [(column, value.strip()) for column, value in enumerate(cells) if isinstance(value, str) and value.strip()]
    others = sum(1 for value in cells if value is not None and not isinstance(value, str))
    if (
        not 2 <= len(texts) <= 300
        or others > max(1, len(texts) // 4)
        or any("url" in classes(text) for _, text in texts if "/" in text)
    ):
        return None
    best: dict[str, float] = {}
    known = 0
    for _, text in texts:
        found = match(text) if len(text) <= 80 else ()
        known += bool(found) or is_meaningless(text) or is_dimension_title(text)
        if found and found[0].score >= CLEAR and not is_distributor_title(text):
            best[found[0].field] = max(best.get(found[0].field, 0.0), found[0].score)
    if len(best) == 1 and "quantity" in best and len(texts) == 2 and _counts_things(texts, sheet, (row, left)):
        return best["quantity"]
    if len(best) >= 2 and known * 2 < len(texts):
        known += _above_numbers(texts, sheet, (row, left))
    if len(best) < 2 or known * 2 < len(texts) or sum("number" in classes(text) for _, text in texts) > len(texts) // 4:
        return None
    if _is_other_list(best, [text for _, text in texts]) or not _states_parts(best, texts, sheet, (row, left)):
        return None
    return sum(best.values()) - 2.0 * others


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
    found = 0
    for column, text in texts:
        if match(text) or is_meaningless(text) or "number" in classes(text):
            continue
        below = [shown(cells[left + column]) for cells in sheet.rows[row + 1 : row + 12] if left + column < len(cells)]
        filled_in = [cell for cell in below if cell]
        found += len(filled_in) > 2 and all("number" in classes(cell) for cell in filled_in)
    return found


def _is_other_list(best: dict[str, float], titles: Sequence[str]) -> bool:
    """Whether the titles are those of a placement file, a netlist, an account book, addresses or prices by date."""
    placed = sum(map(is_placement_title, titles))
    if any(map(is_date_title, titles)) and _PRICED & best.keys() and not _COUNTED & best.keys():
        return True
    return (placed >= 2 and not _BOUGHT & best.keys()) or (
        any(map(is_ledger_title, titles)) and not _NUMBERED & best.keys()
    )


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


def text_of(value: Value) -> str:
    """A cell as plain text for comparing; empty for an empty one."""
    return plain(value) if isinstance(value, str) else "" if value is None else str(value)

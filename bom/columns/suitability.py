"""How well the cells of a column suit each field.

Definition. ``suits(field, profile)`` is the evidence of the cells: from -6 (impossible, whatever the title says)
over 0 (nothing known) to +4 (typical for this field and for no other). The thresholds are shares of the filled
cells; they were chosen by looking at many lists, and the corpora of the tests hold them in place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bom.columns.content import Profile

FEW, _LEAST = 2, -2.5
"""So few cells prove little: they lower a score by no more than this. Yes and no are no numbers all the same."""


def suits(field_key: str, cells: Profile) -> float:
    """How well the cells suit a field, see the module; 0 for a field without a test and for an empty column."""
    test = _TESTS.get(field_key)
    if test is None or not cells.filled:
        return 0.0
    is_sure = cells.filled > FEW or (test in (_quantity, _money, _number_only) and cells.share("mark") == 1.0)
    return test(cells) if is_sure else max(_LEAST, test(cells))


def _numeric(cells: Profile) -> float:
    return cells.share("number") + cells.share("measured")


def _quantity(cells: Profile) -> float:
    if max(_numeric(cells), cells.share("times")) < 0.4:
        return -6.0
    return 1.0 if cells.share("integer") > 0.6 else 0.5


def _money(cells: Profile) -> float:
    return -6.0 if _numeric(cells) + cells.share("range") < 0.4 else 1.0


def _number_only(cells: Profile) -> float:
    return -6.0 if _numeric(cells) < 0.4 else 0.5


def _designators(cells: Profile) -> float:
    share = cells.share("designators")
    if share >= 0.6:
        return 4.0
    if share >= 0.3:
        return 1.0
    if cells.share("integer") >= 0.8:
        return -0.5
    if share < 0.1 and cells.share("spoken") >= 0.6:
        return -6.0
    return -6.0 if share < 0.1 and (cells.words > 2.2 or cells.share("order") + cells.share("url") > 0.5) else -2.0


def _mpn(cells: Profile) -> float:
    if cells.share("designators") >= 0.7 or cells.share("url") >= 0.5:
        return -6.0
    if cells.share("words") >= 0.5:
        return -2.0
    if cells.share("order") >= 0.6 and cells.share("mpn") < 0.9:
        return -1.0
    return 1.0 if cells.share("mpn") >= 0.5 else 0.0 if cells.share("integer") < 0.9 else -0.5


def _order_number(cells: Profile) -> float:
    if cells.share("designators") >= 0.7 or cells.share("url") >= 0.5:
        return -6.0
    if cells.share("prose") >= 0.6 or cells.share("words") >= 0.5 or cells.words > 3.5:
        return -2.0
    if cells.share("number") - cells.share("integer") >= 0.5:
        return -6.0
    return 4.0 if cells.share("order") >= 0.5 and cells.share("integer") < 0.9 and cells.share("value") < 0.8 else 0.0


def _part_number(cells: Profile) -> float:
    if cells.share("url") >= 0.5 or cells.share("designators") >= 0.7:
        return -6.0
    if cells.words > 3.5 or cells.share("prose") >= 0.6:
        return -3.0
    if cells.share("words") >= 0.5:
        return -2.0
    return 0.5 if cells.shape >= 0.6 else 0.0


def _description(cells: Profile) -> float:
    if (
        cells.share("designators") >= 0.6
        or cells.share("url") >= 0.5
        or _numeric(cells) >= 0.8
        or cells.share("order") > 0.7
    ):
        return -4.0
    return 3.0 if cells.share("prose") >= 0.5 else 1.5 if cells.words >= 2 else 0.0


def _maker(cells: Profile) -> float:
    if _numeric(cells) >= 0.6 or cells.share("url") >= 0.4 or cells.share("designators") >= 0.6:
        return -6.0
    if cells.share("maker") >= 0.5:
        return 4.0
    return 1.0 if cells.share("maker") > 0.2 else 0.0


def _seller(cells: Profile) -> float:
    if _numeric(cells) >= 0.6 or cells.share("designators") >= 0.6:
        return -6.0
    return 3.0 if cells.share("distributor") >= 0.5 else -1.0 if cells.share("url") >= 0.5 else 0.0


def _url(cells: Profile) -> float:
    if cells.share("number") >= 0.8:
        return -6.0
    return 4.0 if cells.share("url") >= 0.5 else -1.0 if cells.words <= 2.5 or cells.share("url") else -4.0


def _footprint(cells: Profile) -> float:
    seen = cells.share("footprint")
    if seen >= 0.5:
        return 2.0
    if cells.share("number") >= 0.8:
        return -6.0
    return (
        -6.0
        if seen < 0.15 and cells.share("mpn") >= 0.6 and cells.distinct > 0.2 and cells.share("order") < 0.3
        else 0.0
    )


def _value(cells: Profile) -> float:
    if cells.share("designators") >= 0.7 or cells.share("url") >= 0.5:
        return -6.0
    if cells.words > 4 or cells.share("prose") > 0.6:
        return -1.5
    return 2.0 if cells.share("value") >= 0.4 else 0.0


def _mark(cells: Profile) -> float:
    return 2.0 if cells.share("mark") >= 0.8 else -3.0 if cells.share("mark") < 0.3 else 0.0


def _line_id(cells: Profile) -> float:
    if cells.words > 2 or cells.share("url") >= 0.5:
        return -6.0
    if cells.share("words") >= 0.5 or (cells.share("designators") >= 0.8 and cells.filled > FEW):
        return -4.0
    seen = cells.share("integer") + cells.share("dotted")
    return 1.5 if seen >= 0.7 and cells.distinct >= 0.8 else 0.0 if cells.words <= 1.2 else -1.5


def _level(cells: Profile) -> float:
    if cells.share("words") >= 0.5:
        # High, low and professional are levels of something else.
        return -6.0
    if cells.share("integer") + cells.share("dotted") >= 0.9:
        return 1.0
    return 0.0 if cells.words <= 1.5 else -6.0


def _material(cells: Profile) -> float:
    if cells.share("number") >= 0.6 or cells.share("url") >= 0.5 or (cells.words > 4.0 and cells.distinct > 0.9):
        return -6.0
    return -1.5 if cells.share("prose") >= 0.6 else 0.5


def _category(cells: Profile) -> float:
    if _numeric(cells) >= 0.8 or cells.share("url") >= 0.5:
        return -4.0
    return (
        1.0
        if cells.distinct < 0.6 and cells.words <= 4
        else -1.0
        if cells.share("prose") > 0.5 and cells.distinct > 0.8
        else 0.0
    )


def _country(cells: Profile) -> float:
    if _numeric(cells) >= 0.5 or cells.share("url") >= 0.5:
        return -6.0
    return -2.0 if cells.words > 4 else 0.5


def _currency(cells: Profile) -> float:
    return 1.0 if cells.share("currency") >= 0.8 else -6.0


def _unit(cells: Profile) -> float:
    return -6.0 if _numeric(cells) >= 0.6 or cells.words > 2.5 else 0.0


def _lifecycle(cells: Profile) -> float:
    return 0.0 if cells.words <= 2.5 and cells.share("url") < 0.5 else -6.0


def _lead_time(cells: Profile) -> float:
    return -1.0 if _numeric(cells) < 0.2 and cells.share("prose") > 0.8 else 0.5


def _notes(cells: Profile) -> float:
    if cells.share("mark") >= 0.9:
        return -2.0
    return -0.5 if cells.share("designators") >= 0.6 else 0.0


_TESTS: Mapping[str, Callable[[Profile], float]] = {
    "quantity": _quantity,
    "multiplier": _quantity,
    "unit_price": _money,
    "total_price": _money,
    "stock": _number_only,
    "mass": _number_only,
    "designators": _designators,
    "mpn": _mpn,
    "supplier_part_number": _order_number,
    "part_number": _part_number,
    "description": _description,
    "manufacturer": _maker,
    "supplier": _seller,
    "url": _url,
    "footprint": _footprint,
    "value": _value,
    "populate": _mark,
    "line_id": _line_id,
    "level": _level,
    "material": _material,
    "category": _category,
    "country_of_origin": _country,
    "lead_time": _lead_time,
    "lifecycle": _lifecycle,
    "currency": _currency,
    "unit": _unit,
    "notes": _notes,
}

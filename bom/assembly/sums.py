"""Arithmetic in which the unknown stays unknown."""

from __future__ import annotations

from decimal import Decimal


def multiplied(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    """The product; None when a factor is unknown, or when it is too large to be a number of things."""
    if left is None or right is None:
        return None
    return _counted(left * right)


def plus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    """The sum; None when a part of it is unknown, or when it is too large."""
    if left is None or right is None:
        return None
    return _counted(left + right)


def _counted(number: Decimal) -> Decimal | None:
    return number if number.adjusted() < _EXACT else None


def tidy(number: Decimal | None) -> Decimal | None:
    """The number without zeros at its end: 4.00 as 4, and 4E+1 as 40.

    >>> tidy(Decimal("4.00")), tidy(Decimal("4E+1")), tidy(None)
    (Decimal('4'), Decimal('40'), None)
    """
    if number is None:
        return None
    short = number.normalize()
    exponent = short.as_tuple().exponent
    plain = isinstance(exponent, int) and exponent > 0 and short.adjusted() < _EXACT
    return short.quantize(Decimal(1)) if plain else short


_EXACT = 28
"""Digits that a number is calculated with."""

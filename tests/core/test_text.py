"""Wordings that are filled in, in both languages at once."""

from __future__ import annotations

import pytest

from depmap.core.text import Text

PARTS = Text("{count:onderdeel komt|onderdelen komen} van {maker}", "{count:part comes|parts come} from {maker}")


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (0, "0 onderdelen komen van A", "0 parts come from A"),
        (1, "1 onderdeel komt van A", "1 part comes from A"),
        (2, "2 onderdelen komen van A", "2 parts come from A"),
    ],
)
def test_a_number_takes_its_noun_along(count: int, nl: str, en: str) -> None:
    assert PARTS.format(count=count, maker="A") == Text(nl, en)


def test_other_numbers_are_written_as_ever() -> None:
    words = Text("{whole} {whole:,} {part:.1f} {sure}", "{whole} {whole:03d} {part} {sure}")
    assert words.format(whole=1234, part=0.25, sure=True) == Text("1234 1,234 0.2 True", "1234 1234 0.25 True")


def test_what_is_no_number_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="format specifier"):
        PARTS.format(count="two", maker="A")

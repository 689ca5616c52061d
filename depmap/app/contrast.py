"""Whether text can be read on its ground, as WCAG 2.2 measures it (1.4.3, contrast at least 4.5 to 1)."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.issues import Issue, Severity
from depmap.core.text import Text
from reports.page.look import TEXTS, Look

ENOUGH = 4.5
"""The least contrast of text under level AA. Source: WCAG 2.2, success criterion 1.4.3."""


def contrast(one: str, other: str) -> float:
    """How much two colours differ in luminance, 1 to 21. Source: WCAG 2.2, contrast ratio.

    >>> contrast("#000000", "#fff")
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def contrast_issues(look: Look, changed: Mapping[bool, Mapping[str, str]]) -> tuple[Issue, ...]:
    """A warning for every text that is hard to read on its ground, among those that a theme changes.

    Args:
        look: the properties as they hold with the theme.
        changed: those that the theme sets, on a light page under False and on a dark one under True.
    """
    found = []
    for dark, values, scheme in ((False, look.light, _LIGHT), (True, look.dark, _DARK)):
        for text, ground in TEXTS:
            ratio = contrast(values[text], values[ground])
            if ratio < ENOUGH and (text in changed[dark] or ground in changed[dark]):
                words = {"text": text, "ground": ground, "ratio": f"{int(ratio * 10) / 10:.1f}"}
                message = _FAINT.format(**words)
                nl = f"{scheme.nl}: {message.nl}".replace(words["ratio"], words["ratio"].replace(".", ","))
                found.append(Issue("DI921", Severity.WARNING, Text(nl, f"{scheme.en}: {message.en}"), hint=_HINT))
    return tuple(found)


def _luminance(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb. Source: WCAG 2.2, relative luminance."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_LIGHT = Text("Thema, lichte pagina", "Theme, light page")
_DARK = Text("Thema, donkere pagina", "Theme, dark page")
_FAINT = Text("{text} op {ground} heeft een contrast van {ratio}.", "{text} on {ground} has a contrast of {ratio}.")
_HINT = Text("Tekst is leesbaar vanaf 4,5 (WCAG 2.2 AA).", "Text is readable from 4.5 (WCAG 2.2 AA).")

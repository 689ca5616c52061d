"""How the cells of the copy look. Nothing is told by colour alone: a border, a font or a comment says the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bom.marked.marks import Ground
from depmap.core.issues import Severity
from depmap.core.spreadsheets import BASE
from depmap.core.text import Text

GROUNDS: Mapping[Ground, tuple[str, Text]] = {
    Ground.PART: ("#1B3A57", Text("wat het onderdeel is", "what the part is")),
    Ground.COMPANY: ("#5B2C6F", Text("wie het maakt of levert", "who makes or supplies it")),
    Ground.ORIGIN: ("#1E5631", Text("waar het vandaan komt", "where it comes from")),
    Ground.AMOUNT: ("#7A3B00", Text("hoeveel, hoe duur, hoe lang", "how many, how dear, how long")),
    Ground.STRUCTURE: (
        "#37474F",
        Text("plaats in de opbouw, of het telt", "place in the structure, whether it counts"),
    ),
    Ground.OTHER: ("#00525A", Text("overige kolommen", "other columns")),
}
"""Ground of a mapped header, under white letters (each at least 7 to 1), and what it means."""

PROBLEMS: Mapping[Severity, tuple[str, int, str]] = {
    Severity.ERROR: ("#F9D7D2", 5, "#8A1C12"),
    Severity.WARNING: ("#FBE3C8", 2, "#7A3B00"),
    Severity.NOTE: ("#DCEDF7", 3, "#1F4B66"),
}
"""Ground, border and colour of the border of a cell with a problem: thick, medium, dashed."""

_NAMED: Mapping[str, Mapping[str, object]] = {
    "plain": {},
    "wrap": {"text_wrap": True, "align": "left"},
    "bold": {"bold": True},
    "title": {"bold": True, "font_size": 14, "font_color": "#1B3A57"},
    "link": {"align": "left", "font_color": "#0B4F8A", "underline": 1},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1B3A57", "text_wrap": True},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        """Make the few that have a name; the others when they are asked for."""
        self._book = book
        self._made: dict[tuple[object, ...], Any] = {}

    def named(self, name: str) -> Any:
        """A format by its name."""
        return self._make((name,), _NAMED[name])

    def cell(
        self,
        ground: Ground | None = None,
        severity: Severity | None = None,
        aside: bool = False,
        wrap: bool = False,
    ) -> Any:
        """The format of a cell of the file.

        Args:
            ground: of a header, its kind.
            severity: of its gravest problem.
            aside: whether its row does not count.
            wrap: whether it holds several lines.
        """
        look: dict[str, object] = {"text_wrap": wrap or ground is not None}
        if aside:
            look |= {"italic": True, "font_color": "#595959", "bg_color": "#EFEFEF"}
        if severity is not None:
            fill, border, colour = PROBLEMS[severity]
            look |= {"bg_color": fill, "border": border, "border_color": colour}
        if ground is Ground.UNUSED:
            look |= {"italic": True, "font_color": "#595959", "bottom": 1, "bottom_color": "#595959"}
        elif ground is not None:
            look |= {"bold": True, "italic": False, "font_color": "#FFFFFF", "bg_color": GROUNDS[ground][0]}
        return self._make((ground, severity, aside, wrap), look)

    def _make(self, key: tuple[object, ...], look: Mapping[str, object]) -> Any:
        if key not in self._made:
            self._made[key] = self._book.add_format({**BASE, **look})
        return self._made[key]

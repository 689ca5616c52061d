"""What a cell says, and what can be wrong with it: types, codes and wording in one place, apart from the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bom.cells.numbers import Mark
from bom.fields import Kind
from bom.reading import FieldValue
from depmap.core.issues import Severity
from depmap.core.text import Text, same


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """What is known of the column that a cell stands in."""

    field: str
    """Field key without number."""

    kind: Kind
    """How its cells are read."""

    title: str = ""
    """Its header, which may state a unit."""

    mark: Mark = ""
    """The decimal mark of the table."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell could not be read, before it has a place."""

    code: str
    """Stable identifier of the issue."""

    severity: Severity
    """How much it weighs."""

    message: Text
    """What was found; ``{text}`` stands for the cell, ``{what}`` for what was expected."""

    hint: Text
    """What would be right."""

    def of(self, text: str, what: Text | None = None) -> Fault:
        """The fault of one cell."""
        line = " ".join(text.split())
        shown = line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."
        return Fault(self.code, self.severity, self.message.format(text=shown, what=what or same("")), self.hint)


_LONGEST = 60


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell says."""

    value: FieldValue
    """The value; None when the cell is empty, says nothing or cannot be read."""

    extra: Mapping[str, str] = field(default_factory=dict)
    """What it says beside: ``unit`` or ``currency``."""

    fault: Fault | None = None
    """Why it could not be read, or what is doubtful."""


NOTHING = CellReading(None)

UNREADABLE = Fault(
    "DI010",
    Severity.WARNING,
    Text("'{text}' is geen {what} die depmap kan lezen", "'{text}' is no {what} that depmap can read"),
    Text("Schrijf alleen een getal, bijvoorbeeld 4 of 2,50.", "Write a number only, for example 4 or 2.50."),
)
AMBIGUOUS = Fault(
    "DI011",
    Severity.WARNING,
    Text("'{text}' kan op twee manieren worden gelezen", "'{text}' can be read in two ways"),
    Text("Schrijf duizendtallen zonder punt of komma.", "Write thousands without a point or comma."),
)
A_DATE = Fault(
    "DI012",
    Severity.WARNING,
    Text(
        "hier staat een datum ({text}); een rekenblad maakt die van nummers als 1-2",
        "this is a date ({text}); spreadsheets make them of numbers like 1-2",
    ),
    Text("Maak de cel op als tekst en typ het nummer opnieuw.", "Format the cell as text and type the number again."),
)
LOST_DIGITS = Fault(
    "DI013",
    Severity.WARNING,
    Text(
        "'{text}' is een nummer waarvan een rekenblad cijfers heeft afgerond",
        "'{text}' is a number of which a spreadsheet rounded digits away",
    ),
    Text("Maak de cel op als tekst en typ het nummer opnieuw.", "Format the cell as text and type the number again."),
)
REMARK = Fault(
    "DI019",
    Severity.NOTE,
    Text("in '{text}' telt alleen het getal voor de haakjes", "in '{text}' only the number before the brackets counts"),
    Text("Zet opmerkingen in een eigen kolom.", "Put remarks in a column of their own."),
)
NO_UNIT = Fault(
    "DI014",
    Severity.WARNING,
    Text(
        "levertijd '{text}' zegt niet of het dagen of weken zijn",
        "lead time '{text}' does not say whether it is in days or weeks",
    ),
    Text("Zet de eenheid in de kop: Levertijd (weken).", "State the unit in the header: Lead time (weeks)."),
)
CUT = Fault(
    "DI015",
    Severity.NOTE,
    Text("de lijst '{text}' is afgebroken; het aantal telt", "the list '{text}' is cut off; the quantity counts"),
    Text("Schrijf alle referenties uit.", "Write all designators out."),
)
BAD_RANGE = Fault(
    "DI016",
    Severity.WARNING,
    Text("in '{text}' loopt een reeks terug of is ze te groot", "a range in '{text}' runs backwards or is too large"),
    Text("Schrijf reeksen oplopend: C2-C5.", "Write ranges upwards: C2-C5."),
)
SEVERAL = Fault(
    "DI018",
    Severity.WARNING,
    Text("in deze cel staan meer waarden: '{text}'", "this cell holds several values: '{text}'"),
    Text("Zet elke waarde op een eigen regel.", "Give every value a line of its own."),
)

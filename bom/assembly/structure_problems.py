"""What can be wrong with the tree and with its lines: codes, weight and wording, apart from the logic."""

from __future__ import annotations

from bom.assembly.problem import Problem
from depmap.core.issues import Severity
from depmap.core.text import Text

# --- the tree ------------------------------------------------------------------------------------------------------

LEVEL_UNREADABLE = Problem(
    "DI301",
    Severity.WARNING,
    Text(
        "Het niveau {level!r} van {name} is niet te lezen; de regel hangt nu direct onder het systeem.",
        "The level {level!r} of {name} cannot be read; the line now hangs directly under the system.",
    ),
    Text(
        "Geef een geheel getal (0, 1, 2) of een nummer als 1.2.3.", "Give a whole number (0, 1, 2) or one like 1.2.3."
    ),
)
LEVEL_SKIPPED = Problem(
    "DI302",
    Severity.WARNING,
    Text(
        "{name} slaat een niveau over; de regel hangt nu onder {above}.",
        "{name} skips a level; the line now hangs under {above}.",
    ),
)
PARENT_UNKNOWN = Problem(
    "DI303",
    Severity.WARNING,
    Text(
        "{parent!r} staat als bovenliggend deel bij {count:regel|regels} ({cells}), maar is zelf geen regel; "
        "het is nu een samenstelling direct onder het systeem.",
        "{parent!r} is given as the parent of {count:line|lines} ({cells}) but is no line itself; "
        "it is now an assembly directly under the system.",
    ),
    Text(
        "Voeg een regel voor dit deel toe, of verbeter de verwijzing.", "Add a line for it, or correct the reference."
    ),
)
PARENT_GROUPS = Problem(
    "DI304",
    Severity.NOTE,
    Text(
        "{parent!r} heeft geen eigen regel en is als samenstelling gelezen, één stuk, met {count:regel|regels}.",
        "{parent!r} has no line of its own and is read as an assembly, one piece, with {count:line|lines}.",
    ),
)
CYCLE = Problem(
    "DI305",
    Severity.ERROR,
    Text(
        "Een samenstelling kan zichzelf niet bevatten: {cycle}. De laatste stap is niet gevolgd.",
        "An assembly cannot contain itself: {cycle}. The last step is not followed.",
    ),
    Text("Verbeter het niveau of het bovenliggende deel.", "Correct the level or the parent."),
)
ASSEMBLIES_DIFFER = Problem(
    "DI306",
    Severity.WARNING,
    Text(
        "Samenstelling {name} staat er meer dan eens met een verschillende inhoud ({cells}); elke inhoud telt apart.",
        "Assembly {name} is listed more than once with different contents ({cells}); each of them counts apart.",
    ),
)
ROOT_IS_SYSTEM = Problem(
    "DI307",
    Severity.NOTE,
    Text(
        "{name} staat boven alle andere regels en is als het systeem zelf gelezen.",
        "{name} stands above all other lines and is read as the system itself.",
    ),
)
ROOT_MAKER = Problem(
    "DI308",
    Severity.NOTE,
    Text(
        "De maker van het systeem zelf ({maker}) telt niet mee als afhankelijkheid.",
        "The maker of the system itself ({maker}) is not counted as a dependence.",
    ),
)
ROOT_QUANTITY = Problem(
    "DI311",
    Severity.NOTE,
    Text(
        "Het aantal {value} van het systeem zelf is niet gebruikt: alle aantallen gelden voor één systeem.",
        "The quantity {value} of the system itself is not used: all quantities are for one system.",
    ),
)
INDENTED = Problem(
    "DI312",
    Severity.NOTE,
    Text(
        "De opbouw is afgeleid uit het inspringen van deze kolom.",
        "What stands under what is taken from the indentation of this column.",
    ),
)
SHEETS_ARE_ASSEMBLIES = Problem(
    "DI309",
    Severity.NOTE,
    Text(
        "De onderdelen staan op {count} bladen; elk blad is als één samenstelling gelezen: {names}.",
        "The parts stand on {count} sheets; each sheet is read as one assembly: {names}.",
    ),
)
LEVEL_OR_PARENT = Problem(
    "DI310",
    Severity.WARNING,
    Text(
        "Het niveau en het bovenliggende deel spreken elkaar tegen ({cells}); het bovenliggende deel is gevolgd.",
        "The levels and the parents contradict each other ({cells}); the parents were followed.",
    ),
)

# --- lines ---------------------------------------------------------------------------------------------------------

ALTERNATE = Problem(
    "DI321",
    Severity.NOTE,
    Text(
        "{name}: {cells} zijn gelezen als bronnen van één onderdeel; het aantal telt één keer.",
        "{name}: {cells} are read as sources of one part; the quantity counts once.",
    ),
)
ALTERNATE_QUANTITIES = Problem(
    "DI322",
    Severity.WARNING,
    Text(
        "{name} staat bij verschillende makers met verschillende aantallen ({cells}); het grootste is gebruikt.",
        "{name} has different quantities with different makers ({cells}); the largest is used.",
    ),
)
MAKERS_DIFFER = Problem(
    "DI323",
    Severity.WARNING,
    Text(
        "{name} heeft niet overal dezelfde makers ({cells}); alle makers tellen als bron van dit onderdeel.",
        "{name} does not have the same makers everywhere ({cells}); all of them count as sources of this part.",
    ),
    Text(
        "Klopt dat niet, geef de onderdelen dan verschillende nummers.",
        "If that is wrong, give the parts different numbers.",
    ),
)
DESCRIPTIONS_DIFFER = Problem(
    "DI324",
    Severity.WARNING,
    Text(
        "{name} is als één onderdeel gelezen, maar heeft niet overal dezelfde {field}: {values} ({cells}).",
        "{name} is read as one part but does not have the same {field} everywhere: {values} ({cells}).",
    ),
    Text("Geef verschillende onderdelen verschillende nummers.", "Give different parts different numbers."),
)
NUMBER_SHARED = Problem(
    "DI328",
    Severity.WARNING,
    Text(
        "Nummer {name} staat bij {count} verschillende onderdelen: {values} ({cells}); elk telt apart.",
        "Number {name} stands for {count} different parts: {values} ({cells}); each of them counts apart.",
    ),
    Text(
        "Geef verschillende onderdelen verschillende nummers, of maak de regels van één onderdeel gelijk.",
        "Give different parts different numbers, or make the lines of one part say the same.",
    ),
)
WORD_SHARED = Problem(
    "DI329",
    Severity.WARNING,
    Text(
        "{name} is een soortnaam en geen nummer; de {count} onderdelen die zo heten, tellen apart: {values} ({cells}).",
        "{name} is the name of a kind, not a number; the {count} parts called so count apart: {values} ({cells}).",
    ),
    Text("Geef elk onderdeel een eigen nummer.", "Give every part a number of its own."),
)
QUANTITY_ZERO = Problem(
    "DI325",
    Severity.NOTE,
    Text(
        "{count:regel met aantal 0 telt|regels met aantal 0 tellen} als niet te plaatsen ({cells}).",
        "{count:line with quantity 0 counts|lines with quantity 0 count} as not to be placed ({cells}).",
    ),
)
QUANTITY_NEGATIVE = Problem(
    "DI326",
    Severity.WARNING,
    Text(
        "{name} heeft een negatief aantal ({value}); het aantal is onbekend.",
        "{name} has a negative quantity ({value}); the quantity is unknown.",
    ),
)
NOT_PLACED_BELOW = Problem(
    "DI327",
    Severity.NOTE,
    Text(
        "{name} wordt niet geplaatst; wat alleen daaronder staat, telt evenmin als nodig.",
        "{name} is not to be placed; what stands only below it is not needed either.",
    ),
)

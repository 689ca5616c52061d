"""What can be wrong with makers, countries and amounts: codes, weight and wording, apart from the logic."""

from __future__ import annotations

from bom.assembly.problem import Problem
from depmap.core.issues import Severity
from depmap.core.text import Text

# --- sources -------------------------------------------------------------------------------------------------------

DISTRIBUTOR_AS_MAKER = Problem(
    "DI341",
    Severity.WARNING,
    Text(
        "{value!r} is een distributeur en geen fabrikant; de fabrikant van {count:regel|regels} is onbekend ({cells}).",
        "{value!r} is a distributor, not a manufacturer; the manufacturer of {count:line|lines} is unknown ({cells}).",
    ),
    Text("Vul in wie het onderdeel maakt.", "Say who makes the part."),
)
NO_MAKER = Problem(
    "DI342",
    Severity.WARNING,
    Text(
        "{value!r} noemt geen fabrikant; die van {count:regel|regels} is onbekend ({cells}).",
        "{value!r} names no manufacturer; that of {count:line|lines} is unknown ({cells}).",
    ),
    Text("Vul in wie het onderdeel maakt.", "Say who makes the part."),
)
COUNTRY_AS_MAKER = Problem(
    "DI343",
    Severity.WARNING,
    Text(
        "{value!r} noemt een land en geen fabrikant; dat land is hooguit een vermoeden van herkomst, "
        "de fabrikant van {count:regel|regels} is onbekend ({cells}).",
        "{value!r} names a country, not a manufacturer; that country is no more than a hint of origin, "
        "the manufacturer of {count:line|lines} is unknown ({cells}).",
    ),
    Text(
        "Vul in wie het onderdeel maakt, en het land in een kolom voor het land van herkomst.",
        "Say who makes the part, and put the country in a column for the country of origin.",
    ),
)
MAKER_POSSIBLE = Problem(
    "DI344",
    Severity.NOTE,
    Text(
        "{value!r} ({cells}) staat niet in de leverancierslijst; is {options} bedoeld?",
        "{value!r} ({cells}) is not in the list of suppliers; is {options} meant?",
    ),
)
MAKERS_TOGETHER = Problem(
    "DI348",
    Severity.NOTE,
    Text(
        "{value!r} noemt verschillende fabrikanten; elk is als bron van het onderdeel gelezen ({cells}).",
        "{value!r} names several manufacturers; each is read as a source of the part ({cells}).",
    ),
)
MAKERS_UNDECIDED = Problem(
    "DI349",
    Severity.WARNING,
    Text(
        "{value!r} noemt meer dan één bedrijf; wie het onderdeel maakt, {options}, is van {count:regel|regels} niet "
        "bekend ({cells}).",
        "{value!r} names more than one company; which of them makes the part, {options}, is not known of "
        "{count:line|lines} ({cells}).",
    ),
    Text(
        "Zijn het goedgekeurde alternatieven, geef elk dan een eigen kolom of regel met een eigen onderdeelnummer.",
        "If they are approved alternatives, give each a column or line of its own, with its own part number.",
    ),
)
COUNTRY_UNREADABLE = Problem(
    "DI345",
    Severity.WARNING,
    Text(
        "{value!r} is geen eenduidig land ({reason}); het land van {count:regel|regels} blijft onbekend ({cells}).",
        "{value!r} is no unambiguous country ({reason}); the country of {count:line|lines} stays unknown ({cells}).",
    ),
    Text("Schrijf één land voluit of als ISO-code.", "Write one country in full or as its ISO code."),
)
COUNTRIES_CONFLICT = Problem(
    "DI346",
    Severity.WARNING,
    Text(
        "{name} van {maker} heeft tegenstrijdige landen van productie: {values} ({cells}); het land is onbekend.",
        "{name} by {maker} has conflicting countries of manufacture: {values} ({cells}); the country is unknown.",
    ),
)
PROOF_NAMES_NOTHING = Problem(
    "DI347",
    Severity.NOTE,
    Text(
        "{value!r} noemt geen document; het land van {count:regel|regels} blijft opgegeven, niet bewezen ({cells}).",
        "{value!r} names no document; the country of {count:line|lines} stays declared, not proven ({cells}).",
    ),
    Text(
        "Noem het bestand of het kenmerk van de verklaring, met datum.",
        "Name the file or the reference of the declaration, with its date.",
    ),
)
TOO_MANY_MATERIALS = Problem(
    "DI353",
    Severity.WARNING,
    Text(
        "Er zijn meer dan {value} materialen genoemd; die van {count:cel is|cellen zijn} niet gelezen ({cells}).",
        "More than {value} materials are named; those of {count:cell|cells} were not read ({cells}).",
    ),
)
COUNTRY_OF_SHOP = Problem(
    "DI352",
    Severity.WARNING,
    Text(
        "Het land van {count:regel|regels} is wat een winkel opgeeft (kolom {value!r}; {cells}). Dat is geen "
        "herkomst en "
        "telt als vermoeden.",
        "The country of {count:line|lines} is what a shop states (column {value!r}; {cells}). That is no origin and "
        "counts as a hint.",
    ),
    Text(
        "Vraag de fabrikant waar hij het maakt, en noem het document in een kolom 'bewijs van herkomst'.",
        "Ask the manufacturer where it makes the part, and name the document in a column 'evidence of origin'.",
    ),
)
WRONG_CAS = Problem(
    "DI351",
    Severity.WARNING,
    Text(
        "{value!r} is geen CAS-nummer: het laatste cijfer klopt niet met de andere ({cells}). De naam is gelezen.",
        "{value!r} is no CAS number: its last digit does not agree with the others ({cells}). The name was read.",
    ),
    Text("Verbeter het nummer.", "Correct the number."),
)

# --- amounts -------------------------------------------------------------------------------------------------------

CURRENCIES_MIXED = Problem(
    "DI361",
    Severity.WARNING,
    Text(
        "De prijzen staan in verschillende munten ({values}); er is niet omgerekend, dus bedragen zijn onbekend.",
        "Prices are in different currencies ({values}); nothing is converted, so amounts are unknown.",
    ),
)
CURRENCY_MISSING = Problem(
    "DI362",
    Severity.WARNING,
    Text(
        "De prijs van {count:regel|regels} heeft geen munt ({cells}) en telt niet mee naast prijzen in {currency}.",
        "The price of {count:line|lines} has no currency ({cells}) and is not counted beside prices in {currency}.",
    ),
)
STOCK_DIFFERS = Problem(
    "DI363",
    Severity.WARNING,
    Text(
        "{name} heeft verschillende voorraden: {values} ({cells}); de kleinste is gebruikt.",
        "{name} has different stocks: {values} ({cells}); the smallest is used.",
    ),
)
ASSEMBLY_PRICES = Problem(
    "DI364",
    Severity.NOTE,
    Text(
        "De prijs van {count:samenstelling|samenstellingen} is niet gebruikt ({cells}); "
        "alleen prijzen van onderdelen tellen.",
        "The price of {count:assembly line|assembly lines} is not used ({cells}); only prices of parts count.",
    ),
)

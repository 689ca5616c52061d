"""The words of the template that belong to no column."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.text import Text

LABELS: Mapping[str, Text] = {
    "system": Text("Systeem:", "System:"),
    "example": Text("Voorbeeld", "Example"),
    "what": Text("Wat u invult", "What goes in"),
    "needed": Text("Nodig", "Needed"),
    "yes": Text("ja", "yes"),
    "choose": Text(
        "Kies een waarde uit de lijst, zodat zij gelezen kan worden.", "Choose from the list, so that it can be read."
    ),
    "number": Text("Vul een getal in, 0 of groter, zonder eenheid.", "Fill in a number, 0 or more, without a unit."),
    "whole": Text("Vul een geheel getal in: 1, 2, 3 ...", "Fill in a whole number: 1, 2, 3 ..."),
    "countries": Text("Landen", "Countries"),
    "units": Text("Eenheden", "Units"),
    "marks": Text("Plaatsen", "Populate"),
    "roles": Text("Rollen", "Roles"),
}
"""Short words, by what they are for."""

INTRODUCTION: tuple[Text, ...] = (
    Text(
        "Vul op het blad Stuklijst één regel per onderdeel in, onder de koppen. De donkere koppen zijn nodig; wat leeg"
        " blijft, telt als onbekend en nooit als goed.",
        "On the sheet Bill of materials fill in one line per part, below the headers. The dark headers are needed; what"
        " stays empty counts as unknown, and never as good.",
    ),
    Text(
        "Vul op het blad Leveranciers één regel per bedrijf in. Noem bij een onderdeel wie het maakt; een distributeur"
        " is nooit bewijs van herkomst.",
        "On the sheet Suppliers fill in one line per company. At a part name who makes it; a distributor is never"
        " evidence of origin.",
    ),
    Text(
        "Een land van herkomst met een document en een datum is bewezen, zonder is het opgegeven. Stuur de genoemde"
        " documenten mee.",
        "A country of origin with a document and a date is proven, without one it is declared. Send the documents that"
        " you name along.",
    ),
    Text(
        "Verander de koppen en de eerste drie rijen niet. Nieuwe regels en bladen mogen; de voorbeelden hieronder"
        " worden niet als onderdeel gelezen.",
        "Do not change the headers and the first three rows. New lines and sheets are welcome; the examples below are"
        " not read as parts.",
    ),
    Text(
        "Zo leest de ontvanger het terug: depmap check BESTAND.xlsx.",
        "The recipient reads it back with: depmap check FILE.xlsx.",
    ),
)
"""How to fill it in, paragraph by paragraph."""

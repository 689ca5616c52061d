"""What the template asks for: its columns, in the words of the field table, with an explanation and an example each.

The titles are those of `bom.fields` and `bom.companies.supplier_file`, so that what the template writes is what
depmap reads; a title may carry a remark in brackets, which reading ignores.
"""

from __future__ import annotations

from dataclasses import dataclass

from bom.companies.supplier_file import COLUMNS, ROLES
from bom.fields import BY_KEY, Kind, base
from depmap.core.countries import recognise_country
from depmap.core.reference import load
from depmap.core.text import Language, Text, same

NUMBERS = (Kind.NUMBER, Kind.MONEY, Kind.WEEKS)
"""Kinds of fields whose cells hold numbers; the others hold text, and are formatted so."""

YES, NO = Text("ja", "yes"), Text("nee", "no")


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column to fill in."""

    key: str
    """Field key, with a number for a second source; on the supplier sheet the key of its column."""

    title: Text
    """What stands above it."""

    what: Text
    """What goes in."""

    example: Text
    """What a filled-in cell looks like."""

    choices: str = ""
    """The list to choose from: ``countries``, ``units``, ``marks`` or ``roles``; empty for free text."""

    needed: bool = False
    """Whether an analysis says little without it."""

    number: bool = False
    """Whether its cells hold numbers, none of them negative."""

    width: int = 16
    """Its width in characters."""


_NEEDED = frozenset({"part_number", "description", "quantity", "manufacturer", "mpn", "country_of_origin", "name"})
_CHOICES = {"unit": "units", "populate": "marks", "role": "roles", "seat": "countries", "parent_country": "countries"}
_WIDTHS = {
    "level": 9, "description": 34, "quantity": 10, "unit": 10, "manufacturer": 24, "mpn": 20, "country_of_origin": 20,
    "origin_evidence": 30, "unit_price": 11, "currency": 9, "lead_time": 11, "stock": 11, "material": 20,
    "populate": 10, "notes": 34, "name": 28, "aliases": 28, "role": 14, "seat": 22, "parent": 28,
    "parent_country": 22, "plants": 28, "evidence": 34,
}  # fmt: skip
_PLAINER = {"part_number": Text("artikelnummer", "internal part number")}
"""Titles of fields that mean more than one thing to people, in a wording that does not."""

_REMARKS = {
    "origin_evidence": Text(" (document, datum)", " (document, date)"),
    "lead_time": Text(" (weken)", " (weeks)"),
}


def _part(key: str, what: Text, example: Text) -> TemplateColumn:
    """A column of the bill of materials, titled as the field table titles it."""
    stem = base(key)
    field, number = BY_KEY[stem], key.removeprefix(stem).replace("_", " ")
    name, remark = _PLAINER.get(stem, field.title), _REMARKS.get(stem, same(""))
    title = Text(name.nl.capitalize() + number + remark.nl, name.en.capitalize() + number + remark.en)
    listed = "countries" if field.kind is Kind.COUNTRY else _CHOICES.get(stem, "")
    needed = key in _NEEDED
    return TemplateColumn(key, title, what, example, listed, needed, field.kind in NUMBERS, _WIDTHS.get(stem, 16))


_SECOND = Text("De tweede goedgekeurde bron van hetzelfde onderdeel: ", "The second approved source of the same part: ")

PARTS: tuple[TemplateColumn, ...] = (
    _part(
        "level",
        Text(
            "De plaats in de opbouw: 1 voor wat direct in het systeem zit, 2 voor een onderdeel van de regel met 1"
            " erboven, en zo verder. Laat leeg als er geen samenstellingen zijn.",
            "Its place in the structure: 1 for what is directly in the system, 2 for a part of the line with 1 above"
            " it, and so on. Leave empty when there are no assemblies.",
        ),
        same("2"),
    ),
    _part(
        "part_number",
        Text(
            "Uw eigen artikelnummer, hetzelfde op elke regel met hetzelfde onderdeel.",
            "Your own part number, the same on every line with the same part.",
        ),
        same("VK-1085"),
    ),
    _part(
        "description",
        Text("Wat het is, in gewone woorden.", "What it is, in plain words."),
        Text("Borstelloze motor", "Brushless motor"),
    ),
    _part(
        "quantity",
        Text("Hoeveel er in één bovenliggende samenstelling gaan.", "How many go into one parent assembly."),
        same("4"),
    ),
    _part(
        "unit",
        Text("De eenheid van het aantal; leeg betekent stuks.", "The unit of the quantity; empty means pieces."),
        Text("stuks", "pcs"),
    ),
    _part(
        "manufacturer",
        Text(
            "Wie het maakt, met de volledige naam. Noem nooit de winkel of de distributeur.",
            "Who makes it, by its full name. Never name the shop or the distributor.",
        ),
        same("Acme Motors"),
    ),
    _part(
        "mpn",
        Text("Het nummer dat de fabrikant eraan geeft.", "The number that the manufacturer gives it."),
        same("AM-100"),
    ),
    _part(
        "country_of_origin",
        Text(
            "Het land waar dit onderdeel gemaakt wordt. Dat is niet het land waar de fabrikant gevestigd is.",
            "The country where this part is made. That is not the country where the manufacturer has its seat.",
        ),
        Text("Duitsland", "Germany"),
    ),
    _part(
        "origin_evidence",
        Text(
            "Het document waaruit het land blijkt, met datum. Zonder document telt het land als opgegeven, niet als"
            " bewezen.",
            "The document that shows the country, with its date. Without a document the country counts as declared,"
            " not as proven.",
        ),
        same("CoO-2026-114.pdf, 2026-03-02"),
    ),
    _part("manufacturer_2", Text(_SECOND.nl + "wie het maakt.", _SECOND.en + "who makes it."), same("Volt Motors")),
    _part(
        "mpn_2",
        Text(_SECOND.nl + "het nummer van die fabrikant.", _SECOND.en + "the number of that manufacturer."),
        same("VM-200"),
    ),
    _part(
        "country_of_origin_2",
        Text(_SECOND.nl + "waar het gemaakt wordt.", _SECOND.en + "where it is made."),
        Text("Nederland", "Netherlands"),
    ),
    _part(
        "origin_evidence_2",
        Text(_SECOND.nl + "het document en de datum.", _SECOND.en + "the document and its date."),
        Text("Leveranciersverklaring 170, 2026-03-09", "Supplier declaration 170, 2026-03-09"),
    ),
    _part(
        "unit_price",
        Text("De prijs van één eenheid, zonder btw.", "The price of one unit, without VAT."),
        Text("12,50", "12.50"),
    ),
    _part(
        "currency",
        Text(
            "De munt van de prijs, als code; één munt voor de hele lijst.",
            "The currency of the price, as its code; one currency for the whole list.",
        ),
        same("EUR"),
    ),
    _part(
        "lead_time",
        Text("Hoeveel weken tussen bestellen en krijgen.", "How many weeks between order and delivery."),
        same("6"),
    ),
    _part(
        "stock",
        Text("Hoeveel er nu op voorraad zijn, in dezelfde eenheid.", "How many are in stock now, in the same unit."),
        same("20"),
    ),
    _part(
        "material",
        Text(
            "De materialen die voor de levering tellen, zoals een legering of een magneetmateriaal, met de massa in "
            "één stuk als die bekend is. Zet een puntkomma ertussen.",
            "The materials that matter for supply, such as an alloy or a magnet material, with their mass in one piece "
            "when it is known. Put a semicolon between them.",
        ),
        Text("NdFeB-magneten, 12 g; koper, 85 g", "NdFeB magnets, 12 g; copper, 85 g"),
    ),
    _part(
        "populate",
        Text(
            "Kies nee als deze regel niet geplaatst wordt; de regel telt dan niet mee.",
            "Choose no when this line is not fitted; the line does not count then.",
        ),
        YES,
    ),
    _part(
        "notes", Text("Wat verder van belang is.", "What else matters."), Text("levering per 100", "delivered per 100")
    ),
)
"""The columns of the bill of materials."""

_SUPPLIERS: dict[str, tuple[Text, Text]] = {
    "name": (
        Text(
            "De naam van het bedrijf, zoals op de stuklijst.", "The name of the company, as in the bill of materials."
        ),
        same("Acme Motors"),
    ),
    "aliases": (
        Text(
            "Andere namen waaronder het op de stuklijst staat, gescheiden door een puntkomma.",
            "Other names by which the bill of materials calls it, separated by semicolons.",
        ),
        same("ACME; Acme Motoren BV"),
    ),
    "role": (
        Text(
            "Fabrikant als het zelf maakt, distributeur als het verkoopt wat anderen maken.",
            "Manufacturer if it makes things itself, distributor if it sells what others make.",
        ),
        ROLES["manufacturer"],
    ),
    "seat": (
        Text(
            "Het land waar het bedrijf statutair gevestigd is.",
            "The country where the company has its registered seat.",
        ),
        Text("Duitsland", "Germany"),
    ),
    "parent": (
        Text(
            "Het bedrijf bovenaan de keten van eigenaren. Is dat het bedrijf zelf, noem het dan nog eens.",
            "The company at the top of the chain of owners. If that is the company itself, name it again.",
        ),
        same("Acme Holding"),
    ),
    "parent_country": (
        Text("Het land waar die eigenaar gevestigd is.", "The country where that owner has its seat."),
        Text("Nederland", "Netherlands"),
    ),
    "plants": (
        Text(
            "De landen waar het fabrieken heeft, gescheiden door een puntkomma.",
            "The countries where it has plants, separated by semicolons.",
        ),
        Text("Duitsland; Nederland", "Germany; Netherlands"),
    ),
    "evidence": (
        Text("Het document waaruit dit blijkt, met datum.", "The document that shows this, with its date."),
        Text("KvK-uittreksel, 2026-03-02", "Register extract, 2026-03-02"),
    ),
}

SUPPLIERS: tuple[TemplateColumn, ...] = tuple(
    TemplateColumn(
        column.key,
        column.title,
        *_SUPPLIERS[column.key],
        choices=_CHOICES.get(column.key, ""),
        needed=column.key in _NEEDED,
        width=_WIDTHS[column.key],
    )
    for column in COLUMNS
)
"""The columns of the supplier sheet: those of a supplier file."""


def choices(language: Language) -> dict[str, tuple[str, ...]]:
    """What can be chosen, by the name of the list, in one language."""
    return {
        "countries": _countries(language),
        "units": {"nl": ("stuks", "set", "paar", "m", "mm", "kg", "g", "l"),
                  "en": ("pcs", "set", "pair", "m", "mm", "kg", "g", "l")}[language],
        "marks": (YES[language], NO[language]),
        "roles": tuple(role[language] for role in ROLES.values()),
    }  # fmt: skip


def _countries(language: Language) -> tuple[str, ...]:
    """Every country by a name that reading takes for that country and no other, sorted."""
    named = []
    for row in load("countries").rows:
        names = (row[f"name_{language}"], row[f"official_{language}"], row["iso3"])
        named.append(next(name for name in names if _means(name, row["iso2"])))
    return tuple(sorted(named))


def _means(name: str, code: str) -> bool:
    match = recognise_country(name, codes=True) if name else None
    return match is not None and match.code == code and not match.assumed

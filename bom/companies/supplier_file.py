"""The supplier file: what is stated about companies, to fill in what a bill of materials leaves open.

An analyst or a bidder writes it. One row per company: its name, the other names by which the bill of materials may call
it, its role, the country of its seat, its ultimate parent and the parent's country, the countries of its plants, and
the document behind all that. What a row states is *declared*, and *proven* when its evidence names a document.
`bom.companies.known_companies` joins it with the list of manufacturers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bom.assembly.proofs import names_a_document
from bom.companies.side_table import Faults, SideFile, SideRow, refuse_doubtful, side_column, side_rows
from bom.companies.suppliers import recognise_exactly
from bom.raw import RawFile
from depmap.core.evidence import CellRef, Fact, Tier, unknown
from depmap.core.names import fold
from depmap.core.text import Text

Role = Literal["", "manufacturer", "distributor"]

COLUMNS = (
    side_column(
        "name", Text("Naam", "Name"),
        "bedrijf | bedrijfsnaam | leverancier | leveranciersnaam | naam leverancier | fabrikant | naam fabrikant"
        " | company | company name | supplier | supplier name | manufacturer | manufacturer name",
        required=True,
    ),
    side_column(
        "aliases", Text("Andere namen", "Other names"),
        "alias | aliassen | ook bekend als | handelsnamen | merken | merk | also known as | aka | brands | brand"
        " | trade names",
    ),
    side_column("role", Text("Rol", "Role"), "soort | type | kind"),
    side_column(
        "seat", Text("Land van vestiging", "Country of the seat"),
        "vestiging | vestigingsland | land | zetel | hoofdkantoor | land hoofdkantoor | seat country | country"
        " | headquarters | headquarters country | hq | hq country | country of headquarters | registered in",
    ),
    side_column(
        "parent", Text("Uiteindelijke eigenaar", "Ultimate parent"),
        "eigenaar | moeder | moederbedrijf | moedermaatschappij | moederconcern | uiteindelijk moederbedrijf"
        " | parent company | ultimate parent company | owner | ultimate owner | beneficial owner",
    ),
    side_column(
        "parent_country", Text("Land van de eigenaar", "Country of the parent"),
        "land eigenaar | land moederbedrijf | eigendom | land van eigendom | parent country | owner country"
        " | country of ownership | ownership country | country of the owner",
    ),
    side_column(
        "plants", Text("Landen van de fabrieken", "Countries of the plants"),
        "fabrieken | fabriek | productielocaties | productielanden | landen van productie | plant | factories"
        " | manufacturing sites | manufacturing countries | production countries | made in",
    ),
    side_column(
        "evidence", Text("Bewijs", "Evidence"),
        "bewijsstuk | document | verklaring | leveranciersverklaring | datum | datum bewijs | kenmerk | bron"
        " | evidence document | evidence date | supplier declaration | declaration | proof | date | source",
        repeats=True,
    ),
)  # fmt: skip
"""The columns of a supplier file, in the order of the template."""

ROLES: Mapping[Role, Text] = {
    "manufacturer": Text("fabrikant", "manufacturer"),
    "distributor": Text("distributeur", "distributor"),
}
"""What a company can be, as the template lets people choose."""

_ROLE_WORDS: Mapping[Role, frozenset[str]] = {
    "manufacturer": frozenset("fabrikant producent maker manufacturer oem producer hersteller fabricant".split()),
    "distributor": frozenset("distributeur handelaar winkel verkoper distributor reseller seller shop".split()),
}
_BETWEEN_NAMES = re.compile(r"[;|\n]")
_BETWEEN_COUNTRIES = re.compile(r"[;|,/\n]")


@dataclass(frozen=True, slots=True)
class StatedCompany:
    """What one row says of a company."""

    name: str
    """Its name as written."""

    aliases: tuple[str, ...]
    """Its other names."""

    role: Role
    """What it does; empty when the row does not say."""

    seat: Fact
    """Country of its seat (ISO 3166 alpha-2)."""

    parent: Fact
    """Name of its ultimate parent company."""

    ownership: Fact
    """Country of that parent (ISO 3166 alpha-2)."""

    plants: tuple[str, ...]
    """Countries of its plants (ISO 3166 alpha-2), sorted."""

    cells: Mapping[str, CellRef] = field(default_factory=dict)
    """Where the row says what, by key of the column."""

    @property
    def manufacture(self) -> Fact:
        """The country of its plants when it is one: of a single part never more than a hint."""
        if len(self.plants) != 1:
            return unknown()
        return Fact(self.plants[0], Tier.ASSUMED, reference=place(self.cells["plants"]))


SupplierFile = SideFile[StatedCompany]


def read_supplier_file(raw: RawFile) -> SupplierFile:
    """The companies that a file describes.

    Raises:
        InputError: no such table, or cells that do not say what they must; all of them in one message.
    """
    faults = Faults()
    refuse_doubtful(raw, faults)
    companies = [_company(row, faults) for row in side_rows(raw.name, raw.sheets, COLUMNS)]
    faults.stop()
    return SideFile(raw.name, raw.sha256, tuple(companies))


def place(cell: CellRef) -> str:
    """A cell with its file, as evidence refers to it."""
    return f"{cell.file} {cell}"


def _company(row: SideRow, faults: Faults) -> StatedCompany:
    aliases = tuple(text for part in _BETWEEN_NAMES.split(row.text("aliases")) if (text := part.strip()))
    name = " ".join(row.text("name").split())
    if not name:
        faults.add(row.at("name"), _NO_NAME)
    for key, text in (("name", name), *(("aliases", alias) for alias in aliases), ("parent", row.text("parent"))):
        if text:
            _check_name(row, key, text, faults)
    if row.text("parent_country") and not row.text("parent"):
        faults.add(row.at("parent"), _NO_PARENT)
    return StatedCompany(
        name=name,
        aliases=aliases,
        role=_role(row, faults),
        seat=_fact(row, "seat", faults.country(row, "seat")),
        parent=_fact(row, "parent", " ".join(row.text("parent").split())),
        ownership=_fact(row, "parent_country", faults.country(row, "parent_country")),
        plants=_plants(row, faults),
        cells=row.cells,
    )


def _check_name(row: SideRow, key: str, text: str, faults: Faults) -> None:
    """A name must be one of a company: neither a country nor a word such as *various*, and of one alphabet."""
    found = recognise_exactly(text)
    if found is not None and found.entry is None:
        faults.add(row.at(key), _NO_COMPANY, text=text, reason=found.reason)


def _role(row: SideRow, faults: Faults) -> Role:
    text = row.text("role")
    for role, words in _ROLE_WORDS.items():
        if fold(text) in words:
            return role
    if text:
        faults.add(row.at("role"), _NO_ROLE, text=text, maker=ROLES["manufacturer"], seller=ROLES["distributor"])
    return ""


def _plants(row: SideRow, faults: Faults) -> tuple[str, ...]:
    parts = [part.strip() for part in _BETWEEN_COUNTRIES.split(row.text("plants"))]
    return tuple(sorted({code for part in parts if part and (code := faults.country(row, "plants", part))}))


def _fact(row: SideRow, key: str, value: str) -> Fact:
    """A stated value: proven when the row names a document, else declared; its reference says where it stands."""
    if not value:
        return unknown()
    stands, document = place(row.at(key)), row.text("evidence").replace("\n", "; ")
    if names_a_document(document):
        return Fact(value, Tier.PROVEN, reference=f"{document} ({stands})")
    return Fact(value, Tier.DECLARED, reference=stands)


_NO_NAME = Text("de rij heeft geen naam. Noem het bedrijf.", "the row has no name. Name the company.")
_NO_COMPANY = Text(
    "'{text}' is geen naam van een bedrijf: {reason}. Schrijf één bedrijf; andere namen gescheiden door ';'.",
    "'{text}' is no name of a company: {reason}. Write one company; other names separated by ';'.",
)
_NO_PARENT = Text(
    "een land van de eigenaar zonder eigenaar. Noem de uiteindelijke eigenaar, zo nodig het bedrijf zelf.",
    "a country of the parent without a parent. Name the ultimate parent, if need be the company itself.",
)
_NO_ROLE = Text(
    "'{text}' is geen rol. Kies {maker} of {seller}, of laat de cel leeg.",
    "'{text}' is no role. Choose {maker} or {seller}, or leave the cell empty.",
)

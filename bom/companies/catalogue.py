"""A component catalogue: where named parts of named makers are made and what is in them, for lines that do not say it.

What a catalogue says of a part is *inferred* when the row names its source and does not doubt itself, else *assumed*:
a row that calls itself inferred or unverified, or that rests on a shop, is a hint and no knowledge. A part is found by
its maker and its number, both exactly; what two rows contradict is not known. A material declaration of a supplier
serves as a catalogue of what is in its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from bom.assembly.makers import identity
from bom.assembly.rows import same
from bom.cells.materials import MOST, most_in, read_materials
from bom.companies import declaration
from bom.companies.contents import stated
from bom.companies.known_companies import KnownCompanies
from bom.companies.side_table import Faults, SideRow, one_of, refuse_doubtful, side_column, side_rows
from bom.companies.supplier_file import place
from bom.raw import RawFile
from depmap.core.evidence import Fact, Tier, unknown
from depmap.core.model import StatedMaterial
from depmap.core.text import Text

COLUMNS = (
    side_column(
        "manufacturer", Text("Fabrikant", "Manufacturer"),
        "merk | maker | producent | fabrikantnaam | brand | brand name | make | mfr | mfg | manufacturer name"
        " | producer | oem",
        required=True,
    ),
    side_column(
        "model", Text("Model", "Model"),
        "mpn | fabrikantnummer | artikelnummer fabrikant | typenummer | modelnummer | modelnaam"
        " | manufacturer part number | mfr part number | part number | model number | model name | product",
        required=True,
    ),
    one_of(side_column(
        "country", Text("Land van productie", "Country of manufacture"),
        "land van herkomst | herkomst | productieland | land van oorsprong | gemaakt in | country of origin | coo"
        " | made in | country made | manufacturing country | country of production | production country",
    )),
    one_of(side_column(
        "material", Text("Materiaal", "Material"),
        "materialen | grondstof | grondstoffen | materials | raw material | raw materials | substance | substances",
    )),
    side_column(
        "evidence", Text("Bewijskracht", "Evidence tier"),
        "bewijs | zekerheid | betrouwbaarheid | status bewijs | evidence | confidence | confidence tier | tier"
        " | certainty | source authority | soort bron | kind of source",
        repeats=True,
    ),
    side_column(
        "source", Text("Bron", "Source"),
        "bron url | link | url | vindplaats | document | source url | source document | reference",
        repeats=True,
    ),
)  # fmt: skip
"""The columns of a catalogue; it may have others."""

_DOUBT = re.compile(
    r"\b(?:inferred|not verified|unverified|unconfirmed|assum\w*|estimat\w*|guess\w*|unknown|afgeleid|aangenomen"
    r"|niet geverifieerd|ongeverifieerd|onbevestigd|vermoed\w*|geschat|onbekend|distribut\w*|reseller|retailer"
    r"|shop|webshop|winkel|marketplace)\b"
)


@dataclass(frozen=True, slots=True)
class CataloguedPart:
    """What one row says of one part."""

    manufacturer: str
    """Its maker, as written."""

    country: Fact = field(default_factory=unknown)
    """Where it is made."""

    materials: tuple[StatedMaterial, ...] = ()
    """What is stated to be in it."""

    grams: Decimal | None = None
    """What one weighs, by a material declaration."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue, read."""

    file: str
    """Its name without folders."""

    sha256: str
    """Of its bytes."""

    rows: int
    """How many of its rows name a country or a material."""

    by_model: Mapping[str, tuple[CataloguedPart, ...]]
    """The parts by their number, in the form in which numbers are compared."""

    def country(self, manufacturer: str, part_number: str, known: KnownCompanies) -> tuple[Fact, ...]:
        """What the catalogue says of the country of manufacture of a part: nothing, one fact, or several in conflict.

        Args:
            manufacturer: the name of its maker, in any spelling.
            part_number: the maker's number for it.
            known: the companies that a supplier file describes.
        """
        found = [part.country for part in self.parts(manufacturer, part_number, known) if part.country.value]
        best: dict[str | None, Fact] = {}
        for fact in sorted(found, key=lambda fact: fact.tier is Tier.ASSUMED):
            best.setdefault(fact.value, fact)
        return tuple(best.values())

    def parts(self, manufacturer: str, part_number: str, known: KnownCompanies) -> tuple[CataloguedPart, ...]:
        """What its rows say of this part of this maker; the arguments are those of `country`."""
        parts = self.by_model.get(same(part_number), ())
        who = identity(manufacturer, known) if parts else ""
        return tuple(part for part in parts if who and identity(part.manufacturer, known) == who)


def read_catalogue(raw: RawFile) -> Catalogue:
    """The parts that a file lists with their country of manufacture or their materials.

    Raises:
        InputError: no such table, or cells that do not say what they must; all of them in one message.
    """
    faults = Faults()
    refuse_doubtful(raw, faults)
    by_model: dict[str, list[CataloguedPart]] = {}
    if raw.format in declaration.FORMATS:
        for declared in declaration.declared_parts(raw):
            part = CataloguedPart(declared.manufacturer, unknown(), declared.materials, declared.grams)
            by_model.setdefault(declared.model, []).append(part)
    else:
        left = MOST
        for row in side_rows(raw.name, raw.sheets, COLUMNS):
            left -= most_in(row.text("material")) - 1
            if left < 0:
                faults.add(row.at("material"), _TOO_MANY, most=MOST)
                break
            if row.text("country") or row.text("material"):
                by_model.setdefault(same(row.text("model")), []).append(_part(row, faults))
    faults.stop()
    rows = sum(len(parts) for parts in by_model.values())
    return Catalogue(raw.name, raw.sha256, rows, {model: tuple(parts) for model, parts in by_model.items()})


def _part(row: SideRow, faults: Faults) -> CataloguedPart:
    for key in ("manufacturer", "model"):
        if not row.text(key):
            faults.add(row.at(key), _INCOMPLETE)
    code = faults.country(row, "country")
    statements = read_materials(row.text("material"))
    for wrong in (each.wrong_cas for each in statements if each.wrong_cas):
        faults.add(row.at("material"), _WRONG_CAS, cas=wrong)
    return CataloguedPart(
        row.text("manufacturer"),
        _fact(row, "country", code) if code else unknown(),
        stated(statements, lambda name: _fact(row, "material", name)),
    )


def _fact(row: SideRow, key: str, value: str) -> Fact:
    """A value with the row's own word for its worth; its reference says where it stands, and the row's source."""
    evidence = row.text("evidence")
    sure = row.text("source") and (evidence or "evidence" not in row.cells) and not _DOUBT.search(_words(evidence))
    beside = [text.replace("\n", "; ") for text in (evidence, row.text("source")) if text]
    reference = f"{place(row.at(key))} ({'; '.join(beside)})" if beside else place(row.at(key))
    return Fact(value, Tier.INFERRED if sure else Tier.ASSUMED, reference=reference)


def _words(text: str) -> str:
    """The text in lower case with blanks for everything else than letters, underscores included."""
    return re.sub(r"[\W\d_]+", " ", text.casefold())


_INCOMPLETE = Text(
    "een land of materiaal zonder fabrikant of model. Vul beide in, of maak de rij leeg.",
    "a country or material without a manufacturer or a model. Fill in both, or clear the row.",
)
_TOO_MANY = Text("meer dan {most} materialen in dit bestand.", "more than {most} materials in this file.")
_WRONG_CAS = Text(
    "'{cas}' is geen CAS-nummer: het laatste cijfer klopt niet met de andere.",
    "'{cas}' is no CAS number: its last digit does not agree with the others.",
)

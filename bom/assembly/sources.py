"""The ways to obtain what a line asks for: who makes it, where, and how well that is supported."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bom.assembly.drafts import Draft, drafts_of
from bom.assembly.makers import Maker, Makers, makers_of
from bom.assembly.problem import Gathered
from bom.assembly.proofs import names_a_document, says_no
from bom.assembly.rows import Row
from bom.assembly.shops import shop_of
from bom.assembly.value_problems import (
    COUNTRY_AS_MAKER,
    COUNTRY_OF_SHOP,
    COUNTRY_UNREADABLE,
    DISTRIBUTOR_AS_MAKER,
    MAKER_POSSIBLE,
    MAKERS_TOGETHER,
    MAKERS_UNDECIDED,
    NO_MAKER,
    PROOF_NAMES_NOTHING,
)
from bom.cells.marks import is_anyone
from bom.companies.enrichment import CATALOGUE_DIFFERS, CATALOGUE_UNDECIDED, NOTHING, Enrichment
from bom.companies.known_companies import KnownCompanies, known_companies
from bom.companies.suppliers import recognise
from bom.reading import Reading
from depmap.core.countries import country_name, recognise_country
from depmap.core.evidence import CellRef, Fact, Tier, unknown
from depmap.core.issues import Issue
from depmap.core.model import Source
from depmap.core.text import LANGUAGES, Text

_CODES = re.compile(r"\b(?:iso|codes?|landcode|alpha-?2)\b|code$", re.IGNORECASE)


@dataclass(slots=True)
class SourceReader:
    """Reads the sources of lines; problems that many cells share are gathered."""

    reading: Reading
    """The file."""

    rows: Sequence[Row]
    """Its part lines."""

    beside: Enrichment = NOTHING
    """The supplier file and the catalogues that were given with it."""

    problems: Gathered = field(default_factory=Gathered)
    """What was doubtful."""

    known: KnownCompanies = field(init=False)
    """The companies that its own supplier sheet and the supplier file describe; the latter counts first."""

    makers: Makers = field(init=False)
    """What the texts in the manufacturer columns name."""

    drafts: Sequence[tuple[Draft, ...]] = field(init=False)
    """For each line its sources as written."""

    codes: Mapping[tuple[int, str], bool] = field(init=False)
    """For each country column (table, field) whether it holds ISO codes."""

    shops: Mapping[int, str] = field(init=False)
    """The tables that are the list of a shop, and the title that says so."""

    def __post_init__(self) -> None:
        """Look at all lines once: a name and a column are judged by everything that the file says."""
        written = zip(self.rows, drafts_of(self.rows), strict=True)
        self.drafts = tuple(() if row.dnp else drafts for row, drafts in written)
        self.known = known_companies(*(file for file in (self.reading.suppliers, self.beside.suppliers) if file))
        names = (draft.maker for drafts in self.drafts for draft in drafts if draft.maker)
        self.makers = makers_of(names, self.known)
        self.codes = _code_columns(self.reading, self.rows)
        listed = ((number, shop_of(table)) for number, table in enumerate(self.reading.tables))
        self.shops = {number: shop for number, shop in listed if shop}

    def read(self, row: Row) -> tuple[Source, ...]:
        """The sources of a line, at least one, be it an unknown one; none for a line that is not to be placed."""
        if row.dnp:
            return ()
        drafts = self.drafts[row.index] or (Draft(""),)
        for text, suffix in dict.fromkeys((draft.together, draft.suffix) for draft in drafts if draft.together):
            self.problems.add(MAKERS_TOGETHER, text, row.at(f"manufacturer{suffix}"))
        sellers = _sellers(row, drafts, self.known)
        return tuple(self._source(row, draft, sellers.get(position, ())) for position, draft in enumerate(drafts))

    def issues(self) -> list[Issue]:
        """What was doubtful: about makers as files describe them, then about cells."""
        said = [issue for _, maker in sorted(self.makers.by_text.items()) for issue in maker.issues]
        return [*dict.fromkeys(said), *self.problems.issues()]

    def _source(self, row: Row, draft: Draft, sellers: tuple[str, ...]) -> Source:
        cell = row.at(f"manufacturer{draft.suffix}")
        maker = self.makers.by_text.get(draft.maker)
        if maker is None:
            if is_anyone(row.raw(f"manufacturer{draft.suffix}")):
                self.problems.add(NO_MAKER, row.raw(f"manufacturer{draft.suffix}").strip(), cell)
            who = unknown(cell)
        else:
            self._say_who(maker, draft.maker, cell)
            who = Fact(maker.name, Tier.DECLARED, (cell,)) if maker.name else unknown(cell)
        typed = maker.distributor if maker else None
        keys = [f"{key}{draft.suffix}" for key in ("manufacturer", "mpn", "country_of_origin")]
        return Source(
            manufacturer=hedged(who, row, f"manufacturer{draft.suffix}"),
            manufacture=hedged(self._where(row, draft, maker), row),
            part_number=draft.mpn or None,
            distributors=tuple(sorted({*sellers, *([typed] if typed else [])})),
            typed_as_manufacturer=typed,
            cells=row.cells(*keys) or (row.cell,),
        )

    def _say_who(self, maker: Maker, text: str, cell: CellRef) -> None:
        """Why a text is no manufacturer, or which one it may be."""
        if maker.status == "distributor":
            self.problems.add(DISTRIBUTOR_AS_MAKER, text, cell)
        elif maker.status == "country":
            self.problems.add(COUNTRY_AS_MAKER, text, cell)
        elif maker.possible:
            options = [f"{name!r}" for name in maker.possible]
            wording = Text(" of ".join(options), " or ".join(options))
            problem = MAKER_POSSIBLE if maker.name else MAKERS_UNDECIDED
            self.problems.add(problem, text, cell, options=wording)
        elif maker.name is None:
            self.problems.add(NO_MAKER, text, cell)

    def _where(self, row: Row, draft: Draft, maker: Maker | None) -> Fact:
        """The country of manufacture: as stated; failing that a hint, which is never more than assumed.

        A country typed in the manufacturer column is no statement of origin, and a maker with one known country may
        make this part elsewhere: the list speaks of companies, not of parts.
        """
        stated = self._stated(row, draft)
        if maker is not None and maker.status == "country":
            code = recognise_country(draft.maker).code
            beside = Fact(code, Tier.ASSUMED, row.cells(f"manufacturer{draft.suffix}"))
            if stated is None:
                return beside
            if stated.value not in (None, code):
                cells = (*stated.cells, *beside.cells)
                value = f"{draft.maker} / {draft.country}"
                self.problems.add(COUNTRY_UNREADABLE, value, cells[0], reason=_CONTRADICTS)
                return unknown(*cells)
        listed = self._catalogued(row, draft, maker, stated)
        if listed is not None and listed.known and stated is not None and stated.hint:
            return listed
        if stated is not None or listed is not None:
            return stated or listed or unknown()
        key = f"country_of_origin{draft.suffix}"
        cell = row.at(key if key in row.line.cells else f"manufacturer{draft.suffix}")
        known = maker.entry.manufacture if maker and maker.entry else None
        return replace(known, cells=(cell,), tier=Tier.ASSUMED) if known is not None and known.value else unknown(cell)

    def _catalogued(self, row: Row, draft: Draft, maker: Maker | None, stated: Fact | None) -> Fact | None:
        """What the catalogue says of this part of this maker; None when it says nothing, or two things."""
        if not self.beside.catalogues or maker is None or maker.name is None or not draft.mpn:
            return None
        found = self.beside.country(draft.maker, draft.mpn, self.known)
        names = Text(*(", ".join(country_name(fact.value or "", language) for fact in found) for language in LANGUAGES))
        key = f"country_of_origin{draft.suffix}"
        cell = row.at(key if key in row.line.cells else f"manufacturer{draft.suffix}")
        if len(found) > 1:
            self.problems.add(CATALOGUE_UNDECIDED, f"{maker.name} {draft.mpn}", cell, listed=names)
        if len(found) != 1:
            return None
        (fact,) = found
        if stated is not None and stated.known and stated.value != fact.value:
            said = Text(*(country_name(stated.value or "", language) for language in LANGUAGES))
            about = {"stated": said, "listed": names, "reference": fact.reference, "tier": fact.tier.text}
            self.problems.add(CATALOGUE_DIFFERS, f"{maker.name} {draft.mpn} {stated.value}", cell, **about)
        return hedged(replace(fact, cells=(cell,)), row, f"manufacturer{draft.suffix}", f"mpn{draft.suffix}")

    def _stated(self, row: Row, draft: Draft) -> Fact | None:
        """What the country column says; None when it says nothing."""
        key = f"country_of_origin{draft.suffix}"
        if not draft.country or recognise(draft.country).status == "placeholder":
            return None
        cell = row.at(key)
        match = recognise_country(draft.country, codes=self.codes.get((row.table, key), False))
        if match.code is None:
            self.problems.add(COUNTRY_UNREADABLE, draft.country, cell, reason=match.reason)
            return unknown(cell)
        if match.assumed or key in row.open:
            return Fact(match.code, Tier.ASSUMED, (cell,))
        proof = row.cells(f"origin_evidence{draft.suffix}")
        if draft.proof and names_a_document(draft.proof):
            return Fact(match.code, Tier.PROVEN, (cell, *proof), draft.proof)
        if draft.proof and not says_no(draft.proof):
            self.problems.add(PROOF_NAMES_NOTHING, draft.proof, proof[0] if proof else cell)
        if row.table in self.shops:
            self.problems.add(COUNTRY_OF_SHOP, self.shops[row.table], cell)
            return Fact(match.code, Tier.ASSUMED, (cell,), self.shops[row.table])
        return Fact(match.code, Tier.DECLARED, (cell,))


def hedged(fact: Fact, row: Row, *fields: str) -> Fact:
    """No more than a hint, when a field behind it or the line itself rests on a question that nobody answered."""
    in_doubt = row.maybe or not row.open.isdisjoint(fields)
    return replace(fact, tier=Tier.ASSUMED) if in_doubt and fact.known else fact


def _sellers(row: Row, drafts: Sequence[Draft], known: KnownCompanies) -> dict[int, tuple[str, ...]]:
    """The distributors of each source: supplier_2 sells the second one when there is a second, else the first."""
    found: dict[int, list[str]] = {}
    for key in row.values:
        if not key.startswith("supplier"):
            continue
        base, _, number = key.partition("_")
        if base != "supplier" or not (number.isdigit() or not number):
            continue
        suffix = key.removeprefix("supplier")
        position = next((at for at, draft in enumerate(drafts) if draft.suffix == suffix), 0)
        for text in row.stacked(key):
            seller = recognise(text) if text else None
            described = known.find(text) if text else None
            if described is not None:
                found.setdefault(position, []).append(described.name)
            elif seller is not None and seller.status not in ("placeholder", "country"):
                found.setdefault(position, []).append(seller.name)
    return {position: tuple(names) for position, names in found.items()}


def _code_columns(reading: Reading, rows: Sequence[Row]) -> dict[tuple[int, str], bool]:
    """Country columns whose title says code, or whose values are all of two letters."""
    columns: dict[tuple[int, str], bool] = {}
    for number, table in enumerate(reading.tables):
        for column in table.columns:
            if column.field and column.field.startswith("country_of_origin"):
                columns[number, column.field] = bool(_CODES.search(column.header))
    keys: dict[int, list[str]] = {}
    for number, key in columns:
        keys.setdefault(number, []).append(key)
    values: dict[tuple[int, str], set[str]] = {}
    for row in rows:
        for key in keys.get(row.table, ()):
            values.setdefault((row.table, key), set()).update(row.stacked(key))
    for place, found in values.items():
        texts = found - {""}
        only_codes = bool(texts) and all(len(text) == 2 and text.isalpha() for text in texts)
        columns[place] = columns.get(place, False) or only_codes
    return columns


_CONTRADICTS = Text("twee kolommen spreken elkaar tegen", "two columns contradict each other")

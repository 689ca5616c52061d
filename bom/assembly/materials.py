"""What is stated to be in the part of a line: by the line itself, and by declarations and catalogues beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial

from bom.assembly.rows import Row
from bom.assembly.sources import SourceReader, hedged
from bom.assembly.value_problems import TOO_MANY_MATERIALS, WRONG_CAS
from bom.cells.materials import MOST, most_in, read_materials
from bom.companies.catalogue import CataloguedPart
from bom.companies.contents import stated, together
from depmap.core.evidence import Fact, Tier
from depmap.core.model import StatedMaterial

FIELD = "material"
"""The field that names materials; several columns may mean it."""


@dataclass(slots=True)
class MaterialReader:
    """Reads what is in parts, line by line."""

    sources: SourceReader
    """What the same lines say of their makers, with the files beside the bill of materials."""

    _keys: tuple[str, ...] = field(init=False)
    """The material columns that the file has."""

    _left: int = field(init=False)
    """How many more materials are read."""

    def __post_init__(self) -> None:
        """Most files have none, and then nothing is looked for."""
        columns = (column.field for table in self.sources.reading.tables for column in table.columns)
        named = {key for key in columns if key and key.rstrip("_0123456789") == FIELD}
        self._keys = tuple(sorted(named))
        self._left = MOST

    def materials(self, rows: Iterable[Row]) -> tuple[StatedMaterial, ...]:
        """What the lines of one part and the files beside them state, each statement once, sorted."""
        if not self._keys and not self.sources.beside.catalogues:
            return ()
        return together(each for row in rows for each in (*self._said(row), *self._beside(row)))

    def grams(self, rows: Iterable[Row]) -> tuple[Decimal, Decimal] | None:
        """What one piece weighs by the declarations: the least and the most that they say."""
        if not self.sources.beside.catalogues:
            return None
        found = [part.grams for row in rows for part, _ in self._parts(row) if part.grams is not None]
        return (min(found), max(found)) if found else None

    def _said(self, row: Row) -> Iterator[StatedMaterial]:
        """What its own cells state."""
        for key in self._keys:
            cell, text = row.at(key), row.raw(key)
            self._left -= most_in(text) - 1
            if self._left < 0:
                self.sources.problems.add(TOO_MANY_MATERIALS, f"{MOST}", cell)
                return
            statements = read_materials(text)
            for wrong in (each.wrong_cas for each in statements if each.wrong_cas):
                self.sources.problems.add(WRONG_CAS, wrong, cell)
            yield from stated(statements, partial(Fact, tier=Tier.DECLARED, cells=(cell,)))

    def _beside(self, row: Row) -> Iterator[StatedMaterial]:
        """What the files beside state of the parts that it names."""
        for part, maker in self._parts(row):
            for each in part.materials:
                name = replace(each.name, cells=row.cells("mpn") or (row.cell,))
                yield replace(each, maker=maker, name=hedged(name, row, "manufacturer", "mpn"))

    def _parts(self, row: Row) -> Iterator[tuple[CataloguedPart, str]]:
        """The parts of the catalogues that it names by maker and number, each with the name of the maker."""
        if not self.sources.beside.catalogues or row.dnp:
            return
        for draft in self.sources.drafts[row.index]:
            maker = self.sources.makers.by_text.get(draft.maker)
            if maker is not None and maker.name is not None and draft.mpn:
                for part in self.sources.beside.parts(draft.maker, draft.mpn, self.sources.known):
                    yield part, maker.name

"""Why a column means what it means, or nothing, in words that a user understands."""

from __future__ import annotations

from bom.columns.content import Profile
from bom.columns.headers import match
from bom.columns.titles import is_library_title
from bom.fields import BY_KEY
from depmap.core.text import Text

_LOOKS: dict[str, tuple[str, Text]] = {
    "designators": ("designators", Text("lijken referenties (C1, R5)", "look like designators")),
    "supplier_part_number": (
        "order",
        Text("lijken bestelnummers van een distributeur", "look like order numbers of a distributor"),
    ),
    "mpn": ("mpn", Text("lijken fabrikantnummers", "look like manufacturer part numbers")),
    "manufacturer": ("maker", Text("noemen een bekende fabrikant", "name a known manufacturer")),
    "url": ("url", Text("zijn webadressen", "are web addresses")),
    "description": ("prose", Text("zijn omschrijvingen in woorden", "are descriptions in words")),
    "populate": ("dnp", Text("zeggen dat iets niet wordt geplaatst", "say that something is not placed")),
    "footprint": ("footprint", Text("lijken behuizingen", "look like footprints")),
    "currency": ("currency", Text("zijn munteenheden (EUR, USD)", "are currencies (EUR, USD)")),
    "value": ("value", Text("lijken waarden (10k, 100nF)", "look like values (10k, 100nF)")),
}


def because_of_cells(header: str, field: str, cells: Profile) -> Text:
    """A column is mapped by what its cells look like, whatever its header says."""
    title = " ".join(header.split())
    name, words = _LOOKS.get(field, ("", Text("passen daar het best bij", "fit that best")))
    seen = round(cells.share(name) * cells.filled) if name else cells.filled
    start = (
        Text(f"kop zegt '{title}', maar", f"header says '{title}', but")
        if title
        else Text("geen kop, maar", "no header, but")
    )
    if seen * 2 < cells.filled:
        words, seen = Text("passen daar het best bij", "fit that best"), cells.filled
    return Text(
        nl=f"{start.nl} {seen} van {cells.filled} cellen {words.nl}: {BY_KEY[field].title.nl}",
        en=f"{start.en} {seen} of {cells.filled} cells {words.en}: {BY_KEY[field].title.en}",
    )


def why_not(header: str, used: set[str]) -> Text:
    """Why a column is not mapped; ``used`` holds the fields that other columns have."""
    if is_library_title(header):
        return Text(
            "naam uit de bibliotheek van het tekenprogramma, niet nodig",
            "name from the library of the drawing program, not needed",
        )
    candidates = match(header)
    if not candidates:
        return Text(
            "kop niet herkend en de cellen zeggen niet genoeg", "header not recognised, and the cells do not say enough"
        )
    field = candidates[0].field
    if field in used:
        return Text(
            f"een andere kolom is al {BY_KEY[field].title.nl}", f"another column is {BY_KEY[field].title.en} already"
        )
    return Text(
        f"kop kan {BY_KEY[field].title.nl} betekenen, maar de cellen passen daar niet bij",
        f"header can mean {BY_KEY[field].title.en}, but the cells do not fit",
    )

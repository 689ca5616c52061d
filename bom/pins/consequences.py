"""What becomes of everything that rests on a question as long as nobody answers it, in words.

`bom.assembly` does what is said here: amounts are unknown, makers and countries are hints, lines that may not count are
in the network as a possibility. So no answer that is missing can make a system look safe, or pass as a fact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bom.fields import BY_KEY, base
from bom.reading import Table
from depmap.core.text import Text

POSSIBLE = Text(
    "Zolang u niet antwoordt: in het netwerk als mogelijkheid, zonder aantallen ({count:regel|regels}).",
    "Until you answer: in the network as a possibility, without quantities ({count:line|lines}).",
)
"""Of a table that may count."""

_START = Text("Zolang u niet antwoordt: ", "Until you answer: ")
_UNKNOWN = Text("{field} onbekend ({count:regel|regels})", "{field} unknown ({count:line|lines})")
_HINT = Text("{field} aangenomen ({count:regel|regels})", "{field} assumed ({count:line|lines})")
_PLACED = Text("onderdeel mogelijk nodig ({count:regel|regels})", "part possibly needed ({count:line|lines})")
_CATALOGUED = Text(
    "wat een catalogus zegt aangenomen ({count:regel|regels})", "what a catalogue says assumed ({count:line|lines})"
)
_STRUCTURE = Text(
    "alle regels van deze tabel mogelijk nodig, zonder aantallen",
    "all lines of this table possibly needed, without quantities",
)
_HELD: Mapping[str, Text] = {
    "manufacturer": _HINT,
    "country_of_origin": _HINT,
    "level": _STRUCTURE,
    "parent": _STRUCTURE,
    "populate": _PLACED,
    "mpn": _CATALOGUED,
}
"""Fields that are used as they are read for now, with less support."""

_NAMES = frozenset(
    "part_number supplier_part_number supplier description value designators line_id footprint notes url unit".split()
)
"""What settles nothing about dependence by itself."""


def until(table: Table, fields: Sequence[str]) -> Text:
    """What is unknown or assumed as long as a question about some fields of a table is open.

    Args:
        table: with what is open in it.
        fields: the one in effect first, then those that it could be just as well.
    """
    said: dict[Text, None] = {}
    for place, key in enumerate((*fields, "populate") if fields[0] == "quantity" else fields):
        field = base(key)
        if field in _NAMES:
            continue
        wording = _HELD.get(field, _UNKNOWN) if place == 0 or field == "populate" else _UNKNOWN
        count = len(table.open.get(key, ()))
        if not count or (wording is _UNKNOWN and field == "mpn"):
            continue
        said[wording.format(field=BY_KEY[field].title, count=count)] = None
    if not said:
        return Text(f"{_START.nl}geen conclusie rust hierop.", f"{_START.en}no conclusion rests on this.")
    return Text(
        f"{_START.nl}{'; '.join(each.nl for each in said)}.", f"{_START.en}{'; '.join(each.en for each in said)}."
    )

"""Reads the file that ``depmap exposure`` is about: products, those who make them, and losses, in TOML.

    [products.scout]
    demand = 10              # units a period
    stock = 5                # units; 0 without it
    loss = 3                 # lost with every unit that is not delivered

    [suppliers.Acme]
    capacity = 12            # units a period, of all its products together
    recovery = 2             # periods
    makes = ["scout"]

    [losses.strike]          # beside the loss of every supplier alone, which is always asked
    lose = ["Acme"]          # whole suppliers, and
    links = { Volt = ["scout"] }  # products of a supplier that makes others still
    recovery = 3             # periods; without it each supplier its own

A period is any length of time, the same everywhere; loss is in any unit, mostly money.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from depmap.app.given_file import read_text
from depmap.core.errors import InputError
from depmap.core.text import Text
from depmap.core.toml_table import Table, choices, read_table
from depmap.network.response.market import SPAN, Disruption, Link, Market, Product, Supplier

MAX_BYTES = 1_000_000
"""Largest file that is read."""

MAX_LINKS = 2_000
"""Most products over all suppliers: every supplier is lost once, so that work grows with their square."""

SMALLEST, LARGEST = 1e-6, 1e12
"""What lies outside, and is not 0, is a slip of the pen."""


def read_market(path: Path) -> tuple[Market, tuple[Disruption, ...]]:
    """The market in a file, and the losses that it names.

    Raises:
        InputError: the file cannot be read, or says what cannot be; with file, line, key and what is allowed.
    """
    file = read_table(path.name, read_text(path, MAX_BYTES, InputError, _GIVE), InputError)
    file.only(("products", "suppliers", "losses"))
    file.needs("products", "suppliers")
    products = tuple(_product(each) for each in _entries(file.table("products")))
    suppliers = tuple(_supplier(each, products) for each in _entries(file.table("suppliers")))
    market = Market(products, suppliers)
    if len(market.links()) > MAX_LINKS:
        raise file.wrong("suppliers", _TOO_MANY.format(links=len(market.links()), limit=MAX_LINKS), _DIVIDE)
    _check_makers(file, market)
    _check_span(file.table("products"), ("demand", "stock", "loss"))
    _check_span(file.table("suppliers"), ("capacity", "recovery"))
    return market, tuple(_loss(each, market) for each in _entries(file.table("losses"), least=0))


def _entries(table: Table, least: int = 1) -> Iterable[Table]:
    """The tables in a table, by name."""
    if len(table.content) < least:
        raise table.wrong(None, _EMPTY.format(table=table.path[-1]), _GIVE)
    return [table.table(name) for name in table.content]


def _product(entry: Table) -> Product:
    entry.only(("demand", "stock", "loss"))
    entry.needs("demand", "loss")
    return Product(
        name=entry.path[-1],
        demand=_number(entry, "demand", above_0=True),
        stock=_number(entry, "stock") if "stock" in entry.content else 0.0,
        value=_number(entry, "loss"),
    )


def _supplier(entry: Table, products: Iterable[Product]) -> Supplier:
    entry.only(("capacity", "recovery", "makes"))
    entry.needs("capacity", "recovery", "makes")
    makes = entry.words("makes")
    if not makes:
        raise entry.mistyped("makes", Text("minstens één product", "at least one product"))
    _check_known(entry, "makes", makes, [each.name for each in products])
    return Supplier(entry.path[-1], _number(entry, "capacity"), _number(entry, "recovery"), makes)


def _loss(entry: Table, market: Market) -> Disruption:
    entry.only(("lose", "links", "recovery"))
    if any(each.name == entry.path[-1] for each in market.suppliers):
        raise entry.wrong(None, _TAKEN.format(name=entry.path[-1]), _OTHER_NAME)
    links = [*_of_suppliers(entry, market), *_of_links(entry, market)]
    if not links:
        raise entry.wrong(None, _NO_LOSS.format(name=entry.path[-1]), _WHICH_LOSS)
    recovery = _number(entry, "recovery") if "recovery" in entry.content else None
    return market.losing(entry.path[-1], links, recovery)


def _of_suppliers(entry: Table, market: Market) -> list[Link]:
    lost = entry.words("lose") if "lose" in entry.content else ()
    _check_known(entry, "lose", lost, [each.name for each in market.suppliers])
    return [link for each in market.suppliers if each.name in lost for link in each.links]


def _of_links(entry: Table, market: Market) -> list[Link]:
    table = entry.table("links")
    makes = {each.name: each.makes for each in market.suppliers}
    found = []
    for name in table.content:
        _check_known(entry, "links", [name], list(makes))
        lost = table.words(name)
        _check_known(table, name, lost, makes[name])
        found += [(name, product) for product in lost]
    return found


def _check_known(entry: Table, key: str, names: Iterable[str], known: Iterable[str]) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            raise entry.wrong(key, _UNKNOWN.format(key=key, name=name), choices(name, known))


def _check_makers(file: Table, market: Market) -> None:
    made = {product for _, product in market.links()}
    for each in market.products:
        if each.name not in made:
            raise file.table("products").wrong(each.name, _NOBODY.format(name=each.name), _MAKES)


def _check_span(table: Table, keys: Iterable[str]) -> None:
    """Numbers too far apart are refused: the small ones would be lost in the tolerance of the solver."""
    for key in keys:
        numbers = {name: _number(table.table(name), key) for name in table.content if key in table.table(name).content}
        stated = {name: number for name, number in numbers.items() if number}
        if stated and max(stated.values()) > SPAN * min(stated.values()):
            small = min(stated, key=lambda name: stated[name])
            large = max(stated, key=lambda name: stated[name])
            raise table.table(small).wrong(key, _APART.format(key=key, small=small, large=large), _APART_HINT)


def _number(table: Table, key: str, *, above_0: bool = False) -> float:
    value = table.content[key]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and (SMALLEST <= value <= LARGEST or (value == 0 and not above_0)):  # type: ignore[operator]
        return float(value)  # type: ignore[arg-type]
    wanted = _POSITIVE if above_0 else _FROM_0
    raise table.mistyped(key, wanted.format(low=f"{SMALLEST:f}", high=f"{LARGEST:.0f}"))


_GIVE = Text(
    "Een capaciteitsbestand is TOML met [products.NAAM] en [suppliers.NAAM]; zie docs/formats.md.",
    "A capacity file is TOML with [products.NAME] and [suppliers.NAME]; see docs/formats.md.",
)
_TOO_MANY = Text(
    "de leveranciers maken samen {links} producten; het mogen er hoogstens {limit} zijn.",
    "the suppliers make {links} products together; at most {limit} are allowed.",
)
_DIVIDE = Text(
    "Deel het bestand op in delen die niets gemeen hebben.", "Divide the file into parts that share nothing."
)
_EMPTY = Text("er staat niets in ‘{table}’.", "there is nothing in “{table}”.")
_UNKNOWN = Text("‘{key}’ noemt ‘{name}’, en dat is er niet.", "“{key}” names “{name}”, which there is not.")
_NO_LOSS = Text("verlies ‘{name}’ zegt niet wat er wegvalt.", "loss “{name}” does not say what is lost.")
_WHICH_LOSS = Text(
    'Geef lose = ["leverancier"], links = { leverancier = ["product"] }, of beide.',
    'Give lose = ["supplier"], links = { supplier = ["product"] }, or both.',
)
_TAKEN = Text("verlies ‘{name}’ heet als een leverancier.", "loss “{name}” is named like a supplier.")
_OTHER_NAME = Text(
    "Geef het een andere naam; het verlies van elke leverancier alleen staat al in de uitkomst.",
    "Give it another name; the loss of every supplier alone is in the answer already.",
)
_NOBODY = Text("geen leverancier maakt ‘{name}’.", "no supplier makes “{name}”.")
_MAKES = Text("Zet het product bij ‘makes’ van wie het maakt.", "List the product under “makes” of who makes it.")
_POSITIVE = Text("een getal van {low} tot en met {high}", "a number from {low} to {high}")
_FROM_0 = Text("0, of een getal van {low} tot en met {high}", "0, or a number from {low} to {high}")
_APART = Text(
    "‘{key}’ van ‘{small}’ is meer dan een miljoen keer zo klein als dat van ‘{large}’.",
    "“{key}” of “{small}” is more than a million times smaller than that of “{large}”.",
)
_APART_HINT = Text(
    "Zulke getallen zijn niet samen te berekenen; is een van beide een vergissing?",
    "Such numbers cannot be computed together; is one of them a slip?",
)

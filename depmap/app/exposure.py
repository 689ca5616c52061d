"""The answer of ``depmap exposure``: losses side by side, the largest exposure first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from depmap.app.market_file import read_market
from depmap.core.errors import UsageError
from depmap.core.text import Language, Text, same, visible
from depmap.core.toml_table import choices
from depmap.network.response import Disruption, Market, Response, respond, risk_exposure_index
from reports.words.format import number

SCHEMA = 1
"""Raised when a key changes its meaning; new keys do not raise it."""


@dataclass(frozen=True, slots=True)
class Exposures:
    """What the losses in one market do."""

    file: str
    """Name of the file."""

    market: Market
    """Who makes what."""

    nothing: Response
    """When nothing is lost, over the longest time of the others: what is short already."""

    losses: tuple[tuple[Response, float], ...]
    """Every loss with its risk exposure index: largest exposure first, then what holds out shortest, then by name."""


def read_exposures(path: Path, lose: Sequence[str], recovery: float | None) -> Exposures:
    """What every loss does that the file names, that of each supplier alone, and that of ``lose`` together.

    Raises:
        InputError: the file cannot be used.
        UsageError: ``lose`` names a supplier that the file does not have.
    """
    market, named = read_market(path)
    asked = [*_by_hand(market, lose, path.name), *named, *market.alone()]
    if recovery is not None:
        asked = [market.losing(each.name, each.until, recovery) for each in asked]
    found = [respond(market, each) for each in _once(asked)]
    nothing = respond(market, Disruption("", {}, max(each.disruption.periods for each in found)))
    ranked = sorted(zip(found, risk_exposure_index(found), strict=True), key=lambda pair: _worst_first(pair[0]))
    return Exposures(path.name, market, nothing, tuple(ranked))


def _by_hand(market: Market, lose: Sequence[str], file: str) -> Iterable[Disruption]:
    known = {each.name: each.links for each in market.suppliers}
    for name in lose:
        if name not in known:
            raise UsageError(_NO_SUPPLIER.format(file=file, name=name), choices(name, known))
    if lose:
        chosen = list(dict.fromkeys(lose))
        yield market.losing(" + ".join(chosen), [link for name in chosen for link in known[name]])


def _once(asked: Iterable[Disruption]) -> Iterable[Disruption]:
    """Each loss once; of those with the same name and the same links the first."""
    return {(each.name, tuple(sorted(each.until.items()))): each for each in asked}.values()


def _worst_first(each: Response) -> tuple[float, float, str]:
    survive = float("inf") if each.time_to_survive is None else each.time_to_survive
    return -each.exposure, survive, each.disruption.name


def as_json(found: Exposures) -> dict[str, object]:
    """What ``--format json`` prints; keys are English and never translated, null is a time without end."""
    return {
        "schema": SCHEMA,
        "file": found.file,
        "products": [each.name for each in found.market.products],
        "suppliers": [each.name for each in found.market.suppliers],
        "nothing_lost": _item(found.nothing),
        "losses": [
            {"name": each.disruption.name, "index": round(index, 6), **_item(each)} for each, index in found.losses
        ],
    }


def _item(each: Response) -> dict[str, object]:
    return {
        "links": [list(link) for link in sorted(each.disruption.until)],
        "periods": each.disruption.periods,
        "exposure": each.exposure,
        "time_to_survive": each.time_to_survive,
        "short": each.short,
        "bottleneck": list(each.bottleneck),
        "not_delivered": {name: units for name, units in each.lost.items() if units},
        "made": [{"supplier": link[0], "product": link[1], "units": units} for link, units in each.made.items()],
    }


def described(found: Exposures, language: Language) -> Iterable[str]:
    """The lines of the answer: what holds without a loss, then a table."""
    counts = {"products": len(found.market.products), "suppliers": len(found.market.suppliers)}
    yield _HEAD.format(file=found.file, **counts)[language]
    yield _nothing_lost(found.nothing, language)
    yield ""
    rows = [[heading[language] for heading in _HEADINGS]]
    rows += [_row(each, index, language) for each, index in found.losses]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        words = [
            word.rjust(width) if 0 < place < _NUMBERS else word.ljust(width)
            for place, (word, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(words).rstrip()
    yield ""
    yield _LEGEND[language]


def _nothing_lost(each: Response, language: Language) -> str:
    if each.time_to_survive is None:
        return _ENOUGH[language]
    periods = _number(each.time_to_survive, language)
    return _NOT_ENOUGH.format(periods=periods, products=_together(each))[language]


def _row(each: Response, index: float, language: Language) -> list[str]:
    short = [f"{visible(name, keep='')} {_number(units, language)}" for name, units in each.lost.items() if units]
    return [
        visible(each.disruption.name, keep=""),
        _number(each.exposure, language),
        number(index, language, 3),
        _FOR_EVER[language] if each.time_to_survive is None else _number(each.time_to_survive, language),
        _number(each.disruption.periods, language),
        _number(each.short, language),
        _together(each) or "-",
        ", ".join(short) or "-",
    ]


def _together(each: Response) -> str:
    return " + ".join(visible(name, keep="") for name in each.bottleneck)


def _number(value: float, language: Language) -> str:
    """At most three decimals; what is not nothing never reads as 0."""
    if 0 < value < _LEAST:
        return f"{value:.2g}".replace(".", "," if language == "nl" else ".")
    return number(value, language, 3).rstrip("0").rstrip(",.")


_LEAST = 0.001

_HEADINGS = (
    Text("verlies van", "loss of"),
    Text("blootstelling", "exposure"),
    same("index"),
    Text("houdt stand", "survives"),
    Text("hersteltijd", "recovery"),
    Text("tekort", "short"),
    Text("knelpunt", "bottleneck"),
    Text("niet geleverd", "not delivered"),
)
_NUMBERS = 6
"""The columns before this one hold numbers, apart from the first."""

_HEAD = Text(
    "{file}: producten {products}, leveranciers {suppliers}.", "{file}: products {products}, suppliers {suppliers}."
)
_ENOUGH = Text("Zonder verlies is alles blijvend te leveren.", "Without any loss everything can be delivered for ever.")
_NOT_ENOUGH = Text(
    "Let op: ook zonder verlies is niet alles te leveren, na {periods} perioden is er te weinig: {products}. "
    "Dat zit in elk getal hieronder.",
    "Note: even without a loss not everything can be delivered, after {periods} periods there is too little: "
    "{products}. That is in every number below.",
)
_LEGEND = Text(
    "Blootstelling: waarde die ook de beste verdeling van wat overblijft niet redt, tot alles hersteld is.\n"
    "Index: gedeeld door de grootste. Houdt stand: perioden waarin alles te leveren blijft als niets herstelt.\n"
    "Knelpunt: producten die samen niet langer te leveren zijn. Niet geleverd: bij een beste verdeling.",
    "Exposure: value that even the best use of the remaining capacity does not save, until all has recovered.\n"
    "Index: divided by the largest. Survives: periods for which all can be delivered while nothing recovers.\n"
    "Bottleneck: products that together cannot be delivered any longer. Not delivered: under one best use.",
)
_FOR_EVER = Text("blijvend", "for ever")
_NO_SUPPLIER = Text("{file} heeft geen leverancier ‘{name}’.", "{file} has no supplier “{name}”.")

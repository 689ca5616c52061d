"""The controls of the country on the export of the material, as they stand on the day of the analysis."""

from __future__ import annotations

from collections.abc import Callable

from depmap.core.text import Language, Text
from reports.raw_materials import words
from reports.raw_materials.columns.column import Column
from reports.raw_materials.hand_off import Row
from reports.words.format import visible


def _several(row: Row, told: Callable[[int], str]) -> str | None:
    """One item per control, in the same order in every column."""
    return "; ".join(visible(told(place)) for place in range(len(row.controls))) or None


def _status(row: Row, language: Language) -> str:
    if not row.country:
        return words.STATUS["unknown"][language]
    if not row.controls:
        return words.STATUS["none"][language]
    control = row.controls[0]
    return words.STATUS[control.status].format(until=control.measure.until)[language]


CONTROLS: tuple[Column, ...] = (
    Column(
        "Exportcontrole",
        22,
        _status,
        Text(
            "De zwaarste stand, op de dag van de analyse, van een maatregel van dit land op deze grondstof. Open: een "
            "opschorting is afgelopen en wat volgde is niet bekend. ‘Geen bekend’ is niet ‘geen’: de lijst is "
            "niet volledig.",
            "The gravest status, on the day of the analysis, of a measure of this country on this material. Open: a "
            "suspension has ended and what followed is not known. “None known” is not “none”: the list is not "
            "complete.",
        ),
        source=words.CONTROLS,
    ),
    Column(
        "Exportmaatregel",
        24,
        lambda row, language: _several(row, lambda at: row.controls[at].measure.title[language]),
        Text("De maatregelen, gescheiden door een puntkomma.", "The measures, separated by a semicolon."),
        source=words.CONTROLS,
    ),
    Column(
        "Maatregel sinds",
        12,
        lambda row, _: _several(row, lambda at: row.controls[at].measure.since),
        Text("Sinds wanneer, in dezelfde volgorde.", "Since when, in the same order."),
        Text("ISO 8601", "ISO 8601"),
        words.CONTROLS,
    ),
    Column(
        "Maatregel: stand",
        26,
        lambda row, language: _several(
            row,
            lambda at: (
                words.STATUS[row.controls[at].status].format(until=row.controls[at].measure.until)[language]
                + f" ({row.controls[at].measure.status_date})"
            ),
        ),
        Text(
            "Stand van elke maatregel, met tussen haakjes van wanneer de kennis is.",
            "Status of each measure, with the state of knowledge between brackets.",
        ),
        source=words.CONTROLS,
    ),
)
"""The gravest status, and every measure."""

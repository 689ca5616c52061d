"""The columns of the critical-component list that say how long a component is missing once its sources are lost."""

from __future__ import annotations

from depmap.core.answers import Weeks
from depmap.core.evidence import Tier
from depmap.core.text import Language, Text
from reports.columns.column import Column, Value
from reports.words.rows import ComponentRow


def weeks_low(weeks: Weeks) -> Value:
    """The low end for a cell."""
    return round(weeks.low, 1)


def weeks_high(weeks: Weeks, language: Language) -> Value:
    """The high end for a cell: unknown is a word, not an empty cell: sorted from large to small it comes first."""
    return Tier.UNKNOWN.text[language] if weeks.high is None else round(weeks.high, 1)


def _needs(row: ComponentRow, language: Language) -> Value:
    missing = row.outage.missing if row.outage else ()
    return "\n".join(each.text[language] for each in missing) or _NOTHING[language]


def _losses(row: ComponentRow, language: Language) -> Value:
    """The scenarios, each with the layers in which it stops the component."""
    layers: dict[str, list[str]] = {}
    for each in row.losses:
        layers.setdefault(each.loss.name[language], []).extend(layer.text[language] for layer in each.layers)
    return "\n".join(f"{name} ({', '.join(found)})" for name, found in layers.items()) or _NOWHERE[language]


_NOTHING = Text("niets", "nothing")
_NOWHERE = Text("geen enkel scenario", "no scenario")

LENGTH: tuple[Column, ...] = (
    Column(
        "standstill_low",
        Text("Zonder bron: minstens (weken)", "Without a source: at least (weeks)"),
        11,
        lambda row, _: weeks_low(row.outage.standstill) if row.outage else None,
        Text(
            "Hersteltijd min dekking: zo lang ontbreekt het zeker, als alle bronnen wegvallen.",
            "Recovery minus cover: it is certainly missing for so long, if all sources are lost.",
        ),
        "weeks",
    ),
    Column(
        "standstill_high",
        Text("Zonder bron: hoogstens (weken)", "Without a source: at most (weeks)"),
        11,
        lambda row, language: weeks_high(row.outage.standstill, language) if row.outage else None,
        Text(
            "Als er niet meer voorraad blijkt te zijn dan opgegeven; onbekend zonder componentklasse.",
            "If there turns out to be no more stock than stated; unknown without a component class.",
        ),
        "weeks",
    ),
)
"""How long it is missing."""

ORIGIN: tuple[Column, ...] = (
    Column(
        "cover",
        Text("Dekking (weken)", "Cover (weeks)"),
        10,
        lambda row, language: weeks_high(row.outage.cover, language) if row.outage else None,
        Text(
            "Hoe lang de voorraad meegaat; onbekend zonder voorraad, aantal per systeem of systemen per week.",
            "How long the stock lasts; unknown without stock, quantity per system or systems per week.",
        ),
        "weeks",
    ),
    Column(
        "recovery",
        Text("Hersteltijd (weken)", "Recovery (weeks)"),
        11,
        lambda row, language: weeks_high(row.outage.recovery, language) if row.outage else None,
        Text(
            "Tot een andere bron levert: aangenomen per componentklasse; een beleidsbestand kan het vervangen.",
            "Until another source delivers: assumed by component class; a policy file may replace it.",
        ),
        "weeks",
    ),
    Column(
        "standstill_needs",
        Text("Wat de weken open laat", "What leaves the weeks open"),
        26,
        _needs,
        Text(
            "Wat bekend moet zijn om de stilstand scherper te krijgen.",
            "What has to be known to narrow the standstill.",
        ),
    ),
    Column(
        "lost_in",
        Text("Valt zeker weg als", "Certainly lost if"),
        34,
        _losses,
        Text(
            "De scenario's van het beleid waarin geen bron overblijft, en in welke lagen.",
            "The scenarios of the policy in which no source is left, and in which layers.",
        ),
    ),
)
"""What that rests on, and when it happens."""

"""Weeks in words: what is not known is said, never left out."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.answers import Missing, Weeks
from depmap.core.text import Language, Text


def duration(weeks: Weeks, missing: Iterable[Missing] = ()) -> Text:
    """How long: ``26 weeks``, ``up to 26 weeks (stock not stated)``, ``unknown (component class unknown)``.

    >>> duration(Weeks(0, 26), [Missing.STOCK]).en
    'up to 26 weeks (stock not stated)'
    """
    if weeks.high is None:
        words = _WORDS["open"].format(low=_counted(weeks.low)) if weeks.low > 0 else _WORDS["unknown"]
    elif weeks.low == weeks.high:
        words = _counted(weeks.low)
    elif weeks.low == 0:
        words = _WORDS["up to"].format(high=_counted(weeks.high))
    else:
        words = _WORDS["between"].format(low=_number(weeks.low), high=_counted(weeks.high))
    return with_reasons(words, missing)


def lasting(weeks: Weeks, unclassed: int, known: float | None) -> Text:
    """How long a system stands still; where that has no bound, what is certain, why there is none, what is known.

    Args:
        weeks: the standstill of the system.
        unclassed: how many of what may stop has no known class.
        known: the longest standstill of the others; None when there are none.

    >>> lasting(Weeks(4, None), 3, 26).en
    'at least 4 weeks; how many more is unknown because of 3 parts without a class; the others up to 26 weeks'
    >>> lasting(Weeks(0, None), 1, None).nl
    'onbekend door 1 onderdeel zonder klasse'
    """
    if weeks.high is not None or not unclassed:
        return duration(weeks)
    words = _WORDS["no bound" if weeks.low > 0 else "nothing"].format(
        low=_counted(weeks.low), parts=_ONE if unclassed == 1 else _MANY.format(count=unclassed)
    )
    if known is None or known <= weeks.low:
        return words
    others = _WORDS["others"].format(known=_counted(known))
    return Text(f"{words.nl}; {others.nl}", f"{words.en}; {others.en}")


def moment(weeks: Weeks | None) -> Text:
    """From when: ``at once``, ``after 4 weeks``, ``at once or later``; None is never.

    >>> moment(Weeks(0, None)).en, moment(None).nl
    ('at once or later', 'nooit: de voorraad is lang genoeg')
    """
    if weeks is None:
        return _WORDS["never"]
    if weeks.high is None:
        return _WORDS["later"].format(low=_after(weeks.low))
    if weeks.low == weeks.high:
        return _after(weeks.low)
    if weeks.low == 0:
        return _WORDS["within"].format(high=_counted(weeks.high))
    return _WORDS["after some"].format(low=_number(weeks.low), high=_counted(weeks.high))


def with_reasons(words: Text, missing: Iterable[Missing]) -> Text:
    """The words with what is missing in brackets behind them."""
    texts = [each.text for each in missing]
    if not texts:
        return words
    return Text(
        f"{words.nl} ({', '.join(each.nl for each in texts)})", f"{words.en} ({', '.join(each.en for each in texts)})"
    )


def templates(language: Language) -> dict[str, str]:
    """The same words for the script of the page, which fills in ``{low}``, ``{high}`` and ``{count}`` itself."""
    counted = {
        "one": Text("{count} week", "{count} week"),
        "many": Text("{count} weken", "{count} weeks"),
        "part": _ONE,
        "parts": _MANY,
    }
    return {key: text[language] for key, text in (counted | _WORDS).items()}


def _after(weeks: float) -> Text:
    return _WORDS["at once"] if weeks == 0 else _WORDS["after"].format(low=_counted(weeks))


def _counted(weeks: float) -> Text:
    number = _number(weeks)
    one = number.en == "1"
    return Text(f"{number.nl} {'week' if one else 'weken'}", f"{number.en} {'week' if one else 'weeks'}")


def _number(weeks: float) -> Text:
    """At most one decimal; a comma in Dutch."""
    written: dict[Language, str] = {"en": f"{weeks:.1f}".removesuffix(".0")}
    return Text(written["en"].replace(".", ","), written["en"])


_ONE = Text("1 onderdeel", "1 part")
_MANY = Text("{count} onderdelen", "{count} parts")

_WORDS = {
    "unknown": Text("onbekend", "unknown"),
    "open": Text("onbekend: minstens {low}", "unknown: at least {low}"),
    "up to": Text("hoogstens {high}", "up to {high}"),
    "between": Text("{low} tot {high}", "{low} to {high}"),
    "no bound": Text(
        "minstens {low}; hoeveel meer is onbekend door {parts} zonder klasse",
        "at least {low}; how many more is unknown because of {parts} without a class",
    ),
    "nothing": Text("onbekend door {parts} zonder klasse", "unknown because of {parts} without a class"),
    "others": Text("de overige hoogstens {known}", "the others up to {known}"),
    "never": Text("nooit: de voorraad is lang genoeg", "never: the stock lasts long enough"),
    "later": Text("{low} of later", "{low} or later"),
    "at once": Text("meteen", "at once"),
    "after": Text("na {low}", "after {low}"),
    "within": Text("binnen {high}", "within {high}"),
    "after some": Text("na {low} tot {high}", "after {low} to {high}"),
}

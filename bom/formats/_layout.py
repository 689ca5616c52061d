"""How the lines of a text are divided into fields: by which character, or by columns of blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

DELIMITERS = "\t;,|"
"""Characters that may separate fields; with equal evidence the earlier one is taken, for commas also stand in text and numbers."""

_QUOTED = re.compile(r'"(?:[^"\n]|"")*"')
_SEPARATOR = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_SAMPLE = 400
_RULE = re.compile(r"[\s|+:=-]*-[\s|+:=-]*$")


def stated_delimiter(lines: Sequence[str]) -> str | None:
    """The delimiter that a first line ``sep=;`` states, as Excel writes and reads it."""
    found = _SEPARATOR.match(lines[0]) if lines else None
    return found[1] if found else None


def delimiter(lines: Sequence[str]) -> str | None:
    """The character that divides most lines into the same number of fields, or None when there is none.

    Each candidate is counted outside quotation marks in the first lines. Its weight is the share of lines that have it at all plus the
    share that agree with the most frequent count; more fields break a tie. Only counts decide, never names or values.
    """
    sample = [_QUOTED.sub('""', line) for line in lines[:_SAMPLE] if line.strip()]
    best: tuple[float, int] = (0.0, 0)
    chosen = None
    for candidate in DELIMITERS:
        counts = Counter(count for line in sample if (count := line.count(candidate)))
        if not counts:
            continue
        having = sum(counts.values())
        usual, agreeing = max(counts.items(), key=lambda item: (item[1], item[0]))
        weight = (round((having + agreeing) / len(sample), 2), usual)
        if weight > best:
            best, chosen = weight, candidate
    return chosen


def is_rule(line: str) -> bool:
    """Whether a line only rules off, as below the header of a table in plain text: ``--- | --- | ---``.

    >>> is_rule("----- | --- | :--:"), is_rule("- | R1")
    (True, False)
    """
    return bool(_RULE.match(line)) and line.count("-") > 2

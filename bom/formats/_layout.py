"""How the lines of a text are divided into fields: by a character, or by columns of blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

DELIMITERS = "\t;,|^~"
"""Characters that may separate fields; with equal evidence the first one, for commas also stand in text and numbers."""

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_FIELD = re.compile(r'(?:(?<=[\t;,|\n])|\A)"(?:[^"]|""){0,2000}+"(?=[\t;,|\n]|\Z)')
"""A whole field in quotation marks, over several lines perhaps."""

_SEPARATOR = re.compile(r'"?sep=(.)"?\s*$', re.IGNORECASE)
_GAP = re.compile(r" {2,}")
_TOKEN = re.compile(r"\S+")
_SAMPLE = 400
_HEADERS = 15
CLEAR = 1.5
"""From which weight on a delimiter is clear."""

_TAB = 8
_OVERFLOWING, _OVERFLOWING_TABS = 0.03, 0.1
"""The share of lines whose words are too long for their column; more where tabs leave no doubt where columns start."""


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A character that separates fields, and how well it does."""

    character: str
    """The character."""

    weight: float
    """From 0 to 2: the share of lines that have it, plus the share that have it equally often."""


def stated_delimiter(line: str) -> str | None:
    """The delimiter that a first line ``sep=;`` states, as Excel writes and reads it.

    >>> stated_delimiter("sep=;"), stated_delimiter("Part;Quantity")
    (';', None)
    """
    found = _SEPARATOR.match(line)
    return found[1] if found else None


def best_delimiter(lines: Sequence[str]) -> Delimiter | None:
    """The character that divides most lines into the same number of fields, or None when no candidate occurs.

    Each candidate is counted outside quotation marks in the first lines; more fields break a tie. Only counts decide.
    """
    # An empty field in the place of each: a line of nothing but fields in quotation marks and tabs is no blank one.
    text = _FIELD.sub('""', "\n".join(lines[:_SAMPLE]))
    sample = [_QUOTED.sub("", line) for line in text.split("\n") if line.strip()]
    best: tuple[float, int] = (0.0, 0)
    chosen = None
    for candidate in DELIMITERS:
        counts = Counter(count for line in sample if (count := line.count(candidate)))
        if not counts:
            continue
        usual, agreeing = max(counts.items(), key=lambda item: (item[1], item[0]))
        weight = (round((counts.total() + agreeing) / len(sample), 2), usual)
        if weight > best:
            best, chosen = weight, Delimiter(candidate, weight[0])
    return chosen


def aligned_columns(lines: Sequence[str]) -> tuple[int, ...]:
    """Where columns start in a text that blanks align; none when a delimiter is clear or nothing is aligned.

    A column begins at a word of the header if the lines with columns, but for a few whose words are too long, are blank
    somewhere between that word and the one before it.
    """
    delimiter = best_delimiter(lines)
    padded = delimiter is not None and delimiter.character == "\t" and _padded(lines)
    if delimiter and delimiter.weight >= CLEAR and not padded:
        return ()
    filled = [line.expandtabs(_TAB) for line in lines[:_SAMPLE] if line.strip()]
    tabular = [line for line in filled if "  " in line.strip() or line.startswith("  ")]
    if len(tabular) < 3 or len(tabular) * 2 < len(filled):
        return ()
    parts = Counter(len(_GAP.split(line.strip())) for line in tabular)
    ((usual, _),) = parts.most_common(1)
    # Two columns are enough where tabs keep them apart and hardly a line has more.
    few = padded and sum(parts[number] for number in parts if number > 2) <= _OVERFLOWING_TABS * len(tabular)
    least = max(2 if few else 3, usual - 1)
    width = max(map(len, tabular))
    spaces = [column.count(" ") for column in zip(*(line.ljust(width) for line in tabular), strict=True)]
    best: tuple[int, ...] = ()
    for overflowing in (_OVERFLOWING, _OVERFLOWING_TABS) if padded else (_OVERFLOWING,):
        blank = [count >= len(tabular) * (1 - overflowing) for count in spaces]
        # Data may have more words in a column than its header has: the first line with enough columns is the header.
        headers = (_starts(line, blank) for line in tabular[:_HEADERS])
        best = max(best, next((starts for starts in headers if len(starts) >= least), ()), key=len)
    return best


def _padded(lines: Sequence[str]) -> bool:
    """Whether several tabs in a row only align: more lines agree when a row of tabs counts as one."""
    sample = [line.strip() for line in lines[:_SAMPLE] if "\t" in line.strip()]
    runs = Counter(len(re.findall(r"\t+", line)) for line in sample)
    tabs = Counter(line.count("\t") for line in sample)
    return bool(sample) and max(runs.values()) > max(tabs.values())


def _starts(header: str, blank: Sequence[bool]) -> tuple[int, ...]:
    """Column starts by the words of one line."""
    words = [(found.start(), found.end()) for found in _TOKEN.finditer(header)]
    starts = [0]
    for (_, end), (start, _) in pairwise(words):
        gutter = next((at for at in range(start - 1, end - 1, -1) if blank[at]), None)
        if gutter is not None:
            starts.append(gutter + 1)
    return tuple(starts)


def cut(line: str, starts: Sequence[int]) -> tuple[str, ...]:
    """The fields of one line. A word that is too long for its column pushes the next one; a title is one field.

    >>> cut("R1   10k  0402", (0, 5, 10)), cut("R1   10k-5% 0402", (0, 5, 10)), cut("Parts of the board", (0, 5, 10))
    (('R1', '10k', '0402'), ('R1', '10k-5%', '0402'), ('Parts of the board',))
    """
    tabbed = "\t" in line.strip()
    line = line.expandtabs(_TAB)
    edges = [0]
    for start in starts[1:]:
        crossed = line[start - 1 : start].strip()
        end = line.find(" ", start) if crossed else start - 1
        edges.append(max(edges[-1], len(line) if end < 0 else end + 1))
    if edges != list(starts) and not tabbed and len(_GAP.split(line.strip())) * 2 < len(starts):
        return (line.strip(),)
    return tuple(line[start:end].strip() for start, end in pairwise([*edges, len(line)]))

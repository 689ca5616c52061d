"""What follows from a frozen value is worked out once and kept with the value, for as long as that lives.

Reports ask the same of a system time and again: each of them, and the page in two languages. The answer is kept in the
value that it follows from, not in the module that works it out, so that nothing outlives its analysis.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol, TypeVar


class Keeps(Protocol):
    """A frozen value that keeps what follows from it."""

    @property
    def derived(self) -> dict[Any, Any]:
        """What was worked out from it, by the function that did."""


Whole = TypeVar("Whole", bound=Keeps)
Answer = TypeVar("Answer")


def once(work: Callable[[Whole], Answer]) -> Callable[[Whole], Answer]:
    """The same function, called once for each value; whoever asks again gets the same answer, so it must be frozen.

    >>> from types import SimpleNamespace
    >>> system, asked = SimpleNamespace(derived={}), []
    >>> count = once(lambda whole: asked.append(whole) or len(asked))
    >>> count(system), count(system)
    (1, 1)
    """

    @functools.wraps(work)
    def kept(whole: Whole) -> Answer:
        if work not in whole.derived:
            whole.derived[work] = work(whole)
        answer: Answer = whole.derived[work]
        return answer

    return kept

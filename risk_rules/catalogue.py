"""All rules, and one rule by its id."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from depmap.core.discovery import discover
from depmap.core.errors import IncompleteModule, UsageError
from depmap.core.judgement import Rule
from depmap.core.text import Text, same
from risk_rules.case import Case

RULES = "risk_rules.rules"
"""The package with one rule a file."""


def all_rules(package: str = RULES) -> tuple[Rule[Case], ...]:
    """Every rule of the package, sorted by id.

    Raises:
        IncompleteModule: a file without a rule, or two files with the same id.
    """
    found = sorted(discover(package, "RULE", Rule), key=lambda rule: rule.id)
    for first, second in itertools.pairwise(found):
        if first.id == second.id:
            raise IncompleteModule(
                Text(
                    f"Twee bestanden in {package} definiëren {first.id}.", f"Two files in {package} define {first.id}."
                ),
                Text("Geef een van beide een vrij nummer.", "Give one of them a free number."),
            )
    return tuple(found)


def find_rule(name: str, rules: Iterable[Rule[Case]] | None = None) -> Rule[Case]:
    """The rule with this id; upper and lower case are one.

    Raises:
        UsageError: there is no such rule; the hint lists those that exist.
    """
    known = {rule.id: rule for rule in (all_rules() if rules is None else rules)}
    found = known.get(name.strip().upper())
    if found is None:
        listed = ", ".join(known)
        raise UsageError(
            Text(f"Er is geen regel '{name}'.", f"There is no rule '{name}'."),
            Text("Wel: {rules}.", "There are: {rules}.").format(rules=same(listed)),
        )
    return found

"""What a policy file says about the systems themselves: ``[system]`` of all of them, ``[system."name"]`` of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace

from depmap.core.profile import Domain, Profile
from depmap.core.text import Text
from depmap.core.toml_table import Table, choices, shown
from risk_rules.policy_countries import check_country, countries

EVERY = ""
"""The name under which stands what is stated of all systems of a run."""

HEAVIEST, LONGEST, STRONGEST, FARTHEST = 1_000_000.0, 100_000.0, 500.0, 50_000.0
"""Kilograms, hours, kilometres an hour and kilometres; what lies above is a slip of the pen."""

_KEYS = tuple(field.name for field in fields(Profile))
Read = Callable[[Table, str], object]


def profiles(table: Table, known: Mapping[str, Profile]) -> Mapping[str, Profile]:
    """What is stated of systems by name, with what the table ``[system]`` says; `EVERY` is there always.

    A table in it that is not a key is that of one system, by its name: what it leaves out is as for all systems.

    Raises:
        PolicyError: an unknown key, or a value that cannot be one.
    """
    named = [
        key for key, value in table.content.items() if key.strip() and key not in _KEYS and isinstance(value, dict)
    ]
    table.only((*_KEYS, *named))
    every = _profile(
        replace(table, content={key: table.content[key] for key in table.content if key in _KEYS}),
        known.get(EVERY, Profile()),
    )
    found = {**known, EVERY: every}
    for name in named:
        one = table.table(name)
        one.only(_KEYS)
        found[name] = _profile(one, known.get(name, every))
    return found


def _profile(table: Table, before: Profile) -> Profile:
    """The profile with everything that one table says."""
    after = replace(before, **{key: _READ[key](table, key) for key in table.content})  # type: ignore[arg-type]
    if after.nato_class is not None and after.kind not in (None, Domain.AIR):
        raise table.wrong("nato_class" if "nato_class" in table.content else "kind", _NO_AIRCRAFT)
    return after


def _kind(table: Table, key: str) -> Domain:
    word, known = table.word(key), [each.value for each in Domain]
    if word not in known:
        raise table.wrong(key, _NO_KIND.format(word=word), choices(word, known))
    return Domain(word)


def _one_of(*allowed: int) -> Read:
    def read(table: Table, key: str) -> int:
        value = table.content[key]
        if isinstance(value, bool) or not isinstance(value, int) or value not in allowed:
            raise table.wrong(key, _NOT_ONE_OF.format(value=shown(value)), choices("", map(str, allowed)))
        return value

    return read


def _up_to(most: float) -> Read:
    def read(table: Table, key: str) -> float:
        value = table.content[key]
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= most:
            raise table.mistyped(key, _BETWEEN.format(most=f"{most:.0f}"))
        return float(value)

    return read


def _yes_or_no(table: Table, key: str) -> bool:
    value = table.content[key]
    if not isinstance(value, bool):
        raise table.mistyped(key, Text("true of false", "true or false"))
    return value


def _country(table: Table, key: str) -> str:
    code = table.word(key)
    check_country(table, key, code)
    return code


_READ: Mapping[str, Read] = {
    "kind": _kind,
    "nato_class": _one_of(1, 2, 3),
    "take_off_kg": _up_to(HEAVIEST),
    "safe_category": _one_of(1, 2),
    "beyond_sight": _yes_or_no,
    "endurance_h": _up_to(LONGEST),
    "gusts_kmh": _up_to(STRONGEST),
    "range_km": _up_to(FARTHEST),
    "design_authority": Table.word,
    "design_country": _country,
    "design_restrictions": lambda table, key: tuple(sorted(countries(table, key))),
}

_NO_KIND = Text("‘{word}’ is geen soort systeem.", "“{word}” is not a kind of system.")
_NOT_ONE_OF = Text("{value} bestaat hier niet.", "there is no {value} here.")
_BETWEEN = Text("een getal boven 0, ten hoogste {most}", "a number above 0, at most {most}")
_NO_AIRCRAFT = Text(
    'een NAVO-klasse hoort bij een systeem in de lucht (kind = "air").',
    'a NATO class belongs to a system in the air (kind = "air").',
)

"""What a policy file says about materials: how much of a stage may be lost, and which export control is imagined."""

from __future__ import annotations

from depmap.core.errors import UsageError
from depmap.core.material_lists import material_world
from depmap.core.material_words import find_material, material_loss
from depmap.core.text import Text
from depmap.core.toml_table import Table, choices
from risk_rules.policy_countries import check_country


def tolerates(table: Table, default: float) -> float:
    """The share of the world's supply that a stage can do without, as ``[materials]`` says it.

    Raises:
        PolicyError: no number from 0 to below 1.
    """
    table.only(("tolerates",))
    if "tolerates" not in table.content:
        return default
    value = table.content["tolerates"]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1:
        raise table.mistyped("tolerates", Text("een getal van 0 tot 1, zoals 0.5", "a number from 0 to 1, such as 0.5"))
    return float(value)


def check_word(table: Table, key: str, word: str) -> None:
    """Refuse a word about materials that means none.

    Raises:
        PolicyError: no such material, stage or share.
    """
    try:
        material_loss(word, material_world())
    except UsageError as error:
        raise table.wrong(key, error.message, error.hint) from error


def export_control(entry: Table) -> tuple[str | None, tuple[str, ...]]:
    """The country and the materials of an imagined control; without materials those that the list has.

    Raises:
        PolicyError: no country code, a country that the list knows no control of, or an unknown material.
    """
    if "export_control" not in entry.content:
        if "materials" in entry.content:
            raise entry.wrong("materials", _WHOSE)
        return None, ()
    country = entry.word("export_control")
    check_country(entry, "export_control", country)
    if "materials" in entry.content:
        return country, tuple(_material(entry, name) for name in entry.words("materials"))
    known = material_world().export_control
    if country not in known:
        raise entry.wrong("export_control", _NONE_LISTED.format(code=country, known=", ".join(known)), _GIVE_MATERIALS)
    return country, ()


def _material(entry: Table, name: str) -> str:
    found = find_material(name, material_world())
    if found is None:
        raise entry.wrong("materials", _NO_MATERIAL.format(name=name), choices(name, material_world().materials))
    return found.id


_WHOSE = Text("‘materials’ hoort bij ‘export_control’.", "“materials” belongs to “export_control”.")
_NO_MATERIAL = Text("er is geen grondstof ‘{name}’.", "there is no material “{name}”.")
_NONE_LISTED = Text(
    "de lijst kent geen exportcontrole van {code}, wel van: {known}.",
    "the list knows no export control of {code}, only of: {known}.",
)
_GIVE_MATERIALS = Text('Noem de grondstoffen: materials = ["gallium"].', 'Name the materials: materials = ["gallium"].')

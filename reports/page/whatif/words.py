"""What people may say is lost, for the page: countries, groups, materials; and the shipped scenarios in such words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from depmap.core.answers import Loss
from depmap.core.countries import Group, country_name
from depmap.core.graph import Kind, node_id
from depmap.core.material_lists import material_world
from depmap.core.material_words import STAGES, share_of
from depmap.core.reference import country_codes
from depmap.core.text import Text
from depmap.network import LAYERS
from reports.words import names
from reports.words.format import visible


def words(groups: Iterable[Group]) -> dict[str, object]:
    """The words that mean the same in every system of a run; a text is a pair, Dutch and English.

    Args:
        groups: those of the policy, in its order.

    Returns:
        ``kinds`` and ``layers`` with their names; ``countries`` by code; ``groups`` by id, with name and members;
        ``materials`` by id, with name and, per stage, the countries that have a share in it; ``steps`` the names of
        the stages.
    """
    codes = sorted(country_codes())
    world = material_world()
    return {
        "kinds": {kind.value: _pair(kind.text) for kind in Kind},
        "layers": {layer.value: _pair(layer.text) for layer in LAYERS},
        "countries": {code: (country_name(code, "nl"), country_name(code, "en")) for code in codes},
        "groups": {
            group.id: {"name": _pair(group.name), "members": " ".join(sorted(group.members))} for group in groups
        },
        "materials": {
            each.id: {
                "name": _pair(each.name),
                "stages": {stage.name: " ".join(sorted(stage.shares)) for stage in world.stages.get(each.id, ())},
            }
            for each in world.materials.values()
        },
        "steps": {step: _pair(name) for step, name in STAGES.items()},
    }


def shipped(losses: Iterable[Loss], groups: Sequence[Group]) -> list[dict[str, object]]:
    """Losses in words that the page takes, in their order; one that is given twice stands once.

    Returns:
        ``id``, ``name``, ``lose`` the words, ``only`` the id of a group or None; the same nodes fall away.
    """
    by_id = {each.id: each for each in losses}
    return [{"id": each.id, "name": _pair(each.name), **_in_words(each, groups)} for each in by_id.values()]


def _in_words(loss: Loss, groups: Sequence[Group]) -> dict[str, object]:
    countries = {name.partition(":")[2] for name in loss.nodes if name.startswith(f"{Kind.COUNTRY}:")}
    shares = {name for name in loss.nodes if name.startswith(f"{Kind.SHARE}:")}
    others = [names.key(name) for name in loss.nodes if not name.startswith((f"{Kind.COUNTRY}:", f"{Kind.SHARE}:"))]
    only = next((group.id for group in groups if _is_shorter(group.members, countries)), None)
    lose = [] if only is not None else [node_id(Kind.COUNTRY, code) for code in countries]
    return {"lose": sorted([*lose, *_of_shares(shares), *others]), "only": only}


def _is_shorter(members: Collection[str], lost: Collection[str]) -> bool:
    """Whether what is lost is all but these, and these are fewer."""
    return len(members) < len(lost) and country_codes().difference(members) == {*lost}


def _of_shares(shares: Collection[str]) -> Iterable[str]:
    """Shares by the country that supplies them: a material in one word where all that it supplies of it is lost."""
    left = {*shares}
    for material, stages in material_world().stages.items():
        for code in sorted({code for stage in stages for code in stage.shares}):
            whole = {share_of(stage, code) for stage in stages if code in stage.shares}
            if whole <= left:
                left -= whole
                yield f"{node_id(Kind.MATERIAL, material)}@{code}"
    yield from left


def _pair(text: Text) -> tuple[str, str]:
    return visible(text.nl), visible(text.en)

"""What people write about materials when they ask what is lost: found exactly, or refused with what is close.

``material:gallium`` is the material itself, ``stage:gallium/processing`` one step of it; with ``@CN`` behind it, what
is lost is the share of that country in it, as under an export control: ``material:gallium@CN``. Materials and countries
may be written by their id or by a listed name in either language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depmap.core.countries import country_name, recognise_country
from depmap.core.errors import UsageError
from depmap.core.graph import Kind, node_id
from depmap.core.materials import Material, MaterialWorld, Stage
from depmap.core.names import fold
from depmap.core.reference import country_codes
from depmap.core.text import LANGUAGES, Text, same
from depmap.core.toml_table import choices

KINDS = (Kind.MATERIAL, Kind.STAGE, Kind.SHARE)
"""The kinds of node that such words mean."""

STAGES: Mapping[str, Text] = {
    "extraction": Text("winning", "extraction"),
    "processing": Text("verwerking", "processing"),
}
"""What people call the stages of a material."""


@dataclass(frozen=True, slots=True)
class MaterialLoss:
    """What one word says is lost."""

    word: str
    """The word with ids for names: ``material:gallium@CN``."""

    title: Text
    """What people call it."""

    nodes: tuple[str, ...]
    """Ids of the nodes, sorted; a system need not have them."""


def is_of_materials(word: str) -> bool:
    """Whether a word is about a material, a stage or a share, by its kind."""
    return word.partition(":")[0] in KINDS


def material_loss(word: str, world: MaterialWorld) -> MaterialLoss:
    """What a word about materials means.

    Raises:
        UsageError: no such material, stage or country, or the country has no known share in it.
    """
    kind, _, rest = word.partition(":")
    name, _, place = rest.partition("@") if kind != Kind.SHARE else rest.rpartition("/")
    if kind == Kind.MATERIAL:
        material = _material(name, world)
        stages, inside, title = world.stages.get(material.id, ()), material.id, material.name
    else:
        stage = _stage(name, world)
        stages, inside, title = (stage,), stage.id, stage_title(stage.id, world)
    if not place:
        node = node_id(Kind(kind), inside)
        return MaterialLoss(node, title, (node,))
    code = _country(place)
    country = Text(country_name(code, "nl"), country_name(code, "en"))
    nodes = tuple(sorted(share_of(stage, code) for stage in stages if code in stage.shares))
    if not nodes:
        raise UsageError(_NO_SHARE.format(country=country, what=title), _largest(stages))
    asked = Kind.MATERIAL if kind == Kind.MATERIAL else Kind.STAGE
    return MaterialLoss(node_id(asked, f"{inside}@{code}"), _FROM.format(what=title, country=country), nodes)


def share_of(stage: Stage, country: str) -> str:
    """Id of the node of one country's share in a stage: ``share:gallium/processing/CN``."""
    return node_id(Kind.SHARE, f"{stage.id}/{country}")


def stage_title(stage: str, world: MaterialWorld) -> Text:
    """What people call the stage with this id: ``gallium (verwerking)``."""
    material, _, step = stage.partition("/")
    known = world.materials.get(material)
    name, word = known.name if known else same(material), STAGES.get(step, same(step))
    return Text(f"{name.nl} ({word.nl})", f"{name.en} ({word.en})")


def find_material(name: str, world: MaterialWorld) -> Material | None:
    """The material with this id, name or alias; None when there is none or several."""
    plain = fold(name)
    found = [each for each in world.materials.values() if plain and plain in _plain_names(each)]
    return found[0] if len(found) == 1 else None


def _plain_names(material: Material) -> Iterable[str]:
    return (fold(word) for word in (material.id, material.name.nl, material.name.en, *material.aliases))


def _material(name: str, world: MaterialWorld) -> Material:
    found = find_material(name, world)
    if found is None:
        raise UsageError(_NO_MATERIAL.format(name=name), choices(fold(name), world.materials))
    return found


def _stage(name: str, world: MaterialWorld) -> Stage:
    material, _, step = name.partition("/")
    known = world.stages.get(_material(material, world).id, ())
    for stage in known:
        words = STAGES.get(stage.name, same(stage.name))
        if fold(step) in {fold(word) for word in (stage.name, *(words[each] for each in LANGUAGES))}:
            return stage
    raise UsageError(_NO_STAGE.format(name=name), choices(name, [stage.id for stage in known]))


def _country(name: str) -> str:
    code = name.strip().upper()
    found = code if code in country_codes() else recognise_country(name).code
    if found is None:
        raise UsageError(_NO_COUNTRY.format(name=name), _CODES)
    return found


def _largest(stages: Iterable[Stage]) -> Text | None:
    codes = sorted({code for stage in stages for code in list(stage.shares)[:3]})
    return _KNOWN.format(codes=", ".join(codes)) if codes else None


_FROM = Text("{what} uit {country}", "{what} from {country}")
_NO_MATERIAL = Text("Er is geen grondstof ‘{name}’.", "There is no material “{name}”.")
_NO_STAGE = Text("Er is geen stap ‘{name}’.", "There is no stage “{name}”.")
_NO_COUNTRY = Text("‘{name}’ is geen land.", "“{name}” is not a country.")
_CODES = Text("Gebruik een landnaam of een ISO 3166-code, zoals NL.", "Use the name of a country or an ISO 3166 code.")
_NO_SHARE = Text("Van {what} is geen aandeel van {country} bekend.", "No share of {country} in {what} is known.")
_KNOWN = Text("De grootste aandelen: {codes}.", "The largest shares: {codes}.")

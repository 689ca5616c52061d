"""What nodes, countries and classes are called in a report."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping

from depmap.core.countries import country_name
from depmap.core.graph import Graph, Kind, Role
from depmap.core.material_lists import material_world
from depmap.core.material_words import KINDS as OF_MATERIALS
from depmap.core.material_words import stage_title
from depmap.core.reference import Row, load
from depmap.core.text import Language, Text, same
from reports.words.format import visible

STANDSTILL = ("specific", "unknown", "adaptable", "commodity")
"""The classes of standstill, the longest first; what is unknown counts as nearly the worst."""

_STANDSTILL = {
    "specific": Text("specifiek", "specific"),
    "unknown": Text("onbekend", "unknown"),
    "adaptable": Text("aanpasbaar", "adaptable"),
    "commodity": Text("handelsgoed", "commodity"),
}
_UNKNOWNS = {
    Role.MANUFACTURER: Text("onbekende fabrikant", "unknown manufacturer"),
    Role.MANUFACTURE: Text("onbekend land van productie", "unknown country of manufacture"),
    Role.SEAT: Text("onbekend land van vestiging", "unknown country of the seat"),
    Role.PARENT: Text("onbekende eigenaar", "unknown owner"),
    Role.OWNERSHIP: Text("onbekend land van eigendom", "unknown country of ownership"),
    Role.MATERIAL: Text("onbekende grondstoffen", "unknown materials"),
    Role.STAGE: Text("onbekende stap", "unknown stage"),
    Role.SHARE: Text("onbekend aandeel", "unknown share"),
}


def country(code: str, language: Language) -> str:
    """The name of a country by its ISO 3166 alpha-2 code; a code that no list knows stays a code."""
    return visible(country_name(code, language))


def standstill(component_class: str | None) -> str:
    """The standstill class of a component class: one of `STANDSTILL`."""
    row = _classes().get(component_class or "")
    return row["standstill"] if row and row["standstill"] in STANDSTILL else "unknown"


def standstill_text(component_class: str | None) -> Text:
    """The same in words."""
    return _STANDSTILL[standstill(component_class)]


def standstill_rank(component_class: str | None) -> int:
    """The place of its standstill class in `STANDSTILL`."""
    return STANDSTILL.index(standstill(component_class))


def class_text(component_class: str | None) -> Text:
    """The name of a component class; one that no list knows is its own name."""
    if component_class is None:
        return Kind.UNKNOWN.text
    row = _classes().get(component_class)
    return Text(row["title_nl"], row["title_en"]) if row else same(visible(component_class))


@functools.cache
def _classes() -> Mapping[str, Row]:
    return {row["id"]: row for row in load("component_classes").rows}


def of_materials(identity: str) -> Text:
    """What people call a material, a stage of one, or a country's share in it; what no list knows by its id."""
    kind, _, name = identity.partition(":")
    world = material_world()
    if kind == Kind.MATERIAL:
        return world.materials[name].name if name in world.materials else same(name)
    if kind == Kind.STAGE:
        return stage_title(name, world)
    stage, _, code = name.rpartition("/")
    title, where = stage_title(stage, world), Text(country_name(code, "nl"), country_name(code, "en"))
    return Text("{title}: aandeel van {where}", "{title}: share of {where}").format(title=title, where=where)


def key(identity: str) -> str:
    """How the page refers to a node: its id, or for one with invisible characters a visible form that stays unique."""
    shown = visible(identity)
    if shown == identity:
        return identity
    return f"{shown}#{hashlib.sha256(identity.encode(errors='surrogatepass')).hexdigest()[:8]}"


def node(graph: Graph, identity: str, language: Language) -> str:
    """What people call a node: countries and materials by name, unknowns by what is unknown."""
    kind, _, name = identity.partition(":")
    known = graph.nodes.get(identity)
    if kind == Kind.COUNTRY:
        return country(name, language)
    if kind in OF_MATERIALS:
        return visible(of_materials(identity)[language])
    if kind == Kind.UNKNOWN:
        role = name.partition("/")[0]
        return _UNKNOWNS[Role(role)][language] if role in _UNKNOWNS else Kind.UNKNOWN.text[language]
    if kind == Kind.COMPONENT and known is not None and known.label != name:
        return visible(f"{known.label} ({name})")
    return visible(known.label if known is not None else name)

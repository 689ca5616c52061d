"""From the words of a policy or a command line to losses: which nodes of this system fall away together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from depmap.app.node_words import find_node
from depmap.core.answers import Loss
from depmap.core.countries import country_name
from depmap.core.errors import UsageError
from depmap.core.graph import Graph, Kind, node_id
from depmap.core.issues import Issue, Severity
from depmap.core.material_lists import material_world
from depmap.core.material_words import is_of_materials, material_loss, share_of
from depmap.core.model import Bom
from depmap.core.reference import country_codes
from depmap.core.shares import Basis, Concentration
from depmap.core.text import Text, same
from depmap.core.toml_table import choices
from risk_rules import Policy, Scenario

GROUP = "group:"
"""How a group of countries is written where nodes are."""


@dataclass(frozen=True, slots=True)
class Place:
    """The system in which something falls away."""

    bom: Bom
    """Its bill of materials."""

    graph: Graph
    """Its network."""

    concentration: tuple[Concentration, ...]
    """How much of it rests on whom."""


def losses(policy: Policy, place: Place) -> tuple[Loss, ...]:
    """Every scenario of the policy in this system, in its order."""
    return tuple(loss for scenario in policy.scenarios for loss in of_scenario(scenario, policy, place))


def of_scenario(scenario: Scenario, policy: Policy, place: Place) -> Iterable[Loss]:
    """One scenario: one loss, or one per country of a group; none when no supplier is known to be the largest."""
    title = scenario.title
    if scenario.each is not None:
        for code in sorted(policy.groups[scenario.each].members):
            named = Text(f"{title.nl}: {country_name(code, 'nl')}", f"{title.en}: {country_name(code, 'en')}")
            yield Loss(f"{scenario.name}-{code}", named, (node_id(Kind.COUNTRY, code),))
    elif scenario.largest:
        largest = next(
            (each for each in place.concentration if each.kind is Kind.SUPPLIER and each.basis is Basis.LINES), None
        )
        if largest is not None:
            name = place.graph.nodes[largest.node].label
            yield Loss(scenario.name, Text(f"{title.nl}: {name}", f"{title.en}: {name}"), (largest.node,))
    elif scenario.export_control is not None:
        yield Loss(scenario.name, title, _controlled(scenario.export_control, scenario.materials))
    else:
        lost = [_node_of(word, place.bom, place.graph)[0] for word in scenario.lose]
        yield Loss(scenario.name, title, lost_nodes(lost, scenario.only, policy))


def _node_of(word: str, bom: Bom, graph: Graph) -> tuple[str, UsageError | None]:
    """The node that a scenario names, found as on the command line; the word itself and why, where there is none."""
    if word.startswith(GROUP) or is_of_materials(word):
        return word, None
    try:
        return find_node(bom, graph, word), None
    except UsageError as error:
        return word, error


def misnamed(policy: Policy, systems: Sequence[tuple[Bom, Graph]]) -> Mapping[str, Issue]:
    """The scenarios that name a node which none of these systems has, and is like one that they have.

    That is a slip, and the answer would look safe. A name like no other may well be meant: nothing named rests on it.

    Returns:
        What is wrong by the name of the scenario, with the nearest node as the hint.
    """
    found: dict[str, Issue] = {}
    for scenario in policy.scenarios:
        for word in scenario.lose:
            errors = [_node_of(word, bom, graph)[1] for bom, graph in systems]
            near = next((each.hint for each in errors if each is not None and each.hint is not None), None)
            if None not in errors and near is not None:
                message = _MISNAMED.format(file=policy.name, scenario=scenario.name, word=word)
                found.setdefault(scenario.name, Issue("DI904", Severity.WARNING, message, hint=near))
    return found


def _controlled(country: str, materials: Collection[str]) -> tuple[str, ...]:
    """The shares that an export control takes, sorted: of these materials, or of those under control by the list."""
    world = material_world()
    named = materials or world.export_control[country]
    stages = (stage for material in named for stage in world.stages.get(material, ()))
    return tuple(sorted(share_of(stage, country) for stage in stages if country in stage.shares))


def lost_nodes(lose: Iterable[str], only: str | None, policy: Policy) -> tuple[str, ...]:
    """The ids of these nodes, groups as their countries and what a country supplies of a material as its shares, and of
    the countries outside ``only``; sorted.

    Raises:
        UsageError: there is no such group.
    """
    found: set[str] = set()
    for node in lose:
        if node.startswith(GROUP):
            found.update(_countries(members(node, policy)))
        else:
            found.update(material_loss(node, material_world()).nodes if is_of_materials(node) else (node,))
    if only is not None:
        found.update(_countries(country_codes() - members(only, policy)))
    return tuple(sorted(found))


def members(group: str, policy: Policy) -> frozenset[str]:
    """The countries of a group, written with or without ``group:``.

    Raises:
        UsageError: there is no such group.
    """
    name = group.removeprefix(GROUP)
    if name not in policy.groups:
        raise UsageError(_NO_GROUP.format(name=name), choices(name, policy.groups))
    return policy.groups[name].members


def named(policy: Policy, place: Place, name: str) -> Loss:
    """The loss of one scenario by its name, case no matter.

    Raises:
        UsageError: there is none with this name, or it names what the system does not have.
    """
    known = {loss.id: loss for loss in losses(policy, place)}
    for scenario, issue in misnamed(policy, [(place.bom, place.graph)]).items():
        if scenario.casefold() == name.casefold():
            raise UsageError(issue.message, issue.hint)
    found = next((loss for word, loss in known.items() if word.casefold() == name.casefold()), None)
    if found is None:
        raise UsageError(_NO_SCENARIO.format(name=name), choices(name, known))
    return found


def _countries(codes: Collection[str]) -> Iterable[str]:
    return (node_id(Kind.COUNTRY, code) for code in codes)


def by_hand(lose: Iterable[str], only: str | None, policy: Policy, place: Place) -> Loss:
    """The loss of nodes as people write them on a command line, named by those words.

    Raises:
        UsageError: a node or group that is not there.
    """
    words = tuple(lose)
    found = [_found(word, place) for word in words]
    nodes = lost_nodes(found, only, policy)
    lost = [_titled(node, policy, place) for node in found]
    if only is not None:
        name = policy.groups[only.removeprefix(GROUP)].name
        lost.append(_OUTSIDE.format(group=name))
    title = Text(" + ".join(each.nl for each in lost), " + ".join(each.en for each in lost))
    only_words = [f"only {GROUP}{only.removeprefix(GROUP)}"] if only is not None else []
    sentence = _IS_LOST if len(lost) == 1 else _ARE_LOST
    return Loss(" + ".join([*found, *only_words]), sentence.format(what=title), nodes)


def _found(word: str, place: Place) -> str:
    """The word with ids for names."""
    if is_of_materials(word):
        return material_loss(word, material_world()).word
    return word if word.startswith(GROUP) else find_node(place.bom, place.graph, word)


def _titled(node: str, policy: Policy, place: Place) -> Text:
    """What people call a node or a group."""
    kind, _, name = node.partition(":")
    if is_of_materials(node):
        return material_loss(node, material_world()).title
    if node.startswith(GROUP):
        return policy.groups[name].name
    if kind == Kind.COUNTRY:
        return Text(country_name(name, "nl"), country_name(name, "en"))
    return same(place.graph.nodes[node].label)


_IS_LOST = Text("{what} valt weg", "{what} is lost")
_ARE_LOST = Text("{what} vallen weg", "{what} are lost")
_OUTSIDE = Text("elk land buiten de groep {group}", "every country outside the group {group}")
_NO_GROUP = Text("Er is geen landengroep ‘{name}’.", "There is no country group “{name}”.")
_MISNAMED = Text(
    "{file}: scenario ‘{scenario}’ noemt ‘{word}’, dat hier niet voorkomt; het scenario is niet beantwoord.",
    "{file}: scenario “{scenario}” names “{word}”, which does not occur here; the scenario is not answered.",
)
_NO_SCENARIO = Text("Er is geen scenario ‘{name}’.", "There is no scenario “{name}”.")

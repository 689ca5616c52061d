"""How critical a component is, in words: why, through what, by whom, for how long, on what evidence."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.answers import Missing, Verdict
from depmap.core.criticality import Criticality, NamedLoss
from depmap.core.evidence import Tier
from depmap.core.graph import Graph, Kind, Layer, Role
from depmap.core.text import Language, Text
from reports.words import names, summary
from reports.words.rows import CommodityGroup, ComponentRow
from reports.words.weeks import duration

_FIELDS = {
    NamedLoss.MANUFACTURER: ("manufacturer",),
    NamedLoss.MANUFACTURE: ("manufacture",),
    NamedLoss.CONTROL: ("manufacturer", "seat", "parent", "ownership"),
    NamedLoss.OUTSIDE: ("manufacturer", "manufacture", "seat", "parent", "ownership"),
}
"""The facts of a source on which an answer rests."""


def why(row: ComponentRow, language: Language) -> str:
    """In two sentences: what takes all its sources away, and what it takes to find another."""
    found = row.criticality
    if found.stops is Verdict.NO:
        return _WHY["left"][language]
    if found.stops is Verdict.CANNOT_DECIDE:
        head = _WHY["open"].format(unknown=_roles(found))
    else:
        head = _WHY["lost"].format(cause=_narrowest(row))
    return f"{head[language]} {_recovery(row)[language]}"


def _recovery(row: ComponentRow) -> Text:
    """How hard and how long it is to find another source."""
    if row.criticality.survives:
        return _WHY["stock"]
    if row.outage is None or row.outage.recovery.high is None:
        return _WHY["no class"]
    ease = names.standstill_text(row.component.component_class)
    return _WHY["recovery"].format(ease=ease, weeks=duration(row.outage.recovery))


def through(row: ComponentRow, language: Language) -> str | None:
    """The chain from what takes it away most narrowly, with its kind, through it to the system; None without one."""
    return " → ".join(chain(row, language)) or None


def chain(row: ComponentRow, language: Language) -> list[str]:
    """The same, step by step; that it ends at the system goes without saying."""
    steps = summary.chain(row.graph, row.criticality.chain)[:-1]
    shown = [_WHY["this"][language] if name == row.node else names.node(row.graph, name, language) for name in steps]
    if shown and (party := _PARTIES.get(row.graph.nodes[steps[0]].kind)):
        shown[0] = f"{party[language]} {shown[0]}"
    return shown


def who(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """Everyone who alone takes it away, with the layers: certainly, then if unknowns are what lists assume."""
    sure = _by_node(row.criticality, assumed=False)
    maybe = {node: layers for node, layers in _by_node(row.criticality, assumed=True).items() if node not in sure}
    told = [_party(row.graph, node, layers, language) for node, layers in sure.items()]
    outside = row.criticality.threats[-1]
    if outside.stops is Verdict.YES and not any(node.startswith(f"{Kind.COUNTRY}:") for node in sure):
        told.append(f"{outside.loss.text[language]} ({_layers(outside.layers, language)})")
    told += [
        _WHO["assumed"].format(party=_party(row.graph, node, layers, language))[language]
        for node, layers in maybe.items()
    ]
    if not told and row.criticality.unknown:
        told.append(_WHO["unknown"].format(unknown=_roles(row.criticality))[language])
    return tuple(told)


def how_long(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The worst standstill; the losses under which it certainly or possibly falls away; what to ask to know better."""
    found = row.criticality
    told = [duration(found.weeks)[language]]
    for verdict, words in ((Verdict.YES, _LOST["yes"]), (Verdict.CANNOT_DECIDE, _LOST["open"])):
        losses = [_SHORT[threat.loss] for threat in found.threats if threat.stops is verdict]
        if losses:
            every = [_LOST["every"]] if len(losses) == len(found.threats) else losses
            told.append(words.format(losses=", ".join(loss[language] for loss in every))[language])
    wanted = asks(row, language)
    return (*told, _LOST["ask"].format(asks="; ".join(wanted))[language]) if wanted else tuple(told)


def asks(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """What has to be known to say whether it falls away, and for how long."""
    roles = dict.fromkeys(row.graph.nodes[name].label for name in row.criticality.unknown)
    missing = () if row.criticality.survives else row.criticality.missing
    return (*(Role(role).text[language] for role in roles), *(_ASK[each][language] for each in missing))


def evidence(row: ComponentRow) -> Tier:
    """The weakest evidence of the facts on which the answer rests; unknown where it hangs on something unknown."""
    certain = [threat.loss for threat in row.criticality.threats if threat.stops is Verdict.YES]
    if row.criticality.stops is Verdict.CANNOT_DECIDE:
        return Tier.UNKNOWN
    wanted = _FIELDS[certain[0]] if certain else _FIELDS[NamedLoss.OUTSIDE]
    tiers = [fact.tier for each in row.sources for field, fact in each.fields if field in wanted and fact.known]
    return max(tiers, key=list(Tier).index, default=Tier.UNKNOWN)


def group_name(group: CommodityGroup, language: Language) -> str:
    """``8 x resistor``: how many components of which class."""
    return f"{len(group.rows)} × {names.class_text(group.component_class)[language]}"


def group_why(group: CommodityGroup, language: Language) -> str:
    """That the market has equals, and how many of them fall away certainly, possibly, and not."""
    verdicts = [row.criticality.stops for row in group.rows]
    counts = [(verdicts.count(verdict), word) for verdict, word in _COUNTED.items()]
    told = ", ".join(f"{count} {word[language]}" for count, word in counts if count)
    return _WHY["equals"].format(counts=told)[language]


def _narrowest(row: ComponentRow) -> Text:
    """What takes it away most narrowly, by name."""
    threat = next(threat for threat in row.criticality.threats if threat.stops is Verdict.YES)
    if not threat.causes:
        return _WHY["outside"]
    node = row.criticality.chain[0] if row.criticality.chain else threat.causes[0]
    return Text(names.node(row.graph, node, "nl"), names.node(row.graph, node, "en"))


def _by_node(found: Criticality, assumed: bool) -> dict[str, list[Layer]]:
    """Node -> the layers in which it takes the component away: suppliers, countries, parents."""
    layers: dict[str, list[Layer]] = {}
    for threat in found.threats:
        for node in threat.assumed if assumed else threat.causes:
            layers.setdefault(node, []).extend(threat.layers)
    kinds = (Kind.SUPPLIER, Kind.COUNTRY, Kind.PARENT)
    return dict(sorted(layers.items(), key=lambda item: (kinds.index(Kind(item[0].partition(":")[0])), item[0])))


def _party(graph: Graph, node: str, layers: Iterable[Layer], language: Language) -> str:
    kind = _PARTIES[Kind(node.partition(":")[0])][language]
    return f"{kind} {names.node(graph, node, language)} ({_layers(layers, language)})"


def _layers(layers: Iterable[Layer], language: Language) -> str:
    return ", ".join(dict.fromkeys(layer.text[language] for layer in layers))


def _roles(found: Criticality) -> Text:
    """What is unknown, in words: the roles, each once, in the order in which to ask."""
    roles = dict.fromkeys(Role(name.partition(":")[2].partition("/")[0]) for name in found.unknown)
    return Text(", ".join(role.text.nl for role in roles), ", ".join(role.text.en for role in roles))


_WHY = {
    "lost": Text("Zonder {cause} is er geen bron meer.", "Without {cause} no source is left."),
    "open": Text(
        "Of er bij elk verlies een bron overblijft, is niet te zeggen; onbekend: {unknown}.",
        "Whether a source is left under every loss cannot be said; unknown: {unknown}.",
    ),
    "left": Text("Bij elk van de vier verliezen blijft er een bron over.", "A source is left under all four losses."),
    "stock": Text(
        "De voorraad duurt langer dan het herstel.", "The stock lasts longer than it takes to find another source."
    ),
    "recovery": Text(
        "Vervanging: {ease}, hersteltijd {weeks} (aangenomen).", "Replacement: {ease}, recovery {weeks} (assumed)."
    ),
    "no class": Text(
        "Vervanging: hersteltijd onbekend, want de componentklasse is onbekend.",
        "Replacement: recovery unknown, since the component class is unknown.",
    ),
    "outside": Text("de landen buiten de EU, de EER en Oekraïne", "the countries outside the EU, the EEA and Ukraine"),
    "this": Text("dit component", "this component"),
    "equals": Text(
        "Handelsgoed: de markt heeft gelijken die de stuklijst niet noemt. Bij verlies: {counts}.",
        "Commodity: the market has equals that the bill of materials does not list. When lost: {counts}.",
    ),
}
_COUNTED = {
    Verdict.YES: Text("zeker zonder bron", "certainly without a source"),
    Verdict.CANNOT_DECIDE: Text("mogelijk zonder bron", "possibly without a source"),
    Verdict.NO: Text("met een bron over", "with a source left"),
}
_WHO = {
    "assumed": Text("mogelijk, aangenomen: {party}", "possibly, assumed: {party}"),
    "unknown": Text("niet te zeggen; onbekend: {unknown}", "cannot be said; unknown: {unknown}"),
}
_LOST = {
    "yes": Text("zeker bij verlies van: {losses}", "certainly when lost: {losses}"),
    "open": Text("mogelijk bij verlies van: {losses}", "possibly when lost: {losses}"),
    "every": Text("elk van de vier", "any of the four"),
    "ask": Text("vraag na: {asks}", "ask for: {asks}"),
}
_ASK = {
    Missing.CLASS: Text("componentklasse", "component class"),
    Missing.STOCK: Text("voorraad", "stock"),
    Missing.QUANTITY: Text("aantal per systeem", "quantity per system"),
    Missing.RATE: Text("aantal systemen per week (beleidsbestand)", "systems per week (policy file)"),
}
_SHORT = {
    NamedLoss.MANUFACTURER: Text("fabrikant", "manufacturer"),
    NamedLoss.MANUFACTURE: Text("productieland", "country of manufacture"),
    NamedLoss.CONTROL: Text("zeggenschap", "control"),
    NamedLoss.OUTSIDE: Text("alles buiten EU, EER en Oekraïne", "all outside the EU, the EEA and Ukraine"),
}
_PARTIES = {
    Kind.SUPPLIER: Text("fabrikant", "manufacturer"),
    Kind.COUNTRY: Text("land", "country"),
    Kind.PARENT: Text("eigenaar", "owner"),
}

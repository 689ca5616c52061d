"""The world map of the page: what stops when a country alone is lost, by layer, and in which assemblies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from depmap.core.answers import Lines, Verdict, Weeks
from depmap.core.graph import Kind, Layer
from depmap.core.importance import Importance
from depmap.core.judgement import SystemAnalysis
from depmap.core.once import once
from depmap.core.text import Language
from depmap.network import LAYERS
from reports.page.outlines import HEIGHT, WIDTH, land_without_code, outlines
from reports.page.world_words import WORDS
from reports.programs.network import Stopped, components_by_node, standing_still
from reports.words import names
from reports.words.format import number, percent, share, visible
from reports.words.sentences import counted
from reports.words.weeks import duration

ASSEMBLIES = 16
"""Assemblies that have a place beside the map; the others share the last one."""

_SHARES = (0.0, 0.02, 0.05, 0.15)
"""Above these shares of all lines, or of all value, the shade is one step darker."""

_WEEKS = (0.0, 13.0, 26.0, 52.0)
"""Above these weeks of certain standstill the shade is one step darker."""

_LAST = 10**13
"""After every number of lines, for the order by lines, the most first."""

_KEYS = {Verdict.YES: "bad", Verdict.CANNOT_DECIDE: "open", Verdict.NO: "good"}


def section(system: SystemAnalysis, language: Language) -> dict[str, object]:
    """Everything that the view shows, in words and places; nothing in it is markup."""
    found = _by_country(system)
    whole = _Whole(system)
    rows = {code: _country(system, code, layers, whole, language) for code, layers in found.items()}
    heaviest = sorted(found, key=lambda code: (-_weight(found[code], whole), code))
    assemblies = _assemblies(system, language)
    arcs = {layer.value: _arcs(system, found, layer) for layer in LAYERS}
    return {
        "words": {key: text[language] for key, text in WORDS.items()},
        "size": (WIDTH, HEIGHT),
        "layers": [(layer.value, layer.text[language]) for layer in LAYERS],
        "measures": [(key, WORDS[key][language], WORDS[f"of_{key}"][language]) for key in ("lines", "value", "weeks")],
        "steps": {
            "lines": _steps(_SHARES, percent),
            "value": _steps(_SHARES, percent),
            "weeks": _steps(_WEEKS, lambda weeks: number(weeks, language)),
        },
        "unknown": _unknown(system, language),
        "other": [outline.path for code, outline in outlines().items() if code not in found]
        + [outline.path for outline in land_without_code()],
        "countries": [rows[code] for code in sorted(rows, key=lambda code: not outlines()[code].path)],
        "rows": [rows[code] for code in heaviest],
        "assemblies": assemblies,
        "arcs": arcs,
        "into": _into(arcs, assemblies),
        "vague": sum(any(each.stops is Verdict.CANNOT_DECIDE for each in layers.values()) for layers in found.values()),
    }


@once
def _by_country(system: SystemAnalysis) -> Mapping[str, Mapping[Layer, Importance]]:
    """The countries whose loss stops something, certainly or possibly, by code and layer."""
    found: dict[str, dict[Layer, Importance]] = defaultdict(dict)
    for each in system.importance:
        kind, _, code = each.node.partition(":")
        if kind == Kind.COUNTRY and code in outlines() and each.stops is not Verdict.NO:
            found[code][each.layer] = each
    return dict(sorted(found.items()))


class _Whole:
    """What the shares are shares of."""

    def __init__(self, system: SystemAnalysis) -> None:
        self.parts = components_by_node(system)
        self.lines = system.counts.lines
        self.value = system.counts.value_low
        self.currency = visible(system.bom.currency or "")


def _country(
    system: SystemAnalysis, code: str, layers: Mapping[Layer, Importance], whole: _Whole, language: Language
) -> dict[str, object]:
    outline = outlines()[code]
    return {
        "node": f"{Kind.COUNTRY}:{code}",
        "name": names.node(system.graph, f"{Kind.COUNTRY}:{code}", language),
        "x": outline.x,
        "y": outline.y,
        "path": outline.path,
        "layers": {layer.value: _effect(layers.get(layer), whole, language) for layer in LAYERS},
    }


def _effect(found: Importance | None, whole: _Whole, language: Language) -> dict[str, object]:
    """What its loss does in one layer: words for the table, and a shade from 0 to 4 for each measure."""
    if found is None:
        words = {"stops": Verdict.NO.text[language], "share": "", "value": "", "weeks": ""}
        return {**words, "key": "good", "lines": "", "shade": {}, "open": {}}
    stopped = standing_still(found.point if found.is_certain else None, whole.parts)
    low, high = ((end / whole.lines if whole.lines else 0.0) for end in (found.lines.low, found.lines.high))
    return {
        "stops": found.stops.text[language],
        "key": _KEYS[found.stops],
        "lines": _lines(found.lines, language),
        "place": _LAST - found.lines.low * (whole.lines + 1) - found.lines.high,
        "share": share(low, high, language),
        "value": _value(stopped, found.lines, whole, language),
        "weeks": duration(found.weeks)[language],
        "shade": {
            "lines": _step(low, _SHARES),
            "value": _step(float(stopped.low) / whole.value, _SHARES) if whole.value else 0,
            "weeks": _step(found.weeks.low, _WEEKS),
        },
        "open": {
            "lines": found.lines.high > found.lines.low,
            "value": stopped.high is None or found.lines.high > found.lines.low,
            "weeks": _is_open(found.weeks),
        },
    }


def _is_open(weeks: Weeks) -> bool:
    return weeks.high is None or weeks.high > weeks.low


def _unknown(system: SystemAnalysis, language: Language) -> str:
    """That any country may stop more than it shows, where it is not known where everything is made."""
    lines = system.counts.unknown_origin_lines
    share_of_all = percent(lines / max(system.counts.lines, 1))
    return WORDS["unknown"].format(lines=counted(lines, "line"), share=share_of_all)[language] if lines else ""


def _lines(lines: Lines, language: Language) -> str:
    low, high = number(lines.low, language), number(lines.high, language)
    return low if lines.low == lines.high else WORDS["interval"].format(low=low, high=high)[language]


def _value(stopped: Stopped, lines: Lines, whole: _Whole, language: Language) -> str:
    """What certainly stands still is worth, as far as it has prices; no number where nothing certain has one."""
    if not stopped.low and stopped.high is None:
        return WORDS["no_price"][language]
    if not stopped.lines:
        return WORDS["not_known"][language] if lines.high else "–"
    told = f"{whole.currency}\u00a0{number(stopped.low, language, 2)}".strip()
    complete = stopped.high is not None and lines.low == lines.high
    return told if complete else WORDS["at_least"].format(value=told)[language]


def _step(value: float, limits: tuple[float, ...]) -> int:
    return sum(value > limit for limit in limits)


def _steps(limits: tuple[float, ...], told: Callable[[float], str]) -> list[str]:
    """What each shade stands for: ``0``, ``≤ 2 %``, ``≤ 5 %``, …, ``> 15 %``."""
    return [told(limits[0]), *(f"≤ {told(limit)}" for limit in limits[1:]), f"> {told(limits[-1])}"]


def _weight(layers: Mapping[Layer, Importance], whole: _Whole) -> float:
    """For the order of the table: the lines that certainly stop with it in the layer with the most, then the others."""
    return max(each.lines.low + each.lines.high / (whole.lines + 1) for each in layers.values())


# --- where it goes ----------------------------------------------------------------------------------------------------


@once
def _tops(system: SystemAnalysis) -> Mapping[str, tuple[str, ...]]:
    """For every component the first assemblies below the system that need it, or the system itself."""
    graph = system.graph
    found: dict[str, set[str]] = defaultdict(set)
    for need in graph.nodes[graph.top].needs:
        waiting, seen = [need.node], {need.node}
        while waiting:
            node = waiting.pop()
            if graph.nodes[node].kind is Kind.COMPONENT:
                found[node].add(need.node if graph.nodes[need.node].kind is Kind.ASSEMBLY else graph.top)
                continue
            below = {each.node for each in graph.nodes[node].needs} - seen
            parts = [each for each in below if graph.nodes[each].kind in (Kind.ASSEMBLY, Kind.COMPONENT)]
            waiting += parts
            seen.update(parts)
    return {node: tuple(sorted(tops)) for node, tops in found.items()}


def _assemblies(system: SystemAnalysis, language: Language) -> list[dict[str, object]]:
    """The assemblies beside the map, in the order of the bill of materials."""
    return [
        {"name": names.node(system.graph, name, language) if name else WORDS["others"][language], "key": name}
        for name in _drawn(system)
    ]


@once
def _drawn(system: SystemAnalysis) -> list[str]:
    """The assemblies that have a place; ``""`` stands for all others."""
    used = {top for tops in _tops(system).values() for top in tops}
    needs = [need.node for need in system.graph.nodes[system.graph.top].needs if need.node in used]
    order = [*dict.fromkeys(needs), *([system.graph.top] if system.graph.top in used else [])]
    return order if len(order) <= ASSEMBLIES else [*order[: ASSEMBLIES - 1], ""]


def _arcs(
    system: SystemAnalysis, found: Mapping[str, Mapping[Layer, Importance]], layer: Layer
) -> list[tuple[str, int, int]]:
    """Node of the country, number of the assembly, and how many components of it stop with the country."""
    places = {name: number for number, name in enumerate(_drawn(system))}
    tops = _tops(system)
    last = places.get("", 0)
    arcs = []
    for code, layers in found.items():
        point = layers[layer].point if layer in layers else None
        counted = Counter(_numbers(point.components if point else (), tops, places, last))
        arcs += [(f"{Kind.COUNTRY}:{code}", number, count) for number, count in sorted(counted.items())]
    return arcs


def _into(
    arcs: Mapping[str, list[tuple[str, int, int]]], assemblies: Sequence[Mapping[str, object]]
) -> Mapping[str, Mapping[str, str]]:
    """The same in words, by layer and node: ``Frame (3), Avionics (1)``."""
    told: dict[str, dict[str, list[str]]] = {layer: defaultdict(list) for layer in arcs}
    for layer, lines in arcs.items():
        for node, at, count in lines:
            told[layer][node].append(f"{assemblies[at]['name']} ({count})")
    return {layer: {node: ", ".join(words) for node, words in found.items()} for layer, found in told.items()}


def _numbers(
    components: Iterable[str], tops: Mapping[str, tuple[str, ...]], places: Mapping[str, int], last: int
) -> Iterable[int]:
    for component in components:
        yield from {places.get(top, last) for top in tops.get(component, ())}

"""What a system comes to, in figures, verdicts and a few plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from depmap.core.answers import CutSet, GroupVerdict, SinglePoint, Verdict
from depmap.core.evidence import CellRef, in_order, names_of
from depmap.core.graph import Graph, Kind, Layer, Role, node_id
from depmap.core.issues import Issue
from depmap.core.judgement import Analysis, Grade, SystemAnalysis
from depmap.core.once import once
from depmap.core.text import Language, Text
from depmap.network import LAYERS
from reports.columns.column import Value
from reports.words.format import visible
from reports.words.rows import component_list

_MARKS = {Verdict.YES: "✓", Verdict.NO: "✗", Verdict.CANNOT_DECIDE: "?"}
_NONE = Text("", "")


def marked(verdict: Verdict, language: Language) -> str:
    """The verdict as a mark and a word: ``✗ nee``."""
    return f"{_MARKS[verdict]} {verdict.text[language]}"


def certainty(certain: bool) -> Text:
    """Whether a single point is one whatever the unknowns are."""
    return (
        Text("zeker", "certain")
        if certain
        else Text("alleen als een onbekende tegenvalt", "only if an unknown turns out badly")
    )


def cells(refs: Iterable[CellRef], language: Language, limit: int = 12) -> str | None:
    """Cells in one line, the first ``limit`` by name and the rest as a number; None without cells."""
    every = tuple(refs)
    found = ", ".join(map(visible, names_of(every[:limit])))
    if len(every) > limit:
        more = Text("en nog {count}", "and {count} more").format(count=len(every) - limit)[language]
        return f"{found} {more}"
    return found or None


def issues(analysis: Analysis) -> tuple[tuple[str, tuple[Issue, ...]], ...]:
    """The input problems: those of the policy and of earlier decisions, then those of each system by its name."""
    policy = Text("beleid", "policy")[analysis.run.language]
    previous = Text("eerdere besluiten", "earlier decisions")[analysis.run.language]
    own = ((policy, analysis.policy_issues), (previous, analysis.decisions.issues))
    return (*own, *((system.bom.system, system.bom.issues) for system in analysis.systems))


@once
def points(system: SystemAnalysis) -> tuple[SinglePoint, ...]:
    """The single points, the heaviest first: certain ones, then by how many components stop with them."""
    return tuple(
        sorted(
            system.single_points, key=lambda point: (not point.certain, -len(point.components), point.layer, point.node)
        )
    )


def chain(graph: Graph, witness: tuple[str, ...]) -> tuple[str, ...]:
    """A witness with the maker between a country and the component that is made there.

    The network joins a component to the country of a source directly; a reader wants to know whose source that is.
    """
    steps = list(witness)
    if len(steps) < 2 or not steps[1].startswith(f"{Kind.COMPONENT}:"):
        return witness
    for need in graph.nodes[steps[1]].needs:
        source = {each.role: each.node for each in graph.nodes[need.node].needs} if need.node in graph.nodes else {}
        made_in, maker = source.get(Role.MANUFACTURE), source.get(Role.MANUFACTURER)
        if maker is not None and made_in is not None and steps[0] in (made_in, *graph.nodes[made_in].hints):
            known = graph.nodes[maker].kind is Kind.SUPPLIER
            return (steps[0], maker if known else node_id(Kind.UNKNOWN, Role.MANUFACTURER), *steps[1:])
    return witness


@once
def together(system: SystemAnalysis) -> tuple[tuple[Layer, CutSet], ...]:
    """What stops the system only together, the certain sets of each layer first; single points are not among them."""
    return tuple(
        (found.layers[0], each)
        for certain in (True, False)
        for found in system.cut_sets
        for each in found.sets
        if found.certain is certain and each.certain is certain and len(each.nodes) > 1
    )


@once
def grades(system: SystemAnalysis) -> Counter[Grade]:
    """How many components have each grade."""
    return Counter(row.grade for row in component_list(system).listed)


def buildable(analysis: Analysis, group: str, layer: Layer) -> Text:
    """The question that a verdict answers, as a title."""
    name = analysis.groups.get(group, Text(group, group))
    ask = {
        Layer.SUPPLY: Text(
            "Te bouwen uit {group}: land van productie", "Can be built from {group}: country of manufacture"
        ),
        Layer.CONTROL: Text("Te bouwen uit {group}: zeggenschap", "Can be built from {group}: control"),
        Layer.MATERIAL: Text("Te bouwen uit {group}: grondstoffen", "Can be built from {group}: materials"),
    }
    return ask.get(layer, Text("Te bouwen uit {group}", "Can be built from {group}")).format(group=name)


def deciding(verdict: GroupVerdict, language: Language, limit: int = 8) -> str:
    """The components that decide a verdict, in one line."""
    if not verdict.deciding:
        return ""
    shown = [visible(name.partition(":")[2]) for name in verdict.deciding[:limit]]
    more = len(verdict.deciding) - len(shown)
    head = Text(
        "{count:component beslist|componenten beslissen} dit: ", "{count:component decides|components decide} this: "
    )
    tail = Text(" en nog {more}", " and {more} more").format(more=more)[language] if more else ""
    return head.format(count=len(verdict.deciding))[language] + ", ".join(shown) + tail


def _asked(system: SystemAnalysis) -> Iterable[tuple[Text, Value, Text]]:
    """What rests on questions about the workbook that nobody has answered, when there are any."""
    if system.bom.questions:
        effect = Text("wat daarop rust is onbekend of aangenomen", "what rests on them is unknown or assumed")
        yield Text("Niet beantwoorde vragen", "Unanswered questions"), system.bom.questions, effect
        possible = Text("Regels die alleen mogelijk nodig zijn", "Lines that are only possibly needed")
        yield possible, system.bom.lines_in_question, effect


def figures(system: SystemAnalysis) -> tuple[tuple[Text, Value, Text], ...]:
    """Title, value and remark of every figure; a value that is not known is None, never 0."""
    counts = system.counts
    per_grade = grades(system)
    sure = Counter(point.layer for point in system.single_points if point.certain)
    maybe = Counter(point.layer for point in system.single_points if not point.certain)
    money = Text("waarde in {currency}", "value in {currency}").format(currency=visible(counts.currency or "?"))
    rows: list[tuple[Text, Value, Text]] = [
        (Text("Regels", "Lines"), counts.lines, _NONE),
        *_asked(system),
        (Text("Componenten", "Components"), counts.components, _NONE),
        (Text("Samenstellingen", "Assemblies"), counts.assemblies, _NONE),
        (Text("Bekende fabrikanten", "Known manufacturers"), counts.suppliers, _NONE),
        (Text("Bekende landen van productie", "Known countries of manufacture"), counts.countries, _NONE),
        (
            Text(
                "Regels met een bron van onbekend land van productie",
                "Lines with a source of unknown country of manufacture",
            ),
            counts.unknown_origin_lines,
            Text("onbekend telt nooit als veilig", "unknown never counts as safe"),
        ),
        (
            Text("Regels met een bron van onbekende fabrikant", "Lines with a source of unknown manufacturer"),
            counts.unknown_manufacturer_lines,
            _NONE,
        ),
        (Text("Waarde van wat een prijs heeft", "Value of what has a price"), counts.value_low, money),
        (
            Text("Waarde als elke regel een prijs heeft", "Value when every line has a price"),
            counts.value_high,
            money
            if counts.value_high is not None
            else Text(
                "niet te bepalen: niet elke regel heeft een prijs", "cannot be determined: not every line has a price"
            ),
        ),
    ]
    for grade in sorted(Grade, reverse=True)[:-1]:
        title = Text("Componenten met graad {grade}", "Components of grade {grade}").format(grade=grade.text)
        rows.append((title, per_grade[grade], Text(grade.mark, grade.mark)))
    for layer in LAYERS:
        title = Text("Knelpunten ({layer})", "Single points of failure ({layer})").format(layer=layer.text)
        note = Text("en {count} als een onbekende tegenvalt", "and {count} if an unknown turns out badly")
        rows.append((title, sure[layer], note.format(count=maybe[layer])))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Everything that is unknown in one role."""

    role: Role
    """The role."""

    count: int
    """How many sources, suppliers or parents lack it."""

    about: tuple[str, ...]
    """The nodes that lack it, by id, sorted."""

    cells: tuple[CellRef, ...]
    """The cells to ask for, sorted; none when no cell could have said it."""


@once
def unknowns(system: SystemAnalysis) -> tuple[Unknown, ...]:
    """What is unknown, by role, the most frequent first; of materials something always is, so those come last."""
    nodes: dict[str, list[str]] = {}
    where: dict[str, set[CellRef]] = {}
    for node in system.graph.of_kind(Kind.UNKNOWN):
        role, slash, owner = node.id.partition(":")[2].partition("/")
        if slash:
            nodes.setdefault(role, []).append(owner)
            where.setdefault(role, set()).update(node.cells)
    found = (
        Unknown(Role(role), len(about), tuple(sorted(about)), in_order(where[role])) for role, about in nodes.items()
    )
    return tuple(sorted(found, key=lambda each: (each.role in _OF_MATERIALS, -each.count, each.role)))


_OF_MATERIALS = (Role.MATERIAL, Role.STAGE, Role.SHARE)

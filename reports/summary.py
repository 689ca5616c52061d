"""What a system comes to, in figures, verdicts and a few plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from depmap.core.answers import GroupVerdict, SinglePoint, Verdict
from depmap.core.evidence import CellRef
from depmap.core.graph import Kind, Layer, Role
from depmap.core.issues import Severity
from depmap.core.judgement import Analysis, Grade, SystemAnalysis
from depmap.core.text import Language, Text
from reports import names
from reports.columns import Value
from reports.format import number, percent, sentence_list, visible
from reports.rows import component_list

SEVERITIES = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.NOTE: Text("opmerking", "note"),
}
"""How much an input problem weighs, in a word."""

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
    found = [visible(str(cell)) for cell in refs]
    if len(found) > limit:
        more = Text("en nog {count}", "and {count} more").format(count=len(found) - limit)[language]
        return f"{', '.join(found[:limit])} {more}"
    return ", ".join(found) or None


def points(system: SystemAnalysis) -> tuple[SinglePoint, ...]:
    """The single points, the heaviest first: certain ones, then by how many components stop with them."""
    return tuple(
        sorted(
            system.single_points, key=lambda point: (not point.certain, -len(point.components), point.layer, point.node)
        )
    )


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
    }
    return ask.get(layer, Text("Te bouwen uit {group}", "Can be built from {group}")).format(group=name)


def deciding(system: SystemAnalysis, verdict: GroupVerdict, language: Language, limit: int = 8) -> str:
    """The components that decide a verdict, in one line."""
    if not verdict.deciding:
        return ""
    shown = [visible(name.partition(":")[2]) for name in verdict.deciding[:limit]]
    more = len(verdict.deciding) - len(shown)
    head = Text("{count} componenten beslissen dit: ", "{count} components decide this: ")
    if len(verdict.deciding) == 1:
        head = Text("Eén component beslist dit: ", "One component decides this: ")
    tail = Text(" en nog {more}", " and {more} more").format(more=more)[language] if more else ""
    return head.format(count=len(verdict.deciding))[language] + ", ".join(shown) + tail


def figures(system: SystemAnalysis) -> tuple[tuple[Text, Value, Text], ...]:
    """Title, value and remark of every figure; a value that is not known is None, never 0."""
    counts = system.counts
    per_grade = grades(system)
    sure = Counter(point.layer for point in system.single_points if point.certain)
    maybe = Counter(point.layer for point in system.single_points if not point.certain)
    money = Text("waarde in {currency}", "value in {currency}").format(currency=visible(counts.currency or "?"))
    rows: list[tuple[Text, Value, Text]] = [
        (Text("Regels", "Lines"), counts.lines, _NONE),
        (Text("Componenten", "Components"), counts.components, _NONE),
        (Text("Samenstellingen", "Assemblies"), counts.assemblies, _NONE),
        (Text("Bekende fabrikanten", "Known manufacturers"), counts.suppliers, _NONE),
        (Text("Bekende landen van productie", "Known countries of manufacture"), counts.countries, _NONE),
        (Text("Regels met een bron van onbekend land van productie", "Lines with a source of unknown country of manufacture"),
         counts.unknown_origin_lines, Text("onbekend telt nooit als veilig", "unknown never counts as safe")),
        (Text("Regels met een bron van onbekende fabrikant", "Lines with a source of unknown manufacturer"),
         counts.unknown_manufacturer_lines, _NONE),
        (Text("Waarde van wat een prijs heeft", "Value of what has a price"), counts.value_low, money),
        (Text("Waarde als elke regel een prijs heeft", "Value when every line has a price"), counts.value_high,
         money if counts.value_high is not None else Text("niet te bepalen: niet elke regel heeft een prijs",
                                                          "cannot be determined: not every line has a price")),
    ]  # fmt: skip
    for grade in sorted(Grade, reverse=True)[:-1]:
        title = Text("Componenten met graad {grade}", "Components of grade {grade}").format(grade=grade.text)
        rows.append((title, per_grade[grade], Text(grade.mark, grade.mark)))
    for layer in (Layer.SUPPLY, Layer.CONTROL):
        title = Text("Knelpunten ({layer})", "Single points of failure ({layer})").format(layer=layer.text)
        note = Text("en {count} als een onbekende tegenvalt", "and {count} if an unknown turns out badly")
        rows.append((title, sure[layer], note.format(count=maybe[layer])))
    return tuple(rows)


def sentences(analysis: Analysis, system: SystemAnalysis) -> tuple[str, ...]:
    """The system in five plain sentences, in the language of the run."""
    language = analysis.run.language
    return tuple(
        text[language]
        for text in (
            _what(system),
            _stops(system, language),
            _from_where(analysis, system),
            _unknown(system, language),
            _first(system, language),
        )
    )


def _what(system: SystemAnalysis) -> Text:
    counts = system.counts
    return Text(
        "{system} telt {lines} regels: {components} verschillende componenten in {assemblies} samenstellingen, van {suppliers} "
        "bekende fabrikanten, gemaakt in {countries} bekende landen.",
        "{system} has {lines} lines: {components} different components in {assemblies} assemblies, by {suppliers} known "
        "manufacturers, made in {countries} known countries.",
    ).format(
        system=visible(system.bom.system), lines=counts.lines, components=counts.components, assemblies=counts.assemblies,
        suppliers=counts.suppliers, countries=counts.countries,
    )  # fmt: skip


def _stops(system: SystemAnalysis, language: Language) -> Text:
    certain = [point for point in points(system) if point.certain and point.layer is Layer.SUPPLY]
    if not certain:
        return Text(
            "Van geen enkele leverancier en geen enkel land staat vast dat het systeem zonder hen stilvalt.",
            "No supplier and no country is certain to stop the system by falling away.",
        )
    kinds = Counter(system.graph.nodes[point.node].kind for point in certain)
    worst = certain[0]
    return Text(
        "Het valt stil als één van {suppliers} leveranciers of één van {countries} landen wegvalt; het meest valt weg met "
        "{worst}: {count} componenten.",
        "It stops if one of {suppliers} suppliers or one of {countries} countries falls away; most is lost with {worst}: "
        "{count} components.",
    ).format(
        suppliers=kinds[Kind.SUPPLIER], countries=kinds[Kind.COUNTRY], worst=names.node(system.graph, worst.node, language),
        count=len(worst.components),
    )  # fmt: skip


def _from_where(analysis: Analysis, system: SystemAnalysis) -> Text:
    """All verdicts about manufacture, in one sentence."""

    def told(language: Language) -> str:
        parts = []
        phrases = {
            Verdict.YES: Text("wel uit {groups}", "from {groups}"),
            Verdict.NO: Text("niet uit {groups}", "not from {groups}"),
            Verdict.CANNOT_DECIDE: Text("voor {groups} is het niet te beslissen", "for {groups} it cannot be decided"),
        }
        for verdict, phrase in phrases.items():
            groups = [
                analysis.groups.get(each.group, Text(each.group, each.group))[language]
                for each in system.groups
                if each.verdict is verdict and each.layer is Layer.SUPPLY
            ]
            if groups:
                parts.append(phrase.format(groups=sentence_list(groups, language))[language])
        head = Text(
            "Alleen met onderdelen die daar gemaakt zijn, is het te bouwen: ",
            "With parts made there alone, it can be built: ",
        )
        return head[language] + "; ".join(parts) + "."

    return Text(told("nl"), told("en"))


def _unknown(system: SystemAnalysis, language: Language) -> Text:
    counts = system.counts
    if not counts.unknown_origin_lines:
        return Text(
            "Van elke regel is het land van productie bekend.", "The country of manufacture is known for every line."
        )
    return Text(
        "Van {unknown} van de {lines} regels ({share}) is van minstens één bron het land van productie onbekend; dat telt nergens "
        "als veilig.",
        "For {unknown} of the {lines} lines ({share}) the country of manufacture of at least one source is unknown; nowhere "
        "does that count as safe.",
    ).format(
        unknown=counts.unknown_origin_lines,
        lines=counts.lines,
        share=percent(counts.unknown_origin_lines / max(counts.lines, 1)),
    )


def _first(system: SystemAnalysis, language: Language) -> Text:
    listed = component_list(system).listed
    per_grade = Counter(row.grade for row in listed)
    if not listed:
        return Text("Er zijn geen bevindingen over componenten.", "There are no findings about components.")
    return Text(
        "{critical} componenten hebben graad kritiek en {high} graad hoog; begin met {first}.",
        "{critical} components are of grade critical and {high} of grade high; start with {first}.",
    ).format(
        critical=per_grade[Grade.CRITICAL],
        high=per_grade[Grade.HIGH],
        first=names.node(system.graph, listed[0].node, language),
    )


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


def unknowns(system: SystemAnalysis) -> tuple[Unknown, ...]:
    """What is unknown, by role, the most frequent first."""
    nodes: dict[str, list[str]] = {}
    where: dict[str, set[CellRef]] = {}
    for node in system.graph.of_kind(Kind.UNKNOWN):
        role, slash, owner = node.id.partition(":")[2].partition("/")
        if slash:
            nodes.setdefault(role, []).append(owner)
            where.setdefault(role, set()).update(node.cells)
    found = (
        Unknown(Role(role), len(about), tuple(sorted(about)), tuple(sorted(where[role])))
        for role, about in nodes.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.count, each.role)))


__all__ = [
    "SEVERITIES",
    "Unknown",
    "buildable",
    "cells",
    "certainty",
    "deciding",
    "figures",
    "grades",
    "marked",
    "number",
    "points",
    "sentences",
    "unknowns",
]

"""The ten lines that a run prints: what hangs on whom, what is unknown, where to look next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from depmap.core.answers import SinglePoint, Verdict
from depmap.core.countries import country_name
from depmap.core.graph import Kind, Layer
from depmap.core.issues import Severity
from depmap.core.judgement import Analysis, Grade, SystemAnalysis
from depmap.core.material_words import is_of_materials
from depmap.core.model import Component
from depmap.core.profile import Asked, asked_of_system
from depmap.core.text import Language, Text
from depmap.network import LAYERS
from reports.words import content
from reports.words.names import of_materials
from reports.words.rows import component_list

NAMED = 4
"""How many names a line lists before it counts the rest."""

_SIZE = Text(
    "{system}: {lines:regel|regels}, {components:component|componenten}, {assemblies:samenstelling|samenstellingen}, "
    "{makers:fabrikant|fabrikanten}, {countries:land|landen} van productie",
    "{system}: {lines:line|lines}, {components:component|components}, {assemblies:assembly|assemblies}, "
    "{makers:manufacturer|manufacturers}, {countries:country|countries} of manufacture",
)
_UNKNOWN = Text(
    "  Onbekend: land van productie bij {origin:regel|regels}, fabrikant bij {maker:regel|regels}",
    "  Unknown: country of manufacture on {origin:line|lines}, manufacturer on {maker:line|lines}",
)
_INPUT = Text(
    "  Invoer: {errors:fout|fouten}, {warnings:waarschuwing|waarschuwingen}, {notes:opmerking|opmerkingen} "
    "(depmap check {file})",
    "  Input: {errors:error|errors}, {warnings:warning|warnings}, {notes:note|notes} (depmap check {file})",
)


def summary(analysis: Analysis, language: Language) -> str:
    """The summary of every system, one block each."""
    return "\n\n".join("\n".join(line[language] for line in _lines(analysis, system)) for system in analysis.systems)


def _lines(analysis: Analysis, system: SystemAnalysis) -> Iterable[Text]:
    counts = system.counts
    yield _SIZE.format(
        system=system.bom.system,
        lines=counts.lines,
        components=counts.components,
        assemblies=counts.assemblies,
        makers=counts.suppliers,
        countries=counts.countries,
    )
    if system.bom.questions:
        yield _asked(system)
    yield _UNKNOWN.format(origin=counts.unknown_origin_lines, maker=counts.unknown_manufacturer_lines)
    for layer in LAYERS:
        if any(verdict.layer is layer for verdict in system.groups):
            yield _verdicts(analysis, system, layer)
    if system.content:
        yield content.line(system)
    for layer in LAYERS:
        if any(point.layer is layer for point in system.single_points):
            yield (_points if layer is not Layer.MATERIAL else _material_points)(system.single_points, layer)
    yield _worst(system)
    grades = Counter(finding.grade for finding in system.findings if not finding.accepted)
    counted = _joined(
        Text("  Bevindingen: ", "  Findings: "),
        [
            Text(f"{grades[grade]} {grade.text.nl}", f"{grades[grade]} {grade.text.en}")
            for grade in reversed(Grade)
            if grades[grade]
        ],
    )
    yield _to_state(counted, asked_of_system(system.findings))
    severities = Counter(issue.severity for issue in system.bom.issues)
    yield _INPUT.format(
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        notes=severities[Severity.NOTE],
        file=system.bom.file,
    )


def _asked(system: SystemAnalysis) -> Text:
    """What rests on answers that nobody has given."""
    count, lines = system.bom.questions, system.bom.lines_in_question
    return Text(
        nl=f"  Open vragen: {count} (wat erop rust: onbekend of aangenomen); regels mogelijk nodig: {lines}",
        en=f"  Open questions: {count} (what rests on them: unknown or assumed); lines possibly needed: {lines}",
    )


def _to_state(line: Text, asked: Iterable[Asked]) -> Text:
    """The line, and behind it what the policy would have to state of the system, by its keys."""
    keys = ", ".join(each.key for each in asked)
    if not keys:
        return line
    return Text(
        nl=f"{line.nl}; niet opgegeven van het systeem (tabel [system] van het beleid): {keys}",
        en=f"{line.en}; not stated of the system (table [system] of the policy): {keys}",
    )


def _verdicts(analysis: Analysis, system: SystemAnalysis, layer: Layer) -> Text:
    """``yes: NATO; no: Netherlands (47), ...``: behind a no or an open verdict how many components decide it."""
    parts = []
    for verdict in Verdict:
        groups = [each for each in system.groups if each.layer is layer and each.verdict is verdict]
        if groups:
            named = [
                (analysis.groups[each.group], f" ({len(each.deciding)})" if each.deciding else "") for each in groups
            ]
            parts.append(
                Text(
                    nl=f"{verdict.text.nl}: {', '.join(name.nl + count for name, count in named)}",
                    en=f"{verdict.text.en}: {', '.join(name.en + count for name, count in named)}",
                )
            )
    return Text(
        nl=f"  Te bouwen uit ({layer.text.nl}): {'; '.join(part.nl for part in parts)}",
        en=f"  Buildable from ({layer.text.en}): {'; '.join(part.en for part in parts)}",
    )


def _points(points: Iterable[SinglePoint], layer: Layer) -> Text:
    here = [point for point in points if point.layer is layer]
    sure = sorted((point for point in here if point.certain), key=lambda point: (-len(point.components), point.node))
    open_points = len(here) - len(sure)
    return Text(
        nl=f"  Knelpunten ({layer.text.nl}): {len(sure)} zeker, {open_points} mogelijk{_names(sure, 'nl')}",
        en=f"  Single points ({layer.text.en}): {len(sure)} certain, {open_points} possible{_names(sure, 'en')}",
    )


def _material_points(points: Iterable[SinglePoint], layer: Layer) -> Text:
    """Countries and materials; a stage stops what its material stops, and would only be said twice."""
    here = [point for point in points if point.layer is layer and not point.node.startswith(f"{Kind.STAGE}:")]
    sure = sorted((point for point in here if point.certain), key=lambda point: (-len(point.components), point.node))
    countries = sum(point.node.startswith(f"{Kind.COUNTRY}:") for point in sure)
    return _MATERIALS.format(
        layer=layer.text,
        countries=countries,
        materials=len(sure) - countries,
        possible=len(here) - len(sure),
        names=Text(_names(sure, "nl"), _names(sure, "en")),
    )


_MATERIALS = Text(
    "  Knelpunten ({layer}, afgeleid uit componentklassen en opgaven): {countries:land|landen} en "
    "{materials:grondstof|grondstoffen} zeker, {possible} mogelijk{names}",
    "  Single points ({layer}, inferred from component classes and statements): {countries:country|countries} and "
    "{materials:material|materials} certain, {possible} possible{names}",
)


def _names(points: list[SinglePoint], language: Language) -> str:
    if not points:
        return ""
    named = [f"{node_name(point.node, language)} ({len(point.components)})" for point in points[:NAMED]]
    return f": {', '.join(named)}{', ...' if len(points) > NAMED else ''}"


def _worst(system: SystemAnalysis) -> Text:
    """The head of the list of critical components, as the workbook and the page have it."""
    first = [row.component for row in component_list(system).listed[:NAMED]]
    listed = "; ".join(map(_called, first)) or "-"
    return Text(nl=f"  Eerst bekijken: {listed}", en=f"  Look first at: {listed}")


def _called(component: Component) -> str:
    """Its description and id: two components may have the same description."""
    words = component.description.partition("\n")[0]
    return f"{words} ({component.id})" if words and words not in component.id else component.id


def _joined(start: Text, parts: list[Text]) -> Text:
    none = Text("geen", "none")
    return Text(
        nl=start.nl + (", ".join(part.nl for part in parts) or none.nl),
        en=start.en + (", ".join(part.en for part in parts) or none.en),
    )


def node_name(node: str, language: Language) -> str:
    """A node as people say it: countries and materials by their name in their language, all else without its kind."""
    kind, _, name = node.partition(":")
    if is_of_materials(node):
        return of_materials(node)[language]
    return country_name(name, language) if kind == Kind.COUNTRY else name

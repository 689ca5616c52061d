"""The tables that the workbook and the page share: plain headings and values, in the language of the run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from depmap.core.judgement import Analysis, Finding, SystemAnalysis
from depmap.core.text import Language, Text
from reports.columns.listing import COLUMNS, Value
from reports.words import content, names, summary
from reports.words.format import date, visible
from reports.words.questions import headline, questions
from reports.words.statements import graded


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a table."""

    title: str
    """Its heading."""

    width: int = 20
    """In characters, for the workbook."""

    kind: Literal["text", "number", "share", "money", "entry"] = "text"
    """How its cells are shown."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table for people."""

    key: str
    """Stable English name, for anchors and table names."""

    title: str
    """What it is."""

    headings: tuple[Heading, ...]
    """Its columns."""

    rows: tuple[tuple[Value, ...], ...]
    """Its cells; None is an empty cell."""


SYSTEM = Text("Systeem", "System")
RULE = Text("Regel", "Rule")
GRADE = Text("Graad", "Grade")
LAYER = Text("Laag", "Layer")
CELLS = Text("Cellen", "Cells")


REDACTED = Text(
    "Vervangen door codes: S bedrijf, C component, A samenstelling, P artikelnummer, U systeem, F bestand, T werkblad, "
    "E bewijsstuk, M andere fabrikant, X overig. Bedragen zijn geschaald; onderlinge verhoudingen kloppen.",
    "Replaced by codes: S company, C component, A assembly, P part number, U system, F file, T sheet, E document, "
    "M other maker, X anything else. Amounts are scaled; their proportions are right.",
)
"""What codes stand for when names are hidden."""


def findings(analysis: Analysis) -> Table:
    """Every finding of every system, the accepted ones too."""
    language = analysis.run.language
    titles = {rule.id: rule.title for rule in analysis.rules}
    heads = (
        (SYSTEM, 20),
        (GRADE, 15),
        (RULE, 9),
        (Text("Naam van de regel", "Name of the rule"), 24),
        (Text("Onderwerp", "Subject"), 34),
        (LAYER, 12),
        (Text("Bevinding", "Finding"), 60),
        (Text("Bewijs", "Evidence"), 12),
        (CELLS, 24),
        (Text("Geaccepteerd", "Accepted"), 34),
        (Text("Kenmerk", "Fingerprint"), 19),
    )

    def row(system: SystemAnalysis, finding: Finding) -> tuple[Value, ...]:
        return (
            visible(finding.system),
            graded(finding.grade, language),
            finding.rule,
            titles[finding.rule][language] if finding.rule in titles else None,
            names.node(system.graph, finding.subject, language),
            finding.layer.text[language],
            visible(finding.message[language]),
            finding.tier.text[language],
            summary.cells(finding.cells, language),
            visible(finding.accepted) or None,
            finding.fingerprint,
        )

    rows = (row(system, finding) for system in analysis.systems for finding in system.findings)
    return table("findings", Text("Bevindingen", "Findings"), heads, rows, language)


def issues(analysis: Analysis) -> Table:
    """What was wrong or doubtful in the policy and in the workbooks."""
    language = analysis.run.language
    heads = (
        (SYSTEM, 20),
        (Text("Ernst", "Severity"), 16),
        (Text("Code", "Code"), 9),
        (Text("Cel", "Cell"), 20),
        (Text("Probleem", "Problem"), 60),
        (Text("Wat te doen", "What to do"), 50),
    )
    rows = (
        (
            visible(name),
            issue.severity.text[language],
            issue.code,
            visible(str(issue.cell)) if issue.cell else None,
            visible(issue.message[language]),
            visible(issue.hint[language]) if issue.hint else None,
        )
        for name, issues in summary.issues(analysis)
        for issue in issues
    )
    return table("issues", Text("Invoerproblemen", "Input problems"), heads, rows, language)


def figures(analysis: Analysis) -> Table:
    """The figures and the verdicts of every system."""
    language = analysis.run.language
    heads = (
        (SYSTEM, 24),
        (Text("Onderwerp", "Subject"), 52),
        (Text("Uitkomst", "Outcome"), 22),
        (Text("Toelichting", "Remark"), 70),
    )
    rows: list[tuple[Value, ...]] = []
    for system in analysis.systems:
        name = visible(system.bom.system)
        rows.extend(
            (name, title[language], round(value, 2) if isinstance(value, float) else value, note[language] or None)
            for title, value, note in summary.figures(system)
        )
        for verdict in system.groups:
            title = summary.buildable(analysis, verdict.group, verdict.layer)
            notes = [summary.deciding(verdict, language)]
            if verdict.questions:
                notes += [headline(verdict)[language], *questions(system.graph, verdict, language)]
            note = "\n".join(each for each in notes if each)
            rows.append((name, title[language], summary.marked(verdict.verdict, language), note or None))
        rows.extend((name, *row) for row in content.figures(system, language))
    return table("summary", Text("Samenvatting", "Summary"), heads, rows, language)


def explanation(analysis: Analysis) -> Table:
    """What the rules look for and what the columns of the list say."""
    language = analysis.run.language
    heads = (
        (Text("Soort", "Kind"), 12),
        (Text("Naam", "Name"), 30),
        (Text("Betekenis", "Meaning"), 60),
        (Text("Waarom", "Why"), 50),
        (Text("Wat te doen", "What to do"), 50),
        (Text("Bron", "Reference"), 40),
    )
    rule, column = RULE[language], Text("Kolom", "Column")[language]
    rows: list[tuple[Value, ...]] = [
        (
            rule,
            f"{each.id} {each.title[language]}",
            *(text[language] for text in (each.what, each.why, each.action, each.reference)),
        )
        for each in analysis.rules
    ]
    rows.extend((column, each.title[language], each.meaning[language], None, None, None) for each in COLUMNS)
    return table("explanation", Text("Uitleg", "Explanation"), heads, rows, language)


def provenance(analysis: Analysis) -> Table:
    """How the analysis was made: enough to repeat it."""
    language = analysis.run.language
    run = analysis.run
    heads = ((Text("Onderwerp", "Subject"), 34), (Text("Waarde", "Value"), 80))
    listed = Text("Referentielijst: {title}", "Reference list: {title}")
    rows: list[tuple[Value, ...]] = [
        (Text("Versie van depmap", "Version of depmap")[language], run.version),
        (Text("Datum van de analyse", "Date of the analysis")[language], date(run.date, language)),
        (Text("Beleid", "Policy")[language], visible(run.policy)),
        (Text("Beleid, SHA-256", "Policy, SHA-256")[language], run.policy_sha256),
    ]
    if run.redacted:
        rows.append((Text("Namen", "Names")[language], REDACTED[language]))
    changed = Text("Beleid wijkt af: {key}", "Policy differs: {key}")
    rows.extend(
        (changed.format(key=visible(key))[language], visible(_stated(value))) for key, value in run.policy_changes
    )
    for system in analysis.systems:
        rows.append((Text("Stuklijst", "Bill of materials")[language], visible(system.bom.file)))
        rows.append((Text("Stuklijst, SHA-256", "Bill of materials, SHA-256")[language], system.bom.sha256))
    state = Text("stand {date}, {rows} rijen", "as of {date}, {rows} rows")
    undated = Text("{rows} rijen", "{rows} rows")
    rows.extend(
        (
            listed.format(title=each.title)[language],
            (
                state.format(date=date(each.published, language), rows=each.rows)
                if each.published
                else undated.format(rows=each.rows)
            )[language],
        )
        for each in run.lists
    )
    return table("provenance", Text("Verantwoording", "How this was made"), heads, rows, language)


def _stated(value: object) -> str:
    """A value of the policy in words; lists by their items."""
    return ", ".join(str(each) for each in value) if isinstance(value, (list, tuple)) else str(value)


def table(
    key: str,
    title: Text,
    heads: Iterable[tuple[object, ...]],
    rows: Iterable[tuple[Value, ...]],
    language: Language,
) -> Table:
    """A table from its headings (text, width, kind) and its rows."""
    headings = tuple(
        Heading(text[language] if isinstance(text, Text) else str(text), *rest)  # type: ignore[arg-type]
        for text, *rest in heads
    )
    return Table(key, title[language], headings, tuple(rows))

"""The sheet that says how much hangs on each node, and what its columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from depmap.core.importance import Importance, Measure
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.programs.importance import FOR_COMPARISON, place, sentence
from reports.programs.network import Stopped, components_by_node, standing_still
from reports.tables import shared as tables
from reports.tables.shared import CELLS, LAYER, SYSTEM, Heading, Table
from reports.words import names, summary
from reports.words.format import visible

TITLE = Text("Belang per knoop", "Importance")
COLUMN = Text("Kolom van", "Column of")


@dataclass(frozen=True, slots=True)
class Row:
    """One node of one system, as its columns see it."""

    system: SystemAnalysis
    """The system."""

    each: Importance
    """What hangs on the node."""

    stopped: Stopped
    """How much stands still with it."""

    language: Language
    """Of the run."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    title: Text
    """Its heading."""

    width: int
    """In characters."""

    value: Callable[[Row], Value]
    """What stands in it."""

    meaning: Text
    """What it says, in one sentence."""

    kind: Literal["text", "number", "share", "money"] = "number"
    """How its cells are shown."""


def importance(analysis: Analysis) -> Table:
    """What hangs on every node of every system, the most first."""
    language = analysis.run.language
    heads = tuple(Heading(each.title[language], each.width, each.kind) for each in COLUMNS)
    rows = tuple(tuple(column.value(row) for column in COLUMNS) for row in _rows(analysis))
    return Table("importance", TITLE[language], heads, rows)


def explanation(analysis: Analysis) -> Table:
    """What the rules look for and what the columns say: those of the list, and those of this sheet."""
    language = analysis.run.language
    what = f"{COLUMN[language]} {TITLE[language]}"
    table = tables.explanation(analysis)
    here = ((what, each.title[language], each.meaning[language], None, None, None) for each in COLUMNS)
    return replace(table, rows=(*table.rows, *here))


def _rows(analysis: Analysis) -> Iterable[Row]:
    for system in analysis.systems:
        parts = components_by_node(system)
        for each in system.importance:
            yield Row(system, each, standing_still(each.point, parts), analysis.run.language)


def _pairs(counts: tuple[Value, ...]) -> Value:
    """Of order 2; None where no pairs were sought."""
    return counts[1] if len(counts) > 1 else None


def _value(measure: Measure) -> Callable[[Row], Value]:
    return lambda row: row.each.ranks[measure].value if measure in row.each.ranks else None


def _place(measure: Measure) -> Callable[[Row], Value]:
    return lambda row: place(row.each.ranks[measure])[row.language] if measure in row.each.ranks else None


def _compared(measure: Measure) -> tuple[Column, Column]:
    """A measure and the rank by it."""
    return (
        Column(
            Text(f"Ter vergelijking: {measure.text.nl}", f"For comparison: {measure.text.en}"),
            18,
            _value(measure),
            FOR_COMPARISON,
        ),
        Column(
            Text(f"Plaats op {measure.text.nl}", f"Rank by {measure.text.en}"),
            14,
            _place(measure),
            Text(
                "Onder de knopen van de laag; gelijke waarden delen hun plaatsen.", "In the layer; equals share ranks."
            ),
            "text",
        ),
    )


COLUMNS: tuple[Column, ...] = (
    Column(SYSTEM, 20, lambda row: visible(row.system.bom.system), Text("Wat stilvalt.", "What stops."), "text"),
    Column(
        Text("Knoop", "Node"),
        34,
        lambda row: names.node(row.system.graph, row.each.node, row.language),
        Text("Wat kan wegvallen.", "What can be lost."),
        "text",
    ),
    Column(
        Text("Soort", "Kind"),
        18,
        lambda row: row.system.graph.nodes[row.each.node].kind.text[row.language],
        Text("Wat voor knoop het is.", "What sort of node it is."),
        "text",
    ),
    Column(
        LAYER,
        14,
        lambda row: row.each.layer.text[row.language],
        Text("De laag van afhankelijkheid.", "The layer of dependence."),
        "text",
    ),
    Column(
        Text("Legt alleen stil", "Stops it alone"),
        20,
        lambda row: row.each.stops.text[row.language],
        Text(
            "Of het systeem stilvalt als alleen deze knoop wegvalt; ja en nee gelden wat er ook onbekend is.",
            "Whether the system stops when only this node is lost; yes and no hold whatever is unknown.",
        ),
        "text",
    ),
    Column(
        Text("Componenten", "Components"),
        14,
        lambda row: len(row.each.point.components) if row.each.point else 0,
        Text("Hoeveel componenten dan stilvallen.", "How many components then stop."),
    ),
    Column(
        Text("Samenstellingen", "Assemblies"),
        16,
        lambda row: len(row.each.point.assemblies) if row.each.point else 0,
        Text("Hoeveel samenstellingen dan stilvallen.", "How many assemblies then stop."),
    ),
    Column(
        Text("Regels", "Lines"),
        10,
        lambda row: row.stopped.lines,
        Text("De regels van die componenten.", "The lines of those components."),
    ),
    Column(
        Text("Waarde, minstens", "Value, at least"),
        16,
        lambda row: float(row.stopped.low),
        Text("De kosten van die componenten, voor zover bekend.", "The cost of those components, as far as known."),
        "money",
    ),
    Column(
        Text("Stilstand, minstens", "Standstill, at least"),
        16,
        lambda row: row.each.weeks.low,
        Text("Weken dat het systeem dan stilstaat.", "Weeks that the system then stands still."),
    ),
    Column(
        Text("Stilstand, hoogstens", "Standstill, at most"),
        16,
        lambda row: row.each.weeks.high,
        Text("Hetzelfde; leeg als er geen grens bekend is.", "The same; empty when no bound is known."),
    ),
    Column(
        Text("Paren", "Pairs"),
        10,
        lambda row: _pairs(row.each.certain.counts),
        Text(
            "In hoeveel uitvalcombinaties van twee knopen deze zit, wat er ook onbekend is.",
            "In how many cut sets of two nodes it is, whatever is unknown.",
        ),
    ),
    Column(
        Text("Deel van de paren", "Share of the pairs"),
        12,
        lambda row: _pairs(row.each.certain.shares),
        Text("Welk deel van al die paren dat is.", "Which part of all those pairs that is."),
        "share",
    ),
    Column(
        Text("Paren volgens lijsten", "Pairs if lists are right"),
        14,
        lambda row: _pairs(row.each.possible.counts),
        Text("Hetzelfde als elke onbekende is wat een lijst aanneemt.", "The same if unknowns are what lists assume."),
    ),
    *(column for measure in Measure for column in _compared(measure)),
    Column(
        Text("Waar een maatstaf misleidt", "Where a measure misleads"),
        70,
        lambda row: "\n".join(sentence(row.each, mark)[row.language] for mark in row.each.disagreements) or None,
        Text(
            "Een zeker knelpunt waar minstens de helft van de knopen die er geen zijn even hoog staat of hoger; of een "
            "knoop die geen knelpunt is en hoger staat dan minstens de helft van de zekere knelpunten.",
            "A certain single point where at least half of the nodes that are none rank as high or higher; or a node "
            "that is no single point and ranks above at least half of the certain single points.",
        ),
        "text",
    ),
    Column(
        CELLS,
        24,
        lambda row: summary.cells(row.each.point.cells, row.language) if row.each.point else None,
        Text("De cellen waarop de keten rust.", "The cells on which the chain rests."),
        "text",
    ),
)
"""The columns, in their order."""

"""What the script of the page draws and tells: positions, lines, and the facts of every node as plain text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from depmap.core.answers import Missing
from depmap.core.evidence import Fact
from depmap.core.graph import Kind, node_id
from depmap.core.model import Supplier
from depmap.core.shares import Basis
from depmap.core.text import Language, Text
from reports.page.network import picture
from reports.page.systems import System
from reports.page.words import WORDS
from reports.words import names, summary
from reports.words import statements as say
from reports.words.format import number, share, visible
from reports.words.rows import ComponentRow
from reports.words.weeks import duration

Facts = list[tuple[str, list[str]]]
"""Title and lines, for the panel beside the picture."""

MARKS = (
    ("supplier", "M12 4 20 12 12 20 4 12z"),
    ("parent", "M5 5h14v14H5z"),
    ("material", "M7.500 4.500h9L21 12l-4.500 7.500h-9L3 12z"),
    ("stage", "M12 20 3 5h18z"),
    ("country", "M12 4 21 19H3z"),
    ("unknown", "m12 3 2.6 6 6.4.6-4.9 4.2 1.5 6.3L12 16.700l-5.600 3.400 1.500-6.300L3 9.600 9.400 9z"),
)
"""Kinds that the legend shows and hides, each with its mark in a square of 24."""

FACTS = 2_000
"""Components of which the page tells all facts, in the order of the list; of the others it tells name and grade."""


def map_data(system: System) -> dict[str, object]:
    """What the page says of the network of one system, ready for JSON: the facts of all that it can name."""
    graph = system.system.graph
    pictures = picture.pictures(system.system)
    rows = [row.node for row in (*system.parts.listed, *system.parts.others)]
    shown = {*rows[:FACTS], *pictures[0].alone, *(node.id for node in graph.of_kind(Kind.SYSTEM, Kind.ASSEMBLY))}
    shown.update(name for each in pictures for name in each.parties)
    return {
        "anchor": system.anchor,
        "info": _info(system, shown),
        "marks": MARKS,
        "layers": [layer.value for layer in picture.VIEWS],
        "titles": [WORDS[f"by_{layer.value}"][system.language] for layer in picture.VIEWS],
        "hidden": len(rows) - len(pictures[0].alone),
        "size": (len(pictures[0].alone) + len(pictures[0].parties), len(pictures[0].lines)),
        "countries": _countries(system, {name for each in pictures[:2] for name in each.parties}),
    }


def _countries(system: System, drawn: Iterable[str]) -> list[tuple[str, str]]:
    found = [(system.label(name), name) for name in drawn if name.startswith(f"{Kind.COUNTRY}:")]
    return [(names.key(name), label) for label, name in sorted(found)]


def _info(system: System, drawn: set[str]) -> dict[str, dict[str, object]]:
    """Label, kind, grade and facts of every drawn node."""
    rows = {row.node: row for row in (*system.parts.listed, *system.parts.others)}
    chains: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    takes: dict[str, list[str]] = defaultdict(list)
    for point in system.system.single_points:
        chains[point.node][point.layer.value] = tuple(
            names.key(name) for name in summary.chain(system.system.graph, point.witness)
        )
        count = len(point.components)
        words = WORDS["takes_one"] if count == 1 else WORDS["takes"].format(count=number(count, system.language))
        told = Text("{layer}: {certainty}, {takes}", "{layer}: {certainty}, {takes}").format(
            layer=point.layer.text, certainty=summary.certainty(point.certain), takes=words
        )
        takes[point.node].append(told[system.language])
    shares = _shares(system)
    suppliers = {node_id(Kind.SUPPLIER, each.name): each for each in system.system.bom.suppliers}
    info: dict[str, dict[str, object]] = {}
    for name in sorted(drawn):
        row = rows.get(name)
        kind = Kind(name.partition(":")[0])
        facts: Facts = []
        if row is not None:
            facts = _component(row, system.language)
        elif name in suppliers:
            facts = _facts(
                tuple(
                    zip(
                        ("seat", "parent", "ownership"),
                        (suppliers[name].seat, suppliers[name].parent, suppliers[name].ownership),
                        strict=True,
                    )
                ),
                system.language,
            )
            facts.append((_REMARKS[system.language], _remarks(suppliers[name], system.language)))
        if takes[name]:
            facts.append((WORDS["points_title"][system.language], takes[name]))
        facts.extend(shares.get(name, []))
        info[names.key(name)] = {
            "label": system.label(name) if row is None else visible(row.component.description or row.component.id),
            "kind": kind.value,
            "word": kind.text[system.language],
            "grade": int(row.grade) if row else 0,
            "sub": visible(row.component.id) if row else "",
            "mark": say.graded(row.grade, system.language) if row else "",
            "countries": [names.key(each) for each in row.made_in] if row else [],
            "chains": chains.get(name, {}),
            "facts": [(title, lines) for title, lines in facts if lines],
        }
    return info


_RECOVERY = Text("hersteltijd", "recovery")
_COVER = Text("dekking", "cover")
_REMARKS = Text("Opmerkingen", "Remarks")
_RESEMBLES = Text(
    "Lijkt op {names}; vraag na of dit hetzelfde bedrijf is.", "Resembles {names}; ask whether it is the same."
)


def _remarks(supplier: Supplier, language: Language) -> list[str]:
    """What lists say beside, and which listed names an unlisted one resembles."""
    remarks = [*supplier.remarks, supplier.note[language]]
    if supplier.possible:
        remarks.append(_RESEMBLES.format(names=", ".join(supplier.possible))[language])
    return [visible(each) for each in remarks if each]


def _component(row: ComponentRow, language: Language) -> Facts:
    component = row.component
    facts: Facts = [
        (WORDS["reasons"][language], list(say.reasons(row, language))),
        (WORDS["standstill"][language], _standstill(row, language)),
    ]
    for index, each in enumerate(row.sources, 1):
        title = Text("Bron", "Source")[language] + (f" {index}" if len(row.sources) > 1 else "")
        lines = [
            f"{say.FIELDS[key][language]}: {say.evidenced(fact, language, key not in ('manufacturer', 'parent'))}"
            for key, fact in each.fields
        ]
        if each.source.part_number:
            lines.insert(1, visible(each.source.part_number))
        facts.append((title, lines))
    if component.quantity is not None:
        facts.append((Text("Aantal", "Quantity")[language], [number(component.quantity, language)]))
    facts.append((WORDS["cells"][language], [visible(str(cell)) for cell in row.cells]))
    return facts


def _standstill(row: ComponentRow, language: Language) -> list[str]:
    """How long it is missing once all its sources are lost, what that rests on, and what leaves it open."""
    lines = [names.standstill_text(row.component.component_class)[language]]
    if row.outage is not None:
        reasons = [each for each in row.outage.missing if each is not Missing.RATE]
        lines.insert(0, duration(row.outage.standstill, reasons)[language])
        for title, weeks in ((_RECOVERY, row.outage.recovery), (_COVER, row.outage.cover)):
            lines.append(f"{title[language]}: {duration(weeks)[language]}")
    return lines


def _facts(pairs: tuple[tuple[str, Fact], ...], language: Language) -> Facts:
    return [
        (
            say.FIELDS[key][language].capitalize(),
            [say.evidenced(fact, language, key != "parent")],
        )
        for key, fact in pairs
    ]


def _shares(system: System) -> dict[str, Facts]:
    found: dict[str, Facts] = defaultdict(list)
    titles = {Basis.LINES: WORDS["by_lines"], Basis.VALUE: WORDS["by_value"]}
    for each in system.system.concentration:
        if each.high is not None:
            found[each.node].append(
                (titles[each.basis][system.language], [share(each.low, each.high, system.language)])
            )
    return found

"""The materials in words: the rows of the page and the sheet of the workbook."""

from __future__ import annotations

from typing import Literal

from depmap.core.graph import Kind, Layer
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.material_lists import material_world
from depmap.core.material_words import STAGES
from depmap.core.text import Language, Text, same
from reports.columns.listing import Value
from reports.programs.materials import MaterialRow, StageRow, material_rows
from reports.tables.shared import CELLS, SYSTEM, Heading, Table
from reports.words import names, summary
from reports.words.format import against, percent, visible
from reports.words.weeks import duration

NAMED = 200
"""Names in a list within a cell."""

TITLE = Text("Grondstoffen", "Materials")

WORDS = {
    "title": TITLE,
    "intro": Text(
        "Wat er in een component zit, is afgeleid uit zijn componentklasse of staat in een opgave; geen lijst is "
        "volledig. Daarom luidt het antwoord in deze laag nooit ‘ja’. Een stap valt weg als meer dan {tolerates} van "
        "het wereldaanbod wegvalt: een aanname uit het beleid. Waar één land daarvoor genoeg is, staat dat erbij.",
        "What a component holds is inferred from its component class or stated by somebody; no list is complete. So "
        "the answer in this layer is never “yes”. A stage is lost when more than {tolerates} of the world's supply is "
        "lost: an assumption of the policy. Where one country is enough for that, it says so.",
    ),
    "caption": Text(
        "Grondstoffen die het systeem zeker stilleggen: {count}", "Materials that certainly stop the system: {count}"
    ),
    "material": Text("Grondstof", "Material"),
    "stages": Text("Stap: grootste land", "Stage: largest country"),
    "stops": Text("Valt stil", "Stops"),
    "weeks": Text("Stilstand", "Standstill"),
    "evidence": Text("Bewijs", "Evidence"),
    "alone": Text("genoeg", "enough"),
    "control": Text("exportcontrole: {countries}", "export control: {countries}"),
    "no_stage": Text("geen aandelen bekend", "no shares known"),
    "none_certain": Text(
        "Van geen enkele grondstof staat vast dat het systeem zonder haar stilvalt.",
        "Of no material it is certain that the system stops without it.",
    ),
    "possible": Text("Grondstoffen die er mogelijk in zitten: {count}", "Materials that may be in it: {count}"),
    "components": Text("componenten", "components"),
    "component": Text("component", "component"),
}
"""The words of the section."""


def section(system: SystemAnalysis, language: Language) -> dict[str, object]:
    """Everything that the section of the page says, in words."""
    rows = material_rows(system)
    certain = [row for row in rows if row.certain]
    tolerates = next((stage.tolerates for row in rows for stage in row.stages), None)
    words = {key: text[language] for key, text in WORDS.items()}
    words["intro"] = words["intro"].format(tolerates=percent(tolerates) if tolerates is not None else "–")
    return {
        "words": words,
        "rows": [_row(system, row, language) for row in certain],
        "possible": [
            (names.of_materials(row.node)[language], "; ".join(_stage(stage, language) for stage in row.stages))
            for row in rows
            if not row.certain
        ],
    }


def _row(system: SystemAnalysis, row: MaterialRow, language: Language) -> dict[str, object]:
    return {
        "node": names.key(row.node),
        "name": names.of_materials(row.node)[language],
        "controls": _controls(row, language),
        "stages": [{"text": _stage(stage, language), "alone": stage.stops_alone} for stage in row.stages],
        "count": len(row.stopped),
        "stops": [names.node(system.graph, name, language) for name in row.stopped[:NAMED]],
        "weeks": duration(row.weeks)[language] if row.weeks is not None else "–",
        "place": -(row.weeks.high if row.weeks.high is not None else 1e9) if row.weeks is not None else 0.0,
        "tiers": [(tier.value, tier.text[language]) for tier in row.tiers],
        "references": ", ".join(visible(each) for each in row.references),
    }


def _stage(stage: StageRow, language: Language) -> str:
    """``verwerking: China 85%``."""
    step = stage.node.rpartition("/")[2]
    word = STAGES.get(step, same(step))[language]
    if not stage.shares:
        return f"{word}: {WORDS['no_stage'][language]}"
    code, share = stage.shares[0]
    return f"{word}: {names.country(code, language)} {against(share, stage.tolerates, language)}"


def _controls(row: MaterialRow, language: Language) -> str:
    """The countries that control its export, in words; empty when no list knows one."""
    name = row.node.partition(":")[2]
    found = [code for code, materials in material_world().export_control.items() if name in materials]
    listed = ", ".join(names.country(code, language) for code in found)
    return WORDS["control"].format(countries=listed)[language] if found else ""


def table(analysis: Analysis) -> Table:
    """A row per material and stage, for the workbook."""
    language = analysis.run.language
    rows = [
        values
        for system in analysis.systems
        for row in material_rows(system)
        for values in _values(system, row, language)
    ]
    return Table("materials", TITLE[language], tuple(_heading(*each, language) for each in _HEADINGS), tuple(rows))


_HEADINGS: tuple[tuple[Text, int, Literal["text", "number", "share"]], ...] = (
    (SYSTEM, 20, "text"),
    (WORDS["material"], 20, "text"),
    (Text("Zekerheid", "Certainty"), 26, "text"),
    (Text("Stap", "Stage"), 14, "text"),
    (Text("Grootste land", "Largest country"), 22, "text"),
    (Text("Aandeel in het wereldaanbod", "Share of the world's supply"), 16, "share"),
    (Text("Genoeg om de stap te verliezen", "Enough to lose the stage"), 16, "text"),
    (Text("Andere landen", "Other countries"), 44, "text"),
    (Text("Onder geen land gepubliceerd", "Published under no country"), 16, "share"),
    (Text("Exportcontrole", "Export control"), 18, "text"),
    (Text("Componenten die stilvallen", "Components that stop"), 14, "number"),
    (Text("Welke", "Which"), 60, "text"),
    (Text("Zit er mogelijk in", "May hold it"), 44, "text"),
    (Text("Stilstand", "Standstill"), 24, "text"),
    (Text("Bewijs dat het erin zit", "Evidence that they hold it"), 30, "text"),
    (Text("Bron van de aandelen", "Source of the shares"), 40, "text"),
    (CELLS, 24, "text"),
)


def _heading(title: Text, width: int, kind: Literal["text", "number", "share"], language: Language) -> Heading:
    return Heading(title[language], width, kind)


def _values(system: SystemAnalysis, row: MaterialRow, language: Language) -> list[tuple[Value, ...]]:
    def called(found: tuple[str, ...]) -> str | None:
        return "; ".join(names.node(system.graph, name, language) for name in found) or None

    certainty = summary.certainty(row.certain)[language] if row.point else _NOTHING[language]
    evidence = [*(tier.text[language] for tier in row.tiers), *map(visible, row.references)]
    shared = (
        _controls(row, language).partition(": ")[2] or None,
        len(row.stopped),
        called(row.stopped),
        called(row.possibly),
        duration(row.weeks)[language] if row.weeks is not None else None,
        ", ".join(evidence),
    )
    cells = summary.cells(row.point.cells, language) if row.point else None
    head = (visible(system.bom.system), names.of_materials(row.node)[language], certainty)
    nothing = (WORDS["no_stage"][language], None, None, None, None, None)
    if not row.stages:
        return [(*head, *nothing, *shared, None, cells)]
    return [(*head, *_shares(stage, language), *shared, visible(stage.reference), cells) for stage in row.stages]


def _shares(stage: StageRow, language: Language) -> tuple[Value, ...]:
    step = stage.node.rpartition("/")[2]
    word = STAGES.get(step, same(step))[language]
    if not stage.shares:
        return (word, None, None, None, None, stage.rest)
    (code, share), *others = stage.shares
    more = ", ".join(f"{names.country(name, language)} {percent(part)}" for name, part in others[:6])
    enough = _ENOUGH[stage.stops_alone][language]
    return (word, names.country(code, language), share, enough, more or None, stage.rest or None)


_ENOUGH = {True: Text("ja", "yes"), False: Text("nee", "no")}
_NOTHING = Text("nee: er is een alternatief", "no: there is an alternative")

KINDS_APART = frozenset({Kind.MATERIAL, Kind.STAGE})
"""What the section tells, so that the table of single points need not."""


def told_apart(layer: Layer, kind: Kind) -> bool:
    """Whether a single point is told in the section of materials and not among the others."""
    return layer is Layer.MATERIAL and kind in KINDS_APART

"""The sheets of ``raw-materials.xlsx``: what matters first, every share, every system, and what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depmap.core.countries import group_members
from depmap.core.graph import Kind, node_id
from depmap.core.material_lists import STAGES, supplies
from depmap.core.material_words import STAGES as STEPS
from depmap.core.text import Language, Text
from reports import names, summary
from reports.columns import Value
from reports.format import number, visible
from reports.raw_materials import words
from reports.raw_materials.columns import OF_MATERIALS, OF_SHARES, Column, called, listed, owner
from reports.raw_materials.hand_off import SCOPES, Demand, HandOff, Row, controls
from reports.raw_materials.short_sheets import OVERVIEW, SYSTEM, Told
from reports.raw_materials.uses import Use, Uses
from reports.tables import Heading, Table

NAMED = 40
"""Names in one cell of the overview; the sheets of the systems have them all."""

MOST = 5_000
"""Rows of a kind on the sheet of a system, the certain ones first; beyond that it says how many are left out."""


def materials(off: HandOff) -> Table:
    """One row per material, with all that is the same for its countries, and what the reader fills in."""
    first = {row.demand.listing.material.id: row for row in reversed(off.rows)}
    rows = (
        tuple(column.value(first[each.listing.material.id], off.language) for column in OF_MATERIALS)
        for each in off.demands
    )
    return Table("materials", words.TITLES["materials"][off.language], _headings(OF_MATERIALS), tuple(rows))


def shares(off: HandOff, columns: Sequence[Column] = OF_SHARES) -> Table:
    """The long table: one row per material, stage, scope, dataset and country."""
    kept: dict[str, list[Value]] = {}
    changing = [(place, column.value) for place, column in enumerate(columns) if not column.of_material]

    def cells(row: Row) -> tuple[Value, ...]:
        name = row.demand.listing.material.id
        if name not in kept:
            kept[name] = [each.value(row, off.language) if each.of_material else None for each in columns]
        values = kept[name].copy()
        for place, value in changing:
            values[place] = value(row, off.language)
        return tuple(values)

    return Table("shares", words.TITLES["shares"][off.language], _headings(columns), tuple(map(cells, off.rows)))


def overview(off: HandOff) -> Table:
    """Which materials, in how many components and systems, who supplies most; what is unknown on top."""
    rows = [_unknown(off)]
    if not off.demands:
        rows.append({"Grondstof": words.NO_MATERIAL[off.language], "Toelichting": words.NO_MATERIAL_WHY[off.language]})
    rows.extend(_demand(off, each) for each in off.demands)
    return _table("overview", words.TITLES["overview"], OVERVIEW, rows, off.language)


def of_system(off: HandOff, place: int) -> Table:
    """Who holds what in one system, and the components of which that is not known."""
    each = off.systems[place]
    known = {demand.listing.material.id: demand for demand in off.demands}
    kept = [use for use in each.found if use.material in known]
    if len(kept) > MOST:
        kept.sort(key=lambda use: not use.certain)
    rows = [_use(each, use, known, off.language) for use in kept[:MOST]]
    rows.extend(_silent(each, name, off.language) for name in each.silent[:MOST])
    left = max(0, len(kept) - MOST) + max(0, len(each.silent) - MOST)
    if left:
        rows.append({"Component": words.LEFT_OUT.format(count=left)[off.language]})
    title = Text(f"{place + 1} {_plain(each.system.bom.system)}"[:31].strip(), "")
    return _table(f"system{place + 1}", Text(title.nl, title.nl), SYSTEM, rows, off.language)


def largest(material: str, stage: str, scope: str, language: Language) -> str:
    """The largest country outside the EU by each dataset: ``China 93,8% (EC 2023), 98,7% (WMD 2026)``."""
    return third(material, stage, scope, language) or words.NO_SHARES[language]


def third(material: str, stage: str, scope: str, language: Language, above: float = 0.0) -> str:
    """The same where its share is more than so many per cent; empty where none is."""
    union = group_members("EU")
    told: dict[str, list[str]] = {}
    for each in supplies().get((material, stage, scope), ()):
        code = next((code for code in each.shares if code not in union), None)
        if code is not None and each.shares[code] > above:
            told.setdefault(code, []).append(f"{number(each.shares[code], language)}% ({each.dataset})")
    return "; ".join(f"{names.country(code, language)} {', '.join(some)}" for code, some in told.items())


def _unknown(off: HandOff) -> dict[str, Value]:
    """The components of which nobody says what they hold."""
    silent = [each for each in off.systems if each.silent]
    return {
        "Grondstof": words.CONTENT_UNKNOWN[off.language],
        "Systemen": len(silent),
        "Componenten mogelijk": sum(len(each.silent) for each in off.systems),
        "Toelichting": "; ".join(_named(each, off.language) for each in silent) or None,
    }


def _named(each: Uses, language: Language) -> str:
    return f"{visible(each.system.bom.system)}: {called(each, each.silent, language, NAMED)}"


def _demand(off: HandOff, demand: Demand) -> dict[str, Value]:
    language, listing = off.language, demand.listing
    material = listing.material.id
    cells: dict[str, Value] = {
        "Grondstof": listing.material.name[language],
        "Grondstof-id": material,
        "Strategisch": listed(listing.strategic_annex, listing.strategic) or words.yes_no("", language),
        "Kritiek": listed(listing.critical_annex, listing.critical) or words.yes_no("", language),
        "NAVO-lijst": listing.nato or words.yes_no("", language),
        "Systemen": len(demand.found),
        "Componenten zeker": demand.count(certain=True),
        "Componenten mogelijk": demand.count(certain=False),
        "Legt stil": "; ".join(_stopped(demand)) or None,
        "Exportcontrole": controlled(material, off) or words.STATUS["none"][language],
        "Toelichting": visible(listing.note[language]) or None,
    }
    for stage in STAGES:
        for scope in SCOPES:
            cells[f"{STEPS[stage].nl.capitalize()}, {words.SCOPES[scope].nl}"] = largest(
                material, stage, scope, language
            )
    return cells


def controlled(material: str, off: HandOff) -> str:
    """``China: van kracht``: the gravest control of each country."""
    found = controls(material, off.day)
    told = (
        (code, words.STATUS[some[0].status].format(until=some[0].measure.until)[off.language])
        for code, some in found.items()
    )
    return "; ".join(f"{names.country(code, off.language)}: {status}" for code, status in told)


def stops(uses: Uses, material: str) -> bool:
    """Whether the system certainly stops without the material, whatever the unknowns are."""
    node = node_id(Kind.MATERIAL, material)
    return any(point.node == node and point.certain for point in uses.system.single_points)


def _stopped(demand: Demand) -> Iterable[str]:
    material = demand.listing.material.id
    return (visible(each.system.bom.system) for each, _ in demand.found if stops(each, material))


def _use(each: Uses, use: Use, known: Mapping[str, Demand], language: Language) -> dict[str, Value]:
    return {
        **_component(each, use.owner, language),
        "Grondstof": known[use.material].listing.material.name[language],
        "Grondstof-id": use.material,
        "Zekerheid": words.CERTAINTY[use.certain][language],
        "Waarvoor": visible(use.role[language]) or None,
        "Belang": words.IMPORTANCE[use.importance][language] if use.importance else None,
        "Bewijs": use.tier.text[language],
        "Strategische kwaliteit": words.yes_no("yes", language) if use.strategic else None,
        "Bron": ", ".join(map(visible, use.references)) or None,
        "Regels": use.lines,
        "Cellen": summary.cells(use.cells, language),
    }


def _silent(each: Uses, name: str, language: Language) -> dict[str, Value]:
    return {
        **_component(each, name, language),
        "Grondstof": words.CONTENT_UNKNOWN[language],
        "Zekerheid": words.STATUS["unknown"][language],
        "Bewijs": words.STATUS["unknown"][language],
    }


def _component(each: Uses, name: str, language: Language) -> dict[str, Value]:
    """What the bill of materials says of a component; of a whole that is bought, its name."""
    component = each.components.get(name)
    cells: dict[str, Value] = {"Component": owner(name, each.system.graph, language)}
    if component is None:
        return cells
    return {
        **cells,
        "Omschrijving": visible(component.description) or None,
        "Componentklasse": names.class_text(component.component_class)[language],
        "Regels": component.lines,
        "Cellen": summary.cells(component.cells, language),
    }


def _plain(name: str) -> str:
    """The name with nothing in it that a sheet cannot be called."""
    return " ".join("".join(each if each.isalnum() and each < "\U00010000" else " " for each in name).split())


def _headings(columns: Iterable[Column]) -> tuple[Heading, ...]:
    return tuple(Heading(each.title, each.width, each.kind) for each in columns)


def _table(
    key: str, title: Text, told: Sequence[Told], rows: Iterable[Mapping[str, Value]], language: Language
) -> Table:
    headings = tuple(Heading(each.title, each.width, each.kind) for each in told)
    return Table(key, title[language], headings, tuple(tuple(row.get(each.title) for each in told) for row in rows))

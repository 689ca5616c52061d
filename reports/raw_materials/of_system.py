"""The sheet of a system: which component holds what, on whose word, and of which nobody knows what it holds."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.raw_materials import words
from reports.raw_materials.called import owner
from reports.raw_materials.columns.column import BOM, LISTS
from reports.raw_materials.hand_off import Demand, HandOff
from reports.raw_materials.short_sheet import JOINS, Told, short_sheet
from reports.raw_materials.uses import Use, Uses
from reports.tables.shared import Table
from reports.words import names, summary
from reports.words.format import visible

MOST = 5_000
"""Rows of a kind on the sheet of a system, the certain ones first; beyond that it says how many are left out."""

SYSTEM: tuple[Told, ...] = (
    Told("Component", 20, Text("Zoals de stuklijst het aanduidt.", "As the bill of materials identifies it."), BOM),
    Told("Omschrijving", 30, Text("Uit de stuklijst.", "From the bill of materials."), BOM),
    Told("Componentklasse", 20, Text("Afgeleid, of onbekend.", "Inferred, or unknown."), BOM),
    Told(
        "Grondstof",
        22,
        Text("De grondstof, of dat niet bekend is wat erin zit.", "The material, or that the content is unknown."),
        BOM,
    ),
    Told("Grondstof-id", 15, JOINS, LISTS),
    Told("Zekerheid", 11, Text("Zeker, mogelijk of onbekend.", "Certain, possible or unknown."), BOM),
    Told("Waarvoor", 28, Text("De rol, volgens de lijst voor de klasse.", "The role, by the list of classes."), LISTS),
    Told(
        "Belang", 11, Text("Kern, gangbaar of soms, voor de klasse.", "Core, common or optional in the class."), LISTS
    ),
    Told("Bewijs", 12, Text("Op wiens woord zij erin zit.", "On whose word it is in there."), BOM),
    Told(
        "Strategische kwaliteit",
        13,
        Text(
            "Ja: volgens de lijst is dit gebruik van de kwaliteit die bijlage I noemt. Leeg: niet bekend.",
            "Yes: by the list this use is of the grade that Annex I names. Empty: not known.",
        ),
        LISTS,
    ),
    Told("Bron", 22, Text("De lijst of het document erachter.", "The list or document behind it."), BOM),
    Told("Regels", 8, Text("Regels van de stuklijst.", "Lines of the bill of materials."), BOM, "number"),
    Told("Cellen", 22, Text("Waar het staat, of het component.", "Where it stands, or the component."), BOM),
)
"""The columns of the sheet of a system."""


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
    return short_sheet(f"system{place + 1}", Text(title.nl, title.nl), SYSTEM, rows, off.language)


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

"""Who needs it: the systems, and their components by name and number."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.evidence import Tier
from depmap.core.material_lists import IMPORTANCE
from depmap.core.text import Language, Text
from reports.raw_materials import words
from reports.raw_materials.called import called
from reports.raw_materials.columns.column import BOM, Column
from reports.raw_materials.hand_off import Demand
from reports.raw_materials.uses import TIERS
from reports.words.format import visible


def components(demand: Demand, language: Language, *, certain: bool) -> str | None:
    """The components that certainly hold it, or only may; by system where there are several."""
    named = []
    for each, some in demand.found:
        found = called(each, [use.owner for use in some if use.certain is certain], language)
        if found:
            named.append(found if len(demand.found) == 1 else f"{visible(each.system.bom.system)}: {found}")
    return "; ".join(named) or None


def roles(demand: Demand, language: Language) -> str | None:
    """What it is used for, the most certain use first."""
    ordered = sorted(demand.uses, key=lambda use: (not use.certain, IMPORTANCE.index(use.importance or "core")))
    return "; ".join(dict.fromkeys(visible(use.role[language]) for use in ordered if use.role[language])) or None


def importance(demand: Demand, language: Language) -> str | None:
    """The most certain importance that a list gives it in one of the components."""
    found = {use.importance for use in demand.uses if use.importance}
    return words.IMPORTANCE[min(found, key=IMPORTANCE.index)][language] if found else None


def evidence(tiers: Iterable[Tier], language: Language) -> str:
    """The best tier, in words."""
    return min(tiers, key=TIERS.index, default=Tier.UNKNOWN).text[language]


DEMAND: tuple[Column, ...] = (
    Column(
        "Systemen",
        24,
        lambda row, _: "; ".join(visible(each.system.bom.system) for each, _ in row.demand.found),
        Text("De systemen die haar nodig hebben of mogelijk nodig hebben.", "The systems that need it, or may."),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Componenten zeker",
        12,
        lambda row, _: row.demand.count(certain=True),
        Text(
            "Componenten met een bron die haar bevat, volgens een opgave of een gelezen lijst voor de klasse.",
            "Components with a source that holds it, as stated or as a list that was read says of the class.",
        ),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Componenten mogelijk",
        12,
        lambda row, _: row.demand.count(certain=False),
        Text("Componenten die haar mogelijk bevatten.", "Components that may hold it."),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Regels zeker",
        9,
        lambda row, _: row.demand.lines(certain=True),
        Text("Stuklijstregels van de eerste.", "Lines of the bill of materials of the former."),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Regels mogelijk",
        9,
        lambda row, _: row.demand.lines(certain=False),
        Text("Stuklijstregels van de tweede.", "Lines of the latter."),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Waarvoor",
        30,
        lambda row, language: roles(row.demand, language),
        Text(
            "Rollen in de componenten, volgens de lijst per klasse.", "Roles in the components, by the list of classes."
        ),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Belang",
        12,
        lambda row, language: importance(row.demand, language),
        Text(
            "Het zwaarste belang in een van de componenten: kern (de klasse bevat haar), gangbaar (de meeste), soms.",
            "The greatest importance in one of the components: core (the class holds it), common (most do), optional.",
        ),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Bewijs gebruik",
        12,
        lambda row, language: evidence((use.tier for use in row.demand.uses), language),
        Text(
            "Het sterkste bewijs dat een component haar bevat; per component op het blad van het systeem.",
            "The strongest evidence that a component holds it; by component on the sheet of the system.",
        ),
        words.TIER_UNIT,
        BOM,
        of_material=True,
    ),
    Column(
        "Welke zeker",
        40,
        lambda row, language: components(row.demand, language, certain=True),
        Text(
            "De componenten, zoals de stuklijst ze aanduidt.",
            "The components, as the bill of materials identifies them.",
        ),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Welke mogelijk",
        40,
        lambda row, language: components(row.demand, language, certain=False),
        Text("De componenten die haar mogelijk bevatten.", "The components that may hold it."),
        source=BOM,
        of_material=True,
    ),
)
"""In what, how surely, on whose word."""

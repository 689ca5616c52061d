"""A material in few words: who supplies most of it, who controls its export, whether a system stops without it."""

from __future__ import annotations

from depmap.core.countries import group_members
from depmap.core.graph import Kind, node_id
from depmap.core.material_lists import supplies
from depmap.core.text import Language
from reports.raw_materials import words
from reports.raw_materials.hand_off import HandOff, controls
from reports.raw_materials.uses import Uses
from reports.words import names
from reports.words.format import number

YARDSTICK = 65.0
"""Per cent of one third country at a stage, of Article 5(1)(b): a benchmark for the Union, here only a yardstick."""


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

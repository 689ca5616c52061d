"""What the analysis can answer of the risk assessment that Article 24 of the CRM Act asks of large companies.

Each row is one question in the words of the regulation, with the answer as far as there is one, what it rests on, and
what is missing for a whole answer. Where nothing can be said it says so: an empty answer would read as "none".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from depmap.core.evidence import Tier
from depmap.core.material_facts import Assessed
from depmap.core.material_lists import assessed
from depmap.core.material_words import STAGES as STEPS
from depmap.core.reference import Row as ListRow
from depmap.core.reference import load
from depmap.core.text import Language
from reports.programs.materials import MaterialRow, material_rows
from reports.raw_materials import words
from reports.raw_materials.article_24_words import ASKED, HEADS, SAID, Asked
from reports.raw_materials.hand_off import Demand, HandOff
from reports.raw_materials.in_few_words import YARDSTICK, controlled, largest, third
from reports.tables.shared import Heading, Table
from reports.words.format import number, percent
from reports.words.weeks import duration

CRITICAL = 1.0
"""The supply risk from which a material is critical, by Article 4 and Annex II, section 2."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the questions are answered from."""

    off: HandOff
    """The hand-off."""

    strategic: tuple[Demand, ...]
    """The strategic materials among the demands."""

    stopping: tuple[tuple[Demand, MaterialRow], ...]
    """The strategic materials without which a system certainly stops, once per system."""

    @property
    def language(self) -> Language:
        """Of the run."""
        return self.off.language

    def listed(self, told: Callable[[Demand], str | None]) -> str:
        """``neodymium: ...`` on a line for every strategic material of which something is told."""
        lines = ((each.listing.material.name[self.language], told(each)) for each in self.strategic)
        return "\n".join(f"{name}: {text}" for name, text in lines if text)

    def called(self, *, certain: bool) -> str:
        """The strategic materials that are certainly in use, or only possibly."""
        found = (each for each in self.strategic if bool(each.count(certain=True)) is certain)
        return ", ".join(each.listing.material.name[self.language] for each in found)


def article_24(off: HandOff) -> Table:
    """The questions of Article 24 with their answers."""
    language = off.language
    case = _case(off)
    law = {row["id"]: row for row in load("legal_rules").rows}
    rows = [
        (each.article, each.question[language], _answer(case, each), *_basis(each, law, language), _missing(case, each))
        for each in ASKED
    ]
    headings = tuple(Heading(title[language], width) for title, width in HEADS)
    return Table("act", words.TITLES["act"][language], headings, tuple(rows))


def _case(off: HandOff) -> Case:
    strategic = tuple(each for each in off.demands if each.listing.strategic)
    by_node = {f"material:{each.listing.material.id}": each for each in strategic}
    stopping = tuple(
        (by_node[row.node], row)
        for each in off.systems
        for row in material_rows(each.system)
        if row.certain and row.node in by_node
    )
    return Case(off, strategic, stopping)


def _answer(case: Case, asked: Asked) -> str:
    """The answer, or that there is none."""
    found = _ANSWERS[asked.key](case)
    if found:
        return found
    return SAID["nothing" if case.strategic else "no material"][case.language]


def _basis(asked: Asked, law: dict[str, ListRow], language: Language) -> tuple[str, str]:
    """What the answer rests on, and the rule: in its own words where they were read."""
    row = law.get(asked.rule)
    if row is None:
        return asked.basis[language], SAID["not read"][language]
    words_of_law = _point(row["quote"], asked.article) if row["quote"] else row[f"summary_{language}"]
    return asked.basis[language], f"{words_of_law} ({row['source']})"


def _point(quote: str, article: str) -> str:
    """The words of the point that is asked about, or all of them when the article names none.

    >>> _point("including: (a) a mapping; (b) an analysis.", "art. 24(2)(b)")
    '(b) an analysis'
    """
    mark = article[article.rindex("(") :]
    _, found, after = quote.partition(mark)
    return f"{found} {after.split(';')[0].strip().rstrip('.')}" if found and not mark[1].isdecimal() else quote


def _missing(case: Case, asked: Asked) -> str:
    silent = sum(len(each.silent) for each in case.off.systems)
    every = silent + len({(each.system.bom.system, use.owner) for each in case.off.systems for use in each.found})
    return asked.missing.format(silent=silent, every=every)[case.language]


def _who(case: Case) -> str:
    certain = sum(each.count(certain=True) > 0 for each in case.strategic)
    counts = SAID["who"].format(certain=certain, possible=len(case.strategic) - certain)
    return counts[case.language]


def _used(case: Case) -> str:
    named = ((certain, case.called(certain=certain)) for certain in (True, False))
    told = [f"{words.CERTAINTY[certain][case.language].capitalize()}: {some}." for certain, some in named if some]
    graded = [each for each in case.strategic if any(use.strategic for use in each.uses)]
    if graded:
        listed = ", ".join(each.listing.material.name[case.language] for each in graded)
        told.append(SAID["grade"].format(named=listed)[case.language])
    return "\n".join(told)


def _stage(stage: str) -> Callable[[Case], str]:
    def told(case: Case) -> str:
        return case.listed(lambda each: largest(each.listing.material.id, stage, "world", case.language))

    return told


def _figures(material: str) -> tuple[Assessed, ...]:
    return tuple(each for each in assessed() if each.material == material)


def _recycled(case: Case) -> str:
    def told(demand: Demand) -> str | None:
        found = _figures(demand.listing.material.id)
        return percent(found[0].recycling) if found else None

    return case.listed(told)


def _concentrated(case: Case) -> str:
    def told(demand: Demand) -> str | None:
        found = []
        for scope, title in words.SCOPES.items():
            for stage, step in STEPS.items():
                above = third(demand.listing.material.id, stage, scope, case.language, YARDSTICK)
                found.extend([f"{step[case.language]}, {title[case.language]}: {above}"] if above else [])
        return "; ".join(found) or None

    return case.listed(told)


def _controlled(case: Case) -> str:
    return case.listed(lambda each: controlled(each.listing.material.id, case.off) or None)


def _risky(case: Case) -> str:
    def told(demand: Demand) -> str | None:
        risk = demand.listing.supply_risk
        return number(risk, case.language) if risk is not None and risk >= CRITICAL else None

    return case.listed(told)


def _vulnerable(case: Case) -> str:
    lines = (
        SAID["stops"].format(
            material=demand.listing.material.name,
            count=len(row.stopped),
            weeks=duration(row.weeks) if row.weeks is not None else SAID["no weeks"],
        )[case.language]
        for demand, row in case.stopping
    )
    return "\n".join(lines)


def _declared(case: Case) -> str:
    stated = {
        (each.system.bom.system, use.owner)
        for each in case.off.systems
        for use in each.found
        if use.tier in (Tier.PROVEN, Tier.DECLARED)
    }
    return SAID["declared"].format(count=len(stated))[case.language]


def _replaced(case: Case) -> str:
    stopping = {demand.listing.material.id for demand, _ in case.stopping}

    def told(demand: Demand) -> str | None:
        found = _figures(demand.listing.material.id) if demand.listing.material.id in stopping else ()
        return f"SI {number(found[0].substitution, case.language)}" if found else None

    return "\n".join(filter(None, (SAID["to fill in"][case.language], case.listed(told))))


def _reported(case: Case) -> str:
    return SAID["reported"][case.language]


_ANSWERS: dict[str, Callable[[Case], str]] = {
    "who": _who,
    "used": _used,
    "extracted": _stage("extraction"),
    "processed": _stage("processing"),
    "recycled": _recycled,
    "concentration": _concentrated,
    "controls": _controlled,
    "risk": _risky,
    "vulnerable": _vulnerable,
    "suppliers": _declared,
    "mitigation": _replaced,
    "report": _reported,
}

"""The first sheet: what the systems need, what is at stake, what is open, and what the reader is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from depmap.core.evidence import Tier
from depmap.core.material_lists import export_measures
from depmap.core.material_words import STAGES as STEPS
from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.raw_materials import words
from reports.raw_materials.hand_off import SCOPES, Demand, HandOff, controls
from reports.raw_materials.in_few_words import YARDSTICK, stops, third
from reports.raw_materials.opening_words import HEADS, LISTS_OF_INTEREST, SAID, SHEETS, TOPICS
from reports.tables.shared import Heading, Table
from reports.words import names
from reports.words.format import date, visible

Row = tuple[Value, ...]


def opening(off: HandOff) -> Table:
    """The summary: a subject, the outcome in a few words, and the names behind it."""
    language = off.language
    rows = [
        *_about(off),
        *(_needed(off) if off.demands else _nothing_needed(language)),
        *_unknown(off),
        *_open_measures(off),
        *_reading_guide(off),
    ]
    headings = tuple(Heading(title[language], width) for title, width in HEADS)
    return Table("opening", words.TITLES["opening"][language], headings, tuple(rows))


def _row(topic: str, outcome: Text | str, remark: str | None, language: Language) -> Row:
    said = outcome if isinstance(outcome, str) else outcome[language]
    return TOPICS[topic][language], said, remark or None


def _about(off: HandOff) -> Iterator[Row]:
    language = off.language
    systems = "\n".join(visible(each.system.bom.system) for each in off.systems)
    yield _row("about", systems, SAID["about"][language], language)
    lists = (each for each in off.analysis.run.lists if each.id in LISTS_OF_INTEREST)
    listed = "\n".join(f"{visible(each.title[language])}: {date(each.published, language)}" for each in lists)
    yield _row("date", date(off.analysis.run.date, language), listed, language)


def _nothing_needed(language: Language) -> Iterator[Row]:
    yield _row("needed", words.NO_MATERIAL, words.NO_MATERIAL_WHY[language], language)


def _needed(off: HandOff) -> Iterator[Row]:
    """What is needed, and what of it stands on which list."""
    language = off.language
    stopping = [each for each in off.demands if any(stops(uses, each.listing.material.id) for uses, _ in each.found)]
    yield _counted("needed", off.demands, language)
    ordered = sorted(stopping, key=lambda each: (not each.listing.strategic, not each.listing.critical))
    yield _row("stopping", str(len(ordered)), _names(ordered, language), language)
    listed: tuple[tuple[str, Callable[[Demand], object]], ...] = (
        ("strategic", lambda each: each.listing.strategic),
        ("critical", lambda each: each.listing.critical and not each.listing.strategic),
        ("nato", lambda each: each.listing.nato),
    )
    for topic, is_listed in listed:
        yield _counted(topic, [each for each in off.demands if is_listed(each)], language)
    yield _concentrated(off)
    yield from _controlled(off)
    supplied = {row.demand.listing.material.id for row in off.rows if row.supply is not None}
    without = [each for each in off.demands if each.listing.material.id not in supplied]
    yield _row("no shares", str(len(without)), _names(without, language), language)


def _counted(topic: str, demands: Sequence[Demand], language: Language) -> Row:
    """``zeker 9, mogelijk 11`` and who they are."""
    certain = [each for each in demands if each.count(certain=True)]
    possible = [each for each in demands if not each.count(certain=True)]
    told = [
        f"{words.CERTAINTY[surely][language].capitalize()}: {_names(some, language)}"
        for surely, some in ((True, certain), (False, possible))
        if some
    ]
    outcome = SAID["counted"].format(certain=len(certain), possible=len(possible))
    return _row(topic, outcome, "\n".join(told), language)


def _names(demands: Iterable[Demand], language: Language) -> str:
    return ", ".join(each.listing.material.name[language] for each in demands)


def _concentrated(off: HandOff) -> Row:
    """Who among those that are certainly needed comes for the most part from one country outside the EU."""
    language = off.language
    told = []
    for each in off.demands:
        if not each.count(certain=True):
            continue
        found = [
            f"{step[language]}, {words.SCOPES[scope][language]}: {above}"
            for stage, step in STEPS.items()
            for scope in SCOPES
            if (above := third(each.listing.material.id, stage, scope, language, YARDSTICK))
        ]
        told.extend([f"{each.listing.material.name[language]}: {'; '.join(found)}"] if found else [])
    outcome = SAID["yardstick"].format(count=len(told))
    return _row("concentration", outcome, "\n".join(told), language)


def _controlled(off: HandOff) -> Iterator[Row]:
    """The materials under a known control on exports, by how it stands on the day, and what is said of the measures."""
    language = off.language
    by_status: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    notes: dict[str, dict[str, None]] = defaultdict(dict)
    for each in off.demands:
        for country, some in controls(each.listing.material.id, off.day).items():
            for control in some:
                by_status[control.status][country][each.listing.material.name[language]] = None
                if control.measure.note[language]:
                    notes[control.status][f"{control.measure.title[language]}: {control.measure.note[language]}"] = None
    for status in ("in force", "open", "suspended"):
        found = by_status[status]
        told = [f"{names.country(country, language)}: {', '.join(found[country])}" for country in sorted(found)]
        count = len({name for some in found.values() for name in some})
        if told or status != "suspended":
            yield _row(status, str(count), "\n".join([*told, *notes[status]]), language)


def _open_measures(off: HandOff) -> Iterator[Row]:
    """Known measures that name goods and no material: they may bear on the systems all the same."""
    language = off.language
    found = [each for each in export_measures() if not each.materials and each.status != "superseded"]
    told = (
        f"{names.country(each.country, language)}, {each.title[language]} "
        f"({words.STATUS[each.status_on(off.day)].format(until=each.until)[language]}): {each.goods[language]}"
        for each in found
    )
    yield _row("goods", str(len(found)), "\n".join(told), language)


def _unknown(off: HandOff) -> Iterator[Row]:
    """The components of unknown content, and on whose word the others hold what they hold."""
    language = off.language
    silent = sum(len(each.silent) for each in off.systems)
    every = silent + sum(len({use.owner for use in each.found}) for each in off.systems)
    yield _row("unknown", SAID["of"].format(count=silent, every=every), SAID["unknown"][language], language)
    tiers = [use.tier for each in off.systems for use in each.found]
    told = ", ".join(f"{tier.text[language]} {tiers.count(tier)}" for tier in Tier if tier in tiers)
    yield _row("evidence", told or SAID["nothing"], SAID["evidence"][language], language)


def _reading_guide(off: HandOff) -> Iterator[Row]:
    language = off.language
    yield _row("fill in", SAID["where"], SAID["fill in"][language], language)
    sheets = (f"{title[language][:1].upper()}{title[language][1:]}: {what[language]}" for title, what in SHEETS)
    yield _row("sheets", "", "\n".join(sheets), language)

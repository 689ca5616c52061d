"""European content in words and for programs: what each law asks, what the system shows, and what decides it."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.evidence import CellRef
from depmap.core.judgement import SystemAnalysis
from depmap.core.shares import Basis, ContentTest, Outcome
from depmap.core.text import Language, Text
from reports.words import names, summary
from reports.words.format import against, percent

NAMED = 200
"""Names in a list within a cell of the page."""

FIRST = 8
"""Names in a cell of the workbook."""

_MARKS = {Outcome.PASS: "✓", Outcome.FAIL: "✗", Outcome.CANNOT_DECIDE: "?"}
_KEYS = {Outcome.PASS: "good", Outcome.FAIL: "bad", Outcome.CANNOT_DECIDE: "open"}

WORDS = {
    "caption": Text("Komt genoeg van de waarde uit Europa?", "Does enough of the value come from Europe?"),
    "note": Text(
        "Het deel van de kosten van de componenten dat van buiten komt: minstens en hoogstens, omdat herkomst of prijs "
        "kan ontbreken. Het streepje is de grens. Herkomst is hier het land van productie; de Europese Commissie heeft "
        "dat nog niet vastgelegd.",
        "The part of the cost of the components that comes from outside: at least and at most, because origin or price "
        "can be missing. The tick is the limit. Origin is the country of manufacture here; the European Commission has "
        "not settled that yet.",
    ),
    "law": Text("Wet", "Law"),
    "from_outside": Text("Van buiten", "From outside"),
    "verdict": Text("Uitkomst", "Outcome"),
    "counts": Text("Binnen telt: {group}", "Inside counts: {group}"),
    "limit": Text("ten hoogste {limit}", "at most {limit}"),
}
"""The words of the section."""
_TITLE = Text("Europese inhoud volgens {law}: van buiten {group}", "European content under {law}: from outside {group}")
_NOTE = Text(
    "{share} van de kosten, ten hoogste {limit} ({article})", "{share} of the cost, at most {limit} ({article})"
)
_PARTS = (
    Text("1 component beslist dit", "1 component decides this"),
    Text("{count} componenten beslissen dit", "{count} components decide this"),
)
_UNPRICED = (
    Text("1 component zonder prijs", "1 component without a price"),
    Text("{count} componenten zonder prijs", "{count} components without a price"),
)
_MORE = Text("en nog {count}", "and {count} more")
_LINE = Text("  Europese inhoud: {laws}", "  European content: {laws}")
_LAW = Text("{law} {outcome} ({share} van buiten)", "{law} {outcome} ({share} from outside)")


def share(test: ContentTest, language: Language) -> str:
    """What comes from outside, on the right side of the limit: ``41% to 63%``."""
    low, high = (against(end, test.limit, language) for end in (test.share.low, test.share.high))
    if low == high:
        return low
    return f"{low} {Text('tot', 'to')[language]} {high}"


def line(system: SystemAnalysis) -> Text:
    """The line of the summary: every law with its outcome."""

    def told(language: Language) -> str:
        return ", ".join(
            _LAW.format(law=test.law, outcome=test.outcome.text, share=share(test, language))[language]
            for test in system.content
        )

    return _LINE.format(laws=Text(told("nl"), told("en")))


def items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """The tests for programs, among the shares."""
    lines = sum(each.lines for each in system.bom.components)
    priced = sum(each.lines for each in system.bom.components if each.cost is not None)
    for test in system.content:
        yield {
            "system": system.bom.system,
            "test": test.id,
            "basis": Basis.VALUE,
            "low": test.share.low,
            "high": test.share.high,
            "coverage": round(priced / lines, 9) if lines else None,
            "verdict": test.outcome,
            "rule": test.rule,
            "group": test.group,
            "limit": test.limit,
            "deciding": list(test.deciding),
            "unpriced": len(test.share.unpriced),
        }


def figures(system: SystemAnalysis, language: Language) -> Iterable[tuple[str, str, str]]:
    """Title, outcome and remark of every test, for the workbook."""
    for test in system.content:
        told = [_NOTE.format(share=share(test, language), limit=percent(test.limit), article=test.article)[language]]
        deciding = [names.node(system.graph, name, language) for name in test.deciding[:FIRST]]
        more = len(test.deciding) - len(deciding)
        if deciding:
            rest = f" {_MORE.format(count=more)[language]}" if more else ""
            told.append(f"{_counted(_PARTS, len(test.deciding), language)}: {', '.join(deciding)}{rest}")
        if test.share.unpriced:
            told.append(_counted(_UNPRICED, len(test.share.unpriced), language))
        title = _TITLE.format(law=test.law, group=test.group_name)[language]
        yield title, f"{_MARKS[test.outcome]} {test.outcome.text[language]}", "\n".join(told)


def section(system: SystemAnalysis, language: Language) -> dict[str, object]:
    """Everything that the page says about it."""
    return {
        "words": {key: text[language] for key, text in WORDS.items()},
        "rows": [_row(system, test, language) for test in system.content],
    }


def _row(system: SystemAnalysis, test: ContentTest, language: Language) -> dict[str, object]:
    deciding = test.deciding
    return {
        "law": test.law[language],
        "article": test.article[language],
        "counts": WORDS["counts"].format(group=test.group_name)[language],
        "low": test.share.low,
        "high": test.share.high,
        "limit": test.limit,
        "text": share(test, language),
        "at_most": WORDS["limit"].format(limit=percent(test.limit))[language],
        "key": _KEYS[test.outcome],
        "word": f"{_MARKS[test.outcome]} {test.outcome.text[language]}",
        "decide": _counted(_PARTS, len(deciding), language) if deciding else "",
        "deciding": [_part(system, name, language) for name in deciding[:NAMED]],
        "more": max(0, len(deciding) - NAMED),
        "unpriced": _counted(_UNPRICED, len(test.share.unpriced), language) if test.share.unpriced else "",
    }


def _part(system: SystemAnalysis, name: str, language: Language) -> str:
    """A component and the cells of its lines."""
    cells: tuple[CellRef, ...] = system.graph.nodes[name].cells if name in system.graph.nodes else ()
    told = summary.cells(cells, language, 3)
    return names.node(system.graph, name, language) + (f": {told}" if told else "")


def _counted(words: tuple[Text, Text], count: int, language: Language) -> str:
    return words[count != 1].format(count=count)[language]

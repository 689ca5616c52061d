"""The answer to a loss in words: one screen, the longest standstill first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from depmap.app.whatif import Answer, Case
from depmap.core.answers import Missing, Standstill, Verdict
from depmap.core.evidence import CellRef, names_of
from depmap.core.graph import Kind, Role
from depmap.core.text import Language, Text, same
from depmap.network.consequences import Stop
from depmap.network.settling import Question
from reports.programs.narrowing import narrowing
from reports.words import names
from reports.words.weeks import duration, lasting, moment, with_reasons

SHOWN = {True: 20, False: 5}
"""How many components are shown: of those that certainly stop, and of those that possibly do."""

NAMED = 8
"""How many names or cells a line lists before it counts the rest."""


def described(answer: Answer, language: Language) -> Iterable[str]:
    """The lines of one answer."""
    found = answer.standstill
    *others, last = (layer.text[language] for layer in found.layers)
    layers = _AND[language].join([", ".join(others), last] if others else [last])
    yield _HEAD.format(system=answer.case.place.bom.system, loss=found.loss.name, layers=layers)[language]
    if answer.not_named:
        yield from _not_named(answer, language)
    yield ""
    yield _DOES_IT_STOP[language] + _STOPS[found.stops][language]
    if found.stops is not Verdict.NO:
        yield _FROM_WHEN[language] + with_reasons(moment(found.time_to_survive), _of_cover(answer))[language]
        why = narrowing(answer.times, found)
        yield _HOW_LONG[language] + lasting(found.weeks, len(why.unclassed), why.known)[language]
        if why.low_by:
            yield _LEAST[language] + ", ".join(names.node(answer.graph, each, language) for each in why.low_by[:NAMED])
    for certain in (True, False):
        yield from _stopping(answer, certain, language)
    yield from _to_ask(answer, language)


def listed(case: Case, found: Sequence[Standstill], language: Language) -> Iterable[str]:
    """The scenarios there are, with what each does: a table, its columns as wide as needed."""
    rows = [[heading[language] for heading in _HEADINGS]]
    for each in found:
        counts = [str(len(each.certain)), str(len(each.possible))]
        why = narrowing(case.times, each)
        weeks = lasting(each.weeks, len(why.unclassed), why.known)[language]
        layers = ", ".join(layer.text[language] for layer in each.layers)
        rows.append([each.loss.id, each.loss.name[language], layers, each.stops.text[language], *counts, weeks])
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        yield "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()


def _not_named(answer: Answer, language: Language) -> Iterable[str]:
    """Of a few lost nodes the names, of many (all countries outside a group) nothing: that is no news."""
    if len(answer.not_named) <= NAMED:
        absent = ", ".join(names.node(answer.graph, node, language) for node in answer.not_named)
        yield _NOT_NAMED.format(names=absent)[language]


def _of_cover(answer: Answer) -> Iterable[Missing]:
    """What keeps the first stop open, if it is open."""
    survive = answer.standstill.time_to_survive
    if survive is not None and survive.high is None:
        yield from (kind for kind in answer.missing() if kind is not Missing.CLASS)


def _stopping(answer: Answer, certain: bool, language: Language) -> Iterable[str]:
    parts = answer.parts(certain)
    if not parts:
        return
    yield ""
    counted = Text("{parts}, {assemblies}", "{parts}, {assemblies}").format(
        parts=_PARTS.format(count=len(parts)), assemblies=_ASSEMBLIES.format(count=len(answer.assemblies(certain)))
    )
    yield f"{_LOST[certain][language]}: {counted[language]}"
    for each in parts[: SHOWN[certain]]:
        yield from _part(answer, each, language)
    if len(parts) > SHOWN[certain]:
        yield "  " + _MORE.format(count=len(parts) - SHOWN[certain])[language]


def _part(answer: Answer, each: Stop, language: Language) -> Iterable[str]:
    """What is not stated beside it; that the rate is not stated is said once, of all."""
    missing = answer.times[each.node].missing if each.node in answer.times else ()
    words = duration(answer.weeks(each.node), [kind for kind in missing if kind is not Missing.RATE])
    yield f"  {names.node(answer.graph, each.node, language)}: {words[language]}"
    chain = " > ".join(names.node(answer.graph, node, language) for node in each.chain.nodes[:-1])
    cells = cells_in_words(each.chain.cells)
    yield f"      {chain}" + (f"  [{cells}]" if cells else "")


def _to_ask(answer: Answer, language: Language) -> Iterable[str]:
    missing, ask = answer.missing(), answer.consequences.ask
    if not missing and not ask.clear:
        return
    yield ""
    yield _TO_KNOW[language]
    if ask.clear:
        fewest = _FEWEST if ask.exact else _ENOUGH
        yield "  " + fewest.format(count=_ANSWERS.format(count=len(ask.clear)))[language]
        yield from _questions(answer, ask.clear, language)
    if answer.standstill.stops is Verdict.CANNOT_DECIDE:
        yield "  " + _STOP.format(count=_ANSWERS.format(count=len(ask.stop)))[language]
        yield from _questions(answer, ask.stop, language)
    for kind, count in missing.items():
        yield "  " + _ASK[kind].format(count=_PARTS.format(count=count))[language]


def _questions(answer: Answer, questions: Sequence[Question], language: Language) -> Iterable[str]:
    for each in questions[:NAMED]:
        role, _, owner = each.unknown.partition(":")[2].partition("/")
        what = _OF.format(what=Role(role).text, whom=_owner(answer, owner, language))[language]
        parts = f" ({_PARTS.format(count=each.parts)[language]})" if each.parts > 1 else ""
        cells = cells_in_words(each.cells)
        yield f"      {what}{parts}" + (f"  [{cells}]" if cells else "")
    if len(questions) > NAMED:
        yield "      " + _MORE.format(count=len(questions) - NAMED)[language]


def _owner(answer: Answer, owner: str, language: Language) -> str:
    """Of whom something is unknown; of a source the part that it is a source of."""
    if owner.startswith(f"{Kind.SOURCE}:"):
        owner = owner.partition(":")[2].rpartition("/")[0]
    return names.node(answer.graph, owner, language)


def cells_in_words(cells: Sequence[CellRef]) -> str:
    """``Sheet1!D14, E3, ...``, the first few."""
    return ", ".join(names_of(cells[:NAMED])) + (", ..." if len(cells) > NAMED else "")


_PARTS = Text("{count:component|componenten}", "{count:component|components}")
_ASSEMBLIES = Text("{count:samenstelling|samenstellingen}", "{count:assembly|assemblies}")
_ANSWERS = Text("{count:antwoord|antwoorden}", "{count:answer|answers}")

_AND = Text(" en ", " and ")
_HEAD = Text("{system}: {loss} (laag: {layers})", "{system}: {loss} (layer: {layers})")
_NOT_NAMED = Text(
    "De stuklijst noemt niet: {names}. Alleen wat onbekend is, kan daarvan afhangen.",
    "Not named by the bill of materials: {names}. Only what is unknown can depend on it.",
)
_DOES_IT_STOP = Text("Valt het stil?  ", "Does it stop?   ")
_FROM_WHEN = Text("Vanaf wanneer?  ", "From when?      ")
_HOW_LONG = Text("Hoelang?        ", "For how long?   ")
_STOPS = {
    Verdict.YES: Text("ja, wat er ook onbekend is", "yes, whatever the unknowns turn out to be"),
    Verdict.NO: Text("nee, wat er ook onbekend is", "no, whatever the unknowns turn out to be"),
    Verdict.CANNOT_DECIDE: Text(
        "niet te beslissen: dat hangt af van wat onbekend is", "cannot decide: that depends on what is unknown"
    ),
}
_HEADINGS = (
    same("scenario"),
    Text("wat er wegvalt", "what is lost"),
    Text("laag", "layer"),
    Text("valt het stil?", "does it stop?"),
    Text("zeker", "certain"),
    Text("mogelijk", "possible"),
    Text("hoelang", "for how long"),
)
_LEAST = Text("                het minimum komt van ", "                the least comes from ")
_LOST = {True: Text("Valt zeker weg", "Certainly lost"), False: Text("Valt mogelijk weg", "Possibly lost")}
_MORE = Text("en nog {count}; --format json noemt ze alle", "and {count} more; --format json names them all")
_TO_KNOW = Text("Wat nog bekend moet worden", "What has to be known")
_FEWEST = Text(
    "Minstens {count} nodig om te laten zien dat er verder niets wegvalt; waar het meeste van afhangt eerst:",
    "At least {count} needed to show that nothing else is lost; that on which most rests first:",
)
_ENOUGH = Text(
    "Met {count} is te laten zien dat er verder niets wegvalt; waar het meeste van afhangt eerst:",
    "{count} would show that nothing else is lost; that on which most rests first:",
)
_STOP = Text("Met {count} kan al blijken dat het stilvalt:", "{count} may show that it stops:")
_OF = Text("{what} van {whom}", "{what} of {whom}")
_ASK = {
    Missing.CLASS: Text(
        "de klasse van {count}: zonder klasse geen hersteltijd", "the class of {count}: no recovery time without it"
    ),
    Missing.STOCK: Text("de voorraad van {count}", "the stock of {count}"),
    Missing.QUANTITY: Text("het aantal per systeem van {count}", "the quantity per system of {count}"),
    Missing.RATE: Text(
        "hoeveel systemen er per week worden gebouwd: systems_per_week in het beleidsbestand",
        "how many systems are built a week: systems_per_week in the policy file",
    ),
}

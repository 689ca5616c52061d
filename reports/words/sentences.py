"""The system in five plain sentences: what it is, what stops it, how long, where it can be built, what is unknown."""

from __future__ import annotations

from collections import Counter

from depmap.core.answers import Verdict
from depmap.core.graph import Kind, Layer
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text, same
from reports.programs.narrowing import narrowed, worst_first
from reports.words import names, summary
from reports.words.format import number, percent, visible
from reports.words.rows import ComponentList
from reports.words.weeks import lasting

_NOUNS = {
    "line": (Text("regel", "line"), Text("regels", "lines")),
    "question": (Text("vraag", "question"), Text("vragen", "questions")),
    "component": (Text("component", "component"), Text("componenten", "components")),
    "different": (Text("component", "component"), Text("verschillende componenten", "different components")),
    "assembly": (Text("samenstelling", "assembly"), Text("samenstellingen", "assemblies")),
    "maker": (Text("bekende fabrikant", "known manufacturer"), Text("bekende fabrikanten", "known manufacturers")),
    "known": (Text("bekend land", "known country"), Text("bekende landen", "known countries")),
    "supplier": (Text("leverancier", "supplier"), Text("leveranciers", "suppliers")),
    "country": (Text("land", "country"), Text("landen", "countries")),
}
_STOPPING = {Kind.SUPPLIER: "supplier", Kind.COUNTRY: "country"}
_ASKED = Text(
    "Is het te bouwen met onderdelen uit één groep landen?", "Can it be built with parts from one group of countries?"
)
_ANSWERS = {
    Verdict.YES: Text("Wel: {groups}.", "Yes: {groups}."),
    Verdict.NO: Text("Niet: {groups}.", "No: {groups}."),
    Verdict.CANNOT_DECIDE: Text("Niet te beslissen: {groups}.", "Cannot be decided: {groups}."),
}


def counted(count: int, noun: str) -> Text:
    """A number with its noun, singular or plural: ``1 component``, ``12 componenten``."""
    word = _NOUNS[noun][0 if count == 1 else 1]
    return Text(f"{number(count, 'nl')} {word.nl}", f"{number(count, 'en')} {word.en}")


def sentences(analysis: Analysis, system: SystemAnalysis, parts: ComponentList) -> tuple[str, ...]:
    """The five sentences, what rests on unanswered questions, and an empty list, in the language of the run."""
    language = analysis.run.language
    texts = (
        _what(system),
        *_asked(system),
        _stops(system, language),
        *_stands_still(system),
        _from_where(analysis, system),
        _unknown(system),
        *_nothing(parts),
    )
    return tuple(text[language] for text in texts)


def _what(system: SystemAnalysis) -> Text:
    counts = system.counts
    return Text(
        "{system} telt {lines}: {components} in {assemblies}, van {makers}, gemaakt in {countries}.",
        "{system} has {lines}: {components} in {assemblies}, by {makers}, made in {countries}.",
    ).format(
        system=visible(system.bom.system),
        lines=counted(counts.lines, "line"),
        components=counted(counts.components, "different"),
        assemblies=counted(counts.assemblies, "assembly"),
        makers=counted(counts.suppliers, "maker"),
        countries=counted(counts.countries, "known"),
    )


def _asked(system: SystemAnalysis) -> tuple[Text, ...]:
    """That something rests on questions that nobody has answered, when it does."""
    if not system.bom.questions:
        return ()
    told = Text(
        "Niet beantwoord: {asked} over de stuklijst. Wat erop rust is onbekend of aangenomen; mogelijk nodig: {lines}.",
        "Not answered: {asked} about the bill of materials. What rests on that is unknown or assumed; possibly needed: "
        "{lines}.",
    )
    lines = counted(system.bom.lines_in_question, "line")
    return (told.format(asked=counted(system.bom.questions, "question"), lines=lines),)


def _stops(system: SystemAnalysis, language: Language) -> Text:
    """Which single losses are certain to stop it; what holds only with bad luck has its own column elsewhere."""
    certain = [point for point in summary.points(system) if point.certain and point.layer is Layer.SUPPLY]
    if not certain:
        return Text(
            "Van geen enkele leverancier en geen enkel land staat vast dat het systeem zonder hen stilvalt.",
            "No supplier and no country is certain to stop the system by falling away.",
        )
    kinds = Counter(system.graph.nodes[point.node].kind for point in certain)
    found = [counted(kinds[kind], noun) for kind, noun in _STOPPING.items() if kinds[kind]]
    worst = certain[0]
    return Text(
        "Elk op zich genoeg om het stil te leggen: {stopping}; het meest valt weg met {worst}: {lost}.",
        "Each enough to stop it alone: {stopping}; most is lost with {worst}: {lost}.",
    ).format(
        stopping=Text(_joined(found, "nl"), _joined(found, "en")),
        worst=names.node(system.graph, worst.node, language),
        lost=counted(len(worst.components), "component"),
    )


def _joined(words: list[Text], language: Language) -> str:
    return {"nl": " en ", "en": " and "}[language].join(each[language] for each in words)


def _stands_still(system: SystemAnalysis) -> tuple[Text, ...]:
    """The scenario that certainly stops the supply, and longest; nothing where the policy names none."""
    found = [pair for pair in narrowed(system) if pair[0].layers == (Layer.SUPPLY,)]
    if not found:
        return ()
    each, why = min(found, key=lambda pair: worst_first(*pair))
    if each.stops is not Verdict.YES:
        return (
            Text(
                "Van geen enkel scenario staat vast dat het de levering stillegt.",
                "No scenario is certain to stop the supply.",
            ),
        )
    told = Text(
        "In het zwaarste scenario (‘{loss}’) valt het systeem zeker stil; hoelang: {weeks}.",
        "In the worst scenario (“{loss}”) the system certainly stops; for how long: {weeks}.",
    )
    name = Text(visible(each.loss.name.nl), visible(each.loss.name.en))
    return (told.format(loss=name, weeks=lasting(each.weeks, len(why.unclassed), why.known)),)


def _from_where(analysis: Analysis, system: SystemAnalysis) -> Text:
    """All verdicts about manufacture, as a question and its answers."""

    def told(language: Language) -> str:
        parts = [_ASKED[language]]
        for verdict, phrase in _ANSWERS.items():
            groups = [
                analysis.groups.get(each.group, same(each.group))[language]
                for each in system.groups
                if each.verdict is verdict and each.layer is Layer.SUPPLY
            ]
            if groups:
                parts.append(phrase.format(groups="; ".join(groups))[language])
        return " ".join(parts)

    return Text(told("nl"), told("en"))


def _unknown(system: SystemAnalysis) -> Text:
    counts = system.counts
    if not counts.unknown_origin_lines:
        return Text(
            "Van elke regel is het land van productie bekend.", "The country of manufacture is known for every line."
        )
    return Text(
        "Bij {unknown} ({share}) is het land van productie van een bron onbekend; dat telt nergens als veilig.",
        "For {unknown} ({share}) the country of manufacture of a source is unknown; that counts as safe nowhere.",
    ).format(
        unknown=counted(counts.unknown_origin_lines, "line"),
        share=percent(counts.unknown_origin_lines / max(counts.lines, 1)),
    )


def _nothing(parts: ComponentList) -> tuple[Text, ...]:
    """That the list is empty, and why, when it is."""
    if parts.listed:
        return ()
    return (
        Text(
            "Elk component houdt stand bij elk verlies, en over geen is er een bevinding.",
            "Every component survives every loss, and there is no finding about any.",
        ),
    )

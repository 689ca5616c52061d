"""The words of the list of components on the page: what can be sifted, decided, saved and loaded."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.decisions import Choice
from depmap.core.text import Language, Text

WORDS: Mapping[str, Text] = {
    "find": Text("Zoek in de lijst", "Search the list"),
    "find_hint": Text("Naam, nummer, bevinding", "Name, number, finding"),
    "band": Text("Deel van de lijst", "Part of the list"),
    "grade": Text("Graad", "Grade"),
    "class": Text("Componentklasse", "Component class"),
    "country": Text("Land van productie", "Country of manufacture"),
    "measure": Text("Maatregel", "Measure"),
    "decision": Text("Besluit", "Decision"),
    "remark": Text("Toelichting", "Remark"),
    "deciding": Text("Besluit en toelichting", "Decision and remark"),
    "all": Text("alle", "all"),
    "and_worse": Text("{grade} en hoger", "{grade} and above"),
    "unknown": Text("onbekend", "unknown"),
    "undecided": Text("nog geen besluit", "no decision yet"),
    "decided": Text("met een besluit", "with a decision"),
    "reset": Text("Alles tonen", "Show all"),
    "count": Text("{shown} van {all} componenten", "{shown} of {all} components"),
    "none": Text("Geen component past bij alle keuzes.", "No component fits all choices."),
    "choose": Text("geen besluit", "no decision"),
    "save": Text("Besluiten bewaren", "Save decisions"),
    "load": Text("Besluiten laden", "Load decisions"),
    "nothing_decided": Text(
        "Kies per component een besluit. Bewaar ze in een bestand; deze pagina zelf verandert niet.",
        "Choose a decision for each component. Save them in a file; this page itself does not change.",
    ),
    "all_saved": Text("Besluiten en toelichtingen: {count}.", "Decisions and remarks: {count}."),
    "unsaved": Text(
        "Besluiten en toelichtingen: {count}, waarvan {unsaved} nog niet bewaard.",
        "Decisions and remarks: {count}, of which {unsaved} not saved yet.",
    ),
    "saved": Text(
        "Bewaard in decisions.json. Geef dit bestand bij de volgende analyse mee met --previous.",
        "Saved in decisions.json. Give this file to the next analysis with --previous.",
    ),
    "loaded": Text("{file}: {count} geladen.", "{file}: {count} loaded."),
    "loaded_replaced": Text("{count} vervangen wat hier stond.", "{count} replaced what was here."),
    "loaded_apart": Text(
        "{count} horen niet bij een component op deze pagina; ze blijven in het bestand bewaard.",
        "{count} belong to no component on this page; they stay in the file when you save.",
    ),
    "refused": Text(
        "{file} past niet: {why} Er is niets veranderd.", "{file} does not fit: {why} Nothing was changed."
    ),
    "no_json": Text("dit is geen geldige JSON.", "this is no valid JSON."),
    "no_decisions": Text(
        "verwacht is een decisions.json of findings.json met 'schema' 1 en een lijst 'decisions'.",
        "expected is a decisions.json or findings.json with 'schema' 1 and a list 'decisions'.",
    ),
    "wrong": Text("{place}: {found} is hier niet mogelijk.", "{place}: {found} is not possible here."),
    "too_large": Text("het is groter dan 50 MB.", "it is larger than 50 MB."),
    "apart": Text("Besluiten zonder component", "Decisions without a component"),
    "apart_caption": Text(
        "{count} besluiten over een component dat er niet meer is", "{count} decisions on a component that is gone"
    ),
    "from": Text("Gelezen uit", "Read from"),
}
"""By key; ``{name}`` is filled in by whoever uses it."""


def words(language: Language) -> dict[str, str]:
    """All of them, and the words for what can be chosen."""
    found = {key: text[language] for key, text in WORDS.items()}
    return found | {choice.value: choice.text[language] for choice in Choice}

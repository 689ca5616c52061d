"""The view in which a reader takes something away: its words, and what its script evaluates."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.graph import Kind
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text
from reports.page.whatif import kernel_data
from reports.page.whatif import words as whatif_words
from reports.words import weeks

LARGEST = 100_000
"""Components of a system whose network goes along: twice the largest page that was measured, some 2 MB of the file."""


def data(analysis: Analysis) -> dict[str, object]:
    """What the script needs in every language, ready for JSON.

    Returns:
        ``words`` that people may use; ``systems`` their networks, None for one that is larger than ``largest``.
    """
    return {
        "words": whatif_words.words(analysis.country_groups),
        "largest": LARGEST,
        "systems": [
            kernel_data.data(system, analysis.country_groups) if _fits(system) else None for system in analysis.systems
        ],
    }


def _fits(system: SystemAnalysis) -> bool:
    return sum(1 for _ in system.graph.of_kind(Kind.COMPONENT)) <= LARGEST


def words(language: Language) -> dict[str, object]:
    """What the script says."""
    return {
        **{key: text[language] for key, text in WORDS.items()},
        "weeks": weeks.templates(language),
    }


WORDS: Mapping[str, Text] = {
    "title": Text("Wat als", "What if"),
    "intro": Text(
        "Kies wat wegvalt. De pagina rekent na wat er stilvalt, waardoor en hoe lang, met dezelfde regels als de "
        "analyse. Onbekend telt nooit als veilig: wat ervan afhangt, staat als mogelijk.",
        "Choose what is lost. The page works out what stops, through what and for how long, by the same rules as the "
        "analysis. Unknown never counts as safe: what hangs on it is shown as possible.",
    ),
    "lost": Text("Wat valt weg", "What is lost"),
    "add": Text("Voeg toe", "Add"),
    "add_hint": Text(
        "Land, leverancier, eigenaar, grondstof, component", "Country, supplier, parent, material, component"
    ),
    "suggestions": Text("Zwaarste afhankelijkheden", "Heaviest dependencies"),
    "only": Text("Alleen te leveren uit", "Supplied only from"),
    "anywhere": Text("overal", "anywhere"),
    "scenarios": Text("Scenario's van het beleid", "Scenarios of the policy"),
    "nothing": Text("Er is nog niets gekozen.", "Nothing is chosen yet."),
    "alone": Text(
        "De zwaarste afhankelijkheden, elk apart: kies er een of meer",
        "The heaviest dependencies, each alone: choose one or more",
    ),
    "layer": Text("Laag", "Layer"),
    "outcome": Text("Gevolg", "Outcome"),
    "missing": Text("Onderdelen die ontbreken", "Parts that are missing"),
    "restore": Text("Terugzetten", "Put back"),
    "remove": Text("{name} weer leveren", "supply {name} again"),
    "save": Text("Bewaar als scenario", "Save as a scenario"),
    "save_hint": Text(
        "Een bestand voor depmap --policy. Het adres van de pagina bewaart het scenario ook.",
        "A file for depmap --policy. The address of the page keeps the scenario as well.",
    ),
    "yes": Text("ligt stil", "stops"),
    "no": Text("werkt door", "keeps working"),
    "cannot decide": Text("niet te bepalen", "cannot decide"),
    "how_long": Text("hoe lang", "for how long"),
    "from_when": Text("vanaf", "from"),
    "certain": Text("{count} zeker", "{count} certainly"),
    "possible": Text("{count} mogelijk", "{count} possibly"),
    "means_nothing": Text("zegt niets in deze laag", "says nothing in this layer"),
    "stopping": Text("Wat er stilvalt: {layer}", "What stops: {layer}"),
    "part": Text("Onderdeel", "Part"),
    "certainty": Text("Zekerheid", "Certainty"),
    "certainly": Text("zeker", "certainly"),
    "possibly": Text("mogelijk", "possibly"),
    "through": Text("Waardoor", "Through what"),
    "more": Text("en nog {count}", "and {count} more"),
    "nothing_stops": Text(
        "In deze laag valt niets stil, wat de onbekenden ook zijn.",
        "Nothing stops in this layer, whatever the unknowns are.",
    ),
    "unknown_name": Text("Onbekend: {text}", "Not known: {text}"),
    "too_large": Text(
        "Dit systeem heeft meer dan {most} componenten; dat rekent de pagina niet na. De scenario's van het beleid "
        "staan in de tabel hieronder; andere geeft depmap whatif.",
        "This system has more than {most} components, which the page does not work out. The scenarios of the policy "
        "are in the table below; depmap whatif answers others.",
    ),
    "needs_script": Text(
        "Dit rekenblad heeft JavaScript nodig. De scenario's van het beleid staan in de tabel hieronder; andere geeft "
        "depmap whatif.",
        "This needs JavaScript. The scenarios of the policy are in the table below; depmap whatif answers others.",
    ),
}
"""By key; ``{name}`` and the like are filled in by the script."""

"""The view in which a reader takes something away: its words, and what its script evaluates."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.page.whatif import kernel_data
from reports.page.whatif import words as whatif_words
from reports.words import weeks


def data(analysis: Analysis) -> dict[str, object]:
    """What the script needs in every language: the networks, and the words that people may use; ready for JSON."""
    return {
        "words": whatif_words.words(analysis.country_groups),
        "systems": [kernel_data.data(system, analysis.country_groups) for system in analysis.systems],
    }


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
    "nothing": Text(
        "Er is nog niets gekozen. Begin met een scenario of een van de zwaarste afhankelijkheden.",
        "Nothing is chosen yet. Begin with a scenario or one of the heaviest dependencies.",
    ),
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
    "needs_script": Text(
        "Dit rekenblad heeft JavaScript nodig. De scenario's van het beleid staan in de tabel hieronder; andere geeft "
        "depmap whatif.",
        "This needs JavaScript. The scenarios of the policy are in the table below; depmap whatif answers others.",
    ),
}
"""By key; ``{name}`` and the like are filled in by the script."""

"""The words of the network view: for its template and for its scripts."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.text import Language, Text


def words(language: Language) -> dict[str, str]:
    """What the view says; ``{name}`` and the like are filled in by whoever shows it."""
    return {key: text[language] for key, text in WORDS.items()}


WORDS: Mapping[str, Text] = {
    "by": Text("Groepeer op", "Group by"),
    "by_assembly": Text("samenstelling", "assembly"),
    "by_supplier": Text("fabrikant", "manufacturer"),
    "by_country": Text("productieland", "country"),
    "close_all": Text("Groepen dicht", "Close groups"),
    "open_all": Text("Groepen open", "Open groups"),
    "groups": Text("Groepen", "Groups"),
    "counted": Text("{nodes} knopen getekend", "{nodes} nodes drawn"),
    "all_drawn": Text("alle componenten staan erop", "all components are shown"),
    "in_groups": Text("{hidden} componenten in {groups} groepen", "{hidden} components in {groups} groups"),
    "in_group": Text("{hidden} componenten in 1 groep", "{hidden} components in 1 group"),
    "left_out": Text("{count} componenten door het filter weggelaten", "{count} components left out by the filter"),
    "kinds_left_out": Text("niet getekend: {kinds}", "not drawn: {kinds}"),
    "more": Text("+ {count}", "+ {count}"),
    "more_listed": Text("en nog {count}: zoek op naam", "and {count} more: search by name"),
    "full": Text(
        "Er staan {most} componenten op, meer past niet. Sluit eerst groepen, of kies op graad of land.",
        "{most} components are shown and no more fit. Close groups first, or choose by grade or country.",
    ),
    "more_word": Text("gesloten groep", "closed group"),
    "more_groups": Text("{more} in {groups} andere groepen", "{more} in {groups} other groups"),
    "legend_more": Text(
        "gesloten groep, met de kleur van het ergste erin", "closed group, in the colour of the worst in it"
    ),
    "rest": Text("en nog {count}", "and {count} more"),
    "rest_counted": Text("{count} {kind} samen in één teken", "{count} {kind} together in one mark"),
    "rest_word": Text("niet apart getekend", "not drawn one by one"),
    "worst": Text("Zwaarste componenten erin", "Worst components in it"),
    "open": Text("Open de groep", "Open the group"),
    "close": Text("Sluit de groep", "Close the group"),
    "facts_elsewhere": Text(
        "De feiten van dit component staan niet op deze pagina, wel in critical-components.xlsx.",
        "The facts of this component are not on this page; they are in critical-components.xlsx.",
    ),
    "follow": Text("Klik voor feiten en keten", "Click for facts and chain"),
    "open_hint": Text("Klik om te openen", "Click to open"),
    "toggle_hint": Text("Klik op een soort om die te verbergen of te tonen.", "Click a kind to hide or show it."),
    "up": Text("Naar boven", "Move up"),
    "down": Text("Naar beneden", "Move down"),
    "left": Text("Naar links", "Move left"),
    "right": Text("Naar rechts", "Move right"),
    "fingers": Text(
        "Met één vinger schuift u de tekening opzij, met twee alle kanten op; spreid ze om te vergroten.",
        "One finger moves the drawing sideways, two move it anywhere; spread them to enlarge it.",
    ),
    "system": Text("Systeem", "System"),
    "component": Text("Samenstellingen en componenten", "Assemblies and components"),
    "supplier_group": Text("Componenten per fabrikant", "Components by manufacturer"),
    "country_group": Text("Componenten per land", "Components by country"),
    "supplier": Text("Fabrikanten", "Manufacturers"),
    "parent": Text("Eigenaren", "Parents"),
    "material": Text("Grondstoffen", "Materials"),
    "stage": Text("Stappen", "Stages"),
    "country": Text("Landen", "Countries"),
    "unknown": Text("Onbekend", "Unknown"),
    "opens_critical": Text(
        "Dit systeem is te groot om in één keer te tekenen. De tekening opent met de eerste componenten van de lijst; "
        "de andere zitten in gesloten groepen. Bij elke groep staat hoeveel erin zit, en hoeveel van het ergste. Klik "
        "erop om te openen, zoek een component, of kies een graad en een land: wat dan past, staat er helemaal op.",
        "This system is too large to draw at once. The drawing opens with the first components of the list; the others "
        "are in closed groups. Each says how many it holds, and how many of the worst. Click one to open it, search "
        "for a component, or choose a grade and a country: what then fits is drawn whole.",
    ),
    "material_note": Text(
        "Van elke stap staan de landen met minstens een tiende van het wereldaanbod. Wat er verder in een component "
        "zit, is nooit volledig bekend.",
        "Of every stage the countries with at least a tenth of the world's supply are shown. What else a component "
        "holds is never fully known.",
    ),
}
"""By key."""

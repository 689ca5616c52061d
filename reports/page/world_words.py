"""What the view of the world says."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.text import Text

WORDS: Mapping[str, Text] = {
    "intro": Text(
        "Wat er stilvalt als dit land alleen wegvalt. Een lijn loopt van het land naar de samenstellingen die het "
        "meeneemt. Kies een land om de rest van de pagina tot dat land te beperken.",
        "What stops if this country alone is lost. A line runs from the country to the assemblies that it takes along. "
        "Choose a country to limit the rest of the page to it.",
    ),
    "measure": Text("Kleur naar", "Shade by"),
    "lines": Text("regels", "lines"),
    "value": Text("waarde", "value"),
    "weeks": Text("weken stilstand", "weeks of standstill"),
    "of_lines": Text("van de regels", "of the lines"),
    "of_value": Text("van de waarde", "of the value"),
    "of_weeks": Text("weken stilstand", "weeks of standstill"),
    "shown": Text(
        "De kaart toont: laag {layer}, kleur naar {measure}.", "The map shows: layer {layer}, shaded by {measure}."
    ),
    "into": Text("Samenstellingen (onderdelen die stilvallen)", "Assemblies (parts that stop)"),
    "vague": Text(
        "Bij {count} landen is in een van de lagen niet te beslissen of hun wegvallen iets stillegt; "
        "critical-components.xlsx noemt ze.",
        "For {count} countries it cannot be decided in one of the layers whether their loss stops anything; "
        "critical-components.xlsx names them.",
    ),
    "choose": Text("Beperk tot {name}", "Limit to {name}"),
    "nothing_left": Text("hiervan hangt niets aan {name}.", "nothing of this depends on {name}."),
    "zoom": Text("Uitsnede", "Part of the world"),
    "everywhere": Text("wereld", "world"),
    "europe": Text("Europa", "Europe"),
    "asia": Text("Oost-Azië", "East Asia"),
    "caption": Text(
        "Landen waarvan het wegvallen iets stillegt, de zwaarste eerst",
        "Countries whose loss stops something, the heaviest first",
    ),
    "country": Text("Land", "Country"),
    "stops": Text("Ligt stil", "Stops it"),
    "label": Text(
        "Wereldkaart van {name}. De tabel eronder heeft dezelfde inhoud.",
        "World map of {name}. The table below has the same content.",
    ),
    "none": Text(
        "Van geen enkel land is bekend dat het in zijn eentje iets stillegt. Wat onbekend is, kan er verbergen.",
        "No country is known to stop anything on its own. What is unknown may hide some.",
    ),
    "open": Text("gearceerd: het kan meer zijn", "hatched: it may be more"),
    "unknown": Text(
        "Bij {lines} ({share}) is het land van productie onbekend: elk land, ook een zonder kleur, kan meer stilleggen "
        "dan hier vaststaat.",
        "For {lines} ({share}) the country of manufacture is unknown: any country, also one without a colour, may stop "
        "more than is certain here.",
    ),
    "interval": Text("{low} tot {high}", "{low} to {high}"),
    "not_known": Text("onbekend", "unknown"),
    "nothing": Text("legt niets stil, voor zover bekend", "stops nothing, as far as known"),
    "only": Text("Alleen wat, voor zover bekend, aan {name} hangt", "Only what, as far as known, depends on {name}"),
    "everything": Text("Alles tonen", "Show everything"),
    "network": Text("Toon in het netwerk", "Show in the network"),
    "whatif": Text("Wat als het wegvalt", "What if it is lost"),
    "others": Text("overige samenstellingen", "other assemblies"),
    "no_price": Text("zonder prijs", "without a price"),
    "at_least": Text("minstens {value}", "at least {value}"),
    "borders": Text(
        "Grenzen: Natural Earth, bewerkt door visionscarto; ter oriëntatie, zonder standpunt over enige grens.",
        "Borders: Natural Earth, as changed by visionscarto; for orientation, without a view on any border.",
    ),
}
"""By key; ``{name}`` is filled in by whoever uses it."""

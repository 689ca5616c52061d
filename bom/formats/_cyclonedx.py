"""What both forms of CycloneDX share: what is said of a file that was read."""

from __future__ import annotations

from bom.formats._document import Remark
from depmap.core.issues import Severity
from depmap.core.text import Text

REMARKS = {
    "left_out": Remark(
        "DI008",
        Severity.NOTE,
        Text(
            "overgeslagen omdat het software of gegevens zijn: {count}. Apparaten, firmware, stuurprogramma's en "
            "besturingssystemen zijn gelezen.",
            "left out as software or data: {count}. Devices, firmware, drivers and operating systems were read.",
        ),
    ),
    "supplier_only": Remark(
        "DI009",
        Severity.WARNING,
        Text(
            "componenten met een leverancier en zonder fabrikant: {count}. In CycloneDX kan een leverancier de "
            "fabrikant zijn, maar ook een distributeur; de fabrikant blijft onbekend.",
            "components with a supplier and without a manufacturer: {count}. In CycloneDX a supplier may be the "
            "manufacturer, but also a distributor; the manufacturer stays unknown.",
        ),
        Text(
            "Vraag om een bestand volgens CycloneDX 1.6 of later, met 'manufacturer' per component.",
            "Ask for a file by CycloneDX 1.6 or later, with 'manufacturer' for each component.",
        ),
    ),
    "assembly_repeats": Remark(
        "DI021",
        Severity.WARNING,
        Text(
            "samenstellingen die meer dan eens voorkomen: {count}. Het aantal van een deel daarin is gelezen per "
            "samenstelling; volgens de norm noemt 'cdx:device:quantity' het totaal. Controleer die aantallen.",
            "assemblies that occur more than once: {count}. The quantity of a part in them was read per assembly; by "
            "the standard 'cdx:device:quantity' states the total. Check those quantities.",
        ),
    ),
    "dependency": Remark(
        "DI020",
        Severity.NOTE,
        Text(
            "componenten waarvan volgens 'dependencies' een andere afhangt: {count}. Dat is niet als opbouw gelezen; "
            "alleen een component binnen een andere is een onderdeel ervan.",
            "components on which another one depends by 'dependencies': {count}. This was not read as structure; only "
            "a component inside another one is a part of it.",
        ),
    ),
}
"""By the note of `bom.sandbox.cyclonedx`."""

"""Words of the raw-material hand-off: what cells say, and the lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.material_facts import Listing
from depmap.core.text import Language, Text

SCOPES: Mapping[str, Text] = {
    "world": Text("wereldaanbod", "world's supply"),
    "eu": Text("inkoop van de EU", "bought by the EU"),
}
"""Of what a share is one."""

IMPORTANCE: Mapping[str, Text] = {
    "core": Text("kern", "core"),
    "common": Text("gangbaar", "common"),
    "optional": Text("soms", "optional"),
}
"""How surely a class of components holds a material."""

STATUS: Mapping[str, Text] = {
    "in force": Text("van kracht", "in force"),
    "open": Text("open: na te gaan", "open: to be checked"),
    "suspended": Text("opgeschort tot {until}", "suspended until {until}"),
    "superseded": Text("vervangen", "superseded"),
    "none": Text("geen bekend", "none known"),
    "unknown": Text("onbekend", "unknown"),
}
"""How a control on exports stands."""

NO_COUNTRY = Text("onder geen land gepubliceerd", "published under no country")
NO_SHARES = Text("geen aandelen bekend", "no shares known")
CONTENT_UNKNOWN = Text("niet bekend wat erin zit", "not known what is in it")

CERTAINTY: Mapping[bool, Text] = {True: Text("zeker", "certain"), False: Text("mogelijk", "possible")}
"""Whether a component holds a material."""

TIER_UNIT = Text("bewezen, opgegeven, afgeleid, aangenomen, onbekend", "proven, declared, inferred, assumed, unknown")
CONTROLS = Text(
    "lijst van exportbeperkingen, uit overheids- en persberichten",
    "list of export controls, from government and press reports",
)

STOCK = Text(
    "nationale reserve,Europese reserve,voorraad halffabricaten,voorraad bij leverancier,geen,uitzoeken",
    "national reserve,European reserve,stock of semi-finished goods,stock at supplier,none,investigate",
)
"""What a liaison may choose, separated by commas."""

STOCK_MEANING = Text(
    "In te vullen: of een voorraad wenselijk en mogelijk is, en welke (Kamerbrief 2024, bijlage 1, over voorraden van "
    "schaarse grondstoffen en halffabricaten).",
    "To be filled in: whether a stock is desirable and possible, and which (letter to parliament 2024, annex 1, on "
    "stocks of scarce raw materials and semi-finished goods).",
)

LINES = Text(
    "circulariteit en innovatie,duurzame Europese mijnbouw en raffinage,diversificatie,"
    "verduurzaming van internationale ketens,kennisopbouw en monitoring",
    "circularity and innovation,sustainable European mining and refining,diversification,"
    "making international chains more sustainable,knowledge building and monitoring",
)
"""The five lines of action of the Nationale Grondstoffenstrategie, separated by commas; their wording is assumed."""

LINES_MEANING = Text(
    "In te vullen: een van de vijf handelingslijnen van de Nationale Grondstoffenstrategie (Kamerstuk 32 852, nr. 224, "
    "9 december 2022). De bewoording van de vijf is uit algemene kennis en niet nagegaan: aangenomen.",
    "To be filled in: one of the five lines of action of the Nationale Grondstoffenstrategie (Kamerstuk 32 852, no. "
    "224, 9 December 2022). The wording of the five is general knowledge and was not checked: assumed.",
)


def yes_no(wording: str, language: Language) -> str:
    """Whether a list names it."""
    return (Text("ja", "yes") if wording else Text("nee", "no"))[language]


def basis(listing: Listing, language: Language) -> str | None:
    """Whether supply risk and economic importance are of the material or of a group."""
    kind, _, group = listing.basis.partition(": ")
    if not listing.basis:
        return None
    return (
        Text("groep {group}", "group {group}").format(group=group)[language]
        if kind == "group"
        else (Text("de grondstof", "the material")[language])
    )


TITLES: Mapping[str, Text] = {
    "opening": Text("Samenvatting", "Summary"),
    "overview": Text("Overzicht", "Overview"),
    "shares": Text("Aandelen per land", "Shares by country"),
    "materials": Text("Grondstoffen", "Raw materials"),
    "act": Text("CRM-verordening art. 24", "CRM Act Art. 24"),
    "codebook": Text("Codeboek", "Codebook"),
}
"""The names of the sheets."""

SYSTEM_SHEETS = Text("blad per systeem", "sheet per system")
WHOLE_FILE = Text("hele bestand", "whole file")
MORE = Text(" en nog {count}", " and {count} more")
LEFT_OUT = Text(
    "nog {count} rijen staan hier niet; findings.json heeft ze alle",
    "{count} more rows are not here; findings.json has all",
)
NO_MATERIAL = Text("Van geen enkele grondstof is bekend dat zij nodig is.", "No material is known to be needed.")
NO_MATERIAL_WHY = Text(
    "Van geen component is de klasse bekend of de inhoud opgegeven. Dat is geen teken dat er geen grondstoffen nodig "
    "zijn: vul in de stuklijst omschrijvingen of een kolom met materialen aan, of vraag materiaalopgaven.",
    "Of no component the class is known or the content stated. That is no sign that no materials are needed: add "
    "descriptions or a column of materials to the bill of materials, or ask for material declarations.",
)

NOTES: Mapping[str, Text] = {
    "Wat dit is": Text(
        "De grondstoffen die de systemen nodig hebben of mogelijk nodig hebben, voor de Nationale "
        "Grondstoffenstrategie en het Nederlands Materialen Observatorium. Wat erin zit, is opgegeven of afgeleid uit "
        "de componentklasse; geen lijst is volledig, en hoeveelheden staan er niet in.",
        "The materials that the systems need or may need, for the Nationale Grondstoffenstrategie and the Nederlands "
        "Materialen Observatorium. What is in there is stated or inferred from the component class; no list is "
        "complete, and there are no amounts in it.",
    ),
    "Koppelen met handelsgegevens": Text(
        "Splits HS6 op de puntkomma, zodat elke code een eigen rij krijgt, en koppel op HS6 en Land ISO met het land "
        "van uitvoer, bij gegevens in de editie HS 1992 (CEPII BACI; H0 in UN Comtrade). Een code kan meer "
        "grondstoffen dekken (284690: verbindingen van zeldzame aardmetalen), dus tel gekoppelde handel niet over "
        "grondstoffen op. Sleutel is uniek en blijft van analyse tot analyse gelijk.",
        "Split HS6 at the semicolon so that each code has a row, and join on HS6 and Land ISO with the exporting "
        "country, with data in the edition HS 1992 (CEPII BACI; H0 in UN Comtrade). One code can cover several "
        "materials (284690: compounds of rare earths), so do not add joined trade over materials. Sleutel is unique "
        "and stays the same from analysis to analysis.",
    ),
    "raw-materials.csv": Text(
        "Dezelfde rijen als het blad met aandelen, met in elke rij ook alles van het blad met grondstoffen: UTF-8, "
        "komma, alles tussen aanhalingstekens, decimale punt. Een tekst die een rekenblad voor een formule zou "
        "houden, staat achter een apostrof.",
        "The same rows as the sheet of shares, each also with all of the sheet of materials: UTF-8, comma, everything "
        "quoted, decimal point. A text that a spreadsheet would take for a formula stands behind an apostrophe.",
    ),
    "Gegevensbron": Text(
        "EC 2023: studie van de Europese Commissie, gemiddelden 2016-2020; het netwerk rekent hiermee. WMD 2026: World "
        "Mining Data, productie 2024. USGS 2026: Mineral Commodity Summaries, ramingen voor 2025. De bronnen tellen "
        "niet hetzelfde; tel ze niet op.",
        "EC 2023: study of the European Commission, averages 2016-2020; the network counts with these. WMD 2026: World "
        "Mining Data, production in 2024. USGS 2026: Mineral Commodity Summaries, estimates for 2025. They do not "
        "count the same; do not add them.",
    ),
    "Exportcontrole": Text(
        "De lijst kent alleen maatregelen van: {countries}. Van andere landen is niets nagegaan.",
        "The list knows measures of these countries only: {countries}. Of others nothing was checked.",
    ),
    "Wat niet in de lijst staat": Text(
        "Een opgegeven stof die geen lijst als grondstof kent, staat hier niet; findings.json heeft alle opgaven.",
        "A stated substance that no list knows as a material is not here; findings.json has all statements.",
    ),
}
"""What is to be known before the columns."""

SYSTEM = Text("Systeem", "System")
"""How the table of a system is called, before its number."""

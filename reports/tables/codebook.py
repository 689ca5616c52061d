"""What every sheet of the workbook of critical components shows, and what its columns count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from depmap.core.text import Language, Text
from reports.tables.shared import Table

SHEET = Text("Blad", "Sheet")


def with_sheets(explained: Table, sheets: Iterable[tuple[str, str]], language: Language) -> Table:
    """The explanation, with on top the sheets: each by its key and its name."""
    rows = ((SHEET[language], title, SHOWS[key][language], None, None, None) for key, title in sheets)
    return replace(explained, rows=(*rows, *explained.rows))


SHOWS: Mapping[str, Text] = {
    "summary": Text(
        "De cijfers van elk systeem, uit welke groepen landen het te bouwen is, en hoeveel van de waarde van buiten "
        "Europa komt.",
        "The figures of each system, from which groups of countries it can be built, and how much value comes from "
        "outside Europe.",
    ),
    "critical": Text(
        "De kritieke componenten, de langste stilstand eerst. Besluit en Toelichting zijn aan u. Rechts staan, "
        "ingeklapt, de gegevens waarop elke rij rust.",
        "The critical components, the longest standstill first. Decision and Remark are yours. Folded away on the "
        "right are the data that each row rests on.",
    ),
    "commodities": Text(
        "De componenten achter elke rij handelsgoed in de lijst, een voor een.",
        "The components behind each row of commodities in the list, one by one.",
    ),
    "apart": Text(
        "Besluiten uit een eerder bestand over componenten die er niet meer zijn. Schrap ze als ze niet meer gelden.",
        "Decisions of an earlier file on components that are gone. Strike them when they no longer hold.",
    ),
    "rest": Text(
        "Componenten die elk van de vier verliezen doorstaan en waarover geen bevinding is.",
        "Components that survive each of the four losses and about which there is no finding.",
    ),
    "standstill": Text(
        "Per scenario van het beleid en per laag of het systeem stilvalt en hoeveel weken, minstens en hoogstens. "
        "Leeg of ‘onbekend’ bij hoogstens: er is geen bovengrens, want van onderdelen is de klasse onbekend; "
        "‘met bekende klasse’ rekent zonder die onderdelen. ‘Houdt stand’ is de tijd tot het stilvalt.",
        "By scenario of the policy and by layer whether the system stops and for how many weeks, at least and at most. "
        "Empty or “unknown” at most: there is no upper end, since the class of some parts is unknown; “of known class” "
        "leaves those parts out. “Survives” is the time until it stops.",
    ),
    "findings": Text(
        "Wat elke regel over een onderdeel, leverancier of land vond, ook als het beleid het accepteert. De nummers "
        "verwijzen naar deze uitleg, de onderwerpen naar hun rij in de lijst.",
        "What each rule found about a part, supplier or country, also where the policy accepts it. The numbers lead to "
        "this explanation, the subjects to their row in the list.",
    ),
    "single_points": Text(
        "Elke knoop waarvan het verlies alleen al genoeg is. ‘Zeker’ geldt wat er ook onbekend is, ‘mogelijk’ als een "
        "onbekende tegenvalt. Componenten, regels en waarde: wat dan stilvalt. De keten loopt van het verlies naar het "
        "systeem.",
        "Every node whose loss alone is enough. “Certain” holds whatever is unknown, “possible” if an unknown turns "
        "out badly. Components, lines and value: what then stops. The chain runs from the loss to the system.",
    ),
    "cut_sets": Text(
        "Paren die samen genoeg zijn om het systeem stil te leggen terwijl geen van beide dat alleen is, elk met een "
        "keten per component.",
        "Pairs that together are enough to stop the system while neither is alone, each with a chain per component.",
    ),
    "materials": Text(
        "Per grondstof en stap (winning, verwerking) het land met het grootste aandeel in het wereldaanbod, of dat "
        "alleen genoeg is om de stap te verliezen, en welke componenten dan stilvallen. Een aandeel dat onder geen "
        "land is gepubliceerd, telt als onbekend.",
        "By material and stage (extraction, processing) the country with the largest share of the world's supply, "
        "whether that alone is enough to lose the stage, and which components then stop. A share that is published "
        "under no country counts as unknown.",
    ),
    "importance": Text(
        "Wat er van elke leverancier, eigenaar, grondstof en elk land afhangt, geteld en niet gewogen; daarnaast twee "
        "gangbare maten, alleen ter vergelijking.",
        "What depends on each supplier, parent, country and material, counted and not weighed; beside it two common "
        "measures, for comparison only.",
    ),
    "shares": Text(
        "Welk deel van de regels en van de waarde op een land of leverancier rust, minstens en hoogstens: wat onbekend "
        "is, kan overal bij horen.",
        "Which part of the lines and of the value rests on a country or supplier, at least and at most: what is "
        "unknown may belong to any.",
    ),
    "bonus_malus": Text(
        "De punten voor aangetoonde herkomst en leveringszekerheid, maatregel voor maatregel, met de onderdelen die "
        "ze verdienen of openlaten.",
        "The points for shown origin and security of supply, measure by measure, with the parts that earn them or "
        "leave them open.",
    ),
    "compared": Text("Dezelfde punten van alle systemen naast elkaar.", "The same points of all systems side by side."),
    "issues": Text(
        "Wat in de stuklijst of het beleid fout of twijfelachtig is, met de cel en wat te doen.",
        "What is wrong or doubtful in the bill of materials or the policy, with the cell and what to do.",
    ),
    "explanation": Text("Dit blad: bladen, regels en kolommen.", "This sheet: sheets, rules and columns."),
    "provenance": Text(
        "Waar dit uit gemaakt is: stuklijst, beleid, lijsten en hun datum.",
        "What this was made from: bill of materials, policy, lists and their dates.",
    ),
}
"""What a sheet shows, by the key of its table."""

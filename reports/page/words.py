"""The words of the page that no other part of the product says."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.text import Text

WORDS: Mapping[str, Text] = {
    "eyebrow": Text("Risicokaart van de toeleveringsketen", "Supply-chain risk map"),
    "lead": Text(
        "Wat stilvalt als een leverancier, een land of een grondstof wegvalt, en wat daarover nog onbekend is.",
        "What stops if a supplier, a country or a material falls away, and what is still unknown about that.",
    ),
    "several": Text("{count} systemen", "{count} systems"),
    "skip": Text("Naar de inhoud", "Skip to content"),
    "contents": Text("Inhoud", "Contents"),
    "file": Text("Stuklijst", "Bill of materials"),
    "analysed": Text("Geanalyseerd op", "Analysed on"),
    "choose_system": Text("Systeem", "System"),
    "overview": Text("Overzicht", "Overview"),
    "map": Text("Netwerk", "Network"),
    "list": Text("Kritieke componenten", "Critical components"),
    "points_title": Text("Knelpunten", "Single points of failure"),
    "world": Text("Wereld", "World"),
    "materials_title": Text("Grondstoffen", "Raw materials"),
    "whatif": Text("Wat als", "What if"),
    "bonus_title": Text("Bonus-malus", "Bonus-malus"),
    "made": Text("Verantwoording", "How this was made"),
    "language": Text("Taal", "Language"),
    "first_steps": Text("Wat eerst te doen", "What to do first"),
    "brief": Text(
        "De rest van deze pagina heeft JavaScript nodig. Alles staat ook in critical-components.xlsx.",
        "The rest of this page needs JavaScript. Everything is in critical-components.xlsx as well.",
    ),
    "see": Text("Bekijk", "See"),
    "shares_title": Text("Landen en leveranciers", "Countries and suppliers"),
    "issues_title": Text("Invoerproblemen", "Input problems"),
    "provenance": Text("Verantwoording", "How this was made"),
    "provenance_caption": Text("Invoer, lijsten, beleid en versie", "Input, lists, policy and version"),
    # figures
    "components": Text("componenten", "components"),
    "in_assemblies": Text(
        "{lines:regel|regels}, {assemblies:samenstelling|samenstellingen}",
        "{lines:line|lines}, {assemblies:assembly|assemblies}",
    ),
    "high_or_worse": Text("componenten met graad hoog of kritiek", "components of grade high or critical"),
    "of_listed": Text("van {listed} met een bevinding", "of {listed} with a finding"),
    "points": Text("knelpunten in de levering", "single points of failure in supply"),
    "and_possible": Text("en {possible} als een onbekende tegenvalt", "and {possible} if an unknown turns out badly"),
    "makers": Text("bekende fabrikanten", "known manufacturers"),
    "unknown_makers": Text(
        "{lines:regel|regels} met een onbekende fabrikant", "{lines:line|lines} with an unknown manufacturer"
    ),
    "countries": Text("bekende landen van productie", "known countries of manufacture"),
    "largest_country": Text("meest: {country}, {share} van de regels", "most: {country}, {share} of the lines"),
    "unknown_origin": Text("regels met onbekende herkomst", "lines of unknown origin"),
    "of_lines": Text("van {lines:regel|regels}", "of {lines:line|lines}"),
    # verdicts
    "verdicts_caption": Text(
        "Is het systeem te bouwen uit één groep landen?", "Can the system be built from one group of countries?"
    ),
    "group": Text("Groep landen", "Group of countries"),
    "by_supply": Text("Volgens land van productie", "By country of manufacture"),
    "by_control": Text("Volgens zeggenschap", "By control"),
    "by_material": Text("Volgens grondstoffen", "By materials"),
    "decide": Text("{count} componenten beslissen dit", "{count} components decide this"),
    "decides": Text("1 component beslist dit", "1 component decides this"),
    "not_asked": Text("niet gevraagd", "not asked"),
    "unknowns_caption": Text(
        "Wat onbekend is, en waar het had kunnen staan", "What is unknown, and where it could have been stated"
    ),
    "what": Text("Wat", "What"),
    "times": Text("Aantal", "Count"),
    "about": Text("Bij", "For"),
    "cells": Text("Cellen", "Cells"),
    "nothing_unknown": Text("Er is niets onbekend.", "Nothing is unknown."),
    # network
    "map_intro": Text(
        "Lees van links naar rechts: wat het systeem nodig heeft, wie dat maakt en waar. "
        "Kies een knoop om zijn keten te volgen.",
        "Read from left to right: what the system needs, who makes it and where. Choose a node to follow its chain.",
    ),
    "map_label": Text(
        "Netwerk van {name}: {nodes} knopen en {lines} verbindingen. De tabel eronder heeft dezelfde inhoud.",
        "Network of {name}: {nodes} nodes and {lines} connections. The table below has the same content.",
    ),
    "map_needs_script": Text(
        "De tekening heeft JavaScript nodig. De tabellen op deze pagina hebben dezelfde inhoud.",
        "The drawing needs JavaScript. The tables on this page have the same content.",
    ),
    "net_table": Text("Het netwerk als tabel", "The network as a table"),
    "net_within": Text("Onderdeel van", "Part of"),
    "net_caption": Text(
        "Waar elk component bij hoort en aan hangt: {count}", "What each component is part of and hangs on: {count}"
    ),
    "net_caption_some": Text(
        "Waar elk component bij hoort en aan hangt: de eerste {shown} van {count}; alle staan in de werkmap",
        "What each component is part of and hangs on: the first {shown} of {count}; all are in the workbook",
    ),
    "layer": Text("Laag", "Layer"),
    "search": Text("Zoek een knoop", "Find a node"),
    "search_hint": Text("Naam of nummer", "Name or number"),
    "grade_filter": Text("Graad", "Grade"),
    "all_grades": Text("alle componenten", "all components"),
    "and_worse": Text("{grade} en hoger", "{grade} and above"),
    "only_critical": Text("alleen {grade}", "{grade} only"),
    "country_filter": Text("Land", "Country"),
    "all_countries": Text("alle landen", "all countries"),
    "reset": Text("Alles tonen", "Show all"),
    "zoom_in": Text("Inzoomen", "Zoom in"),
    "zoom_out": Text("Uitzoomen", "Zoom out"),
    "fit": Text("Hele netwerk", "Whole network"),
    "clear": Text("Selectie wissen", "Clear selection"),
    "legend": Text("Legenda", "Legend"),
    "legend_point": Text("dikke rand: knelpunt", "thick border: single point of failure"),
    "legend_possible": Text(
        "streepjesrand: alleen als een onbekende tegenvalt", "dashed border: only if an unknown is bad"
    ),
    "legend_unknown": Text("onbekend (niet per se hetzelfde)", "unknown (not necessarily the same)"),
    "heaviest": Text("Zwaarste knelpunten", "Heaviest single points"),
    "heaviest_intro": Text("Wat het meest meeneemt als het wegvalt.", "What takes most with it if it falls away."),
    "takes": Text("{count} componenten", "{count} components"),
    "takes_one": Text("1 component", "1 component"),
    "chain": Text("Keten naar het systeem", "Chain to the system"),
    "no_match": Text("Geen knoop gevonden.", "No node found."),
    "evidence": Text("bewijs", "evidence"),
    # tables
    "list_caption": Text(
        "Componenten naar stilstand, de langste eerst: {count}", "Components by standstill, the longest first: {count}"
    ),
    "no": Text("Nr.", "No."),
    "grade": Text("Graad", "Grade"),
    "component": Text("Component", "Component"),
    "list_intro": Text(
        "Elk component wordt naar vier verliezen gevraagd: de fabrikant; het land van productie; de eigenaar of het "
        "land van vestiging of eigendom; alle landen buiten de EU, de EER en Oekraïne. Bovenaan staat wat dan het "
        "langst ontbreekt: eerst zeker, dan mogelijk. Handelsgoed staat per klasse bij elkaar.",
        "Every component is asked about four losses: the manufacturer; the country of manufacture; the owner or the "
        "country of the seat or of ownership; all countries outside the EU, the EEA and Ukraine. What is then missing "
        "longest stands on top: first for certain, then possibly. Commodities stand together by class.",
    ),
    "why": Text("Waarom en waardoor", "Why and through what"),
    "reasons": Text("Bevindingen", "Findings"),
    "evidence_head": Text("Bewijs", "Evidence"),
    "who": Text("Wie kan het veroorzaken", "Who can cause it"),
    "standstill": Text("Stilstand", "Standstill"),
    "to_do": Text("Wat te doen", "What to do"),
    "findings_count": Text("Bevindingen: {count}", "Findings: {count}"),
    "in_lines": Text("{lines:regel|regels}", "{lines:line|lines}"),
    "which": Text("Welke", "Which ones"),
    # scenarios
    "scenarios_title": Text("Stilstand", "Standstill"),
    "scenarios_intro": Text(
        "Wat er gebeurt als dit wegvalt. Stilstand is de hersteltijd (aangenomen per componentklasse) min wat de "
        "voorraad overbrugt; de langste telt. Ketens en cellen: depmap whatif STUKLIJST --scenario NAAM.",
        "What happens if this is lost. Standstill is recovery (assumed by component class) minus what the stock "
        "bridges; the longest counts. Chains and cells: depmap whatif BOM --scenario NAME.",
    ),
    "scenarios_caption": Text(
        "De scenario's van het beleid per laag, de langste stilstand eerst",
        "The scenarios of the policy by layer, the longest standstill first",
    ),
    "lost": Text("Wat wegvalt", "What is lost"),
    "stops": Text("Valt het stil?", "Does it stop?"),
    "how_long": Text("Hoe lang?", "For how long?"),
    "from_when": Text("Vanaf wanneer?", "From when?"),
    "ask_first": Text("Wat eerst te vragen", "What to ask first"),
    "low_by": Text("Het minimum komt van", "The least comes from"),
    "more_alike": Text("en nog {count} met dezelfde uitkomst", "and {count} more with the same outcome"),
    "stopping": Text("{certain} zeker, {possible} mogelijk", "{certain} certainly, {possible} possibly"),
    "then_ask": Text("en daarna", "and then"),
    "nothing_to_ask": Text("niets", "nothing"),
    "no_scenarios": Text("Het beleid noemt geen scenario's.", "The policy names no scenarios."),
    "map_column": Text("Kaart", "Map"),
    "on_map": Text("Op de kaart", "On the map"),
    "all_fields": Text("Alle gegevens", "All details"),
    "not_stated": Text("niet opgegeven", "not stated"),
    "maker_unknown": Text("onbekende fabrikant", "unknown manufacturer"),
    "country_unknown": Text("land onbekend", "country unknown"),
    "rest": Text(
        "Componenten die standhouden en geen bevinding hebben: {count}",
        "Components that survive and have no finding: {count}",
    ),
    "left_out": Text(
        "Hier staan de eerste {shown}; de andere ({count}) staan in critical-components.xlsx.",
        "These are the first {shown}; the others ({count}) are in critical-components.xlsx.",
    ),
    "more": Text("en nog {count}; zie findings.json", "and {count} more; see findings.json"),
    "no_components": Text(
        "Elk component houdt bij elk van de vier verliezen een bron over, en geen heeft een bevinding.",
        "Every component keeps a source under all four losses, and none has a finding.",
    ),
    "other_findings": Text(
        "Bevindingen over leveranciers, landen en het systeem", "Findings on suppliers, countries and the system"
    ),
    "rule": Text("Regel", "Rule"),
    "subject": Text("Onderwerp", "Subject"),
    "finding": Text("Bevinding", "Finding"),
    "accepted": Text("geaccepteerd", "accepted"),
    "points_caption": Text(
        "Knelpunten, wat in zijn eentje het systeem stillegt: {count}",
        "Single points, what stops the system on its own: {count}",
    ),
    "name": Text("Naam", "Name"),
    "kind": Text("Soort", "Kind"),
    "certainty": Text("Zekerheid", "Certainty"),
    "takes_title": Text("Componenten", "Components"),
    "no_points": Text("Er zijn geen knelpunten gevonden.", "No single points of failure were found."),
    "together_title": Text("Uitvalcombinaties", "Cut sets"),
    "together_caption": Text(
        "Paren die alleen samen het systeem stilleggen: {count}",
        "Pairs that stop the system only together: {count}",
    ),
    "together_intro": Text(
        "Twee bronnen van hetzelfde onderdeel beschermen niet tegen het wegvallen van beide. Geteld zijn paren waarvan "
        "zeker is dat ze samen het systeem stilleggen; daaronder staan paren waarvoor een onbekende moet tegenvallen.",
        "Two sources of the same part do not protect against the loss of both. Counted are pairs that certainly stop "
        "the system together; below them are pairs for which an unknown must turn out badly.",
    ),
    "together": Text("Samen", "Together"),
    "chains": Text("Ketens", "Chains"),
    "no_together": Text(
        "In wat bekend is zijn geen paren gevonden die het systeem alleen samen stilleggen. Wat onbekend is, kan er "
        "verbergen.",
        "In what is known no pairs were found that stop the system only together. What is unknown may hide some.",
    ),
    "shares_intro": Text(
        "Het deel van het systeem dat stilvalt zonder dit land of deze leverancier: minstens als alle onbekenden "
        "elders liggen, hoogstens als ze alle hier liggen.",
        "The part of the system that stops without this country or supplier: at least, if all unknowns lie elsewhere; "
        "at most, if they all lie here.",
    ),
    "countries_caption": Text("Landen van productie", "Countries of manufacture"),
    "suppliers_caption": Text("Leveranciers", "Suppliers"),
    "by_lines": Text("Deel van de regels", "Share of the lines"),
    "by_value": Text("Deel van de waarde", "Share of the value"),
    "only_possible": Text(
        "Nog {count}, alleen als onbekenden hier blijken te liggen",
        "Another {count}, only if unknowns turn out to lie here",
    ),
    "cannot_tell": Text("niet te bepalen", "cannot be determined"),
    "severity": Text("Ernst", "Severity"),
    "problem": Text("Probleem", "Problem"),
    "cell": Text("Cel", "Cell"),
    "issues_caption": Text("Invoerproblemen: {count}", "Input problems: {count}"),
    "no_issues": Text(
        "In de stuklijst is niets gevonden dat aandacht vraagt.", "Nothing in the bill of materials asks for attention."
    ),
    "rules_caption": Text("De regels", "The rules"),
    "sort": Text("sorteer op", "sort by"),
    "footer": Text(
        "Gemaakt met depmap {version}. Deze pagina is één bestand, vraagt niets op en werkt zonder netwerk.",
        "Made with depmap {version}. This page is one file, requests nothing and works without a network.",
    ),
}
"""By key; ``{name}`` is filled in by whoever uses it."""

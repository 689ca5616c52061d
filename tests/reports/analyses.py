"""Analyses to write reports from: a small one, a hostile one, and a reconnaissance drone of some 180 lines."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from depmap.core.answers import Counts, Loss
from depmap.core.evidence import CellRef, Tier
from depmap.core.graph import Graph, Kind, Layer, node_id
from depmap.core.issues import Issue, Severity
from depmap.core.judgement import Analysis, Finding, Grade, Rule, SystemAnalysis
from depmap.core.material_lists import material_world
from depmap.core.model import Bom, Component
from depmap.core.run import ListInUse, Run
from depmap.core.shares import ContentTest
from depmap.core.sketch import sketch
from depmap.core.text import Language, Text
from depmap.network import LAYERS, Network
from depmap.network.content import cost_outside
from depmap.network.criticality import Asked, criticalities
from depmap.network.diversity import herfindahl
from depmap.network.extent import lines_by_component
from depmap.network.importance import Established, importance
from depmap.network.importance.centralities import centralities
from depmap.network.standstill import outages
from risk_rules import Facts, load_policy
from risk_rules.bonus_malus import statement

GROUPS: Mapping[str, Text] = {
    "NL": Text("Nederland", "the Netherlands"),
    "EU": Text("de Europese Unie", "the European Union"),
    "EU+EEA+UA": Text("EU, EER en Oekraïne", "EU, EEA and Ukraine"),
    "NATO": Text("de NAVO-landen", "NATO countries"),
    "without-CN": Text("alle landen buiten China", "all countries but China"),
}
MEMBERS = {
    "NL": {"NL"},
    "EU": {"NL", "DE", "FR", "PL", "AT", "LV"},
    "EU+EEA+UA": {"NL", "DE", "FR", "PL", "AT", "LV", "NO", "UA"},
    "NATO": {"NL", "DE", "FR", "PL", "LV", "NO", "US", "GB"},
    "without-CN": {"NL", "DE", "FR", "PL", "AT", "LV", "NO", "UA", "US", "GB", "CH", "JP", "TW", "KR", "AU"},
}
COMMODITIES = ("fastener", "resistor", "ceramic-capacitor", "inductor")
WEEKS = {"bldc-motor": 26.0, "esc": 20.0, "fastener": 2.0}
LOSSES = (
    Loss("CN", Text("China valt weg", "China is lost"), ("country:CN",)),
    Loss("T-Motor", Text("T-Motor valt weg", "T-Motor is lost"), ("supplier:T-Motor",)),
    Loss("AQ", Text("Antarctica valt weg", "Antarctica is lost"), ("country:AQ",)),
)
MAKERS: dict[str, tuple[str, str, str]] = {
    "T-Motor": ("CN", "Nanchang Sanrui Brand Technology", "CN"),
    "Hobbywing": ("CN", "Hobbywing Technology", "CN"),
    "CUAV": ("CN", "", ""),
    "Siyi Technology": ("CN", "", ""),
    "Holybro": ("CN", "", ""),
    "Foxtech": ("CN", "", ""),
    "Grepow": ("CN", "Grepow Battery", "CN"),
    "u-blox": ("CH", "ZI Zenith", "US"),
    "STMicroelectronics": ("CH", "STMicroelectronics N.V.", "NL"),
    "NXP Semiconductors": ("NL", "NXP Semiconductors N.V.", "NL"),
    "Nexperia": ("NL", "Wingtech", "CN"),
    "Infineon Technologies": ("DE", "Infineon Technologies AG", "DE"),
    "Bosch Sensortec": ("DE", "Robert Bosch", "DE"),
    "Würth Elektronik": ("DE", "Würth-Gruppe", "DE"),
    "Texas Instruments": ("US", "Texas Instruments", "US"),
    "Analog Devices": ("US", "Analog Devices", "US"),
    "TE Connectivity": ("IE", "TE Connectivity", "US"),
    "Amphenol": ("US", "Amphenol", "US"),
    "Molex": ("US", "Koch Industries", "US"),
    "Teledyne FLIR": ("US", "Teledyne Technologies", "US"),
    "Doodle Labs": ("US", "", ""),
    "Murata": ("JP", "Murata Manufacturing", "JP"),
    "TDK": ("JP", "TDK", "JP"),
    "TDK InvenSense": ("US", "TDK", "JP"),
    "Sony Semiconductor": ("JP", "Sony Group", "JP"),
    "Yageo": ("TW", "Yageo", "TW"),
    "Samsung SDI": ("KR", "Samsung", "KR"),
    "Molicel": ("TW", "Taiwan Cement", "TW"),
    "Maxon": ("CH", "Maxon International", "CH"),
    "Sensirion": ("CH", "Sensirion Holding", "CH"),
    "JAE": ("JP", "", ""),
    "Hirose": ("JP", "Hirose Electric", "JP"),
    "Carbon Team Gelderland": ("NL", "", ""),
    "Delft Composieten": ("NL", "", ""),
    "Fijnmechanica Veluwe": ("NL", "", ""),
    "Rotortechniek Brabant": ("NL", "", ""),
    "Kongsberg Discovery": ("NO", "Kongsberg Gruppen", "NO"),
}
"""Fictional links between real kinds of companies, for the tests only: seat, ultimate parent, country of ownership."""

_ELECTRONICS = [
    ("Weerstand {n} kΩ 1 % 0402", ["Yageo@TW", "TDK@JP"], "RC0402FR-07{n}KL"),
    ("Condensator {n} nF X7R 0402", ["Murata@JP", "TDK@JP"], "GRM155R71E{n}4KA01"),
    ("Condensator {n} µF 0805", ["Murata"], "GRM21BR61E{n}6KA73"),
    ("Ferrietkraal {n} Ω", ["Würth Elektronik@DE", "Murata@JP"], "74279{n}"),
    ("MOSFET N-kanaal {n} V", ["Nexperia@CN", "Infineon Technologies@AT"], "PSMN{n}-40YS"),
    ("Schottkydiode {n} A", ["Nexperia"], "PMEG60{n}ELR"),
    ("Spanningsregelaar {n} V", ["Texas Instruments@US", "Analog Devices"], "TPS5{n}20"),
    ("Connector {n}-polig JST-GH", ["@CN"], "SM{n:02d}B-GHS-TB"),
]


def _electronics(prefix: str, count: int) -> tuple[dict[str, object], dict[str, dict[str, object]]]:
    parts: dict[str, object] = {}
    fields: dict[str, dict[str, object]] = {}
    for i in range(count):
        name, sources, number = _ELECTRONICS[i % len(_ELECTRONICS)]
        n = (i // len(_ELECTRONICS) + 1) * 10 + len(prefix)
        identity = f"{prefix}-{i + 1:03d}"
        parts[identity] = list(sources)
        fields[identity] = {
            "description": name.format(n=n),
            "part_number": number.format(n=n),
            "component_class": [
                "resistor",
                "capacitor",
                "capacitor",
                "inductor",
                "mosfet",
                "diode",
                "power_ic",
                "connector",
            ][i % 8],
            "quantity": Decimal(4 + i % 9),
            "cost": Decimal("0.12") * (1 + i % 9),
            "stock": Decimal(2000) if i % 3 == 0 else None,
        }
    return parts, fields


_MAIN: dict[str, dict[str, tuple[list[str], str, str]]] = {
    "Casco": {
        "CAS-010": (["Carbon Team Gelderland@NL!"], "Rompschaal boven, koolstofvezel", "airframe"),
        "CAS-011": (["Carbon Team Gelderland@NL!"], "Rompschaal onder, koolstofvezel", "airframe"),
        "CAS-020": (["Delft Composieten@NL!", "Carbon Team Gelderland@NL"], "Rotorarm 300 mm", "airframe"),
        "CAS-021": (["Fijnmechanica Veluwe@NL"], "Armscharnier, aluminium 7075", "machined"),
        "CAS-030": (["Fijnmechanica Veluwe@NL", "Rotortechniek Brabant@NL"], "Landingspoot", "machined"),
        "CAS-040": ([""], "Schroef M3x8 A2", "fastener"),
        "CAS-041": ([""], "Schroef M2,5x6 A2", "fastener"),
        "CAS-042": (["@DE"], "Trillingsdemper 8 mm", "fastener"),
        "CAS-050": (["@CN"], "Kabelboom casco", "harness"),
    },
    "Aandrijving": {
        "AAN-100": (["T-Motor@CN"], "Borstelloze motor MN5008 KV170", "bldc-motor"),
        "AAN-110": (["Hobbywing@CN", "T-Motor@CN"], "Motorregelaar XRotor 60A", "esc"),
        "AAN-120": (["T-Motor@CN", "Rotortechniek Brabant@NL!"], "Propeller 18x6,1 koolstof", "propeller"),
        "AAN-130": (["Maxon@CH"], "Servomotor kantelmechanisme", "bldc-motor"),
    },
    "Energie": {
        "ENE-200": (["Molicel@TW", "Samsung SDI@KR"], "Li-ioncel 21700 P42A", "battery"),
        "ENE-210": (["Grepow@CN"], "Accupakket 6S 22 Ah", "battery"),
        "ENE-220": (["Texas Instruments"], "Accubewaking BQ76952", "power_ic"),
        "ENE-230": (["Amphenol@CN~", "@CN"], "Vermogensconnector AS150U", "connector"),
        "ENE-240": (["TE Connectivity"], "Hoofdrelais 100 A", "relay"),
    },
    "Vluchtbesturing": {
        "VLB-300": (["Holybro@CN", "CUAV@CN"], "Autopiloot Pixhawk 6X", "autopilot"),
        "VLB-310": (["STMicroelectronics"], "Processor STM32H753IIK6", "processor"),
        "VLB-311": (["Bosch Sensortec@DE"], "Traagheidssensor BMI088", "sensor"),
        "VLB-312": (["TDK InvenSense"], "Traagheidssensor ICM-45686", "sensor"),
        "VLB-313": (["Bosch Sensortec"], "Barometer BMP388", "sensor"),
        "VLB-314": (["NXP Semiconductors@TW?"], "CAN-transceiver TJA1463", "interface_ic"),
        "VLB-320": (["u-blox"], "GNSS-ontvanger ZED-F9P", "gnss"),
        "VLB-321": (["u-blox@AT", "Kongsberg Discovery@NO"], "GNSS-antenne L1/L2", "antenna"),
        "VLB-330": (["Sensirion@CH!"], "Pitotsensor SDP33", "sensor"),
    },
    "Datalink": {
        "DAT-400": (["Doodle Labs@US", "Siyi Technology@CN"], "Radio mesh 2,4 GHz", "radio"),
        "DAT-410": (["@CN"], "Antenne 5 dBi", "antenna"),
        "DAT-420": (["Siyi Technology@CN"], "Afstandsbediening MK15", "radio"),
        "DAT-430": (["Hirose@JP", "JAE"], "Coaxconnector U.FL", "connector"),
    },
    "Sensorpakket": {
        "SEN-500": (["Teledyne FLIR@US!"], "Warmtebeeldcamera Boson+ 640", "camera"),
        "SEN-510": (["Sony Semiconductor@JP"], "Beeldsensor IMX412", "sensor"),
        "SEN-520": (["Foxtech"], "Gimbal 3-assig", "gimbal"),
        "SEN-530": (["@CN"], "Lens 16 mm f/2,0", "optics"),
        "SEN-540": ([""], "Laserafstandsmeter 1,5 km", "sensor"),
    },
}


@functools.cache
def drone_bom(system: str = "Verkenningsdrone Torenvalk") -> Bom:
    """Six assemblies, three boards below them, about 180 lines."""
    parts: dict[str, object] = {}
    fields: dict[str, object] = {}
    for assembly, components in _MAIN.items():
        content: dict[str, object] = {}
        for number, (identity, (sources, description, kind)) in enumerate(components.items()):
            content[identity] = list(sources)
            fields[identity] = {
                "description": description,
                "part_number": identity,
                "component_class": kind,
                "quantity": Decimal(4 if assembly == "Aandrijving" else 1 + number % 3),
                "cost": Decimal(number * 37 + 12) + Decimal("0.95"),
                "lead_time_weeks": Decimal(6 + number * 3) if number % 2 else None,
                "stock": Decimal(number * 5) if number % 4 == 1 else None,
            }
        parts[assembly] = content
    boards = (("Energie", "Voedingsprint", "VPR", 34), ("Vluchtbesturing", "Draagprint autopiloot", "DRA", 52))
    for owner, board, prefix, count in (*boards, ("Sensorpakket", "Beeldverwerkingsprint", "BVP", 56)):
        content, extra = _electronics(prefix, count)
        owning = parts[owner]
        if isinstance(owning, dict):
            owning[board] = content
        fields.update(extra)
    parts["$components"] = fields
    parts["$suppliers"] = {
        name: {"seat": seat, "parent": parent, "ownership": owner} for name, (seat, parent, owner) in MAKERS.items()
    }
    bom = sketch(system, parts)
    issues = (
        Issue(
            "DI012",
            Severity.WARNING,
            Text("'twaalf' is geen aantal.", "'twaalf' is not a number."),
            CellRef("torenvalk.xlsx", "Stuklijst", 14, "D"),
            Text("Vul een getal in, bijvoorbeeld 12.", "Enter a number, for example 12."),
        ),
        Issue(
            "DI031",
            Severity.NOTE,
            Text("Kolom H is niet herkend.", "Column H was not recognised."),
            CellRef("torenvalk.xlsx", "Stuklijst", 3, "H"),
        ),
        Issue(
            "DI040",
            Severity.ERROR,
            Text("Regel 77 heeft geen artikelnummer.", "Row 77 has no part number."),
            CellRef("torenvalk.xlsx", "Stuklijst", 77, "B"),
        ),
    )
    return replace(bom, file="torenvalk.xlsx", sha256="5f2b" * 16, currency="EUR", issues=issues, dnp_lines=2)


def nothing(case: object) -> Iterable[Finding]:
    """A rule that finds nothing: only its texts matter here."""
    return ()


def rule(identity: str, nl: str, en: str, grade: Grade) -> Rule[object]:
    """A rule with texts."""
    return Rule(
        identity,
        Text(nl, en),
        Text(f"{nl}: wat er gevonden wordt.", f"{en}: what is found."),
        Text("Dit raakt het voortzettingsvermogen.", "This affects staying power."),
        Text("Zoek een tweede bron.", "Find a second source."),
        Text("Kamerbrief 2026", "Letter to parliament 2026"),
        Layer.SUPPLY,
        grade,
        nothing,
    )


RULES = (
    rule("DM101", "Enkele bron", "Single source", Grade.HIGH),
    rule("DM102", "Enkel land", "Single country", Grade.MEDIUM),
    rule("DM103", "Geen bron in de EU", "No EU source", Grade.LOW),
    rule("DM104", "Land van zorg", "Country of concern", Grade.CRITICAL),
    rule("DM105", "Onbekende herkomst", "Unknown origin", Grade.MEDIUM),
)


def _component_findings(system: str, component: Component) -> Iterable[Finding]:
    known = sorted({s.manufacture.value for s in component.sources if s.manufacture.known and s.manufacture.value})
    open_ones = [s for s in component.sources if not s.manufacture.known]
    subject = node_id(Kind.COMPONENT, component.id)

    def found(identity: str, grade: Grade, nl: str, en: str, *facts: tuple[str, object]) -> Finding:
        return Finding(
            identity, grade, system, subject, Layer.SUPPLY, Text(nl, en), facts, Tier.DECLARED, component.cells
        )

    maker = component.sources[0].manufacturer.value
    if len(component.sources) == 1 and maker:
        yield found(
            "DM101",
            Grade.HIGH,
            f"Er is één goedgekeurde bron: {maker}.",
            f"There is one approved source: {maker}.",
            ("sources", 1),
        )
    if known == ["CN"] and not open_ones:
        yield found(
            "DM104",
            Grade.CRITICAL,
            "Alle bronnen worden in China gemaakt.",
            "All sources are made in China.",
            ("countries", ["CN"]),
        )
    elif len(known) == 1 and not open_ones and not {*known} & MEMBERS["EU"]:
        yield found(
            "DM103",
            Grade.LOW,
            f"Geen bron in de EU; wel in {known[0]}.",
            f"No source in the EU; made in {known[0]}.",
            ("countries", known),
        )
    if len(open_ones) == len(component.sources):
        yield found(
            "DM105",
            Grade.MEDIUM,
            "Van geen enkele bron is het land van productie bekend.",
            "No source has a known country of manufacture.",
        )


def findings_of(bom: Bom) -> tuple[Finding, ...]:
    """What simple rules would find: enough of it to fill every grade."""
    all_found = [finding for component in bom.components for finding in _component_findings(bom.system, component)]
    for each in all_found[3:4]:
        all_found[3] = replace(each, accepted="Voorraad voor vijf jaar aanwezig (tot 2027-06-30)")
    return tuple(sorted(all_found, key=lambda finding: (-finding.grade, finding.rule, finding.subject)))


def run(language: Language = "nl") -> Run:
    """A run of a fixed date."""
    lists = (
        ListInUse("countries", Text("Landen en gebieden", "Countries and areas"), "2026-09-01", 249),
        ListInUse("manufacturers", Text("Fabrikanten", "Manufacturers"), "2026-10-14", 612),
    )
    changes = (("rules.DM104.countries", ["CN", "RU"]),)
    return Run("0.1.0", "2026-11-21", language, "default", "ab" * 32, changes, lists)


def counted(bom: Bom, graph: Graph) -> Counts:
    """The figures, counted here and not by the product."""
    unknown_origin = [c for c in bom.components if any(not s.manufacture.known for s in c.sources)]
    unknown_maker = [c for c in bom.components if any(not s.manufacturer.known for s in c.sources)]
    made_in = {s.manufacture.value for c in bom.components for s in c.sources if s.manufacture.known}
    costs = [c.cost for c in bom.components if c.cost is not None]
    return Counts(
        lines=bom.lines,
        components=len(bom.components),
        assemblies=len(bom.assemblies),
        suppliers=len(bom.suppliers),
        countries=len(made_in),
        unknown_origin_lines=sum(c.lines for c in unknown_origin),
        unknown_manufacturer_lines=sum(c.lines for c in unknown_maker),
        value_low=float(sum(costs)) if costs else None,
        value_high=float(sum(costs)) if len(costs) == len(bom.components) else None,
        currency=bom.currency,
    )


def content_of(bom: Bom, *inside: str, limit: float = 0.35) -> tuple[ContentTest, ...]:
    """One law, that counts these countries; those of the EU and Norway when none are named."""
    share = cost_outside(bom, set(inside) or MEMBERS["EU"] | {"NO"})
    law = Text("Wet", "Act")
    article = Text("Wet, art. 1", "Act, Art. 1")
    return (ContentTest("ACT-1", "DM301", law, article, "EU+EEA", Text("EU en EER", "EU and EEA"), limit, share),)


def _commodities(bom: Bom) -> frozenset[str]:
    return frozenset(f"component:{each.id}" for each in bom.components if each.component_class in COMMODITIES)


def analysed(bom: Bom, findings: tuple[Finding, ...] = ()) -> SystemAnalysis:
    """A bill of materials with its answers, worked out by the network itself."""
    network = Network.of(bom, material_world())
    times = outages(bom, WEEKS, systems_per_week=0.5)
    single_points = tuple(point for layer in LAYERS for point in network.single_points(layer))
    cut_sets = tuple(sets for layer in LAYERS for sets in network.cut_sets(layer))
    measures = centralities(network.graph)
    established = Established(single_points, cut_sets, times, lines_by_component(bom))
    return SystemAnalysis(
        bom=bom,
        graph=network.graph,
        counts=counted(bom, network.graph),
        single_points=single_points,
        cut_sets=cut_sets,
        groups=tuple(verdict for layer in LAYERS for verdict in network.buildable_from(MEMBERS, layer)),
        concentration=network.concentration(bom),
        diversity=herfindahl(bom, {"screw": "structure"}),
        outages=times,
        standstills=tuple(each for layer in LAYERS[:2] for each in network.standstills(times, LOSSES, (layer,))),
        findings=findings,
        importance=tuple(each for layer in LAYERS for each in importance(network.graph, layer, established, measures)),
        centralities=measures,
        content=content_of(bom),
        criticality=criticalities(Asked(network.graph, times, frozenset(MEMBERS["EU+EEA+UA"]), _commodities(bom))),
        statement=statement(Facts(bom, network.graph, outages=times), load_policy()),
    )


def analysis(*boms: Bom, language: Language = "nl") -> Analysis:
    """The whole of a run over these bills of materials."""
    systems = tuple(analysed(bom, findings_of(bom)) for bom in boms)
    return Analysis(run(language), systems, RULES, GROUPS)


@functools.cache
def drone(language: Language = "nl") -> Analysis:
    """The reconnaissance drone."""
    return analysis(drone_bom(), language=language)


HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "javascript:window.hacked=1",
    "http://example.org/tracker.png",
    "{{ 7*7 }}{% raw %}",
    "__proto__",
    "constructor",
    "tab\there\nand a line",
    "escape \x1b[31m and \x07 bell",
    "left \u202e right",
    "_x001B_",
    "half \ud800 a pair",
    "line\u2028separator",
    "'apostrophe",
    "&amp; & <b>",
)
"""Names as nobody should write them; see what each does in a spreadsheet or on a page."""


def hostile_bom(names: tuple[str, ...] = HOSTILE) -> Bom:
    """A bill of materials in which everything foreign has a hostile name."""
    parts: dict[str, object] = {names[4]: {f"id {name}": [f"{name.replace('@', '(at)')}@CN"] for name in names}}
    parts["$components"] = {
        f"id {name}": {"description": name, "part_number": name, "component_class": name} for name in names
    }
    parts["$suppliers"] = {name: {"seat": "CN", "parent": name, "ownership": name} for name in names if "@" not in name}
    bom = sketch(names[4], parts)
    issues = tuple(
        Issue("DI999", Severity.WARNING, Text(name, name), CellRef("x.xlsx", name, 1, "A"), Text(name, name))
        for name in names
    )
    return replace(bom, file="<b>x.xlsx", issues=issues)


def large_bom(blocks: int = 30, each: int = 30) -> Bom:
    """More components than can be drawn at once, in assemblies of the same size."""
    parts = {f"deel {n}": {f"D{n}-{k}": ["Acme@CN" if k % 3 else "@DE"] for k in range(each)} for n in range(blocks)}
    return sketch("groot", parts)


@functools.cache
def hostile(language: Language = "nl") -> Analysis:
    """An analysis of it, in which also every message is hostile."""
    bom = hostile_bom()
    found = tuple(replace(each, message=Text(each.subject, each.subject)) for each in findings_of(bom))
    return Analysis(run(language), (analysed(bom, found),), RULES, GROUPS)

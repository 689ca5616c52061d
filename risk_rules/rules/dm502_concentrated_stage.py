"""DM502: a material of which one third country supplies more than the yardstick at a stage."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.material_facts import Supply
from depmap.core.material_lists import listings, supplies
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.holding import holders
from risk_rules.looking import country_names, stepped

EU = Text(
    "{country} levert {share} % van wat de EU inkoopt aan {material} ({stage}), meer dan de maatstaf van {limit} %; "
    "{held}.",
    "{country} supplies {share} % of what the EU buys of {material} ({stage}), more than the yardstick of {limit} %; "
    "{held}.",
)
WORLD = Text(
    "{country} levert {share} % van de wereldproductie van {material} ({stage}), meer dan de maatstaf van {limit} %; "
    "{held}.",
    "{country} supplies {share} % of the world's production of {material} ({stage}), more than the yardstick of "
    "{limit} %; {held}.",
)
STAGES = {"extraction": Text("winning", "extraction"), "processing": Text("verwerking", "processing")}


def check(case: Case) -> Iterator[Finding]:
    """Every stage of a material in use with a third country above the yardstick; lower when it is only possible."""
    home, limit = case.group().members, case.number("percent")
    names = listings()
    for material, held in holders(case.facts.graph).items():
        name = material.partition(":")[2]
        for stage in STAGES:
            supply = _supply(name, stage)
            third = {code: share for code, share in supply.shares.items() if code not in home} if supply else {}
            if supply is None or not third or max(third.values()) <= limit:
                continue
            country = max(third, key=lambda code: (third[code], code))
            stage_node = node_id(Kind.STAGE, f"{name}/{stage}")
            said = f"{third[country]:g}"
            yield case.finding(
                stage_node if stage_node in case.facts.graph.nodes else material,
                (EU if supply.scope == "eu" else WORLD).format(
                    country=country_names([country]),
                    share=Text(said.replace(".", ","), said),
                    material=names[name].material.name if name in names else name,
                    stage=STAGES[stage],
                    limit=limit,
                    held=held.told,
                ),
                stepped(case.grade, (country in case.policy.concern) - (not held.certain)),
                held.support,
                material=name,
                stage=stage,
                country=country,
                share=third[country] / 100,
                scope=supply.scope,
                source=f"{supply.source} ({supply.years})",
                components=held.certain,
                possible=held.possible,
            )


def _supply(material: str, stage: str) -> Supply | None:
    """Whom the EU buys it from, where that is known; else the world's supply."""
    for scope in ("eu", "world"):
        for supply in supplies().get((material, stage, scope), ()):
            return supply
    return None


RULE: Rule[Case] = Rule(
    id="DM502",
    title=Text("Grondstof uit één derde land", "Material from one third country"),
    what=Text(
        "Een grondstof in gebruik waarvan één land buiten de EU bij winning of verwerking meer levert dan de maatstaf: "
        "van wat de EU inkoopt, of als dat niet bekend is van de wereldproductie. De 65 % van de CRM Act is een "
        "streefwaarde voor de hele Unie, per strategische grondstof; voor een systeem is het alleen een maatstaf. Een "
        "zorgland: een graad hoger; bevat geen component de grondstof zeker: een graad lager.",
        "A material in use of which one country outside the EU supplies more than the yardstick at extraction or "
        "processing: of what the EU buys, or where that is not known of the world's production. The 65 % of the CRM "
        "Act is a benchmark for the whole Union, per strategic material; for a system it is a yardstick only. A "
        "country of concern: one grade higher; held by no component for certain: one grade lower.",
    ),
    why=Text(
        "Sluit dat land de kraan, dan stokt de productie van componenten overal, ook bij Europese fabrikanten.",
        "When that country turns off the tap, production of components stalls everywhere, at European makers too.",
    ),
    action=Text(
        "Leg voorraad aan van de componenten of de grondstof, en breng dit in bij de Nationale Grondstoffenstrategie "
        "(diversificatie, voorraden, verwerking in Europa).",
        "Build stock of the components or the material, and bring this to the Nationale Grondstoffenstrategie "
        "(diversification, stocks, processing in Europe).",
    ),
    reference=Text(
        "Verordening (EU) 2024/1252 (CRM Act), art. 5(1)(b). Kamerbrief APOS 2026: samenwerking binnen de Nationale "
        "Grondstoffenstrategie.",
        "Regulation (EU) 2024/1252 (CRM Act), Art. 5(1)(b). Kamerbrief APOS 2026: cooperation within the Nationale "
        "Grondstoffenstrategie.",
    ),
    layer=Layer.MATERIAL,
    grade=Grade.LOW,
    check=check,
    params=(
        Param(
            "group", "EU", Text("Landengroep die niet als derde land geldt.", "Countries that are no third country.")
        ),
        Param(
            "percent", 65, Text("Meer dan zoveel procent is een bevinding.", "More than so many per cent is a finding.")
        ),
    ),
    uses=("concern",),
    laws=("crma-5-1-b",),
    fires={"motor": ["Acme@DE"], "$components": {"motor": {"component_class": "bldc-motor"}}},
    silent={"motor": ["Acme@DE"]},
)

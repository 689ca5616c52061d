"""DM302: the cost of components from outside the EU and the EEA, against the limit of EDIP."""

from __future__ import annotations

from depmap.core.graph import Layer
from depmap.core.judgement import Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.content import WHAT, content_findings

RULE: Rule[Case] = Rule(
    id="DM302",
    title=Text("Europese inhoud volgens EDIP", "European content under EDIP"),
    what=WHAT.format(law="EDIP", group=Text("de EU en de EER-landen", "the EU and the EEA States")),
    why=Text(
        "Alleen wat aan de eis voldoet kan met EDIP worden gesteund. Oekraïense componenten tellen hier niet mee, voor "
        "SAFE wel; wie van beide gebruik wil maken, moet aan beide voldoen.",
        "Only what meets the requirement can be supported through EDIP. Ukrainian components do not count here, for "
        "SAFE they do; whoever wants to use both must meet both.",
    ),
    action=Text(
        "Vraag herkomst en prijs van de genoemde regels op; vervang de duurste onderdelen van buiten door Europese.",
        "Ask for origin and price of the lines named; replace the dearest parts from outside by European ones.",
    ),
    reference=Text(
        "Verordening (EU) 2025/2643 (EDIP), art. 10(3): ten hoogste 35 % van de geraamde kosten van de componenten "
        "van het eindproduct van buiten de Unie en geassocieerde landen (art. 8). Kamerbrief productie- en "
        "leveringszekerheid 2024: herkomst weegt mee.",
        "Regulation (EU) 2025/2643 (EDIP), Art. 10(3): at most 35 % of the estimated cost of the components of the "
        "end product from outside the Union and associated countries (Art. 8). Kamerbrief productie- en "
        "leveringszekerheid 2024: origin is weighed.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=content_findings,
    params=(
        Param("group", "EU+EEA", Text("Landengroep waarvan componenten tellen.", "Countries whose components count.")),
        Param("percent", 35, Text("Ten hoogste zoveel procent van buiten.", "At most so many per cent from outside.")),
    ),
    laws=("edip-10-3", "edip-8"),
    fires={"motor": ["Acme@CN"], "camera": ["Acme@DE"]},
    silent={"motor": ["Acme@IS"], "camera": ["Acme@DE", "Volt@NO"]},
)

"""DM301: the cost of components from outside the EU, the EEA and Ukraine, against the limit of SAFE."""

from __future__ import annotations

from depmap.core.graph import Layer
from depmap.core.judgement import Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.content import WHAT, content_findings

RULE: Rule[Case] = Rule(
    id="DM301",
    title=Text("Europese inhoud volgens SAFE", "European content under SAFE"),
    what=WHAT.format(law="SAFE", group=Text("de EU, de EER-landen en Oekraïne", "the EU, the EEA States and Ukraine")),
    why=Text(
        "Alleen wat aan de eis voldoet kan met SAFE worden gefinancierd; en wie er ver onder blijft, hangt voor zijn "
        "voortzettingsvermogen af van landen die zich kunnen afsluiten.",
        "Only what meets the requirement can be financed through SAFE; and whoever stays far below depends for staying "
        "power on countries that can close themselves off.",
    ),
    action=Text(
        "Vraag herkomst en prijs van de genoemde regels op; vervang de duurste onderdelen van buiten door Europese.",
        "Ask for origin and price of the lines named; replace the dearest parts from outside by European ones.",
    ),
    reference=Text(
        "Verordening (EU) 2025/1106 (SAFE), art. 16(10): ten hoogste 35 % van de geraamde kosten van de componenten "
        "van het eindproduct. Kamerbrief productie- en leveringszekerheid 2024: herkomst weegt mee.",
        "Regulation (EU) 2025/1106 (SAFE), Art. 16(10): at most 35 % of the estimated cost of the components of the "
        "end product. Kamerbrief productie- en leveringszekerheid 2024: origin is weighed.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=content_findings,
    params=(
        Param(
            "group", "EU+EEA+UA", Text("Landengroep waarvan componenten tellen.", "Countries whose components count.")
        ),
        Param("percent", 35, Text("Ten hoogste zoveel procent van buiten.", "At most so many per cent from outside.")),
    ),
    laws=("safe-16-10", "safe-recital-19", "safe-17"),
    fires={"motor": ["Acme@CN"], "camera": ["Acme@DE"]},
    silent={"motor": ["Acme@UA"], "camera": ["Acme@DE", "Volt@NO"]},
)

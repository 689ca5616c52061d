"""DM113: a part that the bill of materials calls obsolete, or not for new designs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depmap.core.evidence import Tier
from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, stepped

ENDED = re.compile(
    r"\b(?:obsolete|obsoleet|obsolète|eol|end[ -]of[ -](?:life|production)|discontinued|last[ -]time[ -]buy|ltb"
    r"|uitgefaseerd|niet meer (?:leverbaar|in productie)|einde (?:levensduur|productie)|vervallen|abgekündigt"
    r"|eingestellt|arrêté|descatalogado)\b|停产",
    re.IGNORECASE,
)
ENDING = re.compile(
    r"\b(?:nrnd|not recommended|niet aanbevolen|nicht für neu|non recommandé|mature|phase[ -]?out)", re.I
)
DENIED = re.compile(
    r"\b(?:not|non|no|niet|geen|nicht|kein)\s+(?:obsolete|obsoleet|eol|discontinued|abgekündigt)\b", re.I
)

OVER = Text("{part} is niet meer leverbaar: ‘{said}’.", "{part} is no longer made: “{said}”.")
SOON = Text("{part} loopt af: ‘{said}’.", "{part} is being phased out: “{said}”.")


def check(case: Case) -> Iterator[Finding]:
    """Every component whose stated life cycle has ended, or one grade lower: is ending."""
    stated = {node_id(Kind.COMPONENT, each.id): each.lifecycle for each in case.facts.bom.components}
    for part in case.parts:
        said = " ".join((stated.get(part.id) or "").split())
        over = bool(ENDED.search(said)) and not DENIED.search(said)
        if not over and not ENDING.search(said):
            continue
        yield case.finding(
            part.id,
            (OVER if over else SOON).format(part=part.label, said=said),
            stepped(case.grade, 0 if over else -1),
            Support(Tier.DECLARED, part.cells),
            lifecycle=said,
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM113",
    title=Text("Einde levensduur", "End of life"),
    what=Text(
        "Een benodigd component dat volgens de stuklijst niet meer wordt gemaakt; wordt het uitgefaseerd of afgeraden "
        "voor nieuwe ontwerpen: een graad lager. Zegt de stuklijst er niets over, dan is er geen bevinding, en is het "
        "onderdeel daarmee niet veilig.",
        "A required component that is no longer made according to the bill of materials; when it is phased out or not "
        "recommended for new designs: one grade lower. When the bill of materials says nothing there is no finding, "
        "which does not make the part safe.",
    ),
    why=Text(
        "Wat niet meer gemaakt wordt, raakt op. Daarna is het systeem niet meer te bouwen of te herstellen zonder "
        "nieuw ontwerp, juist als er veel van nodig zijn.",
        "What is no longer made runs out. After that the system cannot be built or repaired without a redesign, just "
        "when many are needed.",
    ),
    action=Text(
        "Koop een eindvoorraad, kwalificeer een opvolger, of herontwerp de samenstelling nu het nog kan.",
        "Buy a final stock, qualify a successor, or redesign the assembly while there is time.",
    ),
    reference=Text(
        "Kamerbrief productie- en leveringszekerheid 2024; Kamerbrief APOS 2026: voortzettingsvermogen.",
        "Kamerbrief productie- en leveringszekerheid 2024; Kamerbrief APOS 2026: staying power.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.HIGH,
    check=check,
    fires={"chip": ["Acme@DE"], "$components": {"chip": {"lifecycle": "Obsolete"}}},
    silent={"chip": ["Acme@DE"], "box": ["Acme@DE"], "$components": {"chip": {"lifecycle": "Active, not obsolete"}}},
)

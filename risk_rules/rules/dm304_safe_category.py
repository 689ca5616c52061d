"""DM304: the category of the SAFE regulation into which the system falls, and what that asks of it."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.profile import ASK, Domain, asking
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, listing
from risk_rules.safe_category import category, told

TWO = Text(
    "Het systeem valt in categorie twee van SAFE ({ground}): naast de grens van 35 % geldt de eis dat de aannemer "
    "zonder beperkingen uit derde landen over het ontwerp beslist.",
    "The system is in category two of SAFE ({ground}): beside the limit of 35 % the contractor must decide on the "
    "design without restrictions from third countries.",
)
TORN = Text(
    "De categorie van SAFE is niet te beslissen, want de opgave spreekt zichzelf tegen: {ground}.",
    "The category of SAFE cannot be decided, because what is stated contradicts itself: {ground}.",
)
OPEN = Text(
    "De categorie van SAFE is niet te beslissen; de eis van zeggenschap over het ontwerp geldt alleen in categorie "
    "twee, de grens van 35 % in beide. {questions}",
    "The category of SAFE cannot be decided; that the contractor decides on the design is asked in category two only, "
    "the limit of 35 % in both. {questions}",
)
ON_GROUND = Text(
    "De categorie van SAFE is niet te beslissen: onbemande grondvoertuigen noemt de verordening niet; als "
    "gevechtscapaciteit op de grond of ondersteunend systeem daarvan vallen zij in categorie één. {questions}",
    "The category of SAFE cannot be decided: the regulation does not name unmanned ground vehicles; as a ground combat "
    "capability or a support system of it they are in category one. {questions}",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding about the system unless it certainly is in category one."""
    profile = case.profile
    found = category(profile, case.policy)
    if found.number == 1:
        return
    by_mass_alone = set(found.says) == {"take_off_kg"}
    tier = (Tier.INFERRED if by_mass_alone else Tier.DECLARED) if found.number else Tier.UNKNOWN
    unsaid = ON_GROUND if profile.kind is Domain.GROUND else OPEN
    yield case.finding(
        case.facts.graph.top,
        (TWO if found.number else TORN if found.says else unsaid).format(
            ground=listing(told(profile, key) for key in found.says), questions=asking(found.ask)
        ),
        case.grade,
        Support(tier, ()),
        category=found.number,
        **{ASK: found.ask},
    )


RULE: Rule[Case] = Rule(
    id="DM304",
    title=Text("Categorie van SAFE", "Category of SAFE"),
    what=Text(
        "In welke categorie van SAFE het systeem valt, uit wat de tabel [system] van het beleid opgeeft. Kleine drones "
        "(NAVO-klasse 1) vallen in categorie één, andere drones en wat op of onder water vaart in categorie twee. "
        "Zonder opgegeven klasse beslist het startgewicht: dan is het antwoord afgeleid. Wat niet is opgegeven of "
        "zichzelf tegenspreekt, is niet te beslissen. In categorie één zwijgt de regel. Systemen tegen drones en "
        "bijzondere toepassingen (zoals elektronische oorlogvoering) herkent hij niet: geef dan safe_category op.",
        "Into which category of SAFE the system falls, from what the table [system] of the policy states. Small drones "
        "(NATO class 1) are in category one, other drones and what moves on or under water in category two. Without a "
        "stated class the take-off mass decides: the answer is inferred then. What is not stated or contradicts itself "
        "cannot be decided. In category one the rule is silent. It does not recognise anti-drone systems and special "
        "uses (such as electronic warfare): state safe_category then.",
    ),
    why=Text(
        "De categorie bepaalt wat voor financiering met SAFE wordt gevraagd. In categorie twee moet de aannemer het "
        "ontwerp zelf kunnen wijzigen; wie dat niet kan, kan een weggevallen onderdeel niet vervangen, en dat raakt "
        "het voortzettingsvermogen.",
        "The category decides what financing through SAFE requires. In category two the contractor must be able to "
        "change the design; whoever cannot, cannot replace a part that falls away, and that affects staying power.",
    ),
    action=Text(
        "Geef in de tabel [system] van het beleid op waar het systeem zich beweegt en de NAVO-klasse of het "
        "startgewicht; leg bij twijfel de categorie vast (safe_category).",
        "State in the table [system] of the policy where the system moves and its NATO class or take-off mass; settle "
        "the category when in doubt (safe_category).",
    ),
    reference=Text(
        "Verordening (EU) 2025/1106 (SAFE), art. 1 en art. 16(10) en (11). Klassen: NAVO-indeling van september 2009. "
        "Kamerbrief productie- en leveringszekerheid 2024.",
        "Regulation (EU) 2025/1106 (SAFE), Art. 1 and Art. 16(10) and (11). Classes: NATO classification of September "
        "2009. Kamerbrief productie- en leveringszekerheid 2024.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.LOW,
    check=check,
    params=(
        Param(
            "class_two_kg",
            150,
            Text(
                "Vanaf zoveel kilogram bij de start is een drone niet meer van NAVO-klasse 1.",
                "From so many kilograms at take-off on a drone is no longer of NATO class 1.",
            ),
        ),
    ),
    uses=("system",),
    laws=("safe-1", "safe-16-10", "safe-16-11", "nato-uas-classes"),
    fires={"motor": ["Acme@DE"]},
    silent={"motor": ["Acme@DE"], "$system": {"kind": "air", "take_off_kg": 24.9}},
)

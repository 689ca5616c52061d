"""DM603: a manufacturer that no list knows."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import Tier
from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, cells_of, listing

MESSAGE = Text(
    "De fabrikant {maker} staat op geen lijst; vestiging en eigenaar zijn onbekend ({count:onderdeel|onderdelen}).",
    "The manufacturer {maker} is on no list; seat and owner are unknown ({count:part|parts}).",
)
POSSIBLE = Text(
    "De fabrikant {maker} staat op geen lijst; bedoeld is misschien {possible} ({count:onderdeel|onderdelen}).",
    "The manufacturer {maker} is on no list; perhaps {possible} is meant ({count:part|parts}).",
)


def check(case: Case) -> Iterator[Finding]:
    """Every maker of a part that is not recognised and of which neither seat nor owner is stated otherwise."""
    for supplier, used in case.companies:
        if supplier.recognised or supplier.seat.known or supplier.ownership.known:
            continue
        message = POSSIBLE if supplier.possible else MESSAGE
        yield case.finding(
            node_id(Kind.SUPPLIER, supplier.name),
            message.format(maker=supplier.name, possible=listing(supplier.possible), count=len(used)),
            case.grade,
            Support(Tier.UNKNOWN, cells_of(used)),
            possible=supplier.possible,
            components=tuple(part.id for part in used),
        )


RULE: Rule[Case] = Rule(
    id="DM603",
    title=Text("Onbekende fabrikant", "Unrecognised manufacturer"),
    what=Text(
        "Een fabrikant die de lijst van fabrikanten niet kent en waarover ook geen leveranciersbestand iets zegt. "
        "Lijkt de naam op een bekende, dan wordt die genoemd; samengevoegd wordt er niets.",
        "A manufacturer that the list of manufacturers does not know and of which no supplier file says anything. When "
        "the name resembles a known one, that one is mentioned; nothing is merged.",
    ),
    why=Text(
        "Van een onbekende fabrikant is niet te zeggen wie er zeggenschap over heeft; hij kan ook een bekende zijn "
        "onder een andere naam, en dan is de spreiding schijn.",
        "Of an unrecognised manufacturer nobody can say who controls it; it may also be a known one under another "
        "name, and then the diversity is an appearance.",
    ),
    action=Text(
        "Zoek vestiging en eigenaar op en zet ze in een leveranciersbestand (--suppliers), of verbeter de naam.",
        "Look up seat and owner and put them in a supplier file (--suppliers), or correct the name.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: herkomst en leveringszekerheid van componenten aantonen.",
        "Kamerbrief APOS 2026: showing origin and supply security of components.",
    ),
    layer=Layer.CONTROL,
    grade=Grade.LOW,
    check=check,
    fires={"motor": ["Acme@DE"], "$suppliers": {"Acme": {"recognised": False}}},
    silent={"motor": ["Acme@DE"], "radio": ["Volt@DE"], "$suppliers": {"Volt": {"recognised": False, "seat": "DE"}}},
)

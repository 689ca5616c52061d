"""DM203: a maker, or its ultimate parent, that is on a list of companies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from depmap.core.evidence import Fact, Tier
from depmap.core.graph import Kind, Layer, node_id
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.model import Supplier
from depmap.core.names import fold
from depmap.core.reference import Row, items, load
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, cells_of, listing, stepped

MAKER = Text(
    "{maker} staat op: {lists} ({count:onderdeel|onderdelen}).", "{maker} is on: {lists} ({count:part|parts})."
)
PARENT = Text(
    "De eigenaar van {maker}, {company}, staat op: {lists} ({count:onderdeel|onderdelen}).",
    "The parent of {maker}, {company}, is on: {lists} ({count:part|parts}).",
)
BAR = "bar"
"""The effect of a list that binds; the others are for information."""


def check(case: Case) -> Iterator[Finding]:
    """Every maker of a part on a list, by its own name or its parent's; graded by whether a list binds."""
    listed = _listed()
    for supplier, used in case.companies:
        fact, rows = _found(supplier, listed)
        remarks = supplier.remarks if fact.value == supplier.name else ()
        lists = sorted({*remarks, *(row["list"] for row in rows)})
        if not lists:
            continue
        binding = any(row["effect"] == BAR for row in rows)
        own = fact.value == supplier.name
        yield case.finding(
            node_id(Kind.SUPPLIER, supplier.name),
            (MAKER if own else PARENT).format(
                maker=supplier.name,
                company=fact.value,
                lists=listing(lists),
                count=len(used),
            ),
            stepped(case.grade, 2 * binding - (not fact.known)),
            Support(fact.tier, cells_of(used)),
            company=fact.value,
            lists=tuple(lists),
            effect=BAR if binding else "information",
            sources=tuple(sorted({row["source"] for row in rows})),
            components=tuple(part.id for part in used),
        )


def _listed() -> Mapping[str, list[Row]]:
    """Plain form of a name or alias -> its rows."""
    found: dict[str, list[Row]] = {}
    for row in load("listed_entities").rows:
        for name in {fold(each) for each in (row["name"], *items(row["aliases"]))}:
            found.setdefault(name, []).append(row)
    return found


def _found(supplier: Supplier, listed: Mapping[str, list[Row]]) -> tuple[Fact, list[Row]]:
    """The name under which it is listed, on whose word that is its own or its parent's, and the rows."""
    own = Fact(supplier.name, Tier.DECLARED)
    for spelling in (supplier.name, *supplier.spellings):
        if rows := listed.get(fold(spelling)):
            return own, rows
    parent = supplier.parent
    rows = listed.get(fold(parent.value), []) if parent.value else []
    return (parent, rows) if rows and not supplier.remarks else (own, [])


RULE: Rule[Case] = Rule(
    id="DM203",
    title=Text("Bedrijf op een lijst", "Company on a list"),
    what=Text(
        "Een fabrikant die, of waarvan de uiteindelijke eigenaar, met precies deze naam of een vermelde andere naam op "
        "een lijst van bedrijven staat: de meegeleverde (Amerikaanse wetten, ter informatie) of een eigen lijst "
        "(--reference). Een lijst die u bindt: twee graden hoger. Berust de eigenaar op een aanname: een graad lager.",
        "A manufacturer that is, or whose ultimate parent is, on a list of companies under exactly this name or a "
        "listed alias: the one supplied (acts of the United States, for information) or a list of your own "
        "(--reference). A list that binds you: two grades higher. When the parent rests on an assumption: one grade "
        "lower.",
    ),
    why=Text(
        "Zo'n bedrijf kan van de ene op de andere dag worden uitgesloten of geen onderdelen meer krijgen. Mag een "
        "bondgenoot er niet van kopen, dan wordt samen leveren en herstellen moeilijker.",
        "Such a company can be excluded, or cut off from parts, from one day to the next. When an ally may not buy "
        "from it, delivering and repairing together becomes harder.",
    ),
    action=Text(
        "Ga na wat de lijst voor deze aanschaf betekent; zoek een bron die er niet op staat.",
        "Establish what the list means for this acquisition; find a source that is not on it.",
    ),
    reference=Text(
        "Lijst van bedrijven, met bron per regel. Kamerbrief APOS 2026: veiligheidsbelangen actief wegen.",
        "List of companies, with a source per row. Kamerbrief APOS 2026: weigh security interests actively.",
    ),
    layer=Layer.CONTROL,
    grade=Grade.LOW,
    check=check,
    fires={"camera": ["DJI@CN"], "radio": ["Acme@DE"], "$suppliers": {"Acme": {"parent": "Huawei Technologies"}}},
    silent={"camera": ["DJIX@CN"], "radio": ["Volt@DE"], "$suppliers": {"Volt": {"parent": "Holding"}}},
)

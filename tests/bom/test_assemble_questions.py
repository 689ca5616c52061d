"""Whatever rests on a question that nobody has answered is unknown, a hint, or possibly needed: never a fact."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bom.assembly.assemble import assemble
from bom.pins.reading import read_mapping
from bom.pins.writing import mapping_text
from bom.reading import Reading, TableRole
from bom.tables.understand import understand
from depmap.core.answers import Verdict
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.model import Bom, Component
from depmap.network import Network
from tests.bom.grids import raw, sheet
from tests.bom.lines import parts, reading, table


def asked(told: Reading, **rows: tuple[int, ...]) -> Bom:
    """The system of a reading of which some fields of some rows rest on a question."""
    (given,) = told.tables
    return assemble(replace(told, tables=(replace(given, open={key: frozenset(at) for key, at in rows.items()}),)))


def named(bom: Bom, name: str) -> Component:
    return next(each for each in bom.components if each.id == name)


COLUMNS = "part_number | description | quantity | unit_price | stock | lead_time | manufacturer | country_of_origin"
ROWS = (
    "P-1 | motor | 4 | 10 | 40 | 6 | Acme | Germany",
    "P-2 | frame | 1 | 20 | 5 | 3 | Acme | Germany",
)


def test_without_questions_everything_is_stated() -> None:
    motor = named(assemble(parts(COLUMNS, *ROWS)), "P-1")
    assert [motor.quantity, motor.cost, motor.stock, motor.lead_time_weeks] == [4, 40, 40, 6]


@pytest.mark.parametrize(
    ("field", "unknown"),
    [
        ("quantity", {"quantity", "cost"}),
        ("multiplier", {"quantity", "cost"}),
        ("unit_price", {"cost"}),
        ("total_price", {"cost"}),
        ("stock", {"stock"}),
        ("lead_time", {"lead_time_weeks"}),
    ],
)
def test_an_amount_in_question_is_unknown_and_the_others_stay(field: str, unknown: set[str]) -> None:
    bom = asked(parts(COLUMNS, *ROWS), **{field: (2,)})
    motor, frame = named(bom, "P-1"), named(bom, "P-2")
    for name, value in {"quantity": 4, "cost": 40, "stock": 40, "lead_time_weeks": 6}.items():
        assert getattr(motor, name) == (None if name in unknown else value)
        assert getattr(frame, name) is not None


def test_designators_do_not_stand_for_a_quantity_in_question() -> None:
    told = parts("part_number | quantity | designators", "R-1 | 8 | R1 R2")
    assert named(asked(told, quantity=(2,)), "R-1").quantity is None


def test_a_price_in_question_is_not_taken_from_another_line_of_the_part() -> None:
    told = parts("part_number | quantity | unit_price", "P-1 | 1 | 10", "P-1 | 2 | 12")
    assert named(asked(told, unit_price=(3,)), "P-1").cost is None


def test_stock_and_lead_time_in_question_are_not_taken_from_another_line_of_the_part() -> None:
    told = parts("part_number | quantity | stock | lead_time", "P-1 | 1 | 10 | 4", "P-1 | 2 | 30 | 8")
    part = named(asked(told, stock=(3,), lead_time=(3,)), "P-1")
    assert (part.stock, part.lead_time_weeks) == (None, None)


def test_a_line_with_a_quantity_in_question_is_no_second_source_of_the_line_above() -> None:
    """A line without a quantity and with a maker is; this one has a quantity, only it is not known which."""
    columns = "line_id | quantity | manufacturer | mpn"
    told = parts(columns, "1 | 4 | Acme | A-1", "1 | 9 | Volt | V-1")
    assert [len(each.sources) for each in asked(told, quantity=(3,)).components] == [1, 1]
    silent = parts(columns, "1 | 4 | Acme | A-1", "1 |  | Volt | V-1")
    assert [len(each.sources) for each in assemble(silent).components] == [2]


def test_a_country_in_question_is_a_hint() -> None:
    (source,) = named(asked(parts(COLUMNS, *ROWS), country_of_origin=(2,)), "P-1").sources
    assert (source.manufacture.value, source.manufacture.tier) == ("DE", Tier.ASSUMED)
    (other,) = named(asked(parts(COLUMNS, *ROWS), country_of_origin=(2,)), "P-2").sources
    assert other.manufacture.tier is Tier.DECLARED


def test_evidence_in_question_proves_nothing() -> None:
    told = parts(
        "part_number | manufacturer | country_of_origin | origin_evidence",
        "P-1 | Acme | Germany | CoO-114.pdf",
    )
    tiers = [
        bom.components[0].sources[0].manufacture.tier for bom in (assemble(told), asked(told, origin_evidence=(2,)))
    ]
    assert tiers == [Tier.PROVEN, Tier.DECLARED]


def test_a_level_in_question_leaves_nothing_of_its_table_certain() -> None:
    told = parts(
        "level | part_number | quantity | manufacturer",
        "1 | A-1 | 2 | ",
        "2 | P-1 | 3 | Acme",
        "1 | P-2 | 4 | Acme",
    )
    bom = asked(told, level=(3,))
    assert [each.quantity for each in bom.components] == [None, None]
    (assembly,) = bom.assemblies
    assert [source.manufacturer.value for source in assembly.sources] == [None]
    assert assemble(told).assemblies[0].sources == ()
    assert bom.lines_in_question == 3
    assert not any(point.certain for point in Network.of(bom).single_points(Layer.SUPPLY))


def test_a_mark_in_question_makes_a_part_possibly_needed_whichever_way_it_is_read() -> None:
    told = parts("part_number | quantity | manufacturer", "P-1 | 4 | Acme", "P-2 | 1 | Volt", "P-3 | 1 | Bolt | dnp")
    bom = asked(told, populate=(3, 4))
    points = {each.node: each.certain for each in Network.of(bom).single_points(Layer.SUPPLY)}
    assert points["supplier:Acme"]
    assert not points["supplier:Volt"]
    assert not points["supplier:Bolt"]
    assert (bom.lines, bom.lines_in_question, bom.dnp_lines) == (3, 2, 0)
    assert [each.quantity for each in bom.components] == [4, None, None]


def test_a_maker_on_the_word_of_a_sure_line_stays_known_beside_a_line_in_question() -> None:
    told = parts("part_number | quantity | manufacturer", "P-1 | 4 | Acme", "P-1 | 1 | Acme")
    for row in (2, 3):
        ((source,),) = [each.sources for each in asked(told, populate=(row,)).components]
        assert source.manufacturer.tier is Tier.DECLARED


MAIN = ("K-1 | 4 | Acme | Germany", "K-2 | 1 | Acme | Germany")
VARIANT = ("K-1 | 4 | Acme | Germany", "K-9 | 1 | Volt | China")


def with_variant(role: TableRole, instead: TableRole) -> Bom:
    columns = "part_number | quantity | manufacturer | country_of_origin"
    light = replace(table(columns, VARIANT, sheet="BOM light"), role=role, role_instead=instead)
    return assemble(reading(table(columns, MAIN, sheet="BOM"), light))


@pytest.mark.parametrize(
    "roles", [(TableRole.RESTATES, TableRole.PARTS), (TableRole.PARTS, TableRole.RESTATES)], ids=["out", "in"]
)
def test_a_table_in_question_is_in_the_network_as_a_possibility(roles: tuple[TableRole, TableRole]) -> None:
    bom = with_variant(*roles)
    assert (bom.lines, bom.lines_in_question) == (4, 2)
    points = {each.node: each.certain for each in Network.of(bom).single_points(Layer.SUPPLY)}
    assert points["supplier:Acme"]
    assert points["country:DE"]
    assert not points["supplier:Volt"]
    assert not points["country:CN"]
    assert [each.name for each in bom.assemblies] == ["BOM light"]


def test_two_tables_in_question_stand_beside_the_rest_each_by_its_own_name() -> None:
    columns = "part_number | quantity | manufacturer | country_of_origin"
    light, heavy = (
        replace(table(columns, lines, sheet=name), role=TableRole.RESTATES, role_instead=TableRole.PARTS)
        for name, lines in (("BOM light", VARIANT), ("BOM heavy", (*VARIANT, "K-8 | 1 | Volt | China")))
    )
    bom = assemble(reading(table(columns, MAIN, sheet="BOM"), light, heavy))
    assert [each.name for each in bom.assemblies] == ["BOM heavy", "BOM light"]
    beside = [(child.id, child.quantity) for child in bom.children if child.is_assembly]
    assert beside == [("BOM light", None), ("BOM heavy", None)]


def test_nothing_is_buildable_for_sure_as_long_as_a_table_is_in_question() -> None:
    bom = with_variant(TableRole.RESTATES, TableRole.PARTS)
    groups = {"de": frozenset({"DE"}), "fr": frozenset({"FR"})}
    verdicts = {each.group: each.verdict for each in Network.of(bom).buildable_from(groups, Layer.SUPPLY)}
    assert verdicts == {"de": Verdict.CANNOT_DECIDE, "fr": Verdict.NO}


def test_the_number_of_a_part_that_both_tables_ask_for_is_unknown() -> None:
    bom = with_variant(TableRole.RESTATES, TableRole.PARTS)
    assert {each.id: each.quantity for each in bom.components} == {
        "K-1": None,
        "K-2": Decimal(1),
        "K-1 #2": None,
        "K-9": None,
    }


def test_a_variant_is_counted_apart_from_opening_to_assembly() -> None:
    lines = [f"Part {letter} of the kite|{number}|Maker {letter}q" for number, letter in enumerate("ABCDEFGHIJ", 1)]
    first = "\n".join(["Description|Qty|Manufacturer", *lines])
    second = "\n".join(["Description|Qty|Manufacturer", *lines[:7], "Mast|1|Maker X", "Sail|2|Maker Y"])
    bom = assemble(understand(raw(sheet(first, "BOM"), sheet(second, "BOM light"))))
    assert (bom.lines, bom.lines_in_question, bom.questions) == (19, 9, 1)


def test_two_columns_of_one_field_leave_open_what_they_say_differently() -> None:
    prices = """
Part number|Description|Price min|Price max
K-1|Frame of carbon|5|5.0
K-2|Motor with cable|30|45
K-3|Bracket of steel|7|
"""
    (given,) = understand(raw(prices)).tables
    assert given.open == {"unit_price": frozenset({3, 4})}


def test_a_quantity_that_may_be_a_price_is_settled_by_as_many_designators() -> None:
    amounts = """
Designator|Value|Amount
R1, R2|10k|2
C1|100n|4.5
C2|1u|0.5
C3|1u|1.5
"""
    (given,) = understand(raw(amounts)).tables
    assert given.open == {"quantity": frozenset({3, 4, 5}), "total_price": frozenset({2, 3, 4, 5})}


def test_a_line_that_may_ask_for_none_is_possibly_needed() -> None:
    told = understand(raw("Part number|Description|Qty min|Qty max\nK-1|Frame|4|4\nK-2|Motor|3|0\nK-3|Bolt|2|5"))
    assert told.tables[0].open == {"quantity": frozenset({3, 4}), "populate": frozenset({3})}
    bom = assemble(told)
    assert [each.quantity for each in bom.components] == [4, None, None]
    assert (bom.questions, bom.lines_in_question) == (1, 1)


@pytest.mark.parametrize(
    ("given", "until"),
    [
        (
            "Part|Qty|Vendor\nFrame of it|1|Acmeq\nMotor of it|4|Voltq",
            "Until you answer: manufacturer unknown (2 lines).",
        ),
        (
            "Part number|Description|Qty min|Qty max\nK-1|Frame|4|4\nK-2|Motor|3|0\nK-3|Bolt|2|5",
            "Until you answer: quantity unknown (2 lines); part possibly needed (1 line).",
        ),
    ],
    ids=["maker", "quantity"],
)
def test_a_question_says_what_becomes_of_what_rests_on_it(given: str, until: str) -> None:
    told = understand(raw(given))
    (question,) = told.questions
    assert question.until.en == until
    assert until in told.issues[0].message.en


def test_an_analyst_can_leave_any_field_open(tmp_path: Path) -> None:
    """``or`` in a mapping file asks about a column that depmap was sure of: a country becomes a hint."""
    given = raw("Part number|Description|Qty|Manufacturer|Country of origin\nK-1|Frame|4|Bosch|Germany")
    told = understand(given)
    path = tmp_path / "map.toml"
    text = mapping_text([told], "en").replace(
        'field = "country_of_origin"', 'field = "country_of_origin", or = ["notes"]'
    )
    path.write_text(text, encoding="utf-8")
    asked_about = understand(given, pins=read_mapping(path).pins_for(given.name, given.sha256))
    (question,) = asked_about.questions
    assert question.until.en == "Until you answer: country of origin assumed (1 line)."
    tiers = [assemble(each).components[0].sources[0].manufacture.tier for each in (told, asked_about)]
    assert tiers == [Tier.DECLARED, Tier.ASSUMED]

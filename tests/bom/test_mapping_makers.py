"""Makers, sellers and their numbers: which column names whom, by its title, its cells and its neighbours."""

from __future__ import annotations

from tests.bom.grids import columns, fields, read


def test_fields_without_a_telling_title_are_known_by_what_stands_in_them() -> None:
    found = columns(
        """
ref | value | Field1 | Field2 | Field3 | Field4
C1 | 33pF | Murata | GRM1555C1H330JZ01D | CAP CER 33PF 50V 5% NP0 |
C2 | 10nF | Murata | GRM155R71C103KA01D | CAP CER 10000PF 16V X7R | DNP
U1 | LPC4320 | NXP | LPC4320FBD144,551 | IC MCU 32BIT ROMLESS | DNP
L1 | 10uH | Taiyo Yuden | LMK105BJ105KV-F | FIXED IND 10UH 450MA | DNP
"""
    )
    assert [each.field for each in found] == ["designators", "value", "manufacturer", "mpn", "description", "populate"]


def test_unknown_makers_are_found_beside_their_part_numbers() -> None:
    lines = "\n".join(f"R{n} | 10k | {'Nergens' if n % 2 else 'Verzonnen'} | XQ{n}41-B{n}" for n in range(1, 9))
    found = columns(f"ref | value | Kolom1 | Kolom2\n{lines}")
    assert [each.field for each in found[2:]] == ["manufacturer", "mpn"]


def test_second_makers_and_many_shops_are_numbered_from_left_to_right() -> None:
    found = columns(
        "Ref | Qty | Manufacturer | MPN | Manufacturer | MPN | Digikey | Mouser | RS | Farnell\n"
        "X1 | 1 | Abracon | AB26T | TXC | 7V-12 | 535-12051-1-ND | 815AB26 | 1710200 | 1891292"
    )
    assert [each.field for each in found][2:] == [
        "manufacturer", "mpn", "manufacturer_2", "mpn_2",
        "supplier_part_number", "supplier_part_number_2", "supplier_part_number_3", "supplier_part_number_4",
    ]  # fmt: skip


def test_a_part_number_beside_a_maker_is_the_makers_unless_it_follows_one_pattern() -> None:
    of_makers = columns(
        "Qty | Manufacturer | Part Number\n"
        "1 | Murata | GRM1555C1H330JA01D\n"
        "2 | NXP | LPC4320\n"
        "1 | FCI | 20021221-00010C4LF"
    )
    assert of_makers[2].field == "mpn"
    own = columns("Qty | Manufacturer | Part Number\n1 | Murata | GV-90001\n2 | NXP | GV-90002\n1 | FCI | GV-90003")
    assert own[2].field == "part_number"
    both = columns(
        "Qty | Manufacturer | Part Number | MPN\n"
        "1 | Murata | K7-12 | GRM1555\n"
        "2 | NXP | LX-9 | LPC4320\n"
        "1 | FCI | 3-AB | 20021"
    )
    assert [each.field for each in both[2:]] == ["part_number", "mpn"]


def test_a_chinese_shopping_cart() -> None:
    text = """
购买类型 | 商品编号 | 商品分类 | 名称 | 商品型号 | 品牌 | 封装规格 | 单个毛重 | 购买数量 | 商品单价 | 金额
常规 | C189753 | MOS | AON7409 | AON7409 | AOS | DFN-8 | 0.000104 | 12 | ￥1.56 | ￥18.72
常规 | C277522 | 贴片电容 | 1nF | AC0402KRX7R9BB102 | YAGEO(国巨) | 0402 | 0.000010 | 50 | ￥0.019150 | ￥0.96
| | | | | | | | | 合计 | ￥19.68
"""
    reading = read(text)
    assert list(fields(reading.tables[0]).values()) == [
        "supplier_part_number", "category", "description", "mpn", "manufacturer", "footprint", "mass", "quantity",
        "unit_price", "total_price",
    ]  # fmt: skip
    assert len(reading.parts) == 2


def test_an_alternate_is_a_second_maker() -> None:
    found = columns("Ref | Qty | Mfg | Mfg PN | Alt Mfg | Alt. Mfg PN\nC1 | 1 | Murata | GRM155R71 | TDK | C1005X7R")
    assert [each.field for each in found[2:]] == ["manufacturer", "mpn", "manufacturer_2", "mpn_2"]


def test_a_number_without_a_maker_among_mechanics_is_the_builders_own() -> None:
    found = columns(
        "ITEM NO. | PART NUMBER | DESCRIPTION | QTY.\n1 | WR-100-01 | Frame plate | 2\n2 | M3x8 SHCS | | 16"
    )
    assert [each.field for each in found] == ["line_id", "part_number", "description", "quantity"]


def test_a_bare_part_number_beside_a_shop_is_the_shops() -> None:
    found = columns(
        "Distributor | Part Number | Part Name\nAdafruit | 500 | Panel\nMcMaster | 7740K111 | Box\nConrad | 31 | Lock"
    )
    assert [each.field for each in found] == ["supplier", "supplier_part_number", "description"]


def test_part_numbers_without_a_title_need_not_stand_right_beside_their_maker() -> None:
    found = columns(
        """
Field1 | ref | value | Field2
Murata | C1 | 33pF | GRM1555C1H330JZ01D
Murata | C2 | 10nF | GRM155R71C103KA01D
NXP | U1 | LPC4320 | LPC4320FBD144,551
"""
    )
    assert [each.field for each in found] == ["manufacturer", "designators", "value", "mpn"]


def test_a_model_is_what_the_maker_calls_it() -> None:
    found = columns("Component | Brand | Model | Qty\nMotor | T-Motor | F40 PRO IV | 4\nGPS | Matek | M10-5883 | 1")
    assert [each.field for each in found] == ["description", "manufacturer", "mpn", "quantity"]


def test_a_vendor_among_shops_is_no_maker() -> None:
    bought = columns(
        "Part number | Qty | Vendor\nALS70 | 14 | Kemet (Mouser)\nBar | 2 | McMaster-Carr\nSD250 | 1 | Coilcraft\n"
        "6N137 | 4 | Vishay"
    )
    assert bought[2].field == "supplier"
    made = columns("Part number | Qty | Vendor\nALS70 | 14 | Kemet\nBar | 2 | Yageo\nSD250 | 1 | Coilcraft")
    assert made[2].field == "manufacturer"


def test_where_something_is_written_is_no_supplier() -> None:
    cited = columns(
        "item | qty | description | source\n1 | 3 | Stepper driver | firmware notes, section 4 on drives\n"
        "2 | 2 | Guide rail | photo of the frame in the old readme\n3 | 2 | Bevel gear | not documented in this folder"
    )
    assert cited[3].field != "supplier"
    bought = columns("item | qty | description | source\n1 | 3 | Stepper driver | Amazon\n2 | 2 | Rail | local shop")
    assert bought[3].field == "supplier"


def test_maker_or_seller_is_what_the_cells_say() -> None:
    sold = columns("Part | Manufacturer/Seller | Qty\nMotor | Amazon | 1\nESC | Mouser | 2\nFrame | Amazon | 1")
    assert sold[1].field == "supplier"
    made = columns(
        "Part | Manufacturer/Seller | Qty\nMotor | Bosch | 1\nESC | Texas Instruments | 2\nDiode | Vishay | 1"
    )
    assert made[1].field == "manufacturer"


def test_a_source_without_links_is_no_link() -> None:
    text = "Component | Source | Cost\nMotor | Reused (shop) | 0\nBattery | New | 52\nServo | New | 18"
    assert "url" not in fields(read(text).tables[0]).values()
    linked = text.replace("New", "https://shop.example/a")
    assert fields(read(linked).tables[0])["Source"] == "url"


def test_cells_that_all_name_distributors_say_who_sells() -> None:
    text = "Refs | Quantity | MPN | SP\nC1 | 1 | GRT188 | Digikey\nC2 | 1 | CC0603 | Farnell\nQ1 | 1 | BSS138 | Mouser"
    assert fields(read(text).tables[0])["SP"] == "supplier"
    assert "supplier" not in fields(read(text.replace("Farnell", "left").replace("Mouser", "top")).tables[0]).values()


def test_vendors_are_sellers_unless_most_of_them_are_known_makers() -> None:
    text = (
        "Qty | Description | Vendor\n2 | Carbon tube | Plyco\n4 | Clamp | Murata\n1 | Gear | Stalco\n1 | Plate | Tubeco"
    )
    assert fields(read(text).tables[0])["Vendor"] == "supplier"


VENDORS = (
    "Part | Qty | Vendor{maker} | MPN\nFrame | 1 | Bosch{one} | B-1\nChip | 2 | Murata{two} | M-1\n"
    "Cap | 4 | TDK{two} | T-1"
)


def test_a_vendor_full_of_makers_is_the_maker_unless_another_column_says_who_makes_the_parts() -> None:
    alone = read(VENDORS.format(maker="", one="", two="")).tables[0]
    assert fields(alone)["Vendor"] == "manufacturer"
    (vendor,) = [column for column in alone.columns if column.header == "Vendor"]
    assert vendor.reason.en == "header says 'Vendor', but 3 of 3 cells name a known manufacturer: manufacturer"
    beside = fields(read(VENDORS.format(maker=" | Manufacturer", one=" | Siemens", two=" | Yageo")).tables[0])
    assert (beside["Vendor"], beside["Manufacturer"]) == ("supplier", "manufacturer")
    silent = fields(read(VENDORS.format(maker=" | Manufacturer", one=" | ", two=" | ")).tables[0])
    assert silent["Vendor"].startswith("manufacturer")
    clear = fields(read(VENDORS.format(maker="", one="", two="").replace("Vendor", "Supplier")).tables[0])
    assert clear["Supplier"] == "supplier"

"""Texts that are no UTF-8, in every encoding that lists of parts come in, long and short."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.formats import open_file
from bom.formats._encodings import CANDIDATES, guesses, rival
from bom.formats._text import decode
from bom.raw import RawFile

HEADERS = {
    "cp1252": "Pos;Menge;Bezeichnung;Größe;Hersteller",
    "cp1251": "№;Наименование;Количество;Производитель;Примечание",
    "gb18030": "序号;元件名称;型号;数量;厂家",
    "big5": "項次;料號;品名規格;數量;廠商",
    "cp932": "番号;部品名;型番;数量;メーカー",
    "cp949": "번호;부품명;수량;제조사;비고",
}
WORDS = {
    "cp1252": "Widerstand für|Müller GmbH|Stück|Gehäuse|résistance|Société Générale|pièce|10µF|25°C ±5%|Ø5|été|cliënt",
    "cp1251": "резистор|Конденсатор|микросхема|разъём|КОНДЕНСАТОР|винт М3|ООО Завод|не ставить|10 мкФ|1 кОм|шт|Россия",
    "gb18030": "电阻|电容|二极管|集成电路|晶振|连接器|深圳市|有限公司|螺旋桨|飞控|传感器|锂电池|不贴|风华高科|国巨",
    "big5": "電阻|電容|二極體|積體電路|連接器|石英振盪器|台灣|股份有限公司|國巨|螺絲|馬達|電池|開關|變壓器",
    "cp932": "抵抗|コンデンサ|ダイオード|コネクタ|水晶振動子|村田製作所|株式会社|ねじ|モータ|電池|未実装|太陽誘電",
    "cp949": "저항|커패시터|다이오드|집적회로|커넥터|삼성전기|주식회사|나사|모터|센서|배터리|한국",
}
ENGLISH = "Item;Description;MPN;Qty;Maker"


def table(encoding: str, header: str, rows: int, seed: int) -> str:
    chance = random.Random(f"{encoding} {seed}")
    words = WORDS[encoding].split("|")
    lines = [
        f"{at};{chance.choice(words)};RC{chance.randint(10, 99)}FR-07K;{chance.randint(1, 9)};{chance.choice(words)}"
        for at in range(rows)
    ]
    return "\r\n".join([header, *lines])


@pytest.mark.parametrize("encoding", HEADERS)
@pytest.mark.parametrize("rows", [1, 2, 5, 200])
def test_a_list_with_its_own_header_is_read(encoding: str, rows: int) -> None:
    for seed in range(10):
        text = table(encoding, HEADERS[encoding], rows, seed)
        found = decode(text.encode(encoding))
        assert found is not None
        assert found.text == text
        (issue,) = found.issues
        assert encoding in issue.message.en and encoding in issue.message.nl


@pytest.mark.parametrize("encoding", HEADERS)
@pytest.mark.parametrize("rows", [10, 200])
def test_a_list_with_an_english_header_is_read(encoding: str, rows: int) -> None:
    for seed in range(10):
        text = table(encoding, ENGLISH, rows, seed)
        found = decode(text.encode(encoding))
        assert found is not None
        assert found.text == text


@pytest.mark.parametrize("encoding", HEADERS)
def test_a_few_words_are_read_or_the_other_encoding_is_named(encoding: str) -> None:
    for seed in range(40):
        text = table(encoding, ENGLISH, 1, seed)
        data = text.encode(encoding)
        found = guesses(data)
        if not found or data.decode(found[0][1].name) != text:
            assert found and rival(data, found), text


def test_two_readings_are_both_named() -> None:
    data = "Item;Description\n1;РЕЛЕ\n".encode("cp1251")
    found = decode(data)
    assert found is not None
    (issue,) = found.issues
    assert "may be" in issue.message.en and "kan ook" in issue.message.nl


def opened(folder: Path, data: bytes) -> RawFile:
    path = folder / "bom.csv"
    path.write_bytes(data)
    return open_file(path)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("language", HEADERS)
def test_utf16_with_and_without_its_mark(tmp_path: Path, encoding: str, mark: str, language: str) -> None:
    text = table(language, HEADERS[language], 20, 1).replace(";", "\t")
    file = opened(tmp_path, (mark + text).encode(encoding))
    assert file.sheets[0].rows[0] == tuple(HEADERS[language].split(";"))
    assert len(file.sheets[0].rows) == 21
    assert file.issues == ()


def test_a_few_nuls_make_no_utf16(tmp_path: Path) -> None:
    file = opened(tmp_path, b"Part;Qty\nP-1;\x004\nP-2;5\nP-3;\x006\n")
    assert file.sheets[0].rows[1] == ("P-1", "4")
    assert [issue.code for issue in file.issues] == ["DI003"]


def test_utf8_with_a_fault_stays_utf8(tmp_path: Path) -> None:
    data = table("gb18030", HEADERS["gb18030"], 20, 1).encode()
    file = opened(tmp_path, data.replace("国巨".encode(), b"\xe5\x9b", 1) + "\n7;尾".encode()[:-1])
    assert file.sheets[0].rows[0] == tuple(HEADERS["gb18030"].split(";"))
    (issue,) = file.issues
    assert (issue.code, "UTF-8 but for" in issue.message.en) == ("DI002", True)


def test_a_fault_far_down_falls_to_the_next_encoding() -> None:
    text = "Item;Menge\n" + "1;Müller\n" * 40_000
    found = decode(text.encode("cp1252") + b"2;\x81\x8d\n")
    assert found is not None
    assert found.text.startswith("Item;Menge\n1;Müller\n")


@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=60), st.sampled_from([each.name for each in CANDIDATES]))
def test_any_bytes_become_text_or_nothing(text: str, name: str) -> None:
    data = text.encode(name, "replace")
    found = decode(data)
    assert found is None or isinstance(found.text, str)


@given(st.binary(max_size=80))
def test_any_noise_becomes_text_or_nothing(data: bytes) -> None:
    found = decode(data)
    assert found is None or "\0" not in found.text

"""``--mapping`` and ``--save-mapping`` on the command line: written, corrected, read by, refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.support import Run

PARTS = "Item;Qty;Manufacturer;MPN;Where\n1;4;Acme;M-1;Germany\n2;1;Volt;R-2;China\n"
OTHER = "Item;Qty;Manufacturer;MPN\n1;2;Nord;N-1\n2;3;Zuid;Z-2\n"


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A bill of materials with a header that depmap does not know."""
    path = tmp_path / "parts.csv"
    path.write_text(PARTS, encoding="utf-8")
    return path


def columns(run_depmap: Run, *words: str) -> dict[str, str]:
    found = run_depmap("check", *words, "--format", "json")
    assert found.returncode == 0, found.stderr
    mapped: dict[str, str] = json.loads(found.stdout)["tables"][0]["columns"]
    return mapped


def correct(path: Path, letters: str, field: str) -> None:
    """Change the field of one column, as a person does in an editor that adds a byte order mark and CRLF."""
    lines = path.read_text(encoding="utf-8").splitlines()
    (place,) = [number for number, line in enumerate(lines) if f'column = "{letters}"' in line]
    before, after = lines[place].split('field = "', 1)
    lines[place] = f'{before}field = "{field}"{after.split(chr(34), 1)[1]}'
    path.write_bytes("\r\n".join(["\ufeff" + lines[0], *lines[1:]]).encode())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_saved_corrected_and_read_by(run_depmap: Run, parts: Path, language: str) -> None:
    saved = run_depmap("check", "parts.csv", "--save-mapping", "map.toml", "--lang", language)
    assert saved.returncode == 0
    assert {"nl": "Indeling bewaard: map.toml", "en": "Mapping saved: map.toml"}[language] in saved.stderr
    path = parts.parent / "map.toml"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith({"nl": "# Indelingsbestand van depmap", "en": "# Mapping file of depmap"}[language])
    plain = columns(run_depmap, "parts.csv")
    assert columns(run_depmap, "parts.csv", "--mapping", "map.toml") == plain
    assert "country_of_origin" not in plain.values()
    correct(path, "E", "country_of_origin")
    assert columns(run_depmap, "parts.csv", "--mapping", "map.toml") == {**plain, "E": "country_of_origin"}
    shown = run_depmap("check", "parts.csv", "--mapping", "map.toml", "--lang", language)
    assert {"nl": "vastgelegd in map.toml", "en": "pinned by map.toml"}[language] in shown.stdout


def test_the_analysis_reads_by_it_and_names_it_with_its_sum(run_depmap: Run, parts: Path) -> None:
    without = json.loads(run_depmap("analyze", "parts.csv", "--format", "json", "--save-mapping", "map.toml").stdout)
    path = parts.parent / "map.toml"
    correct(path, "E", "country_of_origin")
    found = json.loads(run_depmap("analyze", "parts.csv", "--format", "json", "--mapping", "map.toml").stdout)
    assert without["systems"][0]["unknown_origin_lines"] == 2
    assert found["systems"][0]["unknown_origin_lines"] == 0
    listed = {each["id"]: each["rows"] for each in found["run"]["lists"]}
    assert listed[f"map.toml sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"] == 1


def test_one_file_holds_what_is_pinned_of_several(run_depmap: Run, parts: Path) -> None:
    (parts.parent / "other.csv").write_text(OTHER, encoding="utf-8")
    both = ("parts.csv", "other.csv", "--format", "json", "--report", "findings")
    assert run_depmap("analyze", *both, "--save-mapping", "map.toml").returncode == 0
    correct(parts.parent / "map.toml", "E", "country_of_origin")
    found = json.loads(run_depmap("analyze", *both, "--mapping", "map.toml").stdout)
    assert {each["system"]: each["unknown_origin_lines"] for each in found["systems"]} == {"parts": 0, "other": 2}
    assert columns(run_depmap, "other.csv", "--mapping", "map.toml")["B"] == "quantity"


def test_a_mapping_of_one_file_is_used_for_its_next_revision_whatever_it_is_called(
    run_depmap: Run, parts: Path
) -> None:
    run_depmap("check", "parts.csv", "--save-mapping", "map.toml")
    correct(parts.parent / "map.toml", "E", "country_of_origin")
    revised = "\n".join(f"x;{line}" for line in PARTS.splitlines())
    (parts.parent / "parts-b.csv").write_text(revised, encoding="utf-8")
    found = run_depmap("check", "parts-b.csv", "--mapping", "map.toml", "--format", "json")
    told = json.loads(found.stdout)
    assert told["tables"][0]["columns"]["F"] == "country_of_origin"
    assert "DI031" in {issue["code"] for issue in told["issues"]}


def test_corrections_are_never_written_over(run_depmap: Run, parts: Path) -> None:
    path = parts.parent / "map.toml"
    assert run_depmap("check", "parts.csv", "--save-mapping", "map.toml").returncode == 0
    written = path.read_bytes()
    assert run_depmap("check", "parts.csv", "--save-mapping", "map.toml").returncode == 0
    assert path.read_bytes() == written
    correct(path, "E", "country_of_origin")
    kept = path.read_bytes()
    for command in ("check", "analyze"):
        refused = run_depmap(command, "parts.csv", "--save-mapping", "map.toml", "--force", "--lang", "nl")
        assert refused.returncode == 2
        assert "map.toml bestaat al en is niet veranderd" in refused.stderr
        assert path.read_bytes() == kept
    assert sorted(each.name for each in parts.parent.iterdir()) == ["map.toml", "parts.csv"]


def test_a_file_that_is_no_list_can_be_pinned_as_one(run_depmap: Run, parts: Path) -> None:
    parts.write_text("Qwerty;Asdf;Zxcv\nK-1;4;Bosch\nK-2;1;Sony\nK-3;2;Bosch\n", encoding="utf-8")
    saved = run_depmap("check", "parts.csv", "--save-mapping", "map.toml", "--lang", "en")
    assert saved.returncode == 2
    path = parts.parent / "map.toml"
    text = path.read_text(encoding="utf-8")
    start = text.index("# [[files.tables]]")
    table = text[start:].replace("# ", "").replace('sheet = "Sheet1"\n', "").replace("header_row = 3", "header_row = 1")
    path.write_text(text[:start] + table, encoding="utf-8")
    assert columns(run_depmap, "parts.csv", "--mapping", "map.toml") == {
        "A": "part_number",
        "B": "quantity",
        "C": "manufacturer",
    }


def test_an_analysis_says_that_something_is_asked(run_depmap: Run, parts: Path) -> None:
    plain = run_depmap("analyze", "parts.csv", "--lang", "nl")
    parts.write_text(PARTS.replace("Manufacturer", "Vendor").replace(";MPN", ";Price"), encoding="utf-8")
    asked = run_depmap("analyze", "parts.csv", "--lang", "nl")
    assert "alleen u kunt beantwoorden" not in plain.stderr
    assert "parts.csv: 1 vraag die alleen u kunt beantwoorden" in asked.stderr
    found = json.loads(run_depmap("check", "parts.csv", "--format", "json").stdout)
    (question,) = found["questions"]
    assert question["cell"] == "C1"
    assert question["in_effect"] == "supplier"
    assert [each["answer"] for each in question["answers"]] == ["supplier", "manufacturer"]
    assert question["answers"][1]["mapping"] == ['{ column = "C", header = "Vendor", field = "manufacturer" },']
    shown = run_depmap("check", "parts.csv", "--lang", "nl").stdout
    assert shown.startswith("Vragen: 1.")
    assert "[DI030]" not in shown
    assert "   Zolang u niet antwoordt: fabrikant onbekend (2 regels)." in shown
    assert question["until"] == "Until you answer: manufacturer unknown (2 lines)."


def test_lines_that_may_count_are_told_everywhere(run_depmap: Run, parts: Path) -> None:
    (parts.parent / "marks.csv").write_text(
        "Part number;Qty;Manufacturer;Fitted;Do not fit\nK-1;1;Bosch;yes;no\nK-2;2;Sony;no;yes\nK-3;2;Bosch;yes;yes\n",
        encoding="utf-8",
    )
    told = run_depmap("analyze", "marks.csv", "--lang", "en").stdout
    assert "Open questions: 1 (what rests on them: unknown or assumed); lines possibly needed: 1" in told
    (system,) = json.loads((parts.parent / "depmap-marks" / "findings.json").read_text(encoding="utf-8"))["systems"]
    assert (system["lines"], system["lines_in_question"], system["questions"]) == (3, 1, 1)
    page = (parts.parent / "depmap-marks" / "risk-map.html").read_text(encoding="utf-8")
    assert "Not answered: 1 question about the bill of materials." in page
    assert "Not answered" not in run_depmap("analyze", "parts.csv", "--lang", "en").stdout


TABLE = 'schema = 1\n[[files]]\nname = "parts.csv"\n[[files.tables]]\nheader_row = 1\ncolumns = [\n'
BAD = {
    "no toml": ("schema = \n", "map.toml is not valid TOML"),
    "brackets": ("x = " + "[" * 100_000, "map.toml is not valid TOML"),
    "digits": ("schema = " + "1" * 10_000, "map.toml is not valid TOML"),
    "empty": ("", "map.toml has no “schema”"),
    "schema": ("schema = 2\nfiles = []\n", "line 1: version 2 of this file is unknown"),
    "key": ("schema = 1\nfile = []\n", "line 2: “file” is not a key of map.toml"),
    "files": ("schema = 1\nfiles = 3\n", "expected: a list of tables"),
    "no files": ("schema = 1\nfiles = []\n", "map.toml says nothing about parts.csv"),
    "no name": ("schema = 1\n[[files]]\n", "has no “name”"),
    "sum": ('schema = 1\n[[files]]\nname = "parts.csv"\nsha256 = "12"\n', "line 4: “sha256”"),
    "row": (TABLE.replace("header_row = 1", 'header_row = "1"') + "]\n", 'line 5: “header_row” is "1"'),
    "negative row": (TABLE.replace("header_row = 1", "header_row = -1") + "]\n", "line 5: “header_row” is -1"),
    "far row": (TABLE.replace("header_row = 1", "header_row = 9") + "]\n", "there is no row 9; the sheet has 3 rows"),
    "role": (TABLE.replace("columns", 'role = "list"\ncolumns') + "]\n", "“list” is not a role"),
    "columns": (TABLE + "3]\n", "expected: a list of tables"),
    "field": (TABLE + '  { column = "A", field = "quantiti" },\n]\n', "line 7: “quantiti” is not a field"),
    "meant": (TABLE + '  { column = "A", field = "quantiti" },\n]\n', "Did you mean “quantity”?"),
    "typed": (TABLE + '  { column = "A", field = 3 },\n]\n', "“field” is 3"),
    "nowhere": (TABLE + '  { field = "mpn" },\n]\n', "which column?"),
    "letters": (TABLE + '  { column = "7", field = "mpn" },\n]\n', "letters of a column"),
    "mark": (TABLE + '  { column = "A", field = "mpn", decimal_mark = "x" },\n]\n', '“decimal_mark” is "x"'),
    "numbered": (TABLE + '  { column = "A", field = "quantity_2" },\n]\n', "a line has one quantity at most"),
    "first": (TABLE + '  { column = "A", field = "mpn_1" },\n]\n', "after mpn comes mpn_2"),
    "twice": (
        TABLE + '  { column = "A", field = "quantity" },\n  { column = "B", field = "quantity" },\n]\n',
        "line 8: “quantity” is another column of this table",
    ),
    "second": (
        TABLE + '  { column = "A", field = "mpn" },\n  { column = "B", field = "mpn" },\n]\n',
        "Call the second column mpn_2",
    ),
    "column twice": (
        TABLE + '  { column = "A", field = "-" },\n  { column = "a", field = "mpn" },\n]\n',
        "column A is listed already",
    ),
    "pinned twice": (
        TABLE + '  { column = "D", field = "mpn" },\n  { header = "MPN", field = "-" },\n]\n',
        "is pinned twice",
    ),
    "outside": (TABLE + '  { column = "Z", field = "mpn" },\n]\n', "line 7: parts.csv, Z1: there is no column Z (manu"),
    "header": (
        TABLE + '  { column = "B", header = "Aantal", field = "quantity" },\n]\n',
        "line 7: parts.csv, B1: column B is called 'Qty' here, not 'Aantal' (quantity)",
    ),
    "sheet": (TABLE.replace("header_row", 'sheet = "Blad1"\nheader_row') + "]\n", "there is no sheet 'Blad1'"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_wrong_in_it_is_one_clear_sentence(run_depmap: Run, parts: Path, case: str, language: str) -> None:
    content, said = BAD[case]
    (parts.parent / "map.toml").write_text(content, encoding="utf-8")
    before = sorted(parts.parent.iterdir())
    refused = run_depmap("analyze", "parts.csv", "--mapping", "map.toml", "--lang", language)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert "map.toml" in refused.stderr
    assert len(refused.stderr.splitlines()) <= 3
    if language == "en":
        assert said in refused.stderr
    assert sorted(parts.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfes\x00c\x00", "cannot be read (UTF-8)"),
        (b"#" * 4_000_001, "is too large: more than 4 MB"),
        (None, "cannot be read (No such file or directory)"),
    ],
)
def test_what_is_no_text_is_refused(run_depmap: Run, parts: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (parts.parent / "map.toml").write_bytes(content)
    refused = run_depmap("check", "parts.csv", "--mapping", "map.toml", "--lang", "en")
    assert refused.returncode == 2
    assert said in refused.stderr
    assert run_depmap("check", "parts.csv", "--mapping", ".", "--lang", "en").returncode == 2


def test_a_mapping_about_other_files_is_refused(run_depmap: Run, parts: Path) -> None:
    (parts.parent / "other.csv").write_text(OTHER, encoding="utf-8")
    (parts.parent / "third.csv").write_text(OTHER, encoding="utf-8")
    run_depmap("check", "parts.csv", "--save-mapping", "map.toml")
    refused = run_depmap("analyze", "other.csv", "third.csv", "--mapping", "map.toml", "--lang", "en")
    assert refused.returncode == 2
    assert "map.toml says nothing about other.csv, third.csv; it is about: parts.csv" in refused.stderr

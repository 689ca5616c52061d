"""The command line as people and programs use it: words, data, exit codes, bad input."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from depmap.app.commands.analyze import default_folder
from tests.support import EXAMPLES, Run

VESSEL = EXAMPLES / "surface-vessel.csv"


def small(
    folder: Path, rows: str = "Item;Qty;Manufacturer;MPN;Country of Origin\n1;4;Acme;M-1;Germany\n2;1;Volt;R-2;China\n"
) -> Path:
    path = folder / "small.csv"
    path.write_text(rows, encoding="utf-8")
    return path


def test_analyze_writes_the_reports_and_prints_a_short_summary(run_depmap: Run, tmp_path: Path) -> None:
    done = run_depmap("analyze", VESSEL, "--lang", "nl")
    assert done.returncode == 0, done.stderr
    written = sorted(path.name for path in (tmp_path / "depmap-surface-vessel").iterdir())
    assert written == [
        "critical-components.xlsx",
        "findings.json",
        "memo.docx",
        "raw-materials.csv",
        "raw-materials.xlsx",
        "risk-map.html",
    ]
    assert 5 <= len(done.stdout.splitlines()) <= 12
    assert "Te bouwen uit (levering)" in done.stdout
    assert "risk-map.html" in done.stderr


def test_json_is_all_that_standard_output_holds_and_it_is_the_file(run_depmap: Run, tmp_path: Path) -> None:
    done = run_depmap("analyze", small(tmp_path), "--format", "json", "-o", "out")
    assert json.loads(done.stdout) == json.loads((tmp_path / "out/findings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("gate", "code"), [("none", 0), ("critical", 0), ("low", 1)])
def test_the_gate_trips_from_its_grade_on(run_depmap: Run, tmp_path: Path, gate: str, code: int) -> None:
    bom = small(tmp_path, "Item;Qty;Manufacturer;MPN;Country of Origin\n1;4;Acme;M-1;Germany\n")
    assert run_depmap("analyze", bom, "--fail-on", gate).returncode == code


def test_several_systems_in_one_run_keep_apart(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "twin").mkdir()
    done = run_depmap("analyze", small(tmp_path), small(tmp_path / "twin"), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert [system["system"] for system in json.loads(done.stdout)["systems"]] == ["small", "small (small.csv)"]


def test_one_report_may_be_asked_for_and_an_unknown_one_is_refused_by_name(run_depmap: Run, tmp_path: Path) -> None:
    assert run_depmap("analyze", small(tmp_path), "--report", "findings", "-o", "one").returncode == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["findings.json"]
    refused = run_depmap("analyze", small(tmp_path), "--report", "finding", "-o", "two")
    assert refused.returncode == 2
    assert "findings" in refused.stderr
    assert not (tmp_path / "two").exists()


@pytest.mark.parametrize("ending", ["graphml", "gexf", "json"])
def test_the_network_is_written_where_asked(run_depmap: Run, tmp_path: Path, ending: str) -> None:
    assert run_depmap("analyze", small(tmp_path), "--graph", f"net.{ending}").returncode == 0
    assert b"supplier:Acme" in (tmp_path / f"net.{ending}").read_bytes()


def test_a_network_of_an_unknown_kind_is_refused_before_anything_is_written(run_depmap: Run, tmp_path: Path) -> None:
    done = run_depmap("analyze", small(tmp_path), "--graph", "net.png", "-o", "out")
    assert done.returncode == 2
    assert not (tmp_path / "out").exists()


def test_check_explains_every_column_and_counts_the_lines(run_depmap: Run, tmp_path: Path) -> None:
    done = run_depmap("check", small(tmp_path), "--lang", "en")
    assert done.returncode == 0
    assert "manufacturer" in done.stdout
    assert "2 lines" in done.stdout


def test_check_as_json_follows_the_contract(run_depmap: Run, tmp_path: Path) -> None:
    answer = json.loads(run_depmap("check", small(tmp_path), "--format", "json", "--cells").stdout)
    assert answer["schema"] == 1
    assert answer["is_bom"] is True
    assert answer["lines"] == 2
    assert answer["tables"][0]["columns"]["C"] == "manufacturer"
    assert answer["tables"][0]["sheet"] is None
    assert answer["cells"]["B2"] == {"quantity": 4}


def test_check_as_json_says_why_a_file_cannot_be_opened(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "form.xml").write_text("<form><field/></form>", encoding="utf-8")
    done = run_depmap("check", tmp_path / "form.xml", "--format", "json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["is_bom"], answer["lines"]) == (2, False, 0)
    assert answer["error"] in done.stderr


def test_explain_and_columns_speak_both_languages(run_depmap: Run) -> None:
    listed = run_depmap("explain").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(line.split()[0] for line in listed)
    assert (
        run_depmap("explain", "dm101", "--lang", "nl").stdout != run_depmap("explain", "dm101", "--lang", "en").stdout
    )
    assert "manufacturer" in run_depmap("columns").stdout
    assert run_depmap("explain", "DM999").returncode == 2


# Bad input: one sentence, exit 2, no traceback, nothing left behind.

BAD: dict[str, bytes] = {
    "empty.xlsx": b"",
    "empty.csv": b"",
    "noise.xlsx": bytes(range(256)) * 20,
    "letter.txt": b"Dear colleague,\nplease find the drawing attached.\nRegards\n",
    "page.xls": b"<html><body><table><tr><td>Item</td></tr></table></body></html>",
    "drawing.pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "half.xlsx": b"PK\x03\x04" + b"\x00" * 40,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_no_bill_of_materials_gets_one_sentence(
    run_depmap: Run, tmp_path: Path, name: str, language: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    refuses(run_depmap, tmp_path, name, language)


def test_a_document_that_is_no_workbook_is_refused(run_depmap: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "letter.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    refuses(run_depmap, tmp_path, "letter.xlsx", "en")


@pytest.mark.parametrize("mark", ["1;4;Acme;M-1;Germany;DNP\n", "1;0;Acme;M-1;Germany;\n"])
def test_a_list_that_asks_for_nothing_is_refused_since_nothing_would_look_safe(
    run_depmap: Run, tmp_path: Path, mark: str
) -> None:
    small(tmp_path, "Item;Qty;Manufacturer;MPN;Country of Origin;DNP\n" + mark).rename(tmp_path / "nothing.csv")
    refuses(run_depmap, tmp_path, "nothing.csv", "en")


def test_a_missing_file_and_a_folder_are_refused(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    refuses(run_depmap, tmp_path, "folder.xlsx", "en")
    refuses(run_depmap, tmp_path, "nowhere.xlsx", "nl")


def refuses(run_depmap: Run, folder: Path, name: str, language: str) -> None:
    before = sorted(folder.iterdir())
    done = run_depmap("analyze", name, "--lang", language)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert done.stderr.startswith({"nl": "Fout: ", "en": "Error: "}[language])
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3
    assert done.stdout == ""
    assert sorted(folder.iterdir()) == before


def test_the_output_folder_that_cannot_be_made_is_told_and_nothing_is_left(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = run_depmap("analyze", small(tmp_path), "-o", "taken/here")
    assert done.returncode == 2
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_broken_policy_stops_the_run_before_it_starts(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('[rules.DM999]\ngrade = "high"\n', encoding="utf-8")
    done = run_depmap("analyze", small(tmp_path), "--policy", "policy.toml", "-o", "out")
    assert done.returncode == 2
    assert "policy.toml" in done.stderr
    assert not (tmp_path / "out").exists()


def test_control_characters_never_reach_the_screen(run_depmap: Run, tmp_path: Path) -> None:
    bom = small(tmp_path, "Item;Qty;Manufacturer;MPN;Country of Origin\n1;4;Ac\x1b[31mme;M-1;Nowhe\x1bre\n")
    done = run_depmap("analyze", bom)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x1b" not in run_depmap("check", bom).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--lang", "nl"], "Te bouwen uit"), (["--lang=en"], "Buildable from"), ([], "Buildable from")],
)
def test_the_language_is_the_one_asked_for(run_depmap: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    assert said in run_depmap("analyze", small(tmp_path), *arguments).stdout


def test_the_environment_names_the_language_too(run_depmap: Run, tmp_path: Path) -> None:
    assert "Te bouwen uit" in run_depmap("analyze", small(tmp_path), DEPMAP_LANG="nl").stdout


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        (["x/BOM (Minimal).xls"], "depmap-bom-minimal"),
        (["../../etc/passwd"], "depmap-passwd"),
        (["Überblick.ods", "b.csv"], "depmap-uberblick-and-1-more"),
        (["若干.xlsx"], "depmap-bom"),
    ],
)
def test_the_folder_is_named_after_the_file_in_safe_characters(paths: list[str], folder: str) -> None:
    assert default_folder(tuple(map(Path, paths))) == folder


@pytest.mark.parametrize(
    ("name", "place", "heading", "language"),
    [
        ("critical-components.xlsx", 1, "Besluit", "nl"),
        ("critical-components.xlsx", 1, "Decision", "en"),
        ("raw-materials.xlsx", 2, "Opmerking", "en"),
    ],
)
def test_a_list_with_decisions_is_not_written_over_without_force(
    run_depmap: Run, tmp_path: Path, name: str, place: int, heading: str, language: str
) -> None:
    bom = small(tmp_path)
    assert run_depmap("analyze", bom, "-o", "out", "--lang", language).returncode == 0
    assert run_depmap("analyze", bom, "-o", "out", "--lang", language).returncode == 0
    path = tmp_path / "out" / name
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[place]
    column = next(cell.column for cell in sheet[1] if cell.value == heading)
    sheet.cell(3, column, "?")
    book.save(path)
    kept = path.read_bytes()
    refused = run_depmap("analyze", bom, "-o", "out", "--lang", language)
    assert refused.returncode == 2
    assert f"{sheet.title}!{sheet.cell(3, column).coordinate}" in refused.stderr
    assert path.read_bytes() == kept
    assert run_depmap("analyze", bom, "-o", "out", "--force", "--lang", language).returncode == 0
    assert path.read_bytes() != kept

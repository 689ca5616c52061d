"""--redact: the same analysis with codes for names; no name of the input survives anywhere in any output."""

from __future__ import annotations

import contextlib
import functools
import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import reports
from bom.formats import open_file
from depmap.app import network_files, pipeline
from depmap.app.console import Console
from depmap.app.pipeline import NOTHING_BESIDE
from depmap.app.redact import redacting
from depmap.app.redact_codes import Codes, read_key, write_key
from depmap.app.settings import Beside, Settings
from depmap.core.countries import recognise_country
from depmap.core.errors import UsageError
from depmap.core.judgement import Analysis
from depmap.core.reference import load
from tests.support import EXAMPLES, Run, packed_text

NAMES = ["verkenner-quadcopter.xlsx", "ground-vehicle.xlsx", "surface-vessel.csv"]
SETTINGS = Settings(Console("nl"), None)
ENDINGS = (".json", ".graphml", ".gexf", ".mef")
PACKED = re.compile("[A-Za-z0-9+/=]{40,}")


@contextlib.contextmanager
def analysed(
    *boms: Path, settings: Settings = SETTINGS, beside: Beside = NOTHING_BESIDE, key: Path | None = None
) -> Iterator[Analysis]:
    """The redacted analysis, for as long as the lists have codes."""
    with redacting(key, Path("nowhere"), beside) as redaction:
        yield pipeline.analyze(boms, settings, beside, redaction)
        if key is not None:
            write_key(key, redaction.codes)


def outputs(analysis: Analysis, folder: Path) -> dict[str, str]:
    """Everything that can be written of an analysis, as the text that is in it."""
    found = {}
    for report in reports.available():
        data = report.write(analysis)
        found[report.filename] = (
            _unpacked(data) if report.filename.endswith((".xlsx", ".docx")) else data.decode("utf-8")
        )
    page = found["risk-map.html"]
    found["risk-map.html"] = html.unescape(PACKED.sub(" ", page)) + packed_text(page)
    for ending in ENDINGS:
        network_files.write_graph(analysis, folder / f"net{ending}")
        found[ending] = (folder / f"net{ending}").read_text(encoding="utf-8")
    return {name: text.casefold() for name, text in found.items()}


def _unpacked(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = [book.read(name).decode("utf-8", "replace") for name in book.namelist()]
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", part) + part for part in parts))


def texts(*paths: Path) -> set[str]:
    """Every text of the cells of these files, and the names of files and sheets."""
    found = {path.name for path in paths} | {path.stem for path in paths}
    for path in paths:
        for sheet in open_file(path).sheets:
            found.add(sheet.name or "")
            found.update(str(cell).strip() for row in sheet.rows for cell in row if isinstance(cell, str))
    return {text for text in found if len(text) > 2 and any(char.isalpha() for char in text)}


@functools.cache
def open_analysis(path: Path) -> Analysis:
    """The analysis of a file with its names."""
    return pipeline.analyze([path], SETTINGS)


def names(path: Path) -> set[str]:
    """Every name that depmap makes of it: listed companies, owners, ids and numbers."""
    found: set[str] = set()
    for system in open_analysis(path).systems:
        for supplier in system.bom.suppliers:
            found |= {supplier.name, supplier.parent.value or "", *supplier.spellings, *supplier.possible}
        for part in system.bom.components:
            found |= {part.id, part.part_number or ""}
            for source in part.sources:
                found |= {source.part_number or "", *source.distributors}
    return {name for name in found if len(name) > 2 and any(char.isalpha() for char in name)}


@pytest.fixture(scope="module")
def own_words(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What depmap says whatever it reads: about a system that has nothing in common with any other."""
    folder = tmp_path_factory.mktemp("neutral")
    path = folder / "zz.csv"
    head = "Part number;Description;Qty;Manufacturer;Lifecycle;Notes"
    lines = (head, "ZZ1;Zzz;1;Zzq;NRND;Sole source", "ZZ2;Motor;1;Zzq;;")
    path.write_text("\n".join(lines), encoding="utf-8")
    listed = [
        cell
        for list_id in ("component_classes", "materials", "countries", "country_groups", "legal_rules")
        for row in load(list_id).rows
        for cell in row.values()
    ]
    with analysed(path) as analysis:
        return " ".join((*outputs(analysis, folder).values(), *listed)).casefold()


def leaks(found: dict[str, str], secrets: Iterable[str], own: str) -> list[tuple[str, str]]:
    """Which secrets stand in which outputs, but for countries and for words that depmap has of itself."""
    there = []
    for secret in sorted(secrets):
        hits = [name for name, text in found.items() if holds(text, secret.casefold())]
        if hits and not holds(own, secret.casefold()) and recognise_country(secret).code is None:
            there += [(secret, name) for name in hits]
    return there


def holds(text: str, word: str) -> bool:
    """Whether the word stands there by itself, and not within a longer one."""
    at = text.find(word)
    while at >= 0:
        if not text[max(0, at - 1) : at].isalnum() and not text[at + len(word) : at + len(word) + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False


@pytest.mark.no_cover  # Small files measure all of it.
@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_an_example_survives_in_any_output(name: str, own_words: str, tmp_path: Path) -> None:
    secrets = texts(EXAMPLES / name) | names(EXAMPLES / name)
    assert len(secrets) > 300
    with analysed(EXAMPLES / name) as analysis:
        found = outputs(analysis, tmp_path)
    assert leaks(found, secrets, own_words) == []


@pytest.mark.no_cover
def test_the_test_for_leaks_finds_them(own_words: str, tmp_path: Path) -> None:
    path = EXAMPLES / "surface-vessel.csv"
    found = outputs(open_analysis(path), tmp_path)
    leaked = leaks(found, texts(path) | names(path), own_words)
    assert {name for _, name in leaked} == set(found)
    assert {"Diodes Incorporated", "Schottkydiode 60 V 3 A", "OV.11.018"} <= {secret for secret, _ in leaked}


HOSTILE = """\
Part number;Description;Qty;Manufacturer;MPN;Country of origin;Evidence;Supplier;Lifecycle;Notes;Category;URL;Material
Kestrel-7;<script>alert('Falconer')</script>;2;DJI;QX-77/A;China;CoO-Heron-114.pdf, 2026-03-02;Mouser;Obsolete (see \
Osprey memo);Sole source, ask Peregrine;Talons;https://merlin.example/kite;Neodymium;
Kestrel-8;=HYPERLINK("http://goshawk.example");1;DJl;QX-78;China;;Digi-Key;Active;=1+1 Buzzard;Wings;;Unobtainium
Kestrel-9;S001 C001 Harrier;1;S001;C001;Condor;;;;;;;
Kestrel-9;Harrier;two Eagles;T-Motor;U8;Germany;;;;;;;
"""
POLICY = """\
[system."Project Nighthawk"]
design_authority = "Vulture Design"
[groups]
Sparrowhawks = ["NL", "DE"]
[ask]
groups = ["Sparrowhawks", "NATO"]
[[scenario]]
name = "loss-of-lanner"
nl = "Lanner valt weg"
en = "Lanner is lost"
lose = ["supplier:DJI"]
[[accept]]
rule = "DM104"
subject = "component:Kestrel-7"
reason = "Hobby says so"
until = 2099-01-01
"""
SUPPLIERS = (
    "Name;Alias;Seat;Parent;Parent country;Evidence\nDJI;DJ-Bunting;CN;Shrike Holding;CN;Shrike-letter.pdf 2026\n"
)
SECRETS = (
    "kestrel falconer qx-77 qx-78 heron osprey peregrine talons merlin goshawk buzzard wings unobtainium condor "
    "harrier eagles nighthawk vulture sparrowhawks lanner hobby bunting shrike dji djl t-motor mouser digi-key"
).split()


@pytest.fixture
def hostile(tmp_path: Path) -> tuple[Path, Settings, Beside]:
    for name, text in (("Nighthawk.csv", HOSTILE), ("lanner.toml", POLICY), ("shrike.csv", SUPPLIERS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    settings = Settings(Console("en"), tmp_path / "lanner.toml")
    return tmp_path / "Nighthawk.csv", settings, Beside(tmp_path / "shrike.csv", ())


def test_no_name_of_a_hostile_file_its_policy_or_the_files_beside_survives(
    hostile: tuple[Path, Settings, Beside], own_words: str, tmp_path: Path
) -> None:
    path, settings, beside = hostile
    with analysed(path, settings=settings, beside=beside) as analysis:
        found = outputs(analysis, tmp_path)
    assert leaks(found, SECRETS, "") == []
    assert leaks(found, texts(path) - {"S001", "C001"}, own_words) == []


def test_what_rules_read_in_words_is_judged_all_the_same(hostile: tuple[Path, Settings, Beside]) -> None:
    path, settings, beside = hostile

    def judged(analysis: Analysis) -> Counter[tuple[str, str, bool]]:
        return Counter((each.rule, each.grade.key, bool(each.accepted)) for each in analysis.systems[0].findings)

    open_one = judged(pipeline.analyze([path], settings, beside))
    assert {"DM113", "DM115", "DM203", "DM104"} <= {rule for rule, _, _ in open_one}
    with analysed(path, settings=settings, beside=beside) as analysis:
        assert judged(analysis) == open_one


def shape(content: dict[str, Any]) -> dict[str, object]:
    """Everything in a findings.json that has no name in it."""

    def counted(key: str, *fields: str) -> Counter[str]:
        return Counter(json.dumps([item[field] for field in fields]) for item in content[key])

    return {
        "groups": counted("groups", "group", "layer", "verdict"),
        "standstill": counted("standstill", "loss", "layer", "stops", "weeks", "time_to_survive"),
        "points": counted("single_points", "layer", "certain", "lines"),
        "cut_sets": counted("cut_set_counts", "layer", "certain", "counts"),
        "findings": counted("findings", "rule", "grade", "layer", "evidence"),
        "components": counted("components", "class", "lines", "quantity", "stock", "grade", "worst_weeks", "threats"),
        "content": Counter(
            json.dumps([each["test"], round(each["low"], 9), round(each["high"], 9), each["verdict"]])
            for each in content["shares"]
            if each["verdict"]
        ),
        "points_of_bonus_malus": [each["points"] for each in content["bonus_malus"]],
    }


@pytest.mark.no_cover  # Small files measure all of it.
@pytest.mark.parametrize("name", NAMES)
def test_the_answers_are_those_of_the_real_names(name: str) -> None:
    real = json.loads(reports.render(open_analysis(EXAMPLES / name), "findings"))
    with analysed(EXAMPLES / name) as analysis:
        coded = json.loads(reports.render(analysis, "findings"))
    for item in (*real["components"], *coded["components"]):
        item["threats"] = [[each["loss"], each["stops"], each["weeks"]] for each in item["losses"]]
    assert shape(coded) == shape(real)
    assert coded["run"]["redacted"] is True
    assert coded["run"]["inputs"][0]["name"] == "F001"


def test_prices_are_scaled_so_that_only_proportions_stay(tmp_path: Path) -> None:
    path = tmp_path / "kite.csv"
    path.write_text(
        "Part number;Qty;Unit price;Currency;Manufacturer\nA1;2;1234,5;EUR;Acme\nB1;1;2469;EUR;Volt\n", encoding="utf-8"
    )
    with analysed(path) as analysis:
        (system,) = analysis.systems
    costs = [each.cost for each in system.bom.components]
    assert [round(float(cost or 0), 6) for cost in costs] == [500_000, 500_000]
    assert system.counts.currency == "XXX"


def test_a_key_file_keeps_codes_when_lines_come_before_and_reads_them_back(tmp_path: Path) -> None:
    head, line = "Part number;Qty;Manufacturer\n", "B1;1;Volt\n"
    path, key = tmp_path / "kite.csv", tmp_path / "key.json"

    def coded() -> dict[str, str]:
        with analysed(path, key=key):
            return dict(read_key(key).known("S")) if key.exists() else {}

    path.write_text(head + line, encoding="utf-8")
    coded()
    before = read_key(key).known("S")
    assert before["Volt"] == "S001"
    path.write_text(head + "A1;1;Acme\n" + line, encoding="utf-8")
    coded()
    assert read_key(key).known("S")["Volt"] == "S001"
    assert read_key(key).known("S")["Acme"] == "S002"
    assert read_key(key).known("C")["B1"] == "C001"
    assert key.stat().st_mode & 0o077 == 0


def test_without_a_key_codes_follow_the_cells_and_not_the_names(tmp_path: Path) -> None:
    path = tmp_path / "kite.csv"
    path.write_text("Part number;Qty;Manufacturer\nZ9;1;Zulu\nA1;1;Alfa\n", encoding="utf-8")
    with redacting(None, tmp_path / "out", NOTHING_BESIDE) as redaction:
        pipeline.analyze([path], SETTINGS, NOTHING_BESIDE, redaction)
    assert redaction.codes.known("S")["Zulu"] == "S001"
    assert redaction.codes.known("C") == {"Z9": "C001", "A1": "C002"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"codes": {}}',
        '{"depmap_redaction_key": 1, "codes": {"S": {"a": "S001", "b": "S001"}}}',
        '{"depmap_redaction_key": 1, "codes": {"S": {"a": "C001"}}}',
        '{"depmap_redaction_key": 1, "codes": {"S": {"a": "S001", "b": "S0001"}}}',
        '{"depmap_redaction_key": 1, "codes": {"Q": {}}}',
    ],
)
def test_a_key_file_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "key.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"key\.json"):
        read_key(tmp_path / "key.json")


def test_a_key_among_the_reports_or_a_mapping_to_write_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder of the reports"), redacting(tmp_path / "k", tmp_path, NOTHING_BESIDE):
        pass
    with pytest.raises(UsageError, match="mapping"), redacting(None, tmp_path, Beside(None, (), None, tmp_path / "m")):
        pass


def test_codes_of_a_kind_go_on_where_the_key_ends() -> None:
    codes = Codes({"S": {"Acme": "S007"}})
    assert [codes.code("S", name) for name in ("Acme", "Volt", "Acme")] == ["S007", "S008", "S007"]


def test_the_command_writes_no_name_into_a_folder_that_has_none(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "Nighthawk.csv").write_text(HOSTILE, encoding="utf-8")
    done = run_depmap("analyze", "Nighthawk.csv", "--redact-key", "key.json", "--graph", "net.graphml")
    assert done.returncode == 0, done.stderr
    written = [*(tmp_path / "depmap-redacted").iterdir(), tmp_path / "net.graphml"]
    assert len(written) >= 6
    told = done.stdout + done.stderr + "".join(str(path.relative_to(tmp_path)) for path in written)
    assert "Nighthawk" not in told.replace("Nighthawk.csv: ", "")
    assert "Kestrel" in (tmp_path / "key.json").read_text(encoding="ascii")
    refused = run_depmap("analyze", "Nighthawk.csv", "--redact-key", "Nighthawk.csv")
    assert refused.returncode == 2
    assert (tmp_path / "Nighthawk.csv").read_text(encoding="utf-8") == HOSTILE

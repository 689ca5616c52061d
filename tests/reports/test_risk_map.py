"""The page as text: what it may ask for, what it shows, and that names stay names. How it behaves: tests/browser."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest

from depmap.core.importance import Centralities
from depmap.core.judgement import Analysis
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language, Text
from reports.page import points as page_points
from reports.page.importance import WORDS as IMPORTANCE_WORDS
from reports.page.importance import heaviest, overrated
from reports.page.network.map_data import map_data
from reports.page.network.words import WORDS as NETWORK_WORDS
from reports.page.words import WORDS
from reports.programs.importance import FOR_COMPARISON, sentence
from reports.words import names
from reports.words.rows import component_list
from reports.writers.risk_map import SCRIPTS, render
from tests.reports.analyses import HOSTILE, analysed, analysis, drone, drone_bom, findings_of, hostile
from tests.support import ROOT, packed_data, packed_text


class Page(HTMLParser):
    """The elements of a page, and the text outside scripts and styles."""

    def __init__(self, text: str, source: str = "") -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.words: list[str] = []
        self._inside = ""
        self.source = source or text
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.raw:
            self._inside = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside][-1] += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def data(self) -> Any:
        return packed_data(self.source)

    @property
    def shared(self) -> Any:
        return json.loads(packed_text(self.source))["shared"]


def page(analysis_: Analysis) -> Page:
    """The page as its script shows it: of a long one all but the overview is packed."""
    text = render(analysis_).decode("utf-8")
    return Page(packed_data(text).get("body", text), text)


@pytest.fixture(scope="module")
def dutch() -> Page:
    return page(drone())


def test_nothing_is_asked_for_and_nothing_runs_from_an_attribute(dutch: Page) -> None:
    asking = {"src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "style"}
    for tag, attributes in dutch.elements:
        assert tag not in {"link", "iframe", "object", "embed", "img", "base", "form", "audio", "video"}
        assert not asking & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("href", "xlink:href"):
            assert (attributes.get(name) or "#").startswith("#")
    assert "@import" not in dutch.raw["style"][0]
    assert "url(" not in dutch.raw["style"][0]
    assert "sourceMappingURL" not in "".join([*dutch.raw["script"], dutch.shared["drawing"]])


def test_the_policy_allows_these_very_scripts_and_nothing_else(dutch: Page) -> None:
    (policy,) = (
        attributes["content"]
        for tag, attributes in dutch.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy
    kinds = [attributes.get("type") for tag, attributes in dutch.elements if tag == "script"]
    scripts = [text for text, kind in zip(dutch.raw["script"], kinds, strict=True) if kind is None]

    def digests(texts: list[str]) -> list[str]:
        return [f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in texts]

    drawing = dutch.shared["drawing"]
    assert "vis-network" in drawing[:200]
    assert rules["script-src"].split() == digests([scripts[0], drawing, *scripts[1:]])
    assert rules["style-src"].split() == digests(dutch.raw["style"])
    assert len(scripts) == 1 + len(SCRIPTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_language_of_the_run(language: Language) -> None:
    found = page(drone(language))
    assert found.elements[0] == ("html", {"lang": language, "class": "no-script"})
    for key in ("overview", "map", "list", "points_title", "shares_title", "issues_title", "provenance"):
        assert WORDS[key][language] in found.text
    other: Language = "en" if language == "nl" else "nl"
    assert WORDS["map_intro"][other] not in found.text


def test_the_page_in_the_other_language_is_that_of_a_run_in_it(dutch: Page) -> None:
    there = packed_data(dutch.source, "en")
    english = page(drone("en"))
    assert there["body"] in english.source
    assert "body" not in packed_data(english.source, "en")
    assert {key: each for key, each in there.items() if key != "body"} == english.data
    assert f"<title>{html.escape(there['title'])}</title>" in english.source


def test_every_finding_every_component_and_every_single_point_is_on_the_page(dutch: Page) -> None:
    system = drone().systems[0]
    for row in component_list(system).listed:
        for finding in row.findings:
            assert f"{finding.rule} {finding.grade.text.nl}: {finding.message.nl}" in dutch.text
    for component in system.bom.components:
        assert component.id in dutch.text
    rows = [attributes["data-row"] for _, attributes in dutch.elements if "data-row" in attributes]
    assert rows == [names.key(row.node) for row in component_list(system).listed]
    assert WORDS["points_caption"].format(count=len(page_points.told(system))).nl in dutch.text


def test_a_single_point_tells_lines_assemblies_and_value() -> None:
    parts = {"tail": {"bow": ["Acme@CN"]}, "line": ["Acme@CN"], "sail": ["Volt@DE"]}
    fields = {"bow": {"cost": Decimal("12.5"), "lines": 3}, "line": {"cost": Decimal(1)}, "sail": {}}
    bom = replace(sketch("kite", parts | {"$components": fields}), currency="EUR")
    (system,) = analysis(bom).systems
    told = {row["node"]: row["amounts"] for row in page_points.rows(system, "en", 100)}
    nl = {row["node"]: row["amounts"] for row in page_points.rows(system, "nl", 100)}
    assert told["supplier:Acme"] == "4\u00a0lines, 1\u00a0assembly, EUR\u00a013.50"
    assert nl["supplier:Acme"] == "4\u00a0regels, 1\u00a0samenstelling, EUR\u00a013,50"
    assert told["supplier:Volt"] == "1\u00a0line"
    assert str(told["supplier:Acme"]) in render(analysis(bom, language="en")).decode()


def test_the_heaviest_nodes_of_each_layer_and_kind_are_shown_and_measures_only_beside_them(dutch: Page) -> None:
    system = drone().systems[0]
    shown = heaviest(system)
    groups = {(each.layer, system.graph.nodes[each.node].kind) for each in system.importance}
    assert len(shown) == 10
    assert {(each.layer, system.graph.nodes[each.node].kind) for each in shown} == groups
    for each in shown:
        (first, *_) = [one for one in system.importance if one.layer is each.layer]
        assert first in shown
        for mark in each.disagreements:
            assert sentence(each, mark).nl in dutch.text
    assert IMPORTANCE_WORDS["caption"].format(count=len(system.importance)).nl in dutch.text
    assert FOR_COMPARISON.nl in dutch.text
    told = overrated(system.importance)
    assert told == sorted(told, key=lambda pair: min(rank.place for rank in pair[0].ranks.values()))
    assert all(each.point is None and words.nl in dutch.text for each, words in told)
    assert told


def test_measures_that_are_left_out_are_said_to_be() -> None:
    base = drone()
    bare = tuple(replace(each, ranks={}, disagreements=()) for each in base.systems[0].importance)
    reason = Text("te groot om te tekenen", "too large to draw")
    system = replace(base.systems[0], importance=bare, centralities=Centralities((), 5000, 9000, {}, reason))
    assert reason.nl in page(replace(base, systems=(system,))).text


def test_findings_that_are_not_about_a_component_are_on_the_page() -> None:
    base = drone()
    system = base.systems[0]
    moved = replace(system.findings[0], subject="supplier:T-Motor")
    found = page(replace(base, systems=(replace(system, findings=(moved,)),)))
    assert WORDS["other_findings"].nl in found.text
    assert moved.message.nl in found.text


def test_names_are_names_whatever_they_hold() -> None:
    text = render(hostile()).decode("utf-8")
    found = Page(text)
    assert not [tag for tag, _ in found.elements if tag in {"img", "b"}]
    assert len(found.raw["script"]) == len(page(drone()).raw["script"])
    assert "window.hacked=1" in found.text
    assert "{{ 7*7 }}{% raw %}" in found.text
    labels = {each["label"] for each in found.data["systems"][0]["info"].values()}
    assert "</script><script>window.hacked=1</script>" in labels
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\u2028\ud800-\udfff]", text)
    assert HOSTILE[4] not in text, "no name stands unescaped anywhere, not even in the data"
    assert html.escape(HOSTILE[4]) in text or html.escape(HOSTILE[4], quote=False) in text


def test_data_and_tables_tell_the_same(dutch: Page) -> None:
    system = drone().systems[0]
    info, network = dutch.data["systems"][0]["info"], dutch.shared["network"][0]
    assert {row.node for row in component_list(system).listed} <= set(network["components"]["ids"]) <= info.keys()
    for view in network["views"]:
        assert {node["id"] for node in view["nodes"]} | set(view["names"]) <= info.keys()
        assert {name for name in view["names"] if name.startswith("country:")} <= system.graph.nodes.keys()
        for edge in view["edges"]:
            assert {edge["from"], edge["to"]} <= {node["id"] for node in view["nodes"]}
            assert "arrows" not in edge
        for node in view["nodes"]:
            assert not {"title", "font", "image"} & node.keys()
            assert node["label"] == " "


def test_tables_have_captions_and_headings_with_scope(dutch: Page) -> None:
    tags = [tag for tag, _ in dutch.elements]
    assert tags.count("table") == tags.count("caption")
    assert all(attributes.get("scope") in {"col", "row"} for tag, attributes in dutch.elements if tag == "th")
    ids = [attributes["id"] for _, attributes in dutch.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in dutch.elements:
        assert (attributes.get("aria-labelledby") or ids[0]) in ids
        assert (attributes.get("href") or f"#{ids[0]}").removeprefix("#").partition("=")[0] in ids


def test_several_systems_share_one_page() -> None:
    found = page(analysis(drone_bom("Een"), drone_bom("Twee")))
    assert [each["anchor"] for each in found.data["systems"]] == ["s1", "s2"]
    assert "2 systemen" in found.text
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_a_large_system_says_that_it_opens_with_groups() -> None:
    parts = {f"deel {n}": {f"D{n}-{k}": ["Acme@CN" if k % 3 else "@DE"] for k in range(30)} for n in range(30)}
    bom = sketch("groot", parts)
    made = analysed(bom, findings_of(bom))
    found = page(Analysis(drone().run, (made,), (), {}))
    view = found.shared["network"][0]["views"][0]
    drawn = [node for node in view["nodes"] if node["id"].startswith("component:")]
    assert len(view["nodes"]) <= 500
    assert len(drawn) + view["hidden"] == 900
    assert NETWORK_WORDS["opens_critical"].nl in found.text
    assert {node["id"] for node in drawn} == {row.node for row in component_list(made).listed[: len(drawn)]}


def test_nothing_found_and_nothing_read_still_give_a_page() -> None:
    for bom in (sketch("leeg", {}), sketch("kaal", {"a": [""]})):
        found = page(Analysis(drone().run, (analysed(bom),), (), {}))
        assert (WORDS["no_components"].nl in found.text) == (not bom.components)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_no_number_that_json_cannot_hold(monkeypatch: pytest.MonkeyPatch, number: float) -> None:
    monkeypatch.setattr("reports.writers.risk_map.map_data", lambda system: {**map_data(system), "room": number})
    with pytest.raises(ValueError, match="JSON"):
        render(drone())


def test_writing_reports_does_not_load_what_pyvis_does_not_need() -> None:
    code = (
        "import sys; import reports; from depmap.core.importance import Centralities\n"
        "from tests.reports import analyses\n"
        "analyses.centralities = lambda graph: Centralities((), 0, 0, {})\n"
        "for report in reports.available(): report.write(analyses.drone())\n"
        "heavy = ('IPython', 'networkx', 'jsonpickle', 'pandas', 'numpy', 'openpyxl', 'babel')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_pyvis_stays_whole_for_others() -> None:
    code = (
        "from reports.page.network.pyvis_light import network_class; import networkx, pyvis.network\n"
        "net = network_class()(); net.from_nx(networkx.path_graph(3)); frame = pyvis.network.IFrame('x', 1, 1)\n"
        "print(network_class() is pyvis.network.Network, net.num_nodes(), type(frame).__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "3", "IPython.lib.display"]


def test_a_huge_system_keeps_the_page_small_and_says_so() -> None:
    bom = sketch("reus", {f"D{n}": ["Acme@CN"] for n in range(1500)})
    found = page(Analysis(drone().run, (analysed(bom, findings_of(bom)),), (), {}))
    rows = [attributes for tag, attributes in found.elements if tag == "tr" and "data-row" in attributes]
    assert len(rows) == 1000
    plain = Page(found.source)
    assert WORDS["brief"].nl in plain.text
    assert not [attributes for tag, attributes in plain.elements if tag == "tr" and "data-row" in attributes]
    assert {tag for tag, _ in plain.elements} >= {"h1", "h2", "table"}, "the overview stands there without scripts"
    assert len(found.source) < 3_000_000
    assert WORDS["left_out"].format(shown=1000, count=500).nl in found.text
    assert WORDS["list_caption"].format(count=1500).nl in found.text

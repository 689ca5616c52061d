"""Materials on the command line: what stops without one, without a step of it, or without what one country supplies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from depmap.core.errors import UsageError
from depmap.core.evidence import Tier
from depmap.core.material_lists import material_world
from depmap.core.material_words import material_loss
from tests.support import Run

BOM = """\
Part number;Description;Qty;Manufacturer;MPN;Country of origin;Material
M-1;Brushless motor;2;T-Motor;MN5008;Germany;
W-1;Winch drum;1;Verzonnen Staal;V-3;Netherlands;Tungsten
X-1;Wondrous thing;1;Verzonnen Staal;V-9;Germany;
"""


@pytest.fixture
def bom(tmp_path: Path) -> Path:
    path = tmp_path / "kite.csv"
    path.write_text(BOM, encoding="utf-8")
    return path


def asked(run_depmap: Run, *options: object) -> Any:
    done = run_depmap("whatif", *options, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def certainly(answer: dict[str, Any]) -> list[str]:
    return [each["node"] for each in answer["components"] if each["certain"]]


@pytest.mark.parametrize(
    ("loss", "stops"),
    [
        ("material:neodymium", ["component:M-1"]),
        ("material:Neodymium", ["component:M-1"]),
        ("stage:neodymium/processing", ["component:M-1"]),
        ("stage:neodymium/verwerking", ["component:M-1"]),
        ("material:neodymium@China", ["component:M-1"]),
        ("material:wolfraam@CN", ["component:W-1"]),
        ("stage:tungsten/extraction@CN", ["component:W-1"]),
        ("material:gallium@CN", []),
        ("material:neodymium@MY", []),
    ],
)
def test_what_stops_without_it_and_that_the_rest_is_open(
    run_depmap: Run, bom: Path, loss: str, stops: list[str]
) -> None:
    answer = asked(run_depmap, bom, "--lose", loss)
    assert answer["layers"] == ["material"]
    assert certainly(answer) == stops
    possible = {each["node"] for each in answer["components"] if not each["certain"]}
    assert possible == {"component:M-1", "component:W-1", "component:X-1"} - set(stops)
    assert answer["stops"] == ("yes" if stops else "cannot decide")


def test_the_chain_names_the_stage_and_the_material_in_the_language_of_the_reader(run_depmap: Run, bom: Path) -> None:
    dutch = run_depmap("whatif", bom, "--lose", "material:neodymium@CN", "--lang", "nl").stdout
    assert "neodymium uit China valt weg (laag: grondstoffen)" in dutch
    assert "> neodymium > Brushless motor (M-1)" in dutch
    english = run_depmap("whatif", bom, "--lose", "stage:tungsten/processing", "--lang", "en").stdout
    assert "tungsten (processing) is lost (layer: material)" in english
    assert "tungsten (processing) > tungsten > Winch drum (W-1)" in english
    assert "material of Wondrous thing (X-1)" in english


def test_a_material_in_another_layer_is_said_to_count_for_nothing_there(run_depmap: Run, bom: Path) -> None:
    done = run_depmap("whatif", bom, "--lose", "material:neodymium", "--layer", "supply", "--lang", "en")
    assert "layer material only" in done.stderr
    both = asked(run_depmap, bom, "--lose", "material:neodymium", "--layer", "supply", "--layer", "material")
    assert both["layers"] == ["supply", "material"]
    every = run_depmap("whatif", bom, "--lose", "country:CN", "--layer", "all", "--lang", "en")
    assert "(layer: supply, control and material)" in every.stdout
    assert asked(run_depmap, bom, "--lose", "country:CN", "--layer", "all")["layers"] == [
        "supply",
        "control",
        "material",
    ]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("material:unobtainium", "no material"),
        ("material:galium", "gallium"),
        ("stage:gallium/extraction", "gallium/processing"),
        ("material:gallium@NL", "largest shares"),
        ("material:gallium@Chyna", "not a country"),
    ],
)
def test_what_is_no_material_is_refused_with_what_is_close(run_depmap: Run, bom: Path, word: str, said: str) -> None:
    done = run_depmap("whatif", bom, "--lose", word, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_the_control_of_the_default_policy_takes_what_the_list_has(run_depmap: Run, bom: Path) -> None:
    """Tungsten is under control, neodymium is not: the list is of what China controls, not of what it could."""
    answer = asked(run_depmap, bom, "--scenario", "CN-export-control")
    assert certainly(answer) == ["component:W-1"]
    assert "tungsten" in material_world().export_control["CN"]
    assert "neodymium" not in material_world().export_control["CN"]


def test_a_control_of_named_materials_and_another_tolerance(run_depmap: Run, bom: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(
        '[[scenario]]\nname = "magnets"\nexport_control = "CN"\nmaterials = ["Neodymium"]\n', encoding="utf-8"
    )
    answer = asked(run_depmap, bom, "--scenario", "magnets", "--policy", "policy.toml")
    assert certainly(answer) == ["component:M-1"]
    assert answer["nodes"] == ["share:neodymium/extraction/CN", "share:neodymium/processing/CN"]
    (tmp_path / "calm.toml").write_text("[materials]\ntolerates = 0.9\n", encoding="utf-8")
    calm = asked(run_depmap, bom, "--lose", "material:neodymium@CN", "--policy", "calm.toml")
    assert certainly(calm) == []


def test_why_a_material_matters(run_depmap: Run, bom: Path) -> None:
    answer = json.loads(run_depmap("why", bom, "material:tungsten", "--format", "json").stdout)
    assert answer["single_points"] == [{"layer": "material", "certain": True}]
    ((step, _),) = [route["steps"] for route in answer["routes"]]
    assert (step["role"], step["evidence"]) == ("material", str(Tier.DECLARED))
    assert "G3" in step["cells"]
    share = json.loads(run_depmap("why", bom, "stage:neodymium/processing@CN", "--format", "json").stdout)
    assert (share["node"], share["single_points"]) == (
        "share:neodymium/processing/CN",
        [{"layer": "material", "certain": True}],
    )
    assert run_depmap("why", bom, "material:neodymium@CN").returncode == 2


def test_cut_sets_of_the_layer(run_depmap: Run, bom: Path) -> None:
    done = run_depmap("cut-sets", bom, "--layer", "material", "--max-order", "1", "--format", "json")
    found = json.loads(done.stdout)
    for stops in ("country:CN", "material:neodymium", "material:tungsten", "stage:tungsten/extraction"):
        assert [stops] in found["cut_sets"]
    assert found["unknowns"] >= 3


def test_the_findings_hold_the_layer_and_never_a_yes(run_depmap: Run, bom: Path, tmp_path: Path) -> None:
    assert run_depmap("analyze", bom, "-o", "out").returncode == 0
    found = json.loads((tmp_path / "out/findings.json").read_text(encoding="utf-8"))
    points = {each["node"]: each["certain"] for each in found["single_points"] if each["layer"] == "material"}
    assert points["material:tungsten"]
    assert points["country:CN"]
    assert not points["unknown:material"]
    verdicts = {each["verdict"] for each in found["groups"] if each["layer"] == "material"}
    assert verdicts <= {"no", "cannot decide"}
    outside = {each["layer"]: each["nodes"] for each in found["standstill"] if each["loss"] == "only-EU+EEA+UA"}
    assert "country:CD" in outside["material"]
    assert "country:CD" not in outside["supply"] + outside["control"], "it only supplies materials"
    controls = [each for each in found["standstill"] if each["loss"] == "CN-export-control"]
    assert [(each["layer"], each["components"]) for each in controls] == [("material", ["component:W-1"])]


@pytest.mark.parametrize(
    ("word", "canonical", "dutch"),
    [
        ("share:gallium/processing/CN", "stage:gallium/processing@CN", "gallium (verwerking) uit China"),
        ("material:Gallium@china", "material:gallium@CN", "gallium uit China"),
        ("stage:aluminium/winning", "stage:aluminium/extraction", "aluminium (winning)"),
    ],
)
def test_words_become_one_form(word: str, canonical: str, dutch: str) -> None:
    found = material_loss(word, material_world())
    assert (found.word, found.title.nl) == (canonical, dutch)
    assert material_loss(found.word, material_world()) == found


def test_a_stage_needs_a_known_material() -> None:
    with pytest.raises(UsageError):
        material_loss("stage:unobtainium/processing", material_world())

"""The words of a scenario in the page: an address holds them, a file keeps them, and what is wrong is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

import risk_rules
from depmap.app.losses import by_hand, losses, lost_nodes
from depmap.app.whatif import Case
from depmap.core.graph import Graph, Kind
from depmap.core.sketch import sketch
from depmap.network.build import build
from reports.page.whatif.kernel_data import network
from reports.page.whatif.words import shipped, words
from reports.words import names
from tests.browser.kernel_rig import EXAMPLE, GROUPS, POLICY, Run, by_chance, kernel_page, read
from tests.reports.analyses import hostile_bom


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with kernel_page(browser, tmp_path_factory.mktemp("kernel")) as called:
        yield called


@pytest.fixture(scope="module", params=EXAMPLE)
def case(request: pytest.FixtureRequest) -> Case:
    return read(request.param)


SPEAK = """([data, words, scenarios, ask, given]) => {
  const speak = whatifWords(whatifKernel(data), words, scenarios);
  const refused = work => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof speak.Refusal)) throw error;
      return { texts: error.texts, nearest: error.nearest };
    }
  };
  return given.map(each => refused(() => %s));
}"""


def speaking(run: Run, graph_: Graph, ask: str, given: Sequence[object]) -> list[Any]:
    """What the page makes of each of these, or how it refuses it."""
    found: list[Any] = run(SPEAK % ask, [network(graph_, {}), words(GROUPS), [], ask, given])
    return found


def test_an_address_holds_a_scenario(case: Case, run: Run) -> None:
    made = [(lose, [*reversed(lose), *lose], only) for lose, only in by_chance(case, 60)]
    scenarios: list[dict[str, Any]] = [dict(zip(("lose", "turned", "only"), each, strict=True)) for each in made]
    ask = """[speak.decode(speak.encode(each)), speak.encode(each) === speak.encode({ ...each, lose: each.turned }),
        speak.decode(speak.encode(each, ["material", "supply"])).layers, speak.encode(each)]"""
    for each, (back, same_in_any_order, layers, address) in zip(
        scenarios, speaking(run, case.place.graph, ask, scenarios), strict=True
    ):
        assert back == {"lose": sorted({*each["lose"]}), "only": each["only"], "layers": []}
        assert same_in_any_order
        assert layers == ["supply", "material"]
        assert address.isascii()
        assert not {*address} & {*" #<>\"'"}


@pytest.mark.parametrize(
    ("address", "wrong", "nearest"),
    [
        ("lose=country:China", "country:China", "country:CN"),
        ("lose=country:Belgie", "country:Belgie", "country:BE"),
        ("lose=country:CN&lose=supplier:Texsa Instrument", "supplier:Texsa Instrument", "supplier:Texas Instruments"),
        ("lose=material:galium", "material:galium", "material:gallium"),
        ("lose=stage:gallium/procesing", "stage:gallium/procesing", "stage:gallium/processing"),
        ("lose=material:gallium%40NL", "material:gallium@NL", "material:gallium@CN"),
        ("lose=group:NAVO", "group:NAVO", "group:NATO"),
        ("lose=suplier:Bosch Sensortec", "suplier:Bosch Sensortec", "supplier:Bosch Sensortec"),
        ("only=EUU", "EUU", "EU"),
        ("only=", "", None),
        ("lose=", "", None),
        ("lose=source:x", "source:x", None),
        ("lose=country:__proto__", "country:__proto__", None),
        ("only=constructor", "constructor", None),
        ("only=EU&only=NATO", "only", None),
        ("layer=suply", "suply", "supply"),
        ("loose=country:CN", "loose", "lose"),
    ],
)
def test_what_an_address_gets_wrong_is_named_with_what_comes_nearest(
    run: Run, address: str, wrong: str, nearest: str | None
) -> None:
    (found,) = speaking(run, read("ground-vehicle.xlsx").place.graph, "speak.decode(each)", [address])
    for text, question in zip(found["texts"], ("Bedoelde u", "Did you mean"), strict=True):
        assert (f"‘{wrong}’" in text) or (f"“{wrong}”" in text)
        assert (question in text) == bool(found["nearest"])
    assert nearest is None or nearest in found["nearest"]


def test_an_exported_scenario_is_the_same_loss_to_python(case: Case, run: Run, tmp_path: Path) -> None:
    made: list[dict[str, Any]] = [{"lose": [*dict.fromkeys(lose)], "only": only} for lose, only in by_chance(case, 60)]
    scenarios = made + shipped((loss for loss in losses(POLICY, case.place)), GROUPS)
    ask = "[speak.toToml(`test ${given.indexOf(each)}`, each), speak.nodes(each)]"
    told = speaking(run, case.place.graph, ask, scenarios)
    path = tmp_path / "policy.toml"
    path.write_text("\n".join(text for text, _ in told), encoding="utf-8")
    policy = risk_rules.load_policy(path)
    read = {each.name: each for each in policy.scenarios}
    for number, (scenario, (_, nodes)) in enumerate(zip(scenarios, told, strict=True)):
        back = read[f"test {number}"]
        assert list(lost_nodes(back.lose, back.only, policy)) == nodes
        if not any(word.startswith(("component:", "share:")) for word in scenario["lose"]):
            assert back.title == by_hand(scenario["lose"], scenario["only"], POLICY, case.place).name


def test_hostile_names_survive_an_export(run: Run, tmp_path: Path) -> None:
    made = build(hostile_bom())
    suppliers = [node.id for node in made.of_kind(Kind.SUPPLIER)]
    asked = [names.key(name) for name in suppliers]
    told = speaking(run, made, "speak.toToml(each, { lose: [each], only: null })", asked)
    whole = {name: text for name, text in zip(suppliers, told, strict=True) if isinstance(text, str)}
    path = tmp_path / "policy.toml"
    path.write_text("\n".join(whole.values()), encoding="utf-8", newline="\n")
    read = [each.lose for each in risk_rules.load_policy(path).scenarios]
    assert read[-len(whole) :] == [(name,) for name in whole]
    assert {name for name in suppliers if name not in whole} == {"supplier:half \ud800 a pair"}


@pytest.mark.parametrize(("name", "back"), [('C:\\new "x"\t\x7f', 'C:\\new "x"\t\x7f'), ("half \ud800", "half \ufffd")])
def test_a_scenario_may_be_called_anything(run: Run, tmp_path: Path, name: str, back: str) -> None:
    made = build(sketch("kite", {"bow": ["Back\\slash \U0001f680@CN"]}))
    scenario = {"name": name, "lose": ["supplier:Back\\slash \U0001f680"], "only": None}
    (text,) = speaking(run, made, "speak.toToml(each.name, each)", [scenario])
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8", newline="\n")
    last = risk_rules.load_policy(path).scenarios[-1]
    assert (last.name, last.lose) == (back, ("supplier:Back\\slash \U0001f680",))


def test_an_empty_scenario_and_one_without_a_name_are_not_exported(case: Case, run: Run) -> None:
    given = [[" ", ["country:CN"], None], ["x", [], None], ["x", ["country:XQ"], None], ["x", [], "EUU"]]
    ask = "speak.toToml(each[0], { lose: each[1], only: each[2] })"
    assert [bool(each["texts"]) for each in speaking(run, case.place.graph, ask, given)] == [True] * 4

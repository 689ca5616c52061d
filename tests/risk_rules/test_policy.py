"""The policy file: what it changes, and that nothing runs on half of one."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from depmap.core.countries import group_members
from depmap.core.errors import PolicyError
from depmap.core.judgement import Grade
from depmap.core.profile import QUESTIONS
from depmap.core.reference import country_codes
from depmap.core.text import LANGUAGES
from depmap.core.toml_table import line_of
from risk_rules import Policy, all_rules, load_policy

Load = Callable[[str], Policy]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(text: str) -> Policy:
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        return load_policy(file)

    return write_and_load


def test_the_default_asks_about_six_groups_and_applies_every_rule() -> None:
    policy = load_policy()
    assert list(policy.asked) == ["NL", "NL+neighbours", "EU", "EU+EEA+UA", "NATO", "without-CN"]
    assert policy.concern == group_members("concern")
    assert "CN" in policy.concern
    assert "resistor" in policy.commodity
    assert "flight-controller" not in policy.commodity
    assert sorted(policy.rules) == [rule.id for rule in all_rules()]
    assert all(settings.enabled for settings in policy.rules.values())
    assert policy.changes == ()
    assert (policy.name, policy.accepted) == ("default", ())


def test_asked_groups_have_members_and_a_name_in_both_languages() -> None:
    policy = load_policy()
    assert policy.asked["EU+EEA+UA"] == group_members("EU+EEA+UA")
    assert all(policy.names[name][language] for name in policy.asked for language in LANGUAGES)


def test_an_empty_file_changes_nothing_but_the_name(load: Load) -> None:
    policy = load("# nothing\n")
    assert policy.changes == ()
    assert policy.name == "mine.toml"
    assert policy.sha256 == load_policy().sha256


def test_a_file_changes_what_it_says_and_nothing_else(load: Load) -> None:
    policy = load(
        """
[groups]
benelux = ["BE", "LU", "NL"]
without-TW = { except = ["TW"], nl = "zonder Taiwan", en = "without Taiwan" }

[ask]
groups = ["benelux", "NATO"]

[concern]
countries = ["RU", "CN"]

[rules.DM101]
grade = "medium"

[rules.DM103]
group = "NATO"

[rules.DM107]
enabled = false
home_countries = ["NL", "BE"]

[[accept]]
rule = "DM101"
subject = "component:motor"
reason = "Second source under contract"
until = 2027-01-31
"""
    )
    assert policy.asked == {"benelux": frozenset({"BE", "LU", "NL"}), "NATO": group_members("NATO")}
    assert policy.groups["without-TW"].members == country_codes() - {"TW"}
    assert policy.groups["without-TW"].name.nl == "zonder Taiwan"
    assert policy.concern == policy.groups["concern"].members == frozenset({"CN", "RU"})
    assert policy.rules["DM101"].grade is Grade.MEDIUM
    assert policy.rules["DM101"].enabled
    assert policy.rules["DM103"].params["group"] == "NATO"
    assert policy.rules["DM107"].params == {"home_countries": ("NL", "BE"), "components": 5}
    assert policy.accepted[0].until == datetime.date(2027, 1, 31)
    assert {key for key, _ in policy.changes} == {
        "accept.DM101.component:motor",
        "ask.groups",
        "concern.countries",
        "groups.benelux",
        "groups.concern",
        "groups.without-TW",
        "rules.DM101.grade",
        "rules.DM103.group",
        "rules.DM107.enabled",
        "rules.DM107.home_countries",
    }
    assert dict(policy.changes)["concern.countries"] == ["CN", "RU"]


def test_a_known_group_keeps_its_name_when_it_gets_other_members(load: Load) -> None:
    policy = load('[groups]\nNATO = ["NL", "US"]\n')
    assert policy.groups["NATO"].members == {"NL", "US"}
    assert policy.groups["NATO"].name == load_policy().groups["NATO"].name


def test_nothing_may_be_asked_and_nothing_be_of_concern(load: Load) -> None:
    policy = load("[ask]\ngroups = []\n[concern]\ncountries = []\n")
    assert (policy.ask, policy.concern) == ((), frozenset())


def test_recovery_is_that_of_the_list_unless_the_file_says_otherwise_and_the_rate_is_not_stated(load: Load) -> None:
    default = load_policy()
    assert default.systems_per_week is None
    assert (default.weeks["bldc-motor"], default.weeks["fastener"]) == (26.0, 2.0)
    policy = load("[standstill]\nsystems_per_week = 0.5\n[standstill.weeks]\nbldc-motor = 30\n")
    assert policy.systems_per_week == 0.5
    assert policy.weeks == {**default.weeks, "bldc-motor": 30.0}
    assert dict(policy.changes) == {"standstill.systems_per_week": 0.5, "standstill.weeks.bldc-motor": 30.0}


def test_scenarios_of_the_file_come_behind_the_default_ones_or_take_their_place(load: Load) -> None:
    default = load_policy()
    names = ["concern", "TW", "only-EU+EEA+UA", "largest-supplier", "CN-export-control"]
    assert [each.name for each in default.scenarios] == names
    assert all(each.title[language] for each in default.scenarios for language in LANGUAGES)
    policy = load(
        """
[[scenario]]
name = "strait"
en = "China and Taiwan are lost"
lose = ["country:CN", "country:TW", "group:concern"]
only = "group:NATO"

[[scenario]]
name = "TW"
lose = ["country:TW", "supplier:TSMC"]
"""
    )
    assert [each.name for each in policy.scenarios] == [*(each.name for each in default.scenarios), "strait"]
    strait, taiwan = policy.scenarios[-1], policy.scenarios[1]
    assert strait.lose == ("country:CN", "country:TW", "group:concern")
    assert (strait.only, strait.title.nl, strait.title.en) == ("NATO", "strait", "China and Taiwan are lost")
    assert taiwan.lose == ("country:TW", "supplier:TSMC")
    assert {key for key, _ in policy.changes} == {"scenario.TW", "scenario.strait"}


def test_the_hash_is_of_the_values_and_not_of_the_layout(load: Load) -> None:
    plain = load('[rules.DM101]\ngrade = "low"\n')
    dressed = load('# why\n\n[rules]\nDM101 = { grade = "low" }\n')
    assert plain.sha256 == dressed.sha256 != load_policy().sha256
    assert load('[groups]\na = ["NL"]\nb = ["BE"]\n').sha256 == load('[groups]\nb = ["BE"]\na = ["NL"]\n').sha256


def test_a_value_that_is_the_default_is_no_change(load: Load) -> None:
    assert load('[rules.DM101]\ngrade = "high"\n').changes == ()


WRONG = [
    ("[rulez.DM101]\n", "line 1", "“rulez” is not a key", "“rules”"),
    ("\n[ask]\ngroup = []\n", "line 3", "“group” is not a key of [ask]", "“groups”"),
    ('[ask]\ngroups = ["NATO", "EUR"]\n', "line 2", "no country group “EUR”", "“EU”"),
    ('[ask]\ngroups = "NATO"\n', "line 2", 'is "NATO"; expected: a list of texts', ""),
    ('[ask]\ngroups = ["EU", "EU"]\n', "line 2", "“EU” is listed twice", ""),
    ('[concern]\ncountries = ["CN", "China"]\n', "line 2", "“China” is not a country code", "CN (China)"),
    ('[concern]\ncountries = ["UK"]\n', "line 2", "“UK” is not a country code", "GB (United Kingdom)"),
    ('[concern]\ncountries = ["XQ"]\n', "line 2", "“XQ” is not a country code", "ISO 3166"),
    ("[concern]\ncountries = [1]\n", "line 2", "expected: a list of texts", ""),
    ('[groups]\nbenelux = "BE"\n', "line 2", "expected: a list of country codes or a table", ""),
    ('[groups]\nbenelux = ["BE", "NLD"]\n', "line 2", "“NLD” is not a country code", "NL (Netherlands)"),
    ("[groups]\nx = []\n", "line 2", "group “x” has no countries", ""),
    ('[groups]\nx = { nl = "x" }\n', "line 2", "either “members” or “except”", ""),
    ('[groups]\nx = { members = ["NL"], except = ["BE"] }\n', "line 2", "either “members” or “except”", ""),
    (
        '[groups.x]\nmembers = ["NL"]\nde = "x"\n',
        "line 3",
        "“de” is not a key of [groups.x]",
        "members, except, nl, en",
    ),
    ('[groups.x]\nmembers = ["NL"]\nnl = ""\n', "line 3", "expected: a text", ""),
    ('[commodity]\nclasses = "fastener"\n', "line 2", "expected: a list of texts", ""),
    ('[commodity]\nclasses = ["fastner"]\n', "line 2", "no component class “fastner”", "“fastener”"),
    ('[rules.DM199]\ngrade = "low"\n', "line 1", "“DM199” is not a key of [rules]", "DM101"),
    ('[rules]\nDM101 = "low"\n', "line 2", "expected: a table", ""),
    ('[rules.DM101]\ngrade = "hihg"\n', "line 2", '"hihg" is not a grade', "“high”"),
    ("[rules.DM101]\ngrade = 3\n", "line 2", "3 is not a grade", "low, medium, high, critical"),
    ('[rules.DM101]\nenabled = "no"\n', "line 2", "expected: true or false", ""),
    ("[rules.DM101]\ngroup = 1\n", "line 2", "“group” is not a key of [rules.DM101]", "grade, enabled"),
    ('[rules.DM103]\ngroup = "NATOO"\n', "line 2", "no country group “NATOO”", "“NATO”"),
    ("[rules.DM103]\ngroup = 1\n", "line 2", "expected: a text", ""),
    ("[rules.DM107]\ncomponents = 2.5\n", "line 2", "expected: a whole number", ""),
    ("[rules.DM107]\ncomponents = true\n", "line 2", "expected: a whole number", ""),
    ("[rules.DM107]\ncomponents = -1\n", "line 2", "expected: a number of 0 or more", ""),
    ('[rules.DM107]\nhome_countries = ["Holland"]\n', "line 2", "“Holland” is not a country code", "NL (Netherlands)"),
    ("accept = 1\n", "line 1", "a list of tables", ""),
    ("[standstill]\nsystems_a_week = 1\n", "line 2", "“systems_a_week” is not a key", "systems_per_week"),
    ("[standstill]\nsystems_per_week = 0\n", "line 2", "expected: a number from 0.001 to 1000000", ""),
    ("[standstill]\nsystems_per_week = nan\n", "line 2", "expected: a number from 0.001", ""),
    ('[standstill]\nsystems_per_week = "2"\n', "line 2", "expected: a number", ""),
    ("[standstill]\nsystems_per_week = true\n", "line 2", "expected: a number", ""),
    ("[standstill]\nweeks = 3\n", "line 2", "expected: a table", ""),
    ("[standstill.weeks]\nbldc-moter = 3\n", "line 2", "no component class “bldc-moter”", "“bldc-motor”"),
    ("[standstill.weeks]\nbldc-motor = -1\n", "line 2", "expected: a number from 0 to 1000", ""),
    ("scenario = 1\n", "line 1", "a list of tables", ""),
    ('[[scenario]]\nlose = ["country:CN"]\n', "line 1", "has no “name”", ""),
    ('[[scenario]]\nname = "x"\n', "line 2", "does not say what is lost", "“largest”"),
    ('[[scenario]]\nname = "x"\nonly = "EU"\neach = "EU"\n', "line 2", "does not say what is lost", "alone"),
    ('[[scenario]]\nname = "x"\nlose = []\n', "line 3", "expected: at least one node", ""),
    ('[[scenario]]\nname = "x"\nlose = ["China"]\n', "line 3", "“China” cannot be lost", "country:CN"),
    ('[[scenario]]\nname = "x"\nlose = ["country:China"]\n', "line 3", "“China” is not a country code", "CN (China)"),
    ('[[scenario]]\nname = "x"\nlose = ["system:x"]\n', "line 3", "“system:x” cannot be lost", "supplier"),
    ('[[scenario]]\nname = "x"\nlose = ["group:EUR"]\n', "line 3", "no country group “EUR”", "“EU”"),
    ('[[scenario]]\nname = "x"\nonly = "EUR"\n', "line 3", "no country group “EUR”", "“EU”"),
    ('[[scenario]]\nname = "x"\nlargest = "country"\n', "line 3", 'expected: "supplier"', ""),
    ('[[scenario]]\nname = "x"\nonly = "EU"\nwho = 1\n', "line 4", "“who” is not a key", "lose, only"),
    ('[[scenario]]\nname = "x"\nlose = ["material:unobtainium"]\n', "line 3", "no material “unobtainium”", "gallium"),
    ('[[scenario]]\nname = "x"\nlose = ["stage:gallium/mining"]\n', "line 3", "no stage “gallium/mining”", "gallium"),
    ('[[scenario]]\nname = "x"\nlose = ["material:gallium@NL"]\n', "line 3", "No share of Netherlands", "CN"),
    ('[[scenario]]\nname = "x"\nlose = ["material:gallium@Chyna"]\n', "line 3", "“Chyna” is not a country", "ISO"),
    ('[[scenario]]\nname = "x"\nexport_control = "NL"\n', "line 3", "no export control of NL", "materials ="),
    ('[[scenario]]\nname = "x"\nexport_control = "China"\n', "line 3", "“China” is not a country code", "CN (China)"),
    ('[[scenario]]\nname = "x"\nonly = "EU"\nmaterials = ["gallium"]\n', "line 4", "belongs to", ""),
    (
        '[[scenario]]\nname = "x"\nexport_control = "CN"\nmaterials = ["galium"]\n',
        "line 4",
        "no material “galium”",
        "“gallium”",
    ),
    ("[materials]\ntolerates = 1\n", "line 2", "expected: a number from 0 to 1", ""),
    ("[materials]\ntolerates = true\n", "line 2", "expected: a number from 0 to 1", ""),
    ("[materials]\ntolerate = 0.4\n", "line 2", "“tolerate” is not a key", "“tolerates”"),
    (
        '[[scenario]]\nname = "x"\nonly = "EU"\n[[scenario]]\nname = "x"\nonly = "NL"\n',
        "line 5",
        "two scenarios “x”",
        "",
    ),
    ('[system]\nkind = "aerial"\n', "line 2", "“aerial” is not a kind of system", "air, ground, sea surface"),
    ("[system]\nkind = 1\n", "line 2", "expected: a text", ""),
    ("[system]\nmass = 2\n", "line 2", "“mass” is not a key of [system]", "take_off_kg"),
    ('[system."Kite"]\nmass = 2\n', "line 2", "“mass” is not a key of [system.Kite]", "take_off_kg"),
    ('[system.""]\nkind = "air"\n', "line 1", "“” is not a key of [system]", "kind"),
    ("[system]\nnato_class = 4\n", "line 2", "there is no 4 here", "1, 2, 3"),
    ("[system]\nnato_class = true\n", "line 2", "there is no true here", "1, 2, 3"),
    ("[system]\nsafe_category = 3\n", "line 2", "there is no 3 here", "1, 2"),
    ('[system]\nkind = "ground"\nnato_class = 1\n', "line 3", "belongs to a system in the air", ""),
    ('[system]\nnato_class = 1\n[system.K]\nkind = "ground"\n', "line 4", "belongs to a system in the air", ""),
    ("[system]\ntake_off_kg = 0\n", "line 2", "expected: a number above 0, at most 1000000", ""),
    ("[system]\ntake_off_kg = nan\n", "line 2", "expected: a number above 0", ""),
    ("[system]\nendurance_h = -1\n", "line 2", "expected: a number above 0", ""),
    ("[system]\ngusts_kmh = 501\n", "line 2", "at most 500", ""),
    ('[system]\nrange_km = "far"\n', "line 2", "expected: a number above 0", ""),
    ("[system]\nbeyond_sight = 1\n", "line 2", "expected: true or false", ""),
    ('[system]\ndesign_authority = " "\n', "line 2", "expected: a text", ""),
    ('[system]\ndesign_country = "Nederland"\n', "line 2", "“Nederland” is not a country code", "NL (Netherlands)"),
    ('[system]\ndesign_restrictions = "US"\n', "line 2", "expected: a list of texts", ""),
    ('[system]\ndesign_restrictions = ["USA"]\n', "line 2", "“USA” is not a country code", "US (United States)"),
    ("system = 1\n", "line 1", "expected: a table", ""),
    ("[rules.DM101\n", "", "is not valid TOML", ""),
    ('[ask]\ngroups = ["EU"]\ngroups = ["EU"]\n', "", "is not valid TOML", ""),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), WRONG)
def test_one_message_says_where_what_and_what_is_allowed(
    load: Load, text: str, line: str, message: str, hint: str
) -> None:
    with pytest.raises(PolicyError) as caught:
        load(text)
    said = caught.value.render("en")
    assert said.startswith("mine.toml")
    assert line in said
    assert message in said
    assert hint in said
    assert caught.value.render("nl") != said
    assert caught.value.exit_code == 2


def test_what_is_stated_of_a_system_holds_for_all_but_those_with_a_table_of_their_own(load: Load) -> None:
    policy = load(
        """
[system]
kind = "air"
take_off_kg = 2
design_restrictions = ["US", "KR"]
[system."Kite 2"]
take_off_kg = 400.5
"""
    )
    every, own = policy.profile("whatever"), policy.profile("Kite 2")
    assert (every.kind, every.take_off_kg, every.design_restrictions) == ("air", 2.0, ("KR", "US"))
    assert (own.kind, own.take_off_kg) == ("air", 400.5)
    assert (every.nato_class, every.beyond_sight) == (None, None)
    assert dict(policy.changes) == {
        "system.kind": "air",
        "system.take_off_kg": 2.0,
        "system.design_restrictions": ["KR", "US"],
        "system.Kite 2.kind": "air",
        "system.Kite 2.take_off_kg": 400.5,
        "system.Kite 2.design_restrictions": ["KR", "US"],
    }
    assert load_policy().profile("Kite 2").stated == {}
    assert policy.sha256 != load_policy().sha256


ACCEPT = {"rule": '"DM101"', "subject": '"component:motor"', "reason": '"because"', "until": "2027-01-01"}


def entry(**changes: str | None) -> str:
    lines = {**ACCEPT, **changes}
    return "[[accept]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items() if value is not None)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (entry(reason=None), "line 1", "has no “reason”"),
        (entry(until=None), "line 1", "has no “until”"),
        (entry(reason='" "'), "line 4", "expected: a text"),
        (entry(until='"2027-01-01"'), "line 5", "expected: a date"),
        (entry(until="2027-01-01T00:00:00Z"), "line 5", "expected: a date"),
        (entry(rule='"DM99"'), "line 2", "no rule “DM99”"),
        (entry(subject='"motor"'), "line 3", "“motor” is not a node"),
        (entry(subject='":motor"'), "line 3", "“:motor” is not a node"),
        (entry() + entry(reason='"again"'), "line 8", "is accepted already"),
        (entry() + entry(note='"x"', subject='"component:x"'), "line 11", "“note” is not a key"),
    ],
)
def test_an_accepted_risk_needs_rule_subject_reason_and_date(load: Load, text: str, line: str, message: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load(text)
    assert f"mine.toml, {line}: " in caught.value.render("en")
    assert message in caught.value.render("en")


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.toml", tmp_path):
        with pytest.raises(PolicyError, match="cannot be read"):
            load_policy(path)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="cannot be read"):
        load_policy(binary)


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    file = tmp_path / "marked.toml"
    file.write_bytes('\ufeff[rules.DM101]\ngrade = "low"\n'.encode())
    assert load_policy(file).rules["DM101"].grade is Grade.LOW


def test_the_examples_in_the_default_file_hold(tmp_path: Path, root: Path) -> None:
    # What the comments of the default show, without its "#", is a policy that loads.
    text = (root / "risk_rules" / "default_policy.toml").read_text(encoding="utf-8")
    shown = [line[3:].strip() for line in text.splitlines() if line.startswith("#   ")]
    file = tmp_path / "shown.toml"
    file.write_text("\n".join(line for line in shown if not line.startswith("depmap ")), encoding="utf-8")
    policy = load_policy(file)
    assert {"groups.JEF", "groups.without-TW", "rules.DM101.grade", "rules.DM103.group"} <= dict(policy.changes).keys()
    assert policy.concern == load_policy().concern
    assert len(policy.accepted) == 1
    assert set(policy.profile("any").stated) == set(QUESTIONS) - {"safe_category"}
    assert policy.profile("Waterdrone 3").safe_category == 2


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a", "b"), 2),
        (("a",), 1),
        (("a", "c", "d"), 3),
        (("a", "q r", "s"), 5),
        (("list", "1", "x"), 9),
        (("a", "absent"), 1),
        (("absent",), None),
    ],
)
def test_lines_are_found(path: tuple[str, ...], line: int | None) -> None:
    text = '[a]\nb = 1\nc = { d = 2 }\n[a."q r"]\ns = 1\n[[list]]\nx = 1\n[[list]]\nx = 2\n'
    assert line_of(text, path) == line

"""`explain` says everything about a rule: its texts, its settings with their origin, its lists, its example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from depmap.core.errors import UsageError
from depmap.core.judgement import Rule
from depmap.core.reference import load
from depmap.core.text import LANGUAGES, Language
from risk_rules import Case, Policy, all_rules, example, explain, find_rule, load_policy, run

POLICY = load_policy()

in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def mine(tmp_path: Path) -> Policy:
    file = tmp_path / "mine.toml"
    file.write_text(
        """
[groups]
own = { members = ["NL", "DE"], nl = "eigen groep", en = "own group" }
[concern]
countries = ["US"]
[commodity]
classes = []
[rules.DM101]
grade = "low"
[rules.DM103]
group = "own"
""",
        encoding="utf-8",
    )
    return load_policy(file)


@in_both_languages
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_text_of_the_rule_is_there(rule: Rule[Case], language: Language) -> None:
    said = explain(rule.id, language, POLICY)
    assert said.startswith(f"# {rule.id}: {rule.title[language]}\n")
    for text in (rule.what, rule.why, rule.action, rule.reference, *(param.meaning for param in rule.params)):
        assert text[language] in said
    for param in rule.params:
        assert f"`{param.name} = " in said
    assert rule.fires is not None
    for finding in run(example(rule.fires), POLICY, (rule,)):
        assert finding.message[language] in said


def test_settings_say_where_they_were_set(mine: Policy) -> None:
    assert '`grade = "high"` (standaard): ernst hoog' in explain("DM101", "nl", POLICY)
    assert '`grade = "low"` (mine.toml): ernst laag' in explain("DM101", "nl", mine)
    assert "(`[commodity]`, mine.toml): none." in explain("DM101", "en", mine)
    assert '`group = "own"` (mine.toml)' in explain("DM103", "en", mine)
    assert "own group (mine.toml): DE, NL." in explain("DM103", "en", mine)


def test_lists_are_named_with_their_date() -> None:
    assert "EU, EEA States and Ukraine (country_groups 20" in explain("DM103", "en", POLICY)
    assert "(`[concern]`, country_groups 20" in explain("DM104", "en", POLICY)
    assert "(`[commodity]`, component_classes 20" in explain("DM105", "en", POLICY)


def test_what_is_stated_of_the_systems_is_shown_and_the_example_keeps_to_its_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[system]\nkind = "air"\n[system."Kite 2"]\nnato_class = 2\n', encoding="utf-8")
    own = explain("DM304", "en", load_policy(file))
    assert 'What is stated of the systems (`[system]`, mine.toml):\n\n- `kind = "air"`\n' in own
    assert '- `nato_class = 2` (`[system."Kite 2"]`)\n' in own
    assert "What is stated of the systems (`[system]`, default): none." in explain("DM304", "en", POLICY)
    assert own.count("Does it move in the air") == 1
    assert '- the system: `kind = "air"`, `take_off_kg = 24.9`' in own


@in_both_languages
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_law_that_it_names_is_shown_as_the_list_has_it(rule: Rule[Case], language: Language) -> None:
    laws = {row["id"]: row for row in load("legal_rules").rows}
    said = explain(rule.id, language, POLICY)
    for name in rule.laws:
        assert laws[name]["confidence"] in ("verified", "secondary")
        assert f"- `{name}` (" in said
        assert laws[name][f"summary_{language}"] in said
    acts = {laws[name]["instrument"] for name in rule.laws}
    named = re.findall(r"\d{4}/\d+|NDAA|NATO|NAVO", rule.reference[language])
    shorter = {"NDAA": "National Defense Authorization Act", "NAVO": "NATO"}
    assert all(any(shorter.get(each, each) in act for act in acts) for each in named)
    for article in re.findall(r"[Aa]rt\. (\d+(?:\(\d+\))*)", rule.reference[language]):
        assert any(laws[name]["article"].startswith(f"Article {article}") for name in rule.laws), article


def test_the_countries_of_concern_are_those_in_force_with_their_reason(mine: Policy) -> None:
    default, own = explain("DM104", "en", POLICY), explain("DM104", "en", mine)
    assert "- China (CN): named in United States drone law" in default
    assert "- United States (US)\n" in own
    assert "- China (CN)" not in own


def test_an_example_is_told_in_words() -> None:
    assert "- connector: Mouser (een distributeur)\n" in explain("DM106", "nl", POLICY)
    assert "- Acme: seated in DE, owned from CN\n" in explain("DM201", "en", POLICY)
    assert "`Volt@JP?`" in explain("DM105", "en", POLICY)


def test_the_example_is_judged_by_the_policy_in_force(mine: Policy) -> None:
    assert "critical" in explain("DM104", "en", POLICY)
    own = explain("DM104", "en", mine)
    assert own.count("In this the rule finds nothing.") == 2


@pytest.mark.parametrize("name", ["DM104", "dm104", " Dm104 "])
def test_an_id_may_be_typed_in_any_case(name: str) -> None:
    assert find_rule(name).id == "DM104"


@in_both_languages
def test_an_unknown_rule_lists_those_that_exist(language: Language) -> None:
    with pytest.raises(UsageError) as caught:
        explain("DM999", language, POLICY)
    assert "DM999" in caught.value.render(language)
    assert "DM101, DM102" in caught.value.render(language)

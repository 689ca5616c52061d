"""What every rule must keep to, whoever writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Generic, TypeVar

import pytest

import risk_rules
from depmap.core.graph import Kind
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import LANGUAGES, Text
from risk_rules import Case, Policy, RulePolicy, example, load_policy, run
from tests.support import ROOT

RULES = risk_rules.all_rules()
FILES = {path.stem.split("_")[0].upper(): path for path in (ROOT / "risk_rules" / "rules").glob("dm*.py")}

Value = TypeVar("Value")

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy()


def found(rule: Rule[Case], policy: Policy) -> tuple[Finding, ...]:
    assert rule.fires is not None
    return run(example(rule.fires), policy, (rule,))


def texts(rule: Rule[Case]) -> Iterator[Text]:
    yield from (rule.title, rule.what, rule.why, rule.action, rule.reference)
    yield from (param.meaning for param in rule.params)


def test_every_file_is_a_rule_and_is_called_like_it() -> None:
    assert sorted(FILES) == [rule.id for rule in RULES]


@every_rule
def test_the_id_is_letters_and_three_digits(rule: Rule[Case]) -> None:
    assert re.fullmatch(r"DM\d{3}", rule.id)


@every_rule
def test_it_speaks_both_languages(rule: Rule[Case]) -> None:
    for text in texts(rule):
        assert text.nl.strip()
        assert text.en.strip()
        assert text == rule.reference or text.nl != text.en


@every_rule
def test_the_letters_are_cited_by_name(rule: Rule[Case]) -> None:
    names = ("Kamerbrief APOS 2026", "STRAIIK-D 2025, bijlage 1", "Kamerbrief productie- en leveringszekerheid 2024")
    for language in LANGUAGES:
        assert any(name in rule.reference[language] for name in names)


@every_rule
def test_its_example_fires_and_its_counterexample_does_not(rule: Rule[Case], policy: Policy) -> None:
    assert rule.silent is not None
    assert found(rule, policy)
    assert run(example(rule.silent), policy, (rule,)) == ()


@every_rule
def test_findings_are_complete(rule: Rule[Case], policy: Policy) -> None:
    assert rule.fires is not None
    facts = example(rule.fires)
    cells = {cell for component in facts.bom.components for cell in component.cells}
    for finding in found(rule, policy):
        assert finding.rule == rule.id
        assert finding.system == facts.bom.system
        assert finding.subject in facts.graph.nodes
        assert Grade.LOW <= finding.grade <= Grade.CRITICAL
        assert finding.message.nl != finding.message.en
        assert all(text.endswith((".", "?")) and "{" not in text for text in (finding.message.nl, finding.message.en))
        assert finding.cells or "system" in rule.uses  # which no cell tells
        assert set(finding.cells) <= cells
        assert all(plain(value) for _, value in finding.facts)


def plain(value: object) -> bool:
    """Whether a report can write the value as it is."""
    if isinstance(value, tuple):
        return all(isinstance(entry, str) for entry in value)
    return value is None or isinstance(value, str | int | float)


@every_rule
def test_one_finding_a_subject(rule: Rule[Case], policy: Policy) -> None:
    findings = found(rule, policy)
    assert len({finding.fingerprint for finding in findings}) == len(findings)


@every_rule
def test_the_same_twice(rule: Rule[Case], policy: Policy) -> None:
    assert found(rule, policy) == found(rule, policy)


@every_rule
def test_a_name_with_braces_is_only_a_name(rule: Rule[Case], policy: Policy) -> None:
    # Texts are templates; what the workbook says must never be read as one.
    assert rule.fires is not None
    renamed = {name if name.startswith("$") else f"{{{name}}}": value for name, value in rule.fires.items()}
    components = renamed.get("$components")
    if isinstance(components, dict):
        renamed["$components"] = {f"{{{name}}}": fields for name, fields in components.items()}
    assert len(run(example(renamed), policy, (rule,))) == len(found(rule, policy))


class Watched(dict[str, Value], Generic[Value]):
    """A table that remembers which of its keys were read."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        super().__init__(values)
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> Value:
        self.read.add(key)
        return super().__getitem__(key)


class WatchedSet(frozenset[str]):
    """A shared table of the policy that remembers whether it was read."""

    seen: list[str]

    def __contains__(self, value: object) -> bool:
        self.seen.append("read")
        return super().__contains__(value)


def watched_set(values: frozenset[str]) -> WatchedSet:
    watched = WatchedSet(values)
    watched.seen = []
    return watched


@every_rule
def test_every_parameter_and_table_that_it_names_is_used_and_no_other(rule: Rule[Case], policy: Policy) -> None:
    settings = policy.rules[rule.id]
    params = Watched(settings.params)
    concern, commodity = watched_set(policy.concern), watched_set(policy.commodity)
    profiles = Watched(policy.profiles)
    changed: dict[str, RulePolicy] = {**policy.rules, rule.id: replace(settings, params=params)}
    watching = replace(policy, rules=changed, concern=concern, commodity=commodity, profiles=profiles)
    assert rule.fires is not None
    assert run(replace(example(rule.fires), profile=None), watching, (rule,))
    assert params.read == {param.name for param in rule.params}
    tables = {"concern": concern.seen, "commodity": commodity.seen, "system": profiles.read}
    assert {name for name, seen in tables.items() if seen} == set(rule.uses)


@every_rule
def test_it_takes_the_grade_of_the_policy(rule: Rule[Case], policy: Policy) -> None:
    def worst(grade: Grade) -> Grade:
        settings = replace(policy.rules[rule.id], grade=grade)
        return max(each.grade for each in found(rule, replace(policy, rules={**policy.rules, rule.id: settings})))

    assert worst(Grade.LOW) < worst(Grade.CRITICAL)


@every_rule
def test_a_disabled_rule_says_nothing(rule: Rule[Case], policy: Policy) -> None:
    settings = replace(policy.rules[rule.id], enabled=False)
    assert found(rule, replace(policy, rules={**policy.rules, rule.id: settings})) == ()


@every_rule
def test_the_file_is_short_and_names_no_system(rule: Rule[Case]) -> None:
    text = FILES[rule.id].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 130
    assert f'"""{rule.id}: ' in text


def test_subjects_are_nodes_that_people_know() -> None:
    known = {
        Kind.SYSTEM,
        Kind.MATERIAL,
        Kind.STAGE,
        Kind.SHARE,
        Kind.COMPONENT,
        Kind.ASSEMBLY,
        Kind.SUPPLIER,
        Kind.PARENT,
        Kind.COUNTRY,
    }
    policy = load_policy()
    for rule in RULES:
        assert {Kind(finding.subject.partition(":")[0]) for finding in found(rule, policy)} <= known


def test_two_rules_with_one_id_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from depmap.core.errors import IncompleteModule

    package = tmp_path / "twofold_rules"
    package.mkdir()
    package.joinpath("__init__.py").write_text("", encoding="utf-8")
    for name in ("dm101_one.py", "dm101_two.py"):
        package.joinpath(name).write_text("from risk_rules.rules.dm101_single_source import RULE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(IncompleteModule, match="DM101"):
        risk_rules.all_rules("twofold_rules")

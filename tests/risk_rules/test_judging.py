"""Accepted risks: still there, marked, until their date; and reported when they do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from risk_rules import Policy, accept_issues, example, load_policy, run, system_issues

FACTS = example({"motor": ["Acme@DE"], "radio": ["Volt@NL"]})


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Policy:
    """A policy that accepts one risk until the end of 2026, and one that does not exist; today is in November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    file = tmp_path / "policy.toml"
    file.write_text(
        """
[[accept]]
rule = "DM101"
subject = "component:motor"
reason = "Second source under contract"
until = 2026-12-31

[[accept]]
rule = "DM101"
subject = "component:camera"
reason = "Gone"
until = 2027-12-31
""",
        encoding="utf-8",
    )
    return load_policy(file)


def test_an_accepted_finding_stays_with_its_reason_and_date(policy: Policy) -> None:
    findings = run(FACTS, policy)
    accepted = {(each.rule, each.subject): each.accepted for each in findings if each.accepted}
    assert accepted == {("DM101", "component:motor"): "Second source under contract (2026-12-31)"}
    assert [(each.rule, each.subject, each.grade) for each in findings] == [
        (each.rule, each.subject, each.grade) for each in run(FACTS, load_policy())
    ]


def test_it_holds_on_its_last_day_and_not_after(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")  # 31 December 2026
    assert [each.subject for each in run(FACTS, policy) if each.accepted] == ["component:motor"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 1 January 2027
    findings = run(FACTS, policy)
    assert [each for each in findings if each.accepted] == []
    assert [issue.code for issue in accept_issues(policy, findings)] == ["DI902", "DI901"]


def test_what_matches_nothing_is_reported(policy: Policy) -> None:
    issues = accept_issues(policy, run(FACTS, policy))
    assert [issue.code for issue in issues] == ["DI901"]
    assert "component:camera" in issues[0].render("nl")
    assert issues[0].render("nl") != issues[0].render("en")


def test_what_matches_in_one_of_several_systems_is_not_reported(policy: Policy) -> None:
    other = example({"camera": ["Acme@DE"]})
    assert accept_issues(policy, run(FACTS, policy) + run(other, policy)) == ()


def test_a_table_about_a_system_that_is_not_there_is_said(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[system]\nkind = "air"\n[system."Kite 2"]\nnato_class = 2\n', encoding="utf-8")
    policy = load_policy(file)
    (issue,) = system_issues(policy, ["Kite", "Kite 3"])
    assert (issue.code, issue.severity.value) == ("DI903", "warning")
    assert "“Kite 2”" in issue.message.en
    assert issue.hint is not None
    assert "Kite; Kite 3" in issue.hint.nl
    assert system_issues(policy, ["Kite", "Kite 2"]) == ()
    assert system_issues(load_policy(), ["Kite"]) == ()

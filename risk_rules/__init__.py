"""Rules that judge the facts of a system, one file each, and the policy that says how they judge.

>>> from risk_rules import example, load_policy, run
>>> found = run(example({"motor": ["Acme@CN"]}), load_policy())
>>> [(finding.rule, finding.grade.key) for finding in found if finding.subject == "component:motor"]
[('DM104', 'critical'), ('DM101', 'high'), ('DM103', 'medium')]
"""

from __future__ import annotations

from risk_rules.case import Case, Facts
from risk_rules.catalogue import all_rules, find_rule
from risk_rules.content import content_tests
from risk_rules.examples import example
from risk_rules.explaining import explain
from risk_rules.judging import accept_issues, run, system_issues
from risk_rules.policy import Accept, Group, Policy, RulePolicy, Scenario
from risk_rules.policy_file import load_policy

__all__ = [
    "Accept",
    "Case",
    "Facts",
    "Group",
    "Policy",
    "RulePolicy",
    "Scenario",
    "accept_issues",
    "all_rules",
    "content_tests",
    "example",
    "explain",
    "find_rule",
    "load_policy",
    "run",
    "system_issues",
]

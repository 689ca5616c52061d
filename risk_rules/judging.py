"""Applies the rules to the facts of a system, and marks what the policy accepts."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import replace

from depmap.core.clock import today
from depmap.core.issues import Issue, Severity
from depmap.core.judgement import Finding, Rule
from depmap.core.text import Text
from risk_rules.case import Case, Facts
from risk_rules.catalogue import all_rules
from risk_rules.looking import parts
from risk_rules.policy import Accept, Policy


def run(facts: Facts, policy: Policy, rules: Iterable[Rule[Case]] | None = None) -> tuple[Finding, ...]:
    """What the rules find in one system, worst first, then by rule and subject.

    An accepted risk is among them with its reason in `Finding.accepted`, as long as its date has not passed.

    Args:
        facts: the system, and what the network answers about it.
        policy: the policy in force.
        rules: the rules to apply; all of them when None.
    """
    day, listed = today(), parts(facts.bom)
    suppliers = {supplier.name: supplier for supplier in facts.bom.suppliers}
    found = (
        finding
        for rule in (all_rules() if rules is None else rules)
        if policy.rules[rule.id].enabled
        for finding in rule.check(Case(facts, policy, rule, listed, suppliers))
    )
    accepted = {(accept.rule, accept.subject): str(accept) for accept in policy.accepted if accept.covers(day)}
    marked = (replace(finding, accepted=accepted.get((finding.rule, finding.subject), "")) for finding in found)
    return tuple(sorted(marked, key=lambda finding: (-finding.grade, finding.rule, finding.subject)))


def accept_issues(policy: Policy, findings: Iterable[Finding]) -> tuple[Issue, ...]:
    """The accepted risks that do nothing: their date has passed, or no finding of any system matches them.

    Args:
        policy: the policy in force.
        findings: those of all systems of the run together.
    """
    day = today()
    found = {(finding.rule, finding.subject) for finding in findings}
    issues = []
    for accept in policy.accepted:
        if (accept.rule, accept.subject) not in found:
            issues.append(_issue("DI901", Severity.NOTE, _UNMATCHED, policy, accept))
        elif not accept.covers(day):
            issues.append(_issue("DI902", Severity.WARNING, _EXPIRED, policy, accept))
    return tuple(issues)


def system_issues(policy: Policy, systems: Collection[str]) -> tuple[Issue, ...]:
    """The tables about a system that no system of the run has as its name: what they state is used nowhere.

    Args:
        policy: the policy in force.
        systems: the names of all systems of the run.
    """
    listed = "; ".join(systems)
    return tuple(
        Issue(
            "DI903",
            Severity.WARNING,
            _NO_SYSTEM.format(file=policy.name, name=name),
            hint=_SYSTEMS.format(names=listed),
        )
        for name in policy.profiles
        if name and name not in systems
    )


def _issue(code: str, severity: Severity, message: Text, policy: Policy, accept: Accept) -> Issue:
    words = {"file": policy.name, "rule": accept.rule, "subject": accept.subject, "until": _date(accept.until)}
    return Issue(code, severity, message.format(**words), hint=_HINTS[code])


def _date(day: datetime.date) -> str:
    return day.isoformat()


_UNMATCHED = Text(
    "{file}: het geaccepteerde risico {rule} voor {subject} komt in deze systemen niet voor.",
    "{file}: the accepted risk {rule} for {subject} does not occur in these systems.",
)
_EXPIRED = Text(
    "{file}: het risico {rule} voor {subject} was geaccepteerd tot en met {until} en telt weer mee.",
    "{file}: the risk {rule} for {subject} was accepted until {until} and counts again.",
)
_NO_SYSTEM = Text(
    '{file}: er is geen systeem ‘{name}’ in deze analyse; wat [system."{name}"] opgeeft, wordt niet gebruikt.',
    '{file}: there is no system “{name}” in this analysis; what [system."{name}"] states is not used.',
)
_SYSTEMS = Text("Wel: {names}.", "There are: {names}.")
_HINTS = {
    "DI901": Text(
        "Controleer regel en onderwerp, of verwijder de vermelding.", "Check rule and subject, or remove the entry."
    ),
    "DI902": Text("Beoordeel het risico opnieuw.", "Judge the risk again."),
}

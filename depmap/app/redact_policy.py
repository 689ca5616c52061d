"""A policy with codes for the names that its author wrote: of systems, companies, parts, scenarios and groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from depmap.app.losses import GROUP
from depmap.app.redact_codes import Codes
from depmap.core.graph import Kind
from depmap.core.profile import Profile
from depmap.core.text import same
from risk_rules import Accept, Policy, RulePolicy, Scenario, load_policy
from risk_rules.policy_system import EVERY

WITHHELD = "-"
"""What stands in place of words that have no code."""

_NAMED = {Kind.SUPPLIER: "S", Kind.PARENT: "S", Kind.COMPONENT: "C", Kind.ASSEMBLY: "A", Kind.SYSTEM: "U"}


class PolicyRedaction:
    """Puts codes for the names in a policy; what the default policy says stays as it is."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._default = load_policy()

    def policy(self, policy: Policy) -> Policy:
        """The same policy with codes."""
        known = self._default.groups
        groups = {
            self._group(name): replace(each, id=self._group(name), name=known[name].name)
            if name in known
            else replace(each, id=self._group(name), name=same(self._group(name)))
            for name, each in policy.groups.items()
        }
        found = replace(
            policy,
            name=policy.name if policy.name == self._default.name else self._codes.code("F", policy.name),
            groups=groups,
            ask=tuple(map(self._group, policy.ask)),
            rules={name: self._rule(each) for name, each in policy.rules.items()},
            scenarios=tuple(map(self._scenario, policy.scenarios)),
            profiles={
                name if name == EVERY else self._codes.code("U", name): self._profile(each)
                for name, each in policy.profiles.items()
            },
            accepted=tuple(map(self._accept, policy.accepted)),
        )
        before, after = self._default.plain(), found.plain()
        changes = ((key, after[key]) for key in sorted(after) if key not in before or before[key] != after[key])
        return replace(found, changes=tuple(changes))

    def _group(self, name: str) -> str:
        return name if name in self._default.groups else self._codes.code("X", name)

    def _rule(self, rule: RulePolicy) -> RulePolicy:
        values: Mapping[str, object] = {
            name: self._group(value) if name.endswith("group") and isinstance(value, str) else value
            for name, value in rule.params.items()
        }
        return replace(rule, params=values)

    def _scenario(self, scenario: Scenario) -> Scenario:
        known = {each.name: each.title for each in self._default.scenarios}
        code = self._codes.code("X", scenario.name) if scenario.name not in known else scenario.name
        return replace(
            scenario,
            name=code,
            title=known.get(scenario.name, same(code)),
            lose=tuple(map(self.node, scenario.lose)),
            only=None if scenario.only is None else self._group(scenario.only),
            each=None if scenario.each is None else self._group(scenario.each),
        )

    def node(self, node: str) -> str:
        """The id of a node with the code of its name; of a country or a material as it is."""
        kind, _, name = node.partition(":")
        if node.startswith(GROUP):
            return f"{GROUP}{self._group(name)}"
        letter = _NAMED.get(kind)  # type: ignore[call-overload]
        if kind == Kind.SOURCE:
            owner, _, number = name.rpartition("/")
            return f"{kind}:{self.node(owner)}/{number}"
        return f"{kind}:{self._codes.code(letter, name)}" if letter else node

    def _profile(self, profile: Profile) -> Profile:
        authority = profile.design_authority
        return replace(profile, design_authority=None if authority is None else self._codes.code("S", authority))

    def _accept(self, accept: Accept) -> Accept:
        return replace(accept, subject=self.node(accept.subject), reason=WITHHELD)

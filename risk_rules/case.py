"""What a rule gets to see: the facts of one system, the policy, and its own settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from depmap.core.answers import CutSets, GroupVerdict, Outage, SinglePoint, Standstill
from depmap.core.evidence import CellRef, Fact
from depmap.core.graph import Graph
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.model import Bom, Source, Supplier
from depmap.core.profile import Profile
from depmap.core.shares import Concentration, ContentTest
from depmap.core.text import Text
from risk_rules.looking import Part, Support, control, parts_by_maker, stepped
from risk_rules.policy import Group, Policy


@dataclass(frozen=True, slots=True)
class Facts:
    """One system as it was read and as the network answers about it."""

    bom: Bom
    """What was read."""

    graph: Graph
    """The network built from it."""

    single_points: tuple[SinglePoint, ...] = ()
    """The single points of all layers."""

    groups: tuple[GroupVerdict, ...] = ()
    """Whether it can be built from the groups of the policy."""

    concentration: tuple[Concentration, ...] = ()
    """Shares of countries and suppliers."""

    cut_sets: tuple[CutSets, ...] = ()
    """Which nodes stop it together, per layer, for certain and if lists are right."""

    standstills: tuple[Standstill, ...] = ()
    """How long it stands still under the named losses, per layer."""

    outages: Mapping[str, Outage] = field(default_factory=dict)
    """Id of a component's node -> how long it is missing once all its sources are lost."""

    content: tuple[ContentTest, ...] | None = None
    """Whether enough of its cost comes from the countries that laws count; None when nobody has worked it out yet."""

    profile: Profile | None = None
    """What is stated of the system as a whole; None when that is what the policy says."""


@dataclass(frozen=True, slots=True)
class Case:
    """The facts before one rule, under a policy."""

    facts: Facts
    """The system."""

    policy: Policy
    """The policy in force."""

    rule: Rule[Case]
    """The rule that looks at it."""

    parts: tuple[Part, ...]
    """Everything in the system that is obtained from a source."""

    suppliers: Mapping[str, Supplier]
    """Its manufacturers, by name, in the order of the bill of materials."""

    @property
    def grade(self) -> Grade:
        """The grade that the policy gives this rule."""
        return self.policy.rules[self.rule.id].grade

    @property
    def profile(self) -> Profile:
        """What is stated of the system as a whole."""
        stated = self.facts.profile
        return self.policy.profile(self.facts.bom.system) if stated is None else stated

    @property
    def companies(self) -> Iterator[tuple[Supplier, tuple[Part, ...]]]:
        """Every company that is a known manufacturer of a part, by name, with the parts that it makes."""
        made = parts_by_maker(self.parts)
        for name, supplier in self.suppliers.items():
            if name in made:
                yield supplier, made[name]

    def control(self, source: Source) -> tuple[Fact, ...]:
        """From where the maker of a source is controlled: its seat, and the country of its ultimate parent."""
        return control(source, self.suppliers)

    def cells(self, names: Iterable[str]) -> tuple[CellRef, ...]:
        """The cells of nodes, sorted, each once."""
        nodes = self.facts.graph.nodes
        return tuple(sorted({cell for name in names if name in nodes for cell in nodes[name].cells}))

    def number(self, name: str) -> int:
        """The parameter ``name`` of this rule, a whole number.

        Raises:
            TypeError: the rule declares it as something else.
        """
        value = self.policy.rules[self.rule.id].params[name]
        if not isinstance(value, int):
            raise TypeError(f"{self.rule.id}: {name} is not a whole number")
        return value

    def amount(self, name: str) -> float:
        """The parameter ``name`` of this rule, a number.

        Raises:
            TypeError: the rule declares it as something else.
        """
        value = self.policy.rules[self.rule.id].params[name]
        if not isinstance(value, float):
            raise TypeError(f"{self.rule.id}: {name} is not a number with a point")
        return value

    def flag(self, name: str) -> bool:
        """The parameter ``name`` of this rule, yes or no.

        Raises:
            TypeError: the rule declares it as something else.
        """
        value = self.policy.rules[self.rule.id].params[name]
        if not isinstance(value, bool):
            raise TypeError(f"{self.rule.id}: {name} is not true or false")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """The parameter ``name`` of this rule, a list of texts.

        Raises:
            TypeError: the rule declares it as something else.
        """
        value = self.policy.rules[self.rule.id].params[name]
        if not isinstance(value, tuple):
            raise TypeError(f"{self.rule.id}: {name} is not a list")
        return value

    def group(self, name: str = "group") -> Group:
        """The country group that the parameter ``name`` of this rule names."""
        return self.policy.groups[str(self.policy.rules[self.rule.id].params[name])]

    def graded(self, part: Part, steps: int = 0) -> Grade:
        """The rule's grade, ``steps`` higher or lower; low for a commodity, since the market has equals of it."""
        if part.component_class in self.policy.commodity:
            return Grade.LOW
        return stepped(self.grade, steps)

    def finding(self, subject: str, message: Text, grade: Grade, support: Support, **facts: object) -> Finding:
        """A finding of this rule about one node; ``facts`` are plain values, with English keys."""
        return Finding(
            rule=self.rule.id,
            grade=grade,
            system=self.facts.bom.system,
            subject=subject,
            layer=self.rule.layer,
            message=message,
            facts=tuple(facts.items()),
            tier=support.tier,
            cells=support.cells,
        )

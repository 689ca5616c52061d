"""The policy in force: groups to ask about, countries of concern, how rules judge, what is accepted."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from depmap.core.countries import Group as Group  # it is a part of the policy
from depmap.core.judgement import Grade
from depmap.core.material_lists import TOLERATES
from depmap.core.profile import Profile
from depmap.core.text import Text
from risk_rules.policy_points import Points
from risk_rules.policy_system import EVERY


@dataclass(frozen=True, slots=True)
class RulePolicy:
    """What the policy says about one rule."""

    grade: Grade
    """How serious its findings are, before the steps that the rule itself describes."""

    enabled: bool
    """Whether the rule is applied at all."""

    params: Mapping[str, object]
    """Value of every `Param` of the rule, by name."""


@dataclass(frozen=True, slots=True)
class Accept:
    """One risk that somebody accepts, for a reason and until a date."""

    rule: str
    """Id of the rule."""

    subject: str
    """Id of the node, for example ``component:ABC-123``."""

    reason: str
    """Why it is accepted."""

    until: datetime.date
    """The last day on which it is."""

    def covers(self, day: datetime.date) -> bool:
        """Whether it still holds on ``day``."""
        return day <= self.until

    def __str__(self) -> str:
        """The reason with its end date, as reports show it."""
        return f"{self.reason} ({self.until.isoformat()})"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named loss: what falls away together. Which nodes that are is settled per system."""

    name: str
    """The word in the policy file and on the command line."""

    title: Text
    """Its name for people."""

    lose: tuple[str, ...] = ()
    """What falls away: ``kind:name``, ``group:ID`` for the countries of a group, or ``material:gallium@CN`` for what
    one country supplies of a material."""

    only: str | None = None
    """Id of the group outside which every country falls away."""

    each: str | None = None
    """Id of the group of which every country falls away by itself: one loss per country."""

    largest: bool = False
    """Whether the supplier falls away on which most lines rest."""

    export_control: str | None = None
    """Country that no longer supplies the materials whose export it controls."""

    materials: tuple[str, ...] = ()
    """Ids of the materials of that control; without any those that the list of export controls has."""

    def plain(self) -> list[str]:
        """What falls away, in words that stay; names for people do not count."""
        lost = [f"lose {node}" for node in self.lose]
        lost += [f"{word} group:{group}" for word, group in (("only", self.only), ("each", self.each)) if group]
        if self.export_control:
            lost.append(f"export control {self.export_control}: {', '.join(self.materials) or 'as listed'}")
        return [*lost, *(["largest supplier"] if self.largest else [])]


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that an analyst may decide about judging; complete, whatever the file left out."""

    name: str
    """Name of the policy file, or ``default``."""

    groups: Mapping[str, Group]
    """Every country group that is known, by id."""

    ask: tuple[str, ...]
    """Ids of the groups for which is asked whether the system can be built from them alone, in this order."""

    concern: frozenset[str]
    """Countries of concern, ISO 3166 alpha-2."""

    commodity: frozenset[str]
    """Ids of the component classes for which the market has equals that a bill of materials does not list."""

    rules: Mapping[str, RulePolicy]
    """The settings of every rule, by id."""

    weeks: Mapping[str, float] = field(default_factory=dict)
    """Component class -> weeks until another one is qualified and delivered; assumed values."""

    systems_per_week: float | None = None
    """How many systems are made or kept going a week; None when not stated."""

    scenarios: tuple[Scenario, ...] = ()
    """The named losses, in the order of the files."""

    tolerates: float = TOLERATES
    """A stage of a material is lost as soon as more than this share of the world's supply is lost; assumed."""

    points: Points = field(default_factory=Points)
    """What bonus-malus gives and takes."""

    profiles: Mapping[str, Profile] = field(default_factory=lambda: {EVERY: Profile()})
    """What is stated of the systems, by name; under `EVERY` of all that have no table of their own."""

    accepted: tuple[Accept, ...] = ()
    """The accepted risks, in the order of the file."""

    changes: tuple[tuple[str, object], ...] = ()
    """The values that differ from the default, as (key, value), sorted by key."""

    @property
    def asked(self) -> Mapping[str, frozenset[str]]:
        """Group id -> members, for the groups asked about, in order: what `depmap.network.groups` takes."""
        return {name: self.groups[name].members for name in self.ask}

    @property
    def names(self) -> Mapping[str, Text]:
        """Group id -> name, for the groups asked about, in order: what `Analysis.groups` shows."""
        return {name: self.groups[name].name for name in self.ask}

    def profile(self, system: str) -> Profile:
        """What is stated of a system."""
        return self.profiles.get(system, self.profiles[EVERY])

    @property
    def sha256(self) -> str:
        """Of all values in force, in hexadecimal; comments and layout of the file do not count."""
        return hashlib.sha256(json.dumps(self.plain(), sort_keys=True).encode()).hexdigest()

    def plain(self) -> dict[str, object]:
        """Every value in force under its dotted key, as plain data."""
        values: dict[str, object] = {
            "ask.groups": list(self.ask),
            "concern.countries": sorted(self.concern),
            "commodity.classes": sorted(self.commodity),
        }
        for group in self.groups.values():
            values[f"groups.{group.id}"] = sorted(group.members)
        for rule, settings in self.rules.items():
            values[f"rules.{rule}.grade"] = settings.grade.key
            values[f"rules.{rule}.enabled"] = settings.enabled
            for name, value in settings.params.items():
                values[f"rules.{rule}.{name}"] = list(value) if isinstance(value, tuple) else value
        values["materials.tolerates"] = self.tolerates
        values["standstill.systems_per_week"] = self.systems_per_week
        values |= {f"bonus_malus.{name}": points for name, points in self.points.weights.items()}
        values |= {f"standstill.weeks.{name}": weeks for name, weeks in self.weeks.items()}
        values |= {f"scenario.{each.name}": each.plain() for each in self.scenarios}
        for system, profile in self.profiles.items():
            table = f"system.{system}" if system else "system"
            values |= {f"{table}.{key}": value for key, value in profile.stated.items()}
        for accept in self.accepted:
            values[f"accept.{accept.rule}.{accept.subject}"] = str(accept)
        return values

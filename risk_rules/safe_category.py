"""Into which of the two categories of the SAFE regulation a system falls, as far as is stated what it is.

Small drones (NATO class 1) are in category one, other drones and what moves on or under water in category two. Unmanned
ground vehicles are not named: ground combat capabilities are in category one, but the buyer must say that they are it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.profile import Domain, Profile
from depmap.core.text import Text
from risk_rules.policy import Policy

RULE, LIMIT = "DM304", "class_two_kg"
"""The rule about the category, and its parameter with the mass from which a drone is no longer of NATO class 1."""

AT_SEA = (Domain.SEA_SURFACE, Domain.UNDERWATER)
"""Where maritime capabilities move."""


@dataclass(frozen=True, slots=True)
class Category:
    """What is known of the category."""

    says: Mapping[str, int]
    """Key of what is stated -> the category that follows from it."""

    ask: tuple[str, ...]
    """The keys that would settle it; none when it is settled."""

    @property
    def number(self) -> int | None:
        """1 or 2; None when nothing says it, or what is stated contradicts itself."""
        found = set(self.says.values())
        return found.pop() if len(found) == 1 else None


def category(profile: Profile, policy: Policy) -> Category:
    """The category of a system of which this is stated."""
    limit = float(str(policy.rules[RULE].params[LIMIT]))
    says: dict[str, int] = {}
    if profile.safe_category is not None:
        says["safe_category"] = profile.safe_category
    if profile.nato_class is not None:
        says["nato_class"] = 1 if profile.nato_class == 1 else 2
    if profile.kind is Domain.AIR and profile.take_off_kg is not None:
        says["take_off_kg"] = 1 if profile.take_off_kg < limit else 2
    if profile.kind in AT_SEA:
        says["kind"] = 2
    return Category(says, tuple(says) if len(set(says.values())) > 1 else () if says else _asked(profile))


def _asked(profile: Profile) -> tuple[str, ...]:
    """What would settle it while nothing does."""
    if profile.kind is Domain.GROUND:
        return ("safe_category",)
    wanted = {"kind": profile.kind, "take_off_kg": profile.take_off_kg}
    return tuple(key for key, value in wanted.items() if value is None)


def told(profile: Profile, key: str) -> Text:
    """What is stated under one of the keys of `Category.says`, in words."""
    kind = profile.kind.text if profile.kind is not None else Text("", "")
    return _WORDS[key].format(
        kind=kind,
        nato=profile.nato_class,
        mass=Text(f"{profile.take_off_kg or 0:g}".replace(".", ","), f"{profile.take_off_kg or 0:g}"),
        safe=profile.safe_category,
    )


_WORDS = {
    "safe_category": Text("categorie {safe} volgens het beleid", "category {safe} according to the policy"),
    "nato_class": Text("NAVO-klasse {nato}", "NATO class {nato}"),
    "take_off_kg": Text("{mass} kg bij de start", "{mass} kg at take-off"),
    "kind": Text("{kind}", "{kind}"),
}

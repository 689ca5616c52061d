"""Whether an unmanned aircraft is in the European list of dual-use items, by what is stated of it: yes, no, or open.

Regulation (EU) 2021/821, Annex I: 9A012.a takes what is designed to fly out of its operator's sight, and flies long, or
shorter but steadily in gusts; 9A112.a takes others that go far. What is not stated is neither yes nor no.
"""

from __future__ import annotations

from dataclasses import dataclass

from depmap.core.profile import Domain, Profile

NEAR, FAR = "9A012.a", "9A112.a"
"""The two entries: by how long it flies, and by how far it goes."""

Answer = bool | None
"""Yes, no, or not stated."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From where the entries hold."""

    minutes: float
    """Endurance, whatever the gusts."""

    minutes_in_gusts: float
    """Endurance of what withstands gusts."""

    gusts_kmh: float
    """These gusts."""

    range_km: float
    """How far it goes."""


@dataclass(frozen=True, slots=True)
class DualUse:
    """What follows from what is stated."""

    listed: tuple[str, ...]
    """The entry that it certainly falls under; 9A112.a takes only what 9A012.a does not."""

    open: tuple[str, ...]
    """The entries that it may fall under."""

    ask: tuple[str, ...]
    """The keys to ask for next; none when it is listed, or certainly not."""


def dual_use(profile: Profile, limits: Limits) -> DualUse:
    """The entries of a system of which this is stated."""
    flies = None if profile.kind is None else profile.kind is Domain.AIR
    endures = _endures(profile, limits)
    near = _every(flies, profile.beyond_sight, endures)
    far = _every(flies, _reaches(profile.range_km, limits.range_km))
    if near or far:
        return DualUse((NEAR if near else FAR,), (), ())
    wanted = {
        "kind": flies is None and None in (near, far),
        "beyond_sight": near is None and profile.beyond_sight is None,
        "endurance_h": near is None and profile.endurance_h is None,
        "gusts_kmh": near is None and endures is None and profile.endurance_h is not None,
        "range_km": far is None and profile.range_km is None,
    }
    maybe = tuple(name for name, answer in ((NEAR, near), (FAR, far)) if answer is None)
    return DualUse((), maybe, tuple(key for key, is_wanted in wanted.items() if is_wanted))


def _endures(profile: Profile, limits: Limits) -> Answer:
    """Whether it flies long, or less long but steadily in gusts."""
    minutes = None if profile.endurance_h is None else 60 * profile.endurance_h
    long = _reaches(minutes, limits.minutes)
    steady = _every(_reaches(minutes, limits.minutes_in_gusts), _reaches(profile.gusts_kmh, limits.gusts_kmh))
    return True if long or steady else None if None in (long, steady) else False


def _reaches(value: float | None, least: float) -> Answer:
    return None if value is None else value >= least


def _every(*answers: Answer) -> Answer:
    return False if False in answers else None if None in answers else True

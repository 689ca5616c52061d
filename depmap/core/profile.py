"""What is known of a system as a whole: what it is, weighs and can do, and who decides on its design.

No bill of materials says this; the policy file does. What it leaves out stays unknown and becomes a question.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from depmap.core.text import Text

if TYPE_CHECKING:
    from depmap.core.judgement import Finding


class Domain(enum.StrEnum):
    """Where a system moves."""

    AIR = "air"
    GROUND = "ground"
    SEA_SURFACE = "sea surface"
    UNDERWATER = "sea underwater"

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _DOMAINS[self]


_DOMAINS = {
    Domain.AIR: Text("in de lucht", "in the air"),
    Domain.GROUND: Text("op de grond", "on the ground"),
    Domain.SEA_SURFACE: Text("op het water", "on the water"),
    Domain.UNDERWATER: Text("onder water", "under water"),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """What is stated of one system; None is not stated, and never means no."""

    kind: Domain | None = None
    """Where it moves."""

    nato_class: int | None = None
    """Its class among unmanned aircraft according to NATO: 1, 2 or 3."""

    take_off_kg: float | None = None
    """The most that it weighs at take-off, in kilograms."""

    safe_category: int | None = None
    """The category of the SAFE regulation, 1 or 2, once whoever buys it has settled that."""

    beyond_sight: bool | None = None
    """Whether it is designed for controlled flight out of the natural vision of its operator."""

    endurance_h: float | None = None
    """How long it flies at most, in hours: in the standard atmosphere at sea level, without wind."""

    gusts_kmh: float | None = None
    """The strongest gusts in which it is designed to take off and fly stably, in kilometres an hour."""

    range_km: float | None = None
    """How far it can go, in kilometres."""

    design_authority: str | None = None
    """Who decides on its design."""

    design_country: str | None = None
    """Country of whoever decides on its design, ISO 3166 alpha-2."""

    design_restrictions: tuple[str, ...] | None = None
    """Countries that, themselves or through companies there, restrict what may be decided on the design; empty when it
    is stated that none does."""

    @property
    def stated(self) -> dict[str, object]:
        """What is stated, as plain values by key, in the order of the fields."""
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: _plain(value) for key, value in known.items() if value is not None}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Domain) else value


QUESTIONS: Mapping[str, Text] = {
    "kind": Text(
        "Beweegt het zich in de lucht, op de grond, op of onder water?",
        "Does it move in the air, on the ground, on or under water?",
    ),
    "nato_class": Text("Van welke NAVO-klasse is het (1, 2 of 3)?", "Of which NATO class is it (1, 2 or 3)?"),
    "take_off_kg": Text(
        "Hoeveel weegt het ten hoogste bij de start, in kg?", "How much does it weigh at most at take-off, in kg?"
    ),
    "safe_category": Text(
        "In welke categorie van SAFE valt het (1 of 2)?", "In which category of SAFE is it (1 or 2)?"
    ),
    "beyond_sight": Text(
        "Is het ontworpen om bestuurd te vliegen buiten het zicht van de bediener?",
        "Is it designed for controlled flight out of the sight of its operator?",
    ),
    "endurance_h": Text(
        "Hoelang vliegt het ten hoogste, in uren, zonder wind?", "How long does it fly at most, in hours, without wind?"
    ),
    "gusts_kmh": Text(
        "Bij welke windstoten kan het volgens het ontwerp nog starten en stabiel vliegen, in km/u?",
        "In which gusts is it designed to take off and fly stably, in km/h?",
    ),
    "range_km": Text("Hoe ver kan het komen, in km?", "How far can it go, in km?"),
    "design_authority": Text("Wie beslist over het ontwerp?", "Who decides on the design?"),
    "design_country": Text(
        "In welk land is gevestigd wie over het ontwerp beslist?", "In which country is whoever decides on the design?"
    ),
    "design_restrictions": Text(
        "Welke landen beperken, zelf of via bedrijven daar, wat over het ontwerp mag worden beslist; of geen enkel?",
        "Which countries restrict, themselves or through companies there, what may be decided on the design; or none?",
    ),
}
"""What to ask for every key, in the order in which it is asked."""


TITLES: Mapping[str, Text] = {
    "kind": Text("waar het zich beweegt", "where it moves"),
    "nato_class": Text("NAVO-klasse", "NATO class"),
    "take_off_kg": Text("startgewicht", "take-off weight"),
    "safe_category": Text("categorie van SAFE", "category of SAFE"),
    "beyond_sight": Text("vlucht buiten zicht", "flight out of sight"),
    "endurance_h": Text("vliegduur", "endurance"),
    "gusts_kmh": Text("windstoten", "gusts"),
    "range_km": Text("bereik", "range"),
    "design_authority": Text("wie over het ontwerp beslist", "who decides on the design"),
    "design_country": Text("waar die gevestigd is", "where that is seated"),
    "design_restrictions": Text("beperkingen uit andere landen", "restrictions by other countries"),
}
"""What every key is about, in few words."""


def asking(keys: Iterable[str]) -> Text:
    """The questions of these keys, behind each other."""
    asked = [QUESTIONS[key] for key in keys]
    return Text(" ".join(each.nl for each in asked), " ".join(each.en for each in asked))


ASK = "ask"
"""The fact of a finding that names the keys it would need to be decided."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about a system that findings leave open."""

    key: str
    """The key of the policy file that answers it."""

    question: Text
    """The question."""

    rules: tuple[str, ...]
    """Ids of the rules that need the answer, sorted."""


def asked_of_system(findings: Iterable[Finding]) -> tuple[Asked, ...]:
    """The questions about a system that its findings ask, each once; those of accepted findings are not asked."""
    needed: dict[str, set[str]] = {}
    for finding in findings:
        keys = dict(finding.facts).get(ASK) if not finding.accepted else None
        for key in keys if isinstance(keys, tuple) else ():
            needed.setdefault(str(key), set()).add(finding.rule)
    return tuple(Asked(key, QUESTIONS[key], tuple(sorted(needed[key]))) for key in QUESTIONS if key in needed)

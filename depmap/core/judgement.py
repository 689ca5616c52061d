"""Rules and what they find; and the whole of an analysis, which is all that reports get to see."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from depmap.core.answers import Counts, CutSets, GroupVerdict, Outage, SinglePoint, Standstill
from depmap.core.bonus_malus import Statement
from depmap.core.comparison import Comparison
from depmap.core.countries import Group
from depmap.core.criticality import Criticality
from depmap.core.decisions import NONE_MADE, Decisions
from depmap.core.evidence import CellRef, Tier
from depmap.core.graph import Graph, Layer
from depmap.core.importance import Centralities, Importance
from depmap.core.issues import Issue
from depmap.core.model import Bom
from depmap.core.profile import Profile
from depmap.core.run import Run
from depmap.core.shares import Concentration, ContentTest, Herfindahl
from depmap.core.text import Text

if TYPE_CHECKING:
    import pandas

Case = TypeVar("Case")


class Grade(enum.IntEnum):
    """How serious a finding is. Ordered: a gate or a filter takes one grade and all above it."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def key(self) -> str:
        """The word in files and on the command line."""
        return self.name.lower()

    @property
    def text(self) -> Text:
        """The word that reports show."""
        return _GRADES[self]

    @property
    def mark(self) -> str:
        """The same without colour: filled dots out of four."""
        return "●" * int(self) + "○" * (4 - int(self))


_GRADES = {
    Grade.NONE: Text("geen", "none"),
    Grade.LOW: Text("laag", "low"),
    Grade.MEDIUM: Text("middel", "medium"),
    Grade.HIGH: Text("hoog", "high"),
    Grade.CRITICAL: Text("kritiek", "critical"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the supply chain that a rule established."""

    rule: str
    """Id of the rule, ``DM`` and three digits."""

    grade: Grade
    """How serious it is under the policy in force."""

    system: str
    """Name of the system."""

    subject: str
    """Id of the node it is about."""

    layer: Layer
    """The layer of dependence."""

    message: Text
    """One sentence for people."""

    facts: tuple[tuple[str, object], ...] = ()
    """What it rests on, as (key, plain value) pairs; keys are English and never translated."""

    tier: Tier = Tier.DECLARED
    """The weakest evidence that the finding needs."""

    cells: tuple[CellRef, ...] = ()
    """The cells it rests on."""

    accepted: str = ""
    """The reason for which the policy accepts it, with its end date; empty when not accepted."""

    @property
    def fingerprint(self) -> str:
        """Stays the same from run to run while rule, system and subject do: 16 hexadecimal digits."""
        text = "\x1f".join((self.rule, self.system, self.subject))
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Param:
    """One threshold or list of a rule that the policy file may set."""

    name: str
    """Key in the policy file, under ``[rules.<id>]``."""

    default: object
    """The value that holds when the policy file says nothing; its type is the type that is allowed."""

    meaning: Text
    """What it does, in one sentence."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case]):
    """One judgement: what it looks for, why it matters, what to do, and the function that finds it."""

    id: str
    """``DM`` and three digits; the hundreds say which family."""

    title: Text
    """A name of a few words."""

    what: Text
    """What is found, exactly."""

    why: Text
    """Why it matters to the armed forces' staying power."""

    action: Text
    """What can be done about it."""

    reference: Text
    """The letter, law or list that asks for it."""

    layer: Layer
    """The layer that it looks at."""

    grade: Grade
    """The grade unless the policy says otherwise."""

    check: Callable[[Case], Iterable[Finding]]
    """The judgement itself; it yields, in any order."""

    params: tuple[Param, ...] = ()
    """What the policy may set."""

    uses: tuple[str, ...] = ()
    """The shared tables of the policy that it reads beside them: ``concern``, ``commodity``, ``system``."""

    laws: tuple[str, ...] = ()
    """Ids of the rows in the list of legal rules on which it rests."""

    fires: Mapping[str, object] | None = None
    """A sketch (see `depmap.core.sketch`) in which it finds something."""

    silent: Mapping[str, object] | None = None
    """A sketch in which it does not."""


@dataclass(frozen=True, slots=True)
class SystemAnalysis:
    """Everything established about one system."""

    bom: Bom
    """What was read."""

    graph: Graph
    """The network built from it."""

    counts: Counts
    """Its figures."""

    single_points: tuple[SinglePoint, ...]
    """Sorted by layer, certainty and node."""

    cut_sets: tuple[CutSets, ...]
    """Which nodes stop it together: per layer, first whatever the unknowns are, then if they are what lists assume."""

    groups: tuple[GroupVerdict, ...]
    """One per group and layer, in the order of the policy."""

    concentration: tuple[Concentration, ...]
    """Sorted by kind, basis, share (largest first) and node."""

    diversity: tuple[Herfindahl, ...]
    """How evenly each group of components is spread over countries and suppliers; by kind, basis and group."""

    outages: Mapping[str, Outage]
    """For every component, by id of its node: how long it is missing once all its sources are lost."""

    standstills: tuple[Standstill, ...]
    """One per scenario of the policy and layer, in their order."""

    findings: tuple[Finding, ...]
    """Worst first, then by rule and subject."""

    importance: tuple[Importance, ...] = ()
    """What hangs on every node that can fall away; by layer, the most first."""

    centralities: Centralities | None = None
    """What measures that readers know say of the drawing, for comparison only."""

    content: tuple[ContentTest, ...] = ()
    """Whether enough of its cost comes from the countries that laws count, law by law."""

    statement: Statement | None = None
    """Its bonus-malus statement."""

    criticality: Mapping[str, Criticality] = field(default_factory=dict)
    """For every component, by id of its node: what four named losses do to it."""

    profile: Profile = field(default_factory=Profile)
    """What the policy states of it as a whole."""

    derived: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was worked out from it, kept so that it is done once: see `depmap.core.once`."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The whole result of one run."""

    run: Run
    """How it was made."""

    systems: tuple[SystemAnalysis, ...]
    """In the order of the command line."""

    rules: tuple[Rule[Any], ...]
    """The rules that were applied, for their texts."""

    groups: Mapping[str, Text]
    """The names of the country groups asked about, by id."""

    policy_issues: tuple[Issue, ...] = ()
    """What is wrong with the policy itself: accepted risks that match nothing, or whose date has passed."""

    country_groups: tuple[Group, ...] = ()
    """Every group of countries that the policy knows, in its order."""

    decisions: Decisions = NONE_MADE
    """What people decided in earlier runs."""

    comparison: Comparison | None = None
    """What changed since an earlier analysis, when the run was told to compare with one."""

    theme: str = ""
    """Style rules for the page in a department's own look, checked and written anew; empty for depmap's own."""

    derived: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was worked out from it, kept so that it is done once: see `depmap.core.once`."""

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The input problems of the policy, of earlier decisions and of all systems, in order."""
        own = (*self.policy_issues, *self.decisions.issues)
        return (*own, *(issue for system in self.systems for issue in system.bom.issues))

    def frame(self, table: str) -> pandas.DataFrame:
        """A table of all systems for notebooks: see `depmap.core.frames`."""
        from depmap.core.frames import frame

        return frame(self, table)

"""The page that compares every published supply risk of the EU's study with what its published inputs give."""

from __future__ import annotations

from collections import Counter

from depmap.core.material_lists import listings
from depmap.core.reference import load
from depmap.network.supply_risk import Assessment, Verdict, assessments

INTRODUCTION = """\
The European Commission publishes the supply risk (SR) of each material, and most of what it is made of. depmap computes
it anew from those inputs with the EU's own formula (`depmap.network.supply_risk`, explained in
[the algorithms](algorithms.md)) and shows where the two agree.

- **reproduced**: the computed value, rounded to one decimal, is the published one;
- **within precision**: it is not, but the published value lies in the interval that the rounding of the inputs and the
  years of the governance indicators leave;
- **input missing**: shares or the import reliance are not published or not complete; the published value lies in the
  interval that the missing input allows;
- **differs**: the published value does not follow from the published inputs. Then the study must have used others than
  it prints, or a transcription is wrong; depmap shows the published value and computes nothing with it.

`differs` says nothing about the risk, only about the inputs. The value of arsenic follows when the world's supply alone
is used (1.9); in germanium and tantalum the shares of the EU are those of the world, as a proxy. For the other rows no
single change that was tried explains the difference."""

SOURCES = "Lists: {lists}. Shares in percentages; IR: import reliance, RIR: recycling, SI: substitution."

HEADER = (
    "| material | stage | supply | IR | RIR | SI | published | computed | interval | verdict |",
    "|---|---|---|---|---|---|---|---|---|---|",
)


def supply_risk_page() -> str:
    """How many published values follow from their inputs, and each with its inputs and interval."""
    found = assessments()
    counts = Counter(each.verdict for each in found)
    summary = "; ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict)
    infos = (load(name).info for name in ("supply_risk", "material_shares", "governance"))
    lists = "; ".join(f"{info.title.en} ({info.publisher}, {info.published})" for info in infos)
    table = "\n".join([*HEADER, *(_row(each) for each in found)])
    parts = ["# Supply risk", INTRODUCTION, f"Of {len(found)} values: {summary}.", table, SOURCES.format(lists=lists)]
    return "\n\n".join(parts) + "\n"


def _row(each: Assessment) -> str:
    study = each.study
    cells = (
        listings()[study.material].material.name.en,
        study.stage,
        study.supply,
        "?" if study.import_reliance is None else f"{study.import_reliance:.0%}",
        f"{study.recycling:.0%}",
        f"{study.substitution:g}",
        f"{study.supply_risk:.1f}",
        "?" if each.computed is None else f"{each.computed:.2f}",
        f"{each.low:.2f} to {each.high:.2f}",
        f"{each.verdict}: {', '.join(each.missing)}" if each.missing else str(each.verdict),
    )
    return f"| {' | '.join(cells)} |"

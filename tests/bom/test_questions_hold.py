"""What is certain while a question is open holds under every answer to it: all of them tried, on made-up lists."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bom.assembly.assemble import assemble
from bom.pins.reading import read_mapping
from bom.raw import RawFile
from bom.reading import Answer, Question, Reading
from bom.tables.understand import understand
from depmap.core.answers import Verdict
from depmap.core.graph import Layer
from depmap.core.model import Bom
from depmap.network import Network
from tests.bom.grids import raw, sheet

GROUPS = {"de": frozenset({"DE"}), "without-cn": frozenset({"DE", "FR", "US", "JP"})}
LAYERS = (Layer.SUPPLY, Layer.CONTROL)

PAIRS: dict[str, Sequence[str]] = {
    "Qty min|Qty max": ("0", "1", "2", "8", ""),
    "Boards|Sets": ("1", "2", ""),
    "Stock min|Stock max": ("0", "4", "40", ""),
    "Lead time min|Lead time max": ("2", "26", ""),
    "Price min|Price max": ("1", "5", ""),
    "Total min|Total max": ("1", "5", ""),
    "Level 1|Level 2": ("1", "2", "3"),
    "Parent part|Parent item": ("K-1", "K-2", "K-3", ""),
    "Fitted|Do not fit": ("yes", "no", ""),
    "Vendor|Notes": ("Acmeq", "Voltq", "Boltq"),
}
MAKERS = st.sampled_from(["Acme", "Acme", "Volt", ""])
PLACES = st.sampled_from(["Germany", "Germany", "China", ""])


def list_of(draw: st.DrawFn, pair: str) -> RawFile:
    """A list of three or four lines with two columns that could be one, or one that could be two."""
    values = st.sampled_from(list(PAIRS[pair]))
    sold, counted = pair.startswith("Vendor"), pair.startswith("Qty")
    titles = ["Part number", "Description", "Country of origin"]
    titles += [] if counted else ["Qty"]
    titles += [] if sold else ["Manufacturer"]
    lines = ["|".join([*titles, pair])]
    for number in range(1, draw(st.integers(3, 4)) + 1):
        cells = [f"K-{number}", f"Thing {number} of it", draw(PLACES)]
        cells += [] if counted else [draw(st.sampled_from(["1", "2", ""]))]
        cells += [] if sold else [draw(MAKERS)]
        lines.append("|".join([*cells, draw(values), draw(values)]))
    return raw("\n".join(lines))


@st.composite
def variants(draw: st.DrawFn) -> RawFile:
    """Two sheets of which the second is a variant of the first: the same header and most of its parts."""
    head = "Part number|Description|Qty|Stock|Manufacturer|Country of origin"
    who, where = draw(MAKERS), draw(PLACES)
    rows = [f"K-{at}|Part {at} of the kite|{draw(st.integers(1, 2))}|9|{who}|{where}" for at in range(10)]
    other = [f"L-{at}|Part {at} of the tail|2|4|{draw(MAKERS)}|{draw(PLACES)}" for at in range(2)]
    return raw(sheet("\n".join([head, *rows]), "BOM"), sheet("\n".join([head, *rows[:7], *other]), "BOM light"))


def answered(given_file: RawFile, question: Question, answer: Answer) -> Reading:
    """The file read with one answer, and nothing else, pinned."""
    roles = [line for line in answer.lines if line.startswith("role")]
    columns = [line for line in answer.lines if line not in roles]
    head = f'schema = 1\n[[files]]\nname = "{given_file.name}"\n[[files.tables]]\nsheet = "{question.cell.sheet}"\n'
    text = head + "\n".join([f"header_row = {question.cell.row}", *roles, "columns = [", *columns, "]"])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "map.toml"
        path.write_text(text, encoding="utf-8")
        return understand(given_file, pins=read_mapping(path).pins_for(given_file.name, given_file.sha256))


def holds(open_: Bom, settled: Bom) -> None:
    """Nothing that was certain before is different afterwards."""
    before, after = Network.of(open_), Network.of(settled)
    for layer in LAYERS:
        certain, still = (
            {point.node for point in network.single_points(layer) if point.certain} for network in (before, after)
        )
        assert certain <= still
        verdicts, now = (
            {each.group: each.verdict for each in network.buildable_from(GROUPS, layer)} for network in (before, after)
        )
        assert all(verdict in (now[group], Verdict.CANNOT_DECIDE) for group, verdict in verdicts.items())
    numbers = {each.id: _numbers(each) for each in settled.components}
    for each in open_.components:
        if each.id in numbers:
            pairs = zip(_numbers(each), numbers[each.id], strict=True)
            assert all(was is None or was == now for was, now in pairs)


def _numbers(component: object) -> tuple[Decimal | None, ...]:
    return tuple(getattr(component, name) for name in ("quantity", "cost", "stock", "lead_time_weeks"))


def check(given_file: RawFile) -> None:
    """Every question with every answer."""
    reading = understand(given_file)
    for question in reading.questions:
        for answer in question.answers:
            settled = answered(given_file, question, answer)
            if settled.is_bom:
                holds(assemble(reading), assemble(settled))


@pytest.mark.parametrize("pair", sorted(PAIRS))
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_certain_about_a_column_in_question_holds_under_every_answer(pair: str, data: st.DataObject) -> None:
    check(data.draw(st.composite(list_of)(pair)))


@settings(max_examples=10)
@given(variants())
def test_what_is_certain_about_a_variant_holds_under_every_answer(given_file: RawFile) -> None:
    check(given_file)


@pytest.mark.parametrize("pair", sorted(PAIRS))
def test_the_made_up_lists_do_ask_something(pair: str) -> None:
    values = PAIRS[pair]
    cells = [f"{one}|{other}" for one, other in product(values[:2], repeat=2)]
    need = "" if pair.startswith("Qty") else "|Qty"
    rows = "\n".join(f"K-{at}|Thing {at} of it{need and '|4'}|{cell}" for at, cell in enumerate(cells, 1))
    assert understand(raw(f"Part number|Description{need}|{pair}\n{rows}")).questions

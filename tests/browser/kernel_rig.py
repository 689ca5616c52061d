"""A page with the scripts of what if alone, the examples ready to be asked, and losses by chance."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

import reports
import risk_rules
from depmap.app.console import Console
from depmap.app.settings import Beside, Settings
from depmap.app.whatif import Case, read_case
from depmap.core.graph import Kind
from depmap.core.material_lists import material_world
from depmap.network.scenarios import named
from tests.support import EXAMPLES

POLICY = risk_rules.load_policy(None)
GROUPS = tuple(POLICY.groups.values())
SCRIPTS = ("whatif-gates.js", "whatif-kernel.js", "whatif-words.js")

EXAMPLE = ("ground-vehicle.xlsx", "surface-vessel.csv", "verkenner-quadcopter.xlsx")

Run = Callable[..., Any]


def static(name: str) -> str:
    return (Path(reports.__file__).parent / "static" / name).read_text(encoding="utf-8")


def written(folder: Path) -> Path:
    """A page that may run these very scripts and nothing else, as the risk map does."""
    scripts = [static(name) for name in SCRIPTS]
    sums = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    policy = "default-src 'none'; script-src " + " ".join(f"'sha256-{each}'" for each in sums)
    body = "".join(f"<script>{script}</script>" for script in scripts)
    path = folder / "kernel.html"
    path.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kernel</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>{body}</body></html>',
        encoding="utf-8",
    )
    return path


@contextmanager
def kernel_page(browser: Browser, folder: Path) -> Iterator[Run]:
    """Gives `run(function, argument)`, a function in the page; all goes as one text, since playwright copies slowly."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(written(folder).as_uri())

    def called(function: str, argument: object) -> Any:
        text = f"text => JSON.stringify(({function})(JSON.parse(text)))"
        return json.loads(page.evaluate(text, json.dumps(argument)))

    yield called
    context.close()


@functools.cache
def read(example: str) -> Case:
    """One of the examples, ready to be asked."""
    return read_case(EXAMPLES / example, Settings(Console("nl"), None), Beside(None, ()))


def by_chance(case: Case, count: int) -> list[tuple[list[str], str | None]]:
    """Scenarios in words: what the system names and what it does not, groups, shares of materials; up to four each."""
    chance = random.Random(case.place.bom.system)
    network_, world = case.place.graph, material_world()
    here = [node.id for node in network_.of_kind(Kind.SUPPLIER, Kind.PARENT, Kind.COMPONENT, Kind.ASSEMBLY)]
    countries = [*named(network_, [node.id for node in network_.of_kind(Kind.COUNTRY)], ()), "country:AQ", "country:CL"]
    groups = [f"group:{name}" for name in POLICY.groups]
    materials = [f"material:{name}" for name in world.materials]
    stages = [stage for found in world.stages.values() for stage in found]
    steps = [f"stage:{stage.id}" for stage in stages]
    shares = [f"stage:{stage.id}@{chance.choice(list(stage.shares))}" for stage in stages if stage.shares]
    shares += [f"material:{stage.material}@{chance.choice(list(stage.shares))}" for stage in stages if stage.shares]
    kinds = (here, countries, groups, materials, steps, shares)
    found = []
    for _ in range(count):
        lose = [chance.choice(chance.choices(kinds, (5, 4, 1, 1, 1, 2))[0]) for _ in range(chance.randint(1, 4))]
        found.append((lose, chance.choice(list(POLICY.groups)) if chance.random() < 0.1 else None))
    return found

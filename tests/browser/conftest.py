"""A page as a person sees it: Debian's Chromium without a window, offline, with everything it asks for written down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, sync_playwright

from depmap.core.comparison import Comparison, Direction
from depmap.core.judgement import Analysis
from reports.writers.risk_map import render
from risk_rules.policy_file import load_policy
from tests.browser.rig import Open, OpenedPage, missing
from tests.reports.analyses import analysis, drone, drone_bom, hostile, large_bom
from tests.reports.test_page_compare import change, compared

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # Here the page runs; what writes it is measured in tests/reports.
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: $CHROMIUM, or the first one on the path. Nothing is ever downloaded."""
    candidates = (os.environ.get("CHROMIUM", ""), *PROGRAMS)
    program = next((found for name in candidates if name and (found := shutil.which(name))), None)
    if program is None:
        missing("no Chromium: apt-get install chromium, or CHROMIUM=/path/to/chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


def changed(system: str) -> Comparison:
    """What changed in a system: something in every direction."""
    changes = (change(direction, number) for direction in Direction for number in range(3))
    return compared(*(replace(each, system=system) for each in changes), system=system)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """`open_page(path, lang="nl", scheme="light", size=(1280, 800))` opens a file, offline, and listens to it."""
    opened: list[OpenedPage] = []

    def open_file(
        path: Path,
        lang: str = "nl",
        scheme: Literal["light", "dark"] = "light",
        size: tuple[int, int] = (1280, 800),
        **options: Any,
    ) -> OpenedPage:
        context = browser.new_context(
            locale=lang, color_scheme=scheme, viewport={"width": size[0], "height": size[1]}, offline=True, **options
        )
        result = OpenedPage(context.new_page())
        opened.append(result)
        result.listen()
        result.page.goto(path.resolve().as_uri(), wait_until="load")
        return result

    yield open_file
    for result in opened:
        result.page.context.close()


KINDS: dict[str, Callable[[], Analysis]] = {
    "nl": lambda: drone("nl"),
    "en": lambda: drone("en"),
    "hostile": hostile,
    "large": lambda: analysis(large_bom(45)),
    "two": lambda: replace(analysis(drone_bom("Een"), drone_bom("Twee")), comparison=changed("Een")),
}


class Maps(dict[str, Path]):
    """One page of each kind, written when a test first asks for it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, kind: str) -> Path:
        path = self.folder / f"{kind}.html"
        groups = tuple(load_policy().groups.values())
        path.write_bytes(render(replace(KINDS[kind](), country_groups=groups)))
        self[kind] = path
        return path


@pytest.fixture(scope="session")
def maps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of page, written once."""
    return Maps(tmp_path_factory.mktemp("maps"))

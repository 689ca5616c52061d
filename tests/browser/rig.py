"""An opened page that writes down everything it asks for and complains of."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import ConsoleMessage, Error, Page, Request

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
NO_AXE = "axe-core is not installed: `make axe` does it, with npm"

# The law on accessibility of public bodies asks for WCAG 2.1 A and AA (EN 301 549); these are they and those of 2.2.
# Views that do not show break no rule, but axe-core takes seconds to see that: they stand aside meanwhile. What may go
# wrong between views, names used twice and references to nothing, is looked for in the whole page.
AXE_RUN = """async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const told = [], ids = new Set(), refers = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
  for (const { id } of document.querySelectorAll("[id]")) ids.has(id) ? told.push(`id: #${id} is twice`) : ids.add(id);
  for (const name of refers) for (const each of document.querySelectorAll(`[${name}]`))
    for (const id of each.getAttribute(name).split(/\\s+/)) if (!ids.has(id)) told.push(`${name}: there is no #${id}`);
  const aside = [...document.querySelectorAll("main .view")].filter(view => !view.checkVisibility())
    .map(view => [view, [...view.childNodes]]);
  for (const [view] of aside) view.replaceChildren();
  const found = await axe.run(document, { runOnly: rules });
  for (const [view, nodes] of aside) view.replaceChildren(...nodes);
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${rule.help}`))
    .concat(told);
}"""


@dataclass
class OpenedPage:
    """A page that is open, and what it did since."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """Addresses that the page asked for, itself left out; an embedded data: address is no request."""
    console: list[str] = field(default_factory=list)
    """Errors and warnings on the console; what the content-security policy refuses is among them."""
    errors: list[str] = field(default_factory=list)
    """Exceptions that no script caught."""

    def listen(self) -> None:
        """Write down from now on."""
        self.page.on("request", self._request)
        self.page.on("console", self._message)
        self.page.on("pageerror", self._error)

    def visit(self, place: str, subject: str = "", system: str = "s1") -> Page:
        """Follow an address of a risk map, as a link does, to a part of the page: ``map``, ``list``."""
        anchor = f"{system}-{place}"
        self.page.locator("html.ready").wait_for(state="attached")
        address = anchor + (f"={subject}" if subject else "")
        self.page.evaluate("hash => { location.hash = hash; }", address)
        self.page.locator(f"#{anchor}").wait_for(state="visible")
        return self.page

    @property
    def is_quiet(self) -> bool:
        """Whether it asked for nothing and complained of nothing."""
        assert (self.requests, self.console, self.errors) == ([], [], [])
        return True

    def accessibility_violations(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 A and AA, one line an element."""
        if not AXE.is_file():
            pytest.skip(NO_AXE)
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: list[str] = self.page.evaluate(AXE_RUN)
        return found

    def _request(self, request: Request) -> None:
        itself = request.is_navigation_request() and request.frame == self.page.main_frame
        if not itself and not request.url.startswith(("data:", "blob:")):
            self.requests.append(request.url)

    def _message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{message.type}: {message.text}")

    def _error(self, error: Error) -> None:
        self.errors.append(str(error))


Open = Callable[..., OpenedPage]


def missing(reason: str) -> NoReturn:
    """Skip for want of a tool, with the reason; a build machine has no excuse."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)

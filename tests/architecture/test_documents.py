"""What people read must hold: links lead somewhere, and commands exist with the options shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from depmap.app.cli import cli
from tests.support import ROOT

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
FENCE = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\$ |\.venv/bin/)?depmap (?P<words>.+)$", re.MULTILINE)
TARGET = re.compile(r"^(?:\$ )?make (?P<target>[a-z]+)", re.MULTILINE)

DOCUMENTS = sorted(
    path for folder in (ROOT, ROOT / "docs", ROOT / "examples") for path in folder.glob("*.md")
) + sorted((ROOT / "docs").glob("*/**/*.md"))


def shown(pattern: re.Pattern[str], group: str) -> Iterator[tuple[str, str]]:
    """Document and text of everything inside a fence that the pattern finds."""
    for document in DOCUMENTS:
        for fence in FENCE.finditer(document.read_text(encoding="utf-8")):
            for found in pattern.finditer(fence[1]):
                yield str(document.relative_to(ROOT)), found[group].split("  #")[0].strip()


def test_the_two_commands_are_shown_first(root: Path) -> None:
    first_screen = (root / "README.md").read_text(encoding="utf-8").splitlines()[:60]
    assert {"make demo", "make test"} <= {line.split("#")[0].strip().removeprefix("$ ") for line in first_screen}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize(("document", "words"), sorted(set(shown(COMMAND, "words"))))
def test_commands_are_shown_as_they_are(document: str, words: str) -> None:
    name, *arguments = shlex.split(words)
    if name.startswith(("-", "[", "COMMAND")):
        return
    command = cli.commands[name]
    context = click.Context(command, info_name=name)
    command.make_parser(context).parse_args([argument.strip("[]") for argument in arguments if argument != "..."])


@pytest.mark.parametrize(("document", "target"), sorted(set(shown(TARGET, "target"))))
def test_targets_of_make_exist(root: Path, document: str, target: str) -> None:
    assert re.search(rf"^{target}:", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

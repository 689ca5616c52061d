"""What a run is told: language, loudness, policy. The command line wins over the environment, that over defaults."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from depmap.app.console import Console
from depmap.core.reference_own import own_lists
from depmap.core.text import Language

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that every command shares."""

    console: Console
    """Where words go, and in which language."""

    policy: Path | None
    """The policy file, or None for the default policy."""

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.console.language


@dataclass(frozen=True, slots=True)
class Beside:
    """The files beside a bill of materials that a command was given."""

    suppliers: Path | None
    """What is stated about companies."""

    catalogues: tuple[Path, ...]
    """Where parts are made and what is in them."""

    mapping: Path | None = None
    """How the bills of materials are to be read."""

    save_mapping: Path | None = None
    """Where to keep how they were read."""


def language_of_environment() -> Language:
    """``DEPMAP_LANG``, else the language of the system, else English."""
    wish = os.environ.get("DEPMAP_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "nl" if wish.lower().startswith("nl") else "en"


def shared_options(command: Command) -> Command:
    """Gives a command ``--lang``, ``-q/-v`` and ``--policy``; it gets them as one `Settings` named ``settings``.

    It also gets ``--reference``: the user's own lists hold for as long as the command runs.
    """

    @functools.wraps(command)
    def with_settings(**words: Any) -> Any:
        language: Language = words.pop("lang") or language_of_environment()
        console = Console(language, words.pop("quiet"), words.pop("verbose"))
        with own_lists(words.pop("reference")):
            return command(settings=Settings(console, words.pop("policy")), **words)

    for option in (
        click.option(
            "--reference",
            type=click.Path(path_type=Path),
            metavar="FILE",
            multiple=True,
            help="Your own reference list (csv): extends or replaces the list of depmap that it names. May be given "
            "more than once.",
        ),
        click.option(
            "--policy",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Policy file (TOML): groups, thresholds, accepted risks.",
        ),
        click.option("-v", "--verbose", is_flag=True, help="Say more."),
        click.option("-q", "--quiet", is_flag=True, help="Print the result and errors alone."),
        click.option("--lang", type=click.Choice(["nl", "en"]), help="Language of reports and messages."),
    ):
        option(with_settings)
    return with_settings  # type: ignore[return-value]


def beside_options(command: Command) -> Command:
    """Gives a command ``--suppliers``, ``--catalogue``, ``--mapping`` and ``--save-mapping``, as one `Beside`."""

    @functools.wraps(command)
    def with_beside(**words: Any) -> Any:
        names = ("suppliers", "catalogue", "mapping", "save_mapping")
        return command(beside=Beside(*map(words.pop, names)), **words)

    for option in (
        click.option(
            "--save-mapping",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Write how tables and columns were read to this mapping file, to correct it and read by it.",
        ),
        click.option(
            "--mapping",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Mapping file (TOML): pins where tables stand and what columns mean.",
        ),
        click.option(
            "--catalogue",
            type=click.Path(path_type=Path),
            metavar="FILE",
            multiple=True,
            help="Component catalogue (xlsx, csv, ...): where parts of makers are made and what is in them; or a "
            "material declaration (IPC-1752A). May be given more than once.",
        ),
        click.option(
            "--suppliers",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Supplier file (xlsx, csv, ...): other names, role, seat, owner and evidence of companies.",
        ),
    ):
        option(with_beside)
    return with_beside  # type: ignore[return-value]

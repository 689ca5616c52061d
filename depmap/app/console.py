"""Where words go: data to standard output, everything else to standard error, all of it free of control characters."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

import click

from depmap.core.text import Language, Text, visible


@dataclass(frozen=True, slots=True)
class Console:
    """One run's voice."""

    language: Language = "en"
    """The reader's language."""

    quiet: bool = False
    """Say nothing but errors; data is still shown."""

    verbose: bool = False
    """Say more."""

    def say(self, text: Text) -> None:
        """A word about what is going on."""
        if not self.quiet:
            click.echo(visible(text[self.language]), err=True)

    def detail(self, text: Text) -> None:
        """A word for those who asked for more."""
        if self.verbose and not self.quiet:
            click.echo(visible(text[self.language]), err=True)

    def error(self, wording: str) -> None:
        """What went wrong."""
        mark = "Fout: " if self.language == "nl" else "Error: "
        click.secho(mark, err=True, nl=False, fg="red", bold=True, color=colour(sys.stderr.isatty()))
        click.echo(visible(wording), err=True)

    def show(self, data: str) -> None:
        """Data: what was asked for, for people or for programs."""
        click.echo(visible(data, keep="\n\t"))


def colour(terminal: bool) -> bool:
    """Whether to colour: on a terminal, unless ``NO_COLOR`` is set (https://no-color.org)."""
    return terminal and not os.environ.get("NO_COLOR")

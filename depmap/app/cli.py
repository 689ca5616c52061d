"""The command ``depmap``. Commands are found in ``depmap.app.commands``; heavy libraries load only when one runs."""

from __future__ import annotations

import gc
import os
import sys
import traceback

import click

from depmap import __version__
from depmap.app.console import Console
from depmap.app.settings import language_of_environment
from depmap.core.discovery import discover
from depmap.core.errors import DepmapError, Exit
from depmap.core.text import Language

SELDOM = 50_000
"""New objects after which Python looks for rubbish. What a command makes it needs until its end: looking for rubbish
after every 700, as Python does by itself, takes a tenth of the time of an analysis and finds none."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "auto_envvar_prefix": "DEPMAP"},
    epilog="Exit codes: 0 done; 1 the --fail-on gate tripped; 2 wrong use, configuration or input; "
    "3 a fault of depmap; 130 interrupted.",
)
@click.version_option(__version__, prog_name="depmap")
def cli() -> None:
    """What stops if a supplier, a country or a raw material falls away.

    depmap reads the bill of materials of an unmanned system, finds exactly on whom and on which countries it
    depends, and writes a list of critical components and a risk map. It never uses a network.
    """


for _command in discover("depmap.app.commands", "COMMAND", click.Command):
    cli.add_command(_command)


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and returns the exit code; whatever happens, a user sees a sentence, not a traceback."""
    gc.set_threshold(SELDOM)
    words = sys.argv[1:] if arguments is None else arguments
    console = Console(_language(words))
    try:
        code = cli.main(words, prog_name="depmap", standalone_mode=False)
        return int(code) if isinstance(code, int) else Exit.DONE
    except DepmapError as error:
        console.error(error.render(console.language))
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return Exit.MISUSE
    except (click.Abort, KeyboardInterrupt):
        console.error({"nl": "onderbroken.", "en": "interrupted."}[console.language])
        return Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence: any other fault is ours, and said to be
        if "DEPMAP_DEBUG" in os.environ:
            traceback.print_exc()
        console.error(_our_fault(error)[console.language])
        return Exit.FAULT


def _our_fault(error: Exception) -> dict[Language, str]:
    what = f"{type(error).__name__}: {error}"
    return {
        "nl": f"dit is een fout in depmap zelf ({what}).\n"
        "  Meld dit, met het bestand erbij als dat kan; met DEPMAP_DEBUG=1 is meer te zien.",
        "en": f"this is a fault of depmap itself ({what}).\n"
        "  Please report it, with the file if you may; DEPMAP_DEBUG=1 shows more.",
    }


def _language(words: list[str]) -> Language:
    """The language asked for, found before the words are parsed, so that errors in them are told in it too."""
    for place, word in enumerate(words):
        wish = (
            word.removeprefix("--lang=")
            if word.startswith("--lang=")
            else words[place + 1 : place + 2]
            if word == "--lang"
            else None
        )
        if wish in ("nl", ["nl"]):
            return "nl"
        if wish in ("en", ["en"]):
            return "en"
    return language_of_environment()

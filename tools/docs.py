"""Write the pages of docs/ that are generated: every command and every rule, in Dutch and in English.

`python -m tools.docs` writes them, `python -m tools.docs --check` says which ones no longer match the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from depmap.app.cli import main as command_line
from depmap.core.discovery import discover
from depmap.core.judgement import Rule
from depmap.core.text import LANGUAGES, Language, Text

DOCS = Path(__file__).resolve().parent.parent / "docs"

COMMANDS_PAGE = Text("opdrachten.md", "commands.md")
RULES_PAGE = Text("regels.md", "rules.md")

GENERATED = Text(
    "<!-- Gemaakt door `make docs`; wijzig het programma, niet deze pagina. -->",
    "<!-- Written by `make docs`; change the program, not this page. -->",
)
COMMANDS = Text("# De opdrachten", "# The commands")
RULES = Text("# De regels", "# The rules")
RULES_INTRODUCTION = Text(
    "`depmap explain REGEL` zegt hetzelfde. Drempels en lijsten staan in het beleidsbestand onder `[rules.<id>]`.",
    "`depmap explain RULE` says the same. Thresholds and lists are set in the policy file under `[rules.<id>]`.",
)
WHY = Text("Waarom", "Why")
ACTION = Text("Wat te doen", "What to do")
REFERENCE = Text("Grondslag", "Reference")
LAYER = Text("laag", "layer")
GRADE = Text("ernst", "grade")
PARAMS = Text("| instelling | standaard | betekenis |", "| setting | default | meaning |")


def help_of(command: str | None, language: Language) -> str:
    """What a person sees who asks the program itself, at a width of 100 columns."""
    arguments = [command, "--help"] if command else ["--help"]
    environment = {**os.environ, "DEPMAP_LANG": language, "COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    result = subprocess.run(
        [sys.executable, "-m", "depmap", *arguments],
        cwd=DOCS.parent,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return result.stdout.replace("python -m depmap", "depmap").rstrip()


def commands_page(language: Language) -> str:
    """The help of depmap and of each of its commands."""
    names = command_line.list_commands(click.Context(command_line))
    parts = [GENERATED[language], COMMANDS[language], f"```text\n{help_of(None, language)}\n```"]
    for name in names:
        parts += [f"## depmap {name}", f"```text\n{help_of(name, language)}\n```"]
    return "\n\n".join(parts) + "\n"


def rule_section(rule: Rule[object], language: Language) -> Iterator[str]:
    """The paragraphs about one rule."""
    yield f"## {rule.id}: {rule.title[language]}"
    yield f"{LAYER[language]}: {rule.layer.text[language]} · {GRADE[language]}: {rule.grade.text[language]}"
    yield rule.what[language]
    yield f"**{WHY[language]}.** {rule.why[language]}"
    yield f"**{ACTION[language]}.** {rule.action[language]}"
    yield f"**{REFERENCE[language]}.** {rule.reference[language]}"
    if rule.params:
        rows = [f"| `{param.name}` | `{param.default}` | {param.meaning[language]} |" for param in rule.params]
        yield "\n".join([PARAMS[language], "|---|---|---|", *rows])


def rules_page(language: Language) -> str:
    """All that the rules say about themselves."""
    parts = [GENERATED[language], RULES[language], RULES_INTRODUCTION[language]]
    for rule in sorted(discover("risk_rules.rules", "RULE", Rule), key=lambda rule: rule.id):
        parts += rule_section(rule, language)
    return "\n\n".join(parts) + "\n"


def pages() -> dict[Path, str]:
    """The text of every generated page, by its path."""
    return {
        DOCS / language / name[language]: write(language)
        for language in LANGUAGES
        for name, write in ((COMMANDS_PAGE, commands_page), (RULES_PAGE, rules_page))
    }


def stale() -> list[Path]:
    """The pages that are absent or no longer say what the program says."""
    return [path for path, text in pages().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` only say which are stale; 1 if there are any."""
    if arguments == ["--check"]:
        names = [str(path.relative_to(DOCS.parent)) for path in stale()]
        if names:
            print(f"Stale, run `make docs`: {', '.join(names)}", file=sys.stderr)
        return 1 if names else 0
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

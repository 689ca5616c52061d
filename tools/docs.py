"""Write the pages of docs/ that are generated: the commands as they explain themselves, the rules in both languages.

`python -m tools.docs` writes them, `python -m tools.docs --check` says which ones no longer match the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from depmap.app.cli import cli
from depmap.core.discovery import discover
from depmap.core.judgement import Rule
from depmap.core.text import LANGUAGES, Language, Text

DOCS = Path(__file__).resolve().parent.parent / "docs"

RULES_PAGE = Text("regels.md", "rules.md")

WIDTH = 100

GENERATED = Text(
    "<!-- Gemaakt door `make docs`; wijzig het programma, niet deze pagina. -->",
    "<!-- Written by `make docs`; change the program, not this page. -->",
)
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


def commands_page() -> str:
    """The help of depmap and of each of its commands, as a person sees it in a window of 100 columns."""
    top = click.Context(cli, info_name="depmap", terminal_width=WIDTH, **cli.context_settings)
    parts = [GENERATED["en"], "# The commands", f"```text\n{cli.get_help(top)}\n```"]
    for name, command in sorted(cli.commands.items()):
        context = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH)
        parts += [f"## depmap {name}", f"```text\n{command.get_help(context)}\n```"]
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
    rules = {DOCS / language / RULES_PAGE[language]: rules_page(language) for language in LANGUAGES}
    return {DOCS / "commands.md": commands_page(), **rules}


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

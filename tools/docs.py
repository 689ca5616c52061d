"""Write the pages of docs/ that are generated: the commands as they explain themselves, the rules in both languages.

`python -m tools.docs` writes them, `python -m tools.docs --check` says which ones no longer match the program.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from pathlib import Path

import click

import risk_rules
from depmap.app.cli import cli
from depmap.core.text import LANGUAGES, Language, Text
from tools.accuracy import accuracy_page
from tools.facts import facts_page
from tools.reference_lists import reference_lists_page
from tools.supply_risk import supply_risk_page

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ROOT / "docs" / "cli.md"
ALGORITHMS = ROOT / "docs" / "algorithms.md"
SUPPLY_RISK = ROOT / "docs" / "supply-risk.md"
LISTS = ROOT / "docs" / "reference-lists.md"
FACTS = ROOT / "docs" / "facts.md"
ACCURACY = ROOT / "docs" / "accuracy.md"
RULES = Text("docs/rules/nl", "docs/rules/en")

EXPLAINED = (
    "kernel",
    "compiled",
    "build",
    "materials",
    "single_points",
    "arrays",
    "arrays.columns",
    "arrays.effects",
    "arrays.losses",
    "arrays.beside",
    "scenarios",
    "groups",
    "standstill",
    "criticality",
    "consequences",
    "settling",
    "routes",
    "paths",
    "cut_sets",
    "cut_sets.trying",
    "cut_sets.diagram",
    "cut_sets.failure",
    "cut_sets.relevance",
    "cut_sets.modules",
    "cut_sets.families",
    "cut_sets.solution",
    "cut_sets.counts",
    "extent",
    "importance",
    "importance.centralities",
    "importance.envelope",
    "concentration",
    "diversity",
    "response",
    "response.linear",
    "supply_risk",
)
"""The modules of depmap.network whose own text is the description of their algorithm, in reading order."""
IN_THE_PAGE = "reports.page.whatif.kernel_data"
"""The module that gives the page what it evaluates by itself."""

WIDTH = 100

GENERATED = Text(
    "<!-- Gemaakt door `make docs`; wijzig het programma, niet deze pagina. -->",
    "<!-- Written by `make docs`; change the program, not this page. -->",
)
TITLE = Text("# De regels", "# The rules")
INTRODUCTION = Text(
    "`depmap explain REGEL` zegt hetzelfde, met de drempels van uw eigen beleidsbestand.",
    "`depmap explain RULE` says the same, with the thresholds of your own policy file.",
)


ALGORITHMS_INTRODUCTION = (
    "Every answer about dependence follows from one definition, exactly. This page is what the modules say of"
    " themselves; their examples run with the tests."
)


def commands_page() -> str:
    """The help of depmap and of each of its commands, as a person sees it in a window of 100 columns."""
    top = click.Context(cli, info_name="depmap", terminal_width=WIDTH, **cli.context_settings)
    parts = [GENERATED["en"], "# The commands", f"```text\n{cli.get_help(top)}\n```"]
    for name, command in sorted(cli.commands.items()):
        context = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH)
        parts += [f"## depmap {name}", f"```text\n{command.get_help(context)}\n```"]
    return "\n\n".join(parts) + "\n"


def algorithms_page() -> str:
    """What every algorithm claims, why it is right and what it costs, as its module says it."""
    parts = [GENERATED["en"], "# The algorithms", ALGORITHMS_INTRODUCTION]
    for name in (*(f"depmap.network.{each}" for each in EXPLAINED), IN_THE_PAGE):
        text = inspect.cleandoc(importlib.import_module(name).__doc__ or "")
        title, _, rest = text.partition("\n")
        parts += [f"## {title.rstrip('.')}", f"`{name}`", _as_markdown(rest.strip())]
    return "\n\n".join(parts) + "\n"


def _as_markdown(text: str) -> str:
    """The text of a module, with its literals as Markdown writes them and its examples and tables kept as they are."""
    blocks = []
    for block in text.split("\n\n"):
        kept = block.lstrip().startswith((">>>", "==="))
        blocks.append(f"```text\n{block}\n```" if kept else block.replace("``", "`"))
    return "\n\n".join(blocks)


def rule_pages(language: Language) -> dict[Path, str]:
    """One page a rule, under the default policy, and a page that lists them."""
    folder = ROOT / RULES[language]
    rules, policy = risk_rules.all_rules(), risk_rules.load_policy(None)
    listed = "\n".join(f"- [{rule.id}]({rule.id.lower()}.md): {rule.title[language]}" for rule in rules)
    index = "\n\n".join([GENERATED[language], TITLE[language], INTRODUCTION[language], listed]) + "\n"
    pages = {
        folder / f"{rule.id.lower()}.md": f"{GENERATED[language]}\n\n{risk_rules.explain(rule.id, language, policy)}"
        for rule in rules
    }
    return {folder / "index.md": index, **pages}


def pages() -> dict[Path, str]:
    """The text of every generated page, by its path."""
    written = {COMMANDS: commands_page(), ALGORITHMS: algorithms_page()}
    own = {SUPPLY_RISK: supply_risk_page(), LISTS: reference_lists_page()}
    for path, text in {**own, FACTS: facts_page(), ACCURACY: accuracy_page()}.items():
        written[path] = f"{GENERATED['en']}\n\n{text}"
    for language in LANGUAGES:
        written |= rule_pages(language)
    return written


def left_over(written: dict[Path, str]) -> list[Path]:
    """Pages of rules that are no longer there."""
    return sorted(
        path for language in LANGUAGES for path in (ROOT / RULES[language]).glob("*.md") if path not in written
    )


def stale(written: dict[Path, str]) -> list[Path]:
    """The pages that are absent, too many, or no longer say what the program says."""
    changed = [path for path, text in written.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return changed + left_over(written)


def write(written: dict[Path, str]) -> None:
    """Write every page and remove those that are no longer there."""
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for path in left_over(written):
        path.unlink()


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` only say which are stale; 1 if there are any."""
    written = pages()
    if arguments != ["--check"]:
        write(written)
        return 0
    names = [str(path.relative_to(ROOT)) for path in stale(written)]
    if names:
        print(f"Stale, run `make docs`: {', '.join(names)}", file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

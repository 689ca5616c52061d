"""``depmap analyze``: read, build, judge, report."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from depmap.app.settings import Beside, Settings, beside_options, shared_options
from depmap.core.errors import Exit
from depmap.core.text import Text

if TYPE_CHECKING:
    from depmap.core.judgement import Analysis

GRADES = ("none", "low", "medium", "high", "critical")


@click.command("analyze", short_help="Everything: critical components, risk map, findings.")
@click.argument("boms", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BOM...")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the reports. [default: depmap-<bom name>]",
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@click.option(
    "--fail-on", type=click.Choice(GRADES), default="none", help="Exit 1 when a finding is at least this grave."
)
@click.option("--report", "chosen", multiple=True, metavar="ID", help="Write this report only (repeatable).")
@click.option(
    "--graph",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the network: .json, .graphml, .gexf or .mef (Open-PSA).",
)
@click.option(
    "--previous",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Carry over the decisions in an earlier critical-components.xlsx, findings.json or decisions.json. May be "
    "given more than once: the later one holds.",
)
@click.option("--force", is_flag=True, help="Replace a list in which decisions have been filled in.")
@click.option(
    "--theme",
    "look",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.css",
    help="Colours and fonts of your own for risk-map.html.",
)
@click.option(
    "--compare",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also tell in the risk map what changed since this findings.json of an earlier run, or bill of materials.",
)
@click.option("--redact", is_flag=True, help="Put codes in place of names, to share the reports.")
@click.option(
    "--redact-key",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Redact, and keep the codes in this file: a name has the same code in the next run. Do not share it.",
)
@beside_options
@shared_options
def COMMAND(  # noqa: N802, PLR0913 - one parameter per option is how click hands them over
    settings: Settings,
    beside: Beside,
    boms: tuple[Path, ...],
    out: Path | None,
    shape: str,
    fail_on: str,
    chosen: tuple[str, ...],
    graph: Path | None,
    previous: tuple[Path, ...],
    force: bool,
    look: Path | None,
    earlier: Path | None,
    redact: bool,
    redact_key: Path | None,
) -> int:
    """Analyse one or more bills of materials and write the reports.

    Writes critical-components.xlsx, risk-map.html, raw-materials.xlsx (and .csv), memo.docx and findings.json, and
    prints a summary of ten lines.
    """
    import reports
    from depmap.app import network_files, pipeline
    from depmap.app.comparison import with_changes
    from depmap.app.comparison_file import read_earlier
    from depmap.app.decisions import keep_decisions, tell, with_decisions
    from depmap.app.previous import read_previous
    from depmap.app.redact import keep_key, redacting
    from depmap.app.theme import read_theme, themed

    hidden = redact or redact_key is not None
    if graph is not None:
        network_files.check_request(graph, len(boms))
    theme = read_theme(look) if look is not None else None
    folder = out or Path("depmap-redacted" if hidden else default_folder(boms))
    decided = read_previous(previous, hidden)
    if not force:
        keep_decisions(folder, decided)
    before = read_earlier(earlier, settings, beside)
    with redacting(redact_key, folder, beside) if hidden else contextlib.nullcontext() as redaction:
        analysis = with_changes(pipeline.analyze(boms, settings, beside, redaction), before)
        analysis = with_decisions(analysis, decided)
        keep_key(redact_key, redaction)
        if theme is not None:
            analysis = themed(analysis, theme, settings.console)
        written = reports.write(analysis, folder, chosen or None)
        if graph is not None:
            written = (*written, network_files.write_graph(analysis, graph))
        _show(analysis, shape, settings)
    if decided is not None:
        tell(analysis, settings.console)
    _say_written(written, settings)
    return Exit.GATE if _is_tripped(analysis, fail_on) else Exit.DONE


def _show(analysis: Analysis, shape: str, settings: Settings) -> None:
    """What the command prints."""
    import reports
    from depmap.app.summary import summary

    if shape == "json":
        settings.console.show(reports.render(analysis, "findings").decode().rstrip("\n"))
    else:
        settings.console.show(summary(analysis, settings.language))


def _say_written(written: Sequence[Path], settings: Settings) -> None:
    settings.console.say(Text(nl="Geschreven:", en="Written:"))
    for path in written:
        settings.console.say(Text(nl=f"  {path}", en=f"  {path}"))


def _is_tripped(analysis: Analysis, fail_on: str) -> bool:
    """Whether a finding that nobody accepted is at least as grave as ``--fail-on`` says."""
    return fail_on != GRADES[0] and any(
        finding.grade.key in GRADES[GRADES.index(fail_on) :] and not finding.accepted
        for system in analysis.systems
        for finding in system.findings
    )


def default_folder(boms: tuple[Path, ...]) -> str:
    """``depmap-<bom name>`` in safe characters; for several files the first name and how many more.

    >>> default_folder((Path("x/BOM (Minimal).xls"),))
    'depmap-bom-minimal'
    """
    plain = unicodedata.normalize("NFKD", boms[0].stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "bom"
    return f"depmap-{slug}" + (f"-and-{len(boms) - 1}-more" if len(boms) > 1 else "")

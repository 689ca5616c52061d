"""What a report is, and how reports reach the disk: whole, or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from depmap.core.discovery import discover
from depmap.core.errors import OutputError, UsageError
from depmap.core.judgement import Analysis
from depmap.core.text import Text
from depmap.core.whole_file import temporary_name, write_new


@dataclass(frozen=True, slots=True)
class Report:
    """One file that an analysis can be written to."""

    id: str
    """What the command line calls it."""

    filename: str
    """The name of the file, the same for every analysis: a name from a workbook never becomes a path."""

    title: Text
    """What it is, in a few words."""

    write: Callable[[Analysis], bytes]
    """Renders it, in the language of the run; the same analysis gives the same bytes."""


def available() -> tuple[Report, ...]:
    """Every report, in the order of the names of their modules."""
    return discover("reports.writers", "REPORT", Report)


def write(analysis: Analysis, folder: Path, chosen: Iterable[str] | None = None) -> tuple[Path, ...]:
    """Write the chosen reports (all by default) into ``folder``, which is made when it is not there.

    Every report is rendered before the first byte is written, and every file is complete under a temporary name before
    the first one gets its own name. When anything fails, no half file and no folder made here is left behind.

    Returns:
        The files written, in the order of `available`.

    Raises:
        UsageError: ``chosen`` names a report that does not exist.
        OutputError: the folder or a file cannot be written.
    """
    rendered = [(report.filename, report.write(analysis)) for report in _chosen(chosen)]
    with _refusals(folder), _folder(folder):
        temporary: list[Path] = []
        try:
            for filename, content in rendered:
                temporary.append(temporary_name(folder / filename))
                write_new(temporary[-1], content)
            for path, (filename, _) in zip(temporary, rendered, strict=True):
                path.replace(folder / filename)
        except BaseException:
            for path in temporary:
                path.unlink(missing_ok=True)
            raise
    return tuple(folder / filename for filename, _ in rendered)


def render(analysis: Analysis, report: str) -> bytes:
    """One report, not written anywhere.

    Raises:
        UsageError: there is no report of this id.
    """
    return _chosen([report])[0].write(analysis)


def _chosen(ids: Iterable[str] | None) -> tuple[Report, ...]:
    reports = available()
    if ids is None:
        return reports
    wanted = tuple(dict.fromkeys(ids))
    known = {report.id for report in reports}
    for name in wanted:
        if name not in known:
            listed = ", ".join(sorted(known))
            raise UsageError(
                Text(f"Er is geen rapport '{name}'.", f"There is no report '{name}'."),
                Text(f"Kies uit: {listed}.", f"Choose from: {listed}."),
            )
    return tuple(report for report in reports if report.id in wanted)


@contextlib.contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """The folder, for as long as all goes well; when it does not, what was made here goes again."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in made:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


@contextlib.contextmanager
def _refusals(folder: Path) -> Iterator[None]:
    """Turn what the file system refuses into one sentence and a way out."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        where = error.filename or str(folder)
        raise OutputError(
            Text(
                f"De rapporten zijn niet geschreven naar {where}: {why}.",
                f"The reports were not written to {where}: {why}.",
            ),
            Text(
                "Kies met --out een map waarin u mag schrijven, en sluit rapporten die nog in Excel openstaan.",
                "Choose a folder that you may write to with --out, and close any report that is still open in Excel.",
            ),
        ) from error

"""Networks as files: what ``--graph`` writes and ``depmap cut-sets`` reads. One format, one module."""

from __future__ import annotations

from pathlib import Path

from depmap.app import outputs
from depmap.app.network_files._interface import NetworkFormat
from depmap.core.discovery import discover
from depmap.core.errors import InputError, UsageError
from depmap.core.graph import Graph
from depmap.core.judgement import Analysis
from depmap.core.text import Text

MAX_BYTES = 100_000_000
"""Largest network file that is read: some millions of needs."""

_HEAD = 65_536


def formats() -> tuple[NetworkFormat, ...]:
    """Every format there is.

    Raises:
        IncompleteModule: a module in this folder without its ``FORMAT``.
    """
    return discover("depmap.app.network_files", "FORMAT", NetworkFormat)


def read_network(path: Path) -> Graph | None:
    """The network in a file, or None when the file is none: then it may be a bill of materials.

    Raises:
        InputError: it is a network file that cannot be used.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            found = next((each for each in formats() if each.read and each.recognises(head)), None)
            if found is None or found.read is None:
                return None
            data = head + file.read(MAX_BYTES + 1 - len(head))
    except OSError:
        return None  # the reader of bills of materials has the words for it
    if len(data) > MAX_BYTES:
        raise InputError(
            Text(f"{path.name} is groter dan {MAX_BYTES:,} bytes.", f"{path.name} is larger than {MAX_BYTES:,} bytes."),
            Text("Deel het netwerk op.", "Split the network."),
        )
    return found.read(path.name, data)


def check_request(path: Path, systems: int) -> None:
    """Refuse, before anything is written, what `write_graph` could not do.

    Raises:
        UsageError: an unknown ending, or more than one system.
    """
    _writer(path)
    if systems != 1:
        raise UsageError(
            Text(
                "--graph schrijft het netwerk van een systeem tegelijk.",
                "--graph writes the network of one system at a time.",
            ),
            Text("Geef een stuklijst op.", "Give one bill of materials."),
        )


def write_graph(analysis: Analysis, path: Path) -> Path:
    """The network of the one system analysed, in the format that the name of the file asks for.

    Returns:
        The file written.

    Raises:
        OutputError: the file cannot be written.
    """
    outputs.write(path, _writer(path).write(analysis.systems[0].graph))
    return path


def _writer(path: Path) -> NetworkFormat:
    """The format that the ending of a name asks for.

    Raises:
        UsageError: no format has that ending.
    """
    for each in formats():
        if each.suffix == path.suffix.lower():
            return each
    known = ", ".join(each.suffix for each in formats())
    raise UsageError(
        Text(f"{path.name}: onbekende soort netwerkbestand.", f"{path.name}: unknown kind of network file."),
        Text(f"Kies een naam die eindigt op {known}.", f"Choose a name that ends in {known}."),
    )

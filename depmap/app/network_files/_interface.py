"""What a format of network files is. To add one, write a module here with ``FORMAT = NetworkFormat(...)``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from depmap.core.errors import InputError
from depmap.core.graph import Graph
from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class NetworkFormat:
    """One kind of file that holds a whole network."""

    suffix: str
    """The ending of its names, for example ``.graphml``."""

    title: Text
    """What people call it."""

    write: Callable[[Graph], bytes]
    """The file for a network; the same network gives the same bytes."""

    recognises: Callable[[bytes], bool] = lambda _: False
    """Whether a file is of this format, from its first bytes; formats that are only written recognise nothing."""

    read: Callable[[str, bytes], Graph] | None = None
    """The network in a file, given its name and content. Raises InputError for what cannot be used."""


def refused(file: str, found: Text, right: Text) -> InputError:
    """A network file that cannot be used: what was found, and what would be right."""
    return InputError(Text(f"{file}: {found.nl}", f"{file}: {found.en}"), right)

"""Files that reach the disk whole, or not at all: written under another name first, and never through a link."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def temporary_name(path: Path) -> Path:
    """Where the content of ``path`` waits until it is complete: in the same folder, so that renaming is one step."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet, so that no link planted under its name is followed, and see it on disk.

    Raises:
        OSError: it cannot be written; what was written of it stays.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, or replace it, in one step.

    Raises:
        OSError: it cannot be written; what was there before is still there, and nothing else.
    """
    temporary = temporary_name(path)
    try:
        write_new(temporary, content)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

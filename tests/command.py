"""The command within the process of the tests: the same function and streams, without starting Python anew."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest import mock

from depmap.app.cli import main


def run_here(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """How the command went from a folder, with an environment besides that of the tests."""
    out, err = _stream("strict"), _stream("backslashreplace")
    often = gc.get_threshold()
    with (
        mock.patch.dict(os.environ, environment),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = main([*arguments])
        finally:
            gc.set_threshold(*often)
    return subprocess.CompletedProcess([*arguments], code, _text(out), _text(err))


def _stream(errors: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors, write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()

"""depmap runs on machines without any network, and asks for none.

ruff.toml forbids the imports by name; this test looks at what really happens, in libraries and child processes too.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support import ROOT, Run

# Loaded by every Python that finds this folder on its path, so also by the processes that depmap starts.
GUARD = """
import os, sys

def refuse(event, arguments):
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"} or (
        event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], tuple)
    ):
        os.write(2, f"NETWORK {event} {arguments}\\n".encode())
        os._exit(97)

sys.addaudithook(refuse)
"""


@pytest.fixture
def guarded_path(tmp_path: Path) -> str:
    """A PYTHONPATH under which touching a network ends the process with code 97."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return os.pathsep.join([str(tmp_path / "guard"), str(ROOT)])


def test_the_guard_sees_a_connection(run_process: Run, guarded_path: str) -> None:
    connect = "import socket; socket.create_connection(('127.0.0.1', 9))"
    result = run_process(python=("-c", connect), PYTHONPATH=guarded_path)
    assert result.returncode == 97


def test_an_analysis_touches_no_network(run_process: Run, guarded_path: str, examples: list[Path]) -> None:
    result = run_process("analyze", examples[0], "--out", "out", PYTHONPATH=guarded_path)
    assert "NETWORK" not in result.stderr
    assert result.returncode == 0, result.stderr[-2000:]

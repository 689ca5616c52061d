"""A run that ends in the middle leaves every report old or new and whole, or none; the next run is none the worse."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from depmap.core.errors import Exit
from tests.hostile import making as hostile
from tests.support import ROOT, unmeasured

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and file limits of POSIX")

FILES = [
    "critical-components.xlsx",
    "findings.json",
    "memo.docx",
    "raw-materials.csv",
    "raw-materials.xlsx",
    "risk-map.html",
]

WAIT = """
import os, pathlib, sys, time

def wait(*_):
    os.write(1, b"now\\n")
    time.sleep(60)
"""
HALF = """
opened = os.fdopen

class Half:
    def __init__(self, *arguments):
        self.file = opened(*arguments)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.file.close()
    def write(self, data):
        self.file.write(data[: len(data) // 2])
        self.file.flush()
        wait()

os.fdopen = lambda *arguments, **more: Half(*arguments) if arguments[1:] == ("wb",) else opened(*arguments, **more)
"""
SECOND = """
replace, seen = pathlib.Path.replace, []

def counted(path, target):
    seen.append(path)
    return wait() if len(seen) == 2 else replace(path, target)

pathlib.Path.replace = counted
"""
MOMENTS = {
    "while rendering": "import xlsxwriter\nxlsxwriter.Workbook.close = wait\n",
    "with half a file": HALF,
    "before the file is on disk": "os.fsync = wait\n",
    "before the first new name": "pathlib.Path.replace = wait\n",
    "before the second new name": SECOND,
}
"""What makes a run stand still at one moment of writing, and say so."""

FULL = """
import errno, os, sys

def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")

os.fsync = full
"""
RUN = "from depmap.app.cli import main\nsys.exit(main(['analyze', 'bom.csv', '-o', 'out']))\n"
LIMIT = "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"


def started(folder: Path, code: str) -> subprocess.Popen[bytes]:
    # Without coverage: it would want to write too, where nothing can be written.
    environment = unmeasured() | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], cwd=folder, env=environment, stdout=pipe, stderr=pipe)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bom.csv").write_bytes(hostile.csv())
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir() if not path.name.startswith(".")}


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The reports of a run that nothing disturbs."""
    folder = tmp_path_factory.mktemp("new")
    (folder / "bom.csv").write_bytes(hostile.csv())
    undisturbed(folder)
    return contents(folder)


def undisturbed(folder: Path) -> None:
    with started(folder, "import sys\n" + RUN) as run:
        run.communicate(timeout=60)
    assert run.returncode == 0


def ended(folder: Path, moment: str, number: signal.Signals) -> int:
    """The exit code of a run that gets a signal at this moment."""
    with started(folder, WAIT + MOMENTS[moment] + RUN) as run:
        assert run.stdout and run.stdout.readline() == b"now\n"
        run.send_signal(number)
        _, said = run.communicate(timeout=30)
    assert b"Traceback" not in said
    return run.returncode


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("moment", MOMENTS)
def test_every_report_is_old_or_new_and_whole(
    folder: Path, new: dict[str, bytes], moment: str, number: signal.Signals
) -> None:
    (folder / "out").mkdir()
    for name in FILES:
        (folder / "out" / name).write_bytes(b"old")
    code = ended(folder, moment, number)
    found = contents(folder)
    assert sorted(found) == FILES
    assert all(content in (b"old", new[name]) for name, content in found.items())
    if number is signal.SIGINT:
        assert code == Exit.INTERRUPTED
        assert not list(folder.glob("out/.*"))


@pytest.mark.parametrize("moment", list(MOMENTS)[:-1])
def test_an_interrupted_first_run_leaves_nothing(folder: Path, moment: str) -> None:
    assert ended(folder, moment, signal.SIGINT) == Exit.INTERRUPTED
    assert [path.name for path in folder.iterdir()] == ["bom.csv"]


def test_the_run_after_a_killed_one_writes_everything(folder: Path, new: dict[str, bytes]) -> None:
    assert ended(folder, "with half a file", signal.SIGTERM) == -signal.SIGTERM
    assert contents(folder) == {}
    undisturbed(folder)
    assert contents(folder) == new


@pytest.mark.parametrize("size", [0, 4_000, 100_000])
def test_a_disk_that_takes_no_more_is_one_sentence(folder: Path, size: int) -> None:
    """The system itself refuses to let files grow beyond a size, as a full disk does."""
    (folder / "out").mkdir()
    (folder / "out" / FILES[0]).write_bytes(b"old")
    with started(folder, LIMIT.format(size=size) + RUN) as run:
        out, said = run.communicate(timeout=60)
    assert run.returncode == Exit.MISUSE, said
    assert b"Traceback" not in said
    assert out == b""
    assert len(said.splitlines()) == 2
    assert contents(folder) == {FILES[0]: b"old"}
    assert not list(folder.glob("out/.*"))


def test_no_space_left_is_one_sentence(folder: Path) -> None:
    with started(folder, FULL + RUN) as run:
        _, said = run.communicate(timeout=60)
    assert run.returncode == Exit.MISUSE
    assert b"No space left on device" in said
    assert [path.name for path in folder.iterdir()] == ["bom.csv"]

"""The same input gives the same bytes: whatever the hash seed, the time zone, the language of the system, the folder,
and with no network at all.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import making as hostile
from tests.support import EXAMPLES, ROOT, unmeasured

DAY = "1795132800"
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
)


def shuffled() -> bytes:
    """Names that differ little, sources that conflict, cycles: whatever an order could depend on."""
    rows = [
        (at, 1 + at % 3, f"Maker {at * 7 % 11}", f"M-{at % 9}", ("China", "NL", "Сhina", "", "EU")[at % 5])
        for at in range(60)
    ]
    return hostile.csv(rows)


INPUTS = {
    "verkenner.xlsx": (EXAMPLES / "verkenner-quadcopter.xlsx").read_bytes,
    "vessel.csv": (EXAMPLES / "surface-vessel.csv").read_bytes,
    "shuffled.csv": shuffled,
}


def reports(folder: Path, name: str, environment: dict[str, str], before: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file that one run writes, and what it says."""
    folder.mkdir()
    (folder / name).write_bytes(INPUTS[name]())
    command = [*before, sys.executable, "-m", "depmap", "analyze", name, "-o", "out", "--graph", "out/network.graphml"]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**unmeasured(), "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": DAY, "DEPMAP_LANG": "nl", **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    said = {"out": done.stdout, "err": done.stderr}
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())} | said


@pytest.mark.parametrize("name", INPUTS)
def test_in_other_surroundings(tmp_path: Path, name: str) -> None:
    one, other = (reports(tmp_path / f"{at}", name, each) for at, each in enumerate(SURROUNDINGS))
    assert one.keys() == other.keys()
    assert [key for key in one if one[key] != other[key]] == []
    assert str(tmp_path).encode() not in b"".join(one.values())


def test_without_a_network(tmp_path: Path) -> None:
    """In a namespace of its own a process has no network but itself: whatever asked for one would fail."""
    apart = ("unshare", "--map-root-user", "--net")
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a process leave the network (unshare --net)")
    name = "verkenner.xlsx"
    assert reports(tmp_path / "apart", name, {}, apart) == reports(tmp_path / "here", name, {})

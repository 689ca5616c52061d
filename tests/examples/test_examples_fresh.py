"""The example files are exactly what `examples/build.py` writes from the tables in `examples/source`."""

from __future__ import annotations

import csv
import importlib.util
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("verkenner-quadcopter.xlsx", "ground-vehicle.xlsx", "surface-vessel.csv")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by name while the class is made.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
    return module


def content(path: Path) -> dict[str, bytes]:
    """What the file holds; a workbook by its unpacked parts, because another zlib may pack the same parts otherwise."""
    if path.suffix != ".xlsx":
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_build_writes_exactly_the_three_examples(build: ModuleType, tmp_path: Path) -> None:
    assert [path.name for path in build.build_all(tmp_path)] == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_in_the_repository_is_what_the_build_writes(build: ModuleType, tmp_path: Path, name: str) -> None:
    build.build_all(tmp_path)
    assert content(tmp_path / name) == content(EXAMPLES / name), f"run python examples/build.py: {name} is out of date"


@pytest.mark.parametrize("name", NAMES)
def test_two_builds_give_the_same_bytes(build: ModuleType, tmp_path: Path, name: str) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
        build.build_all(folder)
    first, second = ((folder / name).read_bytes() for folder in folders)
    assert first == second


@pytest.mark.parametrize("name", NAMES)
def test_a_part_number_always_means_the_same_part(name: str) -> None:
    """One part number, one description and, row by row, one manufacturer's number: else the answers are no answers."""
    with (EXAMPLES / "source" / f"{Path(name).stem}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["row"] in ("part", "alt")]
    meaning: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows:
        facts = tuple(
            row[column] for column in ("description", "maker", "mpn", "maker_2", "mpn_2", "country", "country_2")
        )
        assert meaning.setdefault((row["row"], row["part"]), facts) == facts

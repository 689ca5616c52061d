"""depmap as others get it: a wheel, installed where the tree is not on the path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.support import PACKAGES, Run

NOT_SHIPPED = ("tests", "examples", "docs", "tools", "benchmarks")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.packaging)


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """The environment without anything that would put the tree on the path."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COV", "COVERAGE", "VIRTUAL_ENV"))
    }


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    """The wheel, built from a copy: a build leaves folders behind, and finds those of an earlier one."""
    copy, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for folder in PACKAGES + NOT_SHIPPED:
        if (root / folder).is_dir():
            shutil.copytree(root / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for name in ("setup.cfg", "pyproject.toml", "MANIFEST.in", "LICENSE", "README.md"):
        shutil.copy(root / name, copy)
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--wheel-dir",
        str(out),
        str(copy),
    ]
    result = subprocess.run(build, env=clean_environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def run_installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Run:
    """Run the installed command from a folder outside the tree.

    The environment is new and holds depmap alone; its requirements are those of this one, so that nothing is fetched.
    """
    place = tmp_path_factory.mktemp("installed")
    venv.create(place / "env", symlinks=os.name != "nt", with_pip=False)
    folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    programs = place / "env" / folder
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(programs / f"python{suffix}"),
        "install",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    result = subprocess.run(install, env=clean_environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (package,) = (place / "env").rglob("site-packages/depmap")
    (package.parent / "requirements-of-the-tests.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [str(programs / f"depmap{suffix}"), *map(str, arguments)]
        return subprocess.run(
            command, cwd=place, env=clean_environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run

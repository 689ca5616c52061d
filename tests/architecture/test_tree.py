"""What the tree must look like beyond what linters can say."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import PACKAGES

# The house says "about 250" and "about 40"; beyond these a file or function has to be divided.
MOST_LINES_OF_A_MODULE = 300
MOST_LINES_OF_A_FUNCTION = 50

# A path that starts at the root and is not one that every machine has, or a folder of a person.
LOCAL_PATH = re.compile(
    r"""(?<![\w./:<>\\)\]}*$~-]) /(?!usr/|bin/|dev/|etc/|path/|proc/) [a-z][a-z.]+ /[\w.-]+ /[\w.-]+
        | [A-Z]:\\\\?Users\\""",
    re.VERBOSE,
)


def modules(root: Path) -> list[Path]:
    return sorted(path for package in PACKAGES for path in (root / package).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of each function, its docstring left out: mathematics may need its words."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) else None
            yield node.name, lines_of(node) - (lines_of(docstring) if docstring else 0)


def lines_of(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def length(path: Path) -> int:
    """Number of lines of a module, its tables left out: a table is looked up, not read."""
    text = path.read_text(encoding="utf-8")
    tables = (node for node in ast.parse(text).body if isinstance(node, ast.Assign | ast.AnnAssign))
    return len(text.splitlines()) - sum(map(lines_of, tables))


def test_modules_stay_readable(root: Path) -> None:
    lengths = {str(path.relative_to(root)): length(path) for path in modules(root)}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_MODULE} == {}


def test_functions_stay_readable(root: Path) -> None:
    lengths = {f"{path.relative_to(root)}:{name}": lines for path in modules(root) for name, lines in functions(path)}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_every_package_is_typed(root: Path) -> None:
    assert [package for package in PACKAGES if not (root / package / "py.typed").is_file()] == []


def tracked(root: Path) -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if listing.returncode != 0:
        pytest.skip("not a git checkout, so there is no list of tracked files")
    return [root / name for name in listing.stdout.split("\0") if name and (root / name).is_file()]


@pytest.mark.parametrize("line", ["see /home/ann/depmap/x.py", "open('/srv/data/bom.xlsx')", r"C:\Users\ann"])
def test_a_local_path_is_recognised(line: str) -> None:
    assert LOCAL_PATH.search(line)


@pytest.mark.parametrize(
    "line", ["#!/usr/bin/env bash", "CHROMIUM=/path/to/chrome", "bom/formats/xlsx.py", "</td></tr>", "a/b/c/d"]
)
def test_other_slashes_are_no_local_path(line: str) -> None:
    assert not LOCAL_PATH.search(line)


def lines(path: Path) -> list[str]:
    """The lines of a text file; none for a workbook or a picture."""
    content = path.read_bytes()
    return [] if b"\0" in content else content.decode("utf-8", errors="replace").splitlines()


def test_no_tracked_file_names_a_local_path(root: Path) -> None:
    named = [
        f"{path.relative_to(root)}:{number}: {found[0]}"
        for path in tracked(root)
        if path != Path(__file__)
        for number, line in enumerate(lines(path), start=1)
        if (found := LOCAL_PATH.search(line))
    ]
    assert named == []

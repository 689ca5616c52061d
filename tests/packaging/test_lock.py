"""The locks hold what setup.cfg asks for, each file of it by hash, and name no index of any particular machine."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.declared import declared

ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>.*(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)*)", re.MULTILINE
)


def locked(path: Path) -> dict[str, list[str]]:
    """Version per name; some have two, for older and newer Pythons."""
    versions: dict[str, list[str]] = {}
    for entry in ENTRY.finditer(path.read_text(encoding="utf-8")):
        versions.setdefault(entry["name"], []).append(entry["version"])
    return versions


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("requirements.lock", (None,)), ("requirements-dev.lock", (None, "test", "dev"))],
    ids=["run", "dev"],
)
def test_every_requirement_is_locked_in_the_range_asked_for(
    root: Path, lock: str, extras: tuple[str | None, ...]
) -> None:
    versions = locked(root / lock)
    requirements = [Requirement(line) for extra in extras for line in declared(extra)]
    others = [requirement for requirement in requirements if requirement.name != "drone-depmap"]
    assert others
    for requirement in others:
        held = versions.get(canonicalize_name(requirement.name), [])
        assert held, f"{requirement.name} is not in {lock}: run `make lock`"
        assert all(requirement.specifier.contains(version) for version in held), f"{lock} is stale: run `make lock`"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_entry_has_hashes(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    entries = list(ENTRY.finditer(text))
    assert len(entries) == len(re.findall(r"^\S", text, re.MULTILINE)), "a line that is no pinned requirement"
    assert [entry["name"] for entry in entries if "--hash=sha256:" not in entry["rest"]] == []


def test_both_locks_hold_the_same_releases(root: Path) -> None:
    run, dev = locked(root / "requirements.lock"), locked(root / "requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_no_lock_names_an_index(root: Path, lock: str) -> None:
    assert re.findall(r"https?:|file:|--index|--find-links|/", (root / lock).read_text(encoding="utf-8")) == []


def licences(name: str) -> list[str]:
    """What an installed package says of its licence; nothing for one that this platform does not need."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return []
    classifiers = [line for line in said.get_all("Classifier", []) if line.startswith("License")]
    # Some put the whole text of a licence into the second field; its first line is the name.
    return [
        *said.get_all("License-Expression", []),
        *(text.split("\n")[0] for text in said.get_all("License", [])),
        *classifiers,
    ]


def test_no_library_at_run_time_asks_more_than_our_own_licence(root: Path) -> None:
    known = {name: " ".join(licences(name)).strip() for name in locked(root / "requirements.lock")}
    assert sum(map(bool, known.values())) > len(known) - 5, (
        "most of them are installed here and say what their licence is"
    )
    assert {name: said for name, said in known.items() if re.search(r"GPL|General Public|Proprietary", said)} == {}

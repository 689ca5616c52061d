"""Where things are, and the kinds of what fixtures give: for tests of every part."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"

# The packages that are shipped; everything else in the tree stays in the tree.
PACKAGES = ("depmap", "bom", "risk_rules", "reports")

Run = Callable[..., subprocess.CompletedProcess[str]]


def unmeasured() -> dict[str, str]:
    """The environment for a process in which coverage, that would more than double its time, sees nothing new."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def packed_text(page: str) -> str:
    """The JSON that a risk map holds for its scripts, as its script unpacks it."""
    found = re.search(r'id="depmap-packed">([^<]*)<', page)
    assert found is not None
    return zlib.decompress(base64.b64decode(found[1])).decode("utf-8")


def packed_data(page: str, language: str = "") -> Any:
    """What a risk map holds for its scripts in a language; in that of the page when none is named."""
    named = re.search(r'<html lang="(\w+)"', page)
    assert named is not None
    return json.loads(packed_text(page))["languages"][language or named[1]]

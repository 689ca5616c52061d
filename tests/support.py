"""Where things are, and the kinds of what fixtures give: for tests of every part."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"

# The packages that are shipped; everything else in the tree stays in the tree.
PACKAGES = ("depmap", "bom", "risk_rules", "reports")

Run = Callable[..., subprocess.CompletedProcess[str]]

"""Print the run-time requirements of setup.cfg, one a line: what deptry compares the imports with."""

from __future__ import annotations

import configparser
import sys
from pathlib import Path

SETUP_CFG = Path(__file__).resolve().parent.parent / "setup.cfg"


def declared(extra: str | None = None) -> list[str]:
    """The requirements that setup.cfg declares, in its order: those of run time, or those of one extra."""
    parser = configparser.RawConfigParser()
    parser.read(SETUP_CFG, encoding="utf-8")
    section, key = ("options", "install_requires") if extra is None else ("options.extras_require", extra)
    return parser[section][key].split()


if __name__ == "__main__":
    sys.stdout.write("\n".join(declared()) + "\n")

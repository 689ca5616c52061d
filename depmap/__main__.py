"""``python -m depmap`` is the command ``depmap``."""

from __future__ import annotations

import sys

from depmap.app.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""From lines to a system: hierarchy, identity, sources, quantities and costs."""

from __future__ import annotations

"""From the sheets of a file to tables, columns and lines."""

from __future__ import annotations

"""The workbook that suppliers fill in."""

from __future__ import annotations

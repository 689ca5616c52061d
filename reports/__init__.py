"""The reports: each one file in `reports.writers`, all of them written from one `depmap.core.judgement.Analysis`."""

from __future__ import annotations

from reports.interface import Report, available, render, write

__all__ = ["Report", "available", "render", "write"]

"""What columns mean, and why: by title first, then by what stands below it."""

from __future__ import annotations

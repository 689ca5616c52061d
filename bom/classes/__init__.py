"""Which class of component a line is."""

from __future__ import annotations

"""Who the companies are that a bill of materials names, and what is known of them."""

from __future__ import annotations

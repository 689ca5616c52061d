"""What single cells say: numbers, amounts, designators, marks; and what can be wrong with them."""

from __future__ import annotations

"""The look of the page: its custom properties, and which of its colours are text on which ground."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

FONT = "--font"
"""The only property that is no colour: names of fonts."""

TEXTS = (
    ("--ink", "--page"),
    ("--ink", "--ground"),
    ("--ink", "--raised"),
    ("--ink", "--accent-ground"),
    ("--ink", "--band"),
    ("--soft", "--page"),
    ("--soft", "--ground"),
    ("--soft", "--raised"),
    ("--column", "--page"),
    ("--accent", "--page"),
    ("--accent", "--accent-ground"),
    ("--page", "--rule"),
    ("--mast-ink", "--mast"),
    ("--mast-soft", "--mast"),
    ("--box-ink", "--box"),
    ("--assembly-ink", "--assembly"),
    ("--bad", "--page"),
    ("--bad", "--ground"),
    ("--bad", "--bad-ground"),
    ("--good", "--page"),
    ("--good", "--good-ground"),
    ("--open", "--open-ground"),
)
"""Text and the ground that it stands on."""


@dataclass(frozen=True, slots=True)
class Look:
    """The custom properties of the page, by name with two dashes."""

    light: Mapping[str, str]
    """As they hold unless a reader prefers a dark page."""

    dark: Mapping[str, str]
    """As they hold on a dark page; all of them, also those that are the same."""


def own_look() -> Look:
    """The properties as depmap's own style sheet sets them: the list of what a theme may set."""
    text = (resources.files("reports") / "static" / "risk-map.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", block)) for block in re.findall(_BLOCK, text)[:2])
    return Look(light, {**light, **dark})


_BLOCK = r":root \{([^}]*)\}"

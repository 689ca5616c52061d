"""The two sides of a comparison: a ``findings.json`` of an earlier run, or a bill of materials analysed on the spot.

Both become the content of a ``findings.json``, so that there is one way to compare. A file is checked as far as the
comparison needs it: one that lacks a key or has another kind of value in it is refused with its name.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from depmap.app.given_file import must_be_there
from depmap.app.settings import Beside, Settings
from depmap.core.answers import Verdict
from depmap.core.errors import InputError
from depmap.core.judgement import Analysis
from depmap.core.text import Text, visible

SCHEMA = 1
"""The schema of ``findings.json`` that is understood."""

MAX_BYTES = 500_000_000
"""Largest file that is read: the findings of some hundred thousand lines."""

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Findings:
    """The content of one ``findings.json``, checked as far as the comparison needs it."""

    file: str
    """Name of the file that was given, without folders."""

    content: Mapping[str, Any]
    """By the keys of the file."""


def read_side(path: Path, settings: Settings, beside: Beside) -> Findings:
    """One side: the file when it is a ``findings.json``, else the analysis of what must be a bill of materials.

    Raises:
        DepmapError: the file cannot be read, is a ``findings.json`` that does not fit, or no bill of materials.
    """
    must_be_there(path, InputError, _HINT, ("findings.json",))
    found = read_findings(path)
    if found is not None:
        return found
    from depmap.app import pipeline

    return as_findings(pipeline.analyze([path], settings, beside))


def read_earlier(path: Path | None, settings: Settings, beside: Beside) -> Findings | None:
    """The side that another analysis is compared with, if one is given: no mapping file is written of it.

    Raises:
        DepmapError: see `read_side`.
    """
    return None if path is None else read_side(path, settings, replace(beside, save_mapping=None))


def as_findings(analysis: Analysis) -> Findings:
    """An analysis as its own ``findings.json`` has it, under the names of the files that were read."""
    import reports

    files = ", ".join(system.bom.file for system in analysis.systems)
    return Findings(files, json.loads(reports.render(analysis, "findings")))


def read_findings(path: Path) -> Findings | None:
    """The content of a ``findings.json``; None when the file is none: then it may be a bill of materials.

    Raises:
        InputError: it is one that cannot be compared.
    """
    try:
        with path.open("rb") as file:
            if not _looks_like_findings(head := file.read(_HEAD)):
                return None
            data = head + file.read(MAX_BYTES + 1 - len(head))
    except OSError:
        return None  # the reader of bills of materials has the words for it
    if len(data) > MAX_BYTES:
        raise _refused(path.name, Text(f"groter dan {MAX_BYTES:,} bytes.", f"larger than {MAX_BYTES:,} bytes."))
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _refused(path.name, Text("dit is geen geldige JSON.", "this is no valid JSON.")) from error
    _check(path.name, content)
    return Findings(path.name, content)


def _looks_like_findings(head: bytes) -> bool:
    """Whether it is JSON that begins with the keys that every ``findings.json`` begins with."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"schema"' in head and b'"run"' in head


def _check(file: str, content: object) -> None:
    if not isinstance(content, dict):
        raise _refused(file, _LACKS.format(what="schema"))
    if content.get("schema") != SCHEMA:
        found = visible(str(content.get("schema")))[:40]
        raise _refused(file, _SCHEMA.format(found=found, known=SCHEMA))
    if not _is_run(content.get("run")):
        raise _refused(file, _LACKS.format(what="run"))
    for key, shape in SHAPES.items():
        items = content.get(key)
        if not isinstance(items, list):
            raise _refused(file, _LACKS.format(what=key))
        for number, item in enumerate(items):
            for name, fits in shape.items():
                if not isinstance(item, dict) or not fits(item.get(name)):
                    raise _refused(file, _LACKS.format(what=f"{key}[{number}].{name}"))
    names = [item["system"] for item in content["systems"]]
    if not names or len(set(names)) < len(names) or len(content["run"]["inputs"]) != len(names):
        raise _refused(file, _LACKS.format(what="systems"))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_number_or_none(value: object) -> bool:
    return value is None or _is_number(value)


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_verdict(value: object) -> bool:
    return value in tuple(Verdict)


def _is_weeks(value: object) -> bool:
    return isinstance(value, dict) and _is_number(value.get("low")) and _is_number_or_none(value.get("high"))


def _is_points(value: object) -> bool:
    return isinstance(value, dict) and _is_number(value.get("low")) and _is_number(value.get("high"))


def _is_wordings(value: object) -> bool:
    return isinstance(value, dict) and _is_text(value.get("nl")) and _is_text(value.get("en"))


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_counts(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_count, value.values()))


def _is_sources(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict)
        and isinstance(each.get("evidence"), dict)
        and all(_is_text_or_none(each.get(field)) and _is_text(each["evidence"].get(field)) for field in FIELDS)
        for each in value
    )


def _is_run(value: object) -> bool:
    if not isinstance(value, dict) or not all(_is_text(value.get(key)) for key in ("version", "date")):
        return False
    policy, lists, inputs = value.get("policy"), value.get("lists"), value.get("inputs")
    return (
        isinstance(policy, dict)
        and all(_is_text(policy.get(key)) for key in ("name", "sha256"))
        and isinstance(lists, list)
        and all(isinstance(each, dict) and _is_text(each.get("id")) for each in lists)
        and isinstance(inputs, list)
        and all(
            isinstance(each, dict) and all(_is_text(each.get(key)) for key in ("name", "sha256")) for each in inputs
        )
    )


FIELDS = ("supplier", "manufacture", "seat", "parent", "ownership")
"""The facts of a source that are compared."""

SHAPES: Mapping[str, Mapping[str, Callable[[object], bool]]] = {
    "systems": {"system": _is_text, "unknown_origin_lines": _is_count, "unknown_manufacturer_lines": _is_count},
    "components": {
        "system": _is_text,
        "component": _is_text,
        "description": _is_text_or_none,
        "class": _is_text_or_none,
        "lines": _is_count,
        "sources": _is_sources,
        "worst_weeks": _is_weeks,
    },
    "single_points": {
        "system": _is_text,
        "node": _is_text,
        "layer": _is_text,
        "certain": _is_bool,
        "components": _is_texts,
    },
    "cut_set_counts": {"system": _is_text, "layer": _is_text, "certain": _is_bool, "counts": _is_counts},
    "groups": {"system": _is_text, "group": _is_text, "layer": _is_text, "verdict": _is_verdict},
    "shares": {
        "system": _is_text,
        "test": _is_text,
        "low": _is_number_or_none,
        "high": _is_number_or_none,
        "verdict": _is_text_or_none,
    },
    "bonus_malus": {"system": _is_text, "points": _is_points},
    "standstill": {
        "system": _is_text,
        "loss": _is_text,
        "name": _is_wordings,
        "layer": _is_text,
        "stops": _is_verdict,
        "weeks": _is_weeks,
    },
    "findings": {
        "rule": _is_text,
        "grade": _is_text,
        "system": _is_text,
        "subject": _is_text,
        "layer": _is_text,
        "message": _is_wordings,
        "evidence": _is_text,
        "accepted": _is_text_or_none,
    },
}
"""What is compared: list -> field -> what its value must be. Everything else in the file is left alone."""

_LACKS = Text(
    "'{what}' ontbreekt of is niet wat een findings.json van depmap daar heeft.",
    "'{what}' is missing, or is not what a findings.json by depmap has there.",
)
_SCHEMA = Text(
    "schema {found} is onbekend; deze versie van depmap leest schema {known}.",
    "schema {found} is unknown; this version of depmap reads schema {known}.",
)
_HINT = Text(
    "Geef een findings.json die 'depmap analyze' heeft geschreven, of een stuklijst.",
    "Give a findings.json that 'depmap analyze' wrote, or a bill of materials.",
)


def _refused(file: str, why: Text) -> InputError:
    return InputError(Text(f"{file}: {why.nl}", f"{file}: {why.en}"), _HINT)

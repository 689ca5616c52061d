"""In the child: CycloneDX as JSON."""

from __future__ import annotations

import json

from bom.sandbox.cyclonedx import KIND, read_document
from bom.sandbox.limits import Refused


def read(data: bytes) -> dict[str, object]:
    """See `bom.sandbox.cyclonedx`. Numbers stay as they are written, so that 10.0 does not become 10 in a part number.

    Raises:
        Refused: no JSON, nested too deeply, with a name twice in one object, or no bill of materials.
    """
    try:
        document = json.loads(data, object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=str)
        if not isinstance(document, dict) or document.get("bomFormat") != "CycloneDX":
            raise Refused("kind", "json")
        return read_document(document)
    except (ValueError, RecursionError) as error:
        raise Refused("malformed", KIND) from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which nothing is overwritten in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found

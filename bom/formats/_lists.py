"""What the readers of JSON and XML without a standard share: what is said of a file that was read."""

from __future__ import annotations

from bom.formats._document import Remark
from depmap.core.issues import Severity
from depmap.core.text import Text

REMARKS = {
    "not_read": Remark(
        "DI050",
        Severity.WARNING,
        Text(
            "gegevens die te diep of als lijst binnen een onderdeel staan en niet zijn gelezen: {count}. Prijzen per "
            "staffel horen daarbij, en van een lijst binnen een onderdeel wat na de eerste vijf komt.",
            "data that stand too deep, or as a list inside a part, and were not read: {count}. Prices per quantity "
            "are among them, and of a list inside a part what follows the first five.",
        ),
    ),
}
"""By the note of `bom.sandbox.record_lists`."""

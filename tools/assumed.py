"""Print every fact of the reference lists that is only assumed, as CSV: list, row, fact, value, source."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator

from depmap.core.reference import list_ids, shipped

HEADER = ("list", "row", "fact", "value", "source")


def assumed() -> Iterator[tuple[str, str, str, str, str]]:
    """The facts, in the order of the lists and their rows; a whole row that is assumed is one fact without a value."""
    for list_id in list_ids():
        found = shipped(list_id)
        for row in found.rows:
            key = " / ".join(row[column] for column in found.info.key)
            for column, word in row.items():
                if word == "assumed" and found.info.columns[column].removesuffix("?") == "confidence":
                    fact = column.removesuffix("confidence").removesuffix("_")
                    yield list_id, key, fact, row.get(fact, ""), row["source"]


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(assumed())

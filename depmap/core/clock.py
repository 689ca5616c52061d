"""The one clock: everything that needs the date asks here, so that runs can be repeated exactly."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """The date of this run; ``SOURCE_DATE_EPOCH`` (seconds, UTC) sets it, as reproducible builds expect.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now(tz=datetime.UTC).date()

"""In the child: xlsx, xlsm, xlsb and xls through calamine.

calamine returns error values and formulas that were never calculated as blanks, and knows nothing of hidden rows and of
zeros before a number; `bom.sandbox.spreadsheetml`, `biff12` and `biff8` find all of these again.
"""

from __future__ import annotations

import io
import re

from bom.sandbox import biff8, biff12, container, spreadsheetml
from bom.sandbox.limits import MAX_NOTES, MAX_SHEETS, Refused

# The first record of a workbook stream, then the one that says it is encrypted ([MS-XLS], 2.4.21 and 2.4.117);
# calamine names one of the two kinds of encryption and calls the other one damage.
_ENCRYPTED = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)


def read(data: bytes) -> dict[str, object]:
    """Every worksheet with its cells, its merged ranges and whether it is hidden.

    Raises:
        Refused: encrypted, damaged, or with content that calamine would leave out in silence.
    """
    import python_calamine

    if _ENCRYPTED.search(data):
        raise Refused("password")
    parts = container.members(data) if data.startswith(container.MAGIC) else {}
    spreadsheetml.refuse_doctypes(parts, data)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        metadata = book.sheets_metadata
        if len(metadata) > MAX_SHEETS:
            raise Refused("sheets", f"{len(metadata)}")
        kinds = python_calamine.SheetTypeEnum
        seen = [sheet for sheet in metadata if sheet.typ is kinds.WorkSheet]
        shown = python_calamine.SheetVisibleEnum.Visible
        sheets = [_sheet(book.get_sheet_by_name(sheet.name), sheet.visible is not shown) for sheet in seen]
    except python_calamine.PasswordError as error:
        raise Refused("password") from error
    except python_calamine.CalamineError as error:
        raise Refused("damaged") from error
    notes: list[list[object]] = [
        ["not_a_worksheet", sheet.name] for sheet in metadata if sheet.typ is not kinds.WorkSheet
    ]
    if not parts:
        notes += biff8.mend(sheets, data)
    elif "xl/workbook.bin" in parts:
        notes += biff12.mend(sheets, parts, data)
    else:
        notes += spreadsheetml.mend(sheets, parts, data)
    return {"sheets": sheets, "notes": notes[:MAX_NOTES]}


def _sheet(sheet: object, hidden: bool) -> dict[str, object]:
    """One sheet from row 1 and column A on."""
    merges = sheet.merged_cell_ranges or []  # type: ignore[attr-defined]
    return {
        "name": sheet.name,  # type: ignore[attr-defined]
        "hidden": hidden,
        "merges": [[top, left, bottom, right] for (top, left), (bottom, right) in merges],
        "rows": sheet.to_python(skip_empty_area=False),  # type: ignore[attr-defined]
    }

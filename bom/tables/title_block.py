"""What stands above a table: the name of the system, its revision, its date, the currency of its prices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bom.columns.content import shown
from bom.raw import Value

_LABELS = {
    "system": "systeem system project product productnaam board pcb assembly apparaat toestel platform voertuig"
    " vaartuig drone systeemnaam projectnaam projet"
    " projekt produkt système sistema proyecto модель изделие 项目 产品 bom-naam stuklijst",
    "revision": "revisie revision rev versie version ver indice version. révision ausgabe стадия 版本",
    "date": "datum date fecha дата 日期 peildatum",
    "currency": "valuta currency munteenheid munt währung devise moneda 货币 币种",
}
_NAMES = {"name", "naam", "title", "titel", "no", "nr", "number", "of", "the"}
_LABELLED = re.compile(r"\s*(?P<label>[^:=]{2,40}?)\s*[:=：]\s*(?P<value>.*)", re.DOTALL)


def read_title_block(rows: Sequence[Sequence[Value]]) -> dict[str, str]:
    """``{"system": ..., "revision": ..., "date": ..., "currency": ...}``, as far as the rows above a header state them.

    >>> read_title_block([("Systeem: Verkenner", None), ("Revisie", "C")])
    {'system': 'Verkenner', 'revision': 'C'}
    """
    found: dict[str, str] = {}
    for row in rows:
        texts = [shown(value) for value in row]
        for place, text in enumerate(texts):
            label, value = _split(text)
            key = _key(label)
            if key is None or key in found:
                continue
            if not value and not text.rstrip().endswith((":", "=", "：")) and not _is_plain_label(text):
                continue
            value = value or next((after for after in texts[place + 1 : place + 4] if after), "")
            if value and _key(_split(value)[0]) is None:
                found[key] = value
    return found


def _split(text: str) -> tuple[str, str]:
    match = _LABELLED.fullmatch(text)
    return (match["label"], match["value"].strip()) if match else (text, "")


def _is_plain_label(text: str) -> bool:
    return len(text.split()) <= 2


def _key(label: str) -> str | None:
    words = [
        word for word in re.split(r"[\s_\-]+", label.strip().casefold().rstrip(".:")) if word and word not in _NAMES
    ]
    if len(words) != 1:
        return None
    return next((key for key, known in _LABELS.items() if words[0] in known.split()), None)

"""Numbers agree with their nouns in everything that a run says of the examples: in both languages, in every file."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support import EXAMPLES, Run, packed_data

NOUNS = {
    "nl": "componenten|onderdelen|regels|samenstellingen|fabrikanten|leveranciers|landen|grondstoffen|vragen|weken|"
    "systemen|bronnen|antwoorden|fouten|waarschuwingen|opmerkingen|rijen|cellen|kolommen|bladen|knopen|paren",
    "en": "components|parts|lines|assemblies|manufacturers|suppliers|countries|materials|questions|weeks|systems|"
    "sources|answers|errors|warnings|notes|rows|cells|columns|sheets|nodes|pairs",
}
ZERO = {
    "nl": r"bevat(?:ten)? het, 0 mogelijk|\b0 componenten bevatten",
    "en": r"holds? it, 0 possibly|\b0 components (?:hold|may)",
}
HEDGED = r"\b(?:regel|line|rij|row|cel|cell|question|component|part|week)\((?:s|en|len)\)|vraag of vragen"


def said(folder: Path) -> Iterable[str]:
    """The texts of the files of a run: cells of workbooks, the page and what it packs, the findings."""
    for file in sorted(folder.iterdir()):
        if file.suffix == ".xlsx":
            for sheet in load_workbook(io.BytesIO(file.read_bytes()), read_only=True):
                for row in sheet.iter_rows(values_only=True):
                    yield from (cell for cell in row if isinstance(cell, str))
        elif file.suffix == ".html":
            page = file.read_text(encoding="utf-8")
            yield from re.sub(r"<script.*?</script>|<[^>]*>", "\n", page, flags=re.DOTALL).splitlines()
            yield json.dumps(packed_data(page), ensure_ascii=False)


def disagreements(texts: Iterable[str], language: str) -> list[str]:
    """Where a noun in the plural follows a one, a nought is told that says nothing, or a form is hedged."""
    wrong = re.compile(rf"(?<![\d.,/-])1 (?:{NOUNS[language]})\b|{ZERO[language]}|{HEDGED}")
    return sorted({text[max(0, hit.start() - 40) : hit.end() + 40] for text in texts for hit in wrong.finditer(text)})


@pytest.mark.no_cover  # All of it is measured elsewhere, with less to read.
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["verkenner-quadcopter.xlsx", "ground-vehicle.xlsx", "surface-vessel.csv"])
def test_numbers_agree_with_their_nouns(run_depmap: Run, tmp_path: Path, name: str, language: str) -> None:
    done: Any = run_depmap("analyze", EXAMPLES / name, "--out", tmp_path / "out", "--lang", language)
    assert done.returncode == 0
    texts = [done.stdout, done.stderr, *said(tmp_path / "out")]
    assert sum(map(len, texts)) > 100_000
    assert disagreements(texts, language) == []


def test_what_does_not_agree_is_found() -> None:
    assert disagreements(["er zijn 1 componenten", "21 componenten", "2 regel(s)"], "nl") == [
        "2 regel(s)",
        "er zijn 1 componenten",
    ]
    assert disagreements(["1 part, 11 parts hold it, 0 possibly"], "en") == ["1 part, 11 parts hold it, 0 possibly"]

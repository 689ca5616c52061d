"""``--redact``: the whole analysis with codes for names, to share with industry or partners.

Everything is analysed and written as always, only not of the bills of materials as they were read but of copies in
which codes stand for names (`depmap.app.redact_bom`); of a policy in which they do (`depmap.app.redact_policy`); and
with lists of companies in which they do, for those lists are asked about companies by name. So the verdicts are those
of the real names, and no text is searched for names to take out of it.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from depmap.app.redact_bom import BomRedaction
from depmap.app.redact_codes import Codes, read_key, write_key
from depmap.app.redact_policy import PolicyRedaction
from depmap.app.settings import Beside
from depmap.core import reference
from depmap.core.errors import UsageError
from depmap.core.model import Bom
from depmap.core.names import fold
from depmap.core.reference import Row, items
from depmap.core.reference_own import changed_lists
from depmap.core.run import ListInUse
from depmap.core.text import Text
from risk_rules import Policy

OF_USERS = "sha256:"
"""What stands in the id of a list that a user gave."""


class Redaction:
    """One run in which codes stand for names."""

    def __init__(self, codes: Codes, stack: contextlib.ExitStack) -> None:
        self.codes = codes
        """The codes that were given so far."""
        self._stack = stack

    def apply(
        self, boms: Sequence[Bom], policy: Policy, lists: Iterable[ListInUse]
    ) -> tuple[tuple[Bom, ...], Policy, tuple[ListInUse, ...]]:
        """The same with codes; from here to the end of the run the lists of companies have codes as well."""
        coded = BomRedaction(self.codes)
        hidden = tuple(coded.bom(each) for each in boms)
        known = PolicyRedaction(self.codes).policy(policy)
        companies = {"listed_entities": self._entities(boms), "manufacturers": self._makers(boms)}
        self._stack.enter_context(changed_lists(companies))
        return hidden, known, tuple(self._list(each) for each in lists)

    def _list(self, each: ListInUse) -> ListInUse:
        if OF_USERS not in each.id:
            return each
        code = self.codes.code("F", each.id)
        return replace(each, id=code, title=Text(f"Eigen bestand {code}", f"Own file {code}"))

    def _entities(self, boms: Iterable[Bom]) -> list[Row]:
        """The rows about companies that the bills of materials name, under their codes."""
        forms: dict[str, set[str]] = {}
        for bom in boms:
            for supplier in bom.suppliers:
                forms.setdefault(supplier.name, set()).update(map(fold, (supplier.name, *supplier.spellings)))
                if supplier.parent.value:
                    forms.setdefault(supplier.parent.value, set()).add(fold(supplier.parent.value))
        return [
            {**row, "name": self.codes.code("S", name), "aliases": ""}
            for name in sorted(forms)
            for row in reference.load("listed_entities").rows
            if forms[name].intersection(map(fold, (row["name"], *items(row["aliases"]))))
        ]

    def _makers(self, boms: Iterable[Bom]) -> list[Row]:
        """All makers of the list: those of the bills of materials under their codes, the others in an order that only
        who has these bills of materials can compute; else gaps in an order that anybody knows would name the former.
        """
        known: Mapping[str, str] = self.codes.known("S")
        salt = _salt(boms)
        rows = sorted(
            reference.load("manufacturers").rows,
            key=lambda row: hashlib.sha256(f"{salt}{row['name']}".encode()).digest(),
        )
        return [
            {**row, "name": known.get(row["name"]) or self.codes.code("M", row["name"]), "aliases": ""} for row in rows
        ]


def _salt(boms: Iterable[Bom]) -> str:
    """What nobody knows who has not the bills of materials themselves, and what is the same in every run over them."""
    return "".join(bom.sha256 for bom in boms)


@contextlib.contextmanager
def redacting(key: Path | None, folder: Path, beside: Beside) -> Iterator[Redaction]:
    """One run in which codes stand for names.

    Args:
        key: the key file, read when it is there.
        folder: where the reports go; the key must not lie among them.
        beside: the files beside; none with names must be asked for.

    Raises:
        UsageError: the key file cannot be used or lies where the reports go, or a mapping file is to be written.
    """
    if beside.save_mapping is not None:
        raise UsageError(_MAPPING, _APART)
    if key is not None and key.resolve().is_relative_to(folder.resolve()):
        raise UsageError(_AMONG_REPORTS.format(key=key.name), _ELSEWHERE)
    with contextlib.ExitStack() as stack:
        yield Redaction(Codes() if key is None else read_key(key), stack)


def keep_key(key: Path | None, redaction: Redaction | None) -> None:
    """Write the key file, if one is wanted: before any report, so that no code is given out and forgotten.

    Raises:
        OutputError: it cannot be written.
    """
    if key is not None and redaction is not None:
        write_key(key, redaction.codes)


_MAPPING = Text(
    "Een indelingsbestand noemt bladen en kolommen bij hun naam; met --redact schrijft depmap er geen.",
    "A mapping file names sheets and columns; with --redact depmap writes none.",
)
_APART = Text("Schrijf het met 'depmap check --save-mapping'.", "Write it with 'depmap check --save-mapping'.")
_AMONG_REPORTS = Text(
    "Sleutelbestand {key} ligt in de map van de rapporten en zou mee worden gedeeld.",
    "Key file {key} lies in the folder of the reports and would be shared with them.",
)
_ELSEWHERE = Text("Kies er een andere map voor.", "Choose another folder for it.")

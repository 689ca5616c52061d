"""Companies as a supplier file and the list of manufacturers know them together.

Where both speak the file counts, and every contradiction is said. Two things a file cannot do: make a maker of a
distributor (a distributor is never evidence of origin, whoever calls it something else), and take away what official
lists say of a company.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bom.assembly.problem import Problem
from bom.companies.owners import company_identity, listed_company, listed_owners, ownership
from bom.companies.side_table import Faults
from bom.companies.supplier_file import ROLES, Role, StatedCompany, SupplierFile
from bom.companies.supplier_index import LIST, bare
from bom.companies.suppliers import SupplierEntry
from depmap.core.countries import country_name
from depmap.core.evidence import CellRef, Fact, unknown
from depmap.core.issues import Issue, Severity
from depmap.core.names import fold, mixed_alphabets
from depmap.core.text import Text, same

CONTRADICTS_LIST = Problem(
    "DI371",
    Severity.WARNING,
    Text(
        "{name}: {what} is hier {stated}, volgens {known} {listed} ({tier}). Wat hier staat, telt.",
        "{name}: the {what} is {stated} here, {listed} according to {known} ({tier}). What stands here counts.",
    ),
    Text("Ga na welk van beide klopt.", "Find out which of the two is right."),
)
ROLE_CONTRADICTS_LIST = Problem(
    "DI372",
    Severity.WARNING,
    Text(
        "{name} is hier {stated}, volgens {known} {listed}; een distributeur is geen bewijs van herkomst.",
        "{name} is a {stated} here, a {listed} according to {known}; a distributor is no evidence of origin.",
    ),
    Text("Noem bij de onderdelen wie ze maakt.", "Say at the parts who makes them."),
)

_FACTS: Mapping[str, Text] = {
    "seat": Text("land van vestiging", "country of the seat"),
    "parent": Text("uiteindelijke eigenaar", "ultimate parent"),
    "ownership": Text("land van de eigenaar", "country of the parent"),
}
_COLUMN = {"seat": "seat", "parent": "parent", "ownership": "parent_country"}


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """What is known of a company that a file describes."""

    name: str
    """Its canonical name: that of the list of manufacturers when the list knows it, else that of the file."""

    entry: SupplierEntry
    """The facts, those of the file before those of the list."""

    issues: tuple[Issue, ...]
    """Where file and list contradict each other."""


@dataclass(frozen=True, slots=True)
class KnownCompanies:
    """The companies that files describe, by the plain forms of their names."""

    by_name: Mapping[str, KnownCompany] = field(default_factory=dict)
    """Canonical name -> company."""

    forms: Mapping[str, str] = field(default_factory=dict)
    """Folded name or alias -> canonical name."""

    bare: Mapping[str, str] = field(default_factory=dict)
    """The same without legal forms, where only one company is meant."""

    def find(self, text: str) -> KnownCompany | None:
        """The company that a text names, exactly or but for its legal form; None when no file describes it."""
        if not self.forms or mixed_alphabets(text):
            return None
        plain = fold(text)
        name = self.forms.get(plain) or self.bare.get(bare(plain))
        return self.by_name[name] if name else None


NOBODY = KnownCompanies()
"""No file describes any company."""


def known_companies(*files: SupplierFile) -> KnownCompanies:
    """The companies of these files; where two files speak of the same company, the later one counts.

    Raises:
        InputError: names that stand for two companies, or one owner in two countries; all of them in one message.
    """
    builder = _Builder()
    for file in files:
        builder.add(file)
    stripped: dict[str, set[str]] = {}
    for plain, name in builder.forms.items():
        stripped.setdefault(bare(plain), set()).add(name)
    single = {plain: min(names) for plain, names in stripped.items() if len(names) == 1}
    return KnownCompanies(builder.by_name, builder.forms, single)


@dataclass(slots=True)
class _Builder:
    by_name: dict[str, KnownCompany] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    def add(self, file: SupplierFile) -> None:
        """One file: first all names, for a row may name its owner by another row's name."""
        named = self._names(file)
        owners: dict[str, tuple[str, CellRef]] = {}
        wrong = Faults()
        for name, row in named.items():
            parent = self._parent(row.parent)
            if parent.value and row.ownership.value:
                cell = row.cells["parent_country"]
                country, first = owners.setdefault(parent.value, (row.ownership.value, cell))
                if country != row.ownership.value:
                    wrong.add(cell, _TWO_COUNTRIES, name=parent.value, other=first)
            self.by_name[name] = self._merged(name, replace(row, parent=parent))
        wrong.stop()

    def _names(self, file: SupplierFile) -> dict[str, StatedCompany]:
        """The rows by canonical name. A row must be about one company, and a company must have one row."""
        named: dict[str, StatedCompany] = {}
        wrong = Faults()
        for row in file.rows:
            texts = (row.name, *row.aliases)
            meant = sorted({name for text in texts if (name := self._canonical(text))})
            name = meant[0] if meant else row.name
            if len(meant) > 1:
                wrong.add(row.cells["name"], _TWO_COMPANIES, names=", ".join(meant))
            elif name in named:
                wrong.add(row.cells["name"], _TWICE, name=name, other=named[name].cells["name"])
            named[name] = row
            self.forms.update((fold(text), name) for text in (*texts, name))
        wrong.stop()
        return named

    def _canonical(self, text: str) -> str | None:
        """The name by which a company is known already, from a row before or from the list."""
        entry = listed_company(text)
        return self.forms.get(fold(text)) or (entry.name if entry else None)

    def _parent(self, stated: Fact) -> Fact:
        """The owner under one name: that of its own row, else as the list of manufacturers writes it as an owner."""
        if stated.value is None:
            return stated
        own = self.forms.get(fold(stated.value)) or stated.value
        listed = listed_owners().get(company_identity(own))
        return replace(stated, value=listed.name if listed else own)

    def _merged(self, name: str, row: StatedCompany) -> KnownCompany:
        before = self.by_name.get(name)
        entry = before.entry if before else listed_company(name)
        issues = list(before.issues) if before else []
        facts = {}
        for what, title in _FACTS.items():
            stated: Fact = getattr(row, what)
            known: Fact = getattr(entry, what) if entry else unknown()
            facts[what] = stated if stated.value else known
            if stated.value and known.value and not _same(what, stated.value, known.value):
                said = {"name": name, "what": title, "known": _known(known), "tier": known.tier.text}
                shown = {"stated": _shown(what, stated.value), "listed": _shown(what, known.value)}
                issues.append(CONTRADICTS_LIST.at(row.cells[_COLUMN[what]], **said, **shown))
        if row.parent.value and not row.ownership.value and (entry is None or row.parent.value != entry.parent.value):
            facts["ownership"] = ownership(row.parent.value)
        sells = row.role == "distributor" or (entry is not None and entry.is_distributor)
        if row.role and entry is not None and (row.role == "distributor") != entry.is_distributor:
            listed: Role = "distributor" if entry.is_distributor else "manufacturer"
            said = {"name": name, "known": _LIST_TITLE}
            issues.append(
                ROLE_CONTRADICTS_LIST.at(row.cells["role"], **said, stated=ROLES[row.role], listed=ROLES[listed])
            )
        made = row.manufacture if row.plants else entry.manufacture if entry else unknown()
        merged = SupplierEntry(
            name=name,
            is_distributor=sells,
            manufacture=unknown() if sells else made,
            flags=entry.flags if entry else (),
            note=entry.note if entry else same(""),
            **facts,
        )
        return KnownCompany(name, merged, tuple(issues))


def _same(what: str, stated: str, known: str) -> bool:
    return stated == known or (what == "parent" and company_identity(stated) == company_identity(known))


def _known(fact: Fact) -> Text:
    reference = fact.reference
    return _LIST_TITLE if reference.startswith(LIST) else same(reference)


def _shown(what: str, value: str) -> Text:
    return same(value) if what == "parent" else Text(country_name(value, "nl"), country_name(value, "en"))


_LIST_TITLE = Text("de lijst van depmap", "the list of depmap")
_TWO_COMPANIES = Text(
    "deze namen horen bij verschillende bedrijven: {names}. Geef elk bedrijf een eigen rij.",
    "these names belong to different companies: {names}. Give every company a row of its own.",
)
_TWICE = Text(
    "{name} staat ook in {other}. Geef elk bedrijf één rij.",
    "{name} stands in {other} too. Give every company one row.",
)
_TWO_COUNTRIES = Text(
    "{name} heeft in {other} een ander land. Een eigenaar heeft één land.",
    "{name} has another country in {other}. An owner has one country.",
)

"""Countries in a policy file: ISO 3166 codes of two letters, and nothing that only looks like one."""

from __future__ import annotations

from depmap.core.countries import country_name, recognise_country
from depmap.core.reference import country_codes
from depmap.core.text import Text
from depmap.core.toml_table import Table


def countries(table: Table, key: str, default: frozenset[str] = frozenset()) -> frozenset[str]:
    """The codes under ``key``, or the default when the table does not have it.

    Raises:
        PolicyError: one of them is no code.
    """
    if key not in table.content:
        return default
    codes = table.words(key)
    for code in codes:
        check_country(table, key, code)
    return frozenset(codes)


def check_country(table: Table, key: str, code: str) -> None:
    """Refuse what is no country code; a name gets the code that was meant.

    Raises:
        PolicyError: it is no code.
    """
    if code in country_codes():
        return
    meant = recognise_country(code).code
    name = Text(country_name(meant, "nl"), country_name(meant, "en")) if meant else None
    raise table.wrong(key, _NO_COUNTRY.format(code=code), _MEANT.format(code=meant, name=name) if name else _CODES)


_NO_COUNTRY = Text("‘{code}’ is geen landcode.", "“{code}” is not a country code.")
_MEANT = Text("Bedoelde u {code} ({name})?", "Did you mean {code} ({name})?")
_CODES = Text("Gebruik ISO 3166-codes van twee letters, zoals NL.", "Use ISO 3166 codes of two letters, such as NL.")

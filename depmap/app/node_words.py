"""What people write on the command line when they ask about nodes: found exactly, or refused with what is close."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from bom.companies.suppliers import recognise_exactly
from depmap.core.countries import country_name, did_you_mean, recognise_country
from depmap.core.errors import UsageError
from depmap.core.graph import Graph, Kind, node_id
from depmap.core.material_lists import material_world
from depmap.core.material_words import KINDS as OF_MATERIALS
from depmap.core.material_words import is_of_materials, material_loss
from depmap.core.model import Bom
from depmap.core.names import fold
from depmap.core.reference import country_codes
from depmap.core.text import LANGUAGES, Text
from depmap.network.scenarios import named

KINDS = (Kind.SUPPLIER, Kind.PARENT, Kind.COUNTRY, Kind.COMPONENT, Kind.ASSEMBLY)
"""The kinds that are asked about by name."""

CLOSE = 3
"""How many names an error offers."""


def find_node(bom: Bom, graph: Graph, word: str) -> str:
    """The id of the node that a word like ``supplier:Acme`` means.

    A country may be written by its code, or by its name or a listed alias in either language, and need not occur in
    the system; a material likewise (`depmap.core.material_words`); a supplier by a listed alias or as the workbook
    spells it; everything else by its name, case no matter.

    Raises:
        UsageError: nothing has this name; the hint offers what is close.
    """
    if word in graph.nodes and graph.nodes[word].kind is not Kind.SYSTEM:
        return word
    kind, _, name = word.partition(":")
    if is_of_materials(word):
        return _of_materials(word)
    if kind not in KINDS or not name.strip():
        raise UsageError(_NO_KIND.format(word=word), _suggested(graph, word) or _KINDS)
    if kind == Kind.COUNTRY:
        return _country(name.strip())
    plain = fold(name)
    found = sorted({node.id for node in graph.of_kind(Kind(kind)) if plain and plain in _names(bom, graph, node.id)})
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(_SEVERAL.format(word=word), _MEANT.format(names=", ".join(found[:CLOSE])))
    if kind == Kind.SUPPLIER:
        listed = recognise_exactly(name)
        if listed is not None and (identity := node_id(Kind.SUPPLIER, listed.name)) in graph.nodes:
            return identity
    raise UsageError(_UNKNOWN.format(word=word, system=bom.system), _suggested(graph, name, Kind(kind)))


def _of_materials(word: str) -> str:
    found = material_loss(word, material_world()).nodes
    if len(found) > 1:
        raise UsageError(_SEVERAL.format(word=word), _MEANT.format(names=", ".join(found)))
    return found[0]


def _country(name: str) -> str:
    code = name.upper()
    if code in country_codes():
        return node_id(Kind.COUNTRY, code)
    match = recognise_country(name, codes=True)
    if match.code is not None:
        return node_id(Kind.COUNTRY, match.code)
    codes = match.options
    offered = (
        Text(
            *(", ".join(f"country:{code} ({country_name(code, language)})" for code in codes) for language in LANGUAGES)
        )
        if codes
        else Text(*(", ".join(did_you_mean(name, language)) for language in LANGUAGES))
    )
    raise UsageError(_NO_COUNTRY.format(name=name), _MEANT.format(names=offered) if offered.en else _CODES)


def _names(bom: Bom, graph: Graph, node: str) -> frozenset[str]:
    """The plain forms of the names of a node: its own, what people call it, and the spellings of a company."""
    names = {node.partition(":")[2], graph.nodes[node].label}
    if graph.nodes[node].kind is Kind.SUPPLIER:
        names.update(bom.supplier(graph.nodes[node].label).spellings)
    return frozenset(fold(name) for name in names)


def _suggested(graph: Graph, name: str, kind: Kind | None = None) -> Text | None:
    """The nodes whose name is like this one, of one kind or of any."""
    by_name: dict[str, str] = {}
    wanted = graph.of_kind(*(KINDS if kind is None else (kind,)))
    for identity in named(graph, [node.id for node in wanted], ()):
        node = graph.nodes[identity]
        for form in (node.id.partition(":")[2], node.label, *_country_names(node.id)):
            by_name.setdefault(fold(form), node.id)
    close = difflib.get_close_matches(fold(name), by_name, CLOSE, cutoff=0.5)
    return _MEANT.format(names=", ".join(dict.fromkeys(by_name[each] for each in close))) if close else None


def _country_names(node: str) -> Iterable[str]:
    kind, _, code = node.partition(":")
    return [country_name(code, language) for language in LANGUAGES] if kind == Kind.COUNTRY else []


_NO_KIND = Text("‘{word}’ is geen knoop.", "“{word}” is not a node.")
_KINDS = Text(
    f"Schrijf soort en naam, zoals country:CN of supplier:Acme; soorten: {', '.join((*KINDS, *OF_MATERIALS))}.",
    f"Write kind and name, such as country:CN or supplier:Acme; kinds: {', '.join((*KINDS, *OF_MATERIALS))}.",
)
_SEVERAL = Text("‘{word}’ kan meer dan één knoop zijn.", "“{word}” may be more than one node.")
_UNKNOWN = Text("{system} heeft geen ‘{word}’.", "{system} has no “{word}”.")
_MEANT = Text("Bedoelde u {names}?", "Did you mean {names}?")
_NO_COUNTRY = Text("‘{name}’ is geen land.", "“{name}” is not a country.")
_CODES = Text("Gebruik een landnaam of een ISO 3166-code, zoals NL.", "Use the name of a country or an ISO 3166 code.")

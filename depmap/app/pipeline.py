"""The joiner: settings -> reading -> network -> judgement -> analysis. It knows interfaces and decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import bom as reader
import risk_rules
from depmap import __version__
from depmap.app.losses import Place, losses, misnamed
from depmap.app.mapping import save_mapping
from depmap.app.previous_list import refuse_own_list
from depmap.app.redact import Redaction
from depmap.app.settings import Beside, Settings
from depmap.core import clock, reference
from depmap.core.answers import Counts, Loss, Outage, Standstill
from depmap.core.graph import Kind, node_id
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.material_lists import material_world
from depmap.core.model import Bom, Component
from depmap.core.run import ListInUse, Run
from depmap.core.text import Text
from depmap.network import LAYERS, Network
from depmap.network.criticality import Asked, criticalities
from depmap.network.diversity import herfindahl
from depmap.network.extent import lines_by_component
from depmap.network.importance import Established, importance
from depmap.network.importance.centralities import centralities
from depmap.network.scenarios import is_asked_of
from depmap.network.standstill import outages
from risk_rules.bonus_malus import statement

NOTHING_BESIDE = Beside(None, ())
"""No file beside."""

OUTSIDE = "EU+EEA+UA"
"""The group outside which all countries are lost, in the order of the critical components."""

_ASKED = Text(
    "{file}: {count:vraag|vragen} die alleen u kunt beantwoorden. 'depmap check' stelt ze.",
    "{file}: {count:question|questions} that only you can answer. 'depmap check' asks them.",
)


def analyze(
    paths: Sequence[Path], settings: Settings, beside: Beside = NOTHING_BESIDE, redaction: Redaction | None = None
) -> Analysis:
    """Everything depmap can say about these bills of materials, each on its own.

    Args:
        paths: the bills of materials.
        settings: language, policy, console.
        beside: the files that serve all of them.
        redaction: puts codes in place of names, when they are to be hidden.

    Raises:
        DepmapError: a file, policy or list cannot be used; nothing has been written then.
    """
    policy = risk_rules.load_policy(settings.policy)
    enrichment = reader.read_enrichment(beside.suppliers, beside.catalogues, beside.mapping, alone=len(paths) == 1)
    boms = tuple(_named_apart(_read(paths, settings, beside, enrichment)))
    lists: tuple[ListInUse, ...] = (
        *(ListInUse(each.id, each.title, each.published, each.rows) for each in reference.lists()),
        *_files_beside(enrichment),
    )
    if redaction is not None:
        boms, policy, lists = redaction.apply(boms, policy, lists)
    systems = tuple(analyze_system(bom, policy) for bom in boms)
    wrong = misnamed(policy, [(system.bom, system.graph) for system in systems])
    systems = tuple(_without(system, wrong) for system in systems)
    for issue in wrong.values():
        settings.console.say(Text(issue.render("nl"), issue.render("en")))
    run = Run(
        version=__version__,
        date=clock.today().isoformat(),
        language=settings.language,
        policy=policy.name,
        policy_sha256=policy.sha256,
        policy_changes=policy.changes,
        lists=lists,
        redacted=redaction is not None,
    )
    findings = [finding for system in systems for finding in system.findings]
    return Analysis(
        run=run,
        systems=systems,
        rules=risk_rules.all_rules(),
        groups=policy.names,
        policy_issues=(
            *wrong.values(),
            *risk_rules.system_issues(policy, [system.bom.system for system in systems]),
            *risk_rules.accept_issues(policy, findings),
        ),
        country_groups=tuple(policy.groups.values()),
    )


def _without(system: SystemAnalysis, scenarios: Collection[str]) -> SystemAnalysis:
    """The analysis of a system without the answers to some scenarios."""
    if not scenarios:
        return system
    kept = tuple(each for each in system.standstills if each.loss.id not in scenarios)
    return replace(system, standstills=kept)


def read_one(path: Path, settings: Settings, beside: Beside) -> Bom:
    """One bill of materials, for a question about it alone.

    Raises:
        DepmapError: it or a file beside it cannot be used.
    """
    enrichment = reader.read_enrichment(beside.suppliers, beside.catalogues, beside.mapping, alone=True)
    return _read([path], settings, beside, enrichment)[0]


def read_all(paths: Sequence[Path], settings: Settings, beside: Beside) -> tuple[Bom, ...]:
    """Several bills of materials, to be set side by side; systems of one name are told apart.

    Raises:
        DepmapError: one of them, or a file beside them, cannot be used.
    """
    enrichment = reader.read_enrichment(beside.suppliers, beside.catalogues, beside.mapping, alone=len(paths) == 1)
    return tuple(_named_apart(_read(paths, settings, beside, enrichment)))


def _read(paths: Sequence[Path], settings: Settings, beside: Beside, enrichment: reader.Enrichment) -> list[Bom]:
    """The bills of materials; how they were read is written to a mapping file when that is asked for."""
    boms, layouts = [], []
    for path in paths:
        settings.console.detail(Text(nl=f"{path.name} lezen ...", en=f"Reading {path.name} ..."))
        workbook = reader.read(path, enrichment)
        refuse_own_list(workbook.reading)
        boms.append(workbook.bom)
        layouts.append(workbook.reading.without_lines())
        if count := len(workbook.reading.questions):
            settings.console.say(_ASKED.format(count=count, file=workbook.reading.file))
    if enrichment.mapping is not None:
        enrichment.mapping.refuse_unused([(layout.file, layout.sha256) for layout in layouts])
    if beside.save_mapping is not None:
        save_mapping(beside.save_mapping, layouts, settings.console)
    return boms


def _files_beside(enrichment: reader.Enrichment) -> Iterable[ListInUse]:
    """The files given beside, each by its name and its sum: they have no date of their own."""
    if (mapping := enrichment.mapping) is not None:
        title = f"{mapping.file}, SHA-256 {mapping.sha256}"
        names = Text(f"Indelingsbestand {title}", f"Mapping file {title}")
        yield ListInUse(f"{mapping.file} sha256:{mapping.sha256}", names, "", sum(map(len, mapping.files)))
    if (suppliers := enrichment.suppliers) is not None:
        title = f"{suppliers.file}, SHA-256 {suppliers.sha256}"
        names = Text(f"Leveranciersbestand {title}", f"Supplier file {title}")
        yield ListInUse(f"{suppliers.file} sha256:{suppliers.sha256}", names, "", len(suppliers.rows))
    for catalogue in enrichment.catalogues:
        title = f"{catalogue.file}, SHA-256 {catalogue.sha256}"
        names = Text(f"Componentencatalogus {title}", f"Component catalogue {title}")
        yield ListInUse(f"{catalogue.file} sha256:{catalogue.sha256}", names, "", catalogue.rows)


def network_of(bom: Bom, settings: Settings) -> Network:
    """Its network under the policy of the run, for a question about it alone."""
    return Network.of(bom, material_world(risk_rules.load_policy(settings.policy).tolerates))


def analyze_system(bom: Bom, policy: risk_rules.Policy) -> SystemAnalysis:
    """One system: its network, the answers, and what the rules make of them."""
    network = Network.of(bom, material_world(policy.tolerates))
    single_points = tuple(point for layer in LAYERS for point in network.single_points(layer))
    groups = tuple(verdict for layer in LAYERS for verdict in network.buildable_from(policy.asked, layer))
    concentration = network.concentration(bom)
    times = outages(bom, policy.weeks, policy.systems_per_week)
    scenarios = losses(policy, Place(bom, network.graph, concentration))
    cut_sets = tuple(sets for layer in LAYERS for sets in network.cut_sets(layer))
    measures = centralities(network.graph)
    established = Established(single_points, cut_sets, times, lines_by_component(bom))
    standstills = tuple(_standstills(network, times, scenarios))
    content = risk_rules.content_tests(bom, policy)
    facts = risk_rules.Facts(
        bom, network.graph, single_points, groups, concentration, cut_sets, standstills, times, content
    )
    return SystemAnalysis(
        bom=bom,
        graph=network.graph,
        counts=count(bom, network),
        single_points=single_points,
        cut_sets=cut_sets,
        groups=groups,
        concentration=concentration,
        diversity=herfindahl(bom, {row["id"]: row["group"] for row in reference.load("component_classes").rows}),
        outages=times,
        standstills=standstills,
        findings=risk_rules.run(facts, policy),
        importance=tuple(each for layer in LAYERS for each in importance(network.graph, layer, established, measures)),
        centralities=measures,
        content=content,
        statement=statement(facts, policy),
        criticality=criticalities(_asked(network, times, bom, policy)),
        profile=policy.profile(bom.system),
    )


def _asked(network: Network, times: Mapping[str, Outage], bom: Bom, policy: risk_rules.Policy) -> Asked:
    """How critical its components are, under this policy.

    What nobody could classify may be a specific part: in the order it counts as long as the quickest class of those.
    """
    specific = (row["id"] for row in reference.load("component_classes").rows if row["standstill"] == "specific")
    return Asked(
        network.graph,
        times,
        inside=policy.groups[OUTSIDE].members,
        commodities=frozenset(
            node_id(Kind.COMPONENT, each.id) for each in bom.components if each.component_class in policy.commodity
        ),
        open_counts=min(policy.weeks[name] for name in specific),
    )


def _standstills(network: Network, times: Mapping[str, Outage], scenarios: Sequence[Loss]) -> Iterable[Standstill]:
    """Every scenario in the layers in which it means something."""
    for layer in LAYERS:
        asked = [loss for loss in scenarios if is_asked_of(loss.nodes, layer)]
        yield from network.standstills(times, asked, (layer,))


def count(bom: Bom, network: Network) -> Counts:
    """The figures of one system. A sum over lines without a price has no upper end."""
    priced = [component.cost for component in bom.components if component.cost is not None]
    return Counts(
        lines=bom.lines,
        components=len(bom.components),
        assemblies=len(bom.assemblies),
        suppliers=len(network.graph.of_kind(Kind.SUPPLIER)),
        countries=len({code for component in bom.components for code in _origins(component)}),
        unknown_origin_lines=_lines(bom.components, "manufacture"),
        unknown_manufacturer_lines=_lines(bom.components, "manufacturer"),
        value_low=float(sum(priced)) if priced else None,
        value_high=float(sum(priced)) if priced and len(priced) == len(bom.components) else None,
        currency=bom.currency,
    )


def _origins(component: Component) -> Iterable[str]:
    return (
        source.manufacture.value
        for source in component.sources
        if source.manufacture.known and source.manufacture.value
    )


def _lines(components: Iterable[Component], fact: str) -> int:
    """Lines of the components with a source of which ``fact`` is not known."""
    return sum(
        component.lines
        for component in components
        if not component.sources or any(not getattr(source, fact).known for source in component.sources)
    )


def _named_apart(boms: Iterable[Bom]) -> Iterable[Bom]:
    """Two files that call their system the same keep apart: the later ones get their file name behind it."""
    seen: set[str] = set()
    for bom in boms:
        name, number = bom.system, 1
        while name in seen:
            name = f"{bom.system} ({bom.file})" if number == 1 else f"{bom.system} ({bom.file}, {number})"
            number += 1
        seen.add(name)
        yield replace(bom, system=name)

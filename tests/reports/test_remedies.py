"""What could be done about a component: measures of the letter by finding, makers from near to far."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depmap.core.alternatives import Maker
from depmap.core.answers import Verdict
from depmap.core.countries import group_members
from depmap.core.evidence import Tier
from depmap.core.text import Language
from reports.words import remedies
from reports.words.rows import ComponentRow, component_list
from tests.reports.analyses import drone


def rows() -> list[ComponentRow]:
    return [row for system in drone().systems for row in component_list(system).listed]


def with_class(row: ComponentRow, name: str | None) -> ComponentRow:
    return replace(row, component=replace(row.component, component_class=name))


def said(row: ComponentRow, language: Language = "en") -> str:
    return remedies.alternatives(row, language) or ""


def test_makers_are_named_from_near_to_far_and_never_its_own() -> None:
    motor = with_class(rows()[0], "bldc-motor")
    text = said(motor)
    assert text.index("neighbours:") < text.index("Europe:") < text.index("allies:")
    assert "buurlanden:" in said(motor, "nl")
    own = {str(source.source.manufacturer.value) for source in motor.sources}
    assert not any(f"{name} (" in text for name in own)


def test_what_is_not_known_is_said() -> None:
    assert said(with_class(rows()[0], None)) == "cannot be said: component class unknown"
    assert said(with_class(rows()[0], "solder")) == "no manufacturer of this class known"
    assert said(with_class(rows()[0], "fpga")).startswith("no European manufacturer known")
    assert remedies.headline(with_class(rows()[0], "fpga"), "nl").startswith("geen Europese fabrikant bekend; ")
    assert remedies.by_region(with_class(rows()[0], None)) is None


def test_an_owner_elsewhere_is_named_and_decides_the_region(monkeypatch: pytest.MonkeyPatch) -> None:
    makers = (Maker("Thales Nederland", "NL", "FR", Tier.ASSUMED), Maker("Photonis", "NL", "", Tier.ASSUMED))
    found = {"NL": makers[1:], "NL+neighbours": makers[1:], "EU+EEA+UA": makers, "NATO": makers}
    monkeypatch.setattr(remedies, "makers_of", lambda _: makers)
    monkeypatch.setattr(
        remedies, "makers_in", lambda _, members: next(found[g] for g in found if group_members(g) == members)
    )
    radar = with_class(rows()[0], "radio-link")
    assert said(radar) == "Netherlands: Photonis (Netherlands)\nEurope: Thales Nederland (Netherlands, owner in France)"
    assert said(radar, "nl").endswith("Europa: Thales Nederland (Nederland, eigenaar in Frankrijk)")


def test_the_headline_counts_who_is_named_and_programs_get_the_names() -> None:
    motor = with_class(rows()[0], "bldc-motor")
    regions = remedies.by_region(motor)
    assert regions is not None
    assert list(regions) == ["NL", "NL+neighbours", "EU+EEA+UA", "NATO"]
    named = [name for makers in regions.values() for name in makers]
    assert len(named) == len(set(named))
    for (group, makers), title in zip(regions.items(), ("Netherlands", "neighbours", "Europe", "allies"), strict=True):
        assert (f"{title} {len(makers)}" in remedies.headline(motor, "en")) == bool(makers), group


def test_measures_follow_from_findings_that_nobody_accepted() -> None:
    for row in rows():
        found = remedies.measures(row, "en") or ""
        rules = {finding.rule for finding in row.findings if not finding.accepted}
        if not row.findings:
            assert (
                found == {Verdict.YES: "second source", Verdict.CANNOT_DECIDE: "show the origin"}[row.criticality.stops]
            )
            continue
        assert ("second source" in found) == bool(rules & {"DM101", "DM102", "DM107", "DM108", "DM109"})
        assert ("extra terms" in found) == bool(rules & {"DM104", "DM201", "DM202", "DM204"})
    accepted = [replace(each, accepted="stock, until 2027-01-01") for each in rows()[0].findings]
    assert remedies.measures(replace(rows()[0], findings=tuple(accepted)), "en") is None

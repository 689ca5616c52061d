"""What must hold for every bill of materials: knowing more never alarms, knowing less never reassures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from depmap.core.judgement import Finding
from risk_rules import example, load_policy, run

POLICY = load_policy()

MAKERS = ["", "Acme", "Volt", "Beta"]
COUNTRIES = ["", "DE", "NO", "US", "CN", "CN?", "DE?", "RU~"]
SUPPLIERS = {
    "Acme": {"seat": "CN", "ownership": "CN"},
    "Volt": {"seat": "NL", "ownership": "NL"},
    "Beta": {"seat": "DE", "parent": "Group", "ownership": "CN"},
    "Euro": {"seat": "FR", "ownership": "FR"},
}

sources = st.builds(
    lambda maker, country: f"{maker}@{country}" if country else maker,
    st.sampled_from(MAKERS),
    st.sampled_from(COUNTRIES),
)
Parts = dict[str, list[str]]
parts = st.dictionaries(
    st.sampled_from(["motor", "radio", "camera", "battery"]), st.lists(sources, min_size=1, max_size=4), min_size=1
)


def judged(content: Parts) -> tuple[Finding, ...]:
    return run(example({**content, "$suppliers": SUPPLIERS}), POLICY)


def grades(content: Parts) -> dict[tuple[str, str], int]:
    """Grade by rule and subject, for the findings on components."""
    return {
        (finding.rule, finding.subject): finding.grade
        for finding in judged(content)
        if finding.subject.startswith("component:")
    }


@given(parts, st.data())
def test_a_second_european_maker_never_adds_a_finding(content: Parts, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(content)))
    before = grades(content)
    after = grades({**content, name: [*content[name], "Euro@FR"]})
    assert after.keys() <= before.keys()
    for found, grade in after.items():
        # No manufacturer at all is graded lower than one; the first one that becomes known may lift that finding.
        assert grade <= before[found] or found[0] == "DM101"
    assert ("DM103", f"component:{name}") not in after


ABOUT_A_NAMED_MAKER = ("DM108", "DM201", "DM202", "DM204")
"""Rules that say something of a maker by name; who is not named is found by others."""


@given(parts, st.data())
def test_a_country_that_is_no_longer_known_never_reassures(content: Parts, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(content)))
    place = data.draw(st.integers(0, len(content[name]) - 1))
    forgotten = [source.partition("@")[0] if number == place else source for number, source in enumerate(content[name])]
    before, after = grades(content), grades({**content, name: forgotten})
    for rule in ("DM101", "DM103", "DM105", "DM201"):
        assert {found for found in before if found[0] == rule} <= {found for found in after if found[0] == rule}
    assert ("DM105", f"component:{name}") in after


@given(parts, st.data())
def test_a_maker_that_is_no_longer_known_never_reassures(content: Parts, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(content)))
    place = data.draw(st.integers(0, len(content[name]) - 1))
    forgotten = [
        "@" + source.partition("@")[2] if number == place else source for number, source in enumerate(content[name])
    ]
    before, after = grades(content), grades({**content, name: forgotten})
    assert {found for found in before if found[0] not in ABOUT_A_NAMED_MAKER} <= after.keys()
    assert ("DM101", f"component:{name}") in after or len(content[name]) > 1


@given(parts, st.data())
def test_the_order_of_sources_changes_nothing(content: Parts, data: st.DataObject) -> None:
    shuffled = {name: data.draw(st.permutations(listed)) for name, listed in content.items()}
    assert judged(shuffled) == judged(content)


@given(parts, st.data())
def test_the_order_of_lines_changes_only_where_things_stand(content: Parts, data: st.DataObject) -> None:
    def without_cells(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
        return [(each.rule, each.grade, each.subject, each.message, each.facts, each.tier) for each in findings]

    names = data.draw(st.permutations(sorted(content)))
    assert without_cells(judged({name: content[name] for name in names})) == without_cells(judged(content))


@given(parts)
def test_one_finding_for_each_rule_and_subject(content: Parts) -> None:
    findings = judged(content)
    assert len({finding.fingerprint for finding in findings}) == len(findings)

"""What to do first: each sentence follows from the analysis, and leads to where it is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depmap.core.profile import ASK
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language
from reports.words.first_steps import first_steps
from reports.words.rows import component_list
from tests.reports.analyses import analysed, drone, findings_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_is_the_head_of_the_list(language: Language) -> None:
    system = drone(language).systems[0]
    parts = component_list(system)
    steps = first_steps(system, parts, language)
    assert 3 <= len(steps) <= 5
    assert steps[0].part == "list"
    assert steps[0].subject == parts.listed[0].node
    assert parts.listed[0].component.id in steps[0].text
    assert len({step.text for step in steps}) == len(steps)


def test_the_country_is_the_heaviest_outside_europe() -> None:
    bom = sketch("s", {"a": ["M@NL"], "b": ["M@NL"], "c": ["N@CN"], "d": ["O@US"], "e": ["P@US"]})
    system = analysed(bom, findings_of(bom))
    (step,) = (each for each in first_steps(system, component_list(system), "en") if each.part == "world")
    assert step.subject == "country:US"
    assert "2 components" in step.text


def test_what_is_in_order_is_not_asked_for() -> None:
    bom = sketch("s", {"a": ["M@NL", "N@DE"]})
    system = analysed(bom)
    assert not [each for each in first_steps(system, component_list(system), "nl") if each.part == "world"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_policy_should_state_is_told_in_words(language: Language) -> None:
    bom = sketch("s", {"a": ["M@CN"], "b": ["N@CN"]})
    first, *others = findings_of(bom)
    asking = replace(first, facts=((ASK, ("range_km", "kind")),))
    system = analysed(bom, (asking, *others))
    told = " ".join(step.text for step in first_steps(system, component_list(system), language))
    assert {"nl": "waar het zich beweegt en bereik", "en": "where it moves and range"}[language] in told
    assert "range_km" not in told

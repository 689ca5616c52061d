"""Who else makes components of a class: only what the list says, near before far, owners outside not counted."""

from __future__ import annotations

from depmap.core.alternatives import makers_in, makers_of
from depmap.core.countries import group_members
from depmap.core.reference import load

EUROPE = group_members("EU+EEA+UA")


def test_every_word_means_a_listed_class_and_is_used() -> None:
    classes = {row["id"] for row in load("component_classes").rows}
    meant = {row["class"] for row in load("maker_words").rows}
    assert meant <= classes
    assert {name for name in classes if makers_of(name)} <= meant


def test_makers_are_no_distributors_and_have_one_seat() -> None:
    kinds = {row["name"]: row["kind"] for row in load("manufacturers").rows}
    for row in load("component_classes").rows:
        for maker in makers_of(row["id"]):
            assert kinds[maker.name] in {"maker", "brand", "fabless"}
            assert len(maker.seat) == 2


def test_a_maker_owned_from_outside_is_not_of_the_region() -> None:
    foreign = [maker for maker in makers_of("servo") if maker.seat in EUROPE and maker.owner not in {"", *EUROPE}]
    assert not {maker.name for maker in foreign} & {maker.name for maker in makers_in("servo", EUROPE)}
    assert all(maker.seat in EUROPE for maker in makers_in("bldc-motor", EUROPE))


def test_broad_words_mean_nothing_and_an_unknown_class_has_no_makers() -> None:
    assert makers_of("ceramic-capacitor") == ()
    assert makers_of("no-such-class") == ()
    assert makers_of(None) == ()


def test_europe_has_makers_of_processors_and_of_power_transistors() -> None:
    assert {"Infineon Technologies", "NXP Semiconductors"} <= {maker.name for maker in makers_in("processor", EUROPE)}
    assert "Infineon Technologies" in {maker.name for maker in makers_in("power-transistor", EUROPE)}
    assert "Nexperia" not in {maker.name for maker in makers_in("power-transistor", EUROPE)}, "owned from China"

"""Reads a policy file: the default first, then what the file changes. The first thing that is wrong stops it.

A policy file is TOML; ``default_policy.toml`` beside this module shows every table. What a file leaves out keeps its
default.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path

from depmap.core.countries import group_members, groups
from depmap.core.errors import PolicyError
from depmap.core.judgement import Grade, Param, Rule
from depmap.core.reference import country_codes, load
from depmap.core.text import Text, same
from depmap.core.toml_table import Table, choices, read_table, shown
from risk_rules.bonus_malus.measures import QUESTIONS
from risk_rules.case import Case
from risk_rules.catalogue import all_rules
from risk_rules.policy import Accept, Group, Policy, RulePolicy
from risk_rules.policy_countries import countries
from risk_rules.policy_materials import tolerates
from risk_rules.policy_points import points
from risk_rules.policy_standstill import scenarios, standstill, typical_weeks
from risk_rules.policy_system import profiles

DEFAULT = "default_policy.toml"
"""The policy that comes with depmap."""

TABLES = tuple("groups ask concern commodity materials standstill scenario bonus_malus system rules accept".split())
"""What a policy file may have."""

Rules = Mapping[str, Rule[Case]]


def load_policy(path: Path | None = None, rules: Iterable[Rule[Case]] | None = None) -> Policy:
    """The policy in force: the default, changed by the file at ``path`` if there is one.

    Args:
        path: a TOML file; None for the default.
        rules: the rules that the policy is about; all of them when None.

    Raises:
        PolicyError: the file cannot be read, or says what is not allowed; with file, line and what is allowed.
    """
    known = {rule.id: rule for rule in (all_rules() if rules is None else rules)}
    shipped = resources.files("risk_rules").joinpath(DEFAULT).read_text(encoding="utf-8")
    default = _apply(_bare(known), known, read_table(DEFAULT, shipped, PolicyError))
    if path is None:
        return default
    policy = _apply(default, known, read_table(path.name, _text(path), PolicyError))
    before, after = default.plain(), policy.plain()
    changes = tuple((key, after[key]) for key in sorted(after) if key not in before or before[key] != after[key])
    return replace(policy, name=path.name, changes=changes)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise PolicyError(_UNREADABLE.format(file=path.name, reason=reason), _GIVE_TOML) from error


def _bare(rules: Rules) -> Policy:
    """What holds before any file: the groups of the reference list, and what the rules themselves say."""
    return Policy(
        name="default",
        groups={name: Group(name, title, group_members(name)) for name, title in groups().items()},
        ask=(),
        concern=frozenset(),
        commodity=frozenset(name for name, ease in _ease().items() if ease == "commodity"),
        rules={
            rule.id: RulePolicy(rule.grade, True, {param.name: param.default for param in rule.params})
            for rule in rules.values()
        },
        weeks=typical_weeks(),
    )


def _apply(policy: Policy, rules: Rules, file: Table) -> Policy:
    """The policy with everything that one file says. Groups come first: other tables name them."""
    file.only(TABLES)
    known = _groups(file.table("groups"), policy.groups)
    for table, key in (("ask", "groups"), ("concern", "countries"), ("commodity", "classes")):
        file.table(table).only((key,))
    concern = countries(file.table("concern"), "countries", known["concern"].members)
    known = {**known, "concern": replace(known["concern"], members=concern)}
    weeks, systems_per_week = standstill(file.table("standstill"), policy.weeks, policy.systems_per_week)
    return replace(
        policy,
        groups=known,
        ask=_asked(file.table("ask"), known, policy.ask),
        concern=concern,
        commodity=_classes(file.table("commodity"), policy.commodity),
        weeks=weeks,
        systems_per_week=systems_per_week,
        tolerates=tolerates(file.table("materials"), policy.tolerates),
        scenarios=scenarios(file.tables("scenario"), known, policy.scenarios),
        points=points(file.table("bonus_malus"), policy.points, tuple(each.measure.key for each in QUESTIONS)),
        profiles=profiles(file.table("system"), policy.profiles),
        rules=_rules(file.table("rules"), policy, rules, known),
        accepted=_accepted(file.tables("accept"), rules),
    )


def _groups(table: Table, known: Mapping[str, Group]) -> Mapping[str, Group]:
    """The known groups, with those of the file; a group that is only given other members keeps its name."""
    found = dict(known)
    for name in table.content:
        found[name] = _group(table, name, known[name].name if name in known else same(name))
        if not found[name].members:
            raise table.wrong(name, _EMPTY_GROUP.format(group=name))
    return found


def _group(table: Table, name: str, title: Text) -> Group:
    """``name = ["NL", "BE"]``, or a table with members or except, and names."""
    if isinstance(table.content[name], list):
        return Group(name, title, countries(table, name))
    if not isinstance(table.content[name], dict):
        raise table.mistyped(name, Text("een lijst van landcodes of een tabel", "a list of country codes or a table"))
    group = table.table(name)
    group.only(("members", "except", "nl", "en"))
    if ("members" in group.content) == ("except" in group.content):
        raise group.wrong(None, _MEMBERS_OR_EXCEPT.format(group=name))
    members = (
        countries(group, "members") if "members" in group.content else country_codes() - countries(group, "except")
    )
    names = {language: group.word(language) for language in ("nl", "en") if language in group.content}
    return Group(name, Text(names.get("nl", title.nl), names.get("en", title.en)), members)


def _asked(table: Table, known: Mapping[str, Group], default: tuple[str, ...]) -> tuple[str, ...]:
    if "groups" not in table.content:
        return default
    names = table.words("groups")
    for name in names:
        if name not in known:
            raise table.wrong("groups", _NO_GROUP.format(name=name), choices(name, known))
    return names


def _classes(table: Table, default: frozenset[str]) -> frozenset[str]:
    if "classes" not in table.content:
        return default
    names = table.words("classes")
    for name in names:
        if name not in _ease():
            raise table.wrong("classes", _NO_CLASS.format(name=name), choices(name, _ease()))
    return frozenset(names)


def _ease() -> Mapping[str, str]:
    """Component class -> how easily a lost component of it is replaced, as the reference list has it."""
    return {row["id"]: row["standstill"] for row in load("component_classes").rows}


def _rules(table: Table, policy: Policy, rules: Rules, known: Mapping[str, Group]) -> Mapping[str, RulePolicy]:
    table.only(rules)
    settings = dict(policy.rules)
    for name in table.content:
        settings[name] = _rule(table.table(name), settings[name], rules[name].params, known)
    return settings


def _rule(table: Table, settings: RulePolicy, params: Iterable[Param], known: Mapping[str, Group]) -> RulePolicy:
    """The settings of one rule with what its table says."""
    by_name = {param.name: param for param in params}
    table.only(("grade", "enabled", *by_name))
    values = dict(settings.params)
    grade, enabled = settings.grade, settings.enabled
    for key, value in table.content.items():
        if key == "grade":
            if not isinstance(value, str) or value not in GRADES:
                raise table.wrong(key, _NO_GRADE.format(value=shown(value)), choices(str(value), GRADES))
            grade = GRADES[value]
        elif key == "enabled":
            if not isinstance(value, bool):
                raise table.mistyped(key, Text("true of false", "true or false"))
            enabled = value
        else:
            values[key] = _param(table, by_name[key], known)
    return RulePolicy(grade, enabled, values)


def _param(table: Table, param: Param, known: Mapping[str, Group]) -> object:
    """The value of one parameter, of the type of its default; ``...group`` and ``...countries`` name known ones."""
    value = table.content[param.name]
    if isinstance(param.default, tuple):
        if param.name.endswith("countries"):
            countries(table, param.name)
        return table.words(param.name)
    if type(value) is not type(param.default):
        raise table.mistyped(param.name, _TYPES[type(param.default)])
    if isinstance(value, int | float) and value < 0:
        raise table.mistyped(param.name, Text("een getal van 0 of meer", "a number of 0 or more"))
    if param.name.endswith("group") and value not in known:
        raise table.wrong(param.name, _NO_GROUP.format(name=value), choices(str(value), known))
    return value


def _accepted(entries: Iterable[Table], rules: Rules) -> tuple[Accept, ...]:
    accepted: dict[tuple[str, str], Accept] = {}
    for entry in entries:
        keys = ("rule", "subject", "reason", "until")
        entry.only(keys)
        entry.needs(*keys)
        rule, subject, until = entry.word("rule"), entry.word("subject"), entry.content["until"]
        if rule not in rules:
            raise entry.wrong("rule", _NO_RULE.format(rule=rule), choices(rule, rules))
        if not all(subject.partition(":")[::2]):
            raise entry.wrong("subject", _NO_NODE.format(subject=subject), _NODE)
        if type(until) is not datetime.date:
            raise entry.mistyped("until", Text("een datum zoals 2027-12-31", "a date such as 2027-12-31"))
        if (rule, subject) in accepted:
            raise entry.wrong("subject", _ACCEPTED_TWICE.format(rule=rule, subject=subject))
        accepted[rule, subject] = Accept(rule, subject, entry.word("reason"), until)
    return tuple(accepted.values())


GRADES: Mapping[str, Grade] = {grade.key: grade for grade in Grade if grade is not Grade.NONE}
"""The words that a policy file may use for a grade."""

_TYPES = {
    bool: Text("true of false", "true or false"),
    int: Text("een geheel getal", "a whole number"),
    float: Text("een getal met een punt", "a number with a point"),
    str: Text("een tekst", "a text"),
}

_UNREADABLE = Text(
    "Het beleidsbestand {file} is niet te lezen ({reason}).", "The policy file {file} cannot be read ({reason})."
)
_GIVE_TOML = Text("Geef een TOML-bestand in UTF-8.", "Give a TOML file in UTF-8.")
_EMPTY_GROUP = Text("groep ‘{group}’ heeft geen landen.", "group “{group}” has no countries.")
_MEMBERS_OR_EXCEPT = Text(
    "groep ‘{group}’ heeft óf ‘members’ óf ‘except’ nodig.", "group “{group}” needs either “members” or “except”."
)
_NO_GROUP = Text("er is geen landengroep ‘{name}’.", "there is no country group “{name}”.")
_NO_CLASS = Text("er is geen componentklasse ‘{name}’.", "there is no component class “{name}”.")
_NO_GRADE = Text("{value} is geen oordeel.", "{value} is not a grade.")
_NO_RULE = Text("er is geen regel ‘{rule}’.", "there is no rule “{rule}”.")
_NO_NODE = Text("‘{subject}’ is geen knoop.", "“{subject}” is not a node.")
_NODE = Text(
    "Schrijf soort en naam, zoals component:ABC-123 of supplier:Acme.",
    "Write kind and name, such as component:ABC-123 or supplier:Acme.",
)
_ACCEPTED_TWICE = Text("{rule} voor {subject} is al eerder geaccepteerd.", "{rule} for {subject} is accepted already.")

"""The page of a rule: what it finds, why, what to do, on what ground, with which settings, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from depmap.core.countries import country_name, group_reasons
from depmap.core.evidence import Tier
from depmap.core.judgement import Rule
from depmap.core.model import Source
from depmap.core.reference import load
from depmap.core.sketch import SUPPLIERS
from depmap.core.text import Language, Text
from risk_rules.case import Case
from risk_rules.catalogue import find_rule
from risk_rules.examples import example
from risk_rules.judging import run
from risk_rules.policy import Policy
from risk_rules.toml_table import shown


def explain(rule_id: str, language: Language, policy: Policy) -> str:
    """Everything about one rule, as markdown that reads well as plain text.

    Raises:
        UsageError: there is no such rule.
    """
    return page(find_rule(rule_id), language, policy)


def page(rule: Rule[Case], language: Language, policy: Policy) -> str:
    """The same for a rule at hand."""
    blocks = [
        f"# {rule.id}: {rule.title[language]}",
        rule.what[language],
        f"## {WHY[language]}",
        rule.why[language],
        f"## {ACTION[language]}",
        rule.action[language],
        f"## {REFERENCE[language]}",
        rule.reference[language],
        f"## {SETTINGS[language]}",
        "\n".join(_settings(rule, language, policy)),
        *_shared(rule, language, policy),
        f"## {EXAMPLE[language]}",
        *_example(rule, language, policy),
    ]
    return "\n\n".join(blocks) + "\n"


def _settings(rule: Rule[Case], language: Language, policy: Policy) -> Iterator[str]:
    """One line a setting: its key, its value, where that was set, what it does."""
    settings = policy.rules[rule.id]
    changed = dict(policy.changes)

    def line(name: str, value: object, meaning: Text) -> str:
        origin = policy.name if f"rules.{rule.id}.{name}" in changed else DEFAULT[language]
        return f"- `{name} = {shown(value)}` ({origin}): {meaning[language]}"

    yield line("grade", settings.grade.key, GRADE.format(grade=settings.grade.text, layer=rule.layer.text))
    yield line("enabled", settings.enabled, ENABLED)
    for param in rule.params:
        yield line(param.name, settings.params[param.name], param.meaning)
        if param.name.endswith("group"):
            group = policy.groups[str(settings.params[param.name])]
            yield f"  {group.name[language]}: {', '.join(sorted(group.members))}."


def _shared(rule: Rule[Case], language: Language, policy: Policy) -> Iterator[str]:
    """The shared tables of the policy that the rule reads."""
    changed = dict(policy.changes)
    if "concern" in rule.uses:
        origin = policy.name if "concern.countries" in changed else DEFAULT[language]
        reasons: Mapping[str, Text] = group_reasons("concern")
        lines = [f"{CONCERN[language]} (`[concern]`, {origin}):", ""]
        for code in sorted(policy.concern):
            reason = f": {reasons[code][language]}" if code in reasons else ""
            lines.append(f"- {country_name(code, language)} ({code}){reason}")
        yield "\n".join(lines)
    if "commodity" in rule.uses:
        origin = policy.name if "commodity.classes" in changed else DEFAULT[language]
        titles = {row["id"]: row[f"title_{language}"] for row in load("component_classes").rows}
        classes = ", ".join(f"{titles[name]} (`{name}`)" for name in sorted(policy.commodity)) or NOTHING[language]
        yield f"{COMMODITY[language]} (`[commodity]`, {origin}): {classes}."


def _example(rule: Rule[Case], language: Language, policy: Policy) -> Iterator[str]:
    """The sketch that fires, in words, with what is found in it; and the one that stays silent."""
    yield NOTATION[language]
    for sketch, heading in ((rule.fires, FIRES), (rule.silent, SILENT)):
        if sketch is None:
            continue
        facts = example(sketch)
        lines = [f"- {each.id}: {_sources(each.sources, language)}" for each in facts.bom.components]
        known = sketch.get(SUPPLIERS)
        if isinstance(known, Mapping):
            lines += [f"- {name}: {_known(about, language)}" for name, about in known.items()]
        yield heading[language]
        yield "\n".join(lines)
        found = run(facts, policy, (rule,))
        if found:
            yield RESULT[language]
            yield "\n".join(
                f"- {each.grade.mark} {each.grade.text[language]}: {each.message[language]}" for each in found
            )


def _sources(sources: Iterable[Source], language: Language) -> str:
    return ", ".join(_source(source, language) for source in sources)


def _source(source: Source, language: Language) -> str:
    """One source in the notation of the examples; a distributor in the place of a manufacturer in words."""
    if source.typed_as_manufacturer:
        return DISTRIBUTOR.format(name=source.typed_as_manufacturer)[language]
    place = source.manufacture
    where = f"@{place.value}{MARKS.get(place.tier, '')}" if place.value else ""
    maker = source.manufacturer.value or ""
    return f"`{maker}{where}`" if maker or where else UNKNOWN[language]


def _known(about: object, language: Language) -> str:
    facts = about if isinstance(about, Mapping) else {}
    return ", ".join(f"{WORDS[key][language]} {value}" for key, value in facts.items() if key in WORDS)


WHY = Text("Waarom dit telt", "Why it matters")
ACTION = Text("Wat u kunt doen", "What you can do")
REFERENCE = Text("Grondslag", "Reference")
SETTINGS = Text("Instellingen", "Settings")
EXAMPLE = Text("Voorbeeld", "Example")
DEFAULT = Text("standaard", "default")
GRADE = Text("ernst {grade}; laag {layer}.", "grade {grade}; layer {layer}.")
ENABLED = Text("of de regel wordt toegepast.", "whether the rule is applied.")
CONCERN = Text("Zorglanden", "Countries of concern")
COMMODITY = Text("Gangbare componentklassen", "Commodity component classes")
NOTHING = Text("geen", "none")
NOTATION = Text(
    "`Acme@DE` is gemaakt door Acme in Duitsland; zonder `@` is het land van productie onbekend. `!` is bewezen, `~` "
    "afgeleid, `?` alleen aangenomen; zonder teken is het opgegeven.",
    "`Acme@DE` is made by Acme in Germany; without `@` the country of manufacture is unknown. `!` is proven, `~` "
    "inferred, `?` only assumed; without a mark it is declared.",
)
FIRES = Text("Deze regel slaat aan op:", "This rule fires on:")
SILENT = Text("En niet op:", "And not on:")
RESULT = Text("Gevonden wordt:", "Found is:")
DISTRIBUTOR = Text("{name} (een distributeur)", "{name} (a distributor)")
UNKNOWN = Text("onbekend", "unknown")
MARKS = {Tier.PROVEN: "!", Tier.INFERRED: "~", Tier.ASSUMED: "?"}
WORDS = {
    "seat": Text("gevestigd in", "seated in"),
    "parent": Text("uiteindelijke eigenaar", "ultimate parent"),
    "ownership": Text("eigendom vanuit", "owned from"),
}

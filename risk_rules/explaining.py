"""The page of a rule: what it finds, why, what to do, on what ground, with which settings, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from depmap.core.countries import country_name, group_reasons
from depmap.core.evidence import Tier
from depmap.core.judgement import Rule
from depmap.core.model import Source
from depmap.core.reference import load
from depmap.core.sketch import FIELDS, SUPPLIERS
from depmap.core.text import Language, Text
from depmap.core.toml_table import shown
from risk_rules.case import Case
from risk_rules.catalogue import find_rule
from risk_rules.examples import example
from risk_rules.judging import run
from risk_rules.policy import Policy


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
        *_laws(rule, language),
        f"## {SETTINGS[language]}",
        "\n".join(_settings(rule, language, policy)),
        *_shared(rule, language, policy),
        f"## {EXAMPLE[language]}",
        NOTATION[language],
    ]
    for sketch in (rule.fires, rule.silent):
        if sketch is not None:
            blocks += _example(rule, sketch, language, policy)
    return "\n\n".join(blocks) + "\n"


def _laws(rule: Rule[Case], language: Language) -> Iterator[str]:
    """What the rule takes from each law it rests on, of which date, and how well that was looked up."""
    rows = {row["id"]: row for row in load("legal_rules").rows}
    lines = []
    for row in (rows[name] for name in rule.laws):
        read = READ[row["confidence"]][language]
        version = f"{row['version']}, {read}" if row["version"] else read
        lines.append(f"- `{row['id']}` ({version}): {row[f'summary_{language}']}")
    if lines:
        yield "\n".join(lines)


def _settings(rule: Rule[Case], language: Language, policy: Policy) -> Iterator[str]:
    """One line a setting: its key, its value, where that was set, what it does."""
    settings = policy.rules[rule.id]

    def line(name: str, value: object, meaning: Text) -> str:
        origin = _origin(policy, f"rules.{rule.id}.{name}", DEFAULT[language])
        return f"- `{name} = {shown(value)}` ({origin}): {meaning[language]}"

    yield line("grade", settings.grade.key, GRADE.format(grade=settings.grade.text, layer=rule.layer.text))
    yield line("enabled", settings.enabled, ENABLED)
    for param in rule.params:
        yield line(param.name, settings.params[param.name], param.meaning)
        if param.name.endswith("group"):
            group = policy.groups[str(settings.params[param.name])]
            origin = _origin(policy, f"groups.{group.id}", load("country_groups").info.reference)
            yield f"  {group.name[language]} ({origin}): {', '.join(sorted(group.members))}."


def _shared(rule: Rule[Case], language: Language, policy: Policy) -> Iterator[str]:
    """The shared tables of the policy that the rule reads."""
    if "concern" in rule.uses:
        origin = _origin(policy, "concern.countries", load("country_groups").info.reference)
        reasons = group_reasons("concern")
        lines = [f"{CONCERN[language]} (`[concern]`, {origin}):", ""]
        for code in sorted(policy.concern):
            reason = f": {reasons[code][language]}" if code in reasons else ""
            lines.append(f"- {country_name(code, language)} ({code}){reason}")
        yield "\n".join(lines)
    if "commodity" in rule.uses:
        listed = load("component_classes")
        origin = _origin(policy, "commodity.classes", listed.info.reference)
        titles = {row["id"]: row[f"title_{language}"] for row in listed.rows}
        classes = ", ".join(f"{titles[name]} (`{name}`)" for name in sorted(policy.commodity)) or NOTHING[language]
        yield f"{COMMODITY[language]} (`[commodity]`, {origin}): {classes}."

    if "system" in rule.uses:
        stated = [
            f"- `{key} = {shown(value)}`" + (f' (`[system."{name}"]`)' if name else "")
            for name, profile in policy.profiles.items()
            for key, value in profile.stated.items()
        ]
        yield f"{SYSTEM[language]} (`[system]`, {policy.name}):" + (
            "\n\n" + "\n".join(stated) if stated else f" {NOTHING[language]}."
        )


def _origin(policy: Policy, key: str, otherwise: str) -> str:
    """Where a value was set: the policy file when it changed it, else ``otherwise``."""
    return policy.name if any(key == changed for changed, _ in policy.changes) else otherwise


def _example(rule: Rule[Case], sketch: Mapping[str, object], language: Language, policy: Policy) -> Iterator[str]:
    """A sketch in words, and what the rule finds in it under this policy."""
    facts = example(sketch)
    fields, suppliers = _mapping(sketch.get(FIELDS)), _mapping(sketch.get(SUPPLIERS))
    lines = []
    for component in facts.bom.components:
        stated = [f"`{key} = {value}`" for key, value in _mapping(fields.get(component.id)).items() if key != "sources"]
        lines.append(f"- {component.id}: {', '.join([*_sources(component.sources, language), *stated])}")
    for name, about in suppliers.items():
        known = [f"{WORDS[key][language]} {value}" for key, value in _mapping(about).items() if key in WORDS]
        lines.append(f"- {name}: {', '.join(known) or NOT_KNOWN[language]}")
    if facts.profile is not None and facts.profile.stated:
        answers = ", ".join(f"`{key} = {shown(value)}`" for key, value in facts.profile.stated.items())
        lines.append(f"- {OF_SYSTEM[language]}: {answers}")
    yield "\n".join(lines)
    found = run(facts, policy, (rule,))
    yield FOUND[language] if found else SILENT[language]
    if found:
        yield "\n".join(f"- {each.grade.mark} {each.grade.text[language]}: {each.message[language]}" for each in found)


def _sources(sources: Iterable[Source], language: Language) -> Iterator[str]:
    """Sources in the notation of the examples; a distributor in the place of a manufacturer in words."""
    for source in sources:
        place, maker = source.manufacture, source.manufacturer.value or ""
        where = f"@{place.value}{MARKS.get(place.tier, '')}" if place.value else ""
        if source.typed_as_manufacturer:
            yield DISTRIBUTOR.format(name=source.typed_as_manufacturer)[language]
        else:
            yield f"`{maker}{where}`" if maker or where else UNKNOWN[language]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


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
SYSTEM = Text("Wat over de systemen is opgegeven", "What is stated of the systems")
OF_SYSTEM = Text("het systeem", "the system")
READ = {
    "verified": Text("in de tekst zelf gelezen", "read in the text itself"),
    "secondary": Text("bij anderen gelezen", "read with others"),
    "assumed": Text("niet nagegaan", "not checked"),
}
NOTATION = Text(
    "`Acme@DE` is gemaakt door Acme in Duitsland; zonder `@` is het land van productie onbekend. `!` is bewezen, `~` "
    "afgeleid, `?` alleen aangenomen; zonder teken is het opgegeven.",
    "`Acme@DE` is made by Acme in Germany; without `@` the country of manufacture is unknown. `!` is proven, `~` "
    "inferred, `?` only assumed; without a mark it is declared.",
)
FOUND = Text("Hierin vindt de regel:", "In this the rule finds:")
SILENT = Text("Hierin vindt de regel niets.", "In this the rule finds nothing.")
DISTRIBUTOR = Text("{name} (een distributeur)", "{name} (a distributor)")
UNKNOWN = Text("onbekend", "unknown")
NOT_KNOWN = Text("niets bekend", "nothing known")
MARKS = {Tier.PROVEN: "!", Tier.INFERRED: "~", Tier.ASSUMED: "?"}
WORDS = {
    "seat": Text("gevestigd in", "seated in"),
    "parent": Text("uiteindelijke eigenaar", "ultimate parent"),
    "ownership": Text("eigendom vanuit", "owned from"),
}

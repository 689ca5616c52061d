"""Design authority: whether whoever decides on the design does so without restrictions from third countries."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import Tier
from depmap.core.judgement import Finding
from depmap.core.profile import ASK, Profile, asking
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, country_names, listing, stepped

WHAT = Text(
    "Of wie over het ontwerp beslist dat doet zonder beperkingen uit landen buiten {group}, uit wat de tabel [system] "
    "van het beleid opgeeft: het land van wie beslist (design_country) en welke landen het ontwerp beperken "
    "(design_restrictions; een lege lijst zegt dat geen land dat doet). Ligt een van beide erbuiten, dan is er een "
    "bevinding. Is een van beide niet opgegeven, dan is het niet te beslissen: een graad lager. Wie beslist is hier "
    "een verklaring; het bewijs ervan (eigendom van het ontwerp, licenties, exportvoorwaarden) beoordeelt depmap niet.",
    "Whether whoever decides on the design does so without restrictions from countries outside {group}, from what the "
    "table [system] of the policy states: the country of whoever decides (design_country) and which countries restrict "
    "the design (design_restrictions; an empty list says that none does). When either lies outside there is a finding. "
    "When either is not stated it cannot be decided: one grade lower. Who decides is a statement here; depmap does not "
    "judge its proof (ownership of the design, licences, export conditions).",
)
FAILS = Text(
    "Over het ontwerp wordt niet zonder beperkingen van buiten ‘{group}’ beslist, zoals {law} vraagt: {reasons}.",
    "The design is not decided on without restrictions from outside “{group}”, as {law} asks: {reasons}.",
)
HOLDER = Text("{holder} beslist, in {country}", "{holder} decides, in {country}")
SOMEBODY = Text("een ander", "somebody else")
LIMITS = Text("beperkingen komen uit {countries}", "restrictions come from {countries}")
MAYBE = Text(
    "Over het ontwerp wordt niet zonder beperkingen van buiten ‘{group}’ beslist ({reasons}); of {law} dat van dit "
    "systeem vraagt, is niet te beslissen. {questions}",
    "The design is not decided on without restrictions from outside “{group}” ({reasons}); whether {law} asks that of "
    "this system cannot be decided. {questions}",
)
OPEN = Text(
    "Of zonder beperkingen van buiten ‘{group}’ over het ontwerp wordt beslist, zoals {law} vraagt, is niet te "
    "beslissen. {questions}",
    "Whether the design is decided on without restrictions from outside “{group}”, as {law} asks, cannot be decided. "
    "{questions}",
)


def design_findings(case: Case, law: Text, unsettled: tuple[str, ...] = ()) -> Iterator[Finding]:
    """One finding about the system unless it is stated that nobody outside the group decides or restricts.

    Args:
        case: the facts before the rule; its parameter ``group`` names the countries.
        law: what asks for it.
        unsettled: the keys that would tell whether it asks it of this system at all; none when it does.
    """
    group, profile = case.group(), case.profile
    reasons, missing = tuple(_reasons(profile, group.members)), _missing(profile)
    if not reasons and not missing:
        return
    ask = (*unsettled, *(() if reasons else missing))
    said = (OPEN if not reasons else MAYBE if unsettled else FAILS).format(
        group=group.name, law=law, reasons=listing(reasons), questions=asking(ask)
    )
    yield case.finding(
        case.facts.graph.top,
        said,
        stepped(case.grade, 0 if reasons and not unsettled else -1),
        Support(Tier.DECLARED if reasons else Tier.UNKNOWN, ()),
        group=group.id,
        design_authority=profile.design_authority,
        design_country=profile.design_country,
        design_restrictions=profile.design_restrictions,
        **{ASK: ask},
    )


def _reasons(profile: Profile, members: frozenset[str]) -> Iterator[Text]:
    """What of it lies outside the group."""
    country = profile.design_country
    if country is not None and country not in members:
        yield HOLDER.format(holder=profile.design_authority or SOMEBODY, country=country_names([country]))
    limiting = [code for code in profile.design_restrictions or () if code not in members]
    if limiting:
        yield LIMITS.format(countries=country_names(limiting))


def _missing(profile: Profile) -> tuple[str, ...]:
    """What would have to be stated before it can be decided; a name only where the country is not stated either."""
    country = () if profile.design_country else ("design_country",)
    name = ("design_authority",) if country and not profile.design_authority else ()
    return (*name, *country, *(("design_restrictions",) if profile.design_restrictions is None else ()))

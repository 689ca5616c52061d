"""The columns of the critical-component list that say why, through what, by whom, for how long, on what evidence."""

from __future__ import annotations

from depmap.core.text import Text
from reports.columns.column import Column
from reports.columns.weeks import weeks_high, weeks_low
from reports.words import criticality as words

BAND = Column(
    "band",
    Text("Deel van de lijst", "Part of the list"),
    11,
    lambda row, language: row.criticality.band.text[language],
    Text(
        "Eerst wat zeker stilstand geeft; dan wat dat mogelijk geeft, omdat iets onbekend is; dan handelsgoed, per "
        "klasse; dan wat bij elk verlies standhoudt maar wel bevindingen heeft.",
        "First what certainly gives standstill; then what possibly does, as something is unknown; then commodities by "
        "class; then what survives every loss but has findings.",
    ),
)

STANDING: tuple[Column, ...] = (
    Column(
        "worst_low",
        Text("Stilstand minstens (weken)", "Standstill at least (weeks)"),
        10,
        lambda row, _: weeks_low(row.criticality.weeks),
        Text(
            "De langste zekere stilstand bij een van de vier verliezen: de fabrikant; het land van productie; de "
            "eigenaar of het land van vestiging of eigendom; alle landen buiten de EU, de EER en Oekraïne. Blijft er "
            "een bron over, dan is het 0.",
            "The longest certain standstill under one of four losses: the manufacturer; the country of manufacture; "
            "the owner or the country of the seat or of ownership; all countries outside the EU, the EEA and Ukraine. "
            "When a source is left it is 0.",
        ),
        "weeks",
    ),
    Column(
        "worst_high",
        Text("Stilstand hoogstens (weken)", "Standstill at most (weeks)"),
        10,
        lambda row, language: weeks_high(row.criticality.weeks, language),
        Text(
            "De langste mogelijke stilstand bij een van de vier verliezen, als wat onbekend is tegenvalt; onbekend "
            "zonder componentklasse.",
            "The longest possible standstill under one of four losses, if what is unknown turns out badly; unknown "
            "without a component class.",
        ),
        "weeks",
    ),
    Column(
        "why",
        Text("Waarom kritiek", "Why critical"),
        32,
        words.why,
        Text(
            "Wat alle bronnen tegelijk wegneemt (van de vier verliezen het kleinste), en hoe lang het systeem "
            "dan stilstaat.",
            "What takes away all sources at once (the smallest of the four losses), and how long the system "
            "then stands still.",
        ),
    ),
    Column(
        "through",
        Text("Waardoor", "Through what"),
        28,
        words.through,
        Text(
            "De keten van dat knelpunt, met zijn soort, via dit component naar het systeem.",
            "The chain from that single point, with its kind, through this component to the system.",
        ),
    ),
    Column(
        "who",
        Text("Wie kan het veroorzaken", "Who can cause it"),
        30,
        lambda row, language: "\n".join(words.who(row, language)) or None,
        Text(
            "Elke partij die het alleen kan: fabrikant, land of eigenaar, met de laag waarin het geldt (levering of "
            "zeggenschap). Wat een lijst alleen aanneemt staat er als mogelijk bij.",
            "Every party that can do it alone: manufacturer, country or owner, with the layer in which it holds "
            "(supply or control). What a list only assumes is named as possible.",
        ),
    ),
    Column(
        "how_long",
        Text("Hoe lang, en bij welk verlies", "How long, and under which loss"),
        32,
        lambda row, language: "\n".join(words.how_long(row, language)),
        Text(
            "De langste stilstand, de verliezen waarbij het component zeker of mogelijk zonder bron zit, en wat na te "
            "vragen is om het scherper te krijgen.",
            "The longest standstill, the losses under which the component is certainly or possibly without a source, "
            "and what to ask for to know it better.",
        ),
    ),
)
"""Why it is in the list."""

TIER = Column(
    "tier",
    Text("Bewijs", "Evidence"),
    11,
    lambda row, language: words.evidence(row).text[language],
    Text(
        "Het zwakste bewijs van de feiten waarop het antwoord rust: bewezen, opgegeven, afgeleid, aangenomen of "
        "onbekend. Weken per componentklasse zijn altijd aangenomen.",
        "The weakest evidence of the facts on which the answer rests: proven, declared, inferred, assumed or unknown. "
        "Weeks by component class are always assumed.",
    ),
)

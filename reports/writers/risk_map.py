"""``risk-map.html``: the whole analysis on one page that asks nobody for anything."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import zlib
from dataclasses import dataclass, replace
from importlib import resources

from depmap.core.graph import Kind
from depmap.core.judgement import Analysis, Grade
from depmap.core.text import LANGUAGES, Text
from reports.interface import Report
from reports.page import bonus_malus as page_bonus_malus
from reports.page import compare as page_compare
from reports.page import component as page_component
from reports.page import list_words, world_words
from reports.page import sifting as page_sifting
from reports.page import systems as page
from reports.page.compiled import templates
from reports.page.network import words as network_words
from reports.page.network.drawing import network_data
from reports.page.network.map_data import map_data
from reports.page.whatif import view as whatif
from reports.page.words import WORDS
from reports.tables import decisions
from reports.tables import shared as tables
from reports.words import names, summary
from reports.words import statements as say
from reports.words.format import number

LONG = 1_500_000
"""Characters of markup above which the file opens with the overview alone; its script unpacks the rest."""

SCRIPTS = (
    "page.js",
    "tables.js",
    "list.js",
    "network-scene.js",
    "network-place.js",
    "network-reach.js",
    "network-names.js",
    "network-facts.js",
    "network-tip.js",
    "network-touch.js",
    "network-find.js",
    "network.js",
    "network-table.js",
    "world.js",
    "whatif-gates.js",
    "whatif-kernel.js",
    "whatif-words.js",
    "whatif.js",
    "print.js",
)
"""The scripts of the page, in the order in which they need each other; vis-network is packed until it must draw."""

STYLES = ("risk-map.css", "adapt.css", "print.css")
"""Its style sheets: on any screen, on some screens, on paper."""


def render(analysis: Analysis) -> bytes:
    """The page, open in the language of the run; the same analysis gives the same bytes.

    The page in the other language, and what the scripts need in both, is packed: see `packed`. Of a long page all but
    the overview is packed in its own language as well.
    """
    language = analysis.run.language
    pages = {each: _Page(replace(analysis, run=replace(analysis.run, language=each))) for each in LANGUAGES}
    own = pages[language]
    body = own.body if len(own.body) <= LONG else own.brief
    contents = {
        each: page.contents if page.body is body else {**page.contents, "body": page.body}
        for each, page in pages.items()
    }
    first, style = _static("first.js"), "".join([*map(_static, STYLES), analysis.theme])
    scripts, drawing = [_static(name) for name in SCRIPTS], _vis_network()
    shared = {
        "drawing": drawing,
        "whatif": whatif.data(analysis),
        "decisions": decisions.for_page(own.systems, analysis),
        "network": [network_data(system) for system in own.systems],
    }
    html: str = (
        templates()
        .get_template("risk-map.html.j2")
        .render(
            language=language,
            title=own.title,
            body=body,
            packed=packed({"languages": contents, "shared": shared}),
            policy=_policy([first, drawing, *scripts], style),
            first=first,
            style=style,
            scripts=scripts,
        )
    )
    return html.encode("utf-8", "replace")


@dataclass(frozen=True)
class _Page:
    """The page in one language."""

    analysis: Analysis
    """The run, with that language."""

    @functools.cached_property
    def systems(self) -> list[page.System]:
        """Its systems."""
        return page.systems(self.analysis)

    @functools.cached_property
    def maps(self) -> list[dict[str, object]]:
        """What it says of their networks."""
        return [map_data(system) for system in self.systems]

    @functools.cached_property
    def body(self) -> str:
        """Its markup, everything in it escaped."""
        return self._markup(brief=False)

    @functools.cached_property
    def brief(self) -> str:
        """The same of its overview alone."""
        return self._markup(brief=True)

    @property
    def title(self) -> str:
        """Its title."""
        return f"{page.masthead(self.analysis)['title']} – {WORDS['eyebrow'][self.analysis.run.language]}"

    @functools.cached_property
    def contents(self) -> dict[str, object]:
        """What the scripts need of it."""
        language = self.analysis.run.language
        words: dict[str, object] = {key: WORDS[key][language] for key in _SCRIPT_WORDS}
        words["whatif"] = whatif.words(language)
        words["list"] = list_words.words(language)
        words["network"] = network_words.words(language)
        words["kinds"] = {kind.value: kind.text[language] for kind in Kind}
        words["marks"] = [say.graded(grade, language) for grade in sorted(Grade)]
        words |= {f"world_{key}": text[language] for key, text in world_words.WORDS.items()}
        drawn = [
            {
                **drawn,
                "heaviest": [names.key(each.node) for each in summary.points(system.system)],
                "world": {key: system.world[key] for key in ("layers", "countries", "assemblies", "arcs")},
            }
            for system, drawn in zip(self.systems, self.maps, strict=True)
        ]
        return {"title": self.title, "words": words, "systems": drawn}

    def _markup(self, *, brief: bool) -> str:
        language = self.analysis.run.language
        body: str = (
            templates()
            .get_template("body.html.j2")
            .render(
                language=language,
                brief=brief,
                languages=tuple(_LANGUAGES.items()),
                w={key: text[language] for key, text in WORDS.items()},
                n=network_words.words(language),
                whatif=whatif.words(language),
                l=list_words.words(language),
                sifting=page_sifting.sifting,
                told=page_component.told,
                amount=number,
                apart=decisions.apart(self.analysis),
                changes_of=page_compare.section,
                masthead=page.masthead(self.analysis),
                systems=self.systems,
                maps=self.maps,
                grades=[(int(each), each.text[language], each.mark, each.key) for each in sorted(Grade, reverse=True)],
                provenance=tables.provenance(self.analysis),
                rules=self.analysis.rules,
                compared=page_bonus_malus.side_by_side(self.analysis),
            )
        )
        return body


_LANGUAGES = {"nl": "Nederlands", "en": "English"}

_SCRIPT_WORDS = (
    *("map_label", "no_match", "chain", "takes", "takes_one", "clear"),
    *("component", "net_within", "net_caption", "net_caption_some"),
)


def packed(content: object) -> str:
    """JSON, compressed and in base 64: a tenth of its size, and nothing in it can be taken for markup.

    The script of the page unpacks it with what every browser since 2023 has (Compression Streams). A value that JSON
    has no word for is refused.
    """
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode("ascii")


def _static(name: str) -> str:
    return (resources.files("reports") / "static" / name).read_text(encoding="utf-8").replace("\r", "")


def _vis_network() -> str:
    """vis-network from the files of pyvis itself, without the pointer to a map file that is not here."""
    from reports.page.network.pyvis_light import network_class

    network_class()
    file = resources.files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    code = file.read_text(encoding="utf-8").replace("\r", "")
    return code.replace("//# sourceMappingURL=vis-network.min.js.map", "").replace("</script", "<\\/script")


def _policy(scripts: list[str], style: str) -> str:
    """The content-security policy: only these very scripts and this very style, and nothing from anywhere."""
    allowed = " ".join(_digest(script) for script in scripts)
    parts = (
        "default-src 'none'",
        f"script-src {allowed}",
        f"style-src {_digest(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def _digest(content: str) -> str:
    """How a policy names an inline script. Source: Content Security Policy Level 3, section 2.3.1 (hash-source)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


REPORT = Report("risk-map", "risk-map.html", Text("Risicokaart", "Risk map"), render)

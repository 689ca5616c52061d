"""``risk-map.html``: the whole analysis on one page that asks nobody for anything."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from importlib import resources
from typing import Any

from depmap.core.judgement import Analysis, Grade
from depmap.core.text import Text
from reports import page, page_bonus_malus, tables
from reports.interface import Report
from reports.map_data import map_data
from reports.words import WORDS


def render(analysis: Analysis) -> bytes:
    """The page, in the language of the run; the same analysis gives the same bytes."""
    language = analysis.run.language
    systems = page.systems(analysis)
    scripts = [_vis_network(), _static("network.js"), _static("page.js")]
    style = _static("risk-map.css")
    data = [map_data(system) for system in systems]
    html: str = _template().render(
        language=language,
        w={key: text[language] for key, text in WORDS.items()},
        masthead=page.masthead(analysis),
        policy=_policy(scripts, style),
        style=style,
        scripts=scripts,
        systems=systems,
        maps=data,
        data=_for_script({"words": _script_words(analysis), "systems": data}),
        grades=[(int(grade), grade.text[language], grade.mark, grade.key) for grade in sorted(Grade, reverse=True)],
        provenance=tables.provenance(analysis),
        rules=analysis.rules,
        compared=page_bonus_malus.side_by_side(analysis),
    )
    return html.encode("utf-8", "replace")


@functools.cache
def _template() -> Any:
    """The compiled page; what it is given is escaped unless it says otherwise."""
    import jinja2

    def text(name: str) -> str:
        return (resources.files("reports") / "templates" / name).read_text(encoding="utf-8")

    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        loader=jinja2.FunctionLoader(text),
    )
    return environment.get_template("risk-map.html.j2")


def _static(name: str) -> str:
    return (resources.files("reports") / "static" / name).read_text(encoding="utf-8").replace("\r", "")


def _vis_network() -> str:
    """vis-network from the files of pyvis itself, without the pointer to a map file that is not here."""
    from reports.pyvis_light import network_class

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


def _for_script(content: object) -> str:
    """JSON that cannot end the element it stands in, whatever names it holds."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _script_words(analysis: Analysis) -> dict[str, str]:
    keys = ("map_label", "visible_count", "no_match", "chain", "takes", "takes_one", "clear")
    return {key: WORDS[key][analysis.run.language] for key in keys}


REPORT = Report("risk-map", "risk-map.html", Text("Risicokaart", "Risk map"), render)

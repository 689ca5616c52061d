"""``--theme``: what a theme may set, what is refused with its line, and texts that would be hard to read."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from depmap.app.contrast import contrast
from depmap.app.theme import LARGEST, read_theme
from depmap.core.errors import UsageError
from reports.page.look import FONT, TEXTS, own_look
from tests.support import ROOT, Run

HOUSE = """/* the look of the house */
:root { --accent: #7A1F5C; --font: Georgia, 'Times New Roman', serif }
@media (prefers-color-scheme:dark) { :root { --accent: #f0a6d8; } }
"""
REFUSED = [
    ("@import url(x.css);", 1, "@import url(x.css)"),
    (":root { --accent: url(http://example.org/x) }", 1, "url(http://example.org/x)"),
    (":root { --accent: #fff }\n\nbody { color: red }", 3, "body"),
    (":root {\n  color: red;\n}", 2, "color: red"),
    (":root { --accent: red; }", 1, "red"),
    (":root { --accent: #ffff; }", 1, "#ffff"),
    (":root { --accent: #fff !important; }", 1, "#fff !important"),
    (":root { --accent: var(--ink); }", 1, "var(--ink)"),
    (":root { --accent: #fff; }</style><script>alert(1)</script>", 1, "</style><script>alert(1)</script>"),
    (':root { --font: url("x.woff") }', 1, 'url("x.woff")'),
    (':root { --font: "a\\22 ;}" }', 1, '"a\\22'),
    ("@media print { :root { --accent: #fff } }", 1, "@media print"),
    ("@media (prefers-color-scheme: dark) { a { --accent: #fff } }", 1, "a"),
    ("@font-face { font-family: x; src: url(x) }", 1, "@font-face"),
    (":root, body { --accent: #fff }", 1, ":root, body"),
    (":root { --accent: #fff } }", 1, "}"),
    (":root { /* no end", 1, "/* no end"),
]


def theme(folder: Path, text: str) -> Path:
    path = folder / "house.css"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "line", "word"), REFUSED)
def test_anything_else_is_refused_with_its_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_theme(theme(tmp_path, text))
    assert refused.value.message.en == f"house.css, line {line}: “{word}” cannot be in a theme."
    assert refused.value.hint is not None


@pytest.mark.parametrize(
    "text", [":root { --accent: #fff", ":root {", "@media (prefers-color-scheme: dark) { :root { }"]
)
def test_a_brace_that_does_not_close(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="before a brace closes"):
        read_theme(theme(tmp_path, text))


@pytest.mark.parametrize("text", ["", ":root { }", "/* nothing */"])
def test_a_theme_that_sets_nothing(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="sets no property"):
        read_theme(theme(tmp_path, text))


def test_files_that_are_no_theme(tmp_path: Path) -> None:
    path = tmp_path / "house.css"
    with pytest.raises(UsageError, match="does not exist"):
        read_theme(path)
    (tmp_path / "haus.css").write_text("", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        read_theme(path)
    assert refused.value.hint is not None
    assert refused.value.hint.nl.startswith("Bedoelde u haus.css?")
    path.write_bytes(b"\xff\xfe:root")
    with pytest.raises(UsageError, match="UTF-8"):
        read_theme(path)
    path.write_bytes(b" " * (LARGEST + 1))
    with pytest.raises(UsageError, match="larger than 65,536 bytes"):
        read_theme(path)


def test_an_unknown_name_is_met_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        read_theme(theme(tmp_path, ":root { --acent: #fff; }"))
    assert refused.value.hint is not None
    assert refused.value.hint.nl.startswith("Bedoelde u --accent?")


def test_it_is_written_anew_and_its_colours_are_for_screens(tmp_path: Path) -> None:
    found = read_theme(theme(tmp_path, HOUSE))
    assert found.style.splitlines() == [
        ':root { --font: "Georgia", "Times New Roman", serif; }',
        "@media screen and (prefers-color-scheme: light) { :root { --accent: #7a1f5c; } }",
        "@media screen and (prefers-color-scheme: dark) { :root { --accent: #f0a6d8; } }",
    ]
    assert found.issues == ()


def test_faint_text_is_a_warning_where_the_theme_makes_it(tmp_path: Path) -> None:
    issues = read_theme(theme(tmp_path, ":root { --soft: #bbb; --line: #eee }")).issues
    assert {issue.code for issue in issues} == {"DI921"}
    assert len(issues) == sum(text == "--soft" for text, _ in TEXTS)
    assert issues[0].message.nl == "Thema, lichte pagina: --soft op --page heeft een contrast van 1,9."
    dark = read_theme(theme(tmp_path, "@media (prefers-color-scheme: dark) { :root { --page: #777 } }")).issues
    assert all(issue.message.en.startswith("Theme, dark page") for issue in dark)
    assert dark


def test_contrast_is_that_of_wcag() -> None:
    # Source: WCAG 2.2, understanding 1.4.3: #777777 on white just fails, #767676 just passes.
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.01)


def test_the_page_itself_has_enough_contrast() -> None:
    look = own_look()
    for values in (look.light, look.dark):
        for text, ground in TEXTS:
            assert contrast(values[text], values[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("guide", ["guide.md", "gids.md"])
def test_the_guides_list_every_property(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    assert set(re.findall(r"`(--[a-z0-9-]+)`", text)) >= set(own_look().light)
    assert FONT in own_look().light


def test_through_the_command(run_depmap: Run, tmp_path: Path) -> None:
    bom = tmp_path / "parts.csv"
    bom.write_text("Item;Qty;Manufacturer;MPN;Country of origin\n1;4;Acme;M-1;Germany\n", encoding="utf-8")
    house = theme(tmp_path, HOUSE + ":root { --soft: #ccc }")
    words = ("analyze", str(bom), "-o", str(tmp_path / "out"), "--theme", str(house), "--lang", "en")
    result = run_depmap(*words)
    assert result.returncode == 0, result.stderr
    assert "--soft on --page has a contrast of 1.6" in result.stderr
    page = (tmp_path / "out" / "risk-map.html").read_text(encoding="utf-8")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    assert "--accent: #7a1f5c" in style[1]
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in page
    findings = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    assert "DI921" in {issue["code"] for issue in findings["issues"]}
    house.write_text(":root { --acent: #fff }", encoding="utf-8")
    refused = run_depmap("analyze", str(bom), "-o", str(tmp_path / "none"), "--theme", str(house))
    assert refused.returncode == 2
    assert "house.css, " in refused.stderr
    assert not (tmp_path / "none").exists()

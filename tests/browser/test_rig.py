"""The rig itself: it must see what the other tests demand to be absent."""

from __future__ import annotations

from pathlib import Path

from tests.browser.rig import AXE, NO_AXE, Open, missing

PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>{head}</head>
<body><main><h1>Proef</h1><p>Tekst</p>{body}</main></body></html>"""


def written(folder: Path, head: str = "", body: str = "") -> Path:
    path = folder / "page.html"
    path.write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    return path


def test_axe_is_installed() -> None:
    """Without it tests of accessibility are skipped: on a build machine this one says so, once, and fails."""
    if not AXE.is_file():
        missing(NO_AXE)


def test_a_quiet_page_is_quiet(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(tmp_path, body='<img alt="x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'))
    assert (opened.requests, opened.console, opened.errors) == ([], [], [])
    assert opened.accessibility_violations() == []


def test_a_request_is_seen(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(tmp_path, head='<link rel="stylesheet" href="https://example.org/a.css">'))
    assert opened.requests == ["https://example.org/a.css"]


def test_a_neighbouring_file_is_a_request(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(tmp_path, body='<script src="other.js"></script>'))
    assert opened.requests == [(tmp_path / "other.js").as_uri()]


def test_words_on_the_console_and_exceptions_are_seen(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(tmp_path, body="<script>console.error('one'); throw new Error('two')</script>"))
    assert opened.console == ["error: one"]
    assert opened.errors == ["two"]


def test_what_a_policy_refuses_is_seen(open_page: Open, tmp_path: Path) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    opened = open_page(written(tmp_path, head=policy, body="<script>1</script>"))
    assert len(opened.console) == 1
    assert "Content Security Policy" in opened.console[0]
    assert opened.accessibility_violations() == [], "axe-core runs under a policy that forbids every script"


def test_a_missing_label_is_seen(open_page: Open, tmp_path: Path) -> None:
    (violation,) = open_page(written(tmp_path, body="<input>")).accessibility_violations()
    assert violation.startswith("label: input")


def test_language_scheme_and_size_are_those_asked_for(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path), lang="en", scheme="dark", size=(400, 300)).page
    asked = "[navigator.language, matchMedia('(prefers-color-scheme: dark)').matches, innerWidth, innerHeight]"
    assert page.evaluate(asked) == ["en", True, 400, 300]

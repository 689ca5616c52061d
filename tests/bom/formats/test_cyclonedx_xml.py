"""CycloneDX as XML says what its JSON form says; XML that is hostile or something else ends as one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bom.formats import open_file
from bom.sandbox.cyclonedx import VERSIONS
from bom.sandbox.limits import Refused
from bom.sandbox.markup import tree
from depmap.core.errors import InputError
from tests.bom.formats.documents import as_json, as_xml, beside, device, document, scout
from tests.support import Run


@pytest.mark.parametrize("version", VERSIONS)
def test_both_forms_say_the_same(tmp_path: Path, version: str) -> None:
    xml, plain = tmp_path / "bom.xml", tmp_path / "bom.json"
    xml.write_bytes(as_xml(scout(version)))
    plain.write_bytes(as_json(scout(version)))
    read, wanted = open_file(xml), open_file(plain)
    assert (read.format, wanted.format) == ("cyclonedx-xml", "cyclonedx-json")
    assert read.sheets == wanted.sheets
    assert len(read.sheets[0].rows) == 6
    assert [issue.message for issue in read.issues] == [issue.message for issue in wanted.issues]


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_said_about_a_component_is_no_component(tmp_path: Path, version: str) -> None:
    bom = scout(version)
    path = tmp_path / "bom.xml"
    path.write_bytes(as_xml(bom))
    plain = open_file(path)
    beside(bom)
    path.write_bytes(as_xml(bom))
    assert b"Grandfather" in path.read_bytes()
    assert open_file(path).sheets == plain.sheets


def test_dependencies_and_the_maker_beside_the_system(tmp_path: Path) -> None:
    bom = document(
        device("A"),
        device("B"),
        version="1.5",
        metadata={"component": device("Scout"), "manufacture": {"name": "Acme"}},
        dependencies=[{"ref": "A", "dependsOn": ["B"]}],
    )
    path = tmp_path / "bom.xml"
    path.write_bytes(as_xml(bom))
    assert open_file(path).sheets[0].rows == (
        ("level", "internal part number", "manufacturer"),
        ("0", "Scout", "Acme"),
        ("1", "A"),
        ("1", "B"),
    )
    assert [issue.code for issue in open_file(path).issues] == ["DI020"]


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda xml: (
            xml.replace(b"<bom ", b'<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6" ')
            .replace(b' xmlns="http://cyclonedx.org/schema/bom/1.6"', b"")
            .replace(b"</bom>", b"</c:bom>")
            .replace(b"<component", b"<c:component")
            .replace(b"</component", b"</c:component")
            .replace(b"<name", b"<c:name")
            .replace(b"</name", b"</c:name")
        ),
        lambda xml: xml.replace(b"</name>", b'</name><x:name xmlns:x="urn:x">other</x:name>'),
        lambda xml: xml.replace(b">A<", b"><![CDATA[A]]><"),
    ],
)
def test_the_same_content_written_otherwise(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "bom.xml"
    path.write_bytes(change(as_xml(document(device("A")))))
    assert open_file(path).sheets[0].rows == (("internal part number",), ("A",))


GOOD = as_xml(document(device("A")))
HOSTILE: dict[str, tuple[bytes, str]] = {
    "entities": (GOOD.replace(b"<bom", b'<!DOCTYPE bom [<!ENTITY a "b">]><bom'), "DOCTYPE"),
    "document type": (GOOD.replace(b"<bom", b'<!DOCTYPE bom SYSTEM "file:///etc/passwd"><bom'), "DOCTYPE"),
    "late entity": (GOOD.replace(b">A<", b">&a;<"), "no valid file"),
    "cut": (GOOD[:-20], "no valid file"),
    "deep": (GOOD.replace(b"<components>", b"<components>" * 5000), "no valid file"),
    "unknown encoding": (GOOD.replace(b"UTF-8", b"x-mars"), "no valid file"),
    "other version": (GOOD.replace(b"bom/1.6", b"bom/1.1"), "follows CycloneDX 1.1"),
    "no components": (as_xml(document()), "without parts"),
    "software": (as_xml(document(device("left-pad", type="library"))), "software only"),
    "other XML": (b'<bom xmlns="urn:acme"><component/></bom>', "XML data"),
    "comments": (b"<!---->" * 9000 + b"<bom", "no valid file of XML"),
    "an open comment": (b"<?xml version='1.0'?><!--" + b"-" * 60_000, "no valid file of XML"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_bill_of_materials_ends_as_one_sentence(tmp_path: Path, name: str) -> None:
    data, words = HOSTILE[name]
    path = tmp_path / "bom.xml"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        open_file(path)
    assert words in caught.value.message.en
    assert "\n" not in caught.value.message.nl
    assert caught.value.hint is not None


def test_it_is_analysed_like_any_list(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "scout.xml").write_bytes(as_xml(scout("1.6")))
    done = run_depmap("analyze", "scout.xml", "--lang", "nl")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Scout: 5 ")


@pytest.mark.parametrize("name", ["a", "skipped", "x:a"])
def test_any_xml_nests_a_hundred_deep_and_no_deeper(name: str) -> None:
    """Elements that do not matter count too, or they would be the way around the limit."""

    def nested(levels: int) -> bytes:
        return f'<a xmlns:x="x">{f"<{name}>" * (levels - 1)}{f"</{name}>" * (levels - 1)}</a>'.encode()

    assert tree(nested(100), "XML", frozenset({"skipped"}))[0].name == "a"
    with pytest.raises(Refused, match="malformed"):
        tree(nested(101), "XML", frozenset({"skipped"}))

"""In the child: CycloneDX as XML, brought into the shape of its JSON form."""

from __future__ import annotations

from bom.sandbox.cyclonedx import KIND, read_document
from bom.sandbox.limits import Refused
from bom.sandbox.markup import Element, tree

NAMESPACE = "http://cyclonedx.org/schema/bom/"
"""Of the root element; the version follows."""

_SKIPPED = frozenset(
    "annotations citations compositions declarations definitions evidence formulation hashes licenses modelCard"
    " patentAssertions patents pedigree releaseNotes services signature tools vulnerabilities".split()
)


def read(data: bytes) -> dict[str, object]:
    """See `bom.sandbox.cyclonedx`.

    Raises:
        Refused: no well-formed XML, with a document type, or no bill of materials.
    """
    root, space = tree(data, KIND, _SKIPPED)
    if root.name != "bom" or not space.startswith(NAMESPACE):
        raise Refused("kind", "xml")
    document: dict[str, object] = {"specVersion": space.removeprefix(NAMESPACE)}
    document["components"] = [_component(each) for each in root.all("components", "component")]
    document["dependencies"] = [
        {"ref": each.get("ref"), "dependsOn": [below.get("ref") for below in each.all("dependency")]}
        for each in root.all("dependencies", "dependency")
    ]
    metadata: dict[str, object] = {
        name: _organisation(found) for name in ("manufacture", "supplier") for found in root.all("metadata", name)
    }
    for found in root.all("metadata", "component"):
        metadata["component"] = _component(found)
    return read_document({**document, "metadata": metadata})


def _component(element: Element) -> dict[str, object]:
    """One component with those nested in it; the depth is bounded by that of the document."""
    component: dict[str, object] = {"type": element.get("type"), "bom-ref": element.get("bom-ref")}
    if element.get("isExternal"):
        component["isExternal"] = element.get("isExternal")
    for name in ("name", "version", "versionRange", "description", "scope"):
        component[name] = element.said(name)
    for name in ("manufacturer", "supplier"):
        for found in element.all(name):
            component[name] = _organisation(found)
    component["externalReferences"] = [
        {"url": each.said("url")} for each in element.all("externalReferences", "reference")
    ]
    component["properties"] = [
        {"name": each.get("name"), "value": each.text} for each in element.all("properties", "property")
    ]
    component["components"] = [_component(each) for each in element.all("components", "component")]
    return component


def _organisation(element: Element) -> dict[str, object]:
    return {"name": element.said("name")}

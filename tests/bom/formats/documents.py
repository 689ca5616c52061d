"""Hardware bills of materials of our own in CycloneDX, as JSON and the same as XML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

ARRAYS = {"components": "component", "externalReferences": "reference", "properties": "property"}
ARRAYS |= {"ancestors": "component", "variants": "component", "licenses": "license", "hashes": "hash"}
ARRAYS |= {"copyright": "text", "services": "service", "annotations": "annotation", "subjects": "subject"}
ARRAYS |= {"compositions": "composition", "assemblies": "assembly", "formulation": "formula"}


def device(name: str, *inside: Mapping[str, Any], **said: Any) -> dict[str, Any]:
    """A component; ``maker``, ``supplier`` and what else is said become what the standard calls it."""
    component: dict[str, Any] = {"type": said.pop("type", "device"), "bom-ref": said.pop("ref", name), "name": name}
    for role, key in (("maker", "manufacturer"), ("supplier", "supplier")):
        if role in said:
            component[key] = {"name": said.pop(role)}
    properties = said.pop("properties", {})
    component |= said
    if properties:
        component["properties"] = [{"name": key, "value": value} for key, value in properties.items()]
    return component | ({"components": list(inside)} if inside else {})


def document(*components: Mapping[str, Any], version: str = "1.6", **more: Any) -> dict[str, Any]:
    """A document of these components."""
    return {"bomFormat": "CycloneDX", "specVersion": version, "version": 1, **more, "components": list(components)}


def scout(version: str) -> dict[str, Any]:
    """A quadcopter in that version: the manufacturer of a component exists from 1.6 on."""
    motor = device(
        "MN-3110",
        **_made_by("Motor Works", version),
        description="Brushless motor",
        supplier="Parts Shop",
        version="rev-B",
        externalReferences=[{"type": "website", "url": "https://motor.example/mn"}],
        properties={"cdx:device:quantity": "4", "cdx:device:function": "motor", "acme:countryOfOrigin": "Germany"},
    )
    origin = {"acme:hbom:mpn": "PX-1-A", "country_of_origin": "France"}
    processor = device("PX-1", **_made_by("Chip Works", version), properties=origin)
    board = device("Autopilot", processor, device("Loader", type="firmware"), device("lib", type="library"))
    return document(motor, board, version=version, metadata={"component": device("Scout")})


def beside(bom: dict[str, Any]) -> None:
    """Say of every part what the standard lets one say about parts: where it comes from, how that is known, licences.

    All of it may hold names, components and properties of its own, which are none of the bill of materials.
    """
    ancestor = device("Grandfather", supplier="Parts Shop", properties={"mpn": "X"})
    for part in bom["components"]:
        part["pedigree"] = {"ancestors": [ancestor], "variants": [ancestor], "notes": "a copy"}
        part["evidence"] = {"identity": {"field": "name", "confidence": "0.8"}, "copyright": [{"text": "2026 Acme"}]}
        part["licenses"] = [{"license": {"name": "Closed"}}]
        part["hashes"] = [{"alg": "SHA-256", "content": "00"}]
        part["author"], part["publisher"], part["group"] = "A. Person", "Acme Press", "acme"
    bom["services"] = [{"name": "Cloud", "provider": {"name": "Acme Cloud"}}]
    bom["annotations"] = [{"subjects": ["MN-3110"], "text": "look"}]
    bom["compositions"] = [{"aggregate": "incomplete", "assemblies": ["Autopilot"]}]
    bom["formulation"] = [{"components": [ancestor]}]


def _made_by(name: str, version: str) -> dict[str, str]:
    return {"maker": name} if version >= "1.6" else {}


def as_json(bom: Mapping[str, Any]) -> bytes:
    """The document as JSON."""
    return json.dumps(bom, ensure_ascii=False).encode()


def as_xml(bom: Mapping[str, Any]) -> bytes:
    """The same document as XML."""
    root = ElementTree.Element("bom", xmlns=f"http://cyclonedx.org/schema/bom/{bom['specVersion']}", version="1")
    if "metadata" in bom:
        metadata = ElementTree.SubElement(root, "metadata")
        for role in ("manufacture", "supplier"):
            if role in bom["metadata"]:
                _add(metadata, role, bom["metadata"][role])
        _add(metadata, "component", bom["metadata"]["component"])
    for name in ("components", "services", "annotations", "compositions", "formulation"):
        if name in bom:
            _add(root, name, bom[name])
    dependencies = ElementTree.SubElement(root, "dependencies")
    for each in bom.get("dependencies", ()):
        upper = ElementTree.SubElement(dependencies, "dependency", ref=each["ref"])
        for lower in each["dependsOn"]:
            ElementTree.SubElement(upper, "dependency", ref=lower)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by a test -->\n' + ElementTree.tostring(root)


def _add(above: ElementTree.Element, name: str, value: Any) -> None:
    element = ElementTree.SubElement(above, name)
    if isinstance(value, str):
        element.text = value
    elif isinstance(value, list):
        for each in value:
            _add(element, ARRAYS[name], each)
    elif name == "property":
        element.set("name", value["name"])
        element.text = value["value"]
    else:
        for key, inner in value.items():
            if key in ("type", "bom-ref"):
                element.set(key, inner)
            else:
                _add(element, key, inner)

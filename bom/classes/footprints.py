"""What the footprint of a part on a circuit board tells of its class, as the usual libraries name footprints."""

from __future__ import annotations

import re

_SIZES = r"(?:01005|0201|0402|0603|0805|1008|1206|1210|1808|1812|2010|2220|2512)"
"""Packages of chips without polarity, in hundredths of an inch."""

_CHIP = re.compile(rf"(?:SMD[-_ ]?)?{_SIZES}(?:/{_SIZES})*(?:[-_ ]?(?:SMD|SMT|C|CAP))?", re.IGNORECASE)
"""Only a size: a capacitor in it is ceramic, of anything else it tells nothing."""

_SIZED = re.compile(rf"(?<!\d){_SIZES}(?!\d)")
"""A size somewhere in the name: ``V0402``."""

_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r".*tantal.*|CP_EIA-.*|CAPMP.*|CAPPM.*|CAP[-_]TANT.*", "tantalum-capacitor"),
        (r".*:CP_(?:Elec|Radial|Axial).*|CP_(?:Elec|Radial|Axial).*|CAPAE.*|CAPPR[DA].*", "electrolytic-capacitor"),
        (r"E\d+(?:[,.]\d+)?-\d.*|C_ELEC_.*|CAP-(?:TH|SMD)_BD.*|D\d+(?:\.\d+)?X[HL]?\d.*", "electrolytic-capacitor"),
        (rf"Capacitor_SMD:C_.*|(?:SMD_?)?C(?:AP)?[-_]?{_SIZES}(?:\D.*)?|CAPC\d{{4}}.*", "ceramic-capacitor"),
        (r"(?:Capacitor_THT:)?C_Disc_.*", "ceramic-capacitor"),
        (rf"Resistor_(?:SMD|THT):R_.*|R(?:ES)?[-_]?{_SIZES}(?:\D.*)?|R_Axial_.*|RESC\d{{4}}.*", "resistor"),
        (rf"{_SIZES}[-_]RES.*", "resistor"),
        (rf"LED_(?:SMD|THT):.*|(?:CHIP)?LED[-_](?:D\d|{_SIZES}|SMD|RGB).*", "led"),
        (rf"Inductor_(?:SMD|THT):.*|L_{_SIZES}(?:\D.*)?|IND[CP]\d{{4}}.*", "inductor"),
        (r"Crystal:.*|Crystal_.*|Oscillator:.*|XTAL[-_].*|HC-?49.*", "oscillator"),
        (
            r"Connector(?!_Wire)[^:]*:.*|Pin(?:Header|Socket)_.*|TerminalBlock.*|USB_(?:A|B|C|Mini|Micro)_.*",
            "connector",
        ),
        (r"(?:HDR[-_]?|PINHD[-_]?)?\d{1,2}X\d{1,2}(?:[-_].*)?", "connector"),
    )
)
"""How footprints of a class are named, in KiCad, Altium, EasyEDA and Eagle; the first that fits counts."""

_NO_CLASS = re.compile(
    r"test_?point|measurement_?point|mounting_?hole|fiducial|jumper|button|switch|relay|buzzer|potentiometer|res-adj"
    r"|trim|fuse|varistor",
    re.IGNORECASE,
)
"""Footprints of things that are no class."""

_PREFIXES = {
    "tantalum-capacitor": {"C"},
    "electrolytic-capacitor": {"C"},
    "ceramic-capacitor": {"C"},
    "resistor": {"R"},
    "led": {"D", "LED", "DS"},
    "inductor": {"L", "FB"},
    "oscillator": {"X", "Y", "XTAL", "OSC"},
    "connector": {"J", "P", "CN", "X", "CON", "CONN", "JP", "H", "SV"},
}
"""The reference designators with which a footprint is believed: a light may stand on the footprint of a resistor."""


def by_footprint(footprint: str, prefix: str | None, *, capacitor: bool = False) -> str | None:
    """The class of a part with this footprint, prefix of its designators, and whether it is known to be a capacitor.

    >>> by_footprint("Capacitor_SMD:C_0402_1005Metric", "C"), by_footprint("0805", "C"), by_footprint("0805", "D")
    ('ceramic-capacitor', 'ceramic-capacitor', None)
    """
    capacitor = capacitor or prefix == "C"
    if capacitor and _CHIP.fullmatch(footprint.strip()):
        return "ceramic-capacitor"
    name = next((name for pattern, name in _SIGNS if _fits(pattern, footprint)), None)
    if name is None and capacitor and _SIZED.search(footprint):
        return "ceramic-capacitor"
    if name is None or prefix in _PREFIXES[name]:
        return name
    return name if prefix is None and (capacitor or not name.endswith("capacitor")) else None


def by_no_class(footprint: str) -> bool:
    """Whether the footprint is that of a thing of no class, whatever its designator.

    >>> by_no_class("Potentiometer_THT:Potentiometer_Bourns_3296W"), by_no_class("R_0603")
    (True, False)
    """
    return _NO_CLASS.search(footprint) is not None


def _fits(pattern: re.Pattern[str], footprint: str) -> bool:
    """Whether the footprint, or its name without that of the library, is named so."""
    whole = footprint.strip()
    return pattern.fullmatch(whole) is not None or pattern.fullmatch(whole.rpartition(":")[2]) is not None

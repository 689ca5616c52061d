"""Words that help to tell what a description is about, beside the keywords of the component classes."""

from __future__ import annotations

import re

ELSE = frozenset(
    # English: things that are no class of their own, named after one ("cable gland", "led driver").
    "accessories accessory adapter adaptor adhesive anode backshell bag base bits block blower board box brace "
    "bracket brake breadboard breakout brush bumper button cap carrier case chamber charger charging clamp clevis "
    "clip coating contactor controller converter cooler coupler coupling cover cradle crimp crimper cross crossed "
    "cutter damper detector dev development devkit diode driver duct eeprom enclosure encoder evaluation extension "
    "extractor fan fixture flange flash foam foot frame fuse gasket gauge gear gearbox gland glove glue grease grip "
    "gripper grommet guard guide hat heatshrink heatsink hinge holder hood hook horn housing hub insert installation "
    "insulation isolator jig joystick kit knob label laces lead leads lens lever lid light linkage lock lug mast "
    "memory monitor mount nozzle objective optic optical pad paint panel paste pen plate pliers pole post "
    "potentiometer primer protection protector puller pulley pump pushrod qi rail regulator relay ring rivet rod rom "
    "saddle safety saw schottky screwdriver seal set shaft shell shield shim shipping shroud simulator sink sleeve "
    "sleeving spacer splice spool spreader spring sprocket sram stand standoff station stencil sticker strain strap "
    "strip stripper stud supply support suspension switch tape terminal terminals tester thermistor thermostat tie "
    "ties tool tools track tracker tray trimmer tripod tube tubing tvs valve varistor vent wash window wiper wrap "
    "wrench zener "
    # Dutch.
    "afdekking behuizing bescherming beugel borging bril buis bus deksel demper doos drager flens folie "
    "gereedschap hars hoes hoorn houder huis inzet kap kast klem knop koeler koffer koker koppeling kous lader "
    "laders lier lijm lip luik mantel meter omvormer paneel plaat plug pomp poot profiel relais schakelaar "
    "scharnier sensorprint slang sleutel spanner steun tang uitworp venster verdeler vergrendeling verlichting "
    "versterker voet wartel wiel zekering "
    # German and French.
    "abdeckung boitier chargeur fusible gehause halter halterung kappe klemme ladegerat sicherung".split()
)
"""Things that a class is not, though its name may stand beside: with one of them the class is unknown."""

ELSE_ENDINGS = tuple(
    "afdekking behuizing bescherming beugel bevestiging bewaking demper deksel doos drager flens gereedschap houder "
    "hoes huis inzet kap kast klem knop koeler koffer koker koppeling kous lader lijm luik mantel mast meter "
    "omvormer paneel plaat pomp profiel relais scharnier schakelaar slang sleutel steun uitworp venster verdeler "
    "vergrendeling verlichting versterker voet wartel zekering".split()
)
"""Last parts of Dutch compounds that are such things ("batterijhouder")."""

TAKEN_APART = frozenset("schroefdraad luchtschroef boegschroef scheepsschroef uitlager".split())
"""Words that end like a keyword and mean something else."""

DETAILS = frozenset(
    "2rs a aa aaa ac and ang angle awg axial black blank blauw bleu blue brass bright button can cap cck ccw chip "
    "class clear clr connection countersunk csk cw dc deep diff diffused din dome double dual en ethernet female flat "
    "flex flexible geel geflensd general generic gold green grey groen groove hdmi head hex hf hifreq high horizontal "
    "iec inch inox iso jaune k kohm kv kω laags lagen layer layers led left lf long low m ma male metal metric mh "
    "micro mini miniature mm mohm multicore mω nc nf nh non npo ohm pan pf phillips pin pins plain plastic plated "
    "pole polig pos position positions power precision press ptfe purpose radial red rf right rigid rohs rood rouge "
    "round rs rt rund rvs sealed shielded short silicone single slotted sma smd smt socket solid square ss stainless "
    "standard std steel straight stranded super supr th thick thin thread threaded through tht tin torx type uf uh "
    "usb v vert vertical verzinkt w way white wit yellow ylw zinc zwart zz ω ωm".split()
)
"""Words that say more about a part without making it another one."""

MATERIALS = frozenset({"aluminium-part", "carbon-airframe", "magnesium-part", "polymer-part", "titanium-part"})
"""Classes whose keywords are materials: they count only beside the name of a structural part."""

STRUCTURAL = frozenset(
    "airframe arm arms balk beam behuizing beugel boom bracket buis bulkhead deel enclosure extrusion fitting "
    "frame fuselage housing hull ligger mast mount paneel panel plaat plate plates poot profiel profile rib rod "
    "romp sheet skin spant spar staaf steun strip strut tube vleugel weldment wing".split()
)
"""Structural parts."""

STRUCTURAL_ENDINGS = ("balk", "behuizing", "beugel", "buis", "frame", "paneel", "plaat", "poot", "profiel", "steun")
"""Last parts of Dutch compounds that are structural parts ("koolstofplaat")."""

COMPOUNDS = {
    "antenne": "antenna", "antennes": "antenna", "camera": "camera", "kamera": "camera", "connector": "connector",
    "weerstand": "resistor", "kabel": "cable", "kabelboom": "cable", "lager": "bearing", "moer": "fastener",
    "bout": "fastener", "propeller": "propeller", "ontvanger": "radio-link", "zender": "radio-link",
    "servo": "servo", "radar": "radar", "widerstand": "resistor", "steckverbinder": "connector",
    "stiftleiste": "connector", "buchsenleiste": "connector", "schraube": "fastener", "mutter": "fastener",
}  # fmt: skip
"""Last parts of Dutch and German compounds, each with its class: the last part says what the whole is."""

NAMES = frozenset("xt60 xt30 xt90 jst raspberry pi jetson pixhawk stm32 esp32 18650 21700 boson lipo".split())
"""Keywords that are names: beside a thing ("xt60 plug") they say of which kind it is, not what it is."""

DIELECTRICS = {
    "ceramic-capacitor": ("cer", "keram", "mlcc", "x5r", "x7r", "x6s", "x7s", "x8r", "y5v", "c0g", "cog", "np0", "npo"),
    "electrolytic-capacitor": ("elect", "elektrolyt", "elco", "elko", "alum"),
    "tantalum-capacitor": ("tant", "tantaal"),
}
"""How words begin that make a capacitor one of a class."""

CAPACITORS = (
    "capacitor",
    "condensator",
    "kondensator",
    "condensateur",
    "condensador",
    "конденсатор",
    "电容",
    "コンデンサ",
)
"""What a word for a capacitor ends in."""

OTHER_CAPACITORS = frozenset(
    "film foil folie polypropylene polyester polymer mica mkp mks mkt pps supercap supercapacitor trimmer "
    "variable".split()
)
"""What makes a capacitor one of no class."""

PRINTED = re.compile(r"\b3[ -]?d[- ]?(?:print(?:ed|s)?|geprint)\b|\bprinted[ _-]?parts?\b|\bprintdeel", re.IGNORECASE)
"""What is made with a printer, in a description or a category."""

DEVICES = frozenset("fan lamp microphone module motor motors pump sensor sensors speaker unit".split())
"""Things that are set on a board with a connector, which then has the designator."""

OR = frozenset("or oder of ou en alternativ".split())
"""What stands between part numbers that are equally good."""

HOUSES = frozenset(("flight-controller", "companion-computer", "esc", "radio-link", "gnss-receiver"))
"""Classes of boards that are often named with the processor on them."""

BOARDS = frozenset(
    "board boards breakout module modul sensor imu mcu microcontroller package tqfp 模块 传感器 モジュール".split()
)
"""Words behind a part number that leave the part what it is: a breakout board of a sensor is there for the sensor."""

CHIPS = frozenset("0201 0402 0603 0805 1206 1210 1812 2220".split())
"""Packages of chips without polarity, in hundredths of an inch: a capacitor in one is ceramic."""

COLOURS = frozenset(
    "amber blue green infrared orange red white yellow blauw geel groen oranje rood wit blau gelb grun rot weiss "
    "bleu blanc jaune rouge vert".split()
)
"""Colours of light."""

ABBREVIATIONS = {"conn": "connector", "res": "resistor", "xtal": "oscillator"}
"""What catalogues of electronic parts put first, each with its class."""

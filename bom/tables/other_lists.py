"""Tables that look like lists of parts and are none: what they are is told by titles that lists of parts do not have.

Definition. A table *is of a kind* when at least so many of its titles belong to that kind (`KINDS`), and none of its
clear titles means a field that only a list of parts states beside them: a list of orders has quantities and prices
too, but no designators. A new kind of table is one row of `KINDS`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bom.columns.candidates import VAGUE
from bom.columns.titles import plain
from depmap.core.text import Text

_NUMBERED = frozenset({"designators", "mpn", "supplier_part_number", "part_number", "manufacturer"})
_BOUGHT = frozenset({"quantity", "mpn", "supplier_part_number", "manufacturer", "unit_price"})
_COUNTED = frozenset({"quantity", "designators", "level", "parent"})
_PLACED = frozenset({"designators", "level", "parent", "mpn", "manufacturer"})


@dataclass(frozen=True, slots=True)
class OtherList:
    """One kind of table that is no list of parts."""

    name: Text
    """What it is, with its article."""

    titles: str
    """Titles that such tables have and lists of parts hardly ever, in plain form without blanks, between bars."""

    least: int
    """How many of them make a table one."""

    unless: frozenset[str]
    """Fields of which one makes it a list of parts all the same."""

    needs: frozenset[str] = frozenset()
    """Fields of which one must be there; nothing when no field is needed."""

    surely: bool = False
    """Whether only titles with one meaning count for `unless`: a car has a model too."""


_STOCK = Text("een voorraadlijst van een magazijn", "a list of what a warehouse has in stock")

KINDS: tuple[OtherList, ...] = (
    OtherList(
        Text("een lijst van vormen om te tekenen", "a list of shapes to draw"),
        "x | y | cx | cy | width | height | radius | color | colour | fill | stroke | strokewidth | opacity | zindex"
        " | font | fontsize | text | shape | rotation",
        4, _BOUGHT | {"designators"},
    ),
    OtherList(
        _STOCK,
        "warehouse | warehousename | warehouseid | warehousecode | warehouselocation | storagelocation | shelf"
        " | shelfline | shelfno | shelfnumber | shelfid | rack | rackno | aisle | bin | binlocation | binnumber | binno"
        " | drawer | cabinet | reorderlevel | reorderpoint | reorderqty | reorderquantity | minstock | maxstock"
        " | minimumstock | stockvalue | stockid | lastcounted | lastrestocked | magazijn | magazijnlocatie"
        " | opslaglocatie | stelling | schap | legbord | lade | minimumvoorraad | minvoorraad | bestelniveau"
        " | lagerort | lagerplatz | regal | regalfach | fach | schublade | mindestbestand | meldebestand | entrepôt"
        " | étagère | rayon | tiroir | almacén | estante | cajón | magazzino | scaffale | cassetto | magazyn | regał"
        " | półka | склад | полка | стеллаж | ячейка | 仓库 | 货架 | 库位 | 倉庫 | 棚",
        2, _PLACED,
    ),
    OtherList(
        _STOCK,
        "reorderlevel | reorderpoint | reorderqty | reorderquantity | minstock | maxstock | minimumstock | stockvalue"
        " | lastcounted | lastrestocked | warehouse | magazijn | minimumvoorraad | minvoorraad | bestelniveau"
        " | lagerort | lagerplatz | mindestbestand | meldebestand | entrepôt | almacén | magazzino | magazyn | 仓库",
        1, _COUNTED, frozenset({"stock"}),
    ),
    OtherList(
        Text("een plaatsingsbestand van een bestukkingsmachine", "a pick-and-place file"),
        "midx | midy | posx | posy | centerx | centery | refx | refy | padx | pady | locx | locy | locationx"
        " | locationy | positionx | positiony | coordx | coordy | rot | rotation | layer | side | boardside"
        " | pcbside | tb | x | y | angle | xpos | ypos",
        2, _BOUGHT,
    ),
    OtherList(
        Text("een pinbezetting of verbindingslijst", "a pin-out or a list of connections"),
        "pin | pins | pinnumber | pinno | pinname | pinfunction | signal | signalname | gpio | net | netname | nodes"
        " | wire | wirecolor | wirecolour | wiregauge | fromconnector | toconnector | frompin | topin | connectora"
        " | connectorb | pina | pinb",
        2, _BOUGHT,
    ),
    OtherList(
        Text("een netlijst", "a netlist"),
        "net | nets | netname | netnames | netlist | nodename | netz | netzname | netten | netnaam",
        1, _BOUGHT | {"description", "total_price", "populate", "url", "supplier"}, surely=True,
    ),
    OtherList(
        Text("een registerkaart", "a map of registers"),
        "register | registername | address | offset | bit | bits | bitfield | default | reset | resetvalue | access"
        " | accesstype | rw",
        2, _BOUGHT,
    ),
    OtherList(
        Text("een boekhouding", "an account book"),
        "balance | saldo | iban | debit | credit | debet | rekening | tegenrekening | transaction | transactie"
        " | boekdatum",
        1, _NUMBERED,
    ),
    OtherList(
        Text("een adreslijst", "a list of addresses"),
        "phone | email | telefoon | telephone | mobile | address | adres | postcode | zipcode | woonplaats"
        " | contactperson | contactpersoon",
        1, _NUMBERED,
    ),
    OtherList(
        Text("een overzicht van bestellingen of verkopen", "a record of orders or sales"),
        "customer | customername | customerid | customerno | customernumber | klant | klantnaam | klantnummer | kunde"
        " | client | cliente | invoice | invoiceno | invoicenumber | invoicedate | factuur | factuurnummer"
        " | factuurdatum | rechnungsnummer | orderid | orderdate | orderstatus | besteldatum | shipdate | shipmode"
        " | salesperson | paymentmethod | sales",
        2, _PLACED,
    ),
    OtherList(
        Text("een urenstaat", "a time sheet"),
        "task | taak | employee | medewerker | werknemer | mitarbeiter | hours | hourlyrate | uren | aantaluur"
        " | aantaluren | uurtarief | stunden | stundensatz | starttime | endtime | workedhours",
        2, _PLACED | {"part_number", "supplier_part_number"},
    ),
    OtherList(
        Text("een meet- of testverslag", "a log of tests or measurements"),
        "expected | measured | actual | passfail | testid | testcase | testname | teststep | expectedresult"
        " | actualresult | verdict | resultaat | verwacht | gemeten | result | operator | serialnumber | timestamp"
        " | elapsed | duration",
        2, _PLACED - {"designators"},
    ),
    OtherList(
        Text("een logboek", "a log"),
        "timestamp | datetime | eventid | eventtype | loglevel",
        1, _NUMBERED | {"unit_price"},
    ),
    OtherList(
        Text("een lijst van fouten, risico's of taken", "a list of faults, risks or tasks"),
        "severity | probability | impact | likelihood | assignee | priority | duedate | owner | action | mitigation"
        " | reportedby | startdate | enddate | milestone | sprint | ernst | waarschijnlijkheid | maatregel",
        2, _COUNTED | {"mpn", "manufacturer", "unit_price"},
    ),
    OtherList(
        Text("een lijst van voedingsmiddelen", "a list of foods"),
        "ingredient | ingredients | calories | kcal | protein | carbohydrates | carbs | sugar | ingrediënt"
        " | ingrediënten | zutat | zutaten | eiwit | koolhydraten",
        1, _NUMBERED,
    ),
    OtherList(
        Text("een vergelijking van kant-en-klare producten", "a comparison of finished products"),
        "year | modelyear | horsepower | enginehp | hp | cylinders | mpg | citympg | highwaympg | mileage | fuel"
        " | fueltype | transmission | msrp | exshowroom | insurance | onroadprice | ram | storage | screensize"
        " | displaysize | processor | cpu | gpu | os | reviews | isbn | author | publisher | genre | artist | bouwjaar"
        " | kilometerstand | brandstof | damage | health | maxhealth | hitpoints | manacost | rarity | armor | attack"
        " | defense | hull | charlevel | crewcapacity",
        2, _COUNTED | {"mpn", "supplier_part_number"}, surely=True,
    ),
    OtherList(
        Text("een prijzenverloop", "a record of prices by date"),
        "date | datum | day | timestamp | fecha | data | дата | tarih | 日期 | 日付 | prijsdatum | pricedate",
        1, _COUNTED, frozenset({"unit_price", "total_price", "stock"}),
    ),
)  # fmt: skip
"""The kinds that are told apart, the first that fits counts."""


def other_list(fields: Mapping[str, float], titles: Iterable[str]) -> OtherList | None:
    """What a table is when its titles are not those of a list of parts; None when nothing says so.

    Args:
        fields: what its clear titles mean, each with how surely (`bom.columns.headers.match`).
        titles: all its titles, as written.

    >>> found = other_list({"designators": 5.0}, ["Designator", "Mid X", "Mid Y", "Rotation"])
    >>> found.name.en
    'a pick-and-place file'
    >>> other_list({"description": 4.0, "quantity": 6.0}, ["Part", "Quantity", "Order date"]) is None
    True
    """
    names = {plain(title).replace(" ", "") for title in titles}
    sure = {field for field, score in fields.items() if score > VAGUE}
    for kind, own in zip(KINDS, _names(), strict=True):
        parts = kind.unless & (sure if kind.surely else fields.keys())
        if len(own & names) >= kind.least and not parts and (not kind.needs or kind.needs & fields.keys()):
            return kind
    return None


@functools.cache
def _names() -> tuple[frozenset[str], ...]:
    """The titles of every kind, in plain form."""
    return tuple(frozenset(plain(title).replace(" ", "") for title in kind.titles.split("|")) for kind in KINDS)

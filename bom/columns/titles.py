"""Titles of columns that are special: those with several meanings, those that name no field, and their plain form.

A new title with several meanings goes into `AMBIGUOUS`, a new shop into `DISTRIBUTORS`; a title with one meaning is a
synonym in `bom.fields`.
"""

from __future__ import annotations

import functools
import re
import unicodedata

AMBIGUOUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("part number | part no | part # | part nr | p/n | pn | partnumber | part num | part code number | n/p | nº parte"
     " | no parte | parça no | parça numarası | parça kodu | ürün kodu | symbol | 品番 | 部番 | 品番コード | 품번"
     " | 부품번호 | cikkszám | alkatrészszám | alkatrész szám | nr części | symbol części | číslo součástky"
     " | numero parte | n parte | número da peça | osanumero | product number | product no | product # | product nr"
     " | productnummer | produktnummer | produkt nr | numéro de produit | n° produit | número de producto"
     " | codice prodotto | numer produktu | číslo produktu",
     ("part_number", "mpn", "supplier_part_number")),
    ("number | numbers | nummer | nummers | číslo | 번호", ("part_number", "quantity", "line_id", "mpn")),
    ("model | model name | modello | модель | typ | typenummer | modelo | modèle | modell | type number",
     ("mpn", "description")),
    ("part | parts list | onderdelen | parts used | teil | teile",
     ("description", "designators", "mpn", "part_number", "supplier_part_number")),
    ("parts", ("designators", "description", "value", "category")),
    ("usd | us$ | eur | euro | euros | gbp", ("unit_price", "total_price")),
    ("preferred part | chosen part | selected part | suggested part | recommended part | example part | example model"
     " | recommendation | example | voorbeeld | aanbeveling | gekozen onderdeel | voorkeursonderdeel | empfehlung"
     " | exemple | ejemplo | esempio | esempio modello | пример | 推荐型号",
     ("mpn", "description")),
    ("alternate part | alternative part | alt part | alternative | alternate | substitute | substitutes | replacement"
     " | alternatief | alternatieve | vervanging | vervanger | ersatz | ersatztyp | remplacement | équivalent"
     " | sustituto | reemplazo | zamiennik | замена | аналог | 替代 | 替代料 | 代替品", ("mpn", "notes")),
    ("identificación | identificacion", ("description", "line_id")),
    ("board | board name | pcb | pcb name | platine | leiterplatte | printplaat | 板子", ("category",)),
    ("item no | item number | item nr | item #", ("line_id", "part_number")),
    ("reference | references | ref | referentie | referentienummer | référence | réf | referencia | referenz"
     " | réference | ref no | ref # | ref nr | referência | riferimento | referans | oznaczenie | označení | sigla"
     " | referens | referanse | viite | 記号",
     ("designators", "part_number", "mpn", "description", "supplier_part_number", "line_id")),
    ("product id", ("part_number", "parent", "description")),
    ("customer reference | customer ref", ("notes", "designators")),
    ("com", ("country_of_origin", "notes")),
    ("comment | comments | commentaar", ("value", "notes", "designators", "description")),
    ("equipment | uitrusting | apparatuur | ausrüstung | équipement | equipo | equipamento", ("description", "parent")),
    ("what | wat | was | quoi | qué | co", ("description",)),
    ("name | names | item name | naam | nom | nombre | bezeichnung | név | nome | nimi | navn | namn"
     " | 名前 | 이름",
     ("description", "designators", "value")),
    ("part file name | part file | printed part | print part", ("description", "part_number")),
    ("description/notes | description & notes | descriptions/notes | omschrijving/opmerkingen | beschreibung/notizen",
     ("description", "notes")),
    ("item | items | art", ("line_id", "description", "part_number")),
    ("component | components | componenten | composant | componente | bauteil",
     ("description", "designators", "part_number", "line_id")),
    ("type | types | soort | typ | tipo | típus | tür | tipi",
     ("category", "footprint", "value", "description", "mpn")),
    ("specification | specifications | spec | specs | specificatie | specificaties | spezifikation | spécification"
     " | especificación | especificação | requirement | requirements | eisen | vereisten | anforderungen | exigences"
     " | requisitos | parametry | parametry kluczowe | параметры | caratteristiche | specifiche | specyfikacja |"
     " specifica | beispiel | 仕様 | özellik | özellikler", ("description", "value", "notes")),
    ("说明 | 説明 | 内容 | 摘要", ("description", "notes")),
    ("function | functions | purpose | application | use | used for | where used"
     " | functie | doel | toepassing | waarvoor | gebruik | verwendung | zweck | funktion | fonction"
     " | utilisation | uso | finalidade | función | funzione | scopo | cel | przeznaczenie | zastosowanie | funkcja"
     " | účel | použití | användning | syfte | kullanım | amaç | назначение | применение | 用途 | 使用目的 | 용도",
     ("notes", "description")),
    ("why | justification | reason | explanation | rationale | waarom | reden | begründung | grund | motivo"
     " | powód | důvod | 理由", ("notes",)),
    ("evidence | bewijsstuk | bewijs | nachweis | proof", ("origin_evidence", "notes")),
    ("firma", ("supplier", "manufacturer")),
    ("stan", ("stock", "notes")),
    ("обозначение", ("part_number", "designators", "description")),
    ("sku", ("supplier_part_number", "mpn")),
    ("units | unidades | eenheden | einheiten | unités | unità | единицы", ("quantity", "unit")),
    ("source | bron | sources | preferred source | main source | alternative source | alternate source",
     ("supplier", "url")),
    ("code", ("part_number", "supplier_part_number", "mpn")),
    ("total quantity | total qty | qty total | quantity total", ("quantity",)),
    ("amount", ("quantity", "total_price")),
    ("total | totaal | totals | totalen", ("total_price", "quantity")),
    ("assembly | samenstelling | baugruppe | ensemble | conjunto", ("parent", "category", "description")),
    ("location | locatie | placement | positie | position | pos | konum | pozice", ("line_id", "designators")),
    ("stock no | stock number | order number | order no", ("supplier_part_number", "part_number")),
    ("link", ("url",)),
    ("beschikbaar | available | availability | have", ("stock", "notes")),
    ("status | 状态 | 狀態 | estado | statut | stato | статус | durum | stav | állapot", ("notes",)),
    ("supplier/manufacturer | manufacturer/supplier | fabrikant/leverancier | vendor/manufacturer",
     ("manufacturer", "supplier")),
    ("vendor", ("supplier", "manufacturer")),
)  # fmt: skip
"""Titles that mean different things to different people: the possible fields, likeliest first."""

DISTRIBUTORS: tuple[str, ...] = (
    "digikey", "digi-key", "digi key", "dk", "mouser", "farnell", "newark", "element14", "premier farnell", "lcsc",
    "szlcsc", "jlcpcb", "jlc", "jlc pcb", "rs",
    "rs components", "rs-online", "rs online", "radiospares", "arrow", "avnet", "tme", "conrad", "reichelt",
    "distrelec", "elfa", "future", "future electronics",
    "sparkfun", "adafruit", "pololu", "seeed", "seeedstudio", "amazon", "aliexpress", "alibaba", "ebay", "banggood",
    "hobbyking", "getfpv", "mcmaster",
    "mcmaster-carr", "mcmaster carr", "misumi", "verical", "octopart", "findchips", "rutronik", "schukat",
    "buerklin", "bürklin", "onlinecomponents", "allied",
    "allied electronics", "tti", "heilind", "sager", "masters", "rochester", "win source", "chip1stop", "verical",
    "coremaster", "taobao", "tmall", "utsource",
    "voelkner", "pollin", "oemsecrets", "samtec direct", "robotshop", "robu", "servocity", "mcmaster carr",
    "grainger", "fastenal", "home depot", "bol.com", "bol", "kiwi electronics",
    "opencircuit", "立创商城", "立创", "嘉立创", "淘宝",
)  # fmt: skip
"""Shops and distributors whose name stands in headers: such a column holds their order numbers."""

LIBRARY_TITLES: tuple[str, ...] = (
    "libpart", "lib part", "libref", "lib ref", "device", "cmp name", "symbol", "library ref", "library reference",
    "library", "library link", "cell", "symbol name",
    "sheetpath", "sheet path", "schematic sheet", "sheetno", "cad model", "model path",
)  # fmt: skip
"""Names that a drawing program gives its own symbols: they say nothing about what is bought."""

DIMENSION_TITLES: tuple[str, ...] = (
    "length", "width", "height", "thickness", "depth", "diameter", "length mm", "width mm", "height mm", "thickness mm",
    "lengte", "breedte", "hoogte", "dikte", "diepte", "länge", "breite", "höhe", "stärke", "dicke", "tiefe",
    "durchmesser", "laenge", "hoehe", "staerke", "longueur", "largeur", "hauteur", "épaisseur", "profondeur", "largo",
    "ancho", "alto", "espesor", "grosor", "larghezza", "lunghezza", "altezza", "spessore", "comprimento", "largura",
    "altura", "espessura", "długość", "szerokość", "wysokość", "grubość", "длина", "ширина", "высота", "толщина",
    "长度", "宽度", "高度", "厚度",
)  # fmt: skip
"""Titles of sizes, which cut lists and lists of plates have beside their names."""

OFFER_TITLES: tuple[str, ...] = (
    "moq", "min order", "min order qty", "minimum order", "minimum order quantity", "minimum quantity", "packaging",
    "order multiple", "multiple", "mult", "pack size", "package quantity", "pack qty", "price break", "price breaks",
    "verpakking", "minimale afname", "verpackung", "mindestmenge", "conditionnement",
)  # fmt: skip
"""Titles of what a shop states of its offer and a list of parts has no field for."""

MAKER_WORDS = frozenset(
    "manufacturer manufacture manufacturers mfr mfg mfgr manf manuf manu mnf maker oem brand"
    " fabrikant fabrikanten producent"
    " merk hersteller herst fabricant constructeur"
    " fabricante производителя".split()
)
"""Words of a title that mean who makes a part."""

SELLER_WORDS = frozenset(
    "supplier suppliers vendor vendors distributor distributors dist distri seller leverancier leveranciers"
    " distributeur lieferant lieferanten handler"
    " fournisseur proveedor distribuidor поставщика order ordering bestel bestell catalog catalogue oc sku"
    " shop store webshop purchase".split()
)
"""Words of a title that mean who sells it."""

NUMBER_WORDS = frozenset(
    "part parts number numbers nr no num n p pn pno pnr # code ref reference sku mpn id partnumber partno partnr"
    " artikelnummer artikel artikelnr nummer"
    " bestelnummer bestelnr bestelcode bestellnummer teilenummer teile numero referentie referenz article item"
    " order ordering model product s"
    " onderdeelnummer typenummer type".split()
)
"""Words of a title that mean a number or a code."""

FILLER_WORDS = frozenset("the of de het van der des du la le el und and en et our s by per".split())
"""Words of a title that mean nothing."""

SECOND_WORDS = frozenset(
    "alt alternate alternative alternatief alternatieve alternativ second secondary 2nd tweede other andere".split()
)
"""Words that make a title one of an alternate part."""

NAME_ENDINGS = ("bezeichnung", "benennung", "benaming", "naam", "name", "名称", "名")
"""How languages that write words together end a word for a name."""

NUMBER_ENDINGS = ("nummer", "nr", "编号", "番号", "号")
"""How they end a word for a number."""


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|\{[^{}]*\}")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=\d)")
_MEANINGLESS = re.compile(
    r"|(?:user ?|custom ?)?(?:field|column|col|kolom|veld|unnamed|spalte|colonne|columna|feld|champ|property"
    r"|attribute|text)[\s_:.\-]*\d*",
    re.IGNORECASE,
)
_CURRENCY = frozenset(
    "eur euro euros usd gbp chf cny rmb jpy sek nok dkk pln czk aud cad nzd inr brl mxn zar krw twd hkd sgd try rub uah"
    " huf ron ils aed us dollar dollars € $ £".split()
)


_WHOLE_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
"""Letters that are no other letter with an accent, as people write them where their keyboard lacks them."""


def plain(title: str) -> str:
    """A title without case, accents, punctuation, brackets, numbers and currency.

    >>> plain("Qté. (stuks)"), plain("supplierPartNumber 2"), plain("Unit price [EUR]"), plain("Mfr. P/N")
    ('qte', 'supplier part number', 'unit price', 'mfr p n')
    """
    without = title
    while (shorter := _BRACKETS.sub(" ", without)) != without:
        without = shorter
    if not any(character.isalnum() for character in without):
        without = title
    spaced = _CAMEL.sub(" ", without)
    folded = unicodedata.normalize("NFKD", spaced.casefold().translate(_WHOLE_LETTERS))
    letters = (c for c in folded if not unicodedata.combining(c))
    tokens = "".join(c if c.isalnum() else (" # " if c in "#№" else " ") for c in letters).split()
    kept = [token for token in tokens if not token.isdecimal() and token not in _CURRENCY]
    while len(kept) > 1 and kept[-1] in {"in", "à", "per", "excl", "incl"}:
        kept.pop()
    return " ".join(kept or tokens)


@functools.cache
def plain_set(words: tuple[str, ...]) -> frozenset[str]:
    """Some titles in their plain form."""
    return frozenset(plain(word) for word in words)


def without_distributor(name: str) -> str | None:
    """What is left of a plain title when the name of a distributor is taken out; None without one.

    >>> without_distributor("digikey part"), without_distributor("manufacturer part")
    ('part', None)
    """
    tokens = name.split()
    known = plain_set(DISTRIBUTORS)
    for length in (3, 2, 1):
        for start in range(len(tokens) - length + 1):
            if " ".join(tokens[start : start + length]) in known:
                return " ".join(tokens[:start] + tokens[start + length :])
    return None


def is_library_title(title: str) -> bool:
    """Whether a drawing program titles its own symbols so."""
    return plain(title) in plain_set(LIBRARY_TITLES)


def is_meaningless(title: str) -> bool:
    """Whether a title only numbers its column (``Field4``), or there is none.

    >>> is_meaningless("Field4"), is_meaningless(""), is_meaningless("Veld A")
    (True, True, False)
    """
    return _MEANINGLESS.fullmatch(title.strip()) is not None


def is_offer_title(title: str) -> bool:
    """Whether a title is that of a condition of a shop, such as the least that it sells."""
    return plain(title) in plain_set(OFFER_TITLES)


def is_dimension_title(title: str) -> bool:
    """Whether a title is that of a size of the part."""
    return plain(title) in plain_set(DIMENSION_TITLES)

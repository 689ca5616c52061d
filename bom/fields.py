"""THE field table: everything that a column of a bill of materials can mean, and how people title it.

A new spelling is added here and nowhere else: put it behind the language it belongs to, separated by ``|``. Spelling,
case, accents, punctuation, words in brackets and trailing numbers do not matter (see `bom.columns.headers.plain`), so
``Qté.``, ``qte`` and ``QTÉ (stuks) 2`` are one spelling. `AMBIGUOUS` lists titles that people use for several things;
there the cells below decide.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bom.spellings import SPELLINGS
from depmap.core.text import Text


class Kind(enum.StrEnum):
    """How the cells of a field are read."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DESIGNATORS = "designators"
    MARK = "mark"
    WEEKS = "weeks"
    COUNTRY = "country"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Field:
    """One meaning that a column can have."""

    key: str
    """Stable English key, as `Line.values` and ``depmap check --format json`` use it."""

    title: Text
    """The word that reports show."""

    kind: Kind
    """How its cells are read."""

    essential: bool
    """Whether an analysis misses something when this column is not recognised."""

    repeats: bool
    """Whether one line may have several: the second becomes ``key_2``, counted from left to right."""

    synonyms: tuple[str, ...]
    """Titles that mean this field and nothing else."""


def _field(key: str, title: Text, kind: Kind, flags: str, *spellings: str) -> Field:
    """A row of the table; ``flags`` holds ``e`` for essential and ``r`` for repeats."""
    synonyms = tuple(word.strip() for line in (*spellings, *SPELLINGS.get(key, ())) for word in line.split("|"))
    return Field(key, title, kind, "e" in flags, "r" in flags, (key, title.nl, title.en, *synonyms))


FIELDS: tuple[Field, ...] = (
    _field(
        "line_id", Text("regelnummer", "line number"), Kind.TEXT, "",
        "regel | regelnr | volgnummer | volgnr | positie | positienummer | posnr | itemnummer | stuklijstpositie |"
        " rangnummer",
        "line | line no | line # | find no | find number | find nr |"
        " position | pos"
        " | pos no | pos nr | index | idx | seq | sequence | sr no | s no | sl no | serial no | no | nr | # | id |"
        " row | line item"
        " | bom line | bom id | entry",
        "positionsnummer | position nr | lfd nr | laufende nummer | zeile | stücklistenposition",
        "n° | numéro | repère ligne | num | rang | poste",
        "número | núm | ítem | posición",
        "序号 | 编号 | 行号 | 项次",
        "№ | № п/п | поз | позиция | номер",
        "番号 | 項番 | 项目号",
        "riga | posizione | pozycja | položka | rad | linha",
        "sıra | sıra no | lp | l p | poz | pořadí",
    ),
    _field(
        "level", Text("niveau", "level"), Kind.TEXT, "e",
        "stuklijstniveau | bomniveau | diepte | laag",
        "bom level | lvl | lev | indent | indent level | indenture | indenture level | depth | tree level |"
        " hierarchy | hierarchy level"
        " | structure level | level no | level number",
        "ebene | stufe | stücklistenebene | baugruppenebene | strukturebene",
        "niveau nomenclature | profondeur",
        "nivel",
        "层级 | 级别 | 层次",
        "уровень",
        "nivå | poziom | úroveň | livello | nível | レベル",
    ),
    _field(
        "parent", Text("bovenliggend deel", "parent"), Kind.TEXT, "e",
        "ouder | hoofddeel | bovenliggend | bovenliggend artikel | bovenliggend item | hoort bij | onderdeel van |"
        " bovenliggende samenstelling"
        " | samenstelling | moederartikel | bovenliggende regel | bovenliggend onderdeel",
        "parent item | parent part | parent part number | parent id | parent number | parent no | parent assembly |"
        " parent component"
        " | parent ref | belongs to | assembly | next higher assembly | nha | used on | higher level | parent bom |"
        " parent pn"
        " | parent line | parent ipn | parent name",
        "übergeordnet | übergeordnete baugruppe | vater | elternteil | gehört zu | baugruppe | oberteil",
        "parent nomenclature | ensemble parent | composé | sous-ensemble de | ensemble",
        "padre | conjunto padre | conjunto | pertenece a",
        "父级 | 父项 | 上级 | 父件",
        "родитель | входит в | куда входит",
        "overordnet | nadřazený | conjunto pai",
    ),
    _field(
        "part_number", Text("artikelnummer", "part number"), Kind.TEXT, "e",
        "artikelnr | artikel | artikelcode | onderdeelnummer | onderdeelnr | onderdeelcode | materiaalnummer |"
        " stuknummer | tekeningnummer"
        " | intern nummer | eigen nummer | componentnummer | productcode | itemcode",
        "internal part number | internal pn | internal part no | ipn | company part number | company pn | our part"
        " number | item code"
        " | stock code | inventory number | inventory no | material number | material no | drawing number | drawing"
        " no | dwg no"
        " | house part number | hpn | customer part number | in-house part number | article number | article no |"
        " article | art no"
        " | product code | part code | component id | component number | erp number | sap number | item part number"
        " | part id"
        " | partno | library part number | child | child name | child part | child part number | child item |"
        " component part number",
        "artikel nr | sachnummer | teilenummer | teile nr | teilenr | materialnummer | zeichnungsnummer | interne"
        " nummer | ident nr | identnummer",
        "numéro de pièce | référence interne | code article | n° article | n° de pièce | référence article | numéro"
        " article",
        "número de parte | número de pieza | referencia interna | código | código de artículo | nº de pieza",
        "物料编码 | 物料编号 | 料号 | 物料号 | 物料代码",
        "артикул | обозначение | код | децимальный номер | номенклатурный номер",
        "部品番号 | 品番 | 図番",
        "codice articolo | codice | código da peça | artikelnummer internt | varenummer | delenummer | numer części"
        " | číslo dílu",
        "código sap | sap | sap nr | sap no | sap code | artikel code | malzeme kodu | stok kodu | kod | kod produktu",
    ),
    _field(
        "mpn", Text("fabrikantnummer", "manufacturer part number"), Kind.TEXT, "er",
        "fabrikant artikelnummer | artikelnummer fabrikant | onderdeelnummer fabrikant | fabrikantcode | typenummer"
        " | typenummer fabrikant"
        " | bestelnummer fabrikant | fabrikant onderdeelnummer | fabrikant nr | producentnummer",
        "mfr part number | mfr pn | mfr p/n | mfr part # | mfr # | mfr no | mfg part number | mfg pn | mfg p/n | mfg"
        " part # | mfg part no"
        " | mfpn | mfrpn | mpn # | manf# | manf # | manf part number | manf pn | manufacturer part | manufacturer"
        " part # | manufacturer part no"
        " | manufacturer p/n | manufacturer pn | manufacturer number | manufacturer code | manufacturer ref |"
        " manufacturer reference"
        " | manufacturer # | manufacturer model | manufacturer product number | manufacturer partnumber |"
        " manufacturers part number"
        " | manufacturer's part number | maker part number | maker pn | vendor mpn | oem part number | oem pn | mfg"
        " number | mfr number"
        " | mnf pn | mfn | man pn | man part no | manu part number | manuf part number | original part number |"
        " model number | model no | pn mfr"
        " | mf pn | mp | component mpn | ordering code manufacturer | mfr part | mfg part | man part number",
        "herstellernummer | hersteller teilenummer | herstellerteilenummer | hersteller artikelnummer |"
        " herstellerartikelnummer"
        " | hersteller nr | hersteller bestellnummer | hersteller typ | typenbezeichnung | hersteller bezeichnung |"
        " hersteller part nr"
        " | hersteller teile nr | hersteller artikel nr",
        "référence fabricant | réf fabricant | ref fabricant | numéro de pièce fabricant | code fabricant |"
        " référence constructeur"
        " | réf constructeur | n° fabricant",
        "referencia fabricante | número de parte del fabricante | número de pieza del fabricante | código del"
        " fabricante | ref fabricante",
        "型号 | 厂家型号 | 制造商型号 | 制造商料号 | 制造商零件编号 | 厂商型号"
        " | 制造商编号 | 原厂型号 | 商品型号 | 规格型号",
        "номер производителя | артикул производителя | партномер | парт-номер | код производителя",
        "型番 | 型式 | メーカー型番",
        "codice produttore | codice costruttore | código do fabricante | referência do fabricante | tillverkarens"
        " artikelnummer | numer producenta | číslo výrobce",
    ),
    _field(
        "manufacturer", Text("fabrikant", "manufacturer"), Kind.TEXT, "er",
        "fabrikantnaam | naam fabrikant | producent | merk | maker | fabrikaat | naam producent",
        "manufacturer name | manufacturers | mfr | mfr name | mfg | mfg name | mfgr | manf | manuf | manu | man | mf"
        " | mnf | brand | brand name | make"
        " | maker | producer | oem | manufactured by | made by | component manufacturer | part manufacturer | vendor"
        " manufacturer | approved manufacturer"
        " | manufacturer company",
        "hersteller | hersteller name | herstellername | marke | produzent | fabrikat | lieferant hersteller",
        "fabricant | nom fabricant | marque | constructeur | producteur",
        "fabricante | marca | productor | nombre del fabricante",
        "制造商 | 厂家 | 生产厂家 | 厂商 | 品牌 | 生产商 | 制造厂商",
        "производитель | изготовитель | фирма | бренд | завод изготовитель",
        "メーカー | 製造元",
        "produttore | costruttore | tillverkare | producent | produsent | výrobce",
        "üretici | marka | imalatçı | značka",
    ),
    _field(
        "supplier", Text("leverancier", "supplier"), Kind.TEXT, "er",
        "leveranciersnaam | naam leverancier | distributeur | verkoper | winkel | webshop | handelaar | toeleverancier"
        " | gekocht bij | besteld bij | te koop bij | waar gekocht | waar te koop | waar vandaan",
        "supplier name | suppliers | vendor | vendor name | vendors | distributor | distributor name | distributors"
        " | distri | dist | seller | shop"
        " | store | source | bought from | buy from | purchase from | purchased from | where to buy | retailer |"
        " reseller | preferred supplier"
        " | supplier source | source supplier | vendor source"
        " | sourced from | from where | where from | bought at | purchased at | ordered from | order from"
        " | obtained from | get it from | available at | available from | other distributor | provider | procured from"
        " | spr",
        "lieferant | lieferanten | händler | distributor name | bezugsquelle | anbieter | verkäufer | gekauft bei"
        " | bestellt bei | woher",
        "fournisseur | nom fournisseur | distributeur | vendeur | magasin | revendeur | où acheter | acheté chez",
        "proveedor | distribuidor | vendedor | tienda | comprado en | dónde comprar",
        "供应商 | 供货商 | 分销商 | 采购商 | 店铺",
        "поставщик | продавец | магазин | дистрибьютор",
        "購入先 | 仕入先 | 販売店 | 供給業者",
        "fornitore | fornecedor | leverantör | leverandør | dostawca | dodavatel",
        "tedarikçi | satıcı | sprzedawca | sklep | negozio | loja",
    ),
    _field(
        "supplier_part_number", Text("bestelnummer", "supplier part number"), Kind.TEXT, "er",
        "bestelnr | bestelcode | leveranciersnummer | artikelnummer leverancier | leverancier artikelnummer |"
        " bestelnummer leverancier"
        " | leverancier bestelnummer | leverancier nr | leverancierscode | ordernummer",
        "supplier part # | supplier part no | supplier part | supplier pn | supplier p/n | supplier ref | supplier"
        " reference | supplier code | supplier sku"
        " | supplier number | supplier no | supplier # | supplier order number | sku | vendor part number | vendor"
        " part # | vendor part no | vendor part"
        " | vendor pn | vendor p/n | vendor # | vendor no | vendor number | vendor code | vendor sku | vendor ref |"
        " spn | vpn | distributor part number"
        " | distributor part # | distributor part no | distributor part | distributor pn | distributor p/n |"
        " distributor # | distributor code"
        " | distributor number | distributor order number | distributor sku | distributor ref | distributor"
        " reference | order code | order number"
        " | order no | order # | order nr | ordering code | ordering number | ordering info | catalog number |"
        " catalog no | catalog # | catalogue number"
        " | cat no | cat # | stock number | stock no | dist part number | dist pn | dist part # | dpn | seller part"
        " number | source part number"
        " | shop number | asin | jlcpcb part | jlcpcb part # | lcsc part | lcsc part #",
        "bestellnummer | bestell nr | bestellnr | lieferantennummer | lieferanten nr | lieferanten artikelnummer |"
        " lieferantenartikelnummer"
        " | artikelnummer lieferant | best nr | bestellcode",
        "référence fournisseur | réf fournisseur | ref fournisseur | code commande | numéro de commande | référence"
        " commande | code fournisseur"
        " | référence distributeur",
        "referencia proveedor | código de proveedor | número de pedido | código de pedido | referencia del proveedor"
        " | ref proveedor",
        "商品编号 | 供应商编号 | 供应商料号 | 采购编号 | 立创编号 | 立创商城编号 | 订货号 | 供应商零件号",
        "код заказа | номер заказа | артикул поставщика | код поставщика",
        "codice fornitore | referência do fornecedor | código do fornecedor | beställningsnummer | numer katalogowy",
    ),
    _field(
        "description", Text("omschrijving", "description"), Kind.TEXT, "er",
        "beschrijving | onderdeelomschrijving | artikelomschrijving | benaming | onderdeel | naam | onderdeelnaam |"
        " productomschrijving | product"
        " | component | artikelnaam",
        "desc | descr | descrip | part description | item description | component description | detailed description"
        " | product description | details"
        " | short description | long description | part name | item name | component name | component | product |"
        " product name | title"
        " | material description | specification | specifications | spec | specs | designation | denomination |"
        " nomenclature | generic description"
        " | article description | description 1 | material name | full description",
        "beschreibung | bezeichnung | benennung | artikelbezeichnung | teilebezeichnung | bauteilbezeichnung |"
        " materialbezeichnung"
        " | artikelbeschreibung | kurztext | bauteil",
        "description article | désignation | libellé | dénomination | composant | pièce | désignation article",
        "descripción | denominación | nombre | componente | descripcion del componente | pieza",
        "描述 | 名称 | 品名 | 物料名称 | 物料描述 | 商品名称 | 产品名称"
        " | 器件名称 | 元件名称 | 元器件名称 | 说明 | 元件描述",
        "наименование | описание | название | компонент",
        "部品名 | 品名 | 商品名 | 部品 | 名称 | 品目",
        "bauteilname | teilename | teil name | parts name | part names | parts description | name of part |"
        " componentnaam | komponent | komponenty | producto | prodotto | produto | produkt",
        "descrizione | descrição | beskrivning | beskrivelse | benämning | opis | popis | nazwa | název | peça |"
        " componente",
        "parça | parça adı | açıklama | tanım | malzeme | malzeme adı | bileşen | część | element | součástka",
        "模块名称 | 模块 | 物料 | 器件 | элемент | деталь | комплектующие | 構成部品",
        "teilebenennung | komponente | bauelement",
    ),
    _field(
        "value", Text("waarde", "value"), Kind.TEXT, "",
        "componentwaarde | nominale waarde",
        "val | values | component value | part value | nominal value | schematic value | value/part | rating",
        "wert | bauteilwert | nennwert",
        "valeur",
        "valor",
        "值 | 参数 | 阻值 | 容值 | 数值 | 规格",
        "номинал | значение",
        "定数 | 値",
        "värde | wartość | hodnota | valore",
    ),
    _field(
        "quantity", Text("aantal", "quantity"), Kind.NUMBER, "e",
        "hoeveelheid | stuks | st | aant | aantal per | aantal stuks | benodigd aantal | aantal benodigd | aantal"
        " per stuk | aantal per systeem"
        " | aantal per samenstelling | stuks per | antal",
        "qty | q | qnty | quant | quan | quantities | qtty | qt | q ty | amount | count | pcs | pieces | number of"
        " parts"
        " | number required | no required | no off"
        " | qty per | qty per board | qty per assembly | qty per assy | quantity per assy | qty per unit | quantity"
        " per board | quantity per assembly |"
        " quantity per | quantity per unit"
        " | quantity required | qty required | qty needed | quantity needed | required quantity | usage | per board"
        " | per unit | per assy | qty/board"
        " | order quantity | order qty | units | amount needed | how many |"
        " required | num parts | part count"
        " | qty fitted | quantity fitted | fitted qty | fitted quantity | number fitted"
        " | bom qty | bom quantity | quantity per pcb | qty per pcb | qty per kit | number needed | nos | needed |"
        " buy qty | qnt",
        "anzahl | menge | stück | stückzahl | stk | anz | anzahl pro | menge pro | benötigte menge",
        "quantité | qté | qte | nombre | nb | nbre | quantités | qtité",
        "cantidad | cant | ctd | unidades | uds | cantidades",
        "数量 | 需求数量 | 需求数 | 需要数量 | 目标数量 | 目标可用数 | 计划数量 | 用量 | 个数 | 单板用量 | 购买数量"
        " | 采购数量 | 总数 | 数目",
        "количество | кол-во | кол во | кол | шт | количество шт",
        "個数 | 員数 | 数 | 必要数",
        "adet | miktar | sztuk | liczba | liczba sztuk | pezzi | pz | mennyiség | darab | db",
        "quantità | qtà | q.tà | quantidade | qtd | qtde | antal | mängd | ilość | szt | množství | ks | počet | kusů",
    ),
    _field(
        "unit", Text("eenheid", "unit"), Kind.TEXT, "",
        "eenh | maateenheid | verpakkingseenheid",
        "uom | unit of measure | units of measure | unit of measurement | u/m | um | measure | qty unit | quantity"
        " unit",
        "einheit | mengeneinheit | me",
        "unité | unité de mesure",
        "unidad | unidad de medida",
        "单位",
        "единица | ед изм | ед. изм. | единица измерения",
        "単位",
        "unità | unidade | enhet | enhed | jednostka | jednotka",
    ),
    _field(
        "unit_price", Text("stukprijs", "unit price"), Kind.MONEY, "e",
        "prijs | prijs per stuk | eenheidsprijs | prijs per eenheid | kostprijs | stuksprijs | inkoopprijs",
        "price | unit cost | cost | price per unit | cost per unit | price each | cost each | each | price ea | unit"
        " price each | price/unit | price/ea"
        " | cost/unit | price per piece | price per part | cost per part | cost per piece | price/pcs | piece price"
        " | item price | item cost | pricing"
        " | list price | part cost | part price | std cost | standard cost | approx price | approximate cost |"
        " estimated cost | estimated price"
        " | per unit price | single price | unitprice | unitcost | price/pc | component cost | price per item |"
        " pricing min | avg price | price per pack | price per package | price/pack | cost per pack",
        "einzelpreis | preis | stückpreis | preis pro stück | kosten | stückkosten | preis/stück | e-preis | ek preis",
        "prix unitaire | prix unit | prix unitaire ht | prix unit ht | prix | coût unitaire | coût | pu | prix à"
        " l'unité | prix unité",
        "precio unitario | precio | coste unitario | costo unitario | coste | costo | precio por unidad",
        "单价 | 价格 | 商品单价 | 参考单价 | 估算单价 | 预估单价",
        "цена | цена за шт | цена за единицу | стоимость единицы",
        "単価 | 参考単価 | 価格",
        "prezzo unitario | prezzo | preço unitário | preço | styckpris | pris | cena jednostkowa | cena | custo",
        "pu ht | p u | prix ht | birim fiyat | fiyat | prezzo unit | costo unit | cena za sztukę | cena za kus",
    ),
    _field(
        "total_price", Text("totaalprijs", "total price"), Kind.MONEY, "",
        "totaal | totale prijs | regeltotaal | bedrag | totale kosten | regelbedrag | prijs totaal | subtotaal",
        "total | total cost | extended price | ext price | extended cost | ext cost | ext | extended | line total |"
        " line cost | line price | amount total"
        " | subtotal | sub total | cost total | price total | sum | total amount | order total | order price |"
        " overall cost | totalprice | totalcost"
        " | price per board | cost per board | pricing min total | board cost | total value | price all | total usd"
        " | total eur",
        "gesamtpreis | summe | gesamt | betrag | gesamtkosten | gesamtbetrag",
        "prix total | montant | coût total | prix commande | total ht | total ttc",
        "precio total | importe | coste total | costo total",
        "金额 | 总价 | 合计 | 小计 | 总金额 | 估算金额 | 预估金额 | 预估总价",
        "сумма | стоимость | итого | общая стоимость | цена общая",
        "小計 | 参考小計 | 合計金額",
        "totale | prezzo totale | preço total | totalpris | wartość łączna | celkem | valor total",
        "toplam | toplam fiyat | tutar | razem | wartość razem | kwota | cena celkem",
    ),
    _field(
        "currency", Text("valuta", "currency"), Kind.TEXT, "",
        "munteenheid | munt | muntsoort",
        "curr | currency code | price currency | ccy",
        "währung",
        "devise | monnaie",
        "moneda | divisa",
        "币种 | 货币",
        "валюта",
        "waluta | para birimi | moneta | valuta code | 通貨 | měna",
    ),
    _field(
        "country_of_origin", Text("land van herkomst", "country of origin"), Kind.COUNTRY, "er",
        "herkomst | herkomstland | land van oorsprong | oorsprong | productieland | land van productie | land van"
        " fabricage | gemaakt in | oorsprongsland"
        " | land",
        "coo | c.o.o. | origin | origin country | made in | country | country of manufacture | country of production"
        " | manufacturing country"
        " | production country | country made | manufactured in | place of manufacture | place of origin |"
        " manufacturing location",
        "ursprungsland | herkunftsland | herkunft | ursprung | hergestellt in | land der herstellung |"
        " herstellungsland | produktionsland",
        "pays d'origine | pays origine | origine | fabriqué en | pays de fabrication",
        "país de origen | origen | país | fabricado en | hecho en",
        "原产地 | 产地 | 原产国 | 生产国",
        "страна происхождения | страна | происхождение | страна производства | страна изготовитель",
        "原産国 | 生産国",
        "paese di origine | país de origem | ursprungsland | kraj pochodzenia | země původu",
    ),
    _field(
        "origin_evidence", Text("bewijs van herkomst", "evidence of origin"), Kind.TEXT, "r",
        "herkomstbewijs | certificaat van oorsprong | oorsprongscertificaat | oorsprongsbewijs |"
        " leveranciersverklaring | bewijsstuk herkomst | bewijs"
        " | herkomstverklaring | bewijs herkomst | bewijsstuk",
        "proof of origin | certificate of origin | coo certificate | coo document | origin certificate | origin"
        " evidence | supplier declaration"
        " | origin document | origin proof | evidence | declaration of origin | supplier's declaration | origin"
        " reference",
        "ursprungszeugnis | ursprungsnachweis | herkunftsnachweis | lieferantenerklärung | nachweis",
        "certificat d'origine | preuve d'origine | déclaration du fournisseur | déclaration d'origine",
        "certificado de origen | prueba de origen | declaración de origen",
        "原产地证明 | 原产地证书",
        "сертификат происхождения",
    ),
    _field(
        "designators", Text("referenties", "reference designators"), Kind.DESIGNATORS, "e",
        "referentie-aanduiding | aanduidingen | aanduiding | componentaanduiding | plaatsaanduiding |"
        " positieaanduiding | referentieaanduidingen",
        "designator | refdes | ref des | ref-des | reference designator | references | ref designator | refs | ref |"
        " reference | part reference | parts"
        " | component designator | desig | ref desig | reference designation | circuit reference | circuit ref |"
        " schematic reference | location"
        " | locations | reference id | board reference | pcb reference | placement | component reference | ref"
        " designators | refdesignator | reference(s) | ref dsg | ref desg | ref dsgn"
        " | sch reference | board ref | designator(s) | ref. des.",
        "bauteilreferenz | referenzen | bauteilbezeichner | bestückungsposition | bezeichner | referenz",
        "repère | repères | réf schéma | repère topologique | référence schéma",
        "designador | designadores | referencia de diseño",
        "位号 | 标号 | 元件位号 | 器件位号 | 位置号 | 标识",
        "позиционное обозначение | поз обозначение | поз. обозначение | позиционные обозначения | обозначение на схеме",
        "метка | метки | позиция на схеме | 部品記号 | 回路記号 | リファレンス | 指定子",
        "designatore | designatori | označení součástek",
    ),
    _field(
        "multiplier", Text("vermenigvuldiger", "multiplier"), Kind.NUMBER, "",
        "factor | aantal systemen | aantal printen",
        "number of boards | boards | no of boards | number of assemblies | sets | no of sets | build quantity",
        "multiplikator | faktor | anzahl baugruppen",
        "multiplicateur | facteur",
        "multiplicador",
        "倍数 | 套数",
        "множитель",
    ),
    _field(
        "category", Text("categorie", "category"), Kind.TEXT, "",
        "groep | productgroep | onderdeelgroep | soort | onderdeelsoort | subsysteem | deelsysteem | klasse | rubriek",
        "cat | make buy | make/buy | make or buy | procurement type | class | group | product group | part type |"
        " component type | part category | product category |"
        " component category | family | product family"
        " | commodity | commodity code | classification | subsystem | sub system |"
        " subassembly | sub assembly | subcategory | sub category | section | item type | parts group"
        " | part class | part group | system",
        "kategorie | gruppe | warengruppe | bauteiltyp | art | teileart | typ | klasse",
        "catégorie | groupe | famille | sous-système | type de pièce",
        "categoría | grupo | tipo de pieza | familia",
        "分类 | 类别 | 种类 | 物料类别 | 商品分类 | 品类 | 物料品类",
        "категория | группа | тип | раздел",
    ),
    _field(
        "lifecycle", Text("levenscyclus", "life cycle"), Kind.TEXT, "",
        "status levenscyclus | productstatus | levensfase",
        "lifecycle status | life cycle status | part status | obsolescence | obsolete | eol | end of life | nrnd |"
        " product status | lifecycle state"
        " | production status",
        "lebenszyklus | produktstatus | abkündigung",
        "cycle de vie | statut | obsolescence",
        "ciclo de vida | obsolescencia",
        "生命周期",
        "жизненный цикл",
    ),
    _field(
        "lead_time", Text("levertijd", "lead time"), Kind.WEEKS, "",
        "leveringstermijn | levertermijn | doorlooptijd | bezorgtijd | levertijd weken | levertijd dagen",
        "leadtime | lead times | lead time weeks | lead time days | delivery time | delivery | lt | l/t | lead |"
        " factory lead time | manufacturer lead time"
        " | mfr lead time | shipping time | delivery days | delivery weeks | time to deliver | standard lead time |"
        " estimated delivery",
        "lieferzeit | lieferfrist | wiederbeschaffungszeit | lieferdauer",
        "délai | délai de livraison | délais de livraison | délais | délai d'approvisionnement",
        "plazo de entrega | tiempo de entrega | plazo",
        "交期 | 货期 | 交货期 | 供货周期",
        "срок поставки | время поставки",
        "納期",
        "tempo di consegna | prazo de entrega | leveranstid | leveringstid | czas dostawy | dodací lhůta",
    ),
    _field(
        "stock", Text("voorraad", "stock"), Kind.NUMBER, "",
        "op voorraad | voorraad stuks | magazijnvoorraad | aanwezig | in voorraad | voorraadaantal | beschikbaar",
        "in stock | on hand | qty on hand | quantity on hand | inventory | stock qty | stock quantity | available |"
        " available stock | availability | qty available"
        " | quantity available | have | in house | on stock | stock level | current stock | qty in stock | quantity"
        " in stock | have on hand",
        "lagerbestand | bestand | auf lager | lager | vorrat | verfügbar",
        "stock disponible | en stock | inventaire | disponible",
        "existencias | inventario | en existencia",
        "库存 | 库存数量 | 现货 | 已有数 | 已有数量 | 现有数量 | 现有",
        "остаток | на складе | склад | наличие",
        "在庫",
        "giacenza | estoque | lagersaldo | lager | stan magazynowy | skladem",
    ),
    _field(
        "material", Text("materiaal", "material"), Kind.TEXT, "",
        "grondstof | materiaalsoort | grondstoffen | legering",
        "raw material | materials | alloy | substance | material type | material spec | material specification",
        "werkstoff | rohstoff | materialart",
        "matière | matériau | matière première | matériaux",
        "materiales | materia prima",
        "材料 | 材质",
        "материал | сырье",
    ),
    _field(
        "mass", Text("massa", "mass"), Kind.NUMBER, "",
        "gewicht | stukgewicht | massa per stuk",
        "weight | unit weight | weight per unit | wt | net weight | gross weight | weight each | unit mass | part"
        " weight | total weight | total mass",
        "masse | stückgewicht | einzelgewicht",
        "poids | poids unitaire",
        "peso | peso unitario | masa",
        "重量 | 单重 | 毛重 | 净重 | 单个毛重",
        "масса | вес",
    ),
    _field(
        "url", Text("link", "link"), Kind.URL, "r",
        "koppeling | webadres | website | hyperlink | url leverancier | weblink | productlink | informatieblad |"
        " gegevensblad | bestellink",
        "links | web link | product link | product url | product page | datasheet | data sheet | datasheet link |"
        " datasheet url | web | web page"
        " | purchase link | buy link | link to buy | supplier link | vendor link | href | web site | reference link"
        " | order link | source link | web address"
        " | vendor url | supplier url | where to buy link | item link | example link | component link | url link |"
        " shop link | link to product | datasheets",
        "verknüpfung | datenblatt | webseite | internetadresse",
        "lien | liens | fiche technique | lien internet | site | lien d'achat",
        "enlace | enlaces | hoja de datos | página web | ficha técnica",
        "链接 | 网址 | 数据手册 | 购买链接 | 商品链接",
        "ссылка | ссылки | даташит",
        "сылка | ссылка на товар | где купить | リンク | collegamento | bağlantı | odkaz | odnośnik",
    ),
    _field(
        "populate", Text("plaatsen", "populate"), Kind.MARK, "",
        "geplaatst | monteren | gemonteerd | niet plaatsen | niet monteren | niet geplaatst | bestukken | plaatsing",
        "dnp | dnf | dni | dnm | dns | nofit | no fit | fitted | fit | mounted | mount | place | placed | populated"
        " | stuff | stuffed | do not populate | do not place"
        " | do not fit | do not install | do not mount | do not stuff | not fitted | not mounted | not placed | not"
        " populated | assemble | assembled | installed | install | populate dnp"
        " | dnp? | population | exclude from assembly | nopop | no pop | no populate | fitted/not fitted | load | no"
        " load | unpopulated",
        "bestücken | bestückt | nicht bestücken | nicht bestückt | bestückung | montiert",
        "monté | à monter | non monté | ne pas monter | implanté | câblé",
        "montar | no montar | montado | colocar",
        "是否贴装 | 是否焊接 | 贴装 | 不贴 | 焊接",
        "устанавливать | не устанавливать | монтировать",
    ),
    _field(
        "footprint", Text("behuizing", "footprint"), Kind.TEXT, "",
        "voetafdruk | printafdruk | bouwvorm",
        "package | pcb footprint | case | package/case | package / case | case/package | package type | case size |"
        " case code | pkg | land pattern | pcb decal"
        " | foot print | pattern | decal | size | package name | footprint name | component footprint | geometry |"
        " pack | part footprint | package footprint"
        " | case style | shape | smd package | footprints | housing | layout",
        "gehäuse | bauform | gehäuseform",
        "empreinte | boîtier | boitier",
        "encapsulado | huella",
        "封装 | 封装形式 | 封装规格 | 封装类型",
        "корпус | посадочное место | типоразмер",
        "パッケージ | フットプリント",
        "contenitore | encapsulamento | kapsel | obudowa | pouzdro",
        "kılıf",
    ),
    _field(
        "compliance", Text("conformiteit", "compliance"), Kind.TEXT, "",
        "rohs-conform | naleving | keurmerk | rohs",
        "rohs compliant | rohs | rohs status | reach | reach status | compliant | lead free | conflict minerals |"
        " rohs compliance | leadfree | pb free"
        " | eccn | export control | itar | hs code | hts | hts code | tariff code | certification",
        "konformität | rohs konform | zolltarifnummer",
        "conformité",
        "conformidad | cumplimiento",
        "环保",
        "соответствие",
    ),
    _field(
        "notes", Text("opmerkingen", "notes"), Kind.TEXT, "",
        "opmerking | toelichting | notitie | notities | bijzonderheden | aantekening | aantekeningen",
        "note | remark | remarks | additional info | additional information | info | information | misc |"
        " notes/comments | additional notes | other notes"
        " | optional | function | purpose | application | use | used for | where used | why | justification | reason"
        " | exclude from bom | exclude from board"
        " | custom note | observations | additional comments | annotation | memo | explanation",
        "bemerkung | bemerkungen | anmerkung | anmerkungen | hinweis | hinweise | notiz | kommentar | verwendung",
        "remarque | remarques | commentaire | commentaires | observation | fonction | utilisation",
        "notas | observaciones | comentario | comentarios | nota | uso",
        "备注 | 注释 | 附注",
        "примечание | примечания | комментарий",
        "備考 | コメント",
        "observações | anmärkning | anmärkningar | merknad | bemærkning | uwagi | poznámka | poznámky",
        "not | notlar | nota bene | zastosowanie | poznámky k dílu",
    ),
)  # fmt: skip
"""In the order in which a table of columns shows them."""

BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}
"""The table by key."""


def base(key: str) -> str:
    """The field behind a numbered key.

    >>> base("mpn_2"), base("supplier_part_number"), base("line_id")
    ('mpn', 'supplier_part_number', 'line_id')
    """
    stem, _, number = key.rpartition("_")
    return stem if number.isdigit() and stem in BY_KEY else key


def numbered(key: str, number: int) -> str:
    """The key of the n-th column of a field, counted from 1.

    >>> numbered("mpn", 1), numbered("mpn", 2)
    ('mpn', 'mpn_2')
    """
    return key if number == 1 else f"{key}_{number}"

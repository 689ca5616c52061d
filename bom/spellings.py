"""More names of fields, in languages that the table of fields (`bom.fields`) does not speak itself.

Each row names a field and spellings that mean it and nothing else, divided by ``|``; what means several things stands
in `bom.columns.titles.AMBIGUOUS`. Case, accents and punctuation do not matter there either, so a Polish title without
its accents is known too. Words that are English words as well (*bolt*, *me*) are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "line_id": (
        "poř č | pořadové číslo | sorszám | ssz | radnr | radnummer | nr crt | nro | п/п",
        "순번 | 연번 | 항목 | 項目 | 通し番号 | stt",
    ),
    "level": ("szint | seviye | kademe | taso", "階層 | 레벨 | 단계 | cấp | cấp độ"),
    "parent": (
        "zespół | zespół nadrzędny | element nadrzędny | sestava | nadřazená sestava | szülő | szülőelem | fölérendelt",
        "üst parça | üst montaj | ana parça | montagem pai | assieme | assieme padre | överordnad"
        " | överordnad artikel | överliggande artikel | yläkokoonpano",
        "親 | 親部品 | 親品番 | 상위 | 상위부품 | 모품번 | 모품목",
    ),
    "part_number": (
        "indeks | indeks materiałowy | kod części | kod towaru | kód dílu | rajzszám | anyagszám | alkatrész kód",
        "malzeme no | ürün no | ürün numarası | codice interno | codice materiale | detaljnummer"
        " | art nr | artikelnummer intern",
        "管理番号 | 部品コード | 図面番号 | 자재코드 | 부품코드 | 자재번호 | 도번 | 도면번호"
        " | mã linh kiện | mã sản phẩm"
        " | kode barang | κωδικός | cod articol",
    ),
    "mpn": (
        "numer katalogowy producenta | nr katalogowy producenta | kod producenta"
        " | nr kat producenta | typové označení"
        " | typ výrobce | kód výrobce | gyártói cikkszám | gyártói szám | gyártói kód",
        "üretici kodu | üretici parça kodu | üretici parça no | üretici parça numarası | referência fabricante"
        " | tillverkarens art nr | tillverkarens nummer | valmistajan osanumero | produsentens delenummer",
        "メーカー品番 | メーカ型番 | メーカ品番 | 値・型番 | 제조사 부품번호"
        " | 제조사부품번호 | 제조사 품번 | 제조사품번"
        " | 모델명 | 모델번호 | 형명 | 부품번호 제조사 | 制造商零件号 | 厂家料号 | 厂商料号",
    ),
    "manufacturer": (
        "wytwórca | nazwa producenta | gyártó | gyártó neve | üretici firma | üretici adı | nome do fabricante"
        " | nome produttore | tillverkarens namn | märke | valmistaja | producător | κατασκευαστής | виробник",
        "manufacture",
        "メーカ | メーカー名 | 製造会社 | 製造者 | ブランド | 제조사 | 제조사명 | 제조업체 | 제조원 | 메이커 | 브랜드"
        " | nhà sản xuất | hãng | hãng sản xuất",
    ),
    "supplier": (
        "dystrybutor | nazwa dostawcy | obchod | prodejce | szállító | beszállító | forgalmazó"
        " | distribütör | butik"
        " | tedarikçi firma | distributore | venditore | rivenditore | återförsäljare | toimittaja | furnizor",
        "laden | geschäft | einkaufsquelle | kaufquelle | suministrador | suministrador y ref",
        "調達先 | 購入元 | 購入店 | 発注先 | 공급업체 | 공급사 | 구매처 | 판매처 | 구입처 | προμηθευτής | постачальник"
        " | nhà cung cấp | pemasok",
    ),
    "supplier_part_number": (
        "nr katalogowy | numer zamówienia | kod dostawcy | objednací číslo | objednací kód"
        " | katalogové číslo | obj č"
        " | rendelési szám | rendelési kód | katalógusszám | beszállítói cikkszám",
        "sipariş kodu | sipariş no | stok numarası | tedarikçi kodu | referência fornecedor | codice ordine"
        " | codice ordinazione | leverantörens artikelnummer | leverantörens art nr"
        " | tilausnumero | bestillingsnummer",
        "商家编码 | 商家编号 | 店铺编码 | 卖家编码",
        "注文コード | 注文番号 | 発注コード | 通販コード | 주문번호 | 주문코드 | 구매코드"
        " | код товара | номер для заказа",
    ),
    "description": (
        "díl | název dílu | megnevezés | leírás | alkatrész | alkatrész neve | alkatrész megnevezése | nazwa części"
        " | nazwa elementu | nazwa towaru",
        "ürün | ürün adı | ürün açıklaması | parça tanımı | parça açıklaması | denominação | designação"
        " | denominazione | nome componente | articolo | artículo | artikelnamn | beteckning"
        " | komponentnamn | kuvaus"
        " | nimike | denumire | descriere | περιγραφή | назва | описание товара | опис",
        "部材名 | 部品名称 | 部品説明 | 품명 | 품목명 | 품목 | 부품명 | 부품 | 명칭"
        " | 설명 | 자재명 | 제품명 | 부품설명"
        " | mô tả | tên linh kiện | deskripsi | nama barang",
    ),
    "value": (
        "nominał | érték | değer | değeri | arvo | verdi | valoare | wartość elementu | hodnota součástky",
        "값 | 용량 | 정격",
    ),
    "quantity": (
        "ilość sztuk | ilość na płytkę | potrzebna ilość | počet ks | darabszám"
        " | szükséges mennyiség | adedi | sayı"
        " | adet sayısı | miktarı | nº de peças | numero pezzi | styck | antal st | antall"
        " | määrä | kpl | lukumäärä",
        "수량 | 개수 | 갯수 | 소요량 | 필요수량 | 필요 수량 | 단위수량 | к-во | кількість | cantitate | buc | ποσότητα"
        " | số lượng | jumlah | จำนวน",
    ),
    "unit": (
        "jedn | jedn miary | jm | měrná jednotka | mj | egység | mértékegység | birim | ölçü birimi | un"
        " | unità di misura | yksikkö | unitate | unidade de medida",
        "단위 | ед | đơn vị | đvt | satuan",
    ),
    "unit_price": (
        "koszt | koszt jednostkowy | szacowany koszt | cena jedn | cena szt | cena za szt | cena kus | cena za ks"
        " | cena ks | egységár | nettó egységár | bruttó egységár | nettó ár | bruttó ár"
        " | darabár | cena szacunkowa",
        "birim fiyatı | birim fiyat | fiyatı | tahmini fiyat | birim maliyet | maliyet | valor unitário"
        " | valor unit | preço unit | costo unit | enhetspris | kostnad | styckkostnad | yksikköhinta | hinta"
        " | stykkpris | enhetskostnad | preț | preț unitar | τιμή | ціна | цена шт",
        "値段 | 参考単価 | 購入単価 | 단가 | 가격 | 개당 가격 | 개당가격 | 단위가격 | giá | đơn giá"
        " | harga | harga satuan",
    ),
    "total_price": (
        "koszt całkowity | koszt łączny | łączny koszt | łączna cena | cena łączna | cena całkowita"
        " | całkowita cena | suma | suma kosztów"
        " | wartość netto | wartość brutto | celková cena | celková částka | összesen | összár"
        " | teljes ár | végösszeg",
        "toplam maliyet | genel toplam | toplam tutar | importo | importo totale | summa | totalt | totalkostnad"
        " | summa pris | beløp | yhteensä | kokonaishinta | общая цена | сума",
        "合計 | 金額 | 総額 | 合計価格 | 합계 | 금액 | 총액 | 총가격 | 총 금액 | 총금액 | thành tiền"
        " | tổng | total harga",
    ),
    "currency": ("pénznem | deviza | döviz | döviz cinsi | moeda | valuutta", "통화 | 화폐"),
    "country_of_origin": (
        "gyártó ország | kraj | kraj produkcji | země výroby | země | származási ország | származás | gyártási ország",
        "menşei | menşe | menşe ülke | menşe ülkesi | üretim yeri | üretim ülkesi | origem"
        " | paese | paese d'origine"
        " | paese di produzione | tillverkningsland | ursprung land | alkuperämaa | valmistusmaa"
        " | opprinnelsesland",
        "原産地 | 製造国 | 原産国名 | 원산지 | 제조국 | 생산국 | 원산지국 | xuất xứ"
        " | країна походження | χώρα προέλευσης",
    ),
    "designators": (
        "oznaczenia | oznaczenie na schemacie | označení na schématu | jelölés | pozíciószám | pozíciójel | tervjel",
        "referanslar | referans numarası | referências | riferimenti | riferimento schema | referensbeteckning"
        " | referensbeteckningar | komponentbeteckning | referință",
        "参照番号 | 部品番号記号 | シンボル番号 | 레퍼런스 | 참조번호 | 참조 지정자 | 부품기호 | 회로기호 | 위치번호",
    ),
    "category": (
        "submodule | sub module | deelmodule | teilmodul | sous-module | submódulo",
        "kategoria | grupa | rodzaj | kategorie dílu | skupina | druh | kategória | csoport | kategori | grup",
        "gruppo | gruppi | tipo di parte | grupp | luokka | categoria del componente",
        "分類 | カテゴリ | カテゴリー | 種類 | 種別 | 区分 | 분류 | 종류 | 카테고리 | 구분 | 부품종류 | loại",
    ),
    "lead_time": (
        "termin dostawy | czas realizacji | czas oczekiwania | termín dodání | doba dodání | szállítási idő"
        " | szállítási határidő | beszerzési idő",
        "teslim süresi | teslimat süresi | tedarik süresi | termin süresi | prazo | prazo entrega"
        " | tempi di consegna"
        " | tempo consegna | ledtid | toimitusaika | срок изготовления | срок доставки | termen de livrare",
        "リードタイム | 調達期間 | 納品期間 | 납기 | 납기일 | 리드타임 | 조달기간 | thời gian giao hàng",
    ),
    "stock": (
        "stan magazynu | zapas | dostępność | dostępna ilość | sklad | na skladě | zásoba | készlet | raktárkészlet"
        " | raktáron",
        "stok | stok miktarı | mevcut | mevcut stok | eldeki | eldeki miktar | scorta | scorte | magazzino"
        " | disponibilità | em estoque | lagerstatus | i lager | varasto | varastossa | lagerbeholdning | stoc",
        "在庫数 | 在庫数量 | 手持ち | 手持ち数 | 재고 | 재고수량 | 재고량 | 보유수량 | 현재고 | tồn kho",
    ),
    "material": (
        "materiał | surowiec | tworzywo | surovina | anyag | alapanyag | anyagminőség | hammadde | malzeme cinsi",
        "matéria prima | materiale | materiale grezzo | råmaterial | materiaali | råvare | матеріал",
        "材質 | 素材 | 원자재 | 재질 | 재료 | 소재 | vật liệu",
    ),
    "mass": (
        "waga | ciężar | masa jednostkowa | hmotnost | váha | tömeg | súly | ağırlık | kütle | birim ağırlık",
        "vikt | styckvikt | peso unitário | paino | vekt | вага | масса ед",
        "質量 | 単重 | 중량 | 무게 | 질량 | 단위중량 | khối lượng",
    ),
    "url": (
        "strona | strona www | adres www | źródło | przykładowy link | link do sklepu | webová stránka | www"
        " | hivatkozás | ürün linki | satın alma linki | satın alma bağlantısı",
        "endereço | link de compra | link da compra | onde comprar | sito | sito web"
        " | link acquisto | dove comprare"
        " | länk | produktlänk | webbplats | linkki | lenke | nettside",
        "商品リンク | 購入リンク | 販売ページ | データシート | 링크 | 구매링크 | 구매 링크 | 구입링크 | 데이터시트"
        " | liên kết",
    ),
    "populate": (
        "montaż | montować | nie montować | montaż tak nie | osadit | neosazovat | osazeno | beültetés | beültetendő",
        "monte et | monte edilecek | takılacak | não montar | não montado | montare | non montare | non montato"
        " | montera | monteras | monteras ej | asennetaan | не ставить | не монтировать",
        "実装 | 未実装 | 実装有無 | 실장 | 미실장 | 실장여부",
    ),
    "footprint": (
        "tokozás | typ obudowy | typ pouzdra | kılıf tipi | kılıfı | pacote | tipo di contenitore"
        " | kapsling | kapsula | kotelo"
        " | innkapsling | capsulă",
        "外形 | 패키지 | 풋프린트 | 封裝",
    ),
    "compliance": ("zgodność rohs | soulad rohs | uyumluluk | conformidade | conformità | överensstämmelse",),
    "notes": (
        "komentarz | komentarze | notatki | notatka | dodatkowe informacje | komentář | komentáře"
        " | megjegyzés | komment"
        " | megjegyzések | açıklamalar | yorum | yorumlar | notu",
        "observação | obs | comentários | osservazioni | commenti | annotazioni | kommentarer | huomautus"
        " | huomautukset | huomio | merknader | bemærkninger | observații | примітка | примітки",
        "メモ | 注記 | 비고 | 메모 | 참고 | 참고사항 | 주석 | 특이사항 | ghi chú | keterangan | catatan | σημειώσεις",
    ),
}
"""Field key -> its spellings."""

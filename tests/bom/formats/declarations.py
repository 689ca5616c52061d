"""Material declarations of our own, in the shape of IPC-1752A; where that shape is from says `bom.sandbox.ipc1752a`."""

from __future__ import annotations

SPACE = "http://webstds.ipc.org/175x/2.0"
LEAD = "Lead/Lead Compounds"


def amount(value: str, unit: str) -> str:
    return f'<Amount value="{value}" UOM="{unit}"/>'


def substance(name: str, cas: str, inside: str) -> str:
    number = f'<SubstanceID identity="{cas}" authority="CAS"/>' if cas else ""
    return f'<Substance name="{name}">{number}{inside}</Substance>'


def material(name: str, mass: str, *substances: str) -> str:
    """A homogeneous material, class D."""
    listed = f'<SubstanceCategory name="Supplier">{"".join(substances)}</SubstanceCategory>'
    held = f"<SubstanceCategoryList>{listed}</SubstanceCategoryList>" if substances else ""
    return f'<HomogeneousMaterial name="{name}" materialGroupName="Metals">{mass}{held}</HomogeneousMaterial>'


def full(*materials: str) -> str:
    listed = f"<HomogeneousMaterialList>{''.join(materials)}</HomogeneousMaterialList>"
    return f"<MaterialInfo>{listed}</MaterialInfo>" if materials else ""


def category(name: str, over: str, inside: str = "") -> str:
    """A substance category of a list, class C."""
    threshold = f'<Threshold overThreshold="{over}" threshold="0.1 mass% of article"/>'
    return f'<SubstanceCategory name="{name}" reportableApplication="All">{threshold}{inside}</SubstanceCategory>'


def listed(*categories: str) -> str:
    held = f'<SubstanceCategoryListID identity="EUROHS-1907" authority="IPC"/>{"".join(categories)}'
    return f"<MaterialInfo><SubstanceCategoryList>{held}</SubstanceCategoryList></MaterialInfo>"


def product(*numbers: str, inside: str = "", instances: str = "1", element: str = "Product") -> str:
    return (
        f'<{element} comment="" unitType="Each" numberOfInstances="{instances}">{"".join(numbers)}{inside}</{element}>'
    )


def number(item: str, name: str, mass: str = "", more: str = "") -> str:
    return f'<ProductID itemName="{name}" itemNumber="{item}" {more}>{mass}</ProductID>'


def declaration(*products: str, company: str = "Acme Motors", space: str = SPACE) -> str:
    """A whole document, answered by a company on 2 March 2026."""
    answer = (
        '<BusinessInfo mode="Distribute"><Response date="2026-03-02" fieldLock="false" comment="">'
        '<Authorizer name="A. Person"><Email address="a@acme.example"/></Authorizer>'
        f'<SupplyCompany name="{company}"><CompanyID identity="{company}" authority="DUNS"/></SupplyCompany>'
        '<Contact name="A. Person"/></Response><Declaration legalType="Standard" supplierAcceptance="true"/>'
        '</BusinessInfo><Include><Sectional name="MaterialInfo"><SubSectional name="D"/></Sectional></Include>'
    )
    root = f'<MainDeclaration xmlns="{space}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="2.0">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}{answer}{"".join(products)}</MainDeclaration>'


def motor() -> str:
    """A motor with magnets as sub-products; a second number for the same motor; a share and a mass of each kind."""
    wire = material("Winding wire", amount("20", "g"), substance("Copper", "7440-50-8", amount("99.9", "massPercent")))
    magnet = material(
        "NdFeB (N52)",
        amount("900", "mg"),
        substance("Neodymium", "7440-00-8", amount("261", "mg") + '<Concentration value="29"/>'),
        substance("Dysprosium", "7429-91-6", '<Concentration value="2"/>'),
        substance("Boron; amorphous, glassy", "7440-42-8", amount("0", "mg")),
    )
    magnets = product(
        number("MG-7", "Magnet", amount("900", "mg")), inside=full(magnet), instances="14", element="SubProduct"
    )
    numbers = (
        number("M-1", "Brushless motor", amount("0.0855", "kg"), 'version="B" manufacturingSite="Eindhoven"'),
        number("M-1-L", "Brushless motor, long leads", amount("0", "g"), 'requesterItemNumber="10-442"'),
    )
    return declaration(product(*numbers, inside=full(wire) + magnets))

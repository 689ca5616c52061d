"""Why a file is not read, in words: what was found, and what would be right."""

from __future__ import annotations

from bom.formats._kinds import KINDS
from bom.sandbox import limits
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError
from depmap.core.text import Text, same

_FORMATS = Text(
    "depmap leest xlsx, xlsm, xlsb, xls, ods, csv, tsv, txt, md, html, json, yaml en xml, ook van CycloneDX, KiCad en "
    "IPC-2581, en materiaalverklaringen volgens IPC-1752A. Open het in een rekenprogramma en sla het op als .xlsx.",
    "depmap reads xlsx, xlsm, xlsb, xls, ods, csv, tsv, txt, md, html, json, yaml and xml, also of CycloneDX, KiCad "
    "and IPC-2581, and material declarations by IPC-1752A. Open it in a spreadsheet program and save it as .xlsx.",
)
_SAVE_AGAIN = Text(
    "Open het in een rekenprogramma en sla het opnieuw op als .xlsx, of vraag om een nieuwe kopie.",
    "Open it in a spreadsheet program and save it again as .xlsx, or ask for a new copy.",
)
_ASK = Text("Vraag de afzender om een nieuwe kopie.", "Ask the sender for a new copy.")
_SMALLER = Text(
    "Bewaar alleen de bladen met de stuklijst in een nieuw bestand.",
    "Save only the sheets with the bill of materials in a new file.",
)
_LIST = Text(
    "Een stuklijst is een lijst waarin elk onderdeel velden heeft zoals aantal, omschrijving en fabrikant.",
    "A bill of materials is a list in which every part has fields such as quantity, description and manufacturer.",
)
_LIMITS = {
    "file": limits.MAX_FILE_BYTES // 10**6,
    "unpacked": limits.MAX_UNPACKED_BYTES // 10**6,
    "rows": limits.MAX_ROWS,
    "columns": limits.MAX_COLUMNS,
    "memory": limits.MEMORY_BYTES // 10**6,
    "text": limits.MAX_TEXT,
}
_SETTINGS = {
    "too_large": "MAX_FILE_BYTES",
    "unpacked": "MAX_UNPACKED_BYTES",
    "members": "MAX_MEMBERS",
    "sheets": "MAX_SHEETS",
    "rows": "MAX_ROWS",
    "columns": "MAX_COLUMNS",
    "cells": "MAX_CELLS",
    "text": "MAX_TEXT",
    "merges": "MAX_MERGED",
    "memory": "MEMORY_BYTES",
    "time": "PROCESSOR_SECONDS",
}
"""Code -> the limit that was hit."""

_WIDEN = Text(
    "{hint} Vertrouwt u het bestand, verruim dan de grens met de omgevingsvariabele DEPMAP_{setting} (nu {now}).",
    "{hint} If you trust the file, widen the limit with the environment variable DEPMAP_{setting} (now {now}).",
)

_WORDS: dict[str, tuple[Text, Text]] = {
    "missing": (
        Text("'{name}' bestaat niet.", "'{name}' does not exist."),
        Text("Controleer de naam en de map.", "Check the name and the folder."),
    ),
    "directory": (
        Text("'{name}' is een map, geen bestand.", "'{name}' is a folder, not a file."),
        Text("Noem het bestand in die map.", "Name the file in that folder."),
    ),
    "no_file": (
        Text("'{name}' is geen gewoon bestand.", "'{name}' is no ordinary file."),
        Text("Bewaar de gegevens in een bestand.", "Save the data in a file."),
    ),
    "unreadable": (
        Text("'{name}' kan niet worden geopend ({detail}).", "'{name}' cannot be opened ({detail})."),
        Text(
            "Sluit het bestand in andere programma's en controleer of u het mag lezen.",
            "Close the file in other programs and check that you may read it.",
        ),
    ),
    "lock_file": (
        Text(
            "'{name}' is het slotbestand van een geopende werkmap, niet de werkmap zelf.",
            "'{name}' is the lock file of an open workbook, not the workbook itself.",
        ),
        Text("Noem het bestand zonder '~$' ervoor.", "Name the file without the '~$' before it."),
    ),
    "empty": (Text("'{name}' is leeg.", "'{name}' is empty."), _ASK),
    "no_sheets": (Text("'{name}' heeft geen werkbladen.", "'{name}' has no worksheets."), _SAVE_AGAIN),
    "no_cells": (
        Text("'{name}' heeft geen enkele gevulde cel.", "'{name}' has not a single filled cell."),
        Text("Controleer of dit het juiste bestand is.", "Check that this is the right file."),
    ),
    "too_large": (
        Text(
            "'{name}' is te groot: {detail} MB, hooguit {file}.", "'{name}' is too large: {detail} MB, at most {file}."
        ),
        _SMALLER,
    ),
    "unpacked": (
        Text(
            "'{name}' wordt uitgepakt te groot: {detail} MB, hooguit {unpacked}.",
            "'{name}' becomes too large when unpacked: {detail} MB, at most {unpacked}.",
        ),
        _SMALLER,
    ),
    "members": (
        Text("'{name}' bestaat uit te veel delen ({detail}).", "'{name}' consists of too many parts ({detail})."),
        _SAVE_AGAIN,
    ),
    "sheets": (Text("'{name}' heeft te veel bladen ({detail}).", "'{name}' has too many sheets ({detail})."), _SMALLER),
    "rows": (Text("'{name}' heeft meer dan {rows} rijen.", "'{name}' has more than {rows} rows."), _SMALLER),
    "columns": (
        Text("'{name}' heeft meer dan {columns} kolommen.", "'{name}' has more than {columns} columns."),
        _SMALLER,
    ),
    "cells": (Text("'{name}' heeft te veel cellen.", "'{name}' has too many cells."), _SMALLER),
    "text": (
        Text(
            "'{name}' heeft een cel of regel met meer dan {text} tekens.",
            "'{name}' has a cell or line of more than {text} characters.",
        ),
        _SMALLER,
    ),
    "merges": (Text("'{name}' heeft te veel samengevoegde cellen.", "'{name}' has too many merged cells."), _SMALLER),
    "memory": (
        Text("'{name}' vraagt meer dan {memory} MB geheugen.", "'{name}' asks for more than {memory} MB of memory."),
        _SMALLER,
    ),
    "time": (Text("'{name}' kost te veel tijd om te lezen.", "'{name}' takes too much time to read."), _SMALLER),
    "setting": (
        Text(
            "'{name}' is niet gelezen: de omgevingsvariabele {detail} is geen geheel getal boven 0.",
            "'{name}' was not read: the environment variable {detail} is no whole number above 0.",
        ),
        Text("Verbeter of verwijder de variabele.", "Correct the variable, or remove it."),
    ),
    "password": (
        Text("'{name}' is versleuteld met een wachtwoord.", "'{name}' is encrypted with a password."),
        Text(
            "Open het in een rekenprogramma, verwijder het wachtwoord en sla het op.",
            "Open it in a spreadsheet program, remove the password and save it.",
        ),
    ),
    "truncated": (
        Text("'{name}' is niet compleet: het einde ontbreekt.", "'{name}' is not complete: its end is missing."),
        Text("Kopieer of download het opnieuw.", "Copy or download it again."),
    ),
    "damaged": (Text("'{name}' is beschadigd.", "'{name}' is damaged."), _SAVE_AGAIN),
    "malformed": (
        Text("'{name}' is geen geldig bestand van {detail}.", "'{name}' is no valid file of {detail}."),
        _ASK,
    ),
    "json": (
        Text(
            "'{name}' is geen geldige JSON: in regel {detail} gaat het mis.",
            "'{name}' is no valid JSON: it goes wrong in line {detail}.",
        ),
        _ASK,
    ),
    "yaml": (
        Text(
            "'{name}' gaat in regel {detail} verder dan het eenvoudige deel van YAML dat gelezen wordt.",
            "'{name}' goes in line {detail} beyond the plain part of YAML that is read.",
        ),
        Text("Sla het op als JSON, of als werkmap.", "Save it as JSON, or as a workbook."),
    ),
    "nested": (Text("'{name}' is te diep genest.", "'{name}' is nested too deeply."), _ASK),
    "twice": (
        Text(
            "'{name}' noemt het veld '{detail}' twee keer in één object; onzeker is welke waarde geldt.",
            "'{name}' names the field '{detail}' twice in one object; it is uncertain which value counts.",
        ),
        _ASK,
    ),
    "no_list": (
        Text(
            "'{name}' bevat {detail}-gegevens, maar nergens een lijst van dingen met velden.",
            "'{name}' holds {detail} data, but no list of items with fields anywhere.",
        ),
        _LIST,
    ),
    "no_parts": (
        Text(
            "'{name}' is een bestand van {detail} zonder onderdelen.", "'{name}' is a file of {detail} without parts."
        ),
        Text("Vraag om een uitvoer met de stuklijst erin.", "Ask for an export that holds the parts list."),
    ),
    "software": (
        Text(
            "'{name}' beschrijft alleen software: geen enkele component is een apparaat.",
            "'{name}' describes software only: not one component is a device.",
        ),
        Text("Vraag om de stuklijst van de hardware (HBOM).", "Ask for the bill of materials of the hardware (HBOM)."),
    ),
    "version": (
        Text(
            "'{name}' volgt {detail}; die versie wordt niet gelezen.", "'{name}' follows {detail}, which is not read."
        ),
        Text("depmap leest CycloneDX 1.4 tot en met 1.7.", "depmap reads CycloneDX 1.4 to 1.7."),
    ),
    "materials": (
        Text(
            "'{name}' noemt te veel materialen: {detail} miljoen tekens.",
            "'{name}' names too many materials: {detail} million characters.",
        ),
        Text("Vraag om een verklaring per product.", "Ask for a declaration for each product."),
    ),
    "schema": (
        Text(
            "'{name}' is een materiaalverklaring volgens IPC-175x, schema {detail}; dat schema wordt niet gelezen.",
            "'{name}' is a material declaration by IPC-175x, schema {detail}, which is not read.",
        ),
        Text(
            "depmap leest IPC-1752A (schema 2.0). De schema's van IPC-1752B en IPC-1754 waren niet te krijgen en "
            "worden niet geraden. Vraag de leverancier om IPC-1752A, klasse D.",
            "depmap reads IPC-1752A (schema 2.0). The schemas of IPC-1752B and IPC-1754 could not be had and are not "
            "guessed. Ask the supplier for IPC-1752A, class D.",
        ),
    ),
    "duplicate": (
        Text(
            "'{name}' bevat twee delen met dezelfde naam ({detail}); onzeker is welk deel geldt.",
            "'{name}' holds two parts of one name ({detail}); it is uncertain which one counts.",
        ),
        _SAVE_AGAIN,
    ),
    "overlap": (
        Text(
            "'{name}' is beschadigd of vijandig: delen ervan overlappen ({detail}).",
            "'{name}' is damaged or hostile: parts of it overlap ({detail}).",
        ),
        _ASK,
    ),
    "doctype": (
        Text(
            "'{name}' is beschadigd of vijandig: {detail} bevat een documenttypedeclaratie (DOCTYPE).",
            "'{name}' is damaged or hostile: {detail} declares a document type (DOCTYPE).",
        ),
        _ASK,
    ),
    "unread_sheet": (
        Text(
            "het blad '{detail}' in '{name}' heeft cellen die niet gelezen kunnen worden.",
            "the sheet '{detail}' in '{name}' has cells that cannot be read.",
        ),
        _SAVE_AGAIN,
    ),
    "kind": (
        Text(
            "'{name}' {kind}, geen werkmap of tekst met kolommen.",
            "'{name}' {kind}, no workbook or text with columns.",
        ),
        _FORMATS,
    ),
    "unknown_kind": (
        Text("'{name}' is een onbekend soort bestand.", "'{name}' is a file of an unknown kind."),
        _FORMATS,
    ),
    "hostile": (
        Text(
            "'{name}' is beschadigd of vijandig: het lezen is afgebroken.",
            "'{name}' is damaged or hostile: reading it was stopped.",
        ),
        _SAVE_AGAIN,
    ),
}


def refusal(name: str, refused: Refused) -> InputError:
    """The error that a person sees: the words of its code, with what was found filled in."""
    message, hint = _WORDS.get(refused.code, _WORDS["hostile"])
    detail = printable(refused.detail)
    kind = KINDS.get(refused.detail, same(""))
    if setting := _SETTINGS.get(refused.code):
        hint = _WIDEN.format(hint=hint, setting=setting, now=getattr(limits, setting))
    return InputError(message.format(name=name, detail=detail, kind=kind, **_LIMITS), hint)


def printable(text: str) -> str:
    """The text without characters that could steer a terminal or hide in a report."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)

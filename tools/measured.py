"""What was measured on files that are not in the repository: text of the page on accuracy, with dates and set sizes."""

from __future__ import annotations

BEFORE = """\
Three questions decide whether an analysis can be trusted: was the file read as its author meant it, was each part
taken for what it is, and was each maker recognised. This page says how often, on what, when and how that was
measured. *Precision*: of what depmap says, the part that is right. *Recall*: of what it should have said, the part
that it said. Where depmap is not sure it says *unknown* or asks, so recall is the lower of the two, on purpose.

What counts is *first contact*: files that nobody had used for depmap, with answers written down by a person before
depmap ran. After each measurement the kinds of mistakes were repaired; the figure of the same files then rises, and
says little about the next ones. So expect of a new file what stands under *first contact*."""

MEASURED = """\
## Reading: tables, columns, lines

Public bills of materials from other repositories, drawn by file name, with their tables, columns and numbers of
lines noted by hand. F1 joins precision and recall; essential columns are numbers, makers, suppliers, quantities,
descriptions, designators, unit prices and structure. *Refused*: files that are no bill of materials and were rightly
refused.

| set, first contact | lists | tables F1 | essential columns F1 | other columns F1 | lists with exact lines | refused |
|---|---:|---:|---:|---:|---:|---:|
| 2, November 2026 | 79 | 92.7 | 90.2 | 94.9 | 64 of 79 | 9 of 10 |
| 3, short lists | 25 | 100 | 95.2 | 95.7 | 24 of 25 | 1 of 1 |
| 4, chosen to be difficult | 41 | 90.5 | 95.8 | 96.7 | 33 of 41 | 3 of 4 |
| 5, 22 November 2026 | 88 | 96.0 | 94.0 | 94.4 | 80 of 88 | 8 of 10 |
| 6, 22 November 2026 | 33 | 98.5 | 94.0 | 93.3 | 31 of 33 | 3 of 3 |
| 7, 22 November 2026 | 36 | 96.0 | 96.3 | 99.3 | 33 of 36 | 3 of 4 |
| 8, 22 November 2026, nine languages | 74 | 92.5 | 92.7 | 92.2 | 60 of 74 | 7 of 9 |
| 9, 22 November 2026, with workbooks | 41 | 95.6 | 91.2 | 95.1 | 35 of 41 | 5 of 7 |
| 10, 22 November 2026, with workbooks | 46 | 95.7 | 95.8 | 97.8 | 39 of 46 | 4 of 4 |
| 11, 22 November 2026, with workbooks | 35 | 100 | 99.0 | 99.1 | 33 of 35 | 2 of 2 |
| 12, 22 November 2026, with workbooks | 36 | 97.6 | 95.5 | 98.6 | 33 of 36 | 1 of 1 |

The workbooks of sets 9 to 12 (10, 18, 17 and 17) are lists that people had published as text, turned into workbooks
by LibreOffice, since no others could be had. Of set 10, of 24 delimited files 22 had exact lines, of 18 workbooks
16, of 4 lists in plain text 1. Of set 8 the 45 delimited files (csv, tsv) were all read with exact lines; of the 13
lists in plain text 6, of the 14 in Markdown 8. Lists in words and several tables in one text are where depmap
fails, mostly by refusing the file. Twelve more projects with 26 lists (workbooks and text) were used all the time
while depmap was made; of these every table, column and line is read as noted (38 tables, 318 columns), and 242 of
243 single cells.

By field, on those 26 lists and sets 5, 6 and 7 together (201 files, 22 November 2026, after the repairs that they
suggested, so this is what depmap has learnt and not what to expect); columns with fewer than ten cases are left out:

| field | right | wrong | missed | | field | right | wrong | missed |
|---|---:|---:|---:|---|---|---:|---:|---:|
| quantity | 168 | 0 | 2 | | unit price | 60 | 0 | 3 |
| description | 165 | 1 | 7 | | notes | 58 | 1 | 1 |
| designators | 122 | 0 | 2 | | manufacturer | 55 | 0 | 0 |
| supplier's number | 103 | 0 | 2 | | supplier | 46 | 0 | 0 |
| footprint | 87 | 0 | 1 | | line number | 40 | 0 | 0 |
| value | 86 | 0 | 1 | | total price | 24 | 0 | 1 |
| maker's number | 76 | 0 | 1 | | populated or not | 18 | 0 | 0 |
| web address | 73 | 0 | 0 | | category | 17 | 0 | 0 |
| part number | 13 | 1 | 0 | | | | | |

Essential columns by kind of file, the same files: workbooks (15) all 106 right; csv and tsv (169) 649 right, 1 wrong, 7
missed; plain text (13) 43 right, 9 missed; JSON and XML (4) 12 right, 2 wrong, 1 missed.

## Classes of components

Lines drawn at random with a fixed seed, at most twelve of a file, labelled by a person with all that stands in the
line before depmap's answer was looked at (22 November 2026). *Clear* lines are those of which the class is beyond
doubt for a reader who knows parts; for others *unknown* is right as well. In these samples a third of all lines has
no class: diodes, switches, regulators, tools, food.

| sample | lines | files | given, of these right | clear, of these found | now: right, found |
|---|---:|---:|---:|---:|---:|
| A: sets 5 to 7 | 330 | 100 | 145, 98.6% | 194, 71.6% | 100%, 93.8% |
| B: other files of sets 5 to 7, after repairs that A suggested | 165 | 48 | 74, 97.3% | 89, 79.8% | 100%, 96.6% |
| C: set 8, after repairs that B suggested | 170 | 60 | 75, 97.3% | 98, 73.5% | 98.9%, 91.8% |
| D: other lines of set 8, after repairs that C suggested | 160 | 64 | 60, 100% | 81, 74.1% | 100%, 85.2% |
| all at first contact | 825 | | 354, 98.3% | 462, 74.0% | |

The aims are 95 % and 80 %: precision is there, **recall on unseen files is not**; the version of that morning,
before these repairs, found 60.2 % in C and 61.7 % in D. Expect three in four clear lines to be found in a file like
these. Six of the 354 classes were wrong (connector four times, radio link, satellite receiver); none made a part
look easier to replace than it is (*commodity*). By class, all four samples at first contact; with fewer than ten
lines a figure means little:

| class | given | right | clear | found |
|---|---:|---:|---:|---:|
| resistor | 101 | 101 | 111 | 101 |
| connector | 66 | 62 | 82 | 62 |
| ceramic capacitor | 45 | 45 | 66 | 45 |
| LED | 24 | 24 | 32 | 24 |
| processor | 20 | 20 | 25 | 17 |
| inductor, oscillator | 17 | 17 | 21 | 17 |
| other capacitors | 7 | 7 | 16 | 7 |
| fastener, bearing, cable | 19 | 19 | 27 | 19 |
| battery, power module | 9 | 9 | 17 | 9 |
| sensors: inertial, magnetic, pressure | 6 | 6 | 14 | 6 |
| radio link, satellite receiver, antenna | 9 | 7 | 11 | 7 |
| computer, flight controller, programmable logic | 3 | 3 | 6 | 3 |
| camera, display | 11 | 11 | 13 | 10 |
| motor, servo | 5 | 5 | 7 | 5 |
| structure: aluminium, carbon, polymer | 7 | 7 | 8 | 6 |
| power transistor, circuit board | 5 | 5 | 6 | 4 |

## Makers

Lines that name a maker; *recognised* means that the list of manufacturers has exactly that name or one of its
aliases, after case, accents and legal forms. Every recognised name was looked at: none was taken for another
company. What merely resembles a listed name is asked back and never merged.

| files | lines with a maker | recognised | names | recognised | taken for another |
|---|---:|---:|---:|---:|---:|
| the 26 lists used while depmap was made | 690 | 97.7% | 86 | 80 | 0 |
| sets 5 to 7, first contact | 246 | 79.3% | 144 | 99 | 0 |
| sets 5 to 7, after names were added | 240 | 91.2% | 141 | 121 | 0 |
| set 8, first contact | 182 | 72.0% | 121 | 82 | 0 |

In set 8, of the 51 lines that were not recognised 13 say *Samsung*, which may be three companies and is asked back,
and some 13 hold no maker at all but sizes, order numbers or remarks in that column. The rest are small makers and
house brands that the list does not know: the list can never be complete, so a supplier file (`--suppliers`) says who
they are."""

HOW = """\
- **Reading**: a program outside the repository compares `depmap check --format json --cells` with a file of answers;
  it counts a column as right only with the right field and the right table. The answers were written before the
  first run; slips of the person that the first run showed were corrected and are counted apart where that changes a
  figure.
- **Classes**: the line was judged with description, value, designators, category, part numbers, maker and footprint;
  a module with a processor may be called processor or radio link, both count. One person labelled; nobody labelled
  twice.
- **Makers**: all names of the files, as depmap read them, weighed by lines; each recognised pair was looked at by
  eye.
- The files are public and not part of the repository: their licences differ, and files that one can look up teach
  depmap their answers. So these figures cannot be computed again here; they stand with the date and the size of the
  set."""

LIMITS = """\
- The files are those of makers of open hardware: boards, robots, small drones. Lists of the defence industry (from
  PLM and ERP systems, with drawings and part numbers of their own) may be easier (structure) or harder (no words at
  all).
- The sets of first contact hold text formats only, in part turned into workbooks, because nothing else could be had;
  workbooks as their authors saved them are in the 26 lists and in eight made-up ones.
- With 60 to 150 answers a sample tells a percentage to some three to nine points: 98.3 % of 354 means 96 to 99 %,
  74.0 % of 462 means 70 to 78 % (95 % Wilson interval).
- Most signs for classes (keywords, beginnings of part numbers) are general knowledge: [what is assumed](facts.md)."""

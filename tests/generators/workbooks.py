"""Workbooks (.xlsx) for tests, written as plain XML: sheets of cells, merged ranges, number formats."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Cell = str | int | float | None


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Cell]]], merged: Sequence[str] = (), cells: Mapping[str, str] | None = None
) -> bytes:
    """Return a workbook; `merged` ranges and raw `cells` (place -> XML inside <c>) are those of its first sheet."""
    parts: dict[str, str] = {}
    own = cells or {}
    none: dict[str, str] = {}
    strings: list[str] = []
    for number, rows in enumerate(sheets.values(), 1):
        extra = own if number == 1 else none
        ranges = "".join(f'<mergeCell ref="{each}"/>' for each in merged) if number == 1 else ""
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>'
            + "".join(_row(row, at, strings, extra) for at, row in enumerate(rows, 1))
            + f"</sheetData><mergeCells>{ranges}</mergeCells></worksheet>"
        )
    names = "".join(f'<sheet name="{name}" r:id="rId{at}"/>' for at, name in enumerate(sheets, 1))
    parts["xl/workbook.xml"] = f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELS}"><sheets>{names}</sheets></workbook>'
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{"".join(strings)}</sst>'
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{_MAIN}"><numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    links = [(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    links += [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "styles.xml")]
    parts["xl/_rels/workbook.xml.rels"] = _relationships(links)
    parts["_rels/.rels"] = _relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        for name, text in parts.items():
            package.writestr(name, text)
    return buffer.getvalue()


def _row(row: Sequence[Cell], at: int, strings: list[str], extra: Mapping[str, str]) -> str:
    cells: list[str] = []
    for column, value in enumerate(row):
        place = f"{chr(ord('A') + column)}{at}"
        if place in extra:
            cells.append(f'<c r="{place}" {extra[place]}</c>')
        elif isinstance(value, str):
            strings.append(f"<si><t>{escape(value)}</t></si>")
            cells.append(f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>')
        elif value is not None:
            cells.append(f'<c r="{place}"><v>{value}</v></c>')
    return f'<row r="{at}">{"".join(cells)}</row>'


def _relationships(links: Sequence[tuple[str, str, str]]) -> str:
    lines = "".join(f'<Relationship Id="{name}" Type="{_RELS}/{kind}" Target="{to}"/>' for name, kind, to in links)
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'

"""Makes Word files by hand, part by part, so that a test can make them as odd as it likes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from report.readers import read_bytes
from report.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:xi="http://www.w3.org/2001/XInclude"'
)

FIGURE = "全县地区生产总值完成135.6亿元"


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of text where there is no tag in it."""
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def numbered(text: str, num_id: int, level: int = 0) -> str:
    """Return a paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(place: int, number_format: str, text: str, more: str = "") -> str:
    """Return a level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def root(name: str, content: str) -> str:
    """Return a part of the word-processing namespace."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {NAMESPACES}>{content}</w:{name}>'


def relationships(targets: Mapping[str, str]) -> str:
    """Return a .rels part; "!address" is an external target."""
    lines = "".join(
        f'<Relationship Id="rId{place}" Type="{OFFICE}{kind}" Target="{target.removeprefix("!")}"'
        + (' TargetMode="External"/>' if target.startswith("!") else "/>")
        for place, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


def content_types(main: str = MAIN, part: str = "/word/document.xml") -> str:
    """Return [Content_Types].xml."""
    return f'<Types xmlns="{TYPES}"><Override PartName="{part}" ContentType="{main}"/></Types>'


def parts(body: str, **others: str) -> dict[str, str | bytes]:
    """Return the parts of a document: its body, and styles, numbering, footnotes … as their roots' content."""
    related = {kind: f"{kind}.xml" for kind in others}
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": root("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relationships(related),
    }
    for kind, content in others.items():
        made[f"word/{kind}.xml"] = root(kind, content)
    return made


def zipped(made: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the parts as a zip."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return stream.getvalue()


def read(body: str, **others: str) -> Source:
    """Return what is read from a document with this body and these parts."""
    return read_bytes(zipped(parts(body, **others)), "报告.docx")


def texts(source: Source) -> list[str]:
    """Return the lines' texts."""
    return [line.text for line in source.lines]


def cell(text: str, properties: str = "") -> str:
    """Return a cell of a table with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def wide(text: str, columns: int) -> str:
    """Return a cell over several columns."""
    return cell(text, f'<w:gridSpan w:val="{columns}"/>')


def first(text: str) -> str:
    """Return the first cell of those that are merged downwards."""
    return cell(text, '<w:vMerge w:val="restart"/>')


def below() -> str:
    """Return a cell that is merged with the one above it."""
    return cell("", "<w:vMerge/>")


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell is given as its text, or made by `cell` and its kin."""
    made = ("".join(each if each.startswith("<") else cell(each) for each in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"

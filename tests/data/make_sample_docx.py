"""Makes resources/samples/sample_report.docx from the .txt beside it, as an office would have typed it in Word.

The numbers 一、 and （一） leave the text and become automatic numbering, bound to the heading styles as Word does it.
A heading that lost its number keeps its style with numbering switched off, and the number after the gap is set by
hand ("设置编号值"), so that Word shows exactly the text of the .txt. Same text, same bytes: members are stored
uncompressed with a fixed time, because compressed bytes differ between builds of zlib.
"""

import io
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_DIGITS = "一二三四五六七八九"
_PART = re.compile(rf"([{_DIGITS}])、")
_SECTION = re.compile(rf"（([{_DIGITS}])）")
_SALUTATION = "各位代表："
_APPENDIX = "附件"
_SENTENCE_ENDS = "。：；！？"
_NOTE_MARK = re.compile(r"(?<=.)(\[\d\])")
_FIRST_LIST = 1


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One line of the report: its style, its text without an automatic number, its numbering and lead sentence.

    `list_id` is None where the style alone decides, 0 where numbering is switched off, else the number of a list.
    `lead` counts the characters at the start that are a run-in heading.
    """

    style: str
    text: str
    list_id: int | None = None
    lead: int = 0


def _paragraphs(lines: list[str]) -> tuple[list[_Paragraph], list[int]]:
    """Sorts the lines into paragraphs.

    Also gives, for each list after the first, the value at which its （一） level starts.
    """
    salutation, appendix = lines.index(_SALUTATION), lines.index(_APPENDIX)
    made = [_front(place, line) for place, line in enumerate(lines[:salutation])]
    made.append(_Paragraph("Salutation", _SALUTATION))
    starts: list[int] = []
    list_id, reached = _FIRST_LIST, 0
    for line in lines[salutation + 1 : appendix]:
        if part := _PART.match(line):
            list_id, reached = _FIRST_LIST, 0
            made.append(_Paragraph("1", line[part.end() :]))
        elif section := _SECTION.match(line):
            value = _DIGITS.index(section[1]) + 1
            if value != reached + 1:
                starts.append(value)
                list_id = _FIRST_LIST + len(starts)
            reached = value
            made.append(_section(line[section.end() :], list_id))
        elif line and line[-1] not in _SENTENCE_ENDS:
            made.append(_Paragraph("2", line, list_id=0))
        else:
            made.append(_Paragraph("a", line))
    made += [_Paragraph("Appendix" if place < 2 else "a", line) for place, line in enumerate(lines[appendix:])]
    return made, starts


def _front(place: int, line: str) -> _Paragraph:
    return _Paragraph("Title" if place < 2 else "Subtitle", line)


def _section(text: str, list_id: int) -> _Paragraph:
    end = text.find("。") + 1
    if end:
        return _Paragraph("a", text, list_id=list_id, lead=end)
    return _Paragraph("2", text, list_id=None if list_id == _FIRST_LIST else list_id)


def _run(text: str, properties: str = "") -> str:
    wanted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wanted}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _runs(paragraph: _Paragraph) -> str:
    lead, rest = paragraph.text[: paragraph.lead], paragraph.text[paragraph.lead :]
    runs = _run(lead, _fonts("楷体_GB2312")) if lead else ""
    for place, piece in enumerate(_NOTE_MARK.split(rest)):  # every second piece is a mark
        if piece:
            runs += _run(piece, '<w:vertAlign w:val="superscript"/>' if place % 2 else "")
    return runs


def _paragraph_xml(paragraph: _Paragraph) -> str:
    properties = f'<w:pStyle w:val="{paragraph.style}"/>'
    if paragraph.list_id is not None:
        properties += f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{paragraph.list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(paragraph)}</w:p>"


def _document_xml(paragraphs: list[_Paragraph]) -> str:
    # GB/T 9704-2012: A4, 37 mm above, 28 mm at the binding edge; 35 and 26 mm follow from the type area.
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400"'
        ' w:gutter="0"/></w:sectPr>'
    )
    body = "".join(_paragraph_xml(paragraph) for paragraph in paragraphs)
    return f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>'


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}"/>'


def _style(style_id: str, name: str, paragraph: str, font: str, half_points: int, *, default: bool = False) -> str:
    flag = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="a"/>'
    return (
        f'<w:style w:type="paragraph"{flag} w:styleId="{style_id}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>"
        f'<w:rPr>{_fonts(font)}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def _styles_xml() -> str:
    line = '<w:spacing w:line="579" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    centred = f'{flush}<w:jc w:val="center"/>'
    part = f'<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr>{indent}<w:outlineLvl w:val="0"/>'
    section = (
        f'<w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>{indent}<w:outlineLvl w:val="1"/>'
    )
    styles = (
        _style("a", "Normal", f"{line}{indent}<w:jc w:val='both'/>", "仿宋_GB2312", 32, default=True),
        _style("1", "heading 1", part, "黑体", 32),
        _style("2", "heading 2", section, "楷体_GB2312", 32),
        _style("Title", "Title", centred, "方正小标宋简体", 44),
        _style("Subtitle", "Subtitle", centred, "楷体_GB2312", 32),
        _style("Salutation", "Salutation", flush, "仿宋_GB2312", 32),
        _style("Appendix", "附件标题", flush, "黑体", 32),
    )
    language = '<w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    return f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults>{language}</w:docDefaults>{"".join(styles)}</w:styles>'


def _level(level: int, shown: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>{style}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
    )


def _numbering_xml(starts: list[int]) -> str:
    levels = _level(0, "%1、", '<w:pStyle w:val="1"/>') + _level(1, "（%2）", '<w:pStyle w:val="2"/>')
    lists = f'<w:num w:numId="{_FIRST_LIST}"><w:abstractNumId w:val="0"/></w:num>'
    for list_id, start in enumerate(starts, _FIRST_LIST + 1):
        override = f'<w:lvlOverride w:ilvl="1"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        lists += f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="0"/>{override}</w:num>'
    abstract = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    return f'{_HEAD}<w:numbering xmlns:w="{_W}">{abstract}{lists}</w:numbering>'


def _content_types_xml() -> str:
    parts = {
        "/word/document.xml": f"{_TYPES}.wordprocessingml.document.main+xml",
        "/word/styles.xml": f"{_TYPES}.wordprocessingml.styles+xml",
        "/word/numbering.xml": f"{_TYPES}.wordprocessingml.numbering+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relationships_xml(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _core_xml(title: str) -> str:
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"{_HEAD}<cp:coreProperties {spaces}><dc:title>{escape(title)}</dc:title></cp:coreProperties>"


def sample_docx(text: str) -> bytes:
    """Gives the bytes of the .docx whose paragraphs, numbers shown, are the lines of `text`.

    Raises ValueError where the text has no salutation or no appendix of its own.
    """
    lines = text.removesuffix("\n").split("\n")
    paragraphs, starts = _paragraphs(lines)
    links = f"{_OFFICE}/relationships"
    members = {
        "[Content_Types].xml": _content_types_xml(),
        "_rels/.rels": _relationships_xml(
            (f"{links}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core_xml("".join(lines[:2])),
        "word/_rels/document.xml.rels": _relationships_xml(
            (f"{links}/styles", "styles.xml"), (f"{links}/numbering", "numbering.xml")
        ),
        "word/document.xml": _document_xml(paragraphs),
        "word/numbering.xml": _numbering_xml(starts),
        "word/styles.xml": _styles_xml(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 0
            package.writestr(member, content.encode("utf-8"))
    return made.getvalue()


def main() -> int:
    """Writes the sample anew."""
    text = (SAMPLES / "sample_report.txt").read_text(encoding="utf-8")
    (SAMPLES / "sample_report.docx").write_bytes(sample_docx(text))
    return 0


if __name__ == "__main__":
    sys.exit(main())

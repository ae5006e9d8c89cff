"""Word documents that are lawful and odd: what offices, other programs and clever people put into them."""

import struct
import zlib

from tests.hostile.invented import LINES
from tests.hostile.making_packages import BODY, package
from tests.hostile.rows import FIGURE, Site
from tests.report.making_docx import content_types, level, numbered, paragraph, parts, relationships, root, run, zipped

_CHINESE = "chineseCountingThousand"


def _field(code: str, result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{middle}{result}{end}'


def without_text() -> bytes:
    """Return a document with no text at all."""
    return zipped(parts(""))


def picture(width: int, height: int) -> bytes:
    """Return a PNG of one colour, all rows of which inflate from a few bytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    row = b"\0" * (1 + 4 * width)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


_DRAWING = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId0"/></w:drawing></w:r></w:p>'


def with_picture(image: bytes, body: str = BODY) -> bytes:
    """Return a document with a picture behind its text."""
    made = parts(body + _DRAWING)
    rels = relationships({"image": "media/image1.png"})
    return zipped({**made, "word/media/image1.png": image, "word/_rels/document.xml.rels": rels})


def headings(count: int) -> bytes:
    """Return a document of so many typed headings of two levels."""
    names = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
    lines: list[str] = []
    for number in range(count // 11):
        lines.append(paragraph(f"{names[number % 10]}、第{number}个方面"))
        lines.extend(paragraph(f"（{name}）抓好第{number}之{name}项工作") for name in names)
    return zipped(parts("".join(lines)))


def huge_spans() -> bytes:
    """Return a table whose cells claim to span a thousand million columns, a negative number, and a word."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(f"跨列{place}")}</w:tc>'
        for place, span in enumerate(("1000000000", "-5", "许多", "1.5", "9" * 400))
    )
    return zipped(package(parts(f"{BODY}<w:tbl><w:tr>{cells}</w:tr></w:tbl>")))


def bad_numbers() -> bytes:
    """Return a report whose sizes, indents and identifiers are floats, words, empty and huge."""
    bad = ("", "1.5", "很大", "9" * 400, "-1", "0x10", "NaN")
    lines = "".join(
        f'<w:p><w:pPr><w:outlineLvl w:val="{each}"/>'
        f'<w:numPr><w:ilvl w:val="{each}"/><w:numId w:val="{each}"/></w:numPr>'
        f'<w:ind w:firstLine="{each}"/></w:pPr><w:r><w:rPr><w:sz w:val="{each}"/><w:b w:val="{each}"/></w:rPr>'
        f'<w:t>数字写坏的一段</w:t><w:footnoteReference w:id="{each}"/></w:r></w:p>'
        for each in bad
    )
    numbering = "".join(f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>' for each in bad)
    styles = "".join(f'<w:style w:styleId="{each}" w:type="x"><w:uiPriority w:val="{each}"/></w:style>' for each in bad)
    return zipped(parts(BODY + lines, numbering=numbering, styles=styles))


def text_box() -> bytes:
    """Return a text box as Word writes it: a drawing, and the same for older programs."""
    inside = f"<w:txbxContent>{paragraph('文本框里的要点')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx>'
        f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    return zipped(parts(f"{BODY}<w:p>{run('文本框前。')}{box}</w:p>"))


def fields() -> bytes:
    """Return a table of contents, page numbers, links, conditions one in another, and a simple field."""
    entries = ("一、2023年工作回顾\t1", "二、2024年主要任务\t9")
    contents = "".join(
        paragraph(
            (_field_start('TOC \\o "1-3" \\h \\z \\u') if place == 0 else "")
            + _field(f'HYPERLINK \\l "_Toc{place}"', run(entry) + _field(f"PAGEREF _Toc{place} \\h", run("1")))
            + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == 1 else "")
        )
        for place, entry in enumerate(entries)
    )
    choice = _field('IF "1" = "1"', _field("DATE \\@ yyyy年M月d日", run("2023年12月31日")))
    simple = f'<w:fldSimple w:instr=" AUTHOR \\* MERGEFORMAT ">{run("县政府办")}</w:fldSimple>'
    link = _field('HYPERLINK "http://127.0.0.1:9/"', run("县政府网站"))
    body = (
        paragraph("云溪县人民政府工作报告")
        + contents
        + paragraph("一、2023年工作回顾")
        + paragraph(run("截至") + choice + run("，详见") + link + run("，由") + simple + run("整理。"))
        + paragraph("二、2024年主要任务")
        + paragraph("继续努力。")
    )
    return zipped(parts(body))


def _field_start(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_FOUR_LEVELS = (
    level(0, _CHINESE, "%1、"),
    level(1, _CHINESE, "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)
OUTLINE = (
    (0, "工作回顾"),
    (1, "抓产业"),
    (1, "抓项目"),
    (0, "主要任务"),
    (1, "办实事"),
    (2, "改造管网"),
    (2, "修缮校舍"),
    (3, "东片学校"),
)
OUTLINE_NUMBERED = (
    "一、工作回顾",
    "（一）抓产业",
    "（二）抓项目",
    "二、主要任务",
    "（一）办实事",
    "1.改造管网",
    "2.修缮校舍",
    "（1）东片学校",
)


def numbered_by_styles() -> bytes:
    """Return headings whose numbers Word makes, through their styles: four levels, each restarting under the last."""
    links = "".join(
        each.replace("</w:lvl>", f'<w:pStyle w:val="H{at}"/></w:lvl>') for at, each in enumerate(_FOUR_LEVELS)
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at + 1}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{at}"/></w:pPr></w:style>'
        for at in range(4)
    )
    body = paragraph("云溪县人民政府工作报告") + "".join(
        paragraph(text, f'<w:pStyle w:val="H{at}"/>') + paragraph(f"{text}的正文，写明做了什么。")
        for at, text in OUTLINE
    )
    return zipped(parts(body, styles=styles, numbering=_numbering(links)))


def numbered_with_overrides() -> bytes:
    """Return numbers that are cancelled, continued by another list, restarted, made Arabic, and put into circles."""
    lists = _numbering("".join(_FOUR_LEVELS)) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        f'<w:abstractNum w:abstractNumId="4">{level(0, _CHINESE, "%1")}'
        f"{level(1, _CHINESE, '%1.%2', '<w:isLgl/>')}{level(2, 'decimalEnclosedCircle', '%3')}</w:abstractNum>"
        '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
    )
    lines = (
        numbered("回顾", 1),
        numbered("工业", 1, 1),
        numbered("无编号的标题", 0),
        numbered("农业", 1, 1),
        numbered("接续编号", 2),
        numbered("重新编号", 3),
        numbered("条", 4),
        numbered("款", 4, 1),
        numbered("项", 4, 2),
    )
    return zipped(parts("".join(lines), numbering=lists))


OVERRIDES_READ = ("一、回顾", "（一）工业", "（二）农业", "二、接续编号", "一、重新编号", "1.1 款", "① 项")


def numbering_formats() -> bytes:
    """Return items 1 to 11 of formats of all kinds, one of which does not exist."""
    formats = ("decimal", "upperRoman", "lowerLetter", "chineseCounting", _CHINESE, "decimalFullWidth", "nosuchformat")
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{level(0, each, "%1、")}</w:abstractNum>'
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at, each in enumerate(formats)
    )
    body = "".join(numbered(f"第{at}种格式的一项", at + 1) for at in range(len(formats)) for _ in range(11))
    return zipped(parts(body, numbering=lists))


def _numbering(levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def style_circle() -> bytes:
    """Return styles based on each other in a circle, on themselves, and on nothing."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'
        for name, base in (("a", "b"), ("b", "a"), ("c", "c"), ("d", "missing"))
    )
    lines = "".join(paragraph(line, f'<w:pStyle w:val="{"abcd"[at % 4]}"/>') for at, line in enumerate(LINES))
    return zipped(parts(lines, styles=styles))


def headings_by_look() -> bytes:
    """Return headings that are bold type with an outline level set by hand, and no style."""
    look = '<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/>'
    body = "".join(
        f'<w:p><w:pPr><w:outlineLvl w:val="{at}"/></w:pPr>{run(text, look)}</w:p>{paragraph("正文在这里。")}'
        for at, text in ((0, "一、2023年工作回顾"), (1, "（一）经济运行稳中有进"), (0, "二、2024年主要任务"))
    )
    return zipped(parts(paragraph("云溪县人民政府工作报告") + body))


def split_words() -> bytes:
    """Return every character in a run of its own, with marks of Word between."""
    between = (
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="1" w:name="b"/>',
        '<w:bookmarkEnd w:id="1"/>',
    )
    text = f"推进乡村振兴和改革，{FIGURE}。"
    runs = "".join(
        (f"<w:hyperlink>{run(letter)}</w:hyperlink>" if at % 5 == 4 else f"<w:smartTag>{run(letter)}</w:smartTag>")
        + between[at % 3]
        + "<w:r><w:lastRenderedPageBreak/></w:r>"
        for at, letter in enumerate(text)
    )
    return zipped(parts(f"<w:p>{runs}</w:p>"))


def special_runs() -> bytes:
    """Return tabs, breaks, hyphens, symbols, ruby, a formula and a change of direction."""
    inside = (
        "<w:r><w:t>1949</w:t><w:t>—</w:t><w:t>2023</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/>"
        '<w:t>T</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:ptab w:alignment="right"/></w:r>'
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('zhùyīn')}</w:rt><w:rubyBase>{run('注音')}</w:rubyBase></w:ruby></w:r>"
        f'<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:dir w:val="rtl">{run("倒写")}</w:dir>'
    )
    return zipped(parts(f"<w:p>{inside}</w:p>"))


def hidden() -> bytes:
    """Return hidden type, and white type of one point."""
    secret = run("隐藏的机密文字", "<w:vanish/>") + run("隐藏的机密文字", '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>')
    return zipped(parts(f"{BODY}<w:p>{run('看得见的字。')}{secret}</w:p>"))


def references_outside(site: Site) -> bytes:
    """Return a report that refers to templates, pictures, objects and pages on a server and in other folders."""
    address = f"!http://127.0.0.1:{site.port}/"
    targets = {
        "attachedTemplate": f"{address}t.dotm",
        "image": f"{address}i.png",
        "oleObject": "!\\\\127.0.0.1\\share\\x.xlsx",
        "hyperlink": "!javascript:alert(1)",
        "subDocument": "!file:///etc/passwd",
        "aFChunk": "afchunk.html",
        "settings": "settings.xml",
    }
    made = {
        "word/_rels/document.xml.rels": relationships(targets),
        "word/afchunk.html": f"<script src='http://127.0.0.1:{site.port}/s.js'></script>",
        "word/settings.xml": root("settings", '<w:attachedTemplate r:id="rId0"/>'),
        "word/_rels/settings.xml.rels": relationships({"attachedTemplate": f"{address}s.dotm"}),
        "word/document.xml": root("document", f'<w:body>{BODY}<w:altChunk r:id="rId5"/></w:body>'),
    }
    return zipped(package(made))


def macros() -> bytes:
    """Return a document with macros under the name of one without."""
    types = content_types("application/vnd.ms-word.document.macroEnabled.main+xml")
    rels = relationships({"vbaProject": "vbaProject.bin"})
    made = {"[Content_Types].xml": types, "word/_rels/document.xml.rels": rels, "word/vbaProject.bin": b"\xcc\x61VBA"}
    return zipped(package(made))


def heads_and_feet() -> bytes:
    """Return three sections with heads and feet."""
    rels = relationships({"header": "header1.xml", "footer": "footer1.xml"})
    reference = '<w:headerReference w:type="default" r:id="rId0"/><w:footerReference w:type="default" r:id="rId1"/>'
    section = f"<w:p><w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr></w:p>"
    made = {
        "word/_rels/document.xml.rels": rels,
        "word/header1.xml": root("hdr", paragraph("内部资料 注意保存")),
        "word/footer1.xml": root("ftr", paragraph("— 1 —")),
        "word/document.xml": root(
            "document", f"<w:body>{BODY}{section}{section}<w:sectPr>{reference}</w:sectPr></w:body>"
        ),
    }
    return zipped(package(made))


def merged_cells() -> bytes:
    """Return a table with merged cells, a table in a cell, and a row of content controls."""

    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    merged = cell(paragraph("合并单元格"), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    below = cell("<w:p/>", '<w:gridSpan w:val="2"/><w:vMerge/>')
    inner = f"<w:tbl><w:tr>{cell(paragraph('内层表格'))}</w:tr></w:tbl><w:p/>"
    control = f"<w:sdt><w:sdtContent>{cell(paragraph('控件单元格'))}</w:sdtContent></w:sdt>"
    rows = (merged + cell(paragraph("外层单元格")), below + cell(inner), control + cell(paragraph("末格")))
    return zipped(parts(f"{BODY}<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"))


def with_lines(*lines: str) -> bytes:
    """Return the report and some lines more; the lines are text, not XML."""
    escaped = (line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines)
    return zipped(parts(BODY + "".join(paragraph(run(line)) for line in escaped)))


def titled(title: str) -> bytes:
    """Return the report under another title."""
    return zipped(parts(paragraph(title) + "".join(paragraph(line) for line in LINES[1:])))


def blank_paragraphs(count: int) -> bytes:
    """Return the report between so many paragraphs of nothing."""
    return zipped(parts(BODY + "<w:p/>" * count))


def long_text(megabytes: int) -> bytes:
    """Return a document of so many MB of text."""
    times = megabytes * 1000
    return zipped(parts(paragraph("字" * 33_334) * (times // 100)))

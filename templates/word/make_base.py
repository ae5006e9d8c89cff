"""Make `base.docx`, the Word base document with its named styles, from the figures of the standard profile.

Run after a change of the profile, from the project's folder: `PYTHONPATH=. python templates/word/make_base.py`.
The program itself never runs this: it opens `base.docx`, which a person may as well restyle in Word or WPS.
Why each part is as it is stands in `docs/word/`.
"""

import sys
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from msgspec import structs

from generators.document import Role
from generators.profile_files import load_profile
from generators.profiles import LATIN_FROM_OWN, Align, Color, FontRole, Look, Profile

BASE = Path(__file__).parent / "base.docx"
PT_PER_MM = 72 / 25.4
ZIP_DATE = (1980, 1, 1, 0, 0, 0)

# 22 rows of 580 twips are 12,760 and the type area has 12,756: one twip more a row loses a line.
ROW = 579
# 16 pt characters 0.25 pt closer: 28 × 15.75 pt = 441 pt, of the 442.25 pt of the type area.
TIGHTEN = -5
# An exact line has four fifths of its height above the baseline: the foot of 16 pt letters is 3.9 pt above the line's.
BELOW_LETTERS_PT = 3.9
# A foot's lines are a little closer than the grid, so that with its rules it takes no more rows than it has lines.
TAIL_ROW = ROW - 32
# The line of the page number is 20 pt high, and the dash's upper edge 8.05 pt above the foot of that line.
OUTER_SIDES = ("top", "left", "bottom", "right")
INNER_RULE_MM = 0.25
NUMBER_LINE = 400
DASH_ABOVE_FOOT_PT = 8.05

FONTS = {
    FontRole.FANGSONG: "仿宋_GB2312",
    FontRole.XIAOBIAOSONG: "方正小标宋简体",
    FontRole.HEITI: "黑体",
    FontRole.KAITI: "楷体_GB2312",
    FontRole.SONGTI: "宋体",
    FontRole.LATIN: "Times New Roman",
}
# name, what Word may take in its place, panose class, family, character set
FONT_TABLE = (
    ("仿宋_GB2312", "仿宋", "02010609030101010101", "modern", "86"),
    ("方正小标宋简体", "方正小标宋_GBK", "02010601030101010101", "auto", "86"),
    ("黑体", "SimHei", "02010609060101010101", "modern", "86"),
    ("楷体_GB2312", "楷体", "02010609030101010101", "modern", "86"),
    ("宋体", "SimSun", "02010600030101010101", "auto", "86"),
    ("Times New Roman", "", "02020603050405020304", "roman", "00"),
)
JUSTIFICATION = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
COLORS = {Color.BLACK: "auto", Color.RED: "D31216"}
LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


BLANK_FOOTER = f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="NumberOdd"/></w:pPr></w:p></w:ftr>'


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Lengths in twips."""

    id: str
    name: str
    look: Look
    line: int = ROW
    before: int = 0
    after: int = 0
    level: int | None = None  # outline level, from 0
    letter_spacing: int = TIGHTEN
    left: int = 0
    right: int = 0
    hanging_chars: int = 0  # how many characters later lines begin further in than the first
    keep_next: bool = False
    tab: str = ""  # "none" or "dot": a right tab at the edge of the type area, with that leader
    border: str = ""  # the paragraph's rules
    next: str = "Normal"
    hidden: bool = False  # for the layout only, not offered in the gallery
    sample: str = ""  # what the base document shows of it


def twips(mm: float) -> int:
    """Return a length in twips, the unit of Word's measures."""
    return round(mm * PT_PER_MM * 20)


def rule(side: str, thickness_mm: float, color: Color, space_pt: int = 0) -> str:
    """Return a rule along one side; Word counts its thickness in eighths of a point."""
    eighths = round(thickness_mm * PT_PER_MM * 8)
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space_pt}" w:color="{COLORS[color]}"/>'


def body_styles(profile: Profile) -> tuple[Style, ...]:
    """Return the styles of the text between head and foot."""
    look = profile.look
    title = look(Role.TITLE)
    title_line = int(ROW * title.rows)
    figures = look(Role.FIGURES_TITLE)
    figure = look(Role.FIGURE)
    samples = ("一、一级标题", "（一）二级标题", "1．三级标题", "（1）四级标题")
    roles = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
    levels = tuple(
        Style(f"Level{n}", f"{'一二三四'[n - 1]}级标题", look(role), level=n - 1, keep_next=True, sample=sample)
        for n, (role, sample) in enumerate(zip(roles, samples, strict=True), start=1)
    )
    return (
        Style("Normal", "Normal", look(Role.BODY), sample="正文：3号仿宋，首行缩进两个字；每面22行，每行28个字。"),
        Style(
            "Title", "Title", title, line=title_line, before=ROW * title.rows_before, letter_spacing=0, sample="标题"
        ),
        *levels,
        Style("EditorNote", "编者按", look(Role.EDITOR_NOTE), next="EditorNote", sample="编者按：楷体。"),
        Style(
            "FiguresTitle",
            "数据标题",
            figures,
            before=ROW * figures.rows_before,
            keep_next=True,
            next="Figure",
            sample="数据标题",
        ),
        Style("Figure", "数据行", figure, tab="dot", next="Figure", sample="数据名称\t数值"),
        Style("Blank", "空行", figure, next="Normal"),
        # A title's lines take a row and a half each; under an odd number of them half a row is left to fill.
        Style("BlankAndHalf", "空行半", figure, line=3 * ROW - title_line, hidden=True),
    )


def banner_styles(profile: Profile) -> tuple[Style, ...]:
    """Return the styles of a bulletin's head; together their lines fill its rows of the grid."""
    banner, look = profile.banner, profile.look
    name = look(Role.BANNER_NAME)
    room = (banner.name_rows[1] - banner.name_rows[0] + 1) * ROW
    name_line = room * 2 // 3
    above = (room - name_line) // 2
    spread = round(name.size_pt * banner.name_spread_chars * 20)
    gap_pt = round(banner.rule_below_mm * PT_PER_MM - BELOW_LETTERS_PT)
    rest = (banner.rows - banner.line_row) * ROW - gap_pt * 20 - twips(banner.rule_thickness_mm)
    organ = look(Role.BANNER_ORGAN)
    line = look(Role.BANNER_LINE)
    red_rule = rule("bottom", banner.rule_thickness_mm, Color.RED, gap_pt)
    return (
        Style("BannerNote", "报头提示", look(Role.BANNER_NOTE), tab="none", sample="内部资料 注意保存\t000001"),
        Style("BannerOrgan", "报头单位", organ, line=room - name_line, letter_spacing=0, sample="单位名称"),
        Style("BannerName", "报头名称", name, line=name_line, letter_spacing=spread, sample="简报"),
        Style(
            "BannerNameAlone",
            "报头名称（无单位）",
            name,
            line=name_line,
            before=above,
            after=room - name_line - above,
            letter_spacing=spread,
        ),
        Style("BannerIssue", "报头期号", look(Role.BANNER_ISSUE), sample="第1期"),
        Style("BannerLine", "报头编发", line, tab="none", border=red_rule, sample="编发单位\t2023年9月5日"),
        Style("BannerBlank", "报头空行", line, line=rest, hidden=True),
    )


def foot_styles(profile: Profile) -> tuple[Style, ...]:
    """Return the styles of a bulletin's foot and of the page numbers."""
    look, number = profile.look, profile.page_number
    tail = look(Role.TAIL_LINE)
    inset = round(number.inset_chars * number.size_pt * 20)
    sides = round(profile.tail.inset_chars * tail.size_pt * 20)
    odd = Look(font=number.font, size_pt=number.size_pt, first_indent_chars=0, align=Align.RIGHT)
    even = Look(font=number.font, size_pt=number.size_pt, first_indent_chars=0, align=Align.LEFT)
    return (
        Style("TailLine", "报尾", tail, line=TAIL_ROW, letter_spacing=0, left=sides, right=sides, hanging_chars=2),
        Style(
            "TailCopies", "报尾印数", look(Role.TAIL_COPIES), line=TAIL_ROW, letter_spacing=0, left=sides, right=sides
        ),
        Style("TailAnchor", "报尾定位", tail, line=2, letter_spacing=0, hidden=True),
        Style("NumberOdd", "页码（单页）", odd, line=NUMBER_LINE, letter_spacing=0, right=inset),
        Style("NumberEven", "页码（双页）", even, line=NUMBER_LINE, letter_spacing=0, left=inset),
    )


# The roles of session papers, whose styles follow from their looks alone: id, name, outline level.
PAPER_STYLES = (
    (Role.MEETING_MARK, "MeetingMark", "会议文件编号"),
    (Role.SUBTITLE, "PaperSubtitle", "会议题注"),
    (Role.ADDRESSEE, "Addressee", "主送"),
    (Role.NOTE, "PaperNote", "说明"),
    (Role.SOURCE, "PaperSource", "出处"),
    (Role.SIGNATURE, "PaperSignature", "落款"),
    (Role.SIGN_DATE, "SignDate", "成文日期"),
    (Role.TABLE_CAPTION, "TableCaption", "表题"),
    (Role.TABLE_HEAD, "TableHead", "表头"),
    (Role.TABLE_CELL, "TableCell", "表文"),
    (Role.FORM_LABEL, "FormLabel", "表格栏目"),
    (Role.FORM_TEXT, "FormText", "表格填写"),
    (Role.COVER_ORGAN, "CoverOrgan", "封面会议"),
    (Role.COVER_TITLE, "CoverTitle", "封面名称"),
    (Role.COVER_LINE, "CoverLine", "封面说明"),
    (Role.CARD_NAME, "CardName", "桌签姓名"),
    (Role.CARD_NOTE, "CardNote", "桌签说明"),
)


def paper_styles(profile: Profile) -> tuple[Style, ...]:
    """Return the styles of session papers: lines as high as their look says, at least as high as their letters."""
    styles: list[Style] = []
    for role, style_id, name in PAPER_STYLES:
        look = profile.look(role)
        if role in (Role.TABLE_CELL, Role.FORM_TEXT) and look.align is Align.JUSTIFY:
            look = structs.replace(look, align=Align.LEFT)  # in a narrow cell justified lines fall apart
        line = max(round(ROW * look.rows), round(look.size_pt * 20 * 1.15))
        inset = round(look.end_inset_chars * look.size_pt * 20)
        spacing = TIGHTEN if look.size_pt == profile.look(Role.BODY).size_pt else 0
        before = ROW * look.rows_before
        styles.append(Style(style_id, name, look, line=line, before=before, letter_spacing=spacing, right=inset))
    for role, style_id, name in ((Role.TABLE_CELL, "TableCell", "表文"), (Role.FORM_TEXT, "FormText", "表格填写")):
        look = profile.look(role)
        line = round(ROW * look.rows)
        for suffix, words, align in (("Center", "居中", Align.CENTER), ("Right", "居右", Align.RIGHT)):
            turned = structs.replace(look, align=align)
            styles.append(Style(style_id + suffix, name + words, turned, line=line, letter_spacing=0))
    return tuple(styles)


def style_xml(style: Style, width: int) -> str:
    """Return a paragraph style. Every property is written out, so that none hangs on another style's."""
    look = style.look
    chars = round(look.first_indent_chars * 100)
    indent = (
        f'w:firstLineChars="{chars}" w:firstLine="{round(chars * (look.size_pt * 20 + style.letter_spacing) / 100)}"'
    )
    hung = round(style.hanging_chars * look.size_pt * 20)
    if hung:
        indent = f'w:hangingChars="{style.hanging_chars * 100}" w:hanging="{hung}"'
    default = ' w:default="1"' if style.id == "Normal" else ""
    custom = "" if style.id in {"Normal", "Title"} else ' w:customStyle="1"'
    leader = f' w:leader="{style.tab}"'
    tabs = f'<w:tabs><w:tab w:val="right"{leader} w:pos="{width}"/></w:tabs>' if style.tab else ""
    parts = (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>',
        "" if style.id == "Normal" else '<w:basedOn w:val="Normal"/>',
        f'<w:next w:val="{style.next}"/>',
        '<w:uiPriority w:val="99"/><w:semiHidden/>' if style.hidden else '<w:uiPriority w:val="1"/><w:qFormat/>',
        f'<w:pPr><w:keepNext w:val="{int(style.keep_next)}"/><w:keepLines w:val="0"/><w:widowControl w:val="0"/>',
        f"<w:pBdr>{style.border}</w:pBdr>" if style.border else "",
        tabs,
        '<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
        "" if style.line == ROW and look.size_pt <= 16 else '<w:snapToGrid w:val="0"/>',
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" w:lineRule="exact"/>',
        f'<w:ind w:left="{style.left + hung}" w:right="{style.right}" {indent}/>',
        f'<w:jc w:val="{JUSTIFICATION[look.align]}"/>',
        "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>',
        f"</w:pPr>{run_properties(look, style.letter_spacing)}</w:style>",
    )
    return "".join(parts)


def run_in_style_xml(style: Style) -> str:
    """Return the character style of a heading that stands inside a paragraph."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.id}RunIn"><w:name w:val="{style.name}接排"/>'
        '<w:uiPriority w:val="2"/><w:qFormat/>'
        f"{run_properties(style.look, style.letter_spacing)}</w:style>"
    )


def run_properties(look: Look, letter_spacing: int) -> str:
    """Return fonts by name (no theme), size, ink, spacing and language."""
    western = FONTS[look.font if look.font in LATIN_FROM_OWN else FontRole.LATIN]
    size = round(look.size_pt * 2)
    return (
        f'<w:rPr><w:rFonts w:ascii="{western}" w:eastAsia="{FONTS[look.font]}" w:hAnsi="{western}" w:cs="{western}"/>'
        f'<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="{COLORS[look.color]}"/>'
        f'<w:spacing w:val="{letter_spacing}"/><w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f"{LANGUAGE}</w:rPr>"
    )


def styles_part(profile: Profile) -> str:
    """Return `styles.xml`: the named styles, and nothing of Word's own gallery."""
    width = twips(profile.page.text_width_mm)
    body = profile.look(Role.BODY)
    tail_rules = "".join(rule(side, profile.tail.rule_thickness_mm, Color.BLACK) for side in ("top", "bottom"))
    outer, inner = profile.tail.rule_thickness_mm, INNER_RULE_MM
    table_rules = "".join(
        rule(side, outer if side in OUTER_SIDES else inner, Color.BLACK)
        for side in (*OUTER_SIDES, "insideH", "insideV")
    )
    styles = (*body_styles(profile), *banner_styles(profile), *paper_styles(profile), *foot_styles(profile))
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault>{run_properties(body, 0)}'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
        + "".join(style_xml(style, width) for style in styles)
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        + "".join(run_in_style_xml(style) for style in styles if style.level is not None)
        # No white after the last letter of a spread name: it would stand beside the middle of the page.
        + '<w:style w:type="character" w:customStyle="1" w:styleId="BannerNameEnd"><w:name w:val="报头名称末字"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:spacing w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="TailTable"><w:name w:val="报尾表"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="2"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{tail_rules}</w:tblBorders></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name w:val="会议表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="2"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{table_rules}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="TermRunIn"><w:name w:val="词语"/>'
        f'<w:uiPriority w:val="2"/><w:qFormat/>{run_properties(profile.look(Role.TERM), TIGHTEN)}</w:style></w:styles>'
    )


def document_part(profile: Profile) -> str:
    """Return `document.xml`: one line for each style to look at, and the page."""
    page = profile.page
    right = page.width_mm - page.left_mm - page.text_width_mm
    bottom = page.height_mm - page.top_mm - page.text_height_mm
    below = (bottom - profile.page_number.below_mm) * PT_PER_MM - DASH_ABOVE_FOOT_PT
    samples = "".join(sample_xml(style) for style in (*banner_styles(profile), *body_styles(profile)) if style.sample)
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{samples}<w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="{twips(page.width_mm)}" w:h="{twips(page.height_mm)}"/>'
        f'<w:pgMar w:top="{twips(page.top_mm)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}"'
        f' w:left="{twips(page.left_mm)}" w:header="851" w:footer="{round(below * 20)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{ROW}"/></w:sectPr></w:body></w:document>'
    )


def sample_xml(style: Style) -> str:
    """Return a paragraph that shows a style."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in style.sample.split("\t"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr><w:r>{pieces}</w:r></w:p>'


def footer_part(style: str) -> str:
    """Return a footer with the page number between two dashes, — 1 —."""
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    field = "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{dash.format('— ')}{field}{dash.format(' —')}</w:p></w:ftr>"
    )


def settings_part() -> str:
    """Return `settings.xml`: different odd and even footers, squeezed punctuation, the layout of Word 2013."""
    modes = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes
    )
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>{compat}</w:compat>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_part() -> str:
    """Return `fontTable.xml`: what may stand in for a statutory font where it is missing."""
    fonts = "".join(
        f'<w:font w:name="{name}">'
        + (f'<w:altName w:val="{other}"/>' if other else "")
        + f'<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, other, panose, family, charset in FONT_TABLE
    )
    return f'{HEAD}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def core_part() -> str:
    """Return the core properties, blank: the writer fills them."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title><dc:creator></dc:creator>'
        "</cp:coreProperties>"
    )


def package(profile: Profile) -> bytes:
    """Return the base document. The same profile gives the same bytes."""
    word_parts = {
        "styles": ("styles", styles_part(profile)),
        "settings": ("settings", settings_part()),
        "fontTable": ("fontTable", font_table_part()),
        "footer1": ("footer", footer_part("NumberOdd")),
        "footer2": ("footer", footer_part("NumberEven")),
        # A part without page numbers names this one: without a reference it would take over those of the part before.
        "footer3": (
            "footer",
            f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="NumberOdd"/></w:pPr></w:p></w:ftr>',
        ),
    }
    relation = '<Relationship Id="rId{}" Type="{}" Target="{}"/>'
    relations = f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{{}}</Relationships>'
    types = (
        f'{HEAD}<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}{kind}+xml"/>'
            for name, (kind, _) in word_parts.items()
        )
        + '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    top = relation.format(1, f"{R}/officeDocument", "word/document.xml") + relation.format(
        2, f"{PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"
    )
    inner = "".join(
        relation.format(n, f"{R}/{kind}", f"{name}.xml")
        for n, (name, (kind, _)) in enumerate(word_parts.items(), start=1)
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations.format(top),
        "docProps/core.xml": core_part(),
        "word/document.xml": document_part(profile),
        "word/_rels/document.xml.rels": relations.format(inner),
        **{f"word/{name}.xml": xml for name, (_, xml) in word_parts.items()},
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, xml)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.stdout.write(f"{BASE.name}: {BASE.write_bytes(package(load_profile('gbt9704')))} bytes\n")

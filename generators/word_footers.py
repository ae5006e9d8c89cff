"""The page number of a landscape page in Word, where portrait pages have it: turned, at the left edge of the sheet.

GB/T 9704—2012, 7.5 and 7.10: a landscape page is a portrait one turned to the right, its number stays where it was.
A text box in the footer, as Word's own gallery of numbers in the margin makes it; placed from the edges of the paper.
"""

from collections.abc import Mapping

from generators.profiles import PT_PER_MM, Profile

_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMU_PER_PT = 12700
ODD_NUMBER, EVEN_NUMBER, ANCHOR = "页码（单页）", "页码（双页）", "报尾定位"
# The line of the number in the base document, and how far the dash's upper edge is below the line's.
_LINE_PT = 20.0
_DASH_BELOW_TOP_PT = _LINE_PT - 8.05
# A header or footer numbers its drawings among those of the whole document (20.4.2.5).
_FIRST_ID = 100001


def blank_footer(ids: Mapping[str, str]) -> str:
    """Return a footer without words: without any, a section takes over that of the one before."""
    return f'{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr><w:pStyle w:val="{ids[ODD_NUMBER]}"/></w:pPr></w:p></w:ftr>'


def turned_footer(ids: Mapping[str, str], profile: Profile, *, even: bool) -> str:
    """Return a footer whose number stands at the left edge: below for odd pages, above for even ones."""
    page = profile.page
    bottom_mm = page.height_mm - page.top_mm - page.text_height_mm
    left = (bottom_mm - profile.page_number.below_mm) * PT_PER_MM + _DASH_BELOW_TOP_PT - _LINE_PT
    top, length = page.left_mm * PT_PER_MM, page.text_width_mm * PT_PER_MM
    style = ids[EVEN_NUMBER if even else ODD_NUMBER]
    words = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_number()}</w:p>'
    box = _drawing(words, left, top, length, _FIRST_ID + even)
    return (
        f'{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr><w:pStyle w:val="{ids[ANCHOR]}"/></w:pPr><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{_vml(words, left, top, length)}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p></w:ftr>"
    )


def _drawing(words: str, left: float, top: float, length: float, number: int) -> str:
    size = f'cx="{round(_LINE_PT * _EMU_PER_PT)}" cy="{round(length * _EMU_PER_PT)}"'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{round(left * _EMU_PER_PT)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * _EMU_PER_PT)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="页码"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>'
        "</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _vml(words: str, left: float, top: float, length: float) -> str:
    place = (
        f"position:absolute;margin-left:{left:.2f}pt;margin-top:{top:.2f}pt;width:{_LINE_PT:g}pt;height:{length:.2f}pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    return (
        f'<w:pict><v:rect style="{place}" filled="f" stroked="f"><v:textbox style="layout-flow:vertical"'
        f' inset="0,0,0,0"><w:txbxContent>{words}</w:txbxContent></v:textbox></v:rect></w:pict>'
    )


def _number() -> str:
    """Return the runs of — 1 —, the number a field."""
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f"{dash.format('— ')}{field}{dash.format(' —')}"

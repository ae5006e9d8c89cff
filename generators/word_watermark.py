"""The watermark of a Word paper: grey letters in the headers, behind the text, as Word's own command makes them."""

from collections.abc import Mapping
from math import cos, radians
from xml.sax.saxutils import quoteattr

from generators import word_xml
from generators.profiles import Profile
from generators.word_body import Body
from generators.word_footers import ANCHOR
from generators.word_words import printable

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_LARGEST_PT = 110.0  # as on the printed page
_SHARE = 0.95
_RISE_DEGREES = 45
_TURN = 360 - _RISE_DEGREES  # clockwise
_FILL = "#e3e3e3"


def add_watermark(body: Body, text: str) -> None:
    """Put a watermark behind the text of every page; headers of the base document stay as they are."""
    letters = "".join(printable(text).split())
    if letters:
        for number, kind in enumerate(("default", "even"), 1):
            xml = _header(letters, body.profile, body.ids, number)
            word_xml.add_header(body.word, kind, f"headerWatermark{number}", xml)


def _header(letters: str, profile: Profile, ids: Mapping[str, str], number: int) -> str:
    room = _SHARE * min(profile.width_pt, profile.height_pt) / cos(radians(_RISE_DEGREES))
    size = min(_LARGEST_PT, room / (len(letters) + 1))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{size * len(letters):.1f}pt;height:{size:.1f}pt;"
        f"rotation:{_TURN};z-index:-1;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    return (
        f'{_HEAD}<w:hdr {_SPACES}><w:p><w:pPr><w:pStyle w:val="{ids[ANCHOR]}"/></w:pPr><w:r><w:pict>'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="10800,0;0,10800;10800,21600;21600,10800"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136"'
        f' style="{style}" o:allowincell="f" fillcolor="{_FILL}" stroked="f">'
        f"<v:textpath style=\"font-family:'黑体';font-size:1pt\" string={quoteattr(letters)}/></v:shape>"
        "</w:pict></w:r></w:p></w:hdr>"
    )

"""Writes a chart as Word's own (DrawingML): it can be edited there, its figures stand in a workbook inside the file.

Never a picture. The parts are those that Word writes (ECMA-376 Part 1, 21.2): chart, and the workbook it was made from.
"""

import io
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordDocument

from generators import word_xml
from generators.document import Chart, ChartKind
from generators.word_words import printable

_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU_PER_PT: Final = 12700
_SHEET: Final = "Sheet1"
# Axis ids are unsigned (21.2.3.43); any two that differ will do.
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_FILL = "737373"


def add_chart(word: WordDocument, chart: Chart, number: int, width_pt: float, row_pt: float) -> None:
    """Put a chart, the `number`-th of the document from 1, at the end: as wide as the type area, a row an item."""
    height_pt = row_pt * (len(chart.items) + 1)
    relation = word_xml.add_chart_part(word, number, _chart_xml(chart).encode(), _workbook(chart))
    size = f'cx="{round(width_pt * _EMU_PER_PT)}" cy="{round(height_pt * _EMU_PER_PT)}"'
    told = quoteattr(printable(chart.described))
    word_xml.append_xml(
        word,
        f'<w:p xmlns:w="{_W}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:c="{_C}" xmlns:r="{_R}"><w:pPr>'
        '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="图{number}" descr={told}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_C}"><c:chart r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>",
    )


def _workbook(chart: Chart) -> bytes:
    """Return the workbook that the chart is drawn from: names and values, no formula."""
    import xlsxwriter  # noqa: PLC0415 - a tenth of a second, for papers with charts only

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": word_xml.NO_TIME})
        sheet = book.add_worksheet(_SHEET)
        sheet.write_string(0, 1, printable(chart.title))
        for row, item in enumerate(chart.items, 1):
            sheet.write_string(row, 0, printable(item.label))
            sheet.write_number(row, 1, item.value)
    return out.getvalue()


def _chart_xml(chart: Chart) -> str:
    last = len(chart.items) + 1
    title, labels = _point(0, escape(printable(chart.title))), quoteattr(_format(chart))
    names = "".join(_point(at, escape(printable(item.label))) for at, item in enumerate(chart.items))
    values = "".join(_point(at, f"{item.value:g}") for at, item in enumerate(chart.items))
    count = f'<c:ptCount val="{len(chart.items)}"/>'
    fallen = f'<c:invertIfNegative val="{int(chart.kind is ChartKind.BARS)}"/>'
    text = (
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="Times New Roman"/>'
        '<a:ea typeface="仿宋_GB2312"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:tx><c:strRef><c:f>{_SHEET}!$B$1</c:f><c:strCache><c:ptCount val="1"/>{title}'
        "</c:strCache></c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{_FILL}"/></a:solidFill></c:spPr>{fallen}'
        f'<c:dLbls><c:numFmt formatCode={labels} sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>{text}'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!$B$2:$B${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>{count}{values}"
        "</c:numCache></c:numRef></c:val></c:ser>"
        f'<c:gapWidth val="80"/><c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>{text}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
        '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _point(index: int, value: str) -> str:
    return f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>'


def _format(chart: Chart) -> str:
    """Return the format of the labels: the way of a change before it, the unit behind it."""
    unit = chart.unit.replace('"', "")
    if chart.kind is ChartKind.BARS:
        return f'"增长"General"{unit}";"下降"General"{unit}"'
    return f'General"{unit}"'

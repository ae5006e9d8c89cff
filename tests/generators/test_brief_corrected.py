"""A bulletin of a report that the clerk corrected: the report's own words, titles of the clerk's apart from them."""

from generators.document import Role, TextBlock
from generators.kind_files import find_kind
from generators.ordering import Order, compose_paper
from report.corrections.anchors import anchor
from report.corrections.applying import apply
from report.corrections.places import section_anchor
from report.corrections.values import Correction, NoHeading, Retitle, Split
from report.model import Report
from report.selection import everything
from tests.generators.papers import DAY
from tests.report.making_corrections import report_of, section

TEXT = """柳坪镇政府工作报告
各位代表：
一、2025年工作回顾
（一）抓好“千户改厕”[1]工程。新修水渠12公里，大家心里都很踏实。群众的日子一天比一天好。
（二）抓好文化事业。放映电影40场，大家都很高兴。"""


def paragraphs(report: Report) -> list[tuple[Role, str]]:
    document = compose_paper(Order(report, everything(report), find_kind("brief"), {}, DAY)).document
    found = [block for block in document.blocks if isinstance(block, TextBlock)]
    for run in (run for block in found for run in block.runs):
        if run.source is not None:
            assert report.text[run.source : run.source + len(run.text)] == run.text
    return [(block.role, block.text) for block in found]


def corrected(*corrections: Correction) -> list[tuple[Role, str]]:
    done = apply(report_of(TEXT), corrections)
    assert done.lost == ()
    return paragraphs(done.report)


def test_a_title_with_a_note_mark_between_its_words_runs_into_its_text_with_its_full_stop():
    assert (
        Role.BODY,
        "（一）抓好“千户改厕”工程。新修水渠12公里，大家心里都很踏实。群众的日子一天比一天好。",
    ) in paragraphs(report_of(TEXT))


def test_a_title_of_the_clerk_runs_into_the_text_with_the_full_stop_of_the_report():
    at = section_anchor(report_of(TEXT), section(report_of(TEXT), "抓好文化事业"))
    assert (Role.BODY, "（二）繁荣文化。放映电影40场，大家都很高兴。") in corrected(Retitle(at, "繁荣文化"))


def test_a_section_split_off_under_a_title_of_the_clerk_has_its_heading_on_a_line_of_its_own():
    start = TEXT.index("群众的日子")
    found = corrected(Split(anchor(TEXT, start, start + 12), "群众生活"))
    assert (Role.HEADING_2, "（二）群众生活") in found
    assert (Role.BODY, "群众的日子一天比一天好。") in found


def test_a_heading_that_is_none_is_printed_as_text():
    at = section_anchor(report_of(TEXT), section(report_of(TEXT), "抓好文化事业"))
    assert (Role.BODY, "（二）抓好文化事业。放映电影40场，大家都很高兴。") in corrected(NoHeading(at))
    top = section_anchor(report_of(TEXT), section(report_of(TEXT), "2025年工作回顾"))
    assert (Role.BODY, "一、2025年工作回顾") in corrected(NoHeading(top))

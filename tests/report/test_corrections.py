"""What each correction does to a report, and that it does nothing else."""

from dataclasses import replace

import pytest

from report.corrections.anchors import anchor
from report.corrections.applying import apply
from report.corrections.lost import Reason
from report.corrections.moving import no_heading
from report.corrections.outline import Entry
from report.corrections.places import metric_anchor, section_anchor
from report.corrections.touched import touched
from report.corrections.values import (
    AddMetric,
    Annotate,
    Correction,
    Demote,
    DropMetric,
    MarkHeading,
    Merge,
    NoHeading,
    Promote,
    Rename,
    Retitle,
    Revalue,
    Split,
)
from report.findings import Finding
from report.messages import correction_sentence, lost_sentence
from report.model import Direction, Report, SectionKind
from tests.report.making_corrections import metric, report_of, section

TEXT = """柳坪镇政府工作报告
各位代表：
一、2025年工作回顾
全镇上下凝心聚力抓项目、促增收、保民生，各项工作都有了新的进展。
（一）抓好农业生产
新修水渠12公里，新建大棚40座，其中连栋大棚8座。大家都很踏实。
（二）抓好文化事业
放映电影40场，增长8.5%。送戏下乡，群众的日子一天比一天好。
（三）抓好民生保障
发放补贴300万元。养老服务不断改进，大家心里都很踏实。
二、2026年工作安排
新修道路8公里，办好实事。"""


def report() -> Report:
    return report_of(TEXT)


def place_of(words: str, within: Report | None = None):
    text = (within or report()).text
    start = text.index(words)
    return anchor(text, start, start + len(words))


def at(title: str):
    return section_anchor(report(), section(report(), title))


def corrected(*corrections: Correction) -> Report:
    done = apply(report(), corrections)
    assert done.lost == ()
    assert done.applied == corrections
    assert done.report.text == report().text
    return done.report


def headings(of: Report) -> list[str]:
    return ["  " * one.id.count(".") + one.title for one in of.walk() if one.kind is not SectionKind.FRONT]


def own_text(of: Report, title: str) -> str:
    one = section(of, title)
    end = one.children[0].start if one.children else one.end
    return of.text[one.body_start : end].strip()


def reason_of(correction: Correction) -> Reason:
    done = apply(report(), (correction,))
    assert done.report == report()
    assert done.applied == ()
    return done.lost[0].reason


def test_the_fixture_is_read_as_it_looks():
    assert headings(report()) == [
        "2025年工作回顾",
        "  抓好农业生产",
        "  抓好文化事业",
        "  抓好民生保障",
        "2026年工作安排",
    ]


def test_no_corrections_give_the_same_report():
    assert apply(report(), ()).report == report()


def test_promoting_takes_the_siblings_behind_under_it_as_an_outline_view_does():
    found = corrected(Promote(at("抓好文化事业")))
    assert headings(found) == [
        "2025年工作回顾",
        "  抓好农业生产",
        "抓好文化事业",
        "  抓好民生保障",
        "2026年工作安排",
    ]
    assert section(found, "抓好民生保障").id == "3.1"


def test_promoting_takes_what_is_under_a_section_along():
    below = corrected(Demote(at("抓好文化事业")))
    assert headings(below)[1:4] == ["  抓好农业生产", "    抓好文化事业", "  抓好民生保障"]
    up = corrected(Demote(at("抓好文化事业")), Promote(at("抓好农业生产")))
    assert headings(up) == [
        "2025年工作回顾",
        "抓好农业生产",
        "  抓好文化事业",
        "  抓好民生保障",
        "2026年工作安排",
    ]


def test_demoting_and_promoting_again_gives_the_same_report():
    assert corrected(Demote(at("抓好民生保障")), Promote(at("抓好民生保障"))) == report()


def test_demoting_a_part_takes_it_under_the_part_before():
    found = corrected(Demote(at("2026年工作安排")))
    assert headings(found)[-2:] == ["  抓好民生保障", "  2026年工作安排"]


def test_merging_joins_the_text_of_a_section_to_the_sibling_before_it():
    found = corrected(Merge(at("抓好文化事业")))
    assert headings(found) == ["2025年工作回顾", "  抓好农业生产", "  抓好民生保障", "2026年工作安排"]
    assert "（二）抓好文化事业\n放映电影" in own_text(found, "抓好农业生产")


def test_merging_parts_keeps_their_text_apart_from_the_subsections_between():
    found = corrected(Merge(at("2026年工作安排")))
    part = section(found, "2025年工作回顾")
    assert [child.title for child in part.children] == ["抓好农业生产", "抓好文化事业", "抓好民生保障"]
    assert found.text[part.children[-1].end : part.end].startswith("二、2026年工作安排\n新修道路")
    assert metric(found, "8公里").section == part.id


def test_merging_the_first_section_joins_it_to_the_one_above():
    found = corrected(Merge(at("抓好农业生产")))
    assert headings(found)[:2] == ["2025年工作回顾", "  抓好文化事业"]
    assert "新修水渠" in own_text(found, "2025年工作回顾")


def test_no_heading_lets_its_words_go_on_with_the_text_before():
    found = corrected(NoHeading(at("2026年工作安排")))
    assert headings(found) == ["2025年工作回顾", "  抓好农业生产", "  抓好文化事业", "  抓好民生保障"]
    assert own_text(found, "抓好民生保障").endswith("新修道路8公里，办好实事。")


def test_text_without_a_heading_before_it_is_a_body_and_not_front_matter():
    found = corrected(NoHeading(at("2025年工作回顾")))
    kinds = [top.kind for top in found.sections]
    assert kinds == [SectionKind.FRONT, SectionKind.BODY, SectionKind.HEADING]
    assert found.sections[1].children[0].title == "抓好农业生产"
    assert found.sections[1].start == found.text.index("一、2025年")


def test_splitting_at_a_sentence_makes_it_the_heading_of_a_section_beside():
    found = corrected(Split(place_of("送戏下乡，群众的日子一天比一天好。")))
    assert headings(found)[2:5] == ["  抓好文化事业", "  送戏下乡，群众的日子一天比一天好", "  抓好民生保障"]
    assert own_text(found, "抓好文化事业") == "放映电影40场，增长8.5%。"


def test_splitting_with_a_title_keeps_the_sentence_as_text():
    found = corrected(Split(place_of("送戏下乡，群众的日子一天比一天好。"), "送戏"))
    assert own_text(found, "送戏") == "送戏下乡，群众的日子一天比一天好。"


def test_splitting_a_part_takes_the_subsections_behind_along():
    found = corrected(Split(place_of("全镇上下凝心聚力抓项目、促增收、保民生，各项工作都有了新的进展。"), "概述"))
    assert headings(found)[:3] == ["2025年工作回顾", "概述", "  抓好农业生产"]


def test_a_retitled_section_keeps_its_number_and_its_place():
    found = corrected(Retitle(at("抓好农业生产"), " 农业\n生产 "))
    one = section(found, "农业 生产")
    before = section(report(), "抓好农业生产")
    assert (one.id, one.number, one.start, one.body_start) == (
        before.id,
        before.number,
        before.start,
        before.body_start,
    )


def test_words_marked_as_heading_head_what_follows_them():
    found = corrected(MarkHeading(place_of("养老服务不断改进，大家心里都很踏实。"), 1))
    assert headings(found)[-3:] == ["  抓好民生保障", "养老服务不断改进，大家心里都很踏实", "2026年工作安排"]
    deeper = corrected(MarkHeading(place_of("养老服务不断改进，大家心里都很踏实。"), 9))
    assert section(deeper, "养老服务不断改进，大家心里都很踏实").id == "2.3.1"


def test_a_number_in_words_marked_as_heading_is_their_number_and_note_marks_are_no_title():
    given = report_of(TEXT.replace("养老服务不断改进", "3、补贴按月发放[2]。养老服务不断改进"))
    done = apply(given, (MarkHeading(place_of("3、补贴按月发放[2]。", given), 3),))
    assert done.lost == ()
    assert section(done.report, "补贴按月发放").number == "3、"


def test_a_point_marked_as_heading_is_one_with_its_own_title():
    given = report_of(TEXT.replace("养老服务不断改进，大家", "一是养老服务不断改进，大家都好。二是大家"))
    point = next(one for one in given.walk() if one.kind is SectionKind.POINT)
    done = apply(given, (MarkHeading(section_anchor(given, point), 3),))
    assert done.lost == ()
    one = section(done.report, point.title)
    assert (one.kind, one.number, one.start) == (SectionKind.HEADING, point.number, point.start)


def test_a_point_promoted_beside_its_heading_is_a_heading():
    given = report_of(TEXT.replace("养老服务不断改进，大家", "一是养老服务不断改进，大家都好。二是大家"))
    point = next(one for one in given.walk() if one.kind is SectionKind.POINT)
    done = apply(given, (Promote(section_anchor(given, point)),))
    assert section(done.report, point.title).kind is SectionKind.HEADING


def test_what_follows_a_promoted_point_in_its_section_belongs_to_it():
    given = report_of(
        TEXT.replace("养老服务不断改进，大家", "一是养老服务不断改进，大家都好。二是大家") + "\n这些都要办好。"
    )
    point = next(one for one in given.walk() if one.kind is SectionKind.POINT)
    parent = section(given, "抓好民生保障")
    done = apply(given, (Promote(section_anchor(given, point)),)).report
    assert section(done, point.title).end == parent.end
    assert section(done, "抓好民生保障").end == point.start


def test_a_line_of_the_front_before_others_is_no_heading():
    given = report_of("柳坪镇政府工作报告\n柳坪镇镇长　苏禾\n" + TEXT.partition("\n")[2])
    assert [one.kind for one in given.sections[0].children] == [SectionKind.FRONT, SectionKind.FRONT]
    done = apply(given, (MarkHeading(place_of("柳坪镇镇长　苏禾", given), 1),))
    assert [lost.reason for lost in done.lost] == [Reason.NOT_POSSIBLE]
    last = apply(given, (MarkHeading(place_of("各位代表：", given), 1),))
    assert section(last.report, "各位代表").kind is SectionKind.HEADING


def test_what_stood_under_a_heading_that_is_none_stands_under_the_section_above_where_a_gap_is_before_it():
    kinds = SectionKind.HEADING, SectionKind.POINT
    outline = (
        Entry(kinds[0], 1, "", "甲", 0, 1, 100),
        Entry(kinds[1], 2, "", "乙", 10, 11, 20),
        Entry(kinds[1], 2, "", "丙", 30, 31, 50),
        Entry(kinds[1], 3, "", "丁", 40, 41, 50),
    )
    apart = no_heading(outline, 2)
    assert apart is not None
    assert [(one.title, one.depth, one.end) for one in apart] == [("甲", 1, 100), ("乙", 2, 20), ("丁", 2, 50)]
    close = no_heading((outline[0], replace(outline[1], end=30), *outline[2:]), 2)
    assert close is not None
    assert [(one.title, one.depth, one.end) for one in close] == [("甲", 1, 100), ("乙", 2, 50), ("丁", 3, 50)]


@pytest.mark.parametrize(
    "correction",
    [
        Promote(at("2025年工作回顾")),
        Demote(at("抓好农业生产")),
        Demote(at("2025年工作回顾")),
        Merge(at("2025年工作回顾")),
        Merge(at("柳坪镇政府工作报告")),
        NoHeading(at("柳坪镇政府工作报告")),
        Retitle(at("抓好农业生产"), "  "),
        Split(place_of("抓好农业生产")),
        MarkHeading(place_of("抓好农业生产"), 1),
        MarkHeading(place_of("保民生，各项工作都有了新的进展。\n（一）抓好"), 2),
        AddMetric(place_of("2公里，新建"), "水渠", "2", "公里"),
        AddMetric(place_of("凝心聚力"), "水渠", "许多", "公里"),
        AddMetric(place_of("凝心聚力"), " ", "2", "公里"),
        Revalue(place_of("12公里"), "十二", "公里"),
        Rename(place_of("12公里"), ""),
    ],
)
def test_what_cannot_be_done_there_leaves_the_report_and_is_told(correction: Correction):
    assert reason_of(correction) is Reason.NOT_POSSIBLE


def test_words_that_are_no_heading_or_no_metric_are_told():
    assert reason_of(Promote(place_of("各项工作"))) is Reason.NO_SECTION
    assert reason_of(Rename(place_of("各项工作"), "工作")) is Reason.NO_METRIC


def test_what_is_so_already_counts_as_done():
    given = report()
    marked = MarkHeading(place_of("（一）抓好农业生产"), 2)
    none = NoHeading(place_of("各项工作"))
    dropped = DropMetric(place_of("各项工作"))
    done = apply(given, (marked, none, dropped))
    assert (done.report, done.lost) == (given, ())
    assert reason_of(DropMetric(place_of("水渠12"))) is Reason.NO_METRIC
    assert reason_of(MarkHeading(place_of("（一）抓好农业生产"), 1)) is Reason.NOT_POSSIBLE


def test_metrics_follow_their_text_into_other_sections():
    found = corrected(Promote(at("抓好文化事业")))
    for one in found.metrics:
        inner = [node for node in found.walk() if node.start <= one.start < node.end][-1]
        assert one.section == inner.id


def test_a_metric_is_renamed_revalued_and_annotated_with_its_words_untouched():
    place = metric_anchor(report(), metric(report(), "12公里"))
    found = corrected(Rename(place, "新修水渠长度"), Revalue(place, "12000", "米"), Annotate(place, "含改造"))
    one = metric(found, "12公里")
    assert (one.name, one.value, one.unit, one.note) == ("新修水渠长度", "12000", "米", "含改造")
    others = [other for other in found.metrics if other.id != one.id]
    assert others == [other for other in report().metrics if other.id != one.id]


def test_a_dropped_metric_is_gone_and_what_hung_on_it_stands_for_itself():
    assert metric(report(), "8座").part_of == metric(report(), "40座").id
    found = corrected(DropMetric(metric_anchor(report(), metric(report(), "40座"))))
    assert [one.id for one in found.metrics] == [f"m{number}" for number in range(1, len(report().metrics))]
    assert metric(found, "8座").part_of is None
    assert metric(found, "8.5%").change_of == metric(found, "40场").id


def test_what_refers_to_a_metric_follows_it_when_metrics_are_counted_anew():
    given = report_of(TEXT.replace("放映电影40场，增长8.5%", "改厕率由58%提高到67%"))
    assert metric(given, "58%").start_of == metric(given, "67%").id
    first = metric_anchor(given, metric(given, "12公里"))
    done = apply(given, (DropMetric(first),)).report
    assert metric(done, "58%").start_of == metric(done, "67%").id != metric(given, "67%").id
    gone = apply(given, (DropMetric(metric_anchor(given, metric(given, "67%"))),)).report
    assert metric(gone, "58%").start_of is None


def test_an_added_metric_stands_in_its_place_with_its_sentence():
    place = place_of("凝心聚力")
    wish = AddMetric(place, "干劲", "100", "%", direction=Direction.UP, period="2025年", target=False)
    found = corrected(wish)
    one = metric(found, "凝心聚力")
    assert (one.id, one.name, one.value, one.unit, one.period, one.target) == (
        "m1",
        "干劲",
        "100",
        "%",
        "2025年",
        False,
    )
    assert found.sentence(one) == "全镇上下凝心聚力抓项目、促增收、保民生，各项工作都有了新的进展。"
    assert one.section == section(found, "2025年工作回顾").id
    assert metric(found, "8座").part_of == metric(found, "40座").id


def test_a_metric_added_where_the_reader_now_finds_one_has_the_words_of_the_clerk():
    found = corrected(AddMetric(place_of("12公里"), "水渠总长", "12.0", "km"))
    one = metric(found, "12公里")
    assert (one.id, one.name, one.unit) == (metric(report(), "12公里").id, "水渠总长", "km")
    assert len(found.metrics) == len(report().metrics)


def test_corrections_are_made_in_their_order():
    place = metric_anchor(report(), metric(report(), "12公里"))
    drop, add = DropMetric(place), AddMetric(place, "水渠", "12", "公里")
    assert metric(corrected(drop, add), "12公里").name == "水渠"
    assert [one.written for one in corrected(add, drop).metrics] == [one.written for one in report().metrics][1:]


def test_what_was_noticed_of_a_heading_goes_with_the_heading():
    given = report_of(TEXT.replace("（二）抓好文化事业", "（四）抓好文化事业").replace("二、2026年", "一、2026年"))
    told = [one for one in given.noticed if one.finding is Finding.HEADING_NUMBER_REPEATED]
    assert told
    one = next(node for node in given.walk() if node.start == told[0].start)
    done = apply(given, (NoHeading(section_anchor(given, one)),))
    assert told[0] not in done.report.noticed


def test_what_carries_a_correction_is_known_by_its_id():
    figure = metric_anchor(report(), metric(report(), "40座"))
    split_off = place_of("送戏下乡，群众的日子一天比一天好。")
    made = (
        Retitle(at("抓好民生保障"), "民生"),
        Annotate(figure, "含改造"),
        Split(split_off),
        NoHeading(at("2026年工作安排")),
    )
    done = apply(report(), made)
    words = "送戏下乡，群众的日子一天比一天好"
    assert touched(done) == {
        section(done.report, "民生").id,
        section(done.report, words).id,
        metric(done.report, "40座").id,
    }
    assert touched(apply(report(), ())) == frozenset()


def test_every_correction_and_every_loss_has_its_sentence():
    place = metric_anchor(report(), metric(report(), "12公里"))
    head = at("抓好农业生产")
    all_of_them: list[Correction] = [
        Promote(head),
        Demote(head),
        Merge(head),
        Split(head),
        Retitle(head, "农业"),
        MarkHeading(head, 2),
        NoHeading(head),
        Rename(place, "水渠"),
        Revalue(place, "1", "米"),
        AddMetric(place, "水渠", "1", "米"),
        DropMetric(place),
        Annotate(place, "备注"),
        Annotate(place, ""),
    ]
    told = [correction_sentence(one) for one in all_of_them]
    assert len(set(told)) == len(all_of_them)
    assert told[1] == "把“抓好农业生产”降为下一级"
    done = apply(report(), [Demote(head)])
    assert lost_sentence(done.lost[0]).startswith("把“抓好农业生产”降为下一级：")


def test_a_long_heading_is_shortened_in_its_sentence():
    long_ = place_of("全镇上下凝心聚力抓项目、促增收、保民生，各项工作都有了新的进展。")
    assert correction_sentence(Split(long_)) == "从“全镇上下凝心聚力抓项目、促增收、保民生，…”起分成两节"

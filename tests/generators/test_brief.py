"""The bulletin: what is ticked stands on it, word for word; nothing else does."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.compose.numbering import number_at
from generators.document import Banner, Document, Role, Tail, TextBlock
from generators.kind_files import find_kind
from generators.ordering import Order, compose_paper
from report.model import Report, Section, SectionKind
from report.reading import parse_source
from report.selection import Mode, Selection, choose, everything
from report.sentences import sentence_spans
from report.source import Source, SourceLine
from tests.generators.papers import DAY, sample_report


def brief(selection: Selection, report: Report | None = None, **typed: str) -> Document:
    report = report or sample_report()
    return compose_paper(Order(report, selection, find_kind("brief"), typed, DAY)).document


def texts(document: Document) -> Iterator[TextBlock]:
    return (block for block in document.blocks if isinstance(block, TextBlock))


def words(document: Document) -> str:
    return "\n".join(block.text for block in texts(document))


def printable_sections() -> list[Section]:
    return [section for section in sample_report().walk() if section.kind is not SectionKind.FRONT]


def headings() -> list[Section]:
    return [section for section in sample_report().walk() if section.kind is SectionKind.HEADING]


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    report = sample_report()
    ticked = draw(st.lists(st.sampled_from(printable_sections()), min_size=1, max_size=8))
    wanted = {section.id: draw(st.sampled_from(Mode)) for section in ticked}
    metrics = draw(st.frozensets(st.sampled_from([metric.id for metric in report.metrics]), max_size=20))
    return Selection(choose(report, wanted), metrics)


@settings(deadline=None)
@given(selections())
def test_every_word_taken_from_the_report_stands_in_it_at_its_place(selection: Selection):
    report = sample_report()
    for block in texts(brief(selection)):
        for run in (*block.runs, *block.right):
            if run.source is not None:
                assert report.text[run.source : run.source + len(run.text)] == run.text


@settings(deadline=None)
@given(selections())
def test_everything_ticked_is_on_the_paper(selection: Selection):
    report = sample_report()
    document = brief(selection)
    printed = words(document)
    for section in report.walk():
        if section.id in selection.modes and section.kind is not SectionKind.FRONT:
            assert section.title in printed
    spans = [
        (run.source, run.source + len(run.text))
        for block in texts(document)
        if block.role is Role.FIGURE
        for run in block.right
        if run.source is not None
    ]
    for metric in report.metrics:
        holding = [span for span in spans if span[0] <= metric.start and metric.end <= span[1]]
        assert len(holding) == (metric.id in selection.metrics)


@settings(deadline=None)
@given(selections())
def test_nothing_unticked_is_on_the_paper(selection: Selection):
    report = sample_report()
    taken: set[int] = set()
    for block in texts(brief(selection, figures="不印")):
        if block.role is not Role.TITLE:
            for run in block.runs:
                if run.source is not None:
                    taken.update(range(run.source, run.source + len(run.text)))
    for section in report.walk():
        ticked_inside = any(node.id in selection.modes for node in section.walk())
        if not ticked_inside:
            assert not taken.intersection(range(section.start, section.end))
        elif section.id not in selection.modes:  # only its heading shows, above what is ticked in it
            own = set(range(section.body_start, section.end))
            for child in section.children:
                own -= set(range(child.start, child.end))
            assert not taken.intersection(own)


def test_the_whole_report_in_full_has_every_character_of_its_sections_once_and_in_order():
    report = sample_report()
    places: list[int] = []
    for block in texts(brief(everything(report), figures="不印", numbering="照报告原样")):
        if block.role is not Role.TITLE:
            for run in block.runs:
                assert run.source is not None
                places.extend(range(run.source, run.source + len(run.text)))
    assert places == sorted(set(places))
    left_out = {
        at
        for section in report.sections
        if section.kind is not SectionKind.FRONT
        for at in range(section.start, section.end)
        if not report.text[at].isspace()
    } - set(places)
    lost = "".join(report.text[at] for at in sorted(left_out))
    assert set(lost) <= set("。：；:;　")  # what closes a heading that stands alone


def test_a_digest_is_the_first_sentence_and_the_sentences_with_ticked_figures():
    report = sample_report()
    section = next(one for one in headings() if any(m.section == one.id for m in report.metrics))
    figure = [metric for metric in report.metrics if metric.section == section.id][-1]
    selection = Selection(choose(report, {section.id: Mode.DIGEST}), frozenset({figure.id}))
    printed = [b for b in texts(brief(selection, figures="不印")) if b.role is Role.BODY]
    own_end = section.children[0].start if section.children else section.end
    sentences = list(sentence_spans(report.text, section.body_start, own_end))
    wanted = {sentences[0], *(s for s in sentences if s[0] <= figure.start < s[1])}
    left_out = [s for s in sentences if s not in wanted]
    text = "".join(block.text for block in printed)
    assert all(report.text[start:end] in text for start, end in wanted)
    assert left_out
    assert not any(report.text[start:end] in text for start, end in left_out)


def test_a_change_stands_behind_its_figure_and_says_which_way_it_goes():
    report = sample_report()
    change = next(metric for metric in report.metrics if metric.change_of)
    whole = next(metric for metric in report.metrics if metric.id == change.change_of)
    selection = Selection(choose(report, {whole.section: Mode.HEADING}), frozenset({change.id, whole.id}))
    rows = [block for block in texts(brief(selection)) if block.role is Role.FIGURE]
    assert len(rows) == 1
    value = "".join(run.text for run in rows[0].right)
    assert value.startswith(f"{whole.written}，")
    assert value.endswith(change.written)
    assert value[len(whole.written) + 1 : -len(change.written)] in {"增长", "下降", "增加", "提高", "减少", "降低"}


def figure_rows(text: str) -> list[tuple[str, str]]:
    report = parse_source(Source((SourceLine("一、2026年工作安排"), SourceLine(text))), "报告.txt")
    rows = [block for block in texts(brief(everything(report), report)) if block.role is Role.FIGURE]
    return [(block.text, "".join(run.text for run in block.right)) for block in rows]


def test_the_two_ends_of_a_range_are_one_figure():
    assert [value for _, value in figure_rows("全年培育示范合作社2至3个，新修道路12公里。")] == ["2至3个", "12公里"]


def test_a_planned_figure_is_called_a_target():
    assert figure_rows("今年要新修道路12公里。")[0][0].endswith("（目标）")


def test_a_title_on_a_line_of_its_own_does_not_run_into_the_next():
    text = "※注释※\n[1]“两手抓”：两件事一起做。"
    heading = Section("1", SectionKind.HEADING, "", "※注释※", 0, 5, len(text))
    report = Report("报告.txt", "政府工作报告", text, (heading,), ())
    assert [block.text for block in texts(brief(everything(report), report))][1:] == text.split("\n")


def test_a_heading_only_section_prints_no_text():
    section = headings()[-1]
    document = brief(Selection(choose(sample_report(), {section.id: Mode.HEADING})))
    assert not [b for b in texts(document) if b.role is Role.BODY and b.section == ""]


def test_a_mark_that_led_on_to_words_left_out_is_left_out_too():
    text = "一、回顾\n这是实干的一年。农业稳步发展，粮食增产。工业加快转型，企业增效。"
    points = (
        Section("1.1", SectionKind.POINT, "", "农业稳步发展", 13, 20, 25),
        Section("1.2", SectionKind.POINT, "", "工业加快转型", 25, 32, 37),
    )
    heading = Section("1", SectionKind.HEADING, "一、", "回顾", 0, 5, len(text), points)
    report = Report("报告.txt", "政府工作报告", text, (heading,), ())
    document = brief(Selection(choose(report, {"1.1": Mode.HEADING, "1.2": Mode.HEADING})), report)
    assert [block.text for block in texts(document) if block.role is Role.BODY] == ["农业稳步发展，工业加快转型"]


def test_numbers_are_counted_anew_over_the_selection():
    report = sample_report()
    parent = next(one for one in headings() if len([c for c in one.children if c.kind is SectionKind.HEADING]) > 3)
    children = [child for child in parent.children if child.kind is SectionKind.HEADING]
    ticked = {children[0].id: Mode.HEADING, children[2].id: Mode.HEADING}
    titles = [b.bookmark_title for b in texts(brief(Selection(choose(report, ticked)))) if b.section]
    assert titles == [
        f"{number_at(1, 1)}{parent.title}",
        f"{number_at(2, 1)}{children[0].title}",
        f"{number_at(2, 2)}{children[2].title}",
    ]


def test_numbers_stay_as_in_the_report_where_the_clerk_wants_them():
    report = sample_report()
    titles = [b.bookmark_title for b in texts(brief(everything(report), numbering="照报告原样")) if b.section]
    assert titles == [
        f"{section.number}{section.title}"
        for section in report.walk()
        if section.kind in (SectionKind.HEADING, SectionKind.BACK)
    ]


@pytest.mark.parametrize(
    ("count", "number"),
    [
        (1, "一、"),
        (10, "十、"),
        (11, "十一、"),
        (20, "二十、"),
        (35, "三十五、"),
        (100, "一百、"),
        (105, "一百零五、"),
        (1210, "一千二百一十、"),
    ],
)
def test_chinese_numbers(count: int, number: str):
    assert number_at(1, count) == number


def test_the_head_and_foot_hold_what_was_typed_and_blanks_for_what_was_not():
    document = brief(
        everything(sample_report()),
        issue="12",
        total_issue="118",
        date="2026-01-20",
        report_to="甲单位；乙单位",
        copies="40",
    )
    banner = next(block for block in document.blocks if isinstance(block, Banner))
    tail = next(block for block in document.blocks if isinstance(block, Tail))
    assert (banner.issue, banner.date) == ("第12期（总第118期）", "2026年1月20日")
    assert banner.note == "内部资料　注意保存"
    assert tail.lines[0] == "报：甲单位，乙单位"
    assert tail.lines[1].startswith("送：")
    assert tail.copies == "共印40份"


def test_the_issuer_is_found_in_the_report():
    banner = next(b for b in brief(everything(sample_report())).blocks if isinstance(b, Banner))
    assert banner.issuer == "云岫镇人民政府办公室"

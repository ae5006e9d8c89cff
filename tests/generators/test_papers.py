"""Laws of the session's papers: each figure leads back to the report, is the same on all, and was ticked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.compose.excerpt import make_excerpt
from generators.compose.ledger import Entry, entries_of, fulfilled
from generators.compose.plan_tasks import tasks_of
from generators.document import HEADINGS, Block, Chart, Document, Role, Run, Table, TextBlock
from generators.kind_files import find_kind
from generators.ordering import Order, compose_paper
from report.errors import UserError
from report.metrics.outlook import Outlook
from report.model import Report, SectionKind
from report.reading import read_report
from report.selection import Mode, Selection, everything
from tests.conftest import REPORTS
from tests.generators.papers import DAY, SAMPLE

KINDS = ("brief", "document", "digest", "indicators", "tasks")
FILES = (SAMPLE, *(sorted(REPORTS.glob("*.txt")) if REPORTS.is_dir() else ()))
COMPUTED = re.compile(r"([0-9.]+)%（计算）")
# What a paper counts or writes by itself: 序号, （1）, places in the report, the wording of periods in heads and notes.
OWN_WORDS = re.compile(
    r"[0-9]{1,4}[.、]?|（[0-9]{1,3}）|[0-9.]+%（计算）|.*第[0-9]+[段行].*|.*(?:完成值|目标)|注：.*|——.*|第[0-9]*　*期.*"
)


@cache
def report_of(path: Path) -> Report:
    return read_report(path)


def runs_of(block: Block) -> Iterator[tuple[Run, bool]]:
    """Yield the runs of a block, and whether they stand in a table."""
    if isinstance(block, TextBlock):
        yield from ((run, False) for run in (*block.runs, *block.right))
    elif isinstance(block, Table):
        for row in (*block.head, *block.rows):
            for cell in row.cells:
                yield from ((run, True) for run in cell.runs)
        yield from ((run, True) for note in block.notes for run in note)
    elif isinstance(block, Chart):
        yield from ((item.written, False) for item in block.items)


def words_of(document: Document) -> Iterator[Run]:
    yield from (run for block in document.blocks for run, _ in runs_of(block))


def paper(report: Report, selection: Selection, kind: str, **typed: str) -> Document | None:
    try:
        return compose_paper(Order(report, selection, find_kind(kind), typed, DAY)).document
    except UserError:
        return None  # nothing of the selection can be printed


def names(report: Report) -> set[str]:
    """The names of indicators and headings, which may hold digits: 20万元以上的村."""
    return {metric.name for metric in report.metrics} | {section.title for section in report.walk()}


@st.composite
def selections(draw: st.DrawFn, report: Report) -> Selection:
    all_of_it = everything(report)
    modes = {each: draw(st.sampled_from(list(Mode))) for each in all_of_it.modes if draw(st.booleans())}
    share = draw(st.sampled_from((1, 2, 3, 7)))
    first = draw(st.integers(0, share - 1))
    ids = [metric.id for metric in report.metrics if metric.id in all_of_it.metrics]
    return Selection(modes, frozenset(ids[first::share]))


def assert_figures_lead_back(report: Report, document: Document, allowed: Iterable[str]) -> None:
    known = set(allowed)
    for run in words_of(document):
        if run.source is not None:
            # a heading may have lost a note mark or a line end; its words follow each other
            assert report.text[run.source : run.source + len(run.text)] == run.text
        elif re.search(r"[0-9０-９]", run.text):
            own = run.text in known or any(name and name in run.text for name in known)
            assert own or OWN_WORDS.fullmatch(run.text.strip("；〔〕")), run.text


def some(report: Report) -> list[Selection]:
    """Everything, and selections that leave out every second section or figure."""
    whole = everything(report)
    ids = [metric.id for metric in report.metrics if metric.id in whole.metrics]
    return [
        whole,
        Selection(dict(list(whole.modes.items())[::2]), frozenset(ids[::2])),
        Selection(dict.fromkeys(list(whole.modes)[1::2], Mode.DIGEST), frozenset(ids[1::3])),
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_on_a_paper_stands_in_the_report_where_it_says(path: Path, kind: str):
    report = report_of(path)
    for selection in some(report):
        document = paper(report, selection, kind, date="2026-01-20", copies="")
        if document is not None:
            typed = {document.title, report.title}
            assert_figures_lead_back(report, document, names(report) | typed | periods(report))


def periods(report: Report) -> set[str]:
    return {metric.period for metric in report.metrics if metric.period}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_ticked_figure_is_in_one_row_and_an_unticked_one_in_none(path: Path):
    report = report_of(path)
    for selection in some(report):
        figures = make_excerpt(report, selection).figures
        entries = entries_of(report, figures)
        listed = Counter(metric.id for entry in entries for metric in entry.metrics())
        assert set(listed) == {metric.id for metric in figures}
        assert set(listed.values()) <= {1}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_over_generated_selections_figures_lead_back_and_are_ticked(data: st.DataObject):
    report = report_of(SAMPLE)
    selection = data.draw(selections(report))
    figures = make_excerpt(report, selection).figures
    listed = [metric.id for entry in entries_of(report, figures) for metric in entry.metrics()]
    assert sorted(listed) == sorted(metric.id for metric in figures)
    for kind in ("indicators", "tasks", "digest"):
        document = paper(report, selection, kind)
        if document is not None:
            assert_figures_lead_back(report, document, names(report) | periods(report) | {document.title})


def entries(path: Path) -> tuple[Entry, ...]:
    report = report_of(path)
    return entries_of(report, make_excerpt(report, everything(report)).figures)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_computed_rate_comes_from_two_exact_figures_of_one_unit_and_period(path: Path):
    for entry in entries(path):
        rate = fulfilled(entry)
        if rate is not None:
            assert entry.level is not None
            assert entry.target is not None
            level, target = entry.level.metric, entry.target.metric
            assert (level.unit, level.period) == (target.unit, target.period)
            assert abs(Decimal(level.value) * 100 - rate * Decimal(target.value)) <= Decimal(target.value) / 20


def plan_report(tmp_path: Path, *lines: str) -> Report:
    file = tmp_path / "报告.txt"
    file.write_text("\n".join(("云岫镇政府工作报告", "各位代表：", *lines)), encoding="utf-8")
    return read_report(file)


def table_texts(document: Document | None) -> list[list[str]]:
    assert document is not None
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for row in tables[0].rows]


def test_a_range_a_start_and_a_plan_stand_in_the_row_of_their_indicator():
    rows = table_texts(paper(report_of(SAMPLE), everything(report_of(SAMPLE)), "indicators"))
    by_name = {row[1].strip("　"): row for row in reversed(rows) if len(row) > 1}
    assert by_name["其中：亿元以上项目"][5] == "2至3"
    assert by_name["茶园面积"][3:5] == ["1.11", "—"]
    assert by_name["茶园面积"][7].endswith("由1.05万亩")
    assert by_name["规模以上工业总产值"][3:6] == ["11.84", "增长7.6%", "增长7.5%左右"]
    assert by_name["固定资产投资"][6] == "101.9%"
    assert by_name["乡镇综合考核"][2:4] == ["—", "第3位"]
    assert by_name["发放外出务工交通补贴"][2:4] == ["—", "21.6万"]
    assert not any("1.05" in row[3] for row in rows if len(row) > 1)


def test_the_heads_name_the_periods_that_most_figures_are_of():
    document = paper(report_of(SAMPLE), everything(report_of(SAMPLE)), "indicators")
    assert document is not None
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [cell.text for cell in table.head[0].cells][3:6] == ["2025年完成值", "同比", "2026年目标"]


def test_places_are_numbers_and_paragraphs():
    report = report_of(SAMPLE)
    rows = table_texts(paper(report, everything(report), "indicators"))
    remarks = {row[1].strip("　"): row[7] for row in reversed(rows) if len(row) > 1}
    assert remarks["规模以上工业总产值"] == "一第1段；目标二第1段"
    assert remarks["新签约项目"].startswith("一（二）第1段")
    assert remarks["改造户厕"] == "一（三）第1段；目标二“做美镇村环境”第1段"


def test_only_main_indicators_are_listed_where_they_are_wanted():
    report = report_of(SAMPLE)
    rows = table_texts(paper(report, everything(report), "indicators", which="只列有同比或目标的"))
    figures = [row for row in rows if len(row) > 1]
    assert 20 < len(figures) < 60
    assert all(row[4] != "—" or row[5] != "—" or row[6] != "—" for row in figures)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_planned_figure_of_the_plan_part_is_lost_between_the_tasks(path: Path):
    report = report_of(path)
    excerpt = make_excerpt(report, everything(report))
    tasks = tasks_of(excerpt)
    if not tasks:
        return
    shown = [span for task in tasks for span in task.measures]
    titles = [(task.title_at, task.title_at + len(task.title)) for task in tasks if task.title_at is not None]
    sections = {section.id: section for section in report.walk()}
    outlook = Outlook.of(report.text, report.sections)
    for metric in excerpt.figures:
        section = sections.get(metric.section)
        planned = section is not None and outlook.place(section.body_start).target is True
        in_body = planned and section is not None and metric.start >= section.body_start
        kinds = {each.kind for each in report.walk() if each.start <= metric.start < each.end}
        if metric.target and in_body and kinds <= {SectionKind.HEADING, SectionKind.POINT}:
            assert any(start <= metric.start < end for start, end in (*shown, *titles)), metric


def test_tasks_are_the_points_and_headings_of_the_plan_and_nothing_of_the_review():
    report = report_of(SAMPLE)
    excerpt = make_excerpt(report, everything(report))
    tasks = tasks_of(excerpt)
    plan = next(section for section in report.sections if section.title == "2026年工作安排")
    assert all(start >= plan.start for task in tasks for start, _ in task.measures)
    assert [task.title for task in tasks][1:4] == ["守牢粮食安全", "做强茶竹产业", "壮大集体经济"]
    words = "".join(report.text[start:end] for task in tasks for start, end in task.measures)
    assert "各位代表" not in words
    assert "300盏" in words


def test_a_plan_without_a_task_gives_blank_rows_and_says_so(tmp_path: Path):
    report = plan_report(tmp_path, "一、2025年工作回顾", "全镇粮食总产量1.36万吨，增长2%。")
    made = compose_paper(Order(report, everything(report), find_kind("tasks"), {}, DAY))
    assert [notice.finding.value for notice in made.noticed if notice.finding.value == "no_tasks"]
    assert all(not text for row in table_texts(made.document) for text in row)


UNITS = "单位\t分管领导\t关键词\n农业农村办\t王某\t粮食、茶园、高标准农田\n项目办\t李某\t招商、园区、企业"


def test_units_are_suggested_by_their_keywords_and_counted_and_a_pick_wins():
    report = report_of(SAMPLE)
    typed = {"units": UNITS, "picks": "2\t赵某\t粮站\t供销社\t6月底前"}
    made = compose_paper(Order(report, everything(report), find_kind("tasks"), typed, DAY))
    rows = {row[1]: row for row in table_texts(made.document) if len(row) == 7}
    assert rows["做强茶竹产业"][3:5] == ["王某", "农业农村办"]
    assert rows["突出精准招商"][3:5] == ["李某", "项目办"]
    assert rows["守牢粮食安全"][3:] == ["赵某", "粮站", "供销社", "6月底前"]
    assert rows["加快园区扩容"][6] == "上半年"
    told = [notice.detail for notice in made.noticed if notice.finding.value == "units_suggested"]
    assert told == [str(sum(1 for row in table_texts(made.document) if "办" in "".join(row[-3:-2])))]


def test_the_digest_takes_no_sentence_that_only_leads_on():
    report = report_of(SAMPLE)
    document = paper(report, everything(report), "digest", sentences="3")
    assert document is not None
    words = "".join(run.text for run in words_of(document))
    assert "总的考虑是" in words or "主要预期目标" in words
    assert not re.search(r"各位代表|开局之年|积分制管理：", words)


def test_the_digest_has_at_most_the_sentences_asked_for_in_each_section_and_none_that_is_not_ticked():
    report = report_of(SAMPLE)
    whole = everything(report)
    points = {section.id for section in report.walk() if section.kind is SectionKind.POINT}
    kept = Selection({each: mode for each, mode in whole.modes.items() if each not in points}, whole.metrics)
    document = paper(report, kept, "digest", sentences="1")
    assert document is not None
    count = 0
    for block in document.blocks:
        if isinstance(block, TextBlock) and block.section:
            count = 0
        elif isinstance(block, TextBlock) and block.role is Role.BODY:
            count += 1
            assert count == 1
    spans = [(section.start, section.end) for section in report.walk() if section.kind is SectionKind.POINT]
    sources = [run.source for run in words_of(document) if run.source is not None]
    assert not [at for at in sources for start, end in spans if start <= at < end]


def test_the_same_figure_has_the_same_words_in_bulletin_and_table():
    report = report_of(SAMPLE)
    whole = everything(report)
    brief = paper(report, whole, "brief")
    assert brief is not None
    values = [block for block in brief.blocks if isinstance(block, TextBlock) and block.role is Role.FIGURE]
    told = {run.source: run.text for block in values for run in block.right if run.source is not None}
    table = paper(report, whole, "indicators")
    assert table is not None
    for row in next(block for block in table.blocks if isinstance(block, Table)).rows:
        for run in (run for cell in row.cells for run in cell.runs if len(row.cells) > 1):
            if run.source in told:
                assert told[run.source].startswith(run.text)


def test_a_bulletin_of_several_pieces_lists_them_and_titles_each():
    report = report_of(SAMPLE)
    document = paper(report, everything(report), "brief", pieces="每个部分一篇")
    assert document is not None
    texts = [block.text for block in document.blocks if isinstance(block, TextBlock)]
    titles = [block.text for block in document.blocks if isinstance(block, TextBlock) and block.role is Role.TITLE]
    assert titles[1:4] == ["2025年工作回顾", "2026年工作安排", "加强政府自身建设"]
    assert texts[texts.index("本期要目") + 1 :][:2] == ["◎2025年工作回顾", "◎2026年工作安排"]
    assert_figures_lead_back(report, document, names(report) | periods(report) | {document.title})


@pytest.mark.parametrize("pieces", ["合为一篇", "每个部分一篇"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_of_sections_ticked_in_full_is_printed_once_and_in_order(path: Path, pieces: str):
    report = report_of(path)
    whole = everything(report)
    document = paper(report, whole, "brief", pieces=pieces, figures="不印")
    assert document is not None
    spans = [
        (run.source, run.source + len(run.text))
        for block in document.blocks
        if isinstance(block, TextBlock) and block.role not in (Role.TITLE, *HEADINGS) and not block.item
        for run in block.runs
        if run.source is not None
    ]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    printed = sum(len("".join(report.text[start:end].split())) for start, end in spans)
    own = make_excerpt(report, whole)
    wanted = {
        at
        for section in report.walk()
        if section.kind is not SectionKind.FRONT
        for span in own.own_spans(section)
        for at in range(*span)
        if section.id in whole.modes and not report.text[at].isspace()
    }
    assert wanted <= {at for span in spans for at in range(*span)}
    assert printed >= len(wanted)

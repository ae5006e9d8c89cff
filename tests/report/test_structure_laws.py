"""What holds for the structure of any text at all, and of every real report at hand."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.model import Section
from report.source import LineKind, Source, SourceLine
from report.structure import find_structure
from tests.report.structure_source import TEXT, outline, points, source_of

NUMBERS = [
    "一、",
    "二、",
    "三、",
    "十一、",
    "（一）",
    "（二）",
    "(三)",
    "（四）、",
    "1.",
    "2、",
    "3．",
    "12.",
    "（1）",
    "2）",
    "①",
]
NAMES = [
    "第一，",
    "第二、",
    "第一部分",
    "第二章",
    "[1]",
    "一是",
    "二是",
    "一要",
    "——",
    "--",
    "附件",
    "附件1",
    "名词解释",
    "目录",
    "各位代表：",
]
WORDS = [
    "2023年工作回顾",
    "政府工作报告",
    "抓好粮食生产",
    "粮食生产稳步提升",
    "这是产业发展的一年",
    "这一年，我们抓茶叶，",
    "增长8.5%",
]
OTHERS = [
    "3月底前",
    "以下工作：",
    "“双修”行动：修路",
    "柳坪镇人民政府",
    "2024年1月8日",
    "镇长 苏禾",
    "来源：柳坪发布",
]
MARKS = [TEXT, "", "。", "；", "：", "，", "！", "”", "\t", " "]

pieces = st.one_of(
    st.sampled_from([*NUMBERS, *NAMES]), st.sampled_from([*WORDS, *OTHERS]), st.sampled_from(MARKS), st.text(max_size=8)
)
texts = st.lists(pieces, min_size=1, max_size=7).map("".join).map(lambda text: " ".join(text.split("\n")).strip())
lines = st.builds(
    SourceLine,
    text=texts.filter(bool),
    kind=st.sampled_from([LineKind.PARAGRAPH] * 6 + [LineKind.TABLE_ROW, LineKind.NOTE]),
    outline_level=st.one_of(st.none(), st.none(), st.integers(1, 9)),
    bold_chars=st.sampled_from([0, 0, 0, 6]),
)
sources = st.lists(lines, max_size=40).map(lambda found: Source(tuple(found)))


def _check_tree(sections: tuple[Section, ...], length: int) -> None:
    at = 0
    for number, section in enumerate(sections, 1):
        assert section.start == at
        assert section.id == str(number)
        _check_section(section)
        at = section.end
    assert at == length or not sections


def _check_section(section: Section) -> None:
    assert section.start <= section.body_start <= section.end
    assert section.title
    at = section.start
    for number, child in enumerate(section.children, 1):
        assert child.id == f"{section.id}.{number}"
        assert at <= child.start
        assert child.end <= section.end
        _check_section(child)
        at = child.end


def _text(source: Source) -> str:
    return "\n".join(line.text for line in source.lines)


@settings(deadline=None, max_examples=200)
@given(sources)
def test_sections_follow_one_another_and_children_lie_inside_in_order(source: Source):
    text = _text(source)
    structure = find_structure(source)
    assert bool(structure.sections) == bool(source.lines)
    _check_tree(structure.sections, len(text))


@settings(deadline=None, max_examples=60)
@given(sources)
def test_titles_and_numbers_are_words_of_the_report_and_stand_at_its_beginning(source: Source):
    text = _text(source)
    for top in find_structure(source).sections[1:]:
        for section in top.walk():
            head = "".join(text[section.start : section.body_start].split())
            assert head.lstrip("—―─－–-").startswith("".join(section.number.split()).lstrip("—―─－–-"))


@settings(deadline=None, max_examples=60)
@given(sources)
def test_what_is_noticed_and_explained_lies_inside_the_text(source: Source):
    length = len(_text(source))
    structure = find_structure(source)
    spans = [*structure.noticed, *structure.glossary]
    assert all(0 <= span.start <= span.end <= length for span in spans)


@settings(deadline=None, max_examples=60)
@given(sources)
def test_the_same_source_gives_the_same_structure(source: Source):
    assert find_structure(source) == find_structure(source)


@settings(deadline=None, max_examples=50)
@given(
    st.integers(1, 40),
    st.sampled_from(
        ["一、农业", "（一）农业。", "1.农业。", "一是农业。", "——农业。", "农业丰收。", "附件", "名词解释"]
    ),
)
def test_a_line_repeated_many_times_is_still_a_tree(times: int, line: str):
    source = source_of("柳坪镇政府工作报告\n" + f"{line}{TEXT}\n{line}\n" * times)
    _check_tree(find_structure(source).sections, len(_text(source)))


def _report_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


def _source(path: Path) -> Source:
    data = path.read_bytes()
    try:
        return source_of(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return source_of(data.decode("gb18030"))


@pytest.mark.reports
def test_every_real_report_makes_a_tree_with_headings(reports_folder: Path):
    files = _report_files(reports_folder)
    assert files
    for path in files:
        source = _source(path)
        structure = find_structure(source)
        _check_tree(structure.sections, len(_text(source)))
        assert len(outline(structure)) >= 3, path.name
        assert all(len(section.title) < 200 for top in structure.sections for section in top.walk()), path.name


@pytest.mark.reports
@pytest.mark.parametrize("name", ["township_2023", "county_2025", "province_2026"])
def test_the_hand_made_answers_are_met(reports_folder: Path, name: str):
    source = _source(reports_folder / f"{name}.txt")
    structure = find_structure(source)
    gold = json.loads((reports_folder / f"{name}.gold.json").read_text(encoding="utf-8"))
    found = [((len(line) - len(line.lstrip(" "))) // 2 + 1, line.strip()) for line in outline(structure)]
    assert found == [(depth, f"{number}{title}") for depth, number, title in gold["outline"]]
    if gold["points"]:
        titles = points(structure)
        missed = [title for title in gold["points"] if not any(one.endswith(title) for one in titles)]
        assert len(missed) <= 0.05 * len(gold["points"])
        assert len(titles) <= 1.05 * len(gold["points"])

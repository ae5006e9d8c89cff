"""What holds for any corrections of any report: the laws of the model, and that no place is mistaken for another."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.corrections.anchors import CONTEXT, LONGEST_QUOTE, Miss, anchor, find_place
from report.corrections.applying import Corrected, apply
from report.corrections.moving import demote, mark, merge, no_heading, promote, split
from report.corrections.outline import flatten, rebuild, settle
from report.corrections.places import metric_anchor, section_anchor, section_at
from report.corrections.values import Correction
from report.model import Report, Section, SectionKind
from report.reading import parse_source, read_report
from report.source import Source
from tests.report.making_corrections import any_correction, any_edit, edited, sample, sentences
from tests.report.test_structure_laws import sources

ALIKE = """全镇上下齐心协力抓项目、促增收、保民生。
（一）特色农业提质扩面。
粮食播种面积稳定，茶园面积增加，大家心里都很踏实。"""

seeds = st.integers(0, 2**32).map(Random)


def _check(before: Report, after: Report) -> None:
    assert after.text == before.text
    assert (after.title, after.source, after.glossary) == (before.title, before.source, before.glossary)
    at = 0
    for number, top in enumerate(after.sections, 1):
        assert (top.start, top.id) == (at, str(number))
        assert top.kind is not SectionKind.POINT or top in before.sections
        _check_section(top)
        at = top.end
    assert at == len(after.text) or not after.sections
    _check_metrics(after)


def _check_section(section: Section) -> None:
    assert section.start <= section.body_start <= section.end
    assert section.title
    at = section.start
    for number, child in enumerate(section.children, 1):
        assert child.id == f"{section.id}.{number}"
        assert at <= child.start
        assert child.end <= section.end
        assert section.kind is not SectionKind.POINT or child.kind is SectionKind.POINT
        _check_section(child)
        at = child.end


def _check_metrics(report: Report) -> None:
    known = {metric.id for metric in report.metrics}
    assert [metric.id for metric in report.metrics] == [f"m{n}" for n in range(1, len(report.metrics) + 1)]
    assert all(one.start <= other.start for one, other in pairwise(report.metrics))
    for metric in report.metrics:
        assert report.text[metric.start : metric.end] == metric.written
        assert metric.sentence_start <= metric.start < metric.end <= metric.sentence_end
        assert {metric.change_of, metric.part_of, metric.start_of} <= known | {None}
        assert metric.id not in {metric.change_of, metric.part_of}
        inner = [node.id for node in report.walk() if node.start <= metric.start < node.end]
        assert metric.section == (inner[-1] if inner else "")


def _corrected(random: Random, report: Report, count: int) -> tuple[Corrected, list[Correction]]:
    """Apply corrections one by one, each made on the report as the clerk sees it then."""
    made: list[Correction] = []
    done = apply(report, ())
    for _ in range(count):
        made.append(any_correction(random, done.report).correction)
        done = apply(report, made)
    return done, made


def _whole(report: Report) -> None:
    outline = flatten(report.sections)
    assert rebuild(outline, len(report.text)) == report.sections
    assert settle(outline) == outline


@settings(deadline=None, max_examples=60)
@given(seeds, st.integers(1, 8))
def test_corrections_keep_the_laws_of_the_sample(random: Random, count: int):
    done, made = _corrected(random, sample(), count)
    _check(sample(), done.report)
    _whole(done.report)
    assert len(done.applied) + len(done.lost) == len(made)
    assert apply(sample(), made) == done


@settings(deadline=None, max_examples=150)
@given(sources.filter(lambda source: source.lines), seeds, st.integers(1, 6))
def test_corrections_keep_the_laws_of_any_report(source: Source, random: Random, count: int):
    report = parse_source(source, "报告.txt")
    done, _ = _corrected(random, report, count)
    _check(report, done.report)


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_a_single_correction_leaves_everything_else_as_it_was(random: Random):
    report = sample()
    made = any_correction(random, report)
    after = apply(report, (made.correction,)).report
    words = {report.text[one.start : one.body_start] for one in report.walk()}
    left = {after.text[one.start : one.body_start] for one in after.walk()}
    assert len(words - left) <= 1
    assert len(left - words) <= 1
    changed = {replace(one, id="", section="", change_of=None, part_of=None, start_of=None) for one in report.metrics}
    changed ^= {replace(one, id="", section="", change_of=None, part_of=None, start_of=None) for one in after.metrics}
    assert len(changed) <= 2


@settings(deadline=None, max_examples=150)
@given(seeds, st.integers(1, 5))
def test_every_correction_is_found_again_after_edits_elsewhere(random: Random, count: int):
    report = sample()
    made = any_correction(random, report)
    before = apply(report, (made.correction,))
    start, end = made.span
    other, first, last = report, start, end
    for _ in range(count):
        # Elsewhere: outside the words of the place and the few characters that touch them.
        if random.random() < first / len(other.text):
            edit = any_edit(random, other.text, 0, max(0, first - 20))
        else:
            edit = any_edit(random, other.text, min(last + 20, len(other.text)), len(other.text))
        by = len(edit.words) - (edit.end - edit.start)
        if edit.end <= first:
            first, last = first + by, last + by
        other = edited(other, edit)
    assert find_place(other.text, made.correction.at) == (first, min(last, first + LONGEST_QUOTE))
    assert len(apply(other, (made.correction,)).applied) == len(before.applied)


@settings(deadline=None, max_examples=200)
@given(seeds)
def test_an_edit_inside_a_place_loses_it_or_keeps_it_but_never_takes_another(random: Random):
    report = sample()
    spans = [*sentences(report), *((one.start, one.end) for one in report.metrics)]
    start, end = random.choice(spans)
    edit = any_edit(random, report.text, start, end)
    other = edited(report, edit)
    by = len(edit.words) - (edit.end - edit.start)
    at = anchor(report.text, start, end)
    exact = find_place(other.text, at, exact=True)
    if not isinstance(exact, Miss):
        assert other.text[slice(*exact)] == at.quote
        assert start - len(edit.words) <= exact[0] <= start + max(by, 0) + len(edit.words)
    found = find_place(other.text, at)
    if not isinstance(found, Miss):
        assert found[0] < end + max(by, 0)
        assert start <= found[1]


@settings(deadline=None, max_examples=60)
@given(seeds)
def test_a_place_that_is_gone_is_not_found_elsewhere(random: Random):
    report = sample()
    spans = [*sentences(report), *((one.start, one.end) for one in report.metrics)]
    start, end = random.choice(spans)
    text = report.text
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    assert isinstance(find_place(text[:first] + text[last:], anchor(text, start, end)), Miss)


def test_a_place_that_was_doubled_is_ambiguous():
    text = sample().text
    start = text.index("（一）")
    at = anchor(text, start, start + 12)
    assert find_place(text + "\n" + text, at) is Miss.AMBIGUOUS


def test_of_equal_places_the_same_one_is_found_as_long_as_there_are_as_many():
    text = "\n".join(["开头的一行。", *["完成投资3万元。" * 8] * 3, "最后的一行。"])
    start = text.index("完成投资3万元。完成") + 8 * 4
    at = anchor(text, start, start + 8)
    assert at.of > 1
    assert find_place("前面加一行。\n" + text, at) == (start + 7, start + 15)
    assert find_place(text + "\n" + "完成投资3万元。" * 8 + "\n完成投资3万元。", at) is Miss.AMBIGUOUS


@pytest.mark.parametrize("text", ["啊" * 20000, "啊哦" * 10000, "增长8%。" * 5000])
def test_places_of_monotonous_texts_are_told_apart_or_told_as_unknown(text: str):
    at = anchor(text, 5000, 5040)
    found = find_place(text, at)
    assert found in {(5000, 5040), Miss.AMBIGUOUS}
    assert isinstance(find_place("很" + text[:4990] + "不" + text[5001:], at), Miss)


def test_a_place_that_is_gone_is_not_taken_for_one_with_much_the_same_around_it():
    common = "完成投资12亿元，同比增长两成以上，增速居全县前列，"
    text = f"一季度开局良好，园区{common}大家都满意。二季度再接再厉，镇区{common}各方面都好。"
    start = text.index("12亿元")
    at = anchor(text, start, start + 4)
    assert find_place(text, at) == (start, start + 4)
    assert isinstance(find_place(text[text.index("二季度") :], at), Miss)


def test_other_words_in_the_same_surroundings_are_another_place():
    start = ALIKE.index("特色农业")
    at = anchor(ALIKE, start, start + 8)
    assert find_place(ALIKE.replace("特色农业", "特色林业"), at) == (start, start + 8)
    assert isinstance(find_place(ALIKE.replace("特色农业提质扩面", "社会治理平稳有序"), at), Miss)


def test_two_places_that_are_equally_alike_are_not_told_apart():
    start = ALIKE.index("特色农业")
    other = ALIKE.replace("特色农业", "特色林业")
    assert isinstance(find_place(f"{other}\n{other}", anchor(ALIKE, start, start + 8)), Miss)


@settings(deadline=None, max_examples=100)
@given(seeds)
def test_an_outline_ends_its_sections_where_the_tree_does(random: Random):
    text = sample().text
    outline = flatten(sample().sections)
    for _ in range(8):
        index = random.randrange(len(outline))
        place = random.choice(sentences(sample()))
        moved = random.choice(
            [
                promote(outline, index),
                demote(outline, index),
                merge(outline, index),
                no_heading(outline, index),
                split(outline, text, place, ""),
                mark(outline, text, place, random.randint(1, 4)),
            ]
        )
        outline = moved or outline
        assert flatten(rebuild(outline, len(text))) == outline


def _reports(folder: Path) -> list[Report]:
    return [read_report(path) for path in sorted(folder.glob("*.txt"))]


@pytest.mark.reports
def test_every_section_and_metric_of_the_real_reports_is_found_by_its_words(reports_folder: Path):
    for report in _reports(reports_folder):
        outline = flatten(report.sections)
        assert rebuild(outline, len(report.text)) == report.sections
        for index, section in enumerate(report.walk()):
            place = find_place(report.text, section_anchor(report, section))
            assert not isinstance(place, Miss)
            assert section_at(outline, place) == index
        for metric in report.metrics:
            assert find_place(report.text, metric_anchor(report, metric)) == (metric.start, metric.end)


@pytest.mark.reports
def test_corrections_keep_the_laws_of_the_real_reports(reports_folder: Path):
    random = Random(9704)  # noqa: S311 - the same choices in each run
    for report in _reports(reports_folder):
        for _ in range(3):
            done, _ = _corrected(random, report, 5)
            _check(report, done.report)
            _whole(done.report)


@pytest.mark.reports
def test_corrections_of_the_real_reports_survive_edits_elsewhere(reports_folder: Path):
    random = Random(9704)  # noqa: S311 - the same choices in each run
    lost: list[str] = []
    for report in _reports(reports_folder):
        for _ in range(25):
            made = any_correction(random, report)
            edit = any_edit(random, report.text, 0, len(report.text))
            if edit.end > made.span[0] - 20 and edit.start < made.span[1] + 20:
                continue
            other = edited(report, edit)
            by = (len(edit.words) - (edit.end - edit.start)) if edit.end <= made.span[0] else 0
            found = find_place(other.text, made.correction.at)
            if found != (made.span[0] + by, min(made.span[1], made.span[0] + LONGEST_QUOTE) + by):
                lost.append(f"{report.source} {made.correction.at}")
    assert lost == []

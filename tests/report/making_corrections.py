"""Reports, corrections and edits for the tests of corrections, made at random as a clerk could make them."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from report.corrections.anchors import anchor
from report.corrections.places import metric_anchor, section_anchor, title_span
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
from report.model import Metric, Report, Section
from report.reading import parse_source
from report.sentences import sentence_spans
from report.source import Source, SourceLine

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "samples" / "sample_report.txt"


@dataclass(frozen=True, slots=True)
class Made:
    """A correction with the span of the report that it is about."""

    correction: Correction
    span: tuple[int, int]


def report_of(text: str) -> Report:
    """Return the report that the lines of a text make."""
    return parse_source(Source(tuple(SourceLine(line) for line in text.split("\n") if line.strip())), "报告.txt")


@cache
def sample() -> Report:
    """Return the sample report."""
    return report_of(SAMPLE.read_text(encoding="utf-8"))


def sections_of(report: Report) -> list[Section]:
    """Return all sections in reading order."""
    return list(report.walk())


def section(report: Report, title: str) -> Section:
    """Return the section with a title."""
    return next(one for one in report.walk() if one.title == title)


def metric(report: Report, written: str) -> Metric:
    """Return the metric with these words."""
    return next(one for one in report.metrics if one.written == written)


def any_correction(random: Random, report: Report) -> Made:
    """Return a correction somewhere in a report."""
    if report.metrics and random.random() < 0.4:
        return _of_metric(random, report)
    if random.random() < 0.3:
        return _of_words(random, report)
    one = random.choice(sections_of(report))
    at = section_anchor(report, one)
    made = random.choice([Promote(at), Demote(at), Merge(at), NoHeading(at), Retitle(at, "清清楚楚的新标题")])
    return Made(made, title_span(report.text, one))


def _of_metric(random: Random, report: Report) -> Made:
    one = random.choice(report.metrics)
    at = metric_anchor(report, one)
    made = random.choice(
        [Rename(at, "另一个名称"), Revalue(at, "12.5", "个"), DropMetric(at), Annotate(at, "已与经办人核实")]
    )
    return Made(made, (one.start, one.end))


def _of_words(random: Random, report: Report) -> Made:
    start, end = random.choice(sentences(report))
    at = anchor(report.text, start, end)
    made = random.choice(
        [
            Split(at),
            Split(at, "另起的一节"),
            MarkHeading(at, random.randint(1, 4)),
            AddMetric(at, "一项指标", "3", "个"),
        ]
    )
    return Made(made, (start, end))


def sentences(report: Report) -> list[tuple[int, int]]:
    """Return the spans of all sentences of a report."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in report.text.split("\n"):
        found.extend(sentence_spans(report.text, at, at + len(line)))
        at += len(line) + 1
    return found


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that stand in the place of `text[start:end]` in the edited text."""

    start: int
    end: int
    words: str


def edited(report: Report, edit: Edit) -> Report:
    """Return a report with its text edited and everything found in it moved along.

    So a test tells what becomes of the corrections, apart from what the finders find in another text.
    """
    by = len(edit.words) - (edit.end - edit.start)

    def moved(offset: int) -> int:
        return offset if offset <= edit.start else max(offset + by, edit.start)

    def section(one: Section) -> Section:
        below = tuple(map(section, one.children))
        return replace(
            one, start=moved(one.start), body_start=moved(one.body_start), end=moved(one.end), children=below
        )

    metrics = [
        replace(
            one,
            start=moved(one.start),
            end=moved(one.end),
            sentence_start=moved(one.sentence_start),
            sentence_end=moved(one.sentence_end),
        )
        for one in report.metrics
        if one.end <= edit.start or edit.end <= one.start
    ]
    text = report.text[: edit.start] + edit.words + report.text[edit.end :]
    return replace(report, text=text, sections=tuple(map(section, report.sections)), metrics=tuple(metrics))


def any_edit(random: Random, text: str, least: int, last: int) -> Edit:
    """Return a small edit inside `text[least:last]`: a word in, out or another; no line breaks in or out."""
    start = random.randint(least, last)
    newline = text.find("\n", start, last)
    end = min(start + random.choice([0, 0, 1, 2, 6]), last if newline < 0 else newline)
    words = random.choice(["", "切实", "，并抓好落实", "3", "我们认为"])
    return Edit(start, end, words)

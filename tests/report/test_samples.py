"""The sample report: the same in both formats, and as rich as the reports that offices write."""

from functools import cache
from pathlib import Path

from report.model import Report, Section
from report.reading import read_report
from tests.data.make_sample_docx import sample_docx

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@cache
def text_report() -> Report:
    return read_report(SAMPLES / "sample_report.txt")


@cache
def word_report() -> Report:
    return read_report(SAMPLES / "sample_report.docx")


def outline(report: Report) -> list[tuple[str, str, str, str]]:
    def row(section: Section) -> tuple[str, str, str, str]:
        return section.id, section.kind.value, section.number, section.title

    return [row(section) for section in report.walk()]


def test_word_and_text_give_the_same_characters():
    assert "".join(word_report().text.split()) == "".join(text_report().text.split())


def test_word_and_text_give_the_same_outline():
    assert outline(word_report()) == outline(text_report())


def test_word_and_text_give_the_same_metrics():
    def found(report: Report) -> list[tuple[str, str, str, str, str]]:
        return [(metric.name, metric.written, metric.value, metric.unit, metric.section) for metric in report.metrics]

    assert found(word_report()) == found(text_report())


def test_the_sample_is_as_long_and_as_rich_as_a_real_report():
    characters = len("".join(text_report().text.split()))
    assert 4000 <= characters <= 6000
    assert len(text_report().metrics) >= 60


def test_the_committed_word_file_is_what_its_script_makes():
    text = (SAMPLES / "sample_report.txt").read_text(encoding="utf-8")
    assert sample_docx(text) == (SAMPLES / "sample_report.docx").read_bytes()

"""The sample report printed by this program and by LibreOffice, read back: the same headings, the same figures."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from generators.job import preview
from generators.progress import NoProgress
from report.findings import Finding
from report.model import Report, SectionKind
from report.reading import read_pasted, read_report
from tests.generators.papers import order

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NAME = "样例.pdf"


def headings(report: Report) -> list[str]:
    return [section.title for section in report.walk() if section.kind is SectionKind.HEADING]


def shared_metrics(report: Report, other: Report) -> float:
    """Return the share of a report's metrics, by name, value, unit and wording, that another one has, too."""

    def found(each: Report) -> Counter[tuple[str, str, str, str]]:
        return Counter((metric.name, metric.value, metric.unit, metric.written) for metric in each.metrics)

    return (found(report) & found(other)).total() / len(report.metrics)


def test_what_this_program_prints_is_read_back() -> None:
    written = read_report(SAMPLES / "sample_report.txt")
    printed = read_pasted(preview(order(report=written), NoProgress()).pdf, NAME)
    in_print = {*headings(written)} - {"名词解释"}  # the bulletin runs the terms on behind it
    assert in_print <= set(headings(printed))
    assert shared_metrics(written, printed) >= 0.98
    assert not any("—\u2002" in line or line.startswith("— ") for line in printed.text.split("\n"))


@pytest.mark.libreoffice
def test_what_libreoffice_prints_is_read_back(tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(SAMPLES / "sample_report.docx")], capture_output=True, timeout=240, check=True)
    written = read_report(SAMPLES / "sample_report.txt")
    printed = read_report(tmp_path / "sample_report.pdf")
    assert headings(printed) == headings(written)
    assert shared_metrics(written, printed) >= 0.98
    assert printed.title == written.title


@pytest.mark.reports
def test_a_printed_notice_is_read_in_paragraphs(reports_folder: Path) -> None:
    report = read_report(reports_folder / "notice_2019.pdf")
    assert [number for section in report.sections if (number := section.number)] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
    ]
    assert len(headings(report)) == 14
    assert "2014-2020" in report.text
    assert not any(line.startswith("—") for line in report.text.split("\n"))
    assert report.text.count("\n") == 32
    assert [notice.detail for notice in report.noticed if notice.finding is Finding.RUNNING_LINES_LEFT_OUT] == [
        "共 5 行"
    ]

"""One report, saved in every format offices send, is one report: the same outline, the same figures."""

import codecs
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from report.model import Metric, Report, Section
from report.reading import read_report
from tests.report.making_docx import paragraph, parts, run, zipped

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
# Every character of it is in Big5, which has the traditional forms only.
TRADITIONAL = """雲岫鎮人民政府工作報告

各位代表：
一、工作回顧
（一）農業穩步發展。全年糧食總產量完成1.36萬噸，增長3.2%。
（二）項目建設加快。新簽約項目11個，協議資金4.6億元。
二、工作安排
（一）發展實體經濟。完成工業總產值12.9億元以上。
（二）改善民生。新增就業250人以上，籌集資金1850萬元。
"""


def all_sections(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[object, ...]]:
    for each in sections:
        yield depth, each.id, each.kind, each.number, each.title
        yield from all_sections(each.children, depth + 1)


def outline(report: Report) -> list[tuple[object, ...]]:
    return list(all_sections(report.sections))


def told(metric: Metric) -> tuple[object, ...]:
    """Return all that is known of a metric but its offsets."""
    return (
        *(metric.id, metric.name, metric.value, metric.unit, metric.written, metric.qualifier, metric.direction),
        *(metric.section, metric.change_of, metric.part_of, metric.period, metric.target),
    )


def saved(path: Path, extension: str, export: str, folder: Path) -> Path:
    """Have LibreOffice save a file in another format."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", f"{extension}:{export}"]
    subprocess.run([*command, "--outdir", folder, path], capture_output=True, timeout=120, check=True)
    made = folder / f"{path.stem}.{extension}"
    assert made.is_file()
    return made


@pytest.fixture(scope="module")
def sample() -> Report:
    return read_report(SAMPLES / "sample_report.txt")


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample in Word with its numbers typed, a folder of its own around it.

    LibreOffice loses automatic numbers that begin anew on the way *into* .doc, .rtf and .odt.
    """
    lines = (SAMPLES / "sample_report.txt").read_text(encoding="utf-8-sig").splitlines()
    path = tmp_path_factory.mktemp("typed") / "报告.docx"
    path.write_bytes(zipped(parts("".join(paragraph(line) if line.strip() else "<w:p/>" for line in lines))))
    return path


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-8"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_is_the_same_in_every_encoding(
    tmp_path: Path, sample: Report, mark: bytes, encoding: str, end: str
) -> None:
    text = (SAMPLES / "sample_report.txt").read_text(encoding="utf-8-sig")
    path = tmp_path / "报告.txt"
    path.write_bytes(mark + text.replace("\n", end).encode(encoding))
    found = read_report(path)
    assert (found.text, outline(found), found.metrics) == (sample.text, outline(sample), sample.metrics)


def test_a_traditional_text_is_the_same_in_big5(tmp_path: Path) -> None:
    plain, big5 = tmp_path / "plain.txt", tmp_path / "big5.txt"
    plain.write_text(TRADITIONAL, encoding="utf-8")
    big5.write_bytes(TRADITIONAL.encode("big5"))
    wanted, found = read_report(plain), read_report(big5)
    assert len(outline(wanted)) > 6
    assert wanted.metrics
    assert (found.text, outline(found), found.metrics) == (wanted.text, outline(wanted), wanted.metrics)


def test_the_sample_in_word_is_the_sample(sample: Report, typed: Path) -> None:
    for path in (SAMPLES / "sample_report.docx", typed):
        found = read_report(path)
        assert outline(found) == outline(sample)
        assert found.metrics == sample.metrics


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("extension", "export"),
    [
        ("docx", "MS Word 2007 XML"),
        ("doc", "MS Word 97"),
        ("rtf", "Rich Text Format"),
        ("odt", "writer8"),
        ("fodt", "OpenDocument Text Flat XML"),
        ("html", "HTML (StarWriter)"),
        ("html", "XHTML Writer File"),
    ],
)
def test_every_format_gives_the_same_outline_and_the_same_metrics(
    tmp_path: Path, sample: Report, typed: Path, extension: str, export: str
) -> None:
    source = shutil.copy(typed, tmp_path / "in.docx")
    found = read_report(saved(Path(source), extension, export, tmp_path))
    assert outline(found) == outline(sample)
    assert [told(metric) for metric in found.metrics] == [told(metric) for metric in sample.metrics]


@pytest.mark.libreoffice
def test_a_binary_word_file_is_the_same_under_the_name_of_wps(tmp_path: Path, sample: Report, typed: Path) -> None:
    source = shutil.copy(typed, tmp_path / "in.docx")
    path = saved(Path(source), "doc", "MS Word 97", tmp_path).rename(tmp_path / "报告.wps")
    assert outline(read_report(path)) == outline(sample)


@pytest.mark.libreoffice
def test_automatic_numbers_come_through_what_libreoffice_writes(tmp_path: Path, sample: Report) -> None:
    source = shutil.copy(SAMPLES / "sample_report.docx", tmp_path / "in.docx")
    (tmp_path / "out").mkdir()
    found = read_report(saved(Path(source), "docx", "MS Word 2007 XML", tmp_path / "out"))
    assert outline(found) == outline(sample)


WIDE_MARGINS = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/>'
INDENTED = '<w:ind w:firstLine="420"/>'
LAYOUTS = {
    # name: (of a paragraph, half points of type, of the page)
    "office": (
        '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/>',
        32,
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/>',
    ),
    "columns": (
        INDENTED,
        21,
        WIDE_MARGINS + '<w:cols w:num="2" w:space="425"/>',
    ),
    "small page without indents": (
        "",
        24,
        '<w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="800" w:right="800" w:bottom="800" w:left="800"/>',
    ),
    "letter without indents": ("", 21, ""),
}


def laid_out(layout: str) -> bytes:
    """Return the sample in Word, set in one of `LAYOUTS`."""
    of_paragraphs, size, page = LAYOUTS[layout]
    lines = (SAMPLES / "sample_report.txt").read_text(encoding="utf-8-sig").splitlines()
    body = "".join(
        paragraph(run(line, f'<w:sz w:val="{size}"/>'), of_paragraphs) if line.strip() else "<w:p/>" for line in lines
    )
    made = parts(body)
    document = made["word/document.xml"]
    assert isinstance(document, str)
    made["word/document.xml"] = document.replace("<w:sectPr/>", f"<w:sectPr>{page}</w:sectPr>")
    return zipped(made)


@pytest.mark.libreoffice
@pytest.mark.parametrize("layout", ["the sample's own", *LAYOUTS])
def test_a_pdf_gives_all_headings_and_nearly_all_metrics(tmp_path: Path, sample: Report, layout: str) -> None:
    source = tmp_path / "in.docx"
    source.write_bytes(laid_out(layout) if layout in LAYOUTS else (SAMPLES / "sample_report.docx").read_bytes())
    found = read_report(saved(source, "pdf", "writer_pdf_Export", tmp_path))
    assert outline(found) == outline(sample)
    same = {told(metric) for metric in found.metrics} & {told(metric) for metric in sample.metrics}
    assert len(same) >= 0.98 * len(sample.metrics)
    assert len(found.metrics) <= 1.02 * len(sample.metrics)

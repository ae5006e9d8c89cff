"""From an order to files: whole or not at all, nothing overwritten, nothing left behind."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from generators.job import make, preview
from generators.progress import Cancelled, NoProgress
from generators.raster import render_page
from generators.save import file_name, save
from report.errors import Failure, UserError
from report.findings import Finding
from report.selection import Selection
from tests.generators.papers import order


class StopAt:
    """Asks to stop once a share is done."""

    def __init__(self, share: float) -> None:
        self.share = share

    def step(self, done: float, doing: str) -> None:
        if done >= self.share:
            raise Cancelled


class Recorder:
    def __init__(self) -> None:
        self.steps: list[float] = []

    def step(self, done: float, doing: str) -> None:
        self.steps.append(done)


def test_pdf_and_word_are_made_under_a_name_by_rule(tmp_path: Path):
    result = make(order(issue="12", date="2026-01-20"), ("docx", "pdf"), tmp_path, NoProgress())
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [file.path.name for file in result.files] == names
    assert all(name.endswith(("_简报_第12期_2026-01-20.docx", "_简报_第12期_2026-01-20.pdf")) for name in names)


def test_the_pages_of_the_preview_are_those_of_the_file(tmp_path: Path):
    one = order(date="2026-01-20")
    data = make(one, ("pdf",), tmp_path, NoProgress()).files[0].path.read_bytes()
    shown = preview(one, NoProgress())
    for page in range(shown.pages):  # they differ in what is not seen: the file is tagged
        assert render_page(data, page, 1.0) == render_page(shown.pdf, page, 1.0)


def test_making_twice_gives_the_same_bytes_and_overwrites_nothing(tmp_path: Path):
    first = make(order(), ("docx", "pdf"), tmp_path, NoProgress()).files
    again = make(order(), ("docx", "pdf"), tmp_path, NoProgress()).files
    assert [file.path.stem.endswith("（2）") for file in again] == [True, True]
    for one, other in zip(first, again, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()


def test_with_force_the_old_file_is_replaced(tmp_path: Path):
    path = make(order(), ("pdf",), tmp_path, NoProgress()).files[0].path
    path.write_bytes(b"old")
    make(order(), ("pdf",), tmp_path, NoProgress(), force=True)
    assert path.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.4, 0.7, 0.95])
def test_cancelling_leaves_nothing(tmp_path: Path, share: float):
    folder = tmp_path / "out"
    with pytest.raises(Cancelled):
        make(order(), ("docx", "pdf"), folder, StopAt(share))
    assert not folder.exists() or not list(folder.iterdir())


def test_progress_goes_from_nothing_to_all_and_never_back(tmp_path: Path):
    recorder = Recorder()
    make(order(), ("docx", "pdf"), tmp_path, recorder)
    assert recorder.steps == sorted(recorder.steps)
    assert recorder.steps[-1] == 1.0


def test_nothing_ticked_is_said_so(tmp_path: Path):
    with pytest.raises(UserError) as failure:
        make(order(Selection()), ("pdf",), tmp_path, NoProgress())
    assert failure.value.failure is Failure.NOTHING_SELECTED


def test_a_format_that_the_kind_does_not_have_is_said_so(tmp_path: Path):
    with pytest.raises(UserError) as failure:
        make(order(), ("xlsx",), tmp_path, NoProgress())
    assert failure.value.failure is Failure.UNKNOWN_FORMAT_WANTED


def test_a_file_in_the_way_of_the_folder_is_said_so_and_left_as_it_was(tmp_path: Path):
    blocked = tmp_path / "out"
    blocked.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError) as failure:
        make(order(), ("pdf",), blocked, NoProgress())
    assert failure.value.failure is Failure.CANNOT_WRITE
    assert blocked.read_text(encoding="utf-8") == "mine"


def test_empty_fields_are_noticed(tmp_path: Path):
    noticed = preview(order(), NoProgress()).noticed
    assert "报" in [notice.detail for notice in noticed if notice.finding is Finding.FIELD_EMPTY]


@pytest.mark.parametrize(("field", "value"), [("issue", "十二"), ("date", "2026-02-30"), ("numbering", "乱编")])
def test_a_value_that_cannot_be_taken_is_said_so(field: str, value: str):
    with pytest.raises(UserError) as failure:
        preview(replace(order(), fields={field: value}), NoProgress())
    assert failure.value.failure is Failure.BAD_VALUE


def test_the_lines_of_the_preview_lead_back_to_the_report():
    one = order()
    shown = preview(one, NoProgress())
    with pypdfium2.PdfDocument(shown.pdf) as document:
        assert len(document) == shown.pages
    for line in shown.lines:
        for start, end in line.source:
            assert one.report.text[start:end] in line.text


@pytest.mark.parametrize(
    ("part", "name"),
    [("关于“2023/2024”工作: <a>?", "关于“2023／2024”工作： ＜a＞？.pdf"), ("a\0b\n", "ab.pdf"), ("末尾. ", "末尾.pdf")],
)
def test_a_file_name_is_legal_on_windows(part: str, name: str):
    assert file_name((part,), "pdf") == name


def test_a_long_name_is_cut_to_200_bytes():
    name = file_name(("很长的会议名称" * 30, "简报"), "docx")
    assert len(name.encode()) <= 200
    assert name.endswith(".docx")


def test_unknown_parts_of_a_name_are_left_out():
    assert file_name(("", "简报", "", "2026-01-20"), "pdf") == "简报_2026-01-20.pdf"


def test_a_link_stays_a_link_when_its_file_is_replaced(tmp_path: Path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    save(b"new", tmp_path, "link.pdf", force=True)
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"

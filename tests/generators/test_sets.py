"""The set of a session's papers: bound or apart, numbered by mark and page, listed, in numbered copies."""

import io
import re
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generators.delegates import Delegate
from generators.job import MadeFile, Result, make, preview
from generators.kind_files import find_kind, load_kinds
from generators.ordering import Order
from generators.progress import NoProgress
from report.errors import Failure, UserError
from report.findings import Finding
from report.selection import everything
from tests.generators.papers import DAY, sample_report

PEOPLE = tuple(Delegate(f"代表{number}号", f"{number:03d}", "第一代表团") for number in range(1, 6))
MEMBERS = "会议议程；会议文件；主要指标一览表；审议意见表"


def order(kind: str = "set", delegates: tuple[Delegate, ...] = (), **typed: str) -> Order:
    report = sample_report()
    return Order(report, everything(report), find_kind(kind), typed, DAY, delegates=delegates)


def texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@cache
def bound() -> bytes:
    return preview(order(kinds="封面；材料袋目录；" + MEMBERS), NoProgress()).pdf


def bookmarks(data: bytes) -> dict[str, int]:
    with pypdfium2.PdfDocument(data) as document:
        found: dict[str, int] = {}
        for mark in document.get_toc():
            goal = mark.get_dest()
            if mark.level == 0 and goal is not None:
                found[mark.get_title()] = goal.get_index() or 0
    return found


def test_every_paper_of_the_set_begins_on_a_right_hand_page_with_a_bookmark():
    marks = bookmarks(bound())
    assert list(marks) == [
        "封面",
        "材料袋目录",
        *(f"材料之{n}　{t}" for n, t in zip("一二三四", MEMBERS.split("；"), strict=True)),
    ]
    assert all(page % 2 == 0 for page in marks.values())


def test_the_list_tells_the_pages_that_each_paper_has():
    marks = bookmarks(bound())
    pages = texts(bound())
    listed = pages[marks["材料袋目录"]]
    for mark in ("材料之一", "材料之二", "材料之三", "材料之四"):
        first = next(page for title, page in marks.items() if title.startswith(mark))
        last = first
        while last + 1 < len(pages) and pages[last + 1].strip() and last + 1 not in marks.values():
            last += 1
        told = re.search(rf"{mark}\D.*?\s(\d+)\s", listed + "\n", re.DOTALL)
        assert told is not None
        assert int(told.group(1)) == last - first + 1


def test_page_numbers_begin_anew_with_every_paper_or_run_through():
    def numbers(data: bytes) -> list[int]:
        found = (re.match(r"\W*— ?(\d+) ?—", text) for text in texts(data))
        return [int(number.group(1)) for number in found if number]

    anew = numbers(bound())
    assert anew.count(1) >= 3
    through = numbers(preview(order(kinds=MEMBERS, page_numbers="全册连续编页"), NoProgress()).pdf)
    assert through == sorted(set(through))
    assert through[0] == 1


def test_papers_apart_carry_their_marks_in_their_names(tmp_path: Path):
    made = make(order(kinds=MEMBERS, binding="各件分开"), ("pdf",), tmp_path, NoProgress())
    assert [file.kind for file in made.files] == ["agenda", "document", "indicators", "review_form"]
    assert [re.findall("材料之.", file.path.name) for file in made.files] == [[f"材料之{n}"] for n in "一二三四"]


def test_both_ways_make_the_bound_set_and_its_papers(tmp_path: Path):
    made = make(order(kinds="会议议程；审议意见表", binding="两样都要"), ("pdf", "docx"), tmp_path, NoProgress())
    assert [(file.kind, file.format) for file in made.files] == [
        (kind, extension) for kind in ("set", "agenda", "review_form") for extension in ("pdf", "docx")
    ]


def test_a_paper_that_is_not_known_is_named():
    with pytest.raises(UserError) as error:
        preview(order(kinds="会议议程；会议歌单"), NoProgress())
    assert error.value.failure is Failure.UNKNOWN_KIND
    assert error.value.facts["id"] == "会议歌单"


def test_the_whole_set_holds_every_kind_that_belongs_to_it():
    titles = [kind.title for kind in load_kinds() if kind.in_set]
    assert len(titles) == 12
    assert {mark.split("　")[-1] for mark in bookmarks(preview(order(), NoProgress()).pdf)} == set(titles)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("copies")
    wanted = order(delegates=PEOPLE, kinds="封面；" + MEMBERS, copies="1")
    return make(wanted, ("pdf",), folder, NoProgress())


def pages_of(file: MadeFile) -> list[list[str]]:
    """Return the texts of the pages, copy by copy: a copy begins where its number stands."""
    found: list[list[str]] = []
    for text in texts(file.path.read_bytes()):
        if re.match(r"\d{6}\s", text):
            found.append([])
        found[-1].append(text)
    return found


def test_every_delegate_gets_one_numbered_copy(copies: Result):
    found = pages_of(copies.files[0])
    assert [copy[0][:6] for copy in found] == [f"{number:06d}" for number in range(1, 6)]
    assert copies.files[0].pages == sum(map(len, found))


def test_a_copy_holds_its_delegates_own_sheet_and_nobody_elses(copies: Result):
    for number, copy in enumerate(pages_of(copies.files[0]), 1):
        named = re.findall(r"代表\d号", "\n".join(copy))
        assert named == [f"代表{number}号"]


def test_copies_share_what_they_have_in_common(copies: Result):
    found = pages_of(copies.files[0])
    own = re.compile(r"代表\d号")
    common = {
        tuple(text[6:] if at == 0 else text for at, text in enumerate(copy) if not own.search(text)) for copy in found
    }
    assert len(common) == 1
    data = copies.files[0].path.read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        contents = [page.obj.Contents for page in pdf.pages if "/Contents" in page.obj]
        streams = {each.objgen for one in contents for each in (one if isinstance(one, pikepdf.Array) else [one])}
    assert len(streams) < len(contents) / 2


def test_copies_say_that_they_are_untagged(copies: Result):
    assert Finding.COPIES_UNTAGGED in {notice.finding for notice in copies.noticed}
    with pikepdf.open(copies.files[0].path) as pdf:
        assert "/StructTreeRoot" not in pdf.Root

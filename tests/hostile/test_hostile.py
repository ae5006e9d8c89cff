"""Every hostile and odd file, opened by the real command line: status, sentence, text, time and memory.

`HOSTILE_HEAVY=1 pytest tests/hostile` makes the heavy ones as well: they take gigabytes to make, not to read.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from report.readers.file_bytes import shown_name
from tests.conftest import REASONS
from tests.hostile import rows_docx, rows_other, rows_pdf
from tests.hostile.rows import Row, Verdict
from tests.hostile.running import Ending, run

ROWS = (*rows_docx.ROWS, *rows_other.ROWS, *rows_pdf.ROWS)
HEAVY = "HOSTILE_HEAVY"
_AHEAD = 3  # rows
_DEFECTS = ("Traceback", "Error", "Exception", "errno", "/tmp", "site-packages", "None", "{", "}")  # noqa: S108


class _Endings:
    """How the files end, worked out some rows ahead of the test that asks, so that no processor waits."""

    def __init__(self, pool: ThreadPoolExecutor, folders: Callable[[], Path]) -> None:
        self._pool = pool
        self._folders = folders
        self._started: dict[str, Future[Ending]] = {}

    def of(self, row: Row) -> Ending:
        at = ROWS.index(row)
        for each in (row, *(later for later in ROWS[at + 1 : at + 1 + _AHEAD] if not _why_not(later))):
            if each.name not in self._started:
                self._started[each.name] = self._pool.submit(run, each, self._folders())
        return self._started[row.name].result()


def _why_not(row: Row) -> str:
    """Return why a row is not tried here, "" where it is."""
    if row.heavy and HEAVY not in os.environ:
        return f"heavy: set {HEAVY}=1"
    return REASONS[row.tool]() if row.tool else ""


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Endings]:
    with ThreadPoolExecutor(2) as pool:
        yield _Endings(pool, lambda: tmp_path_factory.mktemp("hostile"))


PARAMETERS = [
    pytest.param(row, id=row.name, marks=pytest.mark.skipif(bool(why := _why_not(row)), reason=why or "-"))
    for row in ROWS
]


@pytest.mark.parametrize("row", PARAMETERS)
def test_it_ends_as_the_table_says(row: Row, endings: _Endings) -> None:
    ending = endings.of(row)
    told = ending.told
    assert not told.hung, f"no end after {told.wall:.0f} s"
    assert told.status in _statuses(row), (told, ending.complaint[-2000:], ending.output[:200])
    assert told.cpu <= row.seconds
    assert told.peak_mb <= row.mb
    assert told.left == 0, "it left processes running"
    assert not ending.visited, "a link to the network was followed"
    assert ending.kept, "the file was changed"
    assert ending.strays == ()
    if told.status:
        _look_at_refusal(row, ending)
    else:
        _look_at_content(row, ending)


def _statuses(row: Row) -> tuple[int, ...]:
    match row.verdict:
        case Verdict.REJECT:
            return (1,)
        case Verdict.EITHER:
            return (0, 1)
        case _:
            return (0,)


def _look_at_refusal(row: Row, ending: Ending) -> None:
    sentence = ending.complaint
    assert ending.output == b""
    assert sentence.startswith("错误：")
    assert sentence.count("\n") == 1
    assert shown_name(Path(row.name)) in sentence
    assert "；" in sentence, "it does not say what to do"
    assert not row.says or any(word in sentence for word in row.says), sentence
    rest = sentence.replace(shown_name(Path(row.name)), "")
    assert [word for word in _DEFECTS if word in rest] == []


def _look_at_content(row: Row, ending: Ending) -> None:
    assert ending.complaint == ""
    found = ending.document
    text: str = found["text"]
    assert text.strip()
    assert [words for words in row.holds if words not in text] == []
    assert [words for words in row.lacks if words in ending.output.decode()] == []
    assert {words: text.count(words) for words in row.once} == dict.fromkeys(row.once, 1)
    places = [text.find(words) for words in row.order]
    assert -1 not in places
    assert places == sorted(places)
    if row.lines is not None:
        assert text.count("\n") + 1 == row.lines
    if row.headings:
        assert _headings(found["sections"]) == list(row.headings)
    noticed = [each["detail"] for each in found["noticed"]]
    assert row.verdict is not Verdict.WARN or noticed
    assert not row.notices or any(words in each for words in row.notices for each in noticed), noticed


def _headings(sections: list[dict[str, Any]]) -> list[str]:
    found: list[str] = []
    for section in sections:
        if section["kind"] == "heading":
            found.append(f"{section['number']}{section['title']}")
        found.extend(_headings(section["children"]))
    return found

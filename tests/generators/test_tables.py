"""Tables over pages: nothing below the type area, nothing lost, a merged cell told again; points under each other."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.document import Cell, CellAlign, Column, Document, NewPart, Run, Table, TableRow
from generators.fonts import find_fonts
from generators.layout import lay_out
from generators.pages import Pages
from generators.profile_files import load_profile
from generators.progress import NO_PROGRESS
from generators.word_decimals import indents

WORDS = "建成标准厂房并引进企业入驻完成高标准农田改造提升"
HEAD = TableRow(tuple(Cell((Run(word),)) for word in ("序号", "工作任务", "具体措施")))
COLUMNS = (Column(5), Column(15, CellAlign.LEFT), Column(40, CellAlign.LEFT))


def task(number: int, lengths: list[int]) -> list[TableRow]:
    rows: list[TableRow] = []
    for at, length in enumerate(lengths):
        first = (Cell((Run(str(number)),), rows=len(lengths)), Cell((Run("做好工作任务"),), rows=len(lengths)))
        words = f"〈{number}.{at}〉" + (WORDS * (length // len(WORDS) + 1))[:length]
        rows.append(TableRow((*(first if at == 0 else ()), Cell((Run(words),)))))
    return rows


def pages_of(tasks: list[list[int]]) -> Pages:
    rows = tuple(row for number, lengths in enumerate(tasks, 1) for row in task(number, lengths))
    table = Table(COLUMNS, (HEAD,), rows)
    paper = Document("表", "", date(2026, 1, 20), (NewPart(landscape=True), table))
    return lay_out(paper, load_profile("gbt9704"), find_fonts(), NO_PROGRESS, 1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(1, 300), min_size=1, max_size=14), min_size=1, max_size=5))
def test_no_row_is_lost_or_doubled_or_drawn_beyond_the_page(tasks: list[list[int]]):
    made = pages_of(tasks)
    area = load_profile("gbt9704").area(landscape=True)
    text = "".join(line.text for page in made.pages for line in page.lines if not line.artifact)
    for number, lengths in enumerate(tasks, 1):
        for at in range(len(lengths)):
            assert text.count(f"〈{number}.{at}〉") == 1
    drawn = sum(len(line.text) for page in made.pages for line in page.lines if line.cell and line.cell[1] == 2)
    wanted = sum(len(row.cells[-1].text) for n, lengths in enumerate(tasks, 1) for row in task(n, lengths))
    heads = sum(1 for page in made.pages for line in page.lines if line.text == "具体措施") * 4
    assert drawn - heads == wanted
    for page in made.pages:
        for line in page.lines:
            if line.cell is not None:
                assert line.top_pt >= area.top_pt - 0.1
                assert line.top_pt + line.height_pt <= area.top_pt + area.height_pt + 0.1
        for rule in page.rules:
            assert rule.y_pt + rule.thickness_pt <= area.top_pt + area.height_pt + 1.1


def test_a_task_that_goes_over_the_page_is_told_again_with_its_number():
    made = pages_of([[60] * 20])
    assert len(made.pages) > 1
    for page in made.pages[1:]:
        told = [line for line in page.lines if line.artifact and line.cell is not None]
        assert "（续）" in "".join(line.text for line in told)
        assert "1" in [line.text for line in told]


def test_a_short_task_moves_to_the_next_page_as_a_whole():
    made = pages_of([[60] * 9, [60, 60]])
    pages = [{line.text[:3] for line in page.lines if line.text.startswith("〈2")} for page in made.pages]
    assert sum(1 for found in pages if found) == 1


FIGURES = ["11.84", "3.26", "4368", "不低于1.36", "86.3", "—"]


def test_decimal_points_stand_under_each_other_on_paper():
    rows = tuple(TableRow((Cell((Run(word),)),)) for word in FIGURES[:5])
    table = Table((Column(1, CellAlign.DECIMAL),), (), rows)
    paper = Document("表", "", date(2026, 1, 20), (table,))
    made = lay_out(paper, load_profile("gbt9704"), find_fonts(), NO_PROGRESS, 1)
    points: set[float] = set()
    for line in made.pages[0].lines:
        if line.cell is None:
            continue
        at = line.text.find(".") if "." in line.text else len(line.text)
        points.add(round(line.x_pt + sum(line.words.widths[line.start : line.start + at]), 1))
    assert len(points) == 1


def test_decimal_points_stand_under_each_other_in_word():
    rows = tuple(TableRow((Cell((Run(word),), align=CellAlign.CENTER if word == "—" else None),)) for word in FIGURES)
    table = Table((Column(1, CellAlign.DECIMAL),), (), rows)
    inset = indents(table, [2400], 12.0)
    # digits are 120 twips wide, the point 60; what stands behind it and the indent are as much in every row
    behind = {"11.84": 300, "3.26": 300, "4368": 0, "不低于1.36": 300, "86.3": 180}
    told = {row.cells[0].text: inset.get(id(row.cells[0]), 0) for row in rows}
    assert {behind[word] + told[word] for word in behind} == {300}
    assert told["—"] == 0


@pytest.mark.parametrize("width", [500, 700])
def test_a_figure_too_wide_for_an_indent_keeps_its_line(width: int):
    rows = tuple(TableRow((Cell((Run(word),)),)) for word in ("1.25", "40000"))
    assert indents(Table((Column(1, CellAlign.DECIMAL),), (), rows), [width], 12.0) == {}

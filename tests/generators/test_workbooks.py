"""Indicators and tasks as workbooks: every word of the table as text, merged as on paper, nothing that computes."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from generators.delegate_sheets import sheet_grids
from generators.document import Cell, Column, Document, NewPart, Run, Table, TableRow
from generators.job import make
from generators.kind_files import find_kind
from generators.ordering import Order, compose_paper
from generators.progress import NoProgress
from generators.xlsx import check_xlsx, write_xlsx
from report.errors import Failure, UserError
from report.selection import everything
from tests.generators.papers import DAY, sample_report

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def document(kind: str) -> Document:
    report = sample_report()
    return compose_paper(Order(report, everything(report), find_kind(kind), {}, DAY)).document


def table_of(words: list[list[str]]) -> Document:
    rows = tuple(TableRow(tuple(Cell((Run(word),)) for word in row)) for row in words)
    return Document(
        "分解表", "", date(2026, 1, 20), (NewPart(landscape=True), Table((Column(1),) * 2, rows[:1], rows[1:]))
    )


def sheet(data: bytes) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("xl/worksheets/sheet1.xml"))


@pytest.mark.parametrize("kind", ["tasks", "indicators"])
def test_every_word_of_the_table_is_in_the_workbook(kind: str):
    paper = document(kind)
    data = write_xlsx(paper)
    check_xlsx(data, paper, "表.xlsx")
    grid = next(iter(sheet_grids(data, "表.xlsx")))
    words = {str(cell) for row in grid.rows for cell in row}
    table = next(block for block in paper.blocks if isinstance(block, Table))
    for row in (*table.head, *table.rows):
        assert {cell.text.strip() for cell in row.cells if cell.text.strip()} <= words


@pytest.mark.parametrize("words", ["=1+1", "+86", "-5%", "@a", "=HYPERLINK(1)", "007", "1.50", "12:30", "https://a.b"])
def test_no_cell_begins_a_formula_or_becomes_another_number(words: str):
    data = write_xlsx(table_of([["甲", "乙"], [words, "1"]]))
    root = sheet(data)
    assert not list(root.iter(f"{MAIN}f"))
    assert {cell.get("t") for cell in root.iter(f"{MAIN}c") if len(cell)} == {"s"}
    grid = next(iter(sheet_grids(data, "表.xlsx")))
    assert words in {str(cell) for row in grid.rows for cell in row}


def test_the_sheet_is_a_landscape_a4_page_wide_and_repeats_its_head():
    data = write_xlsx(document("tasks"))
    setup = sheet(data).find(f"{MAIN}pageSetup")
    assert setup is not None
    assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == ("9", "landscape", "0")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"_xlnm.Print_Titles" in package.read("xl/workbook.xml")


def test_a_task_with_several_measures_is_merged_over_them():
    merged = {each.get("ref") for each in sheet(write_xlsx(document("tasks"))).iter(f"{MAIN}mergeCell")}
    downwards = [each for each in merged if each and each[0] == each.split(":")[1][0]]
    assert len(downwards) >= 4


def test_the_same_paper_gives_the_same_bytes():
    paper = table_of([["甲", "乙"], ["丙", "丁"]])
    assert write_xlsx(paper) == write_xlsx(paper)


def test_a_workbook_that_lacks_a_word_is_refused():
    data = write_xlsx(table_of([["甲", "乙"], ["丙", "丁"]]))
    with pytest.raises(UserError) as refused:
        check_xlsx(data, table_of([["甲", "乙"], ["丙", "戊"]]), "表.xlsx")
    assert refused.value.failure is Failure.CHECK_FAILED


def test_a_workbook_is_made_where_it_is_asked_for(tmp_path: Path):
    report = sample_report()
    order = Order(report, everything(report), find_kind("tasks"), {}, DAY)
    made = make(order, ("xlsx",), tmp_path, NoProgress())
    assert [file.path.suffix for file in made.files] == [".xlsx"]
    assert made.files[0].path.read_bytes()[:2] == b"PK"

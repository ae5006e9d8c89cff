"""The structure of a tagged PDF, read back from the file: order, headings, tables, lists, artifacts."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pikepdf
import pytest

from generators.document import (
    Block,
    Card,
    Cell,
    Chart,
    ChartItem,
    ChartKind,
    Column,
    Document,
    Role,
    Run,
    Table,
    TableRow,
    TextBlock,
)
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.ordering import compose_paper
from generators.pdf import write_pdf
from generators.profile_files import load_profile
from generators.progress import NoProgress
from tests.generators.papers import order

PACK = plan_fonts({})
STANDARD = load_profile("gbt9704")


def cell(text: str, columns: int = 1) -> Cell:
    return Cell((Run(text),) if text else (), columns)


def row(*texts: str) -> TableRow:
    return TableRow(tuple(map(cell, texts)))


def paper(*blocks: Block) -> Document:
    return Document("试", "", date(2026, 1, 20), blocks)


def tagged(document: Document) -> pikepdf.Pdf:
    pages = lay_out(document, STANDARD, PACK, NoProgress())
    return pikepdf.open(io.BytesIO(write_pdf(document, pages, NoProgress())))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the elements of the structure tree, parents before kids, in order."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for kid in list(element.K) if "/K" in element else []:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                yield from walk(kid)

    return walk(pdf.Root.StructTreeRoot.K)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf)]


def marked(pdf: pikepdf.Pdf) -> list[list[int]]:
    """Return the numbers of marked contents on each page, in the order in which they are drawn."""
    found: list[list[int]] = []
    for page in pdf.pages:
        numbers: list[int] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                numbers.append(int(operands[1]["/MCID"]))
        found.append(numbers)
    return found


@pytest.fixture(scope="module")
def bulletin() -> pikepdf.Pdf:
    return tagged(compose_paper(order()).document)


def test_every_line_is_marked_once_and_leads_back_to_its_element(bulletin: pikepdf.Pdf):
    numbers = marked(bulletin)
    assert numbers == [list(range(len(page))) for page in numbers]
    nums = list(bulletin.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(nums[at]): list(nums[at + 1]) for at in range(0, len(nums), 2)}
    assert {page: len(found) for page, found in parents.items()} == {n: len(page) for n, page in enumerate(numbers)}
    for number, page in enumerate(bulletin.pages):
        assert page.obj.StructParents == number
        for each in parents[number]:
            assert each.Type == "/StructElem"


def test_the_tree_is_in_reading_order(bulletin: pikepdf.Pdf):
    pages = {page.obj.objgen: number for number, page in enumerate(bulletin.pages)}
    places: list[tuple[int, int]] = []
    for element in elements(bulletin):
        for kid in element.K:
            if isinstance(kid, int):
                places.append((pages[element.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                places.append((pages[kid.Pg.objgen], int(kid.MCID)))
    assert places == sorted(places)
    assert len(places) == sum(map(len, marked(bulletin)))


def test_headings_begin_with_the_title_and_skip_no_level(bulletin: pikepdf.Pdf):
    levels = [int(tag[2:]) for tag in tags(bulletin) if tag[1] == "H" and tag[2:].isdigit()]
    assert levels[0] == 1
    assert max(levels) > 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_is_drawn_outside_the_text_is_an_artifact(bulletin: pikepdf.Pdf):
    for page in bulletin.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    depth += 1
                case "EMC":
                    depth -= 1
                case "Tj" | "re" | "S":
                    assert depth == 1, operands
                case _:
                    pass
        assert depth == 0


def test_a_table_has_its_cells_once_however_many_pages_it_takes():
    rows = tuple(row(str(n), f"第{n}项", "") for n in range(1, 60))
    head = (TableRow((cell("序号"), cell("内容", columns=2))),)
    pdf = tagged(paper(Table((Column(1), Column(3), Column(1)), head, rows, caption=(Run("单位：万元"),))))
    assert len(pdf.pages) > 2
    found = tags(pdf)
    assert found.count("/Table") == found.count("/Caption") == found.count("/THead") == 1
    assert found.count("/TH") == 2
    assert found.count("/TR") == 60
    assert found.count("/TD") == 59 * 3
    spans = [element for element in elements(pdf) if element.S == "/TH"]
    assert [str(each.A.Scope) for each in spans] == ["/Column", "/Column"]
    assert spans[1].A.ColSpan == 2


def test_labels_of_a_form_are_heads_of_their_rows():
    form = Table((Column(1), Column(3)), (), (TableRow((Cell((Run("代表姓名"),), label=True), Cell())),))
    pdf = tagged(paper(form))
    found = [element for element in elements(pdf) if element.S == "/TH"]
    assert [str(each.A.Scope) for each in found] == ["/Row"]


def test_items_that_follow_one_another_are_one_list():
    blocks = [TextBlock(Role.BODY, (Run(f"{n}.听取和审议报告"),), item=n != 3) for n in range(1, 6)]
    assert tags(tagged(paper(*blocks))) == [
        "/Document",
        *("/L", "/LI", "/LBody", "/LI", "/LBody"),
        "/P",
        *("/L", "/LI", "/LBody", "/LI", "/LBody"),
    ]


def test_a_chart_is_a_figure_that_says_what_it_shows():
    items = tuple(ChartItem(name, value, Run(f"增长{value}%")) for name, value in (("产值", 8.5), ("税收", 5.1)))
    pdf = tagged(paper(Chart(ChartKind.BARS, "增幅", "%", items, "产值增长8.5%，税收增长5.1%")))
    figure = next(element for element in elements(pdf) if element.S == "/Figure")
    assert str(figure.Alt) == "产值增长8.5%，税收增长5.1%"


def test_the_upside_down_side_of_a_card_is_not_read_twice():
    pdf = tagged(paper(Card("欧阳云", "第三代表团")))
    assert tags(pdf) == ["/Document", "/Div", "/P", "/P"]
    assert marked(pdf) == [[0, 1]]

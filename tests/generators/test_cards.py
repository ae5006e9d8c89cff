"""Folded name cards (桌签): read from both sides, one width for short names, one line for long ones."""

import io
import re
import zipfile
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.card_fitting import MARGIN_MM, SHORT_WIDTH_CHARS, fit_name
from generators.delegates import Delegate
from generators.kind_files import find_kind
from generators.ordering import Order
from generators.pages import Page, PlacedLine
from generators.profiles import PT_PER_MM
from generators.progress import NO_PROGRESS
from generators.typesetting import Typeset, typeset
from generators.word import write_word
from report.selection import everything
from tests.generators.papers import DAY, sample_report

PAGE_PT = 210 * PT_PER_MM
FOLD_PT = 297 / 2 * PT_PER_MM


def cards(*names: str, **typed: str) -> Typeset:
    report = sample_report()
    people = tuple(Delegate(name, delegation="第一代表团", workplace="镇中心学校", duty="教师") for name in names)
    order = Order(report, everything(report), find_kind("name_cards"), typed, DAY, delegates=people)
    return typeset(order, NO_PROGRESS)


def pages(*names: str, **typed: str) -> tuple[Page, ...]:
    return cards(*names, **typed).pages.pages


def span(line: PlacedLine) -> tuple[float, float]:
    return line.x_pt, line.x_pt + line.width_pt


@cache
def document_xml(*names: str, **typed: str) -> str:
    data = write_word(cards(*names, **typed).document)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def test_every_name_stands_once_upright_and_once_turned_at_the_same_place():
    for page, name in zip(pages("张三", "欧阳明月"), ("张三", "欧阳明月"), strict=True):
        upright, turned = page.lines
        assert (upright.text, upright.turned) == (name, False)
        assert (turned.text, turned.turned) == (name, True)
        assert (upright.x_pt, upright.baseline_pt) == (turned.x_pt, turned.baseline_pt)
        assert upright.top_pt > FOLD_PT


def test_names_of_two_three_and_four_characters_take_one_width_in_the_middle():
    spans = {span(page.lines[0]) for page in pages("张三", "王小明", "欧阳明月")}
    lefts, rights = zip(*spans, strict=True)
    assert max(lefts) - min(lefts) < 1
    assert max(rights) - min(rights) < 1
    assert lefts[0] == pytest.approx(PAGE_PT - rights[0], abs=1)


@pytest.mark.parametrize("name", ["阿依古丽·买买提", "古丽巴哈尔·阿布都热依木", "十二个字的名字也要放得下"])
def test_a_long_name_stands_in_one_line_between_the_margins(name: str):
    (page,) = pages(name)
    left, right = span(page.lines[0])
    assert page.lines[0].text == name
    assert left >= MARGIN_MM * PT_PER_MM - 0.01
    assert right <= PAGE_PT - MARGIN_MM * PT_PER_MM + 0.01


def test_a_name_spaced_to_align_the_list_is_printed_without_the_space():
    assert pages("张 三")[0].lines[0].text == "张三"


def test_a_character_without_a_font_is_noticed_with_its_page():
    assert cards("张三", "𠮷野").pages.missing == (("𠮷", 1),)


@pytest.mark.parametrize(
    ("choice", "below"), [("不印", []), ("印代表团", ["第一代表团"]), ("印单位职务", ["镇中心学校　教师"])]
)
def test_what_stands_below_the_name_is_chosen(choice: str, below: list[str]):
    (page,) = pages("张三", below=choice)
    assert [line.text for line in page.lines if not line.turned] == ["张三", *below]


def test_names_typed_come_after_those_of_the_list():
    assert [page.lines[0].text for page in pages("张三", names="李四；王五")] == ["张三", "李四", "王五"]


def test_without_a_list_one_card_is_left_to_fill_by_hand():
    assert len(pages()) == 1


def test_cutting_marks_are_printed_outside_of_the_card_when_asked():
    plain, marked = pages("张三")[0], pages("张三", marks="印")[0]
    assert len(plain.rules) == 1  # the fold
    assert len(marked.rules) == 9


def test_in_word_the_upper_box_is_turned_and_each_card_has_its_page():
    xml = document_xml("张三", "欧阳明月")
    assert xml.count('rot="10800000"') == 2
    assert xml.count("<wps:txbx>") == 4
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)) == "张三张三欧阳明月欧阳明月"


def test_in_word_the_ids_of_drawings_differ():
    ids = re.findall(r'<wp:docPr id="(\d+)"', document_xml("张三", "李四", "王五", marks="印"))
    assert len(ids) == len(set(ids)) == 33


@given(st.integers(2, 4), st.floats(20, 300))
def test_a_short_name_never_grows_beyond_its_full_size_nor_its_gaps_below_nothing(count: int, full_pt: float):
    fit = fit_name("张" * count, count, full_pt, 210)
    assert 0 < fit.size_pt <= full_pt
    assert fit.gap_pt >= 0
    assert count * fit.size_pt + (count - 1) * fit.gap_pt == pytest.approx(SHORT_WIDTH_CHARS * full_pt)

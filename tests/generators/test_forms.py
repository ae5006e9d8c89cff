"""Forms for delegates: each delegate once, with own data and nobody else's, a page each; nothing on them is made up."""

import csv
import io
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.compose.excerpt import make_excerpt
from generators.compose.paper import compose
from generators.compose.setting import Setting
from generators.delegate_files import read_pasted_delegates
from generators.delegates import Delegate
from generators.document import Block, Card, NewPart, PageBreak, Table, TextBlock
from generators.fields import complete
from generators.kind_files import find_kind
from generators.kinds import Kind
from generators.ordering import Order
from generators.pages import Page
from generators.profile_files import load_profile
from generators.profiles import PT_PER_MM, Color
from generators.progress import NO_PROGRESS
from generators.stretching import LINE_PT
from generators.typesetting import Typeset, typeset
from generators.word_forms import with_room
from report.facts import facts_of
from report.model import Report
from report.selection import everything
from tests.generators.papers import DAY, sample_report

SHEETS = ("review_form", "proposal_form")
FOR_DELEGATES = (*SHEETS, "sign_in", "name_cards")
# What the forms themselves say: words of the templates and labels, in which no name of the tests occurs.
NAMES = st.text(st.sampled_from("赵钱孙冯褚卫蒋沈韩杨朱秦尤许吕施张孔曹严华金魏陶姜"), min_size=2, max_size=12)
PLACES = st.text(st.sampled_from("甲乙丙丁戊己庚辛壬癸"), max_size=40)
NUMBERS = st.integers(10**8, 10**9 - 1).map(str)
PEOPLE = st.lists(
    st.builds(Delegate, NAMES, NUMBERS, st.sampled_from(["", "东团", "西团", "南团"]), PLACES, NUMBERS, PLACES),
    min_size=1,
    max_size=5,
    unique_by=lambda person: person.number,
)
LONGEST = Delegate(
    "十二个字的名字也要放得下",
    "20260000000001",
    "云岫县金川街道第十九届人民代表大会第二十五代表团",
    "云岫县金川街道青石村民委员会茶叶种植专业合作社联合社理事会",
    "13900000001、0800-0000001",
    "理事长、党支部书记、村民委员会主任",
)


@cache
def kind_of(name: str) -> Kind:
    return find_kind(name)


def blocks_of(name: str, people: Iterable[Delegate], report: Report | None = None, **typed: str) -> tuple[Block, ...]:
    report = report or sample_report()
    kind = kind_of(name)
    fields = complete(kind, typed, facts_of(report), DAY)
    excerpt = make_excerpt(report, everything(report))
    return compose(kind, Setting(report, excerpt, fields, kind.title, tuple(people))).blocks


def made(name: str, *people: Delegate, profile: str = "gbt9704", **typed: str) -> Typeset:
    report = sample_report()
    return typeset(Order(report, everything(report), kind_of(name), typed, DAY, profile, delegates=people), NO_PROGRESS)


def pages_of(name: str, *people: Delegate, profile: str = "gbt9704", **typed: str) -> tuple[Page, ...]:
    return made(name, *people, profile=profile, **typed).pages.pages


def words_of(blocks: Iterable[Block]) -> list[str]:
    """Return every piece of words of a paper: paragraphs, cells, notes, cards."""
    words: list[str] = []
    for block in blocks:
        match block:
            case TextBlock():
                words.append(block.text)
            case Table():
                words += [cell.text for row in (*block.head, *block.rows) for cell in row.cells if cell.text]
                words += ["".join(run.text for run in note) for note in block.notes]
            case Card():
                words += [block.name, block.note]
            case _:
                pass
    return words


def sheets(blocks: Iterable[Block]) -> list[list[str]]:
    """Return the words of each sheet of a form."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, NewPart | PageBreak):
            found.append([])
        else:
            found[-1].append(block)
    return [words_of(each) for each in found]


@pytest.mark.parametrize("name", SHEETS)
@given(people=PEOPLE)
def test_each_delegate_has_a_sheet_in_order_with_own_data_and_nobody_elses(name: str, people: list[Delegate]):
    blank = sheets(blocks_of(name, ()))[0]
    found = sheets(blocks_of(name, people))
    assert len(found) == len(people)
    for words, person in zip(found, people, strict=True):
        own = [person.name, person.number, person.delegation, person.phone, person.place]
        rest = list(words)
        for said in filter(None, own):
            rest.remove(said)
        assert rest == blank


@given(people=PEOPLE)
def test_each_delegate_is_signed_for_once_by_delegation_in_the_order_of_the_list(people: list[Delegate]):
    for apart in ("连着排", "每团另起一页"):
        tables = [block for block in blocks_of("sign_in", people, apart=apart) if isinstance(block, Table)]
        rows = [row.cells for table in tables for row in table.rows if len(row.cells) == 4]
        groups = list(dict.fromkeys(person.delegation for person in people))
        wanted = [person for group in groups for person in people if person.delegation == group]
        assert [(cells[1].text, cells[2].text) for cells in rows] == [(each.name, each.delegation) for each in wanted]
        assert all(cells[3].text == "" for cells in rows)
        assert len(tables) == (len(groups) if apart == "每团另起一页" else 1)


@given(people=PEOPLE)
def test_each_delegate_has_a_card_in_order(people: list[Delegate]):
    cards = [block for block in blocks_of("name_cards", people, below="印单位职务") if isinstance(block, Card)]
    assert [(card.name, card.note) for card in cards] == [(person.name, person.place) for person in people]


@pytest.mark.parametrize("name", [*FOR_DELEGATES, "rating_form", "ballot"])
@given(people=PEOPLE)
def test_nothing_on_a_form_is_neither_the_reports_nor_typed_nor_the_lists(name: str, people: list[Delegate]):
    known = set(words_of(blocks_of(name, ())))
    data = {part for each in people for part in (each.name, each.number, each.delegation, each.phone, each.place)}
    counted = {str(number) for number in range(1, len(people) + 1)}
    for words in words_of(blocks_of(name, people)):
        assert words in known or words in data or words in counted or words == "未列代表团" or "应到" in words


def test_the_matter_under_review_leads_back_to_the_report():
    report = sample_report()
    tables = [block for block in blocks_of("review_form", ()) if isinstance(block, Table)]
    (runs,) = [cell.runs for row in tables[0].rows for cell in row.cells if cell.text == report.title]
    for run in runs:
        assert run.source is not None
        assert report.text[run.source : run.source + len(run.text)] == run.text


@pytest.mark.parametrize("profile", ["gbt9704", "large"])
@pytest.mark.parametrize("name", SHEETS)
def test_a_form_is_one_page_also_for_the_longest_names_and_units(name: str, profile: str):
    typed = {"note": "请用黑色签字笔填写，一事一表，写不下时可另附页，会后交代表团工作人员。"}
    found = pages_of(name, LONGEST, Delegate("张三"), LONGEST, profile=profile, **typed)
    assert len(found) == 3
    for page in found:
        assert sum(line.text == "代表姓名" for line in page.lines) == 1
        assert "交代表团" in "".join(line.text for line in page.lines)


@pytest.mark.parametrize("name", SHEETS)
def test_in_the_largest_type_a_form_is_one_page_with_common_names(name: str):
    person = Delegate("阿依古丽·买买提", "000001", "第一代表团", "云岫茶业有限公司", "13900000001")
    assert len(pages_of(name, person, person, profile="extra_large")) == 2


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(people=PEOPLE)
def test_every_sheet_is_one_page_that_has_the_delegates_own_words(people: list[Delegate]):
    found = pages_of("review_form", *people)
    assert len(found) == len(people)
    for page, person in zip(found, people, strict=True):
        text = "".join(line.text for line in page.lines)
        assert person.name in text
        assert person.number in text


def test_words_of_a_form_are_at_least_fourteen_points_high():
    for name in (*SHEETS, "rating_form", "ballot", "sign_in"):
        for page in pages_of(name, LONGEST):
            assert min(line.words.size_pt for line in page.lines) >= 14


def test_lines_to_write_on_are_ten_millimetres_apart():
    (page,) = pages_of("review_form")
    tops = sorted(rule.y_pt for rule in page.rules if rule.color is Color.LIGHT)
    assert len(tops) >= 6
    assert all(b - a == pytest.approx(10 * PT_PER_MM) for a, b in pairwise(tops))


def test_lines_are_left_out_when_so_chosen():
    (page,) = pages_of("review_form", lines="不印")
    assert not any(rule.color is Color.LIGHT for rule in page.rules)


def test_in_duplex_print_every_sheet_begins_on_paper_of_its_own():
    people = [Delegate("张三"), Delegate("李四"), Delegate("王五")]
    found = pages_of("proposal_form", *people, sides="双面，一人一张纸")
    assert [bool(page.lines) for page in found] == [True, False, True, False, True]


def test_only_the_first_of_many_sheets_has_a_bookmark_and_it_names_nobody():
    bookmarks = made("review_form", Delegate("张三"), Delegate("李四")).pages.bookmarks
    assert [bookmark.title for bookmark in bookmarks] == ["审议意见表"]


def test_a_ballot_has_the_same_width_for_every_answer():
    tables = [block for block in blocks_of("rating_form", ()) if isinstance(block, Table)]
    assert len({column.share for column in tables[0].columns[2:]}) == 1


def test_a_long_ballot_goes_on_with_its_head():
    items = "；".join(f"第{number}项民生实事" for number in range(1, 41))
    found = pages_of("ballot", items=items)
    assert len(found) > 1
    for page in found:
        assert any(line.text == "票决项目" for line in page.lines)
    numbers = [line.text for page in found for line in page.lines if line.cell and line.cell[1] == 0]
    assert [each for each in numbers if each.isdigit()] == [str(number) for number in range(1, 41)]


def test_the_list_to_sign_counts_each_delegation_and_all():
    people = [
        Delegate("张三", delegation="一团"),
        Delegate("李四", delegation="二团"),
        Delegate("王五", delegation="一团"),
    ]
    words = [each for each in words_of(blocks_of("sign_in", people)) if "应到" in each]
    assert [each.replace("　", "") for each in words] == ["应到2人，实到人", "应到1人，实到人", "合计应到3人，实到人"]


@pytest.mark.parametrize("name", [*FOR_DELEGATES, "rating_form", "ballot"])
def test_without_a_list_a_form_is_made_once_with_blanks(name: str):
    assert len(pages_of(name)) == 1


@pytest.mark.parametrize("profile", ["gbt9704", "large"])
def test_word_gives_a_form_the_room_of_one_page(profile: str):
    look = load_profile(profile)
    for name in SHEETS:
        blocks = blocks_of(name, [LONGEST])
        (table,) = [block for block in with_room(blocks, look) if isinstance(block, Table)]
        assert all(not row.stretch for row in table.rows)
        assert sum(row.rows for row in table.rows) * look.row_pt < look.height_pt
        assert sum(row.rows * look.row_pt == pytest.approx(LINE_PT) for row in table.rows) >= 3


def test_a_list_that_was_read_fills_the_forms():
    buffer = io.StringIO()
    csv.writer(buffer).writerows([("姓名", "代表证号", "电话"), ("张 三", "0007", "13900000001")])
    (words,) = sheets(blocks_of("review_form", read_pasted_delegates(buffer.getvalue()).delegates))
    assert {"张三", "0007", "13900000001"} <= set(words)

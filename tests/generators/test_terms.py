"""The dictionary of shorthand: what ships, the office's own list, and finding terms and candidates in a text."""

import re
import tomllib
from itertools import chain, pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.shorthand import Rule, candidates
from generators.terms import QUOTES, TERMS_FILE, Source, Term, find_terms, load_terms
from report.errors import Failure, UserError
from report.messages import explain

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT.parent / "shared" / "reports"
TERMS = load_terms()
SUBJECTS = {"政治", "党建", "经济", "农业农村", "生态", "民生", "社会治理", "法治", "政务服务", "数字"}
PAIRS = ("“{}”", "‘{}’", '"{}"', "「{}」", "『{}』", "{}")

each_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.term)


def _spans(text: str, terms: tuple[Term, ...] = TERMS) -> list[tuple[str, str]]:
    return [(mention.term.term, text[mention.start : mention.end]) for mention in find_terms(text, terms)]


def _own(folder: Path, name: str, content: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(content, encoding=encoding)
    return path


# What ships


def test_the_dictionary_has_at_least_eighty_terms_of_all_subjects() -> None:
    assert len(TERMS) >= 80
    assert {term.subject for term in TERMS} <= SUBJECTS
    assert len({term.subject for term in TERMS}) >= 8


@each_term
def test_a_term_has_two_sources_of_different_publishers(term: Term) -> None:
    assert len({re.sub("（.*", "", source.publisher) for source in term.sources}) >= 2
    assert all(source.title.strip() and source.publisher.strip() for source in term.sources)


@each_term
def test_an_explanation_is_one_paragraph_of_forty_to_one_hundred_and_forty_characters(term: Term) -> None:
    assert 40 <= len(term.explanation) <= 140
    assert term.explanation.strip() == term.explanation
    assert "\n" not in term.explanation
    assert term.explanation.endswith("。")


@each_term
def test_an_explanation_has_chinese_marks_that_pair(term: Term) -> None:
    assert not re.search(r"""[!"#$%&'()*,\-./:;<=>?@\[\]^_`{|}~\s]""", term.explanation)
    assert term.explanation.count("“") == term.explanation.count("”")
    assert term.explanation.count("《") == term.explanation.count("》")


@each_term
def test_an_explanation_does_not_merely_repeat_a_title_of_its_sources(term: Term) -> None:
    assert all(source.title not in term.explanation for source in term.sources)


@each_term
def test_a_source_has_a_web_address_or_none_and_a_date_that_is_one(term: Term) -> None:
    for source in term.sources:
        assert re.fullmatch(r"|https?://\S+", source.url)
        assert re.fullmatch(r"|\d{4}(-\d{2}){0,2}", source.date)


@each_term
def test_a_term_says_when_it_was_checked(term: Term) -> None:
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", term.checked)


def test_no_form_belongs_to_two_terms() -> None:
    spellings = list(chain.from_iterable(term.spellings() for term in TERMS))
    assert sorted(spellings) == sorted(set(spellings))


def test_no_entry_of_the_file_is_lost_and_no_form_stands_there_twice() -> None:
    entries = tomllib.loads(TERMS_FILE.read_text(encoding="utf-8"))["term"]
    assert [entry["term"] for entry in entries] == [term.term for term in TERMS]
    doubled = [entry["term"] for entry in entries if len(set(entry.get("forms", ()))) < len(entry.get("forms", ()))]
    assert doubled == []


# Finding terms


@each_term
def test_every_form_is_found_in_a_text_whatever_the_quotes(term: Term) -> None:
    for form, pair in product(term.spellings(), PAIRS):
        text = f"云岫镇今年落实{pair.format(form)}，各村都有安排。"
        assert [mention.term for mention in find_terms(text, TERMS)] == [term]


def test_quotes_inside_a_form_do_not_hide_it_and_belong_to_its_place() -> None:
    text = "压减“三公”经费，推进“放”“管”“服”改革。"
    assert _spans(text) == [("三公经费", "“三公”经费"), ("放管服", "“放”“管”“服”改革")]


def test_quotes_around_a_term_are_not_of_its_place() -> None:
    assert _spans("推行“林长制”。") == [("林长制", "林长制")]


def test_the_longest_form_wins() -> None:
    assert _spans("紧密型县域医共体建成") == [("医共体", "紧密型县域医共体")]


def test_a_longer_word_that_only_holds_a_form_is_no_mention() -> None:
    assert _spans("两新组织党建和三资企业服务") == []
    assert _spans("落实两新政策，清理三资台账") == [("两新", "两新政策"), ("三资", "三资")]


def test_a_form_is_not_found_as_a_piece_of_another_word() -> None:
    assert _spans("第三保育院，十三资源县，EPCM承包") == []
    assert _spans("基层三保，EPC承包") == [("三保", "基层三保"), ("EPC", "EPC")]


def test_a_text_without_terms_has_none_and_no_terms_find_nothing() -> None:
    assert find_terms("今天天气很好。", TERMS) == ()
    assert find_terms("推行林长制。", ()) == ()


@given(
    st.lists(
        st.sampled_from(["“", "”", "林长制", "三公", "经费", "两不愁", "、", "三保障", "天", "\n", "'"]), max_size=30
    )
)
def test_places_lie_in_order_without_overlap_and_hold_a_form_of_their_term(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for mention in find_terms(text, TERMS):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        bare = "".join(character for character in text[mention.start : mention.end] if character not in QUOTES)
        assert bare in mention.term.spellings()


# The office's own list

OWN_TOML = """
[[term]]
term = "一湾四渡"
forms = ["“一湾四渡”旅游带"]
explanation = "云岫镇沿清川江的一处河湾和四个古渡口。"
sources = [{ title = "云岫镇旅游规划", publisher = "云岫镇人民政府" }]
"""


def test_an_own_list_in_toml_comes_first_and_the_shipped_terms_after_it(tmp_path: Path) -> None:
    terms = load_terms(_own(tmp_path, "名词.toml", OWN_TOML))
    assert terms[0].spellings() == ("一湾四渡", "一湾四渡旅游带")
    assert terms[0].sources == (Source("云岫镇旅游规划", "云岫镇人民政府"),)
    assert terms[1:] == TERMS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_own_list_in_csv_is_read_in_the_encodings_that_offices_save(tmp_path: Path, encoding: str) -> None:
    table = "序号,名词,解释,别名,出处\n1,一湾四渡,河湾和四个古渡口。,四渡；一湾,镇志\n\n"
    (term, *_rest) = load_terms(_own(tmp_path, "名词.csv", table, encoding))
    assert term == Term("一湾四渡", ("四渡", "一湾"), "河湾和四个古渡口。", (Source("镇志", ""),))


def test_a_csv_list_without_heads_has_the_term_first_and_the_explanation_second(tmp_path: Path) -> None:
    terms = load_terms(_own(tmp_path, "a.csv", "一湾四渡,河湾和四个古渡口。\n双溪会,两条溪的庙会。\n"))
    assert [(term.term, term.explanation) for term in terms[:2]] == [
        ("一湾四渡", "河湾和四个古渡口。"),
        ("双溪会", "两条溪的庙会。"),
    ]


def test_an_own_explanation_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    terms = load_terms(_own(tmp_path, "a.csv", "林长制,我镇的林长由镇长担任。\n"))
    assert [term.explanation for term in terms if "林长制" in term.spellings()] == ["我镇的林长由镇长担任。"]
    assert len(terms) == len(TERMS)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.toml", '[[term]]\nterm = "甲"\n', ["a.toml", "第 1 行", "explanation"]),
        ("a.toml", OWN_TOML + '\n[[term]]\nterm = "乙"\nexplanation = 3\n', ["a.toml", "第 8 行", "explanation"]),
        ("a.toml", OWN_TOML + '\n[[term]]\nterm = "乙"\nexplanation = "丙"\nform = "丁"\n', ["第 8 行", "form"]),
        ("a.toml", 'term = "甲\n', ["a.toml", "line 1"]),
        ("a.toml", OWN_TOML + OWN_TOML, ["一湾四渡", "第 8 行", "第 2 行"]),
        ("b.csv", "名词,解释\n甲,乙\n丙,\n", ["b.csv", "第 3 行", "explanation"]),
        ("b.csv", "名词,解释\n,乙\n", ["b.csv", "第 2 行", "term"]),
    ],
)
def test_a_faulty_list_is_refused_with_its_name_line_and_key(
    tmp_path: Path, name: str, content: str, told: list[str]
) -> None:
    with pytest.raises(UserError) as caught:
        load_terms(_own(tmp_path, name, content))
    assert caught.value.failure is Failure.BAD_TEMPLATE
    said = explain(caught.value)
    assert [word for word in told if word not in said] == []


def test_a_list_that_is_not_there_or_not_text_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_terms(tmp_path / "无.toml")
    assert caught.value.failure is Failure.FILE_NOT_FOUND
    broken = tmp_path / "b.csv"
    broken.write_bytes(b"\xff\xff\xff\x00\x80")
    with pytest.raises(UserError) as caught:
        load_terms(broken)
    assert caught.value.failure is Failure.UNKNOWN_ENCODING


# Candidates


@pytest.mark.parametrize(
    ("text", "term", "rule"),
    [
        ("扎实推进“三清三拆”，", "三清三拆", Rule.QUOTED),
        ("落实“五个到村”要求", "五个到村", Rule.QUOTED),
        ("实行“四方会商”机制", "“四方会商”机制", Rule.QUOTED),
        ("做到三个必须，", "三个必须", Rule.COUNTED),
        ("坚持四个不变样", "四个不变", Rule.COUNTED),
        ("打造一湾两岸景观", "一湾两岸", Rule.PAIRED),
        ("建成一园两馆三中心。", "一园两馆三中心", Rule.PAIRED),
        ("实施“清溪”行动", "“清溪”行动", Rule.NAMED),
        ("启动“暖冬工程”。", "暖冬工程", Rule.NAMED),
        ("构建1+3+5格局", "1+3+5", Rule.FORMULA),
        ("“1+N”网格", "1+N", Rule.FORMULA),
        ("采用PPP模式", "PPP", Rule.LATIN),
        ("建设BIM/CIM平台", "BIM/CIM", Rule.LATIN),
    ],
)
def test_shorthand_is_found_by_its_shape(text: str, term: str, rule: Rule) -> None:
    assert [(candidate.term, candidate.rule) for candidate in candidates(text)] == [(term, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "他一心一意，千方百计。",
        "一步一步来，一年一度。",
        "新建三个项目、两个广场，改造五条路。",
        "“十四五”期间，“七一”前夕，“2023年度先进”，“五连冠”。",
        "“今天我们都很高兴，大家辛苦了。”他说。",
        "他说“好”，又说“不错”。",
        "GDP增长，装机30MW，占90%，沿S205线，AAA级景区。",
        "一个不落，一个突出问题。",
        "独一无二的风景，第一二产业。",
    ],
)
def test_everyday_words_are_no_shorthand(text: str) -> None:
    assert candidates(text) == ()


def test_a_candidate_stands_once_with_all_its_places_whatever_the_quotes() -> None:
    text = "推进“一湾两岸”。一湾两岸见成效。"
    (candidate,) = candidates(text)
    assert [text[start:end] for start, end in candidate.places] == ["“一湾两岸”", "一湾两岸"]


def test_what_is_explained_already_is_no_candidate() -> None:
    text = "落实“三资”管理，做到三个必须。"
    known = [(mention.start, mention.end) for mention in find_terms(text, TERMS)]
    assert [candidate.term for candidate in candidates(text, known)] == ["三个必须"]


@given(st.text(alphabet="“”一二三四五个不必须工程行动A1+N/，。 清拆", max_size=60))
def test_places_of_candidates_never_overlap_and_lie_in_the_text(text: str) -> None:
    places = sorted(chain.from_iterable(candidate.places for candidate in candidates(text)))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@pytest.mark.reports
def test_real_reports_use_the_terms_and_leave_shorthand_to_explain() -> None:
    text = (REPORTS / "township_2023.txt").read_text(encoding="utf-8")
    mentions = find_terms(text, TERMS)
    assert {"四个不摘", "一盔一带", "河长制"} <= {mention.term.term for mention in mentions}
    found = candidates(text, [(mention.start, mention.end) for mention in mentions])
    assert 1 <= len(found) <= 40

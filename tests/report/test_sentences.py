"""Sentences end where the language ends them, and never go on for ever."""

from hypothesis import given
from hypothesis import strategies as st

from report.sentences import sentence_spans

TEXTS = st.lists(st.sampled_from(["字" * 90, "增长1%，", "。", "；", "\n", "　", "共3个"]), max_size=60).map("".join)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def test_a_closing_quote_goes_with_its_sentence() -> None:
    assert sentences("他说：“好。”我说不。\n完") == ["他说：“好。”", "我说不。", "完"]


@given(TEXTS)
def test_no_character_is_lost_and_no_sentence_is_without_bound(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert max(map(len, found), default=0) <= 700


def test_what_is_too_long_is_cut_behind_a_clause() -> None:
    found = sentences("增长1%，" * 200)
    assert len(found) == 3
    assert all(piece.endswith("，") for piece in found)


def test_a_long_sentence_that_a_person_may_say_is_left_whole() -> None:
    said = "各地" + "抓落实，" * 140 + "见成效。"
    assert sentences(said) == [said]

"""Bold type and levels of headings decide where the words of a report leave it open, and only there."""

from dataclasses import replace

from report.source import Source, SourceLine
from report.structure import Structure, find_structure
from tests.report.structure_source import TEXT, find, outline, points

OPENING = ("柳坪镇政府工作报告", "一、2023年工作回顾")
LONG = "坚持用特色种植和农产品加工带动群众持续增收，全年新建茶园三千亩、改造老茶园五千亩，惠及群众两千多户。"


def structure_of(*lines: str | SourceLine) -> Structure:
    plain = [SourceLine(line) if isinstance(line, str) else line for line in (*OPENING, *lines)]
    return find_structure(Source(tuple(plain)))


def bold(text: str, chars: int | None = None) -> SourceLine:
    return SourceLine(text, bold_chars=len(text) if chars is None else chars)


def test_one_sentence_alone_is_a_heading_where_it_is_bold():
    sentence = "一年来，我们抓产业，家底更加厚实。"
    lines: list[str | SourceLine] = [TEXT, TEXT, sentence, TEXT, TEXT, TEXT]
    assert outline(structure_of(*lines)) == ["一、2023年工作回顾"]
    lines[2] = bold(sentence)
    assert outline(structure_of(*lines)) == ["一、2023年工作回顾", "  一年来，我们抓产业，家底更加厚实"]


def test_a_style_of_headings_makes_a_short_sentence_a_heading_and_no_paragraph():
    line = SourceLine("一年来，我们抓产业，家底更加厚实。", outline_level=2)
    paragraph = SourceLine(TEXT, outline_level=2)
    assert outline(structure_of(TEXT, line, TEXT, TEXT, TEXT))[1:] == ["  一年来，我们抓产业，家底更加厚实"]
    assert outline(structure_of(TEXT, paragraph, TEXT, TEXT, TEXT)) == ["一、2023年工作回顾"]


def test_bold_type_throughout_tells_nothing():
    lines = [bold(TEXT), bold("一年来，我们抓产业，家底更加厚实。"), bold(TEXT), bold(TEXT)]
    assert outline(structure_of(*lines)) == ["一、2023年工作回顾"]


def test_the_title_of_a_numbered_paragraph_ends_with_its_bold_words_where_its_sentence_is_long():
    text = f"（一）培育特色产业，{LONG}{TEXT}"
    assert outline(structure_of(bold(text, 10)))[1:] == ["  （一）培育特色产业"]
    glued = f"（一）培育特色产业{LONG}{TEXT}"
    assert outline(structure_of(bold(glued, 9)))[1:] == ["  （一）培育特色产业"]


def test_a_short_first_sentence_is_the_title_wherever_the_bold_words_end():
    text = f"（一）培育特色产业，促进农民增收。{TEXT}"
    assert outline(structure_of(bold(text, 9)))[1:] == ["  （一）培育特色产业，促进农民增收"]


def test_bold_words_that_open_a_sentence_are_a_point():
    text = f"培育特色产业，{LONG}{TEXT}"
    found = structure_of(bold(text, 7), TEXT)
    assert points(found) == ["培育特色产业"]
    section = find(found, "培育特色产业")
    assert section.body_start - section.start == len("培育特色产业，")
    assert points(structure_of(text, TEXT)) == []


def test_a_bold_first_sentence_with_a_figure_is_a_point():
    text = f"粮食总产连续5年稳定增长。{TEXT}"
    assert points(structure_of(text, TEXT)) == []
    assert points(structure_of(bold(text, 13), TEXT)) == ["粮食总产连续5年稳定增长"]


def test_evidence_moves_no_number_from_its_level():
    lines = [SourceLine("（一）农业", outline_level=1), SourceLine(TEXT), SourceLine("（二）工业"), SourceLine(TEXT)]
    plain = [replace(line, outline_level=None) for line in lines]
    assert outline(structure_of(*lines)) == outline(structure_of(*plain))

"""Run-in headings inside paragraphs, and sentences that only look like them."""

from report.source import Source, SourceLine
from report.structure import find_structure
from tests.report.structure_source import TEXT, find, outline, points, structure_of

OPENING = "柳坪镇政府工作报告\n一、2023年工作回顾\n"


def test_slogans_inside_a_paragraph_are_points_up_to_the_next_slogan():
    text = f"{OPENING}坚持以农为本，{TEXT}粮食生产再获丰收。{TEXT}茶叶品质稳步提升。{TEXT}"
    structure = structure_of(text)
    assert points(structure) == ["粮食生产再获丰收", "茶叶品质稳步提升"]
    first, second = find(structure, "粮食生产再获丰收"), find(structure, "茶叶品质稳步提升")
    assert text[first.start : first.body_start] == "粮食生产再获丰收。"
    assert text[first.body_start : first.end] == TEXT
    assert (first.end, second.end) == (second.start, len(text))


def test_slogans_that_each_open_a_paragraph_are_points():
    structure = structure_of(f"{OPENING}守牢粮食底线。{TEXT}\n做强茶叶产业。{TEXT}\n{TEXT}")
    assert points(structure) == ["守牢粮食底线", "做强茶叶产业"]


def test_one_short_sentence_alone_is_no_point():
    assert points(structure_of(f"{OPENING}守牢粮食底线。{TEXT}\n{TEXT}")) == []


def test_sentences_that_tell_an_event_or_a_figure_are_no_points():
    structure = structure_of(f"{OPENING}博物馆如期开馆。{TEXT}新建茶园300亩。{TEXT}柳坪村入选示范村。{TEXT}")
    assert points(structure) == []


def test_slogans_under_a_slogan_are_a_level_below_it():
    long = TEXT * 2
    structure = structure_of(
        f"{OPENING}做大做强特色产业。做优粮食产业。{long}做强茶叶产业。{long}\n高标准建设平台载体。{long}"
    )
    section = find(structure, "做大做强特色产业")
    assert [child.title for child in section.children] == ["做优粮食产业", "做强茶叶产业"]
    assert points(structure)[-1] == "高标准建设平台载体"


def test_under_the_sentence_of_a_year_first_clauses_are_sub_points():
    structure = structure_of(
        f"{OPENING}这是产业发展的一年。粮食生产稳步提升，{TEXT}茶叶品质持续优化，{TEXT}全镇新增茶园300亩，{TEXT}\n"
        f"这是民生改善的一年。{TEXT}"
    )
    assert points(structure) == ["这是产业发展的一年", "粮食生产稳步提升", "茶叶品质持续优化", "这是民生改善的一年"]
    assert len(find(structure, "这是产业发展的一年").children) == 2


def test_sentences_that_open_with_one_stretch_of_time_head_their_paragraphs():
    structure = structure_of(
        f"{OPENING}这一年，我们全力抓粮食、抓茶叶，家底更加厚实。{TEXT}\n这一年，我们全力抓道路、抓管网，镇村更加秀美。{TEXT}"
    )
    assert points(structure) == [
        "这一年，我们全力抓粮食、抓茶叶，家底更加厚实",
        "这一年，我们全力抓道路、抓管网，镇村更加秀美",
    ]


def test_items_take_their_first_sentence_for_a_title():
    structure = structure_of(f"{OPENING}一是抓粮食，强根基。{TEXT}二是抓茶叶，促增收。{TEXT}")
    assert points(structure) == ["一是抓粮食，强根基", "二是抓茶叶，促增收"]


def test_an_item_that_is_one_long_sentence_takes_its_first_clause():
    structure = structure_of(f"{OPENING}一是粮食产量不高，{TEXT}\n二是茶叶品牌不响，{TEXT}")
    assert points(structure) == ["一是粮食产量不高", "二是茶叶品牌不响"]


def test_items_that_are_wishes_are_points_with_their_number():
    section = find(structure_of(f"{OPENING}一要勇于担当。{TEXT}\n二要狠抓落实。{TEXT}"), "勇于担当")
    assert section.number == "一要"


def test_short_parts_of_one_sentence_are_counted_up_and_no_points():
    assert points(structure_of(f"{OPENING}今年办好三件事：一是修公路；二是通自来水；三是建学校。{TEXT}")) == []
    assert points(structure_of(f"{OPENING}原因有二，一是雨水少，二是化肥贵，{TEXT}")) == []


def test_items_behind_a_slogan_are_a_level_below_it():
    structure = structure_of(f"{OPENING}做强茶叶产业。一是改造茶园。{TEXT}二是培育品牌。{TEXT}\n守牢粮食底线。{TEXT}")
    assert [child.title for child in find(structure, "做强茶叶产业").children] == ["改造茶园", "培育品牌"]


def test_paragraphs_of_items_belong_to_the_slogan_paragraph_above_them():
    text = (
        f"{OPENING}我们要在产业上求突破。{TEXT}\n一是抓粮食。{TEXT}\n二是抓茶叶。{TEXT}\n"
        f"我们要在民生上办实事。{TEXT}\n——修好路。{TEXT}"
    )
    structure = structure_of(text)
    assert [child.title for child in find(structure, "我们要在产业上求突破").children] == ["抓粮食", "抓茶叶"]
    assert [child.title for child in find(structure, "我们要在民生上办实事").children] == ["修好路"]


def test_a_paragraph_that_opens_with_a_dash_is_a_point():
    structure = structure_of(f"{OPENING}——坚持以农为本，粮食增产。{TEXT}\n--坚持以民为先。{TEXT}")
    assert points(structure) == ["——坚持以农为本，粮食增产", "--坚持以民为先"]


def test_rows_of_targets_behind_dashes_are_no_points():
    structure = structure_of(f"{OPENING}今年的目标是：\n——粮食总产3万吨，增长2%；\n——茶叶总产值1.2亿元；\n{TEXT}")
    assert points(structure) == []


def test_points_stand_under_the_innermost_heading():
    structure = structure_of(
        f"{OPENING}（一）抓农业。{TEXT}守牢粮食底线。{TEXT}做强茶叶产业。{TEXT}\n（二）抓民生。{TEXT}"
    )
    assert outline(structure)[1:] == ["  （一）抓农业", "  （二）抓民生"]
    assert [child.title for child in find(structure, "抓农业").children] == ["守牢粮食底线", "做强茶叶产业"]


def test_a_bold_first_sentence_is_a_point_by_itself():
    lines = [SourceLine(line) for line in OPENING.splitlines()]
    source = Source((*lines, SourceLine(f"守牢粮食底线。{TEXT}", bold_chars=7), SourceLine(TEXT)))
    assert points(find_structure(source)) == ["守牢粮食底线"]


def test_a_turn_to_the_audience_is_no_point():
    assert points(structure_of(f"{OPENING}各位代表！{TEXT}\n各位代表，成绩来之不易。{TEXT}")) == []


def test_slogans_behind_a_colon_begin_with_the_first():
    structure = structure_of(
        f"{OPENING}五年来的实践使我们体会到：必须坚持以农为本。{TEXT}必须坚持以民为先。{TEXT}必须坚持真抓实干。{TEXT}"
    )
    assert points(structure) == ["必须坚持以农为本", "必须坚持以民为先", "必须坚持真抓实干"]


def test_slogans_of_two_long_clauses_are_points_where_several_open_alike():
    alike = (
        f"坚持以农为本不动摇，粮食生产稳步提升。{TEXT}坚持以茶兴镇不停步，茶叶品质持续优化。{TEXT}"
        f"坚持以民为先不懈怠，镇村面貌明显改善。{TEXT}"
    )
    assert len(points(structure_of(OPENING + alike))) == 3
    assert points(structure_of(OPENING + alike.replace("坚持以农", "立足以农").replace("坚持以民", "依靠以民"))) == []


def test_ordinals_inside_a_paragraph_are_items():
    structure = structure_of(f"{OPENING}重点抓好三件事：第一，抓好粮食生产。{TEXT}第二，抓好茶叶生产。{TEXT}")
    assert points(structure) == ["第一，抓好粮食生产", "第二，抓好茶叶生产"]


def test_an_item_of_two_clauses_is_its_own_title_and_a_long_one_has_its_first_clause():
    structure = structure_of(
        f"{OPENING}还有不少问题：一是粮食产量不高，农民增收的路子还不宽；二是茶叶品牌不响，企业小而散的状况没有改变，"
        "精深加工能力不强、带动农户增收的作用还没有真正发挥出来。"
    )
    assert points(structure) == ["一是粮食产量不高，农民增收的路子还不宽", "二是茶叶品牌不响"]


def test_an_item_that_goes_on_with_figures_has_its_first_clause_for_a_title():
    structure = structure_of(
        f"{OPENING}一是抓好粮食生产，播种水稻两季，面积1.2万亩，总产8600吨。\n二是抓好茶叶生产。{TEXT}"
    )
    assert points(structure) == ["一是抓好粮食生产", "二是抓好茶叶生产"]


def test_events_and_rounded_amounts_are_no_slogans():
    assert points(structure_of(f"{OPENING}经济总量突破百亿元。{TEXT}污水处理厂建成投用。{TEXT}")) == []


def test_a_sentence_of_a_stretch_of_time_opens_its_paragraph_alone_where_slogans_stand_below_it():
    text = f"一年来，我们坚持以农为本，家底更加厚实。粮食生产再获丰收。{TEXT}茶叶品质稳步提升。{TEXT}"
    structure = structure_of(OPENING + text)
    section = find(structure, "一年来，我们坚持以农为本，家底更加厚实")
    assert [child.title for child in section.children] == ["粮食生产再获丰收", "茶叶品质稳步提升"]


def test_one_slogan_under_an_opening_one_is_a_point_where_other_paragraphs_have_its_like():
    structure = structure_of(
        f"{OPENING}这一年，我们抓粮食，家底更加厚实。稳面积，确保粮食增产。{TEXT}强科技，确保单产提高。{TEXT}\n"
        f"这一年，我们抓茶叶，腰包更加丰盈。树品牌，确保茶农增收。{TEXT}"
    )
    assert [child.title for child in find(structure, "这一年，我们抓茶叶，腰包更加丰盈").children] == [
        "树品牌，确保茶农增收"
    ]


def test_dash_paragraphs_that_run_on_without_a_mark_end_their_titles_alike():
    structure = structure_of(
        f"{OPENING}——粮食生产稳步提升五年来，{TEXT}\n——茶叶品质持续优化我们坚持以质取胜，{TEXT}\n"
        f"——镇村面貌明显改善道路硬化和管网改造同步推进，{TEXT}"
    )
    assert points(structure) == ["——粮食生产稳步提升", "——茶叶品质持续优化", "——镇村面貌明显改善"]


def test_a_motto_under_a_heading_is_no_point():
    assert points(structure_of(f"{OPENING}——砥砺奋进谱新篇\n{TEXT}\n{TEXT}")) == []


def test_paragraphs_that_each_open_with_their_matter_and_a_colon_are_points():
    text = f"农业方面：{TEXT}\n茶业方面：{TEXT}\n民生方面：{TEXT}"
    assert points(structure_of(OPENING + text)) == ["农业方面", "茶业方面", "民生方面"]
    assert points(structure_of(f"{OPENING}农业方面：{TEXT}\n{TEXT}")) == []
    assert points(structure_of(f"{OPENING}会议提出：{TEXT}\n实践证明：{TEXT}")) == []

"""Papers made to fit a number of pages: by the stated means, in their order, or not at all."""

from datetime import date

import pytest

from generators.document import Block, Document, Role, Run, TextBlock
from generators.fitting import Fitted, fit
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.profile_files import load_profile
from generators.progress import NoProgress
from report.errors import UserError
from report.messages import explain

PACK = plan_fonts({})
CLAUSE = "抓重点、补短板、强弱项，"


def text(role: Role, words: str) -> TextBlock:
    return TextBlock(role, (Run(words),))


def rows(count: int) -> TextBlock:
    return text(Role.BODY, "国" * (26 + 28 * (count - 1)))


def fitted(pages: int, *blocks: Block, profile: str = "gbt9704") -> Fitted:
    return fit(Document("试排", "", date(2026, 1, 20), blocks), load_profile(profile), PACK, pages, NoProgress())


def words_of(made: Fitted) -> str:
    return "".join(line.text for page in made.pages.pages for line in page.lines)


def test_a_paper_that_fits_is_left_as_it_is():
    made = fitted(2, rows(30))
    assert (made.profile, made.means) == (load_profile("gbt9704"), ())


def test_marks_are_squeezed_before_anything_else():
    long = text(Role.BODY, CLAUSE * 7 + "日子。")  # its last line comes back where marks give way
    made = fitted(1, rows(19), long)
    assert len(made.pages.pages) == 1
    assert len(made.means) == 1
    assert words_of(made) == rows(19).text + long.text


def test_rows_that_no_clause_asks_for_go_next():
    made = fitted(1, text(Role.TITLE, "标题"), rows(20))
    assert len(made.means) == 2
    assert made.profile.look(Role.TITLE).rows_after == 0


def test_the_rows_and_the_type_of_the_standard_stay():
    standard, made = load_profile("gbt9704"), fitted(1, text(Role.TITLE, "标题"), rows(20))
    assert (made.profile.page, made.profile.grid) == (standard.page, standard.grid)
    assert made.profile.look(Role.ADDRESSEE) == standard.look(Role.ADDRESSEE)
    assert made.profile.look(Role.SIGNATURE) == standard.look(Role.SIGNATURE)
    assert all(made.profile.look(role).size_pt == look.size_pt for role, look in standard.looks.items())


def test_large_type_is_made_smaller_last_and_no_smaller_than_the_standards():
    blocks = (rows(22),)
    assert fitted(2, *blocks, profile="extra_large").profile.id == "extra_large"
    assert fitted(1, *blocks, profile="extra_large").profile.id == "gbt9704"
    assert fitted(1, rows(16), profile="extra_large").profile.id == "large"


def test_what_does_not_fit_is_refused_with_the_least_number_of_pages():
    document = Document("试排", "", date(2026, 1, 20), (rows(70),))
    with pytest.raises(UserError) as failure:
        fit(document, load_profile("gbt9704"), PACK, 2, NoProgress())
    least = len(lay_out(document, load_profile("gbt9704"), PACK, NoProgress()).pages)
    assert f"改为 {least} 页" in explain(failure.value)

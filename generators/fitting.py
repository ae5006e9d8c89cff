"""Makes a paper fit a number of pages by means that the standard allows, in a fixed order, or says that it does not.

The means, each tried with those before it:
1. tight lines: marks give up what GB/T 15834—2011, 5.1.10 lets them, so that paragraphs take fewer lines;
2. the empty rows that no clause asks for: below 编者按 and 会议文件（）, above 主要数据, below the title;
3. smaller type, where the profile's is larger than the standard's, but never smaller than that (3号, 22 × 28).
The margins, the pitch of lines and characters and the rows that a clause asks for stay as they are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec import structs

from generators.document import Document, Role
from generators.fonts import FontPlan
from generators.layout import lay_out
from generators.pages import Pages
from generators.profile_files import load_profile, load_profiles
from generators.profiles import DEFAULT_PROFILE, Profile
from generators.progress import Progress, Slice
from report.errors import Failure, UserError
from report.words import _

# Rows that are practice; those of the addressee and the signature (7.3.2, 7.3.5) are the standard's.
_LOOSE_ROWS = (
    (Role.EDITOR_NOTE, "rows_after"),
    (Role.MEETING_MARK, "rows_after"),
    (Role.FIGURES_TITLE, "rows_before"),
    (Role.TITLE, "rows_after"),
)
_TRIES = 10  # layouts at most, for the progress


@dataclass(frozen=True, slots=True)
class Fitted:
    """A paper that fits: with which profile, on which pages, and what was done for it, in words."""

    profile: Profile
    pages: Pages
    means: tuple[str, ...]


def fit(
    document: Document, profile: Profile, plan: FontPlan, wanted: int, progress: Progress, first_number: int = 1
) -> Fitted:
    """Return a paper laid out on `wanted` pages or fewer, changed as little as need be.

    Raises UserError with the least number of pages where it does not fit, and Cancelled.
    """
    least = 0
    for number, (tried, means) in enumerate(_means(profile)):
        part = Slice(progress, min(number, _TRIES - 1) / _TRIES, min(number + 1, _TRIES) / _TRIES)
        pages = lay_out(document, tried, plan, part, first_number)
        if len(pages.pages) <= wanted:
            return Fitted(tried, pages, means)
        least = min(least or len(pages.pages), len(pages.pages))
    raise UserError(Failure.DOES_NOT_FIT, wanted=str(wanted), least=str(least))


def _means(profile: Profile) -> Iterator[tuple[Profile, tuple[str, ...]]]:
    """Yield the profiles to try, each with what it does to the one that was asked for."""
    for sized, said in _sizes(profile):
        for change, words in _CHANGES:
            yield change(sized), (*said, *(word() for word in words))


def _sizes(profile: Profile) -> Iterator[tuple[Profile, tuple[str, ...]]]:
    """Yield the profile, then those with smaller type that is not smaller than the standard's, largest first."""
    yield profile, ()
    size, least = (each.look(Role.BODY).size_pt for each in (profile, load_profile(DEFAULT_PROFILE)))
    smaller = [each for each in load_profiles() if least <= each.look(Role.BODY).size_pt < size]
    for each in sorted(smaller, key=lambda each: -each.look(Role.BODY).size_pt):
        yield each, (_("改用“{title}”版式").format(title=each.title),)


def _as_it_is(profile: Profile) -> Profile:
    return profile


def _tight(profile: Profile) -> Profile:
    return structs.replace(profile, tight=True)


def _without_loose_rows(profile: Profile) -> Profile:
    looks = dict(profile.looks)
    for role, rows in _LOOSE_ROWS:
        looks[role] = structs.replace(profile.look(role), **{rows: 0})
    return structs.replace(_tight(profile), looks=looks)


def _tight_words() -> str:
    return _("挤压标点，收回各段末尾的短行")


def _row_words() -> str:
    return _("去掉标题、编者按等前后标准没有规定的空行")


_CHANGES: tuple[tuple[Callable[[Profile], Profile], tuple[Callable[[], str], ...]], ...] = (
    (_as_it_is, ()),
    (_tight, (_tight_words,)),
    (_without_loose_rows, (_tight_words, _row_words)),
)

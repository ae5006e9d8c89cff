"""From an order to laid-out pages: one paper, or the papers of a set bound into one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generators.binding import join_documents, join_pages, next_number
from generators.compose.setting import Member
from generators.deviations import deviation_words
from generators.document import Document
from generators.fitting import fit
from generators.fonts import ROLE_NAMES, find_fonts
from generators.layout import lay_out
from generators.ordering import Order, Paper, checked_fields, compose_paper, member_orders
from generators.pages import Pages
from generators.profile_files import load_profile
from generators.profiles import FontRole
from generators.progress import NO_PROGRESS, Progress, Slice
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.words import listed

_CONTENTS = "contents"
_CONTINUOUS = "全册连续编页"


class Binding(StrEnum):
    """How the papers of a set become files, in the words of its field."""

    BOUND = "合成一册"
    APART = "各件分开"
    BOTH = "两样都要"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A paper with its pages; a set has those of its papers behind each other, and the papers themselves."""

    kind: str
    document: Document
    pages: Pages
    name_parts: tuple[str, ...]
    noticed: tuple[Noticed, ...]
    members: tuple["Typeset", ...] = ()
    binding: Binding = Binding.BOUND
    own_pages: int = 0  # for each delegate, where its pages are sheets of theirs; 0 where all get the same
    copies: int = 0  # numbered ones of the bound set, 0 for one without a number


def typeset(order: Order, progress: Progress) -> Typeset:
    """Return an order's pages. Raises UserError and Cancelled."""
    if order.kind.id == _CONTENTS:
        members, _ = _members(order, {}, progress)
        marks = [mark for _, mark in member_orders(order)]
        made = _typeset(order, compose_paper(order, members=_rows(members, marks)), progress, 1)
    elif order.kind.binds:
        made = _bound(order, progress)
    else:
        made = _typeset(order, compose_paper(order), progress, 1)
    return replace(made, noticed=(*dict.fromkeys(made.noticed), *_deviating(order.profile), *_substituted()))


def _typeset(order: Order, paper: Paper, progress: Progress, first_number: int) -> Typeset:
    pages, fitted = _laid_out(order, paper, progress, first_number)
    own_pages = len(pages.pages) // len(order.delegates) if paper.kind.for_delegates and order.delegates else 0
    return Typeset(
        paper.kind.id, paper.document, pages, paper.name_parts, (*paper.noticed, *fitted), own_pages=own_pages
    )


def _laid_out(order: Order, paper: Paper, progress: Progress, first_number: int) -> tuple[Pages, tuple[Noticed, ...]]:
    """Return a paper's pages, no more than its field `fit_pages` wants, with what was done for that."""
    profile, wanted = load_profile(order.profile), checked_fields(order).get("fit_pages", "")
    if not wanted:
        return lay_out(paper.document, profile, find_fonts(), progress, first_number), ()
    fitted = fit(paper.document, profile, find_fonts(), max(int(wanted), 1), progress, first_number)
    means = (Noticed(Finding.FITTED, 0, 0, listed(fitted.means)),) if fitted.means else ()
    return fitted.pages, means


def _bound(order: Order, progress: Progress) -> Typeset:
    fields = checked_fields(order)
    members, titles = _members(order, fields, progress)
    if not members:
        raise UserError(Failure.NOTHING_SELECTED)
    whole = Document(order.kind.title, fields.get("issuer", ""), members[0].document.day, ())
    continuous = fields.get("page_numbers") == _CONTINUOUS
    return Typeset(
        order.kind.id,
        join_documents([member.document for member in members], whole, continuous=continuous),
        join_pages([(member.document, member.pages) for member in members], titles),
        (fields.get("session", ""), order.kind.title, fields.get("date", "")),
        tuple(notice for member in members for notice in member.noticed),
        tuple(members),
        Binding(fields.get("binding", Binding.BOUND)),
        copies=(len(order.delegates) or int(fields["copies"])) if fields.get("copies") else 0,
    )


def _members(order: Order, fields: Mapping[str, str], progress: Progress) -> tuple[list[Typeset], list[str]]:
    """Return a set's papers with their titles. A list of papers is laid out again once their pages are known."""
    orders = list(member_orders(order))
    continuous = fields.get("page_numbers") == _CONTINUOUS
    blank = tuple(Member(mark, own.kind.title, 0) for own, mark in orders if mark)
    members: list[Typeset] = []
    starts: list[int] = []
    number = 1
    for index, (own, mark) in enumerate(orders):
        part = Slice(progress, index / len(orders), (index + 1) / len(orders))
        starts.append(number)
        members.append(_typeset(own, compose_paper(own, mark, blank), part, number))
        number = next_number(members[-1].pages, number) if continuous else 1
    rows = _rows(members, [mark for _, mark in orders])
    for index, (own, mark) in enumerate(orders):
        if own.kind.id == _CONTENTS:  # it has as many rows as before, so as many pages
            members[index] = _typeset(own, compose_paper(own, mark, rows), NO_PROGRESS, starts[index])
    return members, [f"{mark}　{own.kind.title}" if mark else own.kind.title for own, mark in orders]


def _rows(members: Sequence[Typeset], marks: Sequence[str]) -> tuple[Member, ...]:
    return tuple(
        Member(mark, member.document.title, member.own_pages or len(member.pages.pages))
        for member, mark in zip(members, marks, strict=True)
        if mark
    )


def _deviating(profile: str) -> tuple[Noticed, ...]:
    words = deviation_words(load_profile(profile))
    return (Noticed(Finding.PROFILE_DEVIATES, 0, 0, words),) if words else ()


def _substituted() -> tuple[Noticed, ...]:
    names = listed(
        name for role, name in ROLE_NAMES.items() if role is not FontRole.LATIN and find_fonts().own(role).substitute
    )
    return (Noticed(Finding.FONT_SUBSTITUTED, 0, 0, names),) if names else ()

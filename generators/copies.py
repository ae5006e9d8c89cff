"""Numbered copies (份号) of a set in one PDF: copies share the contents of their pages and differ in their number.

A delegate's copy has that delegate's own sheets. Untagged: marked contents belong to one page each (PDF/A-2u then).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pikepdf
from msgspec import structs
from pikepdf import Array, Dictionary, Name

from generators.document import Document, Role
from generators.fonts import FontPlan
from generators.pages import Page, Pages
from generators.pdf import write_pdf
from generators.pdfa import Conformance
from generators.profiles import Align, Profile
from generators.progress import Progress, Slice
from generators.typeset import Spot, Typesetter, place, whole

_DIGITS = 6  # GB/T 9704—2012, 7.2.1: 6 digits of size 3, on the first line of the type area
_STEP = 25  # copies between two reports of progress


@dataclass(frozen=True, slots=True)
class Member:
    """Where the pages of one paper of a set are: from `first` up to `last`; `own` of them for each copy, or 0: all."""

    first: int
    last: int
    own: int


def write_copies(
    document: Document,
    pages: Pages,
    members: Sequence[Member],
    count: int,
    look: tuple[Profile, FontPlan],
    progress: Progress,
) -> bytes:
    """Return `count` copies of a set, numbered from 000001. Raises Cancelled."""
    stamps = tuple(_stamp(pages, number, *look) for number in range(1, count + 1))
    stamped = replace(pages, pages=(*pages.pages, *stamps), bookmarks=())
    raw = write_pdf(document, stamped, Slice(progress, 0, 0.5), Conformance.A_2U)
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        originals = [page.obj for page in pdf.pages]
        nodes: list[pikepdf.Object] = []
        for copy in range(count):
            if copy % _STEP == 0:
                progress.step(0.5 + 0.4 * copy / count, "copies")
            wanted = _pages_of(members, copy)
            nodes.append(_node(pdf, originals, wanted, originals[len(pages.pages) + copy]))
        root = pdf.Root.Pages
        root.Kids = Array(nodes)
        root.Count = sum(int(node.Count) for node in nodes)
        for node in nodes:
            node.Parent = root
        with pdf.open_outline() as outline:
            outline.root.extend(
                pikepdf.OutlineItem(_number(copy + 1), Array([node.Kids[0], Name.Fit]))
                for copy, node in enumerate(nodes)
            )
        out = io.BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return out.getvalue()


def pages_in_copies(members: Sequence[Member], count: int) -> int:
    """Return how many pages all copies have together, blank ones included."""
    return sum(len(_pages_of(members, copy)) for copy in range(count))


def _pages_of(members: Sequence[Member], copy: int) -> list[int | None]:
    """Return the pages of one copy, None for a blank one: every paper begins on a right-hand page."""
    wanted: list[int | None] = []
    for member in members:
        if len(wanted) % 2:
            wanted.append(None)
        first = member.first + copy * member.own
        wanted += range(first, min(first + member.own, member.last) if member.own else member.last)
    return wanted


def _node(
    pdf: pikepdf.Pdf, originals: Sequence[pikepdf.Object], wanted: Sequence[int | None], stamp: pikepdf.Object
) -> pikepdf.Object:
    """Return a node of the page tree with the pages of one copy; the first carries the number."""
    node = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=len(wanted)))
    kids: list[pikepdf.Object] = []
    for place_in_copy, index in enumerate(wanted):
        model = originals[0 if index is None else index]
        page = Dictionary(Type=Name.Page, Parent=node, MediaBox=model.MediaBox, Resources=model.Resources)
        if index is not None:
            page.Contents = model.Contents if place_in_copy else Array([stamp.Contents, model.Contents])
            if "/Rotate" in model:
                page.Rotate = model.Rotate
        kids.append(pdf.make_indirect(page))
    node.Kids = Array(kids)
    return node


def _stamp(pages: Pages, number: int, profile: Profile, plan: FontPlan) -> Page:
    """Return a page with nothing but a copy's number, where the first page of the copy has room for it.

    It stands at the left of the first line (7.2.1); where the mark of a session document is there, at the right.
    """
    setter = Typesetter(profile, plan)
    area = profile.area()
    row_foot = area.top_pt + profile.row_pt
    taken = any(line.top_pt < row_foot - 1 for line in pages.pages[0].lines)
    look = structs.replace(
        profile.look(Role.BODY), align=Align.RIGHT if taken else Align.LEFT, first_indent_chars=0, end_inset_chars=0
    )
    words = setter.set_text(_number(number), look)
    spot = Spot(area.left_pt, area.top_pt, profile.row_pt)
    return Page((place(words, whole(words, area.width_pt), look, spot, -1),), (), None)


def _number(number: int) -> str:
    return f"{number:0{_DIGITS}d}"

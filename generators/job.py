"""From an order to files: compose, lay out, draw, check, save. The command line and the window both drive it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from generators.fonts import find_fonts
from generators.ordering import Order
from generators.pages import Pages
from generators.profile_files import load_profile
from generators.profiles import Profile
from generators.progress import Progress, Slice
from generators.save import file_name, make_folder, save
from generators.typesetting import Binding, Typeset, typeset
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.words import _, listed


@dataclass(frozen=True, slots=True)
class LineOnPage:
    """Where a line of the paper stands and what it prints. Points, from the upper left corner of the page."""

    page: int  # from 0
    x_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    text: str
    source: tuple[tuple[int, int], ...]  # spans of the report's text that the line prints
    section: str  # id of the section whose heading it is, or ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages that will be printed: the PDF itself, and what stands where on it."""

    pdf: bytes
    pages: int
    page_width_pt: float
    page_height_pt: float
    lines: tuple[LineOnPage, ...]
    noticed: tuple[Noticed, ...]
    landscape: frozenset[int] = frozenset()  # pages that are read turned: width and height change places


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made."""

    kind: str
    format: str  # "pdf", "docx" or "xlsx"
    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made, and what was noticed on the way."""

    files: tuple[MadeFile, ...]
    noticed: tuple[Noticed, ...]


def preview(order: Order, progress: Progress) -> Preview:
    """Return the pages of an order, without writing a file. Raises UserError and Cancelled."""
    from generators.pdf import write_pdf  # noqa: PLC0415 - as in _write
    from generators.pdfa import Conformance  # noqa: PLC0415

    made = typeset(order, Slice(progress, 0.0, 0.4))
    pages = made.pages
    pdf = write_pdf(made.document, pages, Slice(progress, 0.4, 1.0), Conformance.A_2U)
    return Preview(
        pdf,
        len(pages.pages),
        pages.width_pt,
        pages.height_pt,
        tuple(_lines_on_pages(pages)),
        (*made.noticed, *_missing_characters(pages)),
        frozenset(number for number, page in enumerate(pages.pages) if page.landscape),
    )


def make(order: Order, formats: tuple[str, ...], folder: Path, progress: Progress, *, force: bool = False) -> Result:
    """Make the files of an order in a folder, all or none. Raises UserError and Cancelled.

    An existing file is never overwritten without `force`: the new one gets （2） before the dot.
    """
    for wanted in formats:
        if wanted not in order.kind.formats:
            known = listed(order.kind.formats)
            raise UserError(Failure.UNKNOWN_FORMAT_WANTED, kind=order.kind.title, id=wanted, known=known)
    made = typeset(order, Slice(progress, 0.0, 0.3))
    wholes = _files_of(made)
    profile = load_profile(order.profile)
    written: list[_Written] = []
    count = len(wholes) * len(formats)
    for index, (whole, wanted) in enumerate((whole, wanted) for whole in wholes for wanted in formats):
        part = Slice(progress, 0.3 + 0.6 * index / count, 0.3 + 0.6 * (index + 1) / count)
        part.step(0.0, wanted)
        written.append(_write(wanted, whole, profile, part, order.base))
    progress.step(0.95, "save")
    make_folder(folder)
    files = _save_all(written, folder, force=force)
    progress.step(1.0, "done")
    untagged = (Noticed(Finding.COPIES_UNTAGGED, 0, 0, str(made.copies)),) if made.copies and "pdf" in formats else ()
    return Result(files, (*made.noticed, *_missing_characters(made.pages), *untagged))


def _files_of(made: Typeset) -> tuple[Typeset, ...]:
    """Return what becomes a file each: the bound set, its papers one by one, or both."""
    match made.binding:
        case Binding.APART:
            return made.members
        case Binding.BOTH:
            return (made, *made.members)
        case Binding.BOUND:
            return (made,)
        case _:
            assert_never(made.binding)


@dataclass(frozen=True, slots=True)
class _Written:
    """The checked bytes of one file that is not saved yet."""

    paper: Typeset
    extension: str
    data: bytes
    pages: int


def _write_copies(paper: Typeset, profile: Profile, progress: Progress) -> _Written:
    """Return the numbered copies of a bound set."""
    from generators.copies import Member, pages_in_copies, write_copies  # noqa: PLC0415 - as in _write

    members: list[Member] = []
    first = 0
    for member in paper.members:
        first += first % 2
        last = first + len(member.pages.pages)
        members.append(Member(first, last, member.own_pages))
        first = last
    data = write_copies(paper.document, paper.pages, members, paper.copies, (profile, find_fonts()), progress)
    return _Written(paper, "pdf", data, pages_in_copies(members, paper.copies))


def _write(wanted: str, paper: Typeset, profile: Profile, progress: Progress, base: Path | None = None) -> _Written:
    """Return the checked file of one format. Only the libraries of that format are loaded."""
    name = file_name(paper.name_parts, wanted)
    if wanted == "pdf":
        from generators.check import check_pdf  # noqa: PLC0415
        from generators.pdf import write_pdf  # noqa: PLC0415

        if paper.copies:
            return _write_copies(paper, profile, progress)
        data = write_pdf(paper.document, paper.pages, progress)
        check_pdf(data, paper.pages, name)
    elif wanted == "xlsx":
        from generators.xlsx import check_xlsx, write_xlsx  # noqa: PLC0415

        data = write_xlsx(paper.document)
        check_xlsx(data, paper.document, name)
    else:
        from generators.check_word import check_word  # noqa: PLC0415
        from generators.word import write_word  # noqa: PLC0415
        from generators.word_base import BASE  # noqa: PLC0415

        data = write_word(paper.document, base or BASE, progress)
        check_word(data, paper.document, name)
    return _Written(paper, wanted, data, len(paper.pages.pages))


def _save_all(written: Sequence[_Written], folder: Path, *, force: bool) -> tuple[MadeFile, ...]:
    """Save files that belong together: where one fails, those before it are taken away again."""
    files: list[MadeFile] = []
    try:
        for each in written:
            path = save(each.data, folder, file_name(each.paper.name_parts, each.extension), force=force)
            files.append(MadeFile(each.paper.kind, each.extension, path, each.pages))
    except UserError:
        if not force:  # with force they may have replaced files; a new whole one is better than none
            for file in files:
                file.path.unlink(missing_ok=True)
        raise
    return tuple(files)


def _missing_characters(pages: Pages) -> tuple[Noticed, ...]:
    return tuple(
        Noticed(
            Finding.CHARACTER_WITHOUT_FONT,
            0,
            0,
            _("第{page}页“{character}”字").format(page=page + 1, character=character),
        )
        for character, page in pages.missing
    )


def _lines_on_pages(pages: Pages) -> Iterator[LineOnPage]:
    for number, page in enumerate(pages.pages):
        for line in page.lines:
            yield LineOnPage(
                number,
                line.x_pt,
                line.top_pt,
                line.width_pt,
                line.height_pt,
                line.text,
                line.source_spans(),
                line.section,
            )

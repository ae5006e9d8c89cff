"""From an order to files: compose, lay out, draw, check, save. The command line and the window both drive it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generators.compose.blocks import FROM_SELECTION
from generators.compose.paper import compose
from generators.delegates import Delegate
from generators.document import Document
from generators.fields import complete
from generators.fonts import ROLE_NAMES, find_fonts
from generators.kinds import Kind
from generators.layout import lay_out
from generators.pages import Pages
from generators.profiles import DEFAULT_PROFILE, FontRole, Profile, load_profile
from generators.progress import Progress, Slice
from generators.save import file_name, make_folder, save
from report.errors import Failure, UserError
from report.facts import facts_of
from report.findings import Finding
from report.model import Noticed, Report, SectionKind
from report.selection import Selection
from report.words import _, listed


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: everything that a paper depends on, as a value."""

    report: Report
    selection: Selection
    kind: Kind
    fields: Mapping[str, str]  # as typed; missing ones take their defaults
    today: date
    profile: str = DEFAULT_PROFILE
    delegates: tuple[Delegate, ...] = ()


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
    format: str  # "pdf" or "docx"
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

    paper = _compose(order)
    pages = lay_out(paper.document, paper.profile, find_fonts(), Slice(progress, 0.0, 0.4))
    pdf = write_pdf(paper.document, pages, Slice(progress, 0.4, 1.0))
    return Preview(
        pdf,
        len(pages.pages),
        pages.width_pt,
        pages.height_pt,
        tuple(_lines_on_pages(pages)),
        (*paper.noticed, *_missing_characters(pages)),
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
    paper = _compose(order)
    progress.step(0.05, "layout")
    pages = lay_out(paper.document, paper.profile, find_fonts(), Slice(progress, 0.05, 0.3))
    made: list[tuple[str, bytes]] = []
    for index, wanted in enumerate(formats):
        share = 0.6 / len(formats)
        part = Slice(progress, 0.3 + share * index, 0.3 + share * (index + 1))
        part.step(0.0, wanted)
        made.append((wanted, _write(wanted, paper, pages, part)))
    progress.step(0.95, "save")
    make_folder(folder)
    files = _save_all(made, paper, folder, len(pages.pages), order.kind.id, force=force)
    progress.step(1.0, "done")
    return Result(files, (*paper.noticed, *_missing_characters(pages)))


def _write(wanted: str, paper: "_Paper", pages: Pages, progress: Progress) -> bytes:
    """Return the checked bytes of one format. Only the libraries of that format are loaded."""
    name = file_name(paper.name_parts, wanted)
    if wanted == "pdf":
        from generators.check import check_pdf  # noqa: PLC0415
        from generators.pdf import write_pdf  # noqa: PLC0415

        data = write_pdf(paper.document, pages, progress)
        check_pdf(data, pages, name)
    else:
        from generators.check_word import check_word  # noqa: PLC0415
        from generators.word import write_word  # noqa: PLC0415

        data = write_word(paper.document, progress=progress)
        check_word(data, paper.document, name)
    return data


@dataclass(frozen=True, slots=True)
class _Paper:
    """A composed paper, before layout."""

    document: Document
    profile: Profile
    name_parts: tuple[str, ...]
    noticed: tuple[Noticed, ...]


def _compose(order: Order) -> _Paper:
    profile = load_profile(order.profile)
    fields = complete(order.kind, order.fields, facts_of(order.report), order.today)
    if not FROM_SELECTION.isdisjoint(order.kind.blocks) and not _prints_anything(order):
        raise UserError(Failure.NOTHING_SELECTED)
    document = compose(order.kind, order.report, order.selection, fields, order.delegates)
    empty = tuple(
        Noticed(Finding.FIELD_EMPTY, 0, 0, field.label)
        for field in order.kind.fields
        if field.empty == "blank" and not fields[field.id]
    )
    substituted = listed(
        name for role, name in ROLE_NAMES.items() if role is not FontRole.LATIN and find_fonts().own(role).substitute
    )
    fonts = (Noticed(Finding.FONT_SUBSTITUTED, 0, 0, substituted),) if substituted else ()
    issue = f"第{fields['issue']}期" if fields.get("issue") else ""
    parts = (fields.get("session", ""), order.kind.title, issue, fields.get("date", ""))
    return _Paper(document, profile, parts, (*empty, *fonts))


def _prints_anything(order: Order) -> bool:
    return any(
        section.id in order.selection.modes and section.kind is not SectionKind.FRONT for section in order.report.walk()
    )


def _save_all(
    made: list[tuple[str, bytes]], paper: _Paper, folder: Path, pages: int, kind: str, *, force: bool
) -> tuple[MadeFile, ...]:
    """Save files that belong together: where one fails, those before it are taken away again."""
    files: list[MadeFile] = []
    try:
        for extension, data in made:
            path = save(data, folder, file_name(paper.name_parts, extension), force=force)
            files.append(MadeFile(kind, extension, path, pages))
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

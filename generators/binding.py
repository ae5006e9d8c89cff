"""Binds papers into one: their pages behind each other, each paper beginning on a right-hand page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generators.document import Block, Document, NewPart
from generators.pages import Bookmark, Page, Pages

_BLANK = Page((), (), None)


def join_pages(papers: Sequence[tuple[Document, Pages]], titles: Sequence[str]) -> Pages:
    """Return the pages of papers of one size, a blank one before each that would begin on a left-hand page.

    Every paper gets a bookmark with its title, above its own. The blocks of lines are those of `join_documents`.
    """
    pages: list[Page] = []
    bookmarks: list[Bookmark] = []
    missing: dict[str, int] = {}
    blocks = 0
    for number, ((document, paper), title) in enumerate(zip(papers, titles, strict=True)):
        if len(pages) % 2:
            pages.append(_BLANK)
        first = len(pages)
        bookmarks.append(Bookmark(title, 1, first, 0.0))
        own = (mark for mark in paper.bookmarks if mark.title != title)
        bookmarks += [replace(mark, page=mark.page + first, depth=mark.depth + 1) for mark in own]
        for character, page in paper.missing:
            missing.setdefault(character, page + first)
        begins_itself = _begins_itself(document)
        shift = blocks if begins_itself else blocks + 1
        for page in paper.pages:
            lines = tuple(replace(line, block=line.block + shift) for line in page.lines)
            pages.append(replace(page, lines=lines, part=number))
        blocks += len(document.blocks) + (not begins_itself)
    whole = papers[0][1]
    return Pages(whole.width_pt, whole.height_pt, tuple(pages), tuple(bookmarks), tuple(missing.items()))


def next_number(pages: Pages, first_number: int) -> int:
    """Return the number of the first page of the paper after one: the next odd one."""
    after = first_number + len(pages.pages)
    return after if after % 2 else after + 1


def join_documents(papers: Sequence[Document], whole: Document, *, continuous: bool) -> Document:
    """Return papers as the parts of one document that has the title, author and day of `whole`."""
    return replace(whole, blocks=tuple(_parts(papers, continuous=continuous)))


def _parts(papers: Sequence[Document], *, continuous: bool) -> Iterator[Block]:
    """Yield every paper's blocks behind a beginning of its own, which stands in the place of the paper's."""
    for number, paper in enumerate(papers):
        first = paper.blocks[0] if paper.blocks else NewPart()
        make = first if isinstance(first, NewPart) else NewPart()
        yield replace(make, right_hand=number > 0, restart=number > 0 and not continuous)
        yield from paper.blocks[1 if _begins_itself(paper) else 0 :]


def _begins_itself(paper: Document) -> bool:
    return bool(paper.blocks) and isinstance(paper.blocks[0], NewPart)

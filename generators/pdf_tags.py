"""The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8): headings, paragraphs, tables, lists, figures, in order.

Every line of a page belongs to an element or is an artifact: what repeats or only adorns (rules, page numbers, the head
of a table on its later pages, the upside-down side of a name card). PDF/UA-1 and level A of PDF/A-2 ask for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from generators.document import HEADINGS, Block, Cell, Chart, Document, Role, Table, TextBlock
from generators.pages import PlacedLine

ARTIFACT = "/Artifact BMC"
PAGE_NUMBER = "/Artifact <</Type/Pagination>> BDC"
WATERMARK = "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC"
END = "EMC"
_LEVELS = {
    Role.TITLE: 1,
    Role.COVER_TITLE: 1,
    Role.FIGURES_TITLE: 2,
    **{role: level for level, role in enumerate(HEADINGS, 2)},
}
_DEEPEST = 6
BOM = "\ufeff"
_ROOT = "StructRoot"
_PARENTS = "StructParents"


def _none() -> "list[_Element]":
    return []


@dataclass(slots=True, eq=False)
class _Element:
    """A node of the tree. `content` has the marked contents of the element itself as (page, number on that page)."""

    tag: str
    parent: "_Element | None"
    number: int
    kids: "list[_Element]" = field(default_factory=_none)
    content: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    attributes: str = ""

    @property
    def name(self) -> str:
        """The name of its object."""
        return f"S{self.number}"


class Tags:
    """Collects the structure while pages are drawn, page by page, line by line, in reading order."""

    def __init__(self, document: Document) -> None:
        """Begin with an empty tree."""
        self._blocks = document.blocks
        self._elements: list[_Element] = []
        self._top = self._new("Document", None)
        self._of_block: dict[int, _Element] = {}
        self._leaves: dict[tuple[int, int, int], _Element] = {}
        self._heads: set[tuple[int, int, int, int]] = set()  # lines of table heads that have been drawn
        self._pages: list[list[_Element]] = []
        self._level = 0
        self._list: tuple[int, _Element] | None = None

    def new_page(self) -> None:
        """Begin the next page."""
        self._pages.append([])

    def leaf(self, line: PlacedLine) -> "_Element | None":
        """Return the element that a line belongs to, None for an artifact."""
        if line.turned or line.artifact or not 0 <= line.block < len(self._blocks):
            return None
        block = self._blocks[line.block]
        if line.cell is not None:
            return self._cell(line, block)
        key = (line.block, -1, id(line.words))
        found = self._leaves.get(key)
        if found is None:
            found = self._leaves[key] = self._start(line.block, block)
        return found

    def begin(self, leaf: "_Element") -> str:
        """Return the operator that begins marked content of an element on this page."""
        page = self._pages[-1]
        leaf.content.append((len(self._pages) - 1, len(page)))
        page.append(leaf)
        return f"/{leaf.tag} <</MCID {len(page) - 1}>> BDC"

    def write(self, document: pdfdoc.PDFDocument) -> None:
        """Put the tree into a document that is about to be saved."""
        for element in self._elements:
            document.Reference(_Raw(self._dictionary(element)), element.name)
        document.Reference(_Raw(self._parent_tree()), _PARENTS)
        root = _Raw((b"<</Type/StructTreeRoot/K ", self._top.name, b"/ParentTree ", _PARENTS, b">>"))
        document.Catalog.StructTreeRoot = document.Reference(root, _ROOT)

    def _new(self, tag: str, parent: "_Element | None", attributes: str = "") -> _Element:
        element = _Element(tag, parent, len(self._elements), attributes=attributes)
        self._elements.append(element)
        if parent is not None:
            parent.kids.append(element)
        return element

    def _start(self, index: int, block: Block) -> _Element:
        """Return the element for the words of a block that are met first."""
        whole = self._of_block.get(index)
        match block:
            case TextBlock():
                if whole is None:
                    whole = self._text(index, block)
                return whole
            case Chart():
                return whole or self._remember(index, self._new("Figure", self._top, f"/Alt {_text(block.described)}"))
            case Table():
                if whole is None:
                    return self._new("Caption", self._table(index, block))
                return self._new("P", self._top)
            case _:
                if whole is None:
                    whole = self._remember(index, self._new("Div", self._top))
                return self._new("P", whole)

    def _remember(self, index: int, element: _Element) -> _Element:
        self._of_block[index] = element
        return element

    def _text(self, index: int, block: TextBlock) -> _Element:
        wanted = _LEVELS.get(block.role)
        if wanted is not None:
            self._level = min(wanted, self._level + 1, _DEEPEST)  # PDF/UA-1, 7.4.2: no level is skipped
            return self._remember(index, self._new(f"H{self._level}", self._top))
        if block.item:
            if self._list is None or self._list[0] != index - 1:
                self._list = (index, self._new("L", self._top))
            self._list = (index, self._list[1])
            return self._remember(index, self._new("LBody", self._new("LI", self._list[1])))
        return self._remember(index, self._new("P", self._top))

    def _cell(self, line: PlacedLine, block: Block) -> _Element | None:
        if line.cell is None or not isinstance(block, Table):
            return None
        row, column = line.cell
        if line.block not in self._of_block:
            self._table(line.block, block)
        elif (line.block, -2, 0) not in self._leaves:
            self._rows(line.block, block, self._of_block[line.block])
        if row < len(block.head):
            drawn = (line.block, row, column, line.start)
            if drawn in self._heads:
                return None  # the head again, on a later page
            self._heads.add(drawn)
        return self._leaves[line.block, row, column]

    def _table(self, index: int, table: Table) -> _Element:
        """Return a table's element; its rows come when the first of its cells is met, after a caption."""
        whole = self._remember(index, self._new("Table", self._top))
        if not table.caption:
            self._rows(index, table, whole)
        return whole

    def _rows(self, index: int, table: Table, whole: _Element) -> None:
        self._leaves[index, -2, 0] = whole
        taken: set[tuple[int, int]] = set()
        parts = (("THead", table.head), ("TBody", table.rows))
        number = 0
        for tag, rows in parts:
            body = self._new(tag, whole) if rows else whole
            for row in rows:
                line = self._new("TR", body)
                column = 0
                for cell in row.cells:
                    while (number, column) in taken:
                        column += 1
                    taken.update((number + d, column + r) for d in range(cell.rows) for r in range(cell.columns))
                    scope = "Column" if tag == "THead" else "Row" if cell.label else ""
                    attributes = _attributes(cell, scope)
                    self._leaves[index, number, column] = self._new("TH" if scope else "TD", line, attributes)
                    column += cell.columns
                number += 1

    def _dictionary(self, element: _Element) -> Iterator[bytes | str]:
        """Yield an element's dictionary in pieces; a str among them is the name of an object that is referred to."""
        yield f"<</Type/StructElem/S/{element.tag}/P ".encode()
        yield element.parent.name if element.parent is not None else _ROOT
        page = element.content[0][0] if element.content else -1
        if page >= 0:
            yield b"/Pg "
            yield _page_name(page)
        yield b"/K ["
        for own, number in element.content:
            if own == page:
                yield b"%d " % number
            else:
                yield b"<</Type/MCR/Pg "
                yield _page_name(own)
                yield b"/MCID %d>> " % number
        for kid in element.kids:
            yield kid.name
            yield b" "
        yield b"]" + element.attributes.encode() + b">>"

    def _parent_tree(self) -> Iterator[bytes | str]:
        """Yield the number tree that leads from a page's marked contents back to their elements."""
        yield b"<</Nums ["
        for number, page in enumerate(self._pages):
            yield b"%d [" % number
            for element in page:
                yield element.name
                yield b" "
            yield b"]"
        yield b"]>>"


class _Raw(pdfdoc.PDFObject):
    """An object written as it is; names of other objects in it become references."""

    def __init__(self, pieces: Iterable[bytes | str]) -> None:
        self.pieces = pieces

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes; called by reportlab, when all objects have their numbers."""
        numbers = document.idToObjectNumberAndVersion
        return b"".join(piece if isinstance(piece, bytes) else b"%d %d R" % numbers[piece] for piece in self.pieces)


def _page_name(page: int) -> str:
    """Return the name that reportlab gives the object of a page, which counts from 0 here."""
    return f"Page{page + 1}"


def _attributes(cell: Cell, scope: str) -> str:
    """Return the attributes of a cell's element (14.8.5.7)."""
    spans = (f"/ColSpan {cell.columns}" if cell.columns > 1 else "") + (
        f"/RowSpan {cell.rows}" if cell.rows > 1 else ""
    )
    named = f"/Scope/{scope}" if scope else ""
    return f"/A <</O/Table{named}{spans}>>" if named or spans else ""


def _text(words: str) -> str:
    return f"<{(BOM + words).encode('utf-16-be').hex()}>"

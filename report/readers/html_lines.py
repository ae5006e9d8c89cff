"""The lines of a part of a web page: a block a paragraph, `br` a line end, a row of a table a row."""

import re
from collections.abc import Iterable
from typing import Final

from report.readers.html_tables import TableRows
from report.readers.html_tree import Element, steps, tag
from report.source import SourceLine

# fmt: off
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_CELL: Final = 300  # characters; more is a page that is laid out by a table

# A line end of the source between two Chinese characters is no blank: editors break where they like.
_SOURCE_BREAK: Final = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\uffef])")
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v\u00a0\u200b\ufeff]+")


def page_lines(main: Element, skipped: frozenset[Element]) -> list[SourceLine]:
    """Return the lines of an element; what is in `skipped` is left out, and nothing else."""
    collector = _Collector()
    passing: Element | None = None  # the element all of which is passed over
    for step, element in steps(main):
        if passing is not None:
            if step == "start" or element is not passing:
                continue
            passing = None
        elif step == "start":
            row = _row(element, skipped)
            if element in skipped or row is not None:
                passing = element
                if row is not None:
                    collector.row(element, row)
                continue
            collector.open(element)
            continue
        else:
            collector.close(element)
        if element is not main:
            collector.text(element.tail)
    collector.end_line()
    return collector.lines


def text_of(element: Element) -> str:
    """Return all text of an element on one line."""
    return _collapsed("".join(str(text) for text in element.itertext()))


class _Collector:
    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self._parts: list[str] = []
        self._level: int | None = None
        self._verbatim = 0
        self._tables = TableRows()

    def open(self, element: Element) -> None:
        name = tag(element)
        if name in _BLOCKS:
            self.end_line()
            self._level = _HEADINGS.get(name)
        self._verbatim += name == "pre"
        self.text(element.text)

    def close(self, element: Element) -> None:
        name = tag(element)
        if name in _BLOCKS:
            self.end_line()
            self._level = None
        self._verbatim -= name == "pre"

    def text(self, text: str | None) -> None:
        if not self._verbatim:
            self._parts.append(text or "")
            return
        first, *others = (text or "").splitlines() or [""]
        self._parts.append(first)
        for line in others:
            self.end_line()
            self._parts.append(line)

    def row(self, element: Element, cells: list[tuple[Element, str]]) -> None:
        self.end_line()
        self.lines.append(self._tables.line(element, cells))

    def end_line(self) -> None:
        text = _collapsed("".join(self._parts))
        self._parts = []
        if text:
            self.lines.append(SourceLine(text, outline_level=self._level))


def _row(element: Element, skipped: frozenset[Element]) -> list[tuple[Element, str]] | None:
    """Return the cells of a row that holds data, with their texts; None for all else, also a row that lays out."""
    if tag(element) != "tr":
        return None
    cells = [cell for cell in element if tag(cell) in {"td", "th"} and cell not in skipped]
    if len(cells) < 2 or next(element.iter("table"), None) is not None:
        return None
    if any(child in skipped for child in element.iter()):
        return None
    texts = [_collapsed(" ".join(_stretches(cell))) for cell in cells]
    if not any(texts) or max(len(text) for text in texts) > _CELL:
        return None
    return list(zip(cells, texts, strict=True))


def _stretches(cell: Element) -> Iterable[str]:
    """Yield the text of a cell, block by block."""
    parts: list[str] = []
    for step, element in steps(cell):
        if tag(element) in _BLOCKS:
            yield "".join(parts)
            parts = []
        if step == "start":
            parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    yield "".join(parts)


def _collapsed(text: str) -> str:
    return _BLANKS.sub(" ", _SOURCE_BREAK.sub("", text)).strip()

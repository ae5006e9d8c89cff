"""A web page as a tree. The only module that touches the parser: nothing is fetched, nothing runs."""

import contextlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from report.errors import Failure, UserError
from report.readers.cleaning import without_controls
from report.words import _

Element = etree._Element  # pyright: ignore[reportPrivateUsage] # lxml has no public name for it

MOST_ELEMENTS: Final = 1_000_000


_NAME: Final = re.compile("[a-z][a-z0-9]*")
_KEPT: Final = frozenset({"id", "class", "role", "style", "hidden", "name", "content", "colspan", "rowspan"})
_DEEPEST: Final = 250  # elements; libxml2 leaves out what lies deeper than 2,048, and people nest about 30


def parse_page(text: str, name: str) -> Element | None:
    """Return the root of a page, or None where it has no element. Raises UserError where it has far too many."""
    builder = _ShallowBuilder(name)
    parser = etree.HTMLParser(
        target=builder,  # pyright: ignore[reportArgumentType] - the stubs ask for bytes and comments, lxml does not
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
    )
    with contextlib.suppress(etree.XMLSyntaxError):  # an empty page
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    return builder.root


class _ShallowBuilder:
    """Makes a tree of what the parser tells. An element that lies too deep stands beside the one it lies in."""

    def __init__(self, name: str) -> None:
        self.root: Element | None = None
        self._name = name
        self._count = 0
        self._depth = 0  # of the page
        self._open: list[Element] = []  # the tree's; never more than `_DEEPEST`
        self._last: Element | None = None  # the child that has just ended; text stands behind it
        self._text: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise UserError(Failure.TOO_LARGE, name=self._name, limit=_("{count} 个元素").format(count=MOST_ELEMENTS))
        self._flush()
        self._depth += 1
        while len(self._open) > 1 and len(self._open) >= min(self._depth, _DEEPEST):
            self._open.pop()
        kept = {key: without_controls(value)[0] for key, value in attributes.items() if key in _KEPT}
        written = name.rsplit(":", 1)[-1].lower()
        known = written if _NAME.fullmatch(written) else "span"
        element = etree.SubElement(self._open[-1], known, kept) if self._open else etree.Element(known, kept)
        self.root = self.root if self.root is not None else element
        self._open.append(element)
        self._last = None

    def end(self, _name: str) -> None:
        self._flush()
        if len(self._open) > 1 and len(self._open) >= min(self._depth, _DEEPEST):
            self._last = self._open.pop()
        self._depth -= 1

    def data(self, text: str) -> None:
        self._text.append(text)

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        text, _controls = without_controls("".join(self._text))
        self._text = []
        if not text or not self._open:
            return
        if self._last is None:
            self._open[-1].text = (self._open[-1].text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text


def tag(element: Element) -> str:
    """Return the name of an element, in small letters and without a prefix."""
    return element.tag


def hints(element: Element) -> str:
    """Return what an element's author called it."""
    return f"{element.get('id', '')} {element.get('class', '')} {element.get('role', '')}".lower()


def steps(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield ("start" or "end", element) for a whole tree in document order, however deep it is."""
    yield "start", root
    element, down = root, True
    while True:
        child = next(iter(element), None) if down else None
        if child is not None:
            element = child
            yield "start", element
            continue
        yield "end", element
        if element is root:
            return
        after = element.getnext()
        if after is not None:
            element, down = after, True
            yield "start", element
        else:
            parent = element.getparent()
            if parent is None:
                return
            element, down = parent, False

"""The one place that touches lxml: parsing a part safely, and names that do not depend on the file's prefixes."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from lxml import etree

from report.errors import Failure, UserError
from report.words import _

__all__ = [
    "Element",
    "attribute",
    "child",
    "children",
    "is_on",
    "number",
    "parse_part",
    "relationship",
    "short",
    "value",
    "walk",
]

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] - lxml has no public name for it

# Transitional and Strict (ISO/IEC 29500-1 and -4) under one short name, so that one reader serves both.
_SHORT: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
}

_WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)

_RELATIONSHIPS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)

_VALUES: Final = (_WORD[0] + "val", _WORD[1] + "val")

_OFF: Final = frozenset({"0", "false", "off"})


def parse_part(data: bytes, name: str) -> Element:
    """Return the root of a part. Raises UserError for XML that is broken, too deep, or has a document type.

    A document type is refused after parsing, as a search of the bytes misses UTF-16; entities are never expanded and
    nothing is fetched meanwhile. ISO/IEC 29500-2 (10.1.3.1) forbids them in a package.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,  # libxml2 then stops at a depth of 256
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _why_not_parsed(str(error), data, name) from error
    # lxml-stubs do not know this property.
    if root.getroottree().docinfo.doctype:  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]
        raise UserError(Failure.DTD_NOT_ALLOWED, name=name)
    return root


def _why_not_parsed(message: str, data: bytes, name: str) -> UserError:
    if "ntity" in message or b"<!DOCTYPE" in data[:4096].replace(b"\0", b""):
        return UserError(Failure.DTD_NOT_ALLOWED, name=name)
    cause = _("XML 嵌套过深") if "depth" in message else _("XML 有错")
    return UserError(Failure.DAMAGED_FILE, name=name, cause=cause)


@lru_cache(maxsize=2048)
def short(tag: str) -> str:
    """Return a tag under its short name, such as "w:p"; tags of other namespaces keep their long one."""
    namespace, _brace, local = tag[1:].partition("}")
    prefix = _SHORT.get(namespace)
    return tag if prefix is None else prefix + local


def attribute(element: Element, local: str) -> str | None:
    """Return an attribute of the word-processing namespace, of either edition."""
    found = element.get(_WORD[0] + local)
    return element.get(_WORD[1] + local) if found is None else found


def relationship(element: Element, local: str) -> str | None:
    """Return an attribute that names a relationship, such as `r:id`, of either edition."""
    found = element.get(_RELATIONSHIPS[0] + local)
    return element.get(_RELATIONSHIPS[1] + local) if found is None else found


def value(element: Element | None) -> str | None:
    """Return `w:val` of an element that may not be there."""
    if element is None:
        return None
    found = element.get(_VALUES[0])
    return element.get(_VALUES[1]) if found is None else found


def number(text: str | None) -> int | None:
    """Return a whole number, or None for anything else; floats, words and 400 digits stand in real files."""
    if text is None or len(text) > 12:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def is_on(element: Element) -> bool:
    """Return whether a toggle such as `w:b` is on; without a value it is (17.17.4)."""
    return (value(element) or "1").lower() not in _OFF


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element reached through first children of these short names, or None."""
    for name in names:
        if element is None:
            return None
        for each in element:
            if short(each.tag) == name:
                element = each
                break
        else:
            return None
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """Return the children of a short name."""
    return [] if element is None else [each for each in element if short(each.tag) == name]


def walk(root: Element, entered: Callable[[str, Element], bool]) -> Iterator[tuple[bool, str, Element]]:
    """Yield (True, name, element) on the way down and (False, …) on the way up, without recursion.

    What `entered` says False to is passed over with everything in it.
    """
    if not entered(short(root.tag), root):
        return
    stack = [(root, iter(root))]
    yield True, short(root.tag), root
    while stack:
        element, rest = stack[-1]
        below = next(rest, None)
        if below is None:
            stack.pop()
            yield False, short(element.tag), element
            continue
        name = short(below.tag)
        if entered(name, below):
            yield True, name, below
            if len(below):
                stack.append((below, iter(below)))
            else:
                yield False, name, below

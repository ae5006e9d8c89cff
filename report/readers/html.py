"""Web pages, as saved from a government site or pasted: the text without menus, navigation and foot."""

import email
import email.policy
import re
from typing import Final

from report.errors import Failure, UserError
from report.findings import Finding
from report.readers.cleaning import MOST_LINES, too_many_lines, without_controls
from report.readers.content import Content
from report.readers.encodings import Decoded
from report.readers.html_decoding import decode_page
from report.readers.html_lines import page_lines, text_of
from report.readers.html_main import Weighed, main_block, weigh
from report.readers.html_tree import Element, parse_page, tag
from report.readers.refusing import refusal
from report.readers.sniff import promised
from report.source import Source, SourceLine, SourceNotice
from report.words import _

LARGEST_PAGE: Final = 50 * 1024 * 1024  # bytes

_SITE: Final = re.compile(r"(?<!\s)\s*(?:[-_|｜]|——).*$")  # what a site adds to the title of each of its pages


def read_html(data: bytes, name: str) -> Source:
    """Return the lines of a web page. Raises UserError where it is too large, in no encoding, or without text."""
    return _read_page(data, name, "")


def read_web_archive(data: bytes, name: str) -> Source:
    """Return the lines of a page saved as one file (RFC 2557). Raises UserError as `read_html` does."""
    if len(data) > LARGEST_PAGE:
        raise UserError(Failure.TOO_LARGE, name=name, limit=f"{LARGEST_PAGE // 1024**2} MB")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        content = page.get_payload(decode=True) if page is not None else None
        declared = page.get_content_charset("") if page is not None else ""
    except (RecursionError, ValueError, LookupError) as error:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("网页的各部分拆不开")) from error
    if not isinstance(content, bytes) or not content:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("里面没有网页"))
    return _read_page(content, name, declared)


def _read_page(data: bytes, name: str, declared: str) -> Source:
    if promised(name) is Content.PDF:  # what a site sends instead of a file that is gone
        raise refusal(Content.HTML, name, "")
    if len(data) > LARGEST_PAGE:
        raise UserError(Failure.TOO_LARGE, name=name, limit=f"{LARGEST_PAGE // 1024**2} MB")
    decoded = decode_page(data, declared)
    if decoded is None:
        raise UserError(Failure.UNKNOWN_ENCODING, name=name)
    text, controls = without_controls(decoded.text)
    root = parse_page(text, name)
    if root is None:
        raise UserError(Failure.NO_TEXT, name=name)
    weighed = weigh(root)
    main = main_block(root, weighed)
    lines = _with_title(page_lines(main, weighed.skipped), root, main, weighed)
    if not lines:
        raise UserError(Failure.NO_TEXT, name=name)
    if len(lines) > MOST_LINES:
        raise too_many_lines(name)
    return Source(tuple(lines), _noticed(decoded, controls, weighed, weighed.whole[root] - weighed.whole[main]))


def _with_title(lines: list[SourceLine], root: Element, main: Element, weighed: Weighed) -> list[SourceLine]:
    """Return the lines with the page's title first where the text does not begin with it."""
    first = [line for line in lines if line.outline_level == 1]
    if len(first) == 1:  # the title of the page, not the first of several chapters
        lines = [SourceLine(line.text, line.kind) if line is first[0] else line for line in lines]
    if weighed.whole[main] == weighed.whole[root]:
        return lines
    beginning = "".join("".join(line.text.split()) for line in lines[:5])
    title = _title(root, main, weighed)
    return lines if not title or "".join(title.split()) in beginning else [SourceLine(title), *lines]


def _title(root: Element, main: Element, weighed: Weighed) -> str:
    """Return what the page says its title is: the mark government sites must set, a heading above, the window's."""
    for element in root.iter("meta"):
        if element.get("name", "").lower() == "articletitle" and element.get("content", "").strip():
            return " ".join(element.get("content", "").split())
    heading = ""
    for element in root.iter():
        if element is main:
            break
        if tag(element) == "h1" and element not in weighed.skipped and text_of(element):
            heading = text_of(element)
    window = next((text_of(element) for element in root.iter("title")), "")
    return heading or _SITE.sub("", window)


def _noticed(decoded: Decoded, controls: int, weighed: Weighed, around: int) -> tuple[SourceNotice, ...]:
    details = (
        (Finding.ENCODING_GUESSED, decoded.guessed, decoded.encoding),
        (
            Finding.TEXT_REPLACED,
            decoded.replaced,
            _("{count} 处字节不是文字，以“�”标出").format(count=decoded.replaced),
        ),
        (Finding.TEXT_REPLACED, controls, _("{count} 个控制字符已略去").format(count=controls)),
        (Finding.HIDDEN_TEXT, weighed.hidden, _("共 {count} 个字").format(count=weighed.hidden)),
        (Finding.PAGE_FRAME_LEFT_OUT, around, _("共 {count} 个字").format(count=around)),
    )
    return tuple(SourceNotice(finding, None, detail) for finding, there, detail in details if there)

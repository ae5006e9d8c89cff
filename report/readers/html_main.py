"""Which element of a web page holds the text: by the prose in it, and by what its authors call such places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from report.readers.html_tree import Element, hints, tag

# No text of the page: what runs, what is filled in, what is drawn.
# fmt: off
_NO_TEXT: Final = frozenset({
    "audio", "button", "canvas", "embed", "head", "iframe", "input", "link", "map", "meta", "noscript", "object",
    "option", "script", "select", "style", "svg", "template", "textarea", "title", "video",
})
# fmt: on
_FRAME_TAGS: Final = frozenset({"nav", "footer", "aside", "menu"})
_FRAME: Final = re.compile(
    r"\b(?:nav|menu|foot|copyright|side|crumb|share|related|search|login|toolbar|header|banner|friendlink|pager|recommend"
    r"|dqwz|daohang|xgbd|fenxiang)",
)
# What content systems of government sites call the place of the text: TRS WCM, gov.cn, Hanweb, SiteFactory, WeChat.
_CONTENT: Final = re.compile(
    r"\b(?:trs_editor|ucap-content|trs_ueditor|zoom|pages_content|article-?con(?:tent)?|artical|news_?content|detail-?con"
    r"|content_?body|js_content|view|wp_articlecontent|bt-content|xxgk_content|main_?content|info_?content)"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOOT: Final = re.compile("版权所有|网站标识码|ICP备|公网安备|主办单位|技术支持|上一篇|下一篇|当前位置|您所在的位置")
_FOOT_LENGTH: Final = 500  # characters
_PROSE: Final = re.compile("[，。；！？]")

_MOST: Final = 0.8  # of the prose of a page that the place of the text holds at least


@dataclass(frozen=True, slots=True)
class Weighed:
    """The parts of a page. Weights are characters; a skipped element is no text of the page, with all that is in it."""

    prose: dict[Element, int]  # in stretches with marks of Chinese prose, outside links
    whole: dict[Element, int]
    skipped: frozenset[Element]
    hidden: int  # characters that the page does not show


def weigh(root: Element) -> Weighed:
    """Return the weights of all elements of a page, in time that grows with their number."""
    elements = list(root.iter())
    skipped: set[Element] = set()
    in_link: set[Element] = set()
    prose: dict[Element, int] = {}
    whole: dict[Element, int] = {}
    hidden: set[Element] = set()
    for element in elements:
        parent = element.getparent()
        veiled = _HIDDEN.search(element.get("style", "")) is not None or element.get("hidden") is not None
        if parent in skipped or tag(element) in _NO_TEXT or veiled:
            skipped.add(element)
            if parent in hidden or (veiled and tag(element) not in _NO_TEXT):
                hidden.add(element)
        elif parent in in_link or tag(element) == "a":
            in_link.add(element)
        prose[element] = whole[element] = 0
    for element in reversed(elements):  # children before their parents
        parent = element.getparent()
        if element not in skipped:
            _add(prose, whole, element, element.text, linked=element in in_link)
        if parent is not None and parent not in skipped:
            _add(prose, whole, parent, element.tail, linked=parent in in_link)
            prose[parent] += prose[element]
            whole[parent] += whole[element]
    return Weighed(prose, whole, frozenset(skipped), sum(len((each.text or "").strip()) for each in hidden))


def main_block(root: Element, weighed: Weighed) -> Element:
    """Return the element that holds the text: the innermost whose surroundings are frame only."""
    total = weighed.prose[root]
    body = next((element for element in root.iter() if tag(element) == "body"), root)
    if not total or not _has_frame(body, weighed):
        return body
    named = [
        element
        for element in body.iter()
        if element not in weighed.skipped
        and (_CONTENT.search(hints(element)) or tag(element) in {"article", "main"})
        and weighed.prose[element] >= _MOST * total
    ]
    if named:
        # Of several, one inside another, the innermost that loses nothing.
        most = weighed.prose[named[0]]
        return [element for element in named if weighed.prose[element] == most][-1]
    return _innermost(body, weighed)


def is_frame(element: Element) -> bool:
    """Whether an element's own name says that it surrounds the text."""
    return tag(element) in _FRAME_TAGS or _FRAME.search(hints(element)) is not None


def _innermost(body: Element, weighed: Weighed) -> Element:
    here = body
    while True:
        best = max(_kept(here, weighed), key=lambda child: weighed.prose[child], default=None)
        if best is None or (tag(best) not in {"body", "tbody"} and not _has_blocks(best)):
            return here
        others = [child for child in _kept(here, weighed) if child is not best and weighed.prose[child]]
        beside = weighed.prose[here] - weighed.prose[best] - sum(weighed.prose[child] for child in others)
        if beside or not all(_surrounds(child, weighed) for child in others):
            return here
        if weighed.prose[best] < _MOST * weighed.prose[body]:
            return here
        here = best


def _has_blocks(element: Element) -> bool:
    """Whether an element holds paragraphs, and is none itself: a page may have a single one with prose in it."""
    return sum(1 for _each in zip(element.iter("p", "br", "div", "td"), range(3), strict=False)) > 1


def _surrounds(element: Element, weighed: Weighed) -> bool:
    """Whether prose beside the main text is none of it: by its name, or by the words that a page's foot has by law."""
    if is_frame(element):
        return True
    return weighed.whole[element] <= _FOOT_LENGTH and _FOOT.search("".join(map(str, element.itertext()))) is not None


def _kept(element: Element, weighed: Weighed) -> Iterable[Element]:
    return (child for child in element if child not in weighed.skipped)


def _has_frame(body: Element, weighed: Weighed) -> bool:
    """Whether a page is more than its text: pasted text has no navigation, and nothing of it may be left out."""
    return any(
        element not in weighed.skipped
        and weighed.whole[element] > 0
        and (tag(element) == "a" or (is_frame(element) and element is not body))
        for element in body.iter()
    )


def _add(prose: dict[Element, int], whole: dict[Element, int], at: Element, text: str | None, *, linked: bool) -> None:
    stripped = (text or "").strip()
    if not stripped:
        return
    whole[at] += len(stripped)
    if not linked and _PROSE.search(stripped):
        prose[at] += len(stripped)

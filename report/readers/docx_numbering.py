"""Word's automatic numbers, computed: lists, their levels, and the counters that run through a document."""

import re
from dataclasses import dataclass
from typing import Final

from report.readers.docx_styles import Numbering, Style, Styles, merged
from report.readers.docx_xml import Element, attribute, child, children, is_on, number, value
from report.readers.number_formats import written

_LEVELS: Final = 9
_PLACE: Final = re.compile("%([1-9])")

# Bullets in Word's symbol fonts are private characters; these are the public ones they show.
_BULLETS: Final = {
    "\uf0b7": "•",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0b2": "✧",
    "\uf076": "❖",
}
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (17.9.6)."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None  # the level (from 1) after which counting begins anew; 0 never, None any higher one
    legal: bool = False  # every number of the label in Arabic digits (17.9.4)
    style: str = ""  # the paragraph style this level belongs to


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a line, and what keeps it apart from the text."""

    text: str
    suffix: str  # "tab", "space" or "nothing"


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...]  # where this list begins a level anew when it first uses it


class Numberer:
    """Gives each paragraph its number, in reading order. Lists that share a definition share their counters."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Index a numbering part; None is a document without one."""
        self._styles = styles
        self._abstract = {attribute(each, "abstractNumId") or "": each for each in children(root, "w:abstractNum")}
        self._nums: dict[int, Element] = {}
        for each in children(root, "w:num"):
            identity = number(attribute(each, "numId"))
            if identity is not None:
                self._nums[identity] = each
        self._lists: dict[int, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, direct: Numbering | None, style: Style) -> Label | None:
        """Return the next number of a paragraph and count it; None where it has none."""
        asked = _asked(direct, style)
        if asked.num_id is None or asked.num_id == 0:
            return None
        found = self._list(asked.num_id)
        if found is None:
            return None
        level = asked.level
        if direct is None or direct.level is None:
            level = _level_of_style(found, style, level)
        return self._count(asked.num_id, found, level or 0)

    def _count(self, num_id: int, found: _List, level: int) -> Label | None:
        if level >= len(found.levels):
            return None
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        override = found.starts[level]
        current = counters[level]
        if current is None or (override is not None and (num_id, level) not in self._begun):
            counters[level] = found.levels[level].start if override is None else override
        else:
            counters[level] = current + 1
        self._begun.add((num_id, level))
        for higher in range(level):  # passed over: it counts as begun, 1.1 is followed by 2
            if counters[higher] is None:
                counters[higher] = found.levels[higher].start
        for deeper in range(level + 1, len(found.levels)):
            restart = found.levels[deeper].restart
            if restart is None or level < restart <= deeper:
                counters[deeper] = None
        return _label(found, counters, level)

    def _list(self, num_id: int) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._resolve(num_id)
        return self._lists[num_id]

    def _resolve(self, num_id: int) -> _List | None:
        num = self._nums.get(num_id)
        identity, abstract = self._definition(num)
        if num is None or abstract is None:
            return None
        levels = [Level()] * _LEVELS
        starts: list[int | None] = [None] * _LEVELS
        for each in children(abstract, "w:lvl"):
            _set_level(levels, each)
        for override in children(num, "w:lvlOverride"):
            place = number(attribute(override, "ilvl"))
            if place is None or not 0 <= place < _LEVELS:
                continue
            for each in children(override, "w:lvl"):
                _set_level(levels, each, place)
            start = number(value(child(override, "w:startOverride")))
            if start is not None:  # LibreOffice writes a second, empty override for the same level
                starts[place] = start
        return _List(identity, tuple(levels), tuple(starts))

    def _definition(self, num: Element | None) -> tuple[str, Element | None]:
        """Return the list definition of a num, through list styles that stand for another one (17.9.21)."""
        seen: set[str] = set()
        identity = value(child(num, "w:abstractNumId")) or ""
        while identity not in seen:
            seen.add(identity)
            abstract = self._abstract.get(identity)
            link = value(child(abstract, "w:numStyleLink"))
            if link is None:
                return identity, abstract
            linked = self._styles.style(link).numbering
            if linked is None or linked.num_id is None:
                return identity, abstract
            identity = value(child(self._nums.get(linked.num_id), "w:abstractNumId")) or ""
        return identity, None


def joined(label: Label, text: str) -> str:
    """Return a line with its number. A blank stands between where they would run together: 1.1 and 2023年."""
    last, first = label.text[-1:], text[:1]
    if not first or label.suffix == "nothing":
        return label.text + text
    apart = last.isalnum() or last in "•●■◆▪➢✓✧❖" or (last in ".．" and first.isdecimal())
    return f"{label.text} {text}" if apart else label.text + text


def _asked(direct: Numbering | None, style: Style) -> Numbering:
    own = direct or Numbering(None, None)
    return own if style.numbering is None else merged(own, style.numbering)


def _level_of_style(found: _List, style: Style, level: int | None) -> int | None:
    """A style's level is the one that names the style (17.9.23), and only else the one the style names."""
    for wanted in (style.id, style.numbered_by):
        for place, each in enumerate(found.levels):
            if each.style and each.style == wanted:
                return place
    return level


def _set_level(levels: list[Level], element: Element, place: int | None = None) -> None:
    place = number(attribute(element, "ilvl")) if place is None else place
    if place is None or not 0 <= place < _LEVELS:
        return
    start = number(value(child(element, "w:start")))
    legal = child(element, "w:isLgl")
    text = value(child(element, "w:lvlText")) or ""
    levels[place] = Level(
        start=0 if start is None else start,
        number_format=_format_of(element),
        text="•" if child(element, "w:lvlPicBulletId") is not None else text,
        suffix=value(child(element, "w:suff")) or "tab",
        restart=number(value(child(element, "w:lvlRestart"))),
        legal=legal is not None and is_on(legal),
        style=value(child(element, "w:pStyle")) or "",
    )


def _format_of(element: Element) -> str:
    """Return a level's number format; a custom one ("001, 002, …") as its width in zeros."""
    direct = child(element, "w:numFmt")
    chosen = direct if direct is not None else child(element, "mc:AlternateContent", "mc:Choice", "w:numFmt")
    named = value(chosen) or "decimal"
    if named != "custom":
        return named
    first = (attribute(chosen, "format") or "").split(",")[0].strip() if chosen is not None else ""
    return f"zeros{len(first)}" if first.isdecimal() and len(first) <= 5 else "decimal"


def _label(found: _List, counters: list[int | None], level: int) -> Label | None:
    own = found.levels[level]
    if own.number_format == "bullet":
        text = _PRIVATE.sub("•", "".join(_BULLETS.get(character, character) for character in own.text))
    else:
        text = _PLACE.sub(lambda match: _number_at(found, counters, int(match[1]) - 1, own), own.text)
    text = text.strip()
    return Label(text, own.suffix) if text else None


def _number_at(found: _List, counters: list[int | None], place: int, own: Level) -> str:
    level = found.levels[place]
    counted = counters[place]
    current = level.start if counted is None else counted
    number_format = level.number_format
    if number_format == "bullet":
        return ""
    if own.legal and number_format != "none":
        number_format = "decimal"
    if number_format.startswith("zeros"):
        return str(current).zfill(int(number_format[5:]))
    return written(current, number_format)

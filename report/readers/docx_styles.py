"""What a paragraph or character style says, through the styles it is based on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from report.readers.docx_xml import Element, attribute, child, children, is_on, number, short, value

# Built-in headings are known by name, in Word's English and WPS's Chinese, where a writer left their level out.
_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_LONGEST_CHAIN: Final = 100
_CONTENTS: Final = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbering:
    """What `w:numPr` says (17.3.1.19). `num_id` 0 takes a number away; None leaves it to the style."""

    num_id: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What run properties say of a reader's concern; None where they say nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    half_points: int | None = None
    white: bool | None = None


NOTHING_SAID: Final = RunFacts()


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what its own basis says where it says nothing itself."""

    id: str
    name: str
    level: int | None  # outline level, 1 to 9
    numbering: Numbering | None
    numbered_by: str  # id of the style that names the list
    run: RunFacts
    in_contents: bool  # a line of a table of contents, or its heading


PLAIN: Final = Style("", "", None, None, "", NOTHING_SAID, in_contents=False)


class Styles:
    """The styles of a document, resolved when asked for."""

    def __init__(self, root: Element | None) -> None:
        """Index a styles part; None is a document without one."""
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._resolved: dict[str, Style] = {}
        for element in children(root, "w:style"):
            identity = attribute(element, "styleId")
            if identity is None:
                continue
            self._elements.setdefault(identity, element)
            if (attribute(element, "default") or "0") in {"1", "true", "on"}:
                self._defaults[attribute(element, "type") or ""] = identity
        self._base = run_facts(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))

    @property
    def base(self) -> RunFacts:
        """What holds for every run of the document."""
        return self._base

    def paragraph(self, identity: str | None) -> Style:
        """Return a paragraph style; the default one for None or an id that is not there."""
        if identity is None or identity not in self._elements:
            identity = self._defaults.get("paragraph")
        return PLAIN if identity is None else self.style(identity)

    def style(self, identity: str) -> Style:
        """Return a style of any kind; an unknown one says nothing."""
        found = self._resolved.get(identity)
        if found is None:
            found = self._resolve(identity)
            self._resolved[identity] = found
        return found

    def _chain(self, identity: str) -> Iterator[tuple[str, Element]]:
        """Yield a style and what it is based on; a circle ends where it closes, a ladder where no writer made it."""
        seen: set[str] = set()
        following: str | None = identity
        while following in self._elements and following not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(following)
            element = self._elements[following]
            yield following, element
            following = value(child(element, "w:basedOn"))

    def _resolve(self, identity: str) -> Style:
        chain = tuple(self._chain(identity))
        if not chain:
            return PLAIN
        name = value(child(chain[0][1], "w:name")) or ""
        level: int | None = None
        numbering = Numbering(None, None)
        numbered_by = ""
        run = NOTHING_SAID
        for based_on, element in chain:
            properties = child(element, "w:pPr")
            run = _under(run, run_facts(child(element, "w:rPr")))
            if level is None:
                level = _level_of(element, properties)
            own = numbering_of(properties)
            if own is not None:
                if numbering.num_id is None and own.num_id is not None:
                    numbered_by = based_on
                numbering = merged(numbering, own)
        return Style(
            id=identity,
            name=name,
            level=None if level == 0 else level,
            numbering=None if numbering.num_id is None else numbering,
            numbered_by=numbered_by,
            run=run,
            in_contents=_CONTENTS.fullmatch(name) is not None,
        )


def merged(first: Numbering, second: Numbering) -> Numbering:
    """Return what two numberings say together, the first one first: list and level are inherited apart."""
    return Numbering(
        second.num_id if first.num_id is None else first.num_id, second.level if first.level is None else first.level
    )


def numbering_of(properties: Element | None) -> Numbering | None:
    """Return the numbering that paragraph properties ask for. WPS writes `w:numPr` twice: the last one counts."""
    found = children(properties, "w:numPr")
    if not found:
        return None
    level = number(value(child(found[-1], "w:ilvl")))
    return Numbering(number(value(child(found[-1], "w:numId"))), None if level is None else min(max(level, 0), 8))


def outline_level(properties: Element | None) -> int | None:
    """Return 1 to 9 for a heading, 0 for what is marked as body text, None where nothing is said (17.3.1.20)."""
    written = value(child(properties, "w:outlineLvl"))
    level = number(written)
    if level is None:
        return None
    return level + 1 if 0 <= level <= 8 else 0


def run_facts(properties: Element | None) -> RunFacts:
    """Return what run properties say."""
    if properties is None or len(properties) == 0:
        return NOTHING_SAID
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    white: bool | None = None
    shaded = False
    for each in properties:
        match short(each.tag):
            case "w:b":
                bold = is_on(each)
            case "w:vanish":
                hidden = is_on(each)
            case "w:sz":
                size = number(value(each))
            case "w:color":
                white = (value(each) or "").upper() == "FFFFFF"
            case "w:shd" | "w:highlight":
                shaded = True
            case _:
                pass
    return RunFacts(bold, hidden, size, white and not shaded if white is not None else None)


def _level_of(element: Element, properties: Element | None) -> int | None:
    level = outline_level(properties)
    if level is not None:
        return level
    match = _HEADING.fullmatch(value(child(element, "w:name")) or "")
    return None if match is None else int(match[1])


def _under(first: RunFacts, second: RunFacts) -> RunFacts:
    """Return what two say together, the first one first."""
    if second is NOTHING_SAID:
        return first
    return RunFacts(
        second.bold if first.bold is None else first.bold,
        second.hidden if first.hidden is None else first.hidden,
        second.half_points if first.half_points is None else first.half_points,
        second.white if first.white is None else first.white,
    )


def effective(direct: RunFacts, character: RunFacts, paragraph: RunFacts, base: RunFacts) -> RunFacts:
    """Return what holds for a run. Bold and hidden of two styles cancel each other (toggle properties, 17.7.3)."""
    rest = _under(_under(_under(direct, character), paragraph), base)
    return RunFacts(
        _toggled(direct.bold, (character.bold, paragraph.bold), base.bold),
        _toggled(direct.hidden, (character.hidden, paragraph.hidden), base.hidden),
        rest.half_points,
        rest.white,
    )


def _toggled(direct: bool | None, styles: tuple[bool | None, bool | None], default: bool | None) -> bool:  # noqa: FBT001
    if direct is not None:
        return direct
    first, second = styles
    return bool(default) if first is None and second is None else bool(first) != bool(second)

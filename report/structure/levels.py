"""How deep each heading stands. The level of a style of number is not fixed: the run of the numbers tells it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from report.structure.headings import Heading
from report.structure.numbering import Style


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading with its depth, 1 at the top."""

    heading: Heading
    depth: int
    lost_number: bool = False  # stands among numbered ones and has none
    repeated: bool = False  # the number was there before


def parallel(one: str, other: str) -> bool:
    """Tell whether two titles are built alike, as titles of one level in a Chinese report are."""
    shorter, longer = sorted((len(one), len(other)))
    if not shorter or shorter < 0.6 * longer:
        return False
    if one.count("，") != other.count("，"):
        return False
    if one[0] == other[0] or one[-2:] == other[-2:]:
        return True
    return len(_pairs(one) & _pairs(other)) >= 2


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def place(headings: Sequence[Heading]) -> list[Placed]:
    """Return the headings with their depths, in the same order."""
    stack: list[_Open] = []
    placed: list[Placed] = []
    for at, heading in enumerate(headings):
        following = _next_numbered(headings, at)
        if heading.style is None:
            result = _place_unnumbered(stack, heading, following)
        else:
            result = _place_numbered(stack, heading)
        placed.append(result)
        members = stack[result.depth - 1].members if result.depth <= len(stack) else ()
        before = stack[result.depth - 1] if result.depth <= len(stack) else None
        del stack[result.depth - 1 :]
        style = heading.style
        value = heading.value
        if result.lost_number and before is not None:
            style, value = before.style, before.value + 1
        stack.append(_Open(heading, style, value, (*members, heading)[-3:]))
    return placed


@dataclass(frozen=True, slots=True)
class _Open:
    """The latest heading of a level that is still open, and the last few of its level."""

    heading: Heading
    style: Style | None
    value: int
    members: tuple[Heading, ...]


def _next_numbered(headings: Sequence[Heading], at: int) -> Heading | None:
    """The first numbered heading below, as long as no part title comes before it."""
    for heading in headings[at + 1 : at + 40]:
        if heading.style is not None:
            return heading
        if heading.is_part:
            return None
    return None


def _place_numbered(stack: list[_Open], heading: Heading) -> Placed:
    same = [depth for depth, level in enumerate(stack, 1) if level.style is heading.style]
    goes_on = [depth for depth in same if stack[depth - 1].value + 1 == heading.value]
    if goes_on:
        return Placed(heading, _best(stack, goes_on, heading))
    if not same:
        return Placed(heading, _below_higher(stack, heading) + 1)
    depth = same[-1]
    level = stack[depth - 1]
    if heading.value == 1 and depth == len(stack) and level.heading.alone and heading.alone:
        # 一、 right below 一、: a level of its own, numbered in the same style.
        return Placed(heading, depth + 1)
    repeated = heading.value == level.value
    return Placed(heading, depth, repeated=repeated)


def _best(stack: list[_Open], depths: list[int], heading: Heading) -> int:
    """Of several levels whose count this number continues, the one whose titles are built like this one."""
    for depth in reversed(depths):
        if any(parallel(member.title, heading.title) for member in stack[depth - 1].members):
            return depth
    return depths[-1]


def _below_higher(stack: list[_Open], heading: Heading) -> int:
    """The depth of the innermost open heading under which a style that is not open may begin."""
    depth = len(stack)
    while depth:
        level = stack[depth - 1]
        if level.style is not None:
            if heading.style is not None and level.style < heading.style:
                return depth
        elif level.heading.is_part or depth == 1 or heading.line - level.heading.line <= 2:
            return depth
        depth -= 1
    return 0


def _place_unnumbered(stack: list[_Open], heading: Heading, following: Heading | None) -> Placed:
    if heading.is_part:
        return _place_part(stack, heading)
    depth = _lost_number_depth(stack, heading, following)
    if depth:
        return Placed(heading, depth, lost_number=True)
    if following is not None and following.value == 1:
        # The count below starts anew: this line is what it starts anew under.
        restarted = [at for at, level in enumerate(stack, 1) if level.style is following.style]
        if restarted:
            return Placed(heading, max(restarted[-1] - 1, 1))
    depth = len(stack)
    while depth and stack[depth - 1].style is None and not stack[depth - 1].heading.is_part:
        depth -= 1
    return Placed(heading, depth + 1)


def _place_part(stack: list[_Open], heading: Heading) -> Placed:
    """A part title stands at the top, or where a numbered part title before it stands."""
    for depth, level in enumerate(stack, 1):
        if level.heading.is_part:
            return Placed(heading, depth, lost_number=level.style is not None)
    return Placed(heading, 1)


def _lost_number_depth(stack: list[_Open], heading: Heading, following: Heading | None) -> int:
    """The depth of the numbered level in which this heading takes the place of a number, or 0."""
    for depth in range(len(stack), 0, -1):
        level = stack[depth - 1]
        if level.style is None or not level.heading.alone:
            continue
        skipped = following is not None and following.style is level.style and following.value == level.value + 2
        if skipped or any(parallel(member.title, heading.title) for member in level.members):
            return depth
    return 0

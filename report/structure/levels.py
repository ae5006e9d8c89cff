"""How deep each heading stands. The level of a style of number is not fixed: the run of the numbers tells it. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from report.structure.headings import Heading
from report.structure.numbering import Style
from report.structure.parallel import parallel, same_shape

_MEMBERS_KEPT = 3  # how many headings of an open level a new one is compared with
_LOOKED_AHEAD = 80
_CUSTOMARY_END = "自身建设"  # a government closes its report with what it asks of itself


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading with its depth, 1 at the top."""

    heading: Heading
    depth: int
    lost_number: bool = False  # stands among numbered ones and has none
    repeated: bool = False  # the number was there before


@dataclass(frozen=True, slots=True)
class _Open:
    """The latest heading of a level that is still open, and the last few of its level."""

    heading: Heading
    style: Style | None
    value: int
    members: tuple[Heading, ...]


@dataclass(slots=True)
class _Levels:
    """The open levels, outermost first, and which style has stood above which."""

    stack: list[_Open] = field(default_factory=list["_Open"])
    above: set[tuple[Style, Style]] = field(default_factory=set[tuple[Style, Style]])
    over_unnumbered: set[Style] = field(default_factory=set[Style])  # styles that have headings without number below

    def enter(self, placed: Placed, style: Style | None, value: int) -> None:
        """Open the level of a heading, which has or stands for a number, and close those below it."""
        heading, place = placed.heading, placed.depth - 1
        members = self.stack[place].members if place < len(self.stack) else ()
        del self.stack[place:]
        if style is not None:
            uppers = {level.style for level in self.stack if level.style is not None} - {style}
            self.above.update((upper, style) for upper in uppers)
        elif self.stack and not heading.is_part and self.stack[-1].style is not None:
            self.over_unnumbered.add(self.stack[-1].style)
        self.stack.append(_Open(heading, style, value, (*members, heading)[-_MEMBERS_KEPT:]))


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands below a heading without number up to the next one with a number, or up to a part title."""

    between: tuple[Heading, ...]
    following: Heading | None


def place(headings: Sequence[Heading]) -> list[Placed]:
    """Return the headings with their depths, in the same order."""
    levels = _Levels(over_unnumbered=_surely_over_unnumbered(headings))
    placed: list[Placed] = []
    for at, heading in enumerate(headings):
        style, value = heading.style, heading.value
        second = _second_of_lost(levels, headings, at) if style is None else None
        if style is not None:
            result = _place_numbered(levels, heading, style, _later_values(headings, at))
        elif second is not None and second.style is not None:
            style, value = second.style, 1
            result = Placed(heading, _depth_above(levels, heading, style) + 1, lost_number=True)
        elif heading.is_part:
            result = _place_part(levels.stack, heading)
        else:
            result = _place_unnumbered(levels, heading, _gap(headings, at))
        if result.lost_number and style is None:
            level = levels.stack[result.depth - 1]
            style, value = level.style, level.value + 1
        placed.append(result)
        levels.enter(result, style, value)
    return placed


def _surely_over_unnumbered(headings: Sequence[Heading]) -> set[Style]:
    """The styles of number between whose successive headings several others without number stand."""
    times: Counter[Style] = Counter()
    before: Heading | None = None
    between = 0
    for heading in headings:
        if heading.style is None:
            between += 1
            before = None if heading.is_part else before
            continue
        if before and before.style is heading.style and before.value + 1 == heading.value:
            times[heading.style] += between
        before, between = heading, 0
    return {style for style, count in times.items() if count > 1}


def _gap(headings: Sequence[Heading], at: int) -> _Gap:
    between: list[Heading] = []
    for heading in headings[at + 1 : at + 1 + _LOOKED_AHEAD]:
        if heading.style is not None:
            return _Gap(tuple(between), heading)
        if heading.is_part:
            break
        between.append(heading)
    return _Gap(tuple(between), None)


def _second_of_lost(levels: _Levels, headings: Sequence[Heading], at: int) -> Heading | None:
    """The heading with number two where this one, the first below those above it, must have had number one."""
    heading = headings[at]
    if levels.stack and levels.stack[-1].style is None and not levels.stack[-1].heading.is_part:
        return None
    open_styles = {level.style for level in levels.stack}
    begun: set[Style] = set()
    for later in headings[at + 1 : at + 1 + _LOOKED_AHEAD]:
        if later.style is None:
            if later.is_part:
                return None
        elif later.style in open_styles:
            return None
        elif later.value == 2 and later.style not in begun and later.alone and later.closed == heading.closed:
            return later
        else:
            begun.add(later.style)
    return None


# --- with a number


def _later_values(headings: Sequence[Heading], at: int) -> list[int]:
    """The numbers of the same style that follow, up to a part title without one."""
    values: list[int] = []
    for heading in headings[at + 1 : at + 1 + _LOOKED_AHEAD]:
        if heading.style is headings[at].style:
            values.append(heading.value)
        elif heading.style is None and heading.is_part:
            break
    return values


def _breaks(values: Sequence[int], outer: int, inner: int | None) -> int:
    """How often at least numbers break the counts of two levels of one style, the inner one closed where it is None."""
    states = {(outer, inner): 0}
    for value in values:
        after: dict[tuple[int, int | None], int] = {}
        for (upper, lower), breaks in states.items():
            goes_on: list[tuple[int, int | None]] = []
            if value == upper + 1:
                goes_on.append((value, None))
            if value == (0 if lower is None else lower) + 1:
                goes_on.append((upper, value))
            broken = (value, None) if lower is None else (upper, value)
            for state in goes_on or [broken]:
                after[state] = min(breaks + (not goes_on), after.get(state, len(values)))
        states = after
    return min(states.values())


def _place_numbered(levels: _Levels, heading: Heading, style: Style, later: Sequence[int]) -> Placed:
    stack = levels.stack
    same = [depth for depth, level in enumerate(stack, 1) if level.style is style]
    goes_on = [depth for depth in same if stack[depth - 1].value + 1 == heading.value]
    if goes_on:
        return Placed(heading, _best(stack, goes_on, heading, later))
    if not same:
        return Placed(heading, _depth_above(levels, heading, style) + 1)
    depth = same[-1]
    level = stack[depth - 1]
    right_below = depth == len(stack) and level.heading.alone and heading.alone
    if heading.value == 1 and style is Style.CHINESE and len(same) == 1 and right_below:
        # 一、 right below 一、: a level of its own, numbered in the same style.
        return Placed(heading, depth + 1)
    return Placed(heading, depth, repeated=heading.value == level.value)


def _best(stack: Sequence[_Open], depths: Sequence[int], heading: Heading, later: Sequence[int]) -> int:
    """Of several levels whose count this number continues, the one whose titles are built like this one."""
    if len(depths) == 1:
        return depths[0]
    outer, inner = depths[0], depths[-1]
    as_outer = _breaks(later, heading.value, None)
    as_inner = _breaks(later, stack[outer - 1].value, heading.value)
    if as_outer != as_inner:
        return outer if as_outer < as_inner else inner
    for depth in reversed(depths):
        members = stack[depth - 1].members
        if any(member.is_part == heading.is_part and parallel(member.title, heading.title) for member in members):
            return depth
    if heading.is_part or (not later and _CUSTOMARY_END in heading.title):
        return outer
    members = stack[inner - 1].members
    return outer if _uniform(members) and not any(same_shape(one.title, heading.title) for one in members) else inner


def _depth_above(levels: _Levels, heading: Heading, style: Style) -> int:
    """The depth of the innermost open heading under which a style that is not open may begin."""
    depth = len(levels.stack)
    while depth:
        level = levels.stack[depth - 1]
        if level.style is None:
            if level.heading.is_part or depth == 1 or heading.line - level.heading.line <= 2:
                return depth
        elif (style, level.style) not in levels.above and _may_stand_under(levels, level.style, style, heading.value):
            return depth
        depth -= 1
    return 0


def _may_stand_under(levels: _Levels, upper: Style, lower: Style, value: int) -> bool:
    """Whether a style may stand under another: as before, as is customary, or, for 第一，, wherever it begins."""
    if (upper, lower) in levels.above or upper < lower:
        return True
    return value == 1 and Style.ORDINAL in {upper, lower}


# --- without a number


def _place_unnumbered(levels: _Levels, heading: Heading, gap: _Gap) -> Placed:
    stack, following = levels.stack, gap.following
    if stack and stack[-1].style is not None and following is None and not gap.between:
        part = _part_over_numbers(levels, heading)
        if part:
            return Placed(heading, part)
    depth = _lost_number_depth(levels, heading, gap)
    if depth and (_is_gap(levels, depth, following) or not _depth_of_likes(levels, heading)):
        return Placed(heading, depth, lost_number=True)
    if following is not None and following.value == 1:
        # The count below starts anew: this line is what it starts anew under.
        restarted = [at for at, level in enumerate(stack, 1) if level.style is following.style]
        if restarted:
            return Placed(heading, max(restarted[-1] - 1, 1))
    depth = _depth_by_outline(stack, heading) or _depth_of_likes(levels, heading)
    if depth:
        return Placed(heading, depth)
    depth = len(stack)
    while depth and stack[depth - 1].style is None and not stack[depth - 1].heading.is_part:
        depth -= 1
    return Placed(heading, depth + 1)


def _is_gap(levels: _Levels, depth: int, following: Heading | None) -> bool:
    """Whether exactly one number is missing at a depth before the next numbered heading."""
    level = levels.stack[depth - 1]
    return following is not None and following.style is level.style and following.value == level.value + 2


def _part_over_numbers(levels: _Levels, heading: Heading) -> int:
    """The depth of an open part title without number that has numbered headings below it and these none, or 0.

    The last heading of a report, without number, is one more such part rather than the only one under a number, and
    rather than one that lost its number, unless it is built like those with one.
    """
    for depth, (level, below) in enumerate(pairwise(levels.stack), 1):
        is_part = level.heading.is_part or (depth == 1 and len(level.members) > 1)
        if level.style is None and is_part and below.style is not None:
            likes = [one for inner in levels.stack[depth:] for one in inner.members if inner.style is not None]
            alike = _CUSTOMARY_END not in heading.title and any(parallel(one.title, heading.title) for one in likes)
            return 0 if alike or below.style in levels.over_unnumbered else depth
    return 0


def _depth_by_outline(stack: Sequence[_Open], heading: Heading) -> int:
    """The depth that the word processor's own levels give, where both this heading and an open one have them; or 0."""
    if heading.outline_level is None:
        return 0
    for depth, level in enumerate(stack, 1):
        above = level.heading.outline_level
        if above is not None and above >= heading.outline_level:
            return depth
    innermost = stack[-1].heading.outline_level if stack else None
    return len(stack) + 1 if innermost is not None else 0


def _depth_of_likes(levels: _Levels, heading: Heading) -> int:
    """The depth of an open level without numbers, above a numbered one, whose titles are built like this one; or 0."""
    for depth in range(len(levels.stack) - 1, 0, -1):
        level, below = levels.stack[depth - 1], levels.stack[depth]
        if level.style is not None or below.style is None or below.style in levels.over_unnumbered:
            continue
        if any(parallel(member.title, heading.title) for member in level.members):
            return depth
    return 0


def _place_part(stack: Sequence[_Open], heading: Heading) -> Placed:
    """A part title stands at the top, or where a part title before it stands."""
    for depth, level in enumerate(stack, 1):
        if level.heading.is_part:
            return Placed(heading, depth, lost_number=level.style is not None)
    return Placed(heading, 1)


def _lost_number_depth(levels: _Levels, heading: Heading, gap: _Gap) -> int:
    """The depth of the numbered level in which this heading takes the place of a number, or 0."""
    following = gap.following
    for depth in range(_deepest(levels, following), 0, -1):
        level = levels.stack[depth - 1]
        if level.style is None:
            continue
        step = following.value - level.value if following and following.style is level.style else 0
        if step == 1:
            # The count goes on without a gap: none is lost in it, nor in one outside it.
            return 0
        if level.heading.alone is not heading.alone or (step != 2 and level.style in levels.over_unnumbered):
            continue
        innermost = depth == len(levels.stack)
        if step != 2 and not innermost and levels.stack[-1].style is None and not levels.stack[-1].heading.is_part:
            return 0  # one more of the headings without number before it
        if (step == 2 and not heading.alone) or _takes_place(level, heading, gap, missing=step == 2, last=innermost):
            return depth
    return 0


def _deepest(levels: _Levels, following: Heading | None) -> int:
    """How deep a heading may stand: above the level whose count starts anew below it."""
    stack = levels.stack
    anew = following.style if following and following.value == 1 else None
    return next(
        (depth - 1 for depth in range(len(stack), 0, -1) if anew is not None and stack[depth - 1].style is anew),
        len(stack),
    )


def _takes_place(level: _Open, heading: Heading, gap: _Gap, *, missing: bool, last: bool) -> bool:
    """Whether a heading is one of a numbered level.

    `missing`: the count below shows that one number is. `last`: nothing stands between the level and this heading.
    """
    if any(member.is_part == heading.is_part and parallel(member.title, heading.title) for member in level.members):
        return not missing or heading.closed == level.heading.closed
    if heading.closed != level.heading.closed:
        return False
    rivals = [one for one in gap.between if one.closed == heading.closed]
    if missing:
        return not any(parallel(member.title, one.title) for one in rivals for member in level.members)
    # One bare line alone behind the last of a level is rather the next of it than the only one below it; but where a
    # count starts anew below it, it stands above that level.
    starts_anew = gap.following is not None and gap.following.value == 1
    alone = last and not heading.closed and not gap.between and not starts_anew
    return alone and level.value >= 2 and not _uniform(level.members)


def _uniform(members: Sequence[Heading]) -> bool:
    return len(members) > 1 and all(parallel(one.title, other.title) for one, other in pairwise(members))

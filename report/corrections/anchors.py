"""A place of the report named by its own words, so that it is found again after the text was edited elsewhere. Pure.

As the TextQuoteSelector of the W3C Web Annotation Data Model (4.2.4): the quote, and what stands before and behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from report.corrections.alike import closest

Span = tuple[int, int]  # half open, `text[start:end]`

CONTEXT = 32  # characters kept before and behind a quote: more than a printed line
LONGEST_QUOTE = 400
_MOST_PLACES = 2000  # words that stand in more places than these name no place
_ENOUGH = 16  # so many characters around a quote have to be as they were when the rest of them was edited
_CLEARLY = 8  # and so many more than around any other place with the same words


class Miss(StrEnum):
    """Why a place was not found."""

    GONE = "gone"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a place and what stood around them. Nothing in it counts from the beginning of the text."""

    quote: str
    prefix: str
    suffix: str
    nth: int = 0  # which of the places that have the same words and the same surroundings, from 0
    of: int = 1  # how many of them there were; 0: too many to tell them apart
    rival: int = 0  # characters around it that another place with the same words had in common with it


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of `text[start:end]`; of a long stretch it keeps the beginning."""
    end = min(end, start + LONGEST_QUOTE)
    prefix, quote, suffix = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    bare = Anchor(quote, prefix, suffix)
    same = list(_places(text, prefix + quote + suffix, _MOST_PLACES))
    if len(same) >= _MOST_PLACES:
        return Anchor(quote, prefix, suffix, 0, 0, 2 * CONTEXT)
    nth = same.index(start - len(prefix)) if same else 0
    return Anchor(quote, prefix, suffix, nth, max(len(same), 1), _rival(text, bare, start))


def find_place(text: str, place: Anchor, *, exact: bool = False) -> Span | Miss:
    """Return where the words of an anchor stand in a text, or why that is not known.

    First the words with all that surrounded them; then the same words with most of it, unlike any other place; then,
    unless `exact`, words that are alike. Never a guess between places: linear in the text.
    """
    same = list(_places(text, place.prefix + place.quote + place.suffix, _MOST_PLACES))
    if same:
        if len(same) != place.of:
            return Miss.AMBIGUOUS
        start = same[place.nth] + len(place.prefix)
        return start, start + len(place.quote)
    if place.of != 1 or not place.quote:
        return Miss.GONE
    found = _with_edited_surroundings(text, place)
    if found is not Miss.GONE or exact:
        return found
    return closest(text, place.prefix, place.quote, place.suffix) or Miss.GONE


def _places(text: str, words: str, most: int) -> Iterator[int]:
    """Yield where words stand, overlapping ones too, but no more than `most` places."""
    at = text.find(words) if words else -1
    while at >= 0 and most:
        yield at
        most -= 1
        at = text.find(words, at + 1)


def _with_edited_surroundings(text: str, place: Anchor) -> Span | Miss:
    least = max(_ENOUGH, place.rival + _CLEARLY)
    scored = sorted(
        ((_common(text, place, at), at) for at in _places(text, place.quote, _MOST_PLACES)), key=lambda one: -one[0]
    )
    good = [at for score, at in scored if score >= least]
    if not good:
        return Miss.GONE
    if len(scored) > 1 and scored[1][0] + _CLEARLY > scored[0][0]:
        return Miss.AMBIGUOUS
    return good[0], good[0] + len(place.quote)


def _rival(text: str, place: Anchor, start: int) -> int:
    others = list(_places(text, place.quote, _MOST_PLACES))
    if len(others) >= _MOST_PLACES:
        return 2 * CONTEXT
    return max((_common(text, place, at) for at in others if at != start), default=0)


def _common(text: str, place: Anchor, at: int) -> int:
    """Return how many characters right before and right behind a place are those of the anchor."""
    before = 0
    while before < min(len(place.prefix), at) and place.prefix[-1 - before] == text[at - 1 - before]:
        before += 1
    end, behind = at + len(place.quote), 0
    while behind < len(place.suffix) and text[end + behind : end + behind + 1] == place.suffix[behind]:
        behind += 1
    return before + behind

"""The dictionary of shorthand (名词解释): what ships with the program, what the office adds, where a text uses it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from generators.term_files import Entry, read_entries

TERMS_FILE = Path(__file__).parent.parent / "resources" / "terms" / "terms.toml"
QUOTES = frozenset("“”‘’\"'「」『』﹁﹂〝〞＂＇")
NUMERALS = "一二三四五六七八九十百千万"
OPENING = frozenset("“‘「『﹁〝\"'＂＇")


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a passage was read of. `date` is as exact as the publication tells; both may be empty."""

    title: str
    publisher: str
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A shorthand term with its explanation.

    `forms` are its other spellings, without those that differ in quotes only. `unless` are longer words that hold a
    form by chance (三保 in 三保障). `as_of` says from when, or for when, the explanation holds.
    """

    term: str
    forms: tuple[str, ...]
    explanation: str
    sources: tuple[Source, ...]
    subject: str = ""
    as_of: str = ""
    checked: str = ""
    unless: tuple[str, ...] = ()

    def spellings(self) -> tuple[str, ...]:
        """Return the term and its other forms, as a text without quotes has them; the term first, each once."""
        return tuple(dict.fromkeys(_without_quotes(form) for form in (self.term, *self.forms)))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text uses a term: offsets in Unicode code points, quotes included where they are its own."""

    term: Term
    start: int
    end: int


def load_terms(own: Path | None = None) -> tuple[Term, ...]:
    """Return the program's terms, and first of all those of the office's own list (.toml or .csv), which win.

    Raises UserError for a list that is faulty, naming file, line and key.
    """
    if own is None:
        return _shipped()
    mine = tuple(map(_term, read_entries(own)))
    taken = {spelling for term in mine for spelling in term.spellings()}
    return mine + tuple(term for term in _shipped() if not taken.intersection(term.spellings()))


def find_terms(text: str, terms: Sequence[Term]) -> tuple[Mention, ...]:
    """Return every place where the text uses a term, in order, whatever the quotes; the longest form wins.

    One pass: the time grows with the length of the text.
    """
    index = _index(tuple(terms))
    places = [place for place, character in enumerate(text) if character not in QUOTES]
    bare = "".join(text[place] for place in places)
    return tuple(_mentions(text, bare, places, index))


def _mentions(text: str, bare: str, places: list[int], index: "_Index") -> Iterator[Mention]:
    for match in index.pattern.finditer(bare):
        term = index.terms.get(match.group())
        if term is not None:
            yield Mention(term, *_with_own_quotes(text, places[match.start()], places[match.end() - 1] + 1))


def _with_own_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place widened by the quote that pairs with one inside it: “三公”经费, 全面推行“林长制”."""
    inside = [character for character in text[start:end] if character in QUOTES]
    if len(inside) % 2 == 0:
        return start, end
    if start and text[start - 1] in OPENING:
        return start - 1, end
    if end < len(text) and text[end] in QUOTES:
        return start, end + 1
    return start, end


@dataclass(frozen=True, slots=True)
class _Index:
    """All spellings as one pattern, and the term of each; a longer word that only holds one has no term."""

    pattern: re.Pattern[str]
    terms: dict[str, Term]


@lru_cache(maxsize=4)
def _index(terms: tuple[Term, ...]) -> _Index:
    spelt = {spelling: term for term in reversed(terms) for spelling in term.spellings()}
    words = set(chain(spelt, *(term.unless for term in terms)))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in words}))
    alternatives = "|".join(map(_whole, longest_first))
    pattern = f"(?=[{re.escape(first)}])(?:{alternatives})" if words else r"(?!)"  # most places fail at one look
    return _Index(re.compile(pattern), spelt)


def _whole(spelling: str) -> str:
    """Return the pattern of a spelling that is no piece of another word: EPC in EPCM, 三保 in 第三保育院, 十三保."""
    before = r"(?<![A-Za-z0-9])" if spelling[0].isascii() else ""
    if spelling[0] in NUMERALS:
        before = f"(?<![{NUMERALS}第])"
    after = r"(?![A-Za-z0-9])" if spelling[-1].isascii() else ""
    return before + re.escape(spelling) + after


@cache
def _shipped() -> tuple[Term, ...]:
    return tuple(map(_term, read_entries(TERMS_FILE)))


def _term(entry: Entry) -> Term:
    sources = tuple(Source(source.title, source.publisher, source.date, source.url) for source in entry.sources)
    return Term(
        entry.term,
        entry.forms,
        entry.explanation,
        sources,
        entry.subject,
        entry.as_of,
        entry.checked,
        entry.unless,
    )


def _without_quotes(form: str) -> str:
    return "".join(character for character in form if character not in QUOTES)

"""The explanations of terms (名词解释) that stand in the ticked text: the report's own first, then the dictionary's."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generators.compose.setting import Setting
from generators.document import Block, Role, Run, TextBlock
from generators.shorthand import Candidate, candidates
from generators.terms import find_terms
from report.model import GlossaryEntry

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Explained:
    """A term with its explanation; `own` is the report's entry, None where the dictionary explains it."""

    first: int  # where the ticked text first has the term
    term: str
    explanation: str
    own: GlossaryEntry | None


def glossary(setting: Setting) -> Iterator[Block]:
    """Yield the terms of the ticked text in their order, numbered, each with one paragraph of explanation."""
    for number, each in enumerate(explained(setting), 1):
        term, words = Run(each.term, None, Role.TERM), Run(each.explanation)
        if each.own is not None:
            text = setting.report.text
            at = text.find(each.term, each.own.start, each.own.end)
            told = text.find(each.explanation, each.own.start, each.own.end)
            term = Run(each.term, at if at >= 0 else None, Role.TERM)
            words = Run(each.explanation, told if told >= 0 else None)
        yield TextBlock(Role.BODY, (Run(f"{number}."), term, Run("："), words), item=True)


def explained(setting: Setting) -> tuple[Explained, ...]:
    """Return the terms of the ticked text that have an explanation, by their first place."""
    printed = setting.excerpt.all_printed()
    found: dict[str, Explained] = {}
    for entry in setting.report.glossary:
        places = [start for start, _ in entry.places if _inside(printed, start)]
        if places:
            found[_key(entry.term)] = Explained(places[0], entry.term, entry.explanation, entry)
    for mention in find_terms(setting.report.text, setting.terms):
        key = _key(mention.term.term)
        if key not in found and _inside(printed, mention.start) and not _in_glossary(setting, mention.start):
            found[key] = Explained(mention.start, mention.term.term, mention.term.explanation, None)
    return tuple(sorted(found.values(), key=lambda each: (each.first, each.term)))


def unexplained(setting: Setting) -> tuple[Candidate, ...]:
    """Return the shorthand of the ticked text that nobody explains yet: listed for the clerk, never invented."""
    printed = setting.excerpt.all_printed()
    known = [(mention.start, mention.end) for mention in find_terms(setting.report.text, setting.terms)]
    known += [place for entry in setting.report.glossary for place in entry.places]
    known += [(entry.start, entry.end) for entry in setting.report.glossary]
    own = {_key(entry.term) for entry in setting.report.glossary}
    return tuple(
        each
        for each in candidates(setting.report.text, known)
        if _key(each.term) not in own and any(_inside(printed, start) for start, _ in each.places)
    )


def _key(term: str) -> str:
    return "".join(character for character in term if character.isalnum())


def _in_glossary(setting: Setting, offset: int) -> bool:
    return any(entry.start <= offset < entry.end for entry in setting.report.glossary)


def _inside(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]

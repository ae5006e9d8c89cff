"""The digest for delegates (要点摘编): one to three verbatim sentences a section, figures set off, with their place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from generators.compose.excerpt import Span
from generators.compose.numbering import role_at, written_level
from generators.compose.places import Places
from generators.compose.setting import Setting
from generators.document import Block, Role, Run, TextBlock
from report.model import Section, SectionKind
from report.selection import Mode
from report.sentences import sentence_spans

_DEFAULT_SENTENCES = 2
_LEAD = 1.5  # the sentence that opens a section tells what it is about: as much as one figure and a half
_LONGEST = 220  # characters; a longer sentence tells too much for a digest where another will do
_MOST_FIGURES = 4.0  # more in one sentence do not tell more
_AFTER = "印在句后"
# What leads to other sentences, greets, thanks, or says what year it is tells nothing of what was done.
_LEADS_ON = re.compile(
    r"(?:以下|如下|下面|这些|下列).{0,12}[。：:]?$|[：:]$|主要(?:做了|抓了|开展了).{0,8}工作[。：:]?$"
)
_ADDRESSES = re.compile(
    r"各位代表|各位委员|同志们|朋友们|在此|让我们|我(?:谨)?代表|现(?:在)?(?:将|向)|(?:一|五|这)年来[，,]?我们(?:主要|重点)"
)
_SAYS_THE_YEAR = re.compile(r"^(?:20\d\d|今|明)年是")


def digest(setting: Setting) -> Iterator[Block]:
    """Yield the headings of the ticked sections, each with the sentences that tell most of it."""
    places = Places(setting.report)
    for section in setting.report.sections:
        if section.kind is not SectionKind.FRONT and not _explains_terms(setting, section):
            yield from _section(setting, places, section, 1)


def _explains_terms(setting: Setting, section: Section) -> bool:
    """Tell whether a part is the report's own list of terms: that is a paper of its own (名词解释)."""
    inside = [entry for entry in setting.report.glossary if section.start <= entry.start < section.end]
    return sum(entry.end - entry.start for entry in inside) * 2 > section.end - section.body_start


def _section(setting: Setting, places: Places, section: Section, depth: int) -> Iterator[Block]:
    if section.kind is SectionKind.POINT or not setting.excerpt.shows(section):
        return
    if section.kind is not SectionKind.BODY:
        role = role_at(max(written_level(section.number), depth))
        at = setting.report.text.find(section.title, section.start, section.body_start)
        runs = (Run(section.number, section.start),) if section.number else ()
        yield TextBlock(
            role,
            (*runs, Run(section.title, at if at >= 0 else None)),
            section=section.id,
            bookmark=depth + 1,
            bookmark_title=f"{section.number}{section.title}",
        )
    for span in _chosen(setting, section):
        yield _sentence(setting, span, places.words(span[0]))
    for child in section.children:
        yield from _section(setting, places, child, depth + 1)


def _chosen(setting: Setting, section: Section) -> list[Span]:
    """Return the sentences of a section's own text and ticked points that tell most, in the report's order."""
    wanted = int(setting.fields.get("sentences", "") or _DEFAULT_SENTENCES)
    found = list(_sentences(setting, section))
    text = setting.report.text
    told = {span: _told(setting, span) for span in found if not leads_on(text[span[0] : span[1]])}
    first = next(iter(told), None)
    if first is not None:
        told[first] += _LEAD
    scored = sorted(told, key=lambda span: (-_shortened(told, span), span))
    return sorted(scored[:wanted])


def _shortened(told: Mapping[Span, float], span: Span) -> float:
    return told[span] / 2 if span[1] - span[0] > _LONGEST else told[span]


def leads_on(sentence: str) -> bool:
    """Tell whether a sentence only leads to others, or speaks to the hearers."""
    return any(pattern.search(sentence) for pattern in (_LEADS_ON, _SAYS_THE_YEAR)) or bool(_ADDRESSES.match(sentence))


def _sentences(setting: Setting, section: Section) -> Iterator[Span]:
    """Yield the sentences that a section may be told by: of what is ticked in it, without its subheadings.

    Of what is ticked as a digest that is the first sentence, and those that hold ticked figures.
    """
    excerpt, text = setting.excerpt, setting.report.text
    points = [node for child in section.children if child.kind is SectionKind.POINT for node in child.walk()]
    for node in sorted((section, *points), key=lambda each: each.start):
        mode = excerpt.selection.modes.get(node.id)
        if mode in (None, Mode.HEADING):
            continue
        begin = node.start if node.kind is SectionKind.POINT else node.body_start
        spans = [span for start, end in excerpt.own_spans(node) for span in sentence_spans(text, start, end)]
        if spans and spans[0][0] - node.body_start < 2 and not text[begin : spans[0][0]].endswith(("。", "\n")):
            spans[0] = (begin, spans[0][1])  # 一是守牢粮食安全：…: the title is part of its first sentence
        if mode is Mode.DIGEST:
            spans = [span for number, span in enumerate(spans) if not number or _told(setting, span)]
        yield from spans


def _told(setting: Setting, span: Span) -> float:
    """Return how many ticked figures a sentence holds, up to a bound."""
    figures = setting.excerpt.figures
    begin = bisect_left(figures, span[0], key=lambda metric: metric.start)
    end = bisect_left(figures, span[1], key=lambda metric: metric.start)
    return min(float(end - begin), _MOST_FIGURES)


def _sentence(setting: Setting, span: Span, place: str) -> TextBlock:
    """Return a sentence with its figures set off, and where it stands."""
    text = setting.report.text
    start, end = span
    runs: list[Run] = []
    at = start
    figures = setting.excerpt.figures
    for metric in figures[bisect_left(figures, start, key=lambda metric: metric.start) :]:
        if metric.start >= end:
            break
        if metric.start > at:
            runs.append(Run(text[at : metric.start], at))
        if metric.end > at:
            runs.append(Run(text[max(at, metric.start) : metric.end], max(at, metric.start), Role.TERM))
            at = metric.end
    if at < end:
        runs.append(Run(text[at:end], at))
    if setting.fields.get("places", _AFTER) == _AFTER:
        runs.append(Run(f"〔{place}〕", None, Role.SOURCE))
    return TextBlock(Role.BODY, tuple(runs))

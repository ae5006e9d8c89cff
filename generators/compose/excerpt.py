"""The verbatim words of ticked sections: paragraphs, digests, headings, cut from the report by their spans."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from report.model import Metric, Report, Section, SectionKind
from report.selection import Mode, Selection
from report.sentences import sentence_spans

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Answers, for one report and selection, which spans of the text a section prints."""

    report: Report
    selection: Selection
    figures: tuple[Metric, ...]  # the ticked metrics, in reading order

    def own_spans(self, section: Section) -> Iterator[Span]:
        """Yield the spans of a section's text that lie in none of its children, without its title."""
        at = section.body_start
        for child in section.children:
            if at < child.start:
                yield at, child.start
            at = max(at, child.end)
        if at < section.end:
            yield at, section.end

    def printed(self, section: Section) -> list[Span]:
        """Return the spans a heading prints below its title: its own text and its points', each by its mode."""
        spans: list[Span] = []
        self._collect(section, spans)
        return sorted(spans)

    def shows(self, section: Section) -> bool:
        """Tell whether a section's heading is printed: it or anything under it is ticked."""
        return section.kind is not SectionKind.FRONT and any(node.id in self.selection.modes for node in section.walk())

    def all_printed(self) -> list[Span]:
        """Return every stretch of the report that is printed, headings included, in order and joined."""
        spans: list[Span] = []
        for section in self.report.walk():
            if section.kind is not SectionKind.POINT and self.shows(section):
                spans.append((section.start, section.body_start))
                spans += self.printed(section)
        return _joined(sorted(span for span in spans if span[0] < span[1]))

    def _collect(self, section: Section, spans: list[Span]) -> None:
        mode = self.selection.modes.get(section.id)
        if section.kind is SectionKind.POINT and mode is not None:
            spans.append((section.start, section.body_start))
        if mode is Mode.FULL:
            spans.extend(self.own_spans(section))
        elif mode is Mode.DIGEST:
            spans.extend(self._digest(section))
        for child in section.children:
            if child.kind is SectionKind.POINT:
                self._collect(child, spans)

    def _digest(self, section: Section) -> list[Span]:
        """Return the first sentence of a section's own text, and those that hold ticked metrics.

        A point's first sentence is its title, which is printed anyway.
        """
        found: list[Span] = []
        first = section.kind is not SectionKind.POINT
        for start, end in self.own_spans(section):
            for sentence in sentence_spans(self.report.text, start, end):
                if first or self._holds_figure(sentence):
                    found.append(sentence)
                first = False
        return found

    def _holds_figure(self, span: Span) -> bool:
        at = bisect_left(self.figures, span[0], key=lambda metric: metric.start)
        return at < len(self.figures) and self.figures[at].start < span[1]

    def paragraphs(self, spans: list[Span]) -> list[list[Span]]:
        """Return spans grouped by the paragraph of the report they stand in; line ends are cut off."""
        text = self.report.text
        grouped: dict[int, list[Span]] = {}
        for start, end in spans:
            at = start
            while at < end:
                newline = text.find("\n", at, end)
                stop = end if newline < 0 else newline
                if text[at:stop].strip():
                    paragraph = text.rfind("\n", 0, at) + 1
                    grouped.setdefault(paragraph, []).append((at, stop))
                at = stop + 1
        return [self._without_loose_end(_joined(group)) for _, group in sorted(grouped.items())]

    def _without_loose_end(self, spans: list[Span]) -> list[Span]:
        """Leave out the mark that led on to words which are left out: the ， behind a point's title."""
        text, (start, end) = self.report.text, spans[-1]
        cut = end < len(text) and text[end] != "\n"
        if cut and text[end - 1] in "，、；：" and end - start > 1:
            return [*spans[:-1], (start, end - 1)]
        return spans


def make_excerpt(report: Report, selection: Selection) -> Excerpt:
    """Return the excerpt that a selection makes of a report."""
    return Excerpt(report, selection, tuple(metric for metric in report.metrics if metric.id in selection.metrics))


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined

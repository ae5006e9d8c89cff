"""Which stretches of the report a selection prints: for the margin line, and for the count of characters."""

from report.model import Metric, Report
from report.selection import Mode, Selection


def printed_spans(report: Report, selection: Selection) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the report that will be printed, in order: 摘要 sentence by sentence."""
    spans: list[tuple[int, int]] = []
    by_section: dict[str, list[Metric]] = {}
    for metric in report.metrics:
        if metric.id in selection.metrics:
            by_section.setdefault(metric.section, []).append(metric)
    for section in report.walk():
        mode = selection.modes.get(section.id)
        end = section.children[0].start if section.children else section.end
        match mode:
            case None:
                continue
            case Mode.FULL:
                spans.append((section.start, end))
            case Mode.HEADING:
                spans.append((section.start, section.body_start))
            case Mode.DIGEST:
                spans.append((section.start, section.body_start))
                first = _sentence_end(report.text, section.body_start, end)
                spans.append((section.body_start, first))
                spans.extend((m.sentence_start, m.sentence_end) for m in by_section.get(section.id, ()))
    return _joined(spans)


def _sentence_end(text: str, start: int, end: int) -> int:
    for at in range(start, end):
        if text[at] in "。！？\n":
            return at + 1
    return end


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def printed_chars(report: Report, selection: Selection) -> int:
    """Return how many characters of the report are printed, white space left out."""
    return sum(len("".join(report.text[start:end].split())) for start, end in printed_spans(report, selection))

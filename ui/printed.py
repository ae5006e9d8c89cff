"""Which stretches of the report a selection prints: for the margin line, and for the count of characters."""

from generators.compose.excerpt import make_excerpt
from report.model import Report
from report.selection import Selection


def printed_spans(report: Report, selection: Selection) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the report that will be printed, in order: 摘要 sentence by sentence."""
    return tuple(make_excerpt(report, selection).all_printed())


def printed_chars(report: Report, selection: Selection) -> int:
    """Return how many characters of the report are printed, white space left out."""
    return sum(len("".join(report.text[start:end].split())) for start, end in printed_spans(report, selection))

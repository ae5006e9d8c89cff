"""The copy of the report that is shown: a word joiner inside every figure keeps it on one line. Offsets both ways."""

from bisect import bisect_right
from itertools import pairwise

from report.model import Report

_JOINER = "\u2060"


class ShownText:
    """A report's text with joiners, and where each offset of the report stands in it."""

    def __init__(self, report: Report) -> None:
        """Put a joiner between all characters of each figure."""
        text = report.text
        self._length = len(text)
        self._joiners = sorted({at for metric in report.metrics for at in range(metric.start + 1, metric.end)})
        edges = [0, *self._joiners, self._length]
        self.text = _JOINER.join(text[start:end] for start, end in pairwise(edges))

    def shown_at(self, offset: int) -> int:
        """Return where in the shown copy an offset of the report stands."""
        return offset + bisect_right(self._joiners, offset)

    def offset_at(self, shown: int) -> int:
        """Return which offset of the report stands at a place of the shown copy."""
        low, high = 0, self._length
        while low < high:
            middle = (low + high + 1) // 2
            if self.shown_at(middle) <= shown:
                low = middle
            else:
                high = middle - 1
        return low

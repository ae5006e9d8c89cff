"""The copy of the report that is shown: a word joiner inside every figure keeps it on one line. Offsets both ways.

Offsets of the report count code points; places of the shown copy count UTF-16 units, as Qt does.
"""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from report.model import Report

_JOINER = "\u2060"
_LAST_OF_ONE_UNIT = "\uffff"


class ShownText:
    """A report's text with joiners, and where each offset of the report stands in it."""

    def __init__(self, report: Report) -> None:
        """Put a joiner between all characters of each figure."""
        text = report.text
        self._length = len(text)
        self._wide = [at for at, character in enumerate(text) if character > _LAST_OF_ONE_UNIT]
        self._wide_set = frozenset(self._wide)
        self._joiners = sorted({at for metric in report.metrics for at in range(metric.start + 1, metric.end)})
        edges = [0, *self._joiners, self._length]
        self.text = _JOINER.join(text[start:end] for start, end in pairwise(edges))

    def shown_at(self, offset: int) -> int:
        """Return where in the shown copy an offset of the report stands."""
        return offset + bisect_right(self._joiners, offset) + bisect_left(self._wide, offset)

    def shown_end(self, offset: int) -> int:
        """Return where in the shown copy the character before an offset ends; a joiner behind it is left out."""
        return self.shown_at(offset - 1) + 1 + (offset - 1 in self._wide_set)

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

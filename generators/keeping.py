"""What the end of a page must not part: headings from their text, a signature or 报尾 from the lines above it."""

from collections.abc import Sequence

from generators.banner import tail_rows
from generators.document import Block, Role, Space, Table, Tail, TextBlock, leads
from generators.flow import NO_ENDING, Ending, Flow, rows_of
from generators.profiles import Look
from generators.tables import first_rows
from generators.typeset import Paragraph

# GB/T 9704—2012, 7.3.5.5 lets spacing be adjusted so that a signature does not stand on a page without text of the
# paper; two lines are what a reader takes for text.
_KEPT_LINES = 2
_SIGNED = (Role.SIGNATURE, Role.SIGN_DATE)


class Keeping:
    """Answers, for the blocks of one document, what has to stand on one page."""

    def __init__(self, blocks: Sequence[Block], paragraphs: dict[int, Paragraph], flow: Flow) -> None:
        """Take the blocks and those of them that are set."""
        self._blocks = blocks
        self._paragraphs = paragraphs
        self._flow = flow

    def needed_rows(self, index: int) -> float:
        """Return the rows that must be free for a paragraph to begin: a heading takes what follows it along."""
        rows = 0.0
        blocks = self._blocks
        while index + 1 < len(blocks) and leads(blocks[index], blocks[index + 1]):
            rows += rows_of(self._paragraphs[index]) + self._between(index)
            index += 1
            following = blocks[index]
            if isinstance(following, Table):
                return rows + first_rows(self._flow, following)
        last, ending = self._paragraphs[index], self.ending(index)
        if len(last.lines) <= ending.lines:
            return rows + rows_of(last) + ending.rows
        whole = last.look.keep_together or last.look.rows != 1
        return rows + (rows_of(last) if whole else 1)

    def ending(self, index: int) -> Ending:
        """Return what the last lines of a paragraph have to be kept with."""
        following = self._block(index + 1)
        closing = self._closing_rows(index + 1)
        if closing:
            return Ending(_KEPT_LINES, self._between(index) + closing)
        if isinstance(following, TextBlock) and len(self._paragraphs[index + 1].lines) < _KEPT_LINES:
            after = self._closing_rows(index + 2)
            if after:
                own = rows_of(self._paragraphs[index + 1])
                return Ending(1, self._between(index) + own + self._between(index + 1) + after)
        return NO_ENDING

    def _closing_rows(self, index: int) -> float:
        """Return the rows of the signature, date and 报尾 that begin with a block; 0 where none does."""
        rows, signed = 0.0, False
        at = index
        while True:
            block = self._block(at)
            match block:
                case TextBlock() if block.role in _SIGNED:
                    rows += rows_of(self._paragraphs[at]) + (self._between(at - 1) if at > index else 0)
                    signed = True
                case Space() if self._closes(at + 1):
                    rows += block.rows
                case Tail():
                    return rows + tail_rows(block, self._flow.setter)
                case _:
                    return rows if signed else 0.0
            at += 1

    def _closes(self, index: int) -> bool:
        block = self._block(index)
        return isinstance(block, Tail) or (isinstance(block, TextBlock) and block.role in _SIGNED)

    def _between(self, index: int) -> int:
        """Return the empty rows between a paragraph and the next block."""
        above, below = self._look(index), self._look(index + 1)
        return (above.rows_after if above else 0) + (below.rows_before if below else 0)

    def _look(self, index: int) -> Look | None:
        found = self._paragraphs.get(index)
        return found.look if found else None

    def _block(self, index: int) -> Block | None:
        return self._blocks[index] if index < len(self._blocks) else None

"""What every block of a paper is composed from, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from generators.compose.excerpt import Excerpt
from generators.delegates import Delegate
from generators.document import Run
from generators.terms import Term
from generators.units import Unit
from report.model import Report

BLANK = "　" * 4  # space that is left to fill by hand
_BLANK_DAY = "　　年　　月　　日"


@dataclass(frozen=True, slots=True)
class Member:
    """A paper of a set, for the list of contents."""

    mark: str  # 材料之一
    title: str
    pages: int  # printed ones


@dataclass(frozen=True, slots=True)
class Setting:
    """A report, what is ticked of it, and a checked value for every field of the kind of paper."""

    report: Report
    excerpt: Excerpt
    fields: Mapping[str, str]
    kind_title: str
    delegates: tuple[Delegate, ...] = ()
    mark: str = ""  # 材料之一, where the paper is one of a set
    terms: tuple[Term, ...] = ()  # of the dictionary, the office's own first
    members: tuple[Member, ...] = ()  # of the set that the paper lists
    units: tuple[Unit, ...] = ()  # of the office's own list

    @property
    def day(self) -> date | None:
        """The day on the paper, None where it is left blank."""
        typed = self.fields.get("date", "")
        return date.fromisoformat(typed) if typed else None

    def printed_day(self) -> str:
        """Return the day as papers have it, 2023年9月5日 (GB/T 9704—2012, 7.3.5.4), or room to fill it in."""
        return format_date(self.day, "y年M月d日", locale="zh_CN") if self.day else _BLANK_DAY

    def run(self, words: str, span: tuple[int, int] | None) -> Run:
        """Return words as a run that leads back to the report, where they are its own."""
        own = span is not None and self.report.text[span[0] : span[1]] == words
        return Run(words, span[0] if span and own else None)

"""From an order to files: compose, lay out, draw, check, save. The command line and the window drive this same module."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generators.kinds import Kind
from generators.progress import Progress
from report.model import Noticed, Report
from report.selection import Selection


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: everything that a paper depends on, as a value."""

    report: Report
    selection: Selection
    kind: Kind
    fields: Mapping[str, str]  # as typed; missing ones take their defaults
    today: date
    profile: str = "gbt9704"


@dataclass(frozen=True, slots=True)
class LineOnPage:
    """Where a line of the paper stands and what it prints. Points, from the upper left corner of the page."""

    page: int  # from 0
    x_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    text: str
    source: tuple[tuple[int, int], ...]  # spans of the report's text that the line prints
    section: str  # id of the section whose heading it is, or ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages that will be printed: the PDF itself, and what stands where on it."""

    pdf: bytes
    pages: int
    page_width_pt: float
    page_height_pt: float
    lines: tuple[LineOnPage, ...]
    noticed: tuple[Noticed, ...]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made."""

    kind: str
    format: str  # "pdf" or "docx"
    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made, and what was noticed on the way."""

    files: tuple[MadeFile, ...]
    noticed: tuple[Noticed, ...]


def preview(order: Order, progress: Progress) -> Preview:
    """Return the pages of an order, without writing a file. Raises UserError and Cancelled."""
    raise NotImplementedError


def make(order: Order, formats: tuple[str, ...], folder: Path, progress: Progress, *, force: bool = False) -> Result:
    """Make the files of an order in a folder, all or none. Raises UserError and Cancelled.

    An existing file is never overwritten without `force`: the new one gets （2） before the dot.
    """
    raise NotImplementedError

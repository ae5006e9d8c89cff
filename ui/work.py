"""What the window asks of the packages below it. Every function runs on the worker's thread.

The heavy modules are imported inside, so that the window is shown before they are read from the disk.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from generators.kind_files import load_kinds
from generators.kinds import Kind
from generators.progress import Progress, Slice
from report.facts import Facts, facts_of
from report.model import Report
from report.selection import Selection

if TYPE_CHECKING:
    from generators.job import Preview, Result


@dataclass(frozen=True, slots=True)
class Opened:
    """A report that was read, and what is known with it."""

    path: Path
    report: Report
    facts: Facts
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything a paper depends on, as the window holds it."""

    report: Report
    selection: Selection
    kind: Kind
    fields: Mapping[str, str]
    today: date


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read. Quick, once `warm_up` is done."""
    from report.readers import FORMATS  # noqa: PLC0415

    return tuple(suffix for each in FORMATS for suffix in each.suffixes)


def warm_up(progress: Progress) -> str:
    """Read the heavy modules from the disk, so that the first report opens without that wait.

    Returns the formats that can be read, as a sentence lists them.
    """
    progress.step(0.0, "")
    import generators.job  # noqa: PLC0415 - see the module's docstring
    import report.readers  # noqa: PLC0415
    import report.reading  # noqa: PLC0415

    assert generators.job  # noqa: S101 - imported for its effect
    assert report.reading  # noqa: S101
    return report.readers.readable_formats()


def open_report(path: Path, password: str | None, progress: Progress) -> Opened:
    """Return the report in a file. Raises UserError where it cannot be read, and Cancelled."""
    from report.checks import check_report  # noqa: PLC0415
    from report.reading import read_report  # noqa: PLC0415

    report = read_report(path, password, Slice(progress, 0.0, 0.7))
    progress.step(0.7, "")
    slips = tuple(slip.noticed for slip in check_report(report))
    told = {(notice.finding, notice.start) for notice in slips}  # the audit tells again of broken heading numbers
    others = tuple(notice for notice in report.noticed if (notice.finding, notice.start) not in told)
    progress.step(0.9, "")
    return Opened(path, replace(report, noticed=(*others, *slips)), facts_of(report), load_kinds())


def preview(wish: Wish, progress: Progress) -> "Preview":
    """Return the pages of a wish. Raises UserError and Cancelled."""
    from generators.job import preview as preview_order  # noqa: PLC0415
    from generators.ordering import Order  # noqa: PLC0415

    order = Order(wish.report, wish.selection, wish.kind, wish.fields, wish.today)
    return preview_order(order, progress)


def make(wish: Wish, formats: tuple[str, ...], folder: Path, progress: Progress) -> "Result":
    """Make the files of a wish in a folder. Raises UserError and Cancelled."""
    from generators.job import make as make_order  # noqa: PLC0415
    from generators.ordering import Order  # noqa: PLC0415

    order = Order(wish.report, wish.selection, wish.kind, wish.fields, wish.today)
    return make_order(order, formats, folder, progress)


def page_image(pdf: bytes, page: int, scale: float, progress: Progress) -> QImage:
    """Return a page of a PDF (from 0) at `scale` pixels a point."""
    progress.step(0.0, "")
    from generators.raster import render_page  # noqa: PLC0415

    picture = render_page(pdf, page, scale)
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the copy owns its pixels


def missing(paths: tuple[Path, ...], progress: Progress) -> frozenset[Path]:
    """Return the paths where no file is; a network drive may take its time."""
    gone: set[Path] = set()
    for path in paths:
        progress.step(0.0, "")
        if not path.is_file():
            gone.add(path)
    return frozenset(gone)

"""One module a format; each turns a file into lines and stops there."""

from pathlib import Path

from report.source import Source


def read_source(path: Path) -> Source:
    """Return the lines of a file, by its content and not its name. Raises UserError where it cannot be read."""
    raise NotImplementedError

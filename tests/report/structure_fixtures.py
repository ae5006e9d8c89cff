"""Reads the structure fixtures: a report of an invented place, and its outline as a person reads it.

An outline has a line for each section, two blanks a level: kind, number (- for none), title. Lines at the margin give
the `title`, the terms of the `glossary`, and what is `noticed`. Nothing that an outline does not name may be found.
"""

from pathlib import Path

from report.findings import Finding
from report.model import Report
from report.readers import read_bytes
from report.reading import parse_source

FOLDER = Path(__file__).parent.parent / "data" / "structures"
_STRUCTURAL = frozenset(
    {
        Finding.NO_HEADINGS,
        Finding.TITLE_GUESSED,
        Finding.HEADING_NUMBER_MISSING,
        Finding.HEADING_NUMBER_REPEATED,
        Finding.HEADING_WITHOUT_TEXT,
        Finding.LEVEL_SKIPPED,
    }
)


def names() -> list[str]:
    """Return the names of the fixtures."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def read(name: str) -> Report:
    """Return a fixture as the program reads its file."""
    path = FOLDER / f"{name}.txt"
    return parse_source(read_bytes(path.read_bytes(), path.name), path.name)


def expected(name: str) -> list[str]:
    """Return the lines of the outline that a person wrote."""
    lines = (FOLDER / f"{name}.outline").read_text(encoding="utf-8").splitlines()
    return [line.rstrip() for line in lines if line.strip() and not line.startswith("#")]


def found(report: Report) -> list[str]:
    """Return the structure of a report in the lines of an outline."""
    sections = [
        f"{'  ' * section.id.count('.')}{section.kind.value} {section.number or '-'} {section.title}"
        for section in report.walk()
    ]
    noticed = [
        f"noticed {notice.finding.value} {notice.detail}".rstrip()
        for notice in report.noticed
        if notice.finding in _STRUCTURAL
    ]
    return [f"title {report.title}", *sections, *(f"glossary {entry.term}" for entry in report.glossary), *noticed]

"""From a file to a report: reader, structure, metrics, in this order, once, the same for all formats."""

from pathlib import Path

from report.metrics import find_metrics
from report.model import Noticed, Report
from report.progress import NO_PROGRESS, Progress
from report.readers import read_bytes, read_source
from report.readers.file_bytes import shown_name
from report.source import Source
from report.structure import find_structure
from report.tables import tables_of


def read_report(path: Path, password: str | None = None, progress: Progress = NO_PROGRESS) -> Report:
    """Return the report in a file. Raises UserError where the file cannot be read, and Cancelled."""
    return parse_source(read_source(path, password, progress), shown_name(path))


def read_pasted(data: bytes, name: str, password: str | None = None, progress: Progress = NO_PROGRESS) -> Report:
    """Return the report in pasted or piped text; `name` stands for it in sentences. Raises UserError, Cancelled."""
    return parse_source(read_bytes(data, name, password, progress), name)


def parse_source(source: Source, name: str) -> Report:
    """Return the report that the lines of a source make."""
    structure = find_structure(source)
    text = "\n".join(line.text for line in source.lines)
    starts: list[int] = []
    at = 0
    for line in source.lines:
        starts.append(at)
        at += len(line.text) + 1
    noticed = [
        Noticed(
            notice.finding,
            0 if notice.line is None else starts[notice.line],
            0 if notice.line is None else starts[notice.line] + len(source.lines[notice.line].text),
            notice.detail,
        )
        for notice in source.noticed
    ]
    tables = tables_of(source)
    metrics = find_metrics(text, structure.sections, tables)
    return Report(
        source=name,
        title=structure.title,
        text=text,
        sections=structure.sections,
        metrics=metrics,
        glossary=structure.glossary,
        noticed=(*noticed, *structure.noticed),
        tables=tables,
    )

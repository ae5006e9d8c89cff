"""The `inspect` document of the command line: plain JSON values, schema 1."""

from report.messages import notice_sentence
from report.model import Metric, Noticed, Report, Section

JsonValue = dict[str, "JsonValue"] | list["JsonValue"] | str | int | bool | None

SCHEMA = 1


def report_document(report: Report) -> JsonValue:
    """Return a report as the JSON document that `inspect --json` prints."""
    return {
        "schema": SCHEMA,
        "title": report.title,
        "text": report.text,
        "sections": [_section(section) for section in report.sections],
        "metrics": [_metric(report, metric) for metric in report.metrics],
        "glossary": [
            {"term": entry.term, "explanation": entry.explanation, "start": entry.start, "end": entry.end}
            for entry in report.glossary
        ],
        "noticed": [notice_document(notice) for notice in report.noticed],
    }


def notice_document(notice: Noticed) -> dict[str, JsonValue]:
    """Return one thing noticed, with its sentence."""
    return {
        "finding": notice.finding.value,
        "start": notice.start,
        "end": notice.end,
        "detail": notice_sentence(notice),
    }


def _section(section: Section) -> JsonValue:
    return {
        "id": section.id,
        "kind": section.kind.value,
        "number": section.number,
        "title": section.title,
        "start": section.start,
        "end": section.end,
        "children": [_section(child) for child in section.children],
    }


def _metric(report: Report, metric: Metric) -> JsonValue:
    return {
        "id": metric.id,
        "name": metric.name,
        "value": metric.value,
        "unit": metric.unit,
        "written": metric.written,
        "qualifier": metric.qualifier,
        "direction": metric.direction.value,
        "start": metric.start,
        "end": metric.end,
        "section": metric.section,
        "sentence": report.sentence(metric),
        "change_of": metric.change_of,
        "part_of": metric.part_of,
        "period": metric.period,
        "target": metric.target,
    }

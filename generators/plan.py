"""A plan (方案): kinds, selection, fields and profile in a JSON file, and the selection that a report makes of it."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed, Report
from report.selection import Mode, Selection, choose, everything, own_metrics


class Plan(msgspec.Struct, frozen=True):
    """What a plan's file says; what it leaves out is None or empty."""

    schema: int = 1
    kinds: tuple[str, ...] = ()
    sections: dict[str, Mode] | None = None
    metrics: tuple[str, ...] | None = None
    fields: dict[str, dict[str, str]] = msgspec.field(default_factory=dict[str, dict[str, str]])
    profile: str = ""


def load_plan(path: Path) -> tuple[Plan, tuple[Noticed, ...]]:
    """Return the plan in a file, and its unknown keys as noticed. Raises UserError where it cannot be read."""
    try:
        data = path.read_bytes()
        plan = msgspec.json.decode(data, type=Plan)
        keys: dict[str, msgspec.Raw] = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except FileNotFoundError as error:
        raise UserError(Failure.FILE_NOT_FOUND, name=path.name) from error
    except (OSError, msgspec.DecodeError) as error:
        raise UserError(Failure.BAD_PLAN, name=path.name, cause=str(error)) from error
    unknown = tuple(Noticed(Finding.UNKNOWN_KEY, 0, 0, key) for key in keys if key not in Plan.__struct_fields__)
    return plan, unknown


def select(report: Report, sections: Mapping[str, Mode] | None, metrics: tuple[str, ...] | None) -> Selection:
    """Return the selection that ids make of a report: None for sections is all in full, for metrics all in them.

    Raises UserError for an id that the report does not have.
    """
    modes = everything(report).modes if sections is None else choose(report, sections)
    known = {metric.id for metric in report.metrics}
    if metrics is None:
        own = own_metrics(report)
        return Selection(modes, frozenset(metric.id for metric in own if not metric.section or metric.section in modes))
    for metric in metrics:
        if metric not in known:
            raise UserError(Failure.UNKNOWN_METRIC, id=metric)
    return Selection(modes, frozenset(metrics))

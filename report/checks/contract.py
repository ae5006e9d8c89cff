"""The `check` document of the command line: plain JSON values, schema 1."""

from collections.abc import Sequence

from report.checks.slip import Slip
from report.contract import SCHEMA, JsonValue, notice_document


def check_document(slips: Sequence[Slip]) -> JsonValue:
    """Return the slips as the JSON document that `check --json` prints; offsets count code points."""
    return {"schema": SCHEMA, "findings": [_finding(one) for one in slips]}


def _finding(one: Slip) -> JsonValue:
    return {**notice_document(one.noticed), "related": [[start, end] for start, end in one.related]}

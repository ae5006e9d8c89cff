"""The metrics of real reports, where the folder of reports is at hand."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from report.metrics import find_metrics

_REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"

pytestmark = [
    pytest.mark.reports,
    pytest.mark.skipif(not _REPORTS.is_dir(), reason="the folder of real reports is not at hand"),
]


def _text(path: Path) -> str:
    lines = path.read_text(encoding="gb18030" if "gbk" in path.stem else "utf-8-sig").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _reports() -> list[Path]:
    return sorted(_REPORTS.glob("*.txt"))


@pytest.mark.parametrize("path", _reports(), ids=lambda path: path.stem)
def test_every_figure_of_a_report_stands_where_it_says_and_has_a_name(path: Path):
    text = _text(path)
    metrics = find_metrics(text, ())
    assert metrics
    assert all(text[metric.start : metric.end] == metric.written for metric in metrics)
    named = sum(len(metric.name) > 1 for metric in metrics)
    assert named >= 0.97 * len(metrics)
    assert all(Decimal(metric.value).is_finite() for metric in metrics)


@pytest.mark.parametrize("name", ["township_2023", "county_2025", "province_2026"])
def test_the_figures_annotated_by_hand_are_found(name: str):
    gold = json.loads((_REPORTS / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = gold["text"]
    found = {(metric.start, metric.value, metric.unit) for metric in find_metrics(text, ())}
    wanted = [(row["start"], row["value"], row["unit"]) for row in gold["metrics"]]
    hits = sum(
        any(start == at and Decimal(value) == Decimal(worth) for at, worth, _ in found) for start, value, _ in wanted
    )
    assert hits >= 0.98 * len(wanted)

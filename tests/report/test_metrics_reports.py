"""The metrics of real reports, where the folder of reports is at hand."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from report.metrics import find_metrics

_REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"
_SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "sample_report.txt"
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》"}

pytestmark = [
    pytest.mark.reports,
    pytest.mark.skipif(not _REPORTS.is_dir(), reason="the folder of real reports is not at hand"),
]


def _text(path: Path) -> str:
    lines = path.read_text(encoding="gb18030" if "gbk" in path.stem else "utf-8-sig").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _unpaired(name: str) -> int:
    return sum(name.count(opening) != name.count(closing) for opening, closing in _PAIRS.items())


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


@pytest.mark.parametrize("path", [*_reports(), _SAMPLE], ids=lambda path: path.stem)
def test_every_name_of_a_report_is_made_of_its_words_and_can_stand_in_a_table(path: Path):
    text = _text(path)
    earlier = ""
    for metric in find_metrics(text, ()):
        line = text[text.rfind("\n", 0, max(0, metric.sentence_start - 1)) + 1 : metric.sentence_end]
        # 城乡 stands for 城镇 and 农村, 一、二、三产业 for 第一产业 and so on; 的 and 、 join what the text has apart.
        allowed = {*line, *earlier, *"的、", *("城镇农村" if "城乡" in line else ""), *("第" if "产业" in line else "")}
        assert set(metric.name) <= allowed, metric.name
        assert _unpaired(metric.name) == 0, metric.name
        assert not metric.name.startswith(tuple("，、的；：）”")), metric.name
        assert not metric.name.endswith(tuple("，、的；：（“")), metric.name
        earlier = metric.name


@pytest.mark.parametrize("path", [*_reports(), _SAMPLE], ids=lambda path: path.stem)
def test_every_tie_of_a_report_joins_figures_of_one_sentence(path: Path):
    metrics = find_metrics(_text(path), ())
    by_id = {metric.id: metric for metric in metrics}
    for metric in metrics:
        for tie in (metric.change_of, metric.part_of, metric.start_of):
            assert tie is None or by_id[tie].sentence_start == metric.sentence_start
        if metric.start_of is not None:
            reached = by_id[metric.start_of]
            assert (reached.name, reached.unit, reached.start_of) == (metric.name, metric.unit, None)
        if metric.part_of is not None and metric.unit == by_id[metric.part_of].unit and "%" not in metric.unit:
            assert Decimal(metric.value) <= Decimal(by_id[metric.part_of].value)


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

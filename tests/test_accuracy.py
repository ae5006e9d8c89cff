"""The answers made by hand, and the words that their offsets point at."""

import hashlib
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.benchmarks.accuracy import ANSWERS, REPORTS, TOOL, Answers, gold_of, score, trials

_FILES = sorted(ANSWERS.glob("*.json"))
_TEXT = "一、春耕\n新修水渠三条，长　12公里。"
_SQUEEZED = "一、春耕新修水渠三条，长12公里。"


def _answers(sha256: str) -> Answers:
    return Answers(
        report="invented.txt",
        sha256=sha256,
        mended=False,
        region=(4, len(_SQUEEZED)),
        outline=((1, 0, 2, 2),),
        points=((4, 4),),
        metrics=((8, 2, "3", "条", "", "", ("新修水渠",)), (12, 4, "12", "公里", "", "", ("水渠长",))),
        optional=(),
    )


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_answers_stand_in_order_within_their_stretch_and_do_not_overlap(path: Path):
    answers = msgspec.json.decode(path.read_bytes(), type=Answers)
    first, last = answers.region
    reached = first
    for start, length, value, _, _, direction, names in answers.metrics:
        assert reached <= start < start + length <= last
        assert Decimal(value).is_finite()
        assert direction in ("", "up", "down")
        assert all(names)
        reached = start + length
    assert [row[1] for row in answers.outline] == sorted(row[1] for row in answers.outline)


def test_offsets_of_answers_count_characters_that_are_not_white_space():
    gold = gold_of(_answers(hashlib.sha256(_SQUEEZED.encode()).hexdigest()), _TEXT)
    assert gold.outline == ((1, "一、", "春耕"),)
    assert gold.points == ("新修水渠",)
    assert [metric.written for metric in gold.metrics] == ["三条", "12公里"]


def test_answers_to_another_text_are_refused():
    with pytest.raises(ValueError, match=r"invented\.txt"):
        gold_of(_answers(hashlib.sha256(b"another").hexdigest()), _TEXT)


@pytest.mark.reports
@pytest.mark.skipif(not (REPORTS.is_dir() and TOOL.is_file()), reason="the folder of real reports is not at hand")
def test_reports_that_were_not_used_for_the_rules_are_read_nearly_as_well():
    for trial in trials():
        figures = score(trial)
        assert figures.metric_f1 >= 0.97
        assert min(figures.unit_acc, figures.qualifier_acc, figures.direction_acc, figures.name_acc) >= 0.95
        assert figures.outline_f1 >= 0.97 or not trial.gold.outline
        assert figures.point_f1 is None or figures.point_f1 >= 0.85

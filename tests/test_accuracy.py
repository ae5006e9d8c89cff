"""The answers made by hand, and the words that their offsets point at."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.benchmarks.accuracy import ANSWERS, REPORTS, TOOL, Answers, Trial, gold_of, score, trials

_FILES = sorted(ANSWERS.rglob("*.json"))
_TEXT = "一、春耕\n新修水渠三条，长　12公里。"
_SQUEEZED = "一、春耕新修水渠三条，长12公里。"


@dataclass(frozen=True, slots=True)
class _Floors:
    """The least F1 of quantities, headings and points, and the least share of right directions and names."""

    found: float = 0.97
    direction: float = 0.95
    name: float = 0.95
    outline: float = 0.97
    points: float = 0.85


_FLOORS = {
    # kept answers: just below their first figures
    "county_2022": _Floors(outline=0.8),
    "district_2017": _Floors(outline=0.74, points=0.6),
    "national_1978": _Floors(found=0.85, direction=0.85, name=0.9),
    # headings glued to their text, below unnumbered parts
    "dashes_glued_to_text": _Floors(outline=0.16, points=0.3),
}


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
@pytest.mark.parametrize("trial", trials() if REPORTS.is_dir() else (), ids=lambda trial: trial.name)
def test_what_people_found_in_a_report_is_found_nearly_as_well(trial: Trial):
    floors, figures = _FLOORS.get(trial.name, _Floors()), score(trial)
    assert figures.metric_f1 >= floors.found
    assert min(figures.unit_acc, figures.qualifier_acc) >= 0.95
    assert figures.direction_acc >= floors.direction
    assert figures.name_acc >= floors.name
    assert figures.outline_f1 >= floors.outline or not trial.gold.outline
    assert figures.point_f1 is None or figures.point_f1 >= floors.points

"""Precision and recall of the audit on slips planted by chance in clean text."""

from collections import Counter
from random import Random

from report.checks import Slip, check_report
from report.findings import Finding
from report.reading import parse_source
from tests.report.planted_slips import Planted, written
from tests.report.structure_source import source_of

REPORTS = 40


def _compared(seed: int) -> tuple[Counter[Finding], Counter[Finding], list[str], list[str]]:
    """Return what was planted and found again, a kind; and in words what was missed and what was found wrongly."""
    text, planted = written(Random(seed))  # noqa: S311 - for a test, the same every time
    report = parse_source(source_of(text), "云溪镇.txt")
    assert report.text == text
    missed = list(planted)
    wrong: list[str] = []
    hit: Counter[Finding] = Counter()
    for slip in check_report(report):
        notice = slip.noticed
        own = next((one for one in missed if _is_of(one, slip)), None)
        if own is None:
            line = text[text.rfind("\n", 0, notice.start) + 1 : text.find("\n", notice.end)]
            wrong.append(f"{notice.finding}: {line}")
        else:
            missed.remove(own)
            hit[own.finding] += 1
    return (
        Counter(one.finding for one in planted),
        hit,
        [f"{one.finding}: {text[one.start : one.end]}" for one in missed],
        wrong,
    )


def _is_of(planted: Planted, slip: Slip) -> bool:
    """Tell whether a slip is the planted one; of two values that differ, either may be the wrong one."""
    places = [(slip.noticed.start, slip.noticed.end)]
    if slip.noticed.finding is Finding.VALUES_DIFFER:
        places += slip.related
    return slip.noticed.finding is planted.finding and any(
        planted.start <= start <= end <= planted.end for start, end in places
    )


def test_nine_of_ten_planted_slips_are_found_and_nineteen_of_twenty_finds_are_slips():
    planted: Counter[Finding] = Counter()
    hit: Counter[Finding] = Counter()
    missed: list[str] = []
    wrong: list[str] = []
    for seed in range(REPORTS):
        there, found, lost, false = _compared(seed)
        planted += there
        hit += found
        missed += lost
        wrong += false
    recall = hit.total() / planted.total()
    precision = hit.total() / (hit.total() + len(wrong))
    assert recall >= 0.9, missed
    assert precision >= 0.95, wrong
    poor = {kind.value: (hit[kind], count) for kind, count in planted.items() if hit[kind] < 0.9 * count}
    assert poor == {}, missed

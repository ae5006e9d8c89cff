"""How well the reader finds what people found: `python -m tests.benchmarks.accuracy [NAME...]`, a Markdown table.

The answers are made by hand: those of the folder of reports beside the project, and those of tests/data/accuracy, for
reports that had no answers while the rules were written. These hold offsets, values and short names only; the text
comes from the folder of reports. The reports of invented towns stand beside their answers. The scoring is the folder's
own tool. Where the folder is missing, a sentence says so.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec

from report.contract import report_document
from report.reading import read_report

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT.parent / "shared" / "reports"
TOOL = ROOT.parent / "shared" / "tools" / "score_inspect.py"
ANSWERS = ROOT / "tests" / "data" / "accuracy"
INVENTED = ANSWERS / "invented"


class Answers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one person found in one report; all offsets count characters that are not white space.

    mended: whether rules were changed for what was missed here.
    outline: depth, start, length of the number, length of the title behind it.
    points: start, length.
    metrics: start, length, value in the base unit, unit, qualifier, direction, names that are as good as each other.
    optional: start and end of quantities that may be found or not.
    encoding: of the report's file.
    """

    report: str
    sha256: str
    mended: bool
    region: tuple[int, int]
    outline: tuple[tuple[int, int, int, int], ...]
    points: tuple[tuple[int, int], ...]
    metrics: tuple[tuple[int, int, str, str, str, str, tuple[str, ...]], ...]
    optional: tuple[tuple[int, int], ...]
    encoding: str = "utf-8-sig"


class Figures(msgspec.Struct, frozen=True):
    """The figures of the scoring tool: shares from 0 to 1, None where nothing of the kind was annotated."""

    metric_f1: float
    unit_acc: float
    qualifier_acc: float
    direction_acc: float
    name_acc: float
    outline_f1: float
    point_f1: float | None
    counts: dict[str, int]


class GoldMetric(msgspec.Struct, frozen=True):
    """One quantity of a gold file; `start` counts all characters of the text."""

    start: int
    written: str
    value: str
    unit: str
    qualifier: str
    direction: str
    names: tuple[str, ...]


class Gold(msgspec.Struct, frozen=True):
    """A gold file, as the scoring tool reads it."""

    text: str
    region: tuple[int, int]
    outline: tuple[tuple[int, str, str], ...]
    points: tuple[str, ...]
    metrics: tuple[GoldMetric, ...]
    optional: tuple[tuple[int, int], ...]


class Use(Enum):
    """What the answers to a report were used for."""

    RULES = "yes"
    MENDING = "after its first figures"
    NONE = "no"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Trial:
    """One report with its answers; two stretches of one report have names of their own."""

    name: str
    path: Path
    gold: Gold
    use: Use


def main(chosen: list[str]) -> None:
    """Score the named answers, or all that there are, and print the table."""
    if not (REPORTS.is_dir() and TOOL.is_file()):
        print("Nothing scored: the folder of reports and its scoring tool are not beside the project.")
        return
    print("| report | used | metrics | F1 | unit | qualifier | direction | name | outline F1 | points F1 |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for trial in trials():
        if not chosen or trial.name in chosen:
            print(row(trial, score(trial)), flush=True)


def trials() -> tuple[Trial, ...]:
    """Return what can be scored: the reports that were used, then the other real ones, then the invented ones."""
    used = [
        Trial(name, path.with_name(f"{name}.txt"), _gold_file(path), Use.RULES)
        for path in sorted(REPORTS.glob("*.gold.json"))
        for name in (path.name.removesuffix(".gold.json"),)
    ]
    real = [_trial(path, REPORTS) for path in sorted(ANSWERS.glob("*.json"))]
    invented = [_trial(path, INVENTED) for path in sorted(INVENTED.glob("*.json"))]
    return (*used, *real, *invented)


def gold_of(answers: Answers, text: str) -> Gold:
    """Return answers with the words they point at. Raises ValueError where the text is not the one annotated."""
    squeezed = "".join(text.split())
    if hashlib.sha256(squeezed.encode()).hexdigest() != answers.sha256:
        raise ValueError(f"{answers.report}: not the text that was annotated")
    return Gold(
        text=squeezed,
        region=answers.region,
        outline=tuple(
            (depth, squeezed[start : start + number], squeezed[start + number : start + number + title])
            for depth, start, number, title in answers.outline
        ),
        points=tuple(squeezed[start : start + length] for start, length in answers.points),
        metrics=tuple(
            GoldMetric(start, squeezed[start : start + length], value, unit, qualifier, direction, names)
            for start, length, value, unit, qualifier, direction, names in answers.metrics
        ),
        optional=answers.optional,
    )


def score(trial: Trial) -> Figures:
    """Run the reader on a report, and the scoring tool on what it found."""
    with tempfile.TemporaryDirectory() as name:
        gold, found = Path(name) / "gold.json", Path(name) / "found.json"
        gold.write_bytes(msgspec.json.encode(trial.gold))
        found.write_text(json.dumps(report_document(read_report(trial.path)), ensure_ascii=False), encoding="utf-8")
        told = subprocess.run([sys.executable, TOOL, gold, found], check=True, capture_output=True, encoding="utf-8")
    return msgspec.json.decode(told.stdout.splitlines()[-1], type=Figures)


def row(trial: Trial, figures: Figures) -> str:
    """Return one row of the table."""
    shares = (
        figures.metric_f1,
        figures.unit_acc,
        figures.qualifier_acc,
        figures.direction_acc,
        figures.name_acc,
        figures.outline_f1 if figures.counts["headings"] else None,
        figures.point_f1,
    )
    shown = ["–" if share is None else f"{share:.3f}" for share in shares]
    return f"| `{trial.name}` | {trial.use.value} | {figures.counts['metrics']} | {' | '.join(shown)} |"


def _trial(path: Path, folder: Path) -> Trial:
    answers = msgspec.json.decode(path.read_bytes(), type=Answers)
    source = folder / answers.report
    use = Use.INVENTED if folder == INVENTED else Use.MENDING if answers.mended else Use.NONE
    return Trial(path.stem, source, gold_of(answers, source.read_text(encoding=answers.encoding)), use)


def _gold_file(path: Path) -> Gold:
    return msgspec.json.decode(path.read_bytes(), type=Gold)


if __name__ == "__main__":
    main(sys.argv[1:])

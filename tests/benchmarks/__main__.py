"""Time the commands and print a table: `python -m tests.benchmarks [REPORT] [--runs N]`.

Each row is a process of its own, from start to exit, as a person or a script waits for it: the median wall time of the
runs, their spread, and the most memory any of them held. A first run is not counted.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from report.readers import read_source
from tests.benchmarks.timing import ROOT, Measured, measure

SAMPLE = ROOT / "resources" / "samples" / "sample_report.txt"
LONG = 48  # times the sample: some 230,000 characters, longer than any report that is read out


def main() -> None:
    """Measure every command and print what it took."""
    parser = argparse.ArgumentParser(description="Time the commands as whole processes.")
    parser.add_argument("report", nargs="?", type=Path, default=SAMPLE, help="the report to time (default: the sample)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default: 5)")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = commands(wanted.report.resolve(), Path(folder))
        print(f"{wanted.report.name}, median of {wanted.runs}, Python {sys.version.split()[0]}\n")
        print(f"{'command':<34}{'median s':>10}{'min s':>10}{'max s':>10}{'peak MB':>10}")
        for name, words in rows:
            measure(words)  # the first run compiles and fills the disk's cache
            print(line(name, [measure(words) for _ in range(wanted.runs)]), flush=True)


def commands(report: Path, folder: Path) -> list[tuple[str, list[str]]]:
    """Return what is timed: a name, and the words after `python`."""
    long = folder / "long.txt"
    long.write_text(repeated(report, LONG), encoding="utf-8")
    out = str(folder / "out")
    make = ["--kind", "brief", "--out", out, "--force"]
    return [
        ("python, nothing else", ["-c", ""]),
        ("--help", ["main.py", "--help"]),
        ("inspect --json", ["main.py", "inspect", str(report), "--json"]),
        ("make, Word and PDF", ["main.py", "make", str(report), *make]),
        ("make, Word", ["main.py", "make", str(report), *make, "--format", "docx"]),
        ("make, PDF", ["main.py", "make", str(report), *make, "--format", "pdf"]),
        (f"inspect --json, {LONG} times as long", ["main.py", "inspect", str(long), "--json"]),
        (f"make, {LONG} times as long", ["main.py", "make", str(long), *make]),
    ]


def repeated(report: Path, times: int) -> str:
    """Return the lines of a report, over and over."""
    text = "\n".join(line.text for line in read_source(report).lines)
    return "\n".join([text] * times) + "\n"


def line(name: str, runs: list[Measured]) -> str:
    """Return one row of the table."""
    for run in runs:
        if run.status != 0:
            return f"{name:<34}  exit status {run.status}: {run.complaint}"
    seconds = [run.seconds for run in runs]
    peak = max(run.peak_mb for run in runs)
    return f"{name:<34}{statistics.median(seconds):>10.2f}{min(seconds):>10.2f}{max(seconds):>10.2f}{peak:>10.0f}"


if __name__ == "__main__":
    main()

"""Time our papers beside the programs that come nearest: `python -m tests.benchmarks.rivals [REPORT] [--runs N]`.

gongwen-skill with LibreOffice makes Word and PDF of one report; typst sets a report of 500 pages. Both are installed
into a virtual environment of their own, in a temporary folder. All figures are of whole processes, the runs of one
program by turns with those of the other, so that a busy machine slows down both.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.__main__ import LONG, SAMPLE, repeated
from tests.benchmarks.timing import ROOT, Measured, measure_program

PACKAGES = ("gongwen-skill", "typst")
_TYPST = r"""
import sys, typst
source, target, fonts = sys.argv[1:]
marks = str.maketrans({mark: "\\" + mark for mark in "\\*_`#$@<>[]~/\"'=+-"})
lines = open(source, encoding="utf-8").read().splitlines()
head = (
    '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1")\n'
    '#set text(font: ("GWFangSong", "GWFangSongFallback", "GWSongTi"), size: 16pt, lang: "zh", region: "cn")\n'
    '#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 12.99pt, spacing: 12.99pt)\n'
)
open(target + ".typ", "w", encoding="utf-8").write(head + "\n\n".join(line.translate(marks) for line in lines))
typst.compile(target + ".typ", output=target, font_paths=[fonts], ignore_system_fonts=True)
"""


def main() -> None:
    """Install the others, time everything, print a table."""
    parser = argparse.ArgumentParser(description="Time our papers beside other programs.")
    parser.add_argument("report", nargs="?", type=Path, default=SAMPLE, help="the report (default: the sample)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each program (default: 5)")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = _install(folder)
        for title, ours, theirs in _contests(wanted.report.resolve(), folder, python):
            _compare(title, ours, theirs, wanted.runs)


def _install(folder: Path) -> str:
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = str(folder / "venv" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def _contests(report: Path, folder: Path, python: str) -> list[tuple[str, list[list[str]], list[list[str]]]]:
    """Return what is timed: a title, our processes, and theirs, each run one after the other."""
    make = [sys.executable, "main.py", "make", "--kind", "brief", "--out", str(folder / "ours"), "--force"]
    long = folder / "long.txt"
    long.write_text(repeated(report, LONG), encoding="utf-8")
    script = folder / "set.py"
    script.write_text(_TYPST, encoding="utf-8")
    fonts = str(ROOT / "resources" / "fonts")
    typst = [python, str(script), str(long), str(folder / "typst.pdf"), fonts]
    contests = [
        (
            f"{LONG} times the report as PDF, and typst",
            [[*make, str(long), "--format", "pdf", "--metric", "none"]],
            [typst],
        ),
    ]
    if shutil.which("soffice"):
        draft = folder / "draft.md"
        draft.write_text(repeated(report, 1), encoding="utf-8")
        word = str(folder / "draft.docx")
        gongwen = [python, "-m", "gongwen", "draft", str(draft), "-t", "report", "-o", word, "--no-verify"]
        office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), word]
        contests.append(("Word and PDF, and gongwen-skill with LibreOffice", [[*make, str(report)]], [gongwen, office]))
    return contests


def _compare(title: str, ours: list[list[str]], theirs: list[list[str]], runs: int) -> None:
    our_runs: list[Measured] = []
    their_runs: list[Measured] = []
    _together(ours)  # the first runs compile, and fill the disk's cache
    _together(theirs)
    for _ in range(runs):
        our_runs.append(_together(ours))
        their_runs.append(_together(theirs))
    our_time, their_time = (statistics.median(run.seconds for run in found) for found in (our_runs, their_runs))
    our_peak, their_peak = (max(run.peak_mb for run in found) for found in (our_runs, their_runs))
    print(f"{title} (median of {runs})")
    print(f"  ours   {our_time:6.2f} s  {our_peak:5.0f} MB")
    print(f"  theirs {their_time:6.2f} s  {their_peak:5.0f} MB")
    print(f"  ratio  {our_time / their_time:6.2f}", flush=True)


def _together(commands: list[list[str]]) -> Measured:
    """Run commands one after the other, and return their time together and the most memory of one."""
    found = [measure_program(command) for command in commands]
    for run, command in zip(found, commands, strict=True):
        if run.status:
            raise SystemExit(f"{' '.join(command)}: exit status {run.status}: {run.complaint}")
    return Measured(sum(run.seconds for run in found), max(run.peak_mb for run in found), 0, "")


if __name__ == "__main__":
    main()

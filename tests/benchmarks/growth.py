"""How time and memory grow with the length and the make of a report: `python -m tests.benchmarks.growth`.

Each row is a process of its own that reads one text and takes it through every stage: reader, structure, metrics,
audit, and the JSON document. Seconds are the processor's. `--whole` gives the texts that are hostile as a whole,
`--characters` other lengths, `--names` only some rows.
"""

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Final

import msgspec

from tests.benchmarks.timing import ROOT

STAGES: Final = ("read", "structure", "metrics", "checks", "json")
LENGTHS: Final = (10_000, 100_000, 1_000_000, 10_000_000)
_SAMPLE: Final = ROOT / "resources" / "samples" / "sample_report.txt"
_MOST_BYTES: Final = 4 * 1024**3  # of address space: what needs more fails instead of taking the machine along
_MOST_SECONDS: Final = 600


class Grown(msgspec.Struct, frozen=True):
    """What one text took: seconds of each of `STAGES` in a warm process, most memory, and what was found."""

    seconds: tuple[float, ...]
    peak_mb: float
    characters: int
    sections: int
    metrics: int


def varied(size: int) -> str:
    """Return the sample report over and over, so many characters; no two rounds have the same figures."""
    lines = _SAMPLE.read_text(encoding="utf-8").splitlines()
    made: list[str] = []
    length = turn = 0
    while length < size:
        turn += 1
        change = str.maketrans("23456789", "".join(str(2 + (digit + turn) % 8) for digit in range(8)))
        for line in lines:
            made.append(line.translate(change))
            length += len(line) + 1
    return "\n".join(made)[:size]


def _over(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _lines(piece: str) -> Callable[[int], str]:
    """Return a text of so many characters in which a piece is every line, in at most 190,000 of them."""

    def made(size: int) -> str:
        times = max(1, size // ((len(piece) + 1) * 190_000) + 1)
        return _over(piece * times + "\n")(size)

    return made


def _headings(size: int) -> str:
    return "\n".join(f"（{number % 9 + 1}）第{number}项" for number in range(min(size // 10, 199_000)))


def _levels(size: int) -> str:
    marks = ("一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "第一，己")
    rows = [f"{marks[at % 6]}类工作" for at in range(11)]
    return "\n".join((rows * (size // 60 + 1))[: min(size // 7, 199_000)])


def _rows(size: int) -> str:
    return "\n".join(
        f"第{number}村\t{number}\t{number % 97}.5\t增长{number % 9}%" for number in range(min(size // 20, 100_000))
    )


TEXTS: Final[dict[str, Callable[[int], str]]] = {
    "a report over and over": varied,
    "字字字": _over("字"),
    "一、一、": _over("一、"),
    "一、 on every line": _lines("一、"),
    "分别分别": _over("分别"),
    "分别 of two": _over("甲、乙分别增长1%、2%，"),
    "digits": _over("9"),
    "commas": _over("，"),
    "full stops": _over("。"),
    "（（（": _over("（"),
    "“““": _over("“"),
    "——": _over("——"),
    "—— on every line": _lines("——"),
    "其中其中": _over("其中"),
    "其中 of figures": _over("其中3个，"),
    "1、2、3、": _over("1、2、3、"),
    "1.2.3.": _over("1.2.3."),
    "一是": _over("一是"),
    "blanks between": _over("字 "),
    "percent signs": _over("%"),
    "万万万": _over("万"),
    "一一一": _over("一"),
    "增长1%": _over("增长1%，"),
    "Latin": _over("a"),
    "surrogate pairs": _over("𠮷"),
    "headings": _headings,
    "levels up and down": _levels,
    "one paragraph": lambda size: varied(size).replace("\n", ""),
    "a table": _rows,
    "目录 lines": _lines("一、回顾……………………1"),
    "注释 lines": _lines("[1]注：某词，指某事。"),
}


def main() -> None:
    """Measure, or be the measured process."""
    parser = argparse.ArgumentParser(description="Time all stages on texts of growing length.")
    parser.add_argument("--whole", action="store_true", help="the texts that are hostile as a whole")
    parser.add_argument(
        "--characters", type=int, nargs="+", help=f"lengths (default: {LENGTHS}; --whole: the second, third)"
    )
    parser.add_argument("--names", nargs="+", help="only these texts")
    parser.add_argument("--measured", nargs=1, type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.measured:
        _measure(wanted.measured[0])
        return
    names = wanted.names or (list(TEXTS) if wanted.whole else [next(iter(TEXTS))])
    lengths = wanted.characters or (LENGTHS[1:3] if wanted.whole else LENGTHS)
    print(
        f"{'text':<24}{'characters':>11}"
        + "".join(f"{stage:>10}" for stage in STAGES)
        + f"{'µs a char':>11}{'peak MB':>9}"
    )
    for name in names:
        for length in lengths:
            print(_line(name, TEXTS[name](length)), flush=True)


def _line(name: str, text: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.txt"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "tests.benchmarks.growth", "--measured", str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        return f"{name:<24}{len(text):>11}  ends with {done.returncode}: {done.stderr.decode()[-300:].strip()}"
    found = msgspec.json.decode(done.stdout, type=Grown)
    each = "".join(f"{seconds:>10.3f}" for seconds in found.seconds)
    micro = sum(found.seconds) / found.characters * 1e6
    return f"{name:<24}{found.characters:>11}{each}{micro:>11.2f}{found.peak_mb:>9.0f}"


def _measure(path: Path) -> None:
    from report.checks import check_report  # noqa: PLC0415 - not in the process that only starts others
    from report.contract import report_document  # noqa: PLC0415
    from report.json_pieces import json_pieces  # noqa: PLC0415
    from report.readers import read_source  # noqa: PLC0415
    from report.reading import parse_source, read_report  # noqa: PLC0415
    from report.structure import find_structure  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    gc.disable()  # as the command line does
    report_document(read_report(_SAMPLE))
    check_report(read_report(_SAMPLE))
    times = [time.process_time()]

    def note() -> None:
        times.append(time.process_time())

    source = read_source(path)
    note()
    find_structure(source)
    note()
    report = parse_source(source, path.name)
    note()
    check_report(report)
    note()
    for _piece in json_pieces(report_document(report)):
        pass
    note()
    took = [after - before for before, after in pairwise(times)]
    took[2] -= took[1]  # parsing finds the structure once more
    sections = sum(1 for _ in report.walk())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    grown = Grown(tuple(took), peak, len(report.text), sections, len(report.metrics))
    sys.stdout.buffer.write(msgspec.json.encode(grown))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()

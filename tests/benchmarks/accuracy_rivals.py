"""What two libraries find of the quantities that people found: `python -m tests.benchmarks.accuracy_rivals`.

Recognizers-Text and JioNLP are installed into a virtual environment of their own, in a temporary folder. All get the
same text, sentence by sentence, and all are counted alike: a quantity is found where a result overlaps it and has its
value; with its unit, where the characters of the result hold the unit, too, or the text writes it elsewhere (百分之五,
2至3亿元). `besides` are the stretches in which only other numbers were found: dates, numbers in names, enumerators.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec

from report.metrics import find_metrics
from tests.benchmarks.accuracy import REPORTS, Gold, GoldMetric, Trial, Use, trials

# emoji 1.7 is the last that Recognizers-Text can be imported with
PACKAGES = ("emoji==1.7.0", "recognizers-text-number", "recognizers-text-number-with-unit", "jionlp")
_MONEY = ("元", "美元")
_FIND = r"""
import contextlib, json, re, sys
with contextlib.redirect_stdout(sys.stderr):
    import jionlp
    from recognizers_number import Culture, recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency
    from recognizers_number_with_unit import recognize_dimension, recognize_temperature

RECOGNIZE = (
    recognize_number, recognize_ordinal, recognize_percentage,
    recognize_age, recognize_currency, recognize_dimension, recognize_temperature,
)

def recognizers(text):
    for recognize in RECOGNIZE:
        for found in recognize(text, Culture.Chinese):
            yield found.start, found.end + 1, str((found.resolution or {}).get("value")).rstrip("%")

def money(text):
    for found in jionlp.ner.extract_money(text, with_parsing=True):
        yield *found["offset"], str(found["detail"]["num"])

def sentences(text):
    return [(found.start(), found.group()) for found in re.finditer(r"[^。；\n]+", text)]

LIBRARIES = {"Recognizers-Text": recognizers, "JioNLP": money}
texts = json.load(sys.stdin)
json.dump({
    name: [
        [(start + at, end + at, value) for at, sentence in sentences(text) for start, end, value in find(sentence)]
        for text in texts
    ]
    for name, find in LIBRARIES.items()
}, sys.stdout)
"""

Found = tuple[int, int, str]  # start, end, value


@dataclass(frozen=True, slots=True)
class Count:
    """What one program found in some stretches; all numbers of quantities, but `besides` of stretches of text."""

    wanted: int = 0
    valued: int = 0
    with_unit: int = 0
    money: int = 0
    money_with_unit: int = 0
    besides: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.wanted + other.wanted,
            self.valued + other.valued,
            self.with_unit + other.with_unit,
            self.money + other.money,
            self.money_with_unit + other.money_with_unit,
            self.besides + other.besides,
        )


def main() -> None:
    """Install the libraries, let all find, print a Markdown table."""
    if not REPORTS.is_dir():
        print("Nothing compared: the folder of reports is not beside the project.")
        return
    tried = trials()
    found = {"ours": [_ours(trial.gold.text) for trial in tried]} | _theirs([trial.gold.text for trial in tried])
    counts = {
        name: [count(trial.gold, results) for trial, results in zip(tried, every, strict=True)]
        for name, every in found.items()
    }
    print("| reports | program | quantities | value and unit | value | sums of money, value and unit | besides |")
    print("|---|---|---|---|---|---|---|")
    for title, chosen in _groups(tried):
        for name, every in counts.items():
            print(_row(title, name, sum((every[index] for index in chosen), Count())))


def count(gold: Gold, results: list[Found]) -> Count:
    """Return how many of the quantities of a stretch the results hold."""
    hits = {metric.start: _hits(metric, gold.text, results) for metric in gold.metrics}
    held = [metric for metric in gold.metrics if any(_holds_unit(hit, metric) for hit in hits[metric.start])]
    return Count(
        wanted=len(gold.metrics),
        valued=sum(bool(found) for found in hits.values()),
        with_unit=len(held),
        money=sum(metric.unit in _MONEY for metric in gold.metrics),
        money_with_unit=sum(metric.unit in _MONEY for metric in held),
        besides=_besides(gold, results),
    )


def _holds_unit(hit: str, metric: GoldMetric) -> bool:
    return metric.unit in hit or metric.unit not in metric.written


def _hits(metric: GoldMetric, text: str, results: list[Found]) -> list[str]:
    """Return the words of those results that overlap a quantity and have its value."""
    end = metric.start + len(metric.written)
    return [text[at:to] for at, to, value in results if at < end and metric.start < to and _equal(value, metric.value)]


def _besides(gold: Gold, results: list[Found]) -> int:
    known = [(metric.start, metric.start + len(metric.written)) for metric in gold.metrics] + list(gold.optional)
    number, reached = 0, 0
    for at, to, _ in sorted(results):
        if at >= reached and gold.region[0] <= at and to <= gold.region[1]:
            number += not any(at < end and start < to for start, end in known)
        reached = max(reached, to)
    return number


def _equal(value: str, wanted: str) -> bool:
    try:
        return Decimal(value) == Decimal(wanted)
    except InvalidOperation:
        return False


def _ours(text: str) -> list[Found]:
    return [(metric.start, metric.end, metric.value) for metric in find_metrics(text, ())]


def _theirs(texts: list[str]) -> dict[str, list[list[Found]]]:
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([sys.executable, "-m", "venv", Path(name) / "venv"], check=True)
        python = Path(name) / "venv" / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        told = subprocess.run(
            [python, "-c", _FIND], input=msgspec.json.encode(texts), check=True, stdout=subprocess.PIPE
        )
    return msgspec.json.decode(told.stdout, type=dict[str, list[list[Found]]])


def _groups(tried: tuple[Trial, ...]) -> list[tuple[str, list[int]]]:
    """Return the rows of the table: a title, and the places of the reports it adds up."""
    one = [(f"`{trial.name}`", [index]) for index, trial in enumerate(tried)]
    used = [index for index, trial in enumerate(tried) if trial.use is Use.RULES]
    invented = [index for index, trial in enumerate(tried) if trial.use is Use.INVENTED]
    others = sorted({*range(len(tried))} - {*used, *invented})
    return [
        *one,
        ("all that our rules were written with", used),
        ("all others", others),
        ("all of invented towns", invented),
    ]


def _row(title: str, name: str, total: Count) -> str:
    shares = f"{total.with_unit} ({total.with_unit / total.wanted:.1%}) | {total.valued}"
    return (
        f"| {title} | {name} | {total.wanted} | {shares} | {total.money_with_unit} of {total.money} | {total.besides} |"
    )


if __name__ == "__main__":
    main()

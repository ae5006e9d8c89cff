"""No pattern can run away: every regular expression of the program, tried on what would make it."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

ROOT = Path(__file__).parents[2]
TRYING = [sys.executable, "-m", "tests.report.trying_patterns"]

# What takes the square of its text and is never given a long one: where it stands, and why that is so.
SHORT_TEXTS = MappingProxyType(
    {
        "report.structure.front_roles._SPEAKER": "lines of at most 48 characters",
        "report.structure.front_roles._MEETING": "lines of at most 80 characters",
    }
)

# Functions that make patterns, once, for tables of their modules; and patterns that cannot be known before.
MAKERS = frozenset(
    {
        ("report/checks/slips.py", "_fixed"),
        ("report/metrics/traps.py", "_headed"),
        ("generators/terms.py", "_index"),  # of the terms that a folder holds
        ("generators/toml_faults.py", "_set_on"),  # a key of a file, on one line
    }
)


def tried(*patterns: str) -> tuple[int, dict[str, str]]:
    done = subprocess.run([*TRYING, *patterns], cwd=ROOT, capture_output=True, check=True)
    found = json.loads(done.stdout)
    return found["tried"], found["ran away"]


def test_no_pattern_takes_the_square_of_a_text() -> None:
    count, away = tried()
    assert count > 300
    names = {name.partition(" ")[0]: runs for name, runs in away.items()}
    assert {name: runs for name, runs in names.items() if name not in SHORT_TEXTS} == {}
    assert set(SHORT_TEXTS) <= set(names), "what no longer runs away needs no excuse"


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a|aa)+\Z", r"(?:[一二]+)+、", r"\d+x", r"x(?=[^)]*字[^)]*\))", r"甲.*乙.*丙\Z", r"(?:甲|乙|甲乙)*丙"],
)
def test_a_pattern_that_runs_away_is_found(pattern: str) -> None:
    assert len(tried(pattern)[1]) == 1


def test_a_pattern_that_does_not_is_left_alone() -> None:
    assert tried(r"(?<!\d)\d+x", r"[（(][^（()）]*[）)]", r"\d{1,9}万?元")[1] == {}


def calls_of_re(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the functions that compile a pattern, or have one compiled, each time they run; and the line."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                of_re = isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
                if of_re and call.func.attr != re.escape.__name__:
                    yield function.name, call.lineno


def test_patterns_are_compiled_once_where_they_can_be_tried() -> None:
    found: list[tuple[str, str, int]] = []
    for package in ("report", "generators", "ui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            found += [(name, function, line) for function, line in calls_of_re(path)]
    assert [each for each in found if each[:2] not in MAKERS] == []
    assert {each[:2] for each in found} >= MAKERS, "what makes no pattern needs no excuse"

"""The house itself: its locks, its lists in docs/, and the directions of its imports that only a run can show."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from report.findings import Finding
from tests.conftest import REASONS

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", ".ci/package-lock.json")

IMPORT_ALL_BELOW_THE_WINDOW = """
import importlib, pkgutil, sys
import generators, main, report
for package in (report, generators):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
print(*sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6"}))
"""


def _table(page: str) -> list[str]:
    """Return the first cell of those table rows of a page that begin with a code word."""
    return re.findall(r"^\| `([^`]+)` \|", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)


def _declared() -> dict[str, list[str]]:
    """Return the names that pyproject declares: for running, and for development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"run": project["project"]["dependencies"], "dev": project["dependency-groups"]["dev"]}
    return {group: [re.split(r"[\[<>=!~ ;]", line)[0] for line in lines] for group, lines in wanted.items()}


def _pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.findall(r"\w+://|file:|--(?:extra-)?index-url|--find-links|\"resolved\"", text)


@pytest.mark.parametrize("lock", LOCKS[:2])
def test_every_pin_of_a_lock_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_locks_pin_every_dependency_that_is_declared() -> None:
    declared = _declared()
    assert set(declared["run"]) <= set(_pins("requirements.txt"))
    assert set(declared["dev"]) <= set(_pins("requirements-dev.txt"))


def test_both_locks_pin_a_shared_package_to_the_same_version() -> None:
    run, dev = _pins("requirements.txt"), _pins("requirements-dev.txt")
    shared = run.keys() & dev.keys()
    assert {name: run[name] for name in shared} == {name: dev[name] for name in shared}


def test_every_dependency_has_its_reason_in_the_architecture_page() -> None:
    declared = _declared()
    listed = _table("docs/architecture.md")
    assert sorted(listed) == sorted(declared["run"] + declared["dev"])


def test_every_finding_is_explained_in_the_findings_page_and_no_other() -> None:
    assert _table("docs/findings.md") == [finding.value for finding in Finding]


def test_every_marker_of_a_tool_has_a_reason_to_skip() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert sorted(REASONS) == sorted(line.split(":")[0] for line in project["tool"]["pytest"]["ini_options"]["markers"])


def test_the_switch_that_rewrites_goldens_is_off() -> None:
    assert "UPDATE_GOLDEN" not in os.environ


def test_nothing_below_the_window_imports_qt() -> None:
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL_BELOW_THE_WINDOW], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.stderr, run.stdout.strip()) == ("", "")


@pytest.mark.parametrize("page", ["README.md", "README.en.md", "CONTRIBUTING.md"])
def test_a_page_links_only_to_files_that_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert links, "the page links to nothing: the pattern no longer finds links"
    assert [link for link in links if not (ROOT / link).exists()] == []

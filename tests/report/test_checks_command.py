"""The `check` command as a whole process: the contract's document and statuses."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

SAMPLE = ROOT / "resources" / "samples" / "sample_report.txt"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "main.py", "check", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_check_gives_each_finding_with_its_places_by_the_contract():
    done = run(SAMPLE, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document: dict[str, Any] = json.loads(done.stdout)
    assert document["schema"] == 1
    assert len(document["findings"]) == 7
    assert set(document) == {"schema", "findings"}
    for finding in document["findings"]:
        assert set(finding) == {"finding", "start", "end", "detail", "related"}
        assert finding["detail"].endswith("。")
        assert 0 <= finding["start"] < finding["end"]


def test_check_tells_a_line_a_finding_and_their_count():
    done = run(SAMPLE)
    lines = done.stdout.splitlines()
    assert (done.returncode, len(lines)) == (0, 8)
    assert "截止" in done.stdout
    assert "共 7 处待核对。" in lines[-1]


def test_check_of_a_clean_report_ends_with_nothing_found(tmp_path: Path):
    report = tmp_path / "干净的报告.txt"
    report.write_text("松溪乡政府工作报告\n一、工作回顾\n路修好了。\n二、工作安排\n再修水渠。\n", encoding="utf-8")
    done = run(report, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"schema": 1, "findings": []})


def test_check_of_a_file_that_is_not_there_says_what_to_do(tmp_path: Path):
    done = run(tmp_path / "没有.docx", "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("错误：“没有.docx”不存在；")


def test_check_speaks_english_when_asked_to():
    done = run(SAMPLE, "--lang", "en")
    assert done.returncode == 0
    assert "findings: 7" in done.stdout.lower()

"""The command line as a whole process: the contract's documents, statuses and sentences."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "sample_report.txt"


def run(*words: str | Path, locale: str = "C") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": locale, "LANG": locale},
        check=False,
    )


def document(*words: str | Path) -> dict[str, Any]:
    done = run(*words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["schema"] == 1
    return found


def failed(*words: str | Path) -> str:
    """Return the one sentence of a failure that the user can act on."""
    done = run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("错误：")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "；" in done.stderr
    return done.stderr


def test_inspect_gives_text_sections_and_metrics_by_the_contract():
    found = document("inspect", SAMPLE)
    assert set(found) == {"schema", "title", "text", "sections", "metrics", "glossary", "noticed"}
    for metric in found["metrics"]:
        assert found["text"][metric["start"] : metric["end"]] == metric["written"]
        assert metric["written"] in metric["sentence"]
    ids: list[str] = [metric["id"] for metric in found["metrics"]]
    assert ids == [f"m{number}" for number in range(1, len(ids) + 1)]
    assert set(found["sections"][0]) == {"id", "kind", "number", "title", "start", "end", "children"}


def test_inspect_speaks_utf_8_whatever_the_locale():
    done = run("inspect", SAMPLE, locale="C")
    assert "云岫镇" in done.stdout


def test_kinds_lists_the_fields_of_the_bulletin():
    kinds = document("kinds")["kinds"]
    brief = next(kind for kind in kinds if kind["id"] == "brief")
    assert (brief["title"], brief["formats"]) == ("简报", ["docx", "pdf"])
    issue = next(field for field in brief["fields"] if field["id"] == "issue")
    assert set(issue) == {"id", "label", "type", "default", "required", "choices", "help"}
    assert (issue["label"], issue["type"], issue["default"]) == ("期号", "integer", "1")


def test_make_makes_word_and_pdf_and_prints_a_path_a_line(tmp_path: Path):
    done = run("make", SAMPLE, "--kind", "brief", "--out", tmp_path / "new" / "folder")
    assert (done.returncode, done.stderr) == (0, "")
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(path.suffix for path in paths) == [".docx", ".pdf"]
    assert all(path.is_file() for path in paths)


def test_make_takes_sections_metrics_and_fields(tmp_path: Path):
    words = ("--section", "2.1=digest", "--metric", "m1", "--set", "issue=7", "--set", "date=2026-01-20")
    made = document("make", SAMPLE, "--kind", "简报", "--format", "pdf", "--out", tmp_path, *words)
    assert [file["format"] for file in made["files"]] == ["pdf"]
    assert made["files"][0]["path"].endswith("_简报_第7期_2026-01-20.pdf")
    assert made["files"][0]["pages"] >= 1
    assert {"finding", "start", "end", "detail"} == set(made["noticed"][-1])


def test_make_takes_a_plan_and_notices_its_unknown_keys(tmp_path: Path):
    plan = tmp_path / "plan.json"
    content = {
        "schema": 1,
        "kinds": ["brief"],
        "sections": {"2.1": "full"},
        "metrics": ["m3"],
        "fields": {"brief": {"issue": "12"}},
        "profile": "gbt9704",
        "colour": "blue",
    }
    plan.write_text(json.dumps(content), encoding="utf-8")
    made = document("make", SAMPLE, "--plan", plan, "--format", "pdf", "--out", tmp_path / "out")
    assert "第12期" in made["files"][0]["path"]
    assert "unknown_key" in [notice["finding"] for notice in made["noticed"]]


def test_options_win_over_the_plan(tmp_path: Path):
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps({"kinds": ["brief"], "fields": {"brief": {"issue": "12"}}}), encoding="utf-8")
    words = ("--plan", plan, "--set", "issue=13", "--format", "pdf", "--out", tmp_path / "out")
    assert "第13期" in document("make", SAMPLE, *words)["files"][0]["path"]


def test_doctor_says_which_font_serves_which_role():
    found = document("doctor")
    assert [font["role"] for font in found["fonts"]] == ["仿宋", "小标宋", "黑体", "楷体", "宋体", "Times New Roman"]
    assert all(Path(font["file"]).is_file() for font in found["fonts"])


def test_doctor_lists_the_converters_and_what_is_missing(tmp_path: Path):
    (here,) = document("doctor")["converters"]
    assert (here["name"], here["found"]) == ("LibreOffice", here["file"] is not None)
    assert ".doc" in here["serves"]
    told = run("doctor").stdout
    assert here["version"] in told if here["found"] else "没有安装；装上后可以读取 .doc" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "poster"), "poster"),
        (("--kind", "brief", "--section", "9.9.9=full"), "9.9.9"),
        (("--kind", "brief", "--section", "1=half"), "half"),
        (("--kind", "brief", "--section", "none"), "没有选内容"),
        (("--kind", "brief", "--metric", "m99999"), "m99999"),
        (("--kind", "brief", "--set", "colour=red"), "colour"),
        (("--kind", "brief", "--set", "issue=十二"), "期号"),
        (("--kind", "brief", "--format", "odt"), "odt"),
        (("--kind", "brief", "--profile", "mine"), "mine"),
    ],
)
def test_what_cannot_be_made_is_one_sentence_and_leaves_nothing(tmp_path: Path, words: tuple[str, ...], said: str):
    assert said in failed("make", SAMPLE, "--out", tmp_path / "out", *words)
    assert not (tmp_path / "out").exists()


def test_a_missing_an_empty_and_a_folder_report_are_one_sentence_each(tmp_path: Path):
    (tmp_path / "空.txt").touch()
    assert "没有.txt" in failed("inspect", tmp_path / "没有.txt")
    assert "空.txt" in failed("inspect", tmp_path / "空.txt")
    assert "文件夹" in failed("inspect", tmp_path)


def test_a_word_file_that_is_no_zip_is_one_sentence(tmp_path: Path):
    (tmp_path / "报告.docx").write_bytes(b"not a zip at all")
    assert "报告.docx" in failed("inspect", tmp_path / "报告.docx")


def test_an_output_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path):
    (tmp_path / "file").touch()
    assert "file" in failed("make", SAMPLE, "--kind", "brief", "--out", tmp_path / "file")


def test_a_report_without_headings_is_one_section_and_said_so(tmp_path: Path):
    plain = tmp_path / "plain.txt"
    plain.write_text("今年全镇修路12公里，受益群众3400人。\n明年再修8公里。\n", encoding="utf-8")
    found = document("inspect", plain)
    assert [section["kind"] for section in found["sections"]][-1] == "body"
    assert "no_headings" in [notice["finding"] for notice in found["noticed"]]
    made = document("make", plain, "--kind", "brief", "--out", tmp_path / "out")
    assert len(made["files"]) == 2


@pytest.mark.parametrize("words", [("make",), ("inspect",), ("make", str(SAMPLE)), ("kinds", "--wrong")])
def test_a_wrong_command_line_ends_with_2(words: tuple[str, ...]):
    assert run(*words).returncode == 2


def test_english_is_spoken_when_asked_for():
    done = run("inspect", "--lang", "en", "no-such-file.txt")
    assert done.returncode == 1
    assert done.stderr.isascii()


def test_without_a_screen_the_window_is_refused_in_one_sentence():
    surroundings = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, ROOT / "main.py"], capture_output=True, encoding="utf-8", env=surroundings, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("错误：没有图形桌面")


def test_an_interrupt_ends_with_130_and_leaves_nothing(tmp_path: Path):
    long = tmp_path / "long.txt"
    long.write_text(SAMPLE.read_text(encoding="utf-8") * 40, encoding="utf-8")
    # A shell that starts a job in the background lets it ignore interrupts, and so would what it starts.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "make", "-", "--kind", "brief", "--out", tmp_path / "out"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, ours)
    assert running.stdin is not None
    running.stdin.write(long.read_bytes())
    running.stdin.flush()  # it is up and waits for the end of its input
    running.send_signal(signal.SIGINT)
    output, _ = running.communicate()
    assert (running.returncode, output) == (130, b"")
    assert not (tmp_path / "out").exists()

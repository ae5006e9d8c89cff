"""`make --delegates` as a whole process: forms filled from the list, and people's data nowhere but on the forms."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "sample_report.txt"
LIST = """姓名\t代表证号\t代表团\t电话
龙应春\t730001\t东团\t13900007301
阿依古丽·买买提\t730002\t\t1.39E+10
\t730003\t\t
"""


def make(folder: Path, *words: str, text: str = LIST) -> subprocess.CompletedProcess[str]:
    path = folder / "名单.csv"
    path.write_text(text, encoding="gb18030")
    return subprocess.run(
        [sys.executable, ROOT / "main.py", "make", SAMPLE, "--delegates", path, "--out", folder / "out", *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(folder / "home"), "XDG_DATA_HOME": str(folder / "home")},
        check=False,
    )


def test_forms_are_filled_and_what_is_odd_about_the_list_is_told_by_row(tmp_path: Path):
    done = make(tmp_path, "--kind", "review_form", "--format", "pdf", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    made = json.loads(done.stdout)
    assert [file["pages"] for file in made["files"]] == [2]
    told = {notice["finding"]: notice["detail"] for notice in made["noticed"]}
    assert "第 4 行" in told["list_row_left_out"]
    assert "第 3 行" in told["list_filled_down"]
    assert "第 3 行第 4 列" in told["list_cell_left_out"]
    document = pypdfium2.PdfDocument(made["files"][0]["path"])
    first, second = (document[number].get_textpage().get_text_range() for number in range(2))
    assert all(word in first for word in ("龙应春", "730001", "东团", "13900007301"))
    assert all(word in second for word in ("阿依古丽·买买提", "730002", "东团"))
    assert "1.39" not in second


def test_peoples_data_stands_in_no_properties_bookmarks_names_or_output(tmp_path: Path):
    done = make(tmp_path, "--kind", "review_form", "--kind", "name_cards")
    assert done.returncode == 0
    said = done.stdout + done.stderr
    for path in (tmp_path / "out").iterdir():
        if path.suffix == ".pdf":
            with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
                said += str(dict(pdf.docinfo)) + str(pdf.open_metadata()) + "".join(item.title for item in outline.root)
        else:
            with zipfile.ZipFile(path) as package:
                parts = [name for name in package.namelist() if "document.xml" not in name]
                said += "".join(package.read(name).decode("utf-8", "replace") for name in parts)
                said += "".join(
                    re.findall(r'(?:descr|title|name)="([^"]*)"', package.read("word/document.xml").decode())
                )
    assert "审议意见表" in said
    assert not any(word in said for word in ("龙应春", "730001", "13900007301", "阿依古丽"))
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "out"]
    assert kept == [tmp_path / "名单.csv"]


def test_a_list_without_names_is_refused_before_anything_is_made(tmp_path: Path):
    done = make(tmp_path, "--kind", "review_form", text="序号\t电话\n1\t2\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("错误：代表名单“名单.csv”读不了：没有找到姓名")
    assert not (tmp_path / "out").exists()

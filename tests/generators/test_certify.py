"""The certificate: what was made to the standard conforms, and each departure from it is found in its own row."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec import structs

from generators.certificate import Certificate, Verdict
from generators.certify import certify
from generators.document import Role
from generators.fonts import plan_fonts
from generators.job import make
from generators.layout import lay_out
from generators.ordering import compose_paper
from generators.pdf import write_pdf
from generators.profile_files import load_profile
from generators.profiles import Profile
from generators.progress import NoProgress
from report.errors import Failure, UserError
from tests.generators.papers import order

MAIN = Path(__file__).parents[2] / "main.py"
STANDARD = load_profile("gbt9704")


@dataclass(frozen=True, slots=True)
class Departure:
    """A profile that leaves the standard in one thing, and the row in which it is found."""

    profile: Profile
    what: str


def departures() -> list[Departure]:
    page, number, looks = STANDARD.page, STANDARD.page_number, STANDARD.looks
    smaller_title = {**looks, Role.TITLE: structs.replace(looks[Role.TITLE], size_pt=20)}
    return [
        Departure(structs.replace(STANDARD, page=structs.replace(page, left_mm=31)), "订口"),
        Departure(structs.replace(STANDARD, page=structs.replace(page, top_mm=33)), "天头"),
        Departure(structs.replace(STANDARD, page=structs.replace(page, width_mm=216)), "纸宽"),
        Departure(structs.replace(STANDARD, page=structs.replace(page, text_height_mm=215)), "行距"),
        Departure(structs.replace(STANDARD, grid=structs.replace(STANDARD.grid, chars=27)), "字距"),
        Departure(structs.replace(STANDARD, page_number=structs.replace(number, below_mm=5)), "页码一字线"),
        Departure(structs.replace(STANDARD, page_number=structs.replace(number, size_pt=12)), "页码字号"),
        Departure(structs.replace(STANDARD, looks=smaller_title), "标题"),
    ]


def certificate_of(profile: Profile, folder: Path) -> Certificate:
    document = compose_paper(order(issue="3")).document
    pages = lay_out(document, profile, plan_fonts({}), NoProgress())
    file = folder / "paper.pdf"
    file.write_bytes(write_pdf(document, pages, NoProgress()))
    return certify(file)


def test_what_is_made_to_the_standard_conforms(tmp_path: Path):
    for file in make(order(), ("pdf", "docx"), tmp_path, NoProgress()).files:
        certificate = certify(file.path)
        assert certificate.conforms, [row for row in certificate.rows if row.verdict is Verdict.DEVIATES]
        assert {row.verdict for row in certificate.rows} == {Verdict.OK}
        assert all(row.clause and row.wanted and row.measured for row in certificate.rows)


@pytest.mark.parametrize("departure", departures(), ids=lambda departure: departure.what)
def test_a_departure_is_found_in_its_own_row(departure: Departure, tmp_path: Path):
    certificate = certificate_of(departure.profile, tmp_path)
    found = [row for row in certificate.rows if row.what.startswith(departure.what)]
    assert found
    assert any(row.verdict is not Verdict.OK for row in found), found


def test_a_file_that_is_neither_pdf_nor_word_is_refused_by_name(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text("一、工作回顾", "utf-8")
    with pytest.raises(UserError) as error:
        certify(file)
    assert error.value.failure is Failure.UNKNOWN_FORMAT
    assert error.value.facts["name"] == "报告.txt"


def test_a_damaged_pdf_is_refused(tmp_path: Path):
    file = tmp_path / "坏.pdf"
    file.write_bytes(b"%PDF-1.7\n%%EOF")
    with pytest.raises(UserError) as error:
        certify(file)
    assert error.value.failure is Failure.DAMAGED_FILE


def test_the_command_prints_the_contract(tmp_path: Path):
    made = make(order(), ("pdf",), tmp_path, NoProgress()).files[0].path
    command = [sys.executable, str(MAIN), "certify", str(made), "--json"]
    run = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    document = json.loads(run.stdout)
    assert document["schema"] == 1
    assert document["conforms"] is True
    assert set(document["rows"][0]) == {"clause", "what", "wanted", "measured", "verdict"}

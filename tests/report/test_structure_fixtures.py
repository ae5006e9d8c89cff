"""Reports of invented places, built in every way that real ones are known to be built."""

import pytest

from report.findings import Finding
from tests.report.structure_fixtures import expected, found, names, read


@pytest.mark.parametrize("name", names())
def test_the_structure_is_what_a_person_reads(name: str):
    assert found(read(name)) == expected(name)


@pytest.mark.parametrize("name", names())
def test_what_is_noticed_of_a_heading_stands_where_the_heading_does(name: str):
    report = read(name)
    starts = {section.start for section in report.walk()}
    for notice in report.noticed:
        if notice.finding not in {Finding.TITLE_GUESSED, Finding.NO_HEADINGS}:
            assert notice.start in starts
            assert _squeezed(report.text[notice.start : notice.end]).startswith(_squeezed(notice.detail))


def _squeezed(text: str) -> str:
    return "".join(text.split())

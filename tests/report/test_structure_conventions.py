"""One tree of headings, typed in every convention, is read as the same tree."""

from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from report.findings import Finding
from report.model import SectionKind
from report.structure import Structure
from tests.report.structure_rendering import (
    CONVENTIONS,
    Convention,
    Heading,
    as_one_paragraph,
    render,
    tree,
    without_a_number,
)
from tests.report.structure_source import structure_of


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
@settings(deadline=None, max_examples=25, derandomize=True)
@given(random=st.randoms(use_true_random=True))
def test_a_tree_of_headings_is_found_in_every_convention(convention: Convention, random: Random):
    text, headings = render(random, tree(random, convention), convention)
    structure = structure_of(text)
    assert _headings(structure) == headings, text
    assert structure.noticed == ()


# Where headings without number stand below numbered ones, one without number may be either.
NUMBERED = [one for one in CONVENTIONS if one.name not in {"items", "dashes", "bare lines", "bare lines below"}]


@pytest.mark.parametrize("convention", NUMBERED, ids=lambda convention: convention.name)
@settings(deadline=None, max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.filter_too_much])
@given(random=st.randoms(use_true_random=True))
def test_one_lost_number_is_noticed_and_moves_no_heading(convention: Convention, random: Random):
    text, headings = render(random, tree(random, convention), convention)
    flawed = without_a_number(random, text, headings)
    assume(flawed is not None)
    assert flawed is not None
    text, headings, lost = flawed
    structure = structure_of(text)
    assert _headings(structure) == headings, text
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [(Finding.HEADING_NUMBER_MISSING, lost)]


RUN_IN = [one for one in CONVENTIONS if one.name in {"standard", "half width", "bracket and comma", "arabic"}]


@pytest.mark.parametrize("convention", RUN_IN, ids=lambda convention: convention.name)
@settings(deadline=None, max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.filter_too_much])
@given(random=st.randoms(use_true_random=True))
def test_a_report_in_one_paragraph_is_read_as_the_same_tree(convention: Convention, random: Random):
    typed = as_one_paragraph(random, convention)
    assume(typed is not None)
    assert typed is not None
    text, headings = typed
    assert _headings(structure_of(text)) == headings, text


def _headings(structure: Structure) -> list[Heading]:
    return [
        Heading(section.id.count(".") + 1, section.number, section.title)
        for top in structure.sections
        for section in top.walk()
        if section.kind is SectionKind.HEADING
    ]

"""One tree of headings, typed in every convention, is read as the same tree."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.model import SectionKind
from tests.report.structure_rendering import CONVENTIONS, Convention, Heading, render, tree
from tests.report.structure_source import structure_of


def _found(text: str) -> list[Heading]:
    return [
        Heading(section.id.count(".") + 1, section.number, section.title)
        for top in structure_of(text).sections
        for section in top.walk()
        if section.kind is SectionKind.HEADING
    ]


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
@settings(deadline=None, max_examples=25, derandomize=True)
@given(random=st.randoms(use_true_random=True))
def test_a_tree_of_headings_is_found_in_every_convention(convention: Convention, random: Random):
    text, headings = render(random, tree(random, convention), convention)
    assert _found(text) == headings, text

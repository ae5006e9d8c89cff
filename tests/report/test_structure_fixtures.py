"""Reports of invented places, built in every way that real ones are known to be built."""

import pytest

from tests.report.structure_fixtures import expected, found, names, read


@pytest.mark.parametrize("name", names())
def test_the_structure_is_what_a_person_reads(name: str):
    assert found(read(name)) == expected(name)

"""A document in pieces is the document."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from report.contract import JsonValue
from report.json_pieces import json_pieces

VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_the_pieces_of_a_document_are_its_bytes(document: JsonValue) -> None:
    assert b"".join(json_pieces(document)) == msgspec.json.encode(document)


def test_long_lists_come_in_pieces_of_bounded_size() -> None:
    document: JsonValue = {"empty": [], "many": list[JsonValue](range(2_500)), "last": {}}
    pieces = list(json_pieces(document))
    assert b"".join(pieces) == msgspec.json.encode(document)
    assert max(map(len, pieces)) < len(msgspec.json.encode(document)) / 2

"""What the project file keeps of a clerk's corrections, and what is said of a damaged one."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.corrections.anchors import Anchor
from report.corrections.asides import Aside
from report.corrections.carrying import MetricTick, SectionTick, Ticks, ticks_of
from report.corrections.stored import Kept, from_json, to_json
from report.corrections.values import (
    AddMetric,
    Annotate,
    Demote,
    DropMetric,
    MarkHeading,
    Merge,
    NoHeading,
    Promote,
    Rename,
    Retitle,
    Revalue,
    Split,
)
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Direction
from report.selection import Mode, everything
from tests.report.making_corrections import any_correction, sample

texts = st.text(max_size=20)
anchors = st.builds(Anchor, texts, texts, texts, st.just(0), st.integers(0, 9), st.integers(0, 64))
corrections = st.one_of(
    *(st.builds(kind, anchors) for kind in (Promote, Demote, Merge, NoHeading)),
    st.builds(Split, anchors, texts),
    st.builds(Retitle, anchors, texts),
    st.builds(MarkHeading, anchors, st.integers(1, 9)),
    st.builds(Rename, anchors, texts, st.integers(0, 3)),
    st.builds(Revalue, anchors, texts, texts),
    st.builds(
        AddMetric, anchors, texts, texts, texts, texts, st.sampled_from(Direction), texts, st.sampled_from([None, True])
    ),
    st.builds(DropMetric, anchors),
    st.builds(Annotate, anchors, texts),
)
ticks = st.builds(
    Ticks,
    st.lists(st.builds(SectionTick, anchors, st.one_of(st.none(), st.sampled_from(Mode))), max_size=3).map(tuple),
    st.lists(st.builds(MetricTick, anchors, st.booleans()), max_size=3).map(tuple),
)
kept_values = st.builds(
    Kept,
    st.lists(corrections, max_size=5).map(tuple),
    st.lists(st.builds(Aside, anchors, st.sampled_from(Finding), texts, texts), max_size=3).map(tuple),
    st.one_of(st.none(), ticks),
)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)


def written(kept: Kept) -> Any:
    return json.loads(json.dumps(to_json(kept), ensure_ascii=False))


@settings(deadline=None)
@given(kept_values)
def test_what_is_kept_comes_back_the_same(kept: Kept):
    assert from_json(written(kept), "三季度.brief") == (kept, ())


def test_the_corrections_of_a_real_outline_come_back_the_same():
    random = Random(1)  # noqa: S311 - the same choices in each run
    made = tuple(any_correction(random, sample()).correction for _ in range(60))
    kept = Kept(made, (), ticks_of(everything(sample()), sample()))
    assert from_json(written(kept), "三季度.brief") == (kept, ())


@settings(deadline=None, max_examples=200)
@given(kept_values, json_values, st.integers(0, 2**32).map(Random))
def test_whatever_is_damaged_is_told_and_the_rest_is_kept(kept: Kept, other: Any, random: Random):
    data = written(kept)
    holders = [data, *data["corrections"], *data["asides"], *(one["at"] for one in data["corrections"])]
    holder = random.choice(holders)
    holder[random.choice([*holder, "new"])] = other
    if holder is data and not _is_readable(data):
        return
    found, _ = from_json(data, "三季度.brief")
    assert len(found.corrections) >= len(kept.corrections) - 1 or holder is data


def _is_readable(data: Any) -> bool:
    try:
        from_json(data, "三季度.brief")
    except UserError as error:
        return error.failure is not Failure.BAD_PLAN
    return True


@given(json_values)
def test_other_json_is_refused_in_a_sentence(data: Any):
    with pytest.raises(UserError) as refused:
        from_json(data, "三季度.brief")
    assert refused.value.facts["name"] == "三季度.brief"


@pytest.mark.parametrize("schema", [2, 0, -1, "1", True, None, 1.0])
def test_another_schema_is_refused(schema: Any):
    with pytest.raises(UserError):
        from_json({**written(Kept()), "schema": schema}, "三季度.brief")


def test_unknown_fields_and_kinds_are_noticed_by_their_place():
    at = Anchor("抓好农业", "（一）", "。")
    data = written(Kept((Promote(at), Demote(at), Retitle(at, "农业"))))
    data["later"] = 1
    data["corrections"][0]["colour"] = "red"
    data["corrections"][1]["kind"] = "explode"
    data["corrections"][2]["at"]["page"] = 3
    found, noticed = from_json(data, "三季度.brief")
    assert found.corrections == (Promote(at), Retitle(at, "农业"))
    assert [one.detail for one in noticed] == [
        "later",
        "corrections[0].colour",
        "corrections[1].kind",
        "corrections[2].at.page",
    ]
    assert {one.finding for one in noticed} == {Finding.UNKNOWN_KEY}


@pytest.mark.parametrize(
    "change",
    [
        {"nth": 5},
        {"nth": -1},
        {"of": 1.5},
        {"rival": 1000},
        {"quote": "长" * 1000},
        {"prefix": "长" * 100},
        {"quote": 3},
    ],
)
def test_an_anchor_that_this_program_cannot_have_written_is_not_taken(change: dict[str, Any]):
    data = written(Kept((Promote(Anchor("抓好农业", "（一）", "。")),)))
    data["corrections"][0]["at"].update(change)
    found, noticed = from_json(data, "三季度.brief")
    assert found.corrections == ()
    assert len(noticed) == 1

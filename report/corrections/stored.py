"""Corrections, asides and ticks as plain JSON values for the project file, and back. Schema 1.

What cannot be read back is told, one by one, and the rest is kept: a clerk's work is not lost for one damaged line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, cast

import msgspec

from report.contract import JsonValue
from report.corrections.anchors import CONTEXT, LONGEST_QUOTE, Anchor
from report.corrections.asides import Aside
from report.corrections.carrying import MetricTick, SectionTick, Ticks
from report.corrections.values import (
    AddMetric,
    Annotate,
    Correction,
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
from report.model import Noticed

SCHEMA = 1
_LONGEST_WORDS = 2000  # of a name, a title, a note

_KINDS: Final[Mapping[str, type[Correction]]] = {
    "promote": Promote,
    "demote": Demote,
    "merge": Merge,
    "split": Split,
    "retitle": Retitle,
    "mark_heading": MarkHeading,
    "no_heading": NoHeading,
    "rename": Rename,
    "revalue": Revalue,
    "add_metric": AddMetric,
    "drop_metric": DropMetric,
    "annotate": Annotate,
}
_NAMES: Final[Mapping[type[Correction], str]] = {value: name for name, value in _KINDS.items()}
_Value = TypeVar("_Value", Correction, Aside, SectionTick, MetricTick)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the clerk put right, put aside and ticked, as the project file keeps it."""

    corrections: tuple[Correction, ...] = ()
    asides: tuple[Aside, ...] = ()
    ticks: Ticks | None = None


def to_json(kept: Kept) -> dict[str, JsonValue]:
    """Return plain JSON values: an object with `schema`, `corrections`, `asides`, `ticks`."""
    ticks = kept.ticks
    return {
        "schema": SCHEMA,
        "corrections": [{"kind": _NAMES[type(one)], **_plain(one)} for one in kept.corrections],
        "asides": [_plain(one) for one in kept.asides],
        "ticks": None
        if ticks is None
        else {
            "sections": [_plain(one) for one in ticks.sections],
            "metrics": [_plain(one) for one in ticks.metrics],
        },
    }


def from_json(data: object, name: str) -> tuple[Kept, tuple[Noticed, ...]]:
    """Return what plain JSON values of the file `name` keep, and what of them was not taken.

    Raises UserError where they are no such object or of a later schema.
    """
    whole = _object(data, name)
    schema = whole.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or not 1 <= schema <= SCHEMA:
        raise UserError(Failure.BAD_PLAN, name=name, cause=f"schema {schema!r}")
    reading = _Reading()
    reading.unknown("", whole, ("schema", "corrections", "asides", "ticks"))
    corrections = [reading.correction(place, one) for place, one in reading.items("corrections", whole)]
    asides = [reading.value(place, one, Aside) for place, one in reading.items("asides", whole)]
    kept = Kept(
        tuple(one for one in corrections if one is not None),
        tuple(one for one in asides if one is not None),
        reading.ticks(whole.get("ticks")),
    )
    return kept, tuple(reading.noticed)


def _plain(value: Correction | Aside | SectionTick | MetricTick) -> dict[str, JsonValue]:
    return cast("dict[str, JsonValue]", msgspec.to_builtins(value))


def _object(data: object, name: str) -> dict[str, object]:
    try:
        return msgspec.convert(data, dict[str, object])
    except msgspec.ValidationError as error:
        raise UserError(Failure.BAD_PLAN, name=name, cause=str(error)) from error


class _Reading:
    """Reads values one by one and remembers what it could not take."""

    def __init__(self) -> None:
        self.noticed: list[Noticed] = []

    def items(self, key: str, whole: Mapping[str, object]) -> list[tuple[str, object]]:
        """Return what a list holds, each with its place in words."""
        found = whole.get(key)
        if found is None:
            return []
        if not isinstance(found, Sequence) or isinstance(found, str | bytes):
            self._tell(key)
            return []
        return [(f"{key}[{at}]", one) for at, one in enumerate(cast("Sequence[object]", found))]

    def correction(self, place: str, data: object) -> Correction | None:
        """Return a correction of the kind that it names."""
        if not isinstance(data, dict):
            self._tell(place)
            return None
        fields = cast("dict[str, object]", data)
        kind = fields.get("kind")
        wanted = _KINDS.get(kind) if isinstance(kind, str) else None
        if wanted is None:
            self._tell(f"{place}.kind")
            return None
        return self.value(place, {key: one for key, one in fields.items() if key != "kind"}, wanted)

    def ticks(self, data: object) -> Ticks | None:
        """Return the ticks, None where none were kept."""
        if data is None:
            return None
        if not isinstance(data, dict):
            self._tell("ticks")
            return None
        whole = cast("dict[str, object]", data)
        self.unknown("ticks", whole, ("sections", "metrics"))
        sections = [self.value(f"ticks.{at}", one, SectionTick) for at, one in self.items("sections", whole)]
        metrics = [self.value(f"ticks.{at}", one, MetricTick) for at, one in self.items("metrics", whole)]
        return Ticks(
            tuple(one for one in sections if one is not None), tuple(one for one in metrics if one is not None)
        )

    def value(self, place: str, data: object, wanted: type[_Value]) -> _Value | None:
        """Return a value of a type; None, and a word about it, where it is damaged."""
        try:
            value = msgspec.convert(data, wanted)
        except msgspec.ValidationError as error:
            self._tell(f"{place}: {error}")
            return None
        if not _is_sound(value):
            self._tell(place)
            return None
        fields = cast("dict[str, object]", data)
        self.unknown(place, fields, wanted.__dataclass_fields__)
        self.unknown(f"{place}.at", cast("dict[str, object]", fields["at"]), Anchor.__dataclass_fields__)
        return value

    def unknown(self, place: str, fields: Mapping[str, object], known: Sequence[str] | Mapping[str, object]) -> None:
        """Tell of fields that this version does not know."""
        for key in fields:
            if key not in known:
                self._tell(f"{place}.{key}" if place else key)

    def _tell(self, detail: str) -> None:
        self.noticed.append(Noticed(Finding.UNKNOWN_KEY, 0, 0, detail))


def _is_sound(value: Correction | Aside | SectionTick | MetricTick) -> bool:
    """Whether a value is one that this program could have written: no endless words, no place before the first."""
    at = value.at
    short = len(at.quote) <= LONGEST_QUOTE and max(len(at.prefix), len(at.suffix)) <= CONTEXT
    counted = 0 <= at.nth < max(at.of, 1) and 0 <= at.rival <= 2 * CONTEXT
    words = [one for one in _plain(value).values() if isinstance(one, str)]
    return short and counted and all(len(one) <= _LONGEST_WORDS for one in words)

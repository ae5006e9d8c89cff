"""Reads the office's list of units from a TOML or CSV file."""

import csv
import io
from pathlib import Path

import msgspec
import platformdirs

from generators.units import Unit, units_in
from report.errors import Failure, UserError
from report.words import _

_MOST_BYTES = 1_000_000  # ten thousand units; more is no list of units
_NAMES = ("units.toml", "units.csv")


class _UnitEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit as the file has it."""

    name: str
    leader: str = ""
    keywords: tuple[str, ...] = ()


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int = 1
    unit: tuple[_UnitEntry, ...] = ()


def own_units_file() -> Path | None:
    """Return the office's list in its folder, units.toml before units.csv; None where there is none."""
    folder = platformdirs.user_data_path("briefdesk", appauthor=False)
    return next((folder / name for name in _NAMES if (folder / name).is_file()), None)


def load_units(path: Path | None) -> tuple[Unit, ...]:
    """Return the units of a list, in its order; none without a file. Raises UserError for a faulty one."""
    if path is None:
        return ()
    text = _text(path)
    if path.suffix.lower() == ".csv":
        try:
            return units_in(list(csv.reader(io.StringIO(text))))
        except csv.Error as error:
            raise _faulty(path, str(error)) from error
    try:
        entries = msgspec.toml.decode(text, type=_List).unit
    except msgspec.DecodeError as error:
        raise _faulty(path, str(error)) from error
    for number, entry in enumerate(entries, 1):
        if not entry.name.strip():
            raise _faulty(path, _("第 {number} 个单位没有名称").format(number=number))
    return tuple(Unit(entry.name.strip(), entry.leader.strip(), entry.keywords) for entry in entries)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _faulty(path, _("文件过大，不像单位表"))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(Failure.UNREADABLE_FILE, name=path.name, cause=error.strerror or "") from error
    for encoding in ("utf-8-sig", "gb18030"):  # what Excel and WPS save a list as
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(Failure.UNKNOWN_ENCODING, name=path.name)


def _faulty(path: Path, cause: str) -> UserError:
    return UserError(Failure.BAD_TEMPLATE, name=path.name, cause=cause)

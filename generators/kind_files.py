"""Reads the kinds of paper from their TOML files: the program's own in `templates/kinds`, an office's in its folder.

A faulty file of the office is left out with a notice that names file, line and key; the other kinds are not harmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import msgspec
import platformdirs

from generators.compose.blocks import BLOCKS
from generators.kinds import Field, Kind
from generators.toml_faults import FaultyError, Table, fault_words, files_in, invalid, read_table
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.words import _, listed, said_of

KINDS_FOLDER = Path(__file__).parent.parent / "templates" / "kinds"


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds that can be made, in the order they are offered, and what is wrong with the files of others."""

    kinds: tuple[Kind, ...]
    faults: tuple[Noticed, ...]


def own_kinds_folder() -> Path:
    """Return the folder of the office's own kinds; it need not be there."""
    return platformdirs.user_data_path("briefdesk", appauthor=False) / "kinds"


@cache
def _loaded() -> Kinds:
    return read_kinds(KINDS_FOLDER, own_kinds_folder())


def load_kinds() -> tuple[Kind, ...]:
    """Return every kind, in the order they are offered."""
    return _loaded().kinds


def kind_faults() -> tuple[Noticed, ...]:
    """Return what is wrong with kinds that are left out."""
    return _loaded().faults


def find_kind(name: str) -> Kind:
    """Return the kind with this id or title. Raises UserError where there is none."""
    kinds = load_kinds()
    for kind in kinds:
        if name in (kind.id, kind.title):
            return kind
    known = listed(_("{id}（{title}）").format(id=kind.id, title=kind.title) for kind in kinds)
    raise UserError(Failure.UNKNOWN_KIND, id=name, known=known)


def read_kinds(folder: Path, own: Path) -> Kinds:
    """Return the kinds in two folders; one of the office's with the id of ours takes its place.

    Raises UserError for a fault in our own files: then the program itself is damaged.
    """
    files = {path: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    tables, faults = dict[str, tuple[Path, Table]](), list[Noticed]()
    for path in (*files, *files_in(own)):
        try:
            table = read_table(files[path] if path in files else path.read_bytes())
            tables[str(table.get("id", path.stem))] = (path, table)
        except (OSError, FaultyError) as error:
            faults.append(_fault(path, error, ours=path in files))
    kinds: list[Kind] = []
    for path, table in tables.values():
        try:
            kinds.append(_kind(table, {name: each for name, (_path, each) in tables.items()}))
        except FaultyError as error:
            faults.append(_fault(path, error, ours=path in files))
    return Kinds(tuple(sorted(kinds, key=lambda kind: (kind.order, kind.id))), tuple(faults))


def _kind(table: Table, tables: Mapping[str, Table]) -> Kind:
    merged = _merged(table, tables, (str(table.get("id", "")),))
    try:
        kind = msgspec.convert(merged, Kind)
    except msgspec.ValidationError as error:
        raise invalid(str(error)) from error
    for number, block in enumerate(kind.blocks):
        if block not in BLOCKS:
            known = listed(sorted(BLOCKS))
            cause = _("没有“{block}”这个部分，可用的有：{known}").format(block=block, known=known)
            raise FaultyError(cause, f"blocks[{number}]")
    return msgspec.structs.replace(kind, fields=tuple(map(_in_words, kind.fields)))


def _merged(table: Table, tables: Mapping[str, Table], seen: tuple[str, ...]) -> Table:
    """Return a kind's table with what it takes over; its own fields come in the place of those with the same id."""
    base = table.get("based_on", "")
    if not isinstance(base, str) or not base:
        return table
    if base in seen:
        raise FaultyError(_("绕了一圈又回到自己：{path}").format(path=" → ".join((*seen, base))), "based_on")
    if base not in tables:
        raise FaultyError(_("没有“{id}”这个文种").format(id=base), "based_on")
    under = _merged(tables[base], tables, (*seen, base))
    fields = {str(field.get("id")): field for field in (*_fields(under), *_fields(table))}
    return {**under, **table, "fields": list(fields.values())}


def _fields(table: Table) -> list[Table]:
    fields = table.get("fields", [])
    if not isinstance(fields, list):
        raise FaultyError(_("要写成 [[fields]]"), "fields")
    return [cast("Table", field) for field in cast("list[object]", fields) if isinstance(field, dict)]


def _fault(path: Path, error: OSError | FaultyError, *, ours: bool) -> Noticed:
    """Return what is wrong with a file of the office's; raise it where the file is ours."""
    cause = fault_words(path, error)
    if ours:
        raise UserError(Failure.BAD_TEMPLATE, name=path.name, cause=cause) from error
    return Noticed(Finding.KIND_LEFT_OUT, 0, 0, _("{name}：{cause}").format(name=path.name, cause=cause))


def _in_words(field: Field) -> Field:
    """Return a field with its words in the language in use. Choices and defaults are printed, so they stay."""
    return msgspec.structs.replace(
        field,
        label=said_of("field", field.label),
        group=said_of("field", field.group),
        help=said_of("field", field.help),
        placeholder=said_of("field", field.placeholder),
    )

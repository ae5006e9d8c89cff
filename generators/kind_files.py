"""Reads the kinds of paper from their TOML files: the program's own in `templates/kinds`, an office's in its folder.

A faulty file of the office is left out with a notice that names file, line and key; the other kinds are not harmed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import msgspec
import platformdirs

from generators.compose.blocks import BLOCKS
from generators.kinds import Field, Kind
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.words import _, listed, said_of

KINDS_FOLDER = Path(__file__).parent.parent / "templates" / "kinds"
_AT = re.compile(r"\$((?:\.\w+|\[\d+\])+)`")
_NAMED = re.compile(r"field `(\w+)`")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_TOML_LINE = re.compile(r"at line (\d+)")

_Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds that can be made, in the order they are offered, and what is wrong with the files of others."""

    kinds: tuple[Kind, ...]
    faults: tuple[Noticed, ...]


class _FaultyError(Exception):
    """A file that does not declare a kind: `key` is where, as a path such as fields[2].label."""

    def __init__(self, cause: str, key: str = "", line: int = 0) -> None:
        super().__init__(cause)
        self.cause = cause
        self.key = key
        self.line = line


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
    tables, faults = dict[str, tuple[Path, _Table]](), list[Noticed]()
    for path in (*files, *_own_files(own)):
        try:
            table = _table(files[path] if path in files else path.read_bytes())
            tables[str(table.get("id", path.stem))] = (path, table)
        except (OSError, _FaultyError) as error:
            faults.append(_fault(path, error, ours=path in files))
    kinds: list[Kind] = []
    for path, table in tables.values():
        try:
            kinds.append(_kind(table, {name: each for name, (_path, each) in tables.items()}))
        except _FaultyError as error:
            faults.append(_fault(path, error, ours=path in files))
    return Kinds(tuple(sorted(kinds, key=lambda kind: (kind.order, kind.id))), tuple(faults))


def _own_files(folder: Path) -> Sequence[Path]:
    try:
        return sorted(path for path in folder.glob("*.toml") if path.is_file())
    except OSError:
        return ()


def _table(data: bytes) -> _Table:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _FaultyError(_("不是 UTF-8 文本")) from error
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise _FaultyError(_("不合 TOML 语法"), line=int(found.group(1)) if found else 0) from error


def _kind(table: _Table, tables: Mapping[str, _Table]) -> Kind:
    merged = _merged(table, tables, (str(table.get("id", "")),))
    try:
        kind = msgspec.convert(merged, Kind)
    except msgspec.ValidationError as error:
        raise _invalid(str(error)) from error
    for number, block in enumerate(kind.blocks):
        if block not in BLOCKS:
            known = listed(sorted(BLOCKS))
            cause = _("没有“{block}”这个部分，可用的有：{known}").format(block=block, known=known)
            raise _FaultyError(cause, f"blocks[{number}]")
    return msgspec.structs.replace(kind, fields=tuple(map(_in_words, kind.fields)))


def _invalid(message: str) -> _FaultyError:
    """Return a fault from what msgspec says of a value: what it expected, and where in backquotes after `- at`."""
    cause, _at, _rest = message.partition(" - at ")
    found = _AT.search(message)
    key = found.group(1).lstrip(".") if found else ""
    named = _NAMED.search(cause)
    name = named.group(1) if named else ""
    if "unknown field" in cause:
        return _FaultyError(_("不认识“{name}”这一项").format(name=name), f"{key}.{name}".lstrip("."))
    if "missing required" in cause:
        return _FaultyError(_("缺“{name}”这一项").format(name=name), key)
    return _FaultyError(_("值的类型或写法不对（{cause}）").format(cause=cause), key)


def _merged(table: _Table, tables: Mapping[str, _Table], seen: tuple[str, ...]) -> _Table:
    """Return a kind's table with what it takes over; its own fields come in the place of those with the same id."""
    base = table.get("based_on", "")
    if not isinstance(base, str) or not base:
        return table
    if base in seen:
        raise _FaultyError(_("绕了一圈又回到自己：{path}").format(path=" → ".join((*seen, base))), "based_on")
    if base not in tables:
        raise _FaultyError(_("没有“{id}”这个文种").format(id=base), "based_on")
    under = _merged(tables[base], tables, (*seen, base))
    fields = {str(field.get("id")): field for field in (*_fields(under), *_fields(table))}
    return {**under, **table, "fields": list(fields.values())}


def _fields(table: _Table) -> list[_Table]:
    fields = table.get("fields", [])
    if not isinstance(fields, list):
        raise _FaultyError(_("要写成 [[fields]]"), "fields")
    return [cast("_Table", field) for field in cast("list[object]", fields) if isinstance(field, dict)]


def _fault(path: Path, error: OSError | _FaultyError, *, ours: bool) -> Noticed:
    """Return what is wrong with a file of the office's; raise it where the file is ours."""
    if isinstance(error, OSError):
        cause = _("读不了这个文件")
    else:
        line = error.line or _line(path, error.key)
        place = _("第 {line} 行").format(line=line) if line else ""
        cause = " ".join(filter(None, (place, error.key, error.cause)))
    if ours:
        raise UserError(Failure.BAD_TEMPLATE, name=path.name, cause=cause) from error
    return Noticed(Finding.KIND_LEFT_OUT, 0, 0, _("{name}：{cause}").format(name=path.name, cause=cause))


def _line(path: Path, key: str) -> int:
    """Return the line on which a key such as fields[2].label is set, its table's where it is not, 0 for none."""
    if not key:
        return 0
    steps = [name or int(number) for name, number in _STEP.findall(f".{key}")]
    lines = path.read_text("utf-8", "replace").splitlines()
    first = 0
    if len(steps) > 1 and isinstance(steps[1], int):
        heads = [at for at, line in enumerate(lines) if line.split("#")[0].strip() == f"[[{steps[0]}]]"]
        if steps[1] < len(heads):
            first = heads[steps[1]]
    wanted = next((step for step in reversed(steps) if isinstance(step, str)), "")
    found = next(_set_on(lines, first, wanted), None)
    return (first if found is None else found) + 1


def _set_on(lines: Sequence[str], first: int, key: str) -> Iterator[int]:
    """Yield the lines of one table on which a key is set."""
    for at in range(first, len(lines)):
        if at > first and lines[at].lstrip().startswith("["):
            return
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[at]):
            yield at


def _in_words(field: Field) -> Field:
    """Return a field with its words in the language in use. Choices and defaults are printed, so they stay."""
    return msgspec.structs.replace(
        field,
        label=said_of("field", field.label),
        group=said_of("field", field.group),
        help=said_of("field", field.help),
        placeholder=said_of("field", field.placeholder),
    )

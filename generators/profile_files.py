"""Reads layout profiles from their TOML files: the program's own in `templates/profiles`, an office's in its folder.

A faulty file of the office is left out; who asks for it is told file, line and key. The others are not harmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import msgspec
import platformdirs

from generators.document import Role
from generators.profiles import Look, Profile
from generators.toml_faults import FaultyError, Table, fault_words, files_in, invalid, read_table
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.words import _, listed

PROFILES_FOLDER = Path(__file__).parent.parent / "templates" / "profiles"


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles in the order they are offered, and what is wrong with the files of others, by their stems."""

    profiles: tuple[Profile, ...]
    faults: Mapping[str, Noticed]


def own_profiles_folder() -> Path:
    """Return the folder of the office's own profiles; it need not be there."""
    return platformdirs.user_data_path("briefdesk", appauthor=False) / "profiles"


@cache
def _loaded() -> Profiles:
    return read_profiles(PROFILES_FOLDER, own_profiles_folder())


def load_profiles() -> tuple[Profile, ...]:
    """Return every profile, in the order they are offered."""
    return _loaded().profiles


def profile_faults() -> tuple[Noticed, ...]:
    """Return what is wrong with profiles that are left out."""
    return tuple(_loaded().faults.values())


def load_profile(name: str) -> Profile:
    """Return the profile with this id or title. Raises UserError where there is none, or its file is faulty."""
    return find_profile(_loaded(), name)


def find_profile(found: Profiles, name: str) -> Profile:
    """Return one of the profiles by its id or title. Raises UserError where there is none, or its file is faulty."""
    for profile in found.profiles:
        if name in (profile.id, profile.title):
            return profile
    if name in found.faults:
        raise UserError(Failure.BAD_TEMPLATE, name=f"{name}.toml", cause=found.faults[name].detail)
    known = listed(_("{id}（{title}）").format(id=profile.id, title=profile.title) for profile in found.profiles)
    raise UserError(Failure.UNKNOWN_PROFILE, id=name, known=known)


def read_profiles(folder: Path, own: Path) -> Profiles:
    """Return the profiles in two folders; one of the office's with the id of ours takes its place.

    Raises UserError for a fault in our own files: then the program itself is damaged.
    """
    ours = files_in(folder)
    tables, faults = dict[str, tuple[Path, Table]](), dict[str, Noticed]()

    def put_aside(path: Path, error: OSError | FaultyError) -> None:
        cause = fault_words(path, error)
        if path in ours:
            raise UserError(Failure.BAD_TEMPLATE, name=path.name, cause=cause) from error
        detail = _("{name}：{cause}").format(name=path.name, cause=cause)
        faults[path.stem] = Noticed(Finding.PROFILE_LEFT_OUT, 0, 0, detail)

    for path in (*ours, *files_in(own)):
        try:
            table = read_table(path.read_bytes())
            tables[str(table.get("id", path.stem))] = (path, table)
        except (OSError, FaultyError) as error:
            put_aside(path, error)
    profiles: list[Profile] = []
    for path, table in tables.values():
        try:
            profiles.append(_profile(table, {name: each for name, (_path, each) in tables.items()}))
        except FaultyError as error:
            put_aside(path, error)
    return Profiles(tuple(sorted(profiles, key=lambda profile: (profile.order, profile.id))), faults)


def _profile(table: Table, tables: Mapping[str, Table]) -> Profile:
    merged = dict(_merged(table, tables, (str(table.get("id", "")),)))
    looks = _looks(merged.pop("looks", {}))
    try:
        return msgspec.structs.replace(msgspec.convert({**merged, "looks": {}}, Profile), looks=looks)
    except msgspec.ValidationError as error:
        raise invalid(str(error)) from error


def _looks(table: object) -> dict[Role, Look]:
    """Return the looks by their roles. What says nothing of its size has that of body text."""
    looks: dict[Role, Look] = {}
    tables = _table_in(table, "looks")
    size = _table_in(tables.get(Role.BODY), f"looks.{Role.BODY}").get("size_pt", Look.__struct_defaults__[0])
    for name, entry in tables.items():
        try:
            role = Role(name)
        except ValueError as error:
            raise FaultyError(_("不认识“{name}”这一项").format(name=name), f"looks.{name}") from error
        try:
            looks[role] = msgspec.convert({"size_pt": size, **_table_in(entry, f"looks.{name}")}, Look)
        except msgspec.ValidationError as error:
            raise invalid(str(error), f"looks.{name}") from error
    return looks


def _table_in(value: object, key: str) -> Table:
    if not isinstance(value, dict):
        raise FaultyError(_("要写成 [{key}]").format(key=key), key)
    return cast("Table", value)


def _merged(table: Table, tables: Mapping[str, Table], seen: tuple[str, ...]) -> Table:
    """Return a profile's table with what it takes over from the one it is based on, key by key."""
    base = table.get("based_on", "")
    own = {key: value for key, value in table.items() if key != "based_on"}
    if not isinstance(base, str) or not base:
        return own
    if base in seen:
        raise FaultyError(_("绕了一圈又回到自己：{path}").format(path=" → ".join((*seen, base))), "based_on")
    if base not in tables:
        raise FaultyError(_("没有“{id}”这种版式").format(id=base), "based_on")
    return _laid_over(_merged(tables[base], tables, (*seen, base)), own)


def _laid_over(under: Table, over: Table) -> Table:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = _laid_over(cast("Table", below), cast("Table", value))
        else:
            merged[key] = value
    return merged

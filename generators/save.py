"""A file arrives whole or not at all: written beside its target, flushed, then moved into place in one step."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from report.errors import Failure, UserError
from report.words import _

_MOST_BYTES = 200  # of a name, so that （2） and a temporary name still fit into 255
# Windows forbids these in names; their full-width forms look the same to a reader.
_FORBIDDEN = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")


def make_folder(folder: Path) -> None:
    """Make a folder with its parents. Raises UserError where it cannot be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(folder.name, error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(Failure.CANNOT_WRITE, name=str(folder), cause=cause_of(PermissionError(errno.EACCES, "")))


def file_name(parts: tuple[str, ...], extension: str) -> str:
    """Return a file name of the known parts, legal on Windows and at most 200 bytes long with its extension."""
    cleaned = (
        "".join(character for character in part if character.isprintable()).translate(_FORBIDDEN).strip(" .")
        for part in parts
    )
    stem = "_".join(part for part in cleaned if part)
    room = _MOST_BYTES - len(extension) - 1
    while len(stem.encode()) > room:
        stem = stem[:-1]
    return f"{stem.rstrip(' .')}.{extension}"


def save(data: bytes, folder: Path, name: str, *, force: bool) -> Path:
    """Write a file and return where it is: under the name, or with （2） before the dot where that is taken.

    With `force` an existing file is replaced; it stays as it was until the new one is whole. Raises UserError.
    """
    try:
        handle, part = tempfile.mkstemp(prefix=".jianbaotai-", dir=folder)
    except OSError as error:
        raise _failure(name, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(part, 0o666 & ~_umask())  # noqa: PTH101 - the handle's path as given by mkstemp
        target = _move(Path(part), folder / name, force=force)
        _flush_folder(folder)
    except OSError as error:
        raise _failure(name, error) from error
    else:
        return target
    finally:
        with suppress(FileNotFoundError):
            os.unlink(part)  # noqa: PTH108


def _move(part: Path, target: Path, *, force: bool) -> Path:
    if force:
        real = target.resolve() if target.is_symlink() else target
        part.replace(real)
        return target
    count = 1
    while True:
        wanted = target if count == 1 else target.with_name(f"{target.stem}（{count}）{target.suffix}")
        if _moved_to_free_name(part, wanted):
            return wanted
        count += 1


def _moved_to_free_name(part: Path, wanted: Path) -> bool:
    """Move a file to a name that nothing has; tell whether that went well. Never replaces, even in a race."""
    try:
        os.link(part, wanted)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.ENOSYS):
            raise
        # A file system without hard links (FAT, some network drives): reserve the name, then replace the reservation.
        try:
            os.close(os.open(wanted, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            return False
        part.replace(wanted)
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _flush_folder(folder: Path) -> None:
    """Flush a folder's entries to disk, where the system can (Windows cannot open folders)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _failure(name: str, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(Failure.DISK_FULL, name=name)
    if isinstance(error, PermissionError) and os.name == "nt":
        return UserError(Failure.TARGET_LOCKED, name=name)
    return UserError(Failure.CANNOT_WRITE, name=name, cause=cause_of(error))


def cause_of(error: OSError) -> str:
    """Return the reason of an operating system's error in a person's words."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return _("没有写入权限")
        case errno.EROFS:
            return _("位置是只读的")
        case errno.ENOTDIR | errno.EEXIST:
            return _("同名的文件挡住了文件夹")
        case errno.ENAMETOOLONG:
            return _("路径太长")
        case errno.ENOENT:
            return _("位置不存在")
        case _:
            return _("系统拒绝写入")

"""The bytes of a file a person chose, whatever stands behind its name: a folder, a pipe, a device, a dead link."""

import errno
import os
import re
import stat
from pathlib import Path
from typing import Final

from report.errors import Failure, UserError
from report.words import _

LARGEST_FILE: Final = 200 * 1024 * 1024  # bytes

# Controls, and the marks that turn the direction of writing: a name must not rearrange the sentence it stands in.
_UNSHOWABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown_name(path: Path) -> str:
    """Return a file's name as it can be shown and encoded: bytes that are not UTF-8 read as GBK, controls left out."""
    raw = os.fsencode(path.name)
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("gb18030", "replace")
    return _UNSHOWABLE.sub("", name)


def file_bytes(path: Path) -> bytes:
    """Return what a regular file holds, at most `LARGEST_FILE` bytes. Raises UserError for everything else."""
    name = shown_name(path)
    try:
        # Without O_NONBLOCK, opening a FIFO waits for a writer for ever. Windows has no such flag and no such file.
        handle = os.open(path, os.O_RDONLY | _NO_WAIT | _BINARY)
    except (OSError, ValueError) as error:
        raise _why_not_opened(path, name, error) from error
    try:
        _refuse_others(os.fstat(handle), name)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UserError(Failure.UNREADABLE_FILE, name=name, cause=_("读取时出错")) from error
    finally:
        os.close(handle)
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    return data


def _refuse_others(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UserError(Failure.IS_A_FOLDER, name=name)
    if not stat.S_ISREG(status.st_mode):
        raise UserError(Failure.NOT_A_REGULAR_FILE, name=name)
    if status.st_size > LARGEST_FILE:
        raise _too_large(name)


_NO_WAIT: Final = os.O_NONBLOCK if os.name == "posix" else 0
_BINARY: Final = os.O_BINARY if os.name == "nt" else 0

_FAILURES: Final = {
    errno.ENOENT: Failure.FILE_NOT_FOUND,
    errno.ENOTDIR: Failure.FILE_NOT_FOUND,
    errno.EISDIR: Failure.IS_A_FOLDER,
    errno.ENXIO: Failure.NOT_A_REGULAR_FILE,  # a socket
    errno.EACCES: Failure.NO_PERMISSION,
    errno.EPERM: Failure.NO_PERMISSION,
}


def _too_large(name: str) -> UserError:
    return UserError(Failure.TOO_LARGE, name=name, limit=f"{LARGEST_FILE // 1024**2} MB")


def _why_not_opened(path: Path, name: str, error: OSError | ValueError) -> UserError:
    number = error.errno if isinstance(error, OSError) else errno.ENOENT  # a ValueError is a NUL in the name
    if number in {errno.EACCES, errno.EPERM} and path.is_dir():  # what Windows says of a folder
        number = errno.EISDIR
    failure = _FAILURES.get(number or 0)
    if failure is not None:
        return UserError(failure, name=name)
    cause = _("无法打开，链接指向自己") if number == errno.ELOOP else _("无法打开")
    return UserError(Failure.UNREADABLE_FILE, name=name, cause=cause)

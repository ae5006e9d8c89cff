"""Has a PDF read by a process of its own, and says what went wrong where it does not come back with pages."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec

from report.errors import Failure, UserError
from report.readers.pdf_page import Page, Told
from report.words import _

_ROOT: Final = Path(__file__).parents[2]
_SECONDS: Final = 300  # for a whole file
_MOST_PAGES: Final = 10_000
_ALARM: Final = -14  # SIGALRM: one page took longer than the child allows
_LARGEST_ANSWER: Final = 400 * 1024**2  # bytes


def read_pages(data: bytes, name: str) -> tuple[Page, ...]:
    """Return the pages of a PDF. Raises UserError where it is damaged, encrypted, too long or too laborious."""
    command = [sys.executable, "-X", "utf8", "-P", "-m", "report.readers.pdf_child"]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            command, input=data, capture_output=True, env=environment, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(name) from error
    if done.returncode == _ALARM:
        raise _too_slow(name)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or not lines or len(done.stdout) > _LARGEST_ANSWER:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("PDF 内容损坏，或展开后过大"))
    _refuse(msgspec.json.decode(lines[-1], type=Told), name)
    return tuple(msgspec.json.decode(line, type=Page) for line in lines[:-1])


def _too_slow(name: str) -> UserError:
    return UserError(Failure.TOO_LARGE, name=name, limit=_("每页 10 秒的处理时间"))


def _refuse(told: Told, name: str) -> None:
    match told.failure:
        case "":
            return
        case "password":
            raise UserError(Failure.PASSWORD_PROTECTED, name=name)
        case "empty":
            raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("里面没有页面"))
        case "pages":
            raise UserError(Failure.TOO_LARGE, name=name, limit=_("{count} 页").format(count=_MOST_PAGES))
        case _:
            raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("PDF 内容损坏，或展开后过大"))

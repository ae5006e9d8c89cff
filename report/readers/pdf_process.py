"""Has a PDF read by a process of its own, and says what went wrong where it does not come back with pages."""

from typing import Final

import msgspec

from report.errors import Failure, UserError
from report.readers.apart import TooSlowError, python_command, python_environment, run_apart
from report.readers.child_message import message
from report.readers.given import Given
from report.readers.pdf_page import Page, Told
from report.words import _

_SECONDS: Final = 300  # for a whole file
_MOST_PAGES: Final = 10_000
_ALARM: Final = -14  # SIGALRM: one page took longer than the child allows
_LARGEST_ANSWER: Final = 400 * 1024**2  # bytes


def read_pages(given: Given) -> tuple[Page, ...]:
    """Return the pages of a PDF. Raises UserError where it is damaged, encrypted, too long or too laborious."""
    name = given.name
    try:
        command = python_command("report.readers.pdf_child")
        sent = message(given.password or "", given.data)
        ended = run_apart(command, python_environment(), given.progress, _SECONDS, sent)
    except TooSlowError as error:
        raise _too_slow(name) from error
    if ended.status == _ALARM:
        raise _too_slow(name)
    lines = ended.output.splitlines()
    if ended.status != 0 or not lines or len(ended.output) > _LARGEST_ANSWER:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("PDF 内容损坏，或展开后过大"))
    _refuse(msgspec.json.decode(lines[-1], type=Told), given)
    return tuple(msgspec.json.decode(line, type=Page) for line in lines[:-1])


def _too_slow(name: str) -> UserError:
    return UserError(Failure.TOO_LARGE, name=name, limit=_("每页 10 秒的处理时间"))


def _refuse(told: Told, given: Given) -> None:
    name = given.name
    match told.failure:
        case "":
            return
        case "password":
            raise UserError(Failure.PASSWORD_WRONG if given.password else Failure.PASSWORD_NEEDED, name=name)
        case "empty":
            raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("里面没有页面"))
        case "pages":
            raise UserError(Failure.TOO_LARGE, name=name, limit=_("{count} 页").format(count=_MOST_PAGES))
        case _:
            raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("PDF 内容损坏，或展开后过大"))

"""Takes the password off an encrypted Office file, in a process of its own, with the password a person gave."""

from typing import Final

from report.errors import Failure, UserError
from report.readers.apart import TooSlowError, python_command, python_environment, run_apart
from report.readers.child_message import OPENED, UNKNOWN_ENCRYPTION, WRONG_PASSWORD, message
from report.readers.given import Given
from report.words import _

_SECONDS: Final = 60  # the most rounds that [MS-OFFCRYPTO] 2.3.4.10 allows take a quarter of that


def without_password(given: Given) -> bytes:
    """Return an encrypted Office file as it is without its password. Raises UserError where that cannot be done."""
    if not given.password:
        raise UserError(Failure.PASSWORD_NEEDED, name=given.name)
    given.progress.step(0.0, _("正在解密“{name}”").format(name=given.name))
    try:
        command = python_command("report.readers.decrypt_child")
        sent = message(given.password, given.data)
        ended = run_apart(command, python_environment(), given.progress, _SECONDS, sent)
    except TooSlowError as error:
        raise UserError(Failure.PASSWORD_PROTECTED, name=given.name) from error
    verdict, plain = ended.output[:1], ended.output[1:]
    if ended.status == 0 and verdict == OPENED:
        return plain
    if ended.status == 0 and verdict == WRONG_PASSWORD:
        raise UserError(Failure.PASSWORD_WRONG, name=given.name)
    if ended.status == 0 and verdict == UNKNOWN_ENCRYPTION:
        raise UserError(Failure.PASSWORD_PROTECTED, name=given.name)
    raise UserError(Failure.DAMAGED_FILE, name=given.name, cause=_("加密的部分读不通"))

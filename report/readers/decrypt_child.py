"""A process of its own that takes the password off an Office file: password and file in, the plain file out.

Deriving a key takes up to ten million rounds, and the file's own structure is walked by a library: it works apart.
"""

import sys
from typing import Final

from report.readers.child_limits import limit_memory
from report.readers.child_message import OPENED, UNKNOWN_ENCRYPTION, WRONG_PASSWORD, taken_apart
from report.readers.office_crypt import UnknownEncryptionError, WrongPasswordError, decrypted

_MEMORY: Final = 500 * 1024**2  # bytes beside the copies of the file


def main() -> None:
    """Read standard input to its end, then write one byte of verdict and the plain file."""
    password, data = taken_apart(sys.stdin.buffer.read())
    limit_memory(_MEMORY + 6 * len(data))
    try:
        answer = OPENED + decrypted(data, password)
    except WrongPasswordError:
        answer = WRONG_PASSWORD
    except UnknownEncryptionError:
        answer = UNKNOWN_ENCRYPTION
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

"""What goes over the standard input of a child process: a password, if there is one, and the bytes of a file.

Never on its command line or in its environment, where every other program could read the password.
"""

import struct
from typing import Final

import msgspec

# The first byte of what comes back from taking a password off.
OPENED: Final = b"\0"
WRONG_PASSWORD: Final = b"\1"
UNKNOWN_ENCRYPTION: Final = b"\2"


def message(password: str, data: bytes) -> bytes:
    """Return what goes to the standard input of a child: the length of the password's JSON, the JSON, the file."""
    words = msgspec.json.encode(password)
    return struct.pack("<I", len(words)) + words + data


def taken_apart(sent: bytes) -> tuple[str, bytes]:
    """Return the password and the file of a message."""
    (length,) = struct.unpack_from("<I", sent)
    return msgspec.json.decode(sent[4 : 4 + length], type=str), sent[4 + length :]

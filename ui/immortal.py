"""Keeps None, True and False alive under PySide6 6.12.0 with a Python before 3.12.

From Python 3.12 on they are immortal (PEP 683), and PySide6 6.12.0 returns them without counting a reference, although
it installs on Python 3.11 too. There each call that returns None takes one reference away (measured: 100 repaints, 100
references of None less; 200 `Signal.emit`, 200 of True), until the interpreter ends with “none_dealloc: deallocating
None” or “bool_dealloc: deallocating True or False”. PySide6 6.8 counts as it should.
"""

import ctypes
import sys

_PLENTY = 1 << 40
_SINGLETONS = (None, True, False, NotImplemented)


def protect_singletons() -> None:
    """Give them more references than any run can lose. Once is enough; more often does no harm."""
    if sys.version_info >= (3, 12):
        return
    for singleton in _SINGLETONS:
        # CPython keeps the count in the first word of an object; a build that does not is left alone.
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if 0 <= sys.getrefcount(singleton) - count.value < 10:
            count.value += _PLENTY

"""Keeps Python's True alive against a fault of PySide6 6.12.0.

Its `Signal.emit` returns True without a reference of its own (measured: 200 emits, 200 references less), so that a
Python whose True is counted ends with “bool_dealloc: deallocating True or False” after some hundreds of signals.
From Python 3.12 on True is immortal (PEP 683) and nothing is to be done. PySide6 6.8 has not got the fault.
"""

import ctypes
import sys

_PLENTY = 1 << 40


def protect_true() -> None:
    """Give True more references than any run can lose. Once is enough; more often does no harm."""
    if sys.version_info >= (3, 12):
        return
    # CPython keeps the count in the first word of an object; a build that does not is left alone.
    count = ctypes.c_ssize_t.from_address(id(True))  # noqa: FBT003 - the object itself is meant
    if 0 < sys.getrefcount(True) - count.value < 10:  # noqa: FBT003
        count.value += _PLENTY

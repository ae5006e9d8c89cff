"""The singletons of Python outlive any number of signals."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.immortal import protect_singletons


class Source(QObject):
    """Says something."""

    told = Signal()


def test_none_true_and_false_outlive_any_number_of_calls(qapp: QApplication) -> None:
    protect_singletons()
    source = Source()
    for _number in range(2000):
        source.told.emit()
        qapp.property("none of this name")
    assert all(sys.getrefcount(singleton) > 1 << 20 for singleton in (None, True, False, NotImplemented))

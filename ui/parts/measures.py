"""Measures that follow 窗口文字大小: for parts that live as long as the window."""

from PySide6.QtWidgets import QWidget

from ui.theme import Look


def keep_height(widget: QWidget, look: Look, height: float) -> None:
    """Keep a widget as high as the design has it, at every scale."""

    def measure() -> None:
        widget.setFixedHeight(look.px(height))

    measure()
    look.changed.connect(measure)


def keep_width(widget: QWidget, look: Look, width: float) -> None:
    """Keep a widget as wide as the design has it, at every scale."""

    def measure() -> None:
        widget.setFixedWidth(look.px(width))

    measure()
    look.changed.connect(measure)

"""The bar above the status bar while something is made, and after: progress, cancel, done, failed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QVBoxLayout, QWidget

from report.messages import notice_sentence
from report.words import _
from ui.parts.buttons import IconButton, push_button
from ui.parts.elided_label import ElidedLabel
from ui.theme import Look

if TYPE_CHECKING:
    from generators.job import Result

_QUIET_MS = 600  # a run that is quicker shows its result only
_NAMES = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}


class MakeBar(QWidget):
    """One widget with four states: hidden, working, done, failed."""

    cancel_requested = Signal()
    retry_requested = Signal()
    elsewhere_requested = Signal()
    open_file_requested = Signal(object)  # Path
    open_folder_requested = Signal(object)  # Path of a made file
    copy_path_requested = Signal(object)  # Path

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = "working"
        self.setObjectName("make_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(look.px(64))
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_QUIET_MS)
        self._delay.timeout.connect(self.show)
        self._icon = QLabel(self)
        self._words = ElidedLabel(self)
        self._second = ElidedLabel(self)
        self._second.setProperty("part", "caption")
        self._share = QLabel(self)
        self._share.setProperty("part", "caption")
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._place_parts()
        look.changed.connect(self._draw_icon)
        self.hide()

    @property
    def state(self) -> str:
        """`working`, `done` or `failed`: what it shows when it is shown."""
        return self._state

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def show_working(self) -> None:
        """A run begins; it is spoken of once it takes long enough to be noticed."""
        self.hide()
        self._enter("working", _("正在生成"), _("可以继续勾选；本次按开始时的内容生成。"))
        self._progress.setValue(0)
        self._share.setText("")
        self._add(_("取消"), self.cancel_requested.emit)
        self._delay.start()

    def show_progress(self, done: float, doing: str) -> None:
        """A share (0 to 1) is done."""
        self._words.setText(_("正在生成：{doing}").format(doing=doing) if doing else _("正在生成"))
        self._progress.setValue(round(done * 1000))
        self._share.setText(f"{done:.0%}")

    def show_cancelling(self) -> None:
        """The clerk asked to stop."""
        self._words.setText(_("正在取消"))

    def show_done(self, result: "Result") -> None:
        """Files were made."""
        files = result.files
        words = _("已生成 {count} 个文件，检查通过").format(count=len(files))
        if result.noticed:
            words += _("；有 {count} 处要留意").format(count=len(result.noticed))
        self._enter("done", words, _files_words(result))
        for file in files:
            words = _("打开 {format}").format(format=_NAMES.get(file.format, file.format))
            self._add(words, _call(self.open_file_requested.emit, file.path))
        if result.noticed:
            sentences = tuple(dict.fromkeys(notice_sentence(notice) for notice in result.noticed))
            self._add(_("要留意的 {count} 处").format(count=len(result.noticed)), partial(self._list, sentences))
        if files:
            self._add(_("打开文件夹"), _call(self.open_folder_requested.emit, files[0].path))
            self._add(_("复制路径"), _call(self.copy_path_requested.emit, files[0].path))
        self._add_close()
        self.show()

    def show_failed(self, sentence: str, second: str = "", *, retry: bool = True) -> None:
        """Nothing was made, and why."""
        self._enter("failed", sentence, second)
        if retry:
            self._add(_("重试"), self.retry_requested.emit)
            self._add(_("换个位置..."), self.elsewhere_requested.emit)
        self._add_close()
        self.show()

    def close_bar(self) -> None:
        """Show nothing."""
        self._delay.stop()
        self.hide()

    def _place_parts(self) -> None:
        upper = QHBoxLayout()
        upper.addWidget(self._words, 1)
        upper.addWidget(self._share)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addLayout(upper)
        column.addWidget(self._progress)
        column.addWidget(self._second)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(16)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        row.addLayout(self._buttons)

    def _enter(self, state: str, words: str, second: str) -> None:
        self._delay.stop()
        self._state = state
        self._words.setText(words)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._progress.setVisible(state == "working")
        self._share.setVisible(state == "working")
        self._icon.setVisible(state != "working")
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setProperty("state", state)
        self.setAccessibleName(words)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon()

    def _draw_icon(self) -> None:
        tokens = self._look.tokens
        name, colour = ("circle-x", tokens.error) if self._state == "failed" else ("circle-check", tokens.ok)
        side = self._look.px(24)
        self._icon.setPixmap(self._look.icons.icon(name, side, colour).pixmap(side, side))

    def _add(self, words: str, deed: Callable[[], object]) -> None:
        button = push_button(words, "small", self)
        button.clicked.connect(lambda _checked=False: deed())
        self._buttons.addWidget(button)

    def _list(self, sentences: tuple[str, ...]) -> None:
        """Show what was noticed, above the bar."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for sentence in sentences:
            menu.addAction(sentence)
        size = menu.sizeHint()
        menu.popup(self.mapToGlobal(QPoint(self.width() - size.width() - self._look.px(16), -size.height())))

    def _add_close(self) -> None:
        close = IconButton(self._look, "x", _("关闭"), self)
        close.clicked.connect(self.close_bar)
        self._buttons.addWidget(close)


def _files_words(result: "Result") -> str:
    """Return the names of the files, those that differ in their ending only as one, and their folder."""
    names: dict[str, list[str]] = {}
    for file in result.files:
        names.setdefault(file.path.stem, []).append(file.path.suffix)
    words = "　".join(f"{stem} {' '.join(endings)}" for stem, endings in names.items())
    folders = {file.path.parent: f"{file.path.parent.parent.name} / {file.path.parent.name}" for file in result.files}
    return "　·　".join((words, *folders.values()))


def _call(function: Callable[[Path], object], path: Path) -> Callable[[], object]:
    return lambda: function(path)

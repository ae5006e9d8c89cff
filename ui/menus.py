"""The menus of the window and their keys."""

from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from report.selection import Mode
from report.words import _
from ui.actions import Actions
from ui.main_window import MainWindow
from ui.models.outline_model import mode_words
from ui.parts.pane import Pane
from ui.session import Session
from ui.theme import Look

SCALES = (1.0, 1.15, 1.3, 1.5, 2.0)


def add_menus(window: MainWindow, actions: Actions, session: Session, look: Look) -> None:
    """Give the window its menus."""
    _file(window, actions)
    _edit(window, session)
    _view(window, look)
    _report(window, actions)
    _output(window, actions)
    _help(window)


def _file(window: MainWindow, actions: Actions) -> None:
    menu = window.add_menu(_("文件(&F)"))
    window.add_action(menu, _("打开..."), "Ctrl+O").triggered.connect(actions.choose_report)
    window.add_action(menu, _("用样例试一试")).triggered.connect(actions.open_sample)
    menu.addSeparator()
    window.add_action(menu, _("关闭报告"), "Ctrl+W").triggered.connect(window.show_start)
    window.add_action(menu, _("退出"), "Ctrl+Q").triggered.connect(window.close)


def _edit(window: MainWindow, session: Session) -> None:
    menu = window.add_menu(_("编辑(&E)"))
    undo = window.add_action(menu, _("撤销"), "Ctrl+Z")
    redo = window.add_action(menu, _("重做"), "Ctrl+Y")
    undo.triggered.connect(session.undo)
    redo.triggered.connect(session.redo)

    def refresh() -> None:
        undo.setEnabled(bool(session.undo_words))
        redo.setEnabled(bool(session.redo_words))

    session.selection_changed.connect(refresh)
    refresh()


def _view(window: MainWindow, look: Look) -> None:
    menu = window.add_menu(_("视图(&V)"))
    places = (
        (window.outline, _("选取内容"), window.outline.view),
        (window.report, _("报告"), window.report.text),
        (window.fields, _("要素"), window.fields),
        (window.pages, _("预览"), window.pages.view),
    )
    for number, (pane, words, inside) in enumerate(places, start=1):
        action = window.add_action(menu, words, f"Ctrl+{number}")
        action.triggered.connect(partial(_bring, window, pane, inside))
    table = window.add_action(menu, _("指标"), "Ctrl+5")
    table.triggered.connect(partial(_bring, window, window.report, window.report.metrics.table))
    menu.addSeparator()
    window.add_action(menu, _("指标面板"), "Ctrl+M").triggered.connect(window.report.turn_panel)
    window.add_action(menu, _("放大"), "Ctrl+=").triggered.connect(lambda: window.pages.zoom_by(1))
    window.add_action(menu, _("缩小"), "Ctrl+-").triggered.connect(lambda: window.pages.zoom_by(-1))
    window.add_action(menu, _("整宽或整页"), "Ctrl+0").triggered.connect(window.pages.turn_fit)
    menu.addSeparator()
    theme = menu.addMenu(_("主题"))
    for dark, words in ((False, _("浅色")), (True, _("深色"))):
        theme.addAction(words).triggered.connect(partial(_theme, look, dark))
    sizes = menu.addMenu(_("窗口文字"))
    for scale in SCALES:
        sizes.addAction(f"{scale:.0%}").triggered.connect(partial(_scale, look, scale))
    window.add_action(menu, _("下一个窗格"), "F6").triggered.connect(partial(_turn, window, 1))
    window.add_action(menu, _("上一个窗格"), "Shift+F6").triggered.connect(partial(_turn, window, -1))
    window.add_action(menu, _("恢复默认布局")).triggered.connect(window.workspace.restore_default)
    window.add_action(menu, _("全屏"), "F11").triggered.connect(window.turn_full_screen)


def _report(window: MainWindow, actions: Actions) -> None:
    menu = window.add_menu(_("报告(&R)"))
    ticks = menu.addMenu(_("勾选"))
    for rule, words in (
        ("all", _("全选")),
        ("none", _("全不选")),
        ("invert", _("反选")),
        ("figures", _("只选有数字的部分")),
    ):
        ticks.addAction(words).triggered.connect(partial(_tick, actions, rule))
    window.add_action(menu, _("下一处待核对"), "F7").triggered.connect(partial(_audit, actions, 1))
    window.add_action(menu, _("上一处待核对"), "Shift+F7").triggered.connect(partial(_audit, actions, -1))
    modes = menu.addMenu(_("印法"))
    for number, mode in enumerate(Mode, start=1):
        action = window.add_action(modes, mode_words(mode), f"Alt+{number}")
        action.triggered.connect(partial(_mode, actions, mode))


def _output(window: MainWindow, actions: Actions) -> None:
    menu = window.add_menu(_("输出(&O)"))
    window.add_action(menu, _("生成"), "Ctrl+Return").triggered.connect(actions.make)
    window.add_action(menu, _("再次生成"), "F9").triggered.connect(actions.make)
    window.add_action(menu, _("生成到别处..."), "F12").triggered.connect(actions.make_elsewhere)
    menu.addSeparator()
    window.add_action(menu, _("打开输出文件夹")).triggered.connect(actions.open_output)
    window.add_action(menu, _("文种"), "Ctrl+K").triggered.connect(window.commands.open_kinds)


def _help(window: MainWindow) -> None:
    menu = window.add_menu(_("帮助(&H)"))
    window.add_action(menu, _("关于简报台")).triggered.connect(partial(_about, window))


def _about(window: MainWindow) -> None:
    QMessageBox.about(
        window, _("关于简报台"), _("简报台：把政府工作报告做成简报和会议材料。\n文件只在本机处理，不联网。")
    )


def _bring(window: MainWindow, pane: Pane, inside: QWidget, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
    window.bring(pane, inside)


def _theme(look: Look, dark: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's value
    look.change(dark=dark, scale=look.scale)


def _scale(look: Look, scale: float, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's value
    look.change(dark=look.dark, scale=scale)


def _turn(window: MainWindow, by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's value
    window.turn_pane(by)


def _tick(actions: Actions, rule: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's value
    actions.ticking.tick_rule(rule)


def _audit(actions: Actions, by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's value
    actions.auditing.step(by)


def _mode(actions: Actions, mode: Mode, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's value
    actions.ticking.set_mode_here(mode)

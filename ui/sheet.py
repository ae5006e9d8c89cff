"""The style sheet of the window, with the names of tokens and measures where colours and sizes stand."""

SHEET = """
* { font-family: "$family"; font-size: $px15; color: $text; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 4px 6px; font-size: $px13; }

QMainWindow, QWidget#bar, QWidget#start { background: $bar; }
QWidget#surface, QWidget#pane, QWidget#pane_head, QScrollArea, QWidget#form { background: $surface; }

QMenuBar { background: $bar; padding: 1px 8px; }
QMenuBar::item { padding: 4px 8px; margin: 0 2px 0 0; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $tint; }
QMenu { background: $surface; border: 1px solid $control; padding: 4px; }

QPushButton, QToolButton {
  background: $surface; border: 1px solid $control; border-radius: 6px; padding: 0 12px; min-height: $px34;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $tint; }
QPushButton:disabled, QToolButton:disabled { color: $off; border-color: $line; background: $bar; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QPushButton[part="primary"], QToolButton[part="primary"] {
  background: $fill; border: 1px solid $fill; color: $on_fill; padding: 0 16px;
}
QPushButton[part="primary"]:hover, QToolButton[part="primary"]:hover { background: $fill_hover; }
QPushButton[part="primary"]:pressed, QToolButton[part="primary"]:pressed { background: $fill_pressed; }
QPushButton[part="primary"]:disabled, QToolButton[part="primary"]:disabled {
  background: $bar; border: 1px solid $line; color: $off;
}
QPushButton[side="left"] { border-top-right-radius: 0; border-bottom-right-radius: 0; border-right: 0; }
QPushButton[side="right"] {
  border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: 1px solid $tint2; padding: 0 8px;
}
QPushButton[tall="true"] { min-height: $px36; }

QToolButton[part="icon"] {
  background: transparent; border: 0; padding: 0; min-width: $px32; min-height: $px32; border-radius: 6px;
}
QToolButton[part="icon"]:hover { background: $hover; }
QToolButton[part="icon"]:pressed, QToolButton[part="icon"]:checked { background: $tint; }
QPushButton[part="flat"] { background: transparent; border: 0; padding: 0 8px; }
QPushButton[part="flat"]:hover { background: $hover; }
QPushButton[part="row"] { background: transparent; border: 0; min-height: $px64; padding: 0; }
QPushButton[part="row"]:hover { background: $hover; }
QPushButton[part="link"] { background: transparent; border: 0; color: $accent; padding: 0 8px; min-height: $px32; }
QPushButton[part="link"]:hover { background: $hover; }
QPushButton[part="small"] { min-height: $px30; padding: 0 10px; }
QPushButton[part="status"] {
  background: transparent; border: 0; font-size: $px13; padding: 0 4px; min-height: $px24; text-align: left;
}
QPushButton[part="status"]:hover { background: $hover; }

QLineEdit { min-height: $px34; }
QLineEdit, QPlainTextEdit[part="field"] {
  background: $surface; border: 1px solid $control; border-radius: 6px; padding: 0 9px;
  selection-background-color: $fill; selection-color: $on_fill; placeholder-text-color: $text3;
}
QPlainTextEdit[part="field"] { padding: 4px 5px; }
QLineEdit[part="search"] { min-height: $px30; }
QLineEdit:focus, QPlainTextEdit[part="field"]:focus { border: 2px solid $accent; padding: 0 8px; }
QPlainTextEdit[part="field"]:focus { padding: 3px 4px; }
QLineEdit[faulty="true"], QLineEdit[faulty="true"]:focus { border: 2px solid $error; padding: 0 8px; }
QPushButton[part="value"] { padding: 0; min-height: $px38; max-height: $px38; }
QPushButton[part="value"][high="36"] { min-height: $px34; max-height: $px34; }
QPushButton[part="value"][high="32"] { min-height: $px30; max-height: $px30; }
QPushButton[part="value"]:focus { border-color: $accent; }
QLineEdit QToolButton { min-height: 0; min-width: 0; border: 0; padding: 0; background: transparent; }

QLabel { background: transparent; }
QLabel[part="caption"] { font-size: $px13; color: $text2; }
QLabel[part="quiet"] { font-size: $px13; color: $text3; }
QLabel[part="group"] { font-size: $px13; color: $accent; }
QLabel[part="fault"] { font-size: $px13; color: $error; }
QLabel[part="accent"] { font-size: $px13; color: $accent; }
QLabel[part="warn"] { font-size: $px13; color: $warn; }
QLabel[part="second"] { color: $text2; }
QLabel[part="large"] { font-size: $px17; }
QLabel[part="name"] { font-size: $px32; }
QFrame[part="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[part="stroke"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }

QWidget#pane_head { border-bottom: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $text2; padding: 0 12px; min-height: $px36; border: 0;
  border-bottom: 3px solid transparent;
}
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; }
QTabBar::tab:hover:!selected { background: $hover; }
QTabBar::tab:focus { background: $tint; }

QTreeView, QTableView, QTextEdit, QListView { background: $surface; border: 0; outline: 0; }
QTextEdit { font-size: $px17; }
QTreeView::item, QTableView::item { background: transparent; border: 0; }
QTreeView::branch { background: transparent; }
QHeaderView { background: $bar; border: 0; }
QHeaderView::section {
  background: $bar; color: $text2; font-size: $px13; border: 0; border-bottom: 1px solid $line; padding: 0 8px;
}
QHeaderView::section:hover { background: $hover; }
QTableCornerButton::section { background: $bar; border: 0; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $bar; }
QSplitter::handle:hover { background: $tint2; }

QProgressBar { background: $line; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $fill; border-radius: 4px; }

QWidget#message { background: $tint; border-bottom: 1px solid $tint2; }
QWidget#message[state="warn"] { background: $warn_tint; border-bottom: 1px solid $warn_line; }
QWidget#message[state="error"] { background: $error_tint; border-bottom: 1px solid $error; }
QWidget#make_bar { background: $surface; border-top: 1px solid $line; }
QWidget#make_bar[state="done"] { background: $ok_tint; border-top: 1px solid $ok_line; }
QWidget#make_bar[state="failed"] { background: $error_tint; border-top: 1px solid $error; }
QWidget#status_bar { background: $bar; border-top: 1px solid $line; }
QWidget#command_bar { background: $bar; border-bottom: 1px solid $line; }
QWidget#outline_foot { background: $surface; border-top: 1px solid $line; }
QWidget#card { background: $surface; border: 1px solid $line; border-radius: 8px; }
"""

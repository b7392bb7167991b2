"""The sheet of shortcuts (Ctrl+/ or ?): every command with a key, and the keys of lists and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from app.ui.shell.commands import Commands
    from app.ui.theme import Theme

translate = QCoreApplication.translate
Lines = list[tuple[str, str]]


def native(keys: str) -> str:
    """A key sequence as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def table_keys() -> Lines:
    """Keys that work in every table and list."""
    return [
        (translate("Keys", "Open the row"), "Enter"),
        (translate("Keys", "Check the row"), "Space"),
        (translate("Keys", "Check all rows shown"), native("Ctrl+A")),
        (translate("Keys", "Clear checks, close the drawer"), "Esc"),
        (translate("Keys", "Copy with headers"), native("Ctrl+C")),
        (translate("Keys", "Sort, choose columns"), "Shift+F10"),
    ]


def moving_keys() -> Lines:
    """Keys for going about."""
    return [
        (translate("Keys", "Next area: navigation, page, drawer"), "F6"),
        (translate("Keys", "Month back or on in a date"), "PageUp / PageDown"),
        (translate("Keys", "Common dates"), "Alt+↓"),
        (translate("Keys", "Next tab"), native("Ctrl+Tab")),
    ]


def keys_of(actions: Iterable[QAction]) -> Lines:
    """Those of some commands that have keys."""
    native_text = QKeySequence.SequenceFormat.NativeText
    found = [(_bare(action.text()), action.shortcut().toString(native_text)) for action in actions]
    return [line for line in found if all(line)]


class ShortcutsSheet(QDialog):
    """Two columns of groups; Esc closes."""

    help_topic = "guide.keys"

    def __init__(
        self,
        theme: Theme,
        commands: Commands,
        parent: QWidget | None = None,
        of_page: Sequence[QAction] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(760, 560)
        groups: list[tuple[str, Lines]] = [
            (self.tr("File and edit"), _lines(commands, ("file", "edit"))),
            (self.tr("Pages and view"), _lines(commands, ("view", "help"))),
            (self.tr("Tables and lists"), table_keys()),
            (self.tr("Moving about"), moving_keys()),
        ]
        if own := keys_of(of_page):
            groups.append((self.tr("On this page"), own))
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(24, 20, 24, 8)
        columns.setSpacing(40)
        for half in (groups[:1] + groups[2:3], groups[1:2] + groups[3:]):
            column = QVBoxLayout()
            column.setSpacing(8)
            for title, lines in half:
                column.addWidget(label(title, "section"))
                column.addLayout(_grid(lines))
                column.addSpacing(12)
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        close = button(theme, self.tr("Close"), "normal", run=self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)


def _lines(commands: Commands, menus: Sequence[str]) -> Lines:
    return [line for menu in menus for line in keys_of(action for _, action in commands.in_menu(menu))]


def _bare(text: str) -> str:
    """A menu's text without its letter and dots."""
    return re.sub(r"\(&.\)", "", text).replace("&", "").rstrip("…")


def _grid(lines: Lines) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for row, (text, keys) in enumerate(lines):
        grid.addWidget(label(text, "body", wrap=True), row, 0)
        key = label(keys, "body", "secondary", strong=True)
        grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return grid

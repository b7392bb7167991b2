"""Fills the palette: commands of the window and the page, customers and invoices of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from app.ui.shell.palette import CommandPalette, Hit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from app.ui.shell.main_window import MainWindow

translate = QCoreApplication.translate


def command_hits(window: MainWindow) -> list[Hit]:
    """Commands that can run now, pages first."""
    window.commands.refresh()
    found = [(action, command.menu == "view") for command, action in window.commands.all()]
    found.sort(key=lambda pair: not pair[1])
    actions = [action for action, _ in found if action.isEnabled()]
    hits = [_hit(action) for action in (*window.page_actions(), *actions)]
    return [hit for hit in hits if hit.title]


def _hit(action: QAction) -> Hit:
    title = action.text().replace("&", "")
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return Hit("chevron-right", title, keys, action.trigger)


def open_palette(window: MainWindow) -> None:
    """Show it over the window's upper part."""
    finder = None
    if window.workspace is not None:

        def finder(text: str, show: Callable[[list[Hit]], None]) -> None:
            find(window, text, show)

    palette = CommandPalette(window.theme, command_hits(window), finder, window)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    corner = window.mapToGlobal(window.rect().topLeft())
    palette.move(corner.x() + (window.width() - palette.width()) // 2, corner.y() + 96)
    palette.open()

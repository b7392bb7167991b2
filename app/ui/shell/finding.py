"""Fills the palette: commands of the window and the page, customers and invoices of the ledger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.shell.palette import CommandPalette, Hit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from app.services.search import Hit as LedgerHit
    from app.ui.shell.main_window import MainWindow

_SHOWN = 6


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


def find(window: MainWindow, text: str, show: Callable[[list[Hit]], None]) -> None:
    """Look a text up in the ledger; a later question replaces this one."""
    session = window.doors.session
    if session is None:
        return
    search = session.search
    window.runner.database(
        lambda _control: search.search(text, _SHOWN),
        lambda found: show([_found(window, each) for each in found]),
        owner=window,
        key="palette",
    )


def _found(window: MainWindow, hit: LedgerHit) -> Hit:
    """A customer or a document; both lead to the customer's page."""
    go, formats = window.navigator.go, window.formats
    if hit.kind == "customer":
        return Hit("building-2", hit.title, hit.subtitle, partial(go, "customers", customer_id=hit.id))
    words = [hit.subtitle]
    if hit.on is not None:
        words.append(formats.day(hit.on))
    if hit.open:
        words.append(formats.money(hit.open, hit.currency))
    there = partial(go, "customers", customer_id=hit.customer_id, document_id=hit.id)
    return Hit("file-text", hit.title, " · ".join(words), there)


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

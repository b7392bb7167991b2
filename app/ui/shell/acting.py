"""F2, F5 and Ctrl+E: the page in view edits the row, reads again, exports, by its own buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.changes import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.ui.pages.page import Page
    from app.ui.shell.main_window import MainWindow

translate = QCoreApplication.translate
_PENCIL = "pencil"
"""Buttons that change what is in view carry it."""


def read_again(window: MainWindow) -> None:
    """Read what is in view anew: another program may have written to the file."""
    if (page := window.page) is not None:
        page.on_change(EVERYTHING)
        window.toast.say(translate("Acting", "Read again"))


def edit(window: MainWindow) -> None:
    """Press the button that edits the row, the nearest to the keyboard."""
    nothing = translate("Acting", "There is nothing to edit here. Choose a row that can be edited first.")
    _press(window, ("edit_button",), _PENCIL, nothing)


def export(window: MainWindow) -> None:
    """Press the button that exports what is listed."""
    nothing = translate("Acting", "There is nothing to export here.")
    _press(window, ("export_button", "bar_export"), "", nothing)


def _press(window: MainWindow, names: tuple[str, ...], icon: str, nothing: str) -> None:
    page = window.page
    if page is None:
        return
    found = list(_nearest(window, page, names)) or list(_dressed(page, icon))
    able = next((one for one in found if one.isEnabled()), None)
    if able is not None:
        able.click()
    else:  # a greyed button says why by its tip
        window.toast.say(next((one.toolTip() for one in found if one.toolTip()), nothing))


def _nearest(window: MainWindow, page: Page, names: tuple[str, ...]) -> Iterator[QAbstractButton]:
    """Buttons by their names on the page, those of what stands around the keyboard first."""
    node = cast("QWidget | None", window.focusWidget())
    if node is None or not page.isAncestorOf(node):
        node = page
    while node is not None:
        for owner in (node, *node.findChildren(QWidget)):
            for name in names:
                one = getattr(owner, name, None)
                if isinstance(one, QAbstractButton) and one.isVisible():
                    yield one
        node = node.parentWidget() if node is not page else None


def _dressed(page: Page, icon: str) -> Iterator[QAbstractButton]:
    """Buttons with an icon on the page; its drawer comes last, and what it shows is chosen in the list."""
    if icon:
        found = [one for one in page.findChildren(QAbstractButton) if one.property("icon_name") == icon]
        yield from (one for one in reversed(found) if one.isVisible())

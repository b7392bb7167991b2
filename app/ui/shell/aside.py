"""Dialogs taken out of sight as they are, and brought back as they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from app.ui.shell.main_window import MainWindow

_MOST_POPUPS = 8


@dataclass(frozen=True, slots=True)
class _Kept:
    """A dialog with all that moving it to another parent takes away."""

    dialog: QDialog
    parent: QWidget | None
    flags: Qt.WindowType
    modality: Qt.WindowModality
    geometry: QRect


class Aside:
    """Takes every dialog over the window out of it, and out of what a screen reader can walk through.

    One that somebody waits for in a loop of its own cannot be kept: it is cancelled.
    """

    def __init__(self, window: MainWindow) -> None:
        self._focused = cast("QWidget | None", window.focusWidget())
        self._kept: list[_Kept] = []
        self._place = QWidget()  # never shown, so the system knows no window of it
        _close_popups()
        found = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
        ]
        for dialog in sorted(found, key=_depth, reverse=True):
            self._take(dialog)

    @property
    def place(self) -> QWidget:
        """Where what is out of sight hangs meanwhile."""
        return self._place

    def _take(self, dialog: QDialog) -> None:
        modality = dialog.windowModality()
        if modality == Qt.WindowModality.ApplicationModal:
            dialog.reject()
            return
        kept = _Kept(dialog, dialog.parentWidget(), dialog.windowFlags(), modality, dialog.geometry())
        dialog.hide()
        dialog.setParent(self._place, Qt.WindowType.Widget)
        self._kept.append(kept)

    @property
    def dialogs(self) -> list[QDialog]:
        """Those kept, as far as they still are there."""
        return [one.dialog for one in self._kept if shiboken6.isValid(one.dialog)]

    def bring_back(self) -> None:
        """Show them again, the lowest first; the keyboard goes where it was."""
        for kept in reversed(self._kept):
            if shiboken6.isValid(kept.dialog) and kept.dialog.parentWidget() is self._place:
                _bring_back(kept)
        if self._focused is not None and shiboken6.isValid(self._focused) and not self._kept:
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place.deleteLater()

    def drop(self) -> None:
        """Let go of them for good."""
        self._place.deleteLater()


def _depth(dialog: QWidget) -> int:
    """How many windows it stands over."""
    parent = dialog.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())


def _close_popups() -> None:
    """Menus, calendars and lists that hang open."""
    for _ in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()


def _bring_back(kept: _Kept) -> None:
    dialog = kept.dialog
    parent = kept.parent if kept.parent is not None and shiboken6.isValid(kept.parent) else None
    dialog.setParent(parent, kept.flags)
    dialog.setWindowModality(kept.modality)
    dialog.setGeometry(kept.geometry)
    dialog.show()

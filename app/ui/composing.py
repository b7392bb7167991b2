"""While an input method composes, its keys are its own: nothing is saved, closed, searched or checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

Text = QLineEdit | QPlainTextEdit | QTextEdit
_KEYS = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
"""Keys that choose among an input method's candidates; some systems hand them on to the field as well."""
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Composing(QObject):
    """Watches the one field that has the keyboard, so that no other event passes through Python.

    A text changed by composing tells of it once the composing ends: Qt would say at the first letter
    that the selected text is gone. Days and counts take digits only, so they need no input method.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._field: QWidget | None = None
        self._composes = False
        self._text = ""
        self._passing = False
        app.focusChanged.connect(self._on_focus)
        self._on_focus()

    def _on_focus(self) -> None:
        """Qt's own arguments are not taken: what loses the keyboard may be half gone already."""
        new = QApplication.focusWidget()
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field, self._composes = None, False
        if isinstance(new, QAbstractSpinBox):
            new.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)
        elif new is not None and new.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._field = new
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what must wait until the characters are chosen."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and not self._passing:
            return self._compose(watched, event)  # type: ignore[arg-type]  # the type says so
        if self._composes and kind in _KEY_EVENTS:
            return self._keep(event)  # type: ignore[arg-type]  # as above
        return False

    def _keep(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) not in _KEYS:
            return False
        event.accept()
        return True

    def _compose(self, watched: QObject, event: QInputMethodEvent) -> bool:
        text = _text_of(watched)
        begins = bool(event.preeditString()) and not self._composes
        ends = not event.preeditString() and self._composes
        if begins and text is not None:
            self._text = _content(text)
        self._composes = bool(event.preeditString())
        if text is None or not (self._composes or ends):
            return False
        self._pass(watched, event, text)
        if ends and _content(text) != self._text:
            _tell(text)
        return True

    def _pass(self, watched: QObject, event: QInputMethodEvent, text: Text) -> None:
        """Let the field take it without a word to those who follow its text."""
        self._passing = True
        silent = text.blockSignals(True)
        try:
            QApplication.sendEvent(watched, event)
        finally:
            text.blockSignals(silent)
            self._passing = False


def _text_of(watched: QObject) -> Text | None:
    if isinstance(watched, QComboBox):
        return watched.lineEdit()
    return watched if isinstance(watched, (QLineEdit, QPlainTextEdit, QTextEdit)) else None


def _content(text: Text) -> str:
    return text.text() if isinstance(text, QLineEdit) else text.toPlainText()


def _tell(text: Text) -> None:
    if isinstance(text, QLineEdit):
        text.textChanged.emit(text.text())
        text.textEdited.emit(text.text())
    else:
        text.textChanged.emit()


_watching: list[Composing] = []
"""The one there is; to look for it among the application's parts makes Python meet the style's constants."""


def watch(app: QApplication) -> None:
    """Keep an eye on the application's fields, once."""
    if not any(isValid(each) for each in _watching):
        _watching[:] = [Composing(app)]

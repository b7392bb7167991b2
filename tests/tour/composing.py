"""Characters on their way through an input method: nothing may search, check, save or close meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy, QTest
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

from tests.tour.findings import Finding, seen, title_of

if TYPE_CHECKING:
    from tests.tour.stage import Stage

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Tab)
_QUIET = frozenset(
    """destroyed objectNameChanged cursorPositionChanged selectionChanged inputRejected copyAvailable
    undoAvailable redoAvailable windowTitleChanged windowIconChanged windowIconTextChanged
    customContextMenuRequested blockCountChanged updateRequest highlighted""".split()
)
"""Signals that say nothing of the content."""


class Composer:
    """Composes in each field once; fields of one class in owners of one class are alike."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._tried: set[tuple[str, str]] = set()

    def look(self, scene: str, top: QWidget) -> list[Finding]:
        """Every field of a window that acts too early."""
        over = self._stage.over()
        if top is not (over[-1] if over else self._stage.window):
            return []
        found = []
        for widget in list(seen(top)):
            if not isValid(widget) or not widget.isVisible():
                continue
            mark = title_of(widget), widget.accessibleName()
            if _takes_text(widget) and mark not in self._tried:
                self._tried.add(mark)
                found += [Finding("composing", scene, title_of(widget), text) for text in self._try(widget)]
        return found

    def _try(self, widget: QWidget) -> Iterator[str]:
        before, text = QApplication.focusWidget(), _text(widget)
        window, over = widget.window(), self._stage.over()
        window.activateWindow()
        QApplication.processEvents()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stage.settle()
        if not isValid(widget) or QApplication.focusWidget() is not _holder(widget):
            return  # it shows something else once it has the keyboard
        if not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return  # days and counts: keys come as digits, whatever input method is on
        _leave_selection(widget)
        spies = _spies(widget)
        for preedit in ("h", "he", "heng"):
            _send(widget, QInputMethodEvent(preedit, []))
        yield from self._acted(spies, "while composing")
        for key in _KEYS:
            QTest.keyClick(widget, key)
            if not window.isVisible() or self._stage.over() != over:
                yield f"{key.name} closed or opened a window"
                return
            yield from self._acted(spies, key.name)
            if QApplication.focusWidget() is not _holder(widget):
                yield f"{key.name} left the field"
                return
        self._stage.settle(250)
        if not isValid(widget):
            yield "the field is gone"
            return
        yield from self._acted(spies, "a moment later")
        _send(widget, QInputMethodEvent("", []))
        if _text(widget) != text:
            yield f"giving up changed {text!r} to {_text(widget)!r}"
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stage.settle()

    def _acted(self, spies: dict[str, QSignalSpy], when: str) -> Iterator[str]:
        for name in [name for name, spy in spies.items() if spy.count()]:
            yield f"{name} {when}"
            spies.pop(name)


def _takes_text(widget: QWidget) -> bool:
    if not widget.isEnabled() or isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox)):
        return False
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def _holder(widget: QWidget) -> QWidget:
    """Who has the keyboard when the field has it."""
    return widget.focusProxy() or widget


def _inner(widget: QWidget) -> QWidget:
    return widget


def _send(widget: QWidget, event: QInputMethodEvent) -> None:
    QApplication.sendEvent(_inner(widget), event)


def _leave_selection(widget: QWidget) -> None:
    """What is selected goes when composing begins, in every program; that is not what is asked here."""
    QTest.keyClick(widget, Qt.Key.Key_End)


def _text(widget: QWidget) -> str:
    match widget:
        case QLineEdit() | QAbstractSpinBox():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()
    return ""


def _spies(widget: QWidget) -> dict[str, QSignalSpy]:
    """One on every signal of the field that tells of content, its inner field's included."""
    sources: list[QObject] = [widget]
    if isinstance(widget, (QComboBox, QAbstractSpinBox)):
        sources += [each for each in [widget.findChild(QLineEdit)] if each is not None]
    spies = {}
    for source in sources:
        meta = source.metaObject()
        for place in range(meta.methodCount()):
            method = meta.method(place)
            name = bytes(method.name().data()).decode()
            if method.methodType() == QMetaMethod.MethodType.Signal and name not in _QUIET:
                spies[f"{type(source).__name__}.{name}"] = QSignalSpy(source, method)
    return spies

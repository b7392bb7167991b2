"""The window by keyboard alone: Tab reaches everything and is held by nothing, Esc leaves, Enter answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from app.ui.help.panel import HelpPanel
from app.ui.tables.totals_row import TotalsRow
from tests.tour.findings import Finding, seen, title_of

if TYPE_CHECKING:
    from tests.tour.stage import Stage

_INPUTS = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QTabBar)
_MOST_ESCAPES = 4
"""An open list, a search to clear, a drawer, then "press Esc again to discard"."""
_INNER_STEPS = 4
_MARGIN = 4
"""A ring may be drawn just outside."""


class Keys:
    """Walks Tab through a window; windows of the same parts are walked once."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._walked: set[tuple[str, ...]] = set()
        self._menus: set[tuple[str, ...]] = set()

    def look(self, scene: str, top: QWidget) -> list[Finding]:
        """Every fault of one window, as it stands now."""
        if isinstance(top, QMenu):
            return [Finding("mnemonic", scene, "QMenu", text) for text in self._mnemonics(top)]
        over = self._stage.over()
        if top is not (over[-1] if over else self._stage.window):
            return []
        parts = [each for each in seen(top) if _is_part(each) and not _is_below_help(each)]
        mark = (type(top).__name__, *(title_of(each) for each in parts))
        if mark in self._walked:
            return []
        self._walked.add(mark)
        return [Finding(kind, scene, title_of(each), text) for kind, each, text in self._walk(top, parts)]

    def _mnemonics(self, menu: QMenu) -> Iterator[str]:
        texts = [each.text() for each in menu.actions() if not each.isSeparator()]
        if tuple(texts) in self._menus:
            return
        self._menus.add(tuple(texts))
        letters = Counter(letter for text in texts if (letter := _letter(text)))
        yield from (f"{letter} stands for {many} entries" for letter, many in letters.items() if many > 1)
        if isinstance(menu.parentWidget(), QMenuBar) or self._is_of_bar(menu):
            yield from (f"none in {text}" for text in texts if not _letter(text))

    def _is_of_bar(self, menu: QMenu) -> bool:
        return any(each.menu() is menu for each in self._stage.window.menuBar().actions())

    def _walk(self, top: QWidget, parts: list[QWidget]) -> Iterator[tuple[str, QWidget, str]]:
        before = QApplication.focusWidget()
        reached: list[QWidget] = []
        stops = {part.focusProxy() or part for part in parts}
        top.activateWindow()
        QApplication.processEvents()
        first = _enter(top)
        if first is None:
            if parts:
                yield "no focus", top, f"{len(parts)} parts and none takes the keyboard"
            return
        now: QWidget | None = first
        for _ in range(2 * len(parts) + 8):
            if now is None or (now is first and reached):
                break
            reached.append(now)
            if _is_stop(now) and (fault := self._unseen(now)) is not None:
                yield "no focus ring", now, fault
            _press_tab(now)
            after = QApplication.focusWidget()
            if after is now and len(stops) > 1 and top.windowType() != Qt.WindowType.Popup:
                yield "trap", now, "Tab stays"
                break
            now = after
        yield from _missed(parts, reached)
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unseen(self, widget: QWidget) -> str | None:
        """What looks the same with and without the keyboard; None where one sees it."""
        window = widget.window()
        target = _shown_by(widget)
        rect = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        rect = rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).intersected(window.rect())
        if rect.isEmpty():
            return "out of sight"
        there = window.grab(rect).toImage()
        widget.clearFocus()
        gone = window.grab(rect).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        return f"{type(widget).__name__} {rect.getRect()}" if there == gone else None

    def leaving(self, scene: str, dialog: QDialog) -> list[Finding]:
        """Esc closes a dialog, and Enter has one button to press."""
        found = []
        buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
        if buttons and not any(each.isDefault() for each in buttons) and _takes_enter(dialog, buttons):
            found.append(Finding("no default", scene, type(dialog).__name__, "Enter presses any button"))
        for _ in range(_MOST_ESCAPES):
            if dialog.isVisible():
                QTest.keyClick(_holder(dialog), Qt.Key.Key_Escape)
        if dialog.isVisible():
            found.append(Finding("no escape", scene, type(dialog).__name__, "Esc does not close it"))
        return found


def _is_stop(widget: QWidget) -> bool:
    """Not the whole pane a new page gives the keyboard to, as a browser gives it to its document."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _letter(text: str) -> str:
    place = text.replace("&&", "").find("&")
    return text.replace("&&", "")[place + 1 : place + 2].upper() if place >= 0 else ""


def _enter(top: QWidget) -> QWidget | None:
    """Where the keyboard is in a window, or where Tab takes it first."""
    inside = QApplication.focusWidget()
    if inside is not None and inside.window() is top:
        inside.clearFocus()  # a station may have scrolled it away: one comes to it anew
        inside.setFocus(Qt.FocusReason.TabFocusReason)
        return inside
    node = top.nextInFocusChain()
    while node is not None and node is not top:
        if node.focusPolicy() & Qt.FocusPolicy.TabFocus and node.isVisible() and node.isEnabled():
            node.setFocus(Qt.FocusReason.TabFocusReason)
            return QApplication.focusWidget()
        node = node.nextInFocusChain()
    return None


def _press_tab(widget: QWidget) -> None:
    """On to the next part; a field of a day has three of its own, a text as many as it has links."""
    for _ in range(_links(widget) if isinstance(widget, QTextBrowser) else _INNER_STEPS):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not widget:
            return


def _links(widget: QTextBrowser) -> int:
    """The most Tabs a text may take: one for each link, and one to leave."""
    return widget.toHtml().count("<a ") + 1


def _holder(dialog: QDialog) -> QWidget:
    inside = cast("QWidget | None", dialog.focusWidget())
    return inside if inside is not None and inside.isVisible() else dialog


def _takes_enter(dialog: QDialog, buttons: list[QPushButton]) -> bool:
    """Whether Enter in a field would press the first button that offers itself."""
    fields = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
    return bool(fields) and any(each.autoDefault() for each in buttons)


def _is_part(widget: QWidget) -> bool:
    """Something one can act on: Qt's controls, and what takes the mouse in a way of its own."""
    if not widget.isEnabled() or _is_inner(widget):
        return False
    if isinstance(widget, (QMenu, QMenuBar, QScrollArea, QHeaderView, QScrollBar)):
        return False
    if isinstance(widget, TotalsRow):
        return False  # told with the table above it, and nothing to act on
    if isinstance(widget, QAbstractItemView):
        model = cast("QAbstractItemModel | None", widget.model())
        return model is not None and model.rowCount() > 0
    if isinstance(widget, (QAbstractButton, *_INPUTS)):
        return True
    return _is_pressed(type(widget)) and widget.cursor().shape() == Qt.CursorShape.PointingHandCursor


def _is_below_help(widget: QWidget) -> bool:
    """Whether the open help hides it: as wide as the window it is alone, else it closes for what it hides."""
    over = [each for each in widget.window().findChildren(HelpPanel) if each.isVisible()]
    if not over or over[0].isAncestorOf(widget):
        return False
    place = widget.mapTo(widget.window(), widget.rect().center())
    return over[0].rect().contains(over[0].mapFrom(widget.window(), place))


def _is_pressed(kind: type) -> bool:
    """Whether a class of ours answers a click by itself."""
    ours = [each for each in kind.__mro__ if each.__module__.startswith("app.")]
    return any("mousePressEvent" in vars(each) or "mouseReleaseEvent" in vars(each) for each in ours)


def _is_inner(widget: QWidget) -> bool:
    owner = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(
        owner, (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QMenuBar, QHeaderView)
    ):
        return True
    return isinstance(owner, QAbstractScrollArea) and not isinstance(owner, QScrollArea)


def _shown_by(widget: QWidget) -> QWidget:
    """Who draws the ring: the widget, or the frame it stands in without one of its own."""
    owner = widget.parentWidget()
    if owner is not None and owner.property("area") == "field":
        return owner
    return widget


def _missed(parts: list[QWidget], reached: list[QWidget]) -> Iterator[tuple[str, QWidget, str]]:
    for part in parts:
        if part.isVisible() and not _is_reached(part, reached):
            yield "not reached", part, _said(part)


def _is_reached(part: QWidget, reached: list[QWidget]) -> bool:
    """By Tab itself, or by arrow keys within a group that Tab reaches, or by whom it stands for."""
    if part in reached or part.focusProxy() in reached:
        return True
    if (
        isinstance(part, QAbstractButton)
        and (group := cast("QButtonGroup | None", part.group())) is not None
        and group.exclusive()
    ):
        return any(each in reached for each in group.buttons())
    if isinstance(part, QRadioButton):
        return any(isinstance(each, QRadioButton) and each.parent() is part.parent() for each in reached)
    return any(part.isAncestorOf(each) for each in reached) and not isinstance(part, QAbstractButton)


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return text or widget.accessibleName() or widget.toolTip() or type(widget).__name__

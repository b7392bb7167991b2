"""What a screen reader is told: a name and a kind for every part one can reach, words in every cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.ui.models.columns import CHECK
from app.ui.tables.table_view import TableView
from tests.tour.findings import Finding, rows_seen, seen, title_of

_NAMELESS_ROLES = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Pane, QAccessible.Role.Grouping})
_UNTOLD_ROLES = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border})
"""What Qt says of a widget it did not make."""
_INPUTS = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QTabBar)


def spoken(scene: str, top: QWidget) -> list[Finding]:
    """Everything of a window that a screen reader could not say."""
    found = []
    for widget in seen(top):
        name = title_of(widget)
        found += [Finding(kind, scene, name, text) for kind, text in _of(widget)]
    return found


def _of(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QDialog) and not widget.windowTitle().strip():
        yield "no title", type(widget).__name__
    if isinstance(widget, QMenu):
        yield from (("no name", "an action") for each in widget.actions() if _is_mute(each))
    if _is_part(widget) and not _is_inner(widget):
        yield from _told(widget)
    elif _is_painted(type(widget)):
        yield from _painted(widget)
    if isinstance(widget, TableView):
        yield from _cells(widget)
    elif isinstance(widget, QListView) and not _is_inner(widget):
        yield from _lines(widget)


def _is_mute(action: QObject) -> bool:
    return not action.isSeparator() and not action.text().strip()  # type: ignore[attr-defined]  # a QAction


def _is_part(widget: QWidget) -> bool:
    """Something one can press or go to by the keyboard."""
    if isinstance(widget, (QMenu, QMenuBar, QScrollArea, QHeaderView)):
        return False
    focusable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
    return focusable or isinstance(widget, (QAbstractButton, *_INPUTS))


def _is_inner(widget: QWidget) -> bool:
    """A part of a composed widget of Qt's, which speaks for it."""
    owner = widget.parentWidget()
    inside = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QMenuBar, QHeaderView, QMenu)
    if widget.objectName().startswith("qt_") or isinstance(owner, inside):
        return True
    return isinstance(owner, QAbstractScrollArea) and not isinstance(owner, QScrollArea)


def _told(widget: QWidget) -> Iterator[tuple[str, str]]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if not interface.text(QAccessible.Text.Name).strip():
        yield "no name", f"{type(widget).__name__} {widget.toolTip()}".strip()
    if interface.role() in _NAMELESS_ROLES | _UNTOLD_ROLES:
        yield "no role", f"{type(widget).__name__} {interface.role().name}"


def _is_painted(kind: type) -> bool:
    """Whether a class of ours paints by itself what it shows."""
    return any("paintEvent" in vars(each) for each in kind.__mro__ if each.__module__.startswith("app."))


def _painted(widget: QWidget) -> Iterator[tuple[str, str]]:
    """A picture says what it shows, as does all that is painted; an ornament has nothing to say."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface.role() in _UNTOLD_ROLES:
        yield "no role", f"{type(widget).__name__} {interface.role().name}"
    if interface.role() == QAccessible.Role.Graphic and not interface.text(QAccessible.Text.Name).strip():
        yield "no name", f"{type(widget).__name__}, a picture"


def _cells(view: TableView) -> Iterator[tuple[str, str]]:
    """Each cell that shows something says it, also where it is only an icon, a bar or a chip."""
    model, header = cast("QAbstractItemModel | None", view.model()), view.horizontalHeader()
    if model is None:
        return
    role = Qt.ItemDataRole.AccessibleTextRole
    for place, column in enumerate(view.table().columns):
        if header.isSectionHidden(place):
            continue
        if not str(model.headerData(place, Qt.Orientation.Horizontal, role) or "").strip():
            yield "no name", f"a column without a title: {column.key}"
        for row in rows_seen(view):
            if column.key == CHECK:
                if not str(model.index(row, place).data(role) or "").strip():
                    yield "no name", "a check box of a row"
                break
            cell = view.table().cell(row, place)
            drawn = bool(cell.text or cell.icon or cell.chips or cell.bar is not None)
            if drawn and not str(model.index(row, place).data(role) or "").strip():
                yield "no name", f"a cell of {column.title() or column.key}: {cell.icon}"


def _lines(view: QListView) -> Iterator[tuple[str, str]]:
    model = cast("QAbstractItemModel | None", view.model())
    if model is None:
        return
    for row in range(min(model.rowCount(), 40)):
        index = model.index(row, 0)
        told = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        if index.flags() & Qt.ItemFlag.ItemIsSelectable and not str(told or "").strip():
            yield "no name", f"line {row + 1}"

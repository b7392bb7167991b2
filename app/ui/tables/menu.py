"""The table's context menu: the page's actions, copy, order and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.ui.models.columns import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.tables.table_view import TableView

translate = QCoreApplication.translate
_GRADES = frozenset("ABCD")


def _action(menu: QMenu, text: str, run: Callable[[], None], *, checked: bool | None = None) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(lambda: run())  # noqa: PLW0108 - keeps Qt's checked flag from the callable
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    menu.addAction(action)
    return action


def table_menu(view: TableView) -> QMenu:
    """The menu, freed when it closes."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions = view.extra_actions() if view.extra_actions is not None else []
    if actions:
        menu.addActions(list(actions))
    if topic := _grade_of(view):
        from app.ui.help.topics import explaining  # noqa: PLC0415 - asked for now and then

        explaining(menu, view, topic)
    if not menu.isEmpty():
        menu.addSeparator()
    copy = _action(menu, translate("Table", "Copy with headers"), view.copy)
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    if view.table().checkable:
        _action(menu, translate("Table", "Check all"), view.check_all)
        _action(menu, translate("Table", "Clear checks"), view.table().clear_checks)
    menu.addSeparator()
    menu.addMenu(sort_menu(view, menu))
    menu.addMenu(columns_menu(view, menu))
    return menu


def _grade_of(view: TableView) -> str:
    """The topic of the grade in the current row, "" where there is none."""
    model, row = view.table(), view.currentIndex().row()
    cells = (model.cell(row, place) for place in range(len(model.columns))) if row >= 0 else ()
    return next((f"grade.{cell.text.lower()}" for cell in cells if cell.chip and cell.text in _GRADES), "")


def sort_menu(view: TableView, parent: QMenu) -> QMenu:
    """One entry per column that can order the rows."""
    menu = QMenu(translate("Table", "Sort by"), parent)
    model = view.table()
    for column in model.columns:
        if column.sortable:

            def run(key: str = column.key) -> None:
                model.sort_by(key)

            _action(menu, column.title(), run, checked=column.key == model.sort_key)
    return menu


def columns_menu(view: TableView, parent: QMenu | TableView) -> QMenu:
    """One tick per column that may be hidden."""
    menu = QMenu(translate("Table", "Columns"), parent)
    if view.saved.possible:
        from app.ui.tables.views_menu import views_menu  # noqa: PLC0415 - with the first menu

        menu.addMenu(views_menu(view, menu))
        menu.addSeparator()
    layout = view.layout_of_columns
    for column in view.table().columns:
        if column.key == CHECK or column.fixed:
            continue
        on = layout.wants(column)

        def run(key: str = column.key, on: bool = on) -> None:
            view.choose_column(key, on=not on)

        _action(menu, column.title(), run, checked=on)
    menu.addSeparator()
    _action(menu, translate("Table", "Reset columns"), view.reset_columns)
    return menu

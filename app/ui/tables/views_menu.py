"""The menu of a table's saved views: show, save, rename, delete, open with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from app.ui.tables.saved_views import LONGEST, MOST
from app.ui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from app.ui.tables.table_view import TableView

translate = QCoreApplication.translate


def views_menu(view: TableView, parent: QMenu) -> QMenu:
    """The views by name, then what can be done with the one that is shown."""
    menu, saved = QMenu(translate("Views", "Saved views"), parent), view.saved
    shown = ""
    for name in saved.names():
        on = saved.is_shown(name, view.layout_of_columns)
        shown = name if on else shown
        text = translate("Views", "{name} (opens with it)").format(name=name)
        said = text if name == saved.default else name
        action = _add(menu, literal(said), partial(view.show_view, name))
        action.setCheckable(True)
        action.setChecked(on)
    if not menu.isEmpty():
        menu.addSeparator()
    save = _add(menu, translate("Views", "Save this view…"), partial(_save, view))
    save.setEnabled(len(saved.names()) < MOST)
    for text, run in (
        (translate("Views", "Rename…"), _rename),
        (translate("Views", "Delete"), _delete),
    ):
        _add(menu, text, partial(run, view, shown)).setEnabled(bool(shown))
    opens = _add(menu, translate("Views", "Open with this view"), partial(_open_with, view, shown))
    opens.setCheckable(True)
    opens.setChecked(bool(shown) and saved.default == shown)
    opens.setEnabled(bool(shown))
    return menu


def _add(menu: QMenu, text: str, run: Callable[[], None]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _on=False: run())
    return action


def _save(view: TableView) -> None:
    if name := _ask(view, translate("Views", "Save this view"), ""):
        view.saved.save(name, view.layout_of_columns)


def _rename(view: TableView, old: str) -> None:
    new = _ask(view, translate("Views", "Rename the view"), old)
    if new and new != old:
        view.saved.rename(old, new)


def _delete(view: TableView, name: str) -> None:
    view.saved.delete(name)


def _open_with(view: TableView, name: str) -> None:
    view.saved.set_default("" if view.saved.default == name else name)


def _ask(view: TableView, title: str, text: str) -> str:
    """A name; one that is taken is asked about once more by saying so."""
    from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - asked now and then

    # A name can say what the view does not keep: whom it is about.
    asked = translate("Views", "Name of the view; it is kept outside the company file, in clear:")
    before, own = "", text
    while True:
        text, taken = QInputDialog.getText(view, title, asked, text=text)
        name = " ".join(text.split())[:LONGEST]
        if not taken or not name:
            return ""
        if name not in view.saved.names() or name in {before, own}:
            return name
        before = name
        asked = translate("Views", "There is a view of this name. Press Enter again to replace it:")

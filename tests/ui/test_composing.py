"""An input method in every kind of field: nothing acts until the characters are chosen, then all of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import composing
from app.ui.dialogs.controls import CountEdit, DayEdit, NoteEdit
from app.ui.dialogs.day_text import DayText
from app.ui.i18n import Language
from app.ui.theme import Theme
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.search_field import SearchField

Make = Callable[[Theme], QWidget]


def _choice() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    return made


_FIELDS: dict[str, Make] = {
    "line": lambda _theme: QLineEdit(),
    "search": SearchField,
    "money": lambda _theme: MoneyEdit("CNY"),
    "decimal": lambda _theme: DecimalEdit(Decimal(5), empty=True),
    "day": lambda _theme: DayText(None),
    "note": lambda _theme: NoteEdit(""),
    "choice": lambda _theme: _choice(),
}


class _Form(QDialog):
    def __init__(self, field: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        save = QPushButton("Save")
        save.setDefault(True)
        save.clicked.connect(self.accept)
        layout.addWidget(save)


@pytest.fixture(params=_FIELDS)
def form(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, theme: Theme) -> _Form:
    composing.watch(qapp)
    field = _FIELDS[request.param](theme)
    made = _Form(field)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def _compose(text: str, *, chosen: str = "") -> None:
    event = QInputMethodEvent(text, [])
    if chosen:
        event.setCommitString(chosen)
    field = QApplication.focusWidget()
    assert field is not None
    QApplication.sendEvent(field, event)


def test_enter_and_escape_choose_characters_and_close_nothing(form: _Form, qtbot: QtBot) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    _compose("heng")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Tab):
        qtbot.keyClick(field, key)
    assert form.isVisible()
    assert QApplication.focusWidget() is field
    _compose("", chosen="恒")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not form.isVisible() or isinstance(field, SearchField)


def test_a_text_tells_once_and_only_when_the_characters_are_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    composing.watch(qapp)
    field, said = QLineEdit("旧名"), list[str]()
    qtbot.addWidget(field)
    field.textEdited.connect(said.append)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    _compose("x")
    _compose("xin")
    assert said == []
    _compose("", chosen="新")
    assert said == ["新"]


@pytest.mark.parametrize("kind", ["day", "count"])
def test_days_and_counts_take_keys_as_digits(
    kind: str, qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    composing.watch(qapp)
    field = DayEdit(language, date(2025, 12, 31)) if kind == "day" else CountEdit(3, 90)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

"""Controls of the entry dialogs: a day, a choice of a few, a longer note."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox, QWidget

from app.domain.customer import CustomerStatus, IdentifierKind
from app.domain.money import CURRENCIES
from app.ui.widgets.labels import plain
from app.ui.widgets.typed_date import TypedDateEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from app.ui.formats import Formats
    from app.ui.i18n import Language

_NOTE_HEIGHT, _CONTROL_HEIGHT = 64, 32
_AROUND = 44
"""Pixels of a choice that its text cannot have: edges and arrow."""
_LANGUAGES = (("zh", "中文"), ("en", "English"))


class DayEdit(TypedDateEdit):
    """One calendar day, typed or picked; PageUp and PageDown go by month."""

    def __init__(self, language: Language, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setFixedHeight(_CONTROL_HEIGHT)
        self.setLocale(language.locale)
        self.setDisplayFormat(language.day_pattern)
        self.setMinimumDate(QDate(1980, 1, 1))
        self.setMaximumDate(QDate(2100, 12, 31))
        self.calendarWidget().setLocale(language.locale)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendarWidget().setVerticalHeaderFormat(
            self.calendarWidget().VerticalHeaderFormat.NoVerticalHeader
        )
        self.set_day(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp and PageDown step by a month."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setDate(self.date().addMonths(step))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change a date."""
        event.ignore()


class Choice(QComboBox):
    """A choice among values, each with its text."""

    def __init__(
        self, pairs: Iterable[tuple[Hashable, str]], chosen: Hashable = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[Hashable] = []
        self._tip = ""
        self._least, self._most = 0, 0
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_pairs(pairs, chosen)
        self.currentTextChanged.connect(self._tell_whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What no longer fits is said by the tool tip."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        text, tip = self.currentText(), self.toolTip()
        cut = self.fontMetrics().horizontalAdvance(text) > self.width() - _AROUND
        if cut or tip == self._tip:
            self._tip = plain(text) if cut else ""
            self.setToolTip(self._tip)

    def set_pairs(self, pairs: Iterable[tuple[Hashable, str]], chosen: Hashable = None) -> None:
        """Offer these; the first one stands where ``chosen`` is not among them."""
        self.blockSignals(True)
        self.clear()
        self._values = []
        for value, text in pairs:
            self._values.append(value)
            self.addItem(text)
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0)
        self.blockSignals(False)
        self._make_room()
        self._tell_whole()

    def set_room(self, least: int, most: int) -> None:
        """Be as wide as the longest text asks for, between ``least`` and ``most`` pixels."""
        self._least, self._most = least, most
        self._make_room()

    def _make_room(self) -> None:
        if self._most:
            texts = (self.itemText(place) for place in range(self.count()))
            wanted = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _AROUND
            self.setMinimumWidth(min(max(wanted, self._least), self._most))

    @property
    def value(self) -> Hashable:
        """What is chosen, None where nothing is offered."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def choose(self, value: Hashable) -> None:
        """Choose a value that is offered."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change a choice."""
        event.ignore()


class CountEdit(QSpinBox):
    """A whole number from 0, such as a count of days."""

    def __init__(self, value: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, most)
        self.setValue(value)
        self.setFixedHeight(_CONTROL_HEIGHT)
        self.lineEdit().setTextMargins(8, 0, 8, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change a number."""
        event.ignore()


class NoteEdit(QPlainTextEdit):
    """A few lines of text; Tab leaves it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_NOTE_HEIGHT)

    @property
    def text(self) -> str:
        """What is written, without space around it."""
        return self.toPlainText().strip()


def currency_choice(formats: Formats, chosen: str, first: Sequence[str] = ()) -> Choice:
    """All currencies by code and name, those in use first."""
    codes = dict.fromkeys([*first, *CURRENCIES, *([chosen] if chosen else [])])
    return Choice([(code, formats.currency(code)) for code in codes], chosen)


def status_choice(lang: str, chosen: CustomerStatus) -> Choice:
    """Whether a customer trades normally."""
    return Choice([(each, say(f"customer_status.{each}", lang)) for each in CustomerStatus], chosen)


def identifier_kinds(lang: str) -> list[tuple[IdentifierKind, str]]:
    """The registers an identifier may come from."""
    return [(each, say(f"identifier_kind.{each}", lang)) for each in IdentifierKind]


def language_choice(chosen: str) -> Choice:
    """In which language a customer's papers are written."""
    return Choice(_LANGUAGES, chosen)


def optional_id(choice: Choice) -> int | None:
    """The chosen row's id, None for "none"."""
    return choice.value if isinstance(choice.value, int) else None

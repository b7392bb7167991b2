"""What can be wrong with a picture, found in the widgets themselves: clipped, outside, untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from app.ui.models.columns import CHECK, Align
from app.ui.models.table_model import TableModel
from app.ui.tables.table_view import TableView
from app.ui.widgets.drawer import Drawer
from app.ui.widgets.toast import Toast
from tests.tour.pseudo import unbracketed
from tests.tour.words import Words, is_latin, translations

_SLACK = 1
_DIGIT = re.compile(r"\d")
_VIEWPORT = "qt_scrollarea_viewport"
_LEAST_SEEN = 2
_CODE = re.compile(r"[a-z_]+(\.[a-z_]+)+")
_FIELD = re.compile(r"\{[a-z_]*\}|%n|%1")
_CUT = re.compile(r"\w+…")
"""The last word of a name cut to its room."""
_OVERLAYS = (Toast, Drawer)
_OURS = re.compile(r"(?!Q[A-Z])[A-Z]\w*")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its kind, the picture it was first seen in, the widget, the text."""

    kind: str
    scene: str
    widget: str
    text: str

    def __str__(self) -> str:
        """One line for the terminal."""
        return f"{self.kind:13} {self.scene:28} {self.widget:24} {self.text}"


class Looker:
    """Looks windows over; ``words`` knows which Latin words are data."""

    def __init__(self, lang: str, words: Words, *, pseudo: bool = False, scrolls: bool = False) -> None:
        self.lang, self.words, self.pseudo = lang, words, pseudo
        self._scrolls = scrolls or pseudo
        self.phrases: list[str] = []

    def look(self, scene: str, top: QWidget) -> list[Finding]:
        """Every fault of one window, as it stands now."""
        found: list[Finding] = []
        for widget in seen(top):
            name = title_of(widget)
            clipped = _clipped(widget, scrolls=self._scrolls)
            found += [Finding("clipped", scene, name, text) for text in clipped]
            found += [Finding("outside", scene, name, text) for text in _outside(widget, top)]
            found += [Finding("overlap", scene, name, text) for text in _overlaps(widget)]
            found += [Finding(kind, scene, name, text) for kind, text in self._misworded(widget)]
        return found

    def _misworded(self, widget: QWidget) -> Iterator[tuple[str, str]]:
        for text in dict.fromkeys(_texts(widget)):
            if _CODE.fullmatch(text):
                yield "word code", text
            if _FIELD.search(text):
                yield "placeholder", text
            if self.pseudo:
                if strange := self.words.strange(self._unknown(text)):
                    yield "untranslated", f"{text}  [{' '.join(strange)}]"
            elif self.lang == "zh" and (strange := self.words.strange(text)):
                yield "untranslated", f"{text}  [{' '.join(strange)}]"

    def _unknown(self, text: str) -> str:
        """What of a text the made-up language did not touch, without what stands so in our files."""
        text = _CUT.sub("", unbracketed(text))
        for phrase in self.phrases:
            if phrase in text:
                text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
        return text

    def untranslated(self, asked: Iterable[tuple[str, str, bool]]) -> list[Finding]:
        """Of the texts no translator knew: ours in Chinese, and plurals in English."""
        if self.lang == "zh":
            known = translations()
            missed = [(context, text) for context, text, _ in asked if is_latin(text) and text not in known]
        else:
            missed = [(context, text) for context, text, plural in asked if plural and "(s)" in text]
        ours = sorted({(context, text) for context, text in missed if _OURS.fullmatch(context)})
        return [Finding("no translation", "", context, text) for context, text in ours]


def title_of(widget: QWidget) -> str:
    """A widget's class after that of its owner."""
    owner = widget.parentWidget()
    return f"{type(owner).__name__ if owner is not None else ''}/{type(widget).__name__}"


def seen(top: QWidget) -> Iterator[QWidget]:
    """The window and every widget one can see in it."""
    yield top
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is top:
            yield widget


# -- clipped ------------------------------------------------------------------------------------


def _clipped(widget: QWidget, *, scrolls: bool) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _clipped_label(widget)
        case QAbstractButton() if widget.text() and widget.text() not in widget.toolTip():
            needed = QSize(widget.sizeHint().width(), widget.fontMetrics().height())
            yield from _short_of(widget, needed, widget.text())
        case QComboBox():
            yield from _clipped_combo(widget)
        case QTabBar():
            yield from _clipped_tabs(widget, scrolls=scrolls)
        case QAbstractSpinBox():
            yield from _clipped_spin(widget)
        case QLineEdit() if not isinstance(widget.parentWidget(), QAbstractSpinBox):
            room = widget.width() - 18
            if (
                not widget.text()
                and not widget.toolTip()
                and _width(widget, widget.placeholderText()) > room + _SLACK
            ):
                yield f"{widget.placeholderText()} (placeholder, {room} px)"
        case QScrollArea():
            yield from _clipped_body(widget, scrolls=scrolls)
        case TableView():
            yield from _clipped_headers(widget, scrolls=scrolls)
            yield from _clipped_cells(widget)


def _width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _short_of(widget: QWidget, needed: QSize, text: str) -> Iterator[str]:
    if needed.width() > widget.width() + _SLACK or needed.height() > widget.height() + _SLACK:
        size = widget.size()
        yield f"{text} ({size.width()}x{size.height()} of {needed.width()}x{needed.height()})"


def _clipped_body(area: QScrollArea, *, scrolls: bool) -> Iterator[str]:
    """What is wider than its room: nothing shows the rest, or one has to scroll where one need not."""
    body, room = area.widget(), area.viewport().width()
    off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if (off or not scrolls) and body is not None and body.width() > room + _SLACK:
        yield f"a body of {body.width()} px in {room}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    if not label.text().strip():
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _SLACK:
            yield f"{label.text()} (height {label.height()} of {needed})"
    elif not (label.toolTip() and label.property("elides")):
        yield from _short_of(label, label.sizeHint(), label.text())


def _clipped_combo(combo: QComboBox) -> Iterator[str]:
    if combo.isEditable() or not combo.currentText():
        return
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    if _width(combo, combo.currentText()) > room + _SLACK and not combo.toolTip():
        yield f"{combo.currentText()} ({room} px of {_width(combo, combo.currentText())})"


def _clipped_tabs(bar: QTabBar, *, scrolls: bool) -> Iterator[str]:
    """Tabs may be wider than their room where a table may; then arrows scroll them."""
    if not (scrolls and bar.usesScrollButtons()) and bar.sizeHint().width() > bar.width() + _SLACK:
        yield f"tabs ({bar.width()} px of {bar.sizeHint().width()})"
    for place in range(bar.count()):
        text = bar.tabText(place)
        strong = bar.font()
        strong.setBold(place == bar.currentIndex())
        needed = QFontMetrics(strong).horizontalAdvance(text)
        if needed > bar.tabRect(place).width() - 20 + _SLACK:
            yield f"{text} (tab, {bar.tabRect(place).width() - 20} px of {needed})"


def _clipped_spin(spin: QAbstractSpinBox) -> Iterator[str]:
    if not spin.text().strip() and not spin.specialValueText():
        yield "an empty field of days or numbers"
    edit = spin.findChild(QLineEdit)
    if edit is not None and isinstance(spin, QDateEdit):
        needed = QFontMetrics(spin.font()).horizontalAdvance(spin.text())
        if needed > edit.width() + _SLACK:
            yield f"{spin.text()} ({edit.width()} px of {needed})"


def _model(view: TableView) -> TableModel[Any] | None:
    return cast("TableModel[Any] | None", view.model())


def _clipped_headers(view: TableView, *, scrolls: bool) -> Iterator[str]:
    """A table may be wider than its room on a small screen or in longer words; then one scrolls it."""
    header, model = view.horizontalHeader(), _model(view)
    pad = getattr(header, "pad", 8)
    metrics = header.fontMetrics()
    if not header.isVisible() or model is None:
        return
    if not scrolls and header.length() > view.viewport().width() + _SLACK:
        yield f"columns of {header.length()} px in a table of {view.viewport().width()}"
    for place, column in enumerate(model.columns):
        if header.isSectionHidden(place) or column.key == CHECK:
            continue
        room = header.sectionSize(place) - 2 * pad - (15 if model.sort_key == column.key else 0)
        if metrics.elidedText(column.title(), Qt.TextElideMode.ElideRight, room) != column.title():
            yield f"{column.title()} (header, {room} px)"


def _clipped_cells(view: TableView) -> Iterator[str]:
    """Figures must never be shortened; words may, as their tool tip shows them whole."""
    model, header = _model(view), view.horizontalHeader()
    if model is None:
        return
    cells: Any = view.itemDelegate()
    for row in rows_seen(view):
        for place, column in enumerate(model.columns):
            if column.align is Align.RIGHT and not header.isSectionHidden(place):
                cell = model.cell(row, place)
                if _DIGIT.search(cell.text) and cells.elided(cell, header.sectionSize(place)):
                    yield f"{column.title()}: {cell.text} ({header.sectionSize(place)} px)"


def rows_seen(view: TableView) -> range:
    """Rows of a table that are on screen."""
    first = view.rowAt(0)
    last = view.rowAt(view.viewport().height() - 1)
    model = _model(view)
    count = model.rowCount() if model is not None else 0
    return range(max(0, first), (last if last >= 0 else count - 1) + 1)


# -- outside, overlapping -----------------------------------------------------------------------


def _outside(widget: QWidget, top: QWidget) -> Iterator[str]:
    """Something to read or to press that is cut by an ancestor, unless one can scroll to it."""
    if widget is top or not _matters(widget):
        return
    rect = QRect(QPoint(0, 0), widget.size())
    node: QWidget = widget
    while node is not top:
        owner = node.parentWidget()
        if owner is None:
            return
        if isinstance(owner.parentWidget(), QAbstractScrollArea) and owner.objectName() == _VIEWPORT:
            return
        rect = rect.translated(node.pos())
        if not owner.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
            yield f"{_said(widget)} {rect.getRect()} in {type(owner).__name__} {owner.size().toTuple()}"
            return
        node = owner


def _matters(widget: QWidget) -> bool:
    kinds = (
        QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QTabBar, QScrollArea, QPlainTextEdit,
        TableView,
    )  # fmt: skip
    inner = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), (QTabBar, QMenuBar))
    if inner or isinstance(widget.parentWidget(), QAbstractSpinBox):
        return False
    return isinstance(widget, kinds)


def _overlaps(widget: QWidget) -> Iterator[str]:
    """Siblings that lie over each other, though none is meant to."""
    if isinstance(widget, (QAbstractScrollArea, QTabBar, QMenuBar, QAbstractSpinBox, QComboBox, QLineEdit)):
        return
    placed = [
        each
        for each in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each.isVisible()
        and not each.isWindow()
        and not isinstance(each, _OVERLAYS)
        and min(each.width(), each.height()) > _LEAST_SEEN
        and _matters(each)
    ]
    for place, one in enumerate(placed):
        for other in placed[place + 1 :]:
            shared = one.geometry().intersected(other.geometry())
            if min(shared.width(), shared.height()) > _LEAST_SEEN:
                yield f"{_said(one)} / {_said(other)}"


def _said(widget: QWidget) -> str:
    text = next(iter(_texts(widget)), "")
    return text or type(widget).__name__


# -- words --------------------------------------------------------------------------------------


def _texts(widget: QWidget) -> Iterator[str]:
    """Everything a widget says to the eye or to a screen reader, apart from what the user typed."""
    for read in (_shown, _told):
        yield from (text for text in read(widget) if text and text.strip())


def _told(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if not widget.pixmap().isNull():
            return
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&", "")
        case QLineEdit() if not isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox)):
            yield widget.placeholderText()
        case QComboBox():
            yield widget.currentText() or widget.placeholderText()
            yield from (widget.itemText(place) for place in range(min(widget.count(), 40)))
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QMenu() | QMenuBar():
            yield from (action.text().replace("&", "") for action in widget.actions())
        case TableView():
            yield from _table_texts(widget)
        case QDialog():
            yield widget.windowTitle()


def _table_texts(view: TableView) -> Iterator[str]:
    model, header = _model(view), view.horizontalHeader()
    if model is None:
        return
    for place, column in enumerate(model.columns):
        if header.isSectionHidden(place):
            continue
        yield column.title()
        for row in rows_seen(view):
            yield model.cell(row, place).text

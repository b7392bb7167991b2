"""An editor for templates: numbered lines, fields and tags in colour, faults underlined where they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextDocument

    from app.ui.theme import Theme

_FIELD, _TAG = re.compile(r"\{\{.*?\}\}"), re.compile(r"\{%.*?%\}")
_DIGITS, _AIR = 3, 10


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line and column, both from 1; column 0 means the whole line."""

    line: int
    column: int
    text: str


class _Colours(QSyntaxHighlighter):
    """``{{ fields }}`` and ``{% tags %}``."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def highlightBlock(self, text: str) -> None:
        for pattern, role in ((_FIELD, "accentText"), (_TAG, "status.info.text")):
            look = QTextCharFormat()
            look.setForeground(self._theme.color(role))
            for found in pattern.finditer(text):
                self.setFormat(found.start(), len(found.group()), look)


class _Numbers(QWidget):
    """The strip of line numbers; a line with a fault has its number in red."""

    spoken_as = Spoken.ORNAMENT

    def __init__(self, editor: CodeEdit) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(event)


class CodeEdit(QPlainTextEdit):
    """Plain text in a fixed-width font; Tab leaves it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.faults: tuple[Fault, ...] = ()
        self.setProperty("code", True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([font.family(), *theme.families])
        font.setPointSizeF(theme.font("body").pointSizeF())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self._colours = _Colours(self.document(), theme)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        theme.themeChanged.connect(self._redress)
        self._make_room()

    # -- faults ---------------------------------------------------------------------------------

    def set_faults(self, faults: Sequence[Fault]) -> None:
        """Underline what is wrong."""
        self.faults = tuple(faults)
        self._mark()
        self._numbers.update()
        self.setAccessibleDescription(" ".join(each.text for each in faults))

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.color("status.danger.fill"))
        look.setBackground(self._theme.color("status.danger.tint"))
        marks = []
        for fault in self.faults:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(fault)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)

    def _cursor(self, fault: Fault) -> QTextCursor:
        """The word at fault, the line where it has no column, the end of the text beyond it."""
        block = self.document().findBlockByNumber(max(0, fault.line - 1))
        if not block.isValid():
            block = self.document().lastBlock()
        cursor = QTextCursor(block)
        start = min(max(0, fault.column - 1), max(0, block.length() - 2))
        cursor.setPosition(block.position() + start)
        if fault.column:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.hasSelection():
            cursor.setPosition(block.position() + (start if fault.column else 0))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_to(self, fault: Fault) -> None:
        """Take the keyboard to what is wrong."""
        cursor = self._cursor(fault)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.centerCursor()

    # -- numbers --------------------------------------------------------------------------------

    def numbers_width(self) -> int:
        """Room for the number of the last line."""
        digits = max(_DIGITS, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9" * digits) + 2 * _AIR

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view."""
        painter, theme = QPainter(self._numbers), self._theme
        painter.fillRect(event.rect(), theme.color("sunken"))
        painter.setFont(self.font())
        wrong = {fault.line for fault in self.faults}
        block = self.firstVisibleBlock()
        high = self.fontMetrics().height()
        wide = self._numbers.width() - _AIR
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > event.rect().bottom():
                break
            number = block.blockNumber() + 1
            role = "status.danger.text" if number in wrong else "textTertiary"
            painter.setPen(QColor(theme.color(role)))
            at = QRect(0, round(place.top()), wide, high)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignRight), str(number))
            block = block.next()

    def _make_room(self, *_: object) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _follow(self, area: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stand at the left edge."""
        super().resizeEvent(event)
        inside = viewport_of(self).geometry()
        self._numbers.setGeometry(
            QRect(inside.left() - self.numbers_width(), inside.top(), self.numbers_width(), inside.height())
        )

    def _redress(self) -> None:
        self._colours.rehighlight()
        self._mark()

"""One question of need: its figure against the threshold, and whether it speaks for cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.insurance_worth import Question
from app.ui.spoken import Spoken
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.insurance_worth import Answer
    from app.ui.formats import Formats
    from app.ui.theme import Theme

translate = QCoreApplication.translate


class NeedRow(QWidget):
    """``opened`` asks for the buyers behind the figure, by click or Enter."""

    spoken_as = Spoken.BUTTON

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.question = label("", "body", wrap=True)
        self.figure = label("", "section", strong=True)
        self.note = label("", "small", "secondary", wrap=True)
        self.verdict = Chip(theme)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.question)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.figure)
        row.addWidget(self.verdict)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_answer(self, answer: Answer, formats: Formats) -> None:
        """Write the answer."""
        lang = formats.lang
        question = say(f"worth_question.{answer.question}", lang)
        figure = _share(answer.figure) if answer.figure is not None else translate("NeedRow", "no data")
        threshold = translate("NeedRow", "speaks for cover above {share}").format(
            share=_share(answer.threshold)
        )
        notes = [threshold]
        if answer.question is Question.CONCENTRATION and answer.second is not None:
            new = translate("NeedRow", "new buyers {share} of turnover").format(share=_share(answer.second))
            notes.append(new)
        if answer.question is Question.BEARABLE and answer.figure is None:
            notes.append(translate("NeedRow", "enter equity or profit under Assumptions"))
        told = {
            True: (translate("NeedRow", "Speaks for cover"), "warn"),
            False: (translate("NeedRow", "No need"), "good"),
            None: (translate("NeedRow", "Not known"), "neutral"),
        }[answer.speaks]
        self.question.setText(question)
        self.figure.setText(figure)
        self.note.setText(" · ".join(notes))
        self.verdict.set(*told)
        self.setAccessibleName(f"{question} {figure} {told[0]}")
        self.setAccessibleDescription(self.note.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


def _share(value: Decimal) -> str:
    return f"{value:.1f}%"

"""The left side of the start screen: what the program is, in a picture and three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.shell.brand import NAME, BrandSign
from app.ui.spoken import Spoken
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.theme import Theme

_SHARES = (65, 15, 8, 3, 7)


class _Strip(QWidget):
    """The five ages as a picture, without figures."""

    spoken_as = Spoken.ORNAMENT

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, room = 0.0, self.width() - 3.0 * (len(_SHARES) - 1)
        for place, share in enumerate(_SHARES):
            width = room * share / sum(_SHARES)
            painter.setBrush(self._theme.age(place, 4).fill)
            painter.drawRoundedRect(QRect(round(left), 0, round(width), 12), 2, 2)
            left += width + 3


class StartSide(Retranslated):
    """Sign and name, the strip, the claim, and where the data stays."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("area", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._what = label("", "body", "secondary")
        self._claim = label("", "dial")
        self._verbs = [label("", "section", "accent") for _ in range(3)]
        self._means = [label("", "body", "secondary", wrap=True) for _ in range(3)]
        self._local = label("", "body", "secondary", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addStretch(1)
        self._column.addWidget(_Strip(theme))
        self._column.addSpacing(28)
        self._column.addWidget(self._claim)
        self._column.addSpacing(32)
        for verb, meaning in zip(self._verbs, self._means, strict=True):
            verb.setFixedWidth(64)
            row = QHBoxLayout()
            row.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(meaning, 1)
            self._column.addLayout(row)
            self._column.addSpacing(10)
        self._column.addStretch(4)
        self._column.addLayout(self._foot())
        self.retranslate()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(BrandSign(self._theme, 56))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(NAME, "kpi"))
        words.addWidget(self._what)
        words.addStretch(1)
        head.addLayout(words, 1)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        lock = QLabel()
        self._theme.picture(lock, "lock", "textSecondary")
        foot.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._local, 1)
        return foot

    def set_edge(self, side: int, top: int) -> None:
        """Margins, smaller in a small window."""
        self._column.setContentsMargins(side, top, side, 32)

    def retranslate(self) -> None:
        """Every text of this side."""
        self._what.setText(self.tr("Trade credit and receivables for small firms"))
        self._claim.setText(self.tr("See what is owed.\nMiss no deadline."))
        verbs = (self.tr("See"), self.tr("Act"), self.tr("Hold"))
        means = (
            self.tr("who owes how much, since when, and on which invoice"),
            self.tr("bring in your own file, settle it, send the statement"),
            self.tr("every figure opens, every edit can be undone"),
        )
        for widget, text in zip((*self._verbs, *self._means), (*verbs, *means), strict=True):
            widget.setText(text)
        self._local.setText(
            self.tr("All data stays on this computer: nothing is uploaded, no account is needed.")
        )

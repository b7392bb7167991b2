"""What the window shows while it is locked: which file, its password, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.shell.brand import NAME, BrandSign
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.secret_form import SecretForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.ui.theme import Theme

_WIDE, _EDGE = 420, 28


class LockPage(Retranslated):
    """Says nothing of the company but the name of its file."""

    submitted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, file_name: str, left: Callable[[], int]) -> None:
        super().__init__()
        self.setProperty("area", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = SecretForm(theme, left)
        self.form.submitted.connect(self.submitted)
        self.message = MessageStrip(theme)
        self.close_button = button(theme, "", "quiet", run=self.closed.emit)
        self._title = label("", "page")
        self._file = label(file_name, "body", "secondary", wrap=True)
        self._about = label("", "small", "secondary", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addLayout(self._sign(theme))
        column.addWidget(self.message)
        column.addWidget(self._card(theme))
        host = QFrame()
        host.setFixedWidth(_WIDE)
        host.setLayout(column)
        layout = QVBoxLayout(self)
        row = QHBoxLayout()  # alignment would forget that wrapped text needs room below
        row.addStretch(1)
        row.addWidget(host)
        row.addStretch(1)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)
        self.retranslate()

    def _sign(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(BrandSign(theme, 36))
        row.addWidget(label(NAME, "section"))
        row.addStretch(1)
        return row

    def _card(self, theme: Theme) -> QFrame:
        card = QFrame()
        card.setProperty("area", "card")
        lock = QLabel()
        theme.picture(lock, "lock", "textSecondary", 24)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._file)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.form.go)
        column = QVBoxLayout(card)
        column.setContentsMargins(_EDGE, 24, _EDGE, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addLayout(foot)
        column.addWidget(self._about)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is at the password."""
        super().showEvent(event)
        self.form.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every text of the page."""
        self._title.setText(self.tr("Locked"))
        self.form.set_text(self.tr("Password"), "", self.tr("Unlock"))
        self.close_button.setText(self.tr("Close company"))
        self._about.setText(
            self.tr(
                "Everything is as it was left, and saved. Work under way goes on; what it has to say waits."
            )
        )

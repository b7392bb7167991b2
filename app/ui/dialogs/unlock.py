"""The password, or the recovery code, of a protected file that is to be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.secret_form import SecretForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.ui.theme import Theme

_WIDE, _LEAST, _ROOM, _EDGE = 480, 320, 48, 24


class UnlockDialog(QDialog):
    """``submitted`` carries the secret; who opened the dialog says whether it fits.

    ``left`` says how many seconds of waiting are left after wrong tries. A backup may be of an older
    password; ``backup`` says so, and leaves out what is remembered for the company itself.
    """

    help_topic = "page.settings.security"
    submitted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        path: Path,
        left: Callable[[], int],
        parent: QWidget | None = None,
        *,
        backup: bool = False,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Password needed"))
        self.form = SecretForm(theme, left)
        self.form.set_text(
            self.tr("Password"), self.tr("Forgotten? Type the code of the recovery sheet."), self.tr("Open")
        )
        self.form.go.setDefault(True)
        self.form.submitted.connect(self.submitted)
        self.remember = QCheckBox(self.tr("Remember on this computer"))
        self.remember.setToolTip(
            self.tr("Kept in the system's own key store; who signs in as you can then open the file.")
        )
        self.remember.setVisible(not backup)
        self.message = MessageStrip(theme)
        about = self.tr("This file is protected. Nothing of it can be read without its password.")
        if backup:
            about = self.tr("This backup was made under another password. Enter the one of that time.")
        self._lay_out(theme, about)

    def _lay_out(self, theme: Theme, about: str) -> None:
        sign = QLabel()
        theme.picture(sign, "lock", "textSecondary", 24)
        name = label(self.path.name, "section", wrap=True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        folder = label(str(self.path.parent), "small", "secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(folder)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        body = QVBoxLayout()
        body.setContentsMargins(_EDGE, 20, _EDGE, 14)
        body.setSpacing(12)
        body.addLayout(head)
        body.addWidget(label(about, "body", "secondary", wrap=True))
        body.addWidget(self.form)
        body.addWidget(self.remember)
        body.addWidget(self.message)
        body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, 12, _EDGE, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(button(theme, self.tr("Cancel"), "quiet", run=self.reject))
        foot.addWidget(self.form.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body)
        layout.addWidget(line())
        layout.addLayout(foot)
        owner = self.parentWidget()
        host = owner.window().width() if owner is not None else _WIDE + _ROOM
        self.setFixedWidth(max(_LEAST, min(_WIDE, host - _ROOM)))
        self.form.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, text: str, *, doubtful: bool = False) -> None:
        """It did not open; after several tries it may be ``doubtful`` that the password is at fault."""
        self.form.refuse(text)
        if doubtful:
            self.message.say(
                "info",
                self.tr(
                    "Check capitals and the keyboard layout. If you are certain of the password, the file "
                    "may be damaged: open its latest backup from the backup folder."
                ),
                closable=False,
            )
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """As high as its content."""
        self.form.field.updateGeometry()  # the layouts have not heard yet that a sentence came below
        self.form.updateGeometry()
        if (layout := self.layout()) is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Room for every line, wrapped ones as well."""
        super().showEvent(event)
        self.fit()

    def admit(self) -> None:
        """It opened."""
        self.form.accept()
        self.accept()

    def done(self, result: int) -> None:
        """Whatever was typed goes with the dialog."""
        self.form.edit.wipe()
        super().done(result)

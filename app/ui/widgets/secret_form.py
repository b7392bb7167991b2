"""One secret asked for: its field, what is wrong with it, and waiting before the next try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.theme import Theme

_SECOND_MS = 1000


class SecretForm(Retranslated):
    """``submitted`` carries what was typed; the owner then says ``refuse`` or ``accept``.

    ``go`` is the button that submits, for the owner to lay out. ``left`` says how many seconds a
    wrong try has still to be waited for.
    """

    submitted = Signal(str)

    def __init__(self, theme: Theme, left: Callable[[], int]) -> None:
        super().__init__()
        self._left = left
        self._checking = False
        self._refused = ""
        self.edit = PasswordEdit(theme)
        self.field = FormField(self.edit)
        self.caps = label("", "caption", "warn")
        self.caps.hide()
        self.loading = LoadingBar(theme)
        self.go = button(theme, "", "primary", run=self.submit)
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self._tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self.field, self.caps, self.loading):
            layout.addWidget(widget)
        self.edit.caps_changed.connect(self.caps.setVisible)
        self.edit.textEdited.connect(self._on_edit)
        self.edit.returnPressed.connect(self.submit)
        self.retranslate()
        self._tick()

    def set_text(self, text: str, hint: str, verb: str) -> None:
        """What is asked for, what else will do, and the verb of the button."""
        self.field.set_text(text, hint)
        self.go.setText(verb)

    # -- trying ---------------------------------------------------------------------------------

    def submit(self) -> None:
        """Hand over what was typed, unless it has to wait."""
        if self._checking or self._left():
            return
        if not self.edit.text():
            self.field.set_error(self.tr("Enter the password."))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._checking = True
        self.edit.setReadOnly(True)
        self.go.setEnabled(False)
        self.field.set_error("")
        self.loading.start()
        self.submitted.emit(self.edit.text())

    def refuse(self, text: str) -> None:
        """It was wrong: say why, and let it be typed again once the wait is over."""
        self._rest()
        self._refused = text
        self._tick()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """It was right; nothing of it stays here."""
        self._rest()
        self._refused = ""
        self.field.set_error("")
        self.edit.wipe()

    def _rest(self) -> None:
        self._checking = False
        self.loading.stop()
        self.edit.setReadOnly(False)
        self.go.setEnabled(True)

    @property
    def waiting(self) -> bool:
        """Whether the next try has to wait."""
        return self._left() > 0

    def _tick(self) -> None:
        """Count the wait down."""
        left = self._left()
        if not left and not self._timer.isActive() and not self._refused:
            return
        self.go.setEnabled(not left and not self._checking)
        wait = self.tr("Next try in %n s.", "", left) if left else ""
        self.field.set_error(f"{self._refused} {wait}".strip())
        if left and not self._timer.isActive():
            self._timer.start()
        elif not left:
            self._timer.stop()

    def _on_edit(self) -> None:
        if not self._left():
            self._refused = ""

    def retranslate(self) -> None:
        """The warning; the rest is the owner's."""
        self.caps.setText(self.tr("Caps Lock is on."))

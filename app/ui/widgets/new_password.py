"""A new password, twice, and how strong it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.password import LEAST, Strength, strength, weakness
from app.ui.i18n import Retranslated
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.password_edit import PasswordEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from app.ui.formats import Formats
    from app.ui.theme import Theme

_TONES = {Strength.WEAK: "warn", Strength.FAIR: "warn", Strength.GOOD: "good", Strength.STRONG: "good"}


class NewPassword(Retranslated):
    """``wrong`` checks it: a fault shows below its field, and the first one gets the keyboard."""

    resized = Signal()

    def __init__(self, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.password, self.again = PasswordEdit(theme), PasswordEdit(theme)
        self.fields = [FormField(self.password), FormField(self.again)]
        self.caps = label("", "caption", "warn")
        self.caps.hide()
        self.strength = label("", "caption", "tertiary")
        self.note = label("", "caption", "tertiary", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in self.fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(row)
        for widget in (self.caps, self.strength, self.note):
            layout.addWidget(widget)
        for edit in (self.password, self.again):
            edit.caps_changed.connect(self.caps.setVisible)
            edit.installEventFilter(self)
        self.password.textChanged.connect(self._say_strength)
        self.retranslate()

    @property
    def text(self) -> str:
        """The password."""
        return self.password.text()

    def wipe(self) -> None:
        """Empty both fields."""
        for edit, field in zip((self.password, self.again), self.fields, strict=True):
            edit.wipe()
            field.set_error("")

    # -- checks ---------------------------------------------------------------------------------

    def wrong(self, names: Iterable[str] = ()) -> bool:
        """Whether it may not be used; ``names`` are the company's and its file's."""
        faults = (self._fault(names), self._fault_again())
        for field, fault in zip(self.fields, faults, strict=True):
            field.set_error(fault)
        bad = next((field for field in self.fields if field.has_error), None)
        if bad is not None:
            bad.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()
        return bad is not None

    def refuse(self, text: str) -> None:
        """The service would not have it."""
        self.fields[0].set_error(text)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def _fault(self, names: Iterable[str] = ()) -> str:
        if not self.text:
            return self.tr("Enter a password.")
        code = weakness(self.text, names)
        return say(code, self._formats.lang, least=LEAST) if code else ""

    def _fault_again(self) -> str:
        if self.again.text() == self.text:
            return ""
        return self.tr("The two passwords differ.") if self.again.text() else self.tr("Type it once more.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is left is looked at."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and self.isVisible():
            if watched is self.password and self.text:
                self.fields[0].set_error(self._fault())
            elif watched is self.again and self.again.text():
                self.fields[1].set_error(self._fault_again())
            self.resized.emit()
        return False

    # -- words ----------------------------------------------------------------------------------

    def _say_strength(self) -> None:
        found = strength(self.text) if self.text else None
        text = self.tr("At least 8 characters; several unrelated words are easy to keep in mind.")
        if found is not None:
            said = say(f"password.strength.{found}", self._formats.lang)
            text = self.tr("Strength: {strength}").format(strength=said)
        self.strength.setText(text)
        set_tone(self.strength, _TONES[found] if found is not None else "tertiary")

    def retranslate(self) -> None:
        """Labels and notes."""
        self.fields[0].set_text(self.tr("New password"))
        self.fields[1].set_text(self.tr("The same again"))
        self.caps.setText(self.tr("Caps Lock is on."))
        self.note.setText(
            self.tr("Nobody can open the file without it: print the recovery sheet and keep it safe.")
        )
        self._say_strength()

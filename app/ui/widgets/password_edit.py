"""A field for a password: an eye to see what is typed, and word of Caps Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.ui.widgets.buttons import icon_button, set_name

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from app.ui.theme import Theme

_EYE, _EDGE = 26, 4


class PasswordEdit(QLineEdit):
    """Hidden until the eye is pressed; ``caps_changed`` tells whether Caps Lock seems to be on.

    No system is asked about Caps Lock: a letter that came out the other way round tells.
    """

    caps_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._caps = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(0, 0, _EYE, 0)
        self.eye = icon_button(theme, "eye", "", self._toggle, small=True, parent=self)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._theme = theme
        self._retranslate()

    @property
    def shown(self) -> bool:
        """Whether what is typed can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def _toggle(self) -> None:
        self.show_typed(shown=not self.shown)

    def show_typed(self, *, shown: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._theme.dress(self.eye, "eye-off" if shown else "eye", "textSecondary")
        self._retranslate()

    def wipe(self) -> None:
        """Empty it, with its undo, and hide what comes next."""
        self.setText("")
        self.show_typed(shown=False)

    # -- Caps Lock ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Listen for letters that come out the other way round."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._say(caps=False)  # whichever way it went: the next letter tells
        elif len(letter := event.text()) == 1 and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._say(caps=letter.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing to warn of once the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._say(caps=False)

    def _say(self, *, caps: bool) -> None:
        if caps != self._caps:
            self._caps = caps
            self.caps_changed.emit(caps)

    # -- frame ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The eye stands at the right end."""
        super().resizeEvent(event)
        self.eye.setGeometry(self.width() - _EYE - _EDGE, (self.height() - _EYE) // 2, _EYE, _EYE)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        set_name(self.eye, self.tr("Hide password") if self.shown else self.tr("Show password"))

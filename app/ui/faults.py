"""Faults in words: what the user can act on in a sentence, the program's own as a report."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.problem import HoldfastError
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.theme import Theme

translate = QCoreApplication.translate


def is_ours(error: Exception) -> bool:
    """Whether it is a fault of the program and not of the data, the file or the machine."""
    return not isinstance(error, HoldfastError | OSError | MemoryError)


def sentence(error: Exception, lang: str) -> str:
    """What went wrong, in the language; never a bare exception text for the user's own faults."""
    if isinstance(error, HoldfastError):
        try:
            return say(error.code, lang, **error.params)
        except (KeyError, IndexError):
            return f"{error.code} {', '.join(str(value) for value in error.params.values())}".strip()
    if isinstance(error, MemoryError):
        return translate("Faults", "There is not enough memory for this. Close other programs and try again.")
    if isinstance(error, OSError):
        place = str(error.filename or "")
        reason = error.strerror or type(error).__name__
        text = translate("Faults", "The system refused access to “{place}” ({reason}). Nothing was changed.")
        return text.format(place=place, reason=reason)
    return translate("Faults", "Something went wrong inside Holdfast.")


def action(verb: str, params: Mapping[str, object], lang: str) -> str:
    """What an action of the change log did, in words; the bare verb of a newer program's action."""
    if verb.startswith("setting."):
        params = {**params, "name": word("setting_name", str(params.get("name", "")), lang)}
    try:
        return say(verb, lang, **params)
    except (KeyError, IndexError):
        return verb


def report(error: Exception, version: str) -> str:
    """Technical details for whoever mends it: no customer data beyond what the error itself says."""
    lines = traceback.format_exception(error)
    where = (
        f"Holdfast {version} · Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"
    )
    return where + "\n\n" + "".join(lines)


class FaultDialog(QDialog):
    """What happened, whether the data is safe, what to do; the details fold out and copy."""

    def __init__(self, theme: Theme, error: Exception, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Holdfast made a mistake"))
        self.setMinimumWidth(520)
        self._details = QPlainTextEdit(report(error, version))
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(200)
        self._details.setAccessibleName(self.tr("Technical details"))
        self._details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._words(theme))
        layout.addWidget(self._details)
        layout.addLayout(self._buttons(theme))

    def _words(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        sign = QLabel()
        theme.picture(sign, "triangle-alert", "status.danger.text", 24)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(self.tr("This action failed inside the program."), "section", wrap=True))
        words.addWidget(
            label(
                self.tr(
                    "Your data is safe: an action is saved whole or not at all, and this one was taken back."
                ),
                wrap=True,
            )
        )
        words.addWidget(
            label(
                self.tr(
                    "Try again. If it happens again, copy the details and send them to whoever "
                    "looks after this program."
                ),
                tone="secondary",
                wrap=True,
            )
        )
        row.addLayout(words, 1)
        return row

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._fold = button(theme, self.tr("Technical details"), "link", run=self._toggle)
        row.addWidget(self._fold)
        row.addStretch(1)
        row.addWidget(button(theme, self.tr("Copy details"), "quiet", run=self.copy))
        close = button(theme, self.tr("Close"), "primary", run=self.accept)
        close.setDefault(True)
        row.addWidget(close)
        return row

    def _toggle(self) -> None:
        self._details.setVisible(not self._details.isVisible())
        self.adjustSize()

    def copy(self) -> None:
        """Put the technical details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())

"""Faults in words: what the user can act on in a sentence, the program's own as a report."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSaveFile, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.fault_report import traced
from app.domain.problem import HoldfastError
from app.ui import writing
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.ui.theme import Theme

translate = QCoreApplication.translate


def is_ours(error: Exception) -> bool:
    """Whether it is a fault of the program and not of the data, the file or the machine."""
    return not isinstance(error, HoldfastError | OSError | MemoryError)


def sentence(error: Exception, lang: str) -> str:
    """What went wrong, in the language; never a bare exception text for the user's own faults."""
    if isinstance(error, HoldfastError):
        try:
            return say(error.code, lang, **writing.liked(error.params))
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
        return say(verb, lang, **writing.liked(params))
    except (KeyError, IndexError):
        return verb


def report(error: Exception, version: str) -> str:
    """Technical details for whoever mends it: places in the program, and nothing of the company."""
    where = (
        f"Holdfast {version} · Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"
    )
    return f"{where}\n\n{traced(error)}"


class FaultDialog(QDialog):
    """What happened, whether the data is safe, what to do; the report folds out, is edited, copied, saved.

    ``error`` is what went wrong just now, or the text of a report of an earlier run. Nothing is sent.
    """

    def __init__(
        self, theme: Theme, error: Exception | str, version: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._earlier = isinstance(error, str)
        self.setWindowTitle(
            self.tr("Holdfast ended unexpectedly") if self._earlier else self.tr("Holdfast made a mistake")
        )
        self.setMinimumWidth(560)
        self._details = QPlainTextEdit(error if isinstance(error, str) else report(error, version))
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(220)
        self._details.setAccessibleName(self.tr("Report"))
        self._hint = label(
            self.tr(
                "Names, amounts, numbers, folders and passwords are left out. Read it, change what you "
                "like, and save it: it goes nowhere by itself."
            ),
            tone="secondary",
            wrap=True,
        )
        self._said = label("", wrap=True)
        for one in (self._details, self._hint, self._said):
            one.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._words(theme))
        for one in (self._hint, self._details, self._said):
            layout.addWidget(one)
        layout.addLayout(self._buttons(theme))

    def _words(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        sign = QLabel()
        theme.picture(sign, "triangle-alert", "status.danger.text", 24)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        happened, safe, to_do = self._sentences()
        words.addWidget(label(happened, "section", wrap=True))
        words.addWidget(label(safe, wrap=True))
        words.addWidget(label(to_do, tone="secondary", wrap=True))
        row.addLayout(words, 1)
        return row

    def _sentences(self) -> tuple[str, str, str]:
        if self._earlier:
            return (
                self.tr("The program ended last time before it was closed."),
                self.tr("Your data is safe: what was saved stays, and an action under way was taken back."),
                self.tr(
                    "If it happens again, save the report and give it to whoever looks after this program."
                ),
            )
        return (
            self.tr("This action failed inside the program."),
            self.tr(
                "Your data is safe: an action is saved whole or not at all, and this one was taken back."
            ),
            self.tr(
                "Try again. If it happens again, save the report and give it to whoever looks after "
                "this program."
            ),
        )

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._fold = button(theme, self.tr("Show the report"), "link", run=self._toggle)
        row.addWidget(self._fold)
        row.addStretch(1)
        row.addWidget(button(theme, self.tr("Copy report"), "quiet", run=self.copy))
        row.addWidget(button(theme, self.tr("Save report…"), "normal", run=self.save))
        close = button(theme, self.tr("Close"), "primary", run=self.accept)
        close.setDefault(True)
        row.addWidget(close)
        return row

    def _toggle(self) -> None:
        shown = not self._details.isVisible()
        for one in (self._hint, self._details):
            one.setVisible(shown)
        self.adjustSize()

    def copy(self) -> None:
        """Put the report as it reads now on the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())

    def save(self) -> None:
        """Show the report, so that nobody saves what they have not seen; then ask where it goes."""
        if not self._details.isVisible():
            self._toggle()
        from app.ui.shell.asking import place_for_report  # noqa: PLC0415 - asked once in a lifetime

        if (path := place_for_report(self)) is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        text = self._details.toPlainText().encode()
        file = QSaveFile(str(path))
        written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(text) == len(text)
        if written and file.commit():
            said = self.tr("Saved: {path}").format(path=path)
        else:
            said = self.tr("“{path}” cannot be written: {reason}").format(
                path=path, reason=file.errorString()
            )
        self._said.setText(said)
        self._said.show()

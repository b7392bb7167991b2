"""About the program: its version, its licence, and those of what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.resources import path as resource
from app.ui.shell.brand import NAME, BrandSign
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.theme import Theme


def licence_files() -> list[Path]:
    """Licence texts that come with the program, its own first."""
    files = [path for path in resource("licences").iterdir() if path.is_file()]
    return sorted(files, key=lambda path: (not path.stem.lower().startswith("holdfast"), path.stem.lower()))


class AboutDialog(QDialog):
    """Version and licences; nothing is fetched from anywhere."""

    def __init__(self, theme: Theme, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Holdfast"))
        self.resize(620, 520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(BrandSign(theme, 48), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(NAME, "page"))
        words.addWidget(label(self.tr("Version {version}").format(version=version), tone="secondary"))
        words.addWidget(label(self.tr("Works offline. All data stays on this computer."), wrap=True))
        head.addLayout(words, 1)
        layout.addLayout(head)
        self._files = licence_files()
        self.choice = QComboBox()
        self.choice.addItems([path.stem for path in self._files])
        self.choice.setAccessibleName(self.tr("Licence of"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence text"))
        caption = label(self.tr("Licence of"), "small", "secondary")
        caption.setBuddy(self.choice)
        layout.addWidget(caption)
        layout.addWidget(self.choice)
        layout.addWidget(self.text, 1)
        close = button(theme, self.tr("Close"), "normal", run=self.accept)
        close.setDefault(True)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.choice.currentIndexChanged.connect(self._show)
        self._show(0)

    def _show(self, place: int) -> None:
        if 0 <= place < len(self._files):
            self.text.setPlainText(self._files[place].read_text("utf-8", errors="replace"))

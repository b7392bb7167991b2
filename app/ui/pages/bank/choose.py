"""Step 1 of bringing a statement in: the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.context import PageContext

_SUFFIXES = "csv tsv txt xlsx xlsm xls ods xml sta mt940 940 ofx qfx".split()
_FOLDER = "folder.statements"


class ChoosePanel(Retranslated):
    """``chosen`` carries a file."""

    chosen = Signal(Path)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        place = QFrame()
        place.setProperty("area", "card")
        picture = QLabel()
        theme.picture(picture, "landmark", "textTertiary", theme.size("iconEmpty"))
        self._title = label("", "section")
        self.pick = button(theme, "", "primary", "folder", self.browse)
        self._drop = label("", "body", "secondary")
        self._formats = label("", "small", "tertiary", wrap=True)
        self._once = label("", "small", "tertiary", wrap=True)
        column = QVBoxLayout(place)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.pick)
        row.addStretch(1)
        column.addLayout(row)
        for widget in (self._drop, self._formats, self._once):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        column.addStretch(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(place)
        self.retranslate()

    def browse(self) -> None:
        """Ask for a file."""
        folder = str(self._context.preferences.get(_FOLDER, "") or Path.home())
        kinds = self.tr("Bank statements ({patterns})").format(
            patterns=" ".join(f"*.{suffix}" for suffix in _SUFFIXES)
        )
        picked, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a bank statement"), folder, ";;".join((kinds, self.tr("All files (*)")))
        )
        if picked:
            self._context.preferences.set(_FOLDER, str(Path(picked).parent))
            self.chosen.emit(Path(picked))

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self._title.setText(self.tr("A statement from your bank"))
        self.pick.setText(self.tr("Choose a statement…"))
        self._drop.setText(self.tr("or drop the file anywhere on this window"))
        self._formats.setText(
            self.tr("camt.053, MT940, OFX and QFX; Excel and CSV as your online banking exports them.")
        )
        self._once.setText(
            self.tr("Lines that are here already are recognised: the same statement twice adds nothing.")
        )

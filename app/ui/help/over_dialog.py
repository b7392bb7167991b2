"""The help over a dialog, which keeps the window below from hearing anything: topics and their links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.ui.help.reader import HelpReader
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.help import HelpService
    from app.ui.theme import Theme

_SIZE = (520, 480)


class HelpOverDialog(QDialog):
    """Stays beside what is typed; Esc closes it alone. Links to pages wait until the dialog is done."""

    def __init__(self, service: HelpService, theme: Theme, lang: str, over: QWidget) -> None:
        super().__init__(over)
        self._service, self._lang = service, lang
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.resize(*_SIZE)
        self.reader = HelpReader(theme)
        self.reader.topic_wanted.connect(self.show_topic)
        close = button(theme, self.tr("Close"), "normal", run=self.accept)
        close.setDefault(True)
        self.setProperty("opensHelp", True)  # F1 again closes it
        QShortcut(QKeySequence("F1"), self, self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.reader, 1)
        layout.addWidget(line())
        layout.addLayout(foot)

    def show_topic(self, key: str) -> None:
        """Show a topic."""
        self.reader.show_topic(self._service.topic(self._service.nearest(key), self._lang))

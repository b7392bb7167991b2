"""The status bar: where the data is and that it is saved; work under way; the page's own line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QProgressBar, QStatusBar

from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from datetime import datetime

    from app.ui.i18n import Language
    from app.ui.pages.page import Page
    from app.ui.theme import Theme


class StatusLine(QObject):
    """Writes into the window's status bar."""

    def __init__(self, bar: QStatusBar, theme: Theme, language: Language) -> None:
        super().__init__(bar)
        self._language = language
        self._at: datetime | None = None
        self._busy = False
        self._page: Page | None = None
        self._local = label("", "small", "secondary")
        self._work = label("", "small", "secondary")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._place = label("", "small", "secondary")
        bar.setSizeGripEnabled(False)
        bar.setFixedHeight(theme.size("statusBar"))
        bar.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(self._local)
        bar.addWidget(self._work)
        bar.addWidget(self._bar)
        bar.addPermanentWidget(self._place)
        self._bar.hide()
        bar.installEventFilter(self)
        self._write()

    def saved(self, at: datetime) -> None:
        """An action was committed at this instant."""
        self._at = at
        self._write()

    def busy(self, *, busy: bool) -> None:
        """Work has been under way for 300 ms, or ended."""
        self._busy = busy
        self._bar.setRange(0, 0)
        self._bar.setVisible(busy)
        self._work.setText(self.tr("Working…") if busy else "")

    def progress(self, done: int, total: int, code: str) -> None:
        """How far the work is; ``code`` is a word code or ""."""
        if not self._busy:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        text = self.tr("Working…")
        if code:
            from app.words import say  # noqa: PLC0415 - the first paint needs no words of ours

            try:
                text = say(code, self._language.code, done=done, total=total, n=total)
            except (KeyError, IndexError):
                text = self.tr("Working…")
        self._work.setText(text)

    def blank(self) -> None:
        """Say nothing of the page until ``follow``."""
        self._place.clear()
        self._work.clear()

    def follow(self, page: Page) -> None:
        """Show this page's own line at the right from now on."""
        if self._page is not None:
            self._page.status_changed.disconnect(self._place.setText)
        self._page = page
        page.status_changed.connect(self._place.setText)
        page.destroyed.connect(self._on_gone)
        self._place.setText(page.status())

    def _on_gone(self) -> None:
        self._page = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._page is not None:
                self._place.setText(self._page.status())
        return False

    def _write(self) -> None:
        text = self.tr("All data stays on this computer")
        if self._at is not None:
            clock = f"{self._at.astimezone():%H:%M}"
            text += " · " + self.tr("Saved {time}").format(time=clock)
        self._local.setText(text)

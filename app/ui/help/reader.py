"""Reads one topic of the help: links lead to other topics and to pages of the program, never outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser

from app.domain.help_topic import HELP, PAGE
from app.ui.help.markup import page, styles

if TYPE_CHECKING:
    from app.domain.help_topic import Topic
    from app.ui.theme import Theme

_EDGE, _INDENT = 16, 20


class HelpReader(QTextBrowser):
    """Text can be selected and copied; Tab walks through the links, Enter follows one."""

    topic_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.topic: Topic | None = None
        self.setProperty("area", "reader")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        theme.themeChanged.connect(self._redraw)

    def show_topic(self, topic: Topic) -> None:
        """Show a topic from its beginning."""
        same = self.topic is not None and self.topic.key == topic.key
        self.topic = topic
        self.setAccessibleName(topic.title)
        self._redraw()
        if not same:
            self.verticalScrollBar().setValue(0)

    def _redraw(self) -> None:
        if self.topic is None:
            return
        document, at = self.document(), self.verticalScrollBar().value()
        document.setDefaultFont(self._theme.font("body"))
        document.setDefaultStyleSheet(styles(self._theme))
        document.setDocumentMargin(_EDGE)
        document.setIndentWidth(_INDENT)
        self.setHtml(page(self.topic))
        self.verticalScrollBar().setValue(at)

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(HELP):
            self.topic_wanted.emit(target.removeprefix(HELP))
        elif target.startswith(PAGE):
            self.page_wanted.emit(target.removeprefix(PAGE))

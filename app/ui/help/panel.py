"""The help's panel: over the window's right side beside the page, or as wide as the window for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.help import GLOSSARY, GROUPS
from app.ui.help.contents import Entry, TopicList
from app.ui.help.reader import HelpReader
from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.labels import label, line
from app.ui.widgets.search_field import SearchField
from app.words import say

if TYPE_CHECKING:
    from app.services.help import HelpService
    from app.ui.i18n import Language
    from app.ui.theme import Theme

_WIDTH, _LIST, _MEASURE = 440, 320, 760
_GLOSSARY = "guide.glossary"


class HelpPanel(QFrame):
    """``show_topic`` opens it; Esc closes; Alt+← goes back to the topic before."""

    closed = Signal()
    page_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(self, service: HelpService, theme: Theme, language: Language, host: QWidget) -> None:
        super().__init__(host)
        self._service, self._theme, self._language = service, theme, language
        self._key = ""
        self._before: list[str] = []
        self.wide = False
        self._listing = False
        self.setProperty("area", "drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label("", "section")
        self.back_button = icon_button(theme, "chevron-left", "", self.back)
        self.list_button = icon_button(theme, "book-open", "", self.toggle_list)
        self.wide_button = icon_button(theme, "maximize-2", "", self.toggle_wide)
        self.print_button = icon_button(theme, "printer", "", self._print)
        self.close_button = icon_button(theme, "x", "", self.close_panel)
        self.search = SearchField(theme)
        self.none = label("", "body", "secondary", wrap=True)
        self.list = TopicList(theme)
        self.reader = HelpReader(theme)
        self._lay_out()
        self.search.searched.connect(self._on_search)
        self.search.down.connect(self._to_list)
        self.list.opened.connect(self._on_chosen)
        self.reader.topic_wanted.connect(self.show_topic)
        self.reader.page_wanted.connect(self.page_wanted)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 10)
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        buttons = (
            self.back_button, self.list_button, self.print_button, self.wide_button, self.close_button,
        )  # fmt: skip
        for widget in buttons:
            head.addWidget(widget)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.none)
        side.addWidget(self.list, 1)
        self.none.setContentsMargins(16, 12, 16, 12)
        find = QHBoxLayout()
        find.setContentsMargins(16, 0, 16, 12)
        find.addWidget(self.search)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self._side)
        self._between = line()
        self._between.setFixedSize(1, 16777215)
        self._between.setMinimumHeight(0)
        self._body.addWidget(self._between)
        self._body.addWidget(self.reader, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(find)
        layout.addWidget(line())
        layout.addLayout(self._body, 1)

    # -- topics ---------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """The topic in view."""
        return self._key

    def show_topic(self, key: str) -> None:
        """Show a topic; the one before it can be gone back to."""
        key = self._service.nearest(key)
        if self._key and self._key != key:
            self._before.append(self._key)
        self._show(key)

    def _show(self, key: str) -> None:
        self._key = key
        self._listing = False
        self.reader.show_topic(self._service.topic(key, self._language.code))
        self.back_button.setEnabled(bool(self._before))
        self._arrange()
        if not self.search.text():
            self.list.mark(key)

    def back(self) -> None:
        """The topic before."""
        if self._before:
            self._show(self._before.pop())

    def _print(self) -> None:
        self.print_wanted.emit(self._key)

    # -- contents and search --------------------------------------------------------------------

    def toggle_list(self) -> None:
        """In the narrow panel the contents take the topic's place, and give it back."""
        self._listing = not self._listing
        self._arrange()
        if self._listing:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self) -> list[Entry]:
        lang, found = self._language.code, list[Entry]()
        for group in GROUPS:
            if group == GLOSSARY:
                continue
            found.append(Entry(say(f"help_group.{group}", lang)))
            for topic in self._service.group(group, lang):
                found.append(Entry(topic.title, topic.key, depth=max(0, topic.key.count(".") - 1)))
        return found

    def _on_search(self, text: str) -> None:
        lang = self._language.code
        if not text:
            self.list.show_entries(self._contents(), self._key)
            self._listing = False
        else:
            hits = self._service.search(text, lang)
            self.list.show_entries(
                [Entry(hit.topic.title, hit.topic.key, hit.excerpt or " ") for hit in hits]
            )
            self.list.first()
            self._listing = True
        self.none.setText(say("help.nothing", lang, text=text) if text and not self.list.entries else "")
        self.none.setVisible(bool(self.none.text()))
        self._arrange()

    def _to_list(self) -> None:
        """Enter in the search opens the first hit, ↓ goes to the list."""
        if self.list.entries:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, key: str) -> None:
        self.show_topic(key)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> None:
        """Ctrl+F: to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # -- frame ----------------------------------------------------------------------------------

    def toggle_wide(self) -> None:
        """As wide as the window, or beside the page."""
        self.set_wide(wide=not self.wide)

    def set_wide(self, *, wide: bool) -> None:
        """As wide as the window with the contents at the left, or beside the page."""
        self.wide = wide
        self._theme.dress(self.wide_button, "minimize-2" if wide else "maximize-2", "textSecondary")
        self.place()
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        """What stands in the panel: both parts side by side, or one of them."""
        self._side.setVisible(self.wide or self._listing)
        self._between.setVisible(self.wide)
        self.reader.setVisible(self.wide or not self._listing)
        self.list_button.setVisible(not self.wide)
        if self.wide:
            self._side.setFixedWidth(_LIST)
            spare = max(0, self.width() - _LIST - _MEASURE)
            self.reader.setViewportMargins(spare // 3, 0, spare - spare // 3, 0)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
            self.reader.setViewportMargins(0, 0, 0, 0)

    def place(self) -> None:
        """Keep to the right edge of what lies below."""
        host = cast("QWidget", self.parentWidget())
        area = host.rect()
        width = area.width() if self.wide else min(_WIDTH, area.width())
        self.setGeometry(area.width() - width, 0, width, area.height())

    def open_panel(self) -> None:
        """Show it over what lies below."""
        if not self.list.entries:
            self._on_search("")
        self.place()
        self._arrange()
        self.show()
        self.raise_()

    def close_panel(self) -> None:
        """Close; the keyboard goes back to where it was."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Alt+← goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """As wide as the window it keeps Tab to itself: what lies below is not seen."""
        focused = cast("QWidget | None", self.focusWidget())
        node = focused if self.wide else None
        while node is not None:
            node = cast("QWidget", node.nextInFocusChain() if onward else node.previousInFocusChain())
            stops = node.focusPolicy() & Qt.FocusPolicy.TabFocus and node.isVisible() and node.isEnabled()
            if node is focused or (stops and self.isAncestorOf(node) and node.focusProxy() is None):
                reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
                node.setFocus(reason)
                return True
        return super().focusNextPrevChild(onward)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._key:
            self.retranslate()
            self._on_search(self.search.text().strip())
            self._show(self._key)
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write every text."""
        self.title.setText(self.tr("Help"))
        self.setAccessibleName(self.tr("Help"))
        self.search.set_placeholder(self.tr("Search the help"))
        self.list.setAccessibleName(self.tr("Contents of the help"))
        set_name(self.back_button, self.tr("The topic before (Alt+←)"))
        set_name(self.list_button, self.tr("Contents"))
        set_name(self.print_button, self.tr("Save as PDF…"))
        set_name(self.close_button, self.tr("Close (Esc)"))
        wide = self.tr("Beside the page") if self.wide else self.tr("As wide as the window")
        set_name(self.wide_button, wide)

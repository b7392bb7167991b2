"""The frame of every page: header, content, action bar at the foot, drawer at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.short_room import ShortRoom

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QResizeEvent

    from app.domain.changes import ChangeSet
    from app.ui.context import PageContext
    from app.ui.widgets.drawer import Drawer


class Page(Retranslated):
    """Subclasses fill ``self.content`` and write their texts in ``retranslate``."""

    status_changed = Signal(str)
    """The page's own line at the right of the status bar."""
    counted = Signal(int)
    """How many things wait on this page: the count behind its title in the navigation."""
    names_tabs = False
    """Whether the page's own commands go to each of its tabs."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.setProperty("area", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader(context.theme)
        self.content = QVBoxLayout()
        self.content.setSpacing(context.theme.space("m"))
        self._main = QWidget()
        self._column = QVBoxLayout(self._main)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(ShortRoom(self.content), 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._main)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        self.drawer: Drawer | None = None
        self._page_narrow: bool | None = None

    # -- what a subclass may give ---------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """The user came here; ``params`` say what to show. Called on every visit."""

    def on_change(self, change: ChangeSet) -> None:
        """Something was committed; refresh what it touched. Called only once the page exists."""

    def status(self) -> str:
        """The page's own line in the status bar: the as-of day and counts, for one."""
        return ""

    def focus_search(self) -> None:
        """Ctrl+F: go to the page's search field."""

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer in view; False where there is none."""
        return False

    def help_tab(self) -> str:
        """F1: the key of the tab in view, "" on a page without tabs."""
        return ""

    def actions_of_page(self) -> Sequence[QAction]:
        """Commands of this page, for the menu bar and the palette."""
        return ()

    def regions(self) -> Sequence[QWidget]:
        """What F6 walks through, in reading order; the drawer follows by itself."""
        return (self.header, self._main)

    @property
    def unsaved(self) -> bool:
        """Whether something typed would be lost; asked where the page itself cannot be shown."""
        return False

    def may_leave(self) -> bool:
        """Whether the page can be left (or the window closed) without losing anything."""
        return True

    # -- frame ----------------------------------------------------------------------------------

    def add_drawer(self) -> Drawer:
        """Give the page a drawer at its right side."""
        from app.ui.widgets.drawer import Drawer  # noqa: PLC0415 - the first page opens without one

        if self.drawer is None:
            self.drawer = Drawer(self.context.theme, self)
            self.drawer.attach(self._splitter)
            self._place()
        return self.drawer

    def add_action_bar(self, bar: QWidget) -> None:
        """Put a bar at the page's foot."""
        self._column.addWidget(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins and the drawer's place follow the window's width."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the drawer from anywhere on the page that has no other use for it."""
        if event.key() == Qt.Key.Key_Escape and self.drawer is not None and self.drawer.is_open:
            self.drawer.close_drawer()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What a grade or figure means, where it names a topic of the help."""
        from app.ui.help.topics import open_menu, topic_of  # noqa: PLC0415 - asked for now and then

        if topic := topic_of(self.childAt(event.pos()), self):
            open_menu(self, topic, event.globalPos())
        else:
            super().contextMenuEvent(event)

    def _place(self) -> None:
        theme = self.context.theme
        window = self.window()
        narrow = window.width() < theme.breakpoint("rail")
        if narrow != self._page_narrow:
            self._page_narrow = narrow
            edge = theme.space("m" if narrow else "l")
            self.content.setContentsMargins(edge, 0, edge, theme.space("m"))
            self.header.set_edge(edge)
        if self.drawer is not None:
            self.drawer.place(overlay=window.width() < theme.breakpoint("drawerOverlay"))

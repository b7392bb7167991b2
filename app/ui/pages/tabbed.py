"""A page of several tabs, each built when it is first looked at and read again when something moved it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.pages.page import Page
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.ui.context import PageContext


class TabPanel(Retranslated):
    """One tab's content; ``host`` is the page it stands in."""

    moves: frozenset[str] = frozenset()
    """Tables whose changes make what is shown here old."""
    title_changed = Signal()
    """Something typed here is not saved yet, or was saved: the tab's title shows it."""

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__()
        self.context = context
        self.host = host

    def read(self) -> None:
        """Read what is shown, on the database worker; called when first seen and after a change."""

    def open(self, params: Mapping[str, object]) -> None:
        """The user came here wanting something in particular; called before ``read``."""

    def search_field(self) -> QWidget | None:
        """Where Ctrl+F goes."""
        return None

    def bar(self) -> QWidget | None:
        """What stands at the page's foot while this tab is in view; the panel shows and hides it."""
        return None

    def actions_of_panel(self) -> Sequence[QAction]:
        """Commands for the menu bar and the palette."""
        return ()

    def status(self) -> str:
        """The line in the status bar."""
        return ""

    def summary(self) -> str:
        """What stands beside the page's title while this tab is in view, "" for what always does."""
        return ""

    @property
    def dirty(self) -> bool:
        """Whether something typed here is not saved yet."""
        return False

    def may_leave(self) -> bool:
        """Ask before something typed is lost; whether the page can be left."""
        return True

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer in view; False where there is none."""
        return False


class Detail(Retranslated):
    """What a panel shows in the page's drawer: the widget itself is the body, ``foot`` holds its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.foot = QWidget()
        self.foot_layout = QVBoxLayout(self.foot)
        self.foot_layout.setContentsMargins(0, 0, 0, 0)
        self.foot_layout.setSpacing(8)


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: ``factory`` imports and builds it when it is first looked at."""

    key: str
    title: Callable[[], str]
    factory: Callable[[PageContext, TabbedPage], TabPanel]


class TabbedPage(Page):
    """``open(tab=…)`` goes to a tab; everything else in the parameters is handed to it."""

    tabs_of: tuple[TabSpec, ...] = ()
    names_tabs = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.keys = [spec.key for spec in self.tabs_of]
        self._panels: dict[int, TabPanel] = {}
        self._details: list[Detail] = []
        self._stale = dict.fromkeys(range(len(self.tabs_of)), True)
        self.tabs = Tabs()
        self._tab_actions = []
        for place, spec in enumerate(self.tabs_of):
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.tabs.add(holder, spec.title())
            action = QAction(self)
            action.triggered.connect(partial(self._go_to, place))
            self._tab_actions.append(action)
        self.content.addWidget(self.tabs, 1)
        self.tabs.changed.connect(self._on_tab)

    # -- panels ---------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """Which tab is in view."""
        return self.tabs.bar.currentIndex()

    def panel(self, key: str) -> TabPanel:
        """The panel of a tab, built if nobody looked at it yet."""
        return self._panel(self.keys.index(key))

    def _panel(self, place: int) -> TabPanel:
        found = self._panels.get(place)
        if found is None:
            found = self.tabs_of[place].factory(self.context, self)
            self._panels[place] = found
            holder = self.tabs.stack.widget(place)
            layout = holder.layout() if holder is not None else None
            if layout is not None:
                layout.addWidget(found)
            if (bar := found.bar()) is not None:
                self.add_action_bar(bar)
            found.title_changed.connect(self.write_titles)
            found.retranslate()
        return found

    @property
    def shown(self) -> TabPanel:
        """The panel in view."""
        return self._panel(self.place)

    def show_detail(self, detail: Detail, *, focus: bool = False) -> None:
        """Open the drawer with a panel's detail in it; its title is the detail's own business."""
        drawer = self.add_drawer()
        if detail not in self._details:
            if not self._details:
                drawer.body.addStretch(1)
            drawer.body.insertWidget(len(self._details), detail)
            drawer.footer.addWidget(detail.foot)
            self._details.append(detail)
        for each in self._details:
            each.setVisible(each is detail)
            each.foot.setVisible(each is detail)
        drawer.open_drawer(focus=focus)

    def shows_detail(self, detail: Detail) -> bool:
        """Whether the drawer is open with this in it."""
        return self.drawer is not None and self.drawer.is_open and not detail.isHidden()

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Go to a tab and hand it what was asked for."""
        tab = str(params.get("tab", ""))
        if tab in self.keys:
            self.tabs.show_tab(self.keys.index(tab))
        rest = {name: value for name, value in params.items() if name != "tab"}
        if rest:
            self.shown.open(rest)
        self._read_if_stale()
        self._show_bar()

    def _go_to(self, place: int, *_: object) -> None:
        self.tabs.show_tab(place)

    def _on_tab(self, _place: int) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()
        self._show_bar()
        if self.isVisible():
            self._read_if_stale()
        self.tell_status()

    def _show_bar(self) -> None:
        for place, panel in self._panels.items():
            if place != self.place and (bar := panel.bar()) is not None:
                bar.hide()

    def _read_if_stale(self) -> None:
        panel = self.shown
        if self._stale[self.place]:
            self._stale[self.place] = False
            panel.read()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what the change moved; the rest when it is next seen."""
        touched = change.touched.keys()
        for place, panel in self._panels.items():
            if touched & panel.moves:
                self._stale[place] = True
        if self.isVisible():
            self._read_if_stale()

    def tell_status(self) -> None:
        """Write the status bar's line again."""
        self.status_changed.emit(self.status())

    def status(self) -> str:
        """The line of the tab in view."""
        return self._panels[self.place].status() if self.place in self._panels else ""

    def focus_search(self) -> None:
        """Ctrl+F: the search field of the tab in view."""
        if (field := self.shown.search_field()) is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_letter(self) -> bool:
        """Ctrl+L: the tab in view knows to whom."""
        return self.shown.write_letter()

    def help_tab(self) -> str:
        """F1: the tab in view."""
        return self.keys[self.place]

    def actions_of_page(self) -> Sequence[QAction]:
        """The tabs, and the commands of those already built."""
        own = [action for panel in self._panels.values() for action in panel.actions_of_panel()]
        return (*own, *self._tab_actions)

    def regions(self) -> Sequence[QWidget]:
        """Header, tabs, their panel, what stands at the foot."""
        bar = self._panels[self.place].bar() if self.place in self._panels else None
        areas = [self.header, self.tabs.bar, self.tabs.stack]
        return areas if bar is None else [*areas, bar]

    @property
    def unsaved(self) -> bool:
        """Whether something typed on any tab would be lost."""
        return any(panel.dirty for panel in self._panels.values())

    def may_leave(self) -> bool:
        """Nothing typed on any tab is lost without being asked about."""
        for place, panel in self._panels.items():
            if panel.dirty:
                self.tabs.show_tab(place)
                if not panel.may_leave():
                    return False
        return True

    # -- words ----------------------------------------------------------------------------------

    def write_titles(self) -> None:
        """Write the tabs' titles; a dot marks one with something unsaved."""
        titles = [spec.title() for spec in self.tabs_of]
        marks = [place in self._panels and self._panels[place].dirty for place in range(len(titles))]
        self.tabs.set_titles(
            [f"{title} •" if mark else title for title, mark in zip(titles, marks, strict=True)]
        )
        name = self.title()
        for action, title in zip(self._tab_actions, titles, strict=True):
            action.setText(f"{name}: {title}")
        self.tabs.bar.setAccessibleName(name)

    def title(self) -> str:
        """What the page is called."""
        return ""

    def retranslate(self) -> None:
        """Write the titles; subclasses write the header too."""
        self.write_titles()

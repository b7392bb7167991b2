"""Opens the help for what is in view, and leads from it to pages, paper and the guided tour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from app.services.session import CompanySession
    from app.ui.help.panel import HelpPanel
    from app.ui.help.walk import GuidedWalk
    from app.ui.shell.main_window import MainWindow

SEEN, STEP = "tour.seen", "tour.step"
"""Preferences: the guided tour was offered; the step it was left at."""
_AFTER_PAGE_MS = 500
_FOLDER = "folder.exports"
_KEYED = "opensHelp"
"""Property of a dialog whose F1 opens the help."""


class HelpDoor(QObject):
    """Nothing of the help is loaded before it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.panel: HelpPanel | None = None
        self.walk: GuidedWalk | None = None
        self._return_to: QWidget | None = None
        self._heeds_lock = False
        window.start.help.connect(self.open_here)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._give_key)

    # -- the panel ------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self.panel is not None and self.panel.isVisible()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the panel."""
        focused = cast("QWidget | None", self._window.focusWidget())
        return self.is_open and focused is not None and self._made().isAncestorOf(focused)

    def _made(self) -> HelpPanel:
        if self.panel is None:
            from app.ui.help.panel import HelpPanel  # noqa: PLC0415 - opened now and then

            window = self._window
            host = cast("QWidget", window.centralWidget())
            self.panel = HelpPanel(window.services.help(), window.theme, window.language, host)
            self.panel.page_wanted.connect(self._to_page)
            self.panel.print_wanted.connect(self.print_topic)
            self.panel.closed.connect(self._give_back)
            host.installEventFilter(self)
            cast("QApplication", QApplication.instance()).focusChanged.connect(self._make_way)
        return self.panel

    def _make_way(self) -> None:
        """The help closes when Tab goes on to something that it hides."""
        focused, panel = QApplication.focusWidget(), self.panel
        if panel is None or not panel.isVisible() or focused is None or panel.isAncestorOf(focused):
            return
        host = cast("QWidget", panel.parentWidget())
        if host.isAncestorOf(focused):
            place = QRect(focused.mapTo(host, QPoint(0, 0)), focused.size())
            if panel.geometry().contains(place.intersected(host.rect())):
                self._return_to = None
                panel.close_panel()

    def open_here(self) -> None:
        """F1: what the page and tab in view do; pressed within the help, close it."""
        if self.has_focus:
            self._made().close_panel()
        else:
            self.open(self.topic_here())

    def _give_key(self) -> None:
        """A dialog keeps the window's keys away: once it has the keyboard it gets an F1 of its own."""
        focused = QApplication.focusWidget()
        dialog = focused.window() if focused is not None else None
        if isinstance(dialog, QDialog) and not dialog.property(_KEYED):
            dialog.setProperty(_KEYED, True)
            QShortcut(QKeySequence("F1"), dialog, self._open_in_dialog)

    def _open_in_dialog(self) -> None:
        from app.ui.help.topics import topic_of  # noqa: PLC0415 - opened now and then

        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        if dialog is not None:
            self.open(topic_of(cast("QWidget | None", dialog.focusWidget()) or dialog))

    def open(self, key: str, *, wide: bool = False) -> None:
        """Show a topic, "" for that of the page in view; the keyboard goes to it."""
        key = key or self.topic_here()
        if (dialog := QApplication.activeModalWidget()) is not None:
            self._open_over(dialog, key)
            return
        panel = self._made()
        if not self.has_focus:
            self._return_to = cast("QWidget | None", self._window.focusWidget())
        if wide != panel.wide and (wide or not panel.isVisible()):
            panel.set_wide(wide=wide)
        panel.show_topic(key)
        panel.open_panel()
        panel.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_over(self, dialog: QWidget, key: str) -> None:
        from app.ui.help.over_dialog import HelpOverDialog  # noqa: PLC0415 - opened now and then

        window, over = self._window, dialog.findChild(HelpOverDialog)
        if over is None or not over.isVisible():
            over = HelpOverDialog(window.services.help(), window.theme, window.language.code, dialog)
        over.show_topic(key)
        over.show()
        over.activateWindow()

    def topic_here(self) -> str:
        """The topic of what has the keyboard, else of the tab in view, else of its page."""
        from app.ui.help.topics import topic_of  # noqa: PLC0415 - opened now and then

        if topic := topic_of(cast("QWidget | None", self._window.focusWidget())):
            return topic
        place, page = self._window.navigator.place, self._window.page
        if place is None or page is None:
            return "page.start"
        guide = self._window.services.help()
        return guide.nearest(f"page.{place.key}.{page.help_tab()}", f"page.{place.key}")

    def _give_back(self) -> None:
        if self._return_to is not None and self._return_to.isVisible():
            self._return_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._return_to = None

    def _to_page(self, target: str) -> None:
        """A page with its tab: ``health/figures``."""
        key, _, tab = target.partition("/")
        if self._window.workspace is None:
            self._window.toast.say(self.tr("Open a company first: the sample company will do."))
            return
        if self.panel is not None and self.panel.wide:
            self.panel.set_wide(wide=False)
        params = {"tab": tab} if tab else {}
        self._window.go_to(key, **params)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel keeps to the right edge, and above a page that comes into view."""
        kinds = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.ChildAdded}
        if event.type() in kinds and self.panel is not None and self.panel.isVisible():
            self.panel.place()
            self.panel.raise_()
        return super().eventFilter(watched, event)

    # -- paper ----------------------------------------------------------------------------------

    def print_topic(self, key: str) -> None:
        """Save a topic as a PDF; of the playbook all chapters."""
        window = self._window
        guide, lang = window.services.help(), window.language.code
        group = key.partition(".")[0]
        wanted = "playbook" if group == "playbook" else key
        from app.domain.file_name import safe_name  # noqa: PLC0415 - saved now and then
        from app.ui.shell.asking import place_for_paper  # noqa: PLC0415 - asked now and then
        from app.words import say  # noqa: PLC0415 - as above

        name = say("help_group.playbook", lang) if group == "playbook" else guide.topic(key, lang).title
        folder = Path(str(window.services.preferences.get(_FOLDER, "") or Path.home()))
        path = place_for_paper(window, folder / f"{safe_name(name)}.pdf")
        if path is not None:
            self.print_to(wanted, path)

    def print_to(self, key: str, path: Path) -> None:
        """Write the PDF on the worker and say so."""
        window = self._window
        guide, lang = window.services.help(), window.language.code
        said = self.tr("Saved: {name}").format(name=path.name)
        window.runner.database(
            lambda _control: guide.print([key], path, lang),
            lambda _nothing: window.toast.say(said),
            failed=window.notices.error,
            owner=self,
        )

    # -- the guided tour ------------------------------------------------------------------------

    def begin_tour(self) -> None:
        """Go on where the tour was left, in the sample company."""
        session = self._window.doors.session
        if session is not None and session.sample:
            self._walk().begin()
        else:
            self._window.services.preferences.set(SEEN, False)
            self._window.open_sample()

    def offer_tour(self, session: CompanySession) -> None:
        """The first time the sample company is opened, and never again unasked."""
        if not self._heeds_lock:
            self._heeds_lock = True
            self._window.lock.changed.connect(self._on_lock)
        preferences = self._window.services.preferences
        if session.sample and not preferences.get(SEEN, False):
            # The page is read first: the tour points at what stands on it.
            QTimer.singleShot(_AFTER_PAGE_MS, self, self._begin_offered)

    def _begin_offered(self) -> None:
        session = self._window.doors.session
        if session is not None and session.sample and self._window.isVisible():
            self._walk().begin()

    def _walk(self) -> GuidedWalk:
        if self.walk is None:
            from app.ui.help.walk import GuidedWalk  # noqa: PLC0415 - walked once or twice

            self.walk = GuidedWalk(self._window)
        return self.walk

    def _on_lock(self, locked: bool) -> None:
        """What lies over the window would lie over its cover."""
        if locked:
            self.leave()
            if self.panel is not None:
                self._return_to = None
                self.panel.close_panel()

    def leave(self) -> None:
        """The company is closed: the tour has nothing left to point at."""
        if self.walk is not None:
            self.walk.stop()

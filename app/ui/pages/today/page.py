"""The Today page: tiles, the aging strip, the work list and the forecast, each shown as soon as it is known.

The frame with the board's sums comes first; the list, the key figures with their history and the
forecast are asked for one after another, so that nobody waits for all of them and other pages
find the worker free in between.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from app.domain.aging import AgingQuery
from app.domain.duty import Duty
from app.ui.pages.aging.figures import strip_segments
from app.ui.pages.page import Page
from app.ui.pages.today.tiles import KEYS, KpiTile
from app.ui.widgets.aging_strip import AgingStrip
from app.ui.widgets.buttons import button, icon_button, set_name
from app.ui.widgets.card import Card
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from app.domain.aging import AgingBoard
    from app.domain.changes import ChangeSet
    from app.domain.work import WorkItem
    from app.services.forecast import Forecast
    from app.services.kpis import Kpi
    from app.services.ports import Control
    from app.services.work import WorkList
    from app.ui.context import PageContext
    from app.ui.pages.today.forecast_card import ForecastCard
    from app.ui.pages.today.next_step import NextSteps
    from app.ui.pages.today.work_list import WorkCard

_AFTER_PAINT_MS = 40
"""The first paint comes before the questions that it does without."""
_MARKS = frozenset({"work_mark"})
_QUIET = frozenset({"import_mapping", "contact", "identifier", "alias"})
"""Tables of which nothing on this page is made."""
_SHORT = 760
"""Below this height the strip and the legend give way to the list."""


class TodayPage(Page):
    """Opens on what is to do; every figure opens its rows."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._board: AgingBoard | None = None
        self._list: WorkList | None = None
        self._kpis: tuple[Kpi, ...] = ()
        self._stale = True
        self._filled = self._taken = False
        self._build_header()
        self.message = MessageStrip(context.theme)
        self.tiles = {key: KpiTile(context.theme, key) for key in KEYS}
        self.strip_card = Card(context.theme, " ")
        self.strip = AgingStrip(context.theme)
        self.board_button = button(context.theme, "", "link", run=self._open_board, small=True)
        self._below = QHBoxLayout()
        self._below.setSpacing(context.theme.space("m"))
        self._hold = [Card(context.theme, " "), Card(context.theme, " ")]
        self._later = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._later.timeout.connect(self._fill)
        self._build_layout()
        self._connect()
        self.retranslate()

    def _build_header(self) -> None:
        theme = self.context.theme
        self.find_button = button(theme, "", "normal", "search", self.focus_search)
        self.receipt_button = button(theme, "", "normal", "plus", self.new_receipt)
        self.import_button = button(theme, "", "normal", "download", self._import)
        self.more_button = icon_button(theme, "chevron-down", "", self._open_more)
        for widget in (self.find_button, self.receipt_button, self.import_button, self.more_button):
            self.header.add(widget)
        go = self.context.navigator.go
        self._ways = {"run": QAction(self), "bank": QAction(self)}
        self._ways["run"].triggered.connect(lambda _on=False: go("reminders", tab="run"))
        self._ways["bank"].triggered.connect(lambda _on=False: go("bank", tab="lines"))

    def _build_layout(self) -> None:
        theme = self.context.theme
        self._row = QGridLayout()
        self._row.setSpacing(theme.space("m"))
        for place, tile in enumerate(self.tiles.values()):
            self._row.addWidget(tile, 0, place)
            self._row.setColumnStretch(place, 1)
        self.strip_card.add_action(self.board_button)
        self.strip_card.body.addWidget(self.strip)
        self._below.addWidget(self._hold[0], 68)
        self._below.addWidget(self._hold[1], 32)
        self.content.addWidget(self.message)
        self.content.addLayout(self._row)
        self.content.addWidget(self.strip_card)
        self.content.addLayout(self._below, 1)

    def _connect(self) -> None:
        for tile in self.tiles.values():
            tile.opened.connect(self._open_rows)
            tile.menu_asked.connect(self._open_tile)
        self.strip.chosen.connect(self._open_bucket)

    @cached_property
    def card(self) -> WorkCard:
        """The work list, made once the frame stands."""
        from app.ui.pages.today.work_list import WorkCard  # noqa: PLC0415 - see above

        made = WorkCard(self.context)
        made.ran.connect(self.run_step)
        made.postponed.connect(self.postpone)
        made.finished.connect(self.finish)
        made.wanted_import.connect(self._import)
        return made

    @cached_property
    def forecast_card(self) -> ForecastCard:
        """The forecast, made once the frame stands."""
        from app.ui.pages.today.forecast_card import ForecastCard  # noqa: PLC0415 - see above

        made = ForecastCard(self.context)
        made.wanted_data.connect(self.show_data)
        return made

    @cached_property
    def steps(self) -> NextSteps:
        """The next steps, made at the first of them."""
        from app.ui.pages.today.next_step import NextSteps  # noqa: PLC0415 - see above

        return NextSteps(self.context, self)

    # -- Page -----------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The company's day."""
        return self.context.company.clock.today()

    def open(self, params: Mapping[str, object]) -> None:
        """Show the day; what moved since the last visit is read again."""
        del params
        if self._board is not None and self._board.query.as_of != self.today:
            self._stale = True
        if self._stale:
            self._reload()
        elif not self._filled:
            self._later.start()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what a change may have moved: the list alone after a mark, else everything."""
        if not change.touched.keys() - _QUIET:
            return
        if not change.touched.keys() - _MARKS:
            self._filled = False
            if self.isVisible():
                self._ask_list(then=None)
            return
        self._stale, self._filled = True, False
        if self.isVisible():
            self._reload()

    def status(self) -> str:
        """The as-of day, and how much there is to do."""
        if self._list is None:
            return ""
        formats = self.context.formats
        as_of = say("aging.as_of", formats.lang, day=formats.day(self._list.as_of))
        waiting = self.tr("%n to do", "", len(self._list.items))
        return f"{as_of} • {waiting}"

    def focus_search(self) -> None:
        """Ctrl+F: find a customer or an invoice anywhere."""
        opener: Callable[[], None] | None = getattr(self.window(), "open_palette", None)
        if opener is not None:
            opener()

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the current item."""
        item = self.card.current() if self._made else None
        if item is None or not item.customer_id:
            return False
        self.context.navigator.bring("reminders", customer_id=item.customer_id)
        return True

    def regions(self) -> Sequence[QWidget]:
        """Header, tiles, strip, list, chart."""
        below = [self.card.table, self.forecast_card] if self._made else []
        return (self.header, self.tiles[KEYS[0]], self.strip, *below)

    def actions_of_page(self) -> Sequence[QAction]:
        """A reminder run, a bank statement, and what the list does: for the menu and the palette."""
        return (*self._ways.values(), *(self.card.actions_of_list() if self._made else ()))

    def hideEvent(self, event: QHideEvent) -> None:
        """What is still being asked for is no longer wanted: other pages need the worker."""
        super().hideEvent(event)
        self._later.stop()
        for key in ("today.list", "today.kpis", "today.forecast", "today.grades"):
            self.context.runner.supersede(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list comes before the strip."""
        super().resizeEvent(event)
        low = self.window().height() < _SHORT
        self.strip_card.setVisible(not low)

    # -- reading --------------------------------------------------------------------------------

    def _reload(self) -> None:
        company, day = self.context.company, self.today
        self._stale = False

        def work(control: Control) -> AgingBoard:
            limits = company.company.get().bucket_limits
            return company.aging.board(AgingQuery(day, limits=limits, in_base=True), control=control)

        self.context.runner.database(work, self._show_board, owner=self, key="today.board")

    def _show_board(self, board: AgingBoard) -> None:
        from app.ui.pages.customers.guard import guard  # noqa: PLC0415 - with the first figures

        guard(self.context, self.receipt_button, duty=Duty.BOOK)
        self._board = board
        self._say_board()
        self._filled = False
        if self.isVisible():
            self._later.start()

    def _fill(self) -> None:
        """The list first, then the figures, then the forecast."""
        if not self._made:
            self._put_cards()
        self._ask_list(then=self._ask_kpis)

    @property
    def _made(self) -> bool:
        """Whether the cards stand in their places; whoever asks for one earlier only makes it."""
        return not self._hold

    def _put_cards(self) -> None:
        for place, made in enumerate((self.card, self.forecast_card)):
            self._below.replaceWidget(self._hold[place], made)
            self._hold[place].deleteLater()
        self._hold.clear()

    def _ask_list(self, then: Callable[[], None] | None) -> None:
        work, day = self.context.company, self.today

        def done(found: WorkList) -> None:
            self._show_list(found)
            if then is not None:
                then()
            else:
                self._filled = True
                self.card.ask_grades()

        if not self._made:
            self._put_cards()
        self.card.table.loading.start()
        self.context.runner.database(
            lambda control: work.work.agenda(day, control),
            done,
            failed=self._failed,
            owner=self,
            label="work.gathering",
            key="today.list",
        )

    def _ask_kpis(self) -> None:
        company, day = self.context.company, self.today
        self.context.runner.database(
            lambda control: company.work.kpis(day, control),
            self._show_kpis,
            failed=self._failed,
            owner=self,
            label="work.figures",
            key="today.kpis",
        )

    def _ask_forecast(self) -> None:
        company, day = self.context.company, self.today
        self.context.runner.database(
            lambda control: company.work.forecast(day, control),
            self._show_forecast,
            failed=self._failed,
            owner=self,
            label="work.forecasting",
            key="today.forecast",
        )

    def _failed(self, error: Exception) -> None:
        self.card.table.loading.stop()
        self.context.notices.error(error)

    # -- showing --------------------------------------------------------------------------------

    def _say_board(self) -> None:
        board, formats = self._board, self.context.formats
        if board is None:
            return
        self.strip.set_segments(strip_segments(board, formats))
        total = next(iter(board.totals), None)
        balance, overdue = (total.balance, total.overdue) if total else (0, 0)
        debits = sum(total.buckets) if total else 0
        base = total.currency if total else board.base
        note = self.tr("Total {total}, of it overdue {overdue}").format(
            total=formats.money(debits, base, whole=True), overdue=formats.money(overdue, base, whole=True)
        )
        if debits != balance:
            credit = formats.money(debits - balance, base, whole=True)
            note = self.tr("{note}; less {credit} on account").format(note=note, credit=credit)
        self.strip_card.set_title(self.tr("Receivables aging"), note)
        if not self._kpis:
            self.tiles["receivables"].set_plain(formats.money(balance, base, whole=True))
            share = formats.percent(overdue, debits).removesuffix("%")
            self.tiles["overdue_rate"].set_plain(share, "" if debits == 0 else "%")
            for key in ("dso", "promises_kept"):
                self.tiles[key].set_plain("…")

    def _show_list(self, found: WorkList) -> None:
        self._list = found
        self.card.table.loading.stop()
        board = self._board
        self.card.show_list(found, board.base if board else "", bare=board is not None and not board.rows)
        self._take_keyboard()
        self.counted.emit(len(found.items))
        self._say_data()
        self.status_changed.emit(self.status())

    def _take_keyboard(self) -> None:
        """The list has the keyboard once it stands, unless somebody is typing elsewhere by now."""
        if self._taken or not self.isVisible():
            return
        self._taken = True
        held = QApplication.focusWidget()
        if held is None or (held.window() is self.window() and not self.isAncestorOf(held)):
            self.card.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_data(self) -> None:
        """An amber strip while the figures are old."""
        item = self._list.data if self._list is not None else None
        if item is None:
            self.message.hide()
            return
        from app.ui.pages.today.columns import reason_of  # noqa: PLC0415 - the list's, loaded with it

        text = reason_of(item, self.context.formats)
        self.message.say("warn", text, actions=[(self.tr("Import data"), self._import)])

    def _show_kpis(self, kpis: tuple[Kpi, ...]) -> None:
        self._kpis = kpis
        for kpi in kpis:
            self.tiles[kpi.key].show_kpi(kpi, self.context.formats)
        self._ask_forecast()

    def _show_forecast(self, forecast: Forecast) -> None:
        self.forecast_card.show_forecast(forecast)
        self._filled = True
        self.card.ask_grades()

    # -- what the user does ---------------------------------------------------------------------

    def run_step(self, item: WorkItem) -> None:
        """The next step of an item."""
        self.steps.run(item)

    def postpone(self, item: WorkItem) -> None:
        """Ask for the day on which the item comes back."""
        if self._refused():
            return
        from app.ui.pages.today.columns import name_of, reason_of  # noqa: PLC0415 - the list's
        from app.ui.pages.today.postpone import PostponeDialog  # noqa: PLC0415 - at its first use

        formats = self.context.formats
        about = " · ".join(filter(None, (name_of(item, formats.lang), reason_of(item, formats))))
        PostponeDialog(self.context, item.key, about, self).open()

    def finish(self, item: WorkItem) -> None:
        """The item is done; the toast offers to take that back, and so does Ctrl+Z."""
        if self._refused():
            return
        work, day = self.context.company, self.today
        self.context.runner.database(
            lambda _control: work.work.done(item.key, day), self.context.notices.done, owner=self
        )

    def _refused(self, duty: Duty = Duty.LOG) -> bool:
        """Say why it cannot be done: the file is for reading only, or it is somebody else's duty."""
        from app.ui.pages.customers.guard import reason  # noqa: PLC0415 - at its first use

        if why := reason(self.context, duty):
            self.context.notices.toast(why)
        return bool(why)

    def new_receipt(self) -> None:
        """Enter money that came."""
        if self._refused(Duty.BOOK):
            return
        from app.ui.pages.customers.entries import Entries  # noqa: PLC0415 - at its first use

        self._entries = Entries(self.context, self)
        self._entries.new_receipt()

    def ask_target(self, key: str) -> None:
        """Ask for the target of a key figure."""
        kpi = next((one for one in self._kpis if one.key == key), None)
        if kpi is not None:
            from app.ui.pages.today.targets import TargetDialog  # noqa: PLC0415 - at its first use

            TargetDialog(self.context, kpi, self.tiles[key].name, self).open()

    def _open_tile(self, key: str, at: QPoint) -> None:
        """What can be done with a key figure."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - at its first use

        from app.ui.help.topics import explaining  # noqa: PLC0415 - as above

        tile = self.tiles[key]
        menu = QMenu(tile)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rows behind it")).triggered.connect(lambda: self._open_rows(key))
        explaining(menu, tile, tile.help_topic)
        menu.addAction(self.tr("Set target…")).triggered.connect(lambda: self.ask_target(key))
        menu.popup(at)

    def _open_more(self) -> None:
        """A reminder run, a bank statement, or a target of a key figure."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - at its first use

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._ways.values()))
        targets = menu.addMenu(self.tr("Targets"))
        for key, tile in self.tiles.items():
            targets.addAction(tile.name).triggered.connect(lambda _on=False, key=key: self.ask_target(key))
        targets.setEnabled(bool(self._kpis))
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def show_data(self) -> None:
        """The forecast as a table."""
        forecast = self.forecast_card.forecast
        if forecast is not None:
            from app.ui.pages.today.forecast_data import ForecastData  # noqa: PLC0415 - at its first use

            ForecastData(self.context, forecast, self).open()

    def _import(self) -> None:
        self.context.navigator.go("importing")

    def _open_board(self) -> None:
        self.context.navigator.go("aging", scope="all")

    def _open_bucket(self, bucket: int) -> None:
        self.strip.set_filtered(-1)
        self.context.navigator.go("aging", bucket=bucket)

    def _open_rows(self, key: str) -> None:
        """A figure's formula and rows on the health check, for the days the tile looks at."""
        if key == "receivables":
            self.context.navigator.go("aging", scope="all")
            return
        from app.ui.pages.today.measured import measured  # noqa: PLC0415 - at its first use

        self.context.navigator.go("health", **measured(key, self.today))

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every text of the page in the language in force."""
        locale, day = self.context.language.locale, self.today
        weekday = locale.dayName(day.isoweekday())
        self.header.set_title(self.tr("Today"), f"{self.context.formats.day_in_text(day)} {weekday}")
        find = self.tr("Find customer or invoice")
        self.find_button.setText(f"{find}   Ctrl+F")
        self.receipt_button.setText(self.tr("Enter receipt"))
        self.import_button.setText(self.tr("Import data"))
        set_name(self.more_button, self.tr("More"))
        self._ways["run"].setText(self.tr("Reminder run"))
        self._ways["bank"].setText(self.tr("Bank statement"))
        self.board_button.setText(self.tr("Open the board →"))
        if self._board is None:
            self.strip_card.set_title(self.tr("Receivables aging"))
        for tile in self.tiles.values():
            tile.set_name()
        self._say_board()
        for kpi in self._kpis:
            self.tiles[kpi.key].show_kpi(kpi, self.context.formats)
        if self._list is not None:
            self._say_data()
            self.status_changed.emit(self.status())

"""Reviews of credit: which are overdue, due and to come, as a list and as a month."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.review import ReviewReason
from app.services.work_sources.reviews import review_key
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.exporting import export_menu
from app.ui.pages.watch.review_calendar import ReviewCalendar, month_of
from app.ui.pages.watch.review_columns import (
    ALL,
    COMING,
    DUE,
    NEVER,
    OVERDUE,
    left_words,
    review_columns,
    scope_of,
    why,
)
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button, icon_button, set_name
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.services.ports import Control
    from app.services.watch_views import ReviewView
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.tabbed import TabbedPage

LIST, MONTH = "list", "month"
_AHEAD = timedelta(400)
_ANY = ""
_SIDE = 320


class _Read(NamedTuple):
    """Reviews up to a year ahead, and the month to bring in with the day the ledger reaches."""

    views: list[ReviewView]
    month: tuple[date, date] | None


class ReviewsPanel(TabPanel):
    """``dialog`` is the one now open; ``open(customer_id=…)`` looks for a customer."""

    moves = frozenset(
        {"stored_assessment", "credit_limit", "grade_override", "external_event", "document", "work_mark"}
        | {"customer", "setting", "bank_statement"}
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.views: list[ReviewView] = []
        self.month: tuple[date, date] | None = None
        self.dialog: FormDialog | None = None
        self._today = context.company.clock.today()
        self._chosen = False
        theme = context.theme
        self.scope, self.look = Segmented(), Segmented()
        self.reason = Choice([(_ANY, "")])
        self.search = SearchField(theme)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.later_button = button(theme, "", "normal", "clock", self.postpone)
        self.score_button = button(theme, "", "primary", "gauge", self.score)
        self.reminder = MessageStrip(theme)
        self.table = DataTable(theme, "watch.reviews", context.preferences, empty_icon="calendar-check")
        self.model: RowTable[ReviewView] = RowTable(
            review_columns(context.formats, self._today),
            context.runner,
            lambda view: view.due.customer_id,
            parent=self,
        )
        self.table.set_model(self.model)
        self.calendar = ReviewCalendar(theme, lambda: context.language.locale)
        self.calendar.words = self._day_words
        self._score_action = QAction(self)
        self._score_action.triggered.connect(lambda _on=False: self.score())
        self._make_month()
        self._lay_out()
        self._connect()

    def _make_month(self) -> None:
        theme = self.context.theme
        self.month_card, self.day_card = Card(theme, " "), Card(theme, " ", padded=False)
        self.earlier = icon_button(theme, "chevron-left", "", lambda: self._by_month(-1))
        self.today_button = button(theme, "", "quiet", run=self._to_today, small=True)
        self.later = icon_button(theme, "chevron-right", "", lambda: self._by_month(1))
        for widget in (self.earlier, self.today_button, self.later):
            self.month_card.add_action(widget)
        self.month_card.body.addWidget(self.calendar, 1)
        self.day_list = LineList(theme)
        self.nobody = label("", "body", "secondary", wrap=True)
        self.nobody.setContentsMargins(16, 4, 16, 0)
        self.day_card.body.addWidget(self.nobody)
        self.day_card.body.addWidget(self.day_list)
        self.day_card.body.addStretch(1)
        self.day_card.setFixedWidth(_SIDE)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.look)
        filters.addWidget(self.scope)
        filters.addWidget(self.reason)
        filters.addWidget(self.search, 1)
        month = QWidget()
        beside = QHBoxLayout(month)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self.month_card, 1)
        beside.addWidget(self.day_card)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(month)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.reminder)
        layout.addWidget(self.stack, 1)
        for widget in (self.export_button, self.later_button, self.score_button):
            self.host.header.add(widget)

    def _connect(self) -> None:
        self.look.chosen.connect(self._on_look)
        self.scope.chosen.connect(self._narrow)
        self.reason.activated.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(lambda _row: self.score())
        self.table.current_changed.connect(self._on_current)
        self.table.clear_filter.connect(self._clear)
        self.calendar.day_chosen.connect(self._write_day)
        self.calendar.opened.connect(lambda _day: self._to_day())
        self.day_list.opened.connect(lambda _row: self.score())
        selection = self.day_list.selectionModel()
        selection.currentChanged.connect(lambda _now, _before: self._on_current())

    # -- asking ---------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show those of a scope, or look for a customer among all reviews."""
        customer_id, scope = params.get("customer_id"), str(params.get("scope", ""))
        if scope in {OVERDUE, DUE, COMING, NEVER, ALL}:
            self.look.set_current(LIST)
            self._on_look(LIST)
            self.scope.set_current(scope)
            self._chosen = True
            self._narrow()
        if isinstance(customer_id, int) and customer_id:
            self.look.set_current(LIST)
            self._on_look(LIST)
            self.scope.set_current(ALL)
            self._narrow()
            self.table.view.select_id(customer_id)

    def read(self) -> None:
        """Read what is due up to a year ahead."""
        session = self.context.company

        def work(_control: Control) -> _Read:
            day = session.clock.today()
            return _Read(session.watch.reviews(day, day + _AHEAD), session.watch.month_wanted(day))

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="watch.reviews")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, found: _Read) -> None:
        self.table.loading.stop()
        first, self._chosen = not self._chosen, True
        self._today = self.context.company.clock.today()
        self.views, self.month = found
        counts = Counter(scope_of(view, self._today) for view in self.views)
        if first and self.scope.current == OVERDUE and not counts[OVERDUE]:
            self.scope.set_current(DUE if counts[DUE] else COMING)
        self.model.set_columns(review_columns(self.context.formats, self._today))
        self.model.set_rows(self.views)
        self._say_month()
        self._narrow()

    def _matching(self) -> list[ReviewView]:
        """By reason and text, of every scope."""
        reason, text, lang = str(self.reason.value), self.search.text().strip().casefold(), self._lang

        def keeps(view: ReviewView) -> bool:
            called = view.customer
            words = f"{called.name} {called.name_en} {called.code} {why(view, lang)}"
            return reason in {_ANY, view.due.reason.value} and (not text or text in words.casefold())

        return [view for view in self.views if keeps(view)]

    def _narrow(self, *_: object) -> None:
        scope, today = self.scope.current, self._today
        kept = self._matching()
        ids = {id(view) for view in kept if scope in {ALL, scope_of(view, today)}}
        self.model.set_filter(lambda view: id(view) in ids)
        self._say_scopes(Counter(scope_of(view, today) for view in kept))
        self._say_empty()
        by_day: dict[date, list[tuple[str, str]]] = defaultdict(list)
        for view in kept:
            if view.due.reason is not ReviewReason.NEVER:
                grade = view.due.grade.value if view.due.grade else ""
                by_day[view.due.due_on].append((self._name(view), grade))
        self.calendar.show_reviews(by_day, today)
        self._write_day()
        self.host.tell_status()

    def _say_scopes(self, counts: Counter[str]) -> None:
        formats = self.context.formats
        names = [
            (OVERDUE, self.tr("Overdue")),
            (DUE, self.tr("This week")),
            (COMING, self.tr("To come")),
            (NEVER, self.tr("Never assessed")),
            (ALL, self.tr("All")),
        ]
        self.scope.set_choices(
            [(key, f"{name} {formats.count(counts[key])}" if counts[key] else name) for key, name in names]
        )

    def _say_month(self) -> None:
        if self.month is None:
            self.reminder.hide()
            return
        wanted, newest = self.month
        text = say(
            "work.review.month",
            self._lang,
            month=f"{wanted:%Y-%m}",
            on=self.context.formats.day_in_text(newest),
        )
        bring = (self.tr("Import data"), lambda: self.context.navigator.go("importing"))
        self.reminder.say("warn", text, actions=[bring], closable=False)

    def _say_empty(self) -> None:
        if self.search.text().strip() or self.reason.value != _ANY:
            self.table.say_empty(self.tr("No review matches."), self.tr("Clear filters"))
        elif not self.views:
            self.table.say_empty(
                self.tr("Nobody has credit, an assessment or a debt yet."), self.tr("Open the customers")
            )
        else:
            self.table.say_empty(self.tr("No review stands here."), self.tr("Show all"))

    def _clear(self) -> None:
        if not self.views:
            self.context.navigator.go("customers")
            return
        self.search.clear()
        self.reason.choose(_ANY)
        self.scope.set_current(ALL)
        self._narrow()

    # -- the month ------------------------------------------------------------------------------

    def _on_look(self, key: str) -> None:
        self.stack.setCurrentIndex(int(key == MONTH))
        self.scope.setEnabled(key == LIST)
        self._on_current()
        if key == MONTH:
            self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _by_month(self, by: int) -> None:
        self.calendar.choose(month_of(self.calendar.day, by))

    def _to_today(self) -> None:
        self.calendar.choose(self._today)

    def _to_day(self) -> None:
        if self.day_list.lines:
            self.day_list.choose(self.day_list.lines[0].id)
            self.day_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day_words(self, day: date, count: int) -> str:
        return self.tr("{day}: {reviews}").format(
            day=self.context.formats.day_in_text(day), reviews=self.tr("%n review(s)", "", count)
        )

    def _write_day(self, *_: object) -> None:
        day, formats = self.calendar.day, self.context.formats
        if day == date.min:
            return
        locale = self.context.language.locale
        month = (
            f"{day.year} 年 {day.month} 月"
            if self._lang == "zh"
            else f"{locale.monthName(day.month)} {day.year}"
        )
        views = [
            view
            for view in self._matching()
            if view.due.due_on == day and view.due.reason is not ReviewReason.NEVER
        ]
        inside = sum(
            (view.due.due_on.year, view.due.due_on.month) == (day.year, day.month)
            and view.due.reason is not ReviewReason.NEVER
            for view in self._matching()
        )
        self.month_card.set_title(month, self.tr("%n review(s)", "", inside))
        self.day_card.set_title(formats.day_in_text(day), self.tr("%n review(s)", "", len(views)))
        lines = []
        for view in views:
            text, tone = left_words(view, self._today, self._lang)
            lines.append(Line(view.due.customer_id, "", self._name(view), why(view, self._lang), text, tone))
        self.day_list.show_lines(lines)
        self.day_list.setVisible(bool(lines))
        self.nobody.setText(self.tr("No review falls on this day."))
        self.nobody.setVisible(not lines)
        self._on_current()

    # -- one review -----------------------------------------------------------------------------

    def current(self) -> ReviewView | None:
        """The review the keyboard is on."""
        month = self.look.current == MONTH
        wanted = self.day_list.current_id() if month else self.table.view.current_id()
        return next((view for view in self.views if view.due.customer_id == wanted), None)

    def _on_current(self, *_: object) -> None:
        view = self.current()
        never = view is not None and view.due.reason is ReviewReason.NEVER
        self.score_button.setEnabled(view is not None)
        self._score_action.setEnabled(view is not None)
        guard(self.context, self.later_button, able=view is not None and not never)

    def score(self) -> None:
        """To the scoring of the customer."""
        if (view := self.current()) is not None:
            self.context.navigator.go("scoring", customer_id=view.due.customer_id)

    def postpone(self) -> None:
        """Ask until when the review is put off; on Today it is put off too."""
        from app.ui.pages.today.postpone import PostponeDialog  # noqa: PLC0415 - at its first use

        view = self.current()
        if view is not None and view.due.reason is not ReviewReason.NEVER and writable(self.context):
            about = f"{self._name(view)} · {why(view, self._lang)}"
            open_for(self, PostponeDialog(self.context, review_key(view.due), about, self))

    def _open_export(self) -> None:
        export_menu(self.exports, self.export_button, self.table, self.model, self.tr("Reviews"))

    # -- TabPanel -------------------------------------------------------------------------------

    @property
    def _lang(self) -> str:
        return self.context.formats.lang

    def _name(self, view: ReviewView) -> str:
        return self.context.formats.name(view.customer.name, view.customer.name_en)

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """Scoring again."""
        return (self._score_action,)

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the review the keyboard is on."""
        if (view := self.current()) is None:
            return False
        self.context.navigator.go("reminders", customer_id=view.due.customer_id)
        return True

    def status(self) -> str:
        """How many are shown."""
        return self.tr("%n review(s)", "", self.model.rowCount())

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        self.export_button.show()
        self.later_button.show()
        self.score_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.later_button.hide()
        self.score_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.look.set_choices([(LIST, self.tr("List")), (MONTH, self.tr("Calendar"))])
        self.look.setAccessibleName(self.tr("How to look at the reviews"))
        self.scope.setAccessibleName(self.tr("Which reviews"))
        reasons = [(each.value, say(f"review_reason.{each}", self._lang)) for each in ReviewReason]
        self.reason.set_pairs([(_ANY, self.tr("Every reason")), *reasons], self.reason.value)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.search.set_placeholder(self.tr("Customer or reason"))
        self.export_button.setText(self.tr("Export"))
        self.later_button.setText(self.tr("Postpone…"))
        self.score_button.setText(self.tr("Score again"))
        self._score_action.setText(self.tr("Score the customer of the review again"))
        self.today_button.setText(self.tr("Today"))
        set_name(self.earlier, self.tr("Month before (PageUp)"))
        set_name(self.later, self.tr("Next month (PageDown)"))
        self.table.view.setAccessibleName(self.tr("Reviews"))
        self.calendar.setAccessibleName(self.tr("Reviews by day"))
        self.day_list.setAccessibleName(self.tr("Reviews of the day"))
        self.model.set_columns(review_columns(self.context.formats, self._today))
        self._say_month()
        self._narrow()
        self._on_current()

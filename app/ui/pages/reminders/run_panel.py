"""The run of a day: who would be written to, who not and why, and making the drafts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.reminders.run_columns import letter_columns, letter_key, skipped_columns
from app.ui.pages.reminders.skipped import ReasonChoice
from app.ui.pages.reminders.words import problem_words, sentences
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from datetime import date

    from app.domain.dunning_run import (
        AccountKey,
        DunningProposal,
        Freshness,
        ProposedLetter,
        SkippedItem,
    )
    from app.services.dunning_views import RunResult
    from app.services.ports import Control
    from app.ui.context import PageContext

_OLD_DAYS = 7
"""Receipts older than this are said in amber, as on the first page."""
LETTERS, SKIPPED = "letters", "skipped"


class _Read(NamedTuple):
    """A run, the base currency, how often each reason occurs, and the places of what is passed over."""

    proposal: DunningProposal
    base: str
    counts: Counter[str]
    numbers: dict[int, int]


class RunPanel(Retranslated):
    """``opened`` carries a proposed letter to look at, ``drafted`` the ids of the drafts made."""

    opened = Signal(object)
    shown = Signal()
    drafted = Signal(object)
    checks_changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.proposal: DunningProposal | None = None
        self.left_out: set[AccountKey] = set()
        self._base = "CNY"
        self._numbers: dict[int, int] = {}
        self._counts: Counter[str] = Counter()
        self._filling = False
        theme = context.theme
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.view = Segmented()
        self.reasons = ReasonChoice(context.formats)
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.freshness = MessageStrip(theme)
        self.message = MessageStrip(theme)
        self._make_tables()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_tables(self) -> None:
        context, theme = self.context, self.context.theme
        self.table = DataTable(theme, "reminders.run", context.preferences, empty_icon="mail")
        self.model: RowTable[ProposedLetter] = RowTable(
            letter_columns(context.formats, self._base),
            context.runner,
            letter_key,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.model)
        self.table.view.checks_stay = True
        self.skipped = DataTable(theme, "reminders.skipped", context.preferences, empty_icon="check")
        self.others: RowTable[SkippedItem] = RowTable(
            skipped_columns(context.formats), context.runner, self._number_of, parent=self
        )
        self.skipped.set_model(self.others)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.skipped)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.as_of)
        filters.addWidget(self.view)
        filters.addWidget(self.reasons)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.columns_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.freshness)
        layout.addWidget(self.message)
        layout.addWidget(self.stack, 1)
        self.reasons.hide()

    def _connect(self) -> None:
        self.as_of.changed.connect(self.read)
        self.view.chosen.connect(self._on_view)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self._focus_table)
        self.reasons.chosen.connect(self._narrow)
        self.table.opened.connect(self._open)
        self.table.checks_changed.connect(self._on_checks)
        self.table.clear_filter.connect(self._clear)
        self.skipped.opened.connect(self._open_skipped)
        self.skipped.clear_filter.connect(self._clear)

    # -- asking ---------------------------------------------------------------------------------

    def read(self, *_: object) -> None:
        """Ask for the run of the day in the field."""
        session, day = self.context.company, self.as_of.day

        def work(control: Control) -> _Read:
            proposal = session.dunning.preview(day, control=control)
            counts = Counter(item.reason.code for item in proposal.skipped)
            numbers = {id(item): n for n, item in enumerate(proposal.skipped, 1)}
            return _Read(proposal, session.company.get().currency, counts, numbers)

        self.table.loading.start()
        self.skipped.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="reminders.run")

    def set_day(self, day: date) -> None:
        """Look at another day."""
        self.as_of.set_day(day)
        self.read()

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.skipped.loading.stop()
        self.context.notices.error(error)

    def draft(self) -> None:
        """Make drafts of the checked letters."""
        proposal = self.proposal
        if proposal is None or not self.chosen():
            return
        session, left_out = self.context.company, frozenset(self.left_out)

        def work(control: Control) -> RunResult:
            return session.dunning.draft(proposal, left_out, control)

        self.context.runner.database(work, self._on_drafted, failed=self.context.notices.error, owner=self)

    def _on_drafted(self, result: RunResult) -> None:
        self.left_out.clear()
        if result.change.id:
            self.context.notices.done(result.change)
        self.drafted.emit(result.letter_ids)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, found: _Read) -> None:
        self.proposal, self._base, self._counts, self._numbers = found
        self.table.loading.stop()
        self.skipped.loading.stop()
        known = {letter.key for letter in self.proposal.letters}
        self.left_out &= known
        self._fill()
        self.shown.emit()

    def _fill(self) -> None:
        proposal = self.proposal
        if proposal is None:
            return
        self._filling = True
        self.model.set_columns(letter_columns(self.context.formats, self._base))
        self.model.set_rows(proposal.letters)
        out = {letter_key(each) for each in proposal.letters if each.key in self.left_out}
        every = {letter_key(each) for each in proposal.letters}
        self.model.set_checked(every - out)
        self.model.set_checked(out, on=False)
        self._filling = False
        self.others.set_columns(skipped_columns(self.context.formats))
        self.others.set_rows(proposal.skipped)
        self.reasons.set_counts(self._counts)
        self._narrow()
        self._say_views()
        self._say_freshness(proposal.freshness)
        self._say_refusal(proposal)
        self.checks_changed.emit()

    def _say_views(self) -> None:
        proposal, formats = self.proposal, self.context.formats
        letters = formats.count(len(proposal.letters)) if proposal else ""
        skipped = formats.count(len(proposal.skipped)) if proposal else ""
        first, second = self.tr("Letters"), self.tr("Not chased")
        self.view.set_choices(
            [(LETTERS, f"{first} {letters}".strip()), (SKIPPED, f"{second} {skipped}".strip())]
        )

    def _say_freshness(self, fresh: Freshness) -> None:
        formats = self.context.formats
        if fresh.newest_receipt is None:
            text, tone = (
                self.tr("No receipt is recorded yet. Whoever has paid would be reminded too."),
                "warn",
            )
        else:
            text = self.tr("Receipts are recorded up to {day}.").format(
                day=formats.day_in_text(fresh.newest_receipt)
            )
            tone = "info"
            if fresh.age_days:
                text = self.tr("Receipts are recorded up to {day}, {age} before this run.").format(
                    day=formats.day_in_text(fresh.newest_receipt),
                    age=self.tr("%n day(s)", "", fresh.age_days),
                )
                tone = "warn" if fresh.age_days > _OLD_DAYS else "info"
        actions = [(self.tr("Read a bank statement"), self._go_to_bank)]
        waiting = fresh.unmatched
        if waiting.count:
            sums = " · ".join(formats.money(each.minor, each.currency) for each in waiting.totals)
            more = self.tr("%n receipt(s) from the bank are not matched yet ({sums}).", "", waiting.count)
            text = sentences(formats.lang, text, more.format(sums=sums))
            tone = "warn"
            actions = [(self.tr("Match receipts"), self._go_to_bank)]
        self.freshness.say(tone, text, actions=actions, closable=False)

    def _say_refusal(self, proposal: DunningProposal) -> None:
        if proposal.refusal is None:
            self.message.hide()
            return
        self.message.say("danger", problem_words(proposal.refusal, self.context.formats), closable=False)

    def _go_to_bank(self) -> None:
        self.context.navigator.go("bank")

    # -- rows -----------------------------------------------------------------------------------

    def _on_view(self, key: str) -> None:
        self.stack.setCurrentWidget(self.skipped if key == SKIPPED else self.table)
        self.reasons.setVisible(key == SKIPPED)
        self._say_empty()

    def _narrow(self, *_: object) -> None:
        text = self.search.text().strip().casefold()
        reason = self.reasons.reason

        def named(item: ProposedLetter | SkippedItem) -> bool:
            numbers = getattr(item, "number", "") or " ".join(
                line.number for line in getattr(item, "lines", ())
            )
            code = getattr(item, "customer_code", "")
            return text in f"{item.customer} {item.customer_en} {code} {numbers}".casefold()

        self.model.set_filter(named if text else None)
        if text or reason:
            self.others.set_filter(lambda item: named(item) and reason in {"", item.reason.code})
        else:
            self.others.set_filter(None)
        self._say_empty()

    def _clear(self) -> None:
        if self.search.text().strip() or self.reasons.reason:
            self.search.clear()
            self.reasons.reset()
            self._narrow()
        else:
            self.context.navigator.go("aging")

    def _say_empty(self) -> None:
        if self.search.text().strip() or self.reasons.reason:
            for table in (self.table, self.skipped):
                table.say_empty(self.tr("No customer matches."), self.tr("Clear filters"))
            return
        self.table.say_empty(
            self.tr("Nobody is to be reminded on this day."),
            self.tr("Open the aging board"),
            self.tr("“Not chased” says what is overdue and why no letter is due."),
        )
        self.skipped.say_empty(self.tr("Nothing is passed over."))

    def _open(self, row_id: int) -> None:
        letter = self.letter(row_id)
        if letter is not None:
            self.opened.emit(letter)

    def letter(self, row_id: int) -> ProposedLetter | None:
        """The proposed letter of a row."""
        found = self.proposal.letters if self.proposal is not None else ()
        return next((each for each in found if letter_key(each) == row_id), None)

    def _number_of(self, item: SkippedItem) -> int:
        """The place of an item in the run, from 1."""
        return self._numbers.get(id(item), 0)

    def _open_skipped(self, row_id: int) -> None:
        rows = self.proposal.skipped if self.proposal is not None else ()
        if not 0 < row_id <= len(rows):
            return
        item = rows[row_id - 1]
        if item.document_id is not None:
            self.context.navigator.go("customers", document_id=item.document_id)
        else:
            self.context.navigator.go("customers", customer_id=item.customer_id)

    # -- checks ---------------------------------------------------------------------------------

    def _on_checks(self) -> None:
        if self._filling or self.proposal is None:
            return
        checked = self.model.checked
        self.left_out = {each.key for each in self.proposal.letters if letter_key(each) not in checked}
        self.checks_changed.emit()

    def show_letters(self) -> None:
        """All letters of the run, whatever it was narrowed to."""
        self.search.clear()
        self.view.set_current(LETTERS)
        self._on_view(LETTERS)
        self._narrow()

    def show_skipped(self, customer_id: int) -> None:
        """Why a customer is not written to: its part of what is not chased."""
        name_of = self.context.formats.name
        rows = (each for each in self.others.rows if each.customer_id == customer_id)
        name = next((name_of(each.customer, each.customer_en) for each in rows), "")
        if name:
            self.search.setText(name)
            self.view.set_current(SKIPPED)
            self._on_view(SKIPPED)
            self._narrow()

    def leave(self, letter: ProposedLetter, *, out: bool) -> None:
        """Leave a letter out of the run, or take it in again."""
        self.model.set_checked([letter_key(letter)], on=not out)

    def chosen(self) -> list[ProposedLetter]:
        """The letters that would be drafted."""
        found = self.proposal.letters if self.proposal is not None else ()
        return [each for each in found if each.key not in self.left_out]

    def _focus_table(self) -> None:
        self._table_in_view.setFocus()

    @property
    def _table_in_view(self) -> DataTable:
        return self.skipped if self.view.current == SKIPPED else self.table

    def _open_columns(self) -> None:
        view = self._table_in_view.view
        menu = columns_menu(view, view)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self._say_views()
        self.view.setAccessibleName(self.tr("Which part of the run"))
        self.search.set_placeholder(self.tr("Customer or invoice"))
        self.columns_button.setText(self.tr("Columns"))
        self.table.view.setAccessibleName(self.tr("Letters of the run"))
        self.skipped.view.setAccessibleName(self.tr("Not chased"))
        self._say_empty()
        if self.proposal is not None:
            self._fill()

"""The queue: statement lines that wait for a decision, worked through with single keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.bank import LineState
from app.services.bank_views import BankQueueQuery, BankSort
from app.ui.i18n import Retranslated
from app.ui.models.paged_table import PagedTable
from app.ui.pages.bank.queue_columns import queue_cells, queue_columns
from app.ui.pages.bank.words import own_account, state_name
from app.ui.pages.customers.exporting import TableExports
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.bank import BankAccount
    from app.services.bank import BankService
    from app.services.bank_views import BankLineRow
    from app.services.ports import Control
    from app.ui.context import PageContext

ALL = "all"
_LISTED = (LineState.WAITING, LineState.APPLIED, LineState.UNALLOCATED, LineState.IGNORED)
KEYS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_U: "unallocated",
    Qt.Key.Key_N: "not_customer",
    Qt.Key.Key_R: "returned",
    Qt.Key.Key_Z: "undo",
}
"""Single letters; they act only while the list has the keyboard."""


@dataclass(frozen=True, slots=True)
class QueueSource:
    """Lines that fit a query; both methods run on the database worker."""

    service: BankService
    query: BankQueueQuery

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        """All ids in the order of a column, the latest first by default."""
        del control
        by = sort if sort in set(BankSort) else BankSort.ON
        return self.service.queue(replace(self.query, sort=by, descending=descending if sort else True))

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[BankLineRow]:
        """The rows of these ids."""
        del control
        return self.service.queue_rows(ids)


class QueuePanel(Retranslated):
    """``shown`` carries the current line (0 for none), ``pressed`` what a key asks for it."""

    shown = Signal(int)
    pressed = Signal(str, int)
    bring = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._counts: Mapping[str, int] = {}
        self._accounts: Sequence[BankAccount] = ()
        self._next = -1
        self._wanted = 0
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.account = QComboBox()
        self.export_button = button(theme, icon="table", run=self._open_export)
        self.table = DataTable(theme, "bank.queue", context.preferences, empty_icon="check")
        self.model: PagedTable[BankLineRow] = PagedTable(
            queue_columns(context.formats, LineState.WAITING), context.runner, parent=self
        )
        self.model.sort_by(BankSort.ON, descending=True)
        self.table.set_model(self.model)
        self.table.view.installEventFilter(self)
        self._keys = label("", "caption", "tertiary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.account)
        filters.addWidget(self.export_button)
        self.account.setMaximumWidth(168)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._keys)

    def _connect(self) -> None:
        self.scope.chosen.connect(self.ask)
        self.search.searched.connect(self.ask)
        self.search.down.connect(self.table.view.setFocus)
        self.account.activated.connect(self.ask)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda line_id: self.pressed.emit("open", line_id))
        self.table.clear_filter.connect(self.clear_filters)
        self.model.loaded.connect(self._on_loaded)

    # -- asking ---------------------------------------------------------------------------------

    def query(self) -> BankQueueQuery:
        """Which lines are asked for."""
        scope = self.scope.current
        account = self.account.currentData()
        return BankQueueQuery(
            state="" if scope == ALL else scope,
            account_id=account if isinstance(account, int) and account else None,
            text=self.search.text().strip(),
        )

    def ask(self, *_: object) -> None:
        """Read the list again for the filter in force."""
        self.model.set_columns(queue_columns(self.context.formats, self.query().state))
        self.model.set_source(QueueSource(self.context.company.bank, self.query()))
        self._say_empty()

    def refresh(self) -> None:
        """Read list, counts and accounts again."""
        bank = self.context.company.bank

        def work(_control: Control) -> tuple[Mapping[str, int], Sequence[BankAccount]]:
            return bank.counts(), bank.accounts()

        def done(found: tuple[Mapping[str, int], Sequence[BankAccount]]) -> None:
            self._counts, accounts = found
            self._write_scope()
            self._fill_accounts(accounts)
            self._say_empty()

        self.context.runner.database(work, done, owner=self, key="bank.counts")
        self.ask()

    def show_state(self, state: str) -> None:
        """Show the lines of one state, or all."""
        self.scope.set_current(state)
        self.ask()

    def aim(self, state: str) -> None:
        """The next reading shows this state; all lines where it has no place among the filters yet."""
        listed = state in _LISTED or bool(self._counts.get(state))
        self.scope.set_current(state if listed else ALL)

    def waiting(self) -> int:
        """How many lines wait."""
        return self._counts.get(LineState.WAITING, 0)

    def clear_filters(self) -> None:
        """Show the waiting lines again; where nothing is filtered, bring a statement in."""
        if not self._narrowed():
            self.bring.emit()
            return
        self.search.clear()
        self.account.setCurrentIndex(0)
        self.scope.set_current(ALL)
        self.ask()

    def _narrowed(self) -> bool:
        query = self.query()
        return bool(query.text or query.account_id or (query.state and any(self._counts.values())))

    # -- one after the other --------------------------------------------------------------------

    def advance(self, line_id: int) -> None:
        """A line was decided: when the list comes anew, the one after it is current."""
        ids = list(self.model.ids())
        self._next = ids.index(line_id) if line_id in ids else -1
        self._wanted = 0

    def come_back(self, line_id: int) -> None:
        """A decision was taken back: its line is current again when the list comes anew."""
        self._wanted, self._next = line_id, -1

    def _on_loaded(self) -> None:
        """Keep a line current: the one asked for, the same as before, the one after, else the first."""
        view, count = self.table.view, self.model.rowCount()
        wanted, after = self._wanted, max(0, self._next)
        self._wanted, self._next = 0, -1
        if wanted and not view.select_id(wanted) and self.scope.current != ALL:
            self._wanted = wanted  # it is in another state than those listed
            self.show_state(ALL)
        elif not count:
            self.shown.emit(0)
        elif view.current_id():
            self.shown.emit(view.current_id())
        else:
            view.select_id(self.model.id_at(min(after, count - 1)))

    def _on_current(self, line_id: int) -> None:
        if line_id:
            self.shown.emit(line_id)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Single letters decide the current line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        asked = KEYS.get(Qt.Key(event.key())) if plain else None
        if asked is None:
            return False
        if not event.isAutoRepeat():
            self.pressed.emit(asked, self.table.view.current_id())
        return True

    # -- export ----------------------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        source = QueueSource(self.context.company.bank, self.query())
        words = [self.scope.text]
        if text := self.search.text().strip():
            words.append(self.tr("search: {text}").format(text=text))
        exports.table(
            self.table.view,
            list(self.model.ids()),
            source.rows,
            queue_cells(self.context.formats),
            self.tr("Bank receipts"),
            file_format,
            [" · ".join(words)],
        )

    # -- words ----------------------------------------------------------------------------------

    def _fill_accounts(self, accounts: Sequence[BankAccount]) -> None:
        chosen = self.account.currentData()
        self._accounts = accounts
        self.account.clear()
        self.account.addItem(self.tr("All accounts"), 0)
        for each in accounts:
            self.account.addItem(own_account(each.name, each.number), each.id)
        self.account.setCurrentIndex(max(0, self.account.findData(chosen)))
        self.account.setVisible(len(accounts) > 1)

    def _write_scope(self) -> None:
        waiting, formats = self.waiting(), self.context.formats
        count = f" {formats.count(waiting)}" if waiting else ""
        choices = [(LineState.WAITING.value, f"{state_name(LineState.WAITING, formats)}{count}")]
        choices += [(each.value, state_name(each, formats)) for each in _LISTED[1:]]
        if self._counts.get(LineState.RETURNED) or self.scope.current == LineState.RETURNED:
            choices.append((LineState.RETURNED.value, state_name(LineState.RETURNED, formats)))
        self.scope.set_choices([*choices, (ALL, self.tr("All"))])

    def _say_empty(self) -> None:
        if not any(self._counts.values()) and not self.query().text:
            self.table.say_empty(
                self.tr("No bank statement was taken in yet."),
                self.tr("Bring in a statement"),
                self.tr("Its lines are matched with open invoices; what is not certain waits here."),
            )
        elif self.query().state == LineState.WAITING and not self.query().text:
            self.table.say_empty(self.tr("Nothing waits: every line is decided."), self.tr("Show all lines"))
        else:
            self.table.say_empty(self.tr("No line matches."), self.tr("Show all lines"))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.scope.setAccessibleName(self.tr("Which lines"))
        self.account.setAccessibleName(self.tr("Our account"))
        self.table.view.setAccessibleName(self.tr("Statement lines"))
        self.search.set_placeholder(self.tr("Payer, text or reference"))
        self.export_button.setText(self.tr("Export"))
        self._keys.setText(
            self.tr("Enter or A accept · S split · U on account · N not a customer · R returned · Z undo")
        )
        self._write_scope()
        self._fill_accounts(self._accounts)
        self._say_empty()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())

"""The drawer of the board: the open items behind a row or a cell, and what happened lately."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.domain.aging import Grouping
from app.domain.document import DocumentKind
from app.domain.duty import Duty
from app.ui.models.columns import Cell, Column, amount_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.aging import AgingBoard, AgingRow, OpenItem
    from app.services.aging import AgingFilter, Event
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.aging.insured import BoardCover
    from app.ui.widgets.drawer import Drawer

_EVENTS, _ROWS_SHOWN = 8, 9
_INSTALMENT_SPAN = 1000
_NARROW = {"zh": (44, 72), "en": (56, 62)}
"""Least widths of the due day and the status in pixels: an item must fit into the drawer."""


class AgingDetail(QObject):
    """Fills the drawer for one row; every figure in it is the sum of the items listed."""

    def __init__(
        self, context: PageContext, drawer: Drawer, statement: Callable[[int], None], cover: BoardCover
    ) -> None:
        super().__init__(drawer)
        self._cover = cover
        self._context = context
        self._drawer = drawer
        self._statement = statement
        self._board: AgingBoard | None = None
        self._row: AgingRow | None = None
        self._filter: AgingFilter | None = None
        self._bucket = -1
        self._items: Sequence[OpenItem] = ()
        self._events: Sequence[Event] = ()
        self._build()

    def _build(self) -> None:
        theme = self._context.theme
        self.figures = Figures(theme)
        self._items_title = label("", "section")
        self._all_items = button(theme, "", "link", run=lambda: self._choose(-1))
        self.items = DataTable(
            theme, "aging.items", self._context.preferences, framed=False, pad=4, empty_icon="file-text"
        )
        self._model: RowTable[OpenItem] = RowTable(
            self._columns(), self._context.runner, _item_key, parent=self.items
        )
        self.items.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.set_model(self._model)
        self._model.modelReset.connect(self._fit_items)
        self.items.opened.connect(self._open_item)
        self.items.view.extra_actions = self._item_actions
        self._events_title = label("", "section")
        self._all_events = button(theme, "", "link", run=self._open_customer)
        self._events_grid = QGridLayout()
        self._events_grid.setContentsMargins(0, 0, 0, 0)
        self._events_grid.setVerticalSpacing(8)
        self._events_grid.setHorizontalSpacing(10)
        self._events_grid.setColumnStretch(2, 1)
        body = self._drawer.body
        body.addWidget(self.figures)
        body.addLayout(_pair(self._items_title, self._all_items))
        body.addWidget(self.items)
        body.addSpacing(4)
        body.addLayout(_pair(self._events_title, self._all_events))
        body.addLayout(self._events_grid)
        body.addStretch(1)
        self._file = button(theme, "", "primary", "building-2", self._open_customer)
        self._paper = button(theme, "", "normal", "file-text", self._print)
        self._letter = button(theme, "", "normal", "mail", self._write_letter)
        foot = SharedRow()
        foot.addWidget(self._paper)
        foot.addWidget(self._letter)
        self._drawer.footer.addWidget(self._file)
        self._drawer.footer.addLayout(foot)

    @property
    def is_open(self) -> bool:
        """Whether the drawer is shown."""
        return self._drawer.is_open

    # -- asking ---------------------------------------------------------------------------------

    def show_row(self, board: AgingBoard, row: AgingRow, wanted: AgingFilter, bucket: int = -1) -> None:
        """Open the drawer on a row; with ``bucket`` on the items of one cell only."""
        self._board, self._row, self._filter, self._bucket = board, row, wanted, bucket
        self._drawer.open_drawer()
        self._write()
        self._load()

    def refresh(self, board: AgingBoard, wanted: AgingFilter) -> None:
        """The board was read again: show the same row as it is now, or close if it is gone."""
        before = self._row
        now = None
        if before is not None:
            same = (each for each in board.rows if each.key == before.key)
            now = next((each for each in same if each.currency == before.currency), None)
        if now is None:
            self._drawer.close_drawer()
        else:
            self.show_row(board, now, wanted, self._bucket)

    def _choose(self, bucket: int) -> None:
        self._bucket = bucket
        self._show_items()

    def _load(self) -> None:
        board, row, wanted = self._board, self._row, self._filter
        if board is None or row is None or wanted is None:
            return
        service = self._context.company.aging
        of_customer = board.query.by is Grouping.CUSTOMER

        def work(_control: Control) -> tuple[Sequence[OpenItem], Sequence[Event]]:
            currency = None if board.query.in_base else row.currency
            items = service.items(board.query, row.key, currency, wanted)
            return items, service.events(row.key, _EVENTS) if of_customer else ()

        def done(found: tuple[Sequence[OpenItem], Sequence[Event]]) -> None:
            self._items, self._events = found
            self._show_items()
            self._show_events()

        self._context.runner.database(
            work, done, failed=self._context.notices.error, owner=self, key="aging.detail"
        )

    # -- showing --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write the drawer again in the language in force."""
        if self._row is not None:
            self._write()
            self._show_items()
            self._show_events()

    def _write(self) -> None:
        row, board, formats = self._row, self._board, self._context.formats
        if row is None or board is None:
            return
        name = row.name(formats.lang) or say("aging.unassigned", formats.lang)
        under = [row.code, formats.currency(row.currency)]
        self._drawer.set_title(name, " • ".join(part for part in under if part))
        late = "warn" if row.overdue > 0 else ""
        unapplied = formats.whole(row.receipts + row.credit_notes, row.currency)
        held = (self.tr("Bills held"), formats.whole(row.held, row.currency), "", "")
        figures = [
            (self.tr("Balance"), formats.whole(row.balance, row.currency), "", ""),
            (self.tr("Overdue"), formats.whole(row.overdue, row.currency), "", late),
            held if row.held else (self.tr("Unapplied"), unapplied, "", ""),
            (self.tr("Oldest"), self.tr("%n d", "", row.oldest), "", ""),
        ]
        if board.query.by is Grouping.CUSTOMER and self._cover and row.currency == board.base:
            share = self._cover.cell(row.key, formats)
            spare = 3 if row.held or row.receipts or row.credit_notes else 2
            figures[spare] = (self.tr("Insured"), share.text, "", "")
        self.figures.set(figures)
        of_customer = board.query.by is Grouping.CUSTOMER
        for widget in (self._file, self._paper, self._letter, self._events_title, self._all_events):
            widget.setVisible(of_customer and row.key > 0)
        self._file.setText(self.tr("Open customer file"))
        self._paper.setText(self.tr("Statement PDF"))
        self._letter.setText(self.tr("Letter…"))
        guard(self._context, self._letter, duty=Duty.COLLECT)
        self._events_title.setText(self.tr("Activity"))
        self._all_events.setText(self.tr("All"))
        self.items.say_empty(self.tr("Nothing open."))

    def _show_items(self) -> None:
        shown = [each for each in self._items if self._bucket in {-1, each.bucket}]
        self._model.set_columns(self._columns())
        self._model.set_rows(shown)
        self._items_title.setText(self.tr("%n open items", "", len(shown)))
        formats, board = self._context.formats, self._board
        self._all_items.setVisible(self._bucket >= 0)
        if board is not None and self._bucket >= 0:
            name = formats.buckets(board.query.limits, basis=board.query.basis.value)[self._bucket]
            self._all_items.setText(self.tr("{bucket} only • show all").format(bucket=name))
        self._total(shown)

    def _total(self, shown: Sequence[OpenItem]) -> None:
        currencies = {each.currency for each in shown}
        if len(currencies) != 1:
            self._model.set_totals({})
            return
        currency = currencies.pop()
        total = self._context.formats.amount(sum(each.open for each in shown), currency)
        self._model.set_totals(
            {"number": Cell(self.tr("Total"), strong=True), "open": Cell(total, strong=True)}
        )

    def _fit_items(self) -> None:
        """As high as its rows up to nine; more scroll within."""
        theme = self._context.theme
        rows = min(max(self._model.rowCount(), 3), _ROWS_SHOWN)
        total = theme.size("totalRow") + 1 if self._model.totals else 0
        self.items.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + total + 2)

    def _show_events(self) -> None:
        while (item := self._events_grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        formats = self._context.formats
        for place, event in enumerate(self._events):
            picture = QLabel()
            icon = _EVENT_ICONS.get(event.kind.partition(".")[0], "circle")
            self._context.theme.picture(picture, icon, "accentText")
            words = say(
                f"event.{event.kind}",
                formats.lang,
                number=event.number,
                amount=formats.money(event.amount, event.currency),
            )
            day = label(formats.day_short(event.on), "small", "secondary")
            text = label(words, "body", wrap=True)
            for column, widget in enumerate((day, picture, text)):
                self._events_grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignTop)

    def _columns(self) -> list[Column[OpenItem]]:
        formats = self._context.formats
        due, status = _NARROW[formats.lang]
        grouped = self._board is not None and self._board.query.by is not Grouping.CUSTOMER
        lead: list[Column[OpenItem]] = []
        if grouped:
            who: Column[OpenItem] = text_column(
                "customer", lambda: self.tr("Customer"), lambda item: item.customer, width=96, stretch=1
            )
            lead = [who]
        return [
            *lead,
            Column(
                "number",
                lambda: self.tr("Document"),
                lambda item: Cell(_number(item)),
                value=lambda item: item.number,
                width=100,
                min_width=88,
                stretch=1,
            ),
            Column(
                "due",
                lambda: self.tr("Due"),
                lambda item: Cell(formats.day_short(item.due_date), tone="secondary"),
                value=lambda item: item.due_date or item.doc_date,
                width=due,
                min_width=due,
            ),
            Column(
                "status",
                lambda: self.tr("Status"),
                self._status,
                value=lambda item: item.age,
                width=84,
                min_width=status,
                drop=int(grouped),
            ),
            amount_column(
                "open", lambda: self.tr("Open"), lambda item: item.open, lambda item: item.currency, formats,
                width=100, min_width=96, fixed=True,
            ),
        ]  # fmt: skip

    def _status(self, item: OpenItem) -> Cell:
        formats = self._context.formats
        if item.open < 0:
            return Cell(self.tr("Unapplied"), tone="tertiary")
        if item.disputed:
            tip = formats.money(item.disputed, item.currency)
            return Cell(self.tr("Disputed"), chip="warn", tip=f"{tip} • {formats.age(item.age)}")
        if item.held:
            tip = formats.money(item.held, item.currency)
            return Cell(self.tr("Bill held"), chip="info", tip=f"{tip} • {formats.age(item.age)}")
        if item.promised_on is not None:
            due = formats.day_short(item.promised_on)
            return Cell(self.tr("Promised {day}").format(day=due), chip="info", tip=formats.age(item.age))
        return Cell(formats.age(item.age), tone="warn" if item.bucket else "secondary")

    # -- onward ---------------------------------------------------------------------------------

    def _open_item(self, row_id: int) -> None:
        self._context.navigator.go("customers", document_id=row_id // _INSTALMENT_SPAN)

    def _item_actions(self) -> list[QAction]:
        """What the menu of an item offers beside copying: an invoice's late interest."""
        place = self.items.view.currentIndex().row()
        item = self._model.row_at(place) if 0 <= place < self._model.rowCount() else None
        if item is None or item.kind != DocumentKind.INVOICE:
            return []
        action = QAction(self.tr("Late interest"), self)
        action.triggered.connect(partial(self._show_interest, item.document_id))
        return [action]

    def _show_interest(self, document_id: int, *_: object) -> None:
        from app.ui.dialogs.interest import InterestDialog, read_interest  # noqa: PLC0415 - loads on first use

        session = self._context.company
        self._context.runner.database(
            lambda _control: read_interest(session, document_id),
            lambda facts: InterestDialog(self._context, facts, self._drawer.window()).open(),
            failed=self._context.notices.error,
            owner=self,
        )

    def _open_customer(self) -> None:
        if self._row is not None:
            self._context.navigator.go("customers", customer_id=self._row.key)

    def _write_letter(self) -> None:
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        if self._row is not None:
            open_writing(self._context, self._row.key, self._drawer, lambda dialog: dialog.open())

    def _print(self) -> None:
        if self._row is not None:
            self._statement(self._row.key)


_EVENT_ICONS = {
    "invoice": "file-text",
    "receipt": "check",
    "credit_note": "file-minus",
    "refund": "undo-2",
    "write_off": "x",
    "dispute": "flag",
    "promise": "handshake",
}


def _item_key(item: OpenItem) -> int:
    return item.document_id * _INSTALMENT_SPAN + item.instalment_seq


def _number(item: OpenItem) -> str:
    return f"{item.number} / {item.instalment_seq}" if item.instalment_seq else item.number


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right)
    return row

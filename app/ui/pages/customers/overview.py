"""A customer at a glance: how it pays, its score by family, what it owes, what to heed, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.aging import AgingQuery, AgingRow
from app.services.aging import AgingFilter
from app.ui.models.columns import Cell, Column, amount_column, day_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.glance_cards import HeedCard, PaymentCard, ScoreCard
from app.ui.pages.customers.halves import Halves
from app.ui.pages.customers.timeline import Timeline
from app.ui.tables.data_table import DataTable
from app.ui.widgets.aging_strip import AgingList, Segment
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.domain.aging import OpenItem
    from app.services.aging import Event
    from app.services.session import CompanySession
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit_glance import CreditGlance

_EVENTS, _SPAN, _WIDE = 60, 1000, 1200
"""Events read, ids of an invoice's instalments, and the window's width from which there are two columns."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the overview shows of one customer, as of today."""

    limits: tuple[int, ...]
    rows: tuple[AgingRow, ...]
    items: tuple[OpenItem, ...]
    events: tuple[Event, ...]


def read_glance(session: CompanySession, customer_id: int) -> Glance:
    """Read it; runs on the database worker."""
    limits = session.company.get().bucket_limits
    query = AgingQuery(session.clock.today(), limits=limits)
    board = session.aging.board(query, AgingFilter(customer_ids=(customer_id,)))
    return Glance(
        limits,
        board.rows,
        tuple(session.aging.items(query, customer_id)),
        tuple(session.aging.events(customer_id, _EVENTS)),
    )


class OverviewPanel(Halves):
    """``opened`` carries a document, ``tab_wanted`` a part of the file, ``month_wanted`` its first day."""

    opened = Signal(int)
    tab_wanted = Signal(str)
    month_wanted = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(_WIDE)
        self.context = context
        self._glance = Glance((), (), (), ())
        theme = context.theme
        self.receivables, self.open_card, self.activity = (Card(theme, " ") for _ in range(3))
        self.currency = Segmented()
        self.strip = AgingList(theme)
        self.payment = PaymentCard(context)
        self.score = ScoreCard(context)
        self.heed = HeedCard(context)
        self.unapplied = label("", "small", "secondary", wrap=True)
        self.items = DataTable(theme, "customer.open", context.preferences, framed=False, empty_icon="check")
        self.model: RowTable[OpenItem] = RowTable(self._columns(), context.runner, _key, parent=self)
        self.items.set_model(self.model)
        self.timeline = Timeline(context)
        self.quiet = EmptyState(theme, "history")
        self._lay_out()
        self.currency.chosen.connect(self._show_currency)
        self.strip.chosen.connect(self._show_currency)
        self.items.opened.connect(lambda row_id: self.opened.emit(row_id // _SPAN))
        self.items.clear_filter.connect(self._all_buckets)
        self.timeline.opened.connect(self.opened)
        self.payment.month_wanted.connect(self.month_wanted)
        self.score.tab_wanted.connect(self.tab_wanted)
        self.heed.opened.connect(self.opened)
        self.all_items.clicked.connect(lambda: self.tab_wanted.emit("invoices"))
        self.retranslate()

    def _lay_out(self) -> None:
        self.all_items = button(self.context.theme, "", "link", small=True)
        self.open_card.add_action(self.all_items)
        self.receivables.add_action(self.currency)
        self.receivables.body.addWidget(self.strip)
        self.receivables.body.addWidget(self.unapplied)
        self.receivables.body.addStretch(1)
        self.open_card.body.setContentsMargins(0, 0, 0, 0)
        self.open_card.body.addWidget(self.items)
        self.open_card.setMinimumHeight(240)
        self.activity.body.setContentsMargins(16, 0, 8, 8)
        self.activity.body.addWidget(self.timeline, 1)
        self.activity.body.addWidget(self.quiet, 1)
        self.activity.setMinimumHeight(240)
        left = self._left = QVBoxLayout()
        left.setSpacing(16)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.score, 1)
        pair.addWidget(self.receivables, 1)
        left.addWidget(self.payment)
        left.addLayout(pair)
        left.addWidget(self.open_card, 1)
        right = self._right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.heed)
        right.addWidget(self.activity, 1)
        self.lay_halves(left, right, (7, 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one column what is to be heeded comes second."""
        super().resizeEvent(event)
        home, place = (self._right, 0) if self.wide() else (self._left, 1)
        if home.indexOf(self.heed) < 0:
            home.insertWidget(place, self.heed)

    def wide(self) -> bool:
        """Two columns go by the window: the content is wider beside the rail than beside the names."""
        return self.window().width() >= _WIDE

    def _columns(self) -> list[Column[OpenItem]]:
        formats = self.context.formats
        return [
            Column(
                "number",
                lambda: self.tr("Document"),
                lambda item: Cell(_number(item), strong=True),
                value=lambda item: item.number,
                width=150,
                min_width=110,
                stretch=1,
                fixed=True,
            ),
            day_column("date", lambda: self.tr("Date"), lambda item: item.doc_date, formats, drop=1),
            day_column("due", lambda: self.tr("Due"), lambda item: item.due_date, formats),
            Column("status", lambda: self.tr("Status"), self._status, value=lambda item: item.age, width=118),
            *(self._held_column() if any(item.held for item in self._glance.items) else ()),
            amount_column(
                "open",
                lambda: self.tr("Open"),
                lambda item: item.open,
                lambda item: item.currency,
                formats,
                width=120,
                strong=True,
                fixed=True,
            ),
        ]

    def _held_column(self) -> Iterator[Column[OpenItem]]:
        yield amount_column(
            "held",
            lambda: self.tr("Bills held"),
            lambda item: item.held,
            lambda item: item.currency,
            self.context.formats,
            zero_dash=True,
            width=108,
            min_width=92,
            drop=2,
        )

    def _status(self, item: OpenItem) -> Cell:
        formats = self.context.formats
        if item.open < 0:
            return Cell(self.tr("Unapplied"), tone="tertiary")
        if item.disputed:
            return Cell(self.tr("Disputed"), chip="warn", tip=formats.age(item.age))
        if item.promised_on is not None:
            day = formats.day_short(item.promised_on)
            return Cell(self.tr("Promised {day}").format(day=day), chip="info", tip=formats.age(item.age))
        return Cell(formats.age(item.age), tone="warn" if item.bucket else "secondary")

    # -- content --------------------------------------------------------------------------------

    def show_glance(self, glance: Glance) -> None:
        """Show what was read."""
        self._glance = glance
        currencies = list(dict.fromkeys([row.currency for row in glance.rows]))
        self.currency.setVisible(len(currencies) > 1)
        if currencies:
            self.currency.set_choices([(each, each) for each in currencies])
        self.timeline.show_events(glance.events)
        self.timeline.setVisible(bool(glance.events))
        self.quiet.setVisible(not glance.events)
        self._show_currency()

    def show_credit(self, credit: CreditGlance) -> None:
        """Show how it pays, what the score is made of and what to heed."""
        self.payment.show_credit(credit)
        self.score.show_credit(credit)
        self.heed.show_credit(credit, self._glance.items)

    def refuse(self) -> None:
        """Nothing could be read: show nothing rather than another customer's figures."""
        for card in (self.payment, self.score, self.heed):
            card.wait()
        self.show_glance(Glance(self._glance.limits, (), (), ()))

    def _row(self) -> AgingRow | None:
        rows = self._glance.rows
        return next((row for row in rows if row.currency == self.currency.current), rows[0] if rows else None)

    def _all_buckets(self) -> None:
        self.strip.set_filtered(-1)
        self._show_currency()

    def _show_currency(self, *_: object) -> None:
        row, formats = self._row(), self.context.formats
        limits = self._glance.limits
        names = formats.buckets(limits, full=True) if limits else ()
        buckets = row.buckets if row else (0,) * len(names)
        currency = row.currency if row else ""
        whole = sum(buckets)
        self.strip.set_segments(
            [
                Segment(name, formats.whole(amount, currency), amount, formats.percent(amount, whole))
                for name, amount in zip(names, buckets, strict=True)
            ]
        )
        self._say_receivables(row)
        place = self.strip.filtered
        items = [
            item
            for item in self._glance.items
            if item.currency == currency and (place < 0 or (item.open > 0 and item.bucket == place))
        ]
        self.model.set_columns(self._columns())
        self.model.set_rows(items)
        self.open_card.set_title(self.tr("Open items"), formats.count(len(items)))
        self._total(items, currency)
        clear = self.tr("Show all") if place >= 0 else ""
        self.items.say_empty(self.tr("Nothing open."), clear)

    def _total(self, items: Sequence[OpenItem], currency: str) -> None:
        formats = self.context.formats
        sums = {"open": sum(item.open for item in items), "held": sum(item.held for item in items)}
        cells = {key: Cell(formats.amount(minor, currency), strong=True) for key, minor in sums.items()}
        self.model.set_totals({"number": Cell(self.tr("Total"), strong=True), **cells} if items else {})

    def _say_receivables(self, row: AgingRow | None) -> None:
        formats = self.context.formats
        note = formats.money(row.balance, row.currency) if row else ""
        self.receivables.set_title(self.tr("Receivables"), note)
        credit = row.receipts + row.credit_notes if row else 0
        self.unapplied.setVisible(bool(credit))
        if row and credit:
            text = self.tr("Less {amount} of receipts and credits not yet set against an invoice.")
            self.unapplied.setText(text.format(amount=formats.money(-credit, row.currency)))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.activity.set_title(self.tr("Activity"))
        self.all_items.setText(self.tr("All invoices"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.timeline.setAccessibleName(self.tr("Activity"))
        self.quiet.say(self.tr("Nothing has happened yet."))
        self._show_currency()


def _key(item: OpenItem) -> int:
    return item.document_id * _SPAN + item.instalment_seq


def _number(item: OpenItem) -> str:
    return f"{item.number} / {item.instalment_seq}" if item.instalment_seq else item.number

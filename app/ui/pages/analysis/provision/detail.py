"""The drawer of a cell: every debt in it, what came off and what went out of the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import LinesTable, PlainRow, figure, named
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.provision_sheet import ProvisionItem
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.panel import ProvisionPanel

_LOW = 360


class ItemsDetail(Detail):
    """``show_items`` fills it; a debt is provided for by itself from here."""

    def __init__(self, context: PageContext, panel: ProvisionPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.items: Sequence[ProvisionItem] = ()
        self._title, self._currency = "", ""
        self.table = LinesTable(context, "provision.items", icon="receipt")
        self.table.setMinimumHeight(_LOW)
        self.note = label("", "small", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self.customer_button = button(context.theme, "", "normal", "building-2", self._open_customer)
        self.specific_button = button(context.theme, "", "quiet", "scale", self._provide)
        self.foot_layout.addWidget(self.customer_button)
        self.foot_layout.addWidget(self.specific_button)
        self.table.opened.connect(lambda _row: self._open_customer())
        self.table.current_changed.connect(self._on_current)

    def show_items(self, title: str, items: Sequence[ProvisionItem], currency: str) -> None:
        """Show the debts behind a cell."""
        self._title, self.items, self._currency = title, items, currency
        self._write()
        if items:
            self.table.view.select_id(1)
        self._on_current(1 if items else 0)

    def write_title(self) -> None:
        """Name the cell at the drawer's head."""
        if self._panel.host.drawer is not None and self._currency:
            gross = self.context.formats.money(sum(one.gross for one in self.items), self._currency)
            count = self.tr("%n debt(s)", "", len(self.items))
            self._panel.host.drawer.set_title(self._title, f"{count} · {gross}")

    def _write(self) -> None:
        lang = self.context.formats.lang
        heads = (
            named("customer", lang, width=120, min_width=84, stretch=2),
            named("number", lang, width=92, min_width=84),
            named("gross", lang, figure=True, width=84, min_width=76),
            named("basis", lang, figure=True, width=84, min_width=76, drop=1),
        )
        rows = [
            PlainRow(
                place,
                (
                    Cell(self.context.formats.name(one.customer, one.customer_en), strong=True),
                    Cell(one.number),
                    figure(self.context, one.gross, self._currency),
                    figure(self.context, one.basis, self._currency),
                ),
            )
            for place, one in enumerate(self.items, 1)
        ]
        self.table.show_lines(heads, rows)
        self.table.say_empty(self.tr("Nothing is owed here."))
        if self._panel.host.shows_detail(self):
            self.write_title()

    def _current(self) -> ProvisionItem | None:
        place = self.table.view.current_id()
        return self.items[place - 1] if 0 < place <= len(self.items) else None

    def _on_current(self, place: int) -> None:
        one = self.items[place - 1] if 0 < place <= len(self.items) else None
        self.customer_button.setEnabled(one is not None)
        guard(self.context, self.specific_button, able=one is not None)
        if one is None:
            self.note.setText("")
            return
        formats, currency = self.context.formats, self._currency
        told = [self.tr("Invoiced {day}, due {due}").format(
            day=formats.day(one.doc_date), due=formats.day(one.due))]  # fmt: skip
        parts = (
            (one.credits, self.tr("{amount} set off by credits on account")),
            (one.specific, self.tr("{amount} provided for by itself")),
            (one.insured, self.tr("{amount} taken out as insured")),
        )
        told += [text.format(amount=formats.money(minor, currency)) for minor, text in parts if minor]
        if one.insured_open and not one.insured:
            amount = formats.money(one.insured_open, currency)
            told.append(self.tr("{amount} of it is insured").format(amount=amount))
        self.note.setText(" · ".join(told))

    def _open_customer(self) -> None:
        if (one := self._current()) is not None:
            self.context.navigator.go("customers", customer_id=one.customer_id, tab="invoices")

    def _provide(self) -> None:
        if (one := self._current()) is not None:
            self._panel.add_specific(one.customer_id, one.document_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.customer_button.setText(self.tr("Open the customer"))
        self.specific_button.setText(self.tr("Provide for it by itself…"))
        self._write()

"""Dated exchange rates: the board as of a day uses the last rate on or before that day."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.document import Rate
from app.domain.money import CURRENCIES
from app.domain.problem import HoldfastError
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.services.company import CompanyService
    from app.services.ports import Control
    from app.ui.context import PageContext

_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
"""Commas between thousands; "7,13" would be 7.13 to its writer and is refused."""
_FIRST_OFFERED = ("USD", "EUR", "GBP", "JPY", "HKD")


def parse_rate(text: str) -> Decimal | None:
    """A typed rate, None when it is no positive number."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    try:
        rate = Decimal(plain)
    except InvalidOperation:
        return None
    return rate if rate.is_finite() and rate > 0 else None


def _removal(service: CompanyService, rate_id: int, _control: Control) -> ChangeSet:
    return service.remove_rate(rate_id)


class RatesPanel(Retranslated):
    """The list of rates, a row to set one, and removing the checked ones."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._base = ""
        theme = context.theme
        self.card = Card(theme)
        self.currency, self.day, self.rate, self.source = QComboBox(), QDateEdit(), QLineEdit(), QLineEdit()
        self._fields = [FormField(each) for each in (self.currency, self.day, self.rate, self.source)]
        self.set_button = button(theme, "", "primary", run=self.set_rate)
        self.remove_button = button(theme, "", "normal", "trash-2", run=self.remove)
        self.card.body.addLayout(self._row())
        self.table = DataTable(theme, "rates", context.preferences, empty_icon="table")
        self.model = RowTable(
            self._columns(), context.runner, lambda rate: rate.id, checkable=True, parent=self
        )
        self.table.set_model(self.model)
        self.table.checks_changed.connect(self._on_checks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.card)
        layout.addWidget(self.table, 1)
        self._on_checks()
        for field in self._fields:
            field.setEnabled(writable(context))
        self.retranslate()

    def _row(self) -> QHBoxLayout:
        today = self.context.company.clock.today()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.rate.returnPressed.connect(self.set_rate)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, stretch in zip(self._fields, (3, 2, 2, 4), strict=True):
            row.addWidget(field, stretch)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(label(" ", "small"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.set_button)
        buttons.addWidget(self.remove_button)
        column.addLayout(buttons)
        column.addStretch(1)
        row.addLayout(column)
        return row

    def _columns(self) -> list[Column[Rate]]:
        formats = self.context.formats
        return [
            text_column("currency", lambda: self.tr("Currency"), lambda r: r.currency, strong=True),
            day_column("on", lambda: self.tr("Day"), lambda r: r.on, formats),
            Column(
                "rate",
                lambda: self.tr("Rate"),
                lambda r: Cell(f"{r.rate.normalize():f}"),
                value=lambda r: r.rate,
                align=Align.RIGHT,
                width=140,
            ),
            text_column("source", lambda: self.tr("Source"), lambda r: r.source, stretch=1, tone="secondary"),
        ]

    # -- content --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read all rates."""
        service = self.context.company.company
        self.context.runner.database(lambda _control: service.rates(), self._show, owner=self)

    def _show(self, rates: Sequence[Rate]) -> None:
        self.model.set_rows(rates)

    def set_base(self, currency: str) -> None:
        """In which currency rates are stated."""
        self._base = currency
        chosen = self.currency.currentData()
        self.currency.clear()
        others = [code for code in CURRENCIES if code != currency and code not in _FIRST_OFFERED]
        for code in [*(code for code in _FIRST_OFFERED if code != currency), *others]:
            self.currency.addItem(self.context.formats.currency(code), code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(chosen)))
        self.retranslate()

    def _on_checks(self) -> None:
        free = writable(self.context)
        self.set_button.setEnabled(free)
        self.remove_button.setEnabled(bool(self.model.checked) and free)

    # -- edits ----------------------------------------------------------------------------------

    def set_rate(self) -> None:
        """Keep the typed rate."""
        value = parse_rate(self.rate.text())
        self._fields[2].set_error("" if value is not None else self.tr("A number above 0, such as 7.1325"))
        if value is None:
            self.rate.setFocus()
            return
        shown = self.day.date()
        on = date(shown.year(), shown.month(), shown.day())
        rate = Rate(str(self.currency.currentData()), on, value, self.source.text().strip())
        service = self.context.company.company
        self.context.runner.database(
            lambda _control: service.set_rate(rate), self._on_done, failed=self._on_failed, owner=self
        )

    def remove(self) -> None:
        """Remove the checked rates, one action each."""
        service = self.context.company.company
        for rate_id in self.model.checked:
            work = partial(_removal, service, rate_id)
            self.context.runner.database(work, self.context.notices.done, owner=self)

    def _on_done(self, change: ChangeSet) -> None:
        self.rate.clear()
        self.context.notices.done(change)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            self._fields[2].set_error(sentence(error, self.context.formats.lang))
        else:
            self.context.notices.error(error)

    def retranslate(self) -> None:
        """Labels and buttons."""
        self.card.set_title(
            self.tr("Exchange rates"), self.tr("The last rate on or before a board's day is used")
        )
        unit = self.tr("{currency} per unit").format(currency=self._base) if self._base else ""
        texts = (self.tr("Currency"), self.tr("Day"), self.tr("Rate"), self.tr("Source"))
        hints = ("", "", unit, "")
        for field, text, hint in zip(self._fields, texts, hints, strict=True):
            field.set_text(text, hint)
        self.day.setLocale(self.context.language.locale)
        self.day.setDisplayFormat(self.context.language.day_pattern)
        self.set_button.setText(self.tr("Set rate"))
        self.remove_button.setText(self.tr("Remove"))
        self.table.say_empty(
            self.tr("No exchange rates yet."),
            more=self.tr("They are needed to show several currencies in one."),
        )

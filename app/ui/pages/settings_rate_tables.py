"""The published rates behind late interest: their entries, their age, and the company's own beside them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.late_rates import MOST_RATE, RatePoint
from app.domain.problem import HoldfastError
from app.domain.rate_entry import RateEntry
from app.ui.dialogs.controls import Choice
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
from app.ui.widgets.message_strip import MessageStrip
from app.words.formats import rate_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.services.interest import RateTableView
    from app.services.ports import Control
    from app.ui.context import PageContext

_HEIGHT, _SERIES_WIDTH = 260, 420


def parse_percent(text: str) -> Decimal | None:
    """A typed rate in per cent, which may be below zero; None when it is none."""
    try:
        rate = Decimal(text.replace("%", "").replace("％", "").replace("−", "-").strip())
    except InvalidOperation:
        return None
    return rate if rate.is_finite() and abs(rate) <= MOST_RATE else None


class RateTablesPanel(Retranslated):
    """One table at a time; own entries can be removed, shipped ones overruled by one of the same day."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.views: dict[str, RateTableView] = {}
        theme = context.theme
        self.card = Card(theme, " ")
        self.series = Choice(())
        self.age = label("", "small", "secondary", wrap=True)
        self.message = MessageStrip(theme)
        self.day, self.rate, self.source = QDateEdit(), QLineEdit(), QLineEdit()
        self._fields = [FormField(each) for each in (self.day, self.rate, self.source)]
        self._series_field = FormField(self.series)
        self._series_field.setMaximumWidth(_SERIES_WIDTH)
        self.add_button = button(theme, "", "primary", run=self.add)
        self.remove_button = button(theme, "", "normal", "trash-2", run=self.remove)
        self.table = DataTable(theme, "rate_entries", context.preferences, empty_icon="table", framed=False)
        self.model: RowTable[RatePoint] = RowTable(
            self._columns(), context.runner, lambda point: point.on.toordinal(), parent=self
        )
        self.model.sort_by("on", descending=True)
        self.table.set_model(self.model)
        self.table.setMinimumHeight(_HEIGHT)
        self._lay_out()
        self.series.activated.connect(self._show_table)
        self.table.current_changed.connect(self._on_current)
        self._on_current()
        self.retranslate()

    def _lay_out(self) -> None:
        today = self.context.company.clock.today()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.rate.returnPressed.connect(self.add)
        self.source.returnPressed.connect(self.add)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, stretch in zip(self._fields, (2, 2, 4), strict=True):
            field.setEnabled(writable(self.context))
            row.addWidget(field, stretch)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(label(" ", "small"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        column.addLayout(buttons)
        column.addStretch(1)
        row.addLayout(column)
        body = self.card.body
        for widget in (self._series_field, self.age, self.message):
            body.addWidget(widget)
        body.addLayout(row)
        body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)

    def _columns(self) -> list[Column[RatePoint]]:
        formats = self.context.formats
        return [
            day_column("on", lambda: self.tr("From"), lambda point: point.on, formats, width=120),
            Column(
                "rate",
                lambda: self.tr("Rate"),
                lambda point: Cell(f"{rate_text(point.rate)}%", strong=True),
                value=lambda point: point.rate,
                align=Align.RIGHT,
                width=96,
            ),
            Column("own", lambda: self.tr("Entry"), self._origin, width=96),
            text_column(
                "source", lambda: self.tr("Source"), lambda point: point.source, stretch=1, tone="secondary"
            ),
        ]

    def _origin(self, point: RatePoint) -> Cell:
        if point.own_id:
            return Cell(self.tr("Own"), chip="info")
        return Cell(self.tr("Shipped"), tone="tertiary")

    # -- content --------------------------------------------------------------------------------

    def show_tables(self, views: Sequence[RateTableView]) -> None:
        """Show the tables, the one in view again."""
        self.views = {view.table.code: view for view in views}
        self._name_tables()
        self._show_table()

    def _name_tables(self) -> None:
        lang = self.context.formats.lang
        pairs = [
            (code, view.table.name if lang == "zh" else view.table.name_en)
            for code, view in self.views.items()
        ]
        self.series.set_pairs(pairs, self.series.value)

    def _view(self) -> RateTableView | None:
        return self.views.get(str(self.series.value))

    def _show_table(self, *_: object) -> None:
        view = self._view()
        if view is None:
            return
        self.model.set_rows(view.table.points)
        self._say_age(view)
        self._on_current()

    def _say_age(self, view: RateTableView) -> None:
        last = view.table.last
        if last is None or view.age_days is None:
            self.age.hide()
            self.message.say(
                "warn", self.tr("This table is empty. Enter its rates before using it."), closable=False
            )
            return
        day = self.context.formats.day(last.on)
        age = self.tr("Last entry {day}: %n days old.", "", view.age_days).format(day=day)
        self.age.setText(f"{age} {view.table.source}")
        self.age.show()
        if view.stale:
            text = self.tr("The rate may have changed since. Look it up and enter the new one.")
            self.message.say("warn", text, closable=False)
        else:
            self.message.hide()

    def _current(self) -> RatePoint | None:
        row = self.table.view.currentIndex().row()
        return self.model.row_at(row) if 0 <= row < self.model.rowCount() else None

    def _on_current(self, *_: object) -> None:
        point, free = self._current(), writable(self.context)
        self.add_button.setEnabled(free)
        self.remove_button.setEnabled(free and point is not None and point.own_id > 0)

    # -- edits ----------------------------------------------------------------------------------

    def add(self) -> None:
        """Keep the typed rate."""
        value = parse_percent(self.rate.text())
        self._fields[1].set_error("" if value is not None else self.tr("Per cent a year, such as 3.10"))
        if value is None:
            self.rate.setFocus()
            return
        shown = self.day.date()
        on = date(shown.year(), shown.month(), shown.day())
        entry = RateEntry(str(self.series.value), on, value, self.source.text().strip())
        service = self.context.company.interest
        self.context.runner.database(
            lambda _control: service.add_rate(entry), self._on_done, failed=self._on_failed, owner=self
        )

    def remove(self) -> None:
        """Take the own entry in view away."""
        point = self._current()
        if point is None or not point.own_id:
            return
        service, entry_id = self.context.company.interest, point.own_id

        def work(_control: Control) -> ChangeSet:
            return service.remove_rate(entry_id)

        self.context.runner.database(work, self.context.notices.done, owner=self)

    def _on_done(self, change: ChangeSet) -> None:
        self.rate.clear()
        self.context.notices.done(change)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            self._fields[1].set_error(sentence(error, self.context.formats.lang))
        else:
            self.context.notices.error(error)

    def retranslate(self) -> None:
        """Labels and buttons."""
        self.card.set_title(
            self.tr("Rate tables"), self.tr("Nothing is fetched from the network: enter new rates here")
        )
        self._series_field.set_text(self.tr("Table"))
        texts = (self.tr("From"), self.tr("Rate, % a year"), self.tr("Source"))
        for field, text in zip(self._fields, texts, strict=True):
            field.set_text(text)
        self.day.setLocale(self.context.language.locale)
        self.day.setDisplayFormat(self.context.language.day_pattern)
        self.add_button.setText(self.tr("Add entry"))
        self.remove_button.setText(self.tr("Remove own entry"))
        self.table.view.setAccessibleName(self.tr("Rate tables"))
        self.table.say_empty(self.tr("No rates yet."))
        self._name_tables()
        self._show_table()

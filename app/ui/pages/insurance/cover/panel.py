"""Every open invoice as of a day: what of it is insured, what is not, and the reasons in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.cover import Gap
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.cover.columns import cover_cells, cover_columns, cover_totals
from app.ui.pages.insurance.cover.reason_bar import Choice, ReasonBar
from app.ui.pages.insurance.cover.rows import read_cover
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.insurance.cover.detail import CoverDetail
    from app.ui.pages.insurance.cover.rows import CoverRead, CoverRow
    from app.ui.pages.tabbed import TabbedPage

ALL, WHOLE = "all", "whole"


class CoverPanel(TabPanel):
    """``open(gap=…)`` narrows to a reason, ``customer_id`` to a buyer, ``document_id`` opens an invoice."""

    moves = frozenset(
        """insurance_policy limit_decision shipment_stop shipment insurer_notice declaration premium_payment
        claim claim_event document allocation customer dispute rate""".split()
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.found: CoverRead | None = None
        self.dialog: FormDialog | None = None
        self._detail: CoverDetail | None = None
        self._customer_id = self._wanted = 0
        theme = context.theme
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.reasons = ReasonBar()
        self.only, self.missing = MessageStrip(theme), MessageStrip(theme)
        self.table = DataTable(theme, "insurance.cover", context.preferences, empty_icon="shield-check")
        self.model: RowTable[CoverRow] = RowTable(
            cover_columns(context.formats, "CNY"), context.runner, lambda row: row.document_id, parent=self
        )
        self.model.sort_by("uninsured", descending=True)
        self.table.set_model(self.model)
        self.exports = TableExports(context, self)
        self._export_action = QAction(self)
        self._export_action.triggered.connect(lambda _on=False: self._open_export())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.as_of)
        above.addWidget(self.search, 1)
        above.addWidget(self.columns_button)
        self.host.header.add(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(above)
        for widget in (self.reasons, self.only, self.missing):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.as_of.changed.connect(lambda _day: self.read())
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.reasons.chosen.connect(self._narrow)
        self.table.opened.connect(partial(self.open_invoice, focus=True))
        self.table.current_changed.connect(self._follow)
        self.table.clear_filter.connect(self.clear_filters)
        self.table.view.extra_actions = self._row_actions
        self.model.modelReset.connect(self._total)

    # -- asking ---------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Narrow to a reason or a buyer, or open an invoice."""
        customer_id, document_id = params.get("customer_id"), params.get("document_id")
        self._customer_id = customer_id if isinstance(customer_id, int) else 0
        self._wanted = document_id if isinstance(document_id, int) else 0
        gap = str(params.get("gap", ""))
        self.search.clear()
        self.reasons.current = gap if gap in set(Gap) else ALL
        self._narrow()
        self._take_wanted()

    def read(self) -> None:
        """Reckon the cover as of the day chosen."""
        session, day = self.context.company, self.as_of.day

        def work(control: Control) -> CoverRead:
            return read_cover(session, day, control)

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, label="cover.reckoning", key="insurance.cover"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, found: CoverRead) -> None:
        self.table.loading.stop()
        self.found = found
        self.model.set_columns(cover_columns(self.context.formats, found.book.base))
        self.model.set_rows(found.rows)
        self._say_missing()
        self._narrow()
        self._take_wanted()
        if self._detail is not None and self.host.shows_detail(self._detail):
            self.open_invoice(self._detail.document_id)

    def _matching(self) -> list[CoverRow]:
        """By buyer and text, for every reason."""
        text, who, rows = self.search.text().strip().casefold(), self._customer_id, self.found
        return [
            row
            for row in (rows.rows if rows else ())
            if who in {0, row.covered.cover.item.customer_id}
            and (not text or text in f"{row.name} {row.name_en} {row.covered.cover.item.number}".casefold())
        ]

    def _narrow(self, *_: object) -> None:
        if self.found is None:
            return
        kept = self._matching()
        self._say_reasons(kept)
        wanted = self.reasons.current
        if wanted == WHOLE:
            kept = [row for row in kept if not row.covered.cover.uninsured]
        elif wanted != ALL:
            gap = Gap(wanted)
            kept = [row for row in kept if gap in row.reasons]
        ids = frozenset(row.document_id for row in kept)
        self.model.set_filter(
            None if len(ids) == len(self.found.rows) else lambda row: row.document_id in ids
        )
        self._say_only()
        self._say_empty()
        self.host.tell_status()

    def _say_reasons(self, rows: Sequence[CoverRow]) -> None:
        assert self.found is not None  # noqa: S101 - tells the type checker what it is
        formats, base = self.context.formats, self.found.book.base
        counts, sums = Counter[Gap](), defaultdict[Gap, int](int)
        for row in rows:
            counts.update(set(row.reasons))
            for gap, amount in row.gaps:
                sums[gap] += amount
        whole = sum(not row.covered.cover.uninsured for row in rows)
        everything, insured = self.tr("All"), self.tr("Insured whole")
        choices = [Choice(ALL, f"{everything} {formats.count(len(rows))}")]
        if whole:
            choices.append(Choice(WHOLE, f"{insured} {formats.count(whole)}"))
        shown = sorted(counts, key=lambda gap: -sums[gap])
        if (held := self.reasons.current) in set(Gap) and Gap(held) not in counts:
            shown.append(Gap(held))
        for gap in shown:
            name, many = say(f"cover_gap.{gap}", formats.lang), formats.count(counts[gap])
            choices.append(Choice(gap.value, f"{name} {many} · {formats.whole(sums[gap], base)}"))
        self.reasons.set_choices(choices)

    def _say_only(self) -> None:
        found, who = self.found, self._customer_id
        if not who or found is None:
            self.only.hide()
            return
        row = next((row for row in found.rows if row.covered.cover.item.customer_id == who), None)
        text = self.tr("This customer has no open invoice.")
        if row is not None:
            name = self.context.formats.name(row.name, row.name_en)
            text = self.tr("Only invoices of {customer}").format(customer=name)
        self.only.say("info", text, actions=[(self.tr("Show all"), self._everybody)], closable=False)

    def _say_missing(self) -> None:
        found = self.found
        if found is None or not found.book.missing:
            self.missing.hide()
            return
        text = self.tr("No exchange rate for {currencies}: these invoices are in no sum.")
        enter = (self.tr("Enter a rate"), lambda: self.context.navigator.go("settings", tab="rates"))
        self.missing.say("warn", text.format(currencies=", ".join(found.book.missing)), actions=[enter])

    def _say_empty(self) -> None:
        if self.found is not None and not self.found.rows:
            self.table.say_empty(self.tr("Nothing is open on this day."), self.tr("Import data"))
        else:
            self.table.say_empty(self.tr("No invoice matches."), self.tr("Clear filters"))

    def _everybody(self) -> None:
        self._customer_id = 0
        self._narrow()

    def clear_filters(self) -> None:
        """Show every invoice again."""
        if self.found is not None and not self.found.rows:
            self.context.navigator.go("importing")
            return
        self._customer_id = 0
        self.search.clear()
        self.reasons.set_current(ALL)
        self._narrow()

    def _total(self) -> None:
        if self.found is not None:
            base = self.found.book.base
            self.model.set_totals(cover_totals(self.model.shown(), base, self.context.formats))

    # -- one invoice ----------------------------------------------------------------------------

    def row(self, document_id: int) -> CoverRow | None:
        """An invoice read last."""
        rows = self.found.rows if self.found else ()
        return next((row for row in rows if row.document_id == document_id), None)

    def open_invoice(self, document_id: int, *, focus: bool = False) -> None:
        """Show why an invoice is insured as it is."""
        from app.ui.pages.insurance.cover.detail import CoverDetail  # noqa: PLC0415 - loads on first use

        row = self.row(document_id)
        if row is None or self.found is None:
            return
        if self._detail is None:
            self._detail = CoverDetail(self.context, self)
            self._detail.retranslate()
        self.host.show_detail(self._detail, focus=focus)
        self._detail.show_row(row, self.found)

    def _follow(self, document_id: int) -> None:
        """With the drawer open, the arrows show the row one comes to."""
        if document_id and self._detail is not None and self.host.shows_detail(self._detail):
            self.open_invoice(document_id)

    def _take_wanted(self) -> None:
        if self._wanted and self.found is not None:
            wanted, self._wanted = self._wanted, 0
            self.table.view.select_id(wanted)
            self.open_invoice(wanted)

    def shipment(self, row: CoverRow) -> None:
        """Ask when an invoice's goods left, how it is paid and what of it is tax."""
        from app.ui.dialogs.shipments import ShipmentsDialog, read_shipments  # noqa: PLC0415 - at its first use

        if not writable(self.context):
            return
        session, ids = self.context.company, [row.document_id]
        name = self.context.formats.name(row.name, row.name_en)
        self.context.runner.database(
            lambda _control: read_shipments(session, ids),
            lambda facts: open_for(self, ShipmentsDialog(self.context, facts, name, self)),
            failed=self.context.notices.error,
            owner=self,
        )

    def _row_actions(self) -> list[QAction]:
        row = self.row(self.table.view.current_id())
        if row is None:
            return []
        item, go = row.covered.cover.item, self.context.navigator.go
        made = []
        for text, run, changes in (
            (self.tr("Shipment facts…"), partial(self.shipment, row), True),
            (self.tr("Open the invoice"), partial(go, "customers", document_id=item.document_id), False),
            (self.tr("Open the buyer limit"),
             partial(go, "insurance", tab="limits", customer_id=item.customer_id), False),
        ):  # fmt: skip
            action = QAction(text, self)
            action.triggered.connect(lambda _on=False, run=run: run())
            if changes:
                guard(self.context, action)
            made.append(action)
        return made

    # -- exports --------------------------------------------------------------------------------

    def _open_columns(self) -> None:
        menu = columns_menu(self.table.view, self.table.view)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def _open_export(self) -> None:
        menu = self.exports.menu(self._export)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def _export(self, file_format: str) -> None:
        if self.found is None:
            return
        rows = {row.document_id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        formats, found = self.context.formats, self.found
        words = [self.tr("As of {day}").format(day=formats.day(found.as_of))]
        share = formats.percent(found.book.insured, found.book.net)
        words.append(self.tr("{share} of what is owed is insured").format(share=share))
        cells = cover_cells(formats, found.book.base)
        title = self.tr("Cover of open invoices")
        self.exports.table(self.table.view, list(rows), read, cells, title, file_format, words)

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Ctrl+F."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """The export."""
        return (self._export_action,)

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the row one is on."""
        row = self.row(self.table.view.current_id())
        if row is not None:
            self.context.navigator.go("reminders", customer_id=row.covered.cover.item.customer_id)
        return row is not None

    def status(self) -> str:
        """As of when, and how much is insured."""
        if self.found is None:
            return ""
        formats, book = self.context.formats, self.found.book
        day = self.tr("As of {day}").format(day=formats.day(book.as_of))
        share = self.tr("{share} insured").format(share=formats.percent(book.insured, book.net))
        return f"{day} • {share}"

    def showEvent(self, event: QShowEvent) -> None:
        """The button in the page's head comes back with the panel."""
        super().showEvent(event)
        self.export_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.export_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.reasons.setAccessibleName(self.tr("Why not insured"))
        self.search.set_placeholder(self.tr("Customer or invoice"))
        self.columns_button.setText(self.tr("Columns"))
        self.export_button.setText(self.tr("Export"))
        self._export_action.setText(self.tr("Export the cover of open invoices"))
        self.table.view.setAccessibleName(self.tr("Cover of open invoices"))
        if self.found is not None:
            self._show(self.found)

"""The provision for bad debts: of any day, by the firm's choices; booked, followed, printed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.ui.dialogs.opening import open_for
from app.ui.pages.analysis.provision.matrix_view import MatrixView
from app.ui.pages.analysis.provision.reading import read_provision
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.segmented import Segmented
from app.words import say
from app.words.provision_names import bucket_names, segment_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.changes import ChangeSet
    from app.domain.measure_record import SpecificProvision
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.analysis.provision.booked_view import BookedView
    from app.ui.pages.analysis.provision.detail import ItemsDetail
    from app.ui.pages.analysis.provision.outlook_view import OutlookView
    from app.ui.pages.analysis.provision.rates_view import RatesView
    from app.ui.pages.analysis.provision.reading import ProvisionRead
    from app.ui.pages.analysis.provision.specific_view import SpecificView
    from app.ui.pages.tabbed import TabbedPage

    View = MatrixView | RatesView | SpecificView | BookedView | OutlookView

MATRIX, RATES, SPECIFIC, BOOKED, OUTLOOK = "matrix", "rates", "specific", "booked", "outlook"
_VIEWS = (MATRIX, RATES, SPECIFIC, BOOKED, OUTLOOK)


class ProvisionPanel(TabPanel):
    """``open(view="rates")`` shows a view, ``open(as_of=day)`` a day."""

    moves = frozenset(
        {
            "document", "instalment", "allocation", "customer", "dispute", "rate", "setting", "company",
            "provision_run", "specific_provision", "stored_assessment", "grade_override", "external_event",
            "insurance_policy", "limit_decision", "shipment", "shipment_stop", "insurer_notice",
            "declaration", "claim", "claim_event", "region", "customer_group",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.found: ProvisionRead | None = None
        self.dialog: FormDialog | None = None
        self._detail: ItemsDetail | None = None
        self._cell: int | None = None
        self.exports = PageExports(context, self)
        self.view = Segmented()
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.policy_button = button(theme, "", "normal", "sliders-horizontal", self.edit_policy)
        self.export_button = button(theme, "", "normal", "download", self._offer_export)
        self.book_button = button(theme, "", "primary", "stamp", self.book)
        self.loading = LoadingBar(theme, self)
        self.matrix = MatrixView(context)
        self.views: dict[str, View] = {MATRIX: self.matrix}
        self.stack = QStackedWidget()
        self.stack.addWidget(self.matrix)
        self._lay_out()
        self.view.chosen.connect(self.show_view)
        self.as_of.changed.connect(self.read)
        self.matrix.opened.connect(self.open_cell)
        self.matrix.wanted.connect(self.show_view)
        self.matrix.table.clear_filter.connect(self._bring)
        self.matrix.opened_debt.connect(
            lambda row: context.navigator.go("customers", customer_id=row, tab="invoices")
        )

    def _lay_out(self) -> None:
        bar = QWidget()
        filters = FlowLayout(bar)
        for widget in (self.view, self.as_of, self.policy_button, self.export_button):
            filters.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar)
        layout.addWidget(self.stack, 1)
        self.host.header.add(self.book_button)

    # -- reading --------------------------------------------------------------------------------

    def read(self, *_: object) -> None:
        """Work the provision of the day out."""
        session, day = self.context.company, self.as_of.day
        self.loading.start()
        self.context.runner.database(
            partial(read_provision, session, day),
            self._show,
            failed=self._failed,
            owner=self,
            label="provision.rates",
            key="analysis.provision",
        )

    def _failed(self, error: Exception) -> None:
        self.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: ProvisionRead) -> None:
        self.loading.stop()
        self.found = found
        self._offer_views()
        for view in self.views.values():
            view.show_provision(found)
        self._guard()
        self._refresh_detail()
        self.host.tell_status()

    def _guard(self) -> None:
        found = self.found
        guard(self.context, self.policy_button, duty=Duty.RULES)
        if found is None:
            return
        last = max((one.as_of for one in found.runs), default=None)
        because = ""
        if found.sheet.small_firm:
            because = say("provision.book_small_firm", self.context.formats.lang)
        elif last is not None and last >= found.sheet.as_of:
            because = say(
                "provision.book_order", self.context.formats.lang, on=self.context.formats.day_in_text(last)
            )
        elif found.sheet.as_of > self.context.company.clock.today():
            because = self.tr("This day is still to come.")
        guard(self.context, self.book_button, able=not because, because=because)

    # -- views ----------------------------------------------------------------------------------

    def show_view(self, key: str) -> None:
        """Matrix, rates, specific debts, bookings, or what it hangs on."""
        if self.view.current != key:
            self.view.set_current(key)
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.stack.setCurrentWidget(self._made(key))

    def _made(self, key: str) -> View:
        if key not in self.views:
            view = self._make(key)
            self.views[key] = view
            self.stack.addWidget(view)
            view.retranslate()
            if self.found is not None:
                view.show_provision(self.found)
        return self.views[key]

    def _make(self, key: str) -> View:
        if key == RATES:
            from app.ui.pages.analysis.provision.rates_view import RatesView  # noqa: PLC0415 - at first use

            rates = RatesView(self.context)
            rates.wanted_rates.connect(self.edit_rates)
            return rates
        if key == SPECIFIC:
            from app.ui.pages.analysis.provision.specific_view import SpecificView  # noqa: PLC0415 - as above

            specific = SpecificView(self.context)
            specific.wanted.connect(self.add_specific)
            specific.edited.connect(self.edit_specific)
            specific.removed.connect(self.remove_specific)
            specific.insurers.opened.connect(lambda _row: self.context.navigator.go("insurance", tab="cover"))
            return specific
        if key == BOOKED:
            from app.ui.pages.analysis.provision.booked_view import BookedView  # noqa: PLC0415 - as above

            booked = BookedView(self.context)
            booked.unbook_wanted.connect(self.unbook)
            booked.paper_wanted.connect(self.print_booked)
            booked.day_wanted.connect(self._go_to_day)
            booked.written_off_wanted.connect(lambda: self.context.navigator.go("bad_debts"))
            booked.runs.clear_filter.connect(self.book)
            booked.runs.empty.bar(reason(self.context))
            return booked
        from app.ui.pages.analysis.provision.outlook_view import OutlookView  # noqa: PLC0415 - as above

        outlook = OutlookView(self.context)
        outlook.opened.connect(self._open_named)
        outlook.empty.action.connect(self._bring)
        return outlook

    def _offer_views(self) -> None:
        small = self.found is not None and self.found.sheet.small_firm
        names = {
            MATRIX: self.tr("Write-offs") if small else self.tr("Matrix"),
            RATES: self.tr("Rates"),
            SPECIFIC: self.tr("Specific"),
            BOOKED: self.tr("Journal") if small else self.tr("Booking"),
            OUTLOOK: self.tr("What it hangs on"),
        }
        shown = (MATRIX, BOOKED) if small else _VIEWS
        current = self.view.current
        self.view.set_choices([(key, names[key]) for key in shown])
        if current and current not in shown:
            self.show_view(MATRIX)

    def _bring(self) -> None:
        """Nothing is owed: bring the ledger in."""
        self.context.navigator.go("importing")

    def _go_to_day(self, day: date) -> None:
        self.as_of.set_day(day)
        self.show_view(MATRIX)
        self.read()

    # -- what is behind a figure ----------------------------------------------------------------

    def open_cell(self, place: int) -> None:
        """The debts behind a cell of the matrix, or all of them (0)."""
        self._cell = place
        self._show_cell(focus=True)

    def _open_named(self, segment: str, bucket: int) -> None:
        cells = self.found.sheet.result.cells if self.found is not None else ()
        for place, one in enumerate(cells, 1):
            if (one.cell.segment, one.cell.bucket) == (segment, bucket):
                self.open_cell(place)

    def _show_cell(self, *, focus: bool = False) -> None:
        found, place = self.found, self._cell
        if found is None or place is None:
            return
        sheet, lang = found.sheet, self.context.formats.lang
        if place == 0:
            title, items = say("provision_paper.gross", lang), list(sheet.items)
        elif place <= len(sheet.result.cells):
            cell = sheet.result.cells[place - 1].cell
            names = bucket_names(sheet.policy.ageing, sheet.buckets.limits, lang)
            segment = segment_name(sheet.policy.segmenting, cell.segment, sheet.names, lang)
            title = f"{segment} · {names[cell.bucket]}"
            items = sheet.behind(cell.segment, cell.bucket)
        else:
            return
        detail = self._made_detail()
        items.sort(key=lambda one: -one.gross)
        detail.show_items(title, items, sheet.base)
        self.host.show_detail(detail, focus=focus)
        detail.write_title()

    def _made_detail(self) -> ItemsDetail:
        from app.ui.pages.analysis.provision.detail import ItemsDetail  # noqa: PLC0415 - at its first use

        if self._detail is None:
            self._detail = ItemsDetail(self.context, self)
            self._detail.retranslate()
        return self._detail

    def _refresh_detail(self) -> None:
        if self._detail is None or not self.host.shows_detail(self._detail):
            return
        cells = len(self.found.sheet.result.cells) if self.found is not None else 0
        if self._cell is not None and self._cell <= cells:
            self._show_cell()
        elif self.host.drawer is not None:
            self.host.drawer.close_drawer()

    # -- acts -----------------------------------------------------------------------------------

    def _run(self, work: Callable[[Control], ChangeSet]) -> None:
        if writable(self.context):
            self.context.runner.database(
                work, self.context.notices.done, failed=self.context.notices.error, owner=self
            )

    def edit_policy(self) -> None:
        """Change how the firm provides."""
        from app.ui.pages.analysis.provision.policy_dialog import PolicyDialog  # noqa: PLC0415 - at first use

        if self.found is not None and writable(self.context):
            open_for(self, PolicyDialog(self.context, self.found.policy, self.found.sheet.base, self))

    def edit_rates(self) -> None:
        """Type loss rates."""
        from app.ui.pages.analysis.provision.rates_dialog import RatesDialog  # noqa: PLC0415 - at first use

        if self.found is not None and writable(self.context):
            open_for(self, RatesDialog(self.context, self.found.policy, self.found.sheet, self))

    def add_specific(
        self, customer_id: int = 0, document_id: int = 0, share: str = "", reason: str = ""
    ) -> None:
        """Provide for a debt by itself, from the day in view."""
        from app.ui.pages.analysis.provision.specific_dialog import begin  # noqa: PLC0415 - at first use

        day = min(self.as_of.day, self.context.company.clock.today())
        self._open_specific(lambda: begin(day, customer_id, document_id, share, reason))

    def edit_specific(self, record_id: int) -> None:
        """Change a specific provision."""
        found = self.found
        record = next((one for one in found.specifics if one.id == record_id), None) if found else None
        if record is not None:
            self._open_specific(lambda: record)

    def _open_specific(self, record: Callable[[], SpecificProvision]) -> None:
        from app.ui.pages.analysis.provision.specific_dialog import (  # noqa: PLC0415 - at first use
            SpecificDialog,
            read_specific,
        )

        if not writable(self.context):
            return
        session, begun = self.context.company, record()
        self.context.runner.database(
            lambda _control: read_specific(session, begun),
            lambda facts: open_for(self, SpecificDialog(self.context, facts, self)),
            failed=self.context.notices.error,
            owner=self,
            key="provision.specific",
        )

    def remove_specific(self, record_id: int) -> None:
        """Take a specific provision out; undo brings it back."""
        service = self.context.company.provisions
        self._run(lambda _control: service.remove_specific(record_id))

    def book(self) -> None:
        """Book the provision of the day."""
        from app.ui.pages.analysis.provision.booking_dialogs import BookDialog  # noqa: PLC0415 - at first use

        if self.found is not None and writable(self.context):
            open_for(self, BookDialog(self.context, self.found, self))

    def unbook(self, run_id: int) -> None:
        """Take the last booking back."""
        from app.ui.pages.analysis.provision.booking_dialogs import UnbookDialog  # noqa: PLC0415 - as above

        run = next((one for one in self.found.runs if one.id == run_id), None) if self.found else None
        if run is not None and writable(self.context):
            open_for(self, UnbookDialog(self.context, run, self))

    # -- papers ---------------------------------------------------------------------------------

    def _offer_export(self) -> None:
        menu = QMenu(self)
        for kind, text in (("pdf", self.tr("PDF…")), ("xlsx", self.tr("Excel workbook…"))):
            menu.addAction(text).triggered.connect(partial(self.export, kind))
        menu.popup(self.export_button.mapToGlobal(self.export_button.rect().bottomLeft()))

    def export(self, kind: str, *_: object) -> None:
        """Write the day's paper."""
        if self.found is None:
            return
        paper, service, lang = self.found.paper, self.context.company.provisions, self.context.formats.lang
        write = service.write_pdf if kind == "pdf" else service.write_xlsx

        def work(path: Path, _control: Control) -> None:
            write(paper, path, lang)

        title = say("provision_paper.title", lang)
        self.exports.write(f"{title} {paper.sheet.as_of.isoformat()}", kind, work)

    def print_booked(self, run_id: int) -> None:
        """Write a booked provision as it was booked."""
        service, lang = self.context.company.provisions, self.context.formats.lang
        run = next((one for one in self.found.runs if one.id == run_id), None) if self.found else None
        if run is None:
            return

        def work(path: Path, _control: Control) -> None:
            service.write_pdf(service.paper(service.booked(run_id)), path, lang)

        title = say("provision_paper.title", lang)
        self.exports.write(f"{title} {run.as_of.isoformat()}", "pdf", work)

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Which view, which day."""
        view, day = str(params.get("view", "")), params.get("as_of")
        if isinstance(day, date):
            self.as_of.set_day(day)
            self.read()
        if view in _VIEWS:
            self.show_view(view)

    def status(self) -> str:
        """How many debts the matrix holds."""
        if self.found is None:
            return ""
        return self.tr("%n debt(s) in the matrix", "", len(self.found.sheet.items))

    def showEvent(self, event: QShowEvent) -> None:
        """The button in the page's head comes back with the panel."""
        super().showEvent(event)
        self.book_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.book_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("View"))
        self._offer_views()
        self.policy_button.setText(self.tr("Method…"))
        self.export_button.setText(self.tr("Export"))
        self.book_button.setText(self.tr("Book…"))
        for view in self.views.values():
            view.retranslate()
        if self._detail is not None:
            self._detail.retranslate()
            self._refresh_detail()
        self._guard()

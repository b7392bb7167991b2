"""The customers page: the list, and on level two one customer's file with the drawer of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.document import DEBITS
from app.domain.duty import Duty
from app.ui.pages.customers.document_detail import DocumentPanel
from app.ui.pages.customers.entries import Entries
from app.ui.pages.customers.file import TABS, CustomerFile
from app.ui.pages.customers.guard import guard
from app.ui.pages.customers.listing import CustomerList
from app.ui.pages.page import Page
from app.ui.widgets.buttons import button, set_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.document import Document
    from app.ui.context import PageContext

_CONCERNED = frozenset(
    "customer contact identifier alias document allocation instalment dispute promise salesperson region "
    "customer_group company rate bill bill_cover activity attachment payment_plan plan_item plan_part "
    "letter profile financial_statement bank_flow certification contract_point external_rating "
    "external_event stored_assessment grade_override credit_limit open_order alert setting "
    "insurance_policy limit_decision shipment_stop shipment insurer_notice claim claim_event".split()
)


class CustomersPage(Page):
    """``open(customer_id=…)`` goes to a file, ``open(document_id=…)`` to a document in it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._stale = False
        self.entries = Entries(context, self)
        self.list = CustomerList(context.doing(Duty.BOOK), self.entries)
        self.file = CustomerFile(context, self.entries)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.file)
        self.content.addWidget(self.stack, 1)
        self.add_action_bar(self.list.bar)
        self._add_header()
        self._add_actions()
        self.document = DocumentPanel(context, self.add_drawer(), self.entries)
        self._connect()
        self._set_mode()
        self.retranslate()

    def _add_header(self) -> None:
        theme = self.context.theme
        self.import_button = button(theme, "", "normal", "download", self._import)
        self.export_button = button(theme, "", "normal", "table", self._export)
        self.statement_button = button(theme, "", "normal", "file-text", self._statement)
        self.rescore_button = button(theme, "", "normal", "gauge", self._rescore)
        self.check_button = button(theme, "", "normal", "package-check", self._check_order)
        self.log_button = button(theme, "", "normal", "phone", self._log)
        self.letter_button = button(theme, "", "primary", "mail", self.write_letter)
        self.entry_button = button(theme, "", "normal", "plus", self.new_entry)
        self.customer_button = button(theme, "", "primary", "plus", self.entries.new_customer)
        self.file_entry_button = button(theme, "", "normal", "plus", self.new_entry)
        shrinking = (self.rescore_button, self.check_button, self.log_button, self.file_entry_button)
        for widget in (
            self.import_button,
            self.export_button,
            self.rescore_button,
            self.check_button,
            self.log_button,
            self.statement_button,
            self.file_entry_button,
            self.entry_button,
            self.customer_button,
            self.letter_button,
        ):
            self.header.add(widget, shrinks=widget in shrinking)

    def _add_actions(self) -> None:
        self.entry_action = QAction(self)
        self.entry_action.setShortcut(QKeySequence("Ctrl+N"))
        self.entry_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.entry_action.triggered.connect(lambda _on=False: self.new_entry())
        self.addAction(self.entry_action)
        self.report_action = QAction(self)
        self.report_action.setShortcut(QKeySequence("Ctrl+P"))
        self.report_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.report_action.triggered.connect(lambda _on=False: self.credit_report())
        self.addAction(self.report_action)
        runs = {
            "invoice": self.entries.new_invoice,
            "receipt": self.entries.new_receipt,
            "credit_note": self.entries.new_credit_note,
            "refund": self.entries.new_refund,
        }
        self._new: dict[str, QAction] = {}
        for key, run in runs.items():
            action = QAction(self)
            action.triggered.connect(lambda _on=False, run=run: run(self.customer_in_view() or None))
            self._new[key] = action
        self._new["customer"] = QAction(self)
        self._new["customer"].triggered.connect(lambda _on=False: self.entries.new_customer())

    def _connect(self) -> None:
        go = self.context.navigator.go
        self.header.breadcrumb.chosen.connect(lambda _place: go("customers"))
        self.list.opened.connect(lambda customer_id: go("customers", customer_id=customer_id))
        self.list.counted.connect(self._say_header)
        self.entries.customer_made.connect(lambda customer_id: go("customers", customer_id=customer_id))
        self.file.opened.connect(self._open_document)
        self.file.shown.connect(self._on_file)
        self.file.lost.connect(self._on_lost)

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show the list, a customer's file, or the file of a document's customer."""
        customer_id, document_id = params.get("customer_id"), params.get("document_id")
        if isinstance(document_id, int) and document_id:
            self._find_document(document_id)
        elif isinstance(customer_id, int) and customer_id:
            self._open_file(customer_id, str(params.get("tab", "")), str(params.get("part", "")))
        else:
            self._show_list()

    def _show_list(self) -> None:
        self.document.close()
        self.stack.setCurrentWidget(self.list)
        self._set_mode()
        if self._stale:
            self._stale = False
            self.list.refresh()
        self.list.show_list()
        self.list.show_checks()
        self._say_header()

    def _open_file(self, customer_id: int, tab: str = "", part: str = "") -> None:
        """Show a file; one with typed changes stays until they are saved or discarded."""
        other = customer_id != self.file.customer_id
        self.stack.setCurrentWidget(self.file)
        if other and self.file.profile.dirty:
            self.file.tabs.show_tab(TABS.index("profile"))
            self.file.profile.remind()
        else:
            if other:
                self.document.close()
            self.file.show_customer(customer_id, tab, part)
        self._set_mode()
        self._say_header()

    def _find_document(self, document_id: int) -> None:
        ledger = self.context.company.ledger

        def done(document: Document) -> None:
            arriving = not self.in_file or document.customer_id != self.file.customer_id
            side = "invoices" if document.kind in DEBITS else "credits"
            self._open_file(document.customer_id, side if arriving else "")
            if self.file.customer_id == document.customer_id:
                self._open_document(document_id)

        self.context.runner.database(
            lambda _control: ledger.document(document_id).document,
            done,
            failed=self._on_lost,
            owner=self,
            key="customers.find",
        )

    def _open_document(self, document_id: int) -> None:
        self.document.show_document(document_id, focus=True)

    def _on_file(self) -> None:
        self._say_header()

    def _on_lost(self, error: object) -> None:
        """The customer or document is no longer there: back to the list, and say so."""
        if isinstance(error, Exception):
            self.context.notices.error(error)
        self._show_list()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what the change touched and is in view; the rest when it is next seen."""
        if not _CONCERNED & change.touched.keys():
            return
        if self.in_file:
            self._stale = True
            self._refresh_file(change)
        elif self.isVisible():
            self.list.refresh()
        else:
            self._stale = True

    def _refresh_file(self, change: ChangeSet) -> None:
        removed = change.verb in {"customer.removed", "customer.merged"}
        if removed and self.file.customer_id in change.touched.get("customer", frozenset()):
            self.context.runner.database(
                lambda _control: self.context.company.customers.rows([self.file.customer_id]),
                lambda rows: self.file.refresh() if rows else self.context.navigator.go("customers"),
                owner=self,
            )
        else:
            self.file.refresh()
        self.document.refresh()

    def status(self) -> str:
        """How many customers are shown."""
        return "" if self.in_file else self.list.count_words()

    def focus_search(self) -> None:
        """Ctrl+F."""
        field = self.file.search_field() if self.in_file else self.list.search
        if field is None:
            self.file.open_tab("invoices")
            field = self.file.debits.search
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_tab(self) -> str:
        """F1: the tab of the file in view; the list has none."""
        return TABS[self.file.tabs.bar.currentIndex()] if self.in_file else ""

    def regions(self) -> Sequence[QWidget]:
        """Header, then the list or the tabs and their panel, then the bar."""
        if self.in_file:
            return (self.header, self.file.tabs.bar, self.file.tabs.stack)
        return (self.header, self.list.scope, self.list.table, self.list.bar)

    def actions_of_page(self) -> Sequence[QAction]:
        """New entries, for the menu and the palette."""
        return (self.entry_action, self.report_action, *self._new.values())

    def may_leave(self) -> bool:
        """The window stays open while the profile has changes that are not saved."""
        if not self.file.profile.dirty:
            return True
        self.context.navigator.go("customers", customer_id=self.file.customer_id, tab="profile")
        self.file.profile.remind()
        return False

    # -- what the header does -------------------------------------------------------------------

    @property
    def in_file(self) -> bool:
        """Whether a customer's file is in view."""
        return self.stack.currentWidget() is self.file

    def customer_in_view(self) -> int:
        """The customer a new entry is for, 0 where none is meant."""
        return self.file.customer_id if self.in_file else self.list.chosen

    def new_entry(self) -> None:
        """Offer the kinds of entry, below the button."""
        below = self.file_entry_button if self.in_file else self.entry_button
        menu = self.entries.menu(self.customer_in_view() or None)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def write_letter(self) -> bool:
        """Ctrl+L: to the customer whose file is open, or whose row is chosen."""
        customer_id = self.customer_in_view()
        if customer_id:
            self.entries.letter(customer_id)
        return bool(customer_id)

    def credit_report(self) -> None:
        """Ctrl+P: the credit report of the customer whose file is open, or whose row is chosen."""
        customer_id = self.customer_in_view()
        if customer_id:
            self.entries.credit.report(customer_id)

    def _import(self) -> None:
        self.context.navigator.go("importing", kind="customers")

    def _export(self) -> None:
        self.list.export_menu(self.export_button)

    def _statement(self) -> None:
        self.list.exports.statements([self.file.customer_id], self.context.company.clock.today())

    def _rescore(self) -> None:
        self.context.navigator.go("scoring", customer_id=self.file.customer_id)

    def _check_order(self) -> None:
        self.context.navigator.go("credit", tab="check", customer_id=self.file.customer_id)

    def _log(self) -> None:
        self.entries.collection.log(self.file.customer_id)

    def _set_mode(self) -> None:
        in_file = self.in_file
        for widget in (self.import_button, self.export_button, self.entry_button, self.customer_button):
            widget.setVisible(not in_file)
        for widget in (
            self.rescore_button,
            self.check_button,
            self.log_button,
            self.statement_button,
            self.letter_button,
            self.file_entry_button,
        ):
            widget.setVisible(in_file)
        if in_file:
            self.list.bar.hide()

    def _say_header(self) -> None:
        if self.in_file:
            content = self.file.content
            row = content.row if content else None
            name = self.context.formats.name(row.short_name or row.name, row.name_en) if row else "…"
            self.header.breadcrumb.set_path([self.tr("Customers"), name])
            self.header.set_title("")
        else:
            self.header.breadcrumb.set_path([])
            self.header.set_title(self.tr("Customers"), self.list.count_words())
        self.status_changed.emit(self.status())

    def retranslate(self) -> None:
        """Write every text of the page."""
        self.list.table.view.setAccessibleName(self.tr("Customers"))
        self.import_button.setText(self.tr("Import"))
        self.export_button.setText(self.tr("Export"))
        set_name(self.statement_button, self.tr("Statement PDF"))
        self.rescore_button.setText(self.tr("Score again"))
        self.check_button.setText(self.tr("Check an order"))
        self.log_button.setText(self.tr("Log contact"))
        self.letter_button.setText(self.tr("Send reminder"))
        self.entry_button.setText(self.tr("New entry"))
        self.file_entry_button.setText(self.tr("New entry"))
        self.customer_button.setText(self.tr("New customer"))
        self.entry_action.setText(self.tr("New entry…"))
        self.report_action.setText(self.tr("Credit report…"))
        titles = {
            "invoice": self.tr("New invoice…"),
            "receipt": self.tr("New receipt…"),
            "credit_note": self.tr("New credit note…"),
            "refund": self.tr("New refund…"),
            "customer": self.tr("New customer…"),
        }
        for key, action in self._new.items():
            action.setText(titles[key])
        guard(self.context, self.entry_button, self.file_entry_button, self.entry_action)
        guard(self.context, self.letter_button, duty=Duty.COLLECT)
        guard(self.context, self.log_button, duty=Duty.LOG)
        books = (self.customer_button, self.import_button)
        guard(self.context, *books, *self._new.values(), duty=Duty.BOOK)
        self.document.retranslate()
        self._say_header()

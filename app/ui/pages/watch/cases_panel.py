"""The case library: bad debts and near misses, found by words, read, written up and put on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.credit_record import LossCase
from app.domain.loss_case import CaseCause, CaseKind
from app.domain.money import Money
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.models.columns import Cell, Column, amount_column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.case_view import CaseReading
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.changes import ChangeSet
    from app.services.cases import CaseView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.formats import Formats
    from app.ui.pages.tabbed import TabbedPage

translate = QCoreApplication.translate
_ANY = ""


def case_columns(formats: Formats) -> list[Column[CaseView]]:
    """Day, kind, title, customer, cause and amount."""

    def kind(view: CaseView) -> Cell:
        word = say(f"case_kind.{view.case.kind}", formats.lang)
        return Cell(word, chip="danger" if view.case.kind == CaseKind.BAD_DEBT else "warn")

    return [
        day_column("on", lambda: translate("CasesPanel", "Day"), lambda view: view.case.on, formats),
        Column(
            "kind",
            lambda: translate("CasesPanel", "Kind"),
            kind,
            value=lambda view: view.case.kind,
            width=92,
            min_width=76,
        ),
        text_column(
            "title",
            lambda: translate("CasesPanel", "Case"),
            lambda view: view.case.title,
            strong=True,
            width=170,
            min_width=110,
            stretch=2,
            fixed=True,
        ),
        text_column(
            "cause",
            lambda: translate("CasesPanel", "Cause"),
            lambda view: say(f"case_cause.{view.case.cause}", formats.lang) if view.case.cause else "",
            width=120,
            min_width=90,
            stretch=1,
            drop=2,
        ),
        amount_column(
            "amount",
            lambda: translate("CasesPanel", "Amount"),
            lambda view: view.case.amount,
            lambda view: view.case.currency or "CNY",
            formats,
            whole=True,
            zero_dash=True,
            width=96,
            min_width=80,
            drop=1,
        ),
    ]


class CasesPanel(TabPanel):
    """``open(write_off=…)`` and ``open(near_miss=…)`` begin a case from the ledger."""

    moves = frozenset({"loss_case", "customer"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.views: Sequence[CaseView] = ()
        self.case_id = 0
        self.dialog: FormDialog | None = None
        theme = context.theme
        self.kind = Segmented()
        self.cause = Choice([(_ANY, "")])
        self.search = SearchField(theme)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.new_button = button(theme, "", "primary", "plus", self._open_new)
        self.table = DataTable(theme, "watch.cases", context.preferences, empty_icon="book-open")
        self.model: RowTable[CaseView] = RowTable(
            case_columns(context.formats),
            context.runner,
            lambda view: view.case.id,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.model)
        self.card = Card(theme, " ")
        self.edit_button = button(theme, "", "normal", "pencil", self.edit)
        self.pdf_button = button(theme, "", "normal", "printer", self.print_cases)
        self.remove_button = button(theme, "", "normal", "trash-2", self.remove)
        for widget in (self.edit_button, self.pdf_button, self.remove_button):
            self.card.add_action(widget)
        self.reading = CaseReading(context)
        self.nothing = EmptyState(theme, "book-open")
        self._new_action = QAction(self)
        self._new_action.triggered.connect(lambda _on=False: self.add())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.kind)
        filters.addWidget(self.cause)
        filters.addWidget(self.search, 1)
        self.card.body.addWidget(self.reading, 1)
        self.card.body.addWidget(self.nothing, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.table, 5)
        both.addWidget(self.card, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addLayout(both, 1)
        for widget in (self.export_button, self.new_button):
            self.host.header.add(widget)

    def _connect(self) -> None:
        self.kind.chosen.connect(self.read)
        self.cause.activated.connect(self.read)
        self.search.searched.connect(self.read)
        self.search.down.connect(self.table.view.setFocus)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _row: self.edit())
        self.table.clear_filter.connect(self._clear)
        self.table.checks_changed.connect(self._write_buttons)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show a case, or begin one from a bad debt or a customer."""
        case_id, write_off, who = (params.get(key) for key in ("case_id", "write_off", "near_miss"))
        if isinstance(case_id, int) and case_id:
            self.case_id = case_id
        cases = self.context.company.cases
        if isinstance(write_off, int) and write_off:
            self._draft(lambda _control: cases.from_write_off(write_off))
        elif isinstance(who, int) and who:
            self._draft(lambda _control: cases.near_miss(who))

    def read(self, *_: object) -> None:
        """Search the library."""
        cases, text = self.context.company.cases, self.search.text().strip()
        kind, cause = self.kind.current, str(self.cause.value)
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: cases.search(text, kind=kind if kind != "all" else "", cause=cause),
            self._show,
            failed=self._failed,
            owner=self,
            key="watch.cases",
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, views: Sequence[CaseView]) -> None:
        self.table.loading.stop()
        self.views = views
        self.model.set_columns(case_columns(self.context.formats))
        self.model.set_rows(views)
        if not self.table.view.select_id(self.case_id):
            self.case_id = views[0].case.id if views else 0
            self.table.view.select_id(self.case_id)
        self._say_empty()
        self._write()
        self.host.tell_status()

    @property
    def view(self) -> CaseView | None:
        """The case in view."""
        return next((view for view in self.views if view.case.id == self.case_id), None)

    def _on_current(self, case_id: int) -> None:
        if case_id and case_id != self.case_id:
            self.case_id = case_id
            self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        view = self.view
        self.reading.setVisible(view is not None)
        self.nothing.setVisible(view is None)
        if view is None:
            self.card.set_title("")
            self.nothing.say(self.tr("What was learnt from a debt that was lost, or nearly, stands here."))
        else:
            self.card.set_title(
                view.case.title, say(f"case_kind.{view.case.kind}", self.context.formats.lang)
            )
            self.reading.show_case(view)
        self._write_buttons()

    def _write_buttons(self) -> None:
        view = self.view
        guard(self.context, self.edit_button, self.remove_button, able=view is not None)
        guard(self.context, self.new_button, self._new_action)
        chosen = len(self.model.checked)
        self.pdf_button.setEnabled(view is not None)
        self.pdf_button.setText(self.tr("PDF of %n case(s)…", "", chosen) if chosen else self.tr("PDF…"))

    def _narrowed(self) -> bool:
        return bool(self.search.text().strip() or self.cause.value != _ANY or self.kind.current != "all")

    def _say_empty(self) -> None:
        if self._narrowed():
            self.table.say_empty(self.tr("No case matches."), self.tr("Clear filters"))
        else:
            self.table.say_empty(
                self.tr("No case was written up yet."),
                self.tr("See the bad debts"),
                self.tr("Begin with a debt that was written off: the books before it are read for you."),
            )

    def _clear(self) -> None:
        if not self._narrowed():
            self.context.navigator.go("bad_debts")
            return
        self.search.clear()
        self.cause.choose(_ANY)
        self.kind.set_current("all")
        self.read()

    # -- writing up -----------------------------------------------------------------------------

    def new_menu(self) -> QMenu:
        """The ways to begin a case."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bad_debts = partial(self.context.navigator.go, "bad_debts")
        menu.addAction(self.tr("From a bad debt…")).triggered.connect(lambda _on=False: bad_debts())
        miss, loss = CaseKind.NEAR_MISS, CaseKind.BAD_DEBT
        menu.addAction(self.tr("A near miss…")).triggered.connect(lambda _on=False: self.add(miss))
        menu.addAction(self.tr("A bad debt not in the books…")).triggered.connect(
            lambda _on=False: self.add(loss)
        )
        return menu

    def _open_new(self) -> None:
        menu = self.new_menu()
        at = QPoint(self.new_button.width() - menu.sizeHint().width(), self.new_button.height())
        menu.popup(self.new_button.mapToGlobal(at))

    def add(self, kind: CaseKind = CaseKind.NEAR_MISS) -> None:
        """Begin an empty case."""
        if writable(self.context):
            today = self.context.company.clock.today()
            self._edit(LossCase("", kind.value, today, ""), "")

    def edit(self) -> None:
        """Edit the case in view."""
        if (view := self.view) is not None and writable(self.context):
            self._edit(view.case, view.customer)

    def _draft(self, work: Callable[[Control], LossCase]) -> None:
        """Begin a case from the ledger."""
        if not writable(self.context):
            return
        company = self.context.company

        def read(control: Control) -> tuple[LossCase, str]:
            case = work(control)
            who = case.customer_id
            return case, company.customers.profile(who).customer.name if who else ""

        self.context.runner.database(
            read, lambda found: self._edit(*found), failed=self.context.notices.error, owner=self
        )

    def _edit(self, case: LossCase, customer: str) -> None:
        from app.ui.pages.watch.case_dialog import CaseDialog  # noqa: PLC0415 - at its first use

        dialog = CaseDialog(self.context, case, customer, self)
        dialog.saved.connect(self._on_saved)
        open_for(self, dialog)

    def _on_saved(self, change: ChangeSet) -> None:
        self.case_id = next(iter(change.touched.get("loss_case", ())), self.case_id)

    def remove(self) -> None:
        """Put the case in view in the bin; undo brings it back."""
        if (view := self.view) is not None and writable(self.context):
            cases, case_id = self.context.company.cases, view.case.id
            self.context.runner.database(
                lambda _control: cases.remove(case_id),
                self.context.notices.done,
                failed=self.context.notices.error,
                owner=self,
            )

    def print_cases(self) -> None:
        """Look at the checked cases, or the one in view, as they will be printed."""
        from app.ui.dialogs.paper_dialog import PaperDialog  # noqa: PLC0415 - at its first use

        checked = self.model.checked
        ids = [view.case.id for view in self.model.shown() if view.case.id in checked] or [self.case_id]
        if (view := self.view) is None:
            return
        about = view.case.title if len(ids) == 1 else self.tr("%n case(s)", "", len(ids))
        cases = self.context.company.cases

        def write(path: Path, lang: str) -> object:
            return cases.pdf(ids, path, lang)

        PaperDialog(self.context, self.tr("Case"), about, write, self).open()

    def _open_export(self) -> None:
        def money(view: CaseView) -> Money:
            return Money(view.case.amount, view.case.currency or view.visible.currency or "CNY")

        export_menu(self.exports, self.export_button, self.table, self.model, self.tr("Cases"), money)

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """Writing up a case."""
        return (self._new_action,)

    def status(self) -> str:
        """How many are shown."""
        return self.tr("%n case(s)", "", len(self.views))

    def showEvent(self, event: QShowEvent) -> None:
        """The button in the page's head comes back with the panel."""
        super().showEvent(event)
        self.export_button.show()
        self.new_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.new_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        lang = self.context.formats.lang
        kinds = [(each.value, say(f"case_kind.{each}", lang)) for each in CaseKind]
        self.kind.set_choices([("all", self.tr("All")), *kinds])
        self.kind.setAccessibleName(self.tr("Which cases"))
        causes = [(each.value, say(f"case_cause.{each}", lang)) for each in CaseCause]
        self.cause.set_pairs([(_ANY, self.tr("Every cause")), *causes], self.cause.value)
        self.cause.setAccessibleName(self.tr("Cause"))
        self.search.set_placeholder(self.tr("Customer, facts or lesson"))
        self.export_button.setText(self.tr("Export"))
        self.new_button.setText(self.tr("Write up a case"))
        self._new_action.setText(self.tr("Write up a case…"))
        self.edit_button.setText(self.tr("Edit…"))
        self.remove_button.setText(self.tr("Remove"))
        self.table.view.setAccessibleName(self.tr("Cases"))
        self.model.set_columns(case_columns(self.context.formats))
        self._say_empty()
        self._write()

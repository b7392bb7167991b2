"""Turnover declarations of a policy, period by period, and the premium on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.policy import Frequency
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.declarations.columns import PeriodRow, period_columns
from app.ui.pages.insurance.declarations.period_card import PeriodCard
from app.ui.pages.insurance.declarations.premium_card import PremiumCard
from app.ui.pages.insurance.declarations.reading import DeclarationsRead, read_declarations
from app.ui.pages.insurance.said import policy_name
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.services.declarations import DeclarationView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.insurance.said import Called
    from app.ui.pages.tabbed import TabbedPage

_FREE = frozenset({Frequency.NONE, Frequency.SHIPMENT})


class DeclarationsPanel(TabPanel):
    """``open(policy_id=…, start=day)`` shows a period; with ``pay=True`` a payment is entered."""

    moves = frozenset(
        {"declaration", "premium_payment", "insurance_policy", "document", "shipment", "customer", "fx_rate"}
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.found: DeclarationsRead | None = None
        self.dialog: FormDialog | None = None
        self._policy_id, self._wanted, self._pay = 0, "", False
        self._span: tuple[date, date] | None = None
        theme, today = context.theme, context.company.clock.today()
        self.exports = PageExports(context, self)
        self.policy = Choice([(0, "–")])
        self.periods = DataTable(theme, "insurance.periods", context.preferences, empty_icon="calendar-days")
        self.model: RowTable[PeriodRow] = RowTable(
            period_columns(context.formats, today), context.runner, lambda row: row.key, parent=self
        )
        self.periods.set_model(self.model)
        self.since, self.until = (
            DayEdit(context.language, today.replace(day=1)),
            DayEdit(context.language, today),
        )
        self._to = label("–", "body", "secondary")
        self.show_button = button(theme, "", "normal", "search", self._show_span, small=True)
        self.premium = PremiumCard(context)
        self.card = PeriodCard(context)
        self.nothing = EmptyState(theme, "shield-check")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        free = QHBoxLayout()
        free.setSpacing(8)
        for widget in (self.since, self._to, self.until, self.show_button):
            free.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.policy)
        left.addWidget(self.periods, 1)
        left.addLayout(free)
        left.addWidget(self.premium)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 4)
        row.addWidget(self.card, 7)
        self.stack = QStackedWidget()
        self.stack.addWidget(both)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def _connect(self) -> None:
        self.policy.activated.connect(self._on_policy)
        self.periods.current_changed.connect(self._on_period)
        self.periods.clear_filter.connect(self._open_clause)
        self.nothing.action.connect(lambda: self.context.navigator.go("insurance", tab="policies"))
        self.premium.pay_wanted.connect(self.pay)
        self.premium.edit_wanted.connect(self.edit_payment)
        self.premium.remove_wanted.connect(self.remove_payment)
        self.card.declare_wanted.connect(self.declare)
        self.card.accept_wanted.connect(self.accept)
        self.card.remove_wanted.connect(self.take_back)
        self.card.sheet_wanted.connect(self.write_sheet)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show a policy's period, or enter a payment."""
        policy, start, period = (params.get(key) for key in ("policy_id", "start", "period"))
        if isinstance(policy, int) and policy:
            self._policy_id = policy
        named = start if isinstance(start, str) else period if isinstance(period, str) else ""
        self._wanted = named.partition("/")[0]
        self._pay = bool(params.get("pay"))
        self.read()

    def read(self) -> None:
        """Read the policy's periods and premium."""
        session, policy_id = self.context.company, self._policy_id
        self.context.runner.database(
            lambda _control: read_declarations(session, policy_id),
            self._show,
            failed=self.context.notices.error,
            owner=self,
            key="insurance.declarations",
        )

    def _show(self, found: DeclarationsRead) -> None:
        self.found = found
        self.stack.setCurrentIndex(0 if found.policy is not None else 1)
        if found.policy is None:
            return
        self._policy_id = found.policy.id
        self.policy.set_pairs([(one.id, policy_name(one)) for one in found.policies], found.policy.id)
        self.model.set_columns(period_columns(self.context.formats, self.context.company.clock.today()))
        self.model.set_rows(found.periods)
        free = found.policy.terms.declaration in _FREE
        for widget in (self.since, self._to, self.until, self.show_button):
            widget.setVisible(free)
        self._say_periods()
        self.premium.show_premium(found)
        self._choose(found)
        self.host.tell_status()
        if self._pay:
            self._pay = False
            self.pay()

    def _choose(self, found: DeclarationsRead) -> None:
        """The period asked for, the one in view, else the first to be declared."""
        rows = found.periods
        today = self.context.company.clock.today()
        wanted = next((row for row in rows if f"{row.start}" == self._wanted), None)
        shown = next((row for row in rows if self._span == (row.start, row.end)), None)
        due = next((row for row in reversed(rows) if row.stored is None and row.end <= today), None)
        row = wanted or shown or due or (rows[0] if rows else None)
        self._wanted = ""
        if row is not None:
            self.periods.view.select_id(row.key)
            self._read_period(row.start, row.end)
        elif found.policy is not None:
            self._show_span()

    def _on_policy(self, *_: object) -> None:
        chosen = self.policy.value
        if isinstance(chosen, int):
            self._policy_id, self._span = chosen, None
            self.read()

    def _on_period(self, key: int) -> None:
        rows = self.found.periods if self.found is not None else ()
        row = next((one for one in rows if one.key == key), None)
        if row is not None and self._span != (row.start, row.end):
            self._read_period(row.start, row.end)

    def _show_span(self) -> None:
        self._read_period(self.since.day, self.until.day)

    def _read_period(self, start: date, end: date) -> None:
        self._span = (start, end)
        session, policy_id = self.context.company, self._policy_id

        def work(_control: Control) -> tuple[DeclarationView, Called]:
            view = session.declarations.preview(policy_id, start, end)
            return view, session.policies.called({one.customer_id for one in view.sales})

        self.context.runner.database(
            work,
            lambda found: self.card.show_period(*found),
            failed=self.context.notices.error,
            owner=self,
            key="insurance.period",
        )

    # -- acting ---------------------------------------------------------------------------------

    @property
    def view(self) -> DeclarationView | None:
        """The period in view."""
        return self.card.view

    def _run(self, work: Callable[[Control], ChangeSet]) -> None:
        if writable(self.context):
            self.context.runner.database(
                work, self.context.notices.done, failed=self.context.notices.error, owner=self
            )

    def declare(self) -> None:
        """Declare the period in view."""
        from app.ui.pages.insurance.declarations.dialogs import DeclareDialog  # noqa: PLC0415 - at its first use

        if self.view is not None and writable(self.context):
            open_for(self, DeclareDialog(self.context, self.view, self))

    def accept(self) -> None:
        """The insurer confirmed it."""
        from app.ui.pages.insurance.declarations.dialogs import AcceptDialog  # noqa: PLC0415 - as above

        if self.view is not None and self.view.stored is not None and writable(self.context):
            open_for(self, AcceptDialog(self.context, self.view.stored, self))

    def take_back(self) -> None:
        """It was declared by mistake; undo brings it back."""
        if self.view is not None and self.view.stored is not None:
            declarations, row = self.context.company.declarations, self.view.stored.id
            self._run(lambda _control: declarations.remove(row))

    def write_sheet(self) -> None:
        """Write the period as a workbook."""
        view = self.view
        if view is None:
            return
        declarations, lang = self.context.company.declarations, self.context.formats.lang

        def work(path: Path, _control: Control) -> None:
            declarations.write_sheet(view, path, lang)

        title = self.tr("Declaration")
        self.exports.write(f"{title} {view.policy.record.number} {view.start} {view.end}", "xlsx", work)

    def pay(self) -> None:
        """Enter premium paid; what is still to pay is proposed."""
        self._edit_payment(0)

    def edit_payment(self, payment_id: int) -> None:
        """Change a payment."""
        self._edit_payment(payment_id)

    def _edit_payment(self, payment_id: int) -> None:
        from app.ui.pages.insurance.declarations.dialogs import PremiumDialog  # noqa: PLC0415 - as above

        found = self.found
        if found is None or found.policy is None or not writable(self.context):
            return
        payment = next((one for one in found.payments if one.id == payment_id), None)
        owed = found.premium.balance if found.premium is not None and found.premium.balance > 0 else None
        open_for(self, PremiumDialog(self.context, found.policy, payment, owed, self))

    def remove_payment(self, payment_id: int) -> None:
        """Take a payment out; undo brings it back."""
        declarations = self.context.company.declarations
        self._run(lambda _control: declarations.remove_payment(payment_id))

    def _say_periods(self) -> None:
        found = self.found
        if found is not None and found.policy is not None and found.policy.terms.declaration in _FREE:
            text = self.tr("The policy names no periods: choose the days below.")
        else:
            text = self.tr("No period has begun yet.")
        self.periods.say_empty(text, self.tr("Open the clause"))

    def _open_clause(self) -> None:
        self.context.navigator.go(
            "insurance", tab="policies", policy_id=self._policy_id, clause="declaration"
        )

    # -- TabPanel -------------------------------------------------------------------------------

    def status(self) -> str:
        """How many periods there are."""
        return self.tr("%n period(s)", "", len(self.found.periods) if self.found is not None else 0)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.policy.setAccessibleName(self.tr("Policy"))
        self.since.setAccessibleName(self.tr("First day"))
        self.until.setAccessibleName(self.tr("Last day"))
        self.show_button.setText(self.tr("Show"))
        self.periods.view.setAccessibleName(self.tr("Periods"))
        self._say_periods()
        self.nothing.say(
            self.tr("Turnover is declared under a policy; none is entered yet."),
            self.tr("Enter a policy"),
        )
        self.model.set_columns(period_columns(self.context.formats, self.context.company.clock.today()))
        self.premium.retranslate()
        self.card.retranslate()

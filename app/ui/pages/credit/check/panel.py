"""May I ship this? The question beside its answer; behind it what was asked before, and open orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.credit_record import OpenOrder
from app.domain.duty import Duty
from app.domain.order_check import Answer, Paper
from app.domain.problem import HoldfastError
from app.ui.dialogs.approval import ASKED_LAST
from app.ui.dialogs.release import Held, open_release
from app.ui.faults import sentence
from app.ui.pages.credit.check.answer import Answered, AnswerView
from app.ui.pages.credit.check.form import Asked, CheckForm
from app.ui.pages.credit.check.history import CheckHistory
from app.ui.pages.credit.check.order_list import OrderList
from app.ui.pages.customers.guard import guard
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from app.domain.changes import ChangeSet
    from app.services.order_views import CheckRow, CheckView, OrderRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

ASK, PAST, ORDERS = "ask", "history", "orders"
_VIEWS = (ASK, PAST, ORDERS)
_FORM = 364


class CheckPanel(TabPanel):
    """``open(customer_id=…, order_id=…, amount=…, check_id=…, view="ask"|"history"|"orders")``."""

    moves = frozenset(
        {
            "open_order", "order_check", "document", "allocation", "bill", "credit_limit", "customer",
            "stored_assessment", "grade_override", "setting", "rate", "letter", "person", "profile",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.dialog: Any = None
        self.kept = 0
        """The check stored of the answer in view, 0 for none."""
        self._base = ""
        theme = context.theme
        self.view = Segmented()
        self.form = CheckForm(context, "CNY")
        self.answer = AnswerView(context)
        self.history = CheckHistory(context, host)
        self.orders = OrderList(context, host, "CNY")
        self.keep_button = button(theme, "", "primary", "check", self.keep)
        self.release_button = button(theme, "", "normal", "badge-check", self.release)
        self.print_button = button(theme, "", "normal", "printer", self.print_pdf)
        self.enter_button = button(theme, "", "normal", "plus", self.enter_order)
        self.new_button = button(theme, "", "normal", "refresh-cw", self.begin)
        self._said = label("", "small", "secondary", wrap=True)
        self._make_actions()
        self._lay_out()
        self._connect()

    def _make_actions(self) -> None:
        self._new_action, self._print_action = QAction(self), QAction(self)
        self._orders_action, self._past_action = QAction(self), QAction(self)
        self._new_action.setShortcut(QKeySequence("Ctrl+N"))
        self._print_action.setShortcut(QKeySequence("Ctrl+P"))
        for action, run in (
            (self._new_action, self.begin),
            (self._print_action, self.print_pdf),
            (self._orders_action, lambda: self.show_view(ORDERS)),
            (self._past_action, lambda: self.show_view(PAST)),
        ):
            action.triggered.connect(lambda _on=False, run=run: run())
            self.addAction(action)

    def _lay_out(self) -> None:
        self._card = Card(self.context.theme, " ")
        self._card.body.addWidget(self.form)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.keep_button, self.release_button)),
            (second, (self.print_button, self.enter_button)),
        ):
            row.setSpacing(8)
            for each in buttons:
                row.addWidget(each, 1)
        self._card.body.addLayout(first)
        self._card.body.addLayout(second)
        self._card.body.addWidget(self._said)
        self._card.body.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFixedWidth(_FORM)
        side.setWidget(self._card)
        ask = QWidget()
        columns = QHBoxLayout(ask)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(side)
        columns.addWidget(self.answer, 1)
        self.stack = QStackedWidget()
        for widget in (ask, self.history, self.orders):
            self.stack.addWidget(widget)
        above = QHBoxLayout()
        above.addWidget(self.view)
        above.addStretch(1)
        above.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.view.chosen.connect(self.show_view)
        self.form.asked.connect(self._on_asked)
        self.form.customer_chosen.connect(self._read_orders)
        self.history.again.connect(self._ask_again)
        self.orders.wanted.connect(self.ask_about)

    # -- going about ----------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """The question, what was asked before, or open orders."""
        self.view.set_current(view)
        self.stack.setCurrentIndex(_VIEWS.index(view))
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.new_button.setVisible(view == ASK)
        self._read_view()

    def open(self, params: Mapping[str, object]) -> None:
        """What somebody came here to ask."""
        view = str(params.get("view", ASK))
        check_id = params.get("check_id")
        if isinstance(check_id, int) and check_id:
            self.history.open_check(check_id)
            view = PAST
        if view in _VIEWS:
            self.show_view(view)
        order_id, customer_id = params.get("order_id"), params.get("customer_id")
        if isinstance(order_id, int) and order_id:
            self._look_up(0, order_id)
        elif isinstance(customer_id, int) and customer_id:
            self._look_up(customer_id, 0)
        elif view == ASK:
            self.form.customer.setFocus()

    def _look_up(self, customer_id: int, order_id: int) -> None:
        """Fill the form with a customer, or with an open order and its customer."""
        session = self.context.company

        def work(_control: Control) -> tuple[int, str, str, list[OrderRow]]:
            rows = session.orders.open_orders(customer_id or None)
            found = next((row for row in rows if row.order.id == order_id), None)
            who = found.order.customer_id if found else customer_id
            if not who:
                return 0, "", "", []
            customer = session.customers.profile(who).customer
            mine = [row for row in rows if row.order.customer_id == who]
            return who, self.context.formats.name(customer.name, customer.name_en), customer.currency, mine

        def done(found: tuple[int, str, str, list[OrderRow]]) -> None:
            who, name, currency, rows = found
            if not who:
                return
            self.form.begin()
            self.form.show_customer(who, name)
            if currency:
                self.form.currency.choose(currency)
            self.form.offer(rows, order_id)
            self.form.amount.setFocus()

        self.context.runner.database(
            work, done, failed=self.context.notices.error, owner=self, key="check.look_up"
        )

    def begin(self) -> None:
        """Ask something new."""
        self.host.tabs.show_tab(self.host.keys.index("check"))
        self.show_view(ASK)
        self.form.begin()

    def ask_about(self, row: OrderRow) -> None:
        """Ask about an open order."""
        self.show_view(ASK)
        self._look_up(0, row.order.id)

    def _ask_again(self, row: CheckRow | None) -> None:
        if row is None:
            self.begin()
            return
        self.show_view(ASK)
        check = row.check
        self.form.begin()
        self.form.show_customer(check.customer_id, self.context.formats.name(row.customer, row.customer_en))
        self.form.set_amount(check.amount, check.currency)
        self._read_orders(check.customer_id, check.order_id or 0)

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """What is in view is read again, the answer too."""
        if not self._base:
            self._read_base()
        self._read_view()
        self._on_asked(self.form.question())

    def _read_base(self) -> None:
        company = self.context.company.company

        def done(base: str) -> None:
            self._base = self.orders._base = base  # noqa: SLF001 - this panel's own part
            if not self.form.customer.customer_id and not self.form.amount.text():
                self.form.currency.choose(base)
                self.form.amount.set_currency(base)
                self.form.prepaid.set_currency(base)

        self.context.runner.database(
            lambda _control: company.get().currency,
            done,
            failed=self.context.notices.error,
            owner=self,
            key="check.base",
        )

    def _read_view(self) -> None:
        if self.view.current == PAST:
            self.history.read()
        elif self.view.current == ORDERS:
            self.orders.read()

    def _read_orders(self, customer_id: int, chosen: int = 0) -> None:
        if not customer_id:
            return
        orders = self.context.company.orders

        def done(rows: list[OrderRow]) -> None:
            if self.form.customer.customer_id == customer_id:
                self.form.offer(rows, chosen)

        self.context.runner.database(
            lambda _control: orders.open_orders(customer_id),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="check.orders",
        )

    def _on_asked(self, asked: Asked | None) -> None:
        if asked is None:
            self.context.runner.supersede("check.answer")
            self.answer.say_missing(self.form.missing())
            self._write_buttons()
            return
        session = self.context.company
        kept = self.kept if self.found is not None and self.found.asked == asked else 0

        def work(_control: Control) -> Answered:
            view = session.orders.check(
                asked.customer_id, asked.amount, asked.currency, asked.as_of, asked.prepaid,
                order_id=asked.order_id or None, paper=asked.paper,
            )  # fmt: skip
            limit = session.limits.view(asked.customer_id, asked.as_of)
            still = kept and any(row.check.id == kept for row in session.orders.checks(asked.customer_id))
            return Answered(asked, view, limit, 0 if still else kept)

        self.context.runner.database(work, self._show, failed=self._refused, owner=self, key="check.answer")

    def _show(self, found: Answered) -> None:
        same = self.found is not None and self.found.asked == found.asked
        if not same or (self.kept and self.kept == found.undone):
            self.kept = 0
        self.answer.show_answer(found)
        self._write_buttons()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            self.answer.say_missing(sentence(error, self.context.formats.lang))
            self._write_buttons()
        else:
            self.context.notices.error(error)

    # -- what follows ---------------------------------------------------------------------------

    @property
    def found(self) -> Answered | None:
        """The answer in view."""
        return self.answer.found

    def keep(self) -> None:
        """Store the answer with its working."""
        found = self.found
        if found is None or self.kept:
            return
        orders, notices = self.context.company.orders, self.context.notices
        asked_by = str(self.context.preferences.get(ASKED_LAST, "")) or self.context.actor

        def done(change: ChangeSet) -> None:
            self._on_kept(change)
            notices.done(change)

        self.context.runner.database(
            lambda _control: orders.keep(found.view, asked_by), done, failed=notices.error, owner=self
        )

    def _on_kept(self, change: ChangeSet) -> None:
        self.kept = next(iter(change.touched.get("order_check", ())), 0)
        self._write_buttons()

    def release(self) -> None:
        """Let the order pass all the same."""
        found = self.found
        if found is None:
            return
        asked = found.asked
        held = Held(
            asked.customer_id, self._called(found.view), asked.amount, asked.currency, self.kept,
            None if self.kept else found.view, named=bool(asked.order_id),
        )  # fmt: skip
        open_release(self, self.context, self, held, self._on_kept)

    def print_pdf(self) -> None:
        """The answer with every number as a PDF."""
        found = self.found
        if found is None or not self.answer.isVisible():
            return
        orders, view, lang = self.context.company.orders, found.view, self.context.formats.lang

        def work(path: Path, _control: Control) -> None:
            orders.print(view, path, lang)

        name = " ".join((self.tr("Order check"), self._called(view), view.as_of.isoformat()))
        PageExports(self.context, self).write(name.replace("/", "-"), "pdf", work)

    def _called(self, view: CheckView) -> str:
        return self.context.formats.name(view.customer, view.customer_en)

    def enter_order(self) -> None:
        """Enter what was asked about as an open order, so that it counts from now on."""
        found = self.found
        if found is None or found.asked.order_id:
            return
        asked = found.asked
        order = OpenOrder(
            asked.customer_id, "", asked.as_of, asked.currency, asked.amount, prepaid=asked.prepaid
        )
        self.orders.new(order, self._called(found.view))
        dialog = self.orders.dialog
        if dialog is not None:
            dialog.saved.connect(self._on_entered)

    def _on_entered(self, change: ChangeSet) -> None:
        order_id = next(iter(change.touched.get("open_order", ())), 0)
        if order_id and self.found is not None:
            self._look_up(self.found.asked.customer_id, order_id)

    def _write_buttons(self) -> None:
        found = self.found
        held = found is not None and found.view.answer is not Answer.GO
        order = found is not None and found.asked.paper is Paper.ORDER and not found.asked.order_id
        guard(self.context, self.keep_button, able=found is not None and not self.kept)
        guard(self.context, self.release_button, able=held, duty=Duty.CREDIT)
        guard(self.context, self.enter_button, able=order)
        self.print_button.setEnabled(found is not None)
        self.keep_button.setText(self.tr("Kept") if self.kept else self.tr("Keep"))

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget | None:
        """Ctrl+F: the customer, or the list's search."""
        fields: dict[str, QWidget] = {PAST: self.history.search, ORDERS: self.orders.search}
        return fields.get(self.view.current, self.form.customer)

    def actions_of_panel(self) -> Sequence[QAction]:
        """A new check, its paper, and the other views."""
        return (self._new_action, self._print_action, self._past_action, self._orders_action)

    def status(self) -> str:
        """How many releases are running."""
        running = self.history.running
        return self.tr("%n release(s) running", "", running) if running else ""

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.set_choices(
            [
                (ASK, self.tr("Check")),
                (PAST, self.tr("Checks and releases")),
                (ORDERS, self.tr("Open orders")),
            ]
        )
        self.view.setAccessibleName(self.tr("What is shown"))
        self._card.set_title(self.tr("May I ship this?"))
        self.new_button.setText(self.tr("New check"))
        self.release_button.setText(self.tr("Release…"))
        self.print_button.setText(self.tr("PDF"))
        self.enter_button.setText(self.tr("Enter order"))
        self._said.setText(self.tr("Nothing is stored before you keep it. Ctrl+N asks anew, Ctrl+P prints."))
        self._new_action.setText(self.tr("New order check"))
        self._print_action.setText(self.tr("Order check as PDF…"))
        self._orders_action.setText(self.tr("Open orders"))
        self._past_action.setText(self.tr("Order checks and releases"))
        for part in (self.form, self.answer, self.history, self.orders):
            part.retranslate()
        self._write_buttons()
        if self.found is None:
            self.answer.say_missing(self.form.missing())

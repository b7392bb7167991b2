"""The bank page: the queue of statement lines, bills and cheques, and bringing a statement in."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget

from app.domain.bank import BankAccount, LineState
from app.domain.duty import Duty
from app.domain.money import Money
from app.ui.dialogs.opening import open_for
from app.ui.pages.bank.bill_panel import BillPanel
from app.ui.pages.bank.billing import Billing
from app.ui.pages.bank.bills_panel import BillsPanel
from app.ui.pages.bank.deciding import Deciding
from app.ui.pages.bank.line_panel import LinePanel
from app.ui.pages.bank.queue import QueuePanel
from app.ui.pages.bank.words import own_account
from app.ui.pages.customers.columns import money_words
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.page import Page
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import literal
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.cash_match import MatchRule, Tolerances
    from app.domain.changes import ChangeSet
    from app.services.bank_views import UnmatchedReceipts
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.bank.bring import BringPanel

_CONCERNED = frozenset(
    "bank_account bank_statement bank_line payer document allocation customer setting".split()
)
_BILLS = frozenset("bill bill_cover document allocation customer".split())
_LINES, _BILLS_TAB = range(2)


class BankPage(Page):
    """``open(tab="bills")``, ``open(path=…)`` to bring a file in, ``open(line_id=…)``, ``open(state=…)``."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._unmatched: UnmatchedReceipts | None = None
        self._stale = {_LINES: True, _BILLS_TAB: True}
        self.dialog: FormDialog | None = None
        self.deciding = Deciding(context, self)
        self.billing = Billing(context, self)
        self.message = MessageStrip(theme)
        self.queue = QueuePanel(context)
        self.bills = BillsPanel(context, self.billing)
        self.tabs = Tabs()
        self.tabs.add(self.queue, "")
        self.tabs.add(self.bills, "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.content.addWidget(self.message)
        self.content.addWidget(self.stack, 1)
        self.options_button = button(theme, "", "normal", "sliders-horizontal", self._open_options)
        self.quit_button = button(theme, "", "normal", run=self.show_home)
        self.bring_button = button(theme, "", "primary", "download", self.bring)
        for widget in (self.options_button, self.quit_button, self.bring_button):
            self.header.add(widget)
        drawer = self.add_drawer()
        self.line = LinePanel(context, drawer, self.deciding)
        self.bill = BillPanel(context, drawer, self.billing)
        drawer.body.addStretch(1)
        self._actions = [QAction(self) for _ in range(4)]
        self._connect()
        self._show_half()
        self.retranslate()

    def _connect(self) -> None:
        self.queue.shown.connect(self._on_line)
        self.queue.pressed.connect(self._on_key)
        self.queue.bring.connect(self.bring)
        self.deciding.decided.connect(self.queue.advance)
        self.bills.shown.connect(self._on_bill)
        self.bills.opened.connect(self._open_bill)
        self.tabs.changed.connect(self._on_tab)
        self.header.breadcrumb.chosen.connect(lambda _place: self.show_home())
        runs = (self.bring, self.rules, self.deciding.payers, self.billing.receive)
        for action, run in zip(self._actions, runs, strict=True):
            action.triggered.connect(lambda _on=False, run=run: run())
        new = QShortcut(QKeySequence("Ctrl+N"), self, self._new)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @cached_property
    def bringing(self) -> BringPanel:
        """The steps of a statement; built when one is first brought."""
        from app.ui.pages.bank.bring import BringPanel  # noqa: PLC0415 - see above

        made = BringPanel(self.context)
        self.stack.addWidget(made)
        self.header.add(made.stepper)
        self.add_action_bar(made.foot)
        made.left.connect(self._to_queue)
        made.stepped.connect(self._show_quit)
        made.account_wanted.connect(self._account_for_file)
        return made

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show the queue or the bills, or take a file."""
        path, tab, state = params.get("path"), params.get("tab"), params.get("state")
        line_id, bill_id = params.get("line_id"), params.get("bill_id")
        if isinstance(path, str) and path:
            self.bring(Path(path))
        elif params:
            self.show_home()
        if tab in {"bills", "lines"}:
            self.tabs.show_tab(_BILLS_TAB if tab == "bills" else _LINES)
        if isinstance(state, str) and state in set(LineState):
            self.queue.aim(state)
            self._stale[_LINES] = True
        self._refresh()
        if isinstance(line_id, int) and line_id:
            self.queue.come_back(line_id)
            self.queue.ask()
            self._show_line(line_id)
        if isinstance(bill_id, int) and bill_id:
            self._open_bill(bill_id)
        self._say_read_only()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what the change touched, now or when it is next seen."""
        touched = change.touched.keys()
        if _CONCERNED & touched:
            self._stale[_LINES] = True
            undone = change.touched.get("bank_line", frozenset())
            if change.verb in {"undone", "redone"} and len(undone) == 1:
                self.queue.come_back(next(iter(undone)))
        if _BILLS & touched:
            self._stale[_BILLS_TAB] = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read the tab in view where it is out of date."""
        if self.at_bringing:
            return
        if self._stale[_LINES]:
            self._read_unmatched()
        tab = self.tabs.bar.currentIndex()
        if not self._stale[tab]:
            return
        self._stale[tab] = False
        if tab == _LINES:
            self.queue.refresh()
        else:
            self.bills.refresh()
            if self.bill.bill_id and self.drawer is not None and self.drawer.is_open:
                self.bill.show_bill(self.bill.bill_id)

    def _read_unmatched(self) -> None:
        bank, today = self.context.company.bank, self.context.company.clock.today()

        def done(found: UnmatchedReceipts) -> None:
            self._unmatched = found
            self._say_header()

        self.context.runner.database(lambda _c: bank.unmatched(today), done, owner=self, key="bank.unmatched")

    def status(self) -> str:
        """What waits, and how old the newest statement is."""
        found, formats = self._unmatched, self.context.formats
        if found is None:
            return ""
        parts = [self.tr("%n line(s) waiting", "", found.waiting)]
        if found.newest_statement is not None:
            day = formats.day(found.newest_statement)
            parts.append(self.tr("statements up to {day}").format(day=day))
        return " • ".join(parts)

    def focus_search(self) -> None:
        """Ctrl+F."""
        if not self.at_bringing:
            self._tab.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_tab(self) -> str:
        """F1: the lines, the bills, or the steps of a statement."""
        if self.at_bringing:
            return "bring"
        return "bills" if self.tabs.bar.currentIndex() == _BILLS_TAB else "lines"

    def regions(self) -> Sequence[QWidget]:
        """Header, tabs, list; in the steps of a statement also the foot."""
        if self.at_bringing:
            return (self.header, self.bringing.stack, self.bringing.foot)
        return (self.header, self.tabs.bar, self._tab.scope, self._tab.table)

    def actions_of_page(self) -> Sequence[QAction]:
        """Bringing a statement, rules, payers, a new bill."""
        return self._actions

    # -- home and steps -------------------------------------------------------------------------

    @property
    def at_bringing(self) -> bool:
        """Whether the steps of a statement are in view."""
        return self.stack.currentWidget() is not self.tabs

    @property
    def _tab(self) -> QueuePanel | BillsPanel:
        return self.bills if self.tabs.bar.currentIndex() == _BILLS_TAB else self.queue

    def bring(self, path: Path | None = None) -> None:
        """Go to the steps, with a file where there is one."""
        if not writable(self.context):
            self._say_read_only()
            return
        if self.drawer is not None:
            self.drawer.close_drawer()
        bringing = self.bringing
        if path is not None or bringing.flow.result is not None:
            bringing.start_over()
        self.stack.setCurrentWidget(bringing)
        self._set_mode()
        if path is not None:
            bringing.take_file(path)

    def _new(self) -> None:
        """Ctrl+N: what the tab in view begins with."""
        if self.tabs.bar.currentIndex() == _BILLS_TAB:
            self.billing.receive()
        elif not self.at_bringing:
            self.bring()

    def show_home(self) -> None:
        """Back to the lists; a statement not taken in is dropped, nothing of it was written."""
        if self.at_bringing:
            self.bringing.start_over()
        self.stack.setCurrentWidget(self.tabs)
        self._set_mode()
        self._refresh()

    def _to_queue(self) -> None:
        self.show_home()
        self.tabs.show_tab(_LINES)
        if self.queue.scope.current != LineState.WAITING:
            self.queue.show_state(LineState.WAITING)
        self.queue.table.view.setFocus()

    def _set_mode(self) -> None:
        bringing = self.at_bringing
        if "bringing" in self.__dict__:
            self.bringing.set_active(on=bringing)
            self.bringing.stepper.setVisible(bringing)
        self.options_button.setVisible(not bringing)
        self.bring_button.setVisible(not bringing)
        self._show_quit()
        self._say_header()

    def _show_quit(self) -> None:
        """There is something to cancel until the statement is taken in."""
        self.quit_button.setVisible(self.at_bringing and self.bringing.flow.result is None)

    # -- the drawer -----------------------------------------------------------------------------

    def _on_tab(self, _place: int) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()
        self._show_half()
        self._refresh()

    def _show_half(self) -> None:
        """The drawer belongs to the tab in view."""
        lines = self.tabs.bar.currentIndex() == _LINES
        for widget in (self.line.view, self.line.foot):
            widget.setVisible(lines)
        for widget in (self.bill.view, self.bill.foot):
            widget.setVisible(not lines)

    @property
    def _drawer_follows(self) -> bool:
        """Beside the list the drawer shows each line by itself; over it only when asked for."""
        drawer = self.drawer
        return drawer is not None and (drawer.is_open or not drawer.is_overlay)

    def _on_line(self, line_id: int) -> None:
        if self.tabs.bar.currentIndex() != _LINES or self.at_bringing:
            return
        if not line_id:
            self.line.forget()
            if self.drawer is not None:
                self.drawer.close_drawer()
        elif self._drawer_follows:
            self._show_line(line_id)

    def _show_line(self, line_id: int) -> None:
        self._show_half()
        self.line.show_line(line_id)

    def _on_key(self, asked: str, line_id: int) -> None:
        """A key of the list: Enter opens the line, or accepts the one that is open already."""
        open_now = self.drawer is not None and self.drawer.is_open and self.line.line_id == line_id
        seen = open_now and self.line.detail is not None and self.line.detail.line.id == line_id
        if asked == "undo":
            self.deciding.undo()
        elif not line_id:
            return
        elif seen and not self.deciding.busy:
            self.line.run("accept" if asked == "open" else asked)
        elif not open_now:
            self._show_line(line_id)

    def _on_bill(self, bill_id: int) -> None:
        if self.tabs.bar.currentIndex() == _BILLS_TAB and bill_id and self._drawer_follows:
            self._open_bill(bill_id)

    def _open_bill(self, bill_id: int) -> None:
        self.tabs.show_tab(_BILLS_TAB)
        self._show_half()
        self.bill.show_bill(bill_id)

    # -- rules, payers, accounts ----------------------------------------------------------------

    def _open_options(self) -> None:
        bank = self.context.company.bank
        self.context.runner.database(
            lambda _control: bank.accounts(), self._show_options, owner=self, key="bank.options"
        )

    def _show_options(self, accounts: Sequence[BankAccount]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rules = menu.addAction(self.tr("Matching rules…"))
        rules.triggered.connect(lambda _on=False: self.rules())
        guard(self.context, rules, duty=Duty.RULES)
        menu.addAction(self.tr("Known payers…")).triggered.connect(lambda _on=False: self.deciding.payers())
        menu.addSeparator()
        for each in accounts:
            text = literal(f"{own_account(each.name, each.number)}  {each.currency}…")
            menu.addAction(text).triggered.connect(partial(self._edit_account, each))
        new = menu.addAction(self.tr("New bank account…"))
        new.triggered.connect(partial(self._edit_account, None))
        guard(self.context, new)
        below = self.options_button
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _show_dialog(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    def _edit_account(self, account: BankAccount | None, *_: object) -> None:
        from app.ui.pages.bank.accounts import AccountDialog  # noqa: PLC0415 - loads on first use

        if not writable(self.context):
            return
        company = self.context.company.company

        def show(currency: str) -> None:
            self._show_dialog(AccountDialog(self.context, account or BankAccount("", currency), self))

        self.context.runner.database(lambda _control: company.get().currency, show, owner=self)

    def _account_for_file(self) -> None:
        """A new account of ours, filled from the statement at hand."""
        from app.ui.pages.bank.accounts import AccountDialog  # noqa: PLC0415 - loads on first use

        file = self.bringing.flow.file
        if file is None:
            return
        dialog = AccountDialog(self.context, BankAccount("", file.currency, number=file.account_hint), self)
        dialog.saved.connect(self._on_account)
        self._show_dialog(dialog)

    def _on_account(self, change: ChangeSet) -> None:
        made = change.touched.get("bank_account", frozenset())
        if len(made) == 1:
            self.bringing.flow.take_account(next(iter(made)))

    def rules(self) -> None:
        """Edit the matching rules and tolerances."""
        from app.ui.pages.bank.rules import RulesDialog  # noqa: PLC0415 - loads on first use

        session = self.context.company

        def work(_control: Control) -> tuple[Sequence[MatchRule], Tolerances, str]:
            return session.bank.rules(), session.bank.tolerances(), session.company.get().currency

        def show(found: tuple[Sequence[MatchRule], Tolerances, str]) -> None:
            self._show_dialog(RulesDialog(self.context, *found, self))

        self.context.runner.database(work, show, failed=self.context.notices.error, owner=self)

    # -- words ----------------------------------------------------------------------------------

    def _say_read_only(self) -> None:
        if not writable(self.context):
            text = self.tr("This company is open for reading only, so nothing can be decided here.")
            self.message.say("warn", text, closable=False)

    def _say_header(self) -> None:
        if self.at_bringing:
            self.header.breadcrumb.set_path([self.tr("Bank receipts"), self.tr("Bring in a statement")])
            self.header.set_title("")
        else:
            self.header.breadcrumb.set_path([])
            self.header.set_title(self.tr("Bank receipts"), self._subtitle())
        self.status_changed.emit(self.status())

    def _subtitle(self) -> str:
        found, formats = self._unmatched, self.context.formats
        if found is None or not found.count:
            return ""
        totals: Sequence[Money] = found.totals
        text = self.tr("%n receipt(s) not yet set against invoices, {amount}", "", found.count)
        return text.format(amount=money_words(totals, formats))

    def retranslate(self) -> None:
        """Write every text of the page."""
        self.tabs.set_titles([self.tr("Statement lines"), self.tr("Bills and cheques")])
        self.tabs.bar.setAccessibleName(self.tr("Parts of the bank page"))
        self.options_button.setText(self.tr("Matching"))
        self.quit_button.setText(self.tr("Cancel"))
        self.bring_button.setText(self.tr("Bring in a statement"))
        texts = (
            self.tr("Bring in a bank statement…"),
            self.tr("Matching rules…"),
            self.tr("Known payers…"),
            self.tr("Receive a bill…"),
        )
        for action, text in zip(self._actions, texts, strict=True):
            action.setText(text)
        guard(self.context, self.bring_button, *self._actions)
        guard(self.context, self._actions[1], duty=Duty.RULES)
        self.line.retranslate()
        self.bill.retranslate()
        self._set_mode()

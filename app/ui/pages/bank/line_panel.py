"""The drawer of a statement line: what the bank says, what is proposed and why, and the decisions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout

from app.domain.bank import LineState
from app.domain.cash_match import Difference, LineProposal
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice
from app.ui.pages.bank.detail_column import DetailColumn, facts_grid
from app.ui.pages.bank.words import (
    STATE_TONES,
    difference_name,
    evidence,
    joined,
    numbers,
    own_account,
    state_name,
)
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, literal
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.bank_views import LineDetail
    from app.ui.context import PageContext
    from app.ui.pages.bank.deciding import Deciding
    from app.ui.widgets.drawer import Drawer

_OTHERS_SHOWN = 6
_LEFT, _RIGHT, _TOP = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignTop


class LinePanel(QObject):
    """Fills its half of the drawer for one line; what is decided goes through ``deciding``."""

    loaded = Signal()

    def __init__(self, context: PageContext, drawer: Drawer, deciding: Deciding) -> None:
        super().__init__(drawer)
        self._context = context
        self._drawer = drawer
        self._deciding = deciding
        self.detail: LineDetail | None = None
        self.line_id = 0
        self._chosen = 0
        self._column = DetailColumn(context.theme, drawer)
        self.view, self.foot = self._column.view, self._column.foot
        self.state, self.figures = self._column.state, self._column.figures
        self.difference = Choice([])
        self.learn = QCheckBox()

    # -- asking ---------------------------------------------------------------------------------

    def show_line(self, line_id: int) -> None:
        """Show a line; the drawer opens once it is read."""
        self.line_id = line_id
        bank = self._context.company.bank

        def done(detail: LineDetail) -> None:
            if detail.line.id == self.line_id:
                self.detail, self._chosen = detail, 0
                self.learn.setChecked(True)
                self.difference.set_pairs([])
                self._drawer.open_drawer()
                self._write()
                self.loaded.emit()

        self._context.runner.database(
            lambda _control: bank.line(line_id), done, failed=self._failed, owner=self, key="bank.line"
        )

    def forget(self) -> None:
        """Show no line any more."""
        self.line_id, self.detail = 0, None

    def _failed(self, error: Exception) -> None:
        gone = isinstance(error, HoldfastError) and error.code == "record.missing"
        self.forget()
        self._drawer.close_drawer()
        if not gone:
            self._context.notices.error(error)

    @property
    def proposal(self) -> LineProposal | None:
        """The proposal in view."""
        if self.detail is None or not self.detail.proposals:
            return None
        return self.detail.proposals[self._chosen]

    # -- deciding -------------------------------------------------------------------------------

    def run(self, asked: str) -> None:
        """Do what a key or button asks for the line in view."""
        detail = self.detail
        if asked == "undo":
            self._deciding.undo()
        elif detail is not None and asked in self._runs(detail):
            self._runs(detail)[asked]()

    def _runs(self, detail: LineDetail) -> dict[str, Callable[[], None]]:
        """What can be done with the line as it stands."""
        deciding, line, proposal = self._deciding, detail.line, self.proposal
        if line.state is not LineState.WAITING:
            runs: dict[str, Callable[[], None]] = {"reopen": partial(deciding.reopen, line.id)}
            if line.amount > 0 and line.document_id and line.state is not LineState.RETURNED:
                runs["returned"] = partial(deciding.returned, detail)
            return runs
        aside = partial(deciding.not_customer, line.id, learn=self.learn.isChecked())
        if line.amount < 0:
            return {"returned": partial(deciding.returned, detail), "not_customer": aside}
        runs = {
            "split": partial(deciding.split, detail, proposal),
            "unallocated": partial(deciding.leave_unallocated, detail, proposal),
            "not_customer": aside,
        }
        if proposal is not None:
            runs["accept"] = self._accept
        return runs

    def _accept(self) -> None:
        proposal = self.proposal
        if self.detail is not None and proposal is not None:
            short = proposal.difference < 0
            rest = Difference(str(self.difference.value)) if short else Difference.LEAVE
            self._deciding.accept(self.detail.line.id, proposal, rest, learn=self.learn.isChecked())

    def choose(self, place: int) -> None:
        """Look at another candidate."""
        self._chosen = place
        self._write()

    # -- showing --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write the drawer again in the language in force."""
        if self.detail is not None and self._drawer.is_open:
            self._write()

    def _write(self) -> None:
        detail = self.detail
        if detail is None:
            return
        formats, line, row = self._context.formats, detail.line, detail.row
        self._drawer.set_title(
            line.payer or line.payer_account or self.tr("No payer named"),
            f"{formats.day(line.on)} • {own_account(row.account, '')}",
        )
        self.state.set(state_name(line.state, formats), STATE_TONES[line.state])
        figures = [(self.tr("Amount"), formats.money(line.amount, line.currency), "", "")]
        if detail.left:
            figures.append((self.tr("Not allocated"), formats.money(detail.left, line.currency), "", "warn"))
        self.figures.set(figures)
        self._column.clear((self.difference, self.learn))
        self._column.section("", self._facts(detail))
        if line.state is LineState.WAITING:
            self._write_proposal(detail)
        elif detail.kept is not None:
            self._column.section(self.tr("Decided by"), self._reasons(detail.kept))
        self._write_buttons(detail)

    def _facts(self, detail: LineDetail) -> QGridLayout:
        line, row = detail.line, detail.row
        pairs = [
            (self.tr("Text"), line.text),
            (self.tr("Reference"), line.reference),
            (self.tr("Payer's account"), line.payer_account),
        ]
        grid = facts_grid()
        grid.setColumnStretch(1, 1)
        place = 0
        for name, text in pairs:
            if text:
                grid.addWidget(label(name, "small", "secondary"), place, 0, _TOP)
                said = label(text, "body", wrap=True)
                said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(said, place, 1)
                place += 1
        if row.customer:
            grid.addWidget(label(self.tr("Customer"), "small", "secondary"), place, 0)
            go = button(self._context.theme, literal(row.customer), "link")
            go.clicked.connect(lambda _on=False: self._go(customer_id=row.customer_id))
            grid.addWidget(go, place, 1, _LEFT)
            place += 1
        if row.document_id:
            grid.addWidget(label(self.tr("Booked as"), "small", "secondary"), place, 0)
            go = button(self._context.theme, literal(row.document), "link")
            go.clicked.connect(lambda _on=False: self._go(document_id=row.document_id))
            grid.addWidget(go, place, 1, _LEFT)
        return grid

    def _go(self, **params: object) -> None:
        self._context.navigator.go("customers", **params)

    def _write_proposal(self, detail: LineDetail) -> None:
        proposal = self.proposal
        if detail.doubled:
            text = say("bank.clue_looks_known", self._context.formats.lang)
            self._column.add(label(text, "body", "warn", wrap=True))
        if proposal is None:
            none = self.tr("No receipt is found that this takes back. Choose it by hand, or set it aside.")
            found = self.tr("No rule finds an invoice. Split it by hand, put it on account, or set it aside.")
            text = none if detail.line.amount < 0 else found
            self._column.add(label(text, "body", "secondary", wrap=True))
            return
        out = detail.line.amount < 0
        title = self.tr("May take back a receipt of {customer}") if out else self.tr("Proposed: {customer}")
        self._column.section(title.format(customer=proposal.customer), self._reasons(proposal))
        if proposal.parts:
            title = self.tr("It had paid") if out else self.tr("It pays")
            self._column.section(title, self._parts(proposal, detail.line.currency))
        if not out:
            self._write_difference(proposal, detail.line.currency)
            self.learn.setText(self.tr("Remember this payer"))
            self.learn.setToolTip(self.tr("The next payment from this account or name finds the customer."))
            self._column.add(self.learn)
            self.learn.show()
            known = partial(self._deciding.payers, proposal.customer_id)
            link = button(self._context.theme, self.tr("Payers known as this customer…"), "link", run=known)
            self._column.add(link, _LEFT)
        self._column.section(self.tr("Other candidates"), self._others(detail))

    def _reasons(self, proposal: LineProposal) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for text in evidence(proposal, self._context.formats):
            column.addWidget(label(f"· {text}", "body", "secondary", wrap=True))
        return column

    def _parts(self, proposal: LineProposal, currency: str) -> QGridLayout:
        formats = self._context.formats
        grid = facts_grid()
        grid.setColumnStretch(0, 1)
        for place, part in enumerate(proposal.parts):
            go = button(self._context.theme, literal(part.number), "link")
            go.clicked.connect(lambda _on=False, debit=part.debit_id: self._go(document_id=debit))
            grid.addWidget(go, place, 0, _LEFT)
            money = formats.amount(part.amount, part.currency or currency)
            if part.credit_amount is not None:
                money = f"{formats.money(part.amount, part.currency)} = {formats.amount(part.paid, currency)}"
            grid.addWidget(label(money), place, 1, _RIGHT)
        return grid

    def _write_difference(self, proposal: LineProposal, currency: str) -> None:
        formats, rest = self._context.formats, proposal.difference
        if not rest:
            self._column.add(label(self.tr("It comes out exactly."), "body", "good"))
            return
        money = formats.money(abs(rest), currency)
        if rest > 0:
            text = self.tr("{amount} more than asked for: it stays as the customer's credit.")
            self._column.add(label(text.format(amount=money), "body", "secondary", wrap=True))
            return
        text = self.tr("{amount} short").format(amount=money)
        column = QVBoxLayout()
        column.setSpacing(4)
        first = Difference.DISCOUNT if proposal.discount else Difference.LEAVE
        chosen = self.difference.value if self.difference.count() else first
        self.difference.set_pairs([(each, difference_name(each)) for each in Difference], chosen)
        self.difference.setAccessibleName(self.tr("What becomes of the difference"))
        column.addWidget(self.difference)
        self.difference.show()
        self._column.section(text, column)

    def _others(self, detail: LineDetail) -> QVBoxLayout | None:
        others = [(at, each) for at, each in enumerate(detail.proposals) if at != self._chosen]
        if not others:
            return None
        column = QVBoxLayout()
        column.setSpacing(6)
        for place, each in others[:_OTHERS_SHOWN]:
            words = " · ".join(filter(None, (each.customer, numbers(each.parts))))
            made = button(self._context.theme, literal(words), "link", run=partial(self.choose, place))
            made.setToolTip(joined(evidence(each, self._context.formats), self._context.formats))
            column.addWidget(made, 0, _LEFT)
        return column

    # -- buttons --------------------------------------------------------------------------------

    def _write_buttons(self, detail: LineDetail) -> None:
        able = self._runs(detail)
        buttons = []
        for place, (asked, text, icon, key) in enumerate(self._offers(able)):
            first = place == 0 and detail.line.state is LineState.WAITING
            made = button(self._context.theme, text, "primary" if first else "normal", icon)
            made.clicked.connect(lambda _on=False, asked=asked: self.run(asked))
            guard(self._context, made)
            if key and made.isEnabled():
                made.setToolTip(self.tr("Key {key}, while the list has the keyboard").format(key=key))
            buttons.append(made)
        self._column.set_buttons(buttons)

    def _offers(self, able: dict[str, Callable[[], None]]) -> Sequence[tuple[str, str, str, str]]:
        every = [
            ("accept", self.tr("Accept"), "check", "A"),
            ("split", self.tr("Split…"), "split", "S"),
            ("unallocated", self.tr("On account…"), "user", "U"),
            ("returned", self.tr("Returned…"), "corner-up-left", "R"),
            ("not_customer", self.tr("Not a customer"), "user-x", "N"),
            ("reopen", self.tr("Back to waiting"), "undo-2", ""),
        ]
        return [each for each in every if each[0] in able]

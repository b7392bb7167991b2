"""Setting a credit against what the customer owes: by a rule, by hand, or both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.domain.allocation import Method
from app.domain.duty import Duty
from app.ui.dialogs.allocation_table import AllocationTable
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.receipt import shares_of
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.document import Document
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.facts import Payable


class AllocateDialog(FormDialog):
    """Allocates the open rest of one credit; ``wanted`` is the debit to begin with."""

    duty = Duty.BOOK

    def __init__(
        self,
        context: PageContext,
        credit: Document,
        payables: Sequence[Payable],
        parent: QWidget | None = None,
        *,
        customer: str = "",
        wanted: int = 0,
    ) -> None:
        super().__init__(context, parent, width=720)
        kind = say(f"kind.{credit.kind}", context.formats.lang)
        title = self.tr("Allocate {kind} {number}").format(kind=kind, number=credit.number)
        self.set_head(title, self.tr("Allocate"), customer)
        self.credit = credit
        self.figures = Figures(context.theme)
        self.table = AllocationTable(context)
        self.table.limit = credit.open
        self.table.set_payables(payables)
        self.left = label("", "body", "secondary")
        self._add()
        self.table.edited.connect(self._on_edited)
        self.table.refused.connect(self.fields["allocation"].set_error)
        if wanted:
            self._begin_with(wanted)
        self._say()
        self.table.setFocus()

    def _add(self) -> None:
        formats, credit = self.context.formats, self.credit
        self.figures.set(
            [
                (self.tr("Amount"), formats.money(credit.amount, credit.currency), "", ""),
                (self.tr("Not allocated yet"), formats.money(credit.open, credit.currency), "", ""),
                (self.tr("Date"), formats.day(credit.doc_date), "", ""),
                (self.tr("Reference"), credit.reference or "–", "", ""),
            ]
        )
        self.form.addWidget(self.figures)
        rules = QHBoxLayout()
        rules.setSpacing(8)
        for method, text in (
            (Method.REFERENCE, self.tr("By reference")),
            (Method.EXACT, self.tr("Exact amount")),
            (Method.OLDEST, self.tr("Oldest first")),
        ):
            rules.addWidget(button(self.context.theme, text, "normal", run=partial(self.propose, method)))
        rules.addWidget(button(self.context.theme, self.tr("Clear"), "quiet", run=self._clear))
        rules.addStretch(1)
        self.form.addLayout(rules)
        hint = self.tr("Type an amount in a row; Space fills what is open")
        self.add_field("allocation", self.table, self.tr("Open items"), hint, self._check)
        self.lay("allocation")
        self.form.addWidget(self.left)

    def propose(self, method: str) -> None:
        """Fill the shares by a rule."""
        said = f"{self.credit.reference} {self.credit.note}"
        found = shares_of(self.table.payables, self.credit.open, said, method)
        self.touch()
        self.table.set_shares(found)
        self._say()
        if not found:
            self.fields["allocation"].set_error(self.tr("This rule finds nothing to allocate it to."))

    def _begin_with(self, debit_id: int) -> None:
        for each in self.table.payables:
            if each.row.id == debit_id:
                self.table.set_shares({debit_id: min(each.row.open, self.credit.open)})
                self.table.table.view.select_id(debit_id)

    def _clear(self) -> None:
        self.table.set_shares({})
        self._say()

    def _on_edited(self) -> None:
        self.touch()
        self._say()

    def _say(self) -> None:
        rest = self.credit.open - self.table.allocated
        self.fields["allocation"].set_error("")
        if rest < 0:
            self.verify("allocation")
        money = self.context.formats.money(max(0, rest), self.credit.currency)
        self.left.setText(self.tr("{rest} stays on account.").format(rest=money))

    def _check(self) -> str:
        over = self.table.allocated - self.credit.open
        if over > 0:
            money = self.context.formats.money(over, self.credit.currency)
            return self.tr("This is {rest} more than is left of it. Reduce one of the amounts.").format(
                rest=money
            )
        return "" if self.table.shares else self.tr("Enter an amount in at least one row.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store all shares as one action."""
        ledger, credit_id, shares = self.context.company.ledger, self.credit.id, self.table.shares
        return lambda _control: ledger.allocate_all(credit_id, shares)

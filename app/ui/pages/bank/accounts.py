"""Our own bank accounts: a new one, or one corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.bank import BankAccount
from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit, currency_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext


class AccountDialog(FormDialog):
    """Statements find the account by its number; letters in its currency print it."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "bank.account_unnamed": "name",
        "bank.account_taken": "name",
        "money.unknown_currency": "currency",
    }

    def __init__(self, context: PageContext, account: BankAccount, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=600)
        self.account = account
        title = self.tr("Our bank account") if account.id else self.tr("New bank account")
        self.set_head(title, self.tr("Save"))
        self.name, self.bank = QLineEdit(account.name), QLineEdit(account.bank)
        self.number, self.swift = QLineEdit(account.number), QLineEdit(account.swift)
        self.currency = currency_choice(context.formats, account.currency)
        self.note = NoteEdit(account.note)
        missing = self.required(self.name, self.tr("Enter a name by which you know the account."))
        self.add_field("name", self.name, self.tr("Name"), check=missing)
        self.add_field("currency", self.currency, self.tr("Currency"))
        hint = self.tr("As the statement writes it: a statement finds its account by this number")
        self.add_field("number", self.number, self.tr("Account number or IBAN"), hint)
        self.add_field("bank", self.bank, self.tr("Bank"))
        self.add_field("swift", self.swift, "SWIFT / BIC")
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("name", "currency", stretch=(2, 1))
        self.lay("number")
        self.lay("bank", "swift", stretch=(2, 1))
        self.lay("note")
        if account.id:
            remove = button(context.theme, self.tr("Remove the account"), "quiet", "trash-2", self._remove)
            self.foot.insertWidget(0, remove)
        self.name.setFocus()

    def draft(self) -> BankAccount:
        """The account as the fields say it."""
        return replace(
            self.account,
            name=self.name.text().strip(),
            currency=str(self.currency.value),
            bank=self.bank.text().strip(),
            number=self.number.text().strip(),
            swift=self.swift.text().strip(),
            note=self.note.text,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the account."""
        bank, account = self.context.company.bank, self.draft()
        return lambda _control: bank.save_account(account)

    def _remove(self) -> None:
        bank, account_id = self.context.company.bank, self.account.id
        self.run(lambda _control: bank.remove_account(account_id))

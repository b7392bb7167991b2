"""The bank and bill services on a fresh file, fed with lines made by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from app.bootstrap.banking import bank_service, bill_service
from app.domain.bank import BankAccount, BankLine
from app.domain.bank_file import BankFile, RawBankLine
from app.domain.clock import FixedClock
from app.services.bank import BankService
from app.services.bank_views import BankResult
from app.services.bills import BillService
from app.services.company import CompanyService
from app.services.settings import SettingService
from app.storage.company import SqlCompanyReader
from app.storage.schema import DERIVED, STAMPS, whole
from app.storage.store import SqlStore
from tests.services.books import Books, T, books_on


@dataclass
class Desk(Books):
    """Books with a bank account, statements and bills."""

    bank: BankService
    bills: BillService
    account: int

    def take(self, *lines: RawBankLine, currency: str = "CNY", account: int = 0) -> BankResult:
        """Take a statement of these lines in."""
        file = statement(*lines, currency=currency)
        return self.bank.commit(self.bank.preview(file, account or self.account))

    def line(self, raw: RawBankLine) -> BankLine:
        """Take one line in; as it is stored."""
        before = {one.id for one in self.store.find(BankLine)}
        self.take(raw, currency=raw.currency, account=self._account_of(raw.currency))
        return next(one for one in self.store.find(BankLine) if one.id not in before)

    def _account_of(self, currency: str) -> int:
        for one in self.bank.accounts():
            if one.currency == currency:
                return one.id
        change = self.bank.save_account(BankAccount(f"{currency} 户", currency))
        return min(change.touched["bank_account"])

    def now(self, line_id: int) -> BankLine:
        return self.store.get(BankLine, line_id)

    def picture(self) -> dict[str, list[tuple[Any, ...]]]:
        return self.everything()

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table, stamps aside, the log left out."""
        found = {}
        with self.store.reading() as connection:
            for table in whole().tables.values():
                if table.name in {"change", "change_set", "setting"}:
                    continue
                columns = [c for c in table.c if c.name not in STAMPS or c.name in DERIVED]
                rows = connection.execute(select(*columns).order_by(next(iter(table.primary_key))))
                found[table.name] = [tuple(row) for row in rows]
        return found


def desk_on(store: SqlStore, clock: FixedClock) -> Desk:
    books = books_on(store, clock)
    company = CompanyService(store, SqlCompanyReader(store))
    bank = bank_service(store, SettingService(store), company)
    change = bank.save_account(BankAccount("基本户", "CNY", number="6222021234567890"))
    account = min(change.touched["bank_account"])
    return Desk(books.store, books.customers, books.ledger, bank, bill_service(store, clock), account)


def paid(
    amount: int, text: str = "", payer: str = "", day: int = 10, currency: str = "CNY", **fields: Any
) -> RawBankLine:
    """A line ``day`` days after T, money in positive."""
    return RawBankLine(1, T + timedelta(day), amount, currency, payer, text=text, **fields)


def statement(*lines: RawBankLine, currency: str = "CNY", name: str = "六月.csv") -> BankFile:
    """A statement file of these lines."""
    numbered = tuple(replace(line, row=row) for row, line in enumerate(lines, 1))
    days = [line.on for line in lines] or [date(2025, 6, 1)]
    return BankFile(name, "table", "0" * 64, currency, numbered, start=min(days), end=max(days))

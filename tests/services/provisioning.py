"""Company files whose ledgers roll from bucket to bucket by known shares, for the tests of provisions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.bootstrap.session import compose
from app.domain.calendar import month_after
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Allocation, Document, DocumentKind
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)


@contextmanager
def company(
    folder: Path, ledger: Ledger, *, limits: tuple[int, ...] = (30, 60, 90), today: date = TODAY
) -> Iterator[CompanySession]:
    """A session over a new file with that ledger."""
    clock = FixedClock(today)
    path = folder / "x.holdfast"
    create_company(path, Company("恒信", "CNY", bucket_limits=limits), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    ledger.write(store)
    try:
        yield compose(store, clock, store.close)
    finally:
        store.close()


@dataclass(frozen=True)
class Rolling:
    """Every month ``sold`` is invoiced on its last day; ``left[k]`` of it is open k + 1 month ends later.

    What is open after the last of them is lost in the month after, if ``lost``: so much, the rest is paid.
    """

    sold: int
    left: tuple[int, ...]
    months: int = 20
    lost: int | None = None

    def ledger(self, until: date = TODAY, customer: int = 1) -> Ledger:
        """The ledger, its last invoice on ``until``."""
        made = Ledger([Customer("苏州恒岳", code="C1")])
        for back in range(self.months - 1, -1, -1):
            on = month_after(until, -back, 31)
            made.documents.append(
                invoice(on, self.sold, on + timedelta(days=5), customer, number=f"F{on:%y%m}")
            )
            self._settle(made, len(made.documents), on, until)
        return made

    def _settle(self, made: Ledger, number: int, issued: date, until: date) -> None:
        before = self.sold
        for months, left in enumerate(self.left, 1):
            day = month_after(issued, months, 15)
            if before > left and day <= until:
                _credit(made, number, DocumentKind.RECEIPT, day, before - left)
            before = left
        day = month_after(issued, len(self.left) + 1, 15)
        if self.lost is None or day > until:
            return
        if before > self.lost:
            _credit(made, number, DocumentKind.RECEIPT, day, before - self.lost)
        if self.lost:
            _credit(made, number, DocumentKind.WRITE_OFF, day, self.lost)


def cohorts(until: date, months: int, sold: int, paid: tuple[tuple[int, int], ...], lost: int) -> Ledger:
    """Sales of each month, paid by parts so many days after they are due, the rest lost 120 days after."""
    made = Ledger([Customer("苏州恒岳", code="C1")])
    for back in range(months):
        on = month_after(until, -back, 10)
        due = on + timedelta(days=30)
        made.documents.append(invoice(on, sold, due, number=f"F{on:%y%m}"))
        number = len(made.documents)
        for days, amount in paid:
            if due + timedelta(days) <= until:
                _credit(made, number, DocumentKind.RECEIPT, due + timedelta(days), amount)
        if due + timedelta(days=120) <= until:
            _credit(made, number, DocumentKind.WRITE_OFF, due + timedelta(days=120), lost)
    return made


def _credit(made: Ledger, number: int, kind: DocumentKind, on: date, amount: int) -> None:
    debit = made.documents[number - 1]
    document = Document(
        debit.customer_id,
        kind,
        f"{kind}-{len(made.documents)}",
        on,
        debit.currency,
        amount,
        original_id=number if kind is DocumentKind.WRITE_OFF else None,
        reason="bad_debt" if kind is DocumentKind.WRITE_OFF else "",
    )
    made.documents.append(document)
    made.allocations.append(Allocation(number, len(made.documents), on, amount, amount))

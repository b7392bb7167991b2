"""The back-test over a ledger: which invoices count, what was given up, shift and wrong windows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_record import StoredAssessment
from app.domain.customer import Customer
from app.domain.document import Allocation, Document, DocumentKind
from app.domain.problem import DomainError
from app.services.backtest import shift
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)


def credit(kind: DocumentKind, on: date, amount: int, number: str, reason: str = "") -> Document:
    return Document(1, kind, number, on, "CNY", amount, reason=reason)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("回测公司", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    due = date(2025, 5, 1)
    numbers = ("在期内付清", "晚付", "部分付", "红字冲销", "核销")
    documents = [invoice(date(2025, 4, 1), 100_00, due, number=number) for number in numbers]
    documents += [
        credit(DocumentKind.RECEIPT, date(2025, 4, 30), 100_00, "R1"),
        credit(DocumentKind.RECEIPT, date(2025, 5, 9), 100_00, "R2"),
        credit(DocumentKind.RECEIPT, date(2025, 4, 30), 40_00, "R3"),
        credit(DocumentKind.CREDIT_NOTE, date(2025, 4, 30), 100_00, "C1"),
        credit(DocumentKind.WRITE_OFF, date(2025, 4, 30), 100_00, "W1", "bad_debt"),
        invoice(date(2025, 12, 1), 100_00, date(2026, 1, 31), number="未到期"),
    ]
    paid = [(1, 6, 30, 4, 100), (2, 7, 9, 5, 100), (3, 8, 30, 4, 40), (4, 9, 30, 4, 100), (5, 10, 30, 4, 100)]
    allocations = [
        Allocation(debit, with_, date(2025, month, on), amount * 100, amount * 100)
        for debit, with_, on, month, amount in paid
    ]
    Ledger([Customer("客户", code="C1")], documents, [], allocations).write(store)
    with store.write() as unit:
        unit.add(
            StoredAssessment(
                1,
                "usual",
                1,
                "",
                date(2025, 3, 1),
                "{}",
                "71.5",
                "80",
                "B",
                "B",
                state="final",
                valid_until=date(2025, 9, 1),
            )
        )
        unit.commit("test")
    yield compose(store, clock, store.close)
    store.close()


def test_what_counts_as_late(session: CompanySession) -> None:
    found = session.backtest.run()
    # The one that a credit note took back was never to be paid; what was given up was not paid in time.
    assert (found.studied.cases, found.studied.late, found.studied.undecided) == (4, 3, 1)
    [graded] = found.studied.grades
    assert (graded.grade, graded.cases, graded.amount) == ("B", 4, 400_00)
    assert found.studied.few
    assert found.shift.psi is None
    assert (found.assessments, found.low_coverage) == (1, 0)
    later = session.backtest.run(late_days=30)
    assert (later.studied.cases, later.studied.late) == (4, 2)


def test_wrong_windows(session: CompanySession) -> None:
    for months, late_days in ((0, 0), (121, 0), (12, -1), (12, 366)):
        with pytest.raises(DomainError, match=r"backtest\.window"):
            session.backtest.run(months=months, late_days=late_days)


def test_how_the_grades_shifted() -> None:
    rows = [
        (1, "2025-01-01", None, "A", None),
        (2, "2025-01-01", "2025-06-30", "B", None),
        (1, "2025-07-01", None, "B", None),
    ]
    found = shift(rows, date(2025, 3, 1), date(2025, 12, 31))
    assert (found.before, found.after) == ({"A": 1, "B": 1}, {"B": 1})
    assert found.psi is not None
    assert found.psi > 0.25
    assert found.verdict == "shifted"
    assert shift(rows, date(2025, 3, 1), date(2025, 3, 1)).psi == 0
    assert shift([], date(2025, 3, 1), date(2025, 3, 1)).verdict == "unknown"

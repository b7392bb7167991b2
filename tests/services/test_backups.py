"""What is backed up by itself: on closing, and before much changes at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import build_app
from app.domain.backup import BackupKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.problem import EnvironmentFaultError
from app.services.session import AppServices, CompanySession
from app.storage.history import SqlChangeLog
from tests.storage.test_backups import MemoryPreferences

DAY = date(2025, 12, 31)


@dataclass
class Books:
    """A company with two customers, and the program it is open in."""

    app: AppServices
    session: CompanySession

    def kinds(self) -> list[BackupKind]:
        return [one.mark.kind for one in self.app.files.backups.listed(self.session.path)]

    def customer(self, name: str) -> int:
        return next(iter(self.session.customers.create(Customer(name)).touched["customer"]))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    app = build_app(FixedClock(DAY), MemoryPreferences())
    session = app.files.create(tmp_path / "a.holdfast", Company("恒信五金", "CNY"))
    made = Books(app, session)
    made.customer("甲方")
    yield made
    made.session.close()


def test_joining_two_customers_is_backed_up_before(books: Books) -> None:
    other = books.customer("甲方公司")
    books.session.customers.merge(1, other)
    assert books.kinds() == ["bulk"]
    (made,) = books.app.files.backups.listed(books.session.path)
    assert made.contents is not None
    assert made.contents.customers == 2


def test_scoring_everybody_is_backed_up_before(books: Books) -> None:
    books.session.scoring.finish_all(DAY, [1])
    assert books.kinds() == ["bulk"]


def test_deleting_several_is_backed_up_before_and_one_is_not(books: Books) -> None:
    books.session.customers.remove([books.customer("乙方")])
    assert books.kinds() == []
    books.session.customers.remove([1, books.customer("丙方")])
    assert books.kinds() == ["bulk"]
    (made,) = books.app.files.backups.listed(books.session.path)
    assert made.contents is not None
    assert made.contents.customers == 2
    customer = books.customer("丁方")
    bills = [Document(customer, DocumentKind.INVOICE, number, DAY, "CNY", 1_00) for number in ("F-1", "F-2")]
    ids = [next(iter(books.session.ledger.enter(bill).touched["document"])) for bill in bills]
    books.session.ledger.remove(ids)
    assert books.kinds() == ["bulk", "bulk"]


@pytest.mark.parametrize(("rows", "kinds"), [(2, []), (60, ["bulk", "bulk"])])
def test_undoing_and_repeating_much_is_backed_up_before(books: Books, rows: int, kinds: list[str]) -> None:
    log = books.session.history._log
    assert isinstance(log, SqlChangeLog)
    with log._store.write() as unit:
        unit.add_all([Customer(f"客户 {number}") for number in range(rows)])
        unit.commit("customer.created", name="客户")
    books.session.history.undo()
    books.session.history.redo()
    assert books.kinds() == kinds


def test_closing_backs_up_what_changed_and_opening_again_does_not(books: Books) -> None:
    books.session.close()
    assert books.kinds() == ["close"]
    books.session = books.app.files.open(books.session.path)
    books.session.close()
    assert books.kinds() == ["close"]
    books.session = books.app.files.open(books.session.path)


def test_a_company_nothing_was_entered_into_is_not_backed_up(tmp_path: Path) -> None:
    app = build_app(FixedClock(DAY), MemoryPreferences())
    path = tmp_path / "b.holdfast"
    app.files.create(path, Company("x", "CNY")).close()
    assert app.files.backups.listed(path) == []


def test_a_reader_backs_nothing_up(books: Books) -> None:
    reader = books.app.files.open(books.session.path, read_only=True)
    assert reader.read_only
    reader.close()
    assert books.kinds() == []


def test_work_goes_on_where_no_backup_can_be_made(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = books.app.files.backups

    def full(*_: object) -> None:
        raise EnvironmentFaultError("backup.disk_full", folder="/backups", name="a.holdfast", detail="")

    monkeypatch.setattr(backups._vault, "write", full)
    other = books.customer("甲方公司")
    books.session.customers.merge(1, other)
    assert books.session.customers.ids() == [1]
    problem = backups.standing(books.session.path).problem
    assert problem is not None
    assert problem.code == "backup.failed_last"
    monkeypatch.undo()
    books.customer("乙方")
    books.session.close()
    assert backups.standing(books.session.path).problem is None
    books.session = books.app.files.open(books.session.path)

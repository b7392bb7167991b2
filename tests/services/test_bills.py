"""Bills stand between open and paid until they clear; bounced, the debt is as old as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.aging import AgingQuery
from app.domain.bill import Bill, BillCover, BillKind
from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind
from app.domain.problem import DomainError
from app.services.aging import AgingService
from app.services.bills import BillQuery, BillState
from app.services.check import CheckService
from app.storage.integrity import SqlCheckReader
from app.storage.readers.aging import SqlAgingReader
from app.storage.store import SqlStore
from tests.services.banking import Desk, desk_on
from tests.services.books import T

DUE = T + timedelta(180)


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    return made


def bill(amount: int = 1_000, number: str = "1302-7788", **fields: object) -> Bill:
    base = Bill(1, BillKind.BANK_ACCEPTANCE, number, T + timedelta(20), DUE, "CNY", amount)
    return replace(base, **fields)  # type: ignore[arg-type]


def received(desk: Desk, amount: int = 1_000, number: str = "1302-7788") -> tuple[int, int]:
    """An invoice due on T+30 and the bill that covers it, received on T+20."""
    invoice = desk.enter(1, amount, f"F-{number}", due_date=T + timedelta(30))
    change = desk.bills.receive(bill(amount, number), [BillCover(0, invoice, amount)])
    return invoice, min(change.touched["bill"])


def age(desk: Desk, day: date) -> int:
    [item] = AgingService(SqlAgingReader(desk.store), lambda: day).items(AgingQuery(day))
    return item.age


def sound(desk: Desk) -> bool:
    return CheckService(SqlCheckReader(desk.store), lambda: DUE + timedelta(30)).run() == []


def test_a_bill_held_pays_nothing_and_is_shown_apart(desk: Desk) -> None:
    invoice, held = received(desk)
    assert desk.open(invoice) == 1_000
    for day, amount in ((19, 0), (20, 1_000), (179, 1_000)):
        on = T + timedelta(day)
        assert desk.bills.held(on).get((1, "CNY"), 0) == amount
        assert desk.bills.held_by_document([invoice], on).get(invoice, 0) == amount
    [row] = desk.bills.rows(desk.bills.ids(BillQuery(state=BillState.HELD)), T + timedelta(170))
    assert (row.bill.id, row.days, row.covered, row.numbers) == (held, 10, 1_000, "F-1302-7788")
    assert [one.bill.id for one in desk.bills.due(T + timedelta(170), 10)] == [held]
    assert desk.bills.due(T + timedelta(169), 10) == []


def test_cleared_it_pays_on_that_day(desk: Desk) -> None:
    invoice, held = received(desk)
    desk.undoes(lambda: desk.bills.clear(held, DUE))
    assert desk.open(invoice) == 0
    detail = desk.bills.detail(held, DUE)
    assert (detail.row.state, detail.receipt, detail.covers[0].open) == (
        BillState.CLEARED,
        f"RC-{DUE:%Y%m%d}-1",
        0,
    )
    assert desk.bills.held(DUE) == {}
    assert desk.bills.held(DUE - timedelta(1)) == {(1, "CNY"): 1_000}
    with pytest.raises(DomainError, match=r"bill\.ended"):
        desk.bills.bounce(held, DUE)
    assert sound(desk)


def test_bounced_from_the_hand_the_invoice_was_never_paid(desk: Desk) -> None:
    invoice, held = received(desk)
    desk.undoes(lambda: desk.bills.bounce(held, DUE, "出票人账户余额不足"))
    assert desk.open(invoice) == 1_000
    assert desk.bills.held(DUE) == {}
    assert "余额不足" in desk.bills.detail(held).row.bill.note
    assert age(desk, DUE) == 150
    assert desk.store.find(Document, kind=DocumentKind.RECEIPT) == []


@pytest.mark.parametrize("how", ["discount", "endorse"])
def test_passed_on_it_pays_with_recourse(desk: Desk, how: str) -> None:
    invoice, held = received(desk)
    on = T + timedelta(40)
    if how == "discount":
        desk.undoes(lambda: desk.bills.discount(held, on, 25, "工商银行"))
    else:
        desk.undoes(lambda: desk.bills.endorse(held, on, "供应商甲"))
    assert desk.open(invoice) == 0
    assert desk.bills.held(on) == {}
    assert desk.bills.rows([held], on)[0].state == f"{how}ed".replace("ee", "e")
    with pytest.raises(DomainError, match=r"bill\.not_held"):
        desk.bills.hand_back(held, on)
    with pytest.raises(DomainError, match=r"bill\.too_early"):
        desk.bills.bounce(held, on - timedelta(1))
    desk.undoes(lambda: desk.bills.bounce(held, DUE))
    assert desk.open(invoice) == 1_000
    assert age(desk, DUE) == 150  # from the original due date
    assert sound(desk)


def test_a_passed_bill_that_clears_only_ends_the_recourse(desk: Desk) -> None:
    invoice, held = received(desk)
    desk.bills.endorse(held, T + timedelta(40))
    desk.bills.clear(held, DUE)
    assert len(desk.store.find(Document, kind=DocumentKind.RECEIPT)) == 1
    assert desk.open(invoice) == 0


def test_what_was_paid_otherwise_leaves_the_bill_as_credit(desk: Desk) -> None:
    invoice, held = received(desk)
    cash = desk.enter(1, 600, "R1", DocumentKind.RECEIPT, day=25)
    desk.ledger.allocate(cash, invoice, 600)
    desk.bills.clear(held, DUE)
    [receipt] = [one for one in desk.store.find(Document, kind=DocumentKind.RECEIPT) if one.id != cash]
    assert (desk.open(invoice), receipt.open) == (0, 600)
    assert sound(desk)


def test_handed_back_edited_removed(desk: Desk) -> None:
    invoice, held = received(desk)
    desk.bills.edit(replace(desk.bills.detail(held).row.bill, amount=1_200), [BillCover(0, invoice, 900)])
    assert desk.bills.held_by_document([invoice], DUE) == {invoice: 900}
    desk.undoes(lambda: desk.bills.hand_back(held, T + timedelta(50), "换票"))
    assert desk.bills.rows([held])[0].state is BillState.HANDED_BACK
    _, other = received(desk, 300, "2")
    desk.undoes(lambda: desk.bills.remove(other))


def test_proposals_leave_out_what_other_bills_cover(desk: Desk) -> None:
    invoice, _ = received(desk)
    later = desk.enter(1, 500, "F-9", day=5)
    assert [(one.debit_id, one.amount) for one in desk.bills.propose(1, "CNY", 400)] == [(later, 400)]
    assert invoice not in {one.debit_id for one in desk.bills.propose(1, "CNY", 400)}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"number": " "}, r"bill\.number_missing"),
        ({"amount": 0}, r"amount\.not_positive"),
        ({"currency": "XXX"}, r"money\.unknown_currency"),
        ({"due_on": T}, r"bill\.due_too_early"),
    ],
)
def test_a_bill_must_make_sense(desk: Desk, fields: dict[str, object], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        desk.bills.receive(bill(**fields))  # type: ignore[arg-type]


def test_covers_must_fit(desk: Desk) -> None:
    invoice, held = received(desk)
    other = desk.customer("上海二号有限公司")
    theirs = desk.enter(other, 100, "X")
    for cover, code in (
        (BillCover(0, invoice, 2_000), r"bill\.covers_too_much"),
        (BillCover(0, theirs, 10), r"bill\.cover_other"),
    ):
        with pytest.raises(DomainError, match=code):
            desk.bills.receive(bill(number="9"), [cover])
    with pytest.raises(DomainError, match=r"bill\.number_taken"):
        desk.bills.receive(bill())
    with pytest.raises(DomainError, match=r"bill\.bad_charge"):
        desk.bills.discount(held, DUE, 1_000)


def test_without_its_receipt_a_bill_is_held_again(desk: Desk) -> None:
    invoice, held = received(desk)
    desk.bills.discount(held, T + timedelta(40), 25, "工商银行")
    [receipt] = desk.store.find(Document, kind=DocumentKind.RECEIPT)
    desk.undoes(lambda: desk.ledger.remove([receipt.id]))
    assert desk.open(invoice) == 1_000
    assert desk.bills.rows([held], DUE)[0].state is BillState.HELD
    with pytest.raises(DomainError, match=r"restore\.bill_put_back"):
        desk.ledger.restore([receipt.id])
    desk.bills.clear(held, DUE)
    assert desk.open(invoice) == 0
    assert len(desk.store.find(Document, kind=DocumentKind.RECEIPT)) == 1
    assert sound(desk)


def test_without_its_return_a_bill_has_not_bounced(desk: Desk) -> None:
    invoice, held = received(desk)
    desk.bills.endorse(held, T + timedelta(40), "供应商甲")
    desk.bills.bounce(held, DUE)
    [refund] = desk.store.find(Document, kind=DocumentKind.REFUND)
    desk.undoes(lambda: desk.ledger.remove([refund.id]))
    assert desk.open(invoice) == 0
    assert desk.bills.rows([held], DUE)[0].state is BillState.ENDORSED
    with pytest.raises(DomainError, match=r"restore\.bill_put_back"):
        desk.ledger.restore([refund.id])
    desk.bills.bounce(held, DUE)
    assert desk.open(invoice) == 1_000
    assert sound(desk)


def test_bills_cover_nothing_twice_and_no_strange_part(desk: Desk) -> None:
    invoice = desk.enter(1, 1_000)
    half = BillCover(0, invoice, 600)
    for covers, code in (
        ([half, half], r"allocation\.above_open"),
        ([replace(half, instalment_id=77)], r"plan\.no_such_part"),
    ):
        with pytest.raises(DomainError, match=code):
            desk.bills.receive(bill(2_000), covers)
    with pytest.raises(DomainError, match=r"amount\.too_large"):
        desk.bills.receive(bill(10**19))

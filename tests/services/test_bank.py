"""Statement lines to receipts: what is applied at once, what waits, and what a person makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.aging import AgingQuery
from app.domain.bank import BankAccount, LineState
from app.domain.bill import Bill, BillKind
from app.domain.cash_match import CashPart, Difference, MatchRule, RuleCode, Tolerances
from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind, Instalment, Rate
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.aging import AgingService
from app.services.bank_views import BankQueueQuery, Outcome
from app.services.check import CheckService
from app.services.periods import PeriodService
from app.services.ports import CancelledError
from app.storage.integrity import SqlCheckReader
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.periods import SqlPeriodReader
from app.storage.store import SqlStore
from app.storage.undo import redo, undo
from tests.services.banking import Desk, desk_on, paid, statement
from tests.services.books import T

NAME = "苏州恒岳贸易有限公司"


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer(NAME)
    return made


def sound(desk: Desk) -> bool:
    return CheckService(SqlCheckReader(desk.store), lambda: T + timedelta(60)).run() == []


def test_a_named_number_and_the_exact_amount_are_applied_at_once(desk: Desk) -> None:
    invoice = desk.enter(1, 1_000, "HQ2509-103")
    done = desk.take(paid(1_000, "货款HQ2509-103，谢谢", NAME))
    assert (done.added, done.applied, done.waiting) == (1, 1, 0)
    assert desk.open(invoice) == 0
    [row] = desk.bank.queue_rows(desk.bank.queue(BankQueueQuery(state="")))
    assert (row.state, row.customer, row.document) == (LineState.APPLIED, NAME, "RC-20250611-1")
    kept = desk.bank.line(row.id).kept
    assert kept is not None
    assert [clue.code for clue in kept.evidence] == [
        "bank.clue_number", "bank.clue_name", "bank.clue_to_the_cent",
    ]  # fmt: skip
    assert sound(desk)


def test_what_would_be_booked_in_a_closed_month_waits(desk: Desk) -> None:
    invoice = desk.enter(1, 1_000, "HQ2509-103")
    PeriodService(desk.store, SqlPeriodReader(desk.store), lambda: date(2025, 7, 1)).close("2025-06")
    line = paid(1_000, "货款HQ2509-103，谢谢", NAME)
    (planned,) = desk.bank.preview(statement(line), desk.account).lines
    assert (planned.outcome, planned.why) == (Outcome.WAIT, "bank.why_closed")
    done = desk.take(line)
    assert (done.added, done.applied, done.waiting) == (1, 0, 1)
    assert desk.open(invoice) == 1_000


def test_the_same_statement_twice_adds_nothing_and_an_overlapping_one_the_rest(desk: Desk) -> None:
    lines = [paid(100, "a"), paid(100, "a"), paid(50, "b", day=11)]
    assert desk.take(*lines).added == 3
    again = desk.take(*lines)
    assert (again.added, again.known, again.change.id) == (0, 3, 0)
    more = desk.take(lines[1], lines[2], paid(100, "a"), paid(70, "c", day=12))
    assert (more.added, more.known) == (1, 3)
    third = desk.take(*lines, paid(100, "a"))
    assert (third.added, third.known) == (1, 3)


def test_the_banks_own_number_tells_lines_apart(desk: Desk) -> None:
    assert desk.take(paid(100, "a", bank_id="S1"), paid(100, "a", bank_id="S2")).added == 2
    assert desk.take(paid(100, "其他说明", bank_id="S1")).known == 1


def test_the_same_booking_from_another_kind_of_file_waits_with_a_warning(desk: Desk) -> None:
    desk.enter(1, 1_000, "HQ2509-103")
    desk.enter(1, 1_000, "HQ2509-104")
    desk.take(paid(1_000, "HQ2509-103", NAME))
    done = desk.take(paid(1_000, "HQ2509-104", NAME, bank_id="X1"))
    assert (done.applied, done.waiting) == (0, 1)


def test_money_out_and_strangers_are_set_aside(desk: Desk) -> None:
    done = desk.take(paid(-500, "房租", "某某物业"), paid(7, "结息"))
    assert (done.ignored, done.waiting) == (1, 1)
    [line] = desk.bank.queue()
    desk.bank.not_customer(line)
    assert desk.bank.queue() == []
    other = desk.line(paid(90, "x", "税务局"))
    desk.bank.not_customer(other.id)
    assert desk.take(paid(91, "y", "税务局", day=20)).ignored == 1
    [known] = desk.bank.payers()
    assert known.customer_id is None
    desk.bank.forget_payer(known.id)
    assert desk.take(paid(92, "z", "税务局", day=21)).waiting == 1


def test_a_payer_accepted_once_is_known_from_then_on(desk: Desk) -> None:
    first, second = desk.enter(1, 1_000, "A-10001"), desk.enter(1, 700, "A-10002", day=1)
    line = desk.line(paid(1_000, "货款", "恒岳集团财务公司", payer_account="6222 01"))
    detail = desk.bank.line(line.id)
    assert [clue.code for clue in detail.proposals[0].evidence] == [
        "bank.clue_exact", "bank.clue_payer_unknown",
    ]  # fmt: skip
    desk.undoes(lambda: desk.bank.accept(line.id, detail.proposals[0]))
    assert desk.open(first) == 0
    assert desk.take(paid(700, "货款", "恒岳集团财务公司", day=12)).applied == 1
    assert desk.open(second) == 0
    assert desk.take(paid(700, "货款", payer_account="622201", day=13)).applied == 0
    assert {row.kind for row in desk.bank.payers(1)} == {"name", "account"}


def test_who_pays_for_another_once_stays_himself(desk: Desk) -> None:
    other = desk.customer("上海二号有限公司")
    desk.enter(other, 500, "B-20001")
    line = desk.line(paid(500, "B-20001", NAME))
    best = desk.bank.line(line.id).proposals[0]
    assert (best.customer_id, best.certain) == (other, False)
    assert "bank.clue_other_payer" in {clue.code for clue in best.evidence}
    desk.bank.accept(line.id, best)
    assert desk.bank.payers() == []


def test_a_short_payment_waits_and_its_rest_is_what_the_user_says(desk: Desk) -> None:
    desk.bank.save_tolerances(Tolerances(percent=Decimal(1), amount=0))
    for number, why, rest in (
        ("C-30001", Difference.LEAVE, 10),
        ("C-30002", Difference.DISCOUNT, 0),
        ("C-30003", Difference.BANK_CHARGE, 0),
        ("C-30004", Difference.TOLERANCE, 0),
    ):
        invoice = desk.enter(1, 1_000, number)
        line = desk.line(paid(990, number, NAME))
        best = desk.bank.line(line.id).proposals[0]
        assert (best.difference, best.certain) == (-10, False)
        desk.bank.accept(line.id, best, why)
        assert desk.open(invoice) == rest
        if why is not Difference.LEAVE:
            [given_up] = desk.store.find(Document, original_id=invoice)
            assert (given_up.kind, given_up.amount, given_up.reason) == (DocumentKind.WRITE_OFF, 10, why)
            desk.bank.reopen(line.id)
            assert desk.open(invoice) == 1_000
            desk.bank.accept(line.id, best, why)
    assert sound(desk)


def test_a_difference_above_what_is_allowed_is_refused(desk: Desk) -> None:
    desk.bank.save_tolerances(Tolerances(percent=Decimal(1), amount=0, charge=5))
    desk.enter(1, 1_000, "C-30001")
    line = desk.line(paid(900, "C-30001", NAME))
    best = desk.bank.line(line.id).proposals[0]
    for why in (Difference.TOLERANCE, Difference.DISCOUNT, Difference.BANK_CHARGE):
        with pytest.raises(DomainError, match=r"bank\.difference_too_large"):
            desk.bank.accept(line.id, best, why)
    assert desk.now(line.id).state is LineState.WAITING


def test_a_small_rest_is_given_up_at_once_where_the_company_says_so(desk: Desk) -> None:
    desk.bank.save_tolerances(Tolerances(percent=Decimal(1), amount=0, automatic=True))
    invoice = desk.enter(1, 1_000, "C-30001")
    assert desk.take(paid(995, "C-30001", NAME)).applied == 1
    assert desk.open(invoice) == 0
    other = desk.enter(1, 1_000, "C-30002")
    assert desk.take(paid(980, "C-30002", NAME)).applied == 0
    assert desk.open(other) == 1_000


def test_what_is_paid_too_much_stays_as_credit(desk: Desk) -> None:
    invoice = desk.enter(1, 1_000, "C-30001")
    line = desk.line(paid(1_200, "C-30001", NAME))
    best = desk.bank.line(line.id).proposals[0]
    assert best.difference == 200
    desk.bank.accept(line.id, best)
    assert desk.open(invoice) == 0
    detail = desk.bank.line(line.id)
    assert (detail.left, detail.line.state) == (200, LineState.APPLIED)
    assert desk.bank.unmatched(T + timedelta(30)).on_account == 1


def test_split_leave_and_reopen(desk: Desk) -> None:
    one, two = desk.enter(1, 1_000, "C-30001"), desk.enter(1, 500, "C-30002")
    line = desk.line(paid(600, "", "某某"))
    before = desk.everything()
    desk.bank.split(line.id, 1, [CashPart(one, None, "C-30001", 400), CashPart(two, None, "C-30002", 200)])
    assert (desk.open(one), desk.open(two)) == (600, 300)
    with pytest.raises(DomainError, match=r"bank\.line_decided"):
        desk.bank.leave_unallocated(line.id, 1)
    undo(desk.store)
    assert desk.everything() == before
    redo(desk.store)
    desk.bank.reopen(line.id)
    assert (desk.open(one), desk.open(two)) == (1_000, 500)
    desk.bank.leave_unallocated(line.id, 1)
    assert desk.now(line.id).state is LineState.UNALLOCATED
    with pytest.raises(DomainError, match=r"bank\.parts_exceed"):
        desk.bank.proposal(line.id, 1, [CashPart(one, None, "C-30001", 700)])
    assert sound(desk)


def test_a_receipt_in_the_bin_lets_its_line_wait_again(desk: Desk) -> None:
    desk.enter(1, 1_000, "C-30001")
    line = desk.line(paid(1_000, "C-30001", NAME))
    receipt = desk.now(line.id).document_id
    assert receipt is not None
    desk.ledger.remove([receipt])
    assert desk.now(line.id).state is LineState.WAITING
    desk.ledger.restore([receipt])
    assert desk.now(line.id).state is LineState.APPLIED


def test_a_receipt_entered_by_hand_is_not_entered_twice(desk: Desk) -> None:
    invoice = desk.enter(1, 1_000, "C-30001")
    receipt = desk.enter(1, 1_000, "R1", DocumentKind.RECEIPT, day=9)
    desk.ledger.allocate(receipt, invoice, 1_000)
    line = desk.line(paid(1_000, "C-30001", NAME))
    best = desk.bank.line(line.id).proposals[0]
    assert (best.rule, best.receipt_id) == ("entered", receipt)
    desk.bank.accept(line.id, best)
    assert len(desk.store.find(Document, kind=DocumentKind.RECEIPT)) == 1
    desk.bank.reopen(line.id)
    assert len(desk.store.find(Document, kind=DocumentKind.RECEIPT)) == 1


def exchange(desk: Desk, document_id: int) -> list[Money]:
    rows = desk.ledger.document(document_id).allocations
    return [row.exchange for row in rows if row.exchange is not None]


def test_the_same_currency_at_another_rate_leaves_a_difference_too(desk: Desk) -> None:
    with desk.store.write() as unit:
        unit.add_all([Rate("USD", T, Decimal("7.1")), Rate("USD", T + timedelta(9), Decimal("7.25"))])
        unit.commit("test")
    invoice = desk.enter(1, 10_000, "US-40002", currency="USD")
    late = Document(1, DocumentKind.RECEIPT, "SK-9", T + timedelta(9), "USD", 4_000)
    desk.ledger.enter_receipt(late, [(invoice, 4_000)])
    assert exchange(desk, invoice) == [Money(600, "CNY")]
    home = desk.enter(1, 10_000, "CN-40003")
    desk.ledger.enter_receipt(replace(late, number="SK-10", currency="CNY"), [(home, 4_000)])
    assert exchange(desk, home) == []


def test_a_payment_in_another_currency_closes_the_invoice_whole(desk: Desk) -> None:
    with desk.store.write() as unit:
        unit.add(Rate("USD", T, Decimal("7.2")))
        unit.commit("test")
    invoice = desk.enter(1, 10_000, "US-40001", currency="USD")
    line = desk.line(paid(71_500, "US-40001", NAME))
    best = desk.bank.line(line.id).proposals[0]
    assert [(part.amount, part.credit_amount) for part in best.parts] == [(10_000, 71_500)]
    desk.bank.accept(line.id, best)
    assert desk.open(invoice) == 0
    board = AgingService(SqlAgingReader(desk.store), lambda: T).board(AgingQuery(T + timedelta(60)))
    assert board.rows == ()
    assert sound(desk)
    gained = 71_500 - 72_000  # USD 100.00 was booked at 7.2
    for document_id in (invoice, desk.store.find(Document, kind=DocumentKind.RECEIPT)[0].id):
        assert exchange(desk, document_id) == [Money(gained, "CNY")]
    desk.bank.returned(T + timedelta(20), line_id=line.id)
    assert exchange(desk, invoice) == [Money(gained, "CNY"), Money(-gained, "CNY")]
    assert desk.open(invoice) == 10_000
    assert sound(desk)


def test_instalments_are_paid_first_due_first(desk: Desk) -> None:
    invoice = desk.enter(1, 1_000, "P-50001")
    parts = [Instalment(invoice, 1, T + timedelta(30), 400), Instalment(invoice, 2, T + timedelta(60), 600)]
    desk.ledger.set_plan(invoice, parts)
    assert desk.take(paid(400, "货款", NAME)).applied == 1
    assert [part.open for part in desk.store.find(Instalment, document_id=invoice)] == [0, 600]


def test_rules_can_be_reordered_and_switched_off(desk: Desk) -> None:
    desk.enter(1, 1_000, "C-30001")
    desk.bank.save_rules([replace(rule, certain=False) for rule in desk.bank.rules()])
    assert desk.take(paid(1_000, "C-30001", NAME)).waiting == 1
    desk.bank.save_rules(
        [MatchRule(RuleCode.NAME, certain=True), MatchRule(RuleCode.REFERENCE, enabled=False)]
    )
    assert [rule.code for rule in desk.bank.rules()][:2] == [RuleCode.NAME, RuleCode.REFERENCE]
    assert desk.take(paid(300, "预付", NAME, day=12)).applied == 1


def test_a_stale_preview_and_another_currency_are_refused(desk: Desk) -> None:
    plan = desk.bank.preview(statement(paid(100)), desk.account)
    desk.enter(1, 1_000, "C-30001")
    with pytest.raises(DomainError, match=r"bank\.plan_stale"):
        desk.bank.commit(plan)
    with pytest.raises(DomainError, match=r"bank\.other_currency"):
        desk.bank.preview(statement(paid(100, currency="USD"), currency="USD"), desk.account)


def test_the_account_is_told_by_its_number_or_made(desk: Desk) -> None:
    file = replace(statement(paid(100)), account_hint="6222 0212 3456 7890")
    found = desk.bank.account_for(file)
    assert found is not None
    assert found.id == desk.account
    assert desk.bank.account_for(replace(file, account_hint="111122223333")) is None
    made = desk.bank.preview(replace(file, account_hint="111122223333"), 0)
    assert made.count(Outcome.WAIT) == 1
    desk.bank.commit(made)
    assert [one.number for one in desk.bank.accounts()] == ["6222021234567890", "111122223333"]
    with pytest.raises(DomainError, match=r"bank\.account_in_use"):
        desk.bank.remove_account(2)
    with pytest.raises(DomainError, match=r"bank\.account_taken"):
        desk.bank.save_account(BankAccount("基本户", "CNY"))


def test_unmatched_money_is_counted_as_of_a_day(desk: Desk) -> None:
    desk.take(paid(100, "x", day=5), paid(200, "y", day=8))
    desk.enter(1, 300, "R9", DocumentKind.RECEIPT, day=6)
    early, late = (desk.bank.unmatched(T + timedelta(day)) for day in (6, 30))
    assert (early.count, early.waiting, early.on_account) == (2, 1, 1)
    assert [money.minor for money in early.totals] == [400]
    assert (late.count, [money.minor for money in late.totals]) == (3, [600])
    assert (late.newest_statement, late.newest_receipt) == (T + timedelta(8), T + timedelta(6))


def test_a_merged_customer_keeps_its_payers_lines_and_bills(desk: Desk) -> None:
    other = desk.customer("上海二号有限公司")
    desk.enter(other, 500, "B-20001")
    line = desk.line(paid(500, "B-20001", "二号财务"))
    change = desk.bills.receive(
        Bill(other, BillKind.CHEQUE, "77", T, T + timedelta(30), "CNY", 100),
    )
    with pytest.raises(DomainError, match=r"customer\.has_documents"):
        desk.customers.remove([other])
    desk.undoes(lambda: desk.customers.merge(1, other))
    assert desk.now(line.id).customer_id == 1
    assert desk.bills.detail(min(change.touched["bill"])).row.bill.customer_id == 1
    assert {one.customer_id for one in desk.bank.payers()} == {1}
    third = desk.customer("三号有限公司")
    desk.bills.receive(Bill(third, BillKind.CHEQUE, "78", T, T + timedelta(30), "CNY", 100))
    with pytest.raises(DomainError, match=r"customer\.has_bills"):
        desk.customers.remove([third])


def test_rows_of_the_queue_show_the_best_proposal_and_search_finds_them(desk: Desk) -> None:
    desk.enter(1, 1_000, "C-30001")
    desk.take(paid(900, "C-30001", NAME), paid(70, "other", "某某", day=11))
    rows = desk.bank.queue_rows(desk.bank.queue(BankQueueQuery(sort="amount")))
    assert [(row.amount, row.proposals) for row in rows] == [(900, 1), (70, 0)]
    assert rows[0].proposal is not None
    assert rows[0].proposal.parts[0].number == "C-30001"
    assert desk.bank.queue(BankQueueQuery(text="某某")) == [rows[1].id]
    assert desk.bank.counts() == {"waiting": 2}
    desk.bank.accept(rows[0].id, rows[0].proposal)
    assert desk.bank.counts() == {"waiting": 1, "applied": 1}


def test_a_preview_can_be_stopped(desk: Desk) -> None:
    class Stopped:
        def progress(self, done: int, total: int, label: str = "") -> None: ...

        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        desk.bank.preview(statement(paid(100)), desk.account, Stopped())

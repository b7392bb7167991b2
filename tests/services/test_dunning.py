"""Reminders over a file: runs, drafts, what is sent, who is left alone, and every way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.activity import Attachment
from app.domain.bank import BankAccount, BankLine, BankStatement
from app.domain.bill import Bill, BillCover, BillKind
from app.domain.changes import ChangeSet
from app.domain.customer import Customer, CustomerStatus
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment, Promise
from app.domain.dunning import PolicySource
from app.domain.letter import Channel, DunningRun, Letter, LetterLine, LetterState
from app.domain.limitation_event import LimitationEvent, LimitationKind
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.problem import DomainError
from app.services.aging import AgingService
from app.services.dunning_views import LetterQuery, RunFilter
from app.services.letter_numbers import free_numbers
from app.storage.readers.aging import SqlAgingReader
from app.storage.store import SqlStore
from app.storage.undo import redo, undo
from tests.domain.dunnings import ORACLES, by_days
from tests.services.reminding import Reminding, day, reminding_on


@pytest.fixture
def desk(store: SqlStore) -> Reminding:
    return reminding_on(store)


def refused(code: str) -> pytest.RaisesExc[DomainError]:
    """Expect exactly this code."""
    return pytest.raises(DomainError, match=code.replace(".", r"\.") + "'")


def ladder(desk: Reminding, *days: int, gap: int = 0, **last: Any) -> None:
    """Give the company a ladder of so many days after the due date."""
    policy = by_days(*days, gap=gap)
    steps = (*policy.steps[:-1], replace(policy.steps[-1], **last))
    desk.at(0).save_policy(replace(policy, steps=steps))
    desk.at(0).set_policy("test")


def undoes(desk: Reminding, action: Callable[[], ChangeSet], *kinds: type[Any]) -> ChangeSet:
    """Do, undo, redo: the rows of ``kinds`` must follow exactly."""

    def rows() -> list[Any]:
        return [replace(row, version=0) for kind in kinds for row in desk.store.find(kind)]

    before = rows()
    change = action()
    after = rows()
    assert after != before
    undo(desk.store)
    assert rows() == before
    redo(desk.store)
    assert rows() == after
    return change


# -- runs -----------------------------------------------------------------------------------------


def test_three_levels_with_draft_and_block(desk: Reminding) -> None:
    """Oracle DN07; a letter is followed by the next one at the earliest the day after it was sent."""
    expect = ORACLES["DN07"]["expect"]
    invoice = desk.invoice()
    ladder(desk, *ORACLES["DN07"]["given"]["levels_days"])
    assert expect["D+4"] == "nothing"
    assert desk.levels(4) == {}
    assert desk.levels(5) == {"F1": 1}
    [draft] = desk.drafted(5)
    assert desk.levels(30) == {"F1": 1}
    desk.at(6).mark_sent([draft], day(6), Channel.EMAIL)
    desk.at(29).block(customer_id=1, reason="等老板")
    assert (desk.levels(30), desk.reasons(30)) == ({}, ["dunning.blocked"])
    desk.at(30).unblock(customer_id=1)
    assert desk.levels(30) == {"F1": 2}
    desk.pay(10_000, 31, invoice)
    assert (desk.levels(31), desk.levels(50), desk.reasons(50)) == ({}, {}, [])


def test_the_last_level_is_final(desk: Reminding) -> None:
    """Oracles DN08 and DN32: draft, sent, and after it nothing but the suggestion to write off."""
    invoice = desk.invoice()
    ladder(desk, *ORACLES["DN08"]["given"]["levels_days"], write_off=True)
    desk.drafted(1)
    assert desk.at(1).levels([invoice]) == {}
    desk.at(1).mark_sent(desk.at(1).letters(), day(1), Channel.LETTER)
    assert desk.levels(2) == {}
    [item] = desk.at(2).preview(day(2)).skipped
    assert (item.reason.code, item.reason.params["write_off"]) == ("dunning.ladder_done", True)
    level = desk.at(2).levels([invoice])[invoice]
    assert (level.level, level.final, level.write_off) == (1, True, True)
    assert desk.books.open(invoice) == 10_000


def test_a_run_repeated_changes_nothing(desk: Reminding) -> None:
    desk.invoice()
    desk.invoice(number="F2", currency="USD")
    first = desk.drafted(5)
    again = desk.at(5)
    result = again.draft(again.preview(day(5)))
    assert (result.change.id, result.letter_ids) == (0, first)
    assert len(desk.store.find(Letter)) == 2


def test_no_run_before_the_last(desk: Reminding) -> None:
    """Oracle DN21: refused, and the sentence says which day was the last."""
    desk.invoice()
    desk.drafted(20)
    service = desk.at(20)
    proposal = service.preview(day(5))
    assert proposal.refusal is not None
    with refused("dunning.before_last_run"):
        service.draft(proposal)
    assert service.preview(day(20)).refusal is None


def test_a_draft_raises_no_level_and_the_next_run_supersedes_it(desk: Reminding) -> None:
    desk.invoice()
    [old] = desk.drafted(5)
    [new] = desk.drafted(6)
    assert desk.store.get(Letter, old).state is LetterState.SUPERSEDED
    assert desk.store.get(Letter, new).level == 2
    assert desk.at(6).letters() == [new]


def test_a_run_of_a_part_of_the_ledger_leaves_other_drafts(desk: Reminding) -> None:
    other = desk.books.customer("无锡乙公司")
    desk.invoice()
    desk.books.enter(other, 5_000, "G1", due_date=day(0))
    both = desk.drafted(5)
    service = desk.at(6)
    service.draft(service.preview(day(6), RunFilter(customer_ids={1})))
    states = [desk.store.get(Letter, one).state for one in both]
    assert sorted(states) == [LetterState.DRAFT, LetterState.SUPERSEDED]


def test_a_run_and_its_way_back(desk: Reminding) -> None:
    desk.invoice()
    service = desk.at(5)
    proposal = service.preview(day(5))
    undoes(desk, lambda: service.draft(proposal).change, Letter, LetterLine, DunningRun)
    with_none = service.draft(proposal, leave_out={(1, "CNY")})
    assert with_none.letter_ids == ()
    assert desk.store.find(Letter, state=LetterState.DRAFT) == []


def test_what_was_left_out_stays_out_that_day(desk: Reminding) -> None:
    desk.invoice()
    ids = desk.drafted(5)
    undoes(desk, lambda: desk.at(5).leave_out(ids, "已通电话"), Letter)
    assert desk.drafted(5) == ()
    assert len(desk.drafted(6)) == 1


def test_numbers_go_on_where_they_stopped() -> None:
    used = ["CK-20250606-001", "CK-20250606-012", "CK-20250606-x"]
    assert free_numbers(day(5), 2, used) == ["CK-20250606-013", "CK-20250606-014"]


def test_the_letter_of_a_run(desk: Reminding) -> None:
    desk.invoice(contract="HT-1", reference="PO-9")
    [draft] = desk.drafted(15)
    detail = desk.at(15).letter(draft)
    letter = detail.letter
    assert (letter.number, letter.template, letter.channel) == ("CK-20250616-001", "reminder", "email")
    assert (letter.amount, letter.treatment, letter.pay_by) == (10_000, "waive", day(22))
    assert [(row.number, row.contract, row.days_late) for row in detail.lines] == [("F1", "HT-1", 15)]
    [row] = desk.at(15).letter_rows([draft])
    assert (row.customer, row.lines, row.open, row.resolved) == (detail.customer.name, 1, 10_000, False)
    assert desk.at(15).letters(LetterQuery(text="CK-2025", customer_id=1)) == [draft]
    assert desk.at(15).letters(LetterQuery(text="不在", run_on=day(15))) == []


# -- who is left alone ----------------------------------------------------------------------------


def test_disputes_promises_plans_and_bills(desk: Reminding) -> None:
    a, b, c, d = (desk.invoice(number=f"F{n}") for n in range(1, 5))
    with desk.store.write() as unit:
        unit.add(Dispute(a, day(1), 4_000))
        plan = unit.add(PaymentPlan(1, "CNY", day(1)))
        unit.add(PlanItem(plan, c, 10_000))
        unit.add(PlanPart(plan, 1, day(40), 10_000))
        bill = unit.add(Bill(1, BillKind.BANK_ACCEPTANCE, "B1", day(1), day(60), "CNY", 7_000))
        unit.add(BillCover(bill, d, 7_000))
        unit.commit("test.claims")
    desk.collection(1).promise(Promise(1, day(1), day(20), 10_000, "CNY", b))
    [letter] = desk.at(20).preview(day(20)).letters
    assert [(line.number, line.amount) for line in letter.lines] == [("F1", 6_000), ("F4", 3_000)]
    assert sorted(desk.reasons(20)) == [
        "dunning.bill_held",
        "dunning.disputed",
        "dunning.planned",
        "dunning.promised",
    ]
    assert "F2" in desk.levels(21)
    assert "F3" in desk.levels(41)
    assert desk.levels(60) == desk.levels(61)


def test_a_bill_for_no_invoice_and_money_on_account_cover_what_is_asked(desk: Reminding) -> None:
    desk.invoice()
    desk.pay(4_000, 1)
    assert desk.at(5).preview(day(5)).letters[0].on_account == 4_000
    with desk.store.write() as unit:
        unit.add(Bill(1, BillKind.CHEQUE, "C1", day(2), day(60), "CNY", 6_000))
        unit.commit("test.bill")
    assert desk.reasons(5) == ["dunning.net_credit"]


def test_instalments_one_by_one_and_a_payment_taken_back(desk: Reminding) -> None:
    """Oracles DN03 and DN04: the letter is resolved by payment, and open again without it."""
    with desk.store.write() as unit:
        invoice = unit.add(
            Document(1, DocumentKind.INVOICE, "P1", day(-6), "CNY", 10_000, day(4), has_plan=True)
        )
        first, _ = unit.add_all(
            [Instalment(invoice, 1, day(-1), 5_000), Instalment(invoice, 2, day(4), 5_000)]
        )
        unit.commit("test.plan")
    ladder(desk, 1)
    [letter] = desk.sent(0)
    [line] = desk.at(0).letter(letter).lines
    assert (line.line.amount, line.line.instalment_id, line.seq) == (5_000, first, 1)
    with desk.store.write() as unit:
        receipt = unit.add(Document(1, DocumentKind.RECEIPT, "R1", day(0), "CNY", 5_000))
        paid = unit.add(Allocation(invoice, receipt, day(0), 5_000, 5_000, first))
        unit.commit("test.paid")
    assert desk.at(0).letter_rows([letter])[0].resolved
    with desk.store.write() as unit:
        unit.remove(Allocation, [paid])
        unit.remove(Document, [receipt])
        unit.commit("test.returned")
    assert not desk.at(0).letter_rows([letter])[0].resolved
    assert desk.levels(5) == {"P1": 1}


def test_as_of_a_day_before_payments_that_came_since(desk: Reminding) -> None:
    invoice = desk.invoice()
    desk.pay(10_000, 20, invoice)
    assert desk.levels(10) == {"F1": 2}
    assert desk.levels(20) == {}


@pytest.mark.parametrize("by", ["customer", "document"])
def test_exceptions_and_their_way_back(desk: Reminding, by: str) -> None:
    invoice = desk.invoice()
    whom: dict[str, Any] = {"customer_id": 1} if by == "customer" else {"document_id": invoice}
    kind = Customer if by == "customer" else Document
    undoes(desk, lambda: desk.at(5).block(**whom, reason="老板亲自催"), kind)
    assert len(desk.reasons(5)) == 1
    desk.at(5).unblock(**whom)
    undoes(desk, lambda: desk.at(5).grace(**whom, until=day(5)), kind)
    assert (desk.levels(5), desk.levels(6)) == ({}, {"F1": 2})
    desk.at(5).grace(**whom, until=None)
    undoes(desk, lambda: desk.at(5).set_policy("none", **whom), kind)
    assert desk.reasons(5) == ["dunning.no_policy"]
    with refused("dunning.policy_unknown"):
        desk.at(5).set_policy("gone", **whom)
    with refused("dunning.no_reason"):
        desk.at(5).block(**whom, reason=" ")


def test_hand_over_and_insolvency(desk: Reminding) -> None:
    desk.invoice()
    undoes(desk, lambda: desk.at(5).hand_over(1, "lawyer", day(5)), Customer)
    assert desk.reasons(5) == ["dunning.handed_over"]
    desk.at(5).hand_over(1, "")
    with refused("dunning.bad_hand_over_to"):
        desk.at(5).hand_over(1, "police")
    stored = desk.store.get(Customer, 1)
    desk.books.customers.update(replace(stored, status=CustomerStatus.INSOLVENT))
    assert desk.reasons(5) == ["dunning.insolvent"]


def test_a_level_set_by_hand(desk: Reminding) -> None:
    """Oracle DN19: whatever was sent before, level 1 is next; history stays."""
    invoice = desk.invoice()
    ladder(desk, 5, 20, 40)
    for n in (5, 20):
        desk.sent(n)
    assert desk.levels(30) == {}
    undoes(desk, lambda: desk.at(30).set_level([invoice], 1), Letter, LetterLine)
    assert desk.levels(30) == {"F1": ORACLES["DN19"]["expect"]["new_level"]}
    assert desk.at(30).levels([invoice])[invoice].by_hand
    assert len(desk.at(30).letters()) == 2
    with refused("dunning.bad_level"):
        desk.at(30).set_level([invoice], 0)


# -- before sending, and sent ---------------------------------------------------------------------


def test_what_changed_since_the_draft_is_found_and_refused(desk: Reminding) -> None:
    paid, part, contested, kept = (desk.invoice(number=f"F{n}") for n in range(1, 5))
    ids = desk.drafted(5)
    assert desk.at(6).recheck(ids) == []
    desk.pay(10_000, 6, paid)
    desk.pay(4_000, 6, part)
    with desk.store.write() as unit:
        unit.add(Dispute(contested, day(6)))
        unit.commit("test.dispute")
    changes = desk.at(6).recheck(ids)
    found = {one.params["document_id"]: (one.kind, one.params["now"]) for one in changes}
    assert found == {paid: ("paid", 0), part: ("amount", 6_000), contested: ("disputed", 0)}
    with refused("letter.stale"):
        desk.at(6).mark_sent(ids, day(6), Channel.LETTER)
    undoes(desk, lambda: desk.at(6).refresh(ids), Letter, LetterLine)
    lines = desk.store.find(LetterLine, letter_id=ids[0])
    assert {line.document_id: line.amount for line in lines} == {part: 6_000, kept: 10_000}
    assert desk.store.get(Letter, ids[0]).amount == 16_000
    desk.at(6).mark_sent(ids, day(6), Channel.LETTER)


def test_a_draft_with_nothing_left_goes_and_one_line_less_may_lower_the_step(desk: Reminding) -> None:
    high = desk.invoice(number="F1")
    desk.sent(5)
    desk.invoice(number="F2", due=10)
    [draft] = desk.drafted(15)
    assert desk.store.get(Letter, draft).template == "second"
    desk.pay(10_000, 15, high)
    desk.at(15).refresh([draft])
    letter = desk.store.get(Letter, draft)
    assert (letter.level, letter.template, letter.amount) == (2, "reminder", 10_000)
    desk.at(15).block(customer_id=1, reason="等")
    desk.at(15).refresh([draft])
    assert desk.store.get(Letter, draft).state is LetterState.SUPERSEDED


def test_sent_with_proof_restarts_the_clock_and_stands_on_the_timeline(desk: Reminding) -> None:
    invoice = desk.invoice()
    [letter] = desk.drafted(5)
    file = ("回执.pdf", b"%PDF-1.7 signed")
    undoes(
        desk,
        lambda: desk.at(7).mark_sent([letter], day(6), Channel.LETTER, "EMS 123", day(7), file),
        Letter,
        LimitationEvent,
        Attachment,
    )
    sent = desk.store.get(Letter, letter)
    assert (sent.sent_on, sent.proof, sent.subject) == (day(6), "EMS 123", f"主题 {letter}")
    [event] = desk.store.find(LimitationEvent)
    assert (event.kind, event.on, event.document_id) == (LimitationKind.DEMAND_DELIVERED, day(7), invoice)
    [state] = desk.at(7).limitation(1, day(7))
    assert (state.basis, state.expires_on) == ("demand_delivered", day(7).replace(year=2028))
    timeline = AgingService(SqlAgingReader(desk.store), lambda: day(7)).events(1)
    assert [(one.number, one.on) for one in timeline if one.kind == "letter"] == [(sent.number, day(6))]


def test_proof_that_comes_later(desk: Reminding) -> None:
    desk.invoice()
    [letter] = desk.sent(5)
    assert desk.store.find(LimitationEvent) == []
    with refused("letter.proof_missing"):
        desk.at(9).mark_delivered([letter], day(8), " ")
    with refused("letter.delivered_before_sent"):
        desk.at(9).mark_delivered([letter], day(4), "EMS")
    with refused("letter.delivered_in_future"):
        desk.at(9).mark_delivered([letter], day(10), "EMS")
    desk.at(9).mark_delivered([letter], day(8), "EMS 9")
    desk.at(9).mark_delivered([letter], day(9), "EMS 9")
    assert [one.on for one in desk.store.find(LimitationEvent)] == [day(9)]
    undoes(desk, lambda: desk.at(9).record_reply(letter, day(9), "金额无误"), Letter)
    with refused("letter.reply_before_sent"):
        desk.at(9).record_reply(letter, day(1), "早")


def test_what_cannot_be_marked(desk: Reminding) -> None:
    desk.invoice()
    ids = desk.drafted(5)
    with refused("letter.sent_in_future"):
        desk.at(5).mark_sent(ids, day(6), Channel.LETTER)
    with refused("letter.sent_before_run"):
        desk.at(7).mark_sent(ids, day(4), Channel.LETTER)
    with refused("letter.not_sent"):
        desk.at(5).mark_delivered(ids, day(5), "EMS")
    desk.at(5).mark_sent(ids, day(5), Channel.LETTER)
    with refused("letter.not_draft"):
        desk.at(5).mark_sent(ids, day(5), Channel.LETTER)
    with refused("letter.none"):
        desk.at(5).leave_out([999])


# -- policies, freshness, limitation --------------------------------------------------------------


def test_policies_are_changed_reset_and_removed(desk: Reminding) -> None:
    service = desk.at(0)
    assert [one.code for one in service.policies()] == ["china", "english", "none"]
    china = service.policy("china")
    service.save_policy(replace(china, steps=china.steps[:2]))
    changed = service.policy("china")
    assert (len(changed.steps), changed.shipped, changed.changed) == (2, True, True)
    service.reset_policy("china")
    assert service.policy("china") == china
    ladder(desk, 5)
    assert [one.code for one in service.policies()][-1] == "test"
    with refused("dunning.policy_in_use"):
        service.remove_policy("test")
    with refused("dunning.shipped_stays"):
        service.remove_policy("china")
    with refused("dunning.not_shipped"):
        service.reset_policy("test")
    service.set_policy("")
    service.remove_policy("test")
    with refused("dunning.policy_unknown"):
        service.policy("test")


def test_whose_policy_holds(desk: Reminding) -> None:
    invoice = desk.invoice()
    service = desk.at(0)
    assert service.policy_of().source is PolicySource.SHIPPED
    service.set_policy("english")
    assert service.policy_of(1).source is PolicySource.COMPANY
    service.set_policy("none", customer_id=1)
    assert service.policy_of(1).code == "none"
    service.set_policy("china", document_id=invoice)
    assert service.policy_of(1, invoice).source is PolicySource.DOCUMENT


def test_how_fresh_the_receipts_are(desk: Reminding) -> None:
    assert desk.at(9).preview(day(9)).freshness.age_days is None
    desk.pay(500, 2)
    with desk.store.write() as unit:
        account = unit.add(BankAccount("基本户", "CNY"))
        statement = unit.add(BankStatement(account, "a.csv", "csv", "x", "CNY", day(1), day(4)))
        unit.add(BankLine(statement, account, "k", day(3), 900, "CNY"))
        unit.commit("test.bank")
    fresh = desk.at(9).preview(day(9)).freshness
    assert (fresh.newest_receipt, fresh.newest_statement, fresh.age_days) == (day(2), day(4), 5)
    assert [(one.count, one.totals[0].minor) for one in (fresh.unmatched, fresh.unallocated)] == [
        (1, 900),
        (1, 500),
    ]


def test_the_limitation_clock_over_the_ledger(desk: Reminding) -> None:
    old = desk.invoice(number="F1")
    desk.invoice(number="F2", due=200)
    foreign = desk.books.customer("Acme Inc", country="US")
    desk.books.enter(foreign, 5_000, "G1", due_date=day(0))
    service = desk.at(1000)
    assert [state.number for state in service.limitation()] == ["F1", "F2"]
    [near] = service.limitation(within=180)
    assert (near.document_id, near.alarm, near.expired) == (old, 180, False)
    desk.pay(1_000, 400, old)
    assert service.limitation(within=180) == []
    service.set_limitation_period("US", 6)
    assert "G1" in [state.number for state in service.limitation()]
    service.set_limitation_period("US", None)
    assert "G1" not in [state.number for state in service.limitation()]
    with refused("limitation.bad_years"):
        service.set_limitation_period("US", 0)


def test_after_expiry_the_letter_asks_for_an_acknowledgement(desk: Reminding) -> None:
    invoice = desk.invoice()
    [letter] = desk.at(1200).preview(day(1200)).letters
    assert letter.template == "acknowledgement"
    event = LimitationEvent(1, day(1150), LimitationKind.ACKNOWLEDGED, invoice, proof="签字确认函")
    undoes(desk, lambda: desk.at(1200).add_event(event), LimitationEvent)
    assert desk.at(1200).preview(day(1200)).letters[0].template == "reminder"
    [stored] = desk.at(1200).limitation_events(1)
    desk.at(1200).remove_event(stored.id)
    assert desk.at(1200).limitation()[0].expired


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (LimitationEvent(1, day(6), LimitationKind.ACKNOWLEDGED), "limitation.in_future"),
        (LimitationEvent(1, day(5), LimitationKind.DEMAND_DELIVERED), "limitation.proof_missing"),
        (LimitationEvent(2, day(5), LimitationKind.ACKNOWLEDGED, 1), "limitation.other_customer"),
    ],
)
def test_events_that_are_refused(desk: Reminding, event: LimitationEvent, code: str) -> None:
    desk.books.customer("乙公司")
    desk.invoice()
    with refused(code):
        desk.at(5).add_event(event)


def test_a_run_made_ahead_of_its_day_is_not_found_stale(desk: Reminding) -> None:
    desk.invoice()
    assert desk.at(0).recheck(desk.drafted(10)) == []

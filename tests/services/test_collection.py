"""Collecting by hand: promises, disputes, plans, activities and attachments, and every way back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select

from app.domain.activity import Activity, ActivityKind, ActivityResult, Attachment
from app.domain.changes import ChangeSet
from app.domain.clock import FixedClock
from app.domain.dispute import DisputeState
from app.domain.document import Dispute, Document, DocumentKind, Instalment, Promise
from app.domain.limitation_event import LimitationEvent, LimitationKind
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.plan_judging import Every, PlanState
from app.domain.promise import PromiseState
from app.services.collection import DisputeQuery, NewCreditNote
from app.services.reversal import take_back
from app.services.settings import SettingService
from app.storage.collect_schema import content
from app.storage.readers.aging import SqlAgingReader
from app.storage.store import SqlStore
from app.storage.undo import undo
from app.words import say
from tests.services.collecting import Collecting, collecting_on, day, refused

PDF = b"%PDF-1.7 signed"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(day(100))


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Collecting:
    return collecting_on(store, clock)


def promised(amount: int = 100, made: int = 40, due: int = 50, **fields: Any) -> Promise:
    return Promise(1, day(made), day(due), amount, "CNY", **fields)


# -- promises -------------------------------------------------------------------------------------


def states(desk: Collecting, as_of: int) -> list[tuple[PromiseState, int]]:
    return [(view.state, view.paid) for view in desk.service.promises(1, day(as_of))]


def test_a_promise_is_kept_by_a_receipt_and_broken_again_when_it_is_undone(desk: Collecting) -> None:
    desk.books.enter(1, 100)
    desk.undoes(lambda: desk.service.promise(promised()))
    assert states(desk, 39) == []
    assert states(desk, 50) == [(PromiseState.OPEN, 0)]
    assert states(desk, 51) == [(PromiseState.BROKEN, 0)]
    desk.pay(100, 45)
    assert states(desk, 44) == [(PromiseState.OPEN, 0)]
    assert states(desk, 51) == [(PromiseState.KEPT, 100)]
    undo(desk.books.store)
    assert states(desk, 51) == [(PromiseState.BROKEN, 0)]


def test_the_order_receipts_are_entered_in_changes_nothing(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 500)
    for promise in (promised(80, 40, 50), promised(100, 40, 60), promised(70, 45, 55, document_id=invoice)):
        desk.service.promise(promise)
    pays = [(60, 48, None), (90, 49, invoice), (100, 58, None)]
    found = []
    for order in (pays, pays[::-1]):
        for pay in order:
            desk.pay(*pay)
        found.append(states(desk, 70))
        for _ in order:
            undo(desk.books.store)
    assert found[0] == found[1]
    assert found[0] == [(PromiseState.KEPT, 80), (PromiseState.KEPT, 70), (PromiseState.KEPT, 100)]


def test_money_sent_back_no_longer_keeps_a_promise(desk: Collecting) -> None:
    desk.service.promise(promised())
    receipt = desk.pay(100, 45)
    refund = desk.books.enter(1, 100, "B1", DocumentKind.REFUND, day=60)
    desk.books.ledger.allocate(receipt, refund, 100)
    assert states(desk, 59) == [(PromiseState.KEPT, 100)]
    assert states(desk, 60) == [(PromiseState.BROKEN, 0)]


def test_a_returned_payment_breaks_the_promise_and_the_plan_it_kept(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 300)
    desk.service.promise(promised(100, 65, 75, document_id=invoice))
    plan = agree(desk, (invoice, 300))
    receipt = desk.pay(100, 70, invoice)
    assert desk.service.plan_view(plan.id, day(76)).state is PlanState.RUNNING
    assert states(desk, 76) == [(PromiseState.KEPT, 100)]
    with desk.books.store.write() as uow:
        take_back(uow, uow.get(Document, receipt), day(76), "RF-1")
        uow.commit("document.entered", kind="", number="", amount="")
    assert states(desk, 75) == [(PromiseState.KEPT, 100)]
    assert states(desk, 76) == [(PromiseState.BROKEN, 0)]
    view = desk.service.plan_view(plan.id, day(76))
    assert (view.state, view.broken_on, view.paid) == (PlanState.BROKEN, day(76), 0)


def test_open_promises_alone_are_the_same_as_all_of_them_sifted(desk: Collecting) -> None:
    for promise in (promised(80, 40, 50), promised(100, 41, 60), promised(10, 58, 70)):
        desk.service.promise(promise)
    desk.pay(120, 45)
    for as_of in (45, 55, 59, 65):
        every = desk.service.promises(None, day(as_of))
        expected = [view for view in every if view.state is PromiseState.OPEN]
        assert desk.service.promises(None, day(as_of), states={PromiseState.OPEN}) == expected


def test_kept_rate_counts_what_was_judged(desk: Collecting) -> None:
    assert desk.service.kept_rate(1).rate is None
    desk.service.promise(promised(100, 40, 50))
    desk.service.promise(promised(100, 60, 70))
    desk.service.promise(promised(100, 90, 120))
    desk.pay(100, 45)
    desk.service.cancel_promise(desk.last(Promise).id)
    assert desk.service.kept_rate(1).rate == Decimal("0.5")


def test_editing_cancelling_and_removing(desk: Collecting) -> None:
    desk.service.promise(promised(document_id=desk.books.enter(1, 100)))
    first = desk.last(Promise)
    desk.undoes(lambda: desk.service.edit_promise(replace(first, amount=60, note=" 电话 ")))
    assert desk.last(Promise).note == "电话"
    assert desk.service.promises(1)[0].number == "F1"
    desk.undoes(lambda: desk.service.cancel_promise(first.id, day(44), "换了一个"))
    assert desk.service.promises(1)[0].state is PromiseState.CANCELLED
    assert desk.last(Promise).note == "电话; 换了一个"
    with refused("promise.cancelled_before"):
        desk.service.cancel_promise(first.id, day(1))
    desk.undoes(lambda: desk.service.remove_promise(first.id))
    assert desk.service.promises() == []


def test_promises_that_do_not_fit_are_refused(desk: Collecting) -> None:
    mine = desk.books.enter(1, 100, day=45)
    other = desk.books.enter(desk.books.customer("B"), 100, "X")
    dollars = desk.books.enter(1, 100, "U", currency="USD")
    receipt = desk.pay(5, 3)
    for document, code in (
        (other, "collection.other_customer"),
        (dollars, "promise.other_currency"),
        (mine, "promise.before_invoice"),
        (receipt, "promise.not_debit"),
    ):
        with refused(code):
            desk.service.promise(promised(document_id=document))
    desk.service.promise(promised(10**9))  # above what is open: taken as it was said


# -- disputes -------------------------------------------------------------------------------------


def test_a_dispute_is_opened_edited_resolved_and_opened_again(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 100)
    wanted = Dispute(invoice, day(10), 40, reason="quality", owner=" 王 ", target_on=day(20))
    desk.undoes(lambda: desk.service.dispute(wanted))
    [view] = desk.service.disputes(as_of=day(25))
    assert (view.state, view.contested, view.days, view.past_target) == (DisputeState.OPEN, 40, 15, 5)
    desk.undoes(lambda: desk.service.edit_dispute(replace(view.dispute, state="waiting_us", amount=30)))
    assert desk.service.disputes(as_of=day(15))[0].state is DisputeState.WAITING_US
    desk.undoes(lambda: desk.service.resolve(view.dispute.id, "we_right", day(30)))
    [view] = desk.service.disputes(as_of=day(40))
    assert (view.state, view.contested, view.days, view.past_target) == (DisputeState.RESOLVED, 0, 20, 0)
    assert desk.service.disputes(DisputeQuery(open_only=True)) == []
    assert len(desk.service.disputes(DisputeQuery(open_only=True), day(29))) == 1
    with refused("dispute.resolved_already"):
        desk.service.resolve(view.dispute.id, "we_right")
    desk.undoes(lambda: desk.service.reopen_dispute(view.dispute.id))
    desk.undoes(lambda: desk.service.remove_dispute(view.dispute.id))


def test_resolving_makes_the_credit_note_in_the_same_action(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 100)
    desk.service.dispute(Dispute(invoice, day(10), 40))
    given = desk.last(Dispute).id
    desk.undoes(
        lambda: desk.service.resolve(given, "customer_right", day(30), NewCreditNote(40, "C1", "让步"))
    )
    note = next(each for each in desk.books.store.find(Document) if each.kind is DocumentKind.CREDIT_NOTE)
    assert (note.amount, note.original_id, note.doc_date, note.note) == (40, invoice, day(30), "让步")
    assert desk.books.open(invoice) == 60
    assert desk.service.disputes()[0].credit_note == "C1"
    undo(desk.books.store)
    assert desk.books.open(invoice) == 100
    assert desk.service.disputes()[0].state is DisputeState.OPEN


def test_a_credit_note_that_is_there_can_be_linked(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 100)
    note = desk.books.enter(1, 40, "C1", DocumentKind.CREDIT_NOTE, day=20, original_id=invoice)
    desk.service.dispute(Dispute(invoice, day(10)))
    given = desk.last(Dispute).id
    with refused("dispute.not_credit_note"):
        desk.service.resolve(given, "settled", day(30), invoice)
    desk.service.resolve(given, "settled", day(30), note)
    assert desk.service.disputes()[0].credit_note == "C1"


def test_refused_disputes(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 100, day=20)
    for dispute, code in (
        (Dispute(invoice, day(10)), "dispute.before_invoice"),
        (Dispute(invoice, day(101)), "dispute.not_yet"),
        (Dispute(invoice, day(30), 101), "dispute.above_invoice"),
    ):
        with refused(code):
            desk.service.dispute(dispute)
    desk.service.dispute(Dispute(invoice, day(30)))
    with refused("dispute.resolved_before"):
        desk.service.resolve(desk.last(Dispute).id, "settled", day(29))


def test_dispute_days(desk: Collecting) -> None:
    assert desk.service.dispute_days().running_days is None
    first, second = desk.books.enter(1, 100), desk.books.enter(1, 100, "F2")
    desk.service.dispute(Dispute(first, day(10), target_on=day(50)))
    desk.service.dispute(Dispute(second, day(20)))
    desk.service.resolve(desk.last(Dispute).id, "settled", day(25))
    found = desk.service.dispute_days(day(60))
    assert (found.running, found.overdue, found.running_days) == (1, 1, 50)
    assert (found.resolved, found.resolved_days) == (1, 5)
    assert desk.service.dispute_days(day(60), customer_id=9).running == 0


# -- payment plans --------------------------------------------------------------------------------


def agree(
    desk: Collecting, *invoices: tuple[int, int], signed: int | None = None, **fields: Any
) -> PaymentPlan:
    plan = PaymentPlan(1, "CNY", day(60), signed_on=None if signed is None else day(signed), **fields)
    items = [PlanItem(0, invoice, amount) for invoice, amount in invoices]
    total = sum(amount for _, amount in invoices)
    parts = desk.service.propose_parts(total, 3, day(70), Every.WEEK, plan.rate, plan.agreed_on)
    desk.undoes(
        lambda: desk.service.plan(plan, items, parts), PaymentPlan, PlanItem, PlanPart, LimitationEvent
    )
    return desk.last(PaymentPlan)  # type: ignore[no-any-return]


def test_a_plan_is_judged_by_receipts_and_leaves_due_dates_alone(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 400)
    desk.pay(100, 60, invoice)
    plan = agree(desk, (invoice, 300), grace_days=2)
    assert plan.number == f"PL-{day(60):%Y%m%d}-1"
    assert desk.books.store.get(Document, invoice).due_date == day(30)
    assert desk.service.plan_view(plan.id, day(60)).paid == 0
    desk.pay(100, 72, invoice)
    [view] = desk.service.plans(1, day(79))
    assert (view.state, view.paid, view.total) == (PlanState.RUNNING, 100, 300)
    assert view.next_part is not None
    assert view.next_part.due_on == day(77)
    [view] = desk.service.plans(1, day(80))
    assert (view.state, view.broken_on) == (PlanState.BROKEN, day(80))
    assert [one.number for one in view.items] == ["F1"]
    assert view.items[0].open == 200
    desk.pay(200, 90, invoice)
    assert desk.service.plans(None, day(95), states={PlanState.RUNNING}) == []


def test_a_down_payment_of_the_same_day_counts_for_the_plan(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 400)
    desk.pay(100, 60, invoice)
    plan = agree(desk, (invoice, 300))
    desk.pay(100, 60, invoice, "R2")
    assert desk.service.plan_view(plan.id, day(60)).paid == 100


def test_signing_restarts_the_limitation_period_once(desk: Collecting) -> None:
    first, second = desk.books.enter(1, 200), desk.books.enter(1, 100, "F2")
    plan = agree(desk, (first, 200), (second, 100))
    assert desk.books.store.find(LimitationEvent) == []
    desk.undoes(
        lambda: desk.service.sign_plan(plan.id, day(65), "EMS 1", ("signed.pdf", PDF)),
        PaymentPlan,
        LimitationEvent,
        Attachment,
    )
    desk.service.sign_plan(plan.id, day(66))
    events = desk.books.store.find(LimitationEvent)
    assert [(one.document_id, one.on, one.kind) for one in events] == [
        (each, day(65), LimitationKind.PLAN_AGREED) for each in (first, second)
    ]
    desk.undoes(
        lambda: desk.service.remove_plan(plan.id),
        PaymentPlan,
        PlanItem,
        PlanPart,
        LimitationEvent,
        Attachment,
    )
    assert desk.books.store.find(LimitationEvent) == []


def test_signed_at_once(desk: Collecting) -> None:
    agree(desk, (desk.books.enter(1, 300), 300), signed=60)
    assert len(desk.books.store.find(LimitationEvent)) == 1


def test_refused_plans(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 300)
    dollars = desk.books.enter(1, 300, "U", currency="USD")
    for given, code in (
        ((invoice, 301), "payment_plan.above_open"),
        ((dollars, 300), "payment_plan.other_currency"),
    ):
        parts = desk.service.propose_parts(given[1], 2, day(70), agreed_on=day(60))
        with refused(code):
            desk.service.plan(PaymentPlan(1, "CNY", day(60)), [PlanItem(0, *given)], parts)
    twice = [PlanItem(0, invoice, 200), PlanItem(0, invoice, 200)]
    with refused("payment_plan.above_open"):
        parts = desk.service.propose_parts(400, 2, day(70), agreed_on=day(60))
        desk.service.plan(PaymentPlan(1, "CNY", day(60)), twice, parts)
    first = agree(desk, (invoice, 300))
    parts = desk.service.propose_parts(300, 2, day(70), agreed_on=day(60))
    again = PaymentPlan(1, "CNY", day(61))
    with refused("payment_plan.taken"):
        desk.service.plan(again, [PlanItem(0, invoice, 300)], parts)
    with refused("payment_plan.closed_before"):
        desk.service.close_plan(first.id, day(59))
    desk.undoes(lambda: desk.service.close_plan(first.id, note="换计划"), PaymentPlan)
    assert desk.service.plans(1)[0].state is PlanState.CANCELLED
    desk.service.plan(again, [PlanItem(0, invoice, 300)], parts)
    with refused("payment_plan.not_yet"):
        desk.service.plan(PaymentPlan(1, "CNY", day(101)), [PlanItem(0, invoice, 300)], parts)
    with refused("payment_plan.before_invoice"):
        early = PaymentPlan(1, "CNY", day(-1))
        desk.service.plan(early, [PlanItem(0, desk.books.enter(1, 300, "F3"), 300)], parts)
    with refused("payment_plan.signed_before"):
        desk.service.sign_plan(first.id, day(59))


def test_an_invoice_in_a_plan_stays_until_the_plan_is_ended(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 300)
    plan = agree(desk, (invoice, 300))
    part = Instalment(0, 0, day(40), 300)
    changes: tuple[Callable[[], ChangeSet], ...] = (
        lambda: desk.books.ledger.remove([invoice]),
        lambda: desk.books.ledger.set_plan(invoice, [part]),
        lambda: desk.books.ledger.clear_plan(invoice),
    )
    for change in changes:
        with refused("payment_plan.holds_document"):
            change()
    desk.service.close_plan(plan.id)
    desk.books.ledger.remove([invoice])


def test_merging_takes_everything_along(desk: Collecting) -> None:
    other = desk.books.customer("B 公司")
    invoice = desk.books.enter(other, 300)
    desk.service.promise(replace(promised(), customer_id=other))
    desk.service.dispute(Dispute(invoice, day(10)))
    desk.service.log(replace(called(), customer_id=other))
    desk.service.attach("customer", other, "a.pdf", PDF)
    desk.books.customers.merge(1, other)
    assert len(desk.service.promises(1)) == len(desk.service.activities(1)) == 1
    assert len(desk.service.disputes(DisputeQuery(1))) == len(desk.service.attachments("customer", 1)) == 1


def test_the_timeline_tells_contacts_plans_and_what_became_of_disputes(desk: Collecting) -> None:
    invoice = desk.books.enter(1, 300)
    desk.service.dispute(Dispute(invoice, day(10), 40))
    desk.service.resolve(desk.last(Dispute).id, "settled", day(30))
    desk.service.log(called(note="下周付"))
    agree(desk, (invoice, 300), signed=60)
    events = SqlAgingReader(desk.books.store).events(1, day(100), 20)
    expected = "invoice dispute dispute.resolved activity.call payment_plan payment_plan.signed limitation"
    assert {event.kind for event in events} == set(expected.split())
    call = next(event for event in events if event.kind == "activity.call")
    assert (call.code, call.text, call.on) == ("call_back", "下周付", day(50))
    for lang in ("zh", "en"):
        assert all(say(f"event.{event.kind}", lang, number="N", amount="A") for event in events)


# -- activities and attachments -------------------------------------------------------------------


def called(**fields: Any) -> Activity:
    return Activity(1, day(50), ActivityKind.CALL, ActivityResult.CALL_BACK, **fields)


def test_the_log_and_what_is_to_be_followed_up(desk: Collecting) -> None:
    entry = called(next_action="再打电话", next_on=day(60), document_id=desk.books.enter(1, 5))
    desk.undoes(lambda: desk.service.log(entry, [("note.txt", "录音摘要".encode())]), Activity, Attachment)
    desk.service.log(Activity(1, day(55), ActivityKind.NOTE, note="换了会计"))
    newest, oldest = desk.service.activities(1)
    assert (newest.activity.note, oldest.number, oldest.attachments) == ("换了会计", "F1", 1)
    assert desk.service.follow_ups(day(59)) == []
    [due] = desk.service.follow_ups(day(60))
    desk.undoes(lambda: desk.service.postpone_next(due.activity.id, day(65)), Activity)
    assert desk.service.follow_ups(day(64)) == []
    desk.undoes(lambda: desk.service.done_next(due.activity.id, day(65)), Activity)
    assert desk.service.follow_ups() == []
    stored = desk.books.store.get(Activity, due.activity.id)
    desk.undoes(lambda: desk.service.edit_activity(replace(stored, person="李会计")), Activity)
    desk.undoes(lambda: desk.service.remove_activity(stored.id), Activity, Attachment)
    assert len(desk.service.activities(1)) == 1


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Activity(1, day(101), ActivityKind.CALL), "activity.not_yet"),
        (Activity(1, day(50), ActivityKind.NOTE, note=" "), "activity.empty_note"),
        (called(next_action="call"), "activity.next_undated"),
        (called(next_on=day(49)), "activity.next_before"),
        (replace(called(), customer_id=9), "record.missing"),
    ],
)
def test_refused_entries(desk: Collecting, entry: Activity, code: str) -> None:
    with refused(code):
        desk.service.log(entry)


def stored_contents(desk: Collecting) -> int:
    with desk.books.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(content)) or 0


def test_attachments_are_stored_once_and_come_back_with_undo(desk: Collecting) -> None:
    desk.undoes(lambda: desk.service.attach("customer", 1, "../合同.pdf", PDF), Attachment)
    invoice = desk.books.enter(1, 5)
    desk.service.attach("document", invoice, "copy.pdf", PDF)
    assert desk.service.attach("customer", 1, "again.pdf", PDF).id == 0
    assert stored_contents(desk) == 1
    [kept] = desk.service.attachments("customer", 1)
    assert (kept.name, kept.media_type, kept.size) == ("合同.pdf", "application/pdf", len(PDF))
    assert kept.digest == hashlib.sha256(PDF).hexdigest()
    assert desk.service.content(kept.id) == PDF
    desk.undoes(lambda: desk.service.detach(kept.id), Attachment)
    undo(desk.books.store)
    assert desk.service.content(kept.id) == PDF


def test_a_refused_attachment_takes_the_entry_with_it(desk: Collecting) -> None:
    with refused("attachment.program"):
        desk.service.log(called(), [("a.pdf", PDF), ("x.exe", b"MZ")])
    assert desk.service.activities(1) == []
    assert stored_contents(desk) == 0


def test_attachments_need_an_owner_and_keep_to_the_limit(desk: Collecting) -> None:
    for owner, row in (("customer", 9), ("change", 1)):
        with refused("attachment.no_owner"):
            desk.service.attach(owner, row, "a.pdf", PDF)
    SettingService(desk.books.store).set("attachment.limit_mb", 0.000001)
    with refused("attachment.too_large"):
        desk.service.attach("customer", 1, "a.pdf", PDF)
    with refused("attachment.lost"):
        desk.service.content_of("0" * 64)


def test_content_is_never_logged(desk: Collecting) -> None:
    desk.service.attach("customer", 1, "a.pdf", PDF)
    dumped = desk.books.store.raw.execute("SELECT group_concat(after) FROM change").fetchone()[0]
    assert "signed" not in dumped
    assert '"content"' not in dumped

"""Exposure and the order check on a real file: what counts, what holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.bill import Bill, BillCover, BillKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_record import CreditLimit, OpenOrder
from app.domain.customer import Customer, CustomerGroup, CustomerStatus
from app.domain.document import Allocation, Document, DocumentKind, Rate
from app.domain.exposure import Piece
from app.domain.letter import Channel, Letter, LetterLine, LetterState
from app.domain.money import Money
from app.domain.order_check import Answer, Effect, OverdueRule, Paper
from app.domain.problem import DomainError
from app.services.orders import OrderService
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.services.books import T
from tests.services.deciding import TODAY, Desk, desk_on, orders_on
from tests.services.ordering import BELOW, ask, cny, codes, entered, order, risk

ORACLES = Path(__file__).parents[1] / "oracles" / "credit.json"
CASES: dict[str, Any] = {case["id"]: case for case in json.loads(ORACLES.read_text("utf-8"))["cases"]}


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    return made


@pytest.fixture
def orders(desk: Desk, clock: FixedClock) -> OrderService:
    return orders_on(desk, clock)


# -- the published cases


@pytest.mark.parametrize(("name", "limit"), [("limit_null", None), ("limit_0", 0), ("limit_200", 200)])
def test_no_limit_never_blocks_and_nothing_blocks_all(
    desk: Desk, orders: OrderService, name: str, limit: int | None
) -> None:
    """CL01."""
    case = CASES["CL01"]
    desk.enter(1, cny(case["given"]["receivable"]))
    if limit is not None:
        desk.grant(1, cny(limit), accept_below=True, reason=BELOW)
    for added, expected in case["expect"][name].items():
        view = ask(orders, cny(added.removeprefix("add_")))
        assert (view.answer is Answer.HOLD) is (expected == "blocked"), added


def test_an_order_is_checked_when_it_comes_and_a_lower_limit_undoes_none(
    desk: Desk, orders: OrderService
) -> None:
    """CL02."""
    given, expect = CASES["CL02"]["given"], CASES["CL02"]["expect"]
    desk.enter(1, cny(given["receivable"]))
    low = desk.grant(1, cny(given["limit"]))
    assert risk(orders).total == cny(expect["exposure_quoted"])
    assert ask(orders, cny(given["order"])).answer is Answer.HOLD
    desk.limits.withdraw(low)
    high = desk.grant(1, cny(200))
    row = entered(orders, order(cny(given["order"])))
    view = orders.check_order(row, TODAY)
    assert view.answer is Answer.GO
    orders.keep(view)
    assert risk(orders).total == cny(expect["exposure_after"])
    desk.limits.withdraw(high)
    desk.grant(1, cny(given["limit"]), accept_below=True, reason=BELOW)
    again = orders.check_order(row, TODAY)
    assert again.answer is Answer.GO
    assert "order.passed_before" in codes(again)
    bigger = orders.check(1, cny(60), "CNY", TODAY, order_id=row)
    assert bigger.answer is Answer.HOLD


def test_over_the_limit_an_order_is_held_and_shipped_goods_are_invoiced(
    desk: Desk, orders: OrderService
) -> None:
    """CL03, with goods already gone let through (blocking them helps nobody)."""
    desk.enter(1, 150_00)
    desk.grant(1, 100_00, accept_below=True, reason=BELOW)
    assert ask(orders, 1).answer is Answer.HOLD
    for paper in (Paper.SHIPPED, Paper.CREDIT_NOTE):
        assert ask(orders, 10_000_00, paper=paper).answer is Answer.GO
    assert ask(orders, 50_00, prepaid=50_00).answer is Answer.GO
    assert ask(orders, 50_00, prepaid=49_99).answer is Answer.HOLD


def test_pieces_of_an_exposure(desk: Desk, orders: OrderService) -> None:
    """CL06: drafts are no debt, posted invoices are; a limit below is exceeded, above it fits."""
    expect = CASES["CL06"]["expect"]
    assert risk(orders).total == 0
    desk.enter(1, cny(expect["draft"]))
    assert risk(orders).of(Piece.OPEN_ITEMS) == cny(expect["after_override_open"])
    low = desk.grant(1, cny(100), accept_below=True, reason=BELOW)
    assert ask(orders, 0).answer is Answer.HOLD
    desk.limits.withdraw(low)
    desk.grant(1, cny(1100))
    assert ask(orders, cny(550)).answer is Answer.GO
    assert ask(orders, cny("550.01")).answer is Answer.HOLD


def test_orders_in_exposure(desk: Desk, orders: OrderService) -> None:
    """CL08."""
    given, expect = CASES["CL08"]["given"], CASES["CL08"]["expect"]
    entered(orders, order(cny(given["order"])))
    assert risk(orders).total == cny(expect["exposure"])
    desk.grant(1, cny(100))
    assert ask(orders, cny(given["order"])).answer is Answer.HOLD
    entered(orders, order(cny(given["order"]), "SO-2"))
    assert risk(orders).total == cny(expect["after_override"])


@pytest.mark.parametrize("rate", ["0.5", "2.0"])
def test_a_foreign_order_against_the_limit(desk: Desk, orders: OrderService, rate: str) -> None:
    """CL10."""
    given = CASES["CL10"]["given"]
    desk.grant(1, cny(given["limit"]))
    assert orders.check(1, cny(given["order_foreign"]), "USD", TODAY).answer is Answer.HOLD  # no rate yet
    desk.company.set_rate(Rate("USD", TODAY, Decimal(rate)))
    view = orders.check(1, cny(given["order_foreign"]), "USD", TODAY)
    assert (view.answer is Answer.GO) is (CASES["CL10"]["expect"][f"rate_{rate}"] == "ok")


def test_a_returned_payment_is_at_risk_again(desk: Desk, orders: OrderService) -> None:
    """CL12."""
    given, expect = CASES["CL12"]["given"], CASES["CL12"]["expect"]
    invoice = desk.enter(1, cny(given["invoice"]))
    paid = desk.enter(1, cny(given["paid"]), "R1", DocumentKind.RECEIPT, day=10)
    with desk.store.write() as unit:
        unit.add(Allocation(invoice, paid, T + timedelta(10), cny(given["paid"]), cny(given["paid"])))
        unit.commit("test.paid")
    assert risk(orders).total == 0
    with desk.store.write() as unit:
        back = unit.add(
            Document(
                1, DocumentKind.REFUND, "RF1", T + timedelta(20), "CNY", cny(500), T + timedelta(20),
                reason="returned",
            )
        )  # fmt: skip
        first = unit.find(Allocation)[0]
        undone = unit.add(
            Allocation(invoice, paid, T + timedelta(20), -cny(500), -cny(500), None, "RF1", first.id)
        )
        used = unit.add(Allocation(back, paid, T + timedelta(20), cny(500), cny(500)))
        unit.commit("test.returned")
    assert risk(orders).of(Piece.RETURNED) == cny(expect["after_return"])
    assert risk(orders).total == cny(expect["after_return"])
    [row] = orders.exposure(1, TODAY).rows
    assert (row.piece, row.number, row.amount) == ("returned", "F1", cny(500))
    assert risk(orders, as_of=T + timedelta(15)).total == 0
    with desk.store.write() as unit:
        unit.remove(Allocation, [undone, used])
        unit.remove(Document, [back])
        unit.commit("test.return_cancelled")
    assert risk(orders).total == cny(expect["return_cancelled"])


def test_an_order_over_what_is_left(desk: Desk, orders: OrderService) -> None:
    """CL13."""
    given, expect = CASES["CL13"]["given"], CASES["CL13"]["expect"]
    desk.enter(1, cny(given["used"]))
    desk.grant(1, cny(given["limit"]))
    view = ask(orders, cny(given["order"]))
    assert view.answer is Answer.HOLD
    [reason] = [one for one in view.reasons if one.effect is Effect.HOLD]
    assert reason.params["would_be"] == Money(cny(expect["would_be"]), "CNY")
    assert reason.params["over"] == Money(cny("60.25"), "CNY")
    assert ask(orders, cny(given["order"]), prepaid=cny("60.25")).answer is Answer.GO


def test_a_group_limit_and_the_member_s_own_both_apply(desk: Desk, orders: OrderService) -> None:
    """CL14."""
    case = CASES["CL14"]
    with desk.store.write() as unit:
        group = unit.add(CustomerGroup("恒岳集团"))
        unit.commit("test.group")
    members = [desk.customer(f"成员{n}", group_id=group) for n in range(3)]
    for place, amount in enumerate(case["given"]["unpaid"]):
        desk.enter(members[place], cny(amount), f"G{place}")
    desk.limits.grant(
        CreditLimit(TODAY, "set", "CNY", group_id=group, amount=cny(case["given"]["group_limit"]))
    )
    room = cny(case["expect"]["available_for_next_member"])
    assert orders.check(members[2], room, "CNY", TODAY).answer is Answer.GO
    held = orders.check(members[2], room + 1, "CNY", TODAY)
    assert codes(held, Effect.HOLD) == ["order.group_exceeded"]
    assert held.exposure.group is not None
    assert held.exposure.group.exposure.total == cny(9000)
    desk.grant(members[2], room - 1)
    assert codes(orders.check(members[2], room, "CNY", TODAY), Effect.HOLD) == ["order.exceeded"]


def test_over_the_limit_already_only_the_whole_order_paid_ahead_passes(
    desk: Desk, orders: OrderService
) -> None:
    desk.enter(1, 300_00)
    desk.grant(1, 100_00, accept_below=True, reason=BELOW)
    assert codes(ask(orders, 50_00), Effect.HOLD) == ["order.used_up"]
    assert ask(orders, 50_00, prepaid=50_00).answer is Answer.GO


def test_orders_and_limits_go_with_a_merged_customer(desk: Desk, orders: OrderService) -> None:
    other = desk.customer("恒岳旧名")
    entered(orders, order(customer_id=other))
    desk.grant(other, 900_00)
    desk.undoes(lambda: desk.customers.merge(1, other))
    assert risk(orders).total == 100_00
    assert [one.amount for one in desk.limits.history(1)] == [900_00]


# -- never twice


def test_an_order_is_counted_by_what_became_of_it(desk: Desk, orders: OrderService) -> None:
    row = entered(orders, order(100_00))
    assert dict(risk(orders).pieces)[Piece.ORDERED] == 100_00
    stored = desk.store.get(OpenOrder, row)
    orders.save(replace(stored, delivered=40_00))
    assert (risk(orders).of(Piece.DELIVERED), risk(orders).of(Piece.ORDERED)) == (40_00, 60_00)
    desk.enter(1, 40_00, reference="SO-1", day=200)
    assert risk(orders).total == 100_00
    assert risk(orders).of(Piece.DELIVERED) == 0
    orders.save(replace(desk.store.get(OpenOrder, row), state="cancelled"))
    assert risk(orders).total == 40_00
    orders.save(replace(desk.store.get(OpenOrder, row), state="closed"))
    assert risk(orders).total == 40_00
    orders.remove(row)
    assert orders.open_orders() == []


def test_two_orders_of_one_number_share_their_invoices(desk: Desk, orders: OrderService) -> None:
    other = desk.customer("恒岳旧名")
    for row_id, amount in ((1, 100_00), (other, 50_00)):
        entered(orders, order(amount, customer_id=row_id))
        desk.enter(row_id, 40_00, f"F{row_id}", reference="SO-1", day=200)
    before = risk(orders).total + risk(orders, other).total
    desk.customers.merge(1, other)
    assert risk(orders).total == before == 150_00


def test_a_prepayment_in_the_ledger_is_not_taken_off_twice(desk: Desk, orders: OrderService) -> None:
    entered(orders, order(100_00, prepaid=30_00))
    assert risk(orders).total == 70_00
    desk.enter(1, 30_00, "R1", DocumentKind.RECEIPT, day=200)
    assert risk(orders).total == 70_00
    assert ask(orders, 50_00, prepaid=20_00).question.pools[0].order == Money(30_00, "CNY")
    desk.enter(1, 20_00, "R2", DocumentKind.RECEIPT, day=201)
    assert ask(orders, 50_00, prepaid=20_00).question.pools[0].order == Money(50_00, "CNY")


def test_a_bill_passed_on_stays_a_risk_until_it_is_due(desk: Desk, orders: OrderService) -> None:
    invoice = desk.enter(1, 100_00, due_date=T + timedelta(30))
    due = T + timedelta(120)
    bill = Bill(1, BillKind.BANK_ACCEPTANCE, "B1", T + timedelta(20), due, "CNY", 100_00)
    held = min(desk.bills.receive(bill, [BillCover(0, invoice, 100_00)]).touched["bill"])
    assert risk(orders, as_of=T + timedelta(30)).of(Piece.OPEN_ITEMS) == 100_00
    desk.bills.endorse(held, T + timedelta(40), "供应商")
    assert dict(risk(orders, as_of=due).pieces)[Piece.BILLS_HELD] == 100_00
    assert risk(orders, as_of=due).total == 100_00
    assert risk(orders, as_of=due + timedelta(1)).total == 0


STEPS = st.lists(
    st.tuples(st.sampled_from(["deliver", "invoice", "pay", "advance"]), st.integers(1, 60)), max_size=6
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(60, 200), STEPS)
def test_goods_count_once_from_order_to_payment_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, amount: int, steps: list[tuple[str, int]]
) -> None:
    """On a real file: an order is at risk with its amount less what was paid, however its papers come."""
    path, clock = tmp_path_factory.mktemp("once") / "x.holdfast", FixedClock(TODAY)
    create_company(path, Company("X", "CNY"), clock=clock, actor="t")
    store = open_company(path, clock=clock, actor="t")
    try:
        desk = desk_on(store, clock)
        desk.customer()
        orders = orders_on(desk, clock)
        row = entered(orders, order(amount))
        delivered = invoiced = paid = 0
        open_items: list[tuple[int, int]] = []
        for place, (step, wanted) in enumerate(steps):
            if step == "deliver":
                delivered = min(amount, delivered + wanted)
                orders.save(replace(store.get(OpenOrder, row), delivered=delivered))
            elif step == "invoice" and (more := min(wanted, amount - invoiced)):
                invoiced += more
                document = desk.enter(1, more, f"F{place}", reference="SO-1", day=100 + place)
                open_items.append((document, more))
            elif step == "pay" and open_items:
                document, left = open_items.pop()
                receipt = desk.enter(1, left, f"R{place}", DocumentKind.RECEIPT, day=150 + place)
                with store.write() as unit:
                    unit.add(Allocation(document, receipt, T + timedelta(150 + place), left, left))
                    unit.commit("test.paid")
                paid += left
            elif step == "advance":
                desk.enter(1, wanted, f"V{place}", DocumentKind.RECEIPT, day=150 + place)
                paid += wanted
                stored = store.get(OpenOrder, row)
                orders.save(replace(stored, prepaid=stored.prepaid + wanted))
            view = orders.exposure(1, TODAY)
            assert view.exposure.total == max(0, amount - paid)
            assert sum(one.amount for one in view.rows) == sum(n for _, n in view.exposure.pieces)
    finally:
        store.close()


# -- the other reasons


def test_who_is_stopped_insolvent_or_handed_over_is_held(desk: Desk, orders: OrderService) -> None:
    plain = desk.store.get(Customer, 1)
    for status in (CustomerStatus.STOPPED, CustomerStatus.INSOLVENT):
        desk.customers.update(replace(desk.store.get(Customer, 1), status=status))
        assert codes(ask(orders, 1), Effect.HOLD) == [f"order.{status}"]
        assert codes(ask(orders, 100, prepaid=100)) == ["order.prepaid", f"order.{status}"]
    now = desk.store.get(Customer, 1)
    desk.customers.update(replace(plain, handed_to="lawyer", handed_on=TODAY, version=now.version))
    assert codes(ask(orders, 1), Effect.HOLD) == ["order.handed_over"]
    assert orders.check(1, 1, "CNY", TODAY - timedelta(1)).answer is Answer.GO


def test_a_letter_that_stops_deliveries_holds_while_its_claims_are_open(
    desk: Desk, clock: FixedClock
) -> None:
    orders = orders_on(desk, clock, lambda policy, level: (policy, level) == ("cn", 3))
    invoice = desk.enter(1, 100_00)
    with desk.store.write() as unit:
        for level in (2, 3):
            made = Letter(
                1, "CNY", f"CS-{level}", "second", "zh", Channel.LETTER, T + timedelta(60), "cn", level,
                LetterState.SENT, sent_on=T + timedelta(60 + level),
            )  # fmt: skip
            unit.add(LetterLine(unit.add(made), invoice, level, T, 100_00))
        unit.commit("test.letter")
    assert orders.check(1, 1, "CNY", T + timedelta(62)).answer is Answer.GO
    held = ask(orders, 1)
    assert codes(held, Effect.HOLD) == ["order.stop_letter"]
    assert held.reasons[0].params["number"] == "CS-3"
    paid = desk.enter(1, 100_00, "R1", DocumentKind.RECEIPT, day=100)
    with desk.store.write() as unit:
        unit.add(Allocation(invoice, paid, T + timedelta(100), 100_00, 100_00))
        unit.commit("test.paid")
    assert ask(orders, 1).answer is Answer.GO


def test_a_deposit_by_grade_and_cash_only(desk: Desk, orders: OrderService) -> None:
    desk.score(1, "C")
    view = ask(orders, 99_99)
    assert (view.answer, view.deposit) == (Answer.DEPOSIT, Money(30_00, "CNY"))
    assert ask(orders, 99_99, prepaid=30_00).answer is Answer.GO
    desk.score(1, "D", as_of=TODAY)
    held = ask(orders, 100_00, prepaid=40_00)
    assert codes(held, Effect.HOLD) == ["order.cash_only"]
    assert held.deposit == Money(60_00, "CNY")
    assert ask(orders, 100_00, prepaid=100_00).answer is Answer.GO


def test_overdue_by_amount_and_days_with_a_tolerance(desk: Desk, orders: OrderService) -> None:
    rule = OverdueRule(margin=7, small=Decimal(1000), most=Decimal(300_000), on=True)
    due = TODAY - timedelta(60)
    desk.enter(1, cny(4000), day=(due - T).days - 30, due_date=due)
    orders.save_overdue_rule(rule)
    assert orders.overdue_rule() == rule
    assert ask(orders, 1).answer is Answer.GO  # 4,000 × 60 = 240,000
    desk.enter(1, cny(1000), "F2", day=(due - T).days - 30, due_date=due)
    assert ask(orders, 1).answer is Answer.GO  # 300,000 is not more than 300,000
    desk.enter(1, cny("0.02"), "F3", day=(due - T).days - 30, due_date=due)
    held = ask(orders, 1)
    assert codes(held, Effect.HOLD) == ["order.overdue"]
    assert held.reasons[0].params["days"] == 60
    orders.save_overdue_rule(replace(rule, small=Decimal(6000)))
    assert ask(orders, 1).answer is Answer.GO
    orders.save_overdue_rule(replace(rule, margin=60))
    assert ask(orders, 1).answer is Answer.GO
    orders.save_overdue_rule(replace(rule, on=False))
    assert ask(orders, 1).answer is Answer.GO
    with pytest.raises(DomainError, match=r"order\.bad_rule"):
        orders.save_overdue_rule(replace(rule, margin=-1))


def test_a_rule_is_tried_on_the_past_before_it_is_switched_on(desk: Desk, orders: OrderService) -> None:
    due = T + timedelta(30)
    invoice = desk.enter(1, cny(4000), due_date=due)
    paid = desk.enter(1, cny(4000), "R1", DocumentKind.RECEIPT, day=120)
    with desk.store.write() as unit:
        unit.add(Allocation(invoice, paid, T + timedelta(120), cny(4000), cny(4000)))
        unit.commit("test.paid")
    desk.enter(desk.customer("准时公司"), cny(4000), "F9", due_date=TODAY)
    rule = OverdueRule()
    [held] = orders.test_overdue_rule(rule, T, TODAY)
    [span] = held.spans
    assert (span.start, span.end) == (due + timedelta(76), T + timedelta(119))
    assert (span.worst.amount, span.worst.longest) == (Decimal(4000), 89)
    for day in range(60, 130):
        as_of = T + timedelta(day)
        late = orders._late(orders.exposure(1, as_of).rows, as_of, rule)
        assert (late.amount_days > rule.most) is (span.start <= as_of <= span.end), as_of
    assert orders.test_overdue_rule(rule, T, due + timedelta(75)) == []
    assert orders.test_overdue_rule(rule, T + timedelta(120), TODAY) == []
    with pytest.raises(DomainError, match=r"order\.rule_days"):
        orders.test_overdue_rule(rule, TODAY, T)


def test_a_missing_rate_holds_where_there_is_a_limit(desk: Desk, orders: OrderService) -> None:
    desk.enter(1, 1_00, currency="USD")
    assert ask(orders, 1).answer is Answer.GO
    desk.grant(1, 100_00)
    assert codes(ask(orders, 1), Effect.HOLD) == ["order.no_rate"]


@pytest.mark.parametrize(("limit", "order_in", "named"), [("CNY", "KZT", "KZT"), ("KZT", "CNY", "KZT")])
def test_the_currency_without_a_rate_is_named(
    desk: Desk, orders: OrderService, limit: str, order_in: str, named: str
) -> None:
    with desk.store.write() as unit:
        unit.add(CreditLimit(TODAY, "set", limit, 1, amount=100_00, approved_by="王总"))
        unit.commit("test.limit")
    [reason] = [one for one in orders.check(1, 1, order_in, TODAY).reasons if one.effect is Effect.HOLD]
    assert (reason.code, reason.params["currencies"]) == ("order.no_rate", named)
    desk.enter(1, 1_00, currency=order_in)
    [reason] = [one for one in orders.check(1, 1, order_in, TODAY).reasons if one.effect is Effect.HOLD]
    assert reason.params["currencies"] == named

"""What became of what was held: invoices a rule would have stopped, releases used up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.credit_record import OpenOrder
from app.domain.document import Allocation, DocumentKind
from app.domain.money import Money
from app.domain.order_check import OverdueRule
from app.services.orders import OrderService
from app.storage.store import SqlStore
from tests.services.books import T
from tests.services.deciding import TODAY, Desk, desk_on, orders_on

BELOW = "the customer pays ahead from now on"


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    return made


@pytest.fixture
def orders(desk: Desk, clock: FixedClock) -> OrderService:
    return orders_on(desk, clock)


def cny(major: int) -> int:
    return Money.of(str(major), "CNY").minor


def test_what_a_rule_would_have_held_is_judged_by_what_came_after(desk: Desk, orders: OrderService) -> None:
    due = T + timedelta(30)
    desk.enter(1, cny(400_000), due_date=due)
    inside = due + timedelta(40)
    late = desk.enter(1, cny(100), "F2", day=(inside - T).days, due_date=inside + timedelta(10))
    good = desk.enter(1, cny(100), "F3", day=(inside - T).days, due_date=inside + timedelta(10))
    desk.enter(1, cny(100), "F4", day=1, due_date=inside)
    for number, invoice, after in (("R2", late, 41), ("R3", good, 40)):
        day = (inside - T).days + 10 + after - 10 * (number == "R3")
        paid = desk.enter(1, cny(100), number, DocumentKind.RECEIPT, day=day)
        with desk.store.write() as unit:
            unit.add(Allocation(invoice, paid, T + timedelta(day), cny(100), cny(100)))
            unit.commit("test.paid")
    [found] = orders.judge_overdue_rule(OverdueRule(), T, T + timedelta(300))
    assert (found.held.customer_id, found.shipments, found.late) == (1, 2, 1)
    assert orders.judge_overdue_rule(OverdueRule(), T, due) == []


def test_a_release_is_used_once_the_order_is_out(desk: Desk, orders: OrderService) -> None:
    made = OpenOrder(1, "SO-1", TODAY - timedelta(5), "CNY", 100_00)
    order_id = min(orders.save(made).touched["open_order"])
    desk.grant(1, 10_00, accept_below=True, reason=BELOW)
    view = orders.check(1, 100_00, "CNY", TODAY, order_id=order_id)
    check_id = min(orders.keep(view, "小李").touched["order_check"])
    orders.release(check_id, "王总", "客户已付清逾期货款的一半", 5_00, TODAY + timedelta(3))
    [row] = orders.checks(1)
    assert (row.number, row.released, row.used) == ("SO-1", True, False)
    [stored] = desk.store.find(OpenOrder)
    orders.save(replace(stored, delivered=stored.amount))
    [row] = orders.checks(1)
    assert (row.released, row.used) == (False, True)

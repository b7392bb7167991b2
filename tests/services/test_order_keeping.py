"""Checks kept, released, printed, and orders from files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.clock import FixedClock
from app.domain.credit_record import CreditLimit, OrderCheck
from app.domain.customer import Customer, CustomerGroup
from app.domain.order_check import Answer, Paper
from app.domain.problem import DomainError
from app.services.orders import OrderService
from app.services.stored_checks import as_it_was
from app.storage.store import SqlStore
from tests.reports.samples import text_of
from tests.services.deciding import TODAY, Desk, desk_on, orders_on
from tests.services.ordering import BELOW, ask, cny, codes, entered, order


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    return made


@pytest.fixture
def orders(desk: Desk, clock: FixedClock) -> OrderService:
    return orders_on(desk, clock)


# -- keeping and releasing


def held_check(desk: Desk, orders: OrderService, order_id: int | None = None) -> int:
    desk.grant(1, 10_00, accept_below=True, reason=BELOW)
    view = orders.check(1, 100_00, "CNY", TODAY, order_id=order_id)
    assert view.answer is Answer.HOLD
    return min(orders.keep(view, "小李").touched["order_check"])


def test_a_kept_check_carries_every_number(desk: Desk, orders: OrderService) -> None:
    desk.enter(1, 5_00)
    row = held_check(desk, orders)
    working = json.loads(desk.store.get(OrderCheck, row).working)
    assert working["exposure"]["pieces"]["open_items"] == "5.00"
    assert working["reasons"][0]["params"]["over"] == {"amount": "95.00", "currency": "CNY"}
    assert working["exposure"]["rows"][0]["number"] == "F1"


def test_a_release_is_for_one_order_an_amount_and_a_time(desk: Desk, orders: OrderService) -> None:
    row = entered(orders, order(100_00))
    check = held_check(desk, orders, row)
    until = TODAY + timedelta(7)
    why = "Paid half by telephone transfer"
    orders.release(check, "王总", why, 100_00, until)
    assert orders.checks(1)[0].released
    passed = orders.check_order(row, TODAY)
    assert (passed.answer, codes(passed)) == (Answer.GO, ["order.released"])
    assert orders.check_order(row, until + timedelta(1)).answer is Answer.HOLD
    other = entered(orders, order(100_00, "SO-2"))
    assert orders.check_order(other, TODAY).answer is Answer.HOLD
    assert orders.check(1, 100_01, "CNY", TODAY, order_id=row).answer is Answer.HOLD


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reason": "short"}, r"order_check\.reason_short"),
        ({"amount": 0}, r"order_check\.amount"),
        ({"amount": 100_01}, r"order_check\.amount"),
        ({"until": TODAY - timedelta(1)}, r"order_check\.over"),
        ({"by": "小李"}, r"authority\.exceeded"),
    ],
)
def test_what_is_no_release(desk: Desk, orders: OrderService, changes: dict[str, Any], code: str) -> None:
    check = held_check(desk, orders)
    desk.person("王总", "owner")
    desk.person("小李", "sales")
    call: dict[str, Any] = {
        "by": "王总",
        "reason": "Paid half by telephone",
        "amount": 100_00,
        "until": TODAY,
    }
    with pytest.raises(DomainError, match=code):
        orders.release(check, **(call | changes))


@pytest.mark.usefixtures("desk")
def test_what_passes_needs_no_release(orders: OrderService) -> None:
    row = min(orders.keep(ask(orders, 1)).touched["order_check"])
    with pytest.raises(DomainError, match=r"order_check\.nothing_to_release"):
        orders.release(row, "王总", "Paid half by telephone", 1, TODAY)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"amount": -1}, r"order\.negative"),
        ({"currency": "XXX"}, r"company\.currency_unknown"),
        ({"state": "lost"}, r"order\.state_unknown"),
        ({"amount": 10**15 + 1}, r"amount\.too_large"),
        ({}, r"order\.number_taken"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_is_no_order(orders: OrderService, fields: dict[str, Any], code: str) -> None:
    entered(orders, order())
    with pytest.raises(DomainError, match=code):
        orders.save(order(**fields))


@pytest.mark.parametrize("state", ["closed", "cancelled"])
@pytest.mark.usefixtures("desk")
def test_nothing_ships_of_an_order_that_is_over(orders: OrderService, state: str) -> None:
    row = entered(orders, order(state=state))
    with pytest.raises(DomainError, match=rf"order\.is_{state}"):
        orders.check_order(row, TODAY)
    gone = orders.check(1, 100_00, "CNY", TODAY, order_id=row, paper=Paper.SHIPPED)
    assert gone.answer is Answer.GO
    assert orders.open_orders() == []


@pytest.mark.usefixtures("desk")
def test_a_cancelled_order_stays_open_while_goods_of_it_are_not_invoiced(orders: OrderService) -> None:
    entered(orders, order(state="cancelled", delivered=40_00))
    [row] = orders.open_orders()
    assert (row.delivered_not_invoiced, row.unbilled) == (40_00, 0)


# -- files


@pytest.mark.usefixtures("desk")
def test_orders_come_in_from_a_file_and_come_again_as_the_same(orders: OrderService, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "订单号,客户名称,订单日期,币种,订单金额,已发货金额,已开票金额,预付金额\n"
        'SO-1,苏州恒岳贸易有限公司,2025-12-01,CNY,"12,000.50",3000,,500\n'
        "SO-2,没有这家,2025-12-02,CNY,100,,,\n"
        "SO-3,苏州恒岳贸易有限公司,什么,CNY,100,,,\n"
        "SO-4,苏州恒岳贸易有限公司,2025-12-03,火星币,100,,,\n"
        "SO-5,苏州恒岳贸易有限公司,2025-12-03,,-5,,,\n"
        "SO-1,苏州恒岳贸易有限公司,2025-12-03,,5,,,\n"
        "合计,,,,12205.50,,,\n",
        encoding="utf-8",
    )
    plan = orders.read(path)
    assert [(one.row, one.replaces) for one in plan.orders] == [(2, 0)]
    assert {(one.code, one.where.row) for one in plan.problems} >= {
        ("order.row_customer", 3), ("order.row_date", 4), ("order.row_currency", 5),
        ("order.row_amount", 6), ("order.row_twice", 7),
    }  # fmt: skip
    orders.take(plan)
    [row] = orders.open_orders()
    assert (row.order.amount, row.order.delivered, row.order.prepaid, row.customer) == (
        cny("12000.50"), cny(3000), cny(500), "苏州恒岳贸易有限公司",
    )  # fmt: skip
    again = orders.read(path)
    assert again.orders[0].replaces == row.order.id
    orders.take(again)
    assert len(orders.open_orders()) == 1


def test_a_file_without_the_needed_columns_says_which(orders: OrderService, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("订单号,备注,金额\nSO-1,x,5\n", encoding="utf-8")
    found = [one for one in orders.read(path).problems if one.code == "order.no_column"]
    assert [one.params["column"] for one in found] == [("order_column.customer", {}), ("order_column.on", {})]


# -- paper


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_check_is_printed(desk: Desk, orders: OrderService, tmp_path: Path, lang: str) -> None:
    desk.enter(1, 5_00)
    desk.grant(1, 10_00)
    entered(orders, order(3_00))
    written = orders.print(ask(orders, 100_00), tmp_path / "check.pdf", lang)
    assert written.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("lang", "said"), [("zh", "已放行"), ("en", "Released by")])
def test_a_kept_check_is_printed_as_it_was(
    desk: Desk, orders: OrderService, tmp_path: Path, lang: str, said: str
) -> None:
    desk.enter(1, 5_00)
    desk.grant(1, 10_00)
    row = entered(orders, order(103_00))
    [check_id] = orders.keep(orders.check_order(row, TODAY)).touched["order_check"]
    orders.release(check_id, "王总", "Paid half by telephone", 103_00, TODAY + timedelta(3))
    desk.enter(1, 777_00, "F2")
    desk.grant(1, 999_00, start=TODAY + timedelta(1))
    written = orders.print_kept(check_id, tmp_path / "then.pdf", lang)
    text = text_of(written)
    for part in (said, "98.00", "103.00", "Paid half by telephone"):
        assert part in text
    assert "777.00" not in text


def test_a_kept_check_has_the_group_s_risk_too(desk: Desk, orders: OrderService) -> None:
    with desk.store.write() as unit:
        group = unit.add(CustomerGroup("恒岳集团"))
        unit.replace(replace(unit.get(Customer, 1), group_id=group))
        unit.commit("test.group")
    desk.enter(1, 5_00)
    desk.limits.grant(CreditLimit(TODAY, "set", "CNY", group_id=group, amount=10_00, approved_by="王总"))
    view = ask(orders, 3_00, prepaid=1_00)
    orders.keep(view)
    [kept] = orders.checks()
    again = as_it_was(kept.check, desk.store.get(Customer, 1))
    assert again.exposure.group is not None
    assert view.exposure.group is not None
    assert again.exposure.group.exposure == view.exposure.group.exposure
    assert [one.code for one in again.reasons] == [one.code for one in view.reasons]
    assert (again.question.amount, again.question.prepaid, again.answer, again.deposit) == (
        view.question.amount, view.question.prepaid, view.answer, view.deposit,
    )  # fmt: skip


def test_a_record_that_cannot_be_read_is_not_printed(
    desk: Desk, orders: OrderService, tmp_path: Path
) -> None:
    with desk.store.write() as unit:
        row = unit.add(OrderCheck(1, TODAY, "CNY", 1, "hold", "{}"))
        unit.commit("test.check")
    with pytest.raises(DomainError, match=r"order_check\.unreadable"):
        orders.print_kept(row, tmp_path / "never.pdf", "en")


def test_a_release_needs_the_pin_of_whoever_gives_it(desk: Desk, orders: OrderService) -> None:
    check = held_check(desk, orders)
    boss = next(one for one in desk.people.list() if one.name == "王总") if desk.people.list() else None
    boss_id = boss.id if boss else desk.person("王总", "owner")
    desk.people.set_pin(boss_id, "4711")
    call = (check, "王总", "Paid half by telephone transfer", 1_00, TODAY + timedelta(7))
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        orders.release(*call)
    orders.release(*call, pin="4711")
    assert orders.checks(1)[0].released

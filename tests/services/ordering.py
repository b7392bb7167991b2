"""Orders as the tests of them enter and check them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.credit_record import OpenOrder
from app.domain.exposure import Exposure
from app.domain.money import Money
from app.domain.order_check import Effect
from app.domain.order_paper import CheckView
from app.services.orders import OrderService
from tests.services.deciding import TODAY

BELOW = "as the case of the oracle has it"


def cny(major: object) -> int:
    """Yuan in minor units."""
    return Money.of(str(major), "CNY").minor


def order(amount: int = 100_00, number: str = "SO-1", **fields: Any) -> OpenOrder:
    """An order of customer 1, five days old."""
    return replace(OpenOrder(1, number, TODAY - timedelta(5), "CNY", amount), **fields)


def entered(orders: OrderService, made: OpenOrder) -> int:
    """The id of an order that was saved."""
    return min(orders.save(made).touched["open_order"])


def risk(orders: OrderService, customer_id: int = 1, as_of: date = TODAY) -> Exposure:
    """What a customer's exposure is made of."""
    return orders.exposure(customer_id, as_of).exposure


def ask(orders: OrderService, amount: int, **fields: Any) -> CheckView:
    """What the check says of an order of customer 1 (minor units)."""
    return orders.check(1, amount, "CNY", TODAY, **fields)


def codes(view: CheckView, effect: Effect | None = None) -> list[str]:
    """The reasons of a check, of one effect or all."""
    return [one.code for one in view.reasons if effect in {None, one.effect}]

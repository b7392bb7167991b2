"""Open orders of the sample company at every stage, and what was answered when somebody asked to ship."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.credit_record import OpenOrder
from app.domain.money import exponent
from app.domain.order_check import Answer
from app.services.sample.catalogue import Profile, profiles
from app.services.sample.deciding import CREDIT, OWNER, SALES

if TYPE_CHECKING:
    from app.services.sample.deciding import Scene

# code, days ago, size in ordinary invoices, parts of it delivered, invoiced and prepaid (per cent),
# days until it is to be shipped
_ORDERS: tuple[tuple[str, int, float, int, int, int, int], ...] = (
    ("C1001", 34, 3.0, 60, 30, 0, 9),
    ("C1001", 6, 1.5, 0, 0, 0, 24),
    ("C1002", 21, 2.5, 40, 40, 0, 12),
    ("C1003", 12, 2.0, 0, 0, 0, 6),
    ("C1004", 27, 2.0, 100, 50, 0, -4),
    ("C1007", 9, 1.2, 0, 0, 0, 15),
    ("C1009", 5, 1.5, 0, 0, 0, 7),
    ("C1010", 4, 1.8, 0, 0, 0, 10),
    ("C1013", 18, 2.2, 50, 0, 0, 8),
    ("C1016", 15, 1.6, 0, 0, 30, 20),
    ("C1023", 40, 2.0, 30, 30, 30, 35),
    ("C1024", 8, 1.4, 0, 0, 0, 13),
    ("C1031", 11, 2.0, 25, 0, 0, 5),
    ("C1034", 7, 1.5, 0, 0, 100, 18),
    ("C1039", 3, 1.3, 0, 0, 0, 21),
    ("C2001", 25, 3.0, 35, 35, 0, 14),
    ("C2002", 10, 2.0, 0, 0, 20, 28),
    ("C2004", 14, 2.0, 100, 0, 0, -2),
)
_DONE = (("C1005", 52, 1.6, "closed"), ("C1006", 88, 2.0, "cancelled"))
# code, days ago, and (0: its newest order) how much was asked for, in ordinary invoices
_ASKED: tuple[tuple[str, int, float], ...] = (
    ("C1006", 12, 1.0),
    ("C2002", 9, 0),
    ("C1007", 8, 0),
    ("C1001", 6, 0),
    ("C1013", 5, 0),
    ("C1009", 4, 0),
    ("C1010", 3, 0),
    ("C1021", 2, 1.0),
    ("C1046", 1, 1.2),
)
_LET_PASS = ("C1010", "客户承诺本周付清逾期部分，先发一半", 50, 4)


def order(scene: Scene) -> None:
    """Open orders, and two that are over."""
    people = {profile.code: profile for profile in profiles()}
    for code, ago, size, delivered, invoiced, prepaid, ship in _ORDERS:
        made = replace(_order(scene, people[code], ago, size), ship_on=scene.as_of + timedelta(ship))
        share = made.amount // 100
        scene.now.orders.save(
            replace(made, delivered=share * delivered, invoiced=share * invoiced, prepaid=share * prepaid)
        )
    for code, ago, size, state in _DONE:
        made = _order(scene, people[code], ago, size)
        full = made.amount if state == "closed" else 0
        scene.now.orders.save(replace(made, delivered=full, invoiced=full, state=state))


def _amount(profile: Profile, size: float) -> int:
    return round(profile.size * size) * int(10 ** exponent(profile.currency))


def _order(scene: Scene, profile: Profile, ago: int, size: float) -> OpenOrder:
    on, number = scene.ago(ago), f"DD{scene.ago(ago):%y%m%d}-{profile.code[1:]}"
    return OpenOrder(scene.customers[profile.code], number, on, profile.currency, _amount(profile, size))


def ask(scene: Scene) -> None:
    """Checks of the last days; one that held was let pass in part."""
    people = {profile.code: profile for profile in profiles()}
    newest = {row.order.customer_id: row.order.id for row in scene.now.orders.open_orders()}
    for code, ago, size in _ASKED:
        day, customer_id, profile = scene.ago(ago), scene.customers[code], people[code]
        orders = scene.at(day).orders
        if size:
            view = orders.check(customer_id, _amount(profile, size), profile.currency, day)
        else:
            view = orders.check_order(newest[customer_id], day)
        orders.keep(view, CREDIT if size else SALES)
    code, reason, share, days = _LET_PASS
    row = scene.now.orders.checks(scene.customers[code])[0].check
    if row.answer != Answer.GO:
        until = scene.as_of + timedelta(days)
        scene.at(row.on).orders.release(row.id, OWNER, reason, row.amount * share // 100, until)

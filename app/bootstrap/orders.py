"""Orders and the order check over one open company, with the rooms that read and print for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.cover import Gap
from app.domain.order_check import ShipmentCover
from app.domain.problem import EnvironmentFaultError
from app.services.insured_limits import InsuredLimits
from app.services.order_views import OrderSheet, ReadOrder
from app.services.orders import OrderDesk, OrderService
from app.services.ports import CancelledError
from app.storage.readers.limits import SqlLimitReader
from app.storage.readers.orders import SqlOrderReader

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.money import Money
    from app.services.duty_views import Hold
    from app.services.order_views import CheckPaper, Stops
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def order_service(store: SqlStore, clock: Clock, session: CompanySession) -> OrderService:
    """The service over a store."""

    def stops() -> Stops:
        stopping = {
            (policy.code, step.level)
            for policy in session.dunning.policies()
            for step in policy.steps
            if step.stop_shipment
        }
        return lambda policy, level: (policy, level) in stopping

    def insurer_hold(customer_id: int, on: date) -> Hold | None:
        return session.deadlines.hold(customer_id, on)

    def planned(customer_id: int, amount: Money, shipped: date, terms_days: int) -> ShipmentCover | None:
        if not amount.minor or not session.cover.has_policy():
            return None
        found = session.cover.planned(customer_id, amount, shipped, terms_days=terms_days)
        told = sorted(found.gaps, key=lambda one: -one[1])
        why = tuple(f"cover_gap.{gap}" for gap, _ in told if gap is not Gap.SET_OFF)
        return ShipmentCover(found.insured, found.uninsured, why)

    return OrderService(
        OrderDesk(
            store,
            SqlOrderReader(store),
            SqlLimitReader(store),
            session.limits,
            session.people,
            session.settings,
            clock,
            InsuredLimits(lambda: session.policies),
            read_orders,
            stops,
            print_check,
            insurer_hold,
            planned,
        )
    )


def read_orders(source: Path | str, currency: str) -> OrderSheet:
    """``app.services.order_views.OrderFiles`` by the imports room."""
    from app.imports.orders_table import OrderTable  # noqa: PLC0415 - loads with the first file
    from app.imports.reader import read, read_text  # noqa: PLC0415 - loads with the first file

    try:
        raw = read_text(source) if isinstance(source, str) else read(source)
    except EnvironmentFaultError as error:
        if error.code == "import.cancelled":
            raise CancelledError from error
        raise
    table = OrderTable(raw, currency)
    table.read()
    orders = tuple(
        ReadOrder(one.row, one.number, one.customer, one.on, one.currency, **one.amounts, ship_on=one.ship_on)
        for one in table.lines
    )
    return OrderSheet(raw.name, orders, (*raw.problems, *table.problems))


def print_check(paper: CheckPaper, path: Path, lang: str) -> None:
    """``app.services.order_views.CheckPrinter`` by the reports room."""
    from app.reports.order_check import write  # noqa: PLC0415 - reportlab loads with a PDF

    write(paper, path, lang)

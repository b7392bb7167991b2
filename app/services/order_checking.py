"""Gathers what an order check rests on: exposure, limits, overdue debts, the stop list, earlier answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.credit_record import OpenOrder, OrderCheck
from app.domain.customer import Customer, CustomerStatus
from app.domain.dunning_rules import in_currency
from app.domain.entry import MOST
from app.domain.exposure import ExposureView, OrderLine, Piece, prepaid_once
from app.domain.money import Money, to_major
from app.domain.order_check import (
    Answer,
    Effect,
    Late,
    OrderQuestion,
    OverdueRule,
    Paper,
    Pool,
    Reason,
    ShipmentCover,
    answer,
    check_rule,
    late_of,
)
from app.domain.problem import DomainError
from app.services.exposures import Book, book, order_rows
from app.services.order_views import CheckView
from app.services.stored_checks import released_reason

if TYPE_CHECKING:
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.credit_limit import Limit
    from app.domain.exposure import ExposureRow
    from app.services.duty_views import Hold
    from app.services.limit_views import Insurance, LimitReader
    from app.services.limits import LimitService
    from app.services.order_views import CheckPrinter, OrderFiles, OrderReader, Stops
    from app.services.people import PeopleService
    from app.services.ports import Store
    from app.services.settings import SettingService

RULE = "orders.overdue_rule"
_WHOLE = Decimal(100)


def _nothing_planned(
    _customer_id: int, _amount: Money, _shipped: date, _terms_days: int
) -> ShipmentCover | None:
    return None


def _nobody_holds(_customer_id: int, _as_of: date) -> Hold | None:
    """Without insurance nothing has to stop for its sake."""
    return None


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """The company file, its readers, and the services beside them.

    ``insurer_hold`` says what stops a customer's shipments for the insurance's sake, ``planned`` what of
    a shipment on terms of so many days would be insured.
    """

    store: Store
    reader: OrderReader
    risks: LimitReader
    limits: LimitService
    people: PeopleService
    settings: SettingService
    clock: Clock
    insurance: Insurance
    files: OrderFiles
    stops: Callable[[], Stops]
    printer: CheckPrinter
    insurer_hold: Callable[[int, date], Hold | None] = _nobody_holds
    planned: Callable[[int, Money, date, int], ShipmentCover | None] = _nothing_planned


class Checking:
    """The part of the order service that answers "may I ship this?"."""

    def __init__(self, desk: OrderDesk) -> None:
        self._desk = desk

    # -- exposure

    def exposure(self, customer_id: int, as_of: date, currency: str = "") -> ExposureView:
        """What is at risk with a customer, with the rows behind each piece, and its group's beside it.

        In ``currency``, else the limit's, else the company's own.
        """
        limit = self._desk.limits.current(customer_id, as_of).amount
        wanted = currency or (limit.currency if limit else self._desk.risks.base())
        pools = self._desk.limits.pools_of(customer_id, as_of)
        group = self._exposed(pools[0].members, as_of, wanted) if pools else None
        return replace(self._exposed([customer_id], as_of, wanted), group=group)

    def _exposed(
        self, customer_ids: Sequence[int], as_of: date, currency: str, without_order: int = 0
    ) -> ExposureView:
        made = book(self._desk.risks, customer_ids, as_of, without_order)
        return self._shown(made, customer_ids, as_of, currency)

    def _shown(self, made: Book, customer_ids: Sequence[int], as_of: date, currency: str) -> ExposureView:
        total = made.together(customer_ids, currency)
        names = {row_id: one.name for row_id, one in self._desk.risks.traits(customer_ids).items()}
        rows = [*self._desk.risks.rows(customer_ids, as_of), *order_rows(made, names)]
        rows.sort(key=lambda row: (list(Piece).index(Piece(row.piece)), row.on, row.number))
        return ExposureView(currency, total.exposure, tuple(rows), total.missing)

    # -- the overdue rule

    def overdue_rule(self) -> OverdueRule:
        """The rule as it holds."""
        return rule_of(self._desk.settings.get(RULE))

    def save_overdue_rule(self, rule: OverdueRule) -> ChangeSet:
        """Keep a rule, on or off."""
        check_rule(rule)
        value = {
            "margin": rule.margin, "small": f"{rule.small:f}", "most": f"{rule.most:f}", "on": rule.on,
        }  # fmt: skip
        return self._desk.settings.set(RULE, value)

    def reset_overdue_rule(self) -> ChangeSet:
        """Back to the shipped rule, which is off."""
        return self._desk.settings.reset(RULE)

    def _late(self, rows: Sequence[ExposureRow], as_of: date, rule: OverdueRule) -> Late:
        base, rates = self._desk.risks.base(), self._desk.risks.rates(as_of)
        debts = []
        for row in rows:
            if row.due is not None and row.piece in {Piece.OPEN_ITEMS, Piece.RETURNED}:
                # Without a rate the amount counts one to one: a hold too many is seen, one too few is not.
                based = in_currency(row.amount, row.currency, base, base, rates)
                amount = to_major(row.amount, row.currency) if based is None else to_major(based, base)
                debts.append((amount, (as_of - row.due).days))
        return late_of(debts, rule)

    # -- the check

    def check(
        self,
        customer_id: int,
        amount: int,
        currency: str,
        as_of: date,
        prepaid: int = 0,
        *,
        order_id: int | None = None,
        paper: Paper = Paper.ORDER,
    ) -> CheckView:
        """May this be shipped? ``amount`` and ``prepaid`` minor units; nothing is stored (see ``keep``).

        An order that is entered already (``order_id``) is not counted a second time, and one that
        passed before is not held by a limit lowered since. Of one that is closed or cancelled nothing ships.
        """
        _require_amounts(amount, prepaid, currency)
        if order_id is not None and paper is Paper.ORDER:
            self._require_running(order_id)
        customer = self._desk.store.get(Customer, customer_id)
        made = book(self._desk.risks, [customer_id], as_of, order_id or 0)
        limit = self._desk.limits.view(customer_id, as_of)
        base = self._desk.risks.base()
        own = limit.limit.amount.currency if limit.limit.amount else base
        exposed = self._shown(made, [customer_id], as_of, own)
        net = Money(max(0, amount - _prepaid(made, customer_id, currency, amount, prepaid)), currency)
        pools = [_pool(made, limit.limit, exposed, net)]
        group_view = None
        for pool in self._desk.limits.pools_of(customer_id, as_of):
            unit = pool.limit.amount.currency if pool.limit.amount else base
            seen = self._exposed(pool.members, as_of, unit, order_id or 0)
            group_view = group_view or seen
            pools.append(_pool(made, pool.limit, seen, net, pool.name))
        rule = self.overdue_rule()
        deposit = limit.terms.deposit if limit.terms else Decimal(0)
        question = OrderQuestion(
            Money(amount, currency),
            Money(prepaid, currency),
            paper,
            tuple(pools),
            rule,
            self._late(exposed.rows, as_of, rule),
            tuple(self._stops(customer, as_of)),
            deposit,
            deposit >= _WHOLE or self._cash_only(limit.grade),
            self._desk.insurance.limit_of(customer_id, as_of),
            self._desk.planned(customer_id, net, as_of, limit.terms.terms_days if limit.terms else 0),
            self._passed(order_id, amount, currency, as_of),
            self._released(order_id, amount, currency, as_of),
        )
        view = replace(exposed, group=group_view)
        found = answer(question)
        return CheckView(
            customer_id, customer.name, customer.code, as_of, question, found, view, order_id,
            customer.name_en,
        )  # fmt: skip

    def check_order(self, order_id: int, as_of: date) -> CheckView:
        """The check of an order that is entered: what is neither invoiced nor gone yet."""
        order = self._desk.store.get(OpenOrder, order_id)
        rest = max(0, order.amount - max(order.delivered, order.invoiced))
        return self.check(order.customer_id, rest, order.currency, as_of, order.prepaid, order_id=order_id)

    def _require_running(self, order_id: int) -> None:
        state = self._desk.store.get(OpenOrder, order_id).state
        if state == "closed":
            raise DomainError("order.is_closed")
        if state == "cancelled":
            raise DomainError("order.is_cancelled")

    def _cash_only(self, grade: object) -> bool:
        policy = self._desk.limits.grade_policy()
        return any(one.cash_only for name, one in policy.grades.items() if name == grade)

    def _stops(self, customer: Customer, as_of: date) -> list[Reason]:
        found = []
        since = customer.status_since
        if customer.status is not CustomerStatus.ACTIVE and (since is None or since <= as_of):
            found.append(Reason(f"order.{customer.status}", Effect.HOLD, {"since": since or as_of}))
        if customer.handed_to and (customer.handed_on is None or customer.handed_on <= as_of):
            to: tuple[str, dict[str, object]] = (f"handed_to.{customer.handed_to}", {})
            found.append(
                Reason("order.handed_over", Effect.HOLD, {"to": to, "on": customer.handed_on or as_of})
            )
        letters = self._desk.reader.letters(customer.id, as_of)
        stops = self._desk.stops() if letters else None
        for letter in letters:
            if stops is not None and stops(letter.policy, letter.level):
                said = {"number": letter.number, "on": letter.on}
                found.append(Reason("order.stop_letter", Effect.HOLD, said))
                break
        return [*found, *self._insurer_hold(customer.id, as_of)]

    def _insurer_hold(self, customer_id: int, as_of: date) -> list[Reason]:
        """What is shipped after a stop is not insured: it holds like any other stop."""
        hold = self._desk.insurer_hold(customer_id, as_of)
        if hold is None:
            return []
        code, params = hold.reason
        return [Reason(code, Effect.HOLD, params)]

    def _checks_of(self, order_id: int | None, amount: int, currency: str, as_of: date) -> list[OrderCheck]:
        """Earlier checks of the same order for at least as much, the newest first."""
        if order_id is None:
            return []
        found = self._desk.store.find(OrderCheck, order_id=order_id, currency=currency)
        return [one for one in reversed(found) if one.on <= as_of and one.amount >= amount]

    def _passed(self, order_id: int | None, amount: int, currency: str, as_of: date) -> Reason | None:
        for one in self._checks_of(order_id, amount, currency, as_of):
            if one.answer == Answer.GO:
                return Reason("order.passed_before", Effect.PASS, {"on": one.on})
        return None

    def _released(self, order_id: int | None, amount: int, currency: str, as_of: date) -> Reason | None:
        if order_id is None:
            return None
        for one in reversed(self._desk.store.find(OrderCheck, order_id=order_id, currency=currency)):
            if is_released(one, as_of) and (one.release_amount or 0) >= amount:
                return released_reason(one)
        return None


def check_sizes(*amounts: int, currency: str) -> None:
    """Refuse amounts (minor units) that no ledger can hold."""
    if max(amounts) > MOST:
        raise DomainError("amount.too_large", amount=Money(max(amounts), currency))


def _require_amounts(amount: int, prepaid: int, currency: str) -> None:
    if amount < 0 or prepaid < 0:
        raise DomainError("order.negative")
    check_sizes(amount, prepaid, currency=currency)


def is_released(check: OrderCheck, on: date) -> bool:
    """Whether somebody let it pass and that still holds on a day."""
    return check.release_until is not None and check.on <= on <= check.release_until


def rule_of(value: object) -> OverdueRule:
    """The rule in a setting; the shipped one, switched off, where it cannot be read."""
    if not isinstance(value, dict):
        return OverdueRule()
    try:
        rule = OverdueRule(
            int(value["margin"]), Decimal(value["small"]), Decimal(value["most"]), bool(value["on"])
        )
        check_rule(rule)
    except (KeyError, TypeError, ValueError, InvalidOperation, DomainError):
        return OverdueRule()
    return rule


def _pool(made: Book, limit: Limit, seen: ExposureView, order: Money, name: str = "") -> Pool:
    """A limit with what is used of it; every currency without a rate is named, the order's too."""
    unit = seen.currency
    missing = tuple(sorted({*seen.missing, *made.lacking(order.currency, unit)}))
    return Pool(limit, Money(seen.exposure.total, unit), _turned(made, order, unit), name, missing)


def _turned(made: Book, value: Money, currency: str) -> Money | None:
    turned = made.turned(value.minor, value.currency, currency)
    return None if turned is None else Money(turned, currency)


def _prepaid(made: Book, customer_id: int, currency: str, amount: int, prepaid: int) -> int:
    """What is prepaid of a new order beyond the money that the ledger shows on account already."""
    known = made.by_customer.get(customer_id, {}).get(currency)
    unapplied = known.of(Piece.UNAPPLIED) if known else 0
    mine = [
        facts for facts, _ in made.orders if (facts.customer_id, facts.currency) == (customer_id, currency)
    ]
    lines = [*((facts.line, facts.paid) for facts in mine), (OrderLine(amount, prepaid=prepaid), 0)]
    return prepaid_once(lines, unapplied)[-1].prepaid

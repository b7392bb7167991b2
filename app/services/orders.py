"""Open orders: entering them, taking them in from files, checking and releasing them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.credit_record import OpenOrder, OrderCheck
from app.domain.customer import Customer
from app.domain.dunning_rules import in_currency
from app.domain.money import CURRENCIES, Money, to_major
from app.domain.names import match_key
from app.domain.order_check import Answer, OverdueRule, Segment, check_rule, held_spans
from app.domain.override import LEAST_WORDS
from app.domain.problem import DomainError, Problem, Where
from app.domain.scorecard import Grade
from app.services.exposures import book
from app.services.order_checking import Checking, OrderDesk, check_sizes, is_released
from app.services.order_views import (
    CheckPaper,
    CheckRow,
    CheckView,
    DatedDebt,
    HeldCustomer,
    HeldOutcome,
    OrderPlan,
    OrderRow,
    PlannedOrder,
    ReadOrder,
)
from app.services.ports import CancelledError
from app.services.stored_checks import as_it_was

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.exposure import ExposureView
    from app.services.order_views import Shipment
    from app.services.ports import Control

__all__ = ["OrderDesk", "OrderService"]

LATE_AGAIN = 30
"""Days late from which an invoice that a rule would have held proves it right."""
STATES = ("open", "closed", "cancelled")


class OrderService(Checking):
    """Use cases on orders; one call, one change set."""

    # -- orders

    def open_orders(self, customer_id: int | None = None, as_of: date | None = None) -> list[OrderRow]:
        """Orders of one customer or of all that are open as of a day, by day and number.

        A cancelled one stays while goods of it went out that nobody has invoiced.
        """
        day = as_of or self._desk.clock.today()
        ids = None if customer_id is None else [customer_id]
        made = book(self._desk.risks, ids, day)
        lines = {facts.order_id: line for facts, line in made.orders}
        stored = {one.id: one for one in self._desk.store.find(OpenOrder, id=list(lines))}
        people = {one.customer_id for one in stored.values()}
        customers = {one.id: one for one in self._desk.store.find(Customer, id=people)}
        rows = []
        for order_id, line in lines.items():
            order = stored[order_id]
            if line.cancelled and not line.delivered_not_invoiced:
                continue
            who = customers.get(order.customer_id)
            name, code, name_en = (who.name, who.code, who.name_en) if who else ("", "", "")
            rows.append(OrderRow(order, name, code, line.delivered_not_invoiced, line.unbilled, name_en))
        return sorted(rows, key=lambda row: (row.order.on, row.order.number, row.order.id))

    def save(self, order: OpenOrder) -> ChangeSet:
        """Enter an order (id 0) or write an edited one."""
        with self._desk.store.write() as unit:
            customer = unit.get(Customer, order.customer_id)
            clean = _checked(replace(order, number=order.number.strip(), note=order.note.strip()))
            same = unit.find(OpenOrder, customer_id=clean.customer_id, number=clean.number)
            if clean.number and any(one.id != clean.id for one in same):
                raise DomainError("order.number_taken", number=clean.number, name=customer.name)
            if clean.id:
                unit.replace(clean)
            else:
                unit.add(clean)
            return unit.commit("order.saved", number=clean.number, name=customer.name)

    def remove(self, order_id: int) -> ChangeSet:
        """Put an order in the bin."""
        with self._desk.store.write() as unit:
            gone = unit.get(OpenOrder, order_id)
            unit.remove(OpenOrder, [order_id])
            return unit.commit("order.removed", number=gone.number)

    # -- files

    def read(self, source: Path | str) -> OrderPlan:
        """What a CSV file or workbook, or pasted text, would bring; nothing is stored (see ``take``)."""
        sheet = self._desk.files(source, self._desk.risks.base())
        known = self._desk.reader.customers()
        stored = {(one.customer_id, one.number): one for one in self._desk.store.find(OpenOrder)}
        problems, planned = list(sheet.problems), []
        seen: dict[tuple[int, str], int] = {}
        for row in sheet.orders:
            found = _owner(row, known)
            if isinstance(found, Problem):
                problems.append(found)
                continue
            key = (found, row.number)
            if row.number and key in seen:
                params = {"row": row.row, "number": row.number, "first": seen[key]}
                problems.append(Problem("order.row_twice", params, where=Where(row=row.row)))
                continue
            seen[key] = row.row
            planned.append(_planned(row, found, stored.get(key) if row.number else None))
        names = self._desk.risks.traits({one.order.customer_id for one in planned})
        named = tuple(replace(one, customer=names[one.order.customer_id].name) for one in planned)
        problems.sort(key=lambda one: one.where.row)
        return OrderPlan(sheet.name, named, tuple(problems))

    def take(self, plan: OrderPlan) -> ChangeSet:
        """Take the planned orders in; one that has a number known already is written anew."""
        self._desk.store.safeguard(BackupKind.IMPORT)
        with self._desk.store.write() as unit:
            fresh = [one.order for one in plan.orders if not one.replaces]
            for order in (one.order for one in plan.orders):
                _checked(order)
            unit.add_all(fresh)
            unit.replace_all([one.order for one in plan.orders if one.replaces])
            return unit.commit("order.imported", n=len(plan.orders))

    # -- checks

    def keep(self, view: CheckView, asked_by: str = "") -> ChangeSet:
        """Store an answer with its working."""
        check = OrderCheck(
            view.customer_id, view.as_of, view.question.amount.currency, view.question.amount.minor,
            view.answer.value, json.dumps(working(view), ensure_ascii=False), view.order_id,
            view.deposit.minor, asked_by.strip(),
        )  # fmt: skip
        with self._desk.store.write() as unit:
            unit.add(check)
            return unit.commit("order.checked", name=view.customer, amount=str(view.question.amount))

    def checks(self, customer_id: int | None = None, as_of: date | None = None) -> list[CheckRow]:
        """Stored checks, the newest first."""
        day = as_of or self._desk.clock.today()
        wanted = {} if customer_id is None else {"customer_id": customer_id}
        found = self._desk.store.find(OrderCheck, **wanted)
        names = self._desk.risks.traits({one.customer_id for one in found})
        ids = {one.order_id for one in found if one.order_id is not None}
        orders = {one.id: one for one in self._desk.store.find(OpenOrder, id=ids)}
        rows = []
        for one in reversed(found):
            order = orders.get(one.order_id or 0)
            who = names.get(one.customer_id)
            name, name_en = (who.name, who.name_en) if who else ("", "")
            number, used = (order.number, _all_out(order)) if order else ("", False)
            rows.append(CheckRow(one, name, is_released(one, day) and not used, number, used, name_en))
        return rows

    def release(
        self, check_id: int, by: str, reason: str, amount: int, until: date, *, pin: str = ""
    ) -> ChangeSet:
        """Let one held document pass up to an amount (minor units) until a day.

        Authority is checked, and the PIN of whoever releases it, where that person has one.
        """
        check = self._desk.store.get(OrderCheck, check_id)
        if check.answer == Answer.GO:
            raise DomainError("order_check.nothing_to_release")
        if len("".join(reason.split())) < LEAST_WORDS:
            raise DomainError("order_check.reason_short", least=LEAST_WORDS)
        if amount <= 0 or amount > check.amount:
            raise DomainError("order_check.amount", most=str(Money(check.amount, check.currency)))
        if until < self._desk.clock.today():
            raise DomainError("order_check.over", until=until)
        today, reader = self._desk.clock.today(), self._desk.risks
        base = reader.base()
        based = in_currency(amount, check.currency, base, base, reader.rates(today))
        if based is None:
            raise DomainError("limit.no_rate_to_base", currency=check.currency, on=today)
        grade = self._desk.limits.grades([check.customer_id], today).get(check.customer_id, Grade.C)
        who = self._desk.people.require(by, grade, to_major(based, base), pin)
        with self._desk.store.write() as unit:
            old = unit.get(OrderCheck, check_id)
            unit.replace(
                replace(
                    old, released_by=who.name, release_reason=reason.strip(), release_amount=amount,
                    release_until=until,
                )
            )  # fmt: skip
            name = unit.get(Customer, old.customer_id).name
            said = str(Money(amount, old.currency))
            return unit.commit("order_check.released", by=who.name, name=name, amount=said)

    def print(self, view: CheckView, path: Path, lang: str) -> Path:
        """The check as a PDF with every number; the file."""
        company = self._desk.store.find(Company)[0]
        self._desk.printer(CheckPaper(view, company, self._desk.clock.today()), path, lang)
        return path

    def print_kept(self, check_id: int, path: Path, lang: str) -> Path:
        """A stored check as a PDF, as it was answered then, with its release; the file."""
        check = self._desk.store.get(OrderCheck, check_id)
        return self.print(as_it_was(check, self._desk.store.get(Customer, check.customer_id)), path, lang)

    # -- the overdue rule on the past

    def test_overdue_rule(
        self, rule: OverdueRule, start: date, end: date, control: Control | None = None
    ) -> list[HeldCustomer]:
        """When a rule would have held whom, day by day; amounts at the rates of the last day.

        Who was held longest comes first. Payments count from the day they were set against the debt.
        """
        check_rule(rule)
        if end < start:
            raise DomainError("order.rule_days", start=start, end=end)
        base, rates = self._desk.risks.base(), self._desk.risks.rates(end)
        by_customer: dict[int, list[Segment]] = defaultdict(list)
        names: dict[int, str] = {}
        for debt in self._desk.reader.late_debts(start, end, rule.margin):
            names[debt.customer_id] = debt.customer
            by_customer[debt.customer_id] += _segments(debt, end, base, rates)
        found = []
        for done, (customer_id, segments) in enumerate(by_customer.items()):
            if control is not None:
                control.progress(done, len(by_customer), "")
                if control.cancelled():
                    raise CancelledError
            spans = held_spans(segments, rule, start, end)
            if spans:
                found.append(HeldCustomer(customer_id, names[customer_id], tuple(spans)))
        known = self._desk.risks.traits([one.customer_id for one in found])
        english = {customer_id: who.name_en for customer_id, who in known.items()}
        found = [replace(one, customer_en=english.get(one.customer_id, "")) for one in found]
        return sorted(found, key=lambda one: (-_days(one), one.customer))

    def judge_overdue_rule(
        self, rule: OverdueRule, start: date, end: date, control: Control | None = None
    ) -> list[HeldOutcome]:
        """Who would have been held, which invoices fell into those days, and how many were paid late.

        Goods go out with an invoice: one dated on a held day would have waited for a release.
        """
        held = self.test_overdue_rule(rule, start, end, control)
        made: dict[int, list[Shipment]] = defaultdict(list)
        for one in self._desk.reader.shipments([each.customer_id for each in held], start, end):
            made[one.customer_id].append(one)
        outcomes = []
        for each in held:
            stopped = [
                one
                for one in made[each.customer_id]
                if any(span.start <= one.on <= span.end for span in each.spans)
            ]
            late = sum(one.late > LATE_AGAIN for one in stopped)
            outcomes.append(HeldOutcome(each, len(stopped), late))
        return outcomes


def _all_out(order: OpenOrder) -> bool:
    """Whether nothing of an order is still to be shipped."""
    return order.state == "closed" or max(order.delivered, order.invoiced) >= order.amount


def _days(held: HeldCustomer) -> int:
    return sum((span.end - span.start).days + 1 for span in held.spans)


def _segments(debt: DatedDebt, end: date, base: str, rates: Mapping[str, Decimal]) -> list[Segment]:
    """What was open of a debt from when to when, in major units of the own currency."""
    beyond = date.fromordinal(end.toordinal() + 1)
    left, since, found = debt.amount, debt.start, []
    for on, amount in (*debt.settled, (beyond, 0)):
        if on > since and left > 0:
            based = in_currency(left, debt.currency, base, base, rates)
            worth = to_major(left, debt.currency) if based is None else to_major(based, base)
            found.append(Segment(worth, debt.due, since, min(on, beyond)))
        left, since = left - amount, max(since, on)
    return found


def _checked(order: OpenOrder) -> OpenOrder:
    if order.currency not in CURRENCIES:
        raise DomainError("company.currency_unknown", currency=order.currency)
    if order.state not in STATES:
        raise DomainError("order.state_unknown", state=order.state)
    amounts = (order.amount, order.delivered, order.invoiced, order.prepaid)
    if min(amounts) < 0:
        raise DomainError("order.negative")
    check_sizes(*amounts, currency=order.currency)
    return order


def _owner(row: ReadOrder, known: Mapping[str, Collection[int]]) -> int | Problem:
    """The one customer a row speaks of, by code or any name."""
    keys = (row.customer.strip().casefold(), match_key(row.customer).casefold())
    found = next((known[key] for key in keys if key in known), ())
    if len(found) == 1:
        return next(iter(found))
    code = "order.row_customer_twice" if found else "order.row_customer"
    params = {"row": row.row, "customer": row.customer}
    return Problem(code, params, where=Where(row=row.row))


def _planned(row: ReadOrder, customer_id: int, old: OpenOrder | None) -> PlannedOrder:
    order = OpenOrder(
        customer_id, row.number, row.on, row.currency, row.amount, row.delivered, row.invoiced, row.prepaid,
        row.ship_on,
    )  # fmt: skip
    if old is not None:
        order = replace(order, id=old.id, version=old.version, note=old.note)
    return PlannedOrder(row.row, order, "", old.id if old else 0)


def working(view: CheckView) -> dict[str, object]:
    """An answer for programs and for the record: every reason and piece; amounts as text in major units."""
    return {
        "customer": view.code or view.customer,
        "as_of": view.as_of.isoformat(),
        "answer": view.answer.value,
        "currency": view.question.amount.currency,
        "amount": _text(view.question.amount),
        "prepaid": _text(view.question.prepaid),
        "deposit": _text(view.deposit),
        "reasons": [
            {"code": one.code, "effect": one.effect.value, "params": _plain(one.params)}
            for one in view.reasons
        ],
        "exposure": _risk(view.exposure),
    }


def _risk(view: ExposureView) -> dict[str, object]:
    currency = view.currency
    told: dict[str, object] = {
        "currency": currency,
        "pieces": {piece.value: _text(Money(n, currency)) for piece, n in view.exposure.pieces},
        "total": _text(Money(view.exposure.total, currency)),
        "missing_rates": list(view.missing),
        "rows": [_row(row) for row in view.rows],
    }
    return told if view.group is None else told | {"group": _risk(view.group)}


def _row(row: object) -> dict[str, object]:
    names: Sequence[str] = ("piece", "kind", "number", "on", "due", "currency", "amount")
    found = {name: getattr(row, name) for name in names}
    amount = Money(found["amount"], found["currency"])
    days = {name: found[name].isoformat() if found[name] else None for name in ("on", "due")}
    return found | days | {"amount": _text(amount)}


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in params.items():
        if isinstance(value, Money):
            found[name] = {"amount": _text(value), "currency": value.currency}
        elif isinstance(value, int) or value is None:
            found[name] = value
        else:
            found[name] = value[0] if isinstance(value, tuple) else str(value)
    return found


def _text(value: Money) -> str:
    return f"{value.major():f}"

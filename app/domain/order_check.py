"""May I ship this? The answer from the facts: room, overdue rule, stop list, grade, deposit.

Each reason carries its numbers. The gravest reason decides; a prepaid order, a credit note and an invoice
for goods already gone pass whatever stands against the customer, and say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from app.domain.credit_limit import Limit, LimitState, Room, room
from app.domain.money import Money, to_major
from app.domain.problem import DomainError

_WHOLE = Decimal(100)


class Answer(StrEnum):
    """What may be done."""

    GO = "go"
    DEPOSIT = "deposit"
    HOLD = "hold"


class Paper(StrEnum):
    """What is asked about; only an order is new risk."""

    ORDER = "order"
    CREDIT_NOTE = "credit_note"
    SHIPPED = "shipped"


class Effect(StrEnum):
    """What one reason does to the answer."""

    PASS = "pass"  # noqa: S105 - no password
    NOTE = "note"
    DEPOSIT = "deposit"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding, as a code with the numbers that it rests on."""

    code: str
    effect: Effect
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OverdueRule:
    """Hold when overdue amount × days grows too large; amounts are major units of the own currency.

    Debts at most ``margin`` days late do not count; nor does anything while what is overdue stays at
    or below ``small``. ``most`` is the allowed sum of amount × days. Off until switched ``on``.
    """

    margin: int = 7
    small: Decimal = Decimal(1000)
    most: Decimal = Decimal(300_000)
    on: bool = False


@dataclass(frozen=True, slots=True)
class Late:
    """A customer's overdue debts beyond the margin: their sum, amount × days, and the longest (days)."""

    amount: Decimal = Decimal(0)
    amount_days: Decimal = Decimal(0)
    longest: int = 0


def late_of(debts: Iterable[tuple[Decimal, int]], rule: OverdueRule) -> Late:
    """The measure over (amount, days late) pairs."""
    counted = [(amount, days) for amount, days in debts if amount > 0 and days > rule.margin]
    return Late(
        sum((amount for amount, _ in counted), Decimal(0)),
        sum((amount * days for amount, days in counted), Decimal(0)),
        max((days for _, days in counted), default=0),
    )


def holds(late: Late, rule: OverdueRule) -> bool:
    """Whether the measure is beyond the rule, switched on or not."""
    return late.amount > rule.small and late.amount_days > rule.most


def check_rule(rule: OverdueRule) -> None:
    """Refuse a rule with negative figures."""
    if rule.margin < 0 or rule.small < 0 or rule.most < 0:
        raise DomainError("order.bad_rule")


@dataclass(frozen=True, slots=True)
class Segment:
    """So much of a debt (major units, own currency) was open from ``start`` up to but not on ``end``."""

    amount: Decimal
    due: date
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class HeldSpan:
    """The rule would have held a customer from one day to another (both counted), at worst by so much."""

    start: date
    end: date
    worst: Late


def held_spans(segments: Sequence[Segment], rule: OverdueRule, start: date, end: date) -> list[HeldSpan]:
    """When the rule would have held one customer in a span of days.

    The sum of amount × days is linear while nothing is paid: amounts and their due days are added up at
    the days on which they begin and cease to count, so that each day costs one step.
    """
    days = (end - start).days + 1
    if days <= 0:
        return []
    amounts, moments = [Decimal(0)] * (days + 1), [Decimal(0)] * (days + 1)
    dues: list[tuple[int, int, int]] = []
    for one in segments:
        first = max((one.start - start).days, (one.due - start).days + rule.margin + 1, 0)
        last = min((one.end - start).days, days)
        if first < last and one.amount > 0:
            offset = (one.due - start).days
            for place, sign in ((first, 1), (last, -1)):
                amounts[place] += sign * one.amount
                moments[place] += sign * one.amount * offset
            dues.append((first, last, offset))
    spans: list[HeldSpan] = []
    amount = moment = Decimal(0)
    begun: int | None = None
    worst = Late()
    for day in range(days + 1):
        amount, moment = amount + amounts[day], moment + moments[day]
        late = Late(amount, amount * day - moment)
        if day < days and holds(late, rule):
            begun = day if begun is None else begun
            if late.amount_days > worst.amount_days:
                longest = max(day - offset for first, last, offset in dues if first <= day < last)
                worst = Late(late.amount, late.amount_days, longest)
        elif begun is not None:
            spans.append(HeldSpan(_on(start, begun), _on(start, day - 1), worst))
            begun, worst = None, Late()
    return spans


def _on(start: date, days: int) -> date:
    return date.fromordinal(start.toordinal() + days)


@dataclass(frozen=True, slots=True)
class Pool:
    """A limit and what is used of it, in its currency; ``order`` the order in that currency, net of prepaid.

    ``order`` None: there is no rate for it. ``name`` is the group's, "" for the customer's own.
    """

    limit: Limit
    used: Money
    order: Money | None
    name: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShipmentCover:
    """What of this very shipment would be insured, and the codes of why the rest would not."""

    insured: Money
    uncovered: Money
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderQuestion:
    """Everything an answer follows from; ``amount`` and ``prepaid`` in one currency.

    ``stops`` are reasons of the stop list, ``insured`` None without a policy, ``cover`` what a policy says
    of this shipment; ``deposit`` is the per cent
    that the customer's terms ask for. ``passed`` is an earlier pass of the same order: a limit lowered since
    does not undo it, a stop does. ``released`` is a release that covers it.
    """

    amount: Money
    prepaid: Money
    paper: Paper = Paper.ORDER
    pools: tuple[Pool, ...] = ()
    rule: OverdueRule = field(default_factory=OverdueRule)
    late: Late = field(default_factory=Late)
    stops: tuple[Reason, ...] = ()
    deposit: Decimal = Decimal(0)
    cash_only: bool = False
    insured: Money | None = None
    cover: ShipmentCover | None = None
    passed: Reason | None = None
    released: Reason | None = None


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """The answer, each reason with its numbers, and the deposit still wanted (minor units)."""

    answer: Answer
    reasons: tuple[Reason, ...]
    deposit: Money


def answer(question: OrderQuestion) -> OrderAnswer:
    """Go, go with a deposit, or hold."""
    nothing = Money(0, question.amount.currency)
    exempt = _exempt(question)
    if exempt is not None:
        notes = [Reason(one.code, Effect.NOTE, one.params) for one in question.stops]
        return OrderAnswer(Answer.GO, (exempt, *notes), nothing)
    wanted = _deposit(question)
    reasons = [
        *question.stops,
        *_late(question),
        *_cash_only(question),
        *_rooms(question),
        *_insured(question),
        *_deposit_reason(question, wanted),
    ]
    effects = {one.effect for one in reasons}
    if Effect.HOLD in effects:
        return OrderAnswer(Answer.HOLD, tuple(reasons), wanted)
    return OrderAnswer(Answer.DEPOSIT if Effect.DEPOSIT in effects else Answer.GO, tuple(reasons), wanted)


def _exempt(question: OrderQuestion) -> Reason | None:
    if question.paper is not Paper.ORDER:
        return Reason(f"order.{question.paper}", Effect.PASS)
    if question.prepaid.minor >= question.amount.minor > 0:
        return Reason("order.prepaid", Effect.PASS, {"prepaid": question.prepaid})
    return question.released


def _late(question: OrderQuestion) -> list[Reason]:
    late, rule = question.late, question.rule
    if not (rule.on and holds(late, rule)):
        return []
    params = {
        "amount": late.amount, "days": late.longest, "amount_days": late.amount_days,
        "most": rule.most, "margin": rule.margin, "small": rule.small,
    }  # fmt: skip
    return [Reason("order.overdue", Effect.HOLD, params)]


def _cash_only(question: OrderQuestion) -> list[Reason]:
    rest = question.amount - question.prepaid
    return [Reason("order.cash_only", Effect.HOLD, {"rest": rest})] if question.cash_only else []


def _rooms(question: OrderQuestion) -> list[Reason]:
    found = [reason for pool in question.pools for reason in _room(pool)]
    if question.passed is None:
        return found
    return [question.passed, *(Reason(one.code, Effect.NOTE, one.params) for one in found)]


def _room(pool: Pool) -> list[Reason]:
    group = "group_" if pool.name else ""
    named = {"group": pool.name} if pool.name else {}
    if pool.limit.state is LimitState.SET and (pool.missing or pool.order is None):
        currencies = ", ".join(pool.missing)
        return [Reason(f"order.{group}no_rate", Effect.HOLD, {**named, "currencies": currencies})]
    more = pool.order or Money(0, pool.used.currency)
    fits, left = room(pool.limit, pool.used, more)
    match fits:
        case Room.NOT_CHECKED:
            return [Reason(f"order.{group}not_checked", Effect.NOTE, named)]
        case Room.NO_LIMIT:
            return [Reason(f"order.{group}no_limit", Effect.NOTE, {**named, "used": pool.used})]
        case _:
            pass
    numbers = {
        **named, "limit": pool.limit.amount, "used": pool.used, "order": more, "left": left,
        "would_be": pool.used + more,
    }  # fmt: skip
    if fits is Room.FITS:
        return [Reason(f"order.{group}fits", Effect.NOTE, numbers)]
    over = -left if left else more
    # More than the order itself: no sum paid ahead makes it fit, short of the whole order.
    code = "exceeded" if over.minor <= more.minor else "used_up"
    return [Reason(f"order.{group}{code}", Effect.HOLD, {**numbers, "over": over})]


def _insured(question: OrderQuestion) -> list[Reason]:
    if question.cover is not None:
        return [_covered(question.cover)]
    own = next((pool for pool in question.pools if not pool.name), None)
    if question.insured is None or own is None or own.order is None:
        return []
    if question.insured.currency != own.used.currency:
        return []
    total = own.used + own.order
    uncovered = Money(max(0, total.minor - question.insured.minor), total.currency)
    params = {"insured": question.insured, "uncovered": uncovered}
    return [Reason("order.uncovered" if uncovered.minor else "order.covered", Effect.NOTE, params)]


def _covered(cover: ShipmentCover) -> Reason:
    params: dict[str, object] = {"insured": cover.insured}
    if not cover.uncovered.minor:
        return Reason("order.shipment_covered", Effect.NOTE, params)
    why: tuple[str, dict[str, object]] = (cover.why[0] if cover.why else "cover_gap.over_limit", {})
    return Reason(
        "order.shipment_uncovered", Effect.NOTE, {**params, "uncovered": cover.uncovered, "why": why}
    )


def _deposit(question: OrderQuestion) -> Money:
    """What is still to be paid ahead: the share of the order less what was, rounded up to the minor unit."""
    percent = _WHOLE if question.cash_only else question.deposit
    share = (Decimal(question.amount.minor) * percent / _WHOLE).to_integral_value(rounding=ROUND_CEILING)
    return Money(max(0, int(share) - question.prepaid.minor), question.amount.currency)


def _deposit_reason(question: OrderQuestion, wanted: Money) -> list[Reason]:
    if not wanted.minor or question.cash_only:
        return []
    params = {"deposit": wanted, "percent": question.deposit, "prepaid": question.prepaid}
    return [Reason("order.deposit", Effect.DEPOSIT, params)]


def in_major(value: Money) -> Decimal:
    """Major units of an amount."""
    return to_major(value.minor, value.currency)

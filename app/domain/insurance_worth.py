"""Is credit insurance worth it? The need, and premium against what would be lost with and without cover.

All amounts are minor units of the company's currency. An expected loss is exposure × the loss rate of
the buyer's grade; a stressed one is what a named event would take. Nothing here is a promise: every
assumption is a figure with a source that the owner sets.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.indemnity import Loss, Used, indemnity
from app.domain.money import round_minor
from app.domain.policy import Cause, PolicyTerms

_TOP = 5


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the ledger cannot know; ``None`` where nobody said. Percentages, minor units, multiples.

    ``premium_rate`` is per cent of insured turnover; ``insured_pct`` and ``limit_share`` (per cent of a
    buyer's exposure that an insurer would grant) stand in while there is no policy.
    """

    premium_rate: Decimal = Decimal("0.30")
    min_premium: int = 0
    insured_pct: Decimal = Decimal(90)
    limit_share: Decimal = Decimal(80)
    equity: int | None = None
    profit: int | None = None
    stress: Decimal = Decimal(3)
    open_account: Decimal = Decimal(50)
    concentration: Decimal = Decimal(25)
    new_buyers: Decimal = Decimal(20)
    bearable: Decimal = Decimal(25)
    finance: Decimal = Decimal(80)
    source: str = ""


@dataclass(frozen=True, slots=True)
class BuyerRisk:
    """One buyer: what it owes, the insured part of it, a year's turnover, and its loss rate in per cent.

    ``insured`` is None where no policy says; ``new`` within a year; ``credit`` is turnover not paid first.
    """

    customer_id: int
    name: str
    country: str
    open: int
    insured: int | None
    turnover: int
    credit: int
    loss_rate: Decimal
    new: bool = False
    grade: str = ""


class Question(StrEnum):
    """The three questions of need."""

    OPEN_ACCOUNT = "open_account"
    CONCENTRATION = "concentration"
    BEARABLE = "bearable"


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, its figure against the threshold (per cent), and whether it speaks for cover.

    ``speaks`` is None where the figure is not known; ``buyers`` are the rows behind the figure,
    ``second`` is the share of new buyers where that is asked too.
    """

    question: Question
    figure: Decimal | None
    threshold: Decimal
    speaks: bool | None
    buyers: tuple[int, ...] = ()
    second: Decimal | None = None


class Event(StrEnum):
    """What may happen."""

    EXPECTED = "expected"
    STRESSED = "stressed"
    LARGEST = "largest"
    TOP_FIVE = "top_five"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An event's loss without and with cover; ``buyers`` are those it strikes."""

    event: Event
    loss: int
    indemnity: int
    buyers: tuple[int, ...]

    @property
    def retained(self) -> int:
        """What is borne with cover."""
        return self.loss - self.indemnity


@dataclass(frozen=True, slots=True)
class Worth:
    """The whole answer for a choice of buyers.

    ``paying`` are those the premium is reckoned on, ``covered`` those with an insured balance.
    """

    answers: tuple[Answer, ...]
    turnover: int
    premium: int
    outcomes: tuple[Outcome, ...]
    insured: int
    assignable: int
    buyers: tuple[BuyerRisk, ...]
    paying: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()

    def of(self, event: Event) -> Outcome:
        """One event."""
        return next(one for one in self.outcomes if one.event is event)

    @property
    def net(self) -> int:
        """What cover brings in an expected year: the indemnity less the premium; usually below 0."""
        return self.of(Event.EXPECTED).indemnity - self.premium


def need(buyers: Sequence[BuyerRisk], assumed: Assumptions) -> tuple[Answer, ...]:
    """The three questions: open-account trade, concentration and new markets, ability to bear a loss."""
    turnover = sum(one.turnover for one in buyers)
    credit = _share(sum(one.credit for one in buyers), turnover)
    by_open = sorted(buyers, key=lambda one: (-one.open, one.customer_id))
    owed = sum(one.open for one in buyers)
    largest = by_open[0] if by_open and by_open[0].open > 0 else None
    biggest = _share(largest.open if largest else 0, owed)
    fresh = _share(sum(one.turnover for one in buyers if one.new), turnover)
    speaks = None if biggest is None else biggest > assumed.concentration
    if fresh is not None and fresh > assumed.new_buyers:
        speaks = True
    backing = assumed.equity if assumed.equity is not None else assumed.profit
    hurt = _share(largest.open, backing) if largest is not None and backing and backing > 0 else None
    ids = () if largest is None else (largest.customer_id,)
    return (
        Answer(
            Question.OPEN_ACCOUNT,
            credit,
            assumed.open_account,
            None if credit is None else credit > assumed.open_account,
            tuple(one.customer_id for one in buyers if one.credit),
        ),
        Answer(Question.CONCENTRATION, biggest, assumed.concentration, speaks, ids, fresh),
        Answer(
            Question.BEARABLE, hurt, assumed.bearable, None if hurt is None else hurt > assumed.bearable, ids
        ),
    )


def worth(
    buyers: Iterable[BuyerRisk],
    assumed: Assumptions,
    terms: PolicyTerms | None = None,
    chosen: Collection[int] | None = None,
) -> Worth:
    """Premium and losses where the ``chosen`` buyers (None: all) are insured and the others are not."""
    every = tuple(buyers)
    covered = {one.customer_id: _insured(one, assumed, chosen) for one in every}
    clauses = terms or PolicyTerms(insured_pct=assumed.insured_pct)
    paying = [one for one in every if one.credit and (chosen is None or one.customer_id in chosen)]
    turnover = sum(one.credit for one in paying)
    rate = terms.premium_rate if terms is not None and terms.premium_rate else assumed.premium_rate
    least = terms.min_premium if terms is not None else assumed.min_premium
    premium = max(round_minor(Decimal(turnover) * rate / 100), least) if turnover else 0
    ranked = sorted((one for one in every if one.open > 0), key=lambda one: (-one.open, one.customer_id))
    insured = sum(covered.values())
    return Worth(
        need(every, assumed),
        turnover,
        premium,
        (
            _by_rates(Event.EXPECTED, every, covered, clauses, Decimal(1)),
            _by_rates(Event.STRESSED, every, covered, clauses, assumed.stress),
            _failures(Event.LARGEST, ranked[:1], covered, clauses, premium),
            _failures(Event.TOP_FIVE, ranked[:_TOP], covered, clauses, premium),
        ),
        insured,
        int(Decimal(insured) * clauses.insured_pct / 100 * assumed.finance / 100),
        every,
        tuple(one.customer_id for one in paying),
        tuple(row for row, amount in covered.items() if amount),
    )


def _insured(one: BuyerRisk, assumed: Assumptions, chosen: Collection[int] | None) -> int:
    if chosen is not None and one.customer_id not in chosen:
        return 0
    if one.insured is not None:
        return one.insured
    return int(Decimal(max(0, one.open)) * assumed.limit_share / 100)


def _by_rates(
    event: Event,
    buyers: Sequence[BuyerRisk],
    covered: Mapping[int, int],
    terms: PolicyTerms,
    factor: Decimal,
) -> Outcome:
    """Every buyer's loss rate on what it owes; deductibles do not touch an average, the percentage does."""
    loss = paid = Decimal(0)
    for one in buyers:
        rate = min(Decimal(100), one.loss_rate * factor) / 100
        loss += max(0, one.open) * rate
        paid += covered[one.customer_id] * rate * terms.pct(Cause.DEFAULT, country=one.country) / 100
    return Outcome(
        event, round_minor(loss), round_minor(paid), tuple(one.customer_id for one in buyers if one.open > 0)
    )


def _failures(
    event: Event,
    struck: Sequence[BuyerRisk],
    covered: Mapping[int, int],
    terms: PolicyTerms,
    premium: int,
) -> Outcome:
    """These buyers lose everything they owe: claims one after the other in one year whose premium is paid.

    What the first consumes of the aggregate first loss and the maximum liability the next does not find.
    """
    loss, used = sum(one.open for one in struck), Used(premium_paid=premium)
    for one in struck:
        made = indemnity(Loss(covered[one.customer_id], country=one.country), terms, used)
        used = replace(
            used, first_loss=used.first_loss + made.first_loss, liability=used.liability + made.payable
        )
    return Outcome(event, loss, min(loss, used.liability), tuple(one.customer_id for one in struck))


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) * 100 / whole if whole > 0 else None

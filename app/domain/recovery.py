"""Money that comes in after a loss, and what getting it costs: who is due which part.

Before the loss date a payment goes to the oldest invoice, even where that was never insured; after it
the policy's rule decides. The policyholder takes what rounding leaves, so the shares always add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.money import round_minor
from app.domain.policy import RecoveryRule
from app.domain.problem import DomainError


@dataclass(frozen=True, slots=True)
class Debt:
    """One invoice of a loss: original due date and open amount, minor units; ``covered`` was insured."""

    number: str
    due: date
    amount: int
    covered: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """A recovery divided: ``costs`` come off the top; the other two add up to ``net``."""

    gross: int
    costs: int
    insurer: int
    policyholder: int

    @property
    def net(self) -> int:
        """What is left to share."""
        return self.insurer + self.policyholder


def before_loss(debts: Sequence[Debt], received: int) -> list[int]:
    """What stays open of each debt when ``received`` is set against the oldest due first; minor units.

    The order of the answer is that of ``debts``. More than all of them leaves nothing open.
    """
    left = max(0, received)
    open_after = [debt.amount for debt in debts]
    for place in sorted(range(len(debts)), key=lambda at: (debts[at].due, at)):
        taken = min(left, open_after[place])
        open_after[place] -= taken
        left -= taken
    return open_after


def insured_part(recovery: int, *, covered: int, debt: int) -> int:
    """The part of a recovery that falls to the insured debt, pro rata; minor units, half up."""
    if debt <= 0 or not 0 <= covered <= debt:
        raise DomainError("recovery.bad_debt", covered=covered, debt=debt)
    return round_minor(Decimal(recovery) * covered / debt)


def share(
    rule: RecoveryRule,
    gross: int,
    *,
    costs: int = 0,
    paid: int,
    debts: Sequence[Debt],
    pct: Decimal,
) -> Shares:
    """Divide a recovery after the loss by the policy's rule; minor units.

    ``paid`` is the indemnity, ``pct`` the insured percentage it was reckoned with. ``BORNE``: by what
    each side bore of the whole debt. ``PRO_RATA``: the insured part of the debt, then the percentage.
    ``OLDEST``: oldest due first; of the insured part of each debt reached the percentage.
    Nothing more than what it paid goes to the insurer.
    """
    debt = sum(each.amount for each in debts)
    if gross < 0 or costs < 0 or costs > gross:
        raise DomainError("recovery.bad_amount", gross=gross, costs=costs)
    if debt <= 0 or paid < 0 or paid > debt:
        raise DomainError("recovery.bad_debt", covered=paid, debt=debt)
    net = gross - costs
    if rule is RecoveryRule.BORNE:
        exact = Decimal(min(net, debt)) * paid / debt
    elif rule is RecoveryRule.PRO_RATA:
        covered = sum(each.covered for each in debts)
        exact = Decimal(min(net, debt)) * covered / debt * pct / 100
    else:
        open_after = before_loss(debts, net)
        reached = (
            Decimal(each.covered) * (each.amount - left) / each.amount
            for each, left in zip(debts, open_after, strict=True)
            if each.amount
        )
        exact = sum(reached, Decimal(0)) * pct / 100
    insurer = min(paid, net, round_minor(exact))
    return Shares(gross, costs, insurer, net - insurer)


def cost_shares(costs: int, *, pct: Decimal, paid: int = 0, entrusted: int = 0) -> Shares:
    """Who bears the costs of recovery, minor units: before payment by the insured percentage.

    After payment by what was paid of the amount entrusted to the insurer. Here ``policyholder`` is our
    own share. Source: training slides of an export credit insurer (赔付前, 赔付后).
    """
    if costs < 0 or entrusted < 0 or paid < 0 or paid > entrusted > 0:
        raise DomainError("recovery.bad_amount", gross=entrusted, costs=costs)
    ratio = pct / 100 if not entrusted else Decimal(paid) / entrusted
    own = round_minor(costs * (1 - ratio))
    return Shares(costs, 0, costs - own, own)

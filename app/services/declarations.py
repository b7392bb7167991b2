"""Turnover declarations: worked out from the ledger, compared with the last, kept; and the premium on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from app.domain.cover import Insurable, excluded
from app.domain.declaration import (
    DeclaredLine,
    Difference,
    LeftOut,
    Sale,
    compare,
    lines,
    parse,
    to_text,
)
from app.domain.insurance_record import FEES, Declaration, PremiumPayment
from app.domain.money import exponent, round_minor
from app.domain.policy import Frequency
from app.domain.policy_period import Buyer, Policy, policy_for
from app.domain.premium import Premium, premium
from app.domain.problem import DomainError
from app.domain.turnover_period import periods
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.document import Rate
    from app.services.policies import PolicyService
    from app.services.ports import Store

_CASH = frozenset({"CIA"})


class DeclarationReader(Protocol):
    """What is read of the ledger for a declaration."""

    def sales(self, start: date, end: date) -> Sequence[Sale]:
        """Invoices shipped and credit notes dated in the span, both days counted."""

    def rates(self) -> Sequence[Rate]:
        """All dated rates."""

    def base(self) -> str:
        """The company's own currency."""


@dataclass(frozen=True, slots=True)
class DeclarationDesk:
    """The company file, what is read of it, the policies, and where sheets are written."""

    store: Store
    reader: DeclarationReader
    policies: PolicyService
    clock: Clock
    write_sheet: Callable[[DeclarationView, Path, str], None]


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A period's declaration: what is declared, what is left out and why, and the change to the last one.

    ``stored`` is the declaration as it was made; its lines then differ from the ledger's where that
    moved since (``drift``, minor units).
    """

    policy: Policy
    start: date
    end: date
    lines: tuple[DeclaredLine, ...]
    sales: tuple[Sale, ...]
    differences: tuple[Difference, ...]
    stored: Declaration | None = None

    @property
    def turnover(self) -> int:
        """What the ledger now says is to be declared, minor units of the policy's currency."""
        return sum(one.amount for one in self.lines)

    @property
    def drift(self) -> int:
        """How far the ledger has moved from what was declared."""
        return 0 if self.stored is None else self.turnover - self.stored.turnover

    @property
    def left_out(self) -> tuple[Sale, ...]:
        """Sales that are not declared, with the reason."""
        return tuple(one for one in self.sales if one.left_out is not None)


class DeclarationService:
    """Use cases on declarations and premium; one call one change set."""

    def __init__(self, desk: DeclarationDesk) -> None:
        self._desk = desk

    def periods(self, policy_id: int) -> list[tuple[date, date, Declaration | None]]:
        """All periods of a policy, each with its declaration where one was made."""
        policy = self._desk.policies.policy(policy_id).policy
        made = self._made(policy_id)
        spans = periods(policy.terms.declaration, policy.record.start, policy.last_day)
        if policy.terms.declaration is Frequency.SHIPMENT:
            spans = [(one.start, one.end) for one in made]
        return [(start, end, _covering(made, start, end)) for start, end in spans]

    def preview(self, policy_id: int, start: date, end: date) -> DeclarationView:
        """What a declaration of the period comes to by the ledger."""
        if end < start:
            raise DomainError("declaration.ends_before", start=start, end=end)
        policy = self._desk.policies.policy(policy_id).policy
        sales = self._sorted_out(policy, self._desk.reader.sales(start, end))
        found = lines(sales)
        made = self._made(policy_id)
        before = max(
            (one for one in made if one.end < start), key=lambda one: (one.end, one.id), default=None
        )
        differences = compare(found, parse(before.lines)) if before is not None else []
        return DeclarationView(
            policy, start, end, tuple(found), tuple(sales), tuple(differences), _covering(made, start, end)
        )

    def _made(self, policy_id: int) -> list[Declaration]:
        return sorted(self._desk.store.find(Declaration, policy_id=policy_id), key=lambda one: one.start)

    def _sorted_out(self, policy: Policy, sales: Sequence[Sale]) -> list[Sale]:
        """Every sale in the policy's currency, or with the reason why it is not declared."""
        policies = [one for one in self._desk.policies.all() if one.in_use or one.id == policy.id]
        buyers = self._desk.policies.buyers()
        rates = RateBook(self._desk.reader.rates(), self._desk.reader.base())
        target = policy.record.currency
        found = []
        for sale in sales:
            buyer = buyers.get(sale.customer_id)
            why = _why_left_out(policy, policies, buyer, sale)
            if why is LeftOut.OTHER_POLICY:
                continue
            rate = rates.cross(sale.currency, target, sale.on)
            if rate is None:
                found.append(replace(sale, left_out=why or LeftOut.NO_RATE))
                continue
            scaled = rate.scaleb(exponent(target) - exponent(sale.currency))
            terms = policy.terms
            amount = sale.amount if terms.vat_covered else sale.insurable(terms.vat_pct)
            found.append(replace(sale, declared=round_minor(amount * scaled), left_out=why))
        return found

    # -- declaring ------------------------------------------------------------------------------

    def declare(self, policy_id: int, start: date, end: date, on: date, *, reference: str = "") -> ChangeSet:
        """Keep a period's declaration as the ledger has it now; a period is declared once."""
        view = self.preview(policy_id, start, end)
        with self._desk.store.write() as unit:
            if any(
                one.start <= end and start <= one.end for one in unit.find(Declaration, policy_id=policy_id)
            ):
                raise DomainError("declaration.twice", start=start, end=end)
            if on < end:
                raise DomainError("declaration.too_early", end=end)
            record = Declaration(
                policy_id,
                start,
                end,
                view.policy.record.currency,
                view.turnover,
                to_text(view.lines),
                on,
                reference=reference.strip(),
            )
            unit.add(record)
            return unit.commit("declaration.made", number=view.policy.record.number, start=start, end=end)

    def accept(self, declaration_id: int, on: date, reference: str = "") -> ChangeSet:
        """The insurer confirmed a declaration."""
        with self._desk.store.write() as unit:
            old = unit.get(Declaration, declaration_id)
            unit.replace(replace(old, accepted_on=on, reference=reference.strip() or old.reference))
            return unit.commit("declaration.accepted", start=old.start, end=old.end)

    def remove(self, declaration_id: int) -> ChangeSet:
        """Take a declaration back that was entered by mistake."""
        with self._desk.store.write() as unit:
            old = unit.get(Declaration, declaration_id)
            unit.remove(Declaration, [declaration_id])
            return unit.commit("declaration.removed", start=old.start, end=old.end)

    def write_sheet(self, view: DeclarationView, path: Path, lang: str) -> None:
        """The declaration as a workbook, with every sale behind it."""
        self._desk.write_sheet(view, path, lang)

    # -- premium --------------------------------------------------------------------------------

    def premium(self, policy_id: int) -> Premium:
        """The premium by what was declared, against the minimum and what was paid."""
        policy = self._desk.policies.policy(policy_id).policy
        payments = self.payments(policy_id)
        fees = sum(one.amount for one in payments if one.kind in FEES)
        return premium(
            policy.terms,
            [one.turnover for one in self._made(policy_id)],
            paid=sum(one.amount for one in payments),
            fees=fees,
            ended=policy.last_day < self._desk.clock.today(),
        )

    def payments(self, policy_id: int) -> list[PremiumPayment]:
        """What was paid to the insurer, the newest first."""
        found = self._desk.store.find(PremiumPayment, policy_id=policy_id)
        return sorted(found, key=lambda one: (one.on, one.id), reverse=True)

    def save_payment(self, payment: PremiumPayment) -> ChangeSet:
        """Enter or change a payment to the insurer; below 0 is what came back."""
        if not payment.amount:
            raise DomainError("premium.no_amount")
        with self._desk.store.write() as unit:
            if payment.id:
                unit.replace(payment)
            else:
                unit.add(payment)
            return unit.commit("premium.saved")

    def remove_payment(self, payment_id: int) -> ChangeSet:
        """Take a payment out."""
        with self._desk.store.write() as unit:
            unit.remove(PremiumPayment, [payment_id])
            return unit.commit("premium.removed")


def _covering(made: Sequence[Declaration], start: date, end: date) -> Declaration | None:
    return next((one for one in made if one.start <= start and end <= one.end), None)


def _why_left_out(
    policy: Policy, policies: Sequence[Policy], buyer: Buyer | None, sale: Sale
) -> LeftOut | None:
    chosen = policy_for(policies, buyer, sale.on) if buyer is not None else None
    if chosen is None or chosen.id != policy.id or buyer is None:
        return LeftOut.OTHER_POLICY
    if sale.method in _CASH:
        return LeftOut.CASH
    item = Insurable(
        sale.document_id,
        sale.number,
        sale.customer_id,
        sale.on,
        sale.on,
        sale.on,
        sale.currency,
        0,
        method=sale.method,
        country=sale.country,
    )
    return LeftOut.EXCLUDED if excluded(item, policy.terms, buyer.country, buyer.kind) else None

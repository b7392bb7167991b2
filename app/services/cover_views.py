"""What cover is asked of the company file, and what it answers: items, sums by buyer and reason, meters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from app.domain.cover import Gap, ItemCover
from app.domain.document import Rate
from app.domain.indemnity import Indemnity, Used
from app.domain.insurance_record import Declaration, InsurerNotice, ShipmentStop
from app.domain.money import Money
from app.domain.policy_period import Policy
from app.domain.set_off import OnAccount


class OpenInvoice(NamedTuple):
    """An invoice open on the day, as storage reads it; minor units of its currency.

    ``disputed`` is the contested part as typed, gross; ``vat`` the tax of the whole invoice where known.
    """

    document_id: int
    number: str
    customer_id: int
    shipped: date
    issued: date
    due: date
    currency: str
    amount: int
    open: int
    disputed: int
    vat: int | None
    method: str
    goods: str
    country: str


class PaidLate(NamedTuple):
    """An invoice settled only after its maximum extension: shipments in between were not insured."""

    customer_id: int
    due: date
    settled: date


class CoverReader(Protocol):
    """The queries behind cover."""

    def invoices(self, as_of: date, customer_ids: Collection[int] | None) -> Iterable[OpenInvoice]:
        """Invoices open on the day, by customer, shipment and id."""

    def on_account(self, as_of: date, customer_ids: Collection[int] | None) -> Iterable[OnAccount]:
        """Receipts, credit notes and refunds of the day or before that stood open on it."""

    def paid_late(
        self, extension: int, since: date, as_of: date, customer_ids: Collection[int] | None
    ) -> Iterable[PaidLate]:
        """Invoices settled between ``since`` and ``as_of``, more than ``extension`` days after due."""

    def rates(self) -> Sequence[Rate]:
        """All dated rates, by currency and day."""

    def base(self) -> str:
        """The company's own currency."""

    def stops(self, as_of: date) -> Sequence[ShipmentStop]:
        """Stops that began by the day."""

    def notices(self, as_of: date) -> Sequence[InsurerNotice]:
        """Notices sent by the day."""

    def declarations(self, as_of: date) -> Sequence[Declaration]:
        """Declarations made by the day."""

    def used(self, policy_id: int, as_of: date, without: int = 0) -> Used:
        """What claims of a policy (``without`` one) consumed by the day, and the premium paid."""

    def names(self, customer_ids: Collection[int]) -> Mapping[int, str]:
        """Customers' names."""


class Covered(NamedTuple):
    """One open invoice's cover under its policy (None: none), and both amounts in the base currency.

    The base amounts are None without a rate.
    """

    cover: ItemCover
    policy: Policy | None
    open_base: int | None
    insured_base: int | None

    @property
    def gaps_base(self) -> int | None:
        """All gaps, what is set off among them, in the base currency."""
        if self.open_base is None or self.insured_base is None:
            return None
        return self.open_base - self.insured_base

    @property
    def set_off_base(self) -> int:
        """What is set off, in the base currency; 0 without a rate."""
        item = self.cover.item
        if not item.credits or not (whole := self.gaps_base):
            return 0
        return whole * item.set_off // (item.open - self.cover.insured)

    @property
    def uninsured_base(self) -> int | None:
        """What of the debt is not insured, in the base currency; what is set off is no debt."""
        whole = self.gaps_base
        return None if whole is None else whole - self.set_off_base


@dataclass(frozen=True, slots=True)
class BuyerCover:
    """A customer's open invoices and the insured part of them, base currency, and the indemnity to expect.

    ``set_off`` is what credits on account take off the invoices. The indemnity is that of this buyer's
    default alone under one policy, in the policy's currency.
    """

    customer_id: int
    open: int
    insured: int
    expected: tuple[tuple[Policy, Money, Indemnity], ...] = ()
    set_off: int = 0

    @property
    def net(self) -> int:
        """The debt: what is open less what credits on account take off."""
        return self.open - self.set_off

    @property
    def uninsured(self) -> int:
        """What of the debt is not insured."""
        return self.net - self.insured


@dataclass(frozen=True, slots=True)
class GapSum:
    """One reason why something is not insured: its sum in base currency and the invoices behind it."""

    gap: Gap
    amount: int
    items: tuple[Covered, ...]


@dataclass(frozen=True, slots=True)
class CoverBook:
    """The cover of every open invoice on a day, in the base currency where it is summed.

    ``missing`` are currencies without a rate: their invoices are in no sum.
    """

    as_of: date
    base: str
    items: tuple[Covered, ...]
    buyers: Mapping[int, BuyerCover]
    missing: tuple[str, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """All open invoices."""
        return sum(one.open for one in self.buyers.values())

    @property
    def insured(self) -> int:
        """The insured part of them."""
        return sum(one.insured for one in self.buyers.values())

    @property
    def set_off(self) -> int:
        """What credits on account take off them."""
        return sum(one.set_off for one in self.buyers.values())

    @property
    def net(self) -> int:
        """The debt: what is open less what credits on account take off."""
        return self.open - self.set_off

    @property
    def uninsured(self) -> int:
        """What of the debt is not insured."""
        return self.net - self.insured

    @property
    def share(self) -> Decimal | None:
        """Insured share (保险覆盖率) of the debt in per cent; None when nothing is owed."""
        return Decimal(self.insured) * 100 / self.net if self.net else None

    def gaps(self) -> list[GapSum]:
        """The coverage gap by reason, the greatest first; with what is insured they make up what is open."""
        sums: dict[Gap, int] = {}
        rows: dict[Gap, list[Covered]] = {}
        for one in self.items:
            for gap, amount in base_gaps(one):
                sums[gap] = sums.get(gap, 0) + amount
                rows.setdefault(gap, []).append(one)
        found = [GapSum(gap, amount, tuple(rows[gap])) for gap, amount in sums.items()]
        return sorted(found, key=lambda one: -one.amount)

    def of_policy(self, policy_id: int) -> int:
        """The insured balance (在保余额) under a policy."""
        return sum(
            one.insured_base or 0
            for one in self.items
            if one.policy is not None and one.policy.id == policy_id
        )


def base_gaps(one: Covered) -> list[tuple[Gap, int]]:
    """An invoice's gaps in the base currency; with its insured part they make up what is open of it."""
    whole, uninsured = one.gaps_base, one.cover.item.open - one.cover.insured
    if whole is None or not uninsured:
        return []
    found, left, rest = [], whole, uninsured
    for gap, amount in one.cover.gaps:
        part = left if amount == rest else whole * amount // uninsured
        found.append((gap, part))
        left -= part
        rest -= amount
    return found


@dataclass(frozen=True, slots=True)
class Meters:
    """How far a policy is used; minor units of its currency, None where it has no such clause."""

    policy: Policy
    insured: int
    first_loss: int | None
    first_loss_used: int
    liability: int | None
    liability_used: int
    premium_paid: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What of a shipment not yet made would be insured, in its own currency, and why not the rest.

    What the buyer has paid ahead for it (``set_off``) is no debt.
    """

    amount: Money
    insured: Money
    gaps: tuple[tuple[Gap, int], ...]
    policy: Policy | None = None

    @property
    def set_off(self) -> Money:
        """What credits on account take off it."""
        return Money(sum(minor for gap, minor in self.gaps if gap is Gap.SET_OFF), self.amount.currency)

    @property
    def uninsured(self) -> Money:
        """What of the debt it makes would not be insured."""
        return self.amount - self.insured - self.set_off

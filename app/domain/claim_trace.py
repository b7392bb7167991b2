"""A claim's calculation as a value, and as the JSON that is frozen when the claim is filed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.cover import Gap, ItemCover
from app.domain.indemnity import Indemnity, Step, StepCode
from app.domain.money import round_minor
from app.domain.problem import DomainError
from app.domain.set_off import SetOff


@dataclass(frozen=True, slots=True)
class TracedInvoice:
    """What the calculation saw of one invoice: minor units of its currency.

    ``covered`` and ``debt`` (all that is open) are of the policy's currency. ``credits`` are what of the
    buyer's account comes off it, one gap together.
    """

    document_id: int
    number: str
    shipped: date
    due: date
    currency: str
    open: int
    insured: int
    covered: int
    debt: int
    gaps: tuple[tuple[Gap, int], ...] = ()
    limit: int | None = None
    credits: tuple[SetOff, ...] = ()

    @property
    def not_covered(self) -> tuple[tuple[Gap, int], ...]:
        """Its gaps in the policy's currency; with ``covered`` they make up its debt.

        Each is its part of what of the invoice is not covered.
        """
        found, left, whole = [], self.debt - self.covered, self.debt - self.covered
        rest = uninsured = sum(amount for _, amount in self.gaps)
        for gap, amount in self.gaps:
            part = left if amount == rest else whole * amount // uninsured
            found.append((gap, part))
            left -= part
            rest -= amount
        return tuple(found)

    @property
    def owed(self) -> int:
        """Its debt after set-off, in the policy's currency."""
        return self.debt - sum(amount for gap, amount in self.not_covered if gap is Gap.SET_OFF)

    @property
    def still_open(self) -> int:
        """What is open of it after set-off, in its own currency."""
        return self.open - sum(amount for gap, amount in self.gaps if gap is Gap.SET_OFF)


@dataclass(frozen=True, slots=True)
class Calculation:
    """From the open debt at the day of loss to what is to be expected, in the policy's currency."""

    as_of: date
    currency: str
    invoices: tuple[TracedInvoice, ...]
    steps: tuple[Step, ...]
    payable: int
    first_loss: int = 0
    frozen: bool = False
    missing: tuple[str, ...] = field(default=())

    @property
    def covered(self) -> int:
        """The covered debt."""
        return sum(one.covered for one in self.invoices)

    @property
    def owed(self) -> int:
        """The debt after set-off, in the policy's currency."""
        return sum(one.owed for one in self.invoices)

    @property
    def set_off(self) -> int:
        """What credits on account take off the debt, in the policy's currency."""
        return sum(one.debt - one.owed for one in self.invoices)

    @property
    def debt(self) -> Mapping[str, int]:
        """The open debt by currency."""
        sums: dict[str, int] = {}
        for one in self.invoices:
            sums[one.currency] = sums.get(one.currency, 0) + one.open
        return sums

    @property
    def pct(self) -> Decimal | None:
        """The insured percentage that was taken."""
        found = next((step.params.get("pct") for step in self.steps if step.code is StepCode.PERCENT), None)
        return None if found is None else Decimal(str(found))


def traced(cover: ItemCover) -> TracedInvoice:
    """An invoice's cover as the trace keeps it."""
    item = cover.item
    return TracedInvoice(
        item.document_id,
        item.number,
        item.shipped,
        item.due,
        item.currency,
        item.open,
        cover.insured,
        cover.covered,
        0 if item.rate is None else round_minor(item.rate * item.open),
        cover.gaps,
        None if cover.limit is None else cover.limit.amount,
        item.credits,
    )


def calculated(
    covers: Sequence[ItemCover], made: Indemnity, *, as_of: date, currency: str, missing: Sequence[str] = ()
) -> Calculation:
    """A calculation from a cover walk and the steps after it."""
    invoices = tuple(traced(each) for each in covers)
    return Calculation(
        as_of, currency, invoices, made.steps, made.payable, made.first_loss, missing=tuple(missing)
    )


def to_text(calculation: Calculation) -> str:
    """The calculation as JSON that ``parse`` reads back."""
    return json.dumps(
        {
            "as_of": calculation.as_of.isoformat(),
            "currency": calculation.currency,
            "covered": calculation.covered,
            "payable": calculation.payable,
            "first_loss": calculation.first_loss,
            "steps": [_step(step) for step in calculation.steps],
            "invoices": [_invoice(each) for each in calculation.invoices],
        },
        ensure_ascii=False,
    )


def _step(step: Step) -> dict[str, object]:
    params = {
        name: str(value) if isinstance(value, Decimal) else value for name, value in step.params.items()
    }
    return {"code": step.code.value, "taken": step.taken, "left": step.left, "params": params}


def _invoice(one: TracedInvoice) -> dict[str, object]:
    credits_laid = [
        [each.credit_id, each.kind, each.number, each.on.isoformat(), each.amount] for each in one.credits
    ]
    return {
        "document_id": one.document_id,
        "number": one.number,
        "shipped": one.shipped.isoformat(),
        "due": one.due.isoformat(),
        "currency": one.currency,
        "open": one.open,
        "insured": one.insured,
        "covered": one.covered,
        "debt": one.debt,
        "gaps": [[gap.value, amount] for gap, amount in one.gaps],
        "limit": one.limit,
    } | ({"credits": credits_laid} if credits_laid else {})


def parse(text: str) -> Calculation:
    """A frozen calculation; ``DomainError("claim.trace_unreadable")`` where somebody wrote into it."""
    try:
        found = json.loads(text)
        return Calculation(
            date.fromisoformat(found["as_of"]),
            found["currency"],
            tuple(_read_invoice(each) for each in found["invoices"]),
            tuple(
                Step(StepCode(each["code"]), each["taken"], each["left"], each["params"])
                for each in found["steps"]
            ),
            found["payable"],
            found["first_loss"],
            frozen=True,
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise DomainError("claim.trace_unreadable", detail=str(error)) from error


def _read_invoice(found: Mapping[str, object]) -> TracedInvoice:
    gaps = found["gaps"]
    limit = found["limit"]
    if not isinstance(gaps, list) or not (limit is None or isinstance(limit, int)):
        raise TypeError(gaps)
    return TracedInvoice(
        _whole(found["document_id"]),
        str(found["number"]),
        date.fromisoformat(str(found["shipped"])),
        date.fromisoformat(str(found["due"])),
        str(found["currency"]),
        _whole(found["open"]),
        _whole(found["insured"]),
        _whole(found["covered"]),
        _whole(found["debt"]),
        tuple((Gap(gap), _whole(amount)) for gap, amount in gaps),
        limit,
        _read_credits(found.get("credits", [])),  # a claim filed before there was set-off has none
    )


def _read_credits(found: object) -> tuple[SetOff, ...]:
    if not isinstance(found, list):
        raise TypeError(found)
    return tuple(
        SetOff(_whole(row), str(kind), str(number), date.fromisoformat(str(on)), _whole(amount))
        for row, kind, number, on, amount in found
    )


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value

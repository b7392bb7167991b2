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


@dataclass(frozen=True, slots=True)
class TracedInvoice:
    """What the calculation saw of one invoice: minor units of its currency.

    ``covered`` and ``debt`` (all that is open) are of the policy's currency.
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
    }


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
    )


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value

"""Turnover declarations: what is declared for a period, by country, buyer and terms, and what is left out.

Turnover counts on the shipment date; credit notes on their own date. Tax that the policy does not
insure is no turnover to it. Amounts are minor units of the policy's currency unless a line says its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.money import round_minor
from app.domain.problem import DomainError

TERMS_STEPS = (0, 30, 60, 90, 120, 180, 360)
"""Payment terms are declared in steps: up to so many days."""


class LeftOut(StrEnum):
    """Why a sale is not declared."""

    OTHER_POLICY = "other_policy"
    EXCLUDED = "excluded"
    CASH = "cash"
    NO_RATE = "no_rate"


@dataclass(frozen=True, slots=True)
class Sale:
    """An invoice or credit note of the period: ``amount`` in minor units, below 0 for a credit note.

    ``declared`` is the same in the policy's currency without tax that is not insured, None without a
    rate. ``vat`` is the tax in ``amount`` where it is known.
    """

    document_id: int
    number: str
    customer_id: int
    customer: str
    country: str
    on: date
    currency: str
    amount: int
    terms_days: int
    method: str = ""
    declared: int | None = None
    left_out: LeftOut | None = None
    vat: int | None = None

    def insurable(self, usual_vat: Decimal) -> int:
        """The amount without its tax: its own where known, else by the usual rate (per cent of the net)."""
        if self.vat is not None:
            return self.amount - self.vat
        return self.amount - round_minor(Decimal(self.amount) * usual_vat / (100 + usual_vat))


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """One line: a buyer's turnover in a country at terms up to ``terms`` days; minor units."""

    country: str
    customer_id: int
    customer: str
    terms: int
    amount: int
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A line against the same line of the declaration before; minor units."""

    line: DeclaredLine
    before: int

    @property
    def change(self) -> int:
        """How much more (below 0: less) is declared."""
        return self.line.amount - self.before


def terms_step(days: int) -> int:
    """The step of payment terms a sale is declared in; terms beyond the last step count as it."""
    return next((step for step in TERMS_STEPS if days <= step), TERMS_STEPS[-1])


def lines(sales: Iterable[Sale]) -> list[DeclaredLine]:
    """What is declared, by country, buyer and terms, the greatest buyer first within a country."""
    sums: dict[tuple[str, int, int], tuple[str, int, int]] = {}
    for sale in sales:
        if sale.left_out is not None or sale.declared is None:
            continue
        key = (sale.country, sale.customer_id, terms_step(sale.terms_days))
        _, amount, count = sums.get(key, ("", 0, 0))
        sums[key] = (sale.customer, amount + sale.declared, count + 1)
    found = [
        DeclaredLine(country, customer_id, name, terms, amount, count)
        for (country, customer_id, terms), (name, amount, count) in sums.items()
    ]
    return sorted(found, key=lambda one: (one.country, -one.amount, one.customer_id, one.terms))


def compare(now: Sequence[DeclaredLine], before: Sequence[DeclaredLine]) -> list[Difference]:
    """Every line that stands in either, with what was declared before; lines that are gone stand at 0."""
    old = {(one.country, one.customer_id, one.terms): one for one in before}
    new = {(one.country, one.customer_id, one.terms): one for one in now}
    found = [Difference(one, old[key].amount if key in old else 0) for key, one in new.items()]
    gone = [one for key, one in old.items() if key not in new]
    found += [
        Difference(DeclaredLine(one.country, one.customer_id, one.customer, one.terms, 0), one.amount)
        for one in gone
    ]
    return found


def to_text(found: Sequence[DeclaredLine]) -> str:
    """Lines as the JSON that is kept with a declaration."""
    rows = [
        [one.country, one.customer_id, one.customer, one.terms, one.amount, one.documents] for one in found
    ]
    return json.dumps(rows, ensure_ascii=False)


def parse(text: str) -> list[DeclaredLine]:
    """Kept lines; ``DomainError("declaration.unreadable")`` where somebody wrote into them."""
    try:
        return [DeclaredLine(*row) for row in json.loads(text or "[]")]
    except (TypeError, ValueError, RecursionError) as error:
        raise DomainError("declaration.unreadable", detail=str(error)) from error


def by_country(found: Iterable[DeclaredLine]) -> Mapping[str, int]:
    """Turnover per country."""
    sums: dict[str, int] = {}
    for one in found:
        sums[one.country] = sums.get(one.country, 0) + one.amount
    return sums

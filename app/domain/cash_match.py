"""Which invoices a line of a bank statement pays: the rules, and a proposal with its evidence in words.

A proposal is certain or it waits for a person: there is no score. It is certain when its rule may
act alone and nothing else would fit as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class RuleCode(StrEnum):
    """What a line can be matched by."""

    REFERENCE = "reference"
    EXACT = "exact"
    SUM = "sum"
    ACCOUNT = "account"
    NAME = "name"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class MatchRule:
    """One rule as the company wants it: used at all, and whether its finds are applied at once."""

    code: RuleCode
    enabled: bool = True
    certain: bool = False


DEFAULT_RULES = (
    MatchRule(RuleCode.REFERENCE, certain=True),
    MatchRule(RuleCode.EXACT, certain=True),
    MatchRule(RuleCode.SUM, certain=True),
    MatchRule(RuleCode.ACCOUNT),
    MatchRule(RuleCode.NAME),
    MatchRule(RuleCode.ALIAS),
)


class Difference(StrEnum):
    """What becomes of the rest of a short payment."""

    LEAVE = "leave"
    DISCOUNT = "discount"
    BANK_CHARGE = "bank_charge"
    TOLERANCE = "tolerance"


@dataclass(frozen=True, slots=True)
class Tolerances:
    """How much may be given up: per cent of the amounts paid, or the company's currency in minor units.

    The larger of the two counts. ``automatic``: a difference within ``percent`` and ``amount`` is
    given up at once ("" asks every time).
    """

    percent: Decimal = Decimal("0.5")
    amount: int = 1_000
    discount_percent: Decimal = Decimal(3)
    charge: int = 30_000
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class CashPart:
    """So much of a line for this debit or instalment: ``amount`` in minor units of the debit's currency.

    ``credit_amount`` is the same money in the line's currency where the two differ.
    """

    debit_id: int
    instalment_id: int | None
    number: str
    amount: int
    currency: str = ""
    credit_amount: int | None = None

    @property
    def paid(self) -> int:
        """What it takes of the line, minor units of the line's currency."""
        return self.amount if self.credit_amount is None else self.credit_amount


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: a code worded in ``app.words.bank`` with its parameters."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineProposal:
    """What one rule makes of a line.

    ``difference`` is the line less what the invoices found ask for, in the line's minor units:
    positive stays as credit, negative is short. ``receipt_id``: for money in, the receipt that is
    in the books already; for money out, the receipt that came back. ``discount``: so much of a short
    payment is the discount that the terms allow for paying in time.
    """

    customer_id: int
    customer: str
    parts: tuple[CashPart, ...]
    evidence: tuple[Clue, ...]
    certain: bool
    difference: int
    rule: str
    receipt_id: int = 0
    discount: int = 0

    @property
    def applied(self) -> int:
        """What the parts take of the line, its minor units."""
        return sum(part.paid for part in self.parts)

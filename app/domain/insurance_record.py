"""What is kept about insurance: policies, limit decisions, stops, notices, declarations, premium, claims.

Decisions, notices and filed claims are only added to: what was in force on a past day can always be
rebuilt. Amounts are minor units; ``terms``, ``lines``, ``trace`` and ``facts`` are JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class InsurancePolicy:
    """One insurance period; a renewal names its predecessor. ``state``: draft, active, cancelled, annulled.

    ``ended_on`` is the last day of cover of a policy that was cancelled. ``terms`` is read by
    ``app.domain.policy_text``; ``template`` is the shape it began from.
    """

    insurer: str
    number: str
    start: date
    end: date
    currency: str
    terms: str
    product: str = ""
    holder: str = ""
    broker: str = ""
    contact: str = ""
    state: str = "draft"
    template: str = ""
    previous_id: int | None = None
    ended_on: date | None = None
    checked_on: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class LimitDecision:
    """One step in a buyer limit's history (买方限额); only added, never rewritten.

    ``outcome``: requested, granted, partial, declined, reduced, withdrawn, expired. ``kind``: named,
    discretionary, top_up. ``on`` is the day it was decided, ``effective`` the first shipment day it
    holds for, ``until`` the last. ``method`` is the payment method it is for ("" any).
    """

    policy_id: int
    customer_id: int
    on: date
    effective: date
    outcome: str
    currency: str
    kind: str = "named"
    amount: int | None = None
    requested: int | None = None
    until: date | None = None
    terms_days: int | None = None
    method: str = ""
    conditions: str = ""
    reference: str = ""
    evidence: str = ""
    fee: int = 0
    source: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ShipmentStop:
    """No shipment after ``start`` is insured until the stop is lifted (``lifted`` is its last day)."""

    policy_id: int
    customer_id: int
    start: date
    cause: str
    lifted: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Shipment:
    """What the ledger's invoice does not say: when goods left, how it is paid, what of it is VAT.

    ``vat`` None: the policy's usual rate; ``shipped_on`` None: the invoice date.
    """

    document_id: int
    shipped_on: date | None = None
    method: str = ""
    goods: str = ""
    country: str = ""
    vat: int | None = None
    delivered_on: date | None = None
    transport: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class InsurerNotice:
    """A notice to the insurer: ``kind`` overdue, adverse, insolvency, rejection or withdrawal.

    ``documents`` are the invoices' ids, comma-separated. ``reply``: "", kept, reduced, withdrawn, stop.
    """

    policy_id: int
    customer_id: int
    kind: str
    known_on: date
    currency: str
    amount: int
    documents: str = ""
    sent_on: date | None = None
    reference: str = ""
    proof: str = ""
    reply: str = ""
    replied_on: date | None = None
    text: str = ""
    lang: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Declaration:
    """Turnover declared for a period; ``lines`` holds what was declared by country, buyer and terms."""

    policy_id: int
    start: date
    end: date
    currency: str
    turnover: int
    lines: str
    declared_on: date | None = None
    accepted_on: date | None = None
    reference: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


FEES = frozenset({"limit_fee", "other"})
"""Kinds of payment to an insurer that are no premium: no liability is a multiple of them."""


@dataclass(frozen=True, slots=True)
class PremiumPayment:
    """Premium, fee or tax paid to the insurer; ``kind`` deposit, instalment, adjustment, limit_fee, other."""

    policy_id: int
    on: date
    kind: str
    amount: int
    reference: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim (赔案) for one buyer under one policy; ``trace`` is its calculation, frozen at filing.

    ``state`` is one of ``app.domain.claim_state``; ``payee`` whom the insurer pays.
    """

    policy_id: int
    customer_id: int
    cause: str
    state: str
    currency: str
    opened_on: date
    loss_on: date | None = None
    knew_on: date | None = None
    filed_on: date | None = None
    reference: str = ""
    claimed: int = 0
    approved: int | None = None
    trace: str = ""
    reduced_pct: str = ""
    payee: str = ""
    own_letters_allowed: bool = False
    reason: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ClaimInvoice:
    """An invoice of a claim; ``facts`` is what the calculation saw of it, frozen at filing."""

    claim_id: int
    document_id: int
    facts: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ClaimPaper:
    """A document of the checklist; ``state`` missing, attached, waived; the file is an attachment."""

    claim_id: int
    kind: str
    state: str = "missing"
    required: bool = True
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """What happened to a claim: a state reached, money, costs, a reason; ``amount`` in its currency.

    ``kind``: state, question, payment, decline, objection, cost, recovery, consent, note. For a
    recovery ``costs`` were spent on it and ``split`` says who got what (JSON).
    """

    claim_id: int
    on: date
    kind: str
    state: str = ""
    amount: int = 0
    costs: int = 0
    split: str = ""
    payee: str = ""
    reason: str = ""
    who: str = ""
    document_id: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0

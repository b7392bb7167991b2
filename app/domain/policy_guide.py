"""The clauses of a policy in the order in which a paper policy is best read, and what each holds.

A guide through one's own policy and the order of every list of clauses. Codes are worded in
``app.words.insurance_clauses``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.buyer_limit import METHODS
from app.domain.policy import Anchor, Cause, PolicyTerms
from app.domain.policy_text import AMOUNTS, CHOICES, CLAUSES, DAYS, FLAGS, LISTS, PERCENTAGES, PERIODS, WORDS


class Kind(StrEnum):
    """What a clause holds, and so how it is asked for."""

    AMOUNT = "amount"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    DAYS = "days"
    FLAG = "flag"
    CHOICE = "choice"
    PERIOD = "period"
    PERIODS = "periods"
    TEXT = "text"
    LIST = "list"
    BUYERS = "buyers"
    CAUSES = "causes"
    COUNTRIES = "countries"


@dataclass(frozen=True, slots=True)
class Group:
    """Clauses that stand together; ``code`` is worded as ``clause_group.<code>``."""

    code: str
    clauses: tuple[str, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        "percentage",
        (
            "scope",
            "insured_pct",
            "insured_pct_discretionary",
            "insured_pct_political",
            "pct_by_cause",
        ),
    ),
    Group(
        "terms",
        (
            "max_terms_days",
            "counts_first_day",
            "max_extension_days",
            "stop_at_mep",
            "invoicing_days",
            "preshipment_days",
        ),
    ),
    Group(
        "limits",
        (
            "limit_usage",
            "reduction_days",
            "discretionary_limit",
            "discretionary_evidence",
            "small_dispute_pct",
        ),
    ),
    Group(
        "notices",
        ("notify", "notify_minimum", "adverse", "late_notice", "margin_days"),
    ),
    Group(
        "claims",
        (
            "waiting_days",
            "waiting_anchor",
            "waiting_days_political",
            "claim",
            "documents",
            "answer",
            "objection",
        ),
    ),
    Group(
        "own_share",
        (
            "threshold",
            "threshold_inclusive",
            "each_loss",
            "deduct_before_pct",
            "aggregate_first_loss",
            "min_retention",
            "max_liability",
            "max_liability_multiple",
        ),
    ),
    Group(
        "premium",
        (
            "premium_rate",
            "min_premium",
            "deposit_premium",
            "limit_fee",
            "collection_fee",
            "declaration",
            "declaration_due",
            "undeclared_uncovered",
        ),
    ),
    Group(
        "debt",
        ("vat_covered", "vat_pct", "interest_covered", "fx_rule", "recovery_rule"),
    ),
    Group(
        "exclusions",
        (
            "excluded_countries",
            "listed_countries_only",
            "countries",
            "excluded_goods",
            "excluded_buyers",
            "excluded_kinds",
            "excluded_methods",
        ),
    ),
    Group("payee", ("loss_payee", "loss_payee_scope")),
)
"""Every clause once."""

ASKED_FIRST: tuple[str, ...] = (
    "scope",
    "insured_pct",
    "max_terms_days",
    "max_extension_days",
    "notify",
    "waiting_days",
    "waiting_anchor",
    "claim",
    "threshold",
    "threshold_inclusive",
    "each_loss",
    "deduct_before_pct",
    "max_liability",
    "max_liability_multiple",
    "premium_rate",
    "min_premium",
    "declaration",
    "vat_covered",
    "vat_pct",
)
"""The clauses without which no figure can be trusted: a hurried reader starts with them."""

BUYER_KINDS = ("public", "private_person", "affiliate")
"""Kinds of buyer that policies usually exclude.

A public body is told by the customer's size class; of the others the ledger knows nothing: such
buyers are named one by one (``excluded_buyers``).
"""
LOSS_PAYEE_SCOPES = ("policy", "buyer")
CHOICES_OF_LISTS: Mapping[str, tuple[str, ...]] = {
    "excluded_methods": METHODS,
    "excluded_kinds": BUYER_KINDS,
}
ANCHORS: Mapping[str, tuple[Anchor, ...]] = {
    "waiting_anchor": (Anchor.DUE, Anchor.MEP_END, Anchor.NOTICE, Anchor.LOSS),
    "notify": (Anchor.DUE, Anchor.MEP_END, Anchor.KNOWLEDGE),
    "adverse": (Anchor.KNOWLEDGE,),
    "claim": (
        Anchor.DUE,
        Anchor.MEP_END,
        Anchor.KNOWLEDGE,
        Anchor.NOTICE,
        Anchor.WAITING_END,
        Anchor.LOSS,
        Anchor.POLICY_END,
    ),
    "documents": (Anchor.KNOWLEDGE, Anchor.FILED),
    "answer": (Anchor.FILED, Anchor.WAITING_END, Anchor.LOSS),
    "objection": (Anchor.DECISION,),
    "declaration_due": (Anchor.PERIOD_END, Anchor.SHIPMENT),
}
"""The days a clause's period may sensibly run from."""

_OWN_KINDS: Mapping[str, Kind] = {
    "max_liability_multiple": Kind.MULTIPLE,
    "declaration_due": Kind.PERIOD,
    "pct_by_cause": Kind.CAUSES,
    "excluded_buyers": Kind.BUYERS,
    "countries": Kind.COUNTRIES,
}
_USUAL = PolicyTerms()


def _kinds() -> dict[str, Kind]:
    told = (
        (AMOUNTS, Kind.AMOUNT),
        (PERCENTAGES, Kind.PERCENT),
        (DAYS, Kind.DAYS),
        (FLAGS, Kind.FLAG),
        (tuple(CHOICES), Kind.CHOICE),
        (PERIODS, Kind.PERIODS),
        (WORDS, Kind.TEXT),
        (LISTS, Kind.LIST),
    )
    return {**{name: kind for names, kind in told for name in names}, **_OWN_KINDS}


KINDS: Mapping[str, Kind] = _kinds()
"""What each clause holds."""
IN_ORDER: tuple[str, ...] = tuple(name for group in GROUPS for name in group.clauses)
"""All clauses in the order of the guide."""


def group_of(clause: str) -> str:
    """The group a clause stands in."""
    return next(group.code for group in GROUPS if clause in group.clauses)


def choices(clause: str) -> tuple[str, ...]:
    """The codes a clause may take: of a choice, of the days a period runs from, or of a list's entries."""
    if clause in ANCHORS:
        return tuple(anchor.value for anchor in ANCHORS[clause])
    if clause in CHOICES:
        return tuple(CHOICES[clause])
    if clause == "pct_by_cause":
        return tuple(Cause)
    if clause == "loss_payee_scope":
        return LOSS_PAYEE_SCOPES
    return CHOICES_OF_LISTS.get(clause, ())


def is_said(terms: PolicyTerms, clause: str) -> bool:
    """Whether a policy says anything by a clause that its absence would not."""
    return bool(getattr(terms, clause) != getattr(_USUAL, clause))


def unsaid(terms: PolicyTerms) -> tuple[str, ...]:
    """Clauses of the first reading with neither a value of their own nor a place in the policy."""
    return tuple(name for name in ASKED_FIRST if not is_said(terms, name) and not terms.where.get(name))


def unlocated(terms: PolicyTerms) -> tuple[str, ...]:
    """Clauses that say something without naming the place in the policy where it stands."""
    return tuple(name for name in CLAUSES if is_said(terms, name) and not terms.where.get(name, "").strip())

"""A trade credit insurance policy: every clause a setting, with the place where the paper says so.

Amounts are minor units of the policy's currency, percentages Decimals (90 is 90 %), days calendar
days unless a rule says working days. None means that the policy has no such clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Scope(StrEnum):
    """Whose debts the policy insures."""

    DOMESTIC = "domestic"
    EXPORT = "export"
    BOTH = "both"


class Cause(StrEnum):
    """What the loss comes from."""

    DEFAULT = "default"
    INSOLVENCY = "insolvency"
    REJECTION = "rejection"
    POLITICAL = "political"


class Anchor(StrEnum):
    """The day a period is counted from. Due dates are the original ones: no postponement moves them."""

    SHIPMENT = "shipment"
    DUE = "due"
    MEP_END = "mep_end"
    KNOWLEDGE = "knowledge"
    NOTICE = "notice"
    WAITING_END = "waiting_end"
    LOSS = "loss"
    FILED = "filed"
    DECISION = "decision"
    POLICY_END = "policy_end"
    PERIOD_END = "period_end"


class Basis(StrEnum):
    """How days are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


class LimitUsage(StrEnum):
    """Which debt fills a buyer limit: only what is insured, or every open invoice."""

    COVERED = "covered"
    ALL_DEBT = "all_debt"


class FxRule(StrEnum):
    """Whose day's rate turns an invoice into the policy's currency."""

    SHIPMENT = "shipment"
    LOSS = "loss"
    LOWER = "lower"


class RecoveryRule(StrEnum):
    """Who gets money that comes in after the loss: by what each bore, or the oldest invoice first."""

    BORNE = "borne"
    PRO_RATA = "pro_rata"
    OLDEST = "oldest"


class Frequency(StrEnum):
    """How often turnover is declared."""

    NONE = "none"
    SHIPMENT = "shipment"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class LateNotice(StrEnum):
    """What a late notice costs: the cover of the invoice, or what the insurer decides."""

    LOSES = "loses"
    INSURER = "insurer"


@dataclass(frozen=True, slots=True)
class Period:
    """So many days or months after an anchor; of several periods for one duty the earliest counts."""

    anchor: Anchor
    days: int = 0
    months: int = 0
    basis: Basis = Basis.CALENDAR


@dataclass(frozen=True, slots=True)
class CountryTerms:
    """A line of the country schedule: what differs there; ``open`` False closes the country."""

    country: str
    open: bool = True
    pct: Decimal | None = None
    max_terms_days: int | None = None
    waiting_days: int | None = None


@dataclass(frozen=True, slots=True)
class PolicyTerms:
    """The clauses. ``where`` names for each clause (by its field) the place in the user's own policy.

    ``pct_by_cause`` overrides ``insured_pct``. ``max_extension_days`` (MEP) runs from the original
    due date. ``discretionary_limit`` needs evidence per buyer. ``small_dispute_pct``: disputes below
    that share of the limit need not be reported and leave the cover. ``max_liability_multiple`` is of
    the premium paid. ``margin_days`` are working days kept before every deadline. ``unchecked`` names
    the clauses that came from a template and that nobody compared with the paper yet.
    """

    scope: Scope = Scope.BOTH
    insured_pct: Decimal = Decimal(90)
    insured_pct_political: Decimal | None = None
    insured_pct_discretionary: Decimal | None = None
    pct_by_cause: Mapping[Cause, Decimal] = field(default_factory=dict)
    max_terms_days: int | None = None
    max_extension_days: int | None = None
    invoicing_days: int | None = None
    preshipment_days: int | None = None
    waiting_days: int | None = None
    waiting_anchor: Anchor = Anchor.DUE
    waiting_days_political: int | None = None
    notify: tuple[Period, ...] = ()
    notify_minimum: int = 0
    adverse: tuple[Period, ...] = ()
    claim: tuple[Period, ...] = ()
    documents: tuple[Period, ...] = ()
    answer: tuple[Period, ...] = ()
    objection: tuple[Period, ...] = ()
    late_notice: LateNotice = LateNotice.LOSES
    threshold: int = 0
    threshold_inclusive: bool = False
    each_loss: int = 0
    deduct_before_pct: bool = False
    aggregate_first_loss: int = 0
    min_retention: int = 0
    max_liability: int | None = None
    max_liability_multiple: Decimal | None = None
    premium_rate: Decimal = Decimal(0)
    min_premium: int = 0
    deposit_premium: int = 0
    limit_fee: int = 0
    collection_fee: Decimal = Decimal(0)
    declaration: Frequency = Frequency.NONE
    declaration_due: Period | None = None
    undeclared_uncovered: bool = True
    vat_covered: bool = False
    vat_pct: Decimal = Decimal(0)
    interest_covered: bool = False
    fx_rule: FxRule = FxRule.SHIPMENT
    limit_usage: LimitUsage = LimitUsage.COVERED
    recovery_rule: RecoveryRule = RecoveryRule.BORNE
    discretionary_limit: int | None = None
    discretionary_evidence: str = ""
    small_dispute_pct: Decimal | None = None
    stop_at_mep: bool = True
    reduction_days: int = 0
    excluded_countries: tuple[str, ...] = ()
    excluded_goods: tuple[str, ...] = ()
    excluded_buyers: tuple[int, ...] = ()
    excluded_methods: tuple[str, ...] = ()
    excluded_kinds: tuple[str, ...] = ()
    countries: tuple[CountryTerms, ...] = ()
    listed_countries_only: bool = False
    loss_payee: str = ""
    loss_payee_scope: str = ""
    margin_days: int = 5
    counts_first_day: bool = False
    where: Mapping[str, str] = field(default_factory=dict)
    unchecked: tuple[str, ...] = ()

    def country(self, code: str) -> CountryTerms | None:
        """The schedule's line for a country, if it has one."""
        if not self.countries:
            return None
        return next((each for each in self.countries if each.country == code), None)

    def pct(self, cause: Cause, *, discretionary: bool = False, country: str = "") -> Decimal:
        """The insured percentage of a loss: the cause's own where it has one, else the usual one.

        A country's line and our own discretion bound what a cause would give.
        """
        found = self.pct_by_cause.get(cause)
        if found is None and cause is Cause.POLITICAL:
            found = self.insured_pct_political
        line = self.country(country)
        there = line.pct if line is not None else None
        usual = self.insured_pct if there is None else there
        own = self.insured_pct_discretionary if discretionary else None
        if own is not None:
            usual = own if there is None else min(own, there)
        if found is None:
            return usual
        return min(found, usual) if discretionary or there is not None else found

    def longest_terms(self, country: str = "", of_limit: int | None = None) -> int | None:
        """The longest payment terms in days: the shortest of policy, country line and limit decision."""
        line = self.country(country)
        told = (self.max_terms_days, line.max_terms_days if line else None, of_limit)
        known = [days for days in told if days is not None]
        return min(known) if known else None

    def waiting(self, cause: Cause, country: str = "") -> int:
        """Days of the waiting period (等待期); none after insolvency."""
        if cause is Cause.INSOLVENCY:
            return 0
        if cause is Cause.POLITICAL and self.waiting_days_political is not None:
            return self.waiting_days_political
        line = self.country(country)
        own = line.waiting_days if line else None
        return (self.waiting_days or 0) if own is None else own

    def liability(self, premium_paid: int) -> int | None:
        """Maximum liability (最高赔偿限额) of the period; the lower where two clauses name one."""
        multiple = self.max_liability_multiple
        by_premium = None if multiple is None else int(multiple * premium_paid)
        known = [each for each in (self.max_liability, by_premium) if each is not None]
        return min(known) if known else None

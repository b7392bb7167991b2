"""What contradicts itself in a policy as typed in, what is missing, and what is unusual.

Each problem names its clause in ``params["at"]`` ("" for the policy as a whole) and as a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.buyer_limit import METHODS
from app.domain.insurance_record import InsurancePolicy
from app.domain.policy import Anchor, Basis, Frequency, Period, PolicyTerms, Scope
from app.domain.policy_guide import KINDS, Kind, unlocated
from app.domain.policy_period import Policy
from app.domain.policy_text import CLAUSES, PERIODS
from app.domain.problem import Problem, Severity

_SHARES = (
    "insured_pct",
    "insured_pct_political",
    "insured_pct_discretionary",
    "vat_pct",
    "premium_rate",
    "collection_fee",
    "small_dispute_pct",
)
_PREMIUM_PCT = Decimal(5)
"""Above this per cent a rate was probably typed per mille."""
_LONGEST = 1100
_MONTH = 30
_WORKING_WEEK, _WEEK = 5, 7


def check(terms: PolicyTerms, record: InsurancePolicy) -> list[Problem]:
    """Errors contradict themselves or can never hold; warnings are worth a look at the paper."""
    return [
        *_percentages(terms),
        *_periods(terms),
        *_order_of_days(terms),
        *_amounts(terms),
        *_premium(terms),
        *_countries(terms),
        *_rest(terms),
        *_whole(terms, record),
    ]


def neighbours(policy: Policy, others: Iterable[Policy]) -> list[Problem]:
    """How a policy meets those before and beside it: a gap after its predecessor, days insured twice."""
    found, record = [], policy.record
    for other in others:
        if other.id == (record.previous_id or 0) and other.in_use:
            gap = (record.start - other.last_day).days - 1
            if gap > 0:
                found.append(_warn("gap_before", "", n=gap, number=other.record.number))
            if other.record.currency != record.currency:
                found.append(_warn("other_currency", "", number=other.record.number))
        beside = other.in_use and record.start <= other.last_day and other.record.start <= record.end
        if beside and other.terms.scope is policy.terms.scope:
            found.append(_warn("overlaps", "", number=other.record.number))
    return found


def _fault(code: str, clause: str, severity: Severity, **params: object) -> Problem:
    named: dict[str, object] = {"clause": (f"clause.{clause}", {})} if clause else {}
    return Problem(f"policy_check.{code}", {"at": clause, **named, **params}, severity)


def _error(code: str, clause: str, **params: object) -> Problem:
    return _fault(code, clause, Severity.ERROR, **params)


def _warn(code: str, clause: str, **params: object) -> Problem:
    return _fault(code, clause, Severity.WARNING, **params)


def _percentages(terms: PolicyTerms) -> Iterator[Problem]:
    for name in _SHARES:
        value = getattr(terms, name)
        if value is not None and not 0 <= value <= 100:  # noqa: PLR2004 - per cent
            yield _error("share", name)
    for value in terms.pct_by_cause.values():
        if not 0 <= value <= 100:  # noqa: PLR2004 - per cent
            yield _error("share", "pct_by_cause")
    if not terms.insured_pct:
        yield _error("insures_nothing", "insured_pct")
    own = terms.insured_pct_discretionary
    if own is not None and own > terms.insured_pct:
        yield _warn("discretion_above", "insured_pct_discretionary")
    if terms.scope is Scope.DOMESTIC and terms.insured_pct_political is not None:
        yield _warn("political_at_home", "insured_pct_political")


def _periods(terms: PolicyTerms) -> Iterator[Problem]:
    """Periods that run from a day which this policy never has."""
    told = [(name, one) for name in PERIODS for one in getattr(terms, name)]
    if terms.declaration_due is not None:
        told.append(("declaration_due", terms.declaration_due))
    if terms.waiting_days:
        told.append(("waiting_anchor", Period(terms.waiting_anchor)))
    for name, period in told:
        if period.anchor is Anchor.MEP_END and terms.max_extension_days is None:
            yield _error("no_extension", name)
        if period.anchor is Anchor.WAITING_END and terms.waiting_days is None:
            yield _error("no_waiting", name)
        if period.anchor is Anchor.NOTICE and not terms.notify and name != "notify":
            yield _warn("no_notice", name)
        if name == "notify" and period.anchor is Anchor.NOTICE:
            yield _error("from_itself", name)
        if name == "claim" and period.anchor is Anchor.FILED:
            yield _error("from_itself", name)
    if not terms.notify:
        yield _warn("missing", "notify")
    if not terms.claim:
        yield _warn("missing", "claim")
    if terms.waiting_days is None:
        yield _warn("missing", "waiting_days")


def _span(period: Period) -> int:
    """About how many calendar days a period is."""
    days = period.days * _WEEK // _WORKING_WEEK if period.basis is Basis.WORKING else period.days
    return days + period.months * _MONTH


def _from_due(period: Period, terms: PolicyTerms) -> int | None:
    """About how many days after the due date a period ends; None where it runs from another day."""
    extension = terms.max_extension_days
    if period.anchor is Anchor.DUE:
        return _span(period)
    return _span(period) + extension if period.anchor is Anchor.MEP_END and extension is not None else None


def _order_of_days(terms: PolicyTerms) -> Iterator[Problem]:
    """A claim that must be filed before the waiting period ends, a notice due only after it."""
    waiting = _from_due(Period(terms.waiting_anchor, terms.waiting_days or 0), terms)
    notices = [day for one in terms.notify if (day := _from_due(one, terms)) is not None]
    claims = [day for one in terms.claim if (day := _from_due(one, terms)) is not None]
    if waiting and claims and min(claims) < waiting:
        yield _warn("claim_before_waiting", "claim", days=min(claims), waiting=waiting)
    if waiting and notices and min(notices) > waiting:
        yield _warn("notice_after_waiting", "notify", days=min(notices), waiting=waiting)
    if claims and notices and min(claims) < min(notices):
        yield _warn("claim_before_notice", "claim", days=min(claims), notice=min(notices))


def _amounts(terms: PolicyTerms) -> Iterator[Problem]:
    most = terms.max_liability
    if most is not None:
        if not most:
            yield _error("insures_nothing", "max_liability")
        for name in ("threshold", "each_loss", "aggregate_first_loss", "min_retention"):
            if most and getattr(terms, name) >= most:
                yield _error("above_liability", name)
    times = terms.max_liability_multiple
    if times is not None and not terms.premium_rate and not terms.min_premium and not terms.deposit_premium:
        yield _warn("multiple_of_nothing", "max_liability_multiple")
    if terms.deduct_before_pct and not terms.each_loss:
        yield _warn("nothing_deducted", "deduct_before_pct")
    if terms.threshold_inclusive and not terms.threshold:
        yield _warn("nothing_deducted", "threshold_inclusive")
    if terms.discretionary_limit is not None and not terms.discretionary_evidence.strip():
        yield _warn("evidence_unsaid", "discretionary_evidence")
    if terms.discretionary_limit is None and terms.discretionary_evidence.strip():
        yield _warn("evidence_for_nothing", "discretionary_limit")


def _premium(terms: PolicyTerms) -> Iterator[Problem]:
    if terms.premium_rate > _PREMIUM_PCT:
        yield _warn("rate_per_mille", "premium_rate")
    if not terms.premium_rate and not terms.min_premium:
        yield _warn("missing", "premium_rate")
    if terms.deposit_premium > terms.min_premium > 0:
        yield _warn("deposit_above_minimum", "deposit_premium")
    declared = terms.declaration is not Frequency.NONE
    if declared and terms.declaration_due is None:
        yield _warn("missing", "declaration_due")
    if not declared and terms.declaration_due is not None:
        yield _warn("nothing_declared", "declaration_due")
    due = terms.declaration_due
    if due is not None and declared:
        each = terms.declaration is Frequency.SHIPMENT
        if (due.anchor is Anchor.SHIPMENT) != each:
            yield _warn("declared_from", "declaration_due")


def _countries(terms: PolicyTerms) -> Iterator[Problem]:
    listed = [line.country for line in terms.countries]
    for clause, codes in (("countries", listed), ("excluded_countries", terms.excluded_countries)):
        for code in codes:
            if len(code) != 2 or not (code.isascii() and code.isalpha() and code.isupper()):  # noqa: PLR2004 - ISO 3166
                yield _error("country", clause, country=code)
        if len(set(codes)) < len(codes):
            yield _error("twice", clause)
    for line in terms.countries:
        if line.open and line.country in terms.excluded_countries:
            yield _error("open_and_excluded", "countries", country=line.country)
        if line.pct is not None and not 0 <= line.pct <= 100:  # noqa: PLR2004 - per cent
            yield _error("share", "countries")
        longest = terms.max_terms_days
        if longest is not None and line.max_terms_days is not None and line.max_terms_days > longest:
            yield _warn("country_terms", "countries", country=line.country, n=longest)
    if terms.listed_countries_only and not any(line.open for line in terms.countries):
        yield _error("no_country", "listed_countries_only")
    if terms.scope is Scope.DOMESTIC and (terms.countries or terms.excluded_countries):
        yield _warn("countries_at_home", "countries")


def _rest(terms: PolicyTerms) -> Iterator[Problem]:
    for method in terms.excluded_methods:
        if method not in METHODS:
            yield _error("method", "excluded_methods", method=method)
    if not terms.vat_covered and not terms.vat_pct and terms.scope is not Scope.EXPORT:
        yield _warn("no_vat_rate", "vat_pct")
    if terms.loss_payee_scope and not terms.loss_payee.strip():
        yield _warn("no_payee", "loss_payee")
    if terms.max_terms_days == 0:
        yield _error("insures_nothing", "max_terms_days")
    strange = sorted({*terms.where, *terms.unchecked} - set(CLAUSES))
    if strange:
        yield _error("no_clause", "", name=strange[0])


def _whole(terms: PolicyTerms, record: InsurancePolicy) -> Iterator[Problem]:
    if (record.end - record.start).days > _LONGEST:
        yield _warn("long", "", n=(record.end - record.start).days // 365)
    if record.ended_on is None and record.end < record.start:
        yield _error("ends_before", "")
    if terms.unchecked:
        yield _warn("unchecked", "", n=len(terms.unchecked))
    found = [name for name in unlocated(terms) if KINDS[name] is not Kind.TEXT and name != "margin_days"]
    if found:
        yield _warn("unlocated", "", n=len(found))

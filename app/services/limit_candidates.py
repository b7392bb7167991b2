"""The candidates for a customer's limit, each with its working, in the company's own currency."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.credit_file import FinancialStatement, Profile
from app.domain.credit_limit import (
    Candidate,
    CandidateCode,
    LimitState,
    Suggestion,
    insured,
    need,
    share,
    suggest,
)
from app.domain.dunning_rules import in_currency
from app.domain.financials import Line, completed
from app.domain.money import exponent, to_major
from app.domain.ratios import tangible_net_worth
from app.services.limit_desk import in_force, limit_of
from app.services.limit_terms import Terms, under

if TYPE_CHECKING:
    from app.domain.authority import Ceiling
    from app.domain.downturn import TermsInForce
    from app.domain.grade_policy import GradePolicy
    from app.domain.scorecard import Grade

_YEAR, _MONTHS, _MONTH_DAYS = 365, 12, Decimal(30)
_STALE_DAYS = 548
"""Statements older than eighteen months still count, and say so."""


class Candidates(Terms):
    """Works a suggestion out."""

    def candidates(
        self, customer_id: int, as_of: date, *, grade: Grade | None = None, approver: str = ""
    ) -> Suggestion:
        """Every candidate and the lowest that binds, rounded down to the step; minor units, own currency.

        ``grade`` tries another than the one in force; ``approver`` adds what that person may grant.
        """
        grade = grade or self.grades([customer_id], as_of).get(customer_id)
        policy = self.grade_policy()
        terms = None
        if grade is not None:
            traits = self._desk.reader.traits([customer_id]).get(customer_id)
            terms = under(self.downturn(), traits, grade, policy.of(grade), as_of)
        base = self._desk.reader.base()
        found = [
            *self._needs(customer_id, as_of, terms),
            *self._shares(customer_id, as_of, policy, grade),
            self._own_revenue(as_of, policy),
            self._insured(customer_id, as_of, policy),
            self._previous(customer_id, as_of, policy, grade),
            self._authority(approver, grade),
        ]
        step = max(1, int(policy.step.scaleb(exponent(base))))
        made = suggest(found, step)
        # Without a grade only the cap on any one customer is left, which is no reason to grant so much.
        return made if grade is not None else replace(made, amount=None, bound_by=None)

    def _based(self, minor: int, currency: str, as_of: date) -> int | None:
        reader = self._desk.reader
        base = reader.base()
        return minor if currency == base else in_currency(minor, currency, base, base, reader.rates(as_of))

    def _needs(self, customer_id: int, as_of: date, terms: TermsInForce | None) -> list[Candidate]:
        """A year's purchases over terms and delay, and the greatest month's beside it, which informs only."""
        if terms is None:
            return [_without(CandidateCode.NEED, "limit.no_grade")]
        start = as_of - timedelta(_YEAR - 1)
        months: dict[tuple[int, int], int] = {}
        for month, sums in self._desk.reader.sales(customer_id, start, as_of).items():
            based = [self._based(amount, currency, as_of) for currency, amount in sums.items()]
            if None in based:
                return [_without(CandidateCode.NEED, "limit.no_rate")]
            months[month] = sum(filter(None, based))
        delay = self._desk.reader.delay(customer_id, start, as_of) or 0
        annual = sum(months.values())
        if annual <= 0:
            expected = self._expected(customer_id)
            if expected is None:
                return [_without(CandidateCode.NEED, "limit.no_sales")]
            return [need(expected, terms.terms_days, delay)]
        (year, number), most = max(months.items(), key=lambda one: (one[1], one[0]))
        days = Decimal(max(0, terms.terms_days + delay))
        params = {
            "base": most, "month": f"{year}-{number:02}", "terms": terms.terms_days, "delay": delay,
        }  # fmt: skip
        peak = Candidate(CandidateCode.PEAK, Decimal(max(0, most)) * days / _MONTH_DAYS, params, binds=False)
        return [need(annual, terms.terms_days, delay), peak]

    def _expected(self, customer_id: int) -> int | None:
        """What a customer without sales so far says it buys of our kind in a year."""
        found = self._desk.store.find(Profile, customer_id=customer_id)
        return found[0].annual_purchases if found else None

    def _shares(
        self, customer_id: int, as_of: date, policy: GradePolicy, grade: Grade | None
    ) -> list[Candidate]:
        """Shares of tangible net worth and of turnover, by the last statement."""
        codes = (CandidateCode.NET_WORTH, CandidateCode.TURNOVER)
        if grade is None:
            return [_without(code, "limit.no_grade") for code in codes]
        statement = last_statement(self._desk.statements(customer_id), as_of)
        if statement is None:
            return [_without(code, "limit.no_statement") for code in codes]
        figures, terms = completed(figures_of(statement)), policy.of(grade)
        worth = tangible_net_worth(figures).value
        turnover = figures.get(Line.REVENUE)
        annual = None if turnover is None else turnover * _MONTHS // statement.months
        bases = (None if worth is None else int(worth), annual)
        stale = (as_of - statement.period_end).days > _STALE_DAYS
        said = {"period_end": statement.period_end, "stale": stale}
        found = []
        for code, base, percent in zip(codes, bases, (terms.net_worth, terms.turnover), strict=True):
            based = None if base is None else self._based(base, statement.currency, as_of)
            one = share(code, based, percent)
            why = "limit.no_rate" if base is not None and based is None else one.why
            found.append(replace(one, params={**one.params, **said}, why=why))
        return found

    def _own_revenue(self, as_of: date, policy: GradePolicy) -> Candidate:
        sums = self._desk.reader.revenue(as_of - timedelta(_YEAR - 1), as_of)
        based = [self._based(amount, currency, as_of) for currency, amount in sums.items()]
        total = sum(filter(None, based))
        # A currency without a rate makes the sum too low, which is the safe side; none at all says nothing.
        return share(CandidateCode.OWN_REVENUE, total if total > 0 else None, policy.own_revenue)

    def _insured(self, customer_id: int, as_of: date, policy: GradePolicy) -> Candidate:
        covered, base = self._desk.insurance.limit_of(customer_id, as_of), self._desk.reader.base()
        own_risk = int(policy.own_risk.scaleb(exponent(base)))
        if covered is None:
            return insured(None, own_risk)
        based = self._based(covered.minor, covered.currency, as_of)
        if based is None:
            return _without(CandidateCode.INSURED, "limit.no_rate")
        return insured(based, own_risk)

    def _previous(self, customer_id: int, as_of: date, policy: GradePolicy, grade: Grade | None) -> Candidate:
        limit = limit_of(in_force(self._desk.reader.limits(customer_ids=[customer_id]), as_of), as_of)
        if limit.state is not LimitState.SET or limit.amount is None:
            return _without(CandidateCode.PREVIOUS, "limit.no_previous")
        if grade is None:
            return _without(CandidateCode.PREVIOUS, "limit.no_grade")
        based = self._based(limit.amount.minor, limit.amount.currency, as_of)
        if based is None:
            return _without(CandidateCode.PREVIOUS, "limit.no_rate")
        factor = policy.of(grade).previous_factor
        return Candidate(CandidateCode.PREVIOUS, based * factor, {"base": based, "factor": factor})

    def _authority(self, approver: str, grade: Grade | None) -> Candidate:
        if not approver or grade is None:
            return _without(CandidateCode.AUTHORITY, "limit.no_grade" if approver else "limit.boundless")
        ceiling: Ceiling = self._desk.people.ceiling(approver, grade)
        if ceiling.amount is None:
            return _without(CandidateCode.AUTHORITY, "limit.boundless", {"name": approver})
        minor = ceiling.amount.scaleb(exponent(self._desk.reader.base()))
        return Candidate(CandidateCode.AUTHORITY, minor, {"name": approver})


def _without(code: CandidateCode, why: str, params: Mapping[str, object] | None = None) -> Candidate:
    return Candidate(code, None, params or {}, why)


def last_statement(found: Sequence[FinancialStatement], as_of: date) -> FinancialStatement | None:
    """The latest statement that was there on a day: its period over, and received where that is known."""
    known = [
        one
        for one in found
        if one.period_end <= as_of and (one.received_on is None or one.received_on <= as_of)
    ]
    return max(known, key=lambda one: (one.period_end, one.months, one.id), default=None)


def figures_of(statement: FinancialStatement) -> dict[Line, int]:
    """The lines of a stored statement, minor units; what cannot be read is not there."""
    try:
        given = json.loads(statement.figures or "{}")
        return {Line(name): int(amount) for name, amount in given.items() if name in set(Line)}
    except (AttributeError, TypeError, ValueError):
        return {}


def as_json(suggestion: Suggestion, currency: str) -> str:
    """All candidates as they are kept with a limit: amounts as text in major units."""
    return json.dumps(candidates_as_json(suggestion, currency), ensure_ascii=False)


def candidates_as_json(suggestion: Suggestion, currency: str) -> list[dict[str, object]]:
    """All candidates with their working."""
    return [
        {
            "code": one.code.value,
            "amount": None if one.amount is None else f"{to_major(int(one.amount), currency):f}",
            "binds": one.binds,
            "why": one.why,
            "params": {
                name: value if isinstance(value, int | bool) else str(value)
                for name, value in one.params.items()
                if value is not None
            },
        }
        for one in suggestion.candidates
    ]

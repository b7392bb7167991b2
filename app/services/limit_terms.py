"""The grade policy, the terms that hold for a customer, and the downturn profile over them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.downturn import (
    DownturnProfile,
    TermsInForce,
    check_profile,
    profile_as_json,
    profile_of,
)
from app.domain.grade_policy import GradePolicy, GradeTerms, check_policy, policy_as_json, policy_of
from app.domain.problem import DomainError
from app.domain.terms import DueRule
from app.domain.terms_text import parse_terms
from app.services.limit_desk import LimitPart
from app.services.limit_views import DownturnRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import CreditLimit
    from app.domain.scorecard import Grade
    from app.services.limit_views import Traits

POLICY, DOWNTURN = "limits.grade_policy", "limits.downturn"


class Terms(LimitPart):
    """Use cases on what each grade earns."""

    # -- the policy

    def grade_policy(self) -> GradePolicy:
        """The company's own, else the shipped one."""
        own = self._desk.settings.get(POLICY)
        if own is not None:
            try:
                return policy_of(own)
            except DomainError:  # written by hand or by a later version: the shipped one holds
                pass
        return self.shipped_policy()

    def shipped_policy(self) -> GradePolicy:
        """The policy the program came with."""
        return policy_of(self._desk.policy())

    def save_grade_policy(self, policy: GradePolicy) -> ChangeSet:
        """Keep the company's own."""
        check_policy(policy)
        return self._desk.settings.set(POLICY, policy_as_json(policy))

    def reset_grade_policy(self) -> ChangeSet:
        """Back to the shipped one."""
        return self._desk.settings.reset(POLICY)

    # -- the terms of customers

    def terms(self, customer_id: int, on: date) -> TermsInForce | None:
        """What holds for a customer by its grade, the downturn profile applied; None without a grade."""
        return self.terms_of([customer_id], on).get(customer_id)

    def terms_of(self, customer_ids: Collection[int], on: date) -> dict[int, TermsInForce]:
        """The same for many."""
        policy, profile = self.grade_policy(), self.downturn()
        traits = self._desk.reader.traits(customer_ids) if is_running(profile, on) else {}
        return {
            customer_id: under(profile, traits.get(customer_id), grade, policy.of(grade), on)
            for customer_id, grade in self.grades(customer_ids, on).items()
        }

    def terms_at(self, customer_id: int, grade: Grade, on: date) -> tuple[TermsInForce, TermsInForce]:
        """What would hold for a customer with this grade, and what without the downturn profile."""
        terms = self.grade_policy().of(grade)
        traits = self._desk.reader.traits([customer_id]).get(customer_id)
        return under(self.downturn(), traits, grade, terms, on), plain(terms)

    # -- downturn

    def downturn(self) -> DownturnProfile:
        """The profile as it was last left, on or off."""
        return profile_of(self._desk.settings.get(DOWNTURN))

    def save_downturn(self, profile: DownturnProfile) -> ChangeSet:
        """Keep an edited profile; whether it is on stays as it is."""
        check_profile(profile)
        now = self.downturn()
        kept = replace(profile, since=now.since, by=now.by, reason=now.reason)
        return self._desk.settings.set(DOWNTURN, profile_as_json(kept))

    def preview_downturn(self, profile: DownturnProfile, on: date | None = None) -> list[DownturnRow]:
        """Whom a profile would touch, and how, before it is switched on; by name."""
        check_profile(profile)
        day = on or self._desk.clock.today()
        policy, traits = self.grade_policy(), self._desk.reader.traits(None)
        rows = []
        for customer_id, grade in self.grades(None, day).items():
            one = traits.get(customer_id)
            if one is not None and profile.covers(grade, one.country, one.industry):
                before = plain(policy.of(grade))
                after = profile.tightened(before)
                rows.append(DownturnRow(customer_id, one.name, grade, before, after, one.name_en))
        return sorted((row for row in rows if row.before != row.after), key=lambda row: row.customer)

    def switch_downturn_on(
        self, profile: DownturnProfile, by: str, reason: str, *, pin: str = ""
    ) -> ChangeSet:
        """Put a profile in force from today; ``pin`` is of whoever decides it, where that person has one."""
        check_profile(profile)
        who = self._desk.people.approved(by, pin)
        today = self._desk.clock.today()
        value = profile_as_json(replace(profile, since=today, by=who.name, reason=reason.strip()))
        return self._desk.settings.set(DOWNTURN, value)

    def switch_downturn_off(self) -> ChangeSet:
        """End it: everything is as it was before, at once; the profile is kept for another time."""
        value = profile_as_json(replace(self.downturn(), since=None, by="", reason=""))
        return self._desk.settings.set(DOWNTURN, value)


def plain(terms: GradeTerms) -> TermsInForce:
    """A grade's terms without a profile over them."""
    return TermsInForce(terms.terms_days, terms.deposit, terms.review_months)


def is_running(profile: DownturnProfile, on: date) -> bool:
    """Whether the profile is in force on a day."""
    return profile.since is not None and profile.since <= on


def under(
    profile: DownturnProfile, traits: Traits | None, grade: Grade, terms: GradeTerms, on: date
) -> TermsInForce:
    """A grade's terms, tightened where the profile runs and covers the customer."""
    before = plain(terms)
    if traits is None or not is_running(profile, on):
        return before
    return profile.tightened(before) if profile.covers(grade, traits.country, traits.industry) else before


def covered(profile: DownturnProfile, traits: Mapping[int, Traits], grade: Grade | None, row_id: int) -> bool:
    """Whether a customer falls under the profile."""
    one = traits.get(row_id)
    return one is not None and grade is not None and profile.covers(grade, one.country, one.industry)


def own_terms(record: CreditLimit, by_grade: TermsInForce | None) -> TermsInForce | None:
    """The terms a limit was granted with; without any the grade's hold, its deposit at least."""
    review = by_grade.review_months if by_grade else 12
    deposit = Decimal(record.deposit)
    if record.terms:
        parts = parse_terms(record.terms).parts
        usual = by_grade.terms_days if by_grade else 0
        days = max((part.days for part in parts if part.rule is DueRule.NET), default=usual)
        return TermsInForce(days, deposit, review)
    return None if by_grade is None else replace(by_grade, deposit=max(deposit, by_grade.deposit))

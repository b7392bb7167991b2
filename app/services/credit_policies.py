"""Credit policies tried on the customers there are, compared, kept, and adopted from here."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.credit_policy import Rule, Segment
from app.domain.credit_policy_study import Candidate, breakevens, candidates, try_out
from app.domain.credit_policy_text import (
    Assumptions,
    CreditPolicy,
    assumptions_as_json,
    assumptions_of,
    policy_of,
    require_sound,
    to_json,
)
from app.domain.grade_policy import GradePolicy, GradeTerms, check_policy, policy_as_json
from app.domain.measure_record import Study
from app.domain.money import exponent, round_minor
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade
from app.services.credit_policy_views import Adoption, Affected, Answer, Ground, Kept
from app.services.limit_terms import POLICY as GRADE_POLICY
from app.services.limit_terms import is_running, plain, under
from app.services.owed import owed_in_base
from app.services.rate_book import RateBook
from app.services.settings import put_setting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.credit_policy_views import PolicyDesk

KIND = "policy"
ASSUMED = "policy.assumptions"
_YEAR = 365
_LONGEST_NAME = 80


class CreditPolicyService:
    """Tries policies out; nothing of the ledger is changed but by ``adopt``."""

    def __init__(self, desk: PolicyDesk) -> None:
        self._desk = desk

    # -- assumptions ----------------------------------------------------------------------------

    def assumptions(self) -> Assumptions:
        """The owner's own, else those to begin with; premium and share of an insurance policy in force."""
        usual = self._insured_terms(Assumptions())
        stored = self._desk.settings.get(ASSUMED)
        if not isinstance(stored, dict):
            return usual
        try:
            return assumptions_of(stored, usual)
        except DomainError:  # written by hand or by a later version
            return usual

    def save_assumptions(self, assumed: Assumptions) -> ChangeSet:
        """Keep them (``DomainError`` for a figure outside its range)."""
        require_sound(assumed)
        return self._desk.settings.set(ASSUMED, assumptions_as_json(assumed))

    def _insured_terms(self, assumed: Assumptions) -> Assumptions:
        today = self._desk.clock.today()
        found = [one.policy for one in self._desk.policies.policies() if one.policy.in_use]
        found = [one for one in found if one.record.start <= today <= one.record.end]
        if not found:
            return assumed
        terms = found[0].terms
        premium = terms.premium_rate or assumed.premium
        return replace(assumed, premium=premium, insured_pct=terms.insured_pct)

    # -- trying ---------------------------------------------------------------------------------

    def ground(self, as_of: date) -> Ground:
        """Every customer that bought within a year or owes: the same customers any policy is tried on."""
        base = self._desk.base()
        book = RateBook(self._desk.rates(), base)
        sums: dict[int, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 5)
        missing: set[str] = set()
        for row in self._desk.reader.bought(as_of - timedelta(_YEAR - 1), as_of):
            rate = Decimal(1) if row.currency == base else book.to_base(row.currency, as_of)
            if rate is None:
                missing.add(row.currency)
                continue
            scaled = rate.scaleb(exponent(base) - exponent(row.currency))
            amounts = (row.sales, row.credit, row.invoiced, row.day_amounts, row.discount)
            sums[row.customer_id] = [
                one + amount * scaled for one, amount in zip(sums[row.customer_id], amounts, strict=True)
            ]
        covered = self._desk.cover.book(as_of)
        debts: dict[int, int] = defaultdict(int)
        shown = owed_in_base(covered.items, lambda minor, currency: book.in_base(minor, currency, as_of))
        for (row_id, _), minor in shown.items():
            debts[row_id] += minor
        grades = self._desk.limits.grades(None, as_of)
        limits = {row.customer.customer_id: row.limit_base for row in self._desk.limits.rows(as_of)}
        rates = self._desk.loss_rates()
        found, unscored = [], 0
        for row_id in sorted({*sums, *covered.buyers}):
            owed = covered.buyers.get(row_id)
            net = max(0, debts[row_id])
            if not net and sums[row_id][0] <= 0:
                continue
            unscored += row_id not in grades
            grade = grades.get(row_id, Grade.C)
            made = _segment(grade, sums[row_id], net, rates[grade])
            insured = Decimal(owed.insured) * 100 / owed.net if owed and owed.net > 0 else Decimal(0)
            found.append(
                replace(
                    made,
                    insured=min(Decimal(100), max(Decimal(0), insured)),
                    insured_pct=Decimal(0),
                    limit=limits.get(row_id),
                    customer_id=row_id,
                )
            )
        lacking = tuple(sorted(missing | set(covered.missing)))
        names = self._desk.reader.names()
        return Ground(as_of, base, tuple(found), names, self.assumptions(), lacking, unscored)

    def answer(self, policy: CreditPolicy, as_of: date, ground: Ground | None = None) -> Answer:
        """A policy beside today, under the same assumptions."""
        found = ground or self.ground(as_of)
        today = try_out(CreditPolicy("", assumed=policy.assumed), found.segments, found.assumed)
        tried = try_out(policy, found.segments, found.assumed)
        return Answer(found, today, tried, breakevens(found.segments, policy, found.assumed))

    def frontier(self, policy: CreditPolicy, ground: Ground) -> tuple[Candidate, ...]:
        """What else could be granted around a policy; ``best`` marks those no other beats."""
        return candidates(policy, ground.segments, ground.assumed)

    # -- keeping --------------------------------------------------------------------------------

    def kept(self) -> list[Kept]:
        """Policies that were kept, by name."""
        found = []
        for study in self._desk.store.find(Study, kind=KIND):
            try:
                policy = policy_of(json.loads(study.content, parse_float=Decimal))
            except (DomainError, ValueError):  # written by a later version
                continue
            named = replace(policy, name=study.name)
            found.append(Kept(study.id, named, study.as_of, study.state == "adopted", study.note))
        return sorted(found, key=lambda one: one.policy.name)

    def keep(self, policy: CreditPolicy, study_id: int = 0, note: str = "") -> ChangeSet:
        """Keep a policy under its name, or keep it anew; names are told apart (``DomainError``)."""
        name = policy.name.strip()
        if not name or len(name) > _LONGEST_NAME:
            raise DomainError("credit_policy.name")
        others = [one for one in self.kept() if one.study_id != study_id]
        if any(one.policy.name.casefold() == name.casefold() for one in others):
            raise DomainError("credit_policy.name_taken", name=name)
        self._require_tried(policy)
        content = json.dumps(to_json(replace(policy, name=name)), ensure_ascii=False, sort_keys=True)
        made = Study(KIND, name, content, self._desk.clock.today(), note=note.strip())
        with self._desk.store.write() as unit:
            if study_id:
                before = unit.get(Study, study_id)
                unit.replace(replace(before, name=name, content=content, as_of=made.as_of, note=made.note))
            else:
                unit.add(made)
            return unit.commit("policy_study.kept", name=name)

    def remove(self, study_id: int) -> ChangeSet:
        """Throw a kept policy away."""
        with self._desk.store.write() as unit:
            name = unit.get(Study, study_id).name
            unit.remove(Study, [study_id])
            return unit.commit("policy_study.removed", name=name)

    def _require_tried(self, policy: CreditPolicy) -> None:
        """A rule that cannot be reckoned with is not kept either."""
        segments = [Segment(grade.value, 0, Decimal(0), Decimal(0)) for grade in GRADES]
        try_out(policy, segments, self.assumptions())

    # -- adopting -------------------------------------------------------------------------------

    def adoption(self, policy: CreditPolicy, ground: Ground) -> Adoption:
        """What adopting would do to the grade policy, and to whom; nothing is changed."""
        limits, on = self._desk.limits, self._desk.clock.today()
        before = limits.grade_policy()
        after = adopted(before, policy)
        check_policy(after)
        profile = limits.downturn()
        running = is_running(profile, on)
        sales = {one.customer_id: one.sales for one in ground.segments}
        rows, own = [], 0
        for row in limits.rows(on):
            grade = row.grade
            if grade is None:
                continue
            old, new = before.of(grade), after.of(grade)
            if running:
                was = under(profile, row.customer, grade, old, on)
                will = under(profile, row.customer, grade, new, on)
            else:
                was, will = plain(old), plain(new)
            if was == will and old == new:
                continue
            agreed = row.record is not None and bool(row.record.terms)
            own += agreed and was.terms_days != will.terms_days
            rows.append(
                Affected(
                    row.customer.customer_id,
                    row.customer.name,
                    row.customer.name_en,
                    grade.value,
                    was,
                    will,
                    sales.get(row.customer.customer_id, 0),
                    row.limit_base,
                    _scaled(row.limit_base, policy.of(grade.value)),
                    agreed,
                )
            )
        rows.sort(key=lambda one: (one.grade, -one.sales))
        return Adoption(before, after, tuple(rows), own, not_adopted(policy))

    def adopt(self, policy: CreditPolicy, study_id: int = 0) -> ChangeSet:
        """Make a policy the company's own grade policy; limits follow when they are next granted."""
        before = self._desk.limits.grade_policy()
        after = adopted(before, policy)
        check_policy(after)
        if after == before:
            raise DomainError("credit_policy.nothing_new")
        with self._desk.store.write() as unit:
            put_setting(unit, GRADE_POLICY, policy_as_json(after))
            if study_id:
                unit.replace(replace(unit.get(Study, study_id), state="adopted"))
            return unit.commit("policy_study.adopted", name=policy.name)


def _segment(grade: Grade, sums: Sequence[Decimal], net: int, loss_rate: Decimal) -> Segment:
    """A customer as it is: the days its money is out are what it owes over a day's credit sales."""
    sales, credit, invoiced, day_amounts, discount = sums
    sold, on_credit = max(0, round_minor(sales)), max(Decimal(0), min(credit, sales))
    terms = day_amounts / invoiced if invoiced > 0 else Decimal(0)
    if not sold or not on_credit:
        return Segment(grade.value, sold, Decimal(0), loss_rate, customers=1, prepaid=Decimal(100), stale=net)
    prepaid = Decimal(100) - on_credit * 100 / sold
    days = Decimal(net) * _YEAR / on_credit
    return Segment(
        grade.value,
        sold,
        Decimal(0),
        loss_rate,
        days - terms,
        1,
        terms,
        max(Decimal(0), prepaid),
        discount_cost=min(Decimal(100), max(Decimal(0), discount * 100 / sold)),
    )


def _scaled(limit: int | None, rule: Rule) -> int | None:
    """What a limit comes to by the share that stays; the most per customer is no part of the grade policy."""
    if limit is None or rule.limit_share is None:
        return limit
    return round_minor(limit * rule.limit_share / 100)


def not_adopted(policy: CreditPolicy) -> tuple[str, ...]:
    """What a policy says that the grade policy has no place for, by name."""
    return tuple(
        name
        for name in ("discount", "insured", "cap")
        if any(getattr(rule, name) is not None for rule in policy.rules)
    )


def adopted(before: GradePolicy, policy: CreditPolicy) -> GradePolicy:
    """The grade policy with a policy's terms, deposits and shares of limits in it."""
    return replace(
        before, grades={grade: _terms(before.of(grade), policy.of(grade.value)) for grade in GRADES}
    )


def _terms(before: GradeTerms, rule: Rule) -> GradeTerms:
    share = Decimal(1) if rule.limit_share is None else rule.limit_share / 100
    return replace(
        before,
        terms_days=before.terms_days if rule.terms_days is None else int(round_minor(rule.terms_days)),
        deposit=before.deposit if rule.prepaid is None else rule.prepaid,
        net_worth=before.net_worth * share,
        turnover=before.turnover * share,
        previous_factor=before.previous_factor * share,
    )

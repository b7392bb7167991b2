"""Beginning a policy from a common shape or from last year's, checking it, and comparing policies."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy_check import check as check_terms
from app.domain.policy_check import neighbours
from app.domain.policy_guide import GROUPS, KINDS, Kind
from app.domain.policy_period import Policy, PolicyState
from app.domain.policy_text import CLAUSES, read, to_text
from app.domain.problem import DomainError
from app.domain.review import months_later
from app.services.policy_book import PolicyBook
from app.services.policy_views import ClauseRow, Compared, Comparison, PolicyTemplate

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.policy import PolicyTerms
    from app.domain.problem import Problem

_YEAR = 12


class PolicyShapes(PolicyBook):
    """Templates, renewals, contradictions, comparison."""

    # -- beginning ------------------------------------------------------------------------------

    def templates(self) -> list[PolicyTemplate]:
        """The common shapes; every value is to be checked against one's own policy."""
        told = json.loads(self._desk.templates())
        return [
            PolicyTemplate(
                one["code"],
                {"zh": one["zh"], "en": one["en"]},
                read(one["terms"]),
                one["sources"],
                date.fromisoformat(told["read_on"]),
                one.get("texts", {}),
            )
            for one in told["templates"]
        ]

    def template(self, code: str) -> PolicyTemplate:
        """One of them; ``DomainError("policy.no_template")``."""
        found = next((one for one in self.templates() if one.code == code), None)
        if found is None:
            raise DomainError("policy.no_template", template=code)
        return found

    def from_template(self, code: str, lang: str = "zh") -> Policy:
        """A draft with a template's clauses, each marked as not yet checked; nothing is stored.

        ``save`` keeps it once insurer, number and period are entered.
        """
        found, start = self.template(code), self._desk.clock.today()
        said = tuple(name for name in CLAUSES if name in found.sources or _differs(found.terms, name))
        texts = {name: text[lang] for name, text in found.texts.items() if lang in text}
        terms = replace(read(json.loads(to_text(found.terms)) | texts), unchecked=said)
        end = months_later(start, _YEAR) - timedelta(days=1)
        return Policy(
            InsurancePolicy("", "", start, end, self._desk.reader.base(), "{}", template=code), terms
        )

    def renew(self, policy_id: int) -> Policy:
        """A draft for the period after a policy's, with its clauses and places; nothing is stored."""
        old = self.policy(policy_id)
        if old.following is not None:
            raise DomainError("policy.renewed", number=old.following.record.number)
        record = old.policy.record
        start = old.policy.last_day + timedelta(days=1)
        months = max(1, round(((record.end - record.start).days + 1) / 30.44))
        end = months_later(start, months) - timedelta(days=1)
        fresh = replace(
            record,
            id=0,
            version=0,
            start=start,
            end=end,
            state=PolicyState.DRAFT.value,
            previous_id=record.id,
            ended_on=None,
            checked_on=None,
            note="",
        )
        return Policy(fresh, old.policy.terms)

    def carry_limits(self, policy_id: int, customer_ids: Collection[int] | None = None) -> ChangeSet:
        """Take the limits that held on the predecessor's last day over into a renewal, as decisions of it.

        Insurers usually let named limits run on; a buyer that has a decision under the renewal is left out.
        """
        view = self.policy(policy_id)
        if view.previous is None:
            raise DomainError("policy.no_predecessor", number=view.policy.record.number)
        fresh = self.carried(policy_id, customer_ids)
        with self._desk.store.write() as unit:
            unit.add_all(fresh)
            return unit.commit("buyer_limit.carried", n=len(fresh), number=view.policy.record.number)

    def carried(self, policy_id: int, customer_ids: Collection[int] | None = None) -> list[LimitDecision]:
        """What ``carry_limits`` would add; nothing is stored."""
        view = self.policy(policy_id)
        old, new = view.previous, view.policy
        if old is None or old.record.currency != new.record.currency:
            return []
        today = self._desk.clock.today()
        taken = set(self.limits_of(new, customer_ids, date.max))
        made = {one.id: one for one in self._desk.reader.decisions(customer_ids)}
        found = []
        for customer_id, limits in self.limits_of(old, customer_ids, today).items():
            limit = limits.in_force(old.last_day)
            if limit is None or customer_id in taken:
                continue
            decision = made[limit.decision_id]
            until = decision.until if decision.until and decision.until >= new.record.start else None
            found.append(
                replace(
                    decision,
                    id=0,
                    version=0,
                    policy_id=policy_id,
                    on=min(today, new.record.start),
                    effective=new.record.start,
                    outcome="granted",
                    until=until,
                    fee=0,
                    source=old.record.number,
                )
            )
        return found

    # -- checking -------------------------------------------------------------------------------

    def check(self, terms: PolicyTerms, record: InsurancePolicy) -> list[Problem]:
        """What contradicts itself, is missing or unusual in a policy, errors first.

        Each problem names its clause in ``params["at"]`` ("" for the policy as a whole).
        """
        others = [one for one in self.all() if one.id != record.id]
        found = [*check_terms(terms, record), *neighbours(Policy(record, terms), others)]
        return sorted(found, key=lambda one: one.severity.value)

    # -- comparing ------------------------------------------------------------------------------

    def compare(self, policy_ids: Sequence[int], templates: Sequence[str] = ()) -> Comparison:
        """Policies, and templates beside them, clause by clause; ``differs`` where they disagree."""
        known = {one.id: one for one in self.all()}
        if any(row not in known for row in policy_ids):
            raise DomainError("record.missing")
        columns = (
            *(Compared(known[row].terms, known[row].record.currency, known[row]) for row in policy_ids),
            *(Compared(one.terms, "", template=one) for one in map(self.template, templates)),
        )
        rows = tuple(_row(group.code, name, columns) for group in GROUPS for name in group.clauses)
        return Comparison(columns, rows)


def _differs(terms: PolicyTerms, clause: str) -> bool:
    return bool(getattr(terms, clause) != getattr(type(terms)(), clause))


def _row(group: str, clause: str, columns: Sequence[Compared]) -> ClauseRow:
    values = tuple(getattr(one.terms, clause) for one in columns)
    money = KINDS[clause] is Kind.AMOUNT
    compared = [
        (value, one.currency if money and value else "") for value, one in zip(values, columns, strict=True)
    ]
    where = tuple(one.terms.where.get(clause, "") for one in columns)
    return ClauseRow(group, clause, values, where, any(one != compared[0] for one in compared))

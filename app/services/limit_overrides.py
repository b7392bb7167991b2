"""Overrides of grades: granting them by the rules, ending them, how they turned out, and the register."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from app.domain.credit_record import GradeOverride, StoredAssessment
from app.domain.customer import Customer
from app.domain.override import OverrideOutcome, check_override, notches
from app.domain.problem import DomainError
from app.domain.scorecard import Grade
from app.services.limit_desk import LimitPart
from app.services.limit_views import OverrideRow, Register

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.people import Approval

_TENTH = Decimal("0.1")


class Overrides(LimitPart):
    """Use cases on overrides."""

    def override(self, override: GradeOverride, *, pin: str = "") -> ChangeSet:
        """Give another grade than the score; ``was``, 0 days and blanks are filled in or refused.

        ``pin`` is the approver's, where that person has one.
        """
        today = self._desk.clock.today()
        assessment = self._desk.store.get(StoredAssessment, override.assessment_id)
        valid = self._valid([assessment.customer_id], override.on).get(assessment.customer_id)
        if valid is None or valid.id != assessment.id or override.on > today:
            raise DomainError("override.not_latest")
        running = self._running(assessment.id, override.on)
        if running is not None:
            raise DomainError("override.running", until=running.expires_on)
        approval = self._approval(override.approved_by, Grade(assessment.grade), Grade(override.now), pin)
        clean = replace(
            override,
            customer_id=assessment.customer_id,
            was=assessment.grade,
            reason=override.reason.strip(),
            requested_by=" ".join(override.requested_by.split()),
            approved_by=approval.name,
        )
        firm = self._firm(assessment)
        check_override(clean, valid_until=assessment.valid_until, firm=firm, alone=approval.alone)
        with self._desk.store.write() as unit:
            customer = unit.get(Customer, clean.customer_id)
            unit.add(clean)
            return unit.commit("override.granted", name=customer.name, was=clean.was, now=clean.now)

    def _approval(self, name: str, was: Grade, now: Grade, pin: str) -> Approval:
        """Who lifts a grade must be somebody who may grant something to it as it was; lowering is free."""
        people = self._desk.people
        return people.require_any(name, was, pin) if notches(was, now) > 0 else people.approved(name, pin)

    def end_override(self, override_id: int, on: date | None = None) -> ChangeSet:
        """The score's grade holds again from a day on."""
        day = on or self._desk.clock.today()
        with self._desk.store.write() as unit:
            old = unit.get(GradeOverride, override_id)
            unit.replace(replace(old, expires_on=min(old.expires_on, day - timedelta(1))))
            return unit.commit("override.ended", name=unit.get(Customer, old.customer_id).name)

    def judge_override(self, override_id: int, outcome: str) -> ChangeSet:
        """Note how it turned out; empty takes that back."""
        if outcome and outcome not in set(OverrideOutcome):
            raise DomainError("override.outcome_unknown", outcome=outcome)
        with self._desk.store.write() as unit:
            old = unit.get(GradeOverride, override_id)
            unit.replace(replace(old, outcome=outcome))
            return unit.commit("override.judged", name=unit.get(Customer, old.customer_id).name)

    def register(self, start: date, end: date) -> Register:
        """Overrides of a span of days, and their share of the assessments made in it."""
        found, made = self._desk.reader.register(start, end)
        today = self._desk.clock.today()
        known = self._desk.reader.traits({one.customer_id for one, _name in found})
        names = {customer_id: one.name_en for customer_id, one in known.items()}
        rows = [_row(one, name, names.get(one.customer_id, ""), today) for one, name in found]
        rate = Decimal(len(rows)) * 100 / made if made else None
        return Register(
            tuple(rows),
            made,
            None if rate is None else rate.quantize(_TENTH, rounding=ROUND_HALF_UP),
            Counter(row.override.outcome for row in rows),
            Counter(row.override.approved_by for row in rows),
        )


def _row(one: GradeOverride, name: str, name_en: str, today: date) -> OverrideRow:
    change = notches(Grade(one.was), Grade(one.now))
    return OverrideRow(one, name, change > 0, abs(change), one.on <= today <= one.expires_on, name_en)

"""Duties towards the insurer that were missed by a day: overdue notices and declarations not made in time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.domain.insurance_deadline import add_period, mep_end
from app.domain.notice import told
from app.domain.policy import Anchor, Frequency, LateNotice
from app.domain.turnover_period import period_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.calendar import WorkingDays
    from app.domain.insurance_record import Declaration, InsurerNotice
    from app.domain.policy_period import Policy
    from app.services.cover_views import CoverReader, OpenInvoice


class Duties:
    """What was notified and declared by ``as_of``, asked invoice by invoice."""

    def __init__(
        self,
        policies: Sequence[Policy],
        reader: CoverReader,
        as_of: date,
        calendar: WorkingDays,
        home: str,
    ) -> None:
        self._as_of, self._calendar, self._home = as_of, calendar, home
        self._told: dict[tuple[int, int], list[InsurerNotice]] = defaultdict(list)
        self._declared: dict[int, list[Declaration]] = defaultdict(list)
        self._last_day: dict[tuple[int, date, date], date | None] = {}
        self._undeclared: dict[tuple[int, date], bool] = {}
        if any(one.terms.notify for one in policies):
            for notice in reader.notices(as_of):
                self._told[notice.policy_id, notice.customer_id].append(notice)
        if any(one.terms.declaration is not Frequency.NONE for one in policies):
            for declaration in reader.declarations(as_of):
                self._declared[declaration.policy_id].append(declaration)

    def notified_late(self, policy: Policy, row: OpenInvoice) -> bool:
        """Whether the last day to report this invoice has passed without a notice sent by it."""
        terms = policy.terms
        loses = terms.notify and terms.late_notice is LateNotice.LOSES
        if not loses or row.due >= self._as_of or row.open < terms.notify_minimum:
            return False
        last = self._notify_by(policy, row.due, row.shipped)
        if last is None or last >= self._as_of:
            return False
        sent = self._told.get((policy.id, row.customer_id), ())
        in_time = [one for one in sent if one.sent_on is not None and one.sent_on <= last]
        return not told(in_time, row.document_id, row.issued)

    def _notify_by(self, policy: Policy, due: date, shipped: date) -> date | None:
        from_shipment = any(period.anchor is Anchor.SHIPMENT for period in policy.terms.notify)
        key = (policy.id, due, shipped if from_shipment else due)
        if key not in self._last_day:
            anchors = {Anchor.DUE: due, Anchor.SHIPMENT: shipped}
            if (extended := mep_end(due, policy.terms)) is not None:
                anchors[Anchor.MEP_END] = extended
            days = [
                add_period(anchors[period.anchor], period, self._calendar, self._home)
                for period in policy.terms.notify
                if period.anchor in anchors
            ]
            self._last_day[key] = min(days, default=None)
        return self._last_day[key]

    def undeclared(self, policy: Policy, shipped: date) -> bool:
        """Whether the period of a shipment had to be declared by now and was not."""
        if policy.terms.declaration is Frequency.NONE:
            return False
        key = (policy.id, shipped)
        if key not in self._undeclared:
            self._undeclared[key] = self._not_declared(policy, shipped)
        return self._undeclared[key]

    def _not_declared(self, policy: Policy, shipped: date) -> bool:
        terms = policy.terms
        if terms.declaration_due is None:
            return False
        _, end = period_of(terms.declaration, shipped, policy.record.start, policy.last_day)
        last = add_period(end, terms.declaration_due, self._calendar, self._home)
        if last >= self._as_of:
            return False
        return not any(one.start <= shipped <= one.end for one in self._declared.get(policy.id, ()))

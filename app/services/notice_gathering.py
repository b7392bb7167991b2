"""What notices are made from, gathered: which invoices, how much, by which day, what went before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.company import Company
from app.domain.customer import Customer, Identifier
from app.domain.document import Document, DocumentKind
from app.domain.insurance_deadline import Deadline, deadline, mep_end
from app.domain.insurance_record import InsurerNotice, Shipment
from app.domain.letter import Letter, LetterLine, LetterState
from app.domain.money import Money, convert
from app.domain.notice import (
    NoticeItem,
    NoticeKind,
    anchors_of,
    clause_of,
    document_ids,
    number_of,
    periods_of,
    told,
)
from app.domain.notice_facts import NoticeFacts
from app.domain.policy_period import by_id, policy_for
from app.domain.problem import DomainError
from app.services.notice_views import NoticeView
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from app.domain.calendar import WorkingDays
    from app.domain.clock import Clock
    from app.domain.policy_period import Policy
    from app.services.cover_views import CoverReader, OpenInvoice
    from app.services.notice_views import NoticePress
    from app.services.policies import PolicyService
    from app.services.ports import Store, UnitOfWork
    from app.services.previews import PreviewService

_DEMANDS = frozenset({"reminder", "second", "formal", "final", "hand_over"})


@dataclass(frozen=True, slots=True)
class NoticeDesk:
    """The company file, what is read of it, the rooms that word and print notices and keep files."""

    store: Store
    policies: PolicyService
    reader: CoverReader
    calendar: WorkingDays
    clock: Clock
    press: NoticePress
    previews: Callable[[], PreviewService]
    picture: Callable[[str], bytes | None]
    attach: Callable[[UnitOfWork, str, int, str, bytes], int]


class NoticeGatherer:
    """Gathers; it stores nothing."""

    def __init__(self, desk: NoticeDesk) -> None:
        self._desk = desk

    # -- which invoices -------------------------------------------------------------------------

    def chosen(
        self, policy: Policy, customer_id: int, kind: NoticeKind, wanted: Collection[int] | None
    ) -> list[int]:
        """The invoices of a new notice; ``wanted`` None takes those that fit its kind (``DomainError``)."""
        name = self._desk.store.get(Customer, customer_id).name
        if wanted is not None:
            return sorted(wanted)
        if kind is NoticeKind.WITHDRAWAL:
            earlier = self._earlier(policy.id, customer_id)
            if earlier is None:
                raise DomainError("notice.nothing_to_withdraw", name=name)
            return list(document_ids(earlier.documents))
        today = self._desk.clock.today()
        found = self._under(policy, customer_id, today)
        if kind is NoticeKind.OVERDUE:
            sent = self._sent(policy.id, customer_id)
            late = [row for row in found if row.due < today]
            found = [row for row in late if not told(sent, row.document_id, row.issued)]
            if not found:
                raise DomainError("notice.nothing_overdue", name=name)
        if kind is NoticeKind.REJECTION and not found:
            raise DomainError("notice.no_invoices", name=name)
        return [row.document_id for row in found]

    def require_own(self, record: InsurerNotice) -> None:
        """Refuse invoices of somebody else, and other documents."""
        ids = document_ids(record.documents)
        for one in self._desk.store.find(Document, id=list(ids)) if ids else ():
            if one.customer_id != record.customer_id or one.kind is not DocumentKind.INVOICE:
                name = self._desk.store.get(Customer, record.customer_id).name
                raise DomainError("notice.foreign_invoice", number=one.number, name=name)

    def _under(self, policy: Policy, customer_id: int, as_of: date) -> list[OpenInvoice]:
        """A buyer's open invoices that fall under a policy, the oldest due first."""
        policies = [one for one in self._desk.policies.all() if one.in_use]
        buyer = self._desk.policies.buyers([customer_id]).get(customer_id)
        rows = self._desk.reader.invoices(as_of, [customer_id])
        found = [
            row
            for row in rows
            if buyer is not None
            and (owner := policy_for(policies, buyer, row.shipped)) is not None
            and owner.id == policy.id
        ]
        return sorted(found, key=lambda row: (row.due, row.document_id))

    def _sent(self, policy_id: int, customer_id: int) -> list[InsurerNotice]:
        rows = self._desk.store.find(InsurerNotice, policy_id=policy_id, customer_id=customer_id)
        return [one for one in rows if one.sent_on is not None]

    def _earlier(self, policy_id: int, customer_id: int, before: int = 0) -> InsurerNotice | None:
        """The last notice that was sent and is no withdrawal (``before`` a later one of that id)."""
        found = [
            one
            for one in self._sent(policy_id, customer_id)
            if one.kind != NoticeKind.WITHDRAWAL and (not before or one.id < before)
        ]
        return max(found, key=lambda one: (one.sent_on or one.known_on, one.id), default=None)

    # -- views ----------------------------------------------------------------------------------

    def views(self, records: Sequence[InsurerNotice]) -> list[NoticeView]:
        """Notices with all that is said of them."""
        policies = by_id(self._desk.policies.all())
        ids = list({one.customer_id for one in records})
        customers = {one.id: one for one in self._desk.store.find(Customer, id=ids)} if ids else {}
        items = self._items(records)
        found = []
        for one in records:
            policy, own = policies[one.policy_id], items[one]
            found.append(
                NoticeView(
                    one,
                    number_of(one),
                    policy,
                    customers[one.customer_id],
                    own,
                    totals(own),
                    self._day(one),
                    self._deadline(one, policy, own),
                )
            )
        return found

    def _day(self, record: InsurerNotice) -> date:
        return record.sent_on or self._desk.clock.today()

    def _items(self, records: Sequence[InsurerNotice]) -> dict[InsurerNotice, tuple[NoticeItem, ...]]:
        """The invoices of each notice as they stood on its day; paid ones stand only in a withdrawal."""
        by_day: dict[date, set[int]] = defaultdict(set)
        for one in records:
            by_day[self._day(one)].add(one.customer_id)
        open_rows = {
            (day, row.document_id): row
            for day, ids in by_day.items()
            for row in self._desk.reader.invoices(day, ids)
        }
        found = {}
        for one in records:
            rows = [open_rows.get((self._day(one), row_id)) for row_id in document_ids(one.documents)]
            items = [_item(row) for row in rows if row is not None]
            if one.kind == NoticeKind.WITHDRAWAL:
                known = {item.document_id for item in items}
                items += self._settled([row for row in document_ids(one.documents) if row not in known])
            found[one] = tuple(sorted(items, key=lambda item: (item.due, item.number)))
        return found

    def _settled(self, ids: Sequence[int]) -> list[NoticeItem]:
        """Invoices that are paid by now."""
        if not ids:
            return []
        facts = {row.document_id: row for row in self._desk.store.find(Shipment, document_id=list(ids))}
        found = []
        for one in self._desk.store.find(Document, id=list(ids)):
            sent = facts[one.id].shipped_on if one.id in facts else None
            found.append(
                NoticeItem(
                    one.id,
                    one.number,
                    one.doc_date,
                    sent or one.doc_date,
                    one.due_date or one.doc_date,
                    one.currency,
                    0,
                )
            )
        return found

    def _deadline(
        self, record: InsurerNotice, policy: Policy, items: Sequence[NoticeItem]
    ) -> Deadline | None:
        """The last day to tell, of the invoice whose day comes first; small debts need no notice."""
        kind, terms = NoticeKind(record.kind), policy.terms
        periods = periods_of(kind, terms)
        if not periods:
            return None
        overdue = kind is NoticeKind.OVERDUE
        counted = [one for one in items if not overdue or one.open >= terms.notify_minimum]
        where = terms.where.get(clause_of(kind), "")
        found = []
        for one in [*counted, *([] if overdue else [None])]:
            extended = mep_end(one.due, terms) if one is not None else None
            anchors = anchors_of(one, record.known_on, extended)
            made = deadline(
                periods, anchors, terms, self._desk.calendar, self._desk.policies.home(), clause=where
            )
            if made is not None:
                found.append(made)
        return min(found, key=lambda made: made.day, default=None)

    # -- sums -----------------------------------------------------------------------------------

    def summed(self, record: InsurerNotice) -> InsurerNotice:
        """With the amount it is about: in its invoices' currency, of several in the policy's.

        Without a rate an invoice is not in the sum; the paper lists every currency by itself.
        """
        sums = totals(self._items([record])[record])
        if len(sums) == 1:
            return replace(record, currency=sums[0].currency, amount=sums[0].minor)
        policy = self._desk.policies.policy(record.policy_id).policy
        currency, day = policy.record.currency, self._day(record)
        rates = RateBook(self._desk.reader.rates(), self._desk.reader.base())
        amount = 0
        for one in sums:
            rate = rates.cross(one.currency, currency, day)
            amount += convert(one.minor, one.currency, currency, rate) if rate is not None else 0
        return replace(record, currency=currency, amount=amount)

    # -- facts ----------------------------------------------------------------------------------

    def facts(self, record: InsurerNotice) -> NoticeFacts:
        """Everything its paper may speak of."""
        store = self._desk.store
        [view] = self.views([record])
        company = store.find(Company)[0]
        identifiers = store.find(Identifier, customer_id=record.customer_id)
        reminders, reminded_on = self._reminded([item.document_id for item in view.items], view.as_of)
        earlier = None
        if record.kind == NoticeKind.WITHDRAWAL:
            earlier = self._earlier(record.policy_id, record.customer_id, record.id)
        return NoticeFacts(
            record,
            view.number,
            view.as_of,
            view.policy,
            company,
            view.customer,
            identifiers[0].value if identifiers else "",
            view.items,
            view.totals,
            self._limit(view),
            view.deadline,
            reminders,
            reminded_on,
            earlier,
            number_of(earlier) if earlier is not None else "",
            self._desk.picture(company.logo) if company.logo else None,
            self._desk.picture(company.seal) if company.seal else None,
        )

    def _limit(self, view: NoticeView) -> Money | None:
        """The limit the oldest shipment of the notice counts against, or today's."""
        shipped = min((item.shipped for item in view.items), default=view.as_of)
        known = self._desk.policies.limits_of(view.policy, [view.customer.id], view.as_of)
        limits = known.get(view.customer.id)
        limit = limits.in_force(shipped) if limits is not None else None
        return Money(limit.amount, view.policy.record.currency) if limit is not None else None

    def _reminded(self, ids: Sequence[int], on: date) -> tuple[int, date | None]:
        """How many of our letters asked for any of these invoices by a day, and when the last did."""
        if not ids:
            return 0, None
        lines = self._desk.store.find(LetterLine, document_id=list(ids))
        letters = list({line.letter_id for line in lines})
        sent = self._desk.store.find(Letter, id=letters, state=LetterState.SENT) if letters else []
        days = [one.sent_on for one in sent if one.template in _DEMANDS and one.sent_on and one.sent_on <= on]
        return len(days), max(days, default=None)


def totals(items: Iterable[NoticeItem]) -> tuple[Money, ...]:
    """What is open of invoices, by currency."""
    sums: dict[str, int] = defaultdict(int)
    for item in items:
        sums[item.currency] += item.open
    return tuple(Money(minor, currency) for currency, minor in sums.items())


def _item(row: OpenInvoice) -> NoticeItem:
    return NoticeItem(
        row.document_id,
        row.number,
        row.issued,
        row.shipped,
        row.due,
        row.currency,
        row.open,
        row.disputed,
    )

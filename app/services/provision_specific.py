"""Debts provided for by themselves: on record, proposed by what is known, ripe to be given up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.calendar import day_of_month
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.measure_record import SpecificProvision
from app.domain.problem import DomainError
from app.domain.provision_sheet import Proposal, WriteOffDue
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.provision_policy import Note
    from app.services.provision_ports import Debtor, OpenPart, ProvisionDesk

_WHOLE = 100
_INSOLVENT = "insolvent"


class SpecificDebts:
    """Use cases on specific provisions."""

    def __init__(self, desk: ProvisionDesk) -> None:
        self._desk = desk

    def all(self) -> list[SpecificProvision]:
        """Every one on record, the newest first."""
        found = self._desk.store.find(SpecificProvision)
        return sorted(found, key=lambda one: (one.start, one.id), reverse=True)

    def in_force(self, as_of: date) -> list[SpecificProvision]:
        """Those of a day, the oldest first."""
        found = [
            one for one in self.all() if one.start <= as_of and (one.until is None or as_of <= one.until)
        ]
        return found[::-1]

    # -- keeping --------------------------------------------------------------------------------

    def save(self, record: SpecificProvision) -> ChangeSet:
        """Enter or change one; a debt is provided for once at a time."""
        kept = replace(record, reason=record.reason.strip(), note=record.note.strip())
        if not kept.share.is_finite() or not 0 <= kept.share <= _WHOLE:
            raise DomainError("provision.specific_share", share=kept.share)
        if not kept.reason:
            raise DomainError("provision.specific_reason")
        if kept.until is not None and kept.until < kept.start:
            raise DomainError("provision.specific_until", start=kept.start, until=kept.until)
        with self._desk.store.write() as unit:
            customer = unit.get(Customer, kept.customer_id)
            if kept.document_id is not None:
                document = unit.get(Document, kept.document_id)
                if document.customer_id != customer.id or document.kind is not DocumentKind.INVOICE:
                    raise DomainError("provision.specific_document", number=document.number)
            for other in unit.find(SpecificProvision, customer_id=kept.customer_id):
                if other.id != kept.id and other.document_id == kept.document_id and _meet(other, kept):
                    raise DomainError("provision.specific_twice", start=other.start)
            if kept.id:
                unit.replace(kept)
            else:
                unit.add(kept)
            return unit.commit("provision.specific_saved", name=customer.name)

    def end(self, record_id: int, until: date) -> ChangeSet:
        """Let one hold up to and including a day."""
        return self.save(replace(self._desk.store.get(SpecificProvision, record_id), until=until))

    def remove(self, record_id: int) -> ChangeSet:
        """Take one out."""
        with self._desk.store.write() as unit:
            old = unit.get(SpecificProvision, record_id)
            name = unit.get(Customer, old.customer_id).name
            unit.remove(SpecificProvision, [record_id])
            return unit.commit("provision.specific_removed", name=name)

    # -- proposing ------------------------------------------------------------------------------

    def proposals(self, as_of: date) -> list[Proposal]:
        """Customers insolvent, handed over or with a serious event on file; invoices in dispute."""
        debts = _Debts(self._desk, as_of)
        held = self.in_force(as_of)
        whole = {one.customer_id for one in held if not one.document_id}
        single = {one.document_id for one in held if one.document_id}
        found = [
            one
            for one in (*self._customers(debts, as_of, whole), *self._disputes(debts, as_of))
            if one.customer_id not in whole and one.document_id not in single and one.amount > 0
        ]
        told = {one.customer_id for one in found if not one.document_id}
        kept = [one for one in found if not one.document_id or one.customer_id not in told]
        return sorted(kept, key=lambda one: (-one.amount, one.customer_id, one.document_id))

    def _customers(self, debts: _Debts, as_of: date, done: set[int]) -> Iterator[Proposal]:
        events = self._desk.reader.serious_events(as_of)
        for customer_id, amount in debts.by_customer.items():
            debtor = debts.debtors.get(customer_id)
            if debtor is None or customer_id in done:
                continue
            rule, since = _rule(debtor, events.get(customer_id), as_of)
            if rule:
                yield Proposal(
                    customer_id,
                    debtor.name,
                    rule,
                    self._share(rule),
                    amount,
                    since,
                    customer_en=debtor.name_en,
                )

    def _disputes(self, debts: _Debts, as_of: date) -> Iterator[Proposal]:
        disputed = self._desk.reader.disputed(as_of)
        for document_id, (part, amount) in debts.by_document.items():
            if document_id in disputed:
                since, _ = disputed[document_id]
                name, english = debts.names(part.customer_id)
                share = self._share("dispute")
                yield Proposal(
                    part.customer_id, name, "dispute", share, amount, since, document_id, part.number, english
                )

    def _share(self, rule: str) -> Decimal:
        return self._desk.examples().shares.get(rule, Decimal(_WHOLE))

    # -- direct write-off -----------------------------------------------------------------------

    def write_offs_due(self, as_of: date, income: int) -> list[WriteOffDue]:
        """Invoices with a ground on which they may be given up."""
        debts = _Debts(self._desk, as_of)
        examples = self._desk.examples()
        old, small = examples.note("tax_overdue"), examples.note("tax_small")
        events = self._desk.reader.serious_events(as_of)
        found = []
        for document_id, (part, amount) in debts.by_document.items():
            debtor = debts.debtors.get(part.customer_id)
            rule = _rule(debtor, events.get(part.customer_id), as_of)[0] if debtor is not None else ""
            grounds: tuple[str, ...] = (_INSOLVENT,) if rule == _INSOLVENT else ()
            if _overdue_years(part.first_due, old, "years", as_of):
                grounds = (*grounds, "tax_overdue")
            if _overdue_years(part.first_due, small, "years", as_of) and _is_small(
                amount, small, income, debts.unit
            ):
                grounds = (*grounds, "tax_small")
            if grounds:
                name, english = debts.names(part.customer_id)
                due = part.first_due
                found.append(
                    WriteOffDue(
                        document_id, part.customer_id, name, part.number, due, amount, grounds, english
                    )
                )
        return sorted(found, key=lambda one: (-one.amount, one.document_id))


class _Debts:
    """What is open on a day by customer and by invoice, base currency; without a rate it is left out."""

    def __init__(self, desk: ProvisionDesk, as_of: date) -> None:
        base = desk.reader.base()
        self.unit = base
        rates = RateBook(desk.reader.rates(), base)
        parts = [one for one in desk.reader.parts(as_of) if one.kind == DocumentKind.INVOICE]
        self.debtors: Mapping[int, Debtor] = desk.reader.debtors({one.customer_id for one in parts})
        grouped: dict[int, list[OpenPart]] = defaultdict(list)
        for one in parts:
            grouped[one.document_id].append(one)
        self.by_document: dict[int, tuple[OpenPart, int]] = {}
        self.by_customer: dict[int, int] = defaultdict(int)
        for document_id, own in grouped.items():
            amount = rates.in_base(sum(one.open for one in own), own[0].currency, as_of)
            if amount is not None:
                self.by_document[document_id] = (own[0], amount)
                self.by_customer[own[0].customer_id] += amount

    def names(self, customer_id: int) -> tuple[str, str]:
        """The customer's name and its English one."""
        found = self.debtors.get(customer_id)
        return (found.name, found.name_en) if found is not None else ("", "")


def _rule(debtor: Debtor, event: date | None, as_of: date) -> tuple[str, date | None]:
    """Why a customer ought to be looked at by itself, by the day: the gravest first."""
    since = debtor.status_since
    if debtor.status == _INSOLVENT and (since is None or since <= as_of):
        return _INSOLVENT, since
    if event is not None:
        return "event", event
    if debtor.handed_to and (debtor.handed_on is None or debtor.handed_on <= as_of):
        return f"handed_{debtor.handed_to}", debtor.handed_on
    return "", None


def _meet(one: SpecificProvision, other: SpecificProvision) -> bool:
    ends_first = one.until is not None and one.until < other.start
    begins_after = other.until is not None and other.until < one.start
    return not ends_first and not begins_after


def _overdue_years(due: date, note: Note | None, name: str, as_of: date) -> bool:
    if note is None or name not in note.figures:
        return False
    years = int(note.figures[name])
    return as_of > day_of_month(due.year + years, due.month, due.day)


def _is_small(amount: int, note: Note | None, income: int, base: str) -> bool:
    """At or below the fixed sum, or the share of a year's income."""
    if note is None:
        return False
    fixed = note.figures.get("amount")
    share = note.figures.get("income_share")
    within = fixed is not None and base == "CNY" and amount <= int(fixed * _WHOLE)
    return within or (share is not None and income > 0 and amount <= income * share)

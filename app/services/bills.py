"""Bills and post-dated cheques: received, held, passed on, cleared, bounced, handed back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.allocation import Proposal, by_oldest, check_within
from app.domain.bill import Bill, BillCover, BillEnd, BillPass
from app.domain.changes import ChangeSet
from app.domain.customer import Customer
from app.domain.document import DEBITS, Document, DocumentKind, Instalment
from app.domain.entry import EARLIEST, LATEST, MOST
from app.domain.money import CURRENCIES, Money
from app.domain.problem import DomainError
from app.services.numbering import free_number
from app.services.reversal import left_to_take_back, take_back
from app.services.settling import left_open, open_debits, settle

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.bill_views import BillReader
    from app.services.document_views import DocumentReader
    from app.services.ports import Store, UnitOfWork


class BillState(StrEnum):
    """Where a bill is on a day."""

    HELD = "held"
    DISCOUNTED = "discounted"
    ENDORSED = "endorsed"
    CLEARED = "cleared"
    BOUNCED = "bounced"
    HANDED_BACK = "handed_back"


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of the bill list; ``days`` to its due date on the asked day (negative: past)."""

    bill: Bill
    state: BillState
    customer: str
    days: int
    covered: int
    numbers: str


@dataclass(frozen=True, slots=True)
class CoverRow:
    """An invoice that a bill is for: what the bill covers of it and what is open of it now."""

    cover: BillCover
    number: str
    due_date: date | None
    open: int


@dataclass(frozen=True, slots=True)
class BillDetail:
    """A bill with the invoices it is for."""

    row: BillRow
    covers: tuple[CoverRow, ...]
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class BillQuery:
    """Which bills; ``state`` None means all. Ordered by due date."""

    customer_id: int | None = None
    state: BillState | None = None
    text: str = ""
    as_of: date | None = None


_ALL = BillQuery()


def state_on(bill: Bill, day: date) -> BillState:
    """Where a bill is on a day; before it was received it counts as held."""
    if bill.ended_on is not None and bill.ended_on <= day:
        return BillState(bill.ended_how)
    if bill.passed_on is not None and bill.passed_on <= day:
        return BillState(bill.passed_how)
    return BillState.HELD


class BillService:
    """Use cases on bills; one call, one change set."""

    def __init__(self, store: Store, reader: BillReader, documents: DocumentReader, clock: Clock) -> None:
        self._store = store
        self._reader = reader
        self._documents = documents
        self._clock = clock

    def ids(self, query: BillQuery = _ALL) -> list[int]:
        """Ids of the bills that fit, the earliest due first."""
        found = self._reader.ids(query.customer_id, query.text)
        if query.state is None and query.as_of is None:
            return found
        day = query.as_of or self._clock.today()
        bills = {one.id: one for one in self._store.find(Bill, id=found)}
        return [
            row_id
            for row_id in found
            if (query.as_of is None or bills[row_id].received_on <= day)
            and query.state in {None, state_on(bills[row_id], day)}
        ]

    def rows(self, ids: Sequence[int], as_of: date | None = None) -> list[BillRow]:
        """The list's rows of these ids, in their order, as of a day (None: today)."""
        day = as_of or self._clock.today()
        bills = {one.id: one for one in self._store.find(Bill, id=list(ids))}
        covers: dict[int, list[BillCover]] = defaultdict(list)
        for cover in self._store.find(BillCover, bill_id=list(bills)):
            covers[cover.bill_id].append(cover)
        owners = {one.customer_id for one in bills.values()}
        names = {one.id: one.name for one in self._store.find(Customer, id=owners)}
        wanted = {cover.document_id for several in covers.values() for cover in several}
        numbers = {one.id: one.number for one in self._store.find(Document, id=wanted)}
        return [
            BillRow(
                bill := bills[row_id],
                state_on(bill, day),
                names.get(bill.customer_id, ""),
                (bill.due_on - day).days,
                sum(cover.amount for cover in covers[row_id]),
                ", ".join(numbers.get(cover.document_id, "") for cover in covers[row_id]),
            )
            for row_id in ids
            if row_id in bills
        ]

    def detail(self, bill_id: int, as_of: date | None = None) -> BillDetail:
        """A bill with what it covers."""
        bill = self._store.get(Bill, bill_id)
        [row] = self.rows([bill_id], as_of)
        covers = self._store.find(BillCover, bill_id=bill_id)
        documents = {one.id: one for one in self._store.find(Document, id={c.document_id for c in covers})}
        parts = {one.id: one for one in self._store.find(Instalment, document_id=list(documents))}
        receipt = self._store.find(Document, id=bill.receipt_id) if bill.receipt_id else []
        shown = [
            CoverRow(cover, of.number, part.due_date if part else of.due_date, part.open if part else of.open)
            for cover in covers
            if (of := documents.get(cover.document_id)) is not None
            for part in [parts.get(cover.instalment_id or 0)]
        ]
        return BillDetail(row, tuple(shown), receipt[0].number if receipt else "")

    def propose(self, customer_id: int, currency: str, amount: int) -> list[Proposal]:
        """What a bill would cover, the oldest due first, leaving out what other bills cover."""
        debits = self._documents.open_debits(customer_id, currency)
        taken = dict(self._reader.held_by_document([one.id for one in debits], self._clock.today()))
        free = []
        for debit in debits:
            parts = []
            for part in debit.parts:
                share = min(part.open, taken.get(debit.id, 0))
                taken[debit.id] = taken.get(debit.id, 0) - share
                parts.append(replace(part, open=part.open - share))
            free.append(replace(debit, parts=tuple(parts)))
        return by_oldest(amount, free)

    def receive(self, bill: Bill, covers: Sequence[BillCover] = ()) -> ChangeSet:
        """Take a bill in; it is held and pays nothing yet. ``covers`` need no ``bill_id``."""
        with self._store.write() as uow:
            clean = self._checked(uow, bill, covers)
            bill_id = uow.add(clean)
            uow.add_all([replace(cover, bill_id=bill_id, id=0) for cover in covers])
            return uow.commit("bill.received", **_named(clean))

    def edit(self, bill: Bill, covers: Sequence[BillCover] | None = None) -> ChangeSet:
        """Correct a bill that is still held."""
        with self._store.write() as uow:
            old = _held(uow.get(Bill, bill.id))
            kept = uow.find(BillCover, bill_id=bill.id)
            clean = self._checked(uow, bill, kept if covers is None else covers)
            fixed = {
                "passed_on": None,
                "ended_on": None,
                "receipt_id": old.receipt_id,
                "passed_how": "",
                "ended_how": "",
            }
            uow.replace(replace(clean, id=old.id, **fixed))  # type: ignore[arg-type]
            if covers is not None:
                uow.remove(BillCover, [cover.id for cover in kept])
                uow.add_all([replace(cover, bill_id=old.id, id=0, version=0) for cover in covers])
            return uow.commit("bill.edited", **_named(clean))

    def remove(self, bill_id: int) -> ChangeSet:
        """Remove a bill entered by mistake; only while it is held."""
        with self._store.write() as uow:
            bill = _held(uow.get(Bill, bill_id))
            uow.remove(BillCover, [cover.id for cover in uow.find(BillCover, bill_id=bill_id)])
            uow.remove(Bill, [bill_id])
            return uow.commit("bill.removed", **_named(bill))

    def _checked(self, uow: UnitOfWork, bill: Bill, covers: Sequence[BillCover]) -> Bill:
        clean = replace(bill, number=bill.number.strip(), currency=bill.currency.strip().upper())
        uow.get(Customer, clean.customer_id)
        if not clean.number:
            raise DomainError("bill.number_missing")
        if clean.currency not in CURRENCIES:
            raise DomainError("money.unknown_currency", currency=clean.currency)
        if clean.amount <= 0:
            raise DomainError("amount.not_positive", number=clean.number)
        if clean.amount > MOST:
            raise DomainError("amount.too_large", amount=Money(clean.amount, clean.currency))
        if clean.due_on < clean.received_on and clean.due_on < (clean.issued_on or clean.received_on):
            raise DomainError("bill.due_too_early", number=clean.number, due=clean.due_on)
        for day in (clean.received_on, clean.due_on):
            if not EARLIEST <= day <= LATEST:
                raise DomainError("document.bad_date", date=day, earliest=EARLIEST, latest=LATEST)
        if any(one.id != clean.id for one in uow.find(Bill, number=clean.number, acceptor=clean.acceptor)):
            raise DomainError("bill.number_taken", number=clean.number)
        self._check_covers(uow, clean, covers)
        return clean

    @staticmethod
    def _check_covers(uow: UnitOfWork, bill: Bill, covers: Sequence[BillCover]) -> None:
        total = sum(cover.amount for cover in covers)
        if total > bill.amount:
            over = {"amount": Money(bill.amount, bill.currency), "covered": Money(total, bill.currency)}
            raise DomainError("bill.covers_too_much", number=bill.number, **over)
        left: dict[int, int] = {}
        for cover in covers:
            debit = uow.get(Document, cover.document_id)
            if debit.kind not in DEBITS or debit.customer_id != bill.customer_id:
                raise DomainError("bill.cover_other", number=bill.number, document=debit.number)
            if debit.currency != bill.currency:
                raise DomainError("allocation.currencies", debit=debit.currency, credit=bill.currency)
            check_within(cover.amount, left.setdefault(debit.id, debit.open), debit)
            left[debit.id] -= cover.amount
            if cover.instalment_id and not uow.find(Instalment, id=cover.instalment_id, document_id=debit.id):
                raise DomainError("plan.no_such_part", number=debit.number)

    def discount(self, bill_id: int, on: date, charge: int, to: str = "") -> ChangeSet:
        """Sold to a bank for ``charge`` (minor units, ours to bear): it pays with recourse from that day."""
        bill = self._store.get(Bill, bill_id)
        if not 0 <= charge < bill.amount:
            most = Money(bill.amount, bill.currency)
            raise DomainError("bill.bad_charge", charge=Money(charge, bill.currency), amount=most)
        return self._pass_on(bill_id, on, BillPass.DISCOUNTED, to, charge)

    def endorse(self, bill_id: int, on: date, to: str = "") -> ChangeSet:
        """Passed on to a creditor of ours: it pays with recourse from that day."""
        return self._pass_on(bill_id, on, BillPass.ENDORSED, to, 0)

    def _pass_on(self, bill_id: int, on: date, how: BillPass, to: str, charge: int) -> ChangeSet:
        with self._store.write() as uow:
            bill = _held(uow.get(Bill, bill_id))
            _require_after(bill, on)
            receipt = self._pay(uow, bill, on)
            uow.replace(
                replace(
                    bill,
                    passed_on=on,
                    passed_how=how.value,
                    passed_to=to.strip(),
                    charge=charge,
                    receipt_id=receipt.id,
                )
            )
            return uow.commit(f"bill.{how.value}", **_named(bill))

    def clear(self, bill_id: int, on: date) -> ChangeSet:
        """Paid by its acceptor: a receipt of that day, or the recourse on a passed bill ends."""
        with self._store.write() as uow:
            bill = _unended(uow.get(Bill, bill_id))
            _require_after(bill, on)
            paid = bill if bill.passed_on else replace(bill, receipt_id=self._pay(uow, bill, on).id)
            uow.replace(replace(paid, ended_on=on, ended_how=BillEnd.CLEARED.value))
            return uow.commit("bill.cleared", **_named(bill))

    def bounce(self, bill_id: int, on: date, reason: str = "") -> ChangeSet:
        """Not paid: what it paid or covered stands open at its original due date."""
        with self._store.write() as uow:
            bill = _unended(uow.get(Bill, bill_id))
            _require_after(bill, on)
            paid = uow.find(Document, id=bill.receipt_id) if bill.receipt_id else []
            if paid and left_to_take_back(uow, paid[0]):
                number = self._number(DocumentKind.REFUND, on)
                take_back(uow, paid[0], on, number, reference=bill.number, note=reason.strip())
            uow.replace(self._ended(bill, on, BillEnd.BOUNCED, reason))
            return uow.commit("bill.bounced", **_named(bill))

    def hand_back(self, bill_id: int, on: date, reason: str = "") -> ChangeSet:
        """Given back to the customer before it paid anything."""
        with self._store.write() as uow:
            bill = _held(uow.get(Bill, bill_id))
            _require_after(bill, on)
            uow.replace(self._ended(bill, on, BillEnd.HANDED_BACK, reason))
            return uow.commit("bill.handed_back", **_named(bill))

    @staticmethod
    def _ended(bill: Bill, on: date, how: BillEnd, reason: str) -> Bill:
        note = "；".join(text for text in (bill.note, reason.strip()) if text)
        return replace(bill, ended_on=on, ended_how=how.value, note=note)

    def _number(self, kind: DocumentKind, on: date) -> str:
        return free_number(self._documents.numbers_like, kind, on)

    def _pay(self, uow: UnitOfWork, bill: Bill, on: date) -> Document:
        """The receipt of a bill, set against what it covers as far as that is still open."""
        draft = Document(
            bill.customer_id,
            DocumentKind.RECEIPT,
            self._number(DocumentKind.RECEIPT, on),
            on,
            bill.currency,
            bill.amount,
            reference=bill.number,
            note=bill.acceptor or bill.drawer,
        )
        receipt = uow.get(Document, uow.add(draft))
        for cover in uow.find(BillCover, bill_id=bill.id):
            found = uow.find(Document, id=cover.document_id)
            if not found:
                continue
            [standing] = open_debits(uow, found)
            parts = [p.open for p in standing.parts if cover.instalment_id in {None, p.instalment_id}]
            amount = min(cover.amount, sum(parts), left_open(uow, receipt))
            if amount > 0:
                settle(uow, receipt, found[0], amount, instalment_id=cover.instalment_id)
        return receipt

    def held(self, as_of: date) -> Mapping[tuple[int, str], int]:
        """What bills held on a day come to, per customer and currency, minor units."""
        return self._reader.held(as_of)

    def held_by_document(self, ids: Sequence[int], as_of: date) -> Mapping[int, int]:
        """How much of these documents bills held on a day cover, minor units."""
        return self._reader.held_by_document(ids, as_of)

    def due(self, as_of: date, within: int = 0) -> list[BillRow]:
        """Bills held whose due date is at most ``within`` days ahead, the earliest first."""
        held = self.rows(self.ids(BillQuery(state=BillState.HELD, as_of=as_of)), as_of)
        return [row for row in held if row.days <= within]


def _held(bill: Bill) -> Bill:
    if bill.passed_on is not None or bill.ended_on is not None:
        raise DomainError("bill.not_held", number=bill.number)
    return bill


def _unended(bill: Bill) -> Bill:
    if bill.ended_on is not None:
        raise DomainError("bill.ended", number=bill.number)
    return bill


def _require_after(bill: Bill, on: date) -> None:
    earliest = max(day for day in (bill.received_on, bill.passed_on) if day is not None)
    if on < earliest:
        raise DomainError("bill.too_early", number=bill.number, on=on, earliest=earliest)


def _named(bill: Bill) -> dict[str, object]:
    return {"number": bill.number, "amount": str(Money(bill.amount, bill.currency))}

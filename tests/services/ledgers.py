"""Small ledgers for tests: made by hand or drawn by hypothesis, and aged by plain counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from hypothesis import strategies as st

from app.domain.customer import Customer
from app.domain.document import CREDITS, DEBITS, Allocation, Dispute, Document, DocumentKind, Instalment
from app.storage.store import SqlStore

START = date(2025, 1, 1)
SPAN = 360


@dataclass
class Ledger:
    """What is in the file, numbered as it is stored: the first customer is 1, and so on."""

    customers: list[Customer] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    instalments: list[Instalment] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)

    def write(self, store: SqlStore) -> None:
        """Store everything in one set."""
        with store.write() as unit:
            for values in (
                self.customers,
                self.documents,
                self.instalments,
                self.allocations,
                self.disputes,
            ):
                if values:
                    unit.add_all(list(values))
            unit.commit("test.ledger")

    def open_on(self, day: date) -> dict[tuple[int, str], dict[str, int]]:
        """Plain counting: per customer and currency the balance, open debits by item, and credits."""
        found: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for number, document in enumerate(self.documents, 1):
            if document.doc_date > day:
                continue
            key = found[document.customer_id, document.currency]
            sign = 1 if document.kind in DEBITS else -1
            key["balance"] += sign * document.amount
            for name, amount in self._parts(number, document, day):
                key[name] += amount
        for each in self.allocations:
            debit, credit = self.documents[each.debit_id - 1], self.documents[each.credit_id - 1]
            if each.date <= day and debit.currency != credit.currency:
                found[debit.customer_id, debit.currency]["balance"] -= each.amount
                found[credit.customer_id, credit.currency]["balance"] += each.credit_amount
        return found

    def _parts(self, number: int, document: Document, day: date) -> list[tuple[str, int]]:
        made = [each for each in self.allocations if each.date <= day]
        if document.kind in CREDITS:
            used = sum(each.credit_amount for each in made if each.credit_id == number)
            name = "receipts" if document.kind is DocumentKind.RECEIPT else "credit_notes"
            return [(name, used - document.amount)]
        if not document.has_plan:
            used = sum(each.amount for each in made if each.debit_id == number)
            due = document.due_date or document.doc_date
            return [(f"age {(day - due).days}", document.amount - used)]
        return [
            (
                f"age {(day - part.due_date).days}",
                part.amount - sum(each.amount for each in made if each.instalment_id == place),
            )
            for place, part in enumerate(self.instalments, 1)
            if part.document_id == number
        ]


def invoice(
    on: date, amount: int, due: date | None = None, customer: int = 1, currency: str = "CNY", number: str = ""
) -> Document:
    return Document(
        customer, DocumentKind.INVOICE, number or f"INV-{on:%m%d}-{amount}", on, currency, amount, due
    )


def credit(kind: DocumentKind, on: date, amount: int, customer: int = 1, currency: str = "CNY") -> Document:
    return Document(customer, kind, f"{kind}-{on:%m%d}-{amount}", on, currency, amount)


def receipt(on: date, amount: int, customer: int = 1, currency: str = "CNY") -> Document:
    return credit(DocumentKind.RECEIPT, on, amount, customer, currency)


def allocated(ledger: Ledger, debit: int, credit_id: int, amount: int, on: date | None = None) -> Allocation:
    """An allocation between two documents of the ledger on the later of their days."""
    days = (ledger.documents[debit - 1].doc_date, ledger.documents[credit_id - 1].doc_date)
    return Allocation(debit, credit_id, on or max(days), amount, amount)


def _after(day: date, days: int) -> date:
    return day + timedelta(days)


DAYS = st.integers(0, SPAN).map(lambda n: START + timedelta(n))
AMOUNTS = st.integers(1, 100_000)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Customers, currencies, plans, credits, part allocations and disputes, lawfully."""
    ledger = Ledger([Customer(f"客户{n}", code=f"C{n}") for n in range(1, draw(st.integers(1, 3)) + 1)])
    people, money = st.integers(1, len(ledger.customers)), st.sampled_from(["CNY", "USD", "JPY"])
    for _ in range(draw(st.integers(0, 7))):
        on = draw(DAYS)
        due = draw(st.none() | st.integers(-5, 120).map(partial(_after, on)))
        one = invoice(on, draw(AMOUNTS), due, draw(people), draw(money), f"I{len(ledger.documents)}")
        if one.amount > 1 and draw(st.booleans()):
            one = replace(one, has_plan=True)
        ledger.documents.append(one)
        if one.has_plan:
            number, first = len(ledger.documents), draw(st.integers(1, one.amount - 1))
            for seq, part in enumerate((first, one.amount - first), 1):
                ledger.instalments.append(Instalment(number, seq, on + timedelta(30 * seq), part))
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from([DocumentKind.RECEIPT, DocumentKind.CREDIT_NOTE]))
        ledger.documents.append(credit(kind, draw(DAYS), draw(AMOUNTS), draw(people), draw(money)))
    _allocate(draw, ledger)
    debits = [n for n, each in enumerate(ledger.documents, 1) if each.kind in DEBITS]
    for number in draw(st.lists(st.sampled_from(debits), max_size=2, unique=True)) if debits else []:
        opened = draw(DAYS)
        closed = draw(st.none() | st.integers(0, 90).map(partial(_after, opened)))
        amount = draw(st.none() | AMOUNTS)
        ledger.disputes.append(Dispute(number, opened, amount, closed))
    return ledger


def _allocate(draw: st.DrawFn, ledger: Ledger) -> None:
    left = {n: each.amount for n, each in enumerate(ledger.documents, 1)}
    parts = {n: each.amount for n, each in enumerate(ledger.instalments, 1)}
    for number, one in enumerate(ledger.documents, 1):
        if one.kind in DEBITS:
            continue
        for other in _debits_of(ledger, one):
            debit = ledger.documents[other - 1]
            if not draw(st.booleans()) or (debit.currency != one.currency and draw(st.integers(0, 3))):
                continue
            place = None
            room = left[other]
            if debit.has_plan:
                place = next(
                    n for n, p in enumerate(ledger.instalments, 1) if p.document_id == other and parts[n] >= 0
                )
                room = parts[place]
            most = min(left[number], room)
            if most <= 0:
                continue
            amount = draw(st.integers(1, most))
            paid = amount if debit.currency == one.currency else draw(st.integers(1, left[number]))
            on = max(one.doc_date, debit.doc_date) + timedelta(draw(st.integers(0, 40)))
            ledger.allocations.append(Allocation(other, number, on, amount, paid, place))
            left[number] -= paid
            left[other] -= amount
            if place is not None:
                parts[place] -= amount


def _debits_of(ledger: Ledger, one: Document) -> Sequence[int]:
    return [
        n
        for n, each in enumerate(ledger.documents, 1)
        if each.kind in DEBITS and each.customer_id == one.customer_id
    ]

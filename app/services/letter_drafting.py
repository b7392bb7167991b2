"""Letters outside a run: which open items they speak of, what they are about, and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.aging import AgingQuery
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import DEBITS, Document, DocumentKind, Instalment, Promise
from app.domain.letter import Channel, Letter, LetterLine
from app.domain.payment_plan import PaymentPlan, PlanItem
from app.domain.problem import DomainError
from app.services.letter_numbers import free_numbers, number_prefix

if TYPE_CHECKING:
    from app.domain.aging import OpenItem
    from app.services.letter_ports import OpenItems
    from app.services.ports import Store

_DEADLINE = timedelta(days=10)
_WITH_DEADLINE = frozenset({"reminder", "second", "formal", "final", "acknowledgement"})
_ALL_OPEN = frozenset({"statement", "thank_you"})
_MAY_BE_EMPTY = frozenset({"thank_you"})


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter outside a run, stored or only shown (the template editor's preview on a real customer).

    Without ``document_ids`` it speaks of what fits its template: all that is overdue, or else all
    that is open. ``about`` names a promise, plan or receipt (``promise:3``); without it the newest.
    """

    customer_id: int
    template: str
    language: str = ""
    currency: str = ""
    on: date | None = None
    pay_by: date | None = None
    document_ids: tuple[int, ...] = ()
    treatment: str = ""
    about: str = ""
    channel: str = "letter"
    fee: int = 0
    level: int = 0


class LetterDrafter:
    """Makes drafts from choices; it stores nothing. ``numbers`` gives those in use by their prefix."""

    def __init__(self, store: Store, items: OpenItems, numbers: Callable[[str], Collection[str]]) -> None:
        self._store = store
        self._items = items
        self._numbers = numbers

    def make(self, draft: LetterDraft, today: date) -> tuple[Letter, list[LetterLine]]:
        """The letter and its lines; ``DomainError`` where there is nothing it could speak of."""
        customer = self._store.get(Customer, draft.customer_id)
        on = draft.on or today
        letter = Letter(
            customer.id,
            draft.currency or customer.currency or self._store.find(Company)[0].currency,
            "",
            draft.template,
            draft.language or customer.language or "zh",
            Channel(draft.channel),
            on,
            pay_by=draft.pay_by or (on + _DEADLINE if draft.template in _WITH_DEADLINE else None),
            level=draft.level,
            fee=draft.fee,
            treatment=draft.treatment,
            about=draft.about,
        )
        letter = self._about(letter)
        lines = self._lines(letter, draft)
        return replace(letter, amount=sum(line.amount for line in lines)), lines

    def required(self, letter: Letter, lines: Sequence[LetterLine]) -> None:
        """Refuse a letter that would say nothing: no items, no promise, no plan."""
        customer = self._store.get(Customer, letter.customer_id).name
        kind = letter.about.partition(":")[0]
        if letter.template == "promise_confirmation" and kind != "promise":
            raise DomainError("letter.no_promise", customer=customer)
        if letter.template == "plan_agreement" and kind != "plan":
            raise DomainError("letter.no_plan", customer=customer)
        if not lines and letter.template not in _MAY_BE_EMPTY:
            raise DomainError("letter.nothing_open", customer=customer, currency=letter.currency)

    def number(self, on: date) -> str:
        """The next free number of a day: CK-20251231-007."""
        return free_numbers(on, 1, self._numbers(number_prefix(on)))[0]

    def _about(self, letter: Letter) -> Letter:
        """The promise, plan or receipt of the choice, else the newest that fits, with its currency."""
        if letter.about:
            return letter
        match letter.template:
            case "promise_confirmation":
                promises = self._store.find(Promise, customer_id=letter.customer_id)
                open_ones = [
                    one for one in promises if one.closed_on is None and one.made_on <= letter.run_on
                ]
                if open_ones:
                    newest = max(open_ones, key=lambda one: (one.made_on, one.id))
                    return replace(letter, about=f"promise:{newest.id}", currency=newest.currency)
            case "plan_agreement":
                plans = self._store.find(PaymentPlan, customer_id=letter.customer_id)
                if plans:
                    last = max(plans, key=lambda one: (one.agreed_on, one.id))
                    return replace(letter, about=f"plan:{last.id}", currency=last.currency)
            case "thank_you":
                receipts = self._store.find(
                    Document, customer_id=letter.customer_id, kind=DocumentKind.RECEIPT
                )
                done = [one for one in receipts if one.doc_date <= letter.run_on]
                if done:
                    latest = max(done, key=lambda one: (one.doc_date, one.id))
                    return replace(letter, about=f"receipt:{latest.id}", currency=latest.currency)
        return letter

    def _lines(self, letter: Letter, draft: LetterDraft) -> list[LetterLine]:
        if letter.template == "plan_agreement":
            return self._plan_lines(letter)
        query = AgingQuery(letter.run_on)
        found = self._items.items(query, letter.customer_id, letter.currency)
        debits = [item for item in found if item.kind in DEBITS and item.open > item.disputed]
        chosen = self._chosen(letter, debits, draft.document_ids)
        parts = self._parts({item.document_id for item in chosen if item.instalment_seq})
        return [
            LetterLine(
                letter.id,
                item.document_id,
                0,
                item.due_date or item.doc_date,
                item.open - item.disputed,
                parts.get((item.document_id, item.instalment_seq)),
                item.disputed,
            )
            for item in chosen
        ]

    def _chosen(
        self, letter: Letter, items: Sequence[OpenItem], document_ids: Collection[int]
    ) -> list[OpenItem]:
        """The items the letter is on: those named, its promise's invoice, or what fits the template."""
        kind, _, row_id = letter.about.partition(":")
        if not document_ids and kind == "promise":
            promises = self._store.find(Promise, id=int(row_id))
            document_ids = [one.document_id for one in promises if one.document_id]
        if document_ids:
            return [item for item in items if item.document_id in set(document_ids)]
        if letter.template in _ALL_OPEN:
            return list(items)
        ahead = letter.template == "before_due"
        fitting = [item for item in items if (item.age <= 0) == ahead]
        return fitting or list(items)

    def _plan_lines(self, letter: Letter) -> list[LetterLine]:
        """What is in the payment plan, at its original due dates."""
        _, _, row_id = letter.about.partition(":")
        rows = self._store.find(PlanItem, plan_id=int(row_id)) if row_id.isdecimal() else []
        documents = {row.id: row for row in self._store.find(Document, id=[row.document_id for row in rows])}
        parts = self._store.find(Instalment, id=[row.instalment_id for row in rows if row.instalment_id])
        due = {row.id: row.due_date for row in parts}
        return [
            LetterLine(
                letter.id,
                row.document_id,
                0,
                due.get(row.instalment_id or 0)
                or documents[row.document_id].due_date
                or documents[row.document_id].doc_date,
                row.amount,
                row.instalment_id,
            )
            for row in rows
            if row.document_id in documents
        ]

    def _parts(self, document_ids: Collection[int]) -> Mapping[tuple[int, int], int]:
        """Ids of instalments by document and their place in its plan."""
        rows = self._store.find(Instalment, document_id=list(document_ids)) if document_ids else []
        return {(row.document_id, row.seq): row.id for row in rows}

"""Which invoices the imported receipts and credit notes pay, by the ways the user chose, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.allocation import OpenDebit, OpenPart, Proposal, by_exact, by_oldest, by_reference, fill
from app.domain.document import Document, DocumentKind, Instalment, sign
from app.domain.import_plan import Action, AllocateBy, DocumentPlanRow, PlannedAllocation
from app.domain.importing import StagedDocument
from app.services.import_documents import file_open

Group = tuple[int, str]


@dataclass(slots=True)
class _Debits:
    """The open debits of one customer in one currency, as the imported credits use them up."""

    by_ref: dict[int, OpenDebit]
    by_number: dict[str, int]

    def put(self, debit: OpenDebit) -> None:
        """One more."""
        self.by_ref[debit.id] = debit
        self.by_number.setdefault(debit.number, debit.id)

    def propose(self, amount: int, text: str, methods: Sequence[AllocateBy]) -> list[Proposal]:
        """What the credit pays, by the first way that finds anything."""
        for method in methods:
            found = self._by(method, amount, text)
            if found:
                return found
        return []

    def _by(self, method: AllocateBy, amount: int, text: str) -> list[Proposal]:
        if method is AllocateBy.EXACT:
            return by_exact(amount, list(self.by_ref.values()))
        if method is AllocateBy.OLDEST:
            return by_oldest(amount, list(self.by_ref.values()))
        if not text:
            return []
        ref = self.by_number.get(text)
        if ref in self.by_ref:
            return fill(amount, [self.by_ref[ref]])
        return by_reference(amount, text, list(self.by_ref.values()))

    def use(self, proposal: Proposal) -> None:
        """Lower what is open; a debit wholly paid drops out."""
        debit = self.by_ref[proposal.debit_id]
        parts = tuple(
            replace(part, open=part.open - proposal.amount)
            if part.instalment_id == proposal.instalment_id
            else part
            for part in debit.parts
        )
        if any(part.open for part in parts):
            self.by_ref[debit.id] = replace(debit, parts=parts)
        else:
            del self.by_ref[debit.id]


def allocate(
    rows: Sequence[DocumentPlanRow],
    instalments: Mapping[int, Sequence[Instalment]],
    debits: Sequence[Document],
    methods: Sequence[AllocateBy],
) -> list[PlannedAllocation]:
    """Allocations of the new credits of a file, the earliest first, to open debits old and new.

    A credit note is set only against the invoice it names. A credit whose use the file itself
    states is left to that statement.
    """
    credits_ = [row for row in rows if _is_free_credit(row)]
    wanted = {(row.customer, row.record.currency) for row in credits_}
    groups = _open_debits(rows, debits, instalments, wanted)
    dates = {one.id: one.doc_date for one in debits}
    dates |= {row.document: row.record.doc_date for row in rows}
    made = []
    for row in sorted(credits_, key=_day):
        one = row.record
        group = groups[row.customer, one.currency]
        ways = methods if one.kind is DocumentKind.RECEIPT else _named_only(methods)
        for proposal in group.propose(one.amount, one.reference, ways):
            group.use(proposal)
            made.append(_planned(proposal, row.document, max(one.doc_date, dates[proposal.debit_id])))
    return made


def _planned(proposal: Proposal, credit: int, on: date) -> PlannedAllocation:
    # A part of an invoice that the plan adds goes by its number, negative, until it has an id.
    part = proposal.instalment_id or 0
    return PlannedAllocation(proposal.debit_id, credit, on, proposal.amount, max(0, -part), max(0, part))


def _named_only(methods: Sequence[AllocateBy]) -> Sequence[AllocateBy]:
    return (AllocateBy.REFERENCE,) if AllocateBy.REFERENCE in methods else ()


def _is_free_credit(row: DocumentPlanRow) -> bool:
    one = row.record
    return row.action is Action.NEW and sign(one.kind) < 0 and file_open(one) is None


def _day(row: DocumentPlanRow) -> tuple[date, int]:
    one = row.record
    return one.doc_date, row.row


def _open_debits(
    rows: Sequence[DocumentPlanRow],
    debits: Sequence[Document],
    instalments: Mapping[int, Sequence[Instalment]],
    wanted: set[Group],
) -> dict[Group, _Debits]:
    groups: dict[Group, _Debits] = defaultdict(lambda: _Debits({}, {}))
    for one in debits:
        if (one.customer_id, one.currency) in wanted:
            parts = tuple(
                OpenPart(part.id, part.due_date, part.open) for part in instalments.get(one.id, ())
            ) or (OpenPart(None, one.due_date or one.doc_date, one.open),)
            groups[one.customer_id, one.currency].put(OpenDebit(one.id, one.number, one.doc_date, parts))
    for row in rows:
        staged = row.record
        if row.action is Action.NEW and sign(staged.kind) > 0:
            key = (row.customer, staged.currency)
            if key in wanted:
                debit = _new_debit(row, staged)
                if debit.open:
                    groups[key].put(debit)
    return groups


def _new_debit(row: DocumentPlanRow, one: StagedDocument) -> OpenDebit:
    stated = file_open(one)
    due = row.due_date or one.doc_date
    if not row.parts:
        left = one.amount if stated is None else min(stated, one.amount)
        return OpenDebit(row.document, one.number, one.doc_date, (OpenPart(None, due, left),))
    settled = one.amount - (one.amount if stated is None else min(stated, one.amount))
    parts = []
    for seq, (day, amount) in enumerate(row.parts, 1):
        take = min(settled, amount)
        settled -= take
        parts.append(OpenPart(-seq, day, amount - take))
    return OpenDebit(row.document, one.number, one.doc_date, tuple(parts))

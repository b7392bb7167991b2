"""Writing what came of statement lines: receipts, allocations, differences, payers, the lines themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.bank import BankAccount, BankLine, BankStatement, LineState, Payer, PayerKind
from app.domain.bank_file import BankFile, RawBankLine
from app.domain.cash_match import CashPart, Difference, LineProposal
from app.domain.cash_matcher import account_key
from app.domain.customer import Customer
from app.domain.document import Allocation, Document, DocumentKind
from app.domain.entry import NUMBER_PREFIX
from app.domain.names import match_key
from app.services.bank_planning import evidence_text
from app.services.bank_views import BankReader, MatchPlan, Outcome, PlannedLine
from app.services.import_progress import chunks
from app.services.ports import Control, UnitOfWork
from app.services.settling import settle

_AT_ONCE = 5000
_STATES = {Outcome.WAIT: LineState.WAITING, Outcome.IGNORE: LineState.IGNORED}
_LONGEST = 500


class Numbers:
    """Free document numbers such as RC-20251231-2, each given once."""

    def __init__(self, reader: BankReader) -> None:
        self._reader = reader
        self._used: dict[str, set[str]] = {}
        self._next: dict[str, int] = defaultdict(lambda: 1)

    def next(self, kind: DocumentKind, on: date) -> str:
        """The next free number of a kind and day."""
        prefix = f"{NUMBER_PREFIX[kind]}-{on:%Y%m%d}-"
        if prefix not in self._used:
            self._used[prefix] = set(self._reader.numbers_like(prefix))
        while (number := f"{prefix}{self._next[prefix]}") in self._used[prefix]:
            self._next[prefix] += 1
        self._next[prefix] += 1
        return number


def receipt_of(line: RawBankLine | BankLine, customer_id: int, number: str) -> Document:
    """The receipt that a line of money in is."""
    said = " ".join(text for text in (line.reference, line.text) if text)[:_LONGEST]
    return Document(
        customer_id,
        DocumentKind.RECEIPT,
        number,
        line.on,
        line.currency,
        line.amount,
        reference=said,
        note=line.payer[:_LONGEST],
    )


@dataclass(slots=True)
class Bulk:
    """Everything the certain lines of a statement make, gathered to be written table by table."""

    numbers: Numbers
    receipts: list[Document] = field(default_factory=list)
    write_offs: list[tuple[int, Document]] = field(default_factory=list)
    planned: list[PlannedLine] = field(default_factory=list)

    def take(self, line: PlannedLine) -> None:
        """A certain line."""
        best = line.best
        if best is not None:
            number = self.numbers.next(DocumentKind.RECEIPT, line.raw.on)
            self.receipts.append(receipt_of(line.raw, best.customer_id, number))
            self.planned.append(line)


def write_plan(
    uow: UnitOfWork, reader: BankReader, plan: MatchPlan, account: BankAccount, control: Control
) -> int:
    """Write a whole plan within a unit of work; the statement's id."""
    statement_id = uow.add(_statement(plan.file, account.id))
    bulk = Bulk(Numbers(reader))
    for line in plan.lines:
        if line.outcome is Outcome.APPLY:
            bulk.take(line)
    receipt_ids: list[int] = []
    for part in chunks(bulk.receipts, control, "bank.writing", _AT_ONCE):
        receipt_ids += uow.add_all(part)
    made = {line.key: row_id for line, row_id in zip(bulk.planned, receipt_ids, strict=True)}
    _allocate(uow, bulk, receipt_ids)
    write_offs = _forgive(uow, bulk)
    new = [line for line in plan.lines if line.outcome is not Outcome.KNOWN]
    rows = [_line(one, statement_id, account.id, made.get(one.key), write_offs.get(one.key)) for one in new]
    for several in chunks(rows, control, "bank.writing", _AT_ONCE):
        uow.add_all(several)
    applied = ((one.raw, one.best.customer_id) for one in bulk.planned if one.best is not None)
    learn(uow, applied)
    return statement_id


def _statement(file: BankFile, account_id: int) -> BankStatement:
    return BankStatement(
        account_id, file.name, file.format, file.digest, file.currency, file.start, file.end, file.opening,
        file.closing,
    )  # fmt: skip


def _allocate(uow: UnitOfWork, bulk: Bulk, receipt_ids: Sequence[int]) -> None:
    """The allocations of the certain lines; debits that were reopened go one by one, for their dates."""
    debit_ids = {part.debit_id for line in bulk.planned if line.best for part in line.best.parts}
    if not debit_ids:
        return
    debits = {one.id: one for one in uow.find(Document, id=debit_ids)}
    reopened = {one.debit_id for one in uow.find(Allocation, debit_id=debit_ids) if one.reverses_id}
    rows = []
    for line, receipt_id in zip(bulk.planned, receipt_ids, strict=True):
        for part in line.best.parts if line.best else ():
            if part.debit_id in reopened:
                settle_part(uow, uow.get(Document, receipt_id), debits[part.debit_id], part)
                continue
            day = max(line.raw.on, debits[part.debit_id].doc_date)
            rows.append(
                Allocation(part.debit_id, receipt_id, day, part.amount, part.paid, part.instalment_id)
            )
    uow.add_all(rows)


def settle_part(uow: UnitOfWork, credit: Document, debit: Document, part: CashPart) -> None:
    """Set a credit against one part of a proposal."""
    settle(
        uow, credit, debit, part.amount, instalment_id=part.instalment_id, credit_amount=part.credit_amount
    )


def _forgive(uow: UnitOfWork, bulk: Bulk) -> dict[str, list[int]]:
    """The write-offs of short rests that the company gives up without asking, by the line's key."""
    made: dict[str, list[int]] = {}
    for line in bulk.planned:
        if line.best is not None and line.best.difference < 0:
            why = Difference.DISCOUNT if line.best.discount else Difference.TOLERANCE
            made[line.key] = forgive(uow, bulk.numbers, line.best, line.raw.on, why)
    return made


def forgive(
    uow: UnitOfWork, numbers: Numbers, proposal: LineProposal, on: date, why: Difference
) -> list[int]:
    """Write off what is still open of the debits of a short payment, as far as it was short; the ids."""
    left = -proposal.difference
    made = []
    for debit_id in dict.fromkeys(part.debit_id for part in reversed(proposal.parts)):
        debit = uow.get(Document, debit_id)
        used = sum(one.amount for one in uow.find(Allocation, debit_id=debit_id))
        amount = min(left, debit.amount - used)
        if amount <= 0:
            continue
        day = max(on, debit.doc_date)
        draft = Document(
            debit.customer_id,
            DocumentKind.WRITE_OFF,
            numbers.next(DocumentKind.WRITE_OFF, day),
            day,
            debit.currency,
            amount,
            original_id=debit.id,
            reason=str(why),
        )
        stored = uow.get(Document, uow.add(draft))
        settle(uow, stored, debit, amount, on=None)
        made.append(stored.id)
        left -= amount
    return made


def _line(
    one: PlannedLine, statement_id: int, account_id: int, receipt_id: int | None, write_offs: list[int] | None
) -> BankLine:
    raw, best = one.raw, one.best if one.outcome is Outcome.APPLY else None
    state = _STATES.get(one.outcome) or (
        LineState.APPLIED if best is not None and best.parts else LineState.UNALLOCATED
    )
    return BankLine(
        statement_id=statement_id,
        account_id=account_id,
        key=one.key,
        on=raw.on,
        amount=raw.amount,
        currency=raw.currency,
        payer=raw.payer,
        payer_key=match_key(raw.payer),
        payer_account=raw.payer_account,
        text=raw.text,
        reference=raw.reference,
        state=state,
        customer_id=best.customer_id if best else None,
        document_id=receipt_id,
        evidence=evidence_text(best, raw, one.why, write_offs or ()),
    )


def payers_in(line: RawBankLine | BankLine) -> Iterator[tuple[PayerKind, str, str]]:
    """By what a line's payer can be known again: kind, key, label. A masked account number is no key."""
    account = account_key(line.payer_account)
    if account and "*" not in line.payer_account:
        yield PayerKind.ACCOUNT, account, line.payer_account
    name = match_key(line.payer)
    if name:
        yield PayerKind.NAME, name, line.payer


def learn(uow: UnitOfWork, lines: Iterable[tuple[RawBankLine | BankLine, int | None]]) -> None:
    """Know the payers of these lines from now on: of a customer, or of none.

    A payer known for another is not learned anew by the rules; by hand the last word counts.
    """
    wanted: dict[tuple[PayerKind, str], Payer] = {}
    for line, customer_id in lines:
        for kind, key, label in payers_in(line):
            wanted.setdefault((kind, key), Payer(kind, key, customer_id, label))
    for kind in PayerKind:
        keys = [key for other, key in wanted if other is kind]
        for known in uow.find(Payer, kind=kind, key=keys) if keys else ():
            wanted.pop((kind, known.key), None)
    uow.add_all(list(wanted.values()))


def relearn(uow: UnitOfWork, line: BankLine, customer_id: int | None) -> None:
    """Know the payer of a line as the user has just decided.

    Who pays for another once does not become that other: a payer known for a customer, or named as
    one, stays so. "Not a customer" counts over everything.
    """
    for kind, key, label in payers_in(line):
        known = uow.find(Payer, kind=kind, key=key)
        if known and customer_id is not None and known[0].customer_id is not None:
            continue
        if kind is PayerKind.NAME and any(one.id != customer_id for one in uow.find(Customer, name_key=key)):
            continue
        if not known:
            uow.add(Payer(kind, key, customer_id, label))
        elif known[0].customer_id != customer_id:
            uow.replace(replace(known[0], customer_id=customer_id, label=label))

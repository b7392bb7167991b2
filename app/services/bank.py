"""Bank statements: reading them, matching their lines with open invoices, and what came of each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.backup import BackupKind
from app.domain.bank import BankAccount, BankLine, BankStatement, LineState, Payer
from app.domain.bank_file import BankColumns, BankFile, BankReadOptions
from app.domain.cash_match import CashPart, Difference, LineProposal, MatchRule, Tolerances
from app.domain.cash_matcher import ENTERED, RETURNED, Matcher, account_key, in_currency, most_given_up
from app.domain.changes import ChangeSet
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.money import CURRENCIES, Money
from app.domain.problem import DomainError
from app.services.bank_choices import (
    RememberedColumns,
    rules_of,
    save_rules,
    save_tolerances,
    tolerances_of,
)
from app.services.bank_planning import (
    LOOKS_KNOWN,
    BankPlanner,
    evidence_of,
    evidence_text,
    kept_proposal,
    raw_of,
)
from app.services.bank_views import (
    BankLineRow,
    BankQueueQuery,
    BankReader,
    BankResult,
    LineDetail,
    MatchPlan,
    Outcome,
    PayerRow,
    StatementSource,
    UnmatchedReceipts,
)
from app.services.bank_writing import Numbers, forgive, receipt_of, relearn, settle_part, write_plan
from app.services.document_bin import remove_documents
from app.services.import_progress import check, many_values
from app.services.periods import closed_through
from app.services.ports import Control, Silent
from app.services.reversal import take_back

if TYPE_CHECKING:
    from app.services.company import CompanyService
    from app.services.document_views import DocumentReader
    from app.services.ports import Store, UnitOfWork
    from app.services.settings import SettingService

_SILENT = Silent()
_AS_FOUND = BankReadOptions()
_WAITING = BankQueueQuery()
_ADDED = "bank.statement_added"
BY_HAND = "by_hand"
_EARLIEST = date(2000, 1, 1)
_TELLING = 8
"""So many last signs of an account number tell it from others."""


class BankService:
    """Use cases on bank statements; one call, one change set."""

    def __init__(
        self,
        store: Store,
        reader: BankReader,
        source: StatementSource,
        documents: DocumentReader,
        settings: SettingService,
        company: CompanyService,
    ) -> None:
        self._store = store
        self._reader = reader
        self._source = source
        self._documents = documents
        self._settings = settings
        self._company = company
        self._matching: Matcher | None = None
        self._matched: tuple[int, frozenset[int]] = (-1, frozenset())

    def accounts(self) -> list[BankAccount]:
        """Our own accounts, as entered."""
        return self._store.find(BankAccount)

    def save_account(self, account: BankAccount) -> ChangeSet:
        """Store a new account, or the edited one."""
        clean = replace(
            account,
            name=account.name.strip(),
            number=account.number.strip(),
            currency=account.currency.strip().upper(),
        )
        if not clean.name:
            raise DomainError("bank.account_unnamed")
        if clean.currency not in CURRENCIES:
            raise DomainError("money.unknown_currency", currency=clean.currency)
        with self._store.write() as uow:
            if any(one.id != clean.id for one in uow.find(BankAccount, name=clean.name)):
                raise DomainError("bank.account_taken", name=clean.name)
            if clean.id:
                uow.replace(clean)
            else:
                uow.add(clean)
            return uow.commit("bank.account_saved", name=clean.name)

    def remove_account(self, account_id: int) -> ChangeSet:
        """Remove an account that has no statements."""
        with self._store.write() as uow:
            account = uow.get(BankAccount, account_id)
            if uow.find(BankStatement, account_id=account_id):
                raise DomainError("bank.account_in_use", name=account.name)
            uow.remove(BankAccount, [account_id])
            return uow.commit("bank.account_removed", name=account.name)

    def account_for(self, file: BankFile) -> BankAccount | None:
        """The account a file is of: by its number, else the only one of its currency; None if unclear."""
        ours = self.accounts()
        wanted = account_key(file.account_hint)
        if wanted:
            same = [one for one in ours if one.number and _same_number(account_key(one.number), wanted)]
            numbered = [one for one in ours if one.number]
            if same or len(numbered) == len(ours):
                return same[0] if len(same) == 1 else None
        fits = [one for one in ours if one.currency == file.currency]
        return fits[0] if len(fits) == 1 else None

    def read(self, path: Path, options: BankReadOptions = _AS_FOUND, control: Control = _SILENT) -> BankFile:
        """A statement file; ``EnvironmentFaultError`` where there is none to be had."""
        with many_values():
            remembered = RememberedColumns(self._store)
            return self._source.statement(
                path, options, self._currency(options.account_id), remembered.find, control
            )

    def remap(self, file: BankFile, mapping: BankColumns, account_id: int | None = None) -> BankFile:
        """The same table read with other columns (CSV and XLSX)."""
        return self._source.with_columns(file, mapping, self._currency(account_id))

    def preview(self, file: BankFile, account_id: int, control: Control = _SILENT) -> MatchPlan:
        """What committing the file would do; writes nothing. ``account_id`` 0: a new account of the file."""
        if account_id:
            self._require_currency(file, self._store.get(BankAccount, account_id))
        base = self._company.get().currency
        closed = closed_through(self._store)
        planner = BankPlanner(self._reader, self.rules(), self.tolerances(), base, closed)
        with many_values():
            return planner.plan(file, account_id, control)

    def commit(self, plan: MatchPlan, control: Control = _SILENT, *, leave_out: bool = False) -> BankResult:
        """Write the plan as one action that undo takes back whole; remembers how a table was read.

        ``leave_out`` takes the statement in without the rows that cannot be read; else they stop it.
        """
        if plan.file.errors and (plan.file.stopped or not leave_out):
            raise DomainError("bank.has_problems", n=plan.file.errors)
        if plan.revision != self._reader.revision():
            raise DomainError("bank.plan_stale")
        counts = {outcome: plan.count(outcome) for outcome in Outcome}
        added = len(plan.lines) - counts[Outcome.KNOWN]
        if not added:
            change = ChangeSet(0, _ADDED)
            return BankResult(change, 0, plan.known, 0, 0, 0)
        self._store.safeguard(BackupKind.IMPORT)
        with many_values(), self._store.write() as uow:
            account = self._account(uow, plan)
            statement_id = write_plan(uow, self._reader, plan, account, control)
            check(control)
            change = uow.commit(
                _ADDED,
                source=plan.file.name,
                n=added,
                applied=counts[Outcome.APPLY],
                waiting=counts[Outcome.WAIT],
                **({"left_out": len(plan.file.bad_rows)} if plan.file.bad_rows else {}),
            )
        RememberedColumns(self._store).keep(plan.file)
        applied, waiting, ignored = (counts[one] for one in (Outcome.APPLY, Outcome.WAIT, Outcome.IGNORE))
        return BankResult(change, added, plan.known, applied, waiting, ignored, statement_id)

    def queue(self, query: BankQueueQuery = _WAITING) -> list[int]:
        """Ids of statement lines in order."""
        return self._reader.ids(query)

    def queue_rows(self, ids: Sequence[int]) -> list[BankLineRow]:
        """The rows of these ids, those that wait with their best proposal."""
        rows = self._reader.rows(ids)
        waiting = {row.id: row for row in rows if row.state is LineState.WAITING}
        if not waiting:
            return rows
        lines = self._store.find(BankLine, id=list(waiting))
        matcher = self._matcher(lines)
        found = {line.id: matcher.proposals(raw_of(line)) for line in lines}
        return [
            replace(row, proposal=next(iter(found[row.id]), None), proposals=len(found[row.id]))
            if row.id in found
            else row
            for row in rows
        ]

    def counts(self) -> dict[str, int]:
        """How many lines are in each state."""
        return dict(self._reader.counts())

    def line(self, line_id: int) -> LineDetail:
        """One line with its proposals."""
        line = self._store.get(BankLine, line_id)
        [row] = self._reader.rows([line_id])
        if line.state is LineState.WAITING:
            proposals = self._matcher([line]).proposals(raw_of(line))
            best = next(iter(proposals), None)
            doubled = evidence_of(line.evidence).get("why") == LOOKS_KNOWN
            found = replace(row, proposal=best, proposals=len(proposals))
            return LineDetail(line, found, proposals, doubled=doubled)
        made = self._store.find(Document, id=line.document_id) if line.document_id else []
        return LineDetail(line, row, (), kept_proposal(line, row.customer), made[0].open if made else 0)

    def proposal(self, line_id: int, customer_id: int, parts: Sequence[CashPart]) -> LineProposal:
        """A proposal of the user's own making, checked as far as amounts go."""
        line = self._store.get(BankLine, line_id)
        customer = self._store.get(Customer, customer_id)
        own = LineProposal(
            customer_id, customer.name, tuple(parts), (), certain=False, difference=0, rule=BY_HAND
        )
        debits = {one.id: one for one in self._store.find(Document, id=[part.debit_id for part in parts])}
        for part in parts:
            if part.debit_id not in debits:
                raise DomainError("record.missing", what=("record.document", {}))
        if own.applied > line.amount:
            over = Money(own.applied - line.amount, line.currency)
            raise DomainError("bank.parts_exceed", amount=Money(line.amount, line.currency), over=over)
        short = sum(
            debits[part.debit_id].open - part.amount
            for part in parts
            if part.instalment_id is None and debits[part.debit_id].currency == line.currency
        )
        rest = line.amount - own.applied
        return replace(own, difference=rest or -short)

    def accept(
        self,
        line_id: int,
        proposal: LineProposal,
        difference: Difference | str = Difference.LEAVE,
        *,
        learn: bool = True,
    ) -> ChangeSet:
        """Make the receipt, set it against the parts, and settle a short rest as ``difference`` says."""
        why = Difference(difference)
        with self._store.write() as uow:
            line = self._waiting(uow, line_id)
            if proposal.rule == RETURNED:
                return self._take_back(
                    uow, line, uow.get(Document, proposal.receipt_id), line.on, "", proposal
                )
            params = self._params(line, proposal.customer)
            if proposal.rule == ENTERED:
                return self._link(uow, line, proposal)
            self._receive(uow, line, proposal, why, learn=learn)
            return uow.commit("bank.line_accepted", **params)

    def split(
        self, line_id: int, customer_id: int, parts: Sequence[CashPart], *, learn: bool = True
    ) -> ChangeSet:
        """Make the receipt and set it against the parts chosen; what is over stays as credit."""
        return self.accept(line_id, self.proposal(line_id, customer_id, parts), learn=learn)

    def leave_unallocated(self, line_id: int, customer_id: int, *, learn: bool = True) -> ChangeSet:
        """Make the receipt and leave all of it as the customer's credit."""
        return self.accept(line_id, self.proposal(line_id, customer_id, ()), learn=learn)

    def not_customer(self, line_id: int, *, learn: bool = True) -> ChangeSet:
        """Set the line aside; learned, the same payer's lines are set aside from now on."""
        with self._store.write() as uow:
            line = self._waiting(uow, line_id)
            if learn:
                relearn(uow, line, None)
            uow.replace(replace(line, state=LineState.IGNORED, customer_id=None, document_id=None))
            return uow.commit("bank.line_set_aside", **self._params(line, ""))

    def reopen(self, line_id: int) -> ChangeSet:
        """Back to waiting: what was made of the line goes to the bin."""
        with self._store.write() as uow:
            line = uow.get(BankLine, line_id)
            if line.state is LineState.WAITING:
                raise DomainError("bank.line_waits")
            kept = evidence_of(line.evidence)
            ids = [int(str(one)) for one in (kept.get("write_offs") or ())]  # type: ignore[attr-defined]
            if line.document_id and kept.get("rule") != ENTERED:
                ids.append(line.document_id)
            live = [one.id for one in uow.find(Document, id=ids)] if ids else []
            if live:
                remove_documents(uow, self._documents, live)
            fresh = uow.get(BankLine, line_id)
            evidence = evidence_text(None, raw_of(line))
            uow.replace(
                replace(fresh, state=LineState.WAITING, customer_id=None, document_id=None, evidence=evidence)
            )
            return uow.commit("bank.line_reopened", **self._params(line, ""))

    def returned(
        self, on: date, reason: str = "", *, line_id: int = 0, receipt_id: int = 0, amount: int | None = None
    ) -> ChangeSet:
        """A receipt came back: what it paid is open again at its original due date.

        By the receipt, by the line the receipt was made of, or by a line of money out together
        with the receipt. ``amount`` None: all of it (or the line's own amount).
        """
        with self._store.write() as uow:
            line = uow.get(BankLine, line_id) if line_id else None
            receipt = uow.get(Document, receipt_id or self._receipt_of(line))
            if line is not None and line.amount < 0:
                self._waiting(uow, line.id)
                amount = -line.amount if amount is None else amount
                return self._take_back(uow, line, receipt, on, reason, None, amount)
            return self._take_back(uow, None, receipt, on, reason, None, amount)

    def rules(self) -> tuple[MatchRule, ...]:
        """The rules in the order they are tried."""
        return rules_of(self._settings)

    def save_rules(self, rules: Sequence[MatchRule]) -> ChangeSet:
        """Keep another order or choice of rules."""
        return save_rules(self._settings, rules)

    def tolerances(self) -> Tolerances:
        """How much may be given up as a difference."""
        return tolerances_of(self._settings)

    def save_tolerances(self, tolerances: Tolerances) -> ChangeSet:
        """Keep other bounds."""
        return save_tolerances(self._settings, tolerances)

    def payers(self, customer_id: int | None = None) -> list[PayerRow]:
        """Payers known from before, of one customer or all (with those that are no customers)."""
        wanted = {} if customer_id is None else {"customer_id": customer_id}
        known = self._store.find(Payer, **wanted)
        owners = {one.customer_id for one in known if one.customer_id}
        names = {one.id: one.name for one in self._store.find(Customer, id=owners)} if owners else {}
        return [
            PayerRow(
                one.id, one.kind, one.key, one.label, one.customer_id, names.get(one.customer_id or 0, "")
            )
            for one in known
        ]

    def forget_payer(self, payer_id: int) -> ChangeSet:
        """Know a payer no longer."""
        with self._store.write() as uow:
            known = uow.get(Payer, payer_id)
            uow.remove(Payer, [payer_id])
            return uow.commit("bank.payer_forgotten", name=known.label)

    def unmatched(self, as_of: date) -> UnmatchedReceipts:
        """Money received and not yet set against invoices, as of a day."""
        return self._reader.unmatched(as_of)

    # -- within ----------------------------------------------------------------------------------

    def _currency(self, account_id: int | None) -> str:
        """The currency of a file that names none: the account's, else the company's."""
        known = self._store.find(BankAccount, id=account_id) if account_id else []
        return known[0].currency if known else self._company.get().currency

    @staticmethod
    def _require_currency(file: BankFile, account: BankAccount) -> None:
        if file.lines and file.currency and file.currency != account.currency:
            raise DomainError(
                "bank.other_currency", name=account.name, currency=account.currency, found=file.currency
            )

    @staticmethod
    def _account(uow: UnitOfWork, plan: MatchPlan) -> BankAccount:
        """The account of a plan; made from the file where there is none yet."""
        if plan.account_id:
            return uow.get(BankAccount, plan.account_id)
        file = plan.file
        name = file.account_hint or f"{file.currency} {file.name}"
        return uow.get(BankAccount, uow.add(BankAccount(name, file.currency, number=file.account_hint)))

    def _matcher(self, lines: Sequence[BankLine]) -> Matcher:
        """A matcher for stored lines; the last one serves again until the ledger moves."""
        amounts = frozenset(line.amount for line in lines)
        revision, covered = self._matched
        if self._matching is None or revision != self._reader.revision() or not amounts <= covered:
            wide = covered | amounts if revision == self._reader.revision() else amounts
            book = self._reader.book(wide, _EARLIEST, max(line.on for line in lines))
            base = self._company.get().currency
            self._matching = Matcher(book, self.rules(), self.tolerances(), base)
            self._matched = book.revision, wide
        return self._matching

    @staticmethod
    def _waiting(uow: UnitOfWork, line_id: int) -> BankLine:
        line = uow.get(BankLine, line_id)
        if line.state is not LineState.WAITING:
            raise DomainError("bank.line_decided")
        return line

    @staticmethod
    def _params(line: BankLine, customer: str) -> dict[str, object]:
        amount = str(Money(line.amount, line.currency))
        return {"amount": amount, "payer": line.payer, "customer": customer, "on": line.on.isoformat()}

    def _receive(
        self, uow: UnitOfWork, line: BankLine, proposal: LineProposal, why: Difference, *, learn: bool
    ) -> None:
        """The receipt of a line, its allocations and what becomes of a short rest."""
        if line.amount < 0:
            raise DomainError("bank.money_out", amount=Money(line.amount, line.currency))
        uow.get(Customer, proposal.customer_id)
        numbers = Numbers(self._reader)
        number = numbers.next(DocumentKind.RECEIPT, line.on)
        receipt = uow.get(Document, uow.add(receipt_of(line, proposal.customer_id, number)))
        for part in proposal.parts:
            settle_part(uow, receipt, uow.get(Document, part.debit_id), part)
        write_offs = self._difference(uow, line, proposal, why, numbers)
        if learn:
            relearn(uow, line, proposal.customer_id)
        uow.replace(
            replace(
                line,
                state=LineState.APPLIED if proposal.parts else LineState.UNALLOCATED,
                customer_id=proposal.customer_id,
                document_id=receipt.id,
                evidence=evidence_text(proposal, raw_of(line), write_offs=write_offs),
            )
        )

    def _difference(
        self, uow: UnitOfWork, line: BankLine, proposal: LineProposal, why: Difference, numbers: Numbers
    ) -> list[int]:
        """Give the short rest up as chosen; refused above what the company allows."""
        if why is Difference.LEAVE or proposal.difference >= 0:
            return []
        asked = line.amount - proposal.difference
        bounds, base = self.tolerances(), self._company.get().currency
        rates = self._reader.rates(line.on)
        most = {
            Difference.TOLERANCE: most_given_up(bounds, asked, line.currency, base, rates),
            Difference.DISCOUNT: max(proposal.discount, int(Decimal(asked) * bounds.discount_percent / 100)),
            Difference.BANK_CHARGE: in_currency(bounds.charge, line.currency, base, rates),
        }[why]
        if -proposal.difference > most:
            raise DomainError(
                "bank.difference_too_large",
                difference=Money(-proposal.difference, line.currency),
                most=Money(most, line.currency),
                why=(f"bank.difference_{why}", {}),
            )
        return forgive(uow, numbers, proposal, line.on, why)

    def _link(self, uow: UnitOfWork, line: BankLine, proposal: LineProposal) -> ChangeSet:
        """The receipt is in the books already: the line only points to it."""
        receipt = uow.get(Document, proposal.receipt_id)
        others = uow.find(BankLine, document_id=receipt.id)
        if any(one.state is not LineState.WAITING for one in others):
            raise DomainError("bank.receipt_linked", number=receipt.number)
        state = LineState.UNALLOCATED if receipt.open == receipt.amount else LineState.APPLIED
        uow.replace(
            replace(
                line,
                state=state,
                customer_id=receipt.customer_id,
                document_id=receipt.id,
                evidence=evidence_text(proposal, raw_of(line)),
            )
        )
        relearn(uow, line, receipt.customer_id)
        return uow.commit("bank.line_linked", number=receipt.number, **self._params(line, proposal.customer))

    @staticmethod
    def _receipt_of(line: BankLine | None) -> int:
        if line is None or line.document_id is None or line.amount < 0:
            raise DomainError("bank.no_receipt")
        return line.document_id

    def _take_back(
        self,
        uow: UnitOfWork,
        line: BankLine | None,
        receipt: Document,
        on: date,
        reason: str,
        proposal: LineProposal | None,
        amount: int | None = None,
    ) -> ChangeSet:
        """A receipt that came back, by a line of money out or by hand."""
        if receipt.kind is not DocumentKind.RECEIPT:
            raise DomainError("bank.no_receipt")
        if line is not None:
            if line.currency != receipt.currency:
                raise DomainError("money.currency_mix", a=line.currency, b=receipt.currency)
            amount = -line.amount if amount is None else amount
        said = " ".join(text for text in (line.reference, line.text) if text) if line else receipt.number
        number = Numbers(self._reader).next(DocumentKind.REFUND, on)
        refund = take_back(uow, receipt, on, number, amount=amount, reference=said, note=reason.strip())
        if line is not None:
            state = LineState.RETURNED
            evidence = evidence_text(proposal, raw_of(line))
            uow.replace(
                replace(
                    line,
                    state=state,
                    customer_id=receipt.customer_id,
                    document_id=refund.id,
                    evidence=evidence,
                )
            )
        money = str(Money(refund.amount, refund.currency))
        return uow.commit("bank.receipt_returned", number=receipt.number, amount=money, reason=reason.strip())


def _same_number(ours: str, theirs: str) -> bool:
    """Whether two account numbers are one: a bank may write it without its bank code, or masked."""
    short, long = sorted((ours, theirs), key=len)
    return ours == theirs or (len(short) >= _TELLING and long.endswith(short))

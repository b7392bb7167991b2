"""The documents of an import: which are new, which are there already, and what the file says differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.closed_period import month_name, way_out
from app.domain.customer import Customer, Salesperson
from app.domain.document import Document, DocumentKind, sign
from app.domain.import_plan import Action, DocumentPlanRow, DueFrom, FieldChange, ImportChoices, PlanRow
from app.domain.importing import ImportKind, StagedDocument, StagedFile
from app.domain.insurance_record import Shipment
from app.domain.matching import Match, Party
from app.domain.money import Money
from app.domain.problem import Problem, Severity, Where
from app.services.import_customers import CustomerPlan
from app.services.import_due import DueDates
from app.services.import_ports import ImportLedger
from app.services.import_progress import ticking
from app.services.ports import Control, Store

Key = tuple[object, ...]
_PAID = frozenset({DocumentKind.RECEIPT, DocumentKind.REFUND})
_BOOKED = frozenset({"amount", "currency", "doc_date"})
TEXTS = ("reference", "contract", "terms", "note")


def key_of(
    customer: int, kind: DocumentKind, number: str, day: date, currency: str, amount: int, reference: str
) -> Key:
    """By what a document is the same one: an invoice by its number, a payment by all there is.

    One receipt number may stand over several payments, so the rest of the row counts as well.
    """
    if number and kind not in _PAID:
        return customer, kind, number
    return customer, kind, number, day, currency, amount, reference


class LedgerDocuments:
    """The ledger's documents that rows of the file may be, found by key."""

    def __init__(self, ledger: ImportLedger, staged: StagedFile, customers: set[int]) -> None:
        numbers = {one.number for one in staged.documents if one.number}
        found = ledger.documents_numbered(numbers) if numbers and customers else []
        if customers and any(not one.number for one in staged.documents):
            found += ledger.documents_unnumbered(customers)
        self._by_key: dict[Key, list[Document]] = {}
        self.by_id: dict[int, Document] = {}
        for one in reversed(found):
            if not one.inferred:
                key = key_of(
                    one.customer_id,
                    one.kind,
                    one.number,
                    one.doc_date,
                    one.currency,
                    one.amount,
                    one.reference,
                )
                self._by_key.setdefault(key, []).append(one)
                self.by_id[one.id] = one
        self._inferred: dict[Key, list[Document]] = {}
        if customers and any(one.kind is DocumentKind.RECEIPT for one in staged.documents):
            for one in ledger.inferred_receipts(customers):
                key = (one.customer_id, one.currency, one.amount)
                self._inferred.setdefault(key, []).append(one)
        ids = list(self.by_id)
        self.disputed = frozenset(ledger.disputed(ids)) if ids else frozenset()
        self.used_from = ledger.earliest_allocation(ids) if ids else {}
        told = bool(ids) and any(map(tells_shipment, staged.documents))
        self.shipments = ledger.shipments(ids) if told else {}

    def take(self, key: Key) -> Document | None:
        """The document with that key; each is given once."""
        same = self._by_key.get(key)
        return same.pop() if same else None

    def take_inferred(self, one: StagedDocument, customer: int) -> Document | None:
        """The settlement that was inferred where this receipt really was: same amount, not before it."""
        same = self._inferred.get((customer, one.currency, one.amount), [])
        later = [document for document in same if document.doc_date >= one.doc_date]
        if not later:
            return None
        named = [document for document in later if document.reference == one.reference]
        found = min(named or later, key=lambda document: (document.doc_date, document.id))
        same.remove(found)
        self.by_id[found.id] = found
        return found


class DocumentRows:
    """Plans every document of a file; ``rows`` are its answers."""

    def __init__(
        self,
        store: Store,
        ledger: ImportLedger,
        customers: CustomerPlan,
        due_dates: DueDates,
        staged: StagedFile,
        choices: ImportChoices,
        closed: date | None = None,
    ) -> None:
        self._ledger = ledger
        self._customers = customers
        self._due_dates = due_dates
        self._staged = staged
        self._choices = choices
        self._closed = closed
        self._people = {one.id: one.name for one in store.find(Salesperson)}
        self._seen: dict[Key, StagedDocument] = {}
        self._next = 0
        self.by_company_terms = 0

    def plan(self, control: Control) -> list[DocumentPlanRow]:
        """An action for every document."""
        found = self._match()
        known = {match.ref for match in found.values() if match.ref > 0}
        self.stored = LedgerDocuments(self._ledger, self._staged, known)
        who = {
            key: None if match.refused else (match.ref, self._customers.value(match.ref))
            for key, match in found.items()
        }
        rows = []
        for one in ticking(self._staged.documents, control, "import.step_plan"):
            key = (one.customer, one.customer_code, one.tax_id)
            customer = who[key]
            if customer is None:
                rows.append(_refused(one, found[key].problems))
            else:
                rows.append(self._row(one, *customer))
        return rows

    def _match(self) -> dict[tuple[str, str, str], Match]:
        first: dict[tuple[str, str, str], tuple[int, str]] = {}
        for one in self._staged.documents:
            first.setdefault((one.customer, one.customer_code, one.tax_id), (one.row, one.currency))
        parties = {key: self._customers.party(*key) for key in first}
        earliest: dict[Party, tuple[int, str]] = {}
        for key, rest in first.items():
            earliest.setdefault(parties[key], rest)
        found = self._customers.resolve((party, *rest) for party, rest in earliest.items())
        return {key: found[party] for key, party in parties.items()}

    def _row(self, one: StagedDocument, ref: int, customer: Customer) -> DocumentPlanRow:
        key = key_of(ref, one.kind, one.number, one.doc_date, one.currency, one.amount, one.reference)
        before = self._seen.setdefault(key, one)
        stored = self.stored.take(key) if ref > 0 else None
        if before is not one and stored is None and one.row not in self._choices.keep:
            return _repeated(one, before, ref)
        if stored is not None:
            return self._known(one, ref, stored)
        if one.kind is DocumentKind.RECEIPT and ref > 0 and one.row not in self._choices.keep:
            inferred = self.stored.take_inferred(one, ref)
            if inferred is not None:
                return self._really(one, ref, inferred)
        return self._new(one, ref, customer)

    def _really(self, one: StagedDocument, ref: int, inferred: Document) -> DocumentPlanRow:
        """A receipt where so far only a settlement was inferred; accepted, it takes that one's place."""
        fields: tuple[tuple[str, object, object], ...] = (
            ("inferred", True, False),
            ("number", inferred.number, one.number),
            ("doc_date", inferred.doc_date, one.doc_date),
            ("reference", inferred.reference, one.reference),
            ("note", inferred.note, one.note),
        )
        changes = tuple(FieldChange(*field) for field in fields if field[1] != field[2])
        if one.doc_date != inferred.doc_date:
            closed = self._closed_month("period.row_changes_closed", one, one.doc_date, inferred.doc_date)
            if closed is not None:
                return PlanRow(
                    one.row, Action.PROBLEM, one, ref, inferred.id, changes=changes, problems=(closed,)
                )
        accepted = self._choices.accepts(one.row)
        doubt = _warning("import.receipt_inferred", one, fix="keep", day=inferred.doc_date)
        return PlanRow(
            one.row,
            Action.CHANGE,
            one,
            ref,
            inferred.id,
            "" if accepted else "import.change_not_accepted",
            changes=changes,
            accepted=accepted,
            problems=(doubt,),
        )

    def _new(self, one: StagedDocument, ref: int, customer: Customer) -> DocumentPlanRow:
        closed = self._closed_month("period.row_closed", one, one.doc_date)
        if closed is not None:
            return PlanRow(one.row, Action.PROBLEM, one, ref, problems=(closed,))
        self._next -= 1
        if one.kind is not DocumentKind.INVOICE:
            due = one.doc_date if one.kind is DocumentKind.REFUND else None
            return PlanRow(one.row, Action.NEW, one, ref, self._next, "", due)
        problems = self._doubts(one)
        if one.due_date is not None:
            return PlanRow(
                one.row, Action.NEW, one, ref, self._next, "", one.due_date, DueFrom.FILE, problems=problems
            )
        source, parts = self._due_dates.due(
            one.terms, customer.terms, one.doc_date, one.amount, customer.country
        )
        self.by_company_terms += source is DueFrom.COMPANY
        plan = parts if len(parts) > 1 else ()
        return PlanRow(
            one.row, Action.NEW, one, ref, self._next, "", parts[-1][0], source, plan, problems=problems
        )

    def _doubts(self, one: StagedDocument) -> tuple[Problem, ...]:
        """What a new invoice says that is odd but can be stored."""
        if not one.terms or one.due_date is not None or self._due_dates.readable(one.terms):
            return ()
        return (_warning("import.terms_unread", one, terms=one.terms),)

    def _known(self, one: StagedDocument, ref: int, stored: Document) -> DocumentPlanRow:
        changes = self._differences(one, stored)
        if not changes:
            return PlanRow(one.row, Action.SKIP, one, ref, stored.id, "import.already_there")
        problem = self._impossible(one, stored, {change.field for change in changes})
        if problem is not None:
            return PlanRow(
                one.row, Action.PROBLEM, one, ref, stored.id, changes=tuple(changes), problems=(problem,)
            )
        accepted = self._choices.accepts(one.row)
        return PlanRow(
            one.row,
            Action.CHANGE,
            one,
            ref,
            stored.id,
            "" if accepted else "import.change_not_accepted",
            one.due_date or stored.due_date,
            changes=tuple(changes),
            accepted=accepted,
        )

    def _differences(self, one: StagedDocument, stored: Document) -> list[FieldChange]:
        """Field by field; what the file leaves blank is no difference."""
        changes = []
        amount_stated = not (self._staged.open_only and one.amount <= stored.amount)
        if one.amount != stored.amount and amount_stated:
            changes.append(FieldChange("amount", stored.amount, one.amount))
        if one.currency != stored.currency:
            changes.append(FieldChange("currency", stored.currency, one.currency))
        if one.doc_date != stored.doc_date:
            changes.append(FieldChange("doc_date", stored.doc_date, one.doc_date))
        if one.due_date not in {None, stored.due_date} and sign(one.kind) > 0 and not stored.has_plan:
            changes.append(FieldChange("due_date", stored.due_date, one.due_date))
        for name in TEXTS:
            after = getattr(one, name)
            if after and after != getattr(stored, name):
                changes.append(FieldChange(name, getattr(stored, name), after))
        owner = self._people.get(stored.salesperson_id or 0, "")
        if one.owner and one.owner != owner:
            changes.append(FieldChange("owner", owner, one.owner))
        if one.disputed and stored.id not in self.stored.disputed:
            changes.append(FieldChange("disputed", False, True))  # noqa: FBT003 - two values of a field
        if tells_shipment(one):
            changes += self._shipped_differently(one, stored)
        open_now = self._open_differs(one, stored)
        if open_now is not None:
            changes.append(FieldChange("open", stored.open, open_now))
        return changes

    def _shipped_differently(self, one: StagedDocument, stored: Document) -> list[FieldChange]:
        """What the file says of the shipment that is not known, or known otherwise."""
        known = self.stored.shipments.get(stored.id, Shipment(stored.id))
        told = (("shipped_on", one.shipped_on), ("method", one.method or None), ("vat", one.tax))
        changes = [
            FieldChange(name, getattr(known, name), after)
            for name, after in told
            if after is not None and after != getattr(known, name)
        ]
        if known.shipped_on is None and one.shipped_on == stored.doc_date:
            return [change for change in changes if change.field != "shipped_on"]
        return changes

    def _open_differs(self, one: StagedDocument, stored: Document) -> int | None:
        """What is open by the file where that differs; a snapshot settles that by itself."""
        if self._choices.snapshot_of is not None or self._staged.kind is not ImportKind.INVOICES:
            return None
        stated = file_open(one)
        if stated is None or one.currency != stored.currency:
            return None
        books = stored.open + max(0, one.amount - stored.amount)
        return None if stated == books else stated

    def _closed_month(self, code: str, one: StagedDocument, *days: date) -> Problem | None:
        """The problem of a row that would alter the books of a closed month."""
        day = min(days)
        if self._closed is None or day > self._closed:
            return None
        said = {"month": month_name(day), "through": self._closed, "way": way_out(day)}
        return _error(code, one, row=one.row, day=day, **said)

    def _closed_change(self, one: StagedDocument, stored: Document, fields: set[str]) -> Problem | None:
        """Why a closed month forbids the change: by what is booked, or by an age or delay its days show."""
        if fields & _BOOKED:
            closed = self._closed_month("period.row_changes_closed", one, one.doc_date, stored.doc_date)
            if closed is not None:
                return closed
        if "due_date" not in fields or not self._choices.accepts(one.row):
            return None
        days = one.due_date, stored.due_date, self.stored.used_from.get(stored.id)
        early = min(max(stored.doc_date, day) for day in days if day is not None)
        return self._closed_month("period.row_changes_due", one, early)

    def _impossible(self, one: StagedDocument, stored: Document, fields: set[str]) -> Problem | None:
        """Why the change cannot be made: its month is closed, or it contradicts what was already settled."""
        closed = self._closed_change(one, stored, fields)
        if closed is not None:
            return closed
        used = stored.amount - stored.open
        if "currency" in fields and (used or stored.has_plan):
            return _error("import.currency_of_settled", one, before=stored.currency, after=one.currency)
        if "amount" in fields and stored.has_plan:
            return _error("import.amount_of_plan", one)
        if "amount" in fields and one.amount < used:
            said = {"settled": Money(used, one.currency), "amount": Money(one.amount, one.currency)}
            return _error("import.amount_below_settled", one, **said)
        first = self.stored.used_from.get(stored.id)
        if "doc_date" in fields and first is not None and one.doc_date > first:
            return _error("import.dated_after_settled", one, day=one.doc_date, first=first)
        return None


def tells_shipment(one: StagedDocument) -> bool:
    """Whether a row says of an invoice's shipment what its date and amount do not."""
    shipped = one.shipped_on is not None and one.shipped_on != one.doc_date
    return (shipped or bool(one.method) or one.tax is not None) and one.kind is DocumentKind.INVOICE


def file_open(one: StagedDocument) -> int | None:
    """What the file says is open of a document, minor units; None where it does not say."""
    if one.open is not None:
        return max(0, one.open)
    if one.settled is not None:
        return max(0, one.amount - one.settled)
    return 0 if one.paid_on is not None else None


def _refused(one: StagedDocument, problems: tuple[Problem, ...]) -> DocumentPlanRow:
    where = Where(row=one.row)
    here = tuple(replace(problem, where=where) for problem in problems)
    return PlanRow(one.row, Action.PROBLEM, one, problems=here)


def _repeated(one: StagedDocument, before: StagedDocument, ref: int) -> DocumentPlanRow:
    """A row that repeats an earlier one: left out if it says the same, else a problem."""
    if replace(one, row=0, lines=()) == replace(before, row=0, lines=()) or one.kind in _PAID:
        repeat = _warning("import.duplicate_row", one, fix="keep", number=one.number, first=before.row)
        return PlanRow(one.row, Action.SKIP, one, ref, 0, repeat.code, problems=(repeat,))
    clash = _error("import.number_twice", one, number=one.number, first=before.row)
    return PlanRow(one.row, Action.PROBLEM, one, ref, problems=(replace(clash, fix="skip"),))


def _warning(code: str, one: StagedDocument, *, fix: str = "", **said: Any) -> Problem:
    params: Mapping[str, object] = {"number": one.number, **said}
    return Problem(code, params, Severity.WARNING, Where(row=one.row), fix)


def _error(code: str, one: StagedDocument, **said: object) -> Problem:
    return Problem(code, {"number": one.number, **said}, Severity.ERROR, Where(row=one.row))

"""Making an import plan: customers matched, documents compared, settlements found; nothing is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from app.domain.calendar import WorkingDays
from app.domain.closed_period import month_name, way_out
from app.domain.company import Company
from app.domain.document import Allocation, DocumentKind, sign
from app.domain.import_plan import (
    Action,
    Closing,
    DocumentPlanRow,
    ImportChoices,
    ImportPlan,
    PlannedAllocation,
    PlanTotal,
)
from app.domain.importing import ImportKind, StagedFile
from app.domain.problem import Problem, Severity, Where
from app.domain.snapshot import Settled
from app.services.import_allocation import allocate
from app.services.import_customer_rows import CustomerRows
from app.services.import_customers import CustomerPlan
from app.services.import_documents import DocumentRows
from app.services.import_due import DueDates
from app.services.import_ports import ImportLedger
from app.services.import_progress import check
from app.services.import_settlements import SettlementPlan
from app.services.import_snapshot import SnapshotPlan, forbidden
from app.services.periods import closed_through
from app.services.ports import Control, Store


class Planner:
    """Plans staged files against one ledger."""

    def __init__(self, store: Store, ledger: ImportLedger, calendar: WorkingDays, today: date) -> None:
        self._store = store
        self._ledger = ledger
        self._calendar = calendar
        self._today = today
        self._company = store.get(Company, 1)

    def plan(self, staged: StagedFile, choices: ImportChoices, control: Control) -> ImportPlan:
        """What the file would do, given the choices."""
        revision = self._ledger.revision()
        customers = CustomerPlan(self._store, self._company, choices)
        if staged.kind is ImportKind.CUSTOMERS:
            people = CustomerRows(self._store, customers, choices).plan(staged.customers)
            return _assembled(ImportPlan(staged, choices, revision, people=tuple(people)), customers)
        due_dates = DueDates(self._company.terms, self._calendar)
        closed = closed_through(self._store)
        documents = DocumentRows(self._store, self._ledger, customers, due_dates, staged, choices, closed)
        rows = documents.plan(control)
        check(control)
        rows = self._with_originals(rows)
        plan = self._settled(ImportPlan(staged, choices, revision, tuple(rows)), documents)
        notes = _notes(documents, self._company)
        if plan.blocked is None and closed is not None:
            plan = replace(plan, blocked=self._settles_closed(plan, closed))
        return _assembled(replace(plan, notes=notes), customers)

    def _settled(self, plan: ImportPlan, documents: DocumentRows) -> ImportPlan:
        """The plan with what is settled: as the file states, as a snapshot implies, as the user asked."""
        choices, day = plan.choices, plan.choices.snapshot_of
        refs = count(-1 - sum(row.document < 0 for row in plan.documents), -1)
        settlements = SettlementPlan(self._store, self._ledger, choices, self._today, refs)
        if plan.kind is ImportKind.INVOICES:
            settlements.stated(plan.documents, documents.stored.by_id)
        closings: list[Closing] = []
        problems: list[Problem] = []
        rows: Sequence[DocumentPlanRow] = plan.documents
        if day is not None:
            newest = self._ledger.newest_snapshot()
            since = newest.as_of if newest else None
            blocked = forbidden(plan.staged, plan.documents, day, self._today, since)
            if blocked is not None:
                return replace(plan, blocked=blocked)
            snapshot = SnapshotPlan(self._store, self._ledger, choices, day, since)
            rows = snapshot.gather(plan.staged, plan.documents, documents.stored.by_id, settlements)
            done = settlements.settled()
            closings, problems = snapshot.closings(done), snapshot.problems
        else:
            done = settlements.settled()
        return replace(
            plan,
            documents=tuple(rows),
            inferred=tuple(done.inferred),
            allocations=(*done.allocations, *self._allocated(plan, done)),
            reopenings=tuple(settlements.reopenings.values()),
            closings=tuple(closings),
            problems=tuple(problems),
        )

    def _allocated(self, plan: ImportPlan, done: Settled) -> list[PlannedAllocation]:
        """Receipts set against invoices as the user chose; a snapshot says itself what is open."""
        if not plan.choices.methods or plan.choices.snapshot_of is not None:
            return []
        credits_ = [row for row in plan.documents if row.action is Action.NEW and sign(row.record.kind) < 0]
        known = {row.customer for row in credits_ if row.customer > 0}
        debits = self._ledger.open_debits(known) if known else []
        # What the file itself settles of known invoices is no longer there to be paid.
        used: Counter[int] = Counter()
        for one in done.allocations:
            used[one.debit] += one.amount
        left = [replace(one, open=one.open - used[one.id]) for one in debits if one.open > used[one.id]]
        parts = SettlementPlan(self._store, self._ledger, plan.choices, self._today, count()).parts(
            one for one in left if one.has_plan
        )
        return allocate(plan.documents, parts, left, plan.choices.methods)

    def _settles_closed(self, plan: ImportPlan, closed: date) -> Problem | None:
        """Why nothing of the file can be written: what it settles, or takes back, falls in a closed month."""
        cut = [one.allocation_id for one in plan.reopenings]
        days = [one.on for one in plan.inferred] + [one.on for one in plan.allocations]
        days += [one.date for one in self._store.find(Allocation, id=cut)] if cut else []
        early = min(days, default=None)
        if early is None or early > closed:
            return None
        said = {"day": early, "month": month_name(early), "through": closed, "way": way_out(early)}
        return Problem("period.import_settles", said)

    def _with_originals(self, rows: list[DocumentPlanRow]) -> list[DocumentPlanRow]:
        """New credit notes learn which invoice their reference names."""
        news = [row for row in rows if row.action is Action.NEW]
        notes = [row for row in news if row.record.kind is DocumentKind.CREDIT_NOTE]
        wanted = {row.record.reference for row in notes} - {""}
        if not wanted:
            return rows
        invoices = {
            (one.customer_id, one.number): one.id
            for one in self._ledger.documents_numbered(wanted)
            if one.kind is DocumentKind.INVOICE
        }
        for row in news:
            if row.record.kind is DocumentKind.INVOICE:
                invoices.setdefault((row.customer, row.record.number), row.document)
        return [_original(row, invoices) for row in rows]


def _original(row: DocumentPlanRow, invoices: Mapping[tuple[int, str], int]) -> DocumentPlanRow:
    one = row.record
    if row.action is not Action.NEW or one.kind is not DocumentKind.CREDIT_NOTE:
        return row
    original = invoices.get((row.customer, one.reference), 0)
    return replace(row, original=original) if original else row


def _notes(documents: DocumentRows, company: Company) -> tuple[Problem, ...]:
    """What was assumed, once for the whole file."""
    if not documents.by_company_terms:
        return ()
    said = {"n": documents.by_company_terms, "terms": company.terms}
    return (Problem("import.due_by_company_terms", said, Severity.WARNING),)


def _assembled(plan: ImportPlan, customers: CustomerPlan) -> ImportPlan:
    """With customers, names, their problems, and the totals."""
    problems = [one for several in customers.problems.values() for one in several]
    refs = {row.customer for row in plan.rows} | {one.customer for one in plan.closings}
    return replace(
        plan,
        customers=customers.results(),
        names=customers.names_used(refs),
        problems=(*plan.problems, *problems),
        totals=tuple(_totals(plan)),
    )


def _totals(plan: ImportPlan) -> Iterable[PlanTotal]:
    """Per currency: the file's own total against its records, and where they go.

    A file of receipts counts what came in, as its own total does; else what is owed.
    """
    way = -1 if plan.kind is ImportKind.RECEIPTS else 1
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for row in plan.documents:
        one = row.record
        net = way * sign(one.kind) * one.amount
        sums[one.currency]["found"] += net
        sums[one.currency][_fate(row)] += net
    for closing in plan.closings:
        net = sign(closing.kind) * (closing.before - closing.after)
        sums[closing.currency]["closing"] += net
    stated: dict[str, int] = {}
    for total in plan.staged.totals:
        stated[total.currency] = total.stated
    for currency in sorted(sums):
        got = sums[currency]
        yield PlanTotal(
            currency,
            stated.get(currency),
            got["found"],
            got["new"],
            got["changed"],
            got["skipped"],
            got["refused"],
            got["closing"],
        )


def _fate(row: DocumentPlanRow) -> str:
    if row.action is Action.NEW:
        return "new"
    if row.action is Action.PROBLEM:
        return "refused"
    return "changed" if row.accepted else "skipped"


def rejected_where(plan: ImportPlan) -> dict[int, list[Problem]]:
    """The errors of every row that will not be written, by row."""
    found: dict[int, list[Problem]] = defaultdict(list)
    for problem in plan.all_problems():
        if problem.severity is Severity.ERROR and problem.where.row:
            found[problem.where.row].append(problem)
    for row in plan.rows:
        if row.action is Action.CHANGE and not row.accepted:
            where = Where(row=row.row)
            found[row.row].append(Problem(row.reason, {}, Severity.WARNING, where))
    return found

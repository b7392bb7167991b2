"""Writing an import plan: one unit of work, many rows at a time, nothing kept when it is stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from app.domain.changes import ChangeSet
from app.domain.customer import (
    Alias,
    Contact,
    Customer,
    CustomerGroup,
    Identifier,
    Region,
    Salesperson,
)
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment
from app.domain.import_plan import (
    Action,
    DocumentPlanRow,
    ImportPlan,
    InferredDocument,
    PlannedCustomer,
    Reopening,
)
from app.domain.import_records import Snapshot
from app.domain.importing import ImportKind, StagedDocument
from app.domain.insurance_record import Shipment
from app.domain.names import match_key
from app.domain.problem import DomainError
from app.services.import_documents import file_open, tells_shipment
from app.services.import_ports import ImportLedger
from app.services.import_progress import check, chunks
from app.services.ports import Control, Initials, Record, Store, UnitOfWork
from app.services.settling import first_open

CHUNK = 10_000
INFERRED_NOTE = "inferred"
"""Begins the note of an allocation that an import implied; reopening looks for it."""

Named = TypeVar("Named", Salesperson, Region, CustomerGroup)
_SHIPPED = ("shipped_on", "method", "vat")
_BESIDE = frozenset({"open", "disputed", "owner", *_SHIPPED})
"""Changes that are written to rows beside the document."""
V = TypeVar("V", bound=Record)


def write(
    plan: ImportPlan,
    store: Store,
    ledger: ImportLedger,
    initials: Initials,
    source: str,
    control: Control,
) -> ChangeSet:
    """Carry the plan out. ``import.plan_stale`` if the ledger moved on since it was made."""
    if ledger.revision() != plan.revision:
        raise DomainError("import.plan_stale")
    with store.write() as unit:
        _Writer(plan, unit, initials, source, control).run()
        check(control)
        done = sum(row.action in {Action.NEW, Action.NEW_CUSTOMER} or row.accepted for row in plan.rows)
        day = plan.choices.snapshot_of
        if day is not None:
            return unit.commit("import.snapshot", n=done, source=source, day=day.isoformat())
        return unit.commit(f"import.{plan.kind.value}", n=done, source=source)


class _Writer:
    """One plan on its way into the ledger."""

    def __init__(
        self, plan: ImportPlan, unit: UnitOfWork, initials: Initials, source: str, control: Control
    ) -> None:
        self._plan = plan
        self._unit = unit
        self._initials = initials
        self._source = source
        self._control = control
        self._customers: dict[int, int] = {}
        self._documents: list[int] = []
        self._parts: dict[tuple[int, int], int] = {}

    def run(self) -> None:
        """Everything in the order in which rows refer to each other."""
        news = [row for row in self._plan.documents if row.action is Action.NEW]
        changed = [row for row in self._plan.documents if row.action is Action.CHANGE and row.accepted]
        self._write_customers()
        owners = {row.record.owner for row in news}
        owners |= {row.record.owner for row in changed if any(c.field == "owner" for c in row.changes)}
        people = self._named(Salesperson, owners)
        self._write_documents(news, people)
        self._write_instalments(news)
        self._reopen(self._plan.reopenings)
        self._change(changed, people)
        self._write_allocations()
        self._write_disputes(news, changed)
        self._write_shipments(news, changed)
        self._write_snapshot()

    def _named(self, kind: type[Named], names: Iterable[str]) -> dict[str, int]:
        """Ids by name, new names added."""
        wanted = {name for name in names if name}
        found = {one.name: one.id for one in self._unit.find(kind)} if wanted else {}
        missing = sorted(wanted - found.keys())
        return found | dict(zip(missing, self._unit.add_all([kind(name) for name in missing]), strict=True))

    def _write_customers(self) -> None:
        planned = self._plan.customers
        people = self._named(Salesperson, (one.owner for one in planned))
        regions = self._named(Region, (one.region for one in planned))
        groups = self._named(CustomerGroup, (one.group for one in planned))

        def linked(one: PlannedCustomer) -> Customer:
            return replace(
                one.value,
                name_key=match_key(one.value.name),
                initials=self._initials(one.value.name),
                salesperson_id=people.get(one.owner, one.value.salesperson_id),
                region_id=regions.get(one.region, one.value.region_id),
                group_id=groups.get(one.group, one.value.group_id),
            )

        fresh = [one for one in planned if one.ref < 0]
        self._customers = dict(
            zip((one.ref for one in fresh), self._add([linked(one) for one in fresh]), strict=True)
        )
        self._unit.replace_all([linked(one) for one in planned if one.ref > 0 and one.changed])
        self._add(
            [
                Identifier(self._customer(one.ref), kind, value)
                for one in planned
                for kind, value in one.identifiers
            ]
        )
        self._add(
            [Alias(self._customer(one.ref), name, match_key(name)) for one in planned for name in one.aliases]
        )
        self._add(
            [
                Contact(self._customer(one.ref), c.name, "", c.phone, c.mobile, c.email)
                for one in planned
                for c in one.contacts
            ]
        )

    def _customer(self, ref: int) -> int:
        return ref if ref > 0 else self._customers[ref]

    def _document(self, ref: int) -> int:
        return ref if ref > 0 else self._documents[-ref - 1]

    def _add(self, values: Sequence[Record], label: str = "import.step_write") -> list[int]:
        ids: list[int] = []
        for part in chunks(values, self._control, label, CHUNK):
            ids += self._unit.add_all(part)
        return ids

    def _write_documents(self, news: Sequence[DocumentPlanRow], people: Mapping[str, int]) -> None:
        values = [self._new(row, people) for row in news]
        values += [self._inferred(one) for one in self._plan.inferred]
        self._documents = self._add(values)
        self._name_originals(news, values)

    def _new(self, row: DocumentPlanRow, people: Mapping[str, int]) -> Document:
        one = row.record
        customer = row.customer
        return Document(
            customer if customer > 0 else self._customers[customer],
            one.kind,
            one.number,
            one.doc_date,
            one.currency,
            one.amount,
            row.due_date,
            0,
            bool(row.parts),
            one.terms,
            one.reference,
            one.contract,
            people[one.owner] if one.owner else None,
            row.original if row.original > 0 else None,
            one.rate,
            note=one.note,
        )

    def _inferred(self, one: InferredDocument) -> Document:
        """Its note holds the days between which it happened, and the file; no words, in no language."""
        days = f"{one.since.isoformat()} … {one.on.isoformat()}" if one.since else one.on.isoformat()
        return Document(
            self._customer(one.customer),
            one.kind,
            "",
            one.on,
            one.currency,
            one.amount,
            one.on if one.kind is DocumentKind.REFUND else None,
            reference=one.reference,
            inferred=True,
            note=f"{days} · {self._source}",
        )

    def _name_originals(self, news: Sequence[DocumentPlanRow], values: Sequence[Document]) -> None:
        """Credit notes that name an invoice of the same file: it has an id only now."""
        late = [(i, row.original) for i, row in enumerate(news) if row.original < 0]
        self._unit.replace_all(
            [
                replace(values[i], id=self._documents[i], version=1, original_id=self._document(original))
                for i, original in late
            ]
        )

    def _write_instalments(self, news: Sequence[DocumentPlanRow]) -> None:
        values = [
            Instalment(self._document(row.document), seq, due, amount)
            for row in news
            for seq, (due, amount) in enumerate(row.parts, 1)
        ]
        keys = [(row.document, seq) for row in news for seq in range(1, len(row.parts) + 1)]
        self._parts = dict(zip(keys, self._add(values), strict=True))

    def _reopen(self, cuts: Sequence[Reopening]) -> None:
        """Cut allocations, and the inferred documents that stood for them."""
        if not cuts:
            return
        left = {one.allocation_id: one.left for one in cuts}
        self._unit.remove(Allocation, [ref for ref, rest in left.items() if not rest])
        kept = [ref for ref, rest in left.items() if rest]
        if kept:
            self._unit.replace_all(
                [
                    replace(one, amount=left[one.id], credit_amount=left[one.id])
                    for one in self._unit.find(Allocation, id=kept)
                ]
            )
        off: dict[int, int] = defaultdict(int)
        for cut in cuts:
            if cut.inferred:
                off[cut.other] += cut.cut
        if off:
            documents = self._unit.find(Document, id=list(off))
            self._unit.remove(Document, [one.id for one in documents if one.amount <= off[one.id]])
            self._unit.replace_all(
                [
                    replace(one, amount=one.amount - off[one.id])
                    for one in documents
                    if one.amount > off[one.id]
                ]
            )

    def _change(self, rows: Sequence[DocumentPlanRow], people: Mapping[str, int]) -> None:
        """Accepted changes of the documents themselves; settlements and disputes are rows of their own."""
        if not rows:
            return
        stored = {one.id: one for one in self._unit.find(Document, id=[row.document for row in rows])}
        values = []
        for row in rows:
            fields: dict[str, Any] = {one.field: one.after for one in row.changes if one.field not in _BESIDE}
            owners = [one.after for one in row.changes if one.field == "owner"]
            if owners:
                fields["salesperson_id"] = people[str(owners[0])]
            if fields:
                values.append(replace(stored[row.document], **fields))
        self._unit.replace_all(values)

    def _write_allocations(self) -> None:
        note = f"{INFERRED_NOTE} {self._plan.choices.snapshot_of or self._source}"
        self._add(
            [
                Allocation(
                    self._document(one.debit),
                    self._document(one.credit),
                    one.on,
                    one.amount,
                    one.amount,
                    one.instalment_id or self._parts.get((one.debit, one.seq)),
                    note if one.inferred else "",
                )
                for one in self._plan.allocations
            ]
        )

    def _write_disputes(self, news: Sequence[DocumentPlanRow], changed: Sequence[DocumentPlanRow]) -> None:
        rows = [row for row in news if row.record.disputed]
        rows += [row for row in changed if any(one.field == "disputed" for one in row.changes)]
        self._add([self._dispute(row) for row in rows])

    def _dispute(self, row: DocumentPlanRow) -> Dispute:
        """Open from the invoice's day, for no other is known, or the first that is not closed.

        It is closed when the invoice was paid in full.
        """
        one = row.record
        opened = first_open(self._unit, one.doc_date)
        paid = file_open(one) == 0
        closed = max(opened, self._settled_on(one)) if paid else None
        return Dispute(self._document(row.document), opened, closed_on=closed)

    def _write_shipments(self, news: Sequence[DocumentPlanRow], changed: Sequence[DocumentPlanRow]) -> None:
        """When goods left, how they are paid, what of it is tax, where the file says so."""
        told = [row for row in news if tells_shipment(row.record)]
        self._add(
            [
                Shipment(
                    self._document(row.document),
                    None if row.record.shipped_on == row.record.doc_date else row.record.shipped_on,
                    row.record.method,
                    vat=row.record.tax,
                )
                for row in told
            ]
        )
        said: dict[int, dict[str, Any]] = {
            row.document: fields
            for row in changed
            if (fields := {one.field: one.after for one in row.changes if one.field in _SHIPPED})
        }
        if not said:
            return
        known = {one.document_id: one for one in self._unit.find(Shipment, document_id=list(said))}
        self._unit.replace_all([replace(one, **said[row]) for row, one in known.items()])
        self._add([Shipment(row, **fields) for row, fields in said.items() if row not in known])

    def _settled_on(self, one: StagedDocument) -> date:
        choices = self._plan.choices
        return one.paid_on or choices.snapshot_of or choices.as_of or one.doc_date

    def _write_snapshot(self) -> None:
        day = self._plan.choices.snapshot_of
        if day is not None and self._plan.kind is ImportKind.INVOICES:
            self._unit.add(Snapshot(day, self._source, self._unit.set_id))

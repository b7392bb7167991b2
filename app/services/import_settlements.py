"""What an import settles: what the file itself states of new and of changed documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.document import Document, Instalment, sign
from app.domain.import_plan import (
    Action,
    Cause,
    DocumentPlanRow,
    ImportChoices,
    Reopening,
)
from app.domain.importing import StagedDocument
from app.domain.snapshot import Link, OpenPart, Settled, Standing, reopen, settle
from app.services.import_documents import file_open
from app.services.import_ports import ImportLedger
from app.services.ports import Store


class SettlementPlan:
    """Gathers how items stand in books and file, then settles each customer's in each currency.

    ``refs`` numbers the documents that it infers. ``reopenings`` are allocations to be cut.
    """

    def __init__(
        self,
        store: Store,
        ledger: ImportLedger,
        choices: ImportChoices,
        today: date,
        refs: Iterator[int],
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._choices = choices
        self._today = today
        self._refs = refs
        self._groups: dict[tuple[int, str], list[Standing]] = defaultdict(list)
        self.reopenings: dict[int, Reopening] = {}

    def put(self, standing: Standing) -> None:
        """One more item to bring to what the file says."""
        self._groups[standing.customer, standing.currency].append(standing)

    def cut(self, cuts: Iterable[Reopening]) -> None:
        """Note what is taken off allocations; one may be cut again from its other end."""
        for one in cuts:
            before = self.reopenings.get(one.allocation_id)
            self.reopenings[one.allocation_id] = (
                replace(one, cut=one.cut + before.cut, inferred=one.inferred or before.inferred)
                if before
                else one
            )

    def uncut(self, links: Iterable[Link]) -> list[Link]:
        """The allocations as far as they have not been cut yet."""
        return [
            replace(link, amount=self.reopenings[link.allocation_id].left)
            if link.allocation_id in self.reopenings
            else link
            for link in links
        ]

    def settled(self) -> Settled:
        """Settle all that was gathered."""
        done = Settled()
        for standings in self._groups.values():
            settle(standings, self._refs, done)
        return done

    def stated(self, rows: Sequence[DocumentPlanRow], stored: Mapping[int, Document]) -> None:
        """Gather new documents, and accepted changes of known ones, with what the file says is open."""
        grown: list[tuple[DocumentPlanRow, Document, int]] = []
        changed: list[tuple[DocumentPlanRow, Document, int]] = []
        for row in rows:
            one = row.record
            if row.action is Action.NEW:
                standing = self._new(row, one)
                if standing is not None:
                    self.put(standing)
            elif row.accepted and row.document and any(c.field == "open" for c in row.changes):
                document = stored[row.document]
                books = document.open + max(0, one.amount - document.amount)
                after = file_open(one) or 0
                (changed if after < books else grown).append((row, document, after))
        self._shrink(changed)
        self._grow(grown)

    def _new(self, row: DocumentPlanRow, one: StagedDocument) -> Standing | None:
        """A new document that the file says is partly or wholly settled."""
        after = file_open(one)
        excess = max(0, (one.settled or 0) - one.amount, -(one.open or 0))
        if after is None or (after >= one.amount and not excess):
            return None
        return Standing(
            row.document,
            one.kind,
            row.customer,
            one.currency,
            one.doc_date,
            self._day(one),
            one.amount,
            after,
            one.amount,
            one.number,
            one.reference,
            row.due_date,
            excess=excess if sign(one.kind) > 0 else 0,
            parts=tuple(OpenPart(amount, seq=seq) for seq, (_, amount) in enumerate(row.parts, 1)),
        )

    def _day(self, one: StagedDocument) -> date:
        """When it was settled: as the file says, else the day the file speaks for, else its own day."""
        if one.paid_on is not None:
            return one.paid_on
        spoken_for = self._choices.snapshot_of or self._choices.as_of
        return max(one.doc_date, spoken_for) if spoken_for else one.doc_date

    def _shrink(self, changed: Sequence[tuple[DocumentPlanRow, Document, int]]) -> None:
        parts = self.parts(document for _, document, _ in changed if document.has_plan)
        for row, document, after in changed:
            one = row.record
            extra = max(0, one.amount - document.amount)
            on = one.paid_on or self._choices.as_of or self._today
            standing = standing_of(document, on, document.open + extra, after, parts)
            self.put(replace(standing, room=document.open + extra))

    def _grow(self, grown: Sequence[tuple[DocumentPlanRow, Document, int]]) -> None:
        """Accepted: the file knows less as settled than we; take settlements back, inferred ones first."""
        links = self._ledger.links([document.id for _, document, _ in grown], None) if grown else {}
        for row, document, after in grown:
            one = row.record
            extra = max(0, one.amount - document.amount)
            cuts, _ = reopen(links.get(document.id, ()), after - document.open - extra, recorded=True)
            self.cut(cuts)

    def parts(self, documents: Iterable[Document]) -> dict[int, list[Instalment]]:
        """The instalments of documents that have a plan, earliest first."""
        ids = [document.id for document in documents]
        found: dict[int, list[Instalment]] = defaultdict(list)
        if ids:
            for part in self._store.find(Instalment, document_id=ids):
                found[part.document_id].append(part)
        for several in found.values():
            several.sort(key=lambda part: (part.due_date, part.seq))
        return found


def standing_of(
    document: Document,
    on: date,
    before: int,
    after: int | None,
    parts: Mapping[int, Sequence[Instalment]],
    since: date | None = None,
) -> Standing:
    """How a document of the ledger stands on ``on``."""
    return Standing(
        document.id,
        document.kind,
        document.customer_id,
        document.currency,
        document.doc_date,
        on,
        before,
        after,
        min(before, document.open),
        document.number,
        document.reference,
        document.due_date,
        Cause.REDUCED if after else Cause.VANISHED,
        since,
        parts=tuple(OpenPart(part.open, id=part.id) for part in parts.get(document.id, ())),
    )

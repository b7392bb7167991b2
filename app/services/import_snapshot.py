"""Snapshot mode: a file that declares itself all open items of a day, against what we hold open then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.document import Document, sign
from app.domain.import_plan import Action, Closing, DocumentPlanRow, FieldChange, ImportChoices
from app.domain.importing import ImportKind, StagedFile
from app.domain.money import Money
from app.domain.problem import Problem, Severity, Where
from app.domain.snapshot import Settled, reopen
from app.services.import_documents import file_open
from app.services.import_ports import ImportLedger
from app.services.import_settlements import SettlementPlan, standing_of
from app.services.ports import Store


def forbidden(
    staged: StagedFile, rows: Sequence[DocumentPlanRow], day: date, today: date, newest: date | None
) -> Problem | None:
    """Why this file cannot be taken for all open items of ``day``; None when it can."""
    if staged.kind is not ImportKind.INVOICES:
        return Problem("import.snapshot_not_invoices")
    if newest is not None and day < newest:
        return Problem("import.snapshot_old", {"day": day, "newest": newest})
    if day > today:
        return Problem("import.snapshot_future", {"day": day, "today": today})
    if not staged.documents:
        return Problem("import.snapshot_empty")
    # A row that cannot be read would look like an item that was paid.
    errors = sum(one.severity is Severity.ERROR for one in staged.problems)
    errors += sum(row.action is Action.PROBLEM for row in rows)
    return Problem("import.snapshot_unresolved", {"n": errors}) if errors else None


class SnapshotPlan:
    """Brings the ledger as of a day to the file: what shrank or vanished is settled, what grew reopened."""

    def __init__(
        self, store: Store, ledger: ImportLedger, choices: ImportChoices, day: date, since: date | None
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._choices = choices
        self._day = day
        self._since = since if since is not None and since < day else None
        self._freed: dict[int, int] = {}
        self._freed_parts: dict[int, int] = {}
        self._moves: list[tuple[Document, int, int]] = []
        self._open_more: dict[int, FieldChange] = {}
        self._stated: dict[int, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def gather(
        self,
        staged: StagedFile,
        rows: Sequence[DocumentPlanRow],
        stored: Mapping[int, Document],
        plan: SettlementPlan,
    ) -> list[DocumentPlanRow]:
        """Tell ``plan`` how every item stands; the rows come back with what needs accepting."""
        self._stated = {row.document: _stated(row) for row in rows if row.document > 0}
        lists_credits = any(sign(one.kind) < 0 for one in staged.documents)
        raised = {row.document: _raise_of(row) for row in rows if row.accepted and row.document > 0}
        open_at = dict(self._ledger.open_at(self._day))
        documents = self._documents({*open_at, *self._stated}, stored)
        targets = self._targets(documents, lists_credits=lists_credits)
        books = {ref: open_at.get(ref, 0) + raised.get(ref, 0) for ref in documents}
        # Debits first: what they give back may free credits, which then stand open themselves.
        for side in (1, -1):
            self._grow([d for d in documents.values() if sign(d.kind) == side], books, targets, plan)
            freed = self._documents({ref for ref in self._freed if ref not in documents}, stored)
            documents |= freed
            targets |= self._targets(freed, lists_credits=lists_credits)
        self._stand(documents, books, targets, raised, plan)
        self._warn_later(rows)
        return [self._marked(row) for row in rows]

    def closings(self, done: Settled) -> list[Closing]:
        """The preview: every item of ours that closes, shrinks or reopens."""
        return [
            Closing(
                one.id,
                one.kind,
                one.number,
                one.customer_id,
                one.currency,
                before,
                after,
                done.by_credit.get(one.id, 0),
                max(0, before - after - done.by_credit.get(one.id, 0)),
                one.id not in self._stated,
            )
            for one, before, after in self._moves
        ]

    def _documents(self, ids: set[int], stored: Mapping[int, Document]) -> dict[int, Document]:
        """Those of the documents that exist on the day."""
        missing = [one for one in ids if one not in stored]
        found = {ref: stored[ref] for ref in ids if ref in stored}
        if missing:
            found |= {one.id: one for one in self._store.find(Document, id=missing)}
        return {ref: one for ref, one in sorted(found.items()) if one.doc_date <= self._day}

    def _targets(self, documents: Mapping[int, Document], *, lists_credits: bool) -> dict[int, int | None]:
        """What the file says is open of each; nothing of a credit (None) where it lists no credits."""
        unlisted = {1: 0, -1: 0 if lists_credits else None}
        return {
            ref: self._stated[ref][1] if ref in self._stated else unlisted[sign(one.kind)]
            for ref, one in documents.items()
        }

    def _grow(
        self,
        documents: Sequence[Document],
        books: dict[int, int],
        targets: Mapping[int, int | None],
        plan: SettlementPlan,
    ) -> None:
        """Reopen what the file shows more open than we do."""
        grown = [
            (one, target - books[one.id])
            for one in documents
            if (target := targets[one.id]) is not None and target > books[one.id]
        ]
        links = self._ledger.links([one.id for one, _ in grown], self._day) if grown else {}
        for one, amount in grown:
            row = self._stated[one.id][0]
            free = plan.uncut(links.get(one.id, ()))
            cuts, left = reopen(free, amount, recorded=self._choices.accepts(row))
            plan.cut(cuts)
            freed = amount - left
            if freed:
                self._moves.append((one, books[one.id], books[one.id] + freed))
                self._say(
                    "import.snapshot_reopens", row, one, open=Money(books[one.id] + freed, one.currency)
                )
            if left:
                self._not_opened(row, one, books[one.id] + freed, left, targets)
            books[one.id] += freed
            self._freed[one.id] = self._freed.get(one.id, 0) + freed
            for cut in cuts:
                part = cut.instalment_id
                self._freed_parts[part] = self._freed_parts.get(part, 0) + cut.cut
                if not cut.inferred:
                    books[cut.other] = books.get(cut.other, 0) + cut.cut
                    self._freed[cut.other] = self._freed.get(cut.other, 0) + cut.cut

    def _not_opened(
        self, row: int, one: Document, opened: int, left: int, targets: Mapping[int, int | None]
    ) -> None:
        """Payments that somebody recorded are only taken back when the user says so."""
        target = targets[one.id] or 0
        said = {"ours": Money(opened, one.currency), "open": Money(target, one.currency)}
        if target > one.amount or self._choices.accepts(row):
            self._say("import.snapshot_above_amount", row, one, **said)
            return
        self._open_more[row] = FieldChange("open", opened, opened + left)
        self._say("import.snapshot_open_more", row, one, **said)

    def _stand(
        self,
        documents: Mapping[int, Document],
        books: Mapping[int, int],
        targets: Mapping[int, int | None],
        raised: Mapping[int, int],
        plan: SettlementPlan,
    ) -> None:
        """Everything that must come down, and the credits that may serve for it."""
        shrunk = [
            one for ref, one in documents.items() if (target := targets[ref]) is None or target < books[ref]
        ]
        parts = {
            ref: [replace(part, open=part.open + self._freed_parts.get(part.id, 0)) for part in several]
            for ref, several in plan.parts(one for one in shrunk if one.has_plan).items()
        }
        for one in shrunk:
            extra = raised.get(one.id, 0) + self._freed.get(one.id, 0)
            standing = standing_of(one, self._day, books[one.id], targets[one.id], parts, self._since)
            room = min(books[one.id], one.open + extra)
            if one.has_plan:
                room = min(room, sum(part.open for part in standing.parts))
            standing = replace(standing, room=room)
            plan.put(standing)
            if standing.after is None:
                continue
            self._moves.append((one, books[one.id], books[one.id] - standing.shrinks))
            lacking = books[one.id] - standing.after - standing.shrinks
            if lacking:
                row = self._stated.get(one.id, (0, 0))[0]
                self._say("import.snapshot_settled_later", row, one, amount=Money(lacking, one.currency))

    def _warn_later(self, rows: Sequence[DocumentPlanRow]) -> None:
        for row in rows:
            one = row.record
            if one.doc_date > self._day and row.document:
                params = {"number": one.number, "day": one.doc_date, "snapshot": self._day}
                where = Where(row=row.row)
                self.problems.append(Problem("import.dated_after_snapshot", params, Severity.WARNING, where))

    def _marked(self, row: DocumentPlanRow) -> DocumentPlanRow:
        change = self._open_more.get(row.row)
        if change is None or row.action not in {Action.SKIP, Action.CHANGE}:
            return row
        return replace(
            row,
            action=Action.CHANGE,
            reason="import.change_not_accepted",
            changes=(*row.changes, change),
        )

    def _say(self, code: str, row: int, one: Document, **said: object) -> None:
        params = {"number": one.number, **said}
        self.problems.append(Problem(code, params, Severity.WARNING, Where(row=row)))


def _stated(row: DocumentPlanRow) -> tuple[int, int]:
    """The row and what it says is open; an open item listed with its amount alone is open in full."""
    one = row.record
    stated = file_open(one)
    return row.row, one.amount if stated is None else stated


def _raise_of(row: DocumentPlanRow) -> int:
    """By how much the row's accepted changes raise the document's amount; minor units."""
    for change in row.changes:
        if change.field == "amount" and isinstance(change.before, int) and isinstance(change.after, int):
            return change.after - change.before
    return 0

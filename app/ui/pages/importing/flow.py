"""One import on its way through the services; the panels show what it holds and change it here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.import_plan import AllocateBy, ImportChoices, ImportPlan, ImportResult
from app.domain.importing import (
    ColumnGuess,
    ColumnMap,
    Corrections,
    ImportKind,
    RawTable,
    SourceOptions,
    StagedFile,
)
from app.domain.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from app.domain.problem import Problem
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.tasks import Task

PASTED = "paste"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user decided so far."""

    kind: ImportKind = ImportKind.INVOICES
    path: Path | None = None
    text: str = ""
    options: SourceOptions = field(default_factory=SourceOptions)
    corrections: Corrections = field(default_factory=Corrections)
    snapshot_of: date | None = None
    allocate: tuple[AllocateBy, ...] = (AllocateBy.REFERENCE, AllocateBy.EXACT, AllocateBy.OLDEST)
    matches: Mapping[str, int | str] = field(default_factory=dict)
    accepted: frozenset[int] | bool = False
    keep: frozenset[int] = frozenset()

    def choices(self) -> ImportChoices:
        """The decisions as the planner takes them."""
        return ImportChoices(
            snapshot_of=self.snapshot_of if self.kind is ImportKind.INVOICES else None,
            allocate=self.allocate or None,
            matches=self.matches,
            accept_changes=self.accepted,
            keep=self.keep,
        )


class ImportFlow(QObject):
    """Reads, maps, stages, plans and commits off the main thread; says what came of it."""

    read = Signal()
    staged_changed = Signal()
    planned = Signal()
    committed = Signal()
    failed = Signal(object)
    working = Signal(bool)
    progressed = Signal(int, int, str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._service = context.company.importing
        self._task: Task | None = None
        self._undone: list[Corrections] = []
        self._done: list[Corrections] = []
        self.clear()
        context.runner.progressed.connect(self._on_progress)

    def clear(self, kind: ImportKind = ImportKind.INVOICES) -> None:
        """Begin anew."""
        self.draft = Draft(kind)
        self.table: RawTable | None = None
        self.columns: ColumnMap | None = None
        self.guesses: Sequence[ColumnGuess] = ()
        self.staged: StagedFile | None = None
        self.plan: ImportPlan | None = None
        self.result: ImportResult | None = None
        self._undone.clear()
        self._done.clear()

    @property
    def source_name(self) -> str:
        """The file's name, or the word for a paste."""
        return self.draft.path.name if self.draft.path is not None else PASTED

    @property
    def unsaved(self) -> bool:
        """Whether typed corrections would be lost by leaving."""
        work = self.draft.corrections
        return self.result is None and bool(work.cells or work.skip)

    # -- reading --------------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        """Read a file from the beginning; of what was decided only the answers of step 1 stay."""
        self._begin(replace(self._answers(), path=path))

    def read_paste(self, text: str) -> None:
        """Read what was copied from a spreadsheet."""
        self._begin(replace(self._answers(), text=text))

    def _answers(self) -> Draft:
        """A draft that knows the answers of step 1 alone."""
        now = self.draft
        return Draft(now.kind, snapshot_of=now.snapshot_of, allocate=now.allocate)

    def _begin(self, draft: Draft) -> None:
        self.clear(draft.kind)
        self.draft = draft
        self._read()

    def reread(self, options: SourceOptions) -> None:
        """Read again with another sheet, header row, encoding or delimiter."""
        corrections = Corrections()
        self.draft = replace(self.draft, options=options, corrections=corrections)
        self._read()

    def _read(self) -> None:
        """Parse beside the database worker: a big file must not keep the board waiting."""
        draft, service = self.draft, self._service

        def work(control: Control) -> RawTable:
            if draft.path is not None:
                return service.read(draft.path, draft.options, control)
            return service.read_text(draft.text, draft.options)

        self._run(work, self._map, parsing=True)

    def _map(self, table: RawTable) -> None:
        kind, service = self.draft.kind, self._service

        def work(_control: Control) -> tuple[ColumnMap, list[ColumnGuess]]:
            return service.guess(table, kind)

        def done(found: tuple[ColumnMap, list[ColumnGuess]]) -> None:
            self.table, (self.columns, self.guesses) = table, found
            self.read.emit()
            self.stage()

        self._run(work, done)

    def set_kind(self, kind: ImportKind) -> None:
        """Say what the rows are; a file already read is mapped anew."""
        if kind is self.draft.kind:
            return
        self.draft = replace(self.draft, kind=kind)
        if self.table is not None:
            self._read()

    # -- columns and corrections ----------------------------------------------------------------

    def set_columns(self, columns: ColumnMap) -> None:
        """Read the cells by another column map."""
        self.columns = columns
        self.stage()

    def correct(self, corrections: Corrections) -> None:
        """Take over typed cells and rows left out; can be undone here."""
        self._done.append(self.draft.corrections)
        self._undone.clear()
        self._take(corrections)

    def undo(self) -> bool:
        """Take the last correction back; False when there is none."""
        if not self._done:
            return False
        self._undone.append(self.draft.corrections)
        self._take(self._done.pop())
        return True

    def redo(self) -> bool:
        """Make the last correction again; False when there is none."""
        if not self._undone:
            return False
        self._done.append(self.draft.corrections)
        self._take(self._undone.pop())
        return True

    def type_over(self, row: int, column: int, text: str) -> None:
        """Another text for a cell, both counted from 1."""
        now = self.draft.corrections
        self.correct(replace(now, cells={**now.cells, (row, column): text}))

    def leave_out(self, rows: Sequence[int]) -> None:
        """Leave rows out of the import."""
        now = self.draft.corrections
        self.correct(replace(now, skip=now.skip | frozenset(rows)))

    def _take(self, corrections: Corrections) -> None:
        self.draft = replace(self.draft, corrections=corrections)
        self.stage()

    def stage(self) -> None:
        """Read every row by the columns and corrections in force."""
        table, columns, service = self.table, self.columns, self._service
        if table is None or columns is None:
            return
        corrections = self.draft.corrections

        def work(_control: Control) -> StagedFile:
            return service.stage(table, columns, corrections)

        def done(staged: StagedFile) -> None:
            self.staged = staged
            self.plan = None
            self.staged_changed.emit()

        self._run(work, done)

    # -- plan and commit ------------------------------------------------------------------------

    def decide(self, draft: Draft) -> None:
        """Other decisions about the plan: it is made again."""
        self.draft = draft
        self.make_plan()

    def make_plan(self) -> None:
        """Compare with the ledger: what would happen to every record."""
        staged, choices, service = self.staged, self.draft.choices(), self._service
        if staged is None:
            return

        def work(control: Control) -> ImportPlan:
            return service.plan(staged, choices, control)

        def done(plan: ImportPlan) -> None:
            self.plan = plan
            self.planned.emit()

        self._run(work, done)

    def commit(self) -> None:
        """Write the plan as one action."""
        plan, service, name = self.plan, self._service, self.source_name
        mapping = (self.table, self.columns) if self.table is not None and self.columns is not None else None
        if plan is None:
            return

        def work(control: Control) -> ImportResult:
            return service.commit(plan, name, control, mapping)

        def done(result: ImportResult) -> None:
            self.result = result
            self.committed.emit()

        self._run(work, done)

    def cancel(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.working.emit(False)

    def _run(
        self, work: Callable[[Control], object], done: Callable[..., None], *, parsing: bool = False
    ) -> None:
        def finished(result: object) -> None:
            self._task = None
            self.working.emit(False)
            done(result)

        def failed(error: Exception) -> None:
            self._task = None
            self.working.emit(False)
            self.failed.emit(error)

        self.working.emit(True)
        runner = self._context.runner
        start = runner.background if parsing else runner.database
        self._task = start(work, finished, failed=failed, owner=self, label="import.step_plan", key="import")

    def _on_progress(self, number: int, done: int, total: int, label: str) -> None:
        if self._task is not None and number == self._task.number:
            self.progressed.emit(done, total, label)

    # -- what is wrong --------------------------------------------------------------------------

    def problems(self) -> list[Problem]:
        """Problems as far as they are known: of the plan once there is one, else of the file."""
        if self.plan is not None:
            return self.plan.all_problems()
        table = list(self.table.problems) if self.table is not None else []
        return table + (list(self.staged.problems) if self.staged is not None else [])

    def error_rows(self) -> list[int]:
        """Rows that cannot be imported as they are."""
        rows = {each.where.row for each in self.problems() if each.severity is Severity.ERROR}
        return sorted(rows - {0})

    def left_out(self) -> int:
        """How many rows are not imported because something is wrong with them."""
        return len(self.error_rows())

"""Bringing the user's own files in: read, map, stage, plan against the ledger, and only then write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.backup import BackupKind
from app.domain.calendar import WorkingDays
from app.domain.clock import Clock
from app.domain.company import Company
from app.domain.import_plan import (
    Action,
    ImportChoices,
    ImportPlan,
    ImportResult,
    MappingPreset,
    RejectedRow,
)
from app.domain.importing import (
    ColumnGuess,
    ColumnMap,
    Corrections,
    ImportKind,
    RawTable,
    SourceOptions,
    StagedFile,
)
from app.domain.problem import DomainError
from app.services.import_commit import write
from app.services.import_mappings import Mappings, from_text
from app.services.import_planning import Planner, rejected_where
from app.services.import_ports import ImportLedger, SourceReader
from app.services.import_progress import many_values
from app.services.ports import Control, Initials, Silent, Store

_SILENT = Silent()
_AS_FOUND = SourceOptions()
_UNCHANGED = Corrections()
_NO_CHOICES = ImportChoices()
_LEAVING = {Action.SKIP, Action.CHANGE, Action.UPDATE_CUSTOMER}


class ImportService:
    """The steps of an import; every one but ``commit`` leaves the ledger as it is."""

    def __init__(
        self,
        store: Store,
        ledger: ImportLedger,
        source: SourceReader,
        calendar: WorkingDays,
        initials: Initials,
        clock: Clock,
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._source = source
        self._calendar = calendar
        self._initials = initials
        self._clock = clock
        self._mappings = Mappings(store)

    def read(self, path: Path, options: SourceOptions = _AS_FOUND, control: Control = _SILENT) -> RawTable:
        """One sheet of a file as it stands; ``EnvironmentFaultError`` where there is none to be had."""
        with many_values():
            return self._source.read(path, options, control)

    def read_text(self, text: str, options: SourceOptions = _AS_FOUND) -> RawTable:
        """A table pasted from a spreadsheet."""
        return self._source.read_text(text, options)

    def guess(
        self, table: RawTable, kind: ImportKind, preset: MappingPreset | None = None
    ) -> tuple[ColumnMap, list[ColumnGuess]]:
        """The column map: a chosen preset, else what was settled for this header before, else guessed."""
        remembered = from_text(preset.mapping, kind, table) if preset else self._mappings.find(table, kind)
        columns, guesses = self._source.guess_columns(table, kind, remembered)
        if not columns.currency:
            columns = replace(columns, currency=self._store.get(Company, 1).currency)
        return columns, guesses

    def stage(self, table: RawTable, columns: ColumnMap, corrections: Corrections = _UNCHANGED) -> StagedFile:
        """Every row classified, every record read, every problem found."""
        with many_values():
            return self._source.interpret(table, columns, corrections)

    def plan(
        self, staged: StagedFile, choices: ImportChoices = _NO_CHOICES, control: Control = _SILENT
    ) -> ImportPlan:
        """What the file would do; a change of mind is a new plan."""
        today = self._clock.today()
        planner = Planner(self._store, self._ledger, self._calendar, today)
        with many_values():
            return planner.plan(staged, choices, control)

    def commit(
        self,
        plan: ImportPlan,
        source_name: str,
        control: Control = _SILENT,
        mapping: tuple[RawTable, ColumnMap] | None = None,
    ) -> ImportResult:
        """Write the plan as one action that undo takes back whole; remember how its columns were read.

        Raises the plan's ``blocked`` problem, ``import.plan_stale`` when the ledger has changed
        since, ``CancelledError`` when stopped; nothing is kept then.
        """
        if plan.blocked is not None:
            raise DomainError(plan.blocked.code, **plan.blocked.params)
        self._store.safeguard(BackupKind.IMPORT)
        with many_values():
            change = write(plan, self._store, self._ledger, self._initials, source_name, control)
        if mapping is not None:
            self._mappings.keep(*mapping)
        actions = plan.counts()
        accepted = sum(row.accepted for row in plan.rows)
        return ImportResult(
            change,
            actions[Action.NEW],
            accepted,
            sum(row.action in _LEAVING and not row.accepted for row in plan.rows),
            len(plan.refused_rows),
            len(plan.inferred),
            sum(one.ref < 0 for one in plan.customers),
            sum(one.ref > 0 for one in plan.customers),
            plan.totals,
        )

    def reject_rows(self, table: RawTable, plan: ImportPlan) -> list[RejectedRow]:
        """The rows that are not written, with their cells and all reasons, as the file runs."""
        found = rejected_where(plan)
        return [
            RejectedRow(row, table.rows[row - 1] if row <= len(table.rows) else (), tuple(reasons))
            for row, reasons in sorted(found.items())
        ]

    def presets(self) -> list[MappingPreset]:
        """Column maps that served before, the latest first."""
        return self._mappings.presets()

    def mappings(self, table: RawTable, kind: ImportKind) -> ColumnMap | None:
        """What was settled for files with this header."""
        return self._mappings.find(table, kind)

    def remember(self, table: RawTable, columns: ColumnMap) -> None:
        """Keep a column map for files with this header."""
        self._mappings.keep(table, columns)

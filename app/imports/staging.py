"""A raw table and its column map to a staged file: every row classed, every problem named."""

from __future__ import annotations

from dataclasses import replace

from app.domain.document import sign
from app.domain.importing import (
    ColumnMap,
    Corrections,
    Fix,
    ImportKind,
    RawTable,
    Role,
    RowClass,
    StagedDocument,
    StagedFile,
)
from app.domain.problem import Problem, Severity
from app.imports.documents import CHOSEN, DocumentStager
from app.imports.faults import file_faults
from app.imports.lines import fold
from app.imports.people import CustomerStager
from app.imports.sheet import Sheet
from app.imports.sorting import RowSorter, Sorted, last_totals
from app.imports.totals import check_totals
from app.imports.values import Values, convert

_NOTHING = Corrections()


def interpret(
    table: RawTable,
    columns: ColumnMap,
    corrections: Corrections = _NOTHING,
    *,
    default_currency: str,
) -> StagedFile:
    """The file as staged records; rows with an error are not among them, but stay problems."""
    sheet = Sheet(table, columns, corrections)
    if columns.kind is ImportKind.CUSTOMERS:
        staged = CustomerStager(sheet, corrections).stage()
        faults = file_faults(sheet, convert(sheet, default_currency), banded=False)
        empty = _nothing(sheet, rows=len(staged.customers) + len(staged.problems) + len(staged.reasons))
        return replace(staged, problems=(*table.problems, *faults, *empty, *staged.problems))
    return _documents(sheet, convert(sheet, default_currency), corrections)


def _documents(sheet: Sheet, values: Values, corrections: Corrections) -> StagedFile:
    """A sheet of invoices or receipts."""
    rows = RowSorter(sheet, values).sort()
    stager = DocumentStager(sheet, values, rows, fold(sheet, values, rows), corrections)
    stager.stage()
    unknown = _unknown(sheet, rows, corrections, stager.reasons)
    totals, differences = check_totals(
        sheet, values, last_totals(rows), stager.raw_sums, stager.skipped_sums, stager.base_sum
    )
    faults = file_faults(sheet, values, banded=bool(rows.bands))
    empty = _nothing(sheet, rows=len(rows.items) + len(rows.unknown))
    found = sorted([*stager.problems, *unknown], key=lambda problem: problem.where.row)
    return StagedFile(
        kind=sheet.columns.kind,
        documents=tuple(stager.documents),
        customers=(),
        problems=(*sheet.table.problems, *faults, *empty, *found, *differences),
        classes=tuple(rows.classes),
        reasons=stager.reasons,
        sums=_sums(stager.documents),
        totals=tuple(totals),
        open_only=values.main_role is Role.OPEN and not sheet.has(Role.SETTLED),
    )


def _nothing(sheet: Sheet, *, rows: int) -> list[Problem]:
    """A warning for a list whose header has nothing under it, which a wrong period or sheet makes."""
    if rows or not sheet.table.header_row:
        return []
    return [Problem("import.no_rows", {}, Severity.WARNING, sheet.where(-1))]


def _unknown(sheet: Sheet, rows: Sorted, corrections: Corrections, reasons: dict[int, str]) -> list[Problem]:
    """A problem for each row nobody can place, unless the user left it out."""
    problems = []
    for index in rows.unknown:
        if index + 1 in corrections.skip:
            rows.classes[index] = RowClass.SKIPPED
            reasons[index + 1] = CHOSEN
            continue
        where = sheet.where(index)
        problems.append(Problem("import.unknown_row", {"row": index + 1}, where=where, fix=Fix.SKIP))
    return problems


def _sums(documents: list[StagedDocument]) -> dict[str, int]:
    """The net amount per currency, credits negative."""
    sums: dict[str, int] = {}
    for document in documents:
        signed = sign(document.kind) * document.amount
        sums[document.currency] = sums.get(document.currency, 0) + signed
    return sums

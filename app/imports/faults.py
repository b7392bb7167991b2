"""What keeps a row from being taken: each unreadable or missing cell as a problem with its fix."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.importing import Cell, Fix, ImportKind, Role
from app.domain.problem import Problem, Severity
from app.imports.cells import as_text
from app.imports.dates import BadDateError
from app.imports.sheet import Sheet
from app.imports.values import Values, most_characters

_SHOWN = 60
_BESIDE = frozenset({Role.PAID_ON, Role.SHIPPED})
"""Days without which an invoice can be taken all the same."""


class Faults:
    """Judges the rows that are not plainly sound; adds to the list of problems it is given."""

    def __init__(self, sheet: Sheet, values: Values, problems: list[Problem]) -> None:
        self._sheet, self._values, self._problems = sheet, values, problems

    def report(self, index: int, amount: int | None, *, nameless: bool) -> bool:
        """Note all that is wrong with a row; True when it cannot be taken."""
        before = len(self._problems)
        self._dates(index)
        self._amounts(index, amount)
        self._codes(index)
        self._lengths(index)
        if nameless and self._customer_column() is not None:
            self._add("import.missing_customer", index, self._customer_column())
        fatal = any(p.severity is Severity.ERROR for p in self._problems[before:])
        return fatal or nameless

    def _customer_column(self) -> Role | None:
        """The column where a customer would stand; None when the file has none."""
        return next((r for r in (Role.CUSTOMER, Role.CUSTOMER_CODE) if self._sheet.has(r)), None)

    def _dates(self, index: int) -> None:
        """Days that do not exist, and a missing one."""
        for role, days in self._values.days.items():
            fault = days.bad.get(index)
            if fault is not None:
                self._bad_date(index, role, fault)
            elif role is Role.INVOICE_DATE and days.values[index] is None:
                self._add("import.missing_date", index, role)

    def _bad_date(self, index: int, role: Role, fault: BadDateError) -> None:
        """One unreadable day; the last day of its month is proposed when only the day is too high."""
        proposal = fault.proposal
        fix = f"{Fix.VALUE}{proposal.isoformat()}" if proposal else Fix.CELL
        severity = Severity.WARNING if role in _BESIDE else Severity.ERROR
        self._add(fault.code, index, role, fix, severity)

    def _amounts(self, index: int, amount: int | None) -> None:
        """Amounts that cannot be read or were rounded, an unknown currency, a missing amount."""
        for role, amounts in self._values.amounts.items():
            if index in amounts.bad:
                self._add("import.bad_amount", index, role)
            elif index in amounts.rounded:
                self._add("import.amount_rounded", index, role, severity=Severity.WARNING)
        if index in self._values.unknown_currency:
            self._add("import.unknown_currency", index, Role.CURRENCY)
        bad = any(index in amounts.bad for amounts in self._values.amounts.values())
        if amount is None and not bad and self._values.amounts:
            role = self._values.main_role
            shown = role if self._sheet.has(role) else next(iter(self._values.amounts))
            self._add("import.missing_amount", index, shown)

    def _codes(self, index: int) -> None:
        """Numbers whose last digits a spreadsheet has rounded away."""
        for role, rows in self._values.lost.items():
            if index in rows:
                needed = role in {Role.NUMBER, Role.CUSTOMER_CODE}
                severity = Severity.ERROR if needed else Severity.WARNING
                self._add("import.lost_digits", index, role, severity=severity)

    def _lengths(self, index: int) -> None:
        """Texts longer than any name or note."""
        for role, rows in self._values.endless.items():
            if index in rows:
                self._add("import.text_too_long", index, role, most=most_characters(role))

    def _add(
        self,
        code: str,
        index: int,
        role: Role | None,
        fix: str = Fix.CELL,
        severity: Severity = Severity.ERROR,
        **more: object,
    ) -> None:
        """Note a problem with the cell's text and the column's title."""
        value = ""
        if role is not None and self._sheet.has(role):
            value = _shown(self._sheet.row(index), self._sheet.index(role))
        params = {
            "row": index + 1,
            "column": self._sheet.title(role) if role is not None else "",
            "value": value,
            **more,
        }
        if fix.startswith(Fix.VALUE):
            params["proposal"] = fix.removeprefix(Fix.VALUE)
        self._problems.append(Problem(code, params, severity, self._sheet.where(index, role), fix))


def _shown(row: Sequence[Cell], column: int) -> str:
    """A cell's text, short enough for a sentence."""
    text = as_text(row[column]) if column < len(row) else ""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def file_faults(sheet: Sheet, values: Values, *, banded: bool) -> list[Problem]:
    """What the file as a whole lacks: a column for something each row needs, or a date order."""
    kind = sheet.columns.kind
    lacking = []
    if not (sheet.has(Role.CUSTOMER) or sheet.has(Role.CUSTOMER_CODE) or banded):
        lacking.append("import.no_customer_column")
    if kind is not ImportKind.CUSTOMERS:
        if not sheet.has(Role.INVOICE_DATE):
            lacking.append("import.no_date_column")
        if not values.amounts:
            lacking.append("import.no_amount_column")
    if kind is ImportKind.INVOICES and not sheet.has(Role.NUMBER):
        lacking.append("import.no_number_column")
    problems = [Problem(code, {}, where=sheet.where(-1), fix=Fix.COLUMNS) for code in lacking]
    return problems + _open_orders(sheet)


def _open_orders(sheet: Sheet) -> list[Problem]:
    """Date columns in which day and month could be either way round."""
    problems = []
    for role, column in sheet.columns.columns.items():
        if column in sheet.columns.ambiguous:
            cells = (row[column] for row in sheet.table.rows[sheet.start :] if column < len(row))
            sample = next((as_text(cell) for cell in cells if isinstance(cell, str) and cell), "")
            params = {"column": sheet.title(role), "value": sample}
            where = sheet.where(-1, role)
            problems.append(Problem("import.date_order_ambiguous", params, where=where, fix=Fix.DATES))
    return problems

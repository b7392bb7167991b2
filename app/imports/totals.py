"""The file's own total rows set against what was read above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.importing import FileTotal, Role
from app.domain.problem import Problem, Severity
from app.imports.documents import money
from app.imports.sheet import Sheet
from app.imports.values import Values


def check_totals(
    sheet: Sheet,
    values: Values,
    rows: Sequence[int],
    sums: Mapping[str, int],
    skipped: Mapping[str, int],
    base_sum: int,
) -> tuple[list[FileTotal], list[Problem]]:
    """Each total row against the items' sum in its currency; a difference is a warning.

    A file of several currencies is compared in the base currency, if it states amounts in it.
    Some programs count voided rows in their total, so a sum with those is accepted as well.
    """
    totals, problems = [], []
    for index in rows:
        stated = _stated(values, index)
        currency = _currency(sheet, values, index, sums)
        found = sums.get(currency, 0)
        if not currency and Role.AMOUNT_BASE in values.amounts:
            stated, currency = values.amount(Role.AMOUNT_BASE)[index], values.usual
            found = base_sum
        if stated is None or not currency:
            continue
        if stated == found + skipped.get(currency, 0):
            found = stated
        totals.append(FileTotal(index + 1, currency, stated, found))
        if stated != found:
            params = {
                "row": index + 1,
                "currency": currency,
                "stated": money(stated, currency),
                "found": money(found, currency),
            }
            where = sheet.where(index, values.main_role)
            problems.append(Problem("import.total_differs", params, Severity.WARNING, where))
    return totals, problems


def _stated(values: Values, index: int) -> int | None:
    """The total row's amount in the column that the items' amounts come from."""
    if values.main_role is Role.AMOUNT:
        return values.amount(Role.AMOUNT)[index]
    return values.main[index]


def _currency(sheet: Sheet, values: Values, index: int, sums: Mapping[str, int]) -> str:
    """The currency a total is in: its own, or the only one of the file; "" when there are several."""
    if sheet.has(Role.CURRENCY) and values.text(Role.CURRENCY)[index]:
        return values.currencies[index]
    return next(iter(sums)) if len(sums) == 1 else ""

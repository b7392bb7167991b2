"""Files with one row per invoice line: the rows of one invoice folded into one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.importing import ImportKind, Role
from app.imports.sheet import Sheet
from app.imports.sorting import Sorted
from app.imports.titles import bare, normal
from app.imports.values import Values

# Columns that only a list of invoice lines has; the last two are Xero's own.
_LINE_TITLES = frozenset(
    "quantity qty unitamount unitprice lineamount inventoryitemcode itemname 数量 单价 "
    "货物名称 货物或应税劳务名称 商品名称 "
    "规格型号 品名 项目名称 invoiceamountdue poaddressline1".split()
)
_WHOLE_TITLES = frozenset(
    "total invoicetotal invoiceamount totalamount grandtotal 发票金额 发票总额 单据金额 "
    "整单金额 总金额 总额".split()
)


@dataclass(slots=True)
class Folded:
    """The first row of each document with its further rows and, where lines add up, their sum."""

    lines: dict[int, tuple[int, ...]] = field(default_factory=dict)
    sums: dict[int, int] = field(default_factory=dict)
    followers: set[int] = field(default_factory=set)


def fold(sheet: Sheet, values: Values, rows: Sorted) -> Folded:
    """Which items are lines of one invoice: same number, customer and day, in a file of lines.

    The whole invoice's total is repeated on each line and counted once; line amounts are added.
    """
    folded = Folded()
    if sheet.columns.kind is ImportKind.RECEIPTS or not is_linewise(sheet):
        return folded
    groups = _groups(values, rows)
    repeated = _repeats_total(sheet, values, groups)
    for first, *others in groups:
        folded.lines[first] = tuple(index + 1 for index in others)
        folded.followers.update(others)
        if not repeated:
            folded.sums[first] = sum(values.main[index] or 0 for index in (first, *others))
    return folded


def is_linewise(sheet: Sheet) -> bool:
    """True when the titles show that a row is a line of an invoice."""
    return any(title in _LINE_TITLES for raw in sheet.table.header for title in (normal(raw), bare(raw)))


def _groups(values: Values, rows: Sorted) -> list[list[int]]:
    """The items that share customer, number and day, where there are several."""
    names, codes = values.text(Role.CUSTOMER), values.text(Role.CUSTOMER_CODE)
    numbers, days = values.text(Role.NUMBER), values.day(Role.INVOICE_DATE)
    groups: dict[tuple[object, ...], list[int]] = {}
    for index in rows.items:
        band = rows.bands.get(index)
        customer = (names[index], codes[index]) if band is None else (band.name, band.code)
        if numbers[index]:
            groups.setdefault((customer, numbers[index], days[index]), []).append(index)
    return [group for group in groups.values() if len(group) > 1]


def _repeats_total(sheet: Sheet, values: Values, groups: Sequence[Sequence[int]]) -> bool:
    """True when the amount is the invoice's own, the same on each of its lines."""
    equal = all(len({values.main[index] for index in group}) == 1 for group in groups)
    if not equal:
        return False
    if bare(sheet.title(values.main_role)) in _WHOLE_TITLES:
        return True
    opens = values.amount(Role.OPEN)
    return sheet.has(Role.OPEN) and all(len({opens[i] for i in group}) == 1 for group in groups)

"""A CSV file or workbook of open orders to values: columns told by their titles, each row checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from app.domain.importing import Cell, DateOrder, Fix, RawTable
from app.domain.problem import Problem, Where
from app.imports import dates
from app.imports.cells import LostDigitsError, as_code, as_text
from app.imports.currencies import iso
from app.imports.header import is_blank
from app.imports.numbers import (
    BadNumberError,
    RoundedError,
    decimal_mark,
    float_to_decimal,
    minor_units,
    parse,
)
from app.imports.titles import bare, normal

if TYPE_CHECKING:
    from decimal import Decimal

_NAMES = {
    "number": "订单号 订单编号 销售订单号 订单号码 合同号 合同编号 单号 单据编号|Order number|Order no|Order|"
    "Order id|Sales order|SO number|SO|PO number|Number",
    "customer": "客户编码 客户编号 客户代码 客户名称 客户 购货单位 往来单位|Customer code|Customer no|"
    "Customer id|Customer name|Customer|Account name|Buyer",
    "on": "订单日期 下单日期 签订日期 日期 单据日期|Order date|Date|Ordered on|Placed on",
    "currency": "币种 币别 货币|Currency|Ccy",
    "amount": "订单金额 价税合计 含税金额 金额 总金额 合计金额|Order amount|Order value|Amount|Total|"
    "Total amount|Value",
    "delivered": "已发货金额 已发货 发货金额 已交货金额 出库金额 已出库|Delivered|Delivered amount|Shipped|"
    "Shipped amount",
    "invoiced": "已开票金额 已开票 开票金额|Invoiced|Invoiced amount|Billed|Billed amount",
    "prepaid": "已预付 预付金额 预收款 预收金额 已收定金 定金|Prepaid|Prepaid amount|Deposit|Deposit paid|"
    "Paid in advance|Advance",
    "ship_on": "交货日期 交货期 发货日期 预计发货日期|Ship date|Delivery date|Ship on|Due to ship",
}
_NEEDED = ("customer", "on", "amount")
_AMOUNTS = ("amount", "delivered", "invoiced", "prepaid")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class OrderLineRead:
    """One row: texts as they stand, days, and minor units of its currency."""

    row: int
    number: str
    customer: str
    on: date
    currency: str
    amounts: Mapping[str, int]
    ship_on: date | None


@cache
def _titles() -> Mapping[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for role, names in _NAMES.items():
        chinese, _, english = names.partition("|")
        for rank, name in enumerate([*chinese.split(), *english.split("|")]):
            found.setdefault(normal(name), (role, rank))
    return found


def columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what; the best-named one where several could."""
    claims: dict[str, list[tuple[int, int]]] = {}
    for column, title in enumerate(header):
        found = (_titles().get(normal(title)) or _titles().get(bare(title))) if title else None
        if found:
            claims.setdefault(found[0], []).append((found[1], column))
    return {role: min(several)[1] for role, several in claims.items()}


@dataclass(slots=True)
class OrderTable:
    """Reads the rows of a table; gathers orders and problems. ``currency`` is that of rows without one."""

    table: RawTable
    currency: str
    lines: list[OrderLineRead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _columns: dict[str, int] = field(default_factory=dict)
    _order: DateOrder = DateOrder.YMD
    _mark: str = "."

    def read(self) -> None:
        """Every row below the header."""
        self._columns = columns(self.table.header)
        where = Where(self.table.sheet, self.table.header_row)
        self.problems += [
            Problem("order.no_column", {"column": (f"order_column.{role}", {})}, where=where, fix=Fix.COLUMNS)
            for role in _NEEDED
            if role not in self._columns
        ]
        if self.problems:
            return
        start = self.table.header_row + self.table.header_rows - 1 if self.table.header_row else 0
        body = self.table.rows[start:]
        decision = dates.decide(self._cell(row, "on") for row in body)
        self._order = decision.order if decision else DateOrder.YMD
        amounts = (self._cell(row, name) for row in body for name in _AMOUNTS)
        self._mark = decimal_mark(amounts, "," if self.table.delimiter == ";" else ".")
        for index, row in enumerate(body, start + 1):
            # A row without a customer or a day is a total or a remark.
            if not is_blank(self._cell(row, "customer")) and not is_blank(self._cell(row, "on")):
                self._row(index, row)

    def _cell(self, row: Sequence[Cell], role: str) -> Cell:
        column = self._columns.get(role, -1)
        return row[column] if 0 <= column < len(row) else None

    def _row(self, index: int, row: Sequence[Cell]) -> None:
        named = as_text(self._cell(row, "currency"))
        currency = (iso(named) or self.currency) if not named or iso(named) is not None else ""
        if not currency:
            self._bad("order.row_currency", index, row, "currency")
            return
        on, ship_on = self._day(index, row, "on"), self._day(index, row, "ship_on")
        found = {name: self._amount(index, row, name, currency) for name in _AMOUNTS}
        amounts = {name: amount for name, amount in found.items() if amount is not None}
        if on is not None and len(amounts) == len(found):
            number, customer = self._text(row, "number"), self._text(row, "customer")
            self.lines.append(OrderLineRead(index, number, customer, on, currency, amounts, ship_on))

    def _text(self, row: Sequence[Cell], role: str) -> str:
        cell = self._cell(row, role)
        try:
            return as_code(cell)
        except LostDigitsError:
            return as_text(cell)

    def _day(self, index: int, row: Sequence[Cell], role: str) -> date | None:
        try:
            return dates.parse(self._cell(row, role), self._order)
        except dates.BadDateError:
            self._bad("order.row_date", index, row, role)
            return None

    def _amount(self, index: int, row: Sequence[Cell], role: str, currency: str) -> int | None:
        cell = self._cell(row, role)
        try:
            value = self._number(cell)
            if value is None:
                if role != "amount":
                    return 0
            elif value >= 0:
                return minor_units(value, currency)
        except (BadNumberError, RoundedError):
            pass
        self._bad("order.row_amount", index, row, role)
        return None

    def _number(self, cell: Cell) -> Decimal | None:
        return float_to_decimal(cell) if isinstance(cell, float) else parse(as_text(cell), self._mark)

    def _bad(self, code: str, index: int, row: Sequence[Cell], role: str) -> None:
        column = self._columns.get(role, -1)
        title = self.table.header[column] if 0 <= column < len(self.table.header) else role
        value = as_text(self._cell(row, role))[:_SHOWN]
        where = Where(self.table.sheet, index, column + 1)
        params = {"row": index, "column": title, "value": value}
        self.problems.append(Problem(code, params, where=where, fix=Fix.CELL))

"""A CSV file or workbook of open orders to values: columns told by their titles, each row checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from app.domain.importing import Cell, RawTable
from app.domain.problem import Problem
from app.imports.header import is_blank
from app.imports.titled import Names, TitledTable, names_of

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
def _titles() -> Names:
    return names_of(_NAMES)


@dataclass(slots=True)
class OrderTable:
    """Reads the rows of a table; gathers orders and problems. ``currency`` is that of rows without one."""

    table: RawTable
    currency: str
    lines: list[OrderLineRead] = field(default_factory=list)
    _sheet: TitledTable = field(init=False)

    def __post_init__(self) -> None:
        self._sheet = TitledTable(self.table, _titles(), "order")

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the rows."""
        return self._sheet.problems

    def read(self) -> None:
        """Every row below the header."""
        sheet = self._sheet
        if not sheet.begin(_NEEDED, ("on",), _AMOUNTS):
            return
        for index, row in sheet.body():
            # A row without a customer or a day is a total or a remark.
            if not is_blank(sheet.cell(row, "customer")) and not is_blank(sheet.cell(row, "on")):
                self._row(index, row)

    def _row(self, index: int, row: Sequence[Cell]) -> None:
        sheet = self._sheet
        currency = sheet.currency(index, row, self.currency)
        if not currency:
            return
        on, ship_on = sheet.day(index, row, "on"), sheet.day(index, row, "ship_on")
        before = len(sheet.problems)
        found = {name: sheet.amount(index, row, name, currency) for name in _AMOUNTS}
        if found["amount"] is None and len(sheet.problems) == before:
            sheet.bad("row_amount", index, row, "amount")
        if on is None or len(sheet.problems) > before:
            return
        number, customer = sheet.text(row, "number"), sheet.text(row, "customer")
        amounts = {name: amount or 0 for name, amount in found.items()}
        self.lines.append(OrderLineRead(index, number, customer, on, currency, amounts, ship_on))

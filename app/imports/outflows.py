"""A CSV file or workbook of own money going out or coming in; each row checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from typing import Any

from app.domain.importing import Cell, RawTable
from app.domain.problem import Problem, Severity
from app.imports.cells import as_text
from app.imports.header import is_blank
from app.imports.rowclass import marked_class
from app.imports.titled import Names, TitledTable, names_of
from app.imports.titles import normal

_FIELDS = {
    "on": "付款日期 支付日期 预计付款日期 预计日期 计划日期 到期日 到期日期 日期|Payment date|Pay on|"
    "Due date|Due|Planned date|Date|Day",
    "amount": "付款金额 支出金额 支出 应付金额 计划金额 金额|Amount|Payment|Outflow|Amount due|To pay|Pay|"
    "Payable|Total",
    "income": "收入金额 收入 其他收入 收款金额|Income|Inflow|Receipt|In",
    "currency": "币种 币别 货币|Currency|Ccy|Cur",
    "label": "摘要 用途 事项 说明 项目 收款方 收款单位 供应商 供应商名称 名称|Description|Purpose|Text|"
    "What for|Payee|Supplier|Vendor|Name|Item",
    "kind": "类别 类型 种类 支出类别|Kind|Category|Type|Class",
    "every": "周期 频率 重复|Repeats|Every|Frequency|Recurrence|Interval",
    "until": "截止日期 结束日期 重复至 止于|Until|End date|Last date|Ends|Repeats until",
    "note": "备注 附注|Note|Notes|Remark|Remarks|Comment",
}
_DAYS, _AMOUNTS = ("on", "until"), ("amount", "income")
_KINDS: Mapping[str, str] = {
    "suppliers": "供应商 货款 采购 应付账款 材料款|suppliers|supplier|purchases|payables|goods",
    "wages": "工资 薪酬 薪金 社保 工资社保 人工|wages|salaries|salary|payroll|staff",
    "tax": "税费 税款 税金 增值税 所得税|tax|taxes|vat",
    "loan": "贷款 借款 还贷 还款 利息 贷款本息|loan|loans|interest|repayment|debt service|bank",
    "rent": "租金 房租|rent|lease",
    "premium": "保险费 保费|premium|insurance|insurance premium",
    "other": "其他 其它 杂项|other|others|misc|miscellaneous",
}
_EVERY: Mapping[str, str] = {
    "": "一次 单次 否 无|once|no|none|one-off|single",
    "week": "每周 周|weekly|week|every week",
    "month": "每月 月|monthly|month|every month",
    "quarter": "每季 每季度 季 季度|quarterly|quarter|every quarter",
}


@dataclass(frozen=True, slots=True)
class OutflowRead:
    """One row: a day, minor units of its currency (above 0 goes out), what it is for."""

    row: int
    on: date
    amount: int
    currency: str
    label: str
    kind: str
    every: str
    until: date | None
    note: str

    def fields(self) -> dict[str, Any]:
        """By name."""
        return asdict(self)


@cache
def _titles() -> Names:
    return names_of(_FIELDS)


@cache
def _codes(group: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, names in {"kind": _KINDS, "every": _EVERY}[group].items():
        chinese, _, english = names.partition("|")
        for name in [*chinese.split(), *english.split("|"), code]:
            if name:
                found.setdefault(normal(name), code)
    return found


@dataclass(slots=True)
class OutflowTable:
    """Reads the rows of a table; gathers them and problems. ``currency`` is that of rows without one."""

    table: RawTable
    currency: str
    lines: list[OutflowRead] = field(default_factory=list)
    _sheet: TitledTable = field(init=False)

    def __post_init__(self) -> None:
        self._sheet = TitledTable(self.table, _titles(), "outflow")

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the rows."""
        return self._sheet.problems

    def read(self) -> None:
        """Every row below the header."""
        sheet = self._sheet
        if not sheet.begin(("on", "label"), _DAYS, _AMOUNTS):
            return
        if not {"amount", "income"} & sheet.found.keys():
            sheet.begin(("amount",), _DAYS, _AMOUNTS)
            return
        for index, row in sheet.body():
            if self._is_flow(row):
                self._row(index, row)

    def _is_flow(self, row: Sequence[Cell]) -> bool:
        """Not blank, no total, no repeated header."""
        sheet = self._sheet
        texts = [as_text(cell) for cell in row if isinstance(cell, str) and not is_blank(cell)]
        if all(is_blank(cell) for cell in row) or marked_class(texts) is not None:
            return False
        return as_text(sheet.cell(row, "on")) != sheet.header[sheet.found["on"]]

    def _row(self, index: int, row: Sequence[Cell]) -> None:
        sheet = self._sheet
        before = self._errors()
        currency = sheet.currency(index, row, self.currency)
        on, until = sheet.day(index, row, "on"), sheet.day(index, row, "until")
        out = sheet.amount(index, row, "amount", currency or self.currency)
        income = sheet.amount(index, row, "income", currency or self.currency)
        label = sheet.text(row, "label")
        if on is None and self._errors() == before:
            sheet.bad("row_date", index, row, "on")
        if not out and not income and self._errors() == before:
            sheet.bad("row_amount", index, row, "amount" if "amount" in sheet.found else "income")
        if not label and self._errors() == before:
            sheet.bad("row_label", index, row, "label")
        kind = self._code(index, row, "kind") or "other"
        every = self._code(index, row, "every")
        if on is not None and self._errors() == before:
            note = sheet.text(row, "note")
            amount = (out or 0) - (income or 0)
            self.lines.append(OutflowRead(index, on, amount, currency, label, kind, every, until, note))

    def _errors(self) -> int:
        return sum(one.severity is Severity.ERROR for one in self.problems)

    def _code(self, index: int, row: Sequence[Cell], group: str) -> str:
        """A kind or how it comes back: an unknown kind is only said, an unknown period stops the row."""
        text = as_text(self._sheet.cell(row, group))
        if not text:
            return ""
        found = _codes(group).get(normal(text))
        if found is None:
            severity = Severity.WARNING if group == "kind" else Severity.ERROR
            self._sheet.bad(f"row_{group}", index, row, group, severity)
        return found or ""

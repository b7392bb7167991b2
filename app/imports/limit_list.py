"""An insurer's list of buyer limits to values: columns told by their titles, each row checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from typing import Any

from app.domain.importing import Cell, RawTable
from app.domain.problem import Problem, Severity
from app.imports.cells import as_text
from app.imports.header import is_blank
from app.imports.methods import method_of
from app.imports.rowclass import marked_class
from app.imports.titled import Names, TitledTable, names_of
from app.imports.titles import normal

_FIELDS = {
    "buyer": "买方名称 买方 买家名称 买家 债务人 债务人名称 客户名称 客户 单位名称 企业名称 进口商 "
    "进口商名称|Buyer name|Buyer|Debtor|Debtor name|Customer|Customer name|Company|Company name|"
    "Risk name|Name",
    "code": "客户编码 客户代码 统一社会信用代码 纳税人识别号 税号 组织机构代码 注册号 买方代码 买方编码 "
    "买方编号 信保代码|Customer code|Customer no|Your reference|Registration number|Registration no|"
    "Company number|National ID|VAT number|Tax ID|Legal identifier|Buyer code|Buyer no|Buyer number|"
    "Debtor number|Buyer ID|DUNS",
    "amount": "批复限额 批准限额 核准限额 批准金额 批复金额 有效限额 信用限额 限额 限额金额 买方限额 额度 "
    "信用限额金额 当前限额|Approved amount|Approved limit|Agreed amount|Amount agreed|Granted amount|"
    "Limit amount|Credit limit|Current limit|Limit in force|Limit|Cover amount|Amount|Decision amount",
    "requested": "申请限额 申请金额 申请额度|Requested amount|Amount requested|Requested limit|Requested|"
    "Application amount",
    "currency": "币种 币别 货币 限额币种|Currency|Ccy|Cur|Limit currency",
    "outcome": "状态 限额状态 审批结果 审批状态 批复结果 批复状态 结果|Status|Decision|Limit status|"
    "Outcome|Decision status|Result",
    "kind": "限额类型 限额种类 类型|Limit type|Cover type|Type|Product",
    "on": "批复日期 审批日期 批准日期 决定日期 核准日期|Decision date|Date of decision|Decided on|"
    "Approval date|Approved on",
    "effective": "生效日期 生效日 限额生效日 生效 起始日期 起效日期|Effective date|Effective from|"
    "Effective|Valid from|Start date|From",
    "until": "失效日期 失效日 有效期至 到期日 到期日期 终止日期 限额到期日 有效期|Valid until|Valid to|"
    "Expiry date|Expiry|Expires|End date|Until|Expiration date",
    "terms_days": "账期 信用期限 信用期 赊销期限 付款期限 账期(天) 信用期限(天)|Terms|Payment terms|"
    "Credit terms|Terms days|Credit period|Days|Max terms",
    "method": "付款方式 支付方式 结算方式|Payment method|Method of payment|Payment",
    "conditions": "条件 限额条件 附加条件 批复意见 备注 特别条件|Conditions|Special conditions|Comment|"
    "Comments|Remarks|Note|Notes",
    "reference": "限额编号 批复编号 限额批复单号 批单号 编号|Limit number|Limit no|Limit ID|Decision number|"
    "Decision no|Reference|Case ID|Limit reference",
}
_AMOUNTS = ("amount", "requested")
_DAYS = ("on", "effective", "until")
_OUTCOMES: Mapping[str, str] = {
    "requested": "申请中 审批中 待审批 待批复 处理中|requested|pending|in progress|under review|applied|open",
    "granted": "有效 批准 已批准 同意 已批复 正常 生效 生效中 全额批准|granted|approved|agreed|active|"
    "in force|valid|fully approved|full|accepted|current|ok|live",
    "partial": "部分批准 部分同意 部分批复|partial|partially approved|partly approved|partial approval|"
    "partially agreed|partly agreed",
    "declined": "拒绝 已拒绝 不同意 未批准 拒批 零限额 不予批准|declined|refused|rejected|refusal|"
    "not approved|denied|nil|zero",
    "reduced": "减额 降额 调减 已调减 已减额 下调|reduced|decreased|reduction|lowered",
    "withdrawn": "撤销 已撤销 取消 已取消 终止 已终止 收回 停用|withdrawn|cancelled|canceled|cancellation|"
    "terminated|revoked|closed|withdrawal",
    "expired": "到期 已到期 失效 已失效 过期|expired|lapsed|ended",
}
_KINDS: Mapping[str, str] = {
    "named": "批复限额 买方限额 信用限额 普通限额 常规限额 循环限额 标准|named|credit limit|limit|standard|"
    "buyer limit|full|primary|named limit|express|check|permanent",
    "discretionary": "自行掌握限额 自行掌握 自定限额 自主限额|discretionary|discretionary limit|dcl|"
    "self-check|self check|self-underwritten|blind cover|unnamed",
    "top_up": "附加限额 追加限额 补充限额 增额|top-up|top up|topup|cap|cap+|second layer|additional|excess",
}
_DIGITS = re.compile(r"\d+")
_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class LimitRead:
    """One row: texts as they stand, days, and minor units of its currency; "" and None where it is silent."""

    row: int
    buyer: str
    code: str
    currency: str
    amount: int | None
    requested: int | None
    outcome: str
    kind: str
    on: date | None
    effective: date | None
    until: date | None
    terms_days: int | None
    method: str
    conditions: str
    reference: str

    def fields(self) -> dict[str, Any]:
        """By name."""
        return asdict(self)


@cache
def _titles() -> Names:
    return names_of(_FIELDS)


@cache
def _codes(group: str) -> Mapping[str, str]:
    listed = {"outcome": _OUTCOMES, "kind": _KINDS}[group]
    found: dict[str, str] = {}
    for code, names in listed.items():
        chinese, _, english = names.partition("|")
        for name in [*chinese.split(), *english.split("|")]:
            found.setdefault(normal(name), code)
    return found


@dataclass(slots=True)
class LimitTable:
    """Reads the rows of a list; gathers limits and problems. ``currency`` is that of rows without one."""

    table: RawTable
    currency: str
    lines: list[LimitRead] = field(default_factory=list)
    _sheet: TitledTable = field(init=False)
    _faults: int = 0

    def __post_init__(self) -> None:
        self._sheet = TitledTable(self.table, _titles(), "limit_list")

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the rows."""
        return self._sheet.problems

    @property
    def roles(self) -> frozenset[str]:
        """The fields the list has columns for."""
        return frozenset(self._sheet.found)

    def read(self) -> None:
        """Every row below the header."""
        sheet = self._sheet
        if not sheet.begin(("buyer",), _DAYS, _AMOUNTS):
            return
        if not {"amount", "outcome"} & sheet.found.keys():
            sheet.begin(("amount",), _DAYS, _AMOUNTS)
            return
        buyer, code = "", ""
        for index, row in sheet.body():
            if not self._is_limit(row):
                continue
            if not is_blank(sheet.cell(row, "buyer")) or not is_blank(sheet.cell(row, "code")):
                buyer, code = as_text(sheet.cell(row, "buyer")), sheet.text(row, "code")
            if buyer or code:
                self._row(index, row, buyer, code)

    def _is_limit(self, row: Sequence[Cell]) -> bool:
        """Not blank, no total, no repeated header; a buyer over several rows stands in the first alone."""
        sheet = self._sheet
        texts = [as_text(cell) for cell in row if isinstance(cell, str) and not is_blank(cell)]
        if not any(not is_blank(cell) for cell in row) or marked_class(texts) is not None:
            return False
        if as_text(sheet.cell(row, "buyer")) == sheet.header[sheet.found["buyer"]]:
            return False
        named = not is_blank(sheet.cell(row, "buyer")) or not is_blank(sheet.cell(row, "code"))
        dated = any(not is_blank(sheet.cell(row, role)) for role in (*_DAYS, "outcome", "reference"))
        return named or dated

    def _row(self, index: int, row: Sequence[Cell], buyer: str, code: str) -> None:
        sheet = self._sheet
        before = sum(one.severity is Severity.ERROR for one in sheet.problems)
        currency = sheet.currency(index, row, self.currency)
        days = {role: sheet.day(index, row, role) for role in _DAYS}
        amounts = {role: sheet.amount(index, row, role, currency or self.currency) for role in _AMOUNTS}
        line = LimitRead(
            index,
            buyer,
            code,
            currency,
            amounts["amount"],
            amounts["requested"],
            self._code(index, row, "outcome"),
            self._code(index, row, "kind"),
            days["on"],
            days["effective"],
            days["until"],
            self._terms(index, row),
            self._code(index, row, "method"),
            sheet.text(row, "conditions"),
            sheet.text(row, "reference"),
        )
        if sum(one.severity is Severity.ERROR for one in sheet.problems) == before:
            self.lines.append(line)

    def _code(self, index: int, row: Sequence[Cell], group: str) -> str:
        """An outcome, kind or payment method; an unknown method is only said, the others stop the row."""
        text = as_text(self._sheet.cell(row, group))
        if not text:
            return ""
        found = method_of(text) if group == "method" else _codes(group).get(normal(text), "")
        if not found:
            severity = Severity.WARNING if group == "method" else Severity.ERROR
            self._sheet.bad(f"row_{group}", index, row, group, severity)
        return found

    def _terms(self, index: int, row: Sequence[Cell]) -> int | None:
        """Days of the terms a limit is for: ``90``, ``OA 90 days``, ``月结60天``."""
        text = as_text(self._sheet.cell(row, "terms_days"))
        if not text:
            return None
        digits = _DIGITS.search(text)
        if digits and len(digits[0]) < 6 and int(digits[0]) <= _MOST_DAYS:  # noqa: PLR2004 - digits of days
            return int(digits[0])
        self._sheet.bad("row_terms", index, row, "terms_days", Severity.WARNING)
        return None

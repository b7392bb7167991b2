"""Our own liquidity: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "liquidity.current": ("流动比率", "Current ratio"),
    "liquidity.quick": ("速动比率", "Quick ratio"),
    "liquidity.cash": ("现金比率", "Cash ratio"),
    "liquidity.working_capital": ("营运资金", "Net working capital"),
    "liquidity.requirement": ("营运资金需求", "Working-capital requirement"),
    "liquidity.net_cash": ("净现金（营运资金减需求）", "Net cash (working capital less requirement)"),
    "liquidity.inventory_days": ("存货周转天数", "Days of inventory"),
    "liquidity.receivable_days": ("应收周转天数", "Days of receivables"),
    "liquidity.payable_days": ("应付周转天数", "Days of payables"),
    "liquidity.cash_cycle": ("现金周转周期", "Cash conversion cycle"),
    "liquidity_formula.current": ("流动资产 ÷ 流动负债", "current assets ÷ current liabilities"),
    "liquidity_formula.quick": (
        "（流动资产 − 存货 − 预付）÷ 流动负债",
        "(current assets − inventory − prepaid) ÷ current liabilities",
    ),
    "liquidity_formula.cash": ("货币资金 ÷ 流动负债", "cash ÷ current liabilities"),
    "liquidity_formula.working_capital": ("流动资产 − 流动负债", "current assets − current liabilities"),
    "liquidity_formula.requirement": ("存货 + 应收 − 应付", "inventory + receivables − payables"),
    "liquidity_formula.net_cash": (
        "营运资金 − 营运资金需求；为负即为须由短期借款填补的缺口",
        "net working capital − requirement; below zero it is the gap that short debt fills",
    ),
    "liquidity_formula.inventory_days": ("存货 ÷ 营业成本 × 365", "inventory ÷ cost of sales × 365"),
    "liquidity_formula.receivable_days": ("应收 ÷ 营业收入 × 365", "receivables ÷ revenue × 365"),
    "liquidity_formula.payable_days": ("应付 ÷ 营业成本 × 365", "payables ÷ cost of sales × 365"),
    "liquidity_formula.cash_cycle": (
        "存货天数 + 应收天数 − 应付天数",
        "days of inventory + days of receivables − days of payables",
    ),
}

"""Names of the lines of financial statements in Chinese and English, and which line of ours they are."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.domain.financials import Line

_WHOLE: dict[Line, str] = {
    Line.CASH: "货币资金|现金及现金等价物|现金|cash and cash equivalents|cash and bank balances|cash at bank|"
    "cash at bank and in hand|cash and bank|cash",
    Line.RECEIVABLES: "应收账款|应收账款净额|应收票据及应收账款|accounts receivable|trade receivables|"
    "trade debtors|"
    "trade and other receivables|receivables|accounts receivable, net|trade accounts receivable",
    Line.INVENTORY: "存货|存货净额|inventory|inventories|stock|stocks",
    Line.PREPAID: "预付款项|预付账款|prepayments|prepaid expenses|prepaid|advances to suppliers",
    Line.CURRENT_ASSETS: "流动资产合计|流动资产总计|流动资产总额|流动资产|total current assets|"
    "current assets",
    Line.TOTAL_ASSETS: "资产总计|资产合计|资产总额|总资产|total assets",
    Line.PAYABLES: "应付账款|应付票据及应付账款|accounts payable|trade payables|trade creditors|"
    "trade and other payables|payables",
    Line.CURRENT_LIABILITIES: "流动负债合计|流动负债总计|流动负债总额|流动负债|total current liabilities|"
    "current liabilities",
    Line.TOTAL_LIABILITIES: "负债合计|负债总计|负债总额|总负债|total liabilities",
    Line.RETAINED_EARNINGS: "留存收益|retained earnings|retained profits|accumulated profits|"
    "accumulated deficit|"
    "retained earnings (accumulated deficit)|accumulated losses",
    Line.EQUITY: "所有者权益合计|股东权益合计|所有者权益总计|股东权益总计|所有者权益总额|净资产|"
    "所有者权益|股东权益|"
    "total equity|shareholders' equity|total shareholders' equity|stockholders' equity|"
    "total stockholders' equity|owners' equity|total owners' equity|net assets|equity",
    Line.REVENUE: "营业收入|营业总收入|主营业务收入|销售收入|revenue|revenues|total revenue|sales|net sales|"
    "turnover|net revenue|sales revenue|operating revenue",
    Line.COST_OF_SALES: "营业成本|主营业务成本|销售成本|cost of sales|cost of goods sold|cost of revenue|"
    "cogs|operating cost",
    Line.EBIT: "息税前利润|ebit|operating profit|operating income|profit from operations|"
    "earnings before interest and tax|earnings before interest and taxes",
    Line.INTEREST: "利息费用|利息支出|interest expense|interest expenses|interest|interest paid|"
    "finance costs|"
    "finance cost|interest payable",
    Line.PROFIT_BEFORE_TAX: "利润总额|税前利润|profit before tax|profit before income tax|"
    "profit before taxation|"
    "income before taxes|income before income taxes|income before tax|earnings before tax",
    Line.TAX: "所得税费用|所得税|income tax expense|income tax|income taxes|tax|taxation|tax expense|"
    "provision for income taxes",
    Line.NET_PROFIT: "净利润|税后利润|net profit|net income|profit for the year|profit for the period|"
    "profit after tax|net profit (loss)|net earnings|profit after taxation",
    Line.DEPRECIATION: "折旧与摊销|折旧及摊销|折旧和摊销|depreciation and amortisation|"
    "depreciation and amortization|depreciation & amortization|depreciation & amortisation",
    Line.OPERATING_CASH_FLOW: "经营活动产生的现金流量净额|经营活动现金流量净额|经营现金流量净额|"
    "经营活动现金净流量|"
    "net cash from operating activities|net cash generated from operating activities|"
    "net cash provided by operating activities|cash flow from operations|operating cash flow|"
    "cash flows from operating activities|net cash flow from operating activities",
    Line.DEBT_SERVICE: "还本付息|debt service|principal and interest paid",
}
_PARTS: dict[Line, str] = {
    Line.INTANGIBLES: "无形资产|商誉|开发支出|intangible assets|intangibles|goodwill|other intangible assets|"
    "intangible assets, net",
    Line.SHORT_DEBT: "短期借款|一年内到期的非流动负债|一年内到期的长期借款|short-term debt|"
    "short-term borrowings|"
    "short-term loans|short term debt|short term borrowings|bank overdraft|bank overdrafts|"
    "current portion of long-term debt|current borrowings|notes payable to banks",
    Line.LONG_DEBT: "长期借款|应付债券|long-term debt|long-term borrowings|long-term loans|long term debt|"
    "long term borrowings|non-current borrowings|bonds payable|long-term debt, net of current portion",
    Line.RETAINED_EARNINGS: "未分配利润|盈余公积|undistributed profits|undistributed profit|surplus reserve|"
    "surplus reserves|statutory reserve",
    Line.DEPRECIATION: "固定资产折旧|固定资产折旧、油气资产折耗、生产性生物资产折旧|折旧|折旧费|"
    "无形资产摊销|长期待摊费用摊销|摊销|"
    "使用权资产折旧|depreciation|amortisation|amortization|depreciation of property, plant and equipment|"
    "amortisation of intangible assets|amortization of intangible assets",
}
_TOTALS = (
    "负债和所有者权益总计|负债及所有者权益总计|负债和股东权益总计|负债及股东权益总计|负债和所有者权益合计|"
    "负债与所有者权益总计|"
    "负债及所有者权益合计|total liabilities and equity|total equity and liabilities|"
    "total liabilities and shareholders' equity|total liabilities and stockholders' equity|"
    "total liabilities and owners' equity"
)
_NUMBERING = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十]+[)）]?[、.．,]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．)](?!\d)|[ivx]+\.)\s*"
)
_LEADING = re.compile(r"^(?:加|减|其中|add|less|of which|including)\s*[::]\s*")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_EDGES = re.compile(r"^[\s:*.·\-—△☆#]+|[\s:*.·\-—△☆#]+$")
_SPACED = re.compile(r"\s+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for: a line, or (``part``) a share of it that adds up with others."""

    line: Line
    part: bool = False


def plain(name: str) -> str:
    """A line's name without numbering, brackets, colons and case."""
    text = unicodedata.normalize("NFKC", name).replace("’", "'").casefold().strip()
    before = None
    while before != text:
        before = text
        text = _LEADING.sub("", _NUMBERING.sub("", text)).strip()
    text = _EDGES.sub("", _BRACKETS.sub("", text))
    return _SPACED.sub("" if _CHINESE.search(text) else " ", text)


def meaning(name: str) -> Meaning | None:
    """The line a name stands for; None for one that no line of ours takes up."""
    return _KNOWN.get(plain(name))


def is_grand_total(name: str) -> bool:
    """The sum of both sides of a balance sheet, which says nothing new."""
    return plain(name) in _GRAND


def _known() -> dict[str, Meaning]:
    found = {
        plain(name): Meaning(line, part=True) for line, names in _PARTS.items() for name in names.split("|")
    }
    whole = {plain(name): Meaning(line) for line, names in _WHOLE.items() for name in names.split("|")}
    return found | whole


_KNOWN = _known()
_GRAND = frozenset(plain(name) for name in _TOTALS.split("|"))

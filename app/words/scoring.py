"""Credit files and scorecards: problems, statement lines, ratios, families and indicators, per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "scorecard.unreadable": (
        "无法读取评分卡：{detail}。请选择本程序导出的评分卡文件。",
        "The scorecard cannot be read: {detail}. Choose a file that this program exported.",
    ),
    "scorecard.family_weights": (
        "各类权重合计为 {total}，应为 100。请调整或使用“按比例归一”。",
        "The families' weights sum to {total}, not 100. Change them, or bring them to 100 in proportion.",
    ),
    "scorecard.family_negative": (
        "“{family}”的权重为 {weight}，不能为负。",
        "The weight of “{family}” is {weight}; it cannot be negative.",
    ),
    "scorecard.weights": (
        "“{family}”内各指标权重合计为 {total}，应为 100 且每项大于 0。",
        "The weights within “{family}” sum to {total}; they must be above 0 and sum to 100.",
    ),
    "scorecard.twice": (
        "指标“{indicator}”出现了两次。请删去一个。",
        "The indicator “{indicator}” stands twice. Remove one.",
    ),
    "scorecard.no_bins": (
        "指标“{indicator}”没有任何分档。请至少添加一档。",
        "The indicator “{indicator}” has no bins. Add at least one.",
    ),
    "scorecard.points": (
        "指标“{indicator}”的得分应在 0 到 100 之间。",
        "The points of “{indicator}” must lie between 0 and 100.",
    ),
    "scorecard.choices": (
        "指标“{indicator}”的选项为空或重复。",
        "The choices of “{indicator}” are empty or stand twice.",
    ),
    "scorecard.ends": (
        "指标“{indicator}”的首档须无下限、末档须无上限，任何数值才都有得分。",
        "The first bin of “{indicator}” must be open below and the last open above, so that every value scores.",
    ),
    "scorecard.gap": (
        "指标“{indicator}”的分档不连续：上一档止于 {high}，下一档始于 {low}。",
        "The bins of “{indicator}” do not meet: one ends at {high}, the next begins at {low}.",
    ),
    "scorecard.order": (
        "指标“{indicator}”的分档在 {at} 处顺序颠倒。",
        "The bins of “{indicator}” run backwards at {at}.",
    ),
    "scorecard.uneven": (
        "指标“{indicator}”的得分忽高忽低。若是有意为之，请注明。",
        "The points of “{indicator}” go up and down. If that is meant, say so.",
    ),
    "scorecard.bands": (
        "等级分数线须从 A 到 D 依次降低，D 从 0 分起。",
        "The grades must run from A to D with falling scores, D from 0.",
    ),
    "scorecard.unsound": (
        "评分卡有 {n} 处问题，不能发布。首先：{first}",
        "The scorecard has {n} fault and cannot be published. {first}",
        "The scorecard has {n} faults and cannot be published. The first: {first}",
    ),
    "scorecard.unknown": (
        "没有评分卡“{name}”的第 {version} 版。",
        "There is no scorecard “{name}” (version {version}).",
    ),
    "scorecard.not_shipped": (
        "“{name}”不是本程序自带的评分卡，没有默认版本。",
        "“{name}” is not one of the program's own scorecards and has no default.",
    ),
    "scorecard.shipped_stays": (
        "“{name}”是自带的评分卡，不能停用；可以发布新版本。",
        "“{name}” is one of the program's own and cannot be retired; publish a new version instead.",
    ),
    "scorecard.no_reason": ("请写明理由。", "Say why."),
    "scorecard.no_code": ("请给评分卡一个名称。", "Give the scorecard a name."),
    "scorecard.unchanged": (
        "“{name}”与现行版本相同，没有可发布的改动。",
        "“{name}” is the same as the version in force; there is nothing to publish.",
    ),
    "scorecard.sheet_row": (
        "第 {row} 行：不认识“{name}”的“{what}”。请使用本程序导出的表格，只改数字。",
        "Row {row}: “{what}” of “{name}” is not known. Use a sheet that this program exported and change figures only.",
    ),
    "scorecard.sheet_figure": (
        "第 {row} 行：“{value}”不是数字。",
        "Row {row}: “{value}” is not a number.",
    ),
    "assessment.unreadable": (
        "无法读取评分资料：{detail}。",
        "The values to score by cannot be read: {detail}.",
    ),
    "assessment.no_customer": ("没有这个客户。", "There is no such customer."),
    "assessment.nobody": ("没有可以评分的客户。", "There is nobody to score."),
    "assessment.no_reason": (
        "“{indicator}”的自动值被改写，请写明理由。",
        "The value of “{indicator}” was typed over; say why.",
    ),
    "assessment.no_end_reason": ("请写明为何提前终止。", "Say why it ends early."),
    "assessment.end_before": (
        "终止日 {on} 早于评分日 {made}。请选择评分当天或之后的日期。",
        "It would end on {on}, before it was made on {made}. Choose that day or a later one.",
    ),
    "assessment.future": (
        "评分截止日 {on} 在今天（{today}）之后。请选择今天或更早的日期。",
        "The scoring is as of {on}, which is after today ({today}). Choose today or an earlier day.",
    ),
    "assessment.card_not_published": (
        "评分卡“{name}”的这一版尚未发布。请先发布，再完成评分。",
        "This version of “{name}” is not published. Publish it first, then finish the scoring.",
    ),
    "assessment.card_gone": (
        "找不到当时所用的评分卡“{name}”第 {version} 版。",
        "Version {version} of the scorecard “{name}”, by which it was scored, cannot be found.",
    ),
    "assessment.validity": (
        "有效期应为 1 到 {most} 个月，且等级越低不得越长。",
        "A grade holds for 1 to {most} months, and a lower one never longer than a higher.",
    ),
    "assessment.tolerance": (
        "逾期容限的天数不能为负，比例应在 0 到 100 之间。",
        "The days cannot be negative, and the share must lie between 0 and 100.",
    ),
    "assessment.expired": ("有效期至 {until}，已过期", "Expired: it held until {until}"),
    "assessment.replaced": ("已被 {on} 的评分取代", "Replaced by the scoring of {on}"),
    "assessment.ended_by_hand": ("提前终止：{why}", "Ended early: {why}"),
    "assessment.ended_court": ("{on} 有新的涉诉记录", "A new court record of {on}"),
    "assessment.ended_dishonest": (
        "{on} 被列为失信被执行人",
        "On the list of dishonest debtors since {on}",
    ),
    "assessment.ended_insurer": ("{on} 保险公司调减额度", "The insurer cut its limit on {on}"),
    "assessment.ended_insolvent": ("已进入破产程序", "Insolvent by now"),
    "assessment.ended_overdue": (
        "评分之后新增逾期超过 {days} 天的欠款，占未付款 {percent}%",
        "Newly more than {days} days overdue: {percent}% of what is open",
    ),
    "limit.step": (
        "额度取整单位 {step} 无效，应大于 0。",
        "A rounding step of {step} makes no sense; it must be above 0.",
    ),
    "limit.base_unknown": ("缺少计算依据", "The figure it rests on is not known"),
    "limit.not_insured": ("未投保", "Not insured"),
    "financials.unbalanced": (
        "资产负债表不平：资产与负债加权益相差 {difference}。请核对报表。",
        "The balance sheet does not balance: assets differ from liabilities and equity by {difference}. Check the statement.",
    ),
    "financials.part_above_whole": (
        "{line} 为 {amount}，小于其各组成项之和 {parts}。",
        "{line} is {amount}, less than its parts, which sum to {parts}.",
    ),
    "financials.negative": ("{line} 不应为负（{amount}）。", "{line} cannot be negative ({amount})."),
    "ratio.lacking": ("无法计算：缺少{lines}", "Not computable: {lines} missing"),
    "ratio.zero": ("无法计算：{line}为零", "Not computable: {line} is zero"),
    "ratio.negative": ("无法计算：{line}为负", "Not computable: {line} is negative"),
    "distress.market_equity": (
        "无法计算：没有股权市值（非上市公司）",
        "Not computable: no market value of equity (not listed)",
    ),
    "line.cash": ("货币资金", "Cash"),
    "line.receivables": ("应收账款", "Receivables"),
    "line.inventory": ("存货", "Inventory"),
    "line.prepaid": ("预付款项", "Prepaid"),
    "line.current_assets": ("流动资产", "Current assets"),
    "line.intangibles": ("无形资产", "Intangibles"),
    "line.total_assets": ("资产总计", "Total assets"),
    "line.payables": ("应付账款", "Payables"),
    "line.short_debt": ("短期借款", "Short-term debt"),
    "line.current_liabilities": ("流动负债", "Current liabilities"),
    "line.long_debt": ("长期借款", "Long-term debt"),
    "line.total_liabilities": ("负债合计", "Total liabilities"),
    "line.retained_earnings": ("留存收益", "Retained earnings"),
    "line.equity": ("所有者权益", "Equity"),
    "line.revenue": ("营业收入", "Revenue"),
    "line.cost_of_sales": ("营业成本", "Cost of sales"),
    "line.ebit": ("息税前利润", "EBIT"),
    "line.interest": ("利息费用", "Interest"),
    "line.profit_before_tax": ("利润总额", "Profit before tax"),
    "line.tax": ("所得税", "Tax"),
    "line.net_profit": ("净利润", "Net profit"),
    "line.depreciation": ("折旧与摊销", "Depreciation and amortisation"),
    "line.operating_cash_flow": ("经营活动现金流量净额", "Operating cash flow"),
    "line.debt_service": ("还本付息", "Debt service"),
}

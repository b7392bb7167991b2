"""The credit file: problems, ratios with definitions, checklist, events, per code (Chinese, English)."""

from __future__ import annotations

_PROBLEMS: dict[str, tuple[str, ...]] = {
    "credit_file.founded_later": (
        "成立日期 {on} 晚于今天（{today}）。请核对。",
        "Founded on {on}, which is after today ({today}). Check the day.",
    ),
    "credit_file.later": (
        "日期 {on} 晚于今天（{today}）。请核对。",
        "{on} is after today ({today}). Check the day.",
    ),
    "credit_file.period_later": (
        "报表截止日 {on} 晚于今天（{today}）。请核对期间。",
        "The period ends on {on}, which is after today ({today}). Check the period.",
    ),
    "credit_file.negative": (
        "金额和人数不能为负。请改为 0 或正数，不知道则留空。",
        "Amounts and head counts cannot be negative. Enter 0 or more, or leave it empty if unknown.",
    ),
    "credit_file.months": (
        "报表期间为 {months} 个月，应在 1 到 {most} 之间。",
        "A period of {months} months makes no sense; enter 1 to {most}.",
    ),
    "credit_file.unit": (
        "单位 {unit} 无效。请选择元、千元、万元或百万元。",
        "A unit of {unit} makes no sense. Choose units, thousands, ten thousands or millions.",
    ),
    "credit_file.no_figures": (
        "报表没有任何数字。请至少填写一行。",
        "The statement has no figures. Fill in at least one line.",
    ),
    "credit_file.statement_twice": (
        "截至 {period} 的同期间报表已存在。请打开它修改。",
        "There is a statement of that length to {period} already. Open and change that one.",
    ),
    "credit_file.month_twice": (
        "{month} 的银行流水已存在。请打开它修改。",
        "There is a bank flow for {month} already. Open and change that one.",
    ),
    "credit_file.no_name": ("请填写资质名称。", "Name the certificate."),
    "credit_file.bad_point": (
        "合同检查没有“{point}”这一项，或状态“{state}”无效。",
        "The checklist has no point “{point}”, or no state “{state}”.",
    ),
    "credit_file.rating_empty": (
        "请填写评级机构和评级结果。",
        "Enter who rates and what the rating is.",
    ),
    "credit_file.valid_before": (
        "有效期至 {until} 早于评级日期 {on}。请核对。",
        "Valid until {until}, before the rating of {on}. Check the days.",
    ),
    "credit_file.points": (
        "折算分“{points}”无效，应为 0 到 100。",
        "“{points}” points make no sense; enter 0 to 100.",
    ),
    "credit_file.closed_before": (
        "结束日期 {closed} 早于发生日期 {on}。请核对。",
        "Closed on {closed}, before it happened on {on}. Check the days.",
    ),
    "credit_file.no_identifier": (
        "重名很常见。请填写统一社会信用代码等登记号码后再确认。",
        "Namesakes are common. Enter the registered number before you confirm.",
    ),
    "credit_file.other_identifier": (
        "登记号码 {identifier} 不是该客户的。请核对是否为同名企业。",
        "{identifier} is not a number of this customer. Check whether it is a namesake.",
    ),
    "credit_file.other_customer": (
        "这一条属于另一个客户，不能移到“{customer}”。",
        "This entry belongs to another customer; it cannot move to “{customer}”.",
    ),
    "rating_map.no_provider": ("请填写评级机构。", "Name the provider of each scale."),
    "rating_map.twice": (
        "“{provider}”的标尺“{scale}”出现了两次。请删去一个。",
        "The scale “{scale}” of “{provider}” stands twice. Remove one.",
    ),
    "rating_map.empty": (
        "“{provider}”的标尺没有任何取值。请填写各级分值，或最差值与最好值。",
        "The scale of “{provider}” says nothing. Give points by value, or the worst and the best number.",
    ),
    "rating_map.points": (
        "“{provider}”的“{value}”分值无效，应为 0 到 100。",
        "The points of “{value}” by “{provider}” must lie between 0 and 100.",
    ),
}

_FILES: dict[str, tuple[str, ...]] = {
    "statement_file.no_lines": (
        "“{name}”里没有认得的报表项目。请选择资产负债表或利润表，第一列为项目名称。",
        "“{name}” has no known line of a financial statement. Choose one with the names of lines in a column.",
    ),
    "statement_file.no_period": (
        "“{title}”一栏看不出期间。请填写截止日。",
        "The column “{title}” does not say its period. Enter the day it ends.",
    ),
    "statement_file.unit_assumed": (
        "文件没有写明单位，按元读取。请核对。",
        "The file names no unit; amounts are read in full. Check them.",
    ),
    "statement_file.twice": (
        "“{line}”出现了多次且数字不同，取第一次的数字。",
        "“{line}” stands more than once with other figures; the first is taken.",
    ),
}

_RATIOS: dict[str, tuple[str, ...]] = {
    "ratio_name.current": ("流动比率", "Current ratio"),
    "ratio_name.quick": ("速动比率", "Quick ratio"),
    "ratio_name.cash": ("现金比率", "Cash ratio"),
    "ratio_name.debt": ("资产负债率", "Debt ratio"),
    "ratio_name.equity": ("权益比率", "Equity ratio"),
    "ratio_name.gearing": ("有息负债权益比", "Gearing"),
    "ratio_name.interest_cover": ("利息保障倍数", "Interest cover"),
    "ratio_name.debt_service_cover": ("偿债保障倍数", "Debt service cover"),
    "ratio_name.cash_flow_cover": ("经营现金流负债比", "Cash flow cover"),
    "ratio_name.earnings_cover": ("盈利负债保障", "Earnings cover"),
    "ratio_name.ebit_return": ("息税前资产收益率", "EBIT return on assets"),
    "ratio_name.return_on_assets": ("总资产收益率", "Return on assets"),
    "ratio_name.net_margin": ("净利率", "Net margin"),
    "ratio_name.inventory_days": ("存货周转天数", "Inventory days"),
    "ratio_name.receivable_days": ("应收账款周转天数", "Receivable days"),
    "ratio_name.payable_days": ("应付账款周转天数", "Payable days"),
    "ratio_name.cash_cycle": ("现金循环天数", "Cash cycle"),
    "ratio_about.current": ("流动资产 ÷ 流动负债", "Current assets ÷ current liabilities"),
    "ratio_about.quick": (
        "（流动资产 − 存货 − 预付款项）÷ 流动负债",
        "(Current assets − inventory − prepaid) ÷ current liabilities",
    ),
    "ratio_about.cash": ("货币资金 ÷ 流动负债", "Cash ÷ current liabilities"),
    "ratio_about.debt": ("负债合计 ÷ 资产总计", "Total liabilities ÷ total assets"),
    "ratio_about.equity": ("所有者权益 ÷ 资产总计", "Equity ÷ total assets"),
    "ratio_about.gearing": (
        "（短期借款 + 长期借款）÷ 所有者权益",
        "(Short-term debt + long-term debt) ÷ equity",
    ),
    "ratio_about.interest_cover": ("息税前利润 ÷ 利息费用", "EBIT ÷ interest"),
    "ratio_about.debt_service_cover": (
        "（息税前利润 + 折旧与摊销）÷ 还本付息",
        "(EBIT + depreciation and amortisation) ÷ debt service",
    ),
    "ratio_about.cash_flow_cover": (
        "经营活动现金流量净额 ÷ 负债合计",
        "Operating cash flow ÷ total liabilities",
    ),
    "ratio_about.earnings_cover": (
        "（净利润 + 折旧与摊销）÷ 负债合计",
        "(Net profit + depreciation and amortisation) ÷ total liabilities",
    ),
    "ratio_about.ebit_return": ("息税前利润 ÷ 资产总计", "EBIT ÷ total assets"),
    "ratio_about.return_on_assets": ("净利润 ÷ 资产总计", "Net profit ÷ total assets"),
    "ratio_about.net_margin": ("净利润 ÷ 营业收入", "Net profit ÷ revenue"),
    "ratio_about.inventory_days": ("存货 ÷ 营业成本 × 365", "Inventory ÷ cost of sales × 365"),
    "ratio_about.receivable_days": ("应收账款 ÷ 营业收入 × 365", "Receivables ÷ revenue × 365"),
    "ratio_about.payable_days": ("应付账款 ÷ 营业成本 × 365", "Payables ÷ cost of sales × 365"),
    "ratio_about.cash_cycle": (
        "存货天数 + 应收天数 − 应付天数",
        "Inventory days + receivable days − payable days",
    ),
    "model.z": ("Z 值（上市制造业）", "Z-score (listed manufacturers)"),
    "model.z_prime": ("Z′ 值（非上市制造业）", "Z′-score (private manufacturers)"),
    "model.z_double_prime": ("Z″ 值（非制造业与新兴市场）", "Z″-score (non-manufacturers, emerging markets)"),
    "model.zmijewski": ("Zmijewski 违约概率", "Zmijewski probability"),
    "zone.safe": ("安全", "Safe"),
    "zone.grey": ("灰色", "Grey"),
    "zone.distress": ("危险", "Distress"),
}

_ENTRIES: dict[str, tuple[str, ...]] = {
    "statement_quality.audited": ("经审计", "Audited"),
    "statement_quality.reviewed": ("经审阅", "Reviewed"),
    "statement_quality.management": ("管理层报表", "Management accounts"),
    "statement_quality.tax_return": ("纳税申报表", "Tax return"),
    "registration.": ("未知", "Unknown"),
    "registration.normal": ("正常", "Normal"),
    "registration.changed": ("近期有变更", "Recently changed"),
    "registration.abnormal": ("经营异常", "Abnormal"),
    "unit.1": ("元", "units"),
    "unit.1000": ("千元", "thousands"),
    "unit.10000": ("万元", "ten thousands"),
    "unit.1000000": ("百万元", "millions"),
    "contract_point.terms": ("付款期限", "Payment terms"),
    "contract_point.late_interest": ("逾期利息条款", "Late-interest clause"),
    "contract_point.dispute": ("争议处理条款", "Dispute clause"),
    "contract_point.retention_of_title": ("所有权保留", "Retention of title"),
    "contract_point.guarantee": ("担保", "Guarantee"),
    "contract_point.jurisdiction": ("管辖与适用法律", "Jurisdiction and law"),
    "point_state.present": ("有", "Present"),
    "point_state.weak": ("不完善", "Weak"),
    "point_state.missing": ("缺少", "Missing"),
    "point_state.not_needed": ("不需要", "Not needed"),
    "point_state.unasked": ("尚未检查", "Not looked at"),
    "event_kind.court_record": ("涉诉记录", "Court record"),
    "event_kind.dishonest_debtor": ("失信被执行人", "Dishonest-debtor list"),
    "event_kind.registry_change": ("工商变更", "Registry change"),
    "event_kind.negative_news": ("负面报道", "Negative news"),
    "event_kind.insurer_cut": ("保险公司下调额度", "Insurer cut the limit"),
    "event_kind.bank_reference": ("银行资信证明", "Bank reference"),
    "event_kind.insurer_opinion": ("保险公司意见", "Insurer's opinion"),
}

WORDS: dict[str, tuple[str, ...]] = _PROBLEMS | _FILES | _RATIOS | _ENTRIES

"""Stress tests and what breaks us: per code (Chinese, English)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "stress.no_json": (
        "这不是有效的 JSON 情景文件。请检查引号、逗号与括号。",
        "This is not a scenario in JSON; check its quotes, commas and brackets.",
    ),
    "stress.no_shocks": (
        "情景中至少要有一项冲击（shocks）。",
        "A scenario needs at least one shock (“shocks”).",
    ),
    "stress.bad_shock": (
        "这项冲击无法读取：{value}。请检查 kind、whom、severity。",
        "This shock cannot be read: {value}. Check kind, whom and severity.",
    ),
    "stress.unknown_name": (
        "冲击中没有“{name}”这一项；可用的有：{known}。",
        "A shock has no “{name}”; known here are: {known}.",
    ),
    "stress.severity": (
        "程度应在 0 到 {most} 之间（损失为百分比，推迟为天数）。",
        "The severity must lie between 0 and {most} (per cent lost, or days late).",
    ),
    "stress.count": (
        "客户家数应在 1 到 1000 之间。",
        "The number of customers must lie between 1 and 1,000.",
    ),
    "stress.customer": ("客户编号应为整数。", "Customers are named by their numbers."),
    "stress.nobody": ("请至少选择一家客户或一个等级。", "Choose at least one customer or grade."),
    "stress.name": (
        "请给情景起一个名称（最多 80 个字）。",
        "Give the scenario a name of at most 80 characters.",
    ),
    "stress.name_taken": (
        "已有名为“{name}”的情景，请换一个名称。",
        "There already is a scenario named “{name}”; choose another name.",
    ),
    "stress.unknown": (
        "没有名为“{name}”的情景。现有：{known}。",
        "There is no scenario “{name}”; known are: {known}.",
    ),
    "stress_scenario.largest_fails": ("最大客户倒闭", "The largest customer fails"),
    "stress_scenario.top_five_late": (
        "最大的 {count} 家客户晚付 {severity} 天",
        "The largest {count} pay {severity} days late",
    ),
    "stress_scenario.industry_fails": ("最大行业违约", "The largest industry defaults"),
    "stress_scenario.country_fails": ("最大境外国家违约", "The largest foreign country defaults"),
    "stress_scenario.downgrade": ("所有等级下调一级", "Every grade one notch down"),
    "stress_scenario.dso_plus": ("应收周转天数增加 {severity} 天", "DSO {severity} days longer"),
    "stress_scenario.limits_withdrawn": ("保险公司撤销全部限额", "The insurer withdraws all limits"),
    "stress_scenario.currency_falls": ("外币贬值 {severity}%", "Foreign currencies fall by {severity}%"),
    "stress_scenario.bad_year": (
        "坏年份：最大客户倒闭、前五晚付、全部降级、限额撤销",
        "A bad year: largest fails, top five late, all downgraded, limits withdrawn",
    ),
    "stress_kind.fail": ("违约", "Default"),
    "stress_kind.delay": ("晚付", "Late payment"),
    "stress_kind.downgrade": ("等级下调一级", "One grade down"),
    "stress_kind.dso": ("应收周转天数增加", "Longer DSO"),
    "stress_kind.limits_withdrawn": ("限额撤销", "Limits withdrawn"),
    "stress_kind.currency": ("汇率下跌", "Currency falls"),
    "stress_whom.all": ("全部客户", "everybody"),
    "stress_whom.largest": ("最大的 {n} 家客户", "the largest customer", "the largest {n} customers"),
    "stress_whom.industry": ("行业", "an industry"),
    "stress_whom.country": ("国家", "a country"),
    "stress_whom.grade": ("等级", "grades"),
    "stress_whom.customer": ("指定客户", "chosen customers"),
    "stress_whom.largest_industry": ("最大行业（{name}）", "the largest industry ({name})"),
    "stress_whom.largest_country": ("最大境外国家（{name}）", "the largest foreign country ({name})"),
    "stress_whom.no_industry": ("最大行业（客户未填行业）", "the largest industry (no customer has one)"),
    "stress_whom.no_country": (
        "最大境外国家（无境外客户）",
        "the largest foreign country (none owes anything)",
    ),
    "stress_whom.currencies": ("全部外币", "all foreign currencies"),
    "stress_note.indemnity": (
        "赔付在等待期之后才到账，不计入最低现金。",
        "An indemnity comes after its waiting period and is not in the least cash.",
    ),
    "stress_note.currency": ("汇率损失不在信用保险之内。", "What a currency loses is not insured."),
    "stress_note.limits_withdrawn": (
        "撤销限额不影响已发货部分的保障。此处按这些欠款被新发货取代之后计算：新发货不再受保。",
        "A withdrawn limit never uncovers what was shipped; reckoned as once new, uninsured shipments replaced it.",
    ),
    "stress_note.dso": (
        "周转天数变长少收的钱不落在单个客户上，按日均赊销额计算。",
        "What a longer DSO keeps out falls on no single customer: it is days times credit sales of a day.",
    ),
    "stress_note.weeks": (
        "最低现金按 13 周预测逐周计算：晚到或收不到的钱，从预计到账的那一周起才少。",
        "Least cash follows the 13-week forecast: late or lost money lowers it from its expected week on.",
    ),
    "stress_note.horizon": (
        "只算未来 {days} 天内会到账的钱；同一笔欠款不会损失两次。",
        "Money is late or missing as far as it was expected within {days} days; no debt is lost twice.",
    ),
    "stress_shock.fail": ("{whom}：损失 {severity}%", "{whom}: {severity}% lost"),
    "stress_shock.delay": ("{whom}：晚付 {severity} 天", "{whom}: {severity} days late"),
    "stress_shock.downgrade": ("{whom}：等级下调一级", "{whom}: one grade down"),
    "stress_shock.dso": ("应收周转天数 +{severity} 天", "DSO +{severity} days"),
    "stress_shock.limits_withdrawn": ("{whom}：限额撤销", "{whom}: limits withdrawn"),
    "stress_shock.currency": ("{whom}：下跌 {severity}%", "{whom}: falls by {severity}%"),
    "stress_sheet.title": ("压力测试", "Stress test"),
    "work.stressing": ("正在进行压力测试…", "Trying the scenarios…"),
    "stress_column.scenario": ("情景", "Scenario"),
    "stress_column.shocks": ("发生什么", "What happens"),
    "stress_column.loss": ("保险前损失", "Loss before insurance"),
    "stress_column.indemnity": ("预计赔付", "Expected indemnity"),
    "stress_column.net": ("自担损失", "Loss borne"),
    "stress_column.delayed": ("推迟到账", "Money late"),
    "stress_column.missing": ("期内少收", "Not coming in time"),
    "stress_column.provision": ("增提准备", "More provision"),
    "stress_column.cash": ("最低现金", "Least cash"),
    "stress_column.equity": ("净资产", "Equity"),
    "stress_column.uncovered": ("失去保障", "No longer insured"),
    "stress_from.typed": ("手工录入", "typed"),
    "stress_from.forecast": ("取自 13 周现金预测的最低点", "lowest point of the 13-week cash forecast"),
    "stress_from.statement": ("取自本公司最近报表", "our newest statement"),
    "stress_from.worth": ("取自保险必要性假设", "assumptions of “Is insurance worth it”"),
    "stress_from.": ("无数据", "no data"),
    "stress_reverse.failures": (
        "最大的 {n} 家客户同时倒闭，现金或净资产即告用尽",
        "The failure of the largest customer alone uses up cash or equity",
        "The failure of the largest {n} customers uses up cash or equity",
    ),
    "stress_reverse.weakest": (
        "未保余额最大的 {n} 家客户同时倒闭，现金或净资产即告用尽",
        "The failure of the customer with the most uninsured uses up cash or equity",
        "The failure of the {n} customers with the most uninsured uses up cash or equity",
    ),
    "stress_reverse.dso_days": (
        "应收周转天数再长 {n} 天，现金即告用尽",
        "DSO longer by {n} day uses up the cash",
        "DSO longer by {n} days uses up the cash",
    ),
    "stress_reverse.loss_percent": (
        "全部应收损失 {n}%，现金或净资产即告用尽",
        "A loss of {n}% of everything owed uses up cash or equity",
        "A loss of {n}% of everything owed uses up cash or equity",
    ),
    "stress_reverse.late_days": (
        "所有客户晚付 {n} 天，现金即告用尽",
        "Everybody paying {n} day later uses up the cash",
        "Everybody paying {n} days later uses up the cash",
    ),
    "stress_reverse.already_cash": (
        "无须任何冲击，最低现金已低于零；以下只看净资产",
        "Cash falls below zero without any shock; what follows asks of equity alone",
    ),
    "stress_reverse.already_equity": (
        "无须任何冲击，净资产已低于零；以下只看现金",
        "Equity is below zero without any shock; what follows asks of cash alone",
    ),
    "stress_reverse.none": ("没有哪一程度会用尽现金或净资产", "No severity of it uses up cash or equity"),
    "stress_reverse.unknown": (
        "没有现金与净资产数据，无法反推。请录入其中之一。",
        "Neither cash nor equity is known; enter one of them to ask what breaks us.",
    ),
    "work.stress.due": (
        "重要客户年度压力测试：若其倒闭会怎样？",
        "Yearly stress test of a key customer: what if it failed?",
    ),
    "cli.about.stress": (
        "压力测试：各情景在保险前后损失多少、缺多少现金、耗多少净资产，以及什么会压垮公司",
        "stress test: losses before and after insurance, cash and equity left, and what breaks us",
    ),
    "cli.help.scenario": (
        "情景的代码或名称，或 JSON 文件；可写多次，合并为一个；不写则逐一列出全部",
        "a scenario's code or name, or a JSON file; several are put together; all of them one by one without",
    ),
    "cli.stress.title": (
        "压力测试，{day}，{currency}；应收 {open}",
        "Stress test as of {day}, {currency}; receivables {open}",
    ),
    "cli.stress.bearing": (
        "现金 {cash}（{cash_from}）；净资产 {equity}（{equity_from}）",
        "Cash {cash} ({cash_from}); equity {equity} ({equity_from})",
    ),
    "cli.stress.reverse": ("什么会压垮公司：", "What breaks us:"),
}

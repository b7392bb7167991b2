"""The cash forecast: parts, reasons, own money, overlays, how well the rule did, the sheet and the command."""

from __future__ import annotations

_PARTS: dict[str, tuple[str, ...]] = {
    "cash.later": ("{weeks} 周后", "after {weeks} weeks"),
    "cash.part.habit": ("按付款习惯", "By habit"),
    "cash.part.announced": ("承诺、分期与票据", "Promises, plans and bills"),
    "cash.part.claims": ("保险赔款", "Insurance claims"),
    "cash.part.dated": ("承诺、分期、票据与赔款", "Announced and claims"),
    "cash.part.further": ("其他收入与新增赊销", "Other income and new sales"),
    "cash.part.sales": ("新增赊销回款（假设）", "New sales (assumed)"),
    "cash.part.incomes": ("其他收入", "Other income"),
    "cash.part.outflows": ("支出", "Outflows"),
    "cash.part.collections": ("应收回款", "Collections"),
    "cash.part.net": ("净额", "Net"),
    "cash.part.balance": ("期末余额", "Balance"),
    "cash.part.minimum": ("最低现金", "Least cash"),
    "forecast.left_out.failed": ("情景：客户倒闭", "scenario: customer fails"),
    "forecast.left_out.cut": ("情景：未收回", "scenario: not collected"),
    "cash.why.habit": (
        "到期日加付款习惯 {days} 天，遇非工作日顺延。",
        "Due date plus a habit of {days} d, moved to a working day.",
    ),
    "cash.why.soon": (
        "按习惯的付款日刚过不久，平均分在 4 周。",
        "Its usual day has passed within 30 days: spread evenly over 4 weeks.",
    ),
    "cash.why.spread": (
        "按习惯的付款日已过 30 天以上，平均分在 8 周。",
        "Its usual day passed more than 30 days ago: spread evenly over 8 weeks.",
    ),
    "cash.why.promise": ("客户承诺在该日付款。", "Promised by the customer for that day."),
    "cash.why.plan": ("分期付款计划的一期。", "An instalment of a payment plan."),
    "cash.why.bill": ("所持票据到期。", "A bill held falls due."),
    "cash.why.claim": (
        "保险人预计赔付（可索赔之日起 {days} 天）。",
        "Expected from the insurer, {days} d after the claim could be filed.",
    ),
    "cash.why.dispute": ("争议计划在该日了结。", "The dispute is to be settled by that day."),
    "cash.why.disputed": ("有争议，不计入。", "Contested: not counted."),
    "cash.why.insolvent": ("客户破产，不计入。", "The customer is insolvent: not counted."),
    "cash.why.handed_over": ("已移交催收，不计入。", "Handed over for collection: not counted."),
    "cash.why.expired": ("诉讼时效已过，不计入。", "The limitation period has run out: not counted."),
    "cash.why.old": ("逾期超过 180 天，不计入。", "More than 180 days overdue: not counted."),
    "cash.why.claimed": (
        "赔案发票中自担的部分，不计入。",
        "Our own part of a claim's invoices: not counted.",
    ),
    "cash.why.assigned": ("赔款付给受让人，不计入。", "The insurer pays it to somebody else: not counted."),
    "cash.why.failed": ("情景中客户倒闭，不计入。", "The customer fails in the scenario: not counted."),
    "cash.why.cut": ("情景中未收回的部分。", "Not collected in the scenario."),
    "cash.why_range": (
        "区间取自 {n} 张已结清发票（少则向全公司靠拢）：九成在区间内付款的两端。",
        "Range from {n} own settled invoice (few are drawn towards the company's): one in ten earlier, one in ten later.",
        "Range from {n} own settled invoices (few are drawn towards the company's): one in ten earlier, one in ten later.",
    ),
    "cash.rule": (
        "规则与“今日”相同，铺到 13 周。未到期的按到期日加各客户付款习惯（近 12 个月结清发票逾期天数的中位数；不足 5 张用全公司 {days} 天）；承诺、分期、票据按约定日；赔款按预计赔付日。区间是各客户自己历史的 10%–90%。",
        "The same rule as on Today, over 13 weeks: due date plus the customer's habit (median signed days late of invoices settled in 12 months; below 5 of them the company's {days} d); promises, plans and bills on their day; claims when the insurer is expected to pay. Ranges are one in ten to nine in ten of the customer's own history.",
    ),
    "cash.week_end_rule": (
        "分摊的金额计在每周最后一个工作日。阴影为所有客户都在区间早端或晚端付款时的余额。",
        "Spread amounts count on the last working day of their week. The shaded band is the balance if everybody paid at the early or the late end.",
    ),
}
_KINDS: dict[str, tuple[str, ...]] = {
    "cash_kind.suppliers": ("供应商货款", "Suppliers"),
    "cash_kind.wages": ("工资社保", "Wages"),
    "cash_kind.tax": ("税费", "Tax"),
    "cash_kind.loan": ("贷款本息", "Loan"),
    "cash_kind.rent": ("租金", "Rent"),
    "cash_kind.premium": ("保险费", "Insurance premium"),
    "cash_kind.other": ("其他", "Other"),
    "cash_kind.event": ("情景", "Scenario"),
    "cash_every.once": ("一次", "Once"),
    "cash_every.week": ("每周", "Weekly"),
    "cash_every.month": ("每月", "Monthly"),
    "cash_every.quarter": ("每季", "Quarterly"),
}
_PROBLEMS: dict[str, tuple[str, ...]] = {
    "cash.no_label": ("请写明这笔钱的用途。", "Say what the money is for."),
    "cash.no_amount": ("请填写不为 0 的金额。", "Enter an amount other than 0."),
    "cash.bad_currency": ("“{currency}”不是可用的币种。", "“{currency}” is not a known currency."),
    "cash.bad_kind": ("看不懂“{kind}”。", "“{kind}” is not understood."),
    "cash.bad_day": ("日期 {on} 不在可用范围内，请检查年份。", "{on} cannot be right: check the year."),
    "cash.until_before": (
        "结束日 {until} 早于首次日期 {on}。",
        "It ends on {until}, before it begins on {on}.",
    ),
    "cash.balance_to_come": (
        "余额日期 {on} 晚于今天。请填写已知的余额。",
        "The balance is of {on}, which is still to come. Enter one that is known.",
    ),
    "cash.bad_minimum": ("最低现金不能小于 0。", "The least cash cannot be below 0."),
    "cash.bad_sales": ("每月新增赊销不能小于 0。", "New sales a month cannot be below 0."),
    "cash.bad_days": ("天数须在 0 到 {most} 之间。", "Days lie between 0 and {most}."),
    "outflow_column.on": ("日期", "the date"),
    "outflow_column.label": ("用途", "what it is for"),
    "outflow_column.amount": ("金额", "the amount"),
    "outflow.no_column": (
        "找不到“{column}”列。请在表头写明：付款日期、用途、金额（可加：币种、类别、周期、截止日期、备注）。",
        "There is no column for {column}. Name the columns: payment date, description, amount (and, if wanted, currency, category, repeats, until, note).",
    ),
    "outflow.row_date": (
        "第 {row} 行“{column}”：“{value}”不是日期。",
        "Row {row}, {column}: “{value}” is not a date.",
    ),
    "outflow.row_amount": (
        "第 {row} 行“{column}”：“{value}”不是有效金额。支出与收入请分列写正数。",
        "Row {row}, {column}: “{value}” is not a valid amount. Write outflow and income in columns of their own, above 0.",
    ),
    "outflow.row_currency": (
        "第 {row} 行：“{value}”不是可用的币种。",
        "Row {row}: “{value}” is not a known currency.",
    ),
    "outflow.row_label": (
        "第 {row} 行“{column}”：没有写用途。",
        "Row {row}, {column}: it does not say what the money is for.",
    ),
    "outflow.row_kind": (
        "第 {row} 行：类别“{value}”未识别，按“其他”处理。",
        "Row {row}: category “{value}” is not known; taken as other.",
    ),
    "outflow.row_every": (
        "第 {row} 行“{column}”：看不懂“{value}”。可用：一次、每周、每月、每季。",
        "Row {row}, {column}: “{value}” is not understood. Use once, weekly, monthly or quarterly.",
    ),
    "outflow.row_refused": ("第 {row} 行：{why}", "Row {row}: {why}"),
}
_OVERLAYS: dict[str, tuple[str, ...]] = {
    "overlay.none": ("不加情景", "As it is"),
    "overlay.largest_late": ("最大客户晚付 60 天", "Largest customer pays 60 days late"),
    "overlay.top_five_late": ("前五大客户晚付 60 天", "Top five pay 60 days late"),
    "overlay.all_late": ("所有客户晚付 30 天", "Everybody pays 30 days late"),
    "overlay.collections_down": ("回款减少 20%", "Collections 20% lower"),
    "overlay.largest_fails": ("最大客户倒闭", "Largest customer fails"),
    "overlay.sales_down": ("新增赊销减少 20%", "New sales 20% lower"),
    "overlay_kind.late": ("晚付", "Pay late"),
    "overlay_kind.fails": ("倒闭", "Fail"),
    "overlay_kind.collections": ("回款减少", "Collections lower"),
    "overlay_kind.sales": ("新增赊销减少", "New sales lower"),
    "overlay_kind.outflow": ("额外支出", "Extra outflow"),
    "overlay_who.all": ("所有客户", "all customers"),
    "overlay_who.largest": ("最大客户", "the largest customer"),
    "overlay_who.top_five": ("前五大客户", "the top five"),
    "overlay_who.customer": ("指定客户", "a customer"),
    "overlay_event.late": ("{who}晚付 {days} 天", "{who}: {days} d late"),
    "overlay_event.fails": ("{who}倒闭", "{who}: failure"),
    "overlay_event.collections": ("{who}回款减少 {percent}%", "{who}: collections {percent}% lower"),
    "overlay_event.sales": ("新增赊销减少 {percent}%", "new sales {percent}% lower"),
    "overlay_event.outflow": ("额外支出 {amount}", "extra outflow {amount}"),
    "overlay.no_sales": (
        "该情景只作用于新增赊销回款；当前未计入，请在“现金与假设”中打开。",
        "This scenario acts on new sales alone, which are not counted: switch them on under Cash and assumptions.",
    ),
    "overlay.no_name": ("请给情景取名。", "Give the scenario a name."),
    "overlay.no_events": ("请至少加一个事件。", "Add at least one event."),
    "overlay.bad_days": (
        "第 {n} 个事件：天数须在 1 到 {most} 之间。",
        "Event {n}: days lie between 1 and {most}.",
    ),
    "overlay.bad_percent": (
        "第 {n} 个事件：比例须大于 0、不超过 100。",
        "Event {n}: the share lies above 0 and is 100 at most.",
    ),
    "overlay.bad_amount": ("第 {n} 个事件：金额须大于 0。", "Event {n}: the amount must be above 0."),
    "overlay.no_customer": ("第 {n} 个事件：请选择客户。", "Event {n}: choose a customer."),
    "overlay.all_fail": (
        "第 {n} 个事件：不能让所有客户倒闭；请选最大客户、前五大或指定客户。",
        "Event {n}: not everybody can fail; choose the largest, the top five or one customer.",
    ),
    "overlay.name_taken": (
        "已有名为“{name}”的情景，请换个名称。",
        "There is a scenario “{name}” already: choose another name.",
    ),
    "overlay.unknown": (
        "没有名为“{name}”的情景。现有：{known}。",
        "There is no scenario “{name}”. There are: {known}.",
    ),
    "overlay.unreadable": ("该情景的内容无法读取。", "The content of this scenario cannot be read."),
}
_BACKTEST: dict[str, tuple[str, ...]] = {
    "cash.backtesting": ("正在回测", "Testing the rule on past months"),
    "cash.few": (
        "只有 {n} 个月末可比，误差仅供参考。",
        "Only {n} month end can be compared: a hint, not a measure.",
        "Only {n} month ends can be compared: a hint, not a measure.",
    ),
    "cash.no_history": (
        "历史不足：需要至少 90 天的账目和一周后的收款才能回测。",
        "Too little history: the test needs 90 days of books and a week after them.",
    ),
    "cash.backtest_rule": (
        "在每个月末只用当时已知的资料按同一规则预测，与其后实际收款比较。误差 = 实收 − 预测；MAE 为误差绝对值的平均，偏差为带符号的平均，WAPE = 误差绝对值之和 ÷ 实收之和。",
        "On each month end the same rule is applied to what was known then, and compared with the receipts that followed. Error = received less said; MAE is the mean of its size, bias its mean with sign, WAPE the sum of sizes over the sum received.",
    ),
}
_SHEET: dict[str, tuple[str, ...]] = {
    "cash_sheet.title": ("资金预测 13 周", "Cash forecast, 13 weeks"),
    "cash_sheet.weeks": ("每周", "Weeks"),
    "cash_sheet.items": ("应收明细", "Open items"),
    "cash_sheet.flows": ("自有收支", "Own money"),
    "cash_sheet.backtest": ("回测", "Back-test"),
    "cash_sheet.week": ("周起始日", "Week from"),
    "cash_sheet.holidays": ("节假日", "Holidays"),
    "cash_sheet.low": ("余额（都在区间晚端付）", "Balance, late end"),
    "cash_sheet.high": ("余额（都在区间早端付）", "Balance, early end"),
    "cash_sheet.compared": ("情景余额", "Scenario balance"),
    "cash_sheet.difference": ("差额", "Difference"),
    "cash_sheet.receivables": ("应收账款合计", "Receivables"),
    "cash_sheet.customer": ("客户", "Customer"),
    "cash_sheet.number": ("发票号", "Number"),
    "cash_sheet.due": ("到期日", "Due"),
    "cash_sheet.on": ("预计日", "Expected"),
    "cash_sheet.from": ("最早", "Earliest"),
    "cash_sheet.to": ("最晚", "Latest"),
    "cash_sheet.part": ("计入", "Part"),
    "cash_sheet.amount": ("金额", "Amount"),
    "cash_sheet.currency": ("币种", "Currency"),
    "cash_sheet.base": ("本位币", "Base currency"),
    "cash_sheet.why": ("依据", "Why"),
    "cash_sheet.day": ("日期", "Day"),
    "cash_sheet.label": ("用途", "What for"),
    "cash_sheet.kind": ("类别", "Category"),
    "cash_sheet.out": ("支出（负数为收入）", "Out (negative: in)"),
    "cash_sheet.horizon": ("第几周", "Week"),
    "cash_sheet.cases": ("个数", "Cases"),
    "cash_sheet.said": ("预测", "Forecast"),
    "cash_sheet.came": ("实收", "Received"),
    "cash_sheet.whole": ("13 周合计", "All 13 weeks"),
    "cash_sheet.opening": (
        "期初余额 {amount}（{day}，{source}）",
        "Opening balance {amount} ({day}, {source})",
    ),
    "cash_sheet.no_opening": (
        "未填写期初余额，只列净额。",
        "No opening balance was entered: net amounts only.",
    ),
    "cash_sheet.no_source": ("未注明来源", "no source given"),
}
_CLI: dict[str, tuple[str, ...]] = {
    "cli.about.forecast": (
        "资金预测 13 周：回款、支出、余额与缺口。",
        "The cash forecast of 13 weeks: collections, outflows, balance and gap.",
    ),
    "cli.help.overlay": (
        "叠加情景：largest_late、top_five_late、all_late、collections_down、largest_fails、sales_down，或自建情景的名称",
        "lay a scenario over it: largest_late, top_five_late, all_late, collections_down, largest_fails, sales_down, or the name of your own",
    ),
    "cli.help.backtest_too": ("同时回测该规则（较慢）", "test the rule on past months too (slower)"),
    "cli.forecast.title": (
        "资金预测，自 {day} 起 13 周（{currency}）",
        "Cash forecast, 13 weeks from {day} ({currency})",
    ),
    "cli.forecast.overlay": ("情景：{name}", "Scenario: {name}"),
    "cash.gap": (
        "资金缺口：{day} 起低于最低现金 {short}，最深在 {deepest_on}，差 {deepest}。",
        "Cash gap: from {day} {short} below the least cash; deepest on {deepest_on}, {deepest} short.",
    ),
    "cash.no_gap": (
        "13 周内余额不低于最低现金。",
        "The balance stays at or above the least cash for 13 weeks.",
    ),
    "cash.late_gap": (
        "若都在区间晚端付款：{day} 起出现缺口，最深差 {deepest}。",
        "If everybody paid at the late end: a gap from {day}, {deepest} at its deepest.",
    ),
    "cash.no_balance": (
        "尚未填写期初余额，无法计算余额与缺口。",
        "No opening balance was entered, so there is no balance and no gap.",
    ),
    "cash.stale_balance": (
        "余额是 {day} 的，距今 {n} 天；其后的收支不在其中。",
        "The balance is of {day}, {n} day ago; what moved since is not in it.",
        "The balance is of {day}, {n} days ago; what moved since is not in it.",
    ),
    "cash.missing_rates": ("缺少汇率，未计入：{currencies}。", "Left out for want of a rate: {currencies}."),
    "cash.sales_basis": (
        "假设：每月新增赊销 {monthly}，{days} 天后收款。",
        "Assumption: new credit sales of {monthly} a month, collected after {days} d.",
    ),
}

WORDS: dict[str, tuple[str, ...]] = {
    **_PARTS,
    **_KINDS,
    **_PROBLEMS,
    **_OVERLAYS,
    **_BACKTEST,
    **_SHEET,
    **_CLI,
}

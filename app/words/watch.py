"""Early warnings, reviews and the case library: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

_RULES: dict[str, tuple[str, ...]] = {
    "alert_rule.worsening": ("付款变慢", "Paying later"),
    "alert_rule.orders_jump": ("订货骤增", "Orders jump"),
    "alert_rule.orders_drop": ("订货骤减", "Orders drop"),
    "alert_rule.limit_use": ("额度将满", "Limit used up"),
    "alert_rule.broken_promises": ("多次失约", "Broken promises"),
    "alert_rule.partial_payments": ("部分付款", "Payments in part"),
    "alert_rule.disputes": ("争议增多", "Disputes"),
    "alert_rule.changed_account": ("付款账户变更", "Changed bank account"),
    "alert_rule.stale_statement": ("报表过旧", "Old statement"),
    "alert_rule.external_event": ("外部事件", "External event"),
    "alert_rule.grade_drop": ("等级下降", "Grade dropped"),
    "alert_rule.concentration": ("客户集中", "Concentration"),
    "alert_about.worsening": (
        "近期付款按金额加权的逾期天数（未付的逾期款计入）与此前一年相比；每笔最多计 180 天。",
        "Amount-weighted days late of recent payments, open overdue debts counted, against the year before; a day counts at most 180 late.",
    ),
    "alert_about.orders_jump": (
        "近期开票额与客户自己此前一年的平均相比。",
        "Recently invoiced, against the customer's own average of the year before.",
    ),
    "alert_about.orders_drop": (
        "近期开票额与客户自己此前一年的平均相比。",
        "Recently invoiced, against the customer's own average of the year before.",
    ),
    "alert_about.limit_use": (
        "占用与有效额度之比；接近时提示一次，超过时再提示一次。",
        "Exposure over the limit in force; told once near the limit and once above it.",
    ),
    "alert_about.broken_promises": ("未兑现或只兑现一部分的承诺。", "Promises not kept, or only in part."),
    "alert_about.partial_payments": (
        "付款后发票仍有 5% 以上未付；分期发票不计。",
        "Payments that left 5% of their invoice or more open; invoices with instalments are not counted.",
    ),
    "alert_about.disputes": (
        "新提出的争议；最终客户有理的不计。",
        "Disputes opened; those where the customer was right are not counted.",
    ),
    "alert_about.changed_account": (
        "从未见过的账户付款，而此前另有已知账户。请用已知电话核实，谨防诈骗。",
        "Money from an account never seen, although another was known. Check by a phone number you know: it may be fraud.",
    ),
    "alert_about.stale_statement": (
        "仍有欠款的客户最新财务报表的年龄。",
        "The age of the newest financial statement of a customer that owes.",
    ),
    "alert_about.external_event": (
        "已确认的涉诉、失信、工商变更、负面报道和保险公司减额。",
        "Confirmed court records, registry changes, bad news and insurers' cuts.",
    ),
    "alert_about.grade_drop": ("最近一次评级与上一次相比。", "The last assessment against the one before."),
    "alert_about.concentration": ("单个客户占全部应收的比例。", "One customer's share of all that is owed."),
    "alert_threshold.days": ("观察天数", "Days looked at"),
    "alert_threshold.more_days": ("比以前多逾期天数", "Days later than before"),
    "alert_threshold.at_least": ("至少逾期天数", "At least so many days late"),
    "alert_threshold.fewest": ("此前至少笔数", "Fewest items before"),
    "alert_threshold.percent": ("百分比", "Per cent"),
    "alert_threshold.count": ("次数", "Times"),
    "alert_threshold.months": ("月数", "Months"),
    "alert_threshold.notches": ("下降级数", "Grades down"),
    "alert_unit.days": ("天", "days"),
    "alert_unit.more_days": ("天", "days"),
    "alert_unit.at_least": ("天", "days"),
    "alert_unit.fewest": ("笔", "items"),
    "alert_unit.percent": ("%", "%"),
    "alert_unit.count": ("次", "times"),
    "alert_unit.months": ("个月", "months"),
    "alert_unit.notches": ("级", "grades"),
    "alert_rule.source": (
        "出厂数值为经验起点，未按任何数据拟合；请用自己的历史试算后调整。",
        "The shipped values are expert starting points, not fitted to any data: try each on your own history and move it.",
    ),
    "alert_severity.high": ("重要", "High"),
    "alert_severity.medium": ("一般", "Medium"),
    "alert_severity.low": ("提示", "Low"),
    "alert_state.new": ("未处理", "New"),
    "alert_state.acknowledged": ("已阅", "Acknowledged"),
    "alert_state.snoozed": ("已推迟", "Snoozed"),
    "alert_state.acted": ("已处理", "Acted on"),
    "alert_rule.unreadable": (
        "预警规则无法读取：{detail}。请检查规则的等级和数值。",
        "The rule cannot be read: {detail}. Check its weight and its numbers.",
    ),
    "alert_rule.thresholds": (
        "规则的参数应为：{expected}。",
        "The rule needs exactly these thresholds: {expected}.",
    ),
    "alert_rule.value": (
        "“{name}”不能为 {value}，请填写合理的正数。",
        "“{name}” cannot be {value}; enter a sensible positive number.",
    ),
    "alert_rule.whole": (
        "“{name}”应为整数，现为 {value}。",
        "“{name}” must be a whole number, not {value}.",
    ),
}

_ALERTS: dict[str, tuple[str, ...]] = {
    "alert.worsening": (
        "近期加权逾期 {days} 天，此前一年 {before} 天",
        "Lately pays {days} days late, {before} in the year before",
    ),
    "alert.orders_jump": (
        "近 {days} 天开票比自己的平均高 {percent}%",
        "Invoiced {percent}% above its own average in {days} days",
    ),
    "alert.orders_drop": (
        "近 {days} 天开票比自己的平均低 {percent}%",
        "Invoiced {percent}% below its own average in {days} days",
    ),
    "alert.limit_use": ("额度已用 {percent}%", "{percent}% of the limit is used"),
    "alert.broken_promises": (
        "{days} 天内 {n} 次失约，最近一次 {on}",
        "A promise broken in {days} days, on {on}",
        "{n} promises broken in {days} days, the last on {on}",
    ),
    "alert.partial_payments": (
        "{days} 天内 {n} 次只付一部分，最近一次 {on}",
        "A payment in part in {days} days, on {on}",
        "{n} payments in part in {days} days, the last on {on}",
    ),
    "alert.disputes": (
        "{days} 天内 {n} 项争议，最近一次 {on}",
        "A dispute in {days} days, on {on}",
        "{n} disputes in {days} days, the last on {on}",
    ),
    "alert.changed_account": (
        "{on}从陌生账户 {account} 付款，请电话核实",
        "Paid from an unknown account {account} on {on}: check by phone",
    ),
    "alert.stale_statement": (
        "最新报表截至 {on}，已 {months} 个月",
        "The newest statement is of {on}, {months} months old",
    ),
    "alert.external_event": ("{kind}，{on}", "{kind}, {on}"),
    "alert.grade_drop": ("{on}评级由 {was} 降到 {now}", "Down from {was} to {now} on {on}"),
    "alert.concentration": ("占全部应收 {percent}%", "{percent}% of all that is owed"),
    "alert.snoozed_into_past": (
        "{until} 不在今天（{today}）之后，请选以后的日期。",
        "{until} is not after today ({today}); choose a later day.",
    ),
    "alert.chosen": ("{n} 项预警", "One warning", "{n} warnings"),
    "alert.none_chosen": ("请先选择预警。", "Choose a warning first."),
    "alert.no_note": ("请写明做了什么。", "Say what was done."),
    "watch.looking": ("正在按规则检查", "Looking with every rule"),
    "watch.testing": ("正在用历史数据试算", "Trying the rule on history"),
    "watch.span": (
        "起始日 {start} 晚于结束日 {end}。",
        "The span starts on {start}, after its end {end}.",
    ),
    "watch.test_told": (
        "会提示 {n} 次，其中 {before} 次在出事之前",
        "Would have fired once, {before} of it before trouble",
        "Would have fired {n} times, {before} of them before trouble",
    ),
    "watch.test_pending": (
        "{n} 次尚不能判断",
        "For one it is too early to say",
        "For {n} it is too early to say",
    ),
    "watch.test_missed": (
        "期间出事的 {n} 个客户中，{foreseen} 个事先有提示",
        "{foreseen} of the one customer that got into trouble was foreseen",
        "{foreseen} of the {n} customers that got into trouble were foreseen",
    ),
    "watch.trouble_means": (
        "出事：预警后 180 天内逾期超过 60 天、核销坏账、破产、拒付或分期违约。",
        "Trouble: within 180 days more than 60 days overdue, a bad debt, insolvency, a bounced bill or a broken plan.",
    ),
    "trouble.overdue": ("逾期超过 60 天", "more than 60 days overdue"),
    "trouble.write_off": ("核销坏账", "bad debt written off"),
    "trouble.insolvency": ("破产", "insolvent"),
    "trouble.bounced_bill": ("票据拒付", "bill bounced"),
    "trouble.broken_plan": ("分期违约", "plan broken"),
}

_EVIDENCE: dict[str, tuple[str, ...]] = {
    "alert_thresholds.worsening": (
        "近 {days} 天比此前一年多逾期 {more_days} 天以上，且本身逾期至少 {at_least} 天；此前至少 {fewest} 笔",
        "Of the last {days} days: {more_days} days later than in the year before and {at_least} late at the least; at least {fewest} payments before",
    ),
    "alert_thresholds.orders_jump": (
        "近 {days} 天开票比自己的年平均高 {percent}% 以上；此前至少 {fewest} 张",
        "Invoiced in {days} days {percent}% above its own year or more; at least {fewest} invoices before",
    ),
    "alert_thresholds.orders_drop": (
        "近 {days} 天开票比自己的年平均低 {percent}% 以上；此前至少 {fewest} 张",
        "Invoiced in {days} days {percent}% below its own year or more; at least {fewest} invoices before",
    ),
    "alert_thresholds.limit_use": (
        "占用达到额度的 {percent}%，以及超过额度时",
        "{percent}% of the limit used, and once more above the limit",
    ),
    "alert_thresholds.broken_promises": (
        "{days} 天内失约 {count} 次以上",
        "{count} promises or more broken in {days} days",
    ),
    "alert_thresholds.partial_payments": (
        "{days} 天内部分付款 {count} 次以上",
        "{count} payments in part or more in {days} days",
    ),
    "alert_thresholds.disputes": (
        "{days} 天内提出争议 {count} 项以上",
        "{count} disputes or more in {days} days",
    ),
    "alert_thresholds.changed_account": (
        "{days} 天内从陌生账户付款",
        "Paid from an unknown account in the last {days} days",
    ),
    "alert_thresholds.stale_statement": (
        "最新报表已有 {months} 个月以上",
        "The newest statement is {months} months old or more",
    ),
    "alert_thresholds.external_event": (
        "{days} 天内的已确认事件",
        "A confirmed event of the last {days} days",
    ),
    "alert_thresholds.grade_drop": (
        "评级比上一次低 {notches} 级以上",
        "Down by {notches} or more against the assessment before",
    ),
    "alert_thresholds.concentration": (
        "占全部应收 {percent}% 以上",
        "{percent}% or more of all that is owed",
    ),
    "alert_working.worsening": (
        "近 {span} 天 {recent} 天，此前一年 {before} 天，多 {more} 天；多 {limit} 天且至少 {least} 天时提示。",
        "{recent} days late in the last {span} days, {before} in the year before: {more} more. The rule warns from {limit} more and {least} late.",
    ),
    "alert_working.orders_jump": (
        "近 {span} 天 {n} 张，此前一年 {before} 张；折算后高 {percent}%，{limit}% 起提示。",
        "One invoice in {span} days, {before} in the year before: for the same span {percent}% more. The rule warns from {limit}%.",
        "{n} invoices in {span} days, {before} in the year before: for the same span {percent}% more. The rule warns from {limit}%.",
    ),
    "alert_working.orders_drop": (
        "近 {span} 天 {n} 张，此前一年 {before} 张；折算后低 {percent}%，{limit}% 起提示。",
        "One invoice in {span} days, {before} in the year before: for the same span {percent}% less. The rule warns from {limit}%.",
        "{n} invoices in {span} days, {before} in the year before: for the same span {percent}% less. The rule warns from {limit}%.",
    ),
    "alert_working.limit_use": (
        "占用 {used} ÷ 额度 {whole} = {percent}%，{limit}% 起提示。",
        "{used} at risk ÷ a limit of {whole} = {percent}%. The rule warns from {limit}%.",
    ),
    "alert_working.limit_gone": (
        "提示时占用 {percent}%，{limit}% 起提示；该额度现已失效。",
        "{percent}% was used, the rule warns from {limit}%. That limit is no longer in force.",
    ),
    "alert_working.broken_promises": (
        "{days} 天内失约 {n} 次，{limit} 次起提示。",
        "{n} broken in {days} days. The rule warns from {limit}.",
    ),
    "alert_working.partial_payments": (
        "{days} 天内部分付款 {n} 次，{limit} 次起提示。",
        "{n} payments in part in {days} days. The rule warns from {limit}.",
    ),
    "alert_working.disputes": (
        "{days} 天内提出争议 {n} 项，{limit} 项起提示。",
        "{n} disputes opened in {days} days. The rule warns from {limit}.",
    ),
    "alert_working.changed_account": (
        "账户 {account} 首次付款，此前另有已知账户。请按档案里的电话核实，不要用来信上的号码。",
        "Account {account} paid for the first time although another was known. Check by the phone number on file, not by one in the message.",
    ),
    "alert_working.stale_statement": (
        "报表截至 {on}，已 {months} 个月，{limit} 个月起提示。",
        "The newest statement is of {on}: {months} months. The rule warns from {limit}.",
    ),
    "alert_working.external_event": (
        "{span} 天内每件已确认的事件提示一次。",
        "Every confirmed event of {span} days is told once.",
    ),
    "alert_working.grade_drop": (
        "由 {was} 降到 {now}，降 {limit} 级起提示。",
        "From {was} to {now}. The rule warns from {limit} down.",
    ),
    "alert_working.concentration": (
        "欠 {owed} ÷ 全部 {whole} = {percent}%，{limit}% 起提示。",
        "Owes {owed} ÷ {whole} of all = {percent}%. The rule warns from {limit}%.",
    ),
    "alert_again.never": ("同一原因只提示一次。", "The same cause is told once and never again."),
    "alert_again.later": (
        "情况持续时，{days} 天后才会再提示。",
        "While this lasts it is told again after {days} days at the earliest.",
    ),
    "alert_fact.paid_late": ("付款，逾期 {n} 天", "Paid one day late", "Paid {n} days late"),
    "alert_fact.paid_in_time": ("按期付款", "Paid in time"),
    "alert_fact.open_late": ("未付，已逾期 {n} 天", "Open, one day overdue", "Open, {n} days overdue"),
    "alert_fact.open_in_time": ("未到期", "Not due"),
    "alert_fact.rest": ("付后仍欠 {rest}", "{rest} still open after it"),
    "alert_fact.dispute": ("提出争议", "Dispute opened"),
    "alert_fact.new_account": ("陌生账户 {account}", "Unknown account {account}"),
    "alert_fact.known_account": ("已知账户 {account}", "Known account {account}"),
    "alert_fact.invoiced": ("近期开票", "Invoiced lately"),
    "alert_fact.invoiced_before": ("此前开票", "Invoiced before"),
    "alert_fact.share": ("占 {share}", "{share} of all"),
    "alert_fact.grade": ("{grade} 级，{score} 分", "Grade {grade}, {score} points"),
}

_REVIEWS: dict[str, tuple[str, ...]] = {
    "review.event": ("{on}发生{kind}，须复审信用", "{kind} on {on}: review the credit"),
    "review.grade": (
        "{grade} 级每 {months} 个月复审，上次评级 {on}",
        "Grade {grade} is reviewed every {months} months, last assessed on {on}",
    ),
    "review.assessment_ended": ("评级 {on}到期，须重评", "The assessment ends on {on}: score again"),
    "review.limit": ("信用额度应在 {on}复审", "The limit is to be reviewed on {on}"),
    "review.never": ("有欠款但从未评级（{on}起）", "Owes since {on} and was never assessed"),
    "review_reason.event": ("事件", "Event"),
    "review_reason.grade": ("按等级", "By grade"),
    "review_reason.assessment_ended": ("评级到期", "Assessment ends"),
    "review_reason.limit": ("额度复审", "Limit"),
    "review_reason.never": ("未评级", "Never assessed"),
    "work.kind.review": ("复审", "Review"),
    "work.kind.alert": ("预警", "Warning"),
    "work.action.review": ("重新评级", "Score again"),
    "work.action.assess": ("开始评级", "Assess"),
    "work.action.alert": ("查看预警", "See warning"),
    "work.review.unassessed": (
        "{n} 个有欠款的客户从未评级",
        "One customer owes and was never assessed",
        "{n} customers owe and were never assessed",
    ),
    "work.review.month": (
        "请导入 {month} 的往来，账上只到 {on}",
        "Import what happened in {month}: the ledger ends on {on}",
    ),
    "work.alert.many": (
        "{n} 项预警：{rule}",
        "{rule}",
        "{n} warnings, the first: {rule}",
    ),
}

_CASES: dict[str, tuple[str, ...]] = {
    "case_kind.bad_debt": ("坏账", "Bad debt"),
    "case_kind.near_miss": ("险情", "Near miss"),
    "case_cause.insolvency": ("破产或停业", "Insolvent or closed"),
    "case_cause.cash_shortage": ("资金周转困难", "Short of cash"),
    "case_cause.industry_downturn": ("行业下行", "Downturn of its industry"),
    "case_cause.customer_of_customer": ("被其客户拖欠", "Not paid by its own customer"),
    "case_cause.owner_change": ("股东或管理层变动", "Change of owner or management"),
    "case_cause.fraud": ("欺诈", "Fraud"),
    "case_cause.dispute": ("质量或交货争议", "Dispute over goods or delivery"),
    "case_cause.our_fault": ("我方过失", "Our own fault"),
    "case_cause.papers_missing": ("合同或签收单据不全", "Contract or delivery papers missing"),
    "case_cause.limit_ignored": ("超额度或越权放货", "Shipped above the limit or without authority"),
    "case_cause.too_late_chased": ("催收过晚", "Chased too late"),
    "case_cause.limitation": ("诉讼时效已过", "Limitation ran out"),
    "case_cause.country": ("国别、汇兑或制裁", "Country, transfer or sanctions"),
    "case_cause.other": ("其他", "Other"),
    "loss_case.no_title": ("请填写案例名称。", "Give the case a name."),
    "loss_case.kind": (
        "没有“{value}”这类案例，请选坏账或险情。",
        "There is no kind “{value}”; choose bad debt or near miss.",
    ),
    "loss_case.cause": (
        "没有“{value}”这种原因，请从列表中选择。",
        "There is no cause “{value}”; choose one of the list.",
    ),
    "loss_case.day": (
        "日期 {on} 不合理，应不晚于今天（{today}）。",
        "{on} makes no sense; the day is not after today ({today}).",
    ),
    "loss_case.amount": ("金额不能为负。", "The amount cannot be negative."),
    "loss_case.none_chosen": ("请先选择案例。", "Choose a case first."),
    "case_sheet.title": ("案例", "Case"),
    "case_sheet.foot": ("案例库，内部资料，{day}", "Case library, internal, {day}"),
    "case_sheet.customer": ("客户", "Customer"),
    "case_sheet.kind": ("性质", "Kind"),
    "case_sheet.cause": ("原因", "Cause"),
    "case_sheet.on": ("日期", "Date"),
    "case_sheet.amount": ("金额", "Amount"),
    "case_sheet.since": ("首次交易", "Known since"),
    "case_sheet.facts": ("经过", "What happened"),
    "case_sheet.visible": ("当时账上可见", "What the books showed"),
    "case_sheet.signs": ("当时的信号", "Signs at the time"),
    "case_sheet.lesson": ("教训", "Lesson"),
    "case_sheet.consequence": ("由此改进的规则或指标", "Rule or indicator that came of it"),
    "case_sheet.month": ("截至", "At"),
    "case_sheet.open": ("未收（{currency}）", "Open ({currency})"),
    "case_sheet.overdue": ("逾期（{currency}）", "Overdue ({currency})"),
    "case_sheet.days_late": ("当月结清逾期天数", "Days late in the month"),
    "case_sheet.settled": ("结清张数", "Settled"),
    "case_sheet.unsaid": ("未填写", "not said"),
}

_COMMAND: dict[str, tuple[str, ...]] = {
    "cli.about.alerts": (
        "按预警规则查看某日的全部预警；不改动公司文件。",
        "What the early-warning rules find on a day; the company file stays as it is.",
    ),
    "cli.alerts.title": ("预警 {day}", "Warnings on {day}"),
    "cli.alerts.none": ("没有预警。", "No warnings."),
    "column.severity": ("重要性", "Weight"),
    "column.rule": ("规则", "Rule"),
    "column.alert_state": ("状态", "State"),
}

WORDS: dict[str, tuple[str, ...]] = {**_RULES, **_ALERTS, **_EVIDENCE, **_REVIEWS, **_CASES, **_COMMAND}

"""The quarterly review and its findings: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

_PARTS: dict[str, tuple[str, ...]] = {
    "review_part.figures": ("关键指标", "Key figures"),
    "review_part.aging": ("账龄与坏账准备", "Aging and provision"),
    "review_part.movements": ("应收与准备的变动", "Movements"),
    "review_part.risks": ("主要风险", "Top risks"),
    "review_part.breaches": ("超限与人工调整", "Breaches and overrides"),
    "review_part.insurance": ("信用保险", "Credit insurance"),
    "review_part.outlook": ("现金展望与压力测试", "Cash outlook and stress"),
    "review_part.cases": ("案例与教训", "Cases and lessons"),
    "review_part.actions": ("事项与策略", "Findings and strategy"),
    "review_part.appendix": ("附录：公式与计算过程", "Appendix: formulas and working"),
    "review_state.none": ("未开始", "Not begun"),
    "review_state.open": ("编写中", "Being written"),
    "review_state.locked": ("已锁定", "Locked"),
    "finding_state.open": ("待办", "Open"),
    "finding_state.done": ("已办", "Done"),
    "finding_state.dropped": ("不再跟进", "Dropped"),
}

_PAPER: dict[str, tuple[str, ...]] = {
    "review.title": ("信用管理季度报告", "Quarterly credit review"),
    "review.title_lines": ("信用管理\n季度报告", "Quarterly\ncredit review"),
    "review.quarter": ("{year} 年第{number}季度", "Quarter {number}, {year}"),
    "review.quarter_number.1": ("一", "1"),
    "review.quarter_number.2": ("二", "2"),
    "review.quarter_number.3": ("三", "3"),
    "review.quarter_number.4": ("四", "4"),
    "review.as_of": ("截止日 {day}", "As of {day}"),
    "review.unit": (
        "金额单位 {unit}，外币按期末汇率折算",
        "Amounts in {unit}; other currencies at the closing rate",
    ),
    "review.unit_short": ("金额单位 {unit}", "Amounts in {unit}"),
    "review.unfinished": ("本季尚未结束", "The quarter is not over"),
    "review.left_out": (
        "缺汇率、未计入：{currencies}",
        "Left out for want of a rate: {currencies}",
    ),
    "review.prepared": ("编制 {name}", "Prepared by {name}"),
    "review.reviewed": ("复核 {name}", "Reviewed by {name}"),
    "review.internal": ("内部资料", "Internal"),
    "review.receivables": ("应收总额", "Receivables"),
    "review.against_before": ("较上季 {change}", "{change} on last quarter"),
    "review.no_before": ("上季无数据", "no data for last quarter"),
    "review.target": ("目标 {bound} {value}，{state}", "target {bound} {value}: {state}"),
    "review.target_only": ("目标 {bound} {value}", "target {bound} {value}"),
    "review.no_target": ("未设目标", "no target"),
    "review.no_data": ("无数据", "no data"),
    "review.status.ok": ("达标", "met"),
    "review.status.near": ("接近", "near"),
    "review.status.miss": ("未达", "missed"),
    "review.status.none": ("—", "–"),
    "review.list_and": ("与", " and "),
    "review.list_comma": ("、", ", "),
    "review.list_stop": ("；", "; "),
    "review.benchmark": ("参考 {value}", "Benchmark {value}"),
    "review.target_line": ("目标 {value}", "Target {value}"),
    "review.chart_unit": ("（万元）", " (thousands)"),
    "review.days": ("{days} 天", "{days} days"),
    "review.times": ("{times} 次", "{times} times"),
    "kpi.cover_open": ("未收余额", "Open debts"),
    "kpi.cover_insured": ("在保余额", "Insured balance"),
    "kpi.cover_gap": ("保障缺口", "Coverage gap"),
    "review.strategy": ("策略检讨", "Strategy review"),
    "review.strategy.changes": ("本季有何变化", "What changed"),
    "review.strategy.adjusted": ("调整了哪些参数", "Parameters adjusted"),
    "review.strategy.lessons": ("经验教训", "Lessons"),
    "review.nothing_written": ("未填写", "nothing written"),
    "review.working": ("计算过程", "Working"),
    "review.source": ("来源：{source}", "Source: {source}"),
    "review.more_rows": ("另有 {n} 行", "and {n} more row", "and {n} more rows"),
}

_SHEETS: dict[str, tuple[str, ...]] = {
    "review_sheet.figures": ("指标一览", "All figures"),
    "review_sheet.ages": ("账龄与坏账准备计提", "Aging with the provision"),
    "review_sheet.age_trend": ("各季末账龄", "Aging at quarter ends"),
    "review_sheet.overdue": ("逾期最多的客户", "Who owes most of it"),
    "review_sheet.receivables": ("应收账款变动", "Receivables from quarter end to quarter end"),
    "review_sheet.provision_moves": ("坏账准备变动", "Provision from quarter end to quarter end"),
    "review_sheet.provision_matrix": ("坏账准备计提", "Provision"),
    "review_sheet.risks": ("四大风险与下一步", "The four greatest risks and the next step"),
    "review_sheet.concentration": ("客户集中度", "Concentration"),
    "review_sheet.migration": ("等级变动", "Grades that changed"),
    "review_sheet.over_limit": ("超额度或停止赊销仍有欠款的客户", "Over the limit, or on stop with debts"),
    "review_sheet.releases": ("被拦截后放行的订单", "Orders held and released"),
    "review_sheet.overrides": ("人工调整的等级", "Grades overridden"),
    "review_sheet.gaps": ("保障缺口及原因", "The coverage gap and why"),
    "review_sheet.duties": ("60 天内的保险期限", "Insurance deadlines within 60 days"),
    "review_sheet.claims": ("赔案", "Claims"),
    "review_sheet.write_offs": ("本季核销的坏账", "Debts written off in the quarter"),
    "review_sheet.cases": ("案例", "Cases"),
    "review_sheet.weeks": ("各周现金", "Cash by week"),
    "review_sheet.stress": ("压力测试", "Stress tests"),
    "review_sheet.findings": ("事项", "Findings"),
    "review_sheet.adjustments": ("本季更改的设置与规则", "Settings and rules changed in the quarter"),
}

_COLUMNS: dict[str, tuple[str, ...]] = {
    "review_column.figure": ("指标", "Figure"),
    "review_column.value": ("本季", "This quarter"),
    "review_column.before": ("上季", "Last quarter"),
    "review_column.target": ("目标", "Target"),
    "review_column.benchmark": ("参考", "Benchmark"),
    "review_column.status": ("状态", "Status"),
    "review_column.note": ("说明", "Note"),
    "review_column.bucket": ("账龄", "Age"),
    "review_column.invoices": ("发票数", "Invoices"),
    "review_column.balance": ("余额", "Balance"),
    "review_column.share": ("占比", "Share"),
    "review_column.rate": ("计提比例", "Rate"),
    "review_column.provision": ("坏账准备", "Provision"),
    "review_column.grade": ("等级", "Grade"),
    "review_column.customer": ("客户", "Customer"),
    "review_column.overdue": ("逾期余额", "Overdue"),
    "review_column.longest": ("最长天数", "Days late"),
    "review_column.step": ("处理", "Next step"),
    "review_column.movement": ("项目", "Movement"),
    "review_column.documents": ("笔数", "Documents"),
    "review_column.amount": ("金额", "Amount"),
    "review_column.insured": ("在保", "Insured"),
    "review_column.expected": ("预期损失", "Expected loss"),
    "review_column.cumulative": ("累计", "Together"),
    "review_column.above": ("提示", "Remark"),
    "review_column.was": ("原等级", "Was"),
    "review_column.now": ("现等级", "Now"),
    "review_column.moved": ("变动", "Moved"),
    "review_column.standing": ("状态", "Standing"),
    "review_column.limit": ("信用额度", "Limit"),
    "review_column.used": ("已占用", "Used"),
    "review_column.beyond": ("超出", "Beyond"),
    "review_column.on": ("日期", "Day"),
    "review_column.by": ("经办", "By"),
    "review_column.reason": ("原因", "Reason"),
    "review_column.safe": ("稳妥日", "Safe by"),
    "review_column.duty": ("事项", "Duty"),
    "review_column.policy": ("保单", "Policy"),
    "review_column.state": ("状态", "State"),
    "review_column.debt": ("债权", "Debt"),
    "review_column.paid": ("已赔付", "Paid"),
    "review_column.invoice": ("发票", "Invoice"),
    "review_column.recovered": ("已收回", "Recovered"),
    "review_column.title": ("案例", "Case"),
    "review_column.cause": ("原因", "Cause"),
    "review_column.lesson": ("教训", "Lesson"),
    "review_column.week": ("周起", "Week of"),
    "review_column.coming": ("预计流入", "Coming in"),
    "review_column.going": ("预计流出", "Going out"),
    "review_column.after": ("期末现金", "Cash after"),
    "review_column.event": ("情景", "Event"),
    "review_column.loss": ("损失", "Loss"),
    "review_column.after_insurance": ("扣除保险后", "After insurance"),
    "review_column.cash_gap": ("资金缺口", "Cash gap"),
    "review_column.finding": ("事项", "Finding"),
    "review_column.action": ("措施", "Action"),
    "review_column.owner": ("负责人", "Owner"),
    "review_column.due": ("期限", "Due"),
    "review_column.change": ("更改", "Change"),
    "review_column.quarter": ("季度", "Quarter"),
    "review_column.formula": ("公式", "Formula"),
    "review_column.operand": ("项目", "Operand"),
}

_LEADS: dict[str, tuple[str, ...]] = {
    "review.lead.figures": (
        "{ok} 项指标达标，{near} 项接近，{miss} 项未达。",
        "{ok} figures met their target, {near} came near, {miss} missed it.",
    ),
    "review.lead.missed": ("未达的是{names}。", "Missed: {names}."),
    "review.lead.aging": (
        "{late} 已逾期，占未收款项的 {share}；{days} 天以上 {old}，占 {old_share}，涉及 {n} 家客户。",
        "{late} is overdue, {share} of what is open; {old} ({old_share}) for over {days} days, with {n} customer.",
        "{late} is overdue, {share} of what is open; {old} ({old_share}) for over {days} days, with {n} customers.",
    ),
    "review.lead.provision": ("坏账准备应为 {total}。", "The provision should be {total}."),
    "review.lead.provision_up": (
        "坏账准备应为 {total}，比上季末增加 {moved}。",
        "The provision should be {total}, {moved} more than a quarter ago.",
    ),
    "review.lead.provision_down": (
        "坏账准备应为 {total}，比上季末减少 {moved}。",
        "The provision should be {total}, {moved} less than a quarter ago.",
    ),
    "review.lead.direct": (
        "按小企业会计准则直接核销，不计提坏账准备。",
        "The firm writes off directly; it makes no provision.",
    ),
    "review.lead.movements": (
        "本季新增应收 {invoiced}，收回 {paid}，核销坏账 {written_off}。",
        "{invoiced} was invoiced, {paid} collected and {written_off} written off as bad debt.",
    ),
    "review.lead.risks": (
        "预期损失最大的 {n} 家客户合计 {amount}，占全部预期损失 {whole} 的 {share}。",
        "The {n} customer at most risk stands for {amount}, {share} of all expected losses of {whole}.",
        "The {n} customers at most risk stand for {amount}, {share} of all expected losses of {whole}.",
    ),
    "review.lead.breaches": (
        "季末 {over} 家客户超额度；本季放行被拦截的订单 {released} 次，人工调整等级 {overrides} 次。",
        "Customers over the limit at the end: {over}; held orders released: {released}; grades overridden: {overrides}.",
    ),
    "review.lead.insurance": (
        "{debt} 中有 {insured} 在保，占 {share}；缺口 {gap}。",
        "{insured} of {debt} is insured, {share}; the gap is {gap}.",
    ),
    "review.lead.cash": (
        "未来 {n} 周预计收回 {amount}。",
        "{amount} is expected to come in over the next {n} week.",
        "{amount} is expected to come in over the next {n} weeks.",
    ),
    "review.lead.gap": (
        "资金缺口最大 {gap}，出现在 {on}。",
        "The cash gap is greatest on {on}: {gap}.",
    ),
    "review.lead.cases": (
        "本季核销坏账 {lost} 笔，记录案例 {cases} 个。",
        "Debts written off: {lost}; cases recorded: {cases}.",
    ),
    "review.lead.actions": (
        "共 {n} 项事项，{open} 项待办，其中 {carried} 项由上季结转。",
        "Findings: {n}, of which {open} open; carried over from the quarter before: {carried}.",
    ),
    "review.nothing_open": ("没有未收款项。", "Nothing is open."),
    "review.no_policy": ("没有信用保险保单。", "There is no credit insurance policy."),
    "review.no_cases": (
        "本季没有核销坏账，也没有记录案例。",
        "Nothing was written off and no case recorded in the quarter.",
    ),
    "review.no_outlook": ("没有可用的现金预测。", "There is no cash forecast to show."),
    "review.no_findings": ("没有需要处理的事项。", "Nothing calls for an action."),
    "review.no_provision": ("本表未列坏账准备。", "The provision is not part of this table."),
    "review.direct_note": (
        "小企业会计准则：坏账于实际发生时确认损失。",
        "Small-firm standard: a bad debt is a loss when it occurs.",
    ),
    "review.specific": ("单项计提", "Specific provisions"),
    "review.unapplied": ("未核销收款与贷项", "Unapplied credits"),
    "review.others": ("其余 {n} 家", "The other {n}", "The other {n}"),
    "review.overdue_total": ("逾期合计", "Overdue in all"),
    "review.gap_total": ("缺口合计", "The gap in all"),
    "review.above_limit": ("超过单一客户上限", "above the limit for one customer"),
    "review_standing.over": ("超额度", "over the limit"),
    "review_standing.stopped": ("停止赊销", "on stop"),
    "review.grade_up": ("上调", "up"),
    "review.grade_down": ("下调", "down"),
    "review.risk_rule": (
        "预期损失 = 未在保余额 × 该等级损失率；未评级的按 C 级计。",
        "Expected loss = what is not insured × the loss rate of the grade; who has no grade counts as C.",
    ),
    "review.cash_beyond": ("此后的款项 {amount} 不在图中。", "{amount} is expected later than that."),
    "review.cash_left_out": (
        "未计入预测（D 级或有争议）：{amount}。",
        "Left out of the forecast (grade D or disputed): {amount}.",
    ),
    "review.move.opening": ("期初应收", "Receivables at the beginning"),
    "review.move.invoiced": ("本季开票", "Invoiced"),
    "review.move.credited": ("贷项冲减", "Credit notes"),
    "review.move.paid": ("收款", "Paid"),
    "review.move.written_off": ("核销坏账", "Bad debts written off"),
    "review.move.other_write_offs": ("折扣、手续费与尾差", "Discounts, charges and small differences"),
    "review.move.refunded": ("退款与收回已核销", "Refunds and recoveries"),
    "review.move.exchange": ("汇率变动与换算", "Exchange rates and conversion"),
    "review.move.closing": ("期末应收", "Receivables at the end"),
    "review.provision_move.begin": ("期初准备", "Provision at the beginning"),
    "review.provision_move.charged": ("本期计提", "Charged"),
    "review.provision_move.released": ("本期转回", "Released"),
    "review.provision_move.written_off": ("核销转销", "Used by write-offs"),
    "review.provision_move.recovered": ("收回已核销", "Recoveries"),
    "review.provision_move.end": ("期末准备", "Provision at the end"),
    "review.step.both": ("{first}；{second}", "{first}; {second}"),
    "review.step.stop": ("停止发货，改为款到发货", "stop shipping, cash before delivery"),
    "review.step.duty": ("{safe}前：{duty}", "{duty} by {safe}"),
    "review.step.duty_late": ("已过 {safe}：{duty}", "{duty} was due {safe}"),
    "review.step.promise": ("跟进 {on}的承诺 {amount}", "follow up the promise of {amount} for {on}"),
    "review.step.dispute": ("先结清争议，催收无争议部分", "settle the dispute, collect the rest"),
    "review.step.legal": ("最后通知，准备诉讼", "final notice, prepare legal action"),
    "review.step.remind": ("按计划催收", "remind by the plan"),
    "review.step.watch": ("关注到期付款", "watch the due day"),
}

_VERDICT: dict[str, tuple[str, ...]] = {
    "review.verdict.empty": (
        "截止日没有未收款项，无可评价。",
        "Nothing was open on the day; there is nothing to judge.",
    ),
    "review.verdict.mixed": ("{good}达标；{bad}。", "{good} met the target; {bad}."),
    "review.verdict.good": ("{good}达标，没有指标未达。", "{good} met the target and nothing missed it."),
    "review.verdict.bad": ("{bad}。", "{bad}."),
    "review.verdict.open": ("没有设定目标的指标，无法评价。", "No figure has a target to be judged by."),
    "review.verdict.trouble_up": (
        "{name}升至 {value}，已连续上升 {n} 季",
        "{name} rose to {value}, the {n}th quarter in a row",
        "{name} rose to {value}, for {n} quarters in a row",
    ),
    "review.verdict.trouble_down": (
        "{name}降至 {value}，已连续下降 {n} 季",
        "{name} fell to {value}, the {n}th quarter in a row",
        "{name} fell to {value}, for {n} quarters in a row",
    ),
    "review.verdict.trouble_at": (
        "{name}为 {value}，未达目标",
        "{name} stands at {value}, beside its target",
    ),
    "review.verdict.first": ("应先{parts}。", "First {parts}."),
    "review.verdict.weak": (
        "处理 {n} 家 D 级客户的 {amount}",
        "deal with {amount} owed by a D-grade customer",
        "deal with {amount} owed by {n} D-grade customers",
    ),
    "review.verdict.old": (
        "处理 {n} 家客户逾期 {days} 天以上的 {amount}",
        "deal with {amount} that a customer has owed for over {days} days",
        "deal with {amount} that {n} customers have owed for over {days} days",
    ),
    "review.verdict.duties": (
        "在 {on}前完成 {n} 项保险义务",
        "meet an insurance duty by {on}",
        "meet {n} insurance duties by {on}",
    ),
    "review.verdict.duties_late": (
        "立即补办已到期的保险义务，{on}前共 {n} 项",
        "make good the insurance duty that is overdue, by {on}",
        "make good the insurance duties that are overdue, {n} in all by {on}",
    ),
    "review.verdict.findings": (
        "共有 {n} 项事项需要处理。",
        "One finding calls for an action.",
        "{n} findings call for an action.",
    ),
    "review.verdict.calm": ("没有需要立即处理的事项。", "Nothing calls for an action at once."),
}

_SHORT: dict[str, tuple[str, ...]] = {
    "kpi_short.dso": ("DSO", "DSO"),
    "kpi_short.dso_year": ("DSO", "DSO"),
    "kpi_short.insured_share": ("保险覆盖率", "the insured share"),
    "kpi_short.overdue_rate": ("逾期率", "the overdue rate"),
    "kpi_short.over_90": ("90 天以上占比", "the share over 90 days"),
    "kpi_short.cei": ("催收有效指数", "collection effectiveness"),
    "kpi_short.promises_kept": ("承诺守约率", "the share of promises kept"),
    "kpi_short.bad_debt_ratio": ("坏账率", "the bad-debt ratio"),
}

_FINDINGS: dict[str, tuple[str, ...]] = {
    "finding.target": (
        "{name}为 {value}，未达目标 {target}",
        "{name} at {value} misses its target of {target}",
    ),
    "finding.worsening": (
        "{name}为 {value}，已连续 {quarters} 季变差",
        "{name} at {value} has got worse for {quarters} quarters",
    ),
    "finding.over_90": (
        "{customer}有 {amount} 逾期已久，最长 {days} 天",
        "{customer} owes {amount} that is long overdue, up to {days} days",
    ),
    "finding.over_limit": (
        "{customer}超出信用额度 {limit} 共 {amount}",
        "{customer} is {amount} over the limit of {limit}",
    ),
    "finding.uninsured": (
        "D 级客户{customer}有 {amount} 未投保",
        "D-grade customer {customer} owes {amount} that is not insured",
    ),
    "finding.insurance": (
        "{customer}：{duty}，最后稳妥日 {safe}",
        "{customer}: {duty}, last safe day {safe}",
    ),
    "finding.insurance_policy": (
        "保单事项：{duty}，最后稳妥日 {safe}",
        "Policy: {duty}, last safe day {safe}",
    ),
    "finding.concentration": (
        "{customer}占应收的 {share}，超过单一客户上限 {limit}",
        "{customer} stands for {share} of receivables, above the limit of {limit} for one customer",
    ),
    "finding.broken": (
        "{customer}本季失约 {n} 次，尚欠 {amount}",
        "{customer} broke a promise in the quarter; {amount} did not come",
        "{customer} broke {n} promises in the quarter; {amount} did not come",
    ),
    "finding.over_90_more": (
        "另有 {n} 家客户的款项逾期已久：{names}",
        "Another customer owes what is long overdue: {names}",
        "{n} more customers owe what is long overdue: {names}",
    ),
    "finding.over_limit_more": (
        "另有 {n} 家客户超出信用额度：{names}",
        "Another customer is over the limit: {names}",
        "{n} more customers are over their limits: {names}",
    ),
    "finding.uninsured_more": (
        "另有 {n} 家 D 级客户欠款未投保：{names}",
        "Another D-grade customer owes what is not insured: {names}",
        "{n} more D-grade customers owe what is not insured: {names}",
    ),
    "finding.broken_more": (
        "另有 {n} 家客户失约：{names}",
        "Another customer broke promises: {names}",
        "{n} more customers broke promises: {names}",
    ),
    "finding.stale": ("应收数据只到 {on}", "The ledger reaches only to {on}"),
    "finding.reviews": (
        "{n} 家客户的复审已过期",
        "The review of a customer is overdue",
        "The reviews of {n} customers are overdue",
    ),
    "finding_action.over_90": (
        "停止赊销，最后通知；无回应即移交律师或申请理赔",
        "Stop credit, send the final notice; without an answer hand over or claim",
    ),
    "finding_action.over_limit": (
        "收回超出部分，或由有权人重新核定额度",
        "Bring it back within the limit, or have it decided anew",
    ),
    "finding_action.uninsured": (
        "改为款到发货，并协商担保",
        "Cash before delivery, and ask for a security",
    ),
    "finding_action.insurance": ("在稳妥日前办理{duty}", "Do it by the safe day: {duty}"),
    "finding_action.insurance_policy": ("在稳妥日前办理{duty}", "Do it by the safe day: {duty}"),
    "finding_action.concentration": (
        "降低额度或追加保险；报负责人知悉",
        "Lower the limit or insure more; tell the owner",
    ),
    "finding_action.broken": (
        "约谈客户，改签有担保的还款计划",
        "Meet the customer; agree a plan with a security",
    ),
    "finding_action.stale": ("导入最新应收明细", "Bring in the newest ledger"),
    "finding_action.reviews": ("完成到期复审", "Do the reviews that are due"),
    "finding_action.target.collect": (
        "按账龄逐户催收，每周检查进度",
        "Collect by age, customer by customer; look at it weekly",
    ),
    "finding_action.target.insurance": (
        "补申请买方限额，缩小保障缺口",
        "Ask for the missing buyer limits and close the gap",
    ),
    "finding_action.target.dispute": (
        "限期处理争议，逐笔定责",
        "Settle disputes by a day, each with an owner",
    ),
    "finding_action.target.concentration": (
        "为大客户设上限或投保，开发其他客户",
        "Cap or insure the largest customers; win others",
    ),
    "finding_action.target.limits": (
        "复核额度与放行权限，收回超限部分",
        "Go over limits and who may release; bring debts back within them",
    ),
    "finding_action.target.reviews": ("排期完成过期复审", "Plan the overdue reviews"),
    "finding_action.target.loss": (
        "复盘坏账原因，收紧同类客户条件",
        "Learn from the losses; tighten terms of customers like them",
    ),
    "finding_action.target.provision": ("核对计提比例并补提", "Check the rates and charge what is missing"),
}
_FINDINGS |= {
    code.replace(".target.", ".worsening."): texts
    for code, texts in _FINDINGS.items()
    if code.startswith("finding_action.target.")
}

_DIFFERENCES: dict[str, tuple[str, ...]] = {
    "review_difference.changed": (
        "{what}：报告为 {before}，现为 {after}",
        "{what}: reported {before}, now {after}",
    ),
    "review_difference.added": ("{what}：报告时没有，现为 {after}", "{what}: not reported, now {after}"),
    "review_difference.gone": ("{what}：报告为 {before}，现在没有", "{what}: reported {before}, now gone"),
    "review_difference.none": (
        "与报告时一致：今天按同一截止日重新计算，没有差异。",
        "As reported: reckoned again today for the same day, nothing differs.",
    ),
    "review_difference.count": (
        "报告之后历史有更改：{n} 处不同。",
        "History changed after it was reported: {n} difference.",
        "History changed after it was reported: {n} differences.",
    ),
    "review_difference.place": ("{sheet}，{name}，{column}", "{sheet}, {name}, {column}"),
    "review_difference.line": ("{sheet}，{name}", "{sheet}, {name}"),
}

_PROBLEMS: dict[str, tuple[str, ...]] = {
    "record.period_review": ("季度报告", "quarterly review"),
    "record.finding": ("事项", "finding"),
    "review.bad_quarter": (
        "“{value}”不是季度。请写作 2025Q4。",
        "“{value}” is no quarter; write it like 2025Q4.",
    ),
    "review.future": ("{quarter} 还没有开始。", "{quarter} has not begun yet."),
    "review.unfinished": (
        "{quarter} 到 {end} 才结束，结束后才能锁定。",
        "{quarter} ends on {end}; it can be locked after that.",
    ),
    "review.not_begun": (
        "{quarter} 的报告还没有开始，请先查找事项。",
        "The review of {quarter} was not begun; look for its findings first.",
    ),
    "review.is_locked": (
        "{quarter} 的报告已于 {on} 锁定。要修改请先写明原因重新打开。",
        "The review of {quarter} was locked on {on}. To change it, reopen it and say why.",
    ),
    "review.not_locked": ("{quarter} 的报告没有锁定。", "The review of {quarter} is not locked."),
    "review.no_reason": (
        "请写明重新打开的原因，至少 {least} 个字。",
        "Say why it is opened again, in {least} characters at least.",
    ),
    "review.bad_section": (
        "没有名为“{value}”的部分。可选：{known}。",
        "There is no part called “{value}”; known are: {known}.",
    ),
    "review.unreadable": (
        "这份季度报告的内容无法读取，可能已损坏。",
        "The content of this review cannot be read; it may be damaged.",
    ),
    "review.reckoned": ("计算季度数据", "Reckoning the quarter"),
    "review.tampered": (
        "锁定的内容与其校验码不符：文件可能在程序之外被改动。",
        "The locked content does not match its digest: the file may have been changed outside the program.",
    ),
    "finding.no_text": ("请写明事项。", "Say what was found."),
    "finding.no_reason": ("请写明不再跟进的原因。", "Say why it is not followed up."),
    "work.finding.due": ("{quarter} 季度报告：{finding}", "Review of {quarter}: {finding}"),
    "work.kind.finding": ("报告事项", "Findings"),
}

WORDS: dict[str, tuple[str, ...]] = (
    _PARTS | _PAPER | _SHEETS | _COLUMNS | _LEADS | _VERDICT | _SHORT | _FINDINGS | _DIFFERENCES | _PROBLEMS
)

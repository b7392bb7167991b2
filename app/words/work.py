"""Work to do and the figures beside it: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "work.gathering": ("正在汇总待办", "Gathering the work to do"),
    "work.figures": ("正在计算指标", "Working out the key figures"),
    "work.forecasting": ("正在预测回款", "Working out the forecast"),
    # Kinds of work
    "work.kind.collect": ("催收", "Collect"),
    "work.kind.promise": ("承诺", "Promise"),
    "work.kind.dispute": ("争议", "Dispute"),
    "work.kind.receipt": ("到款", "Receipts"),
    "work.kind.limitation": ("时效", "Limitation"),
    "work.kind.bill": ("票据", "Bill"),
    "work.kind.plan": ("分期", "Plan"),
    "work.kind.follow_up": ("跟进", "Follow-up"),
    "work.kind.data": ("数据", "Data"),
    "work.kind.credit": ("授信", "Credit"),
    # Why
    "work.collect.rule": (
        "排序：金额 × 逾期天数 ×（1 + 失约次数）",
        "Ranked by amount × days late × (1 + broken promises)",
    ),
    "work.collect.first": (
        "逾期 {days} 天，{n} 张发票，尚未催收",
        "{days} d late, one invoice, not reminded yet",
        "{days} d late, {n} invoices, not reminded yet",
    ),
    "work.collect.again": (
        "逾期 {days} 天，{on}催过，到第 {level} 级",
        "{days} d late, at level {level} since {on}",
    ),
    "work.collect.broken": (
        "逾期 {days} 天，失约 {n} 次，催到第 {level} 级",
        "{days} d late, a promise broken, at level {level}",
        "{days} d late, {n} promises broken, at level {level}",
    ),
    "work.collect.ahead": (
        "{n} 张发票即将到期，先友情提醒",
        "An invoice falls due soon: a friendly note first",
        "{n} invoices fall due soon: a friendly note first",
    ),
    "work.promise.due_today": ("承诺今天付 {amount}", "Promised {amount} for today"),
    "work.promise.due": ("承诺 {on}付 {amount}", "Promised {amount} by {on}"),
    "work.promise.broken": (
        "承诺 {on}付 {amount}，已失约 {days} 天",
        "Promised {amount} by {on}, broken {days} d ago",
    ),
    "work.promise.partly": (
        "承诺 {on}付 {amount}，只到 {paid}",
        "Promised {amount} by {on}, only {paid} came",
    ),
    "work.dispute.past": (
        "争议应于 {on}办结：{number}，{owner}",
        "Dispute on {number} was to be settled by {on}, {owner}",
    ),
    "work.dispute.soon": (
        "争议须在 {on}前办结：{number}，{owner}",
        "Dispute on {number} to be settled by {on}, {owner}",
    ),
    "work.receipt.lines": (
        "{n} 笔银行到款待认领",
        "{n} bank line waits to be matched",
        "{n} bank lines wait to be matched",
    ),
    "work.receipt.on_account": (
        "{n} 笔收款尚未核销",
        "{n} receipt is not applied yet",
        "{n} receipts are not applied yet",
    ),
    "work.limitation.soon": (
        "发票 {number} 诉讼时效 {on}届满",
        "Limitation of {number} runs out on {on}",
    ),
    "work.limitation.soon.many": (
        "{count} 张发票诉讼时效将届满，最早 {on}",
        "Limitation of {count} invoices runs out, the first on {on}",
    ),
    "work.limitation.expired": (
        "{n} 张发票诉讼时效已过，最早 {on}",
        "Limitation of an invoice ran out on {on}",
        "Limitation of {n} invoices has run out, the first on {on}",
    ),
    "work.bill.due": ("{on}到期，请托收：{number}", "Due on {on}, present it: {number}"),
    "work.bill.bounced": (
        "{on}被拒付，原债务恢复：{number}",
        "Bounced on {on}, the debt stands again: {number}",
    ),
    "work.plan.due": (
        "分期第 {seq} 期 {on}应付 {amount}",
        "Part {seq} of the plan, {amount}, is due on {on}",
    ),
    "work.plan.broken": (
        "分期第 {seq} 期 {on}未付，协议已违约",
        "Part {seq} of the plan was not paid on {on}: broken",
    ),
    "work.follow_up": ("{note}", "{note}"),
    "work.follow_up.plain": ("{on}联系后约定跟进", "Follow up on the contact of {on}"),
    "work.data.stale": (
        "应收数据截至 {on}，请导入最新明细。",
        "The figures are as of {on}: import the latest data.",
    ),
    "work.data.none": ("账上还没有收款记录。", "No receipt has been entered yet."),
    "work.credit.hold": (
        "订单 {number} {on}核查未通过，待放行",
        "Order {number} was held on {on} and waits for a release",
    ),
    "work.credit.deposit": (
        "订单 {number} {on}核查须先收 {deposit}",
        "Order {number}, checked on {on}, may go once {deposit} is paid",
    ),
    "work.credit.draft": ("{on}的评分还未完成", "The scoring of {on} is not finished"),
    "work.credit.limit_ends": ("额度 {limit} {on}到期", "The limit of {limit} ends on {on}"),
    "work.credit.limit_ended": (
        "额度 {limit} 已于 {on}到期，现在没有额度",
        "The limit of {limit} ended on {on}: there is none now",
    ),
    "work.credit.override": (
        "等级调整（{was}→{now}）{on}到期，之后恢复为 {was}",
        "The override from {was} to {now} ends on {on}, then {was} holds again",
    ),
    # Next steps
    "work.action.insurance": ("查看期限", "See deadline"),
    "work.action.letter": ("催款函 {level}", "Letter {level}"),
    "work.action.email": ("催款邮件 {level}", "E-mail {level}"),
    "work.action.message": ("催款短信 {level}", "Message {level}"),
    "work.action.note": ("友情提醒", "Friendly note"),
    "work.action.call": ("记录电话", "Log a call"),
    "work.action.promise": ("查看承诺", "See promise"),
    "work.action.dispute": ("办结争议", "Settle it"),
    "work.action.match": ("认领到款", "Match"),
    "work.action.allocate": ("核销收款", "Apply"),
    "work.action.limitation": ("中断时效", "Stop the clock"),
    "work.action.acknowledge": ("请求确认", "Ask to confirm"),
    "work.action.bill": ("处理票据", "Open bill"),
    "work.action.plan": ("查看协议", "See plan"),
    "work.action.follow_up": ("记录跟进", "Log it"),
    "work.action.import": ("导入数据", "Import data"),
    "work.action.release": ("处理放行", "See check"),
    "work.action.draft": ("继续评分", "Go on scoring"),
    "work.action.limit": ("核定额度", "Set limit"),
    "work.action.override": ("查看调整", "See override"),
    # What the user says
    "work.postponed_into_past": (
        "{until} 不在今天之后，请选以后的日期。",
        "{until} is not after today; choose a later day.",
    ),
    # Key figures
    "kpi.receivables": ("应收总额", "Receivables"),
    "kpi.overdue_rate": ("逾期率", "Overdue rate"),
    "kpi.dso": ("DSO 应收周转天数", "DSO"),
    "kpi.promises_kept": ("承诺守约率", "Promises kept"),
    "kpi.no_sales": ("近一年没有赊销", "no credit sales in the last year"),
    "kpi.no_receivables": ("没有未收款项", "nothing is open"),
    "kpi.no_promises": ("近一年没有到期的承诺", "no promise fell due in the last year"),
    "kpi.too_young": (
        "赊销记录不足 90 天，还算不出一年的天数",
        "the ledger has fewer than 90 days of sales: too few for a year's figure",
    ),
    "kpi.too_few_sales": ("赊销记录不够早", "sales do not reach back far enough"),
    "kpi.unknown": ("没有名为“{key}”的指标。", "There is no key figure “{key}”."),
    "kpi.bad_target": (
        "“{value}”不能作目标，请写不小于 0 的数；比率写百分数，不超过 100。",
        "“{value}” is no target; write a number of 0 or more, a share in per cent up to 100.",
    ),
    # The forecast
    "forecast.rule": (
        "未到期的按各客户付款习惯（近 12 个月结清发票逾期天数的中位数；不足 5 张的用全公司中位数 {days} 天）；承诺、分期与票据按约定日，赔款按预计赔付日；已过预计日的，30 天内平均分在 4 周，更久的分在 8 周。",
        "Items come on their due date plus the customer's habit (median signed days late of invoices settled in 12 months; below 5 of them the company's median, {days} d); promises, plans and bills on their day, claims when the insurer is expected to pay. What is past its expected day is spread evenly: over 4 weeks within 30 days of it, else over 8.",
    ),
    "forecast.left_out.disputed": ("争议款", "disputed"),
    "forecast.left_out.insolvent": ("破产客户", "insolvent"),
    "forecast.left_out.handed_over": ("已移交催收", "handed over"),
    "forecast.left_out.expired": ("时效已过", "limitation expired"),
    "forecast.left_out.old": ("逾期过久", "overdue for long"),
    "forecast.left_out.claimed": ("赔案自担部分", "own part of claims"),
    "forecast.left_out.assigned": ("赔款付给受让人", "claims paid to others"),
    "forecast.on_account": ("未核销收款与贷项", "credits on account"),
    "forecast.later": ("8 周后", "after 8 weeks"),
    # Command line
    "cli.about.today": (
        "今天该做什么：待办、指标和八周回款预测。",
        "What to do today: the work list, key figures and the eight-week forecast.",
    ),
    "cli.today.title": ("今日 {day}", "Today, {day}"),
    "cli.today.nothing": ("今天没有待办。", "Nothing to do today."),
    "cli.today.postponed": (
        "另有 {n} 项已推迟，最近的在 {on}。",
        "{n} more is postponed, until {on}.",
        "{n} more are postponed, the next until {on}.",
    ),
    "cli.today.forecast": (
        "未来 8 周预计回款 {amount}；8 周后另有 {later}。",
        "Expected within 8 weeks: {amount}; later: {later}.",
    ),
    "column.deadline": ("期限", "Deadline"),
    "column.kind": ("事项", "Task"),
    "column.reason": ("原因", "Reason"),
    "column.next_step": ("下一步", "Next step"),
    "column.amount": ("涉及金额", "Amount"),
}

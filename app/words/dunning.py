"""Reminders and the limitation clock: (Chinese, English) per code; a third text is the English plural, chosen by ``n``."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    # -- why something is not chased
    "dunning.disputed": ("有争议 {amount}，不催。", "{amount} is in dispute and not asked for."),
    "dunning.promised": (
        "客户承诺 {until} 前付款，{amount} 在此之前不催。",
        "Promised by {until}: {amount} is not asked for until then.",
    ),
    "dunning.planned": (
        "{amount} 在还款计划中，按计划履行期间不催。",
        "{amount} is in a payment plan and not asked for while the plan is kept.",
    ),
    "dunning.bill_held": (
        "{amount} 已收汇票或远期支票，未到期兑付前不催。",
        "{amount} is covered by a bill held and not asked for until the bill falls due.",
    ),
    "dunning.grace": (
        "客户宽限至 {until}（含当日）。",
        "The customer has grace up to and including {until}.",
    ),
    "dunning.document_grace": (
        "该发票宽限至 {until}（含当日）。",
        "The invoice has grace up to and including {until}.",
    ),
    "dunning.net_credit": (
        "客户在我方有余额 {credit}，不少于应催的 {overdue}。请先核销。",
        "The customer has {credit} on account, no less than the {overdue} to ask for. Set it against the invoices first.",
    ),
    "dunning.below_minimum": (
        "合计 {amount}，低于第 {level} 步的起催金额 {minimum}。",
        "{amount} in all is below the minimum of step {level}, {minimum}.",
    ),
    "dunning.insolvent": (
        "客户自 {since} 起资不抵债或破产，不再自行催收。",
        "The customer is insolvent (since {since}); claims go to the administrator.",
    ),
    "dunning.handed_over": (
        "欠款自 {on} 起已移交{to}，我方不再发函。",
        "With the {to} since {on}; no letters of our own.",
    ),
    "dunning.with_insurer": (
        "赔案自 {on} 起在{insurer}处理，未经其同意，我方不再发函。",
        "{insurer} has the claim since {on}: no letters of our own without its consent.",
    ),
    "dunning.blocked": ("客户已手工停催：{reason}", "Blocked by hand for this customer: {reason}"),
    "dunning.document_blocked": ("该发票已手工停催：{reason}", "Blocked by hand for this invoice: {reason}"),
    "dunning.no_policy": ("所用方案不发催款函。", "Its policy sends no reminders."),
    "dunning.policy_missing": (
        "催收方案“{policy}”不存在，请为其选择另一方案。",
        "The reminder policy “{policy}” does not exist; choose another one.",
    ),
    "dunning.not_yet": (
        "第 {level} 步要到 {on}（到期日 {due}）。",
        "Step {level} is due on {on} (due date {due}).",
    ),
    "dunning.too_soon": (
        "{last} 已发函，第 {level} 步最早 {on}。",
        "A letter went out on {last}; step {level} may follow on {on}.",
    ),
    "dunning.overdue_first": (
        "尚未到期，不与逾期款写在同一封函中。",
        "Not due yet; it is not mixed into a letter about overdue invoices.",
    ),
    "dunning.ladder_done": (
        "{level} 步均已走完（最后一次 {on}）。请决定移交、起诉或核销。",
        "All {level} steps were taken (the last on {on}). Decide: hand over, sue or write off.",
    ),
    "dunning.time_barred": (
        "诉讼时效已过，只能另函请客户确认并承诺还款。",
        "Past its limitation period; it can only be put to the customer for acknowledgement, in a letter of its own.",
    ),
    "dunning.fee_without_rate": (
        "没有 {currency} 对 {other} 的汇率，函中未加催收费用。请在设置中填入汇率。",
        "There is no rate between {currency} and {other}, so no fee is asked for. Enter the rate in Settings.",
    ),
    "handed_to.agency": ("商账机构", "collection agency"),
    "handed_to.lawyer": ("律师", "lawyer"),
    "handed_to.insurer": ("信用保险机构", "credit insurer"),
    # -- runs
    "dunning.before_last_run": (
        "{on} 早于上一次催收 {last}，不能再做这一天的催收。请选 {last} 或以后的日期。",
        "{on} is before the last run of {last}, so no run can be made for it. Choose {last} or a later day.",
    ),
    "dunning.reading": ("读取逾期款项", "Reading what is overdue"),
    "dunning.drafting": ("生成函件草稿", "Drafting letters"),
    # -- policies
    "dunning.policy_unknown": ("没有催收方案“{policy}”。", "There is no reminder policy “{policy}”."),
    "dunning.policy_unreadable": (
        "公司文件中的催收方案“{policy}”无法读取。请恢复默认或重新设置。",
        "The reminder policy “{policy}” in this file cannot be read. Reset it or set it up again.",
    ),
    "dunning.not_shipped": (
        "“{policy}”是您自建的方案，没有可恢复的默认内容。",
        "“{policy}” is your own policy; there is no shipped version to go back to.",
    ),
    "dunning.shipped_stays": (
        "“{policy}”是随程序提供的方案，不能删除；可以恢复默认。",
        "“{policy}” comes with the program and cannot be removed; it can be reset.",
    ),
    "dunning.policy_in_use": (
        "“{policy}”仍被 {n} 处选用。请先为它们另选方案。",
        "“{policy}” is still chosen in {n} place. Choose another policy there first.",
        "“{policy}” is still chosen in {n} places. Choose another policy there first.",
    ),
    "dunning.code_missing": ("请填写方案代码。", "Enter a code for the policy."),
    "dunning.name_missing": ("请填写方案名称。", "Enter a name for the policy."),
    "dunning.too_many_steps": (
        "方案有 {n} 步，最多 {most} 步。",
        "The policy has {n} steps; {most} are the most.",
    ),
    "dunning.bad_gap": (
        "两次发函的间隔须为 0 到 {most} 天，现为 {days}。",
        "The days between two letters must be from 0 to {most}; {days} is not.",
    ),
    "dunning.bad_days": (
        "第 {step} 步：天数须为 0 到 {most}，现为 {days}。",
        "Step {step}: the days must be from 0 to {most}; {days} is not.",
    ),
    "dunning.template_missing": ("第 {step} 步：请选择模板。", "Step {step}: choose a template."),
    "dunning.negative_amount": (
        "第 {step} 步：金额不能为负。",
        "Step {step}: an amount cannot be negative.",
    ),
    "dunning.bad_currency": (
        "第 {step} 步：“{currency}”不是可用的币种。",
        "Step {step}: “{currency}” is not a known currency.",
    ),
    "dunning.bad_hand_over": (
        "第 {step} 步：不能移交给“{value}”，请选商账机构、律师或保险机构。",
        "Step {step}: nothing can be handed over to “{value}”; choose agency, lawyer or insurer.",
    ),
    "dunning.bad_hand_over_to": (
        "不能移交给“{value}”，请选商账机构、律师或保险机构。",
        "Nothing can be handed over to “{value}”; choose agency, lawyer or insurer.",
    ),
    "dunning.bad_pay_by": (
        "第 {step} 步：付款期限的工作日数 {days} 无效。",
        "Step {step}: {days} working days to pay are not possible.",
    ),
    "dunning.levels_unordered": (
        "第 {step} 步排在第 {before} 步之后，步骤须依次递增。",
        "Step {step} stands after step {before}; steps must ascend.",
    ),
    "dunning.first_after_previous": (
        "第 {step} 步是第一步，不能按“上一步之后”计算。请改为按到期日计算。",
        "Step {step} is the first and cannot count from the step before. Count it from the due date.",
    ),
    "dunning.before_due_late": (
        "第 {step} 步在到期日之前，须排在到期日之后的步骤前面。",
        "Step {step} is before the due date and must stand before the steps after it.",
    ),
    "dunning.days_unordered": (
        "第 {step} 步的日期（{days} 天）不晚于前一步，永远不会先到。请按先后排列。",
        "Step {step} ({days} days) is not later than the step before it. Put the steps in order.",
    ),
    "dunning.no_reason": ("请写明停催的原因。", "Say why reminders are stopped."),
    "dunning.bad_level": ("步骤从 1 开始，{level} 无效。", "Steps count from 1; {level} is not one."),
    # -- letters
    "letter.none": ("没有选中函件。", "No letter is selected."),
    "letter.not_draft": (
        "{letter} 已不是草稿。请刷新列表。",
        "{letter} is no longer a draft. Refresh the list.",
    ),
    "letter.not_sent": ("{letter} 尚未发出。", "{letter} has not been sent."),
    "letter.sent_in_future": (
        "{on} 还没到，不能登记为已发。",
        "{on} is still to come; a letter counts once it is sent.",
    ),
    "letter.sent_before_run": (
        "{letter} 的落款日是 {run}，不可能在 {on} 就已发出。请核对日期。",
        "{letter} is dated {run} and cannot have been sent on {on}; check the day.",
    ),
    "letter.delivered_in_future": (
        "{on} 还没到，不能登记为送达。",
        "{on} is still to come; it cannot have arrived yet.",
    ),
    "letter.stale": (
        "{letter} 起草后，发票 {number} 的欠款已有变化。请先按最新账目更新再登记发出。",
        "Since {letter} was drafted, what is owed on invoice {number} has changed. Bring the letter up to date before marking it as sent.",
    ),
    "letter.delivered_before_sent": (
        "送达日 {on} 早于发出日 {sent}。",
        "It arrived on {on}, before it was sent on {sent}; check the two days.",
    ),
    "letter.proof_missing": (
        "请写明送达凭证（快递单号、签收人），或附上签收件：没有凭证不能重新起算时效。",
        "Name the proof of arrival (tracking number, who signed) or attach it: without proof no limitation period restarts.",
    ),
    "letter.reply_before_sent": (
        "回复日 {on} 早于发出日 {sent}。",
        "The reply of {on} is older than the letter, sent on {sent}.",
    ),
    # -- limitation
    "limitation.bad_years": (
        "时效年数须为 1 到 {most}，现为 {years}。",
        "A limitation period is from 1 to {most} years; {years} is not.",
    ),
    "limitation.in_future": ("{on} 还没到。", "{on} is still to come."),
    "limitation.proof_missing": (
        "请写明送达凭证：没有凭证的催款不能中断时效。",
        "Name the proof of arrival: a demand without it does not restart the period.",
    ),
    "limitation.other_customer": (
        "发票 {number} 不是该客户的。",
        "Invoice {number} belongs to another customer.",
    ),
    "limitation.due": ("自到期日次日起算", "from the day after the due date"),
    "limitation.part_payment": ("部分付款", "part payment"),
    "limitation.demand_delivered": ("催款函送达", "demand delivered"),
    "limitation.acknowledged": ("客户确认欠款", "debt acknowledged"),
    "limitation.plan_agreed": ("达成还款计划", "payment plan agreed"),
    "limitation.deferral_asked": ("客户请求延期", "customer asked for time"),
    "limitation.security_given": ("客户提供担保", "security given"),
    "limitation.claim_filed": ("起诉或申请仲裁", "claim filed"),
    "limitation.assignment_notified": ("债权转让通知送达", "assignment notified"),
    "dunning.channel.letter": ("信函", "letter"),
    "dunning.channel.email": ("电子邮件", "e-mail"),
    "dunning.channel.call": ("电话", "call"),
    "dunning.channel.message": ("消息", "message"),
    # -- the command line
    "cli.about.dunning": (
        "某日应向谁催款、第几步、哪些发票，以及不催的原因。",
        "Who is to be reminded on a day, at which step, of which invoices, and why others are not.",
    ),
    "cli.dunning.head": (
        "{as_of} 应发函 {n} 封",
        "{as_of}: {n} letter to write",
        "{as_of}: {n} letters to write",
    ),
    "cli.dunning.fresh": (
        "最新收款或对账单日期 {on}（{n} 天前）",
        "Newest receipt or bank statement: {on}, {n} day old",
        "Newest receipt or bank statement: {on}, {n} days old",
    ),
    "cli.dunning.no_receipts": (
        "账中还没有收款：请先导入银行流水或收款。",
        "There are no receipts yet: import bank statements or receipts first.",
    ),
    "cli.dunning.unmatched": (
        "{n} 笔银行流水尚未认领，可能就是这些发票的付款。",
        "{n} bank line is not matched yet and may pay one of these invoices.",
        "{n} bank lines are not matched yet and may pay some of these invoices.",
    ),
    "cli.dunning.letter": (
        "{customer}：第 {level} 步 {step}，{total}，{channel}",
        "{customer}: step {level}, {step}, {total}, by {channel}",
    ),
    "cli.dunning.late": ("{n} 天", "{n} day", "{n} days"),
    "cli.dunning.skipped": (
        "不催的 {n} 项及原因",
        "{n} item passed over, with the reason",
        "{n} items passed over, with the reason",
    ),
    "record.letter": ("函件", "letter"),
    "record.letter_line": ("函件中的发票", "invoice in a letter"),
    "record.dunning_run": ("催收批次", "reminder run"),
    "record.stored_policy": ("催收方案", "reminder policy"),
}
